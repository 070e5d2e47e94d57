"""What a priority matrix shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxmap.analysis.ranking.options import TOP
from cxmap.i18n.language import decimals

if TYPE_CHECKING:
    from cxmap.choices import JourneyState, Lang, Quadrant, RankingKey
    from cxmap.model.crosshair import CrosshairKind
    from cxmap.output.charts.views import Scale, Score, SourceNote


@dataclass(frozen=True, slots=True)
class MatrixPoint:
    """A touchpoint as one persona judges it.

    Attributes:
        touchpoint: Its place among the view's touchpoints.
        persona: The place of the persona among the view's personas.
        importance: How much it matters, on the importance scale.
        experience: How it is experienced, on the scale of experience.
        rank: Its rank among the persona's touchpoints, as ``gaps`` gives it; ``None``: not ranked.
        quadrant: The quadrant that ``gaps`` puts it in; ``None``: in none.
        moment_of_truth: Whether it decides if the customer stays.
        wow: Whether something surprises there.
    """

    touchpoint: int
    persona: int
    importance: Score
    experience: Score
    rank: int | None = None
    quadrant: Quadrant | None = None
    moment_of_truth: bool = False
    wow: bool = False

    @property
    def is_first(self) -> bool:
        """Whether it is among what is ranked first."""
        return self.rank is not None and self.rank <= TOP


@dataclass(frozen=True, slots=True)
class MatrixPersona:
    """Whose judgement it is.

    Attributes:
        name: The persona's name.
        segment: The title of the persona's segment, if any.
        crosshair: Importance and experience where the quadrants meet, on their scales; ``None``: no quadrants.
        last_first: The figure of the last that is among the first five; ``None``: nothing is ranked.
        unscored: Titles of the touchpoints that lack a score.
    """

    name: str
    segment: str = ""
    crosshair: tuple[float, float] | None = None
    last_first: float | None = None
    unscored: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MatrixView:
    """The touchpoints of one journey by importance and experience.

    Attributes:
        title: The journey's title.
        state: Whether it is as it is, or as it is to become; only the first is ranked.
        scale: Of experience.
        importance_scale: Of importance.
        touchpoints: Their titles, in the order of the journey.
        personas: Who judges.
        points: One for every touchpoint and persona with both scores; at least one.
        importance_derived: Whether importance was computed from the answers: a weight, and no mark.
        crosshair_kind: How it was chosen where the quadrants meet.
        by: The figure that ranks are by, as ``gaps --by`` calls it; ``None``: nothing is ranked.
        sources: Where the scores come from.
        lang: The language of the tool's own words.
        links: The anchors of the touchpoints on a page.
    """

    title: str
    state: JourneyState
    scale: Scale
    importance_scale: Scale
    touchpoints: tuple[str, ...]
    personas: tuple[MatrixPersona, ...]
    points: tuple[MatrixPoint, ...]
    importance_derived: bool = False
    crosshair_kind: CrosshairKind = "mean"
    by: RankingKey | None = None
    sources: tuple[SourceNote, ...] = ()
    lang: Lang = "en"
    links: tuple[str, ...] = ()

    @property
    def comparable(self) -> bool:
        """Whether importance and experience can be subtracted: asked, and on the same scale."""
        same = (self.scale.min, self.scale.max) == (self.importance_scale.min, self.importance_scale.max)
        return same and not self.importance_derived

    def of(self, persona: int) -> list[MatrixPoint]:
        """The points of one persona."""
        return [point for point in self.points if point.persona == persona]

    def place(self, point: MatrixPoint) -> tuple[float, float, int | None]:
        """What its scores are as they are printed: two of a persona with the same are one point on the paper.

        What ranks first shares a point only with what has its rank, so that no rank is hidden.
        """
        importance = round(point.importance.value, decimals(self.importance_scale))
        return importance, round(point.experience.value, decimals(self.scale)), point.rank if point.is_first else None
