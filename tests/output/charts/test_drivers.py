"""The chart of drivers: its figures are those beside the journey, and no text is on another."""

from __future__ import annotations

import datetime as dt
import itertools
import random
from typing import TYPE_CHECKING

import pytest
from tests.output.charts.journeys import TEXTS
from tests.output.charts.test_emotion import middle, named, said
from tests.output.charts.test_emotion_text import assert_legible

from cxmap.output.charts.drivers.view import DriverRow, DriversView
from cxmap.output.charts.render import scene
from cxmap.output.charts.views import SourceNote
from cxmap.output.drawing.options import ChartError, ChartOptions

if TYPE_CHECKING:
    from cxmap.choices import DriverClass

KINDS: tuple[DriverClass, ...] = ("basic", "performer", "delighter", "unclear")


def any_view(rows: int, texts: str = "plain", *, seed: int = 1, sides: bool = True) -> DriversView:
    """Drivers of this number with any text; the same arguments give the same ones."""
    rng = random.Random(seed)
    say = itertools.cycle(TEXTS[texts])

    def row(place: int) -> DriverRow:
        weight = rng.uniform(0, 0.2)
        kind = KINDS[place % 4] if sides else "unclear"
        both = kind != "unclear"
        return DriverRow(
            title=next(say),
            weight=weight,
            interval=(weight * 0.7, weight * 1.4 + 0.01),
            driver=place % 3 != 2,
            penalty=rng.uniform(-0.6, 0.2) if both else None,
            reward=rng.uniform(-0.2, 0.6) if both else None,
            kind=kind,
        )

    source = SourceNote(next(say), (3087, 3087), dt.date(2026, 3, 31))
    return DriversView(next(say), tuple(map(row, range(rows))), 0.58, 1711, 1000, 1, (source,))


@pytest.mark.parametrize(
    ("rows", "texts"), [(1, "plain"), (14, "long text"), (60, "plain"), (5, "arabic"), (5, "markup")]
)
def test_no_text_is_cut_or_on_another(rows: int, texts: str) -> None:
    made = scene(any_view(rows, texts), ChartOptions(lang="nl"))
    assert_legible(made)
    assert len([name for name in named(made, "weight-") if name.count("-") == 1]) == rows


def test_both_sides_with_one_sign_do_not_meet() -> None:
    row = DriverRow("A", 0.01, (0.0, 0.02), False, 0.15, 0.04, "performer")
    view = any_view(1)
    assert_legible(scene(DriversView("T", (row, *view.rows), 0.1, 400, 1000, 1)))


def test_a_dot_stands_at_its_weight_and_its_interval_around_it() -> None:
    weights = (0.2, 0.1, 0.15)
    rows = tuple(
        DriverRow(f"T{i}", w, (w - 0.05, w + 0.05), True, None, None, "unclear") for i, w in enumerate(weights)
    )
    made = scene(DriversView("T", rows, 0.3, 400, 1000, 1))
    dots, intervals = (
        [middle(named(made, f"{what}-{i}")[f"{what}-{i}"])[0] for i in range(3)] for what in ("weight", "interval")
    )
    assert dots == pytest.approx(intervals)
    assert dots[0] - dots[2] == pytest.approx(dots[2] - dots[1])
    assert not named(made, "penalty-")


def test_only_the_side_that_makes_it_one_is_in_full_colour() -> None:
    row = DriverRow("A", 0.1, (0.05, 0.15), True, -0.4, 0.1, "basic")
    made = scene(DriversView("T", (row,), 0.1, 400, 1000, 1))
    assert named(made, "penalty-0")["penalty-0"].fill == "#8A1538"
    assert named(made, "reward-0")["reward-0"].fill != "#009E73"


def test_the_alt_text_has_the_figures_of_the_picture() -> None:
    view = any_view(3)
    made = scene(view)
    for row in view.rows:
        assert f"{row.weight:.3f}" in made.alt
        assert f"{row.weight:.3f}" in said(made, "value-")


@pytest.mark.parametrize("options", [ChartOptions(width=4), ChartOptions(height=2)])
def test_a_page_that_is_too_small(options: ChartOptions) -> None:
    with pytest.raises(ChartError):
        scene(any_view(14), options)
