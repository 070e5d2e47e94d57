"""The scales that sources say their answers are on."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from cxmap.project.memo import fact

if TYPE_CHECKING:
    from collections.abc import Callable

    from cxmap.model.scale import Range
    from cxmap.project.definitions import Definition
    from cxmap.project.project import Project


class SourceScale(NamedTuple):
    """The scale of a source's answers.

    Attributes:
        scale: Its own; ``None``: it has none, so the answers are on the journey's.
        definition: Where it is defined.
    """

    scale: Range | None
    definition: Definition


SourceScales: TypeAlias = "Callable[[str], SourceScale | None]"


@fact
def source_scales(project: Project) -> SourceScales:
    """Looks up the scale of a source by its id; ``None``: nobody can know it, as it is not defined or wrong."""

    @cache
    def look_up(source: str) -> SourceScale | None:
        definition = project.definition("sources", source)
        if definition is None or definition.model is None:
            return None
        if definition.document.is_wrong_within((*definition.pointer, "scale")):
            return None
        return SourceScale(definition.model.scale, definition)

    return look_up
