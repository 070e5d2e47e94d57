"""How many columns a text takes."""

from __future__ import annotations

import pytest

from cxmap.boundary.width import columns


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("try-on", 6), ("café", 4), ("cafe\u0301", 4), ("客", 2), ("👟!", 3), ("👩\u200d👧", 2)],
)
def test_columns(text, width):
    assert columns(text) == width
