"""How many columns a text takes."""

from __future__ import annotations

import sys

import pytest
from rich.cells import cell_len

from cxmap.text.width import columns


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("try-on", 6), ("café", 4), ("cafe\u0301", 4), ("客", 2), ("👟!", 3), ("👩\u200d👧", 2)],
)
def test_columns(text, width):
    assert columns(text) == width


@pytest.mark.parametrize(
    "block", [range(0x20, 0x7F), range(0xA0, 0xD800), range(0xE000, 0x10000), range(0x1F000, 0x1FB00)]
)
def test_every_character_takes_what_rich_says(block):
    """Most widths are known without rich."""
    assert [hex(one) for one in block if columns(chr(one)) != cell_len(chr(one))] == []


@pytest.mark.parametrize(
    "text", ["−5.2…", "███░░ → ★", "Zażółć", "договор", "η εγγραφή", "跑步鞋", "배송 안내", "すぐに届く、", "🚚"]
)
def test_text_of_common_scripts_needs_no_tables(text, monkeypatch):
    monkeypatch.setitem(sys.modules, "rich.cells", None)
    columns(text)
