"""What a chart shows, as plain data: no files, no models, every reference resolved, every score on its scale."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from cxmap.analysis.difference import Change
    from cxmap.choices import ChannelKind, JourneyState, Lang


@dataclass(frozen=True, slots=True)
class Scale:
    """The ends of a scale of scores, and the mark from which an experience is good enough, if there is one."""

    min: float
    max: float
    pass_mark: float | None = None

    @property
    def middle(self) -> float:
        """Half-way between the ends."""
        return (self.min + self.max) / 2

    def share(self, score: float) -> float:
        """How far up the scale a score is, 0 to 1."""
        return (score - self.min) / (self.max - self.min)


@dataclass(frozen=True, slots=True)
class Score:
    """A score on its scale.

    Attributes:
        value: The mark or the mean.
        interval: The ends of the 95 % confidence interval; ``None`` where none can be given.
        n: How many people answered, if known.
        assumed: Whether it is the organisation's own guess.
        source: The id of where it comes from; empty: none is named.
        below: Whether it is an experience below the mark that is good enough.
    """

    value: float
    interval: tuple[float, float] | None = None
    n: int | None = None
    assumed: bool = False
    source: str = ""
    below: bool = False


@dataclass(frozen=True, slots=True)
class Channel:
    """Where customer and organisation meet."""

    title: str
    kind: ChannelKind


@dataclass(frozen=True, slots=True)
class Handover:
    """The step into a touchpoint where the channel or the owner changes: how it is experienced, what it loses."""

    experience: Score | None = None
    loses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Earlier:
    """An experience at an earlier wave.

    Attributes:
        score: What it was.
        change: What changed since, on the scale of experience, and whether it is more than chance.
        customers: Whether the later wave is the customers' own voice.
    """

    score: Score
    change: Change
    customers: bool = False


@dataclass(frozen=True, slots=True)
class IndexSince:
    """The index of a journey at two waves, over the touchpoints that count at both.

    Attributes:
        before: What it was, on the scale of experience.
        after: What it is.
        change: What changed, and whether it is more than chance.
        counted: How many touchpoints count, of how many.
    """

    before: float
    after: float
    change: Change
    counted: tuple[int, int]


@dataclass(frozen=True, slots=True)
class JourneyPoint:
    """One persona at one touchpoint.

    Attributes:
        experience: How it is experienced; ``None``: no score.
        importance: How much it matters, on the importance scale.
        desired: What the experience is to become.
        earlier: What it was at the wave compared with.
        channel: ``None``: the customer meets nobody.
        handover: The step into it, where something is said of it.
        moment_of_truth: Whether it decides if the customer stays.
        weakest_link: Whether it has the lowest experience of those of at least mean importance.
        wow: What surprises.
        feeling: What the customer feels, or thinks where no feeling is given.
        lifts: What lifts the experience.
        lowers: What lowers it.
    """

    experience: Score | None = None
    importance: Score | None = None
    desired: float | None = None
    channel: Channel | None = None
    handover: Handover | None = None
    moment_of_truth: bool = False
    weakest_link: bool = False
    wow: str = ""
    feeling: str = ""
    lifts: tuple[str, ...] = ()
    lowers: tuple[str, ...] = ()
    earlier: Earlier | None = None


@dataclass(frozen=True, slots=True)
class PersonaLine:
    """One persona's way through the journey.

    Attributes:
        name: The persona's name.
        segment: The title of the persona's segment, if any.
        points: One a touchpoint of the journey; ``None`` where this persona does not pass.
        largest_drop: The places of the two neighbours with the largest drop between them.
        extremes: The places of the highest and the lowest experience, where these points are a part of a longer way;
            ``None``: they are all.
        id: The persona's id.
    """

    name: str
    points: tuple[JourneyPoint | None, ...]
    segment: str = ""
    largest_drop: tuple[int, int] | None = None
    extremes: frozenset[int] | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class Touchpoint:
    """A column: its title, for a detour the place of the touchpoint that it leads back to, and its anchor on a page."""

    title: str
    returns_to: int | None = None
    link: str = ""


@dataclass(frozen=True, slots=True)
class Stage:
    """A band over several columns; ``link`` is its anchor on a page."""

    title: str
    touchpoints: tuple[Touchpoint, ...]
    goal: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class SourceNote:
    """Where scores come from.

    Attributes:
        title: What it is called.
        n: How many answered, for the scores shown: the fewest and the most; ``None``: not known.
        date: When.
        assumed: Whether it is the organisation's own guess.
        converted_from: The ends of the scale of its answers, where scores shown were converted from that.
        id: By which scores name it.
    """

    title: str
    n: tuple[int, int] | None = None
    date: dt.date | None = None
    assumed: bool = False
    converted_from: tuple[float, float] | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class EmotionView:
    """The emotional journey of one or more personas.

    Attributes:
        title: The journey's title.
        state: Whether it is as it is, or as it is to become.
        scale: Of experience and desired experience.
        importance_scale: Of importance.
        importance_derived: Whether importance was computed from the answers, so that no gap can be drawn.
        stages: In the customer's order, with their touchpoints.
        lines: One a persona, each with a point for every touchpoint of all stages.
        sources: Where the scores come from.
        compared_with: The title of the journey that the desired line comes from, where it is one of its own.
        wave: The title of the source of the earlier wave compared with, if that is what was asked for, and its day;
            or the name of an earlier state of the files.
        is_state: Whether it is an earlier state of the files that is compared with.
        unmatched: Titles of that journey's touchpoints that stand for none of this one's.
        goal: What the customer wants to reach.
        lang: The language of the tool's own words.
    """

    title: str
    state: JourneyState
    scale: Scale
    importance_scale: Scale
    stages: tuple[Stage, ...]
    lines: tuple[PersonaLine, ...]
    sources: tuple[SourceNote, ...] = ()
    importance_derived: bool = False
    compared_with: str = ""
    wave: tuple[str, dt.date | None] | None = None
    is_state: bool = False
    unmatched: tuple[str, ...] = ()
    goal: str = ""
    lang: Lang = "en"

    @property
    def comparable(self) -> bool:
        """Whether importance and experience can be subtracted: asked, and on the same scale."""
        same = (self.scale.min, self.scale.max) == (self.importance_scale.min, self.importance_scale.max)
        return same and not self.importance_derived

    @property
    def scores(self) -> list[Score]:
        """All that are drawn: experience and importance, and the experience of handovers."""
        return self.scores_of(*self.lines)

    @staticmethod
    def scores_of(*lines: PersonaLine) -> list[Score]:
        """The same of some of the personas."""
        points = [point for line in lines for point in line.points if point]
        handovers = (point.handover.experience for point in points if point.handover)
        every = (*(score for point in points for score in (point.experience, point.importance)), *handovers)
        return [score for score in every if score is not None]

    @property
    def is_scored(self) -> bool:
        """Whether any experience is, so that there is something to plot."""
        return any(point and point.experience for line in self.lines for point in line.points)

    @property
    def passed(self) -> tuple[int, int]:
        """How many touchpoints a persona passes, and in how many stages."""
        return self.passed_by(*self.lines)

    def passed_by(self, *lines: PersonaLine) -> tuple[int, int]:
        """How many touchpoints some of the personas pass, and in how many stages."""
        passed = {place for line in lines for place, point in enumerate(line.points) if point}
        stage_of = [i for i, stage in enumerate(self.stages) for _ in stage.touchpoints]
        return len(passed), len({stage_of[place] for place in passed})

    @property
    def touchpoints(self) -> tuple[Touchpoint, ...]:
        """Those of all stages, in order; a touchpoint's place is its index here."""
        return tuple(touchpoint for stage in self.stages for touchpoint in stage.touchpoints)
