"""What a chart of changes says in words: its subtitle, its notes, and the text for whoever cannot see it."""

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
    from cxmap.i18n.trend import TrendWords
    from cxmap.output.charts.change.view import ChangedRow, ChangeView


def subtitle(view: ChangeView, words: ChartWords, own: ChangeWords, trend: TrendWords) -> str:
    """Whose experiences, and between which months where all rows have the same."""
    parts = [own.change_of.format(words.listed(view.personas))]
    if not differ_in_time(view, trend):
        parts.append(verdicts.months(view.rows[0].series, trend))
    return "  ·  ".join(parts)


def differ_in_time(view: ChangeView, trend: TrendWords) -> bool:
    """Whether rows compare different months."""
    return len({verdicts.months(row.series, trend) for row in view.rows}) > 1


def name(row: ChangedRow, own: ChangeWords) -> str:
    """What the row is of."""
    return row.title or own.index


def notes(view: ChangeView, words: ChartWords, own: ChangeWords, trend: TrendWords) -> Iterator[str]:
    """The notes below: sources, what an arrow means, what was finished meanwhile, and what is not tested."""
    yield say.sources(view.sources, words)
    families = [trend.counted_family(kind, count) for kind, count in view.families.items() if count]
    remarks = [own.dots]
    remarks.append(trend.chance.format(words.listed(families)) if families else trend.no_chance)
    if view.once:
        remarks.append(words.counted(own.once, view.once))
    if view.finished:
        remarks.append(trend.finished.format(words.listed(view.finished, 6)))
    remarks.append(trend.cause)
    yield " ".join(remarks)


def alt(view: ChangeView, title: str, words: ChartWords, own: ChangeWords, trend: TrendWords) -> str:
    """The changes in sentences: how many of which verdict, then each with its figures."""
    tally = Counter(row.series.change.verdict for row in view.rows if row.series.change)
    counted = [trend.tally[verdict].format(count) for verdict, count in tally.items()]
    finding = [own.alt_start.format(title, words.listed(view.personas), ", ".join(counted)), trend.cause]
    rows = []
    for row in view.rows:
        before, after = (
            "" if point is None else cells.value(row.series, point.value, trend)
            for point in (row.series.before, row.series.after)
        )
        moved, said = verdicts.told(row.series, trend)
        whose = f" ({words.listed(row.personas)})" if row.personas else ""
        rows.append(own.alt_row.format(f"{name(row, own)}{whose}", before, after, moved, said))
    return say.alt(finding, [*rows, *notes(view, words, own, trend)])
