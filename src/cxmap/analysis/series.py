"""What was measured over time, and whether it changed: the records that tables, charts and pages show."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal, NamedTuple

from cxmap.analysis.changes import LAST, Pick

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Mapping

    from cxmap.analysis.courses import Slope
    from cxmap.analysis.difference import Change
    from cxmap.analysis.metrics import Measured, Schedule
    from cxmap.analysis.past import Past
    from cxmap.analysis.scores import Kind
    from cxmap.analysis.top_two import TopTwoChange
    from cxmap.model.scale import Range

What = Literal["score", "index", "metric"]
Family = Literal["index", "experience", "importance", "metric"]


class TrendOptions(NamedTuple):
    """What to show, and which waves to compare.

    Attributes:
        journey: Only this journey.
        persona: Only this persona.
        touchpoint: Only this touchpoint, and the step into it.
        metric: Only this metric.
        since: Only what was measured on or after this day.
        pick: The waves to compare.
        past: What earlier revisions of the files held; ``None``: not looked at.
    """

    journey: str | None = None
    persona: str | None = None
    touchpoint: str | None = None
    metric: str | None = None
    since: dt.date | None = None
    pick: Pick = LAST
    past: Past | None = None

    @property
    def own(self) -> bool:
        """Whether other waves are compared than everywhere else."""
        return self.pick != LAST or self.past is not None


class TrendPoint(NamedTuple):
    """A value on a day.

    Attributes:
        date: When; ``None``: not said.
        source: Id of its source; ``None``: not said, or of a metric.
        value: On the series' own scale.
        n: How many people or cases; ``None``: not known.
        sd: The standard deviation among them.
        interval: The ends of the 95 % interval around it.
        guess: Whether it is the organisation's own guess.
        se: Its standard error.
    """

    date: dt.date | None
    source: str | None
    value: float
    n: int | None = None
    sd: float | None = None
    interval: tuple[float, float] | None = None
    guess: bool = False
    se: float | None = None


class Series(NamedTuple):
    """One figure over time.

    Attributes:
        what: A score, the index of a journey, or a metric.
        id: ``journey/touchpoint`` (``#handover`` after it for the step into it), ``journey`` or the metric's id.
        persona: Id of the persona; ``None``: of a metric.
        kind: Of a score: importance or experience.
        scale: Of scores and indexes.
        unit: Of a metric; may be empty.
        points: Oldest first.
        before: The point compared with; ``None``: there is no other.
        after: The last point, or the one picked.
        change: What changed; ``None``: nothing to compare.
        counted: Of an index: how many touchpoints count of how many.
        target: Of a metric.
        schedule: Of a metric: beside the straight line to its target.
        progress: Of a metric: the parts of the way and of the time to its target that are over.
        better: Of a metric: which way it improves.
        is_share: Of a metric: whether its values are percentages of n.
        top_two: Of a score that is counted at both waves: the share of its two highest marks.
    """

    what: What
    id: str
    persona: str | None
    kind: Kind | None
    points: tuple[TrendPoint, ...]
    before: TrendPoint | None
    after: TrendPoint
    change: Change | None
    scale: Range | None = None
    unit: str = ""
    counted: tuple[int, int] | None = None
    target: Measured | None = None
    schedule: Schedule | None = None
    progress: tuple[float, float] | None = None
    better: str = "higher"
    is_share: bool = False
    top_two: TopTwoChange | None = None

    @property
    def identity(self) -> tuple[object, ...]:
        """What makes it this comparison: alike for personas who share a score."""
        return self.what, self.id, self.kind, self.before, self.after

    @property
    def family(self) -> Family:
        """The family of its change."""
        return self.kind or ("index" if self.what == "index" else "metric")


class Trend(NamedTuple):
    """What is shown.

    Attributes:
        families: How many distinct changes of the project were tested together, by what they are of.
        series: By journey and persona, then metrics.
        finished: Ids of the actions that were finished between the points that are compared.
        guarded: The series that got worse for a persona whose segment is to be maintained.
        courses: The slope per year of scores and shares of three or more waves that can all be compared, by place.
        outside: The points of metrics without n outside the limits of their nine or more values, by their place.
        own_families: Whether waves were picked, so that the families are those of this choice.
    """

    families: Mapping[Family, int]
    series: tuple[Series, ...]
    finished: tuple[str, ...]
    guarded: tuple[Series, ...]
    courses: Mapping[int, Slope]
    outside: Mapping[int, tuple[TrendPoint, ...]]
    own_families: bool = False

    @property
    def compared(self) -> list[Series]:
        """The series in which there is something to compare."""
        return [each for each in self.series if each.change is not None]

    def only(self, journeys: Collection[str], personas: Collection[str]) -> Trend:
        """The scores and indexes of some journeys and personas, and all metrics."""
        kept = [
            each
            for each in self.series
            if each.what == "metric" or (each.id.partition("/")[0] in journeys and each.persona in personas)
        ]
        return self._replace(series=tuple(kept), courses={}, outside={})

    @property
    def distinct(self) -> list[Series]:
        """The changes, each once where several personas share the score."""
        found = {each.identity: each for each in reversed(self.compared)}
        return list(reversed(found.values()))

    def shared_by(self, series: Series) -> list[str]:
        """The personas who share a score."""
        return [each.persona for each in self.compared if each.identity == series.identity and each.persona]

    @property
    def tally(self) -> Counter[str]:
        """How many distinct changes of which verdict."""
        return Counter(each.change.verdict for each in self.distinct if each.change is not None)

    @property
    def since(self) -> dt.date | None:
        """The earliest day that something is compared with."""
        return min((each.before.date for each in self.compared if each.before and each.before.date), default=None)
