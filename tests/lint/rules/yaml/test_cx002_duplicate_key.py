"""CX002: a mapping has a key twice."""

from __future__ import annotations

import pytest

from tests.support import assert_marks


@pytest.mark.parametrize(
    "text",
    [
        "segments: {a: {title: A, ⟦CX002 title⟧: B, ⟦CX002 title⟧: ~, share: ⟦CX103 x⟧}}\n",
    ],
)
def test_places(text):
    assert_marks(f"cxmap: 1\n{text}")
