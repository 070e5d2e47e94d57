"""What a chart of trends says in words: its subtitle, its cards, its notes, and the text for whoever cannot see it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cxmap.output.charts import sentences as say
from cxmap.output.charts import verdicts
from cxmap.output.tables import trend_cells as cells

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.i18n.change import ChangeWords
    from cxmap.i18n.charts import ChartWords
    from cxmap.i18n.dashboard import DashboardWords
    from cxmap.i18n.trend import TrendWords
    from cxmap.output.charts.trend.view import TrendCard, TrendView


def subtitle(view: TrendView, own: ChangeWords, trend: TrendWords) -> str:
    """From when to when, and what is not tested."""
    first, last = (cells.month(day, trend) for day in view.span)
    return "  ·  ".join([own.measured.format(first, last), trend.cause])


def about(card: TrendCard, words: ChartWords, trend: TrendWords, board: DashboardWords) -> str:
    """What the figure is, and whose."""
    if card.better is not None:
        return "  ·  ".join([trend.metric, board.better[card.better]])
    kind = words.importance if card.series.kind == "importance" else words.experience
    step = words.handover if card.handover else ""
    return "  ·  ".join(part for part in (kind, step, trend.listed(card.personas), card.journey) if part)


def now(card: TrendCard, trend: TrendWords) -> str:
    """The last value, and how it came about."""
    return cells.point(card.series, card.series.after, trend, dated=True)


def change(card: TrendCard, trend: TrendWords) -> str:
    """What changed since the one before, or for a metric the baseline."""
    return ": ".join(part for part in verdicts.told(card.series, trend) if part)


def target(card: TrendCard, trend: TrendWords) -> str:
    """Where a metric should be, and whether it is on its way."""
    aim = cells.target(card.series, trend)
    parts = (f"{trend.target} {aim}" if aim else "", cells.schedule(card.series, trend))
    return say.sentence(", ".join(part for part in parts if part))


def notes(view: TrendView, words: ChartWords, own: ChangeWords, trend: TrendWords) -> Iterator[str]:
    """The notes below: sources, what the marks mean, what was finished when."""
    if view.sources:
        yield say.sources(view.sources, words)
    families = [trend.counted_family(kind, count) for kind, count in view.families.items() if count]
    remarks = [own.marks, trend.chance.format(words.listed(families)) if families else trend.no_chance]
    yield " ".join(remarks)
    if view.finished:
        named = (f"{i + 1} {each.title} ({words.date(each.day)})" for i, each in enumerate(view.finished))
        yield own.finished.format("; ".join(named))


def alt(view: TrendView, words: ChartWords, own: ChangeWords, trend: TrendWords, board: DashboardWords) -> str:
    """The trends in sentences: how many of which verdict, then each with its values."""
    tally = Counter(card.series.change.verdict for card in view.cards if card.series.change)
    counted = [trend.tally[verdict].format(count) for verdict, count in tally.items()]
    finding = [own.alt_trend.format(subtitle(view, own, trend).replace("  ·  ", "; "), ", ".join(counted))]
    rows = []
    for card in view.cards:
        values = [
            f"{cells.month(point.date, trend)} {cells.value(card.series, point.value, trend)}" for point in card.points
        ]
        said = "; ".join(part for part in (change(card, trend), target(card, trend)) if part)
        heading = f"{card.title} ({about(card, words, trend, board).replace('  ·  ', ', ')})"
        rows.append(own.alt_card.format(heading, ", ".join(values), said))
    return say.alt(finding, [*rows, *notes(view, words, own, trend)])
