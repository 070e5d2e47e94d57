"""By what calendars and trackers know an action or a step, so that it is the same one next time."""

from __future__ import annotations

import hashlib
import uuid
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from cxmap.analysis.roadmap import Item

LABEL_START: Final = "cxmap:"
LABEL_LIMIT: Final = 50
"""Characters of a label on GitHub, which allows fewest."""

_NAMESPACE: Final = uuid.UUID("5b0c8c0e-4f0a-4d5e-9a0b-6f5d3a1c7e24")
_DIGITS: Final = 8


def uid(project: str | None, path: str) -> str:
    """The name of an item in a calendar: the same as long as its id is, and the project's.

    Args:
        project: The project's ``id``; ``None``: it has none, and another project's items may have the same name.
        path: The item: ``ACTION`` or ``ACTION/STEP``.
    """
    name = f"{project or ''}/{path}"
    return f"{uuid.uuid5(_NAMESPACE, name)}@cxmap"


def label(item: Item) -> str:
    """The label or tag of an item in a tracker: ``cxmap:ACTION/STEP``; a long one ends in a digest of the whole."""
    whole = LABEL_START + item.path
    if len(whole) <= LABEL_LIMIT:
        return whole
    return f"{whole[: LABEL_LIMIT - _DIGITS - 1]}-{hashlib.sha256(whole.encode()).hexdigest()[:_DIGITS]}"
