"""How wide text is in a fixed-width font: in columns of a terminal, not in characters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import category, east_asian_width

if TYPE_CHECKING:
    from collections.abc import Sequence

_NARROW = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2190-\u22ff\u2500-\u25fc★]+"
)
"""Latin, Greek and Cyrillic letters, and signs between and beside them: one column each."""


def columns(text: str) -> int:
    """The columns that a terminal gives to a text of one line without control characters.

    Wide letters and emoji take two, combining and zero-width characters none, and an emoji joined of several two in
    all. The tables are rich's: ``unicodedata`` alone knows nothing of joined emoji and variation selectors, and rich
    is installed anyway. It is imported for text that is more than narrow and wide letters and signs.
    """
    if text.isascii():
        return len(text)
    others = _NARROW.sub("", text)
    if all(map(_is_wide, others)):
        return len(text) + len(others)
    from rich.cells import cell_len

    return cell_len(text)


def widths(texts: Sequence[str]) -> list[int]:
    """The columns of several texts, such as the cells of a table."""
    together = "".join(texts)
    return [*map(len if together.isascii() or _NARROW.fullmatch(together) else columns, texts)]


def _is_wide(character: str) -> bool:
    """Whether it takes two columns wherever it stands: no mark, no skin tone, no filler."""
    if category(character) in {"Mn", "Mc", "Sk"} or character == "\N{HANGUL FILLER}":
        return False
    return east_asian_width(character) == "W"
