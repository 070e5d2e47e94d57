"""One card: portrait or initials, name, quote and story above, lists in columns below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxmap.output.charts.grid import Strip
from cxmap.output.charts.personas import course
from cxmap.output.drawing import characters, symbols
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.scene import Box, Item, Photo, block, centred, polyline, rectangle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.output.charts.personas.setting import CardSetter
    from cxmap.output.charts.personas.view import Card
    from cxmap.output.drawing.theme import Series, Theme
    from cxmap.output.drawing.typesetting import TextBlock

PADDING = 16.0
"""White space inside the frame of a card, in points."""

_APART = 10.0  # between sections
_LINES = 8  # of a fact, at most
_BULLET = 11.0  # before an item of a list


@dataclass(frozen=True, slots=True)
class Placed:
    """A card, fitted but not yet at its height: ``draw`` makes it from an upper to a lower edge."""

    least: float
    top: Strip
    columns: tuple[tuple[Strip, ...], ...]
    foot: Strip
    left: float
    width: float
    theme: Theme

    def draw(self, top: float, bottom: float) -> list[Item]:
        """The items of the card."""
        box = Box(self.left, top, self.left + self.width, bottom)
        items: list[Item] = [rectangle(box, fill=self.theme.band, name="card")]
        items += self.top.draw(top + PADDING)
        for column in self.columns:
            below = top + PADDING + self.top.height
            for section in column:
                items += section.draw(below)
                below += section.height
        return [*items, *self.foot.draw(bottom - PADDING - self.foot.height)]


def place(card: Card, left: float, width: float, hand: CardSetter, series: Series) -> Placed:
    """Fit a card into a width."""
    inner = width - 2 * PADDING
    count = max(1, round(inner / hand.column))
    wide = (inner - (count - 1) * PADDING) / count
    top = _top(card, left + PADDING, inner, hand, series)
    lefts = [left + PADDING + i * (wide + PADDING) for i in range(count)]
    columns = _columns(card, lefts, wide, hand)
    depth = max((sum(section.height for section in column) for column in columns), default=0.0)
    foot = course.foot(card.course, left + PADDING, inner, hand, series) if card.course else Strip(0.0, lambda _: [])
    least = 2 * PADDING + top.height + depth + (foot.height + _APART if card.course else 0.0)
    return Placed(least, top, columns, foot, left, width, hand.theme)


def _top(card: Card, left: float, inner: float, hand: CardSetter, series: Series) -> Strip:
    """Portrait, name, segment and share, quote, story."""
    setter, own, theme = hand.setter, hand.own, hand.theme
    beside = left + hand.face + 14
    room = inner - hand.face - 14
    name = setter.fit(card.name, hand.style(16, "bold"), width=room, lines=2, smallest=10, whole=True)
    share = own.share.format(hand.words.number(card.share * 100)) if card.share is not None else ""
    priority = own.priorities[card.priority] if card.priority else ""
    who = " · ".join(part for part in (card.segment, share, priority) if part)
    segment = setter.fit(who, hand.style(10.5), width=room, lines=3, whole=True)
    said = own.quoted.format(card.quote) if card.quote.strip() else ""
    quote = setter.fit(said, hand.style(12.5), width=inner - 12, lines=5, smallest=9)
    story = setter.fit(card.story, hand.style(10), width=inner, lines=12, smallest=9)
    names = name.height + segment.height + 2
    head = max(hand.face, names) + _APART
    quoted = quote.height + _APART if quote else 0.0
    told = story.height + _APART if story else 0.0

    def draw(top: float) -> Sequence[Item]:
        middle = top + max(hand.face, names) / 2
        items = _face(card, left + hand.face / 2, middle, hand, series)
        items += block(name, beside, middle - names / 2, theme.ink, name="persona-name")
        items += block(segment, beside, middle - names / 2 + name.height + 2, theme.muted, name="segment")
        if quote:
            at = top + head
            items.append(
                polyline([(left + 1.5, at), (left + 1.5, at + quote.height)], series.color, 3.0, name="quote-bar")
            )
            items += block(quote, left + 12, at, theme.ink, name="quote", room=inner - 12)
        items += block(story, left, top + head + quoted, theme.ink, name="story", room=inner)
        return items

    return Strip(head + quoted + told, draw)


def _face(card: Card, x: float, y: float, hand: CardSetter, series: Series) -> list[Item]:
    """The portrait in a circle, or the initials in one."""
    radius = hand.face / 2
    ring = symbols.circle(x, y, radius, stroke=series.color, width=2.0, name="portrait-ring")
    if card.portrait:
        box = Box(x - radius, y - radius, x + radius, y + radius)
        return [Photo(card.portrait.pixels, card.portrait.side, box, name="portrait"), ring]
    letters = hand.setter.fit(initials(card.name), hand.style(24, "bold"), width=radius * 1.4, lines=1, smallest=12)
    return [
        symbols.circle(x, y, radius, fill=hand.theme.paper),
        ring,
        *centred(letters, x, y, hand.theme.ink, align="center", name="initials"),
    ]


def initials(name: str) -> str:
    """The first letters of the first and the last word that start with a letter or digit."""
    words = [word for word in characters.safe(name).split(" ") if word[:1].isalnum()]
    capital = [word for word in words if word[0].isupper()] or words
    chosen = [capital[0], capital[-1]] if len(capital) > 1 else capital
    return "".join(characters.clusters(word)[0] for word in chosen).upper() or "?"


def _columns(card: Card, lefts: Sequence[float], wide: float, hand: CardSetter) -> tuple[tuple[Strip, ...], ...]:
    """The lists, in columns of about the same length, in their order."""
    own = hand.own
    sections = [
        _Section(own.facts, card.facts),
        _Section(own.goals, _bare(card.goals)),
        _Section(own.ambitions, _bare(card.ambitions)),
        _Section(own.needs, _bare(card.needs)),
        _Section(own.frustrations, _bare(card.frustrations), lowers=True),
        _Section(own.drivers, _bare(card.drivers)),
    ]
    filled = [section for section in sections if section.entries]
    heights = [_section(section, 0.0, wide, hand).height for section in filled]
    parts = _parted(heights, len(lefts))
    return tuple(
        tuple(_section(filled[i], left, wide, hand) for i in part) for left, part in zip(lefts, parts, strict=False)
    )


def _parted(heights: Sequence[float], count: int) -> list[list[int]]:
    """Sections in order, cut into columns of which the longest is as short as can be."""
    room = max(heights, default=0.0)
    while True:
        parts: list[list[int]] = [[]]
        for i, height in enumerate(heights):
            if parts[-1] and sum(heights[k] for k in parts[-1]) + height > room:
                parts.append([])
            parts[-1].append(i)
        if len(parts) <= count:
            return parts
        room += 4.0


@dataclass(frozen=True, slots=True)
class _Section:
    """A list with its heading: pairs of label and text, the label empty but in facts."""

    heading: str
    entries: tuple[tuple[str, str], ...]
    lowers: bool = False


def _bare(texts: Sequence[str]) -> tuple[tuple[str, str], ...]:
    return tuple(("", text) for text in texts)


def _section(section: _Section, left: float, wide: float, hand: CardSetter) -> Strip:
    """A heading over its items: facts with their labels, others behind a bullet."""
    setter, theme = hand.setter, hand.theme
    head = setter.fit(section.heading, hand.style(9.5, "bold"), width=wide, lines=2)
    rows: list[tuple[TextBlock, TextBlock]] = []
    for label, text in section.entries:
        before = setter.fit(label, hand.style(9.5, "bold"), width=wide * 0.45, lines=_LINES)
        beside = wide - (before.width + 5 if before else _BULLET)
        rows.append((before, setter.fit(text, hand.style(9.5), width=beside, lines=_LINES)))

    def draw(top: float) -> Sequence[Item]:
        items: list[Item] = [polyline([(left, top), (left + wide, top)], theme.rule, look.HAIRLINE, name="section")]
        items += block(head, left, top + 4, theme.muted, name="section-name")
        below = top + 4 + head.height + 2
        for before, text in rows:
            indent = before.width + 5 if before else _BULLET
            items += block(before, left, below, theme.ink, name="fact")
            if not before:
                items += _bullet(left + 3, below + text.eye, theme, lowers=section.lowers)
            items += block(text, left + indent, below, theme.ink, name="entry")
            below += max(before.height, text.height) + 2
        return items

    height = 4 + head.height + 2 + sum(max(before.height, text.height) + 2 for before, text in rows) + _APART
    return Strip(height, draw)


def _bullet(x: float, y: float, theme: Theme, *, lowers: bool) -> list[Item]:
    """A dot, or a minus before what annoys."""
    if lowers:
        return [polyline([(x - 3, y), (x + 3, y)], theme.short, 2.0, name="minus")]
    return [symbols.circle(x, y, 1.8, fill=theme.ink, name="bullet")]
