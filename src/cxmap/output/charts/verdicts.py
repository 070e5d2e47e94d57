"""What is said of a change on a chart: the figures, the interval and the verdict, in the words of ``cxmap trend``."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from cxmap.i18n.language import decimals
from cxmap.output.charts.views import IndexSince, Scale
from cxmap.output.tables import trend_cells as cells

if TYPE_CHECKING:
    from cxmap.analysis.changes import IndexChange
    from cxmap.analysis.series import Series
    from cxmap.i18n.atlas import AtlasWords
    from cxmap.i18n.charts import ChartWords
    from cxmap.i18n.trend import TrendWords
    from cxmap.model.scale import Range


def plain(series: Series) -> Series:
    """A series that another process can be handed: its scale as plain data instead of a model."""
    on = series.scale
    return series if on is None else series._replace(scale=cast("Range", Scale(on.min, on.max)))  # its ends are read


def told(series: Series, words: TrendWords) -> tuple[str, str]:
    """The difference with its interval, and what can be said of it; nothing where nothing is compared.

    What a team thought is no wave before a survey: it is said beside it, and has no verdict.
    """
    found, before = series.change, series.before
    if found is None or before is None:
        return "", ""
    moved, *ends = cells.changed(series, words)
    if series.unit == "%":
        moved = f"{moved} {words.points}"
    if not ends:
        return moved, words.untested[found.reason or "no-spread"]
    said = words.among.format(found.family) if found.clear_alone else words.signs[found.verdict]
    return words.interval.format(moved, *ends), f"{said}; {words.conservative}" if found.conservative else said


def index_since(given: IndexChange | None) -> IndexSince | None:
    """A change of an index as plain data, which another process can be handed."""
    if given is None:
        return None
    return IndexSince(given.before.value, given.after.value, given.change, (given.counted, given.total))


def index_change(
    since: IndexSince | None, scale: Scale, words: ChartWords, own: AtlasWords, trend: TrendWords
) -> tuple[str, str]:
    """The difference of an index since the wave before, and what can be said of it; nothing where there is one wave.

    Args:
        since: The change; ``None``: there is one wave.
        scale: Of the index.
        words: The words that charts share.
        own: The words about an index.
        trend: The words of verdicts.
    """
    if since is None:
        return "", ""
    change, compared = since.change, own.compared.format(*since.counted)
    moved, *ends = words.changed_by(since.before, since.after, decimals(scale), change.interval, clear=change.clear)
    if not ends:
        return moved, f"{own.not_tested}, {compared}"
    said = trend.among.format(change.family) if change.clear_alone else trend.signs[change.verdict]
    return moved, f"{trend.interval.format(said, *ends)}, {compared}"


def months(series: Series, words: TrendWords) -> str:
    """When the two that are compared were measured."""
    if series.before is None:
        return ""
    return f"{cells.month(series.before.date, words)} → {cells.month(series.after.date, words)}"


def answers(series: Series, words: TrendWords) -> str:
    """How many answers are behind the two, or of an index how many touchpoints; nothing where nobody was asked."""
    if series.counted is not None:
        return words.of.format(*series.counted)
    counts = [point.n for point in (series.before, series.after) if point is not None]
    if not any(count is not None for count in counts):
        return ""
    return "n " + " → ".join("–" if count is None else words.whole(count) for count in counts)
