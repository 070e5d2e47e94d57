"""Sentences that several charts share: sources, what is assumed, lists of titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cxmap.choices import JourneyState
    from cxmap.i18n.charts import ChartWords
    from cxmap.output.charts.views import Scale, Score, SourceNote

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
    fewest, most = (words.whole(count) for count in n)
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


LONGEST_FINDING = 250
"""So many characters a screen reader says of a picture without being asked for more."""


def alt(finding: Iterable[str], lines: Iterable[str]) -> str:
    """What a chart shows in two levels: in the first line the finding, below it all of it in words.

    Args:
        finding: Sentences, the most important first; those for which there is no room are skipped.
        lines: One for each thing that the chart is about, in full.
    """
    sentences = [_one_line(sentence) for sentence in finding if sentence]
    kept = [shortened(sentences[0], LONGEST_FINDING)]
    for sentence in sentences[1:]:
        if sum(map(len, kept)) + len(kept) + len(sentence) <= LONGEST_FINDING:
            kept.append(sentence)
    return "\n".join([" ".join(kept), *(_one_line(line) for line in lines if line)])


def _one_line(text: str) -> str:
    return " ".join(text.split())


def shortened(text: str, most: int) -> str:
    """The text, or as many of its words as fit, with an ellipsis."""
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:.-–—") + "…"


def figure(given: Score, scale: Scale, words: ChartWords) -> str:
    """A score in digits: what was measured with all decimals of its scale, the team's own mark as given."""
    return words.on_scale(given.value, scale) if given.assumed else words.in_full(given.value, scale)


def apart(first: Score, second: Score, scale: Scale, words: ChartWords) -> str:
    """How much more the first of two scores is; with all decimals unless both are marks of the organisation."""
    return words.apart(first.value, second.value, scale, full=not (first.assumed and second.assumed))


def score(form: str, given: Score, scale: Scale, words: ChartWords, sources: Sequence[SourceNote] = ()) -> str:
    """A score in words: its value, how many answered, where it comes from, and whether it is an assumption.

    Args:
        form: What it is of, with a place for its value: ``experience {}``.
        given: The score.
        scale: Its scale.
        words: The words of the chart.
        sources: Those to name, where the score's is among them.
    """
    details = [words.respondents.format(words.whole(given.n))] if given.n else []
    details += [source.title for source in sources if source.id and source.id == given.source]
    details += [words.assumption] if given.assumed else []
    value = form.format(figure(given, scale, words))
    return f"{value} ({'; '.join(details)})" if details else value


def state(name: JourneyState, words: ChartWords) -> str:
    """Whether a journey is as it is, or as it is to become."""
    return words.current if name == "current" else words.desired_state


def letter(index: int) -> str:
    """What stands for a name: A, B, ... Z, AA, AB, ..."""
    first, last = divmod(index, 26)
    return (letter(first - 1) if first else "") + chr(ord("A") + last)


def sentence(text: str) -> str:
    """Words of the tool as the beginning of a sentence: with a capital."""
    return text[:1].upper() + text[1:]
