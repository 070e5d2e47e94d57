"""What a dashboard shows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from cxmap.analysis.metrics import Track
from cxmap.output.charts.roadmap.view import in_parts

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from cxmap.analysis.difference import Change
    from cxmap.analysis.metrics import Moves
    from cxmap.choices import Lang
    from cxmap.output.charts.views import IndexSince, Scale

Sign = Literal["reached", "better", "worse", "unclear", "unknown"]
"""How a metric fares: at its target; more than chance better or worse than at the baseline; not clearly; not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric(Track):
    """A measuring point, with its way from baseline to target.

    Attributes:
        title: What is measured.
        unit: The unit of its values; may be empty.
        ends: The ends of its scale, where values of its kind have any: 0 and 100 for percentages.
        owner: Who answers for it.
        dates_contradict: Whether its readings are out of order, or its target is dated before its baseline.
        change: What changed since the baseline; ``None``: nothing was measured since, or there is no baseline.
        link: Its anchor on a page.
    """

    title: str
    unit: str = ""
    ends: tuple[float, float] | None = None
    owner: str = ""
    dates_contradict: bool = False
    change: Change | None = None
    link: str = ""

    @property
    def sign(self) -> Sign:
        """What its sign says. An arrow stands only for what is more than chance, and where better is known."""
        if self.contradicts_direction:
            return "unknown"
        if self.left == 0:
            return "reached"
        if self.change is None:
            return "unknown"
        return verdict if (verdict := self.change.verdict) == "better" or verdict == "worse" else "unclear"

    def urgency(self, today: dt.date) -> int:
        """Its place on the page, lowest first: further away, not measured, behind schedule, on schedule, reached."""
        if self.gained is not None and self.gained < 0:
            return 0
        if self.since is None:
            return 1
        if self.left == 0:
            return 4
        return 2 if self.missed(today) or self.schedule == "behind" else 3


@dataclass(frozen=True, slots=True)
class Count:
    """So many of so many."""

    count: int
    of: int


@dataclass(frozen=True, slots=True)
class JourneyRow:
    """A journey as one persona goes through it.

    Attributes:
        title: The journey's title.
        persona: The persona's name.
        scale: Of experience.
        index: Mean experience weighted by importance, on the scale; ``None``: nothing is scored.
        since: What changed of the index since the wave before; ``None``: there is one wave.
        weakest_link: Title and experience of the touchpoint.
        scored: Touchpoints with importance and experience.
        assumed: Scores, of importance and of experience, that are the organisation's own guess, of those there are.
        as_desired: Touchpoints whose experience is at least what is desired, of those where both are known.
        metrics: How many of its metrics moved the right way.
        evidence: Touchpoints with evidence.
    """

    title: str
    persona: str
    scale: Scale
    index: float | None
    weakest_link: tuple[str, float] | None
    scored: Count
    assumed: Count
    as_desired: Count
    metrics: Moves
    evidence: Count
    since: IndexSince | None = None


@dataclass(frozen=True, slots=True)
class DashboardView:
    """The dashboard of a project.

    Attributes:
        today: The day that the picture is of.
        metrics: In the order of the project, at least one.
        moved: How many of them moved the right way.
        journeys: The current journeys, one row a persona.
        lang: The language of the tool's own words.
        whole: What this is a page of; ``None``: there is one page.
    """

    today: dt.date
    metrics: tuple[Metric, ...]
    moved: Moves
    journeys: tuple[JourneyRow, ...] = ()
    lang: Lang = "en"
    whole: DashboardView | None = None

    @property
    def all_metrics(self) -> tuple[Metric, ...]:
        """The metrics of all pages."""
        return (self.whole or self).metrics

    def part(self, start: int, end: int) -> DashboardView:
        """A page of some metrics, without journeys."""
        return replace(self, metrics=self.metrics[start:end], journeys=(), whole=self)

    def slides(self, fits: Callable[[DashboardView], bool]) -> list[DashboardView]:
        """The dashboard in as many metrics a slide as fit; journeys on the last, or on a slide of their own."""
        if fits(self):
            return [self]
        found = in_parts(self.part, len(self.metrics), fits)
        if self.journeys:
            last = replace(found[-1], journeys=self.journeys)
            found[-1:] = [last] if fits(last) else [found[-1], replace(last, metrics=())]
        return found
