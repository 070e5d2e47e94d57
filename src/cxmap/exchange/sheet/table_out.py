"""Tables of touchpoints, written as CSV and XLSX. What a team types is data: no cell is ever a formula or a link."""

from __future__ import annotations

import csv
import datetime as dt
import io
from typing import TYPE_CHECKING, Any, Final

from cxmap.exchange.errors import MissingExtraError
from cxmap.exchange.sheet.cells import SHEET
from cxmap.exchange.sheet.touchpoints import COLUMNS, EXPORTED, SCORES, TouchpointRow
from cxmap.text.escape import csv_cell, spreadsheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.exchange.sheet.waves import WaveRow

    Rows = Sequence[TouchpointRow | WaveRow]

_WIDTHS: Final = {"stage": 18, "title": 42, "channel": 18, "owner": 18, "measured": 24}
_CREATED: Final = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - the same table gives the same bytes; XlsxWriter wants it plain
_NO_FORMULAS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def csv_table(rows: Rows, columns: Sequence[str] = COLUMNS) -> str:
    """The rows as CSV (RFC 4180) with a header."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([csv_cell(cell) if isinstance(cell, str) else cell for cell in row.cells] for row in rows)
    return out.getvalue()


def workbook(rows: Rows, columns: Sequence[str] = COLUMNS) -> bytes:
    """The rows as an XLSX workbook of one sheet, in which scores outside their scale are refused.

    Raises:
        MissingExtraError: XlsxWriter is not installed.
    """
    try:
        import xlsxwriter
    except ImportError:
        raise MissingExtraError("writing XLSX", "office") from None
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, _NO_FORMULAS)
    book.set_properties({"created": _CREATED})
    sheet = book.add_worksheet(SHEET)
    head = book.add_format({"bold": True, "bottom": 1})
    typed = book.add_format({"bg_color": "#FFF8E1", "num_format": "0.####"})
    for column, name in enumerate(columns):
        sheet.set_column(column, column, _WIDTHS.get(name, 14), None, {"hidden": name == EXPORTED})
        sheet.write_string(0, column, name, head)
    for number, row in enumerate(rows, 1):
        for column, (name, cell) in enumerate(zip(columns, row.cells, strict=True)):
            scored = row if isinstance(row, TouchpointRow) and name in SCORES else None
            cell_format = typed if scored and name not in scored.measured else None
            if isinstance(cell, int | float):
                sheet.write_number(number, column, cell, cell_format)
            elif cell:
                sheet.write_string(number, column, spreadsheet(cell), cell_format)
            else:
                sheet.write_blank(number, column, None, cell_format)
            if scored:
                sheet.data_validation(number, column, number, column, _inside_scale(scored, name))
    sheet.freeze_panes(1, 5)
    sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
    book.close()
    return out.getvalue()


def _inside_scale(row: TouchpointRow, name: str) -> dict[str, Any]:
    scale = row.scales.importance if name == "importance" else row.scales.experience
    return {
        "validate": "decimal",
        "criteria": "between",
        "minimum": scale.min,
        "maximum": scale.max,
        "error_title": "Outside the scale",
        "error_message": f"A mark from {scale.min:g} to {scale.max:g}.",
    }
