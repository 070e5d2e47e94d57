"""Ids: what is one, and how to make one from free text."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from cxmap.model.constants import ID_MAX_LENGTH, ID_PATTERN, TARGET_PATTERN

if TYPE_CHECKING:
    from collections.abc import Iterable

_is_id = re.compile(ID_PATTERN.removesuffix("$")).fullmatch
_is_target = re.compile(TARGET_PATTERN.removesuffix("$")).fullmatch


def is_id(text: str) -> bool:
    """Whether a text has the form of an id."""
    return len(text) <= ID_MAX_LENGTH and _is_id(text) is not None


def is_target(text: str) -> bool:
    """Whether a text has the form of what an action is for: ``journey/touchpoint#handover`` and its shorter forms."""
    return _is_target(text) is not None


def as_id(text: Any) -> str | None:
    """An id made from free text in any script, written in Latin letters; ``None`` where it has no letter and no digit.

    A long text is cut between two words where it can be.
    """
    words = str(text)
    if not words.isascii():
        from anyascii import anyascii

        words = anyascii("".join(sign if unicodedata.category(sign)[0] in "LMN" else " " for sign in words))
    slug = re.sub(r"[^a-z0-9_]+", "-", words.lower()).strip("-_")
    if len(slug) > ID_MAX_LENGTH:
        cut = slug[: ID_MAX_LENGTH + 1]
        slug = (cut[: cut.rfind("-")] if "-" in cut else cut[:ID_MAX_LENGTH]).strip("-_")
    return slug or None


class NewIds:
    """Makes ids of one kind, none of them twice.

    Args:
        taken: The ids that there are.
    """

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)
        self._last: dict[str, int] = {}  # the number behind it, by what was wanted: of many the search is short

    def make(self, wanted: str) -> str:
        """An id as it is wanted, with a number behind it where it is taken; it is taken from now on."""
        found, number = wanted, self._last.get(wanted, 1)
        while found in self._taken:
            number += 1
            behind = f"-{number}"
            found = wanted[: ID_MAX_LENGTH - len(behind)].rstrip("-_") + behind
        self._last[wanted] = number
        self._taken.add(found)
        return found
