"""Rows of cells out of CSV, TSV and XLSX, as spreadsheets write them."""

from __future__ import annotations

import csv
import io
import math
import re
import tempfile
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from cxmap.exchange.errors import ForeignError
from cxmap.exchange.foreign_text import EXCEL, decoded
from cxmap.exchange.sheet import workbook
from cxmap.exchange.sheet.archive import ARCHIVE_START

if TYPE_CHECKING:
    from collections.abc import Iterator

SEPARATORS: Final = (",", ";", "\t", "|")
SHEET: Final = "touchpoints"
"""The sheet of a workbook that cxmap writes, and reads where it is there."""
MAX_UNPACKED: Final = 32 << 20
"""Bytes of a workbook that is typed by people; a thousand touchpoints take less than one of them."""
_WORKBOOKS: Final = {*workbook.SUFFIXES, ".xls", ".ods"}  # of the last two it is said that they are another kind
_FIRST_LINES: Final = 1 << 20

_COMPLAINTS: Final = {
    "unexpected end": 'a quote that never closes; close it, or write "" for one in a cell',
    "expected after": 'text after a closing quote; write "" for a quote in a cell',
    "field limit": f"a cell of more than {csv.field_size_limit():,} characters; shorten it, or close a quote",
    "new-line": "line ends of two kinds; save it again as CSV",
}
_SEPARATOR_LINE = re.compile(r"sep=([,;\t|])[ \t\r]*(?:\n|\Z)")
_NUMBER = re.compile(r"[-+]?(?:[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+)(?:[eE][-+]?[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with a header.

    Attributes:
        header: The names of its columns, without blanks around them.
        rows: Each row that is not empty, with its number in the file (the header has number 1).
    """

    header: list[str]
    rows: list[tuple[int, list[str]]]


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
    is_workbook = suffix in _WORKBOOKS or data.startswith(ARCHIVE_START)
    rows = _workbook_rows(data) if is_workbook else _text_rows(decoded(data, EXCEL))
    filled = [(number, row) for number, row in enumerate(rows, 1) if any(cell != "" for cell in row)]
    if not filled:
        raise ForeignError("the file is empty")
    (_, header), *rest = filled
    return Sheet([cell.strip() for cell in header], rest)


def declared_separator(text: str) -> re.Match[str] | None:
    """Excel's own way to say what separates the columns, a first line ``sep=;``: the line, and in it the separator."""
    return _SEPARATOR_LINE.match(text)


def separator(text: str) -> str:
    """What separates the columns of a text table: what divides its first rows into most columns, most of them alike."""
    head = text[:_FIRST_LINES]

    def columns(sign: str) -> tuple[bool, int]:
        try:
            rows = islice(csv.reader(io.StringIO(head, newline=""), delimiter=sign), 10)
            widths = Counter(len(row) for row in rows if row)
        except csv.Error:
            return False, 0
        usual = max(widths, key=widths.__getitem__, default=0)
        return len(widths) == 1 and usual > 1, usual

    return max(SEPARATORS, key=columns)


def text_rows(text: str, delimiter: str) -> Iterator[list[str]]:
    """The rows of a text table, one after another.

    Raises:
        ForeignError: Its quotes are in a mess, or a cell is too long.
    """
    reader, line = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True), 1
    try:
        for row in reader:
            yield row
            line = reader.line_num + 1
    except csv.Error as error:
        words = next((ours for sign, ours in _COMPLAINTS.items() if sign in str(error)), f"not a table: {error}")
        raise ForeignError(f"line {line}: {words}") from None


def number(text: str) -> float | None:
    """The number in a cell, with a decimal point or a decimal comma; ``None`` where it holds none.

    A whole number comes back as an ``int``.
    """
    text = text.strip()
    if not _NUMBER.fullmatch(text):
        return None
    value = float(text.replace(",", "."))
    if not math.isfinite(value):
        return None
    return int(value) if value.is_integer() else value


def _text_rows(text: str) -> list[list[str]]:
    declared = declared_separator(text)
    if declared:
        text = "\n" + text[declared.end() :]  # an empty line in its place keeps the rows' numbers
    return list(text_rows(text, declared[1] if declared else separator(text)))


def _workbook_rows(data: bytes) -> list[list[str]]:
    with tempfile.TemporaryFile() as file:
        workbook.write_sheet(data, file, named=SHEET, limit=MAX_UNPACKED)
        file.seek(0)
        text = file.read().decode()
    return list(text_rows(text, ","))
