"""What a chart of trends shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from cxmap.analysis.series import Family, Series, TrendPoint
    from cxmap.choices import Better, Lang
    from cxmap.output.charts.views import SourceNote


@dataclass(frozen=True, slots=True)
class TrendCard:
    """One figure over time.

    Attributes:
        title: The metric's title, or the touchpoint's.
        series: Its points, what is compared, and what can be said of the change.
        ends: The whole scale that its values are on.
        follows: For each dated point: the place of the last earlier one that it can be compared with; ``None``: none.
        finished: Places of the finished actions that are about it.
        journey: The journey's title where there are several; of a score only.
        personas: The names of those whose score it is, where others have another; of a score only.
        handover: Whether it is the score of the step into the touchpoint.
        better: Which way a metric improves; ``None``: of a score.
    """

    title: str
    series: Series
    ends: tuple[float, float]
    follows: tuple[int | None, ...]
    finished: tuple[int, ...] = ()
    journey: str = ""
    personas: tuple[str, ...] = ()
    handover: bool = False
    better: Better | None = None

    @property
    def points(self) -> list[TrendPoint]:
        """Those that have a day."""
        return [point for point in self.series.points if point.date is not None]


@dataclass(frozen=True, slots=True)
class Finished:
    """An action that was finished on a day."""

    title: str
    day: dt.date


@dataclass(frozen=True, slots=True)
class TrendView:
    """What was measured three times or more.

    Attributes:
        cards: Metrics first, then experiences and importances, at least one.
        finished: The actions that were finished within the time shown, oldest first.
        families: How many distinct changes of the project were tested together, by what they are of.
        sources: Where the scores come from.
        lang: The language of the tool's own words.
    """

    cards: tuple[TrendCard, ...]
    finished: tuple[Finished, ...]
    families: Mapping[Family, int]
    sources: tuple[SourceNote, ...] = ()
    lang: Lang = "en"

    @property
    def span(self) -> tuple[dt.date, dt.date]:
        """The first and the last day on which something was measured."""
        days = [point.date for card in self.cards for point in card.points if point.date]
        return min(days), max(days)
