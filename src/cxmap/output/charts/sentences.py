"""Sentences that several charts share: sources, what is assumed, lists of titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.choices import JourneyState
    from cxmap.i18n.charts import ChartWords
    from cxmap.output.charts.views import Score, SourceNote

_NAMED = 6  # at most so many are named in a sentence


def sources(notes: Sequence[SourceNote], words: ChartWords) -> str:
    """Where scores come from, with how many answered and when."""
    named = named_sources(notes, words)
    return words.sources.format("; ".join(named)) if named else words.no_sources


def named_sources(notes: Sequence[SourceNote], words: ChartWords) -> list[str]:
    """Each source by its title, with how many took part and when."""
    named = []
    for source in notes:
        details = [_respondents(source.n, words)] if source.n else []
        details += [words.date(source.date)] if source.date else []
        about = [", ".join(details)] if details else []
        if source.converted_from:
            about.append(words.converted.format(*(words.number(end) for end in source.converted_from)))
        named.append(f"{source.title} ({'; '.join(about)})" if about else source.title)
    return named


def _respondents(n: tuple[int, int], words: ChartWords) -> str:
    fewest, most = n
    return words.respondents.format(fewest) if fewest == most else words.respondents_each.format(fewest, most)


def assumptions(scores: Sequence[Score], words: ChartWords, some: str = "") -> str:
    """How many of the scores are the organisation's own guess; ``some`` says it in a chart's own words."""
    assumed = sum(score.assumed for score in scores)
    if not scores:
        return words.nothing_scored
    if assumed == 0:
        return words.none_assumed
    return words.all_assumed if assumed == len(scores) else (some or words.some_assumed).format(assumed, len(scores))


def several(titles: Sequence[str], words: ChartWords) -> str:
    """Titles in a row; of many, the first and how many others."""
    if len(titles) > _NAMED:
        titles = [*titles[: _NAMED - 1], words.others.format(len(titles) - _NAMED + 1)]
    return words.listed(list(titles))


def state(name: JourneyState, words: ChartWords) -> str:
    """Whether a journey is as it is, or as it is to become."""
    return words.current if name == "current" else words.desired_state
