"""What a dashboard shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import datetime as dt

    from cxmap.charts.views import Lang, Scale

Better = Literal["higher", "lower"]
Course = Literal["reached", "closer", "same", "further", "better", "worse", "unknown"]
"""Where a metric went since its baseline: towards its target, or where it has none the right way or the wrong one."""

_DECIMALS = 9  # so that the noise of arithmetic moves nothing


@dataclass(frozen=True, slots=True)
class Reading:
    """A value on a day, and how many people or cases it rests on."""

    day: dt.date
    value: float
    n: int | None = None


@dataclass(frozen=True, slots=True)
class Metric:
    """A measuring point.

    Attributes:
        title: What is measured.
        better: Which direction is an improvement.
        unit: The unit of its values; may be empty.
        ends: The ends of its scale, where values of its kind have any: 0 and 100 for percentages.
        owner: Who answers for it.
        baseline: Where it stood before.
        target: Where it should stand, and when.
        readings: What was read since, oldest first.
    """

    title: str
    better: Better
    unit: str = ""
    ends: tuple[float, float] | None = None
    owner: str = ""
    baseline: Reading | None = None
    target: Reading | None = None
    readings: tuple[Reading, ...] = ()

    @property
    def since(self) -> Reading | None:
        """The last reading behind the baseline; ``None`` where nothing was read since."""
        later = [one for one in self.readings if self.baseline is None or one.day > self.baseline.day]
        return later[-1] if later else None

    @property
    def latest(self) -> Reading | None:
        """Where it stands: the last reading, or the baseline."""
        return self.since or self.baseline

    @property
    def left(self) -> float | None:
        """How far it is from its target, in its unit; 0: reached, ``None``: one of the two is not known."""
        if self.target is None or self.latest is None:
            return None
        away = self.target.value - self.latest.value
        return max(round(away if self.better == "higher" else -away, _DECIMALS), 0.0)

    @property
    def gained(self) -> float | None:
        """How much better it is than at the baseline, in its unit; negative: worse."""
        if self.baseline is None or self.since is None:
            return None
        change = self.since.value - self.baseline.value
        return round(change if self.better == "higher" else -change, _DECIMALS)

    def missed(self, today: dt.date) -> bool:
        """Whether the day of its target is past, and nothing read so far reaches it."""
        return self.target is not None and self.target.day < today and self.left != 0

    @property
    def course(self) -> Course:
        """Where it went since the baseline."""
        if self.left == 0:
            return "reached"
        if self.gained is None:
            return "unknown"
        if self.gained == 0:
            return "same"
        if self.target is None:
            return "better" if self.gained > 0 else "worse"
        return "closer" if self.gained > 0 else "further"


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
        weakest_link: Title and experience of the touchpoint.
        scored: Touchpoints with importance and experience.
        assumed: Experiences that are the organisation's own guess, of those there are.
        as_desired: Touchpoints whose experience is at least what is desired, of those where both are known.
        metrics: Its metrics that are closer to their target than at the baseline or have reached it, of those that
            have a target and were read since.
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
    metrics: Count
    evidence: Count


@dataclass(frozen=True, slots=True)
class DashboardView:
    """The dashboard of a project.

    Attributes:
        today: The day that the picture is of.
        metrics: In the order of the project, at least one.
        journeys: The current journeys, one row a persona.
        lang: The language of the tool's own words.
    """

    today: dt.date
    metrics: tuple[Metric, ...]
    journeys: tuple[JourneyRow, ...] = ()
    lang: Lang = "en"
