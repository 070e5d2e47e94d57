"""What a chart of changes shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cxmap.analysis.series import Family, Series
    from cxmap.choices import Lang
    from cxmap.output.charts.views import Scale, SourceNote


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """An experience at two waves.

    Attributes:
        title: The touchpoint's title; empty: the index of the whole journey.
        personas: The names of those whose score it is; none where it is that of all personas shown.
        series: Its waves, the two that are compared, and what can be said of the change.
    """

    title: str
    personas: tuple[str, ...]
    series: Series


@dataclass(frozen=True, slots=True)
class ChangeView:
    """The experiences of a journey that have two waves.

    Attributes:
        title: The journey's title.
        personas: Whose experiences: names, with the segment's title in brackets where there is one.
        scale: Of experience.
        rows: The index, then touchpoints in the order of the journey.
        once: How many touchpoints have one wave only.
        families: How many distinct changes of the project were tested together, by what they are of.
        finished: Titles of the actions that were finished between the waves.
        sources: Where the scores come from.
        lang: The language of the tool's own words.
    """

    title: str
    personas: tuple[str, ...]
    scale: Scale
    rows: tuple[ChangedRow, ...]
    once: int
    families: Mapping[Family, int]
    finished: tuple[str, ...] = ()
    sources: tuple[SourceNote, ...] = ()
    lang: Lang = "en"
