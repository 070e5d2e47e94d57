"""What makes two findings of different runs the same finding."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxmap.diagnostic import Report
    from cxmap.output.findings.places import RepositoryPlaces


def fingerprints(report: Report, places: RepositoryPlaces) -> list[str]:
    """For each finding, in order, 64 hexadecimal digits, unique in the report.

    They come of the rule, the file, the structural path, and a count where these are all the same. A line that moved
    is not among them, so that the finding stays the same one.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    made = []
    for diagnostic in report.diagnostics:
        identity = (diagnostic.code, places.of(diagnostic.path).path, diagnostic.anchor or diagnostic.pointer)
        seen[identity] += 1
        made.append(_digest("\0".join((*identity, str(seen[identity])))))
    return made


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


_BLOCK = 100
_BASE = 37
_END_OF_FILE = 0xFFFF


class LineHashes:
    """GitHub's ``primaryLocationLineHash`` of the lines of a file.

    It must be what GitHub's upload action finds itself, which warns of every other value: over the first 100 UTF-16
    units from the start of the line, without blanks and tabs, a polynomial of base 37 modulo 2**64; behind the end of
    the file stand 0xFFFF and zeros. A count tells lines of the same hash apart.
    """

    def __init__(self, text: str) -> None:
        squeezed = re.sub("[ \t]", "", re.sub("\r\n?", "\n", text))
        # Lines by offset, in units of two bytes; the end of the file is a character of the last line.
        units = (squeezed + chr(_END_OF_FILE)).encode("utf-16-le", "surrogatepass")
        self._lines: list[tuple[bytes, int]] = []
        seen: Counter[bytes] = Counter()
        start = 0
        for line in squeezed.split("\n"):
            block = units[start : start + 2 * _BLOCK]
            seen[block] += 1
            self._lines.append((block, seen[block]))
            start += len(f"{line}\n".encode("utf-16-le", "surrogatepass"))

    def of(self, line: int) -> str | None:
        """The hash of a line, counted from 1; ``None`` when the file has no such line."""
        if not 1 <= line <= len(self._lines):
            return None
        block, count = self._lines[line - 1]
        value = 0
        for index in range(0, 2 * _BLOCK, 2):
            unit = int.from_bytes(block[index : index + 2], "little")
            value = (value * _BASE + unit) % 2**64
        return f"{value:x}:{count}"
