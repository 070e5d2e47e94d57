"""A touchpoint as it is written: its own part, and the parts that differ for a persona."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.model.journey import Experience
    from cxmap.project.document import PlacedTouchpoint
    from cxmap.source.pointer import Pointer


def variants(placed: PlacedTouchpoint) -> Iterator[tuple[Experience, Pointer]]:
    """The touchpoint itself and each sound entry of its ``by_persona``, with their places."""
    yield placed.touchpoint, placed.pointer
    for persona, differences in placed.touchpoint.by_persona.items():
        if differences is not None:
            yield differences, (*placed.pointer, "by_persona", persona)
