"""What an atlas shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from cxmap.choices import Lang
    from cxmap.model.constants import Phase
    from cxmap.output.charts.views import IndexSince, Scale, SourceNote

NEAR = 0.05
"""Shares of the scale round the pass mark that are neither above nor below it: the middle step."""
FAR = 0.2
"""Further from the pass mark than this is the outer step."""


@dataclass(frozen=True, slots=True)
class AtlasCell:
    """A phase of a journey, as one persona goes through it.

    Attributes:
        value: Experience weighted by importance, on the scale; ``None``: nothing in it has both scores.
        assumed: Whether every score in it is the organisation's own guess.
        touchpoints: How many the persona passes in it.
    """

    value: float | None
    assumed: bool = False
    touchpoints: int = 1


@dataclass(frozen=True, slots=True)
class AtlasRow:
    """A journey as one persona goes through it.

    Attributes:
        title: The journey's title.
        persona: The persona's name.
        scale: Of experience.
        cells: By phase, in the order of the view; ``None``: the journey has no such phase for this persona.
        index: Experience weighted by importance over the whole journey, on the scale; ``None``: nothing is scored.
        depth: How many journeys it lies within: a stage of another is shown by it from near.
        leads: Whether it is the first row of its journey.
        since: What changed of the index since the wave before; ``None``: there is one wave.
        running: Actions in progress for the journey.
        late: Those of them that are due, and planned ones that are.
        late_steps: Steps of actions for the journey that are due and not done.
        evidence: Touchpoints with evidence, and how many there are.
    """

    title: str
    persona: str
    scale: Scale
    cells: tuple[AtlasCell | None, ...]
    index: float | None
    depth: int = 0
    leads: bool = True
    since: IndexSince | None = None
    running: int = 0
    late: int = 0
    late_steps: int = 0
    evidence: tuple[int, int] = (0, 0)

    def step(self, value: float) -> int:
        """How far from good enough a value is: -2 (far below) to 2 (far above)."""
        mark = self.scale.middle if self.scale.pass_mark is None else self.scale.pass_mark
        away = round((value - mark) / (self.scale.max - self.scale.min), 9)
        size = 0 if abs(away) <= NEAR else 1 if abs(away) <= FAR else 2
        return size if away > 0 else -size


@dataclass(frozen=True, slots=True)
class AtlasView:
    """The current journeys of a project.

    Attributes:
        phases: The columns; ``None``: stages that name no phase, the only column where none does.
        rows: Lowest index first, each journey's rows together, and below it those that show a stage of it from near.
        today: The day on which an action is late or not.
        sources: Where the scores come from.
        lang: The language of the tool's own words.
    """

    phases: tuple[Phase | None, ...]
    rows: tuple[AtlasRow, ...]
    today: dt.date
    sources: tuple[SourceNote, ...] = ()
    lang: Lang = "en"

    @property
    def one_scale(self) -> Scale | None:
        """The scale of all journeys; ``None``: they differ."""
        scales = {row.scale for row in self.rows}
        return scales.pop() if len(scales) == 1 else None

    @property
    def journeys(self) -> int:
        """How many journeys there are."""
        return sum(row.leads or not place for place, row in enumerate(self.rows))
