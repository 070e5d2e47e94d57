"""``cxmap diff``: what a change means: for the journey, the ranking, the road map and the checks."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from cxmap.cli.console import Stop, day, destination, emit, remark, screen

if TYPE_CHECKING:
    from typing import Annotated

    import typer

    from cxmap.choices import DiffFailure, DiffFormat, Lang
    from cxmap.cli.options import ColorOption, Quiet, Today
    from cxmap.cli.states import State


def command(
    states: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[A[..B] | A B] [-- PATH…]",
            help="Revisions, two folders or two files (default: the last commit and the working tree).",
        ),
    ] = None,
    format_: Annotated[DiffFormat, typer.Option("--format", help="What to write.")] = "full",
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")] = None,
    fail_on: Annotated[
        DiffFailure | None, typer.Option("--fail-on", help="Exit with 1 where something is worse, or anything changed.")
    ] = None,
    path: Annotated[
        list[str] | None,
        typer.Option("--path", metavar="PATH", help="Compare only this file or folder; as PATH after --."),
    ] = None,
    lang: Annotated[Lang | None, typer.Option("--lang", help="The language of what is said.")] = None,
    today: Today = None,
    quiet: Quiet = False,
    color: ColorOption = "auto",
) -> int:
    """Show what a change of the files means.

    For journeys, ranking, road map and checks: renames and moves are told as such, goalposts that were moved first.

    A revision alone is compared from where it parted from HEAD, as a pull request has it. Comments, the order of keys
    and layout are no change. Exits with 0 whatever differs, unless --fail-on says otherwise.

    Examples:
      cxmap diff
      cxmap diff main --format markdown
      cxmap diff v1.2..HEAD -- journeys/
      cxmap diff old/ new/ --fail-on worse
    """
    from cxmap.analysis.diff.compare import diff
    from cxmap.cli.states import Asked
    from cxmap.cli.states import states as both_states
    from cxmap.lint.changed import changed_findings
    from cxmap.output.diff.lines import Findings
    from cxmap.output.language import language

    target = destination(output)
    asked = Asked(day(today), today is not None, path or [], Path.cwd())
    with ExitStack() as stack:
        old, new = both_states(states or [], asked, stack)
        for state in (old, new):
            _refuse_unreadable(state)
        before, after = old.project, new.project
        if not before.reported and not after.reported:
            raise Stop(f"no journey files in {old.name} or {new.name}; name the folder they are in after --")
        for name in dict.fromkeys([*old.skipped, *new.skipped]):
            remark(f"skipped another repository: {name}")
        found = diff(before, after)
        findings = Findings(*changed_findings(before, after))
        spoken = language(after, [each for _, each in after.journey_documents()], lang)
        match format_:
            case "json":
                from cxmap.output.diff.json_object import diff_json

                text = diff_json(found, findings, old.described, new.described)
            case "markdown":
                from cxmap.output.diff.markdown import markdown

                text = markdown(before, after, found, findings, spoken)
            case "concise":
                from cxmap.output.diff.text import concise

                text = concise(before, after, found, spoken)
            case _:
                from cxmap.output.diff.text import full

                text = full(before, after, found, findings, screen(color, output), spoken, quiet=quiet)
        emit(text, target)
    worse = found.summary["worse"]
    return int(bool(worse) if fail_on == "worse" else bool(found.changes) if fail_on == "any" else False)


def _refuse_unreadable(state: State) -> None:
    """Refuse a state of which a file cannot be read: what it would have said would be missing in silence.

    Raises:
        Stop: With the revision, the place and what is wrong.
    """
    from cxmap.project.document import version_is_wrong
    from cxmap.project.files import LEADS_OUT

    for document in state.project.documents:
        where = f"{state.name}: {document.name}"
        if LEADS_OUT in document.source.problems:
            remark(f"skipped a link that leads out of the project: {document.name}")
            continue
        for problem in document.source.problems if not document.readable else ():
            span = problem.span
            place = f":{span.line}:{span.column}" if span is not None else ""
            raise Stop(f"{where}{place}: {problem.code} {problem.message}; fix it there, or compare other states")
        if version_is_wrong(document.source):
            raise Stop(f"{where}: CX106 it is of another version of the format; compare it with the cxmap of that time")
