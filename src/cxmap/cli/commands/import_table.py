"""``cxmap import table``: scores filled in in a spreadsheet, or a new journey from one."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cxmap.cli.console import Stop, emit, remark
from cxmap.cli.exit import Refused
from cxmap.cli.import_common import (
    find_journey,
    low_and_high,
    project_names,
    save,
    show_changes,
    taking_over,
    write_journey,
)

if TYPE_CHECKING:
    from cxmap.cli.options import DryRun, Into, Quiet
    from cxmap.exchange.sheet.table_in import Filled
    from cxmap.project.document import Document


def command(
    file: Annotated[str, typer.Argument(metavar="FILE", help="CSV, TSV or XLSX; - for CSV on standard input.")],
    into: Into = None,
    new: Annotated[
        str | None, typer.Option("--new", metavar="ID|TITLE", help="Make a new journey of a list or a map.")
    ] = None,
    scale: Annotated[
        str | None,
        typer.Option("--scale", metavar="MIN,MAX", help="With --new: lowest and highest score (default: 1,10)."),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE|DIR", help="With --new: where to (default: beside the others)."),
    ] = None,
    dry_run: DryRun = False,
    quiet: Quiet = False,
) -> None:
    """Bring back scores from a spreadsheet, or make a journey of one.

    Make the spreadsheet of scores with cxmap export xlsx or csv.

    Read are the columns touchpoint, persona, importance, experience and desired. Empty cells change nothing, and
    neither do cells that are as they were exported. Cells that were changed in the file too are listed and not taken
    (exit status 1); the others are. Decimal commas and semicolons, as Dutch spreadsheets write them, are understood.

    With --new any spreadsheet becomes a journey: a list with a row for each touchpoint, or a map with touchpoints
    across and the names of its rows in the first column. Columns such as stage, touchpoint, channel, owner, importance,
    experience, lifts, lowers and quote are known in English and Dutch; what was read and what was not is listed. Scores
    become assumptions.

    Examples:
      cxmap import table scores.xlsx --into first-shoes --dry-run
      cxmap import table scores.csv --into journeys/first-shoes.cxmap.yaml
      cxmap import table map.xlsx --new first-visit
    """
    from cxmap.exchange.foreign_text import read_bytes
    from cxmap.exchange.sheet.cells import read_sheet
    from cxmap.exchange.sheet.table_in import fill_in

    if new is not None:
        _make(file, new, into=into, scale=scale, output=output, dry_run=dry_run, quiet=quiet)
        return
    if scale is not None or output is not None:
        raise Stop("--scale and --output go with --new; without it scores go into the journey's own file")
    project, document, journey = find_journey(into)
    with taking_over(file):
        data = sys.stdin.buffer.read() if file == "-" else read_bytes(Path(file))
        filled = fill_in(project, document, journey, read_sheet(data, Path(file).suffix.lower()))
        if filled.changes:
            after = save(document, filled.data, into=into, dry_run=dry_run)
            show_changes(project, after, document, journey, filled.changes)
    for line in filled.conflicts:
        remark(f"not taken: {line}; change it in the file, or export again")
    if not quiet:
        _account(filled, document, dry_run=dry_run)
    if filled.conflicts:
        raise Refused


def _make(
    file: str, new: str, *, into: str | None, scale: str | None, output: str | None, dry_run: bool, quiet: bool
) -> None:
    """Make a journey of a list or a map."""
    from cxmap.cli.new_file import project_at, root_around
    from cxmap.exchange.draft.to_journey import to_journey
    from cxmap.exchange.foreign_text import read_bytes
    from cxmap.exchange.sheet.cells import read_sheet
    from cxmap.exchange.sheet.new_table import account, read_table
    from cxmap.model.ids import as_id, is_id
    from cxmap.session.placing import folder_of_journeys

    if into is not None:
        raise Stop("either --new for a new journey, or --into for one that there is")
    identifier = new if is_id(new) else as_id(new)
    if identifier is None:
        raise Stop(f"no id can be made from '{new}'; give one: lower-case letters, digits, - and _")
    low_high = low_and_high(scale)
    if output is None:
        root = root_around(Path())
        output = str(folder_of_journeys(project_at(root), root))
    known = project_names(output)
    if identifier in known.names.journeys:
        raise Stop(f"there is a journey with the id '{identifier}' already; name another id")
    with taking_over(file):
        data = sys.stdin.buffer.read() if file == "-" else read_bytes(Path(file))
        read = read_table(
            read_sheet(data, Path(file).suffix.lower()), scale=low_high, usual=known.scale, lang=known.lang
        )
        if not is_id(new):
            read.draft.title = new
        name = read.draft.title or new.replace("-", " ").replace("_", " ").capitalize()
        made = to_journey(read.draft, known.names, name=name, lang=known.lang, identifier=identifier)
        if dry_run:
            emit(made.text)
        else:
            write_journey(made, output)
    if quiet:
        return
    for sentence in (account(read), f"created {made.id}: {made.account}", *made.remarks, *read.remarks):
        remark(sentence)


def _account(filled: Filled, document: Document, *, dry_run: bool) -> None:
    """Say on standard error what was done."""
    for sentence in filled.remarks:
        remark(sentence)
    count = len(filled.changes)
    scores = f"{count} {'score' if count == 1 else 'scores'}"
    remark(f"{scores} would change in {document.name}." if dry_run else f"{scores} changed in {document.name}.")
