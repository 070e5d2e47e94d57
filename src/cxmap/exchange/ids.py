"""Ids for what comes from outside."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from cxmap.model.ids import as_id
from cxmap.model.patterns import ID_MAX_LENGTH

if TYPE_CHECKING:
    from collections.abc import Container


def new_id(text: str, otherwise: str, taken: Container[str]) -> str:
    """An id that nothing has yet: made from a text, with a number behind it where it is taken.

    Args:
        text: Any text.
        otherwise: What to call it where nothing of the text can stand in an id (it is in Chinese, say).
        taken: The ids that there are.
    """
    stem = as_id(text) or otherwise
    if stem not in taken:
        return stem
    numbered = (f"{stem[: ID_MAX_LENGTH - 6].rstrip('-_')}-{number}" for number in count(2))
    return next(one for one in numbered if one not in taken)
