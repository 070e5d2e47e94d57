"""The symbols before notes. Each has a shape of its own, so that none depends on its colour."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from cxmap.output.drawing import symbols
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.scene import Box, Item, Shape, centred, polygon, polyline

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cxmap.choices import ChannelKind
    from cxmap.output.drawing.theme import Theme
    from cxmap.output.drawing.typesetting import Typesetter

    Symbol = Callable[[float, float], Sequence[Item]]

_REACH = 3.4  # from the middle of a symbol to its edge


def lifts(theme: Theme) -> Symbol:
    """A plus."""
    return partial(_plus, color=theme.good)


def _plus(x: float, y: float, color: str) -> list[Item]:
    return [*_minus(x, y, color), polyline([(x, y - _REACH), (x, y + _REACH)], color, 1.7)]


def lowers(theme: Theme) -> Symbol:
    """A minus."""
    return partial(_minus, color=theme.short)


def _minus(x: float, y: float, color: str) -> list[Item]:
    return [polyline([(x - _REACH, y), (x + _REACH, y)], color, 1.7)]


def channel(theme: Theme, kind: ChannelKind | None) -> Symbol:
    """The icon of a kind of channel."""
    return lambda x, y: symbols.channel_icon(kind, x, y, 9.5, theme.ink)


def moment_of_truth(theme: Theme) -> Symbol:
    """A diamond."""
    return lambda x, y: [symbols.moment_of_truth(x, y, 2.3, theme.ink), symbols.circle(x, y, 1.7, fill=theme.ink)]


def wow(theme: Theme) -> Symbol:
    """A star."""
    return lambda x, y: [symbols.wow(x, y, 5.2, theme.good, theme.ink)]


def loss(theme: Theme) -> Symbol:
    """A cross."""
    return lambda x, y: symbols.loss(x, y, theme.short)


def waiting(theme: Theme) -> Symbol:
    """An hourglass."""

    def draw(x: float, y: float) -> list[Item]:
        w, h = 2.9, 4.0
        glass = [(x - w, y - h), (x + w, y - h), (x - w, y + h), (x + w, y + h)]
        sand = [(x, y), (x - w, y + h), (x + w, y + h)]
        return [polygon(glass, stroke=theme.short, width=1.1), polygon(sand, fill=theme.short)]

    return draw


def busy(theme: Theme) -> Symbol:
    """A clock."""

    def draw(x: float, y: float) -> list[Item]:
        hands = polyline([(x, y - 2.6), (x, y), (x + 2.0, y)], theme.ink, 1.0)
        return [symbols.circle(x, y, 4.0, stroke=theme.ink, width=1.1), hands]

    return draw


def opportunity(theme: Theme) -> Symbol:
    """A bulb."""

    def draw(x: float, y: float) -> list[Item]:
        foot = [polyline([(x - 1.5, y + d), (x + 1.5, y + d)], theme.ink, 1.0) for d in (2.9, 4.4)]
        return [symbols.circle(x, y - 1.2, 2.9, stroke=theme.ink, width=1.1), *foot]

    return draw


def question(theme: Theme) -> Symbol:
    """A question mark."""

    def draw(x: float, y: float) -> list[Item]:
        hook = Shape(
            (("M", (x - 2.2, y - 2.2)), ("C", (x - 2.2, y - 5.4, x + 2.6, y - 5.4, x + 2.6, y - 2.2)),
             ("C", (x + 2.6, y - 0.2, x, y - 0.4, x, y + 1.8))),
            stroke=theme.ink, width=1.3,
        )  # fmt: skip
        return [hook, symbols.circle(x, y + 4.0, 0.8, fill=theme.ink)]

    return draw


def choice(theme: Theme) -> Symbol:
    """A way that forks."""

    def draw(x: float, y: float) -> list[Item]:
        stem = polyline([(x, y + 4), (x, y + 0.5), (x - 3.2, y - 3.6)], theme.ink, 1.3)
        return [stem, polyline([(x, y + 0.5), (x + 3.2, y - 3.6)], theme.ink, 1.3)]

    return draw


def spark(theme: Theme, values: Sequence[float]) -> Symbol:
    """The way of a metric in little, with a dot where it is now."""
    return lambda x, y: symbols.spark(Box(x - _REACH, y - _REACH, x + _REACH, y + _REACH), values, theme.ink)


def rank(theme: Theme, place: int, setter: Typesetter) -> Symbol:
    """A place in the ranking, in a filled circle."""
    number = setter.line(str(place), look.VALUE)

    def draw(x: float, y: float) -> list[Item]:
        badge = symbols.circle(x, y, 6.0, fill=theme.ink, name=f"rank-{place}")
        return [badge, *centred(number, x, y, theme.paper, align="center", name="rank")]

    return draw


def action(theme: Theme, status: str) -> Symbol:
    """A box: empty for an idea, with a dot when planned, half full when in progress, ticked when done."""

    def draw(x: float, y: float) -> list[Item]:
        r = 3.6
        corners = [(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)]
        items: list[Item] = [polygon(corners, stroke=theme.ink, width=1.1)]
        if status == "planned":
            items.append(symbols.circle(x, y, 1.5, fill=theme.ink))
        elif status == "in-progress":
            items.append(polygon([(x - r, y - r), (x, y - r), (x, y + r), (x - r, y + r)], fill=theme.ink))
        elif status == "done":
            items.append(polyline([(x - 2.2, y), (x - 0.5, y + 2.0), (x + 2.6, y - 2.2)], theme.ink, 1.4))
        return items

    return draw


def department(theme: Theme) -> Symbol:
    """Two heads: people of a department."""

    def draw(x: float, y: float) -> list[Item]:
        return [
            *symbols.channel_icon("human", x - 2.4, y, 6.5, theme.ink),
            *symbols.channel_icon("human", x + 2.8, y + 0.6, 6.5, theme.ink),
        ]

    return draw


def system(theme: Theme) -> Symbol:
    """A gear, as a ring with teeth."""

    def draw(x: float, y: float) -> list[Item]:
        spokes = [
            polyline([(x + dx * 2.6, y + dy * 2.6), (x + dx * 4.3, y + dy * 4.3)], theme.ink, 1.4)
            for dx, dy in ((1, 0), (0.71, 0.71), (0, 1), (-0.71, 0.71), (-1, 0), (-0.71, -0.71), (0, -1), (0.71, -0.71))
        ]
        return [symbols.circle(x, y, 2.4, stroke=theme.ink, width=1.3), *spokes]

    return draw
