"""CX008: the file is empty, not a mapping, or without 'cxmap:'."""

from __future__ import annotations

import pytest

from tests.support import FILE, brief, diagnose_text


@pytest.mark.parametrize("data", [b"", b"# only a comment\n", b"- a\n", b"text\n", b"a: b\n", b"Cxmap: 1\n"])
def test_a_file_that_is_none_of_ours(data):
    found = diagnose_text(data)
    assert brief(found) == [f"{FILE}:1:1-1 CX008"]
