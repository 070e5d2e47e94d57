"""``cxmap import survey``: from customers' answers to scores."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cxmap.choices import DriversFormat
from cxmap.cli.answers import Where, check_file, opened
from cxmap.cli.console import Stop, destination, emit, remark, remarks, screen
from cxmap.cli.import_common import find_journey, save, show_changes, taking_over
from cxmap.cli.survey_output import check_drivers, drivers_text, print_mapping, print_quotes

if TYPE_CHECKING:
    from typing import Annotated

    import typer

    from cxmap.choices import Lang
    from cxmap.cli.options import ColorOption, DryRun, Into, Quiet


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
        int | None,
        typer.Option("--seed", metavar="N", min=0, max=2**32 - 1, help="Start of the bootstrap's random numbers."),
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
    check_drivers(drivers, {"--format": format_, "--output": output, "--seed": seed, "--lang": lang})
    check_file(answers)
    if suggest_mapping:
        print_mapping(Where.of(answers, table, timeout), into, quiet=quiet)
        return
    if mapping is None:
        start = f"cxmap import survey {Where.of(answers, table, timeout).name} --suggest-mapping"
        raise Stop(f"a mapping says what the columns mean; start one: {start}")
    from cxmap.analysis.scores import alike, scales
    from cxmap.exchange.foreign_text import read_bytes
    from cxmap.exchange.survey.answers_out import answers_file
    from cxmap.exchange.survey.into import check_touchpoints, write_scores
    from cxmap.exchange.survey.mapping import MappingFile
    from cxmap.exchange.survey.respondents import respondents
    from cxmap.exchange.survey.scores import sum_up
    from cxmap.text.wording import counted

    with taking_over(mapping):
        file = MappingFile(read_bytes(Path(mapping)), mapping)
    where = Where.of(answers, table, timeout, file.mapping)
    if quotes is not None:
        print_quotes(where, file, quotes, into, quiet=quiet)
        return
    project, document, journey = find_journey(into or file.mapping.journey)
    if drivers and file.mapping.overall is None:
        raise Stop(f"{mapping} names no question about the whole; add 'overall: COLUMN'")
    target = destination(output, format_ or "table", DriversFormat) if drivers else None
    with taking_over(where.name):
        check_touchpoints(file, document)
        groups = respondents(file, project, journey)
        with opened(where, file.mapping.answers, quiet=quiet) as found:
            summed = sum_up(file, found, groups, one_by_one=drivers or not no_answers)
        if drivers:
            asked = (format_, seed, lang)
            emit(drivers_text(file, summed, project, document, asked, screen(color, output), quiet=quiet), target)
            remarks(() if quiet else summed.remarks)
            return
        written = write_scores(file, summed, groups, project, document, journey)
        beside = None if no_answers else answers_file(file, summed, groups, document)
        after = save(document, written.data, into=into, dry_run=dry_run)
        kept = beside.write(dry_run=dry_run) if beside else ()
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
    who = counted(summed.respondents, "respondent")
    said = f"{who}; {' and '.join(what)} {done} in {document.name}."
    remarks((*summed.remarks, *written.remarks, said, *kept))
