"""A card for each metric: what it is, which way is better, its small chart, how far it is from its target."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxmap.output.charts.dashboard import describe, plot, symbols
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.scene import Box, Item, block, polyline

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from cxmap.i18n.charts import ChartWords
    from cxmap.i18n.dashboard import DashboardWords
    from cxmap.output.charts.dashboard.view import DashboardView, Metric
    from cxmap.output.drawing.theme import Theme
    from cxmap.output.drawing.typesetting import TextBlock, Typesetter

APART = 22.0
"""White space between cards."""

_PAD = 5.0
_LINES = 12  # of a title, at most; nobody has written one so long
_SIGN = 17.0  # the width kept for the sign of how it fares


@dataclass(frozen=True, slots=True)
class FittedCard:
    """A card, fitted but not yet at its place."""

    metric: Metric
    title: TextBlock
    about: TextBlock
    verdict: TextBlock
    facts: TextBlock

    @property
    def above(self) -> float:
        """The height of what stands above the plot."""
        return _PAD + self.title.height + self.about.height + _PAD

    @property
    def below(self) -> float:
        """The height of what stands below the plot."""
        return _PAD + self.verdict.height + self.facts.height


def fitted(
    view: DashboardView, width: float, setter: Typesetter, words: ChartWords, own: DashboardWords
) -> list[FittedCard]:
    """The cards of all metrics, each of this width."""
    return [_fitted(metric, view.today, width, setter, words, own) for metric in view.metrics]


def _fitted(
    metric: Metric, today: dt.date, width: float, setter: Typesetter, words: ChartWords, own: DashboardWords
) -> FittedCard:
    about = "  ·  ".join(part for part in (own.better[metric.better], metric.owner) if part)
    return FittedCard(
        metric,
        setter.fit(metric.title, look.STAGE, width=width, lines=_LINES, smallest=8.5, whole=True),
        setter.fit(about, look.SMALL, width=width, lines=2, whole=True),
        setter.fit(describe.verdict(metric, today, words, own), look.STRONG, width=width - _SIGN, lines=4),
        setter.fit(describe.facts(metric, words, own), look.SMALL, width=width - _SIGN, lines=4),
    )


def draw_row(
    cards: Sequence[FittedCard], first: int, lefts: Sequence[float], top: float, width: float, height: float,
    setter: Typesetter, theme: Theme, words: ChartWords, own: DashboardWords,
) -> list[Item]:  # fmt: skip
    """Cards side by side, with plots of one height."""
    above = max(card.above for card in cards)
    items: list[Item] = []
    for i, (card, left) in enumerate(zip(cards, lefts, strict=False)):
        name = f"metric-{first + i}"
        items.append(polyline([(left, top), (left + width, top)], theme.ink, 1.2))
        items += block(card.title, left, top + _PAD, theme.ink, name=name, room=width)
        items += block(card.about, left, top + _PAD + card.title.height, theme.muted, name="better")
        box = Box(left, top + above, left + width, top + above + height)
        items += plot.draw(card.metric, box, setter, theme, words, own, name)
        below = box.bottom + _PAD
        items += symbols.sign(card.metric.sign, left + 6, below + card.verdict.eye, theme, f"{name}-sign")
        items += block(card.verdict, left + _SIGN, below, theme.ink, name="verdict")
        items += block(card.facts, left + _SIGN, below + card.verdict.height, theme.muted, name="facts")
    return items
