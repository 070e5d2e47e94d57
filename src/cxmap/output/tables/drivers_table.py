"""Drivers as a table to read, in a terminal, a pipe or Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cxmap.analysis.drivers.weights import MOST_FOR_LMG
from cxmap.i18n.drivers import DriverWords
from cxmap.output.tables import markdown
from cxmap.output.tables.render import Column, Page, Table, render
from cxmap.text.escape import markdown_cell

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cxmap.analysis.drivers.drivers import Driver, Drivers
    from cxmap.choices import Lang
    from cxmap.output.tables.signs import Screen

TANGLED: Final = 5.0
"""A variance inflation factor above this is named."""
_MOST_NAMED: Final = 3
_MOST_LISTED: Final = 8


def drivers_table(
    found: Drivers, titles: Mapping[str, str], screen: Screen, *, lang: Lang = "en", remarks: bool = True
) -> str:
    """The whole output for a terminal or a pipe.

    Args:
        found: The drivers.
        titles: The titles of touchpoints by their ids.
        screen: What it is written on.
        lang: The language.
        remarks: Whether to add what the figures are.
    """
    words = DriverWords(lang)
    notes = driver_remarks(found, titles, words) if remarks else []
    page = Page(conclusion(found, titles, words), (), [_table(found, titles, words)], (), notes)
    return render(page, screen)


def drivers_markdown(found: Drivers, titles: Mapping[str, str], lang: Lang = "en") -> str:
    """The whole output in Markdown."""
    words = DriverWords(lang)
    parts = [
        f"## {words.title}",
        markdown_cell(conclusion(found, titles, words)),
        _table(found, titles, words).in_markdown(),
        markdown.list_items(driver_remarks(found, titles, words)),
    ]
    return "\n\n".join(parts) + "\n"


def conclusion(found: Drivers, titles: Mapping[str, str], words: DriverWords) -> str:
    """What goes with the overall mark most, in a sentence."""
    first = [titles.get(row.touchpoint, row.touchpoint) for row in found.rows if row.driver][:_MOST_NAMED]
    if not first:
        return words.nothing
    return words.conclusion.format(words.listed(first), words.percent(found.r2))


def driver_remarks(found: Drivers, titles: Mapping[str, str], words: DriverWords) -> list[str]:
    """What the figures are, and what they do not say; what is doubtful first."""
    said = []

    def named(rows: list[str]) -> str:
        return words.listed([titles.get(name, name) for name in rows], _MOST_LISTED)

    if unclear := [row.touchpoint for row in found.rows if not row.driver]:
        said.append(words.not_told.format(named(unclear)))
    if tangled := [row.touchpoint for row in found.rows if row.vif is not None and row.vif > TANGLED]:
        said.append(words.tangled.format(words.general(TANGLED), named(tangled)))
    if any(row.slope is None for row in found.rows):
        said.append(words.same)
    if found.alike:
        said.append(words.alike.format(named(list(found.alike))))
    if len(found.rows) > MOST_FOR_LMG:
        said.append(words.no_lmg.format(MOST_FOR_LMG))
    samples = words.whole(found.samples)
    return [
        *said,
        words.complete.format(words.whole(found.n_complete)),
        words.weights_are.format(samples, found.seed),
        words.slopes_are,
        words.kinds_are,
    ]


def _table(found: Drivers, titles: Mapping[str, str], words: DriverWords) -> Table:
    rows = found.rows
    return Table(
        words.title,
        [
            Column(words.touchpoint, [titles.get(row.touchpoint, row.touchpoint) for row in rows], too_wide="fold"),
            Column(words.weight, [_weight(row, words) for row in rows], right=True),
            Column(words.driver, [words.yes if row.driver else words.no for row in rows], too_wide="fold"),
            Column(words.r, [words.fixed(row.r, 2) for row in rows], right=True),
            Column(words.lmg, [words.fixed(row.lmg, 3) for row in rows], right=True),
            Column(words.slope, [_slope(row, words) for row in rows], right=True),
            Column(words.asymmetry, [_asymmetry(row, words) for row in rows], right=True),
            Column(words.kind, [words.kinds[row.kind] for row in rows], too_wide="fold"),
            Column(words.vif, [words.fixed(row.vif, 1) for row in rows], right=True),
            Column(words.n, [words.whole(row.n) for row in rows], right=True),
        ],
    )


def _weight(row: Driver, words: DriverWords) -> str:
    return words.interval.format(*(words.fixed(value, 3) for value in (row.weight, row.weight_low, row.weight_high)))


def _slope(row: Driver, words: DriverWords) -> str:
    if row.slope is None:
        return words.fixed(None)
    return words.interval.format(*(signed(value, words) for value in (row.slope, row.slope_low, row.slope_high)))


def _asymmetry(row: Driver, words: DriverWords) -> str:
    if row.penalty is None or row.reward is None:
        return words.fixed(None)
    return words.both.format(signed(row.penalty, words), signed(row.reward, words))


def signed(value: float | None, words: DriverWords) -> str:
    """A number with its sign, two decimals."""
    text = words.fixed(value, 2)
    return f"+{text}" if value is not None and round(value, 2) > 0 else text
