"""The actions of the road map with their places, and the metrics that tell whether they worked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cxmap.lint.rules.references.defined import Defined
from cxmap.lint.rules.references.resolve import Resolver
from cxmap.project.memo import memoized
from cxmap.project.summary import JOURNEYS, ActionTarget
from cxmap.project.view import question

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from cxmap.model.action import Action
    from cxmap.project.document import Document
    from cxmap.project.project import Project
    from cxmap.yaml.values import Pointer


UNDER_WAY: Final = frozenset({"planned", "in-progress"})


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
        PlacedAction(definition.id, definition.model, definition.document, definition.pointer)
        for definition in project.defined_here("actions")
        if definition.model is not None
    )


def days_ago(project: Project, day: dt.date) -> str:
    """How long ago a day was, seen from the day of the run: ``12 days ago``."""
    days = project.days_since(day) or 0
    return f"{days} {'day' if days == 1 else 'days'} ago"


@question
def taken_up(project: Project, journey: str) -> list[tuple[str, bool]]:
    """What actions are for in a journey, dropped ones aside: what they name, and what misspelt names most likely mean.

    Returns:
        Ids of touchpoints, each with whether it is the step into it.
    """
    own = _targets(project).get(journey, [])
    found = {(touchpoint, handover) for name, touchpoint, handover in _meant(project, own) if name == journey}
    found |= {(touchpoint, handover) for name, touchpoint, handover in _strays(project) if name == journey}
    return sorted(found | {(target.touchpoint, target.handover) for target in own})


@memoized
def _targets(project: Project) -> dict[str, list[ActionTarget]]:
    """What actions are for, by journey."""
    found: dict[str, list[ActionTarget]] = {}
    for target in project.actions_by_target:
        found.setdefault(target.journey, []).append(target)
    return found


@memoized
def _strays(project: Project) -> list[ActionTarget]:
    """What actions most likely mean that name a journey that is not there."""
    there = project.definitions[JOURNEYS]
    return _meant(
        project, [target for name, found in _targets(project).items() if name not in there for target in found]
    )


def _meant(project: Project, targets: Iterable[ActionTarget]) -> list[ActionTarget]:
    """What the misspelt ones of some targets most likely mean."""
    look_up = Resolver(project, Defined(project)).in_journey
    unknown = ((look_up(target.journey, target.touchpoint), target.handover) for target in targets)
    suggested = (
        (reference.suggestion, handover)
        for reference, handover in unknown
        if reference is not None and reference.suggestion
    )
    split = ((text.partition("/"), handover) for text, handover in suggested if text is not None)
    return [ActionTarget(journey, touchpoint, handover) for (journey, _, touchpoint), handover in split]


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
