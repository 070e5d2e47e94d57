"""Rows of plain values as CSV (RFC 4180), safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from cxmap.text.escape import csv_cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cxmap.output.tables.gaps_records import Value


def csv_table(names: Sequence[str], rows: Iterable[Mapping[str, Value]]) -> str:
    """A header and the rows. Numbers stay numbers, text can become no formula, nothing is an empty cell."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(names)
    for row in rows:
        writer.writerow([_cell(row[name]) for name in names])
    return out.getvalue()


def _cell(value: Value) -> str | float:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return csv_cell(value)
    return "" if value is None else value
