"""The road map as a list: who does what by when, what is late, what was learned, what owners hope for.

The chart of the road map and this list rest on the same questions (``cxmap.analysis.plan``).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from cxmap.analysis.hopes import Hopes, hopes
from cxmap.analysis.plan import (
    ENDED,
    awaited,
    by_due,
    due_after_action,
    due_before_start,
    improvements,
    is_late,
    is_overdue,
    is_undated,
    ranks,
    step_awaited,
)
from cxmap.errors import UsageError
from cxmap.model.ids import NewIds, as_id
from cxmap.text.suggestions import nearest
from cxmap.text.wording import hint, some_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence

    from cxmap.analysis.plan import Improvement, Ranks
    from cxmap.choices import ActionStatus, Lever, RankingKey
    from cxmap.model.action import Action
    from cxmap.model.source import Link
    from cxmap.project.project import Project

Kind = Literal["action", "step"]
ItemStatus = Literal["idea", "planned", "in-progress", "open", "done", "dropped"]
"""How far an item is; a step is ``open`` until it is done, or its action is dropped."""

_MOST_NAMED = 20


class Item(NamedTuple):
    """An action, or a step of one.

    Attributes:
        kind: Which of them.
        action: The action's id.
        id: The action's id, or the step's own; without one what its title makes.
        named: Whether the id stands in the file, so that it stays when the title changes.
        title: What is to be done.
        owner: Id of who answers for it; a step without an owner is its action's. ``None``: nobody is named.
        status: How far it is.
        start: The day it starts; a step has none.
        due: The day it is to be ready.
        finished: The day it was ready; a step has none.
        awaited: The day it is due, while it is neither done nor dropped.
        late: Whether that day is past.
        contradicts: Whether its dates contradict each other: due before its start, or after its action.
        improves: What the action is for, the highest rank first; a step has none of its own.
        links: Tickets, boards, documents; a step has none.
    """

    kind: Kind
    action: str
    id: str
    named: bool
    title: str
    owner: str | None
    status: ItemStatus
    start: dt.date | None
    due: dt.date | None
    finished: dt.date | None
    awaited: dt.date | None
    late: bool
    contradicts: bool
    improves: tuple[Improvement, ...] = ()
    links: tuple[str | Link, ...] = ()

    @property
    def open(self) -> bool:
        """Whether it is still to be done."""
        return self.status not in ENDED

    @property
    def path(self) -> str:
        """``ACTION``, or ``ACTION/STEP``: by what calendars and trackers know it."""
        return self.action if self.kind == "action" else f"{self.action}/{self.id}"


class Lesson(NamedTuple):
    """What became of an action that is done or was dropped."""

    action: str
    title: str
    status: ActionStatus
    finished: dt.date | None
    hypothesis: str | None
    outcome: str | None
    learned: str | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which part of the plan to show; everything unless said otherwise.

    Attributes:
        owners: Ids of owners.
        statuses: Of actions; a step that is open is shown with its action's, one that is done as ``done`` too.
        due_before: Only what is still to be done and due before this day.
    """

    owners: Sequence[str] = ()
    statuses: Sequence[ActionStatus] = ()
    due_before: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Roadmap:
    """The part of the plan that was asked for.

    Attributes:
        today: The day that it is judged on.
        items: Actions by what is due next, each before its steps.
        around: The actions of shown steps that are not shown themselves, by id.
        unscheduled: Ids of actions that are still to be done and have no day at all.
        unowned: Of those that nobody answers for.
        learning: What is known of actions that are done or dropped.
        levers: By what means the actions work, each with how many; dropped ones aside; the most used first.
        expects: What owners hope for.
        by: The figure that ranks are by; ``None``: there are none.
    """

    today: dt.date
    items: tuple[Item, ...]
    around: Mapping[str, Item]
    unscheduled: tuple[str, ...]
    unowned: tuple[str, ...]
    learning: tuple[Lesson, ...]
    levers: Mapping[Lever, int]
    expects: Hopes
    by: RankingKey | None

    @property
    def late(self) -> list[Item]:
        """What is late, in order."""
        return [item for item in self.items if item.late]


def roadmap(project: Project, wanted: Wanted | None = None) -> Roadmap:
    """The plan of a project, or a part of it.

    Raises:
        UsageError: Nobody whom the files name is called as an owner that was asked for.
    """
    wanted = wanted or Wanted()
    known = ranks(project)
    order = by_due(project.actions)
    every = [item for name in order for item in items(project, name, known)]
    _check_owners(project, every, wanted.owners)
    shown = tuple(item for item in every if _is_wanted(item, project.actions[item.action], wanted))
    actions = {item.id: project.actions[item.id] for item in shown if item.kind == "action"}
    alive = {name: action for name, action in actions.items() if action.status not in ENDED}
    used = Counter(
        lever for action in actions.values() if action.status != "dropped" for lever in dict.fromkeys(action.levers)
    )
    around = {item.action for item in shown if item.action not in actions}
    return Roadmap(
        today=project.today,
        items=shown,
        around={item.id: item for item in every if item.kind == "action" and item.id in around},
        unscheduled=tuple(name for name, action in alive.items() if is_undated(action)),
        unowned=tuple(name for name, action in alive.items() if not action.owner),
        learning=tuple(_lessons(actions)),
        levers=dict(sorted(used.items(), key=lambda each: -each[1])),
        expects=hopes(project, alive),
        by=known.by if known.ranks else None,
    )


def items(project: Project, name: str, known: Ranks) -> Iterator[Item]:
    """An action and its steps."""
    action, today = project.actions[name], project.today
    yield Item(
        kind="action",
        action=name,
        id=name,
        named=True,
        title=action.title,
        owner=action.owner,
        status=action.status,
        start=action.start,
        due=action.due,
        finished=action.finished,
        awaited=awaited(action),
        late=is_late(action, today),
        contradicts=due_before_start(action),
        improves=tuple(improvements(project, name, known)),
        links=tuple(action.links),
    )
    for step, found in zip(action.steps, step_ids(action), strict=True):
        yield Item(
            kind="step",
            action=name,
            id=found,
            named=step.id is not None,
            title=step.title,
            owner=step.owner or action.owner,
            status="done" if step.done else "dropped" if action.status == "dropped" else "open",
            start=None,
            due=step.due,
            finished=None,
            awaited=step_awaited(step, action),
            late=is_overdue(step, action, today),
            contradicts=due_after_action(step, action),
        )


def step_ids(action: Action) -> list[str]:
    """By what the steps of an action are known: their ids, else what their titles make, no two alike."""
    ids = NewIds()
    own = [ids.make(step.id) if step.id else None for step in action.steps]
    return [name or ids.make(as_id(step.title) or "step") for name, step in zip(own, action.steps, strict=True)]


def _is_wanted(item: Item, action: Action, wanted: Wanted) -> bool:
    if wanted.owners and item.owner not in wanted.owners:
        return False
    if wanted.due_before and not (item.awaited and item.awaited < wanted.due_before):
        return False
    return not wanted.statuses or (action.status if item.status == "open" else item.status) in wanted.statuses


def _check_owners(project: Project, every: Sequence[Item], owners: Sequence[str]) -> None:
    answering = sorted({item.owner for item in every if item.owner})
    for owner in owners:
        if owner not in answering and owner not in project.stakeholders:
            near = nearest(owner, [*answering, *project.stakeholders])
            there = f"there are: {some_of(answering, _MOST_NAMED)}" if answering else "no action has an owner yet"
            raise UsageError(f"no owner is called '{owner}'{hint(near, there)}")


def _lessons(actions: Mapping[str, Action]) -> Iterator[Lesson]:
    for name, action in actions.items():
        if action.status == "done" or (action.status == "dropped" and (action.outcome or action.learned)):
            yield Lesson(
                name,
                action.title,
                action.status,
                action.finished,
                action.hypothesis,
                action.outcome,
                action.learned,
            )
