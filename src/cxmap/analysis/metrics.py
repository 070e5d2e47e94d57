"""What metrics did since their baselines: how far on the way they are, whether that is more than chance, and in time.

Formulas and sources: docs/method.md, "Metrics". A change is said to be one only where it is more than chance.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from cxmap.analysis.arithmetic import rounded
from cxmap.analysis.difference import Comparison, judged, nps_interval, of_means, of_nps, of_shares, untested
from cxmap.analysis.intervals import TOO_FEW, mean_interval, wilson
from cxmap.analysis.plan import worse
from cxmap.project.memo import memoized

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from cxmap.analysis.difference import Change, Groups
    from cxmap.choices import Better
    from cxmap.model.metric import Metric as MetricModel
    from cxmap.model.metric import NpsReading, Reading
    from cxmap.project.document import Document
    from cxmap.project.project import Project

Schedule = Literal["ahead", "on", "behind"]
"""Where a metric is beside the straight line from its baseline to its target."""

TOLERANCE = 0.1
"""Without an interval, a value this part of the way from where it should be is on schedule."""


class Measured(NamedTuple):
    """A value on a day, and what it rests on.

    Attributes:
        day: When.
        value: In the metric's unit.
        n: How many people or cases; ``None``: not known.
        sd: The standard deviation among them, in the metric's unit; ``None``: not known.
        groups: Of a Net Promoter Score that is given by its answers: promoters, passives and detractors.
    """

    day: dt.date
    value: float
    n: int | None = None
    sd: float | None = None
    groups: Groups | None = None


@dataclass(frozen=True, slots=True)
class Track:
    """A metric's way from its baseline to its target.

    Attributes:
        better: Which direction is an improvement.
        baseline: Where it stood before.
        target: Where it should stand, and when.
        readings: What was measured since, oldest first.
        is_share: Whether its values are percentages of ``n`` cases, so that ``n`` alone says how they spread.
    """

    better: Better
    baseline: Measured | None = None
    target: Measured | None = None
    readings: tuple[Measured, ...] = ()
    is_share: bool = False

    @property
    def contradicts_direction(self) -> bool:
        """Whether its target is worse than its baseline, so that one of target and direction is wrong."""
        return bool(self.baseline and self.target and worse(self.target.value, self.baseline.value, self.better))

    @property
    def since(self) -> Measured | None:
        """The last reading after the baseline's day; ``None`` where nothing was measured since."""
        later = [reading for reading in self.readings if self.baseline is None or reading.day > self.baseline.day]
        return later[-1] if later else None

    @property
    def latest(self) -> Measured | None:
        """Where it stands: the last reading, or the baseline."""
        return self.since or self.baseline

    @property
    def left(self) -> float | None:
        """How far it is from its target, in its unit; 0: reached, ``None``: one of the two is not known."""
        if self.target is None or self.latest is None:
            return None
        return max(self._gain(self.latest, self.target), 0.0)

    @property
    def gained(self) -> float | None:
        """How much better it is than at the baseline, in its unit; negative: worse, ``None``: not known."""
        if self.baseline is None or self.since is None:
            return None
        return self._gain(self.baseline, self.since)

    @property
    def schedule(self) -> Schedule | None:
        """Where the last reading is beside a straight line from baseline to target.

        ``ahead``: its value is beyond the line on its day; ``on``: its 95 % interval holds the line, or, where it has
        none, ``TOLERANCE`` of the way round it does. ``None``: there is no such line, or nothing was measured since.
        """
        start, end, now, share = self.baseline, self.target, self.since, self.time_share
        if start is None or end is None or now is None or share is None or self._gain(start, end) <= 0:
            return None
        line = rounded(start.value + min(share, 1.0) * (end.value - start.value))
        higher = self.better == "higher"
        value = rounded(now.value)
        if value > line if higher else value < line:
            return "ahead"
        margin = TOLERANCE * abs(end.value - start.value)
        low, high = around(now, is_share=self.is_share) or (now.value - margin, now.value + margin)
        return "on" if (rounded(high) >= line if higher else rounded(low) <= line) else "behind"

    @property
    def time_share(self) -> float | None:
        """The part of the time from baseline to target that was over at the last reading; above 1: past the target."""
        start, end, now = self.baseline, self.target, self.since
        if start is None or end is None or now is None or end.day <= start.day:
            return None
        return (now.day - start.day) / (end.day - start.day)

    @property
    def way_share(self) -> float | None:
        """The part of the way from baseline to target that is done; negative: further away than at the baseline."""
        if self.baseline is None or self.target is None or self.since is None:
            return None
        way = self._gain(self.baseline, self.target)
        return self._gain(self.baseline, self.since) / way if way > 0 else None

    def missed(self, today: dt.date) -> bool:
        """Whether the day of its target is past, and nothing measured so far reaches it."""
        return self.target is not None and self.target.day < today and self.left != 0

    def _gain(self, start: Measured, end: Measured) -> float:
        change = end.value - start.value
        return rounded(change if self.better == "higher" else -change)


class Moves(NamedTuple):
    """How many metrics moved the right way since their baselines.

    Attributes:
        right: That many, more than chance or not.
        of: All metrics with a right way, measured since or not.
        sure: How many of ``right`` moved more than chance.
        unmeasured: How many of those have no reading since the baseline, or no baseline.
        contradicting: How many have no right way, because target and direction contradict each other; not in ``of``.
    """

    right: int
    of: int
    sure: int
    unmeasured: int
    contradicting: int = 0


def track(model: MetricModel) -> Track:
    """The way of a metric of the files.

    A baseline without n rests on what a reading of the same day and value rests on.
    """
    readings = [_reading(reading) for reading in model.readings]
    baseline = _reading(model.baseline) if model.baseline else None
    if baseline is not None and baseline.n is None:
        baseline = next((reading for reading in readings if reading[:2] == baseline[:2]), baseline)
    return Track(
        better=model.better,
        baseline=baseline,
        target=Measured(model.target.date, model.target.value) if model.target else None,
        readings=tuple(sorted(readings, key=lambda reading: reading.day)),
        is_share=model.kind == "percentage" or (model.kind == "csat" and model.unit == "%"),
    )


def _reading(given: Reading | NpsReading) -> Measured:
    return Measured(given.date, given.value, given.n, given.sd, getattr(given, "groups", None))


@memoized
def tracks(project: Project) -> dict[str, Track]:
    """The ways of all metrics of a project, by id."""
    return {name: track(model) for name, model in project.metrics.items()}


@memoized
def metric_changes(project: Project) -> dict[str, Change | None]:
    """What changed in all metrics of a project: :func:`changes`."""
    return changes(tracks(project))


def metrics_of(project: Project, document: Document) -> list[str]:
    """Ids of the metrics that the touchpoints of a file's journey name, or the actions for it, each once."""
    own = [name for placed in document.touchpoints() for name in placed.touchpoint.metrics]
    actions = [
        action
        for target, names in project.actions_by_target.items()
        if document.journey is not None and target.journey == document.journey.id
        for action in names
    ]
    return list(dict.fromkeys([*own, *(name for action in actions for name in project.actions[action].metrics)]))


def changes(tracks: Mapping[str, Track]) -> dict[str, Change | None]:
    """What changed from each baseline to the last reading after it; ``None`` where one of the two is missing.

    Args:
        tracks: All metrics of the project: those that can be tested are the family of Holm's correction.
    """
    raw = {name: _change(each) for name, each in tracks.items()}
    compared = {
        name: Comparison(name, change, tracks[name].better) for name, change in raw.items() if change is not None
    }
    return raw | dict(zip(compared, judged(compared.values()), strict=True))


def moves(tracks: Mapping[str, Track], known: Mapping[str, Change | None]) -> Moves:
    """How many of these metrics moved the right way.

    Args:
        tracks: The metrics to count.
        known: What changed, of these metrics and perhaps others.
    """
    gained = {name: each.gained for name, each in tracks.items() if not each.contradicts_direction}
    right = [name for name, value in gained.items() if value is not None and value > 0]
    sure = sum(1 for name in right if (change := known[name]) and change.verdict == "better")
    unmeasured = sum(value is None for value in gained.values())
    return Moves(len(right), len(gained), sure, unmeasured, len(tracks) - len(gained))


def _change(given: Track) -> Change | None:
    before, after = given.baseline, given.since
    if before is None or after is None:
        return None
    difference = after.value - before.value
    if before.n is None or after.n is None:
        return untested(difference, "no-spread")
    few = min(before.n, after.n) < TOO_FEW
    if before.groups is not None and after.groups is not None:
        return untested(difference, "too-few") if few else of_nps(before.groups, after.groups)
    if before.sd is not None and after.sd is not None:
        if few:
            return untested(difference, "too-few")
        if not before.sd or not after.sd:
            return untested(difference, "all-alike")
        return of_means(difference, _error(before.sd, before.n), _error(after.sd, after.n))
    if not given.is_share or not 0 <= min(before.value, after.value) <= max(before.value, after.value) <= 100:
        return untested(difference, "no-spread")
    if few:
        return untested(difference, "too-few")
    change = of_shares(before.value / 100, before.n, after.value / 100, after.n).times(100)
    return change._replace(difference=rounded(difference))


def _error(sd: float, n: int) -> tuple[float, float]:
    """The standard error of a mean, and its degrees of freedom."""
    return sd / math.sqrt(n), n - 1


def around(reading: Measured, *, is_share: bool) -> tuple[float, float] | None:
    """The ends of the 95 % interval around a value; ``None`` where nothing says how it spreads."""
    if reading.n is None or reading.n < TOO_FEW:
        return None
    if reading.groups is not None:
        return nps_interval(reading.groups)
    if reading.sd:
        found = mean_interval(reading.value, reading.sd, reading.n)
        return found.low, found.high
    if reading.sd is None and is_share and 0 <= reading.value <= 100:
        low, high = wilson(reading.value / 100, reading.n)
        return 100 * low, 100 * high
    return None
