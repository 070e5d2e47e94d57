"""Above and below the plot of two personas: moments of truth, titles, gaps to importance, and handovers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.output.charts import grid
from cxmap.output.charts import sentences as say
from cxmap.output.charts.emotion import comparison, rows, style
from cxmap.output.charts.grid import RowTable, Strip
from cxmap.output.drawing import symbols
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.scene import Box, Item, Shape, block, centred, polyline, rectangle

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from cxmap.i18n.charts import ChartWords
    from cxmap.output.charts.views import EmotionView, Handover, JourneyPoint
    from cxmap.output.drawing.theme import Theme
    from cxmap.output.drawing.typesetting import TextBlock

MOMENTS = 15.0
"""The height of the strip with moments of truth and what surprises."""

_TITLE_LINES = 40  # a title is never shortened before
_DEPTH = 30.0  # of the largest gap
_BAR = 10.0  # the width of a gap
_BETWEEN = 4.0  # two bars
_PILL = 15.0  # the height of a handover
_INSIDE = 5.0  # from a pill's end to its figure


def colors(theme: Theme) -> list[str]:
    """The colours of the two personas for text."""
    return [style.words_of(series, theme) for series in theme.series[:2]]


def both(view: EmotionView, place: int) -> list[tuple[int, JourneyPoint]]:
    """The personas that pass a touchpoint."""
    return [(i, point) for i, line in enumerate(view.lines) if (point := line.points[place]) is not None]


def moments(view: EmotionView, table: RowTable, top: float, words: ChartWords) -> list[Item]:
    """A diamond at each moment of truth and a star at each wow, in ink where it is one for all who pass."""
    items: list[Item] = []
    middle, right = top + MOMENTS / 2, table.columns.left - look.GAP
    used: set[str] = set()
    for place in table.columns.range:
        passing = both(view, place)
        marks = [
            ("moment-of-truth", [i for i, p in passing if p.moment_of_truth]),
            ("wow", [i for i, p in passing if p.wow]),
        ]
        shown = [(name, who) for name, who in marks if who]
        for number, (name, who) in enumerate(shown):
            x = table.columns.middle(place) + (number - (len(shown) - 1) / 2) * 15
            color = table.theme.ink if len(who) == len(passing) else table.theme.series[who[0]].color
            items += _moment(name, x, middle, color, f"{name}-{place}")
            used.add(name)
    named = [("wow", words.wow), ("moment-of-truth", words.moment_of_truth)]
    for name, said in ((name, said) for name, said in named if name in used):
        items += _moment(name, right - 5, middle, table.theme.muted, "")
        text = table.setter.fit(said, style.PLAIN, width=right - 14 - table.left, lines=1, smallest=7)
        items += centred(text, right - 14, middle, table.theme.muted, align="right", name="moments-label")
        middle -= style.PLAIN.size * 1.3  # beside the heads of stages, where the margin is empty
    return items


def _moment(kind: str, x: float, y: float, color: str, name: str) -> list[Item]:
    if kind == "wow":
        return [symbols.wow(x, y, 5.6, color, color, name)]
    return [symbols.moment_of_truth(x, y, 2.6, color, name)]


def titles(view: EmotionView, table: RowTable, words: ChartWords) -> Strip:
    """The touchpoints, and under a detour where it leads back to. No title is shortened."""
    width = table.columns.width - look.GAP
    named = [view.touchpoints[place] for place in table.columns.range]
    fitted = _whole(table, [each.title for each in named])
    back = [
        table.setter.fit(
            words.detour_back.format(view.touchpoints[each.returns_to].title),
            style.PLAIN, width=width, lines=_TITLE_LINES, smallest=style.SMALLEST, even=True, whole=True,
        )
        if each.returns_to is not None
        else None
        for each in named
    ]  # fmt: skip

    def draw(top: float) -> Sequence[Item]:
        items: list[Item] = []
        for place, title, way in zip(table.columns.range, fitted, back, strict=True):
            x = table.columns.middle(place)
            items += block(title, x, top, table.theme.ink, align="center", name=f"touchpoint-{place}")
            if way:
                items += block(way, x, top + title.height, table.theme.muted, align="center", name=f"back-{place}")
        return items

    heights = (title.height + (way.height if way else 0.0) for title, way in zip(fitted, back, strict=True))
    return Strip(max(heights, default=0.0), draw)


def _whole(table: RowTable, texts: Sequence[str]) -> list[TextBlock]:
    kind, width = table.roomy(style.BOLD), table.columns.width - look.GAP
    return table.setter.fit_all(
        texts, kind, width=width, lines=_TITLE_LINES, smallest=style.SMALLEST, even=True, whole=True
    )


def gaps(view: EmotionView, table: RowTable, words: ChartWords) -> Strip | None:
    """By how much each experience falls short of its importance: bars down from a line; hollow: one is assumed."""
    passing = {place: both(view, place) for place in table.columns.range}
    known = {
        (place, i): point.importance.value - point.experience.value
        for place, here in passing.items()
        for i, point in here
        if point.importance and point.experience
    }
    if not known:
        return None
    largest = max(gap for line in view.lines for gap in _gaps(line.points))
    unit = _DEPTH / max(largest, (view.scale.max - view.scale.min) / 3)
    told = {
        (place, i): say.apart(point.importance, point.experience, view.scale, words)
        for place, here in passing.items()
        for i, point in here
        if point.importance and point.experience
    }
    figures = {
        key: table.setter.line(text, style.PLAIN)
        for key, text in told.items()
        if text != "0" and not text.startswith("−")
    }
    line = style.PLAIN.size * 1.1
    depth = max((known[key] * unit for key in figures), default=0.0)

    def draw(top: float) -> Sequence[Item]:
        theme, columns = table.theme, table.columns
        items: list[Item] = [polyline([(columns.left, top), (columns.right, top)], theme.rule, look.HAIRLINE)]
        for place, here in passing.items():
            own = [(i, point) for i, point in here if (place, i) in known]
            wide = max((figures[place, i].width for i, _ in own if (place, i) in figures), default=0.0)
            step = min(max(_BAR, wide) + _BETWEEN, columns.width / 2)
            for number, (i, point) in enumerate(own):
                x = columns.middle(place) + (number - (len(own) - 1) / 2) * step
                if (place, i) not in figures:
                    items.append(symbols.circle(x, top + 5, 1.1, fill=theme.rule, name=f"no-gap-{i}-{place}"))
                    continue
                end = top + known[place, i] * unit
                assumed = any(score.assumed for score in (point.importance, point.experience) if score)
                items.append(_bar(Box(x - _BAR / 2, top, x + _BAR / 2, end), theme, i, place, hollow=assumed))
                # Figures too wide to be side by side: the second is in a line of its own.
                below = end if wide + 2 < step or len(own) == 1 else top + depth + number * line
                figure = figures[place, i]
                items += centred(
                    figure, x, below + 2 + line / 2, theme.ink, align="center", name=f"gap-figure-{i}-{place}"
                )
        return items

    return _labelled(
        table, "gap", words.gap, depth + 2 * line + 3 if _collide(table, figures) else depth + line + 3, draw
    )


def _collide(table: RowTable, figures: Mapping[tuple[int, int], TextBlock]) -> bool:
    """Whether two figures of a column are too wide for it side by side."""
    return any(figure.width + 2 >= table.columns.width / 2 for figure in figures.values())


def _gaps(points: Sequence[JourneyPoint | None]) -> list[float]:
    return [p.importance.value - p.experience.value for p in points if p and p.importance and p.experience]


def _bar(box: Box, theme: Theme, index: int, place: int, *, hollow: bool) -> Shape:
    color, name = theme.series[index].color, f"gap-{index}-{place}"
    if not hollow:
        return rectangle(box, fill=color, name=name)
    inner = Box(box.left + 0.6, box.top + 0.6, box.right - 0.6, max(box.bottom - 0.6, box.top + 1.2))
    return rectangle(inner, fill=theme.paper, stroke=color, width=1.2, name=name)


def _labelled(table: RowTable, name: str, label: str, height: float, draw: Callable[[float], Sequence[Item]]) -> Strip:
    """A row whose label begins with a capital."""
    return grid.strip(table, name, f"{label[0].upper()}{label[1:]}", height, draw, style.BOLD, style.SMALLEST)


def handovers(view: EmotionView, table: RowTable, words: ChartWords) -> Strip | None:
    """The steps between touchpoints as pills: how they are experienced, and how many things get lost (×n)."""
    pills = {place: _pills(view, place) for place in table.columns.range}
    count = max((len(found) for found in pills.values()), default=0)
    if not count:
        return None
    inks = colors(table.theme)

    def draw(top: float) -> Sequence[Item]:
        items: list[Item] = []
        for place, found in pills.items():
            for row, (handover, who) in enumerate(found):
                color = table.theme.ink if who is None else inks[who]
                name = f"handover-{place}" if who is None else f"handover-{who}-{place}"
                middle = top + _PILL * (row + 0.5) + 2 * row
                items += _pill(handover, view, table, words, table.columns.edge(place), middle, color, name)
        return items

    return _labelled(table, "handover", words.handover, count * (_PILL + 2) - 2, draw)


def _pills(view: EmotionView, place: int) -> list[tuple[Handover, int | None]]:
    """The steps into a touchpoint that something is said of, with whose; one without a name where all agree."""
    passing = both(view, place)
    found = [(point.handover, i) for i, point in passing if point.handover]
    found = [(step, i) for step, i in found if step and (step.experience or step.loses)]
    alike = {(step.experience, len(step.loses)) for step, _ in found}
    if found and len(found) == len(passing) and len(alike) == 1:
        return [(found[0][0], None)]
    return [(step, i) for step, i in found]


def _pill(
    handover: Handover, view: EmotionView, table: RowTable, words: ChartWords, x: float, y: float, color: str, name: str
) -> list[Item]:
    score = handover.experience
    parts = [say.figure(score, view.scale, words)] if score else []
    parts += [f"×{len(handover.loses)}"] if handover.loses else []
    text = table.setter.line(" ".join(parts), style.BOLD)
    items: list[Item] = list(centred(text, x, y, color, align="center", name=f"{name}-figure"))
    if score is None:
        return items
    half, r = text.width / 2 + _INSIDE, _PILL / 2
    dash = look.PILL_DASH if score.assumed else ()
    edge = table.theme.short if score.below else table.theme.rule
    shape = symbols.pill(Box(x - half, y - r, x + half, y + r), stroke=edge, width=1.5, dash=dash, name=name)
    return [shape, *items]


def strips(view: EmotionView, table: RowTable, words: ChartWords, channels: Strip | None) -> list[Strip]:
    """The rows of one band; empty ones are skipped."""
    if view.comparable:
        weight = gaps(view, table, words)
    else:
        weight = rows.importance(view, table, words, table.theme.series[:2], style.PLAIN, style.SMALLEST)
    changes = comparison.strips(view, table, words, style.PLAIN, style.BOLD, style.SMALLEST)
    found = [titles(view, table, words), *changes, weight, channels, handovers(view, table, words)]
    return [each for each in found if each is not None]
