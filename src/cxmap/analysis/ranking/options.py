"""What a ranking is to be made of, and what of it is to be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from cxmap.choices import Lang, Quadrant, RankingKey

SUBTRACTING: frozenset[RankingKey] = frozenset({"priority", "gap", "opportunity", "target"})
"""Figures that subtract an experience. A derived importance is a weight, so they mean nothing for it."""

DEFAULT_KEY: RankingKey = "priority"
DEFAULT_KEY_DERIVED: RankingKey = "shortfall"
DEFAULT_SEED = 1
TOP = 5
"""How many places the agreement of figures and the certainty of the order are judged on."""


class View(NamedTuple):
    """Which rows of a ranking to show. It changes no rank: a rank is a place among all touchpoints.

    Attributes:
        stage: Only rows of the stage with this id.
        owner: Only rows that this stakeholder answers for.
        channel: Only rows in this channel.
        tag: Only rows with this tag.
        quadrant: Only rows in this quadrant.
        moments_of_truth: Only moments of truth.
        min_importance: Only rows of at least this importance, 0-10.
        top: Only the first so many rows of each ranking.
    """

    stage: str | None = None
    owner: str | None = None
    channel: str | None = None
    tag: str | None = None
    quadrant: Quadrant | None = None
    moments_of_truth: bool = False
    min_importance: float | None = None
    top: int | None = None

    @property
    def everything(self) -> bool:
        """Whether no row is filtered out."""
        return self == View()


class Options(NamedTuple):
    """What to rank, by what, and what to show of it.

    Attributes:
        by: The ranking figure; ``None``: the project's, else ``priority`` (``shortfall`` where importance is derived).
        journey: Rank the touchpoints of this journey only.
        persona: Rank as this persona sees it only.
        segment: Rank as the personas of this segment see it only.
        crosshair: ``mean``, ``median``, ``scale`` or ``IMPORTANCE,EXPERIENCE`` on 0-10; ``None``: the project's.
        our_weight: How much of the ranking's importance is the organisation's own (``importance_to_us``), 0-1.
        reach: Whether to multiply the figure by the share of customers who pass.
        handovers: Whether to rank the steps between touchpoints as well.
        rank_sets: Whether to compute simultaneous ranges of ranks.
        shares: Whether to rank by ``opportunity`` of shares of top-two answers, as Ulwick defined it.
        what_if: Changes of experiences to look at, each as ``[JOURNEY/]TOUCHPOINT=±X``.
        plan_answers: Whether to say how many more answers tell the top apart from the rest.
        within: And how many make each interval this narrow to either side, in points of the scale.
        seed: Start of the random numbers.
        view: Which rows to show.
        lang: The language of remarks and tables; JSON, whose values are never translated, takes English ones.
        titles: Whether remarks call things by their titles; else by their ids.
    """

    by: RankingKey | None = None
    journey: str | None = None
    persona: str | None = None
    segment: str | None = None
    crosshair: str | None = None
    our_weight: float = 0.0
    reach: bool = False
    handovers: bool = False
    rank_sets: bool = False
    shares: bool = False
    what_if: tuple[str, ...] = ()
    plan_answers: bool = False
    within: float | None = None
    seed: int = DEFAULT_SEED
    view: View = View()
    lang: Lang = "en"
    titles: bool = False
