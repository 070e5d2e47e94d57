"""How messages show what stands in a file."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from cxmap.text import wording
from cxmap.yaml.reader.source import EMPTY

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cxmap.model.journey import Journey
    from cxmap.project.document import Document
    from cxmap.yaml.values import Pointer

MAX_QUOTED = 60
SINGULAR = {
    "segments": "segment",
    "personas": "persona",
    "stakeholders": "stakeholder",
    "channels": "channel",
    "sources": "source",
    "metrics": "metric",
    "actions": "action",
    "journeys": "journey",
    "stages": "stage",
    "touchpoints": "touchpoint",
}


def shown(value: Any) -> str:
    """A value as a message shows it: text in quotes, on one line and cut; a collection by its kind."""
    if value is EMPTY:
        return "nothing"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"'{_cut(' '.join(value.split()))}'"
    if isinstance(value, float) and not math.isfinite(value):
        return ".nan" if math.isnan(value) else (".inf" if value > 0 else "-.inf")
    return _cut(str(value).removesuffix(".0"))


def named(document: Document, pointer: Pointer) -> str:
    """What a message calls the value at a place: its key, or its number in a list."""
    last = pointer[-1]
    if isinstance(document.at(pointer[:-1]), list) and isinstance(last, int):
        return f"item {last + 1} of '{pointer[-2]}'"
    return shown(str(last))


def thing(document: Document, mapping: Pointer) -> str:
    """What a message calls a mapping: ``channel 'web'``, ``touchpoint 'try-on'``, ``stage 2``, ``'baseline'``."""
    if mapping == ("journey",):
        return "the journey"
    *around, last = mapping
    kind = SINGULAR.get(str(around[-1])) if around else None
    if kind and isinstance(last, int):
        name = document.at((*mapping, "id"))
        return f"{kind} {shown(name)}" if isinstance(name, str) else f"{kind} {last + 1}"
    if kind and len(around) == 1:
        return f"{kind} {shown(str(last))}"
    return named(document, mapping)


def _cut(text: str) -> str:
    return text if len(text) <= MAX_QUOTED else f"{text[: MAX_QUOTED - 1]}…"


def lacks(document: Document, pointer: Pointer) -> bool:
    """Whether nothing is said at a place: no key, a blank text or an empty list, and no wrong value either."""
    given = document.at(pointer)
    nothing = given is None or given == [] or (isinstance(given, str) and not given.strip())
    return nothing and not document.is_wrong(pointer)


def is_current(document: Document) -> bool:
    """Whether the file describes a journey as it is: not a plan, and nobody knows what of a wrong state."""
    journey = document.journey
    return journey is not None and journey.state == "current" and not document.is_wrong(("journey", "state"))


MAX_LISTED = 4


def listed(names: Iterable[str]) -> str:
    """Names in quotes, as a sentence lists them: ``'noor' and 'andre'``."""
    return in_words([shown(name) for name in names])


def in_words(parts: Sequence[str], conjunction: str = "and") -> str:
    """Parts of a sentence in a row: ``a``, ``a and b``, ``a, b, c and 3 more``."""
    return wording.listed(parts, MAX_LISTED - 1 if len(parts) > MAX_LISTED else None, conjunction)


def for_personas(names: Iterable[str], journey: Journey) -> str:
    """`` for 'noor' and 'andre'``; nothing where the journey has one persona only."""
    several = len({name for name in journey.personas if name}) > 1
    return f" for {listed(names)}" if several else ""
