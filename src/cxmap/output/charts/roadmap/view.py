"""What a road map shows."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeVar

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from cxmap.choices import Lang, Lever, RankingKey

Status = Literal["idea", "planned", "in-progress", "done"]
Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class Improved:
    """What an action is for.

    Attributes:
        title: The touchpoint's title.
        handover: Whether it is the step into it.
        rank: The touchpoint's place in the ranking of gaps; ``None``: it has none.
    """

    title: str
    handover: bool = False
    rank: int | None = None


@dataclass(frozen=True, slots=True)
class ToDo:
    """A to-do. ``owner`` is named where it is not the action's."""

    title: str
    owner: str = ""
    due: dt.date | None = None
    done: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """A metric that shows whether an action works.

    Attributes:
        title: What it is.
        unit: Of its values; may be empty.
        values: From the baseline on, oldest first.
        target: What it should be.
    """

    title: str
    unit: str = ""
    values: tuple[float, ...] = ()
    target: float | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """An improvement.

    Attributes:
        title: What will be done.
        status: How far it is. Dropped actions are not here.
        owner: Who answers for it; empty: nobody is named.
        improves: The touchpoints it is for.
        start: The day it starts.
        due: The day it is to be ready.
        finished: The day it was ready.
        effort: 1 (days) to 5 (a year).
        impact: 1 (little) to 5 (large).
        after: Places of the actions that come first.
        steps: The to-dos, in order.
        levers: By what means it improves the experience.
        expects: The least and the most that an experience is to gain, in points of its journey's scale.
        metrics: What shows whether it works.
        link: Its anchor on a page.
    """

    title: str
    status: Status = "idea"
    owner: str = ""
    improves: tuple[Improved, ...] = ()
    start: dt.date | None = None
    due: dt.date | None = None
    finished: dt.date | None = None
    effort: int | None = None
    impact: int | None = None
    after: tuple[int, ...] = ()
    steps: tuple[ToDo, ...] = ()
    levers: tuple[Lever, ...] = ()
    expects: tuple[float, float] | None = None
    metrics: tuple[Seen, ...] = ()
    link: str = ""

    @property
    def end(self) -> dt.date | None:
        """The day it was ready, or is to be."""
        return self.finished if self.status == "done" and self.finished else self.due

    @property
    def days(self) -> list[dt.date]:
        """Every day that has a place in the calendar, in order."""
        days = (self.start, self.end, *(step.due for step in self.steps))
        return sorted(day for day in days if day is not None)


@dataclass(frozen=True, slots=True)
class RoadmapView:
    """The road map of a project.

    Attributes:
        journeys: Titles of the journeys that the actions improve.
        today: The day that the picture is of.
        actions: By owner, those that start first on top; an action's place is its index here.
        dropped: Titles of the actions that were given up.
        ranked: How many touchpoints the ranking has; 0: there is none.
        by: The ranking figure; ``None``: there is no ranking.
        lang: The language of the tool's own words.
        first: How many actions are on the pages before, so that letters and ``after`` count those too.
        whole: The actions of all pages; none: there is one page.
        calendar: Whether the actions have a calendar here.
        beside: Whether effort against impact, and the levers, are here.
    """

    today: dt.date
    actions: tuple[Action, ...]
    journeys: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    ranked: int = 0
    by: RankingKey | None = None
    lang: Lang = "en"
    first: int = 0
    whole: tuple[Action, ...] = ()
    calendar: bool = True
    beside: bool = True

    @property
    def all_actions(self) -> tuple[Action, ...]:
        """The actions of all pages: they share a calendar."""
        return self.whole or self.actions

    @property
    def has_beside(self) -> bool:
        """Whether effort against impact, or levers, stand beside the calendar."""
        return any(action.levers or (action.effort and action.impact) for action in self.actions)

    def place(self, counted: int) -> int | None:
        """Where an action is here that is counted over all pages; ``None``: on another."""
        here = counted - self.first
        return here if 0 <= here < len(self.actions) else None

    def pages(self) -> list[RoadmapView]:
        """The road map in pages of so many actions that each can be read; what is about all is on the last."""
        return [self.part(start, start + ROWS) for start in range(0, len(self.actions), ROWS)]

    def part(self, start: int, end: int) -> RoadmapView:
        """A page of some actions; what was dropped is on the last."""
        dropped = self.dropped if end >= len(self.actions) else ()
        return replace(self, actions=self.actions[start:end], first=start, whole=self.actions, dropped=dropped)

    def slides(self, fits: Callable[[RoadmapView], bool]) -> list[RoadmapView]:
        """The road map in as many actions a slide as fit; what stands beside the calendar has a slide of its own."""
        if fits(self):
            return [self]
        table = replace(self, beside=False)
        found = in_parts(table.part, len(self.actions), fits)
        if self.has_beside:
            found.append(replace(self, calendar=False, dropped=()))
        return found


def in_parts(part: Callable[[int, int], Part], count: int, fits: Callable[[Part], bool]) -> list[Part]:
    """As few parts of a whole of so many as fit, in order, about equally long; what fits nowhere is alone."""
    found, start = [], 0
    while start < count:
        end = start + 1
        while end < count and fits(part(start, end + 1)):
            end += 1
        found.append(part(start, end))
        start = end
    bounds = [round(i * count / len(found)) for i in range(len(found) + 1)]
    even = [part(first, last) for first, last in itertools.pairwise(bounds)]
    return even if all(map(fits, even)) else found


ROWS = 25
"""How many actions a page of a PDF has."""
