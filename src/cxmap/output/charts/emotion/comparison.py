"""What an experience is compared with, in words: what is intended, or what changed since an earlier wave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.i18n.language import decimals
from cxmap.i18n.trend import TrendWords
from cxmap.output.charts import grid

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.i18n.charts import ChartWords
    from cxmap.output.charts.grid import RowTable, Strip
    from cxmap.output.charts.views import Earlier, EmotionView, JourneyPoint, Scale
    from cxmap.output.drawing.typesetting import TextStyle

_LINES = 12  # of a cell


def subtitle(view: EmotionView, words: ChartWords) -> str:
    """What the experience is compared with; empty: nothing."""
    if view.wave is not None:
        title, day = view.wave
        date = words.date(day) if day else ""
        if not title:
            return words.compared_with.format(words.last_until.format(date))
        return words.compared_with.format(f"{title} ({date})" if date else title)
    return words.compared_with.format(words.quoted.format(view.compared_with)) if view.compared_with else ""


def notes(view: EmotionView, words: ChartWords) -> Iterator[str]:
    """How to read it: which line is which, what the verdicts rest on, and that causes are not tested."""
    points = [point for line in view.lines for point in line.points if point]
    if any(point.desired is not None for point in points):
        yield words.intended_line
    changes = [point.earlier.change for point in points if point.earlier]
    if changes:
        trend = TrendWords(words.lang)
        yield words.as_it_was_line if view.is_state else words.earlier_line
        tested = max(change.family for change in changes)
        yield trend.chance.format(trend.counted_family("experience", tested)) if tested else trend.no_chance
        yield from (trend.chosen, trend.cause)


def in_words(view: EmotionView, words: ChartWords) -> Iterator[str]:
    """A sentence a persona: what is said at each touchpoint, for whoever cannot see it."""
    for line in view.lines:
        said = [
            f"{touchpoint.title}: {cell}"
            for touchpoint, point in zip(view.touchpoints, line.points, strict=True)
            if point and (cell := _cell(point, view.scale, words))
        ]
        if said:
            label = words.change_since if view.wave else words.intended_row
            yield f"{label}, {line.name}: {'; '.join(said)}."


def strips(
    view: EmotionView, table: RowTable, words: ChartWords, style: TextStyle, bold: TextStyle, smallest: float
) -> list[Strip]:
    """A row a persona: at each touchpoint the intended difference, or the measured one with its verdict."""
    found = []
    for number, line in enumerate(view.lines):
        cells = {
            place: said
            for place in table.columns.range
            if (point := line.points[place]) and (said := _cell(point, view.scale, words))
        }
        label = words.change_since if view.wave else words.intended_row
        named = f"{label}: {line.name}" if len(view.lines) > 1 else label
        text = grid.text_strip(
            table, f"change-{number}", "", cells, style, lines=_LINES, color=table.theme.ink, smallest=smallest
        )
        if text is not None:
            found.append(grid.strip(table, f"change-{number}", named, text.height, text.draw, bold, smallest))
    return found


def _cell(point: JourneyPoint, scale: Scale, words: ChartWords) -> str:
    if point.desired is not None and point.experience is not None:
        apart = words.apart(point.desired, point.experience.value, scale, full=not point.experience.assumed)
        if apart == "0":
            return words.as_now
        return words.intended.format(apart if apart.startswith("−") else f"+{apart}")
    return change(point.earlier, point, scale, TrendWords(words.lang)) if point.earlier else ""


def change(earlier: Earlier, point: JourneyPoint, scale: Scale, words: TrendWords) -> str:
    """What changed and how sure that is, in the words and the figures of ``cxmap trend``."""
    digits = decimals(scale)
    found = earlier.change
    if earlier.score.assumed and point.experience and not point.experience.assumed:
        now = words.say["customers" if earlier.customers else "measured"].format(
            words.fixed(point.experience.value, digits)
        )
        return words.thought.format(words.fixed(earlier.score.value, digits), now)
    value = point.experience.value if point.experience else earlier.score.value + found.difference
    moved, *ends = words.changed_by(earlier.score.value, value, digits, found.interval, clear=found.clear)
    if not ends:
        return f"{moved}, {words.untested[found.reason or 'no-spread']}"
    verdict = words.among.format(found.family) if found.clear_alone else words.signs[found.verdict]
    said = f"{words.interval.format(moved, *ends)} {verdict}"
    return f"{said}; {words.conservative}" if found.conservative else said
