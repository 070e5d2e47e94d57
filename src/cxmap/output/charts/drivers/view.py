"""What a chart of drivers shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxmap.choices import DriverClass, Lang
    from cxmap.output.charts.views import SourceNote


@dataclass(frozen=True, slots=True)
class DriverRow:
    """A touchpoint; figures as ``import survey --drivers`` gives them.

    Attributes:
        title: Its title.
        weight: The relative weight, a part of R².
        interval: The ends of its 95 % interval.
        driver: Whether it is told apart from no influence.
        penalty: What a low mark goes with, of the overall mark; ``None``: too few gave one.
        reward: What a high mark goes with.
        kind: What that makes of it.
    """

    title: str
    weight: float
    interval: tuple[float, float]
    driver: bool
    penalty: float | None
    reward: float | None
    kind: DriverClass


@dataclass(frozen=True, slots=True)
class DriversView:
    """What moves the overall mark of a survey.

    Attributes:
        title: The journey's title.
        rows: The largest weight first.
        r2: What all questions explain of the overall mark's variance.
        n_complete: How many answered all questions.
        samples: How many bootstrap samples the intervals come from.
        seed: Start of their random numbers.
        sources: Where the answers come from.
        lang: The language of the tool's own words.
    """

    title: str
    rows: tuple[DriverRow, ...]
    r2: float
    n_complete: int
    samples: int
    seed: int
    sources: tuple[SourceNote, ...] = ()
    lang: Lang = "en"
