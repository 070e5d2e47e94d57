"""The plan: the order of actions, what each improves and its rank there, what is late and what contradicts itself."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from cxmap.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Protocol

    from cxmap.choices import Better, RankingKey
    from cxmap.model.action import Action
    from cxmap.model.metric import Metric, NpsReading, Reading
    from cxmap.project.project import ActionTarget, Project

    class Dated(Protocol):
        """What may be late: an action, or one of its steps."""

        @property
        def due(self) -> dt.date | None:
            """The day it is to be ready."""

    class WithStatus(Dated, Protocol):
        """An action."""

        @property
        def status(self) -> str:
            """How far it is."""

    class WithStart(Dated, Protocol):
        """An action."""

        @property
        def start(self) -> dt.date | None:
            """The day it starts."""

    class WithDone(Dated, Protocol):
        """A step."""

        @property
        def done(self) -> bool | None:
            """Whether it is done."""


ENDED = frozenset({"done", "dropped"})


def awaited(action: WithStatus) -> dt.date | None:
    """The day an action is due; ``None`` where it has none, or is done or dropped."""
    return None if action.status in ENDED else action.due


def step_awaited(step: WithDone, action: WithStatus) -> dt.date | None:
    """The day a step is due; ``None`` where it has none, or is done, or its action is done or dropped."""
    return None if step.done or action.status in ENDED else step.due


def is_late(action: WithStatus, today: dt.date) -> bool:
    """Whether an action was due before a day, and is neither done nor dropped."""
    return (due := awaited(action)) is not None and due < today


def is_overdue(step: WithDone, action: WithStatus, today: dt.date) -> bool:
    """Whether a step was due before a day and is not done, of an action that is neither done nor dropped."""
    return (due := step_awaited(step, action)) is not None and due < today


def due_before_start(action: WithStart) -> bool:
    """Whether an action is due before it starts."""
    return action.start is not None and action.due is not None and action.due < action.start


def due_after_action(step: Dated, action: Dated) -> bool:
    """Whether a step is due after its action."""
    return step.due is not None and action.due is not None and step.due > action.due


def worse(value: float, than: float, better: Better) -> bool:
    """Whether a value is worse than another."""
    return value < than if better == "higher" else value > than


def out_of_order(readings: Sequence[Reading | NpsReading | None]) -> list[tuple[int, int]]:
    """Places of readings that are earlier than the one listed before them, each after that one's place."""
    sound = [(place, reading.date) for place, reading in enumerate(readings) if reading is not None]
    return [(before, place) for (before, earlier), (place, day) in pairwise(sound) if day < earlier]


def target_before_baseline(model: Metric) -> bool:
    """Whether a target is dated before its baseline."""
    return bool(model.baseline and model.target and model.target.date < model.baseline.date)


class Ranks(NamedTuple):
    """Where touchpoints stand in the ranking of gaps.

    Attributes:
        ranks: By journey and touchpoint; only what falls short has one.
        by: The ranking figure; ``None``: the journeys cannot be ranked together, and nothing has a rank.
    """

    ranks: Mapping[tuple[str, str], int]
    by: RankingKey | None


class Improvement(NamedTuple):
    """Something that an action is for.

    Attributes:
        target: The touchpoint, or the handover before it.
        rank: The touchpoint's rank; ``None``: it has none, or it is a handover, which is not ranked with touchpoints.
    """

    target: ActionTarget
    rank: int | None


def ranks(project: Project) -> Ranks:
    """The rank of each touchpoint in the ranking of gaps, over all personas where there are several."""
    from cxmap.analysis.ranking.gaps import gaps  # here, as rules on dates are loaded without a ranking

    try:
        ranking = gaps(project)
    except UsageError:
        return Ranks({}, None)
    rows = [row for row in ranking.rows if row.kind == "combined"] or ranking.rows
    return Ranks(
        {(row.journey, row.touchpoint): row.rank for row in rows if row.rank is not None and row.key}, ranking.by
    )


def improvements(project: Project, action: str, known: Ranks) -> list[Improvement]:
    """What an action is for, the highest rank first; what has none comes last, in the order of the file.

    Args:
        project: The project.
        action: The action's id.
        known: The ranks of the project.
    """
    definition = project.definition("actions", action)
    if definition is None:
        return []
    texts = project.actions[action].touchpoints
    targets = dict.fromkeys(project.target(text, definition.document) for text in texts if text)
    found = [
        Improvement(target, None if target.handover else known.ranks.get((target.journey, target.touchpoint)))
        for target in targets
        if target is not None
    ]
    return sorted(found, key=lambda improvement: improvement.rank or len(known.ranks) + 1)


def by_owner(actions: Mapping[str, Action]) -> list[str]:
    """Ids of actions by owner and day: first the owner who starts first, actions without owner after them.

    Actions without dates come last.
    """
    first: dict[str, dt.date] = {}
    for action in actions.values():
        owner = action.owner or ""
        first[owner] = min(first.get(owner, dt.date.max), _first_day(action))
    return sorted(
        actions,
        key=lambda name: (
            _first_day(actions[name]) == dt.date.max,
            not actions[name].owner,
            first[actions[name].owner or ""],
            actions[name].owner or "",
            _first_day(actions[name]),
            actions[name].due or dt.date.max,
        ),
    )


def by_due(actions: Mapping[str, Action]) -> list[str]:
    """Ids of actions by what is due next: the action itself, or a step of it that is not done.

    Those with a start alone come after them, then those without dates; then what is done, and what was dropped.
    """
    return sorted(actions, key=lambda name: _next_due(actions[name]))


def is_undated(action: Action) -> bool:
    """Whether an action neither starts nor is due on any day, and neither is any of its steps."""
    return not (action.start or action.due or any(step.due for step in action.steps))


def _next_due(action: Action) -> tuple[int, dt.date, dt.date]:
    ended = ("done", "dropped").index(action.status) + 1 if action.status in ENDED else 0
    days = (awaited(action), *(step_awaited(step, action) for step in action.steps))
    due = action.finished if ended else min((day for day in days if day), default=None)
    return ended, due or dt.date.max, action.start or dt.date.max


def _first_day(action: Action) -> dt.date:
    days = (action.start, action.due, action.finished, *(step.due for step in action.steps))
    return min((day for day in days if day), default=dt.date.max)
