"""``cxmap diff``: what a change means: for the journey, the ranking, the road map and the checks."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from cxmap.choices import DiffFormat
from cxmap.cli.console import Stop, day, destination, emit, remark, screen

if TYPE_CHECKING:
    from typing import Annotated

    import typer

    from cxmap.choices import DiffFailure, Lang
    from cxmap.cli.options import ColorOption, Quiet, Today
    from cxmap.output.charts.since import Since
    from cxmap.project.project import Project


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
    charts: Annotated[
        str | None,
        typer.Option("--charts", metavar="DIR", help="Draw each journey whose experiences changed, before and after."),
    ] = None,
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
      cxmap diff main --format markdown --charts charts/
    """
    from cxmap.analysis.diff.compare import diff
    from cxmap.cli.states import Asked, refuse_unreadable
    from cxmap.cli.states import states as both_states
    from cxmap.lint.changed import changed_findings
    from cxmap.output.charts.since import Since
    from cxmap.output.diff.lines import Findings
    from cxmap.output.language import language

    target = destination(output, format_, DiffFormat)
    if charts == "":
        raise Stop("--charts takes a folder; name one: --charts charts/")
    asked = Asked(day(today), today is not None, path or [], Path.cwd())
    with ExitStack() as stack:
        old, new = both_states(states or [], asked, stack)
        for state in (old, new):
            refuse_unreadable(state)
        before, after = old.project, new.project
        if not before.reported and not after.reported:
            raise Stop(f"no journey files in {old.name} or {new.name}; name the folder they are in after --")
        for name in dict.fromkeys([*old.skipped, *new.skipped]):
            remark(f"skipped another repository: {name}")
        found = diff(before, after)
        findings = Findings(*changed_findings(before, after))
        spoken = language(after, [each for _, each in after.journey_documents()], lang)
        drawn = _draw(after, Since(old.name, found), charts, spoken) if charts else []
        match format_:
            case "json":
                from cxmap.output.diff.json_object import diff_json

                text = diff_json(found, findings, old.described, new.described)
            case "markdown":
                from cxmap.output.diff.markdown import markdown

                text = markdown(before, after, found, findings, spoken, drawn)
            case "concise":
                from cxmap.output.diff.text import concise

                text = concise(before, after, found, spoken)
            case _:
                from cxmap.output.diff.text import full

                text = full(before, after, found, findings, screen(color, output), spoken, quiet=quiet)
        emit(text, target)
    worse = found.summary["worse"]
    return int(bool(worse) if fail_on == "worse" else bool(found.changes) if fail_on == "any" else False)


def _draw(after: Project, since: Since, folder: str, lang: Lang) -> list[Path]:
    """The emotional journeys whose experiences changed, over what they were, as pictures in a folder."""
    from cxmap.io.files import Output, make_folder
    from cxmap.lint.refusal import sound_part
    from cxmap.output.charts.catalogue import Wish, plan
    from cxmap.output.charts.render import render
    from cxmap.output.drawing.options import ChartError, ChartOptions

    documents = [each for each in sound_part(after).documents if each.journey and each.journey.id in since.journeys]
    planned = plan(after, documents, ["emotion"], Wish(since=since))
    # Looked at before anything is drawn: what others write there meanwhile stays.
    outputs = [(wanted, Output(Path(folder) / f"{wanted.stem}.png")) for wanted in planned]
    written = []
    for wanted, output in outputs:
        try:
            if isinstance(wanted.view, ChartError):
                raise wanted.view
            picture = render(wanted.view, "png", ChartOptions(theme=after.config.theme, lang=lang))
        except ChartError as error:
            remark(f"not drawn: {wanted.what}: {error}")
            continue
        make_folder(output.path.parent)
        output.write(picture.data)
        written.append(output.path)
    return written
