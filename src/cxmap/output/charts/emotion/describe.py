"""What the emotional journey says in words: its subtitle, its notes, and the text for whoever cannot see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.output.charts import sentences as say
from cxmap.output.charts.emotion import comparison, course

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.choices import Curve
    from cxmap.i18n.charts import ChartWords
    from cxmap.output.charts.views import EmotionView, PersonaLine

_FEW = 30  # answers; below, a sample is called small


def subtitle(view: EmotionView, words: ChartWords, kind: str = "") -> str:
    """Whose journey it is, in which state, and to what end; ``kind`` says what the chart is, if another one."""
    names = words.listed([f"{line.name} ({line.segment})" if line.segment else line.name for line in view.lines])
    parts = [(kind or words.emotional_journey).format(names), say.state(view.state, words)]
    if view.goal:
        parts.append(words.goal.format(view.goal))
    if compared := comparison.subtitle(view, words):
        parts.append(compared)
    return "  ·  ".join(parts)


def notes(view: EmotionView, words: ChartWords, form: Curve) -> Iterator[str]:
    """The notes below the chart: sources, what is assumed, and what to be careful with."""
    yield say.sources(view.sources, words)
    remarks = [say.assumptions(view.scores if view.is_scored else [], words)]
    small = [view.touchpoints[place].title for place in _small_samples(view)]
    if small:
        remarks.append(words.small_samples.format(_FEW, say.several(small, words)))
    if view.unmatched:
        remarks.append(words.unmatched.format(view.compared_with, say.several(list(view.unmatched), words)))
    if view.state == "current" and any(point and point.weakest_link for line in view.lines for point in line.points):
        remarks.append(words.weakest_means)
    remarks += comparison.notes(view, words)
    if form == "smooth":
        remarks.append(words.drawn_smooth)
    yield " ".join(remark for remark in remarks if remark)


def _small_samples(view: EmotionView) -> list[int]:
    """Touchpoints with an interval that rests on few answers."""
    return sorted(
        {
            place
            for line in view.lines
            for place, point in enumerate(line.points)
            if point and point.experience and point.experience.interval and (point.experience.n or _FEW) < _FEW
        }
    )


def alt(view: EmotionView, words: ChartWords, title: str, kind: str = "") -> str:
    """The chart in full sentences: who, how many touchpoints, the scale, highest, lowest, what has no score.

    ``kind`` says what the chart is, if no emotional journey.
    """
    names = words.listed([line.name for line in view.lines])
    touchpoints, stages = view.passed
    size = words.alt_size.format(
        words.counted(words.alt_touchpoints, touchpoints),
        words.counted(words.alt_stages, stages),
        words.on_scale(view.scale.min, view.scale),
        words.on_scale(view.scale.max, view.scale),
    )
    whose = (kind or words.emotional_journey).format(names)
    sentences = [f"{whose}: {title}, {say.state(view.state, words)}.", size]
    for line in view.lines:
        said = list(_line_in_words(view, line, words))
        if len(view.lines) > 1:
            said[0] = f"{line.name}: {said[0][0].lower()}{said[0][1:]}"
        sentences += said
    if view.is_scored:
        sentences.append(say.assumptions(view.scores, words))
    if any(point and point.desired is not None for line in view.lines for point in line.points):
        sentences.append(words.alt_desired)
    sentences += comparison.in_words(view, words)
    return " ".join(sentences)


def _line_in_words(view: EmotionView, line: PersonaLine, words: ChartWords) -> Iterator[str]:
    scored = course.scores(line)
    if not scored:
        yield words.nothing_scored
        return
    for sentence, extreme in ((words.alt_highest, max(scored.values())), (words.alt_lowest, min(scored.values()))):
        titles = [view.touchpoints[place].title for place, value in scored.items() if value == extreme]
        yield sentence.format(say.several(titles, words), words.on_scale(extreme, view.scale))
    missing = [
        view.touchpoints[place].title for place, point in enumerate(line.points) if point and point.experience is None
    ]
    if missing:
        yield words.alt_unscored.format(say.several(missing, words))
