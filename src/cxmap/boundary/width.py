"""How wide text is in a fixed-width font: in columns of a terminal, not in characters."""

from __future__ import annotations


def columns(text: str) -> int:
    """The columns that a terminal gives to a text of one line without control characters.

    Wide letters and emoji take two, combining and zero-width characters none, and an emoji joined of several two in
    all. The tables are rich's: ``unicodedata`` alone knows nothing of joined emoji and variation selectors, and rich
    is installed anyway. It is imported for the few lines that are not plain ASCII.
    """
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)
