"""The page of a ranking: a row a touchpoint, its figure as a bar, its scores on a track, what is done about it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from cxmap.i18n.charts import ChartWords
from cxmap.i18n.ranking import RankingWords
from cxmap.i18n.roadmap import RoadmapWords
from cxmap.output.charts.grid import Strip
from cxmap.output.charts.ranking import describe
from cxmap.output.charts.ranking.view import ROWS
from cxmap.output.drawing import symbols
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.options import ChartError
from cxmap.output.drawing.page import Entry, Page
from cxmap.output.drawing.scene import Box, Item, block, centred, polyline, rectangle
from cxmap.output.drawing.typesetting import TextStyle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.output.charts.ranking.view import RankedRow, RankingView
    from cxmap.output.drawing.options import ChartOptions
    from cxmap.output.drawing.scene import Scene
    from cxmap.output.drawing.theme import Theme
    from cxmap.output.drawing.typesetting import TextBlock, Typesetter

_NARROWEST = 600.0
_TITLE = TextStyle(10, "bold")
_RANK = TextStyle(13, "bold")
_FIGURE = TextStyle(10, "bold")
_RANK_WIDTH = 30.0
_APART = 20.0  # between columns
_SHARES = (0.29, 0.15, 0.28, 0.28)  # of the width: title, figure, track, action
_END = 14.0  # of the track, on either side, so that a value at its end has room
_VALUE_WIDTH = 34.0  # kept for the figure after its bar
_PAD = 4.0  # above and below a row
_FINE = 0.3  # the width of lines that only guide the eye
_SPARE = 16.0  # at most so much more white space a row has where there are few
_ABOVE = 11.0  # from a mark to the middle of its value
_LINES = 12  # of a title, at most; nobody has written one so long
_HALF_BAR = 4.5  # half the height of a bar at the importance, and of the tint of an interval
_TICK = 2.6  # half the height of the marks at the quarters of the track
_QUARTERS = (0.0, 0.25, 0.5, 0.75, 1.0)
_TINT = 0.25  # stronger than that of an area: it is narrow
_MARK_APART = 10.0  # between the marks of personas


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the columns are: left edges and widths."""

    title: tuple[float, float]
    figure: tuple[float, float]
    track: tuple[float, float]
    action: tuple[float, float]

    def at(self, share: float) -> float:
        """A place on the track, 0 to 1."""
        left, width = self.track
        return left + _END + share * (width - 2 * _END)


@dataclass(frozen=True, slots=True)
class _Fitted:
    """A row, fitted but not yet at its place."""

    row: RankedRow
    title: TextBlock
    stage: TextBlock
    top: TextBlock
    action: TextBlock
    about: TextBlock

    @property
    def height(self) -> float:
        """With the white space that belongs to it."""
        return 2 * _PAD + max(self.title.height + self.stage.height, self.action.height + self.about.height, 30.0)


def layout(view: RankingView, options: ChartOptions) -> Scene:
    """The ranking as a scene; rows that would not fit a height that was asked for are left to the notes.

    Raises:
        ChartError: The page that was asked for is too small for a single row.
    """
    words = ChartWords(options.lang or view.lang)
    own, plan = RankingWords(words.lang), RoadmapWords(words.lang)
    page = Page.asked(options, view.lang, "ranking", view.title, narrowest=_NARROWEST)
    theme, setter, inner = page.theme, page.setter, page.inner
    head, top = page.head(describe.subtitle(view, words, own))
    columns = _columns(inner)
    heading = _heading(view, columns, setter, theme, words, own)
    rows = [_fitted(row, view, columns, setter, words, own, plan) for row in view.rows[:ROWS]]
    key = _key(view, theme)
    tinted = any(_tint(row, view, columns) for row in view.rows[:ROWS])
    drawn = len(rows)
    while True:
        foot = page.foot(key, describe.notes(view, drawn, words, own, tinted=tinted))
        needed = top + heading.height + sum(row.height for row in rows[:drawn]) + 10 + foot.height
        try:
            height = page.height(needed)
            break
        except ChartError:
            if drawn == 1:
                raise
        drawn -= 1
    rows = rows[:drawn]
    more = min((height - needed) / drawn, _SPARE)

    items: list[Item] = [*head]
    items += heading.draw(top)
    top += heading.height
    items.append(polyline([(look.MARGIN, top), (look.MARGIN + inner, top)], theme.ink, 1.2))
    largest = max(row.row.figure for row in rows)
    for i, row in enumerate(rows):
        if i:
            items.append(polyline([(look.MARGIN, top), (look.MARGIN + inner, top)], theme.rule, _FINE))
        box = Box(look.MARGIN, top, look.MARGIN + inner, top + row.height + more)
        items += _draw_row(row, i, view, columns, box, largest, setter, theme, words)
        top += row.height + more
    return page.scene(items, foot, height, describe.alt(view, drawn, page.title, words, own, plan))


def _columns(inner: float) -> _Columns:
    room = inner - _RANK_WIDTH - 3 * _APART
    edges, left = [], look.MARGIN + _RANK_WIDTH
    for share in _SHARES:
        edges.append((left, share * room))
        left += share * room + _APART
    return _Columns(*edges)


def _heading(
    view: RankingView, columns: _Columns, setter: Typesetter, theme: Theme, words: ChartWords, own: RankingWords
) -> Strip:
    """What the columns hold, with the signs of both scores, and the ends of the track in words."""
    style = look.SMALL_STRONG
    names = [
        (setter.fit(text, style, width=width, lines=2), left)
        for text, (left, width) in (
            (words.touchpoint, columns.title),
            (words.ranking[view.by].capitalize(), columns.figure),
            (own.action, columns.action),
        )
    ]
    left, right = columns.at(0), columns.at(1)
    half = (right - left) / 2
    signs = [setter.fit(text, style, width=half - 12, lines=1) for text in _names(view, words)]
    ends = [
        setter.fit(f"{words.on_scale(value, view.scale)} {text}" if view.one_scale or view.derived else text,
                   look.SMALL, width=half, lines=1)
        for value, text in ((view.scale.min, words.very_poor), (view.scale.max, words.very_good))
    ]  # fmt: skip
    first = max(block.height for block in (*signs, *(name for name, _ in names)))
    height = first + ends[0].height + 4

    def draw(top: float) -> Sequence[Item]:
        items: list[Item] = []
        for name, at in names:
            items += block(name, at, top + height - 4 - name.height, theme.muted, name="heading")
        for sign, text, at in zip((_dot, _bar), signs, (left, left + half), strict=False):
            items += sign(at + 4, top + text.eye, theme)
            items += block(text, at + 12, top, theme.muted, name="heading")
        items += block(ends[0], left, top + first, theme.muted, name="end")
        items += block(ends[1], right, top + first, theme.muted, align="right", name="end")
        return items

    return Strip(height, draw)


def _names(view: RankingView, words: ChartWords) -> list[str]:
    """The scores that are on the track: a derived importance is a weight, and has no place on it."""
    return [words.experience] if view.derived else [words.experience, words.importance]


def _dot(x: float, y: float, theme: Theme) -> list[Item]:
    return symbols.marker("circle", x, y, look.MARK, theme.ink)


def _bar(x: float, y: float, theme: Theme) -> list[Item]:
    return [rectangle(Box(x - 1.0, y - _HALF_BAR, x + 1.0, y + _HALF_BAR), fill=theme.ink)]


def _key(view: RankingView, theme: Theme) -> list[Entry]:
    """Whose scores a row is made of, where that differs."""
    if not view.marked or not _told_apart(view):
        return []
    return [
        Entry(partial(symbols.marker, series.marker, radius=look.MARK, color=series.color), name)
        for name, series in zip(view.personas, theme.series, strict=False)
    ]


def _fitted(
    row: RankedRow, view: RankingView, columns: _Columns,
    setter: Typesetter, words: ChartWords, own: RankingWords, plan: RoadmapWords,
) -> _Fitted:  # fmt: skip
    width = columns.title[1]
    stage = row.stage
    if view.derived:
        stage = f"{stage}  ·  {own.weight.format(words.in_full(row.importance.value, view.importance_scale))}"
    if view.marked and not _told_apart(view) and len(row.personas) < len(view.personas):
        stage = f"{stage}  ·  {words.listed([view.personas[i] for i in row.personas])}"
    room = width - _MARK_APART * len(_marks(row, view))
    action = row.actions[0] if row.actions else None
    about = describe.about(action, view, own, plan) if action else ""
    if len(row.actions) > 1:
        about += f"  ·  {own.more_actions.format(len(row.actions) - 1)}"
    return _Fitted(
        row,
        setter.fit(row.title, _TITLE, width=width, lines=_LINES),
        setter.fit(stage, look.SMALL, width=room, lines=_LINES),
        setter.fit(
            "" if row.top is None else own.in_top.format(words.percent(row.top)),
            look.SMALL, width=columns.figure[1], lines=2,
        ),
        setter.fit(action.title if action else own.no_action, look.LABEL if action else look.STRONG,
                   width=columns.action[1], lines=_LINES),
        setter.fit(about, look.SMALL, width=columns.action[1], lines=_LINES),
    )  # fmt: skip


def _marks(row: RankedRow, view: RankingView) -> tuple[int, ...]:
    """The personas whose marks a row has."""
    return row.personas if view.marked and _told_apart(view) else ()


def _told_apart(view: RankingView) -> bool:
    """Whether each persona can have a mark of its own."""
    return len(view.personas) <= len(look.LIGHT.series)


def _draw_row(
    fitted: _Fitted, place: int, view: RankingView, columns: _Columns, box: Box, largest: float,
    setter: Typesetter, theme: Theme, words: ChartWords,
) -> list[Item]:  # fmt: skip
    row, middle = fitted.row, (box.top + box.bottom) / 2
    items: list[Item] = []
    left, _ = columns.title
    top = middle - (fitted.title.height + fitted.stage.height) / 2
    rank = setter.line(describe.rank(row), _RANK)
    items += centred(rank, look.MARGIN, top + fitted.title.eye, theme.ink, name=f"rank-{place}")
    items += block(fitted.title, left, top, theme.ink, name=f"title-{place}", room=columns.title[1])
    below = top + fitted.title.height
    items += block(fitted.stage, left, below, theme.muted, name=f"stage-{place}")
    at = left + fitted.stage.width + _MARK_APART
    for persona in _marks(row, view):
        series = theme.series[persona]
        items += symbols.marker(series.marker, at, below + fitted.stage.eye, 3.2, series.color, name=f"mark-{place}")
        at += _MARK_APART

    left, width = columns.figure
    value = setter.line(words.fixed(row.figure, 2), _FIGURE)
    length = (width - _VALUE_WIDTH) * row.figure / largest
    high = middle - (fitted.top.height / 2 if fitted.top else 0.0)
    items.append(rectangle(Box(left, high - 5, left + length, high + 5), fill=theme.short, name=f"figure-{place}"))
    items += centred(value, left + length + 5, high, theme.ink, name=f"value-{place}")
    items += block(fitted.top, left, high + 7, theme.muted, name=f"top-{place}")

    items += _track(row, place, view, columns, middle + 5, setter, theme, words)

    left, _ = columns.action
    top = middle - (fitted.action.height + fitted.about.height) / 2
    color = theme.ink if row.actions else theme.short
    items += block(fitted.action, left, top, color, name=f"action-{place}")
    items += block(fitted.about, left, top + fitted.action.height, theme.muted, name=f"about-{place}")
    return items


def _track(
    row: RankedRow, place: int, view: RankingView, columns: _Columns, y: float,
    setter: Typesetter, theme: Theme, words: ChartWords,
) -> list[Item]:  # fmt: skip
    """Both scores at their places, what lies between them, and how sure that is."""
    experience, importance = view.scale.share(row.experience.value), view.importance_scale.share(row.importance.value)
    items: list[Item] = [polyline([(columns.at(0), y), (columns.at(1), y)], theme.rule, look.HAIRLINE)]
    items += [
        polyline([(at, y - _TICK), (at, y + _TICK)], theme.rule, look.HAIRLINE) for at in map(columns.at, _QUARTERS)
    ]
    if ends := _tint(row, view, columns):
        low, high = ends
        tint = look.tint(theme.short, theme.paper, _TINT)
        items.append(rectangle(Box(low, y - _HALF_BAR, high, y + _HALF_BAR), fill=tint, name=f"interval-{place}"))
    value = setter.line(words.in_full(row.experience.value, view.scale), look.VALUE)
    at = columns.at(experience)
    hollow = theme.paper if row.experience.assumed else None
    if view.derived:
        items += symbols.marker("circle", at, y, look.MARK, theme.ink, hollow=hollow, name=f"experience-{place}")
        return [*items, *centred(value, at, y - _ABOVE, theme.ink, align="center", name=f"experience-value-{place}")]
    to = columns.at(importance)
    color = theme.short if to > at else theme.muted
    items.append(polyline([(at, y), (to, y)], color, 2.6, name=f"gap-{place}"))
    bar = _HALF_BAR + (1.0 if row.importance.assumed else 0.0)
    if row.importance.assumed:
        hole = Box(to - 1.9, y - bar, to + 1.9, y + bar)
        items.append(rectangle(hole, fill=theme.paper, stroke=theme.ink, width=1.0, name=f"importance-{place}"))
    else:
        items.append(rectangle(Box(to - 1.2, y - bar, to + 1.2, y + bar), fill=theme.ink, name=f"importance-{place}"))
    items += symbols.marker("circle", at, y, look.MARK, theme.ink, hollow=hollow, name=f"experience-{place}")
    weight = setter.line(words.in_full(row.importance.value, view.importance_scale), look.LABEL)
    first, second = _apart((at, value.width), (to, weight.width))
    items += centred(value, first, y - _ABOVE, theme.ink, align="center", name=f"experience-value-{place}")
    items += centred(weight, second, y - _ABOVE, theme.ink, align="center", name=f"importance-value-{place}")
    return items


def _tint(row: RankedRow, view: RankingView, columns: _Columns) -> tuple[float, float] | None:
    """Where the interval is on the track: the gap's, taken from the importance, or of a derived one the experience's.

    ``None`` where none is known, or where the mark would hide it.
    """
    if row.gap:
        importance = view.importance_scale.share(row.importance.value)
        ends = importance - row.gap[1] / 10, importance - row.gap[0] / 10
    elif view.derived and row.experience.interval:
        low, high = row.experience.interval
        ends = view.scale.share(low), view.scale.share(high)
    else:
        return None
    left, right = (columns.at(min(max(end, 0.0), 1.0)) for end in ends)
    return (left, right) if right - left > 2 * look.MARK else None


def _apart(first: tuple[float, float], second: tuple[float, float]) -> tuple[float, float]:
    """Middles for two values, moved from each other where their marks are too near."""
    (at, width), (to, other) = first, second
    short = (width + other) / 2 + 4 - abs(to - at)
    if short <= 0:
        return at, to
    way = short / 2 if to >= at else -short / 2
    return at - way, to + way
