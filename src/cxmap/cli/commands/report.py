"""``cxmap report``: the whole story of a project in one file, for people who never open a terminal."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from cxmap.choices import REPORT_PARTS, ReportFormat
from cxmap.cli.console import Stop, destination, emit_file, load_project, one_of, remark, without_errors

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager
    from typing import Annotated

    import typer

    from cxmap.choices import Lang
    from cxmap.cli.options import ColorOption, Paths, Quiet, StdinFilename, Today
    from cxmap.io.files import Output
    from cxmap.model.journey import Journey
    from cxmap.output.html.page import LayOut
    from cxmap.project.project import Project
    from cxmap.story.story import Story

CONTRADICTIONS = ("CX406", "CX407")
"""Rules on what contradicts itself in a plan: it is shown as it is, and reported."""
OF_THE_PROJECT = ("people", "stakeholders", "roadmap", "dashboard")
"""Chapters that rest on files without a journey."""
CHARTS = ("emotion", "change", "map", "blueprint", "matrix", "stakeholders", "roadmap", "dashboard")
"""Those that a page may show."""
LARGE = 1_000_000
"""Bytes from which a page is told to be large."""
MARKS = (b'<meta name="generator" content="cxmap">', b"<!-- cxmap-report -->", b'"command": "report"')
"""What a file holds near its start that this command has made."""
NEAR = 4096


def command(
    paths: Paths = None,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help="Where to; default: report.html in the project's root."),
    ] = None,
    format_: Annotated[ReportFormat, typer.Option("--format", help="What to write.")] = "html",
    journey: Annotated[
        list[str] | None, typer.Option("--journey", metavar="ID", help="Only this journey. Repeatable.")
    ] = None,
    persona: Annotated[
        list[str] | None, typer.Option("--persona", metavar="ID", help="Only this persona. Repeatable.")
    ] = None,
    top: Annotated[int, typer.Option("--top", metavar="N", help="How many opportunities have a sheet.")] = 5,
    leave_out: Annotated[
        list[str] | None,
        typer.Option("--leave-out", metavar="A,B", help=f"Leave out {', '.join(REPORT_PARTS)}. Repeatable."),
    ] = None,
    title: Annotated[
        str | None, typer.Option("--title", metavar="TEXT", help="A title in place of the journey's.")
    ] = None,
    lang: Annotated[Lang | None, typer.Option("--lang", help="The language of the tool's own words.")] = None,
    open_: Annotated[bool, typer.Option("--open", help="Open what was written.")] = False,
    stdin_filename: StdinFilename = None,
    today: Today = None,
    quiet: Quiet = False,
    color: ColorOption = "auto",  # noqa: ARG001 - every command takes it
) -> int:
    """Write the whole story into one file that loads nothing.

    The message first, then what changed, journeys, ranking, opportunities in detail, people, plan, dashboard, open
    needs and what it all rests on: for a browser, for print, for a mail.

    Examples:
      cxmap report
      cxmap report --lang nl --title "Klantreizen, najaar 2026" -o klantreizen.html
      cxmap report --leave-out quotes,owners,sources,links -o for-outside.html
      cxmap report --format markdown --journey first-shoes
    """
    from cxmap.output.language import language
    from cxmap.story.redaction import without
    from cxmap.story.story import tell

    if top < 1:
        raise Stop(f"--top takes a number of at least 1, not {top}")
    left_out = _parts(leave_out)
    with _laying_out(format_) as lay_out:
        project = load_project(paths, today=today, stdin_filename=stdin_filename)
        target = _destination(project, output, format_)
        sound = without_errors(project, also=CONTRADICTIONS)
        if sound.nothing_left or sound.refused.intersection(journey or ()):
            return 1
        asked = _asked(sound.project, journey or (), persona or ())
        about = [found for _, found in asked.journey_documents()]
        if not about:
            raise Stop("none of these files holds a journey to report on")
        if not sound.whole:
            left_out |= set(OF_THE_PROJECT)
        spoken = language(asked, about, lang)
        story = tell(without(asked, left_out, spoken), spoken, personas=persona or (), top=top, checked=asked)
        text, remarks = _text(story, format_, title, left_out, {} if lang else _languages(about), lay_out)
    emit_file(text, target)
    for said in () if quiet else remarks:
        remark(said)
    if target is not None and not target.is_stream:
        _written(target.path, show=open_)
    return int(sound.errors)


def _parts(chosen: Sequence[str] | None) -> set[str]:
    """What is to be left out."""
    names = [name.strip() for text in chosen or () for name in text.split(",") if name.strip()]
    for name in names:
        one_of("--leave-out", name, REPORT_PARTS)
    return set(names)


def _laying_out(format_: ReportFormat) -> AbstractContextManager[LayOut | None]:
    """Other processes, which get ready to lay charts out while this one finds out what they show."""
    if format_ != "html":
        return nullcontext()
    import cxmap.output.html.page
    import cxmap.output.report.compose  # noqa: F401 - before there are copies, which inherit it
    from cxmap.output.charts.batch import laying_out

    return laying_out(CHARTS)


def _destination(project: Project, output: str | None, format_: ReportFormat) -> Output | None:
    """Where to write: a page into a file unless something else is asked for, the others to standard output.

    Raises:
        Stop: There is a file that this command has not made.
    """
    if output is None:
        if format_ != "html":
            return None
        output = str(project.root / "report.html")
    target = destination(output, format_, ReportFormat)
    if target is not None and not target.is_stream:
        _made_by_us(target.path)
    return target


def _made_by_us(path: Path) -> None:
    from cxmap.text.escape import path_name

    try:
        with path.open("rb") as file:
            start = file.read(NEAR)
    except OSError:  # there is none, or it cannot be written either, which is said then
        return
    if start and not any(mark in start for mark in MARKS):
        raise Stop(f"{path_name(path)} was not made by cxmap report; name another file with -o")


def _asked(project: Project, journeys: Sequence[str], personas: Sequence[str]) -> Project:
    """The project, asked about some journeys alone.

    Raises:
        UsageError: There is no such journey, or no such persona in those.
    """
    from cxmap.analysis.scope import known
    from cxmap.analysis.stops import personas as personas_of

    every = [found.id for _, found in project.journey_documents()]
    for name in journeys:
        known("journey", name, every)
    reported = tuple(
        document
        for document in project.reported
        if not journeys or document.journey is None or document.journey.id in journeys
    )
    asked = replace(project, reported=reported)
    everybody = [name for document, _ in asked.journey_documents() for name in personas_of(document)]
    for name in personas:
        known("persona", name, everybody)
    return asked


def _languages(journeys: Sequence[Journey]) -> dict[str, Lang]:
    """The language of each journey that names one."""
    return {journey.id: journey.lang for journey in journeys if journey.lang}


def _text(
    story: Story,
    format_: ReportFormat,
    title: str | None,
    left_out: set[str],
    lang_of: dict[str, Lang],
    lay_out: LayOut | None,
) -> tuple[str, list[str]]:
    """The report, and what to say of it."""
    from cxmap.i18n.report import ReportWords
    from cxmap.output.report.compose import compose

    content = compose(story, title=title, leave_out=left_out, lang_of=lang_of)
    match format_:
        case "json":
            from cxmap.output.report.json_out import report_json

            return report_json(story, content.title, left_out), []
        case "markdown":
            from cxmap.output.report.markdown import markdown

            return markdown(content, ReportWords(story.lang)), []
    from cxmap.output.html.page import page

    made = page(content, ReportWords(story.lang), lay_out)
    remarks = [*made.remarks]
    size = len(made.html.encode())
    if size > LARGE:
        largest = max(made.parts, key=made.parts.__getitem__)
        remedy = f"; --leave-out {largest} makes it smaller" if largest in REPORT_PARTS else ""
        of_it = f"{made.parts[largest] / 1e6:.1f} MB of them {largest}"
        remarks.append(f"the page has {size / 1e6:.1f} MB, {of_it}{remedy}")
    return made.html, remarks


def _written(path: Path, *, show: bool) -> None:
    from cxmap.text.escape import path_name

    here = Path.cwd()
    sys.stdout.write(f"{path_name(str(path.relative_to(here)) if path.is_relative_to(here) else str(path))}\n")
    if show:
        import typer

        typer.launch(str(path))
