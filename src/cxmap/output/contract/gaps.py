"""What ``cxmap gaps --format json`` promises."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from cxmap.analysis.intervals import Sample
from cxmap.analysis.ranking.answers import Verdict
from cxmap.analysis.ranking.rows import Kind
from cxmap.choices import Quadrant, RankingKey
from cxmap.model.crosshair import CrosshairKind
from cxmap.output.contract.shape import Coverage, Ends, Output, Shape


class CrosshairShape(Shape):
    """Where the quadrants of a journey meet, for one persona."""

    journey: str
    persona: str | None
    """``null`` where all personas are taken together."""
    kind: CrosshairKind
    importance10: float | None
    experience10: float | None


class Scales(Shape):
    """The scales of a row's scores."""

    importance: Ends
    experience: Ends


class TopTwo(Shape):
    """The share of answers in the top two marks."""

    share: float
    low: float | None
    high: float | None
    from_: float = Field(alias="from")
    """The lower of the two marks."""


class RankedRow(Shape):
    """A touchpoint or handover for one persona, or for all together. Names that end in 10 are on 0 to 10."""

    rank: int | None
    """Equal figures share one; ``null`` where nothing can be ranked."""
    tied: bool
    kind: Kind
    journey: str
    stage: str
    touchpoint: str
    title: str
    persona: str | None
    """``null`` in combined rows."""
    channel: str | None
    owner: str | None
    importance: float | None
    experience: float | None
    desired: float | None
    scale: Scales
    importance10: float | None
    experience10: float | None
    desired10: float | None
    gap: float | None
    """Importance minus experience, in points of the scale where both have the same."""
    gap10: float | None
    gap_interval: tuple[float, float] | None
    """95 %, in points of ``gap``."""
    p_holm: float | None
    """That the gap is no more than chance, corrected for how many were tested."""
    priority: float | None
    opportunity: float | None
    shortfall: float | None
    improvement: float | None
    target: float | None
    quadrant: Quadrant | None
    borderline: bool
    p_top5: float | None
    """In how many draws the row is among the first five, 0 to 1."""
    rank_set: tuple[int, int] | None
    """Ranks that hold the true one, for all rows at once; with ``--rank-sets``."""
    moment_of_truth: bool
    wow: bool
    reach: float | None
    """The part of customers who pass, 0 to 1; ``null``: not known."""
    n: int | None
    sample: Sample
    actions: list[str]
    """Ids of actions that name it."""
    path: str
    line: int
    column: int
    importance_top2: TopTwo | None = None
    """With ``--shares``, as the next one."""
    experience_top2: TopTwo | None = None


class UnscoredShape(Shape):
    """A touchpoint that could not be ranked."""

    journey: str
    touchpoint: str
    persona: str | None
    missing: list[Literal["importance", "experience", "counts", "desired", "importance_to_us"]]
    path: str
    line: int
    column: int


class RankedJourney(Shape):
    """A ranked journey in figures, on 0 to 10."""

    journey: str
    persona: str
    mean10: float | None
    index10: float | None
    lowest: str | None
    highest: str | None
    last: str | None
    weakest_link: str | None
    largest_drop: tuple[str, str] | None
    """From one touchpoint to another."""
    peak_end: float | None
    coverage: Coverage


class AgreementShape(Shape):
    """How many of the first rows another figure would keep."""

    top: int
    gap: int | None
    opportunity: int | None
    shortfall: int | None


class WhatIf(Shape):
    """What another experience would change."""

    journey: str
    persona: str | None
    touchpoint: str
    change: float
    """In points of the experience's scale, as far as the scale reaches."""
    index_change: float | None
    index_low: float | None
    index_high: float | None
    overall_change: float | None
    """What goes with it in the overall mark, by the answers beside the journey; with its interval in the next two."""
    low: float | None
    high: float | None
    index_now: float | None
    index_after: float | None
    figure_now: float | None
    figure_after: float | None
    rank_now: int | None
    rank_after: int | None


class Against(Shape):
    """The row from which another one is to be told apart."""

    journey: str
    touchpoint: str


class PlannedAnswers(Shape):
    """How many answers tell a row apart."""

    journey: str
    touchpoint: str
    persona: str | None
    kind: Kind
    n_now: int
    n_needed: int | None
    n_low: int | None
    n_high: int | None
    against: Against
    verdict: Verdict
    within_of: Literal["gap", "experience"] | None
    n_within: int | None


class GapsOutput(Output):
    """A ranking: ``cxmap gaps --format json``. Figures are unrounded."""

    command: Literal["gaps"]
    by: RankingKey
    sign: str
    """How to read the sign of a gap."""
    shares: bool
    """Whether ``opportunity`` is Ulwick's, of shares of top-two answers."""
    dependent: bool
    """Whether correlations between rows were used."""
    crosshairs: list[CrosshairShape]
    rows: list[RankedRow]
    unscored: list[UnscoredShape]
    journeys: list[RankedJourney]
    coverage: Coverage
    agreement: AgreementShape
    what_if: list[WhatIf] = Field(default_factory=list)
    """With ``--what-if`` only."""
    plan_answers: list[PlannedAnswers] = Field(default_factory=list)
    """With ``--plan-answers`` only."""
    remarks: list[str]
