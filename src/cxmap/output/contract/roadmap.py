"""What ``cxmap roadmap --format json`` promises."""

from __future__ import annotations

from typing import Literal

from cxmap.analysis.budget import Missing
from cxmap.analysis.roadmap import ItemStatus, Kind
from cxmap.choices import ActionStatus, RankingKey
from cxmap.output.contract.shape import Ends, Output, Shape


class ImprovementShape(Shape):
    """What an action is for."""

    journey: str
    touchpoint: str
    handover: bool
    rank: int | None


class LinkShape(Shape):
    """A ticket, a board or a document."""

    url: str
    title: str


class ItemShape(Shape):
    """An action, or a step of one. Dates are ``YYYY-MM-DD``."""

    kind: Kind
    id: str
    action: str
    title: str
    owner: str | None
    status: ItemStatus
    start: str | None
    due: str | None
    finished: str | None
    late: bool
    contradicts: bool
    """Whether its dates contradict each other."""
    improves: list[ImprovementShape]
    links: list[LinkShape]
    uid: str
    """By what calendars and trackers know it."""


class LessonShape(Shape):
    """What became of an action that is done or was dropped."""

    action: str
    title: str
    status: ActionStatus
    finished: str | None
    hypothesis: str | None
    outcome: Literal["confirmed", "refuted", "unclear"] | None
    learned: str | None


class HopeShape(Shape):
    """The index of a journey now, and as owners hope for it. No forecast."""

    journey: str
    scale: Ends
    index_now: float
    index_hoped: float


class BudgetStep(Shape):
    """The next larger budget that brings more."""

    budget: int
    effort: int
    gain: float | None
    gain10: float
    adds: list[str]
    drops: list[str]


class BudgetAction(Shape):
    """An action under the budget."""

    action: str
    chosen: bool
    effort: int
    adds: float | None
    adds10: float
    stays_from: float | None
    """The part of what it adds that keeps it chosen."""
    in_draws: float | None
    """In how many draws it is chosen, 0 to 1."""
    needs: list[str]


class BudgetHope(Shape):
    """The index of a journey now, and with the chosen actions."""

    journey: str
    index_now: float
    index_hoped: float


class NotChosen(Shape):
    """An action that could not be chosen."""

    action: str
    missing: Missing


class BudgetShape(Shape):
    """The actions to choose under a budget. Gains are in points of the scale where all journeys share one."""

    budget: int
    chosen: list[str]
    effort: int
    gain: float | None
    gain10: float
    next: BudgetStep | None
    same: float | None
    """In how many draws the same actions are chosen, 0 to 1."""
    actions: list[BudgetAction]
    expects: list[BudgetHope]
    left_out: list[NotChosen]
    without_hope: list[str]
    remarks: list[str]


class RoadmapOutput(Output):
    """The plan: ``cxmap roadmap --format json``. Figures are unrounded."""

    command: Literal["roadmap"]
    today: str
    by: RankingKey | None
    """The figure that ranks are by; ``null``: there are none."""
    items: list[ItemShape]
    unscheduled: list[str]
    unowned: list[str]
    learning: list[LessonShape]
    levers: dict[str, int]
    """How many actions work by each means."""
    expects: list[HopeShape]
    budget: BudgetShape | None
    """With ``--budget``; else ``null``."""
    remarks: list[str]
