"""The actions of the road map with their places, and the metrics that tell whether they worked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cxmap.lint.rules.references.resolve import resolver
from cxmap.project.memo import memoized
from cxmap.project.summary import JOURNEYS, ActionTarget

if TYPE_CHECKING:
    import datetime as dt

    from cxmap.model.action import Action
    from cxmap.project.document import Document
    from cxmap.project.project import Project
    from cxmap.yaml.values import Pointer


UNDER_WAY: Final = frozenset({"planned", "in-progress"})
ENDED: Final = frozenset({"done", "dropped"})


@dataclass(frozen=True, slots=True)
class PlacedAction:
    """An action, and where it is defined."""

    id: str
    action: Action
    document: Document
    pointer: Pointer


@memoized
def placed_actions(project: Project) -> tuple[PlacedAction, ...]:
    """The sound actions in the files asked about; of two with one id the first."""
    return tuple(
        PlacedAction(one.id, one.model, one.document, one.pointer)
        for one in project.defined_here("actions")
        if one.model is not None
    )


def days_ago(project: Project, day: dt.date) -> str:
    """How long ago a day was, seen from the day of the run: ``12 days ago``."""
    days = (project.today - day).days
    return f"{days} {'day' if days == 1 else 'days'} ago"


@memoized
def taken_up(project: Project) -> frozenset[ActionTarget]:
    """What actions are for, dropped ones aside: what they name, and what misspelt names most likely mean."""
    meant = set(project.actions_by_target)
    journeys, judged = project.definitions[JOURNEYS], project.judged
    for target in project.actions_by_target:
        defined = journeys.get(target.journey)
        if defined is None or defined[0].document in judged:
            unknown = resolver(project).in_journey(target.journey, target.touchpoint)
            if unknown is not None and unknown.suggestion:
                name, _, touchpoint = unknown.suggestion.partition("/")
                meant.add(ActionTarget(name, touchpoint, target.handover))
    return frozenset(meant)


def metrics_of(project: Project, placed: PlacedAction) -> tuple[str, ...] | None:
    """The ids of an action's metrics: its own, and those of the touchpoints that it is for.

    Returns:
        Each id once; ``None`` where a wrong value or reference hides some of them.
    """
    if any(placed.document.is_wrong_within((*placed.pointer, key)) for key in ("metrics", "touchpoints")):
        return None
    found = dict.fromkeys(placed.action.metrics)
    for text in placed.action.touchpoints:
        target = project.target(text, placed.document)
        journey = project.definition("journeys", target.journey) if target else None
        metrics = _of_touchpoints(journey.document).get(target.touchpoint) if journey and target else None
        if metrics is None:
            return None
        found |= dict.fromkeys(metrics)
    return tuple(found)


@memoized
def _of_touchpoints(document: Document) -> dict[str, tuple[str, ...] | None]:
    """The metrics of a journey's touchpoints, by their ids; ``None`` for wrong ones."""
    return {
        placed.touchpoint.id: None
        if document.is_wrong_within((*placed.pointer, "metrics"))
        else tuple(placed.touchpoint.metrics)
        for placed in document.touchpoints()
    }
