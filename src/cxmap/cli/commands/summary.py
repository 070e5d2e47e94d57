"""``cxmap summary``: journeys in figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from cxmap.cli.console import Color, destination, emit, load_project, one_of, screen, without_errors

if TYPE_CHECKING:
    from typing import Annotated

    import typer

    from cxmap.cli.common import ColorOption, Paths, Quiet, StdinFilename
    from cxmap.i18n.language import Lang

FORMATS = ("table", "json", "markdown")


def command(
    paths: Paths = None,
    journey: Annotated[str | None, typer.Option("--journey", metavar="ID", help="Only this journey.")] = None,
    persona: Annotated[str | None, typer.Option("--persona", metavar="ID", help="Only this persona.")] = None,
    format_: Annotated[str, typer.Option("--format", metavar="FORMAT", help="table, json or markdown.")] = "table",
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")] = None,
    lang: Annotated[str | None, typer.Option("--lang", metavar="en|nl", help="The language of tables.")] = None,
    stdin_filename: StdinFilename = None,
    quiet: Quiet = False,
    color: ColorOption = Color.AUTO,
) -> int:
    """Show journeys in figures: index, weakest link, drops, coverage.

    Also the lowest and highest touchpoint, how it ends, waiting time, and how much rests on evidence.

    Examples:
      cxmap summary
      cxmap summary journeys/first-shoes.cxmap.yaml --persona noor
      cxmap summary --format markdown -o summary.md
    """
    from cxmap.analysis.summary import summary
    from cxmap.i18n.language import LANGUAGES
    from cxmap.output.language import language

    one_of("--format", format_, FORMATS)
    if lang is not None:
        one_of("--lang", lang, LANGUAGES)
    target = destination(output)
    project = load_project(paths, stdin_filename=stdin_filename)
    sound = without_errors(project)
    if sound.nothing_left or journey in sound.refused:
        return 1
    project = sound.project
    found = summary(project, journey, persona)
    about = [known for _, known in project.journey_documents() if journey in {None, known.id}]
    spoken = language(project, about, cast("Lang | None", lang))
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
