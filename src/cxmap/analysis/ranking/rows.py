"""One row of a ranking: a touchpoint as a persona sees it, the step into one, or several personas taken together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from cxmap.analysis.ranking.figures import opportunity_band

if TYPE_CHECKING:
    from cxmap.analysis.intervals import Interval, Sample
    from cxmap.analysis.ranking.figures import Band
    from cxmap.analysis.scores import Scales
    from cxmap.choices import Quadrant, RankingKey
    from cxmap.project.document import Document
    from cxmap.yaml.values import Pointer

Kind = Literal["touchpoint", "combined", "handover"]


class RowPlace(NamedTuple):
    """Where something stands; line and column are looked up when they are asked for.

    Attributes:
        document: The file.
        pointer: Where in its data.
    """

    document: Document
    pointer: Pointer

    @property
    def path(self) -> str:
        """The file, relative to the current directory."""
        return self.document.name

    @property
    def line(self) -> int:
        """The line, from 1."""
        return self.document.source.span(self.pointer).line

    @property
    def column(self) -> int:
        """The column, from 1."""
        return self.document.source.span(self.pointer).column


class Figures(NamedTuple):
    """The six ranking figures of a row; ``None`` where what a figure needs is not there, or it means nothing."""

    priority: float | None = None
    gap: float | None = None
    opportunity: float | None = None
    shortfall: float | None = None
    improvement: float | None = None
    target: float | None = None

    def of(self, key: RankingKey) -> float | None:
        """The figure of this name."""
        value: float | None = getattr(self, key)
        return value

    def times(self, factor: float) -> Figures:
        """All figures multiplied."""
        return Figures(*(None if value is None else value * factor for value in self))


class TopTwoShare(NamedTuple):
    """The share of answers of the two highest marks, with its 95 % interval (Wilson).

    Attributes:
        share: The share, 0-1.
        interval: Its ends; ``None`` under five answers, where all there are have answered, and of a guess.
        marks: The two marks.
        five_point: Whether the scale has five marks.
    """

    share: float
    interval: tuple[float, float] | None
    marks: tuple[float, float]
    five_point: bool


class Row(NamedTuple):
    """One row of a ranking.

    Values that end in ``10`` are on 0-10, the others on the journey's scale.

    Attributes:
        kind: ``touchpoint``, ``handover`` (the step into the touchpoint), or ``combined`` (over personas).
        journey: The journey's id.
        stage: The stage's id.
        stage_title: The stage's title.
        touchpoint: The touchpoint's id.
        title: The touchpoint's title.
        persona: The persona's id; ``None`` for a combined row.
        channel: Id of the channel here; ``None``: the customer meets nobody.
        owner: Id of who answers for it; ``None``: nobody is named.
        tags: The touchpoint's tags.
        position: Place of the touchpoint in the journey, from 0.
        scales: The journey's scales.
        importance: How much it matters; ``None`` for a step that is not rated.
        experience: How it is experienced.
        desired: What the organisation wants the experience to become.
        importance10: Importance.
        experience10: Experience.
        desired10: Desired experience.
        derived: Whether the importance was computed from answers instead of asked: a weight, not a mark.
        weighed10: The importance that the ranking uses: the customer's and, with ``our_weight``, the organisation's.
        figures: The six figures, of the importance that the ranking uses.
        keys: The six figures, times the reach if that is asked for: what can be ranked by.
        key: What the row is ranked by, one of ``keys``; ``None``: not ranked.
        gap: ``importance - experience`` where both are on one scale.
        gap10: ``importance10 - experience10``; ``None`` for a derived importance.
        interval: The 95 % interval around ``gap10``.
        p_holm: Holm's adjusted one-sided p-value of a gap above zero.
        p_first: The share of draws in which the row is its persona's first.
        p_top5: The share of draws in which the row is in its persona's top five.
        rank_set: The simultaneous range of ranks.
        rank: Competition rank among the rows of its persona (or among combined rows); ``None``: not ranked.
        tied: Whether another row has the same rank.
        quadrant: The quadrant it lies in; ``None`` for steps and combined rows, and with too few touchpoints.
        borderline: Whether an interval crosses a line between quadrants.
        moment_of_truth: Whether what happens here decides.
        wow: Whether something surprises here.
        weakest_link: Whether it is the weakest link of the journey for this persona.
        reach: The share of customers who pass; ``None``: not known.
        n: How many answered, the smaller number where importance and experience differ; ``None``: not known.
        sample: What that number is good for.
        negative_share: The share of negative answers, with its 95 % interval; only where counts are given.
        driver: What it is for the overall mark (``basic``, ``performer``, ``delighter``); ``None``: not known.
        top_two: Shares of the two highest marks of importance and of experience; only where counts are given.
        guess: Whether a score of it is the organisation's own guess, or names no source.
        actions: Ids of the actions, dropped ones aside, that name it.
        place: Where it stands.
    """

    kind: Kind
    journey: str
    stage: str
    stage_title: str
    touchpoint: str
    title: str
    persona: str | None
    channel: str | None
    owner: str | None
    tags: tuple[str, ...]
    position: int
    scales: Scales
    importance: float | None
    experience: float | None
    desired: float | None
    importance10: float | None
    experience10: float | None
    desired10: float | None
    derived: bool
    weighed10: float | None
    figures: Figures
    keys: Figures
    key: float | None
    gap: float | None
    gap10: float | None
    moment_of_truth: bool
    wow: bool
    reach: float | None
    n: int | None
    sample: Sample
    guess: bool
    actions: tuple[str, ...]
    place: RowPlace
    interval: Interval | None = None
    p_holm: float | None = None
    p_first: float | None = None
    p_top5: float | None = None
    rank_set: tuple[int, int] | None = None
    rank: int | None = None
    tied: bool = False
    quadrant: Quadrant | None = None
    borderline: bool = False
    weakest_link: bool = False
    negative_share: tuple[float, float, float] | None = None
    driver: str | None = None
    top_two: tuple[TopTwoShare | None, TopTwoShare | None] = (None, None)

    @property
    def band(self) -> Band | None:
        """Ulwick's band of its opportunity by shares.

        ``None`` below the bands, times a reach, and on other scales than five-point ones.
        """
        value = self.figures.opportunity
        if (
            value is None
            or self.keys != self.figures
            or not all(top is not None and top.five_point for top in self.top_two)
        ):
            return None
        return opportunity_band(value)


class Unscored(NamedTuple):
    """A touchpoint without what its ranking needs.

    Attributes:
        journey: The journey's id.
        stage: The stage's id.
        touchpoint: The touchpoint's id.
        persona: The persona's id.
        owner: Id of who answers for it.
        channel: Id of the channel.
        tags: The touchpoint's tags.
        moment_of_truth: Whether it is a moment of truth for this persona.
        importance10: Its importance, where that is known.
        missing: What is missing: ``importance``, ``experience``, ``counts``, ``desired``, ``importance_to_us``.
        place: Where it stands.
    """

    journey: str
    stage: str
    touchpoint: str
    persona: str
    owner: str | None
    channel: str | None
    tags: tuple[str, ...]
    moment_of_truth: bool
    importance10: float | None
    missing: tuple[str, ...]
    place: RowPlace


class LooseStep(NamedTuple):
    """A change of channel or owner that nobody rated.

    Attributes:
        row: The row that stands for it, without a rank.
        origin: Id of the touchpoint stepped out of.
        changes: What changes: ``channel``, ``owner``.
        change10: The change in experience across it, on 0-10; ``None`` where one of the two is not scored.
    """

    row: Row
    origin: str
    changes: tuple[str, ...]
    change10: float | None
