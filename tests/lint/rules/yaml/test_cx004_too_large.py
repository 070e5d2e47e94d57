"""CX004: a file over a limit is reported once, where it goes over, and not looked into."""

from __future__ import annotations

import pytest

from cxmap.yaml.reader.limits import MAX_BYTES, MAX_DEPTH, MAX_NODES
from tests.support import FILE, assert_marks, brief, diagnose_text

INSIDE = MAX_DEPTH - 1  # the file itself is the first level


def test_too_deep():
    assert_marks(f"cxmap: 1\nx-boxes: {'[' * INSIDE}⟦CX004 [⟧{']' * (INSIDE + 1)}\nsegments: {{a: {{titel: A}}}}\n")


@pytest.mark.parametrize(("length", "expected"), [(MAX_BYTES, []), (MAX_BYTES + 1, [f"{FILE}:1:1-1 CX004"])])
def test_too_long(length, expected):
    text = "cxmap: 1\n"
    assert brief(diagnose_text(text + "#" * (length - len(text)))) == expected


def test_too_many_values():
    found = diagnose_text(f"cxmap: 1\nx-list: [{'1, ' * MAX_NODES}]\nsegments: {{a: {{titel: A}}}}\n")
    assert [(one.code, one.span.line) for one in found] == [("CX004", 2)]
