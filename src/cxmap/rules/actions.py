"""The actions of the road map with their places, and the metrics that tell whether they worked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.model.action import Action
    from cxmap.project.document import Document
    from cxmap.project.project import Project
    from cxmap.source.pointer import Pointer


UNDER_WAY: Final = frozenset({"planned", "in-progress"})


@dataclass(frozen=True, slots=True)
class PlacedAction:
    """An action, and where it is defined."""

    id: str
    action: Action
    document: Document
    pointer: Pointer


def placed_actions(project: Project) -> Iterator[PlacedAction]:
    """The actions in the files asked about; of two with one id the first."""
    asked_about = set(project.reported)
    for name, found in project.definitions["actions"].items():
        definition = found[0]
        if definition.document in asked_about and definition.model is not None:
            yield PlacedAction(name, definition.model, definition.document, definition.pointer)


class ActionMetrics:
    """Which metrics belong to an action: its own, and those of the touchpoints that it is for."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._of_journeys: dict[str, dict[str, tuple[str, ...] | None]] = {}

    def of(self, placed: PlacedAction) -> tuple[str, ...] | None:
        """The ids of an action's metrics; ``None`` where a wrong value or reference hides some of them."""
        if any(placed.document.is_wrong_within((*placed.pointer, key)) for key in ("metrics", "touchpoints")):
            return None
        found = dict.fromkeys(placed.action.metrics)
        for text in placed.action.touchpoints:
            target = self._project.target(text, placed.document)
            metrics = self._of_journey(target.journey).get(target.touchpoint) if target else None
            if metrics is None:
                return None
            found |= dict.fromkeys(metrics)
        return tuple(found)

    def _of_journey(self, journey: str) -> dict[str, tuple[str, ...] | None]:
        """The metrics of a journey's touchpoints; ``None`` for wrong ones."""
        if journey not in self._of_journeys:
            definition = self._project.definition("journeys", journey)
            self._of_journeys[journey] = dict(_of_touchpoints(definition.document)) if definition else {}
        return self._of_journeys[journey]


def _of_touchpoints(document: Document) -> Iterator[tuple[str, tuple[str, ...] | None]]:
    for placed in document.touchpoints():
        wrong = document.is_wrong_within((*placed.pointer, "metrics"))
        yield placed.touchpoint.id, None if wrong else tuple(placed.touchpoint.metrics)
