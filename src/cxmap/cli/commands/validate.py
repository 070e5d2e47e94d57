"""``cxmap validate``: every rule, every file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.cli.checking import check_files, list_files
from cxmap.cli.console import Color

if TYPE_CHECKING:
    from typing import Annotated

    import typer

    from cxmap.cli.common import ColorOption, Paths, Quiet, StdinFilename, Today


def command(
    paths: Paths = None,
    select: Annotated[
        list[str] | None,
        typer.Option("--select", metavar="RULES", help="Only these rules: codes, names or prefixes (CX3), by comma."),
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar="RULES", help="Leave these rules out.")
    ] = None,
    fail_on: Annotated[
        str, typer.Option("--fail-on", metavar="error|warning|advice", help="Lowest severity that fails the run.")
    ] = "error",
    strict: Annotated[bool, typer.Option("--strict", help="Short for --fail-on warning.")] = False,
    fix: Annotated[bool, typer.Option("--fix", help="Apply safe fixes.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix would change, and change nothing.")] = False,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            metavar="FORMAT[:FILE]",
            help="full, concise, json, jsonl, github, gitlab, sarif, junit, rdjson or markdown; may be repeated.",
        ),
    ] = None,
    baseline: Annotated[
        str | None,
        typer.Option("--baseline", metavar="FILE", help="Accepted findings (default: cxmap-baseline.json, if there)."),
    ] = None,
    update_baseline: Annotated[
        bool, typer.Option("--update-baseline", help="Accept what is found now: write the baseline.")
    ] = False,
    statistics: Annotated[bool, typer.Option("--statistics", help="Counts per rule instead of findings.")] = False,
    show_files: Annotated[
        bool, typer.Option("--show-files", help="List what is checked and what is skipped and why; check nothing.")
    ] = False,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")] = False,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Check all files again, and remember nothing.")] = False,
    watch: Annotated[bool, typer.Option("--watch", help="Check again whenever a file changes.")] = False,
    stdin_filename: StdinFilename = None,
    today: Today = None,
    quiet: Quiet = False,
    color: ColorOption = Color.AUTO,
) -> int:
    """Check journey files: every rule, and every problem in one run.

    Each problem is shown with its place and what to do about it; cxmap rule CODE explains more. Exits with 1 where an
    error was found.

    Examples:
      cxmap validate
      cxmap validate journeys/ --strict --format sarif:cxmap.sarif
      cxmap validate --fix
    """
    if show_files:
        return list_files(paths, today=today, stdin_filename=stdin_filename)
    return check_files(
        paths,
        select=select,
        ignore=ignore,
        fail_on=fail_on,
        strict=strict,
        fix=fix,
        diff=diff,
        formats=formats,
        baseline=baseline,
        update_baseline=update_baseline,
        statistics=statistics,
        exit_zero=exit_zero,
        no_cache=no_cache,
        watch=watch,
        stdin_filename=stdin_filename,
        today=today,
        quiet=quiet,
        color=color,
    )
