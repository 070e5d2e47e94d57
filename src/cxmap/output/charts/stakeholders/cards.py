"""The card of a party: what it is called, what it is, and what we do for each other; and what stands in the centre."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxmap.output.drawing import theme as look
from cxmap.output.drawing.scene import Box, Item, Shape, block, polyline, rectangle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.i18n.stakeholders import StakeholderWords
    from cxmap.output.charts.stakeholders.rings import Size
    from cxmap.output.charts.stakeholders.view import Party, StakeholdersView
    from cxmap.output.drawing.theme import Theme
    from cxmap.output.drawing.typesetting import TextBlock, Typesetter

WIDTH = 124.0
"""The width of a card."""

_PADDING = 6.0
_ICON = 13.0  # the width kept for the arrow before a line
_LINES = 8  # of each text, at most
_NAMES = 6  # so many customers are named
_IN_A_COLUMN = 3  # so many cards stand in one column in the centre
_APART = 8.0


@dataclass(frozen=True, slots=True)
class Fitted:
    """A card, fitted but not yet at its place."""

    title: TextBlock
    kind: TextBlock
    we_do: TextBlock
    they_do: TextBlock

    @property
    def size(self) -> Size:
        """Its width and height."""
        parts = (self.title, self.kind, self.we_do, self.they_do)
        return WIDTH, 2 * _PADDING + sum(part.height for part in parts if part)


def fit(party: Party, setter: Typesetter, own: StakeholderWords) -> Fitted:
    """Fit a party's texts into a card."""
    inner = WIDTH - 2 * _PADDING
    return Fitted(
        setter.fit(party.title, look.STRONG, width=inner, lines=_LINES, whole=True),
        setter.fit(own.kinds[party.kind], look.SMALL, width=inner, lines=1),
        setter.fit(party.we_do, look.SMALL, width=inner - _ICON, lines=_LINES),
        setter.fit(party.they_do, look.SMALL, width=inner - _ICON, lines=_LINES),
    )


def draw(card: Fitted, box: Box, theme: Theme, *, internal: bool) -> list[Item]:
    """A card at its place; our own parties have a heavier frame."""
    items: list[Item] = [
        rectangle(
            box,
            fill=theme.paper,
            stroke=theme.ink if internal else theme.rule,
            width=1.6 if internal else look.HAIRLINE,
            name="party",
        )
    ]
    left, below = box.left + _PADDING, box.top + _PADDING
    items += block(card.title, left, below, theme.ink, name="party-title")
    below += card.title.height
    items += block(card.kind, left, below, theme.muted, name="party-kind")
    below += card.kind.height
    for text, outward, name in ((card.we_do, True, "we-do"), (card.they_do, False, "they-do")):
        if text:
            items += arrow_icon(left + 4.5, below + text.eye, theme, outward=outward)
            items += block(text, left + _ICON, below, theme.ink, name=name)
            below += text.height
    return items


def arrow_icon(x: float, y: float, theme: Theme, *, outward: bool) -> list[Shape]:
    """An arrow to the right for what we do for them, to the left for what they do for us."""
    side = 4.5 if outward else -4.5
    return arrow([(x - side, y), (x + side, y)], color(theme, outward=outward), 1.3, name="")


def color(theme: Theme, *, outward: bool) -> str:
    """The colour of what goes out, and of what comes in."""
    return theme.series[0].color if outward else theme.good


def arrow(
    points: Sequence[tuple[float, float]], stroke: str, width: float, *, dash: tuple[float, ...] = (), name: str
) -> list[Shape]:
    """A line with a head at its end."""
    (x0, y0), (x, y) = points[-2:]
    angle = math.atan2(y - y0, x - x0)
    barbs = [(x - 5 * math.cos(angle + turn), y - 5 * math.sin(angle + turn)) for turn in (-0.45, 0.45)]
    return [
        polyline(points, stroke, width, dash, name=name),
        polyline([barbs[0], (x, y), barbs[1]], stroke, width),
    ]


@dataclass(frozen=True, slots=True)
class Heart:
    """What stands in the centre, fitted: the heading, the customers' names, and cards of groups of customers."""

    heading: TextBlock
    names: TextBlock
    cards: dict[int, Fitted]

    @property
    def _columns(self) -> int:
        return 1 if len(self.cards) <= _IN_A_COLUMN else math.ceil(math.sqrt(len(self.cards)))

    @property
    def _rows(self) -> list[list[int]]:
        """The cards side by side."""
        parties = list(self.cards)
        return [parties[i : i + self._columns] for i in range(0, len(parties), self._columns)]

    @property
    def size(self) -> Size:
        """Its width and height."""
        wide = max(
            self.heading.width,
            self.names.width,
            self._columns * (WIDTH + _APART) - _APART if self.cards else 0.0,
        )
        high = self.heading.height + self.names.height
        return wide, high + sum(_APART + max(self.cards[i].size[1] for i in row) for row in self._rows)

    def boxes(self) -> dict[int, Box]:
        """The places of the cards round the origin."""
        top = -self.size[1] / 2 + self.heading.height + self.names.height
        found: dict[int, Box] = {}
        for row in self._rows:
            top += _APART
            left = -(len(row) * (WIDTH + _APART) - _APART) / 2
            for i, party in enumerate(row):
                x = left + i * (WIDTH + _APART)
                found[party] = Box(x, top, x + WIDTH, top + self.cards[party].size[1])
            top += max(self.cards[party].size[1] for party in row)
        return found

    def draw(self, x: float, y: float, theme: Theme) -> list[Item]:
        """The heading and the names round a point."""
        top = y - self.size[1] / 2
        items: list[Item] = [*block(self.heading, x, top, theme.ink, align="center", name="customers")]
        return [
            *items,
            *block(self.names, x, top + self.heading.height, theme.muted, align="center", name="customer-names"),
        ]


def heart(view: StakeholdersView, setter: Typesetter, own: StakeholderWords) -> Heart:
    """Fit what stands in the centre."""
    names = list(view.customers[:_NAMES])
    if len(view.customers) > _NAMES:
        names.append("…")
    cards = {i: fit(party, setter, own) for i, party in enumerate(view.parties) if party.ring == "customer"}
    return Heart(
        setter.fit(own.customers, look.STAGE, width=WIDTH, lines=2),
        setter.fit(", ".join(names), look.SMALL, width=WIDTH, lines=4, even=True, whole=True),
        cards,
    )
