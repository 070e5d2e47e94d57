"""What ``cxmap import survey`` prints instead of writing: a first mapping, open answers, drivers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.cli.answers import opened
from cxmap.cli.console import Stop, emit_file, remarks
from cxmap.cli.import_common import find_journey, taking_over

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cxmap.choices import DriversFormat, Lang
    from cxmap.cli.answers import Where
    from cxmap.exchange.survey.mapping import MappingFile
    from cxmap.exchange.survey.scores import Summed
    from cxmap.output.tables.signs import Screen
    from cxmap.project.document import Document
    from cxmap.project.project import Project


def check_drivers(drivers: bool, given: Mapping[str, object]) -> None:
    """Check that what only says something of drivers is not given without them.

    Raises:
        Stop: It is.
    """
    alone = next((name for name, value in given.items() if value is not None), None)
    if alone and not drivers:
        raise Stop(f"{alone} is about --drivers; add that, or leave it out")


def drivers_text(
    file: MappingFile,
    summed: Summed,
    project: Project,
    document: Document,
    asked: tuple[DriversFormat | None, int | None, Lang | None],
    on: Screen,
    *,
    quiet: bool,
) -> str:
    """What moves the overall mark, as text."""
    from cxmap.analysis.ranking.options import DEFAULT_SEED
    from cxmap.exchange.survey.drivers import survey_drivers
    from cxmap.output.language import language
    from cxmap.output.tables.drivers_json import drivers_json
    from cxmap.output.tables.drivers_table import drivers_markdown, drivers_table

    format_, seed, lang = asked
    found = survey_drivers(file.mapping, summed.marks, DEFAULT_SEED if seed is None else seed)
    if format_ == "json":
        return drivers_json(found)
    spoken = language(project, [document.journey] if document.journey else [], lang)
    titles = {placed.touchpoint.id: placed.touchpoint.title for placed in document.touchpoints()}
    if format_ == "markdown":
        return drivers_markdown(found, titles, spoken)
    return drivers_table(found, titles, on, lang=spoken, remarks=not quiet)


def print_mapping(where: Where, into: str | None, *, quiet: bool) -> None:
    """Print a first mapping, made from the columns of the answers."""
    from cxmap.exchange.survey.suggest import suggested_mapping

    project, journey = find_journey(into)[:2] if into else (None, None)
    with taking_over(where.name), opened(where, quiet=quiet) as found:
        suggested = suggested_mapping(found, where.title, journey, project)
    emit_file(suggested)


def print_quotes(where: Where, file: MappingFile, column: str, into: str | None, *, quiet: bool) -> None:
    """Print open answers as evidence to choose from."""
    from cxmap.exchange.survey.quotes import quotes
    from cxmap.exchange.survey.respondents import respondents

    project, _, journey = find_journey(into or file.mapping.journey)
    with taking_over(where.name):
        groups = respondents(file, project, journey)
        with opened(where, file.mapping.answers, quiet=quiet) as found:
            drafts = quotes(file, found, groups, column)
    emit_file(drafts.text)
    if not quiet:
        remarks(drafts.remarks)
