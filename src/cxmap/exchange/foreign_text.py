"""The text of a foreign file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from cxmap.errors import UsageError
from cxmap.exchange.errors import ForeignError
from cxmap.yaml.reader.disk import read_file
from cxmap.yaml.reader.errors import Problem

if TYPE_CHECKING:
    from pathlib import Path

EXCEL: Final = " (in Excel: 'CSV UTF-8')"
"""How Excel saves a table as UTF-8."""

_WIDE: Final = (b"\xff\xfe", b"\xfe\xff")


def read_bytes(path: Path) -> bytes:
    """The bytes of a foreign file of at most 4 MiB; only of an ordinary one, so that no pipe makes this wait.

    Raises:
        UsageError: It does not exist.
        ForeignError: It cannot be read.
    """
    if not os.path.lexists(path):
        raise UsageError(f"no such file: '{path}'")
    data = read_file(path)
    if isinstance(data, Problem):
        raise ForeignError(data.message)
    return data


def decoded(data: bytes, how: str = "") -> str:
    """The text of some bytes: UTF-8, with a byte order mark or without.

    Args:
        data: The bytes.
        how: How the program that they usually come from saves UTF-8, for the message where they are something else.

    Raises:
        ForeignError: They are in another encoding; says in which line, and what to do.
    """
    if data.startswith(_WIDE):
        raise ForeignError(f"UTF-16, not UTF-8; save it as UTF-8{how}")
    try:
        return data.removeprefix(b"\xef\xbb\xbf").decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = data[error.start : error.start + 1]
        windows = byte.decode("cp1252", errors="replace")
        hint = f", which is '{windows}' in Windows-1252" if windows.isprintable() and windows != "\ufffd" else ""
        raise ForeignError(
            f"line {line}: not UTF-8: the byte 0x{byte.hex().upper()}{hint}; save it as UTF-8{how}"
        ) from None
