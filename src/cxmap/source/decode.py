"""Bytes to text: UTF-8, a byte order mark at most once, no characters that YAML forbids."""

from __future__ import annotations

import re

from cxmap.source.lines import Lines
from cxmap.source.problem import Problem

_BOM = b"\xef\xbb\xbf"
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")


def decode(data: bytes) -> tuple[str, tuple[Problem, ...]]:
    try:
        text = data.removeprefix(_BOM).decode()
    except UnicodeDecodeError as error:
        head = data.removeprefix(_BOM)[: error.start].decode()
        line, column = Lines(head).place(len(head))
        from cxmap.diagnostics.record import Span

        return "", (
            Problem(
                "CX003",
                f"not UTF-8: byte 0x{data.removeprefix(_BOM)[error.start]:02x}",
                Span(line, column, line, column),
                "save the file as UTF-8",
            ),
        )
    problems = tuple(
        Problem(
            "CX003",
            f"the character U+{ord(m[0]):04X} is not allowed",
            Lines(text).span(m.start(), m.end()),
            "delete it",
        )
        for m in _FORBIDDEN.finditer(text)
    )
    return text, problems
