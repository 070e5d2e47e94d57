"""``cxmap import status``: how far the plan is, out of a tracker."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cxmap.cli.console import emit, project_loader, remark
from cxmap.cli.import_common import refusing, taking_over
from cxmap.text.wording import counted, listed

if TYPE_CHECKING:
    from cxmap.cli.options import DryRun, Quiet, Today
    from cxmap.exchange.plan.status_in import Change


def command(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="CSV, TSV or XLSX out of a tracker; - for CSV on standard input.")
    ],
    dry_run: DryRun = False,
    today: Today = None,
    quiet: Quiet = False,
) -> None:
    """Bring back from a tracker how far actions and steps are.

    Reads what Jira, Azure DevOps and GitHub export: an item is known by its label or tag, cxmap:ACTION or
    cxmap:ACTION/STEP, as cxmap roadmap gave it. Its status, due date and the day it was closed become status, due,
    finished and done in the files of this project; nothing else in them changes. Words that are not known are listed
    and left; 'status' in cxmap.toml says what they mean.

    Examples:
      cxmap import status jira.csv --dry-run
      cxmap import status azure.csv
      cxmap import status github.tsv --today 2026-12-31
    """
    from cxmap.exchange.foreign_text import read_bytes
    from cxmap.exchange.plan.status_in import take_status
    from cxmap.exchange.sheet.cells import read_sheet
    from cxmap.session import editing

    load = project_loader(None, today=today)
    project = load({})
    defining = tuple(each for each in project.documents if each.summary.definitions.get("actions"))
    with refusing(), taking_over(file):
        editing.refuse_errors(replace(project, reported=defining))
        data = sys.stdin.buffer.read() if file == "-" else read_bytes(Path(file))
        taken = take_status(project, read_sheet(data, Path(file).suffix.lower()))
        for write in (False, True):  # all of them are proven before the first is written
            if write and dry_run:
                break
            for document, changed in taken.files.items():
                editing.save(document, changed, load, dry_run=not write)
    _show(taken.changes)
    if quiet:
        return
    for sentence in taken.remarks:
        remark(sentence)
    files = [document.name for document in taken.files]
    where = f" in {listed(files)}" if files else ""
    remark(f"{counted(len(taken.changes), 'change')} {'to make' if dry_run else 'made'}{where}.")


def _show(changes: tuple[Change, ...]) -> None:
    """Print what changes, old and new, on standard output."""
    from cxmap.output.tables.render import aligned

    if changes:
        rows = [
            ("item", "key", "old", "new"),
            *((each.path, each.key, _said(each.old), _said(each.new)) for each in changes),
        ]
        for line in aligned(zip(*rows, strict=True)):
            emit(f"{line}\n")


def _said(value: Any) -> str:
    return "-" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
