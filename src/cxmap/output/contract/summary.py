"""What ``cxmap summary --format json`` promises."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from cxmap.choices import JourneyState
from cxmap.output.contract.shape import Coverage, Ends, Output, Shape


class ScaleWithPass(Ends):
    """A scale, and the mark from which an experience is good enough."""

    pass_: float | None = Field(alias="pass")


class ChannelDrop(Shape):
    """A step to another channel at which the experience falls."""

    from_: str = Field(alias="from")
    to: str
    drop10: float


class Duration(Shape):
    """The sum of the durations that are given."""

    text: str
    """The sum in words, ``""`` where nothing is given."""
    minutes: float
    working_days: float
    months: float
    given: int
    """How many touchpoints have one."""


class WithEvidence(Shape):
    """How many touchpoints have evidence."""

    with_evidence: int
    total: int


class WithVoice(Shape):
    """How many touchpoints have a source in which customers speak for themselves."""

    with_voice: int
    total: int


class JourneyFigures(Shape):
    """A journey as one persona goes through it. Names that end in 10 are on 0 to 10."""

    journey: str
    title: str
    persona: str
    state: JourneyState
    scale: ScaleWithPass
    mean10: float | None
    index10: float | None
    """The experience weighted by importance."""
    lowest: str | None
    highest: str | None
    last: str | None
    weakest_link: str | None
    below_pass: list[str] | None
    """Touchpoints below the pass mark; ``null`` without one."""
    largest_drop: tuple[str, str] | None
    largest_drop10: float | None
    channel_drops: list[ChannelDrop]
    peak: str | None
    peak_end: float | None
    waiting: Duration
    doing: Duration
    coverage: Coverage
    evidence: WithEvidence
    customer_voice: WithVoice


class Extreme(Shape):
    """Where a project's experience is lowest or highest."""

    journey: str
    persona: str
    touchpoint: str


class ProjectFigures(Shape):
    """The project over all its current journeys."""

    journeys: int
    desired_journeys: int
    personas: int
    mean10: float | None
    index10: float | None
    lowest: Extreme | None
    highest: Extreme | None
    coverage: Coverage
    evidence: WithEvidence
    customer_voice: WithVoice


class SummaryOutput(Output):
    """Journeys in figures: ``cxmap summary --format json``. Figures are unrounded."""

    command: Literal["summary"]
    journeys: list[JourneyFigures]
    project: ProjectFigures
