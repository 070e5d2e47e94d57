"""``cxmap import table``: scores filled in in a spreadsheet."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cxmap.cli.console import remark
from cxmap.cli.import_common import DryRun, Into, find_journey, save, show_changes, taking_over

if TYPE_CHECKING:
    from cxmap.cli.options import Quiet
    from cxmap.exchange.sheet.table_in import Filled
    from cxmap.project.document import Document


def command(
    file: Annotated[str, typer.Argument(metavar="FILE", help="CSV, TSV or XLSX; - for CSV on standard input.")],
    into: Into = None,
    dry_run: DryRun = False,
    quiet: Quiet = False,
) -> None:
    """Bring back scores that were filled in in a spreadsheet.

    Make the spreadsheet with cxmap export xlsx or csv.

    Read are the columns touchpoint, persona, importance, experience and desired. Empty cells change nothing, and
    neither do cells that are as they were exported. Cells that were changed in the file too are listed and not taken
    (exit status 1); the others are. Decimal commas and semicolons, as Dutch spreadsheets write them, are understood.

    Examples:
      cxmap import table scores.xlsx --into first-shoes --dry-run
      cxmap import table scores.csv --into journeys/first-shoes.cxmap.yaml
    """
    from cxmap.exchange.foreign_text import read_bytes
    from cxmap.exchange.sheet.cells import read_sheet
    from cxmap.exchange.sheet.table_in import fill_in

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
        raise typer.Exit(1)


def _account(filled: Filled, document: Document, *, dry_run: bool) -> None:
    """Say on standard error what was done."""
    for sentence in filled.remarks:
        remark(sentence)
    count = len(filled.changes)
    scores = f"{count} {'score' if count == 1 else 'scores'}"
    remark(f"{scores} would change in {document.name}." if dry_run else f"{scores} changed in {document.name}.")
