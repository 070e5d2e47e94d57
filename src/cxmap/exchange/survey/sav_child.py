"""Reads a data file of SPSS and writes it to standard output as CSV, or what it says of columns as JSON; see ``sav``.

Its arguments are the file and what is wanted: ``answers`` (what the file declares to be missing is empty), ``coded``
(it stays as the code that was given) or ``meanings``.

Runs as a program of its own, so it imports nothing of cxmap.
"""

from __future__ import annotations

import contextlib
import csv
import datetime as dt
import io
import json
import os
import sys
from typing import Any, Final

MEMORY: Final = 640 << 20
"""Bytes of data that the program may hold, where the system can limit it; it uses half of that for a million cells."""
MOST_WRITTEN: Final = 2 << 30
"""Bytes of CSV."""
DAMAGED: Final = 3
"""The exit status for no data file; what is wrong stands on standard error."""
TOO_LARGE: Final = 4
"""The exit status where memory has run out, or too much would be written."""

_CELLS: Final = 500_000  # that are read at once


def main() -> int:
    """Read and write; the exit status."""
    with contextlib.suppress(ImportError, ValueError, OSError):  # Windows has no limits, macOS not all
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    path, wanted = sys.argv[1:]
    try:
        from pyreadstat import PyreadstatError, ReadstatError, read_sav
    except MemoryError:
        return TOO_LARGE

    def read(**options: Any) -> tuple[dict[str, list[Any]], Any]:
        found: tuple[dict[str, list[Any]], Any] = read_sav(path, output_format="dict", **options)
        return found

    try:
        with io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", errors="replace", newline="") as out:
            if wanted == "meanings":
                json.dump(_meanings(read(metadataonly=True, user_missing=True)[1]), out)
                return 0
            _, about = read(metadataonly=True)
            names = about.column_names
            rows = csv.writer(out)
            rows.writerow(names)
            step = max(1, _CELLS // max(1, len(names)))
            for start in range(0, about.number_rows or sys.maxsize, step):
                columns, _ = read(row_offset=start, row_limit=step, user_missing=wanted == "coded")
                cells = [columns[name] for name in names]
                if not cells or not cells[0]:
                    break
                rows.writerows([_plain(cell) for cell in row] for row in zip(*cells, strict=True))
                if os.fstat(sys.stdout.fileno()).st_size > MOST_WRITTEN:
                    return TOO_LARGE
    except MemoryError:
        return TOO_LARGE
    except (PyreadstatError, ReadstatError, UnicodeError, ValueError, OSError, OverflowError) as error:
        if "memory" in str(error).lower():
            return TOO_LARGE
        sys.stderr.write(f"{error}\n")
        return DAMAGED
    return 0


def _meanings(about: Any) -> dict[str, Any]:
    """What the file says of its columns: texts, labels of values, and ranges of codes that are missing."""
    return {
        "texts": {name: text for name, text in about.column_names_to_labels.items() if text},
        "labels": {
            name: [(str(_plain(value)), str(label)) for value, label in labels.items()]
            for name, labels in about.variable_value_labels.items()
        },
        "missing": {
            name: [(str(_plain(span["lo"])), str(_plain(span["hi"]))) for span in spans]
            for name, spans in about.missing_ranges.items()
        },
    }


def _plain(cell: object) -> object:
    """A cell as one would type it."""
    if isinstance(cell, float):
        if cell != cell:  # noqa: PLR0124 - no number
            return ""
        return int(cell) if cell.is_integer() else cell
    if isinstance(cell, dt.datetime) and cell.time() == dt.time():
        return cell.date()
    return cell


if __name__ == "__main__":
    sys.exit(main())
