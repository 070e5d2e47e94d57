"""CX003: the file is not UTF-8, or holds a character that YAML forbids."""

from __future__ import annotations

import pytest

from tests.support import assert_marks, diagnose_text


@pytest.mark.parametrize(
    "text",
    [
        "segments: {a: {title: A⟦CX003 \x07⟧, description: B⟦CX003 \x00⟧}}\n",
    ],
)
def test_places(text):
    assert_marks(f"cxmap: 1\n{text}")


def test_a_windows_file():
    found = diagnose_text("cxmap: 1\nsegments: {a: {title: Café}}\n".encode("cp1252"))
    assert [(one.code, one.span.line, one.span.column) for one in found] == [("CX003", 2, 26)]
    assert "UTF-8" in (found[0].help or "")


def test_a_byte_order_mark_is_allowed():
    assert diagnose_text("\ufeffcxmap: 1\n".encode()) == []
