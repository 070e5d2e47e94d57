"""What ``cxmap trend --format json`` promises."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from cxmap.analysis.difference import Reason, Verdict
from cxmap.analysis.metrics import Schedule
from cxmap.analysis.series import What
from cxmap.output.contract.shape import Output, Shape


class MeasuredPoint(Shape):
    """One wave of a score or index, or one reading of a metric."""

    date: str | None
    source: str | None
    value: float | None
    n: int | None
    sd: float | None
    low: float | None
    """The 95 % interval, as the next one."""
    high: float | None


class ChangeBetween(Shape):
    """What changed between two waves, and whether that is more than chance."""

    from_: str | None = Field(alias="from")
    to: str | None
    difference: float | None
    low: float | None
    high: float | None
    p: float | None
    p_holm: float | None
    """``p``, corrected for how many were tested."""
    verdict: Verdict
    reason: Reason | None
    """Why it was not tested."""


class TopTwoChange(Shape):
    """What changed in the share of answers in the top two marks."""

    marks: list[float]
    from_: float = Field(alias="from")
    to: float
    difference: float | None
    low: float | None
    high: float | None
    p: float | None


class TargetPoint(Shape):
    """Where a metric is to stand, and when."""

    date: str
    value: float


class SeriesShape(Shape):
    """A score, an index or a metric over time."""

    what: What
    id: str
    """``JOURNEY/TOUCHPOINT``, a journey or a metric."""
    persona: str | None
    kind: str | None
    points: list[MeasuredPoint]
    change: ChangeBetween | None
    """``null`` where there is one point only."""
    top_two: TopTwoChange | None
    target: TargetPoint | None
    schedule: Schedule | None


class TrendOutput(Output):
    """Changes over time: ``cxmap trend --format json``. Figures are unrounded."""

    command: Literal["trend"]
    families: dict[str, int]
    """How many changes were tested together, by kind."""
    series: list[SeriesShape]
    finished: list[str]
    """Ids of actions that were done or dropped meanwhile."""
    remarks: list[str]
