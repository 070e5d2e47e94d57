"""No text of a map or a blueprint is cut, outside the page, on another text, or too small to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.output.charts.journeys import TEXTS
from tests.output.charts.sheets import blueprint_of, map_of
from tests.output.charts.test_emotion_text import assert_legible

from cxmap.output.charts.render import scene
from cxmap.output.drawing.options import ChartError, ChartOptions

if TYPE_CHECKING:
    from collections.abc import Callable

    from cxmap.output.charts.view import View

SHEETS = pytest.mark.parametrize("sheet", [map_of, blueprint_of])


@pytest.mark.slow
@SHEETS
@pytest.mark.parametrize(("touchpoints", "personas"), [(1, 1), (5, 2), (5, 6), (14, 1), (14, 3), (30, 2), (60, 1)])
def test_any_size(sheet: Callable[..., View], touchpoints: int, personas: int) -> None:
    assert_legible(scene(sheet(touchpoints, personas)))


@pytest.mark.slow
@SHEETS
@pytest.mark.parametrize("texts", sorted(TEXTS))
def test_any_text(sheet: Callable[..., View], texts: str) -> None:
    assert_legible(scene(sheet(1, 1, texts)))
    assert_legible(scene(sheet(6, 2, texts)))


@pytest.mark.slow
@SHEETS
@pytest.mark.parametrize(
    "options",
    [
        ChartOptions(lang="nl", theme="dark"),
        ChartOptions(width=10),
        ChartOptions(width=60, height=60),
        ChartOptions(paper="a0"),
    ],
)
def test_any_page(sheet: Callable[..., View], options: ChartOptions) -> None:
    assert_legible(scene(sheet(14, 2), options))


def test_empty_canvas() -> None:
    assert_legible(scene(map_of(14, 2, "long words"), ChartOptions(blank=True)))
    assert_legible(scene(map_of(5, 1), ChartOptions(blank=True, paper="a3")))


@pytest.mark.parametrize("touchpoints", [1, 5])
def test_a3(touchpoints: int) -> None:
    made = scene(map_of(touchpoints), ChartOptions(paper="a3", rows=("doing", "feeling", "actions")))
    assert_legible(made)
    assert made.width == pytest.approx(420 / 25.4 * 72)
    assert made.height == pytest.approx(297 / 25.4 * 72)


def test_paper_that_is_too_small() -> None:
    with pytest.raises(ChartError, match="on a3 its text would be smaller than 7 points"):
        scene(map_of(60, 2), ChartOptions(paper="a3"))


def test_a_page_that_is_too_small() -> None:
    with pytest.raises(ChartError, match="too narrow"):
        scene(map_of(5), ChartOptions(width=2))
    with pytest.raises(ChartError, match="too low"):
        scene(map_of(5), ChartOptions(height=2))
