"""What is not there. A key with a wrong value counts as given: no rule may report that it is absent."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxmap.project.document import Document
    from cxmap.yaml.pointer import Pointer


def lacks(document: Document, pointer: Pointer) -> bool:
    """Whether nothing is said at a place: no key, a blank text or an empty list, and no wrong value either."""
    given = document.at(pointer)
    nothing = given is None or given == [] or (isinstance(given, str) and not given.strip())
    return nothing and not document.is_wrong(pointer)


def is_current(document: Document) -> bool:
    """Whether the file describes a journey as it is: not a plan, and nobody knows what of a wrong state."""
    journey = document.journey
    return journey is not None and journey.state == "current" and not document.is_wrong(("journey", "state"))
