"""What is said of a change on a chart: the figures, the interval and the verdict, in the words of ``cxmap trend``."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from cxmap.output.charts.views import Scale
from cxmap.output.tables import trend_cells as cells

if TYPE_CHECKING:
    from cxmap.analysis.difference import Change
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
    moved = cells.difference(series, found.difference, words)
    if series.unit == "%":
        moved = f"{moved} {words.points}"
    if found.interval is None:
        return moved, words.untested[found.reason or "no-spread"]
    low, high = (cells.difference(series, end, words) for end in found.interval)
    alone = found.clear_alone and found.family > 1
    said = words.among.format(found.family) if alone else words.signs[found.verdict]
    return words.interval.format(moved, low, high), f"{said}; {words.conservative}" if found.conservative else said


def index_change(
    change: Change | None, counted: tuple[int, int], scale: Scale, words: ChartWords, own: AtlasWords, trend: TrendWords
) -> tuple[str, str]:
    """The difference of an index since the wave before, and what can be said of it; nothing where there is one wave.

    Args:
        change: The change; ``None``: there is one wave.
        counted: Over how many touchpoints it is, of how many.
        scale: Of the index.
        words: The words that charts share.
        own: The words about an index.
        trend: The words of verdicts.
    """

    def signed(given: float) -> str:
        text = words.in_full(given, scale)
        return f"+{text}" if given > 0 and text.strip("0.,") else text

    if change is None:
        return "", ""
    compared = own.compared.format(*counted)
    if change.verdict == "not-tested":
        return signed(change.difference), f"{own.not_tested}, {compared}"
    said = trend.signs[change.verdict]
    if change.interval:
        said = trend.interval.format(said, *map(signed, change.interval))
    return signed(change.difference), f"{said}, {compared}"


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
    return "n " + " → ".join("–" if count is None else words.digits(f"{count:,}") for count in counts)
