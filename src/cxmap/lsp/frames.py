"""What an editor sends, looked at before room is made for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from cxmap.errors import UsageError
from cxmap.text.escape import one_line

if TYPE_CHECKING:
    from typing import BinaryIO

MAX_MESSAGE: Final = 64 << 20
"""Bytes of a message: sixteen times the largest file."""

_MAX_HEADER: Final = 4096
_HEADER: Final = re.compile(rb"(?!content-length)[\w-]+:.*|content-length:\s*(\d{1,20})\s*", re.IGNORECASE)
_SHOWN: Final = 40  # bytes of what is no header


class Frames:
    """The messages of an editor: headers, an empty line, and as many bytes as they say.

    pygls asks for as much memory as a header says, and passes over in silence what it cannot read. After a broken
    header nobody knows where the next message begins, so the conversation ends there.

    Args:
        stdin: What the editor says.
    """

    def __init__(self, stdin: BinaryIO) -> None:
        self._stdin = stdin
        self._length: int | None = None
        self._has_headers = False

    def readline(self) -> bytes:
        """The next line of headers, as pygls understands it; empty at the end.

        Raises:
            UsageError: It is none, or a message that has no length or a huge one; the conversation cannot go on.
        """
        line = self._stdin.readline(_MAX_HEADER)
        if line.strip():
            return self._header(line)
        if self._has_headers and self._length is None:
            raise UsageError("the editor sent a message without Content-Length; each begins with its length in bytes")
        self._has_headers, self._length = False, None
        return line

    def read(self, size: int) -> bytes:
        """The message itself, of the size that its headers give."""
        return self._stdin.read(size)

    def _header(self, line: bytes) -> bytes:
        match = _HEADER.fullmatch(line.strip()) if line.endswith(b"\n") or len(line) < _MAX_HEADER else None
        if match is None:
            start = one_line(line[:_SHOWN].strip().decode(errors="replace"))
            raise UsageError(f"the editor sent no header of a message: '{start}'; each begins with 'Content-Length: N'")
        self._has_headers = True
        if match[1] is None:
            return line
        self._length = int(match[1])
        if self._length > MAX_MESSAGE:
            raise UsageError(
                f"the editor sent a message of {self._length:,} bytes; of {MAX_MESSAGE >> 20} MiB at most: leave this "
                "file out of what the editor sends"
            )
        return b"Content-Length: %d\r\n" % self._length
