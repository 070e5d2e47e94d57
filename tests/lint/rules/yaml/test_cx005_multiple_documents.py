"""CX005: the file holds more than one YAML document."""

from __future__ import annotations

import pytest

from tests.support import assert_marks


@pytest.mark.parametrize(
    "text",
    [
        "segments: {a: {title: A}}\n⟦CX005 ---⟧\ncxmap: 1\n",
    ],
)
def test_places(text):
    assert_marks(f"cxmap: 1\n{text}")
