"""What a chart of the ranking shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from cxmap.choices import Lang, RankingKey
    from cxmap.output.charts.roadmap.view import Action
    from cxmap.output.charts.views import Scale, Score, SourceNote

ROWS = 10
"""At most so many rows are drawn."""


@dataclass(frozen=True, slots=True)
class RankedRow:
    """A touchpoint that falls short.

    Attributes:
        rank: Its place in the ranking.
        tied: Whether another touchpoint has the same place.
        title: The touchpoint's title.
        stage: Its stage's title.
        figure: What it is ranked by.
        importance: How much it matters, on the importance scale; of several personas the weighted mean.
        experience: How it is experienced, on the scale of experience; likewise.
        gap: The ends of the 95 % interval of the gap, on 0-10; ``None``: none can be given, or there is no gap.
        top: The share of draws in which it is among the first five; ``None``: not known.
        personas: Places of the personas whose scores these are.
        actions: What is done about it, the furthest first.
    """

    rank: int
    title: str
    stage: str
    figure: float
    importance: Score
    experience: Score
    tied: bool = False
    gap: tuple[float, float] | None = None
    top: float | None = None
    personas: tuple[int, ...] = ()
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True)
class RankingView:
    """The first of a ranking of gaps.

    Attributes:
        title: The journey's title.
        by: The figure that it is by, as ``gaps --by`` calls it.
        scale: Of experience.
        importance_scale: Of importance.
        personas: Who judges: names, with the segment's title in brackets where there is one.
        rows: In order, at least one.
        short: How many touchpoints fall short by this figure; at least as many as there are rows.
        ranked: How many touchpoints are ranked.
        today: The day on which an action is late or not.
        derived: Whether importance was computed from the answers: a weight, from which nothing is subtracted.
        sources: Where the scores come from.
        lang: The language of the tool's own words.
    """

    title: str
    by: RankingKey
    scale: Scale
    importance_scale: Scale
    personas: tuple[str, ...]
    rows: tuple[RankedRow, ...]
    short: int
    ranked: int
    today: dt.date
    derived: bool = False
    sources: tuple[SourceNote, ...] = ()
    lang: Lang = "en"

    @property
    def one_scale(self) -> bool:
        """Whether both scores are on the same scale, so that a person can subtract what is printed."""
        return (self.scale.min, self.scale.max) == (self.importance_scale.min, self.importance_scale.max)

    @property
    def marked(self) -> bool:
        """Whether rows differ in whose scores they are, so that a mark has something to say."""
        return len({row.personas for row in self.rows}) > 1
