"""``cxmap summary``: journeys in figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.choices import SummaryFormat
from cxmap.cli.console import destination, emit, load_project, screen, without_errors

if TYPE_CHECKING:
    from typing import Annotated

    import typer

    from cxmap.choices import Lang
    from cxmap.cli.options import ColorOption, Paths, Quiet, StdinFilename


def command(
    paths: Paths = None,
    journey: Annotated[str | None, typer.Option("--journey", metavar="ID", help="Only this journey.")] = None,
    persona: Annotated[str | None, typer.Option("--persona", metavar="ID", help="Only this persona.")] = None,
    format_: Annotated[SummaryFormat, typer.Option("--format", help="What to write.")] = "table",
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")] = None,
    lang: Annotated[Lang | None, typer.Option("--lang", help="The language of tables.")] = None,
    stdin_filename: StdinFilename = None,
    quiet: Quiet = False,
    color: ColorOption = "auto",
) -> int:
    """Show journeys in figures: index, weakest link, drops, coverage.

    Also the lowest and highest touchpoint, how it ends, waiting time, and how much rests on evidence.

    Examples:
      cxmap summary
      cxmap summary journeys/first-shoes.cxmap.yaml --persona noor
      cxmap summary --format markdown -o summary.md
    """
    from cxmap.analysis.summary import summary
    from cxmap.output.language import language

    target = destination(output, format_, SummaryFormat)
    project = load_project(paths, stdin_filename=stdin_filename)
    sound = without_errors(project)
    if sound.nothing_left or journey in sound.refused:
        return 1
    project = sound.project
    found = summary(project, journey, persona)
    about = [known for _, known in project.journey_documents() if journey in {None, known.id}]
    spoken = language(project, about, lang)
    match format_:
        case "json":
            from cxmap.output.tables.summary_json import summary_json

            text = summary_json(found)
        case "markdown":
            from cxmap.output.tables.summary_table import summary_markdown

            text = summary_markdown(project, found, spoken)
        case _:
            from cxmap.output.tables.summary_table import summary_table

            text = summary_table(project, found, screen(color, output), lang=spoken, remarks=not quiet)
    emit(text, target)
    return int(sound.errors)
