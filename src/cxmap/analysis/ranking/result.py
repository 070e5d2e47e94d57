"""What a ranking is: its rows in order, and what is to be known to judge the order."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from cxmap.analysis.ranking.answers import AnswerPlan
    from cxmap.analysis.ranking.certainty import Tests
    from cxmap.analysis.ranking.combined import Weights
    from cxmap.analysis.ranking.options import Options
    from cxmap.analysis.ranking.order import Agreement
    from cxmap.analysis.ranking.quadrants import Crosshair
    from cxmap.analysis.ranking.rows import LooseStep, Row, Unscored
    from cxmap.analysis.ranking.what_if import Effect
    from cxmap.analysis.scope import Way
    from cxmap.analysis.stops import Coverage
    from cxmap.analysis.summary import JourneySummary
    from cxmap.choices import RankingKey
    from cxmap.project.project import Project


class Ranking(NamedTuple):
    """Improvement opportunities in order, and what is to be known to judge the order.

    Attributes:
        by: The ranking figure.
        derived: Whether importance was computed from answers instead of asked.
        options: What was asked for.
        rows: Combined rows first, then by persona id; in each by rank, steps that nobody rated at the end.
        unscored: Touchpoints that could not be ranked, and what they lack.
        loose_steps: Changes of channel or owner that nobody rated.
        crosshairs: Where the quadrants meet, by journey and persona.
        ways: The ways through journeys that were ranked.
        coverage: How many touchpoints were ranked, each counted for every persona who passes.
        agreement: How much another figure would change in the first ranking.
        weights: How much each persona counts in combined rows; ``None`` without any.
        aside: Personas of segments that are no focus (priority ``none``): listed last, in no combined row.
        tests: What was tested of the gaps.
        dependent: Personas of whose rows it is known how they vary together.
        ranked: How many rows were ranked; ``rows`` has fewer where the view leaves some out.
        remarks: What a reader should know besides, a sentence each.
        project: What was ranked.
        effects: What other experiences would change, as far as that was asked for.
        answers: How many more answers it takes; ``None``: not asked for.
    """

    by: RankingKey
    derived: bool
    options: Options
    rows: tuple[Row, ...]
    unscored: tuple[Unscored, ...]
    loose_steps: tuple[LooseStep, ...]
    crosshairs: tuple[Crosshair, ...]
    ways: tuple[Way, ...]
    coverage: Coverage
    agreement: Agreement
    weights: Weights | None
    aside: tuple[str, ...]
    tests: Tests
    dependent: tuple[str, ...]
    ranked: int
    remarks: tuple[str, ...]
    project: Project
    effects: tuple[Effect, ...] = ()
    answers: AnswerPlan | None = None

    @property
    def journeys(self) -> tuple[JourneySummary, ...]:
        """The journeys in figures, as each persona goes through them; worked out whenever it is asked for."""
        from cxmap.analysis.summary import summarise

        return tuple(summarise(self.project, way.journey, way.persona, way.stops) for way in self.ways)
