"""``cxmap import survey``: from customers' answers to scores."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cxmap.cli.answers import Where, opened
from cxmap.cli.console import Stop, destination, emit, emit_file, remark, screen
from cxmap.cli.import_common import DryRun, Into, find_journey, save, show_changes, taking_over

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cxmap.choices import DriversFormat, Lang
    from cxmap.cli.options import ColorOption, Quiet
    from cxmap.exchange.survey.mapping import MappingFile
    from cxmap.exchange.survey.respondents import Respondents
    from cxmap.exchange.survey.scores import Summed
    from cxmap.output.tables.signs import Screen
    from cxmap.project.document import Document
    from cxmap.project.project import Project


def command(
    answers: Annotated[
        str | None,
        typer.Argument(
            metavar="ANSWERS",
            help="CSV, TSV, XLSX, SAV, Parquet or a folder of it; - for CSV on stdin; env:NAME for a database.",
        ),
    ] = None,
    mapping: Annotated[
        str | None, typer.Option("--mapping", metavar="FILE", help="What the columns and codes mean, as YAML.")
    ] = None,
    into: Into = None,
    table: Annotated[
        str | None, typer.Option("--table", metavar="TABLE", help="The table or view of a database.")
    ] = None,
    timeout: Annotated[
        float | None,
        typer.Option("--timeout", metavar="SECONDS", help="How long a database may take for a query (default: 120)."),
    ] = None,
    dry_run: DryRun = False,
    suggest_mapping: Annotated[
        bool, typer.Option("--suggest-mapping", help="Print a first mapping, made from the columns, and stop.")
    ] = False,
    quotes: Annotated[
        str | None,
        typer.Option("--quotes", metavar="COLUMN", help="Print open answers as evidence to choose from, and stop."),
    ] = None,
    drivers: Annotated[
        bool, typer.Option("--drivers", help="Show what moves the overall mark, and write nothing.")
    ] = False,
    no_answers: Annotated[
        bool, typer.Option("--no-answers", help="Write no file of how the scores vary together.")
    ] = False,
    format_: Annotated[
        DriversFormat | None, typer.Option("--format", help="What --drivers writes (default: table).")
    ] = None,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Write the drivers to a file.")
    ] = None,
    seed: Annotated[
        int | None, typer.Option("--seed", min=0, max=2**32 - 1, help="Start of the bootstrap's random numbers.")
    ] = None,
    lang: Annotated[Lang | None, typer.Option("--lang", help="The language of the drivers.")] = None,
    quiet: Quiet = False,
    color: ColorOption = "auto",
) -> None:
    """Sum up a survey's answers, and write them into a journey.

    A mapping says which column is the importance or the experience of which touchpoint, which codes are no answers,
    and what the scale is. The scores name the survey as their source, and the rest of the file stays as it is. Beside
    it, JOURNEY.answers.json keeps how the scores vary together, and no answer of anybody.

    A database is counted where it is, and only read. Its URL stands in an environment variable, as SQLAlchemy has it:
    CXMAP_ANSWERS=postgresql+psycopg://reader@host/database, with the password in PGPASSWORD or ~/.pgpass.

    Examples:
      cxmap import survey answers.csv --suggest-mapping --into first-shoes > mapping.yaml
      cxmap import survey answers.csv --mapping mapping.yaml --into first-shoes --dry-run
      cxmap import survey answers.parquet --mapping mapping.yaml
      cxmap import survey answers.csv --mapping mapping.yaml --drivers
      cxmap import survey env:CXMAP_ANSWERS --table crm.exit_survey --mapping mapping.yaml
      cxmap import survey answers.csv --mapping mapping.yaml --quotes remarks
    """
    _check_drivers(drivers, {"--format": format_, "--output": output, "--seed": seed, "--lang": lang})
    if suggest_mapping:
        _suggest(Where.of(answers, table, timeout), into, quiet=quiet)
        return
    if mapping is None:
        start = f"cxmap import survey {Where.of(answers, table, timeout).name} --suggest-mapping"
        raise Stop(f"a mapping says what the columns mean; start one: {start}")
    from cxmap.analysis.scores import alike, scales
    from cxmap.exchange.foreign_text import read_bytes
    from cxmap.exchange.survey.into import check_touchpoints, write_scores
    from cxmap.exchange.survey.mapping import MappingFile
    from cxmap.exchange.survey.respondents import respondents
    from cxmap.exchange.survey.scores import sum_up
    from cxmap.text.wording import counted

    with taking_over(mapping):
        file = MappingFile(read_bytes(Path(mapping)), mapping)
    where = Where.of(answers, table, timeout, file.mapping)
    if quotes is not None:
        _quotes(where, file, quotes, into, quiet=quiet)
        return
    project, document, journey = find_journey(into or file.mapping.journey)
    if drivers and file.mapping.overall is None:
        raise Stop(f"{mapping} names no question about the whole; add 'overall: COLUMN'")
    target = destination(output) if drivers else None
    with taking_over(where.name):
        check_touchpoints(file, document)
        groups = respondents(file, project, journey)
        with opened(where, file.mapping.answers, quiet=quiet) as found:
            summed = sum_up(file, found, groups, one_by_one=drivers or not no_answers)
        if drivers:
            text = _drivers(file, summed, project, document, (format_, seed, lang), screen(color, output), quiet=quiet)
            emit(text, target)
            _remarks(() if quiet else summed.remarks)
            return
        written = write_scores(file, summed, groups, project, document, journey)
        after = save(document, written.data, into=into, dry_run=dry_run)
        kept = () if no_answers else _keep_answers(file, summed, groups, document, dry_run=dry_run)
    show_changes(project, after, document, journey, written.changes)
    if quiet:
        return
    answered = file.mapping.answers.scale
    if any(not alike(answered, on) for on in scales(project, journey)):
        remark(
            f"The answers are on {answered.min:g} to {answered.max:g}; old and new are shown on the journey's scale."
        )
    count, waves = (sum(getattr(change, name) for change in written.changes) for name in ("differs", "adds_wave"))
    scores = counted(count, "score") + (f" ({waves} with a new wave)" if waves else "")
    what = [scores, *(f"the source '{name}'" for name in written.sources)]
    done = "would change" if dry_run else "changed"
    said = f"{summed.respondents:,} respondents; {' and '.join(what)} {done} in {document.name}."
    _remarks((*summed.remarks, *written.remarks, said, *kept))


def _remarks(sentences: Iterable[str]) -> None:
    for sentence in sentences:
        remark(sentence)


def _keep_answers(
    file: MappingFile, summed: Summed, groups: Respondents, document: Document, *, dry_run: bool
) -> tuple[str, ...]:
    """Write the file of how the scores vary together, beside the journey's; what to say of it.

    Raises:
        WriteError: It cannot be written.
    """
    from cxmap.analysis.dependence import MOST_BYTES, beside
    from cxmap.exchange.survey.answers_out import answers_json
    from cxmap.io.files import create, write

    path, name = Path(beside(document.location)), beside(document.name)
    before = path.read_bytes() if path.is_file() else None
    content = answers_json(file, summed, groups, before)
    if content is None or content == before:
        return ()
    if len(content) > MOST_BYTES:
        return (f"{name} stays as it is: how so many scores vary together does not fit in 1 MiB",)
    if dry_run:
        return (f"{name} would change: how the scores vary together, and no answer of anybody",)
    if before is None:
        create(path, content)
    else:
        write(path, content, expected=before)
    return (f"{name} changed: how the scores vary together, and no answer of anybody; keep it beside the journey",)


def _check_drivers(drivers: bool, given: Mapping[str, object]) -> None:
    """Check that what only says something of drivers is not given without them.

    Raises:
        Stop: It is.
    """
    alone = next((name for name, value in given.items() if value is not None), None)
    if alone and not drivers:
        raise Stop(f"{alone} is about --drivers; add that, or leave it out")


def _drivers(
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


def _suggest(where: Where, into: str | None, *, quiet: bool) -> None:
    from cxmap.exchange.survey.suggest import suggested_mapping

    project, journey = find_journey(into)[:2] if into else (None, None)
    with taking_over(where.name), opened(where, quiet=quiet) as found:
        suggested = suggested_mapping(found, where.title, journey, project)
    emit_file(suggested)


def _quotes(where: Where, file: MappingFile, column: str, into: str | None, *, quiet: bool) -> None:
    from cxmap.exchange.survey.quotes import quotes
    from cxmap.exchange.survey.respondents import respondents

    project, _, journey = find_journey(into or file.mapping.journey)
    with taking_over(where.name):
        groups = respondents(file, project, journey)
        with opened(where, file.mapping.answers, quiet=quiet) as found:
            drafts = quotes(file, found, groups, column)
    emit_file(drafts.text)
    if not quiet:
        for sentence in drafts.remarks:
            remark(sentence)
