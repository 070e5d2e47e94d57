"""A sheet of a workbook as CSV, read where it can do no harm.

A workbook of a kilobyte may ask for terabytes: a long text that a million cells refer to is enough. ``archive`` refuses
what can be seen from the outside; what reads the rest is native code that ends its process when memory runs out, so it
gets a process of its own (``workbook_child``), with a limit.
"""

from __future__ import annotations

import sys
from typing import IO, Final

from cxmap.exchange.errors import ForeignError, MissingExtraError
from cxmap.exchange.sheet import workbook_child
from cxmap.exchange.sheet.archive import MAX_UNPACKED, check_archive

SUFFIXES: Final = {".xlsx", ".xlsm"}
MAX_PACKED: Final = 256 << 20
"""Bytes of a workbook."""


def write_sheet(data: bytes, to: IO[bytes], *, named: str = "", limit: int = MAX_UNPACKED) -> None:
    """Write a sheet of a workbook to a file, as CSV: UTF-8, commas, dates as ``2026-03-31``.

    Args:
        data: The workbook.
        to: The file; a real one, with a number.
        named: Which sheet; the first, where none has this name.
        limit: Bytes that the workbook may unpack to.

    Raises:
        ForeignError: It is damaged, protected by a password, or too large.
        MissingExtraError: What reads one is not installed.
    """
    import subprocess

    try:
        import python_calamine  # noqa: F401 - only to say in time that it is missing
    except ImportError:
        raise MissingExtraError("reading XLSX", "office") from None
    if len(data) > MAX_PACKED:
        raise ForeignError(f"a workbook of more than {MAX_PACKED >> 20} MiB is not opened; save it as CSV")
    check_archive(data, limit=limit)
    # -P: what lies in the current folder is no module.
    argv = [sys.executable, "-P", workbook_child.__file__, named]
    done = subprocess.run(argv, input=data, stdout=to, stderr=subprocess.PIPE, check=False)
    if done.returncode == workbook_child.DAMAGED:
        raise ForeignError(f"not a workbook: {done.stderr.decode(errors='replace').strip()}")
    if done.returncode == workbook_child.TOO_LARGE or b"memory allocation" in done.stderr:
        limit = workbook_child.MEMORY >> 20
        raise ForeignError(f"a workbook that takes more than {limit} MiB of memory is not opened; save it as CSV")
    if done.returncode:
        raise ForeignError("not a workbook: a damaged one; save it again as .xlsx")
