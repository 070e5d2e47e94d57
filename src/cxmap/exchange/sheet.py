"""Rows of cells out of CSV, TSV and XLSX, as spreadsheets write them."""

from __future__ import annotations

import csv
import datetime as dt
import io
import math
import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final, TypeAlias

from cxmap.exchange.archive import ARCHIVE_START, check_archive
from cxmap.exchange.errors import ForeignError, MissingExtraError
from cxmap.exchange.foreign_text import EXCEL, decoded

if TYPE_CHECKING:
    from collections.abc import Sequence

Cell: TypeAlias = "str | float"
"""Text, or a number; ``""`` is an empty cell."""

SEPARATORS: Final = (",", ";", "\t", "|")
WORKBOOK_SUFFIXES: Final = {".xlsx", ".xlsm"}
SHEET: Final = "touchpoints"
"""The sheet of a workbook that cxmap writes, and reads where it is there."""
MAX_UNPACKED: Final = 32 << 20
"""Bytes of a workbook that is typed by people; a thousand touchpoints take less than one of them."""
_WORKBOOKS: Final = {*WORKBOOK_SUFFIXES, ".xls", ".ods"}  # of the last two it is said that they are another kind
_FIRST_LINES: Final = 1 << 20

_SEPARATOR_LINE = re.compile(r"sep=(.)\s*\Z")
_NUMBER = re.compile(r"[-+]?(?:[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+)")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with a header.

    Attributes:
        header: The names of its columns, without blanks around them.
        rows: Each row that is not empty, with its number in the file (the header has number 1).
    """

    header: list[str]
    rows: list[tuple[int, list[Cell]]]


def read_sheet(data: bytes, suffix: str) -> Sheet:
    """The table in a file.

    Args:
        data: The file.
        suffix: Its ending, lower case: ``.xlsx`` must be a workbook, anything else may be one or text. Of a workbook
            the sheet named touchpoints is read, else the first.

    Raises:
        ForeignError: It is empty, damaged, in another encoding, or too large once unpacked.
        MissingExtraError: A workbook, and what reads one is not installed.
    """
    rows = (
        _workbook_rows(data)
        if suffix in _WORKBOOKS or data.startswith(ARCHIVE_START)
        else _text_rows(decoded(data, EXCEL))
    )
    filled = [(number, row) for number, row in enumerate(rows, 1) if any(cell != "" for cell in row)]
    if not filled:
        raise ForeignError("the file is empty")
    (_, header), *rest = filled
    return Sheet([str(cell).strip() for cell in header], rest)


def separator(text: str) -> str:
    """What separates the columns of a text table: what divides its first rows into the most columns, all alike."""
    head = text[:_FIRST_LINES]

    def columns(sign: str) -> tuple[bool, int]:
        widths = {len(row) for row in islice(csv.reader(io.StringIO(head, newline=""), delimiter=sign), 10) if row}
        return len(widths) == 1 and widths != {1}, max(widths, default=0)

    return max(SEPARATORS, key=columns)


def number(cell: Cell) -> float | None:
    """The number in a cell, with a decimal point or a decimal comma; ``None`` where it holds none.

    A whole number comes back as an ``int``.
    """
    if isinstance(cell, str):
        text = cell.strip()
        if not _NUMBER.fullmatch(text):
            return None
        cell = float(text.replace(",", "."))
    if not math.isfinite(cell):
        return None
    return int(cell) if cell == int(cell) else cell


def _text_rows(text: str) -> Sequence[list[Cell]]:
    first, _, rest = text.partition("\n")
    told = _SEPARATOR_LINE.match(first)  # Excel's own way to say it
    if told:
        text = "\n" + rest
    try:
        return [
            list(row)
            for row in csv.reader(io.StringIO(text, newline=""), delimiter=told[1] if told else separator(text))
        ]
    except csv.Error as error:
        raise ForeignError(f"not a table: {error}") from None


def _workbook_rows(data: bytes) -> Sequence[list[Cell]]:
    try:
        from python_calamine import CalamineError, load_workbook
    except ImportError:
        raise MissingExtraError("reading XLSX", "office") from None
    check_archive(data, limit=MAX_UNPACKED)
    try:
        book = load_workbook(io.BytesIO(data))
        if not book.sheet_names:
            return []
        name = SHEET if SHEET in book.sheet_names else book.sheet_names[0]
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except (CalamineError, ValueError, OSError) as error:
        raise ForeignError(f"not a workbook: {error}") from None
    return [[_plain(cell) for cell in row] for row in rows]


def _plain(cell: object) -> Cell:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int | float):
        return cell
    if isinstance(cell, dt.datetime) and cell.time() == dt.time():
        return cell.date().isoformat()
    return "" if cell is None else str(cell)
