"""``cxmap validate``: its options, and what it does with them."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from cxmap.choices import FINDINGS_FORMATS
from cxmap.cli.changing import changes_stdin, print_changed, show_changes, write_changes
from cxmap.cli.console import (
    Stop,
    destination,
    emit,
    is_terminal,
    one_of,
    project_finder,
    remark,
    render_report,
    wants_color,
    watch_files,
)
from cxmap.diagnostic import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path
    from typing import Annotated

    import typer

    from cxmap.choices import Color, SeverityName
    from cxmap.cli.options import ColorOption, ForceExclude, Paths, Quiet, StdinFilename, Today
    from cxmap.diagnostic import Diagnostic, Report
    from cxmap.io.files import Output
    from cxmap.lint.fix import Fixed
    from cxmap.lint.judging import Request
    from cxmap.project.files import ProjectFiles
    from cxmap.project.project import Project


def command(
    paths: Paths = None,
    select: Annotated[
        list[str] | None,
        typer.Option("--select", metavar="RULES", help="Only these rules: codes, names or prefixes (CX3), by comma."),
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option("--ignore", metavar="RULES", help="Skip these rules.")] = None,
    fail_on: Annotated[SeverityName, typer.Option("--fail-on", help="Lowest severity that fails the run.")] = "error",
    strict: Annotated[bool, typer.Option("--strict", help="Short for --fail-on warning.")] = False,
    fix: Annotated[bool, typer.Option("--fix", help="Apply safe fixes.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix would change, and change nothing.")] = False,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            metavar="FORMAT[:FILE]",
            help=f"{', '.join(FINDINGS_FORMATS)}; may be repeated.",
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
    force_exclude: ForceExclude = False,
    show_settings: Annotated[
        bool, typer.Option("--show-settings", help="Show the configuration and rules in force; check nothing.")
    ] = False,
    add_suppressions: Annotated[
        bool, typer.Option("--add-suppressions", help="Silence what is found, each by a comment on its line.")
    ] = False,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")] = False,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Check all files again, and remember nothing.")] = False,
    watch: Annotated[bool, typer.Option("--watch", help="Check again whenever a file changes.")] = False,
    stdin_filename: StdinFilename = None,
    today: Today = None,
    quiet: Quiet = False,
    color: ColorOption = "auto",
) -> int:
    """Check journey files: every rule, and every problem in one run.

    Each problem is shown with its place and what to do about it; cxmap rule CODE explains more. Exits with 1 where an
    error was found.

    Examples:
      cxmap validate
      cxmap validate journeys/ --strict --format sarif:cxmap.sarif
      cxmap validate --fix
    """
    from cxmap.lint.judging import Request

    request = Request(tuple(_split(select)), tuple(_split(ignore)))
    least = Severity("warning" if strict else fail_on).weight
    project_files = project_finder(paths, today=today, stdin_filename=stdin_filename, force_exclude=force_exclude)
    if show_files or show_settings or (force_exclude and not project_files({}).leaves_something):
        return _check_nothing(project_files({}), request, files_too=show_files, settings=show_settings, quiet=quiet)

    def loader(overlay: Mapping[Path, bytes]) -> Project:
        return _load(project_files(overlay), cached=not no_cache)

    def places() -> tuple[list[tuple[str, Output | None]], Output | None]:
        """Where reports and a new baseline go, as it is before anything is read."""
        accepted = destination(_baseline_path(project_files({}), baseline)) if update_baseline else None
        return _formats(formats), accepted

    shown, accepted = places()

    def status(found: Sequence[Diagnostic]) -> int:
        return int(_fails(found, least) and not exit_zero)

    if fix or diff or add_suppressions:
        from_stdin = changes_stdin(paths or [])
        changed = _changed(loader, request, suppress=add_suppressions)
        if diff:
            show_changes(changed)
            return int(bool(changed.files) and not exit_zero)
        if from_stdin:  # standard output has the new text; what is left to do goes beside it
            from cxmap.lint.engine import diagnose

            print_changed(changed, loader)
            after = loader(changed.files)
            report, found = _compare(after, diagnose(after, request.selection(after)), baseline, None)
            name = "full" if is_terminal(sys.stderr) else "concise"
            sys.stderr.write(render_report(report, name, color=wants_color(color, sys.stderr), quiet=quiet))
            return status(found)
        write_changes(changed, "Silenced" if add_suppressions else "Fixed")

    def once(shown: Sequence[tuple[str, Output | None]], accepted: Output | None) -> int:
        from cxmap.lint.judging import judge_files
        from cxmap.project.cache import Cache

        files = project_files({})
        project, all_found = judge_files(files, request, None if no_cache else Cache(files))
        report, found = _compare(project, all_found, baseline, accepted)
        _show(report, shown, statistics=statistics, quiet=quiet, color=color)
        return status(found)

    if watch:
        return watch_files(lambda: once(*places()), loader({}).root)
    return once(shown, accepted)


def _check_nothing(files: ProjectFiles, request: Request, *, files_too: bool, settings: bool, quiet: bool) -> int:
    """Show what would be checked and by what, or say that nothing is left to check; the exit status."""
    from cxmap.cli.settings import show_files, show_settings

    if settings:
        show_settings(files, request)
    if files_too:
        show_files(files)
    if not (settings or files_too or quiet):
        remark("The configuration leaves out all that was named; nothing was checked.")
    return 0


def _changed(load: Callable[[Mapping[Path, bytes]], Project], request: Request, *, suppress: bool) -> Fixed:
    """The files with what can be fixed safely fixed, or with comments that silence what is found."""
    if suppress:
        from cxmap.lint.silence import silence

        return silence(load, request.selection)
    from cxmap.lint.fix import fix

    return fix(load, request.selection)


def _fails(found: Sequence[Diagnostic], least: int) -> bool:
    """Whether a finding weighs as much as the lowest severity that fails the run."""
    return any(diagnostic.severity.weight >= least for diagnostic in found)


def _load(project_files: ProjectFiles, *, cached: bool) -> Project:
    """The project, of which files that were not asked about are read only if they have changed since an earlier run."""
    from cxmap.project.cache import Cache
    from cxmap.project.load import load_rest

    if not cached:
        return project_files.load()
    cache = Cache(project_files)
    project = load_rest(
        project_files, {path: document for path, document in cache.known.items() if not project_files.asks_about(path)}
    )
    cache.keep(project, {})
    return project


def _baseline_path(project: Project | ProjectFiles, baseline: str | None) -> Path:
    from cxmap.lint.baseline import DEFAULT_NAME

    return project.cwd / baseline if baseline else project.root / DEFAULT_NAME


def _split(words: Sequence[str] | None) -> list[str]:
    return [part.strip() for word in words or [] for part in word.split(",") if part.strip()]


def _compare(
    project: Project, found: Sequence[Diagnostic], baseline: str | None, accepted: Output | None
) -> tuple[Report, Sequence[Diagnostic]]:
    """What is found, less what a baseline accepts; where there is to be a new one, it is written first."""
    from cxmap.lint import baseline as baselines
    from cxmap.lint.report import report

    path = _baseline_path(project, baseline)
    if accepted:
        emit(baselines.to_json(project, found), accepted)
    elif baseline and not path.is_file():
        raise Stop(f"there is no baseline '{baseline}'; make one with --update-baseline")
    remarks: list[str] = []
    if path.is_file():
        compared = baselines.compare(project, found, baselines.read_baseline(_text(path), path.name))
        found = compared.shown
        if compared.hidden:
            noun = "finding" if compared.hidden == 1 else "findings"
            remarks.append(f"{compared.hidden} {noun} in the baseline {path.name} not shown.")
        remarks += [
            f"Stale in the baseline: {file}: {code} at {place or 'the file'} is no longer found; "
            "take it out with --update-baseline."
            for file, code, place in compared.stale
        ]
    return report(project, found, remarks), found


def _text(path: Path) -> str:
    from cxmap.yaml.reader.disk import read_file
    from cxmap.yaml.reader.errors import Problem

    data = read_file(path)
    if isinstance(data, Problem):
        raise Stop(f"{path}: {data.message}")
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise Stop(f"{path}: cannot be read: not UTF-8") from None


def _formats(given: Sequence[str] | None) -> list[tuple[str, Output | None]]:
    """Names of formats with the file each goes to; without any, what suits the place we run in."""
    if not given:
        if os.environ.get("GITHUB_ACTIONS") == "true":
            return [("github", None)]
        for_people = is_terminal() or os.environ.get("GITLAB_CI") == "true"  # its log has colours and room
        return [("full" if for_people else "concise", None)]
    chosen = []
    for wanted in given:
        name, _, file = wanted.partition(":")
        one_of("--format", name, FINDINGS_FORMATS)
        chosen.append((name, destination(file or None)))
    return chosen


def _show(
    report: Report, formats: Sequence[tuple[str, Output | None]], *, statistics: bool, quiet: bool, color: Color
) -> None:
    from cxmap.output.findings.registry import FOR_PEOPLE

    for name, file in formats:
        if file or not statistics:
            emit(render_report(report, name, color=file is None and wants_color(color), quiet=quiet), file)
    if statistics:
        emit(_statistics(report))
        return
    on_screen = {name for name, file in formats if file is None}
    if not quiet and not on_screen & FOR_PEOPLE:
        for text in (*report.remarks, report.summary):
            remark(text)


def _statistics(report: Report) -> str:
    from collections import Counter

    counts = Counter((diagnostic.code, diagnostic.name, diagnostic.severity.value) for diagnostic in report.diagnostics)
    fixable = Counter(diagnostic.code for diagnostic in report.diagnostics if diagnostic.fixable)
    width = max((len(name) for _, name, _ in counts), default=0)
    lines = [
        f"{count:6} {code} {name:{width}} {severity:7}"
        + (f" {fixable[code]} fixable with --fix" if fixable[code] else "")
        for (code, name, severity), count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]
    return "".join(f"{line.rstrip()}\n" for line in [*lines, *report.remarks, report.summary])
