"""Ids: what is one, and how to make one from free text."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from cxmap.model.patterns import ID_MAX_LENGTH, ID_PATTERN, TARGET_PATTERN

_is_id = re.compile(ID_PATTERN.removesuffix("$")).fullmatch
_is_target = re.compile(TARGET_PATTERN.removesuffix("$")).fullmatch


def is_id(text: str) -> bool:
    """Whether a text has the form of an id."""
    return len(text) <= ID_MAX_LENGTH and _is_id(text) is not None


def is_target(text: str) -> bool:
    """Whether a text has the form of what an action is for: ``journey/touchpoint#handover`` and its shorter forms."""
    return _is_target(text) is not None


def as_id(text: Any) -> str | None:
    """An id made from free text, accents taken off; ``None`` where nothing of the text can be kept.

    A long text is cut between two words where it can be.
    """
    plain = "".join(one for one in unicodedata.normalize("NFKD", str(text)) if not unicodedata.combining(one))
    slug = re.sub(r"[^a-z0-9_]+", "-", plain.casefold()).strip("-_")
    if len(slug) > ID_MAX_LENGTH:
        cut = slug[: ID_MAX_LENGTH + 1]
        slug = (cut[: cut.rfind("-")] if "-" in cut else cut[:ID_MAX_LENGTH]).strip("-_")
    return slug or None
