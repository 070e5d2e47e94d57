"""What a map shows, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxmap.output.charts.sheet.views import Said, SheetColumn, Spell

if TYPE_CHECKING:
    import datetime as dt

    from cxmap.analysis.durations import Total
    from cxmap.choices import RankingKey
    from cxmap.output.charts.views import EmotionView


@dataclass(frozen=True, slots=True)
class Quote:
    """A quote, and the title of its source."""

    text: str
    source: str
    who: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Choosing:
    """A choice that the customer makes, and what it rests on."""

    between: tuple[str, ...]
    based_on: tuple[str, ...] = ()
    who: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class MetricNote:
    """What is measured at a touchpoint.

    Attributes:
        title: What it is.
        unit: Of its values; may be empty.
        values: From the baseline on, oldest first.
        target: What it should be.
    """

    title: str
    unit: str = ""
    values: tuple[float, ...] = ()
    target: float | None = None


@dataclass(frozen=True, slots=True)
class ActionNote:
    """What is done about a touchpoint, by whom, by when, and how far it is."""

    title: str
    status: str
    owner: str = ""
    due: dt.date | None = None


@dataclass(frozen=True, slots=True)
class MapColumn(SheetColumn):
    """A column of the map.

    Attributes:
        thinking: In the customer's words.
        feeling: In a word or a few.
        lifts: What lifts the experience.
        lowers: What lowers it.
        expectation: What the customer expects.
        quotes: From evidence.
        notes: What was seen or found, from evidence.
        choices: What the customer chooses between.
        metrics: What is measured here.
        questions: What to ask customers.
        rank: Its place among the first three to improve; ``None``: it is none of them.
        takes: How long the customer is busy.
        moment_of_truth: For whom it decides: empty: for all who pass; ``None``: for nobody.
        wows: What surprises.
        opportunities: Ideas that are no action yet.
        actions: What is done about it.
    """

    thinking: tuple[Said, ...] = ()
    feeling: tuple[Said, ...] = ()
    lifts: tuple[Said, ...] = ()
    lowers: tuple[Said, ...] = ()
    expectation: tuple[Said, ...] = ()
    quotes: tuple[Quote, ...] = ()
    notes: tuple[Quote, ...] = ()
    choices: tuple[Choosing, ...] = ()
    metrics: tuple[MetricNote, ...] = ()
    questions: tuple[str, ...] = ()
    rank: int | None = None
    takes: tuple[Spell, ...] = ()
    moment_of_truth: tuple[int, ...] | None = None
    wows: tuple[Said, ...] = ()
    opportunities: tuple[str, ...] = ()
    actions: tuple[ActionNote, ...] = ()


@dataclass(frozen=True, slots=True)
class MapView:
    """A journey on the wall.

    Attributes:
        emotion: Whose journey it is, its stages, and the emotional journey that runs through the map.
        steps: One a touchpoint.
        waiting: What each persona's waiting on the line adds up to.
        doing: What each persona's own work on the line adds up to.
        starts_with: What sets the journey going.
        ends_with: How it ends.
        by: The figure that ranks are by; ``None``: nothing is ranked.
    """

    emotion: EmotionView
    steps: tuple[MapColumn, ...]
    waiting: tuple[Total, ...] = ()
    doing: tuple[Total, ...] = ()
    starts_with: str = ""
    ends_with: str = ""
    by: RankingKey | None = None
