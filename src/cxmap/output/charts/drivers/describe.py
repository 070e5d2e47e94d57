"""What a chart of drivers says in words: its subtitle, its notes, and the text for whoever cannot see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.output.charts import sentences as say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.i18n.charts import ChartWords
    from cxmap.i18n.drivers import DriverWords
    from cxmap.output.charts.drivers.view import DriverRow, DriversView


def subtitle(view: DriversView, words: ChartWords, own: DriverWords) -> str:
    """What is shown, and of how many."""
    parts = [
        own.title,
        own.explained.format(own.percent(view.r2)),
        words.respondents.format(words.whole(view.n_complete)),
    ]
    return "  ·  ".join(parts)


def kind(row: DriverRow, own: DriverWords) -> str:
    """What a touchpoint is, in words."""
    return own.kinds[row.kind] if row.driver else f"{own.no}  ·  {own.kinds[row.kind]}"


def signed(value: float, own: DriverWords) -> str:
    """A number with its sign, two decimals."""
    text = own.fixed(value, 2)
    return f"+{text}" if round(value, 2) > 0 else text


def notes(view: DriversView, words: ChartWords, own: DriverWords, *, asymmetry: bool) -> Iterator[str]:
    """The notes below: the source, how sure it is, and what the figures do not say."""
    yield say.sources(view.sources, words)
    remarks = [own.weights_are.format(own.whole(view.samples), view.seed), own.together]
    if asymmetry:
        remarks.append(own.kinds_are)
    yield " ".join(remarks)


def alt(view: DriversView, title: str, own: DriverWords) -> str:
    """The drivers in two levels: what counts most, then each with its figures."""
    first = next((row for row in view.rows if row.driver), None)
    finding = own.alt_most.format(first.title, own.fixed(first.weight, 3)) if first else own.nothing
    return say.alt([own.alt_start.format(title), finding], [_line(row, own) for row in view.rows])


def _line(row: DriverRow, own: DriverWords) -> str:
    low, high = row.interval
    weight = own.interval.format(*(own.fixed(value, 3) for value in (row.weight, low, high)))
    if row.penalty is None or row.reward is None:
        return own.alt_row.format(row.title, weight, kind(row, own))
    return own.alt_both.format(row.title, weight, kind(row, own), signed(row.penalty, own), signed(row.reward, own))
