"""Reads a workbook from standard input and writes a sheet of it to standard output as CSV; see ``workbook``.

Which sheet is its argument, by name; the first, where none has this name.

Runs as a program of its own, so it imports nothing of cxmap.
"""

from __future__ import annotations

import contextlib
import csv
import datetime as dt
import io
import sys
from typing import Final

MEMORY: Final = 288 << 20
"""Bytes of address space that the program may take, where the system can limit it; a million cells take 55 MiB."""
DAMAGED: Final = 3
"""The exit status for no workbook; what is wrong stands on standard error."""
TOO_LARGE: Final = 4
"""The exit status where memory has run out, unless the native code ended the process before."""


def main() -> int:
    """Read and write; the exit status."""
    with contextlib.suppress(ImportError, ValueError, OSError):  # Windows has no limits, macOS not all
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    from python_calamine import CalamineError, load_workbook

    try:
        book = load_workbook(io.BytesIO(sys.stdin.buffer.read()))
        names = [name for name in book.sheet_names if name == sys.argv[1]] or book.sheet_names[:1]
        rows = book.get_sheet_by_name(names[0]).iter_rows() if names else iter(())
        with io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", errors="replace", newline="") as out:
            csv.writer(out).writerows([_plain(cell) for cell in row] for row in rows)
    except MemoryError:
        return TOO_LARGE
    except (CalamineError, ValueError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return DAMAGED
    return 0


def _plain(cell: object) -> object:
    """A cell as one would type it."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    if isinstance(cell, dt.datetime) and cell.time() == dt.time():
        return cell.date()
    return cell


if __name__ == "__main__":
    sys.exit(main())
