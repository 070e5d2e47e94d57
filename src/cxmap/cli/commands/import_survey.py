"""``cxmap import survey``: from customers' answers to scores."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cxmap.cli.answers import Where, opened
from cxmap.cli.console import Stop, emit_file, remark
from cxmap.cli.import_common import DryRun, Into, find_journey, save, show_changes, taking_over

if TYPE_CHECKING:
    from cxmap.cli.options import Quiet
    from cxmap.exchange.survey.mapping import MappingFile


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
    quiet: Quiet = False,
) -> None:
    """Sum up a survey's answers, and write them into a journey.

    A mapping says which column is the importance or the experience of which touchpoint, which codes are no answers,
    and what the scale is. The scores name the survey as their source, and the rest of the file stays as it is.

    A database is counted where it is, and only read. Its URL stands in an environment variable, as SQLAlchemy has it:
    CXMAP_ANSWERS=postgresql+psycopg://reader@host/database, with the password in PGPASSWORD or ~/.pgpass.

    Examples:
      cxmap import survey answers.csv --suggest-mapping --into first-shoes > mapping.yaml
      cxmap import survey answers.csv --mapping mapping.yaml --into first-shoes --dry-run
      cxmap import survey answers.parquet --mapping mapping.yaml
      cxmap import survey env:CXMAP_ANSWERS --table crm.exit_survey --mapping mapping.yaml
      cxmap import survey answers.csv --mapping mapping.yaml --quotes remarks
    """
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
    with taking_over(where.name):
        check_touchpoints(file, document)
        groups = respondents(file, project, journey)
        with opened(where, file.mapping.answers, quiet=quiet) as found:
            summed = sum_up(file, found, groups)
        written = write_scores(file, summed, groups, project, document, journey)
        after = save(document, written.data, into=into, dry_run=dry_run)
    show_changes(project, after, document, journey, written.changes)
    if quiet:
        return
    answered = file.mapping.answers.scale
    if any(not alike(answered, on) for on in scales(project, journey)):
        remark(
            f"The answers are on {answered.min:g} to {answered.max:g}; old and new are shown on the journey's scale."
        )
    for sentence in (*summed.remarks, *written.remarks):
        remark(sentence)
    count, waves = (sum(getattr(change, name) for change in written.changes) for name in ("differs", "adds_wave"))
    scores = counted(count, "score") + (f" ({waves} with a new wave)" if waves else "")
    what = [scores, *(f"the source '{name}'" for name in written.sources)]
    done = "would change" if dry_run else "changed"
    remark(f"{summed.respondents:,} respondents; {' and '.join(what)} {done} in {document.name}.")


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
