"""What a workbook holds once it is unpacked, found out before anything unpacks it."""

from __future__ import annotations

import re
from typing import Final

from cxmap.exchange.errors import ForeignError
from cxmap.io import archive

MAX_UNPACKED: Final = 256 << 20
"""256 MiB; a sheet with five million cells, more than there is memory for when it is read."""
MAX_PARTS: Final = 10_000
MAX_SPREAD: Final = 1_000_000
"""Cells of the smallest table that holds a sheet, from which on most of them must be filled."""
ARCHIVE_START: Final = b"PK"

_LEAST_FILLED: Final = 0.02
_CHUNK: Final = 1 << 20
# Cells that hold something: with their place (`<c r="B12">`), and without (then they count on from the row's `r`).
_PLACED_CELL: Final = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{1,4})([0-9]{1,9})["'][^>]*+(?<!/)>""")
_BARE_CELL: Final = re.compile(rb"""<(?:\w+:)?c(?:\s+(?!r\s*=)[\w:]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*>""")
_ROW: Final = re.compile(rb"""<(?:\w+:)?row\s[^>]*?\br\s*=\s*["']([0-9]{1,9})["']""")


def check_archive(data: bytes, *, limit: int = MAX_UNPACKED) -> None:
    """Refuse a workbook that would take too much memory, whatever its directory says.

    Each part is unpacked into nothing, a chunk at a time: parts may overlap, and the sizes that the directory states
    may be wrong. Two cells in far corners would make a table of 17 thousand million cells of a few bytes.

    Args:
        data: The workbook.
        limit: Bytes that all parts may have together.

    Raises:
        ForeignError: It unpacks to too much, its cells lie too far apart, or it is no ``.xlsx`` workbook.
    """
    try:
        parts = archive.parts(data)
    except archive.DamagedError:
        raise ForeignError("not a workbook: it is no archive, or a damaged one; save it again as .xlsx") from None
    if len(parts) > MAX_PARTS:
        raise ForeignError(f"not a workbook: {len(parts):,} parts; a workbook has a hundred at most")
    if not any(part.filename.lower() == "xl/workbook.xml" for part in parts):
        raise ForeignError("not an Excel workbook: save it as .xlsx, or as CSV")
    left = limit
    for part in parts:
        spread = _Spread()
        try:
            for chunk in archive.unpacked(data, part):
                left -= len(chunk)
                if left < 0:
                    raise ForeignError(f"a workbook that unpacks to more than {limit >> 20:,} MiB is not opened")
                spread.see(chunk)
        except archive.DamagedError:
            raise ForeignError("not a workbook: a damaged archive; save it again as .xlsx") from None
        spread.check()


class _Spread:
    """How far the cells of a sheet lie apart, fed a chunk of its text at a time."""

    def __init__(self) -> None:
        self._rest = b""
        self._cells = 0
        self._columns = {b"A"}
        self._row = 0
        self._row_of_bare_cells = 0
        self._has_bare_cells = False

    def see(self, chunk: bytes) -> None:
        """Look at the next chunk."""
        text = self._rest + chunk
        last_tag = text.rfind(b"<")
        self._rest = text[last_tag:] if last_tag > text.rfind(b">") else b""
        if len(self._rest) > _CHUNK:
            raise ForeignError("not a workbook: a tag without an end; save it again as .xlsx")
        cells = _PLACED_CELL.findall(text)
        self._cells += len(cells)
        self._columns.update(column.upper() for column, _ in cells)
        self._row = max(self._row, *(int(row) for _, row in cells), 0)
        self._has_bare_cells = self._has_bare_cells or _BARE_CELL.search(text) is not None
        self._row_of_bare_cells = max(self._row_of_bare_cells, *map(int, _ROW.findall(text)), 0)

    def check(self) -> None:
        """Refuse what lies too far apart.

        Raises:
            ForeignError: It does.
        """
        rows = max(self._row, self._row_of_bare_cells if self._has_bare_cells else 0)
        last = max(self._columns, key=lambda column: (len(column), column))
        columns = sum((letter - 64) * 26**place for place, letter in enumerate(reversed(last)))
        if rows * columns > max(MAX_SPREAD, self._cells / _LEAST_FILLED):
            raise ForeignError(
                f"the cells of a sheet lie too far apart: {self._cells:,} of them, down to row {rows:,} and out to "
                f"column {last.decode()}; delete what stands outside the table"
            )
