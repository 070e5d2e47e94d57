"""One random edit to an example: never an exception, and every place lies in the file that it names."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.profiles import examples
from tests.support import WITHOUT_ADVICE, diagnose_text

if TYPE_CHECKING:
    from cxmap.diagnostic import Span

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = sorted(EXAMPLES.rglob("*.cxmap.yaml"))

# What slips in: control bytes, a tab, the signs that mean something in YAML, halves of characters.
slips = st.sampled_from(
    [
        *(b"\x00", b"\x07", b"\x1b", b"\x7f", b"\xe9", b"\xe2\x80", b"\xef\xbb\xbf"),
        *(b"\t", b":", b": ", b"-", b"#", b" #", b"[", b"}", b'"', b"\n", b"\r", b"  "),
        *(b"&a ", b"*a", b"!x ", b"|", b"? ", b"---\n", b"5,5", b"x-"),
    ]
)
edits = st.tuples(
    st.sampled_from(["delete", "swap", "insert", "repeat"]),
    st.integers(0, 1 << 16),
    st.integers(1, 40),
    slips,
)


def edited(data: bytes, edit: tuple[str, int, int, bytes]) -> bytes:
    """The data with one edit."""
    what, at, length, slip = edit
    start = at % (len(data) + 1)
    end = min(start + length, len(data))
    match what:
        case "delete":
            return data[:start] + data[end:]
        case "swap":
            return data[:start] + data[start:end][::-1] + data[end:]
        case "repeat":
            return data[:end] + data[start:end] + data[end:]
        case _:
            return data[:start] + slip + data[start:]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
@examples(20)
@given(edit=edits)
def test_every_place_lies_in_the_file(path, edit):
    data = edited(path.read_bytes(), edit)
    text = data.decode(errors="replace").removeprefix("\ufeff")
    lines = re.split(r"\r\n|\r|\n", text)
    for one in diagnose_text(data, WITHOUT_ADVICE):
        assert lies_in(lines, one.span), one
        assert all(lies_in(lines, change.span) for change in (one.fix.edits if one.fix else ())), one


def lies_in(lines: list[str], span: Span) -> bool:
    """Whether a span starts in the text and ends in it, behind its start; the end of the text is a place too."""
    start, end = (span.line, span.column), (span.end_line, span.end_column)
    inside = all(1 <= line <= len(lines) and 1 <= column <= len(lines[line - 1]) + 1 for line, column in (start, end))
    return inside and start <= end
