"""What the emotional journey says in words: its subtitle, its notes, and the text for whoever cannot see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.output.charts import sentences as say
from cxmap.output.charts.emotion import comparison, course

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from cxmap.choices import Curve
    from cxmap.i18n.charts import ChartWords
    from cxmap.output.charts.views import EmotionView, JourneyPoint, PersonaLine

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
    """The chart in words: whose it is, highest and lowest; then the whole way of each persona.

    ``kind`` says what the chart is, if no emotional journey.
    """
    names = words.listed([line.name for line in view.lines])
    whose = (kind or words.emotional_journey).format(names)
    finding = [f"{whose}: {title}, {say.state(view.state, words)}."]
    for extreme in (min, max):  # where to improve comes first
        for line in view.lines:
            said = _extreme(view, line, words, extreme)
            finding.append(f"{line.name}: {said[:1].lower()}{said[1:]}" if said and len(view.lines) > 1 else said)
    ends = (words.on_scale(end, view.scale) for end in (view.scale.min, view.scale.max))
    lines = [words.alt_scale.format(*ends)]
    lines += [" ".join(_way(view, line, words)) for line in view.lines]
    lines += comparison.in_words(view, words)
    lines.append(say.sources(view.sources, words))
    return say.alt(finding, lines)


def _extreme(
    view: EmotionView, line: PersonaLine, words: ChartWords, extreme: Callable[[Iterable[float]], float]
) -> str:
    """Where a persona's experience is lowest, or highest."""
    scored = course.given(line)
    if not scored:
        return words.nothing_scored if extreme is min else ""
    value = extreme(score.value for score in scored.values())
    found = {place: score for place, score in scored.items() if score.value == value}
    titles = [view.touchpoints[place].title for place in found]
    form = words.alt_lowest if extreme is min else words.alt_highest
    return form.format(say.several(titles, words), say.figure(next(iter(found.values())), view.scale, words))


def _way(view: EmotionView, line: PersonaLine, words: ChartWords) -> Iterator[str]:
    """All that one persona passes, in order, with her own counts."""
    touchpoints, stages = view.passed_by(line)
    yield words.alt_way.format(
        line.name, words.counted(words.alt_touchpoints, touchpoints), words.counted(words.alt_stages, stages)
    )
    told = (_stop(view, place, point, words) for place, point in enumerate(line.points) if point)
    if said := "; ".join(told):
        yield f"{said}."
    if line.largest_drop and view.state == "current":
        yield words.alt_drop.format(*(view.touchpoints[place].title for place in line.largest_drop))
    yield say.assumptions(view.scores_of(line) if course.scores(line) else [], words)


def _stop(view: EmotionView, place: int, point: JourneyPoint, words: ChartWords) -> str:
    """A touchpoint with its scores, and what is marked there."""
    said = [
        say.score(words.title_experience, point.experience, view.scale, words) if point.experience else words.no_score
    ]
    if point.importance:
        said.append(say.score(words.title_importance, point.importance, view.importance_scale, words))
    if point.handover and point.handover.experience:
        said.append(say.score(words.title_handover, point.handover.experience, view.scale, words))
    if point.desired is not None:
        said.append(words.alt_desired.format(words.on_scale(point.desired, view.scale)))
    weakest = point.weakest_link and view.state == "current"  # a plan has none
    marks = ((point.moment_of_truth, words.moment_of_truth), (weakest, words.weakest_link))
    said += [name for marked, name in marks if marked]
    said += [f"{words.wow}: {point.wow}"] if point.wow else []
    return f"{view.touchpoints[place].title}: {', '.join(said)}"
