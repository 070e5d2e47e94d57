"""Contrast, and nothing told by colour alone."""

from __future__ import annotations

import pytest

from cxmap.charts.options import Options
from cxmap.charts.render import scene
from cxmap.charts.scene import Outline, Words
from cxmap.charts.theme import THEMES, ThemeName, contrast
from tests.charts.journeys import journey

EVERY = sorted(THEMES)


def test_contrast_as_wcag_defines_it() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#0072B2", "#FFFFFF") == pytest.approx(5.19, abs=0.01)
    assert contrast("#D55E00", "#F2F2F2") == pytest.approx(3.45, abs=0.01)


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("ground", ["paper", "band"])
def test_text_can_be_read(name: ThemeName, ground: str) -> None:
    theme = THEMES[name]
    for color in (theme.ink, theme.muted):
        assert contrast(color, getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("ground", ["paper", "band"])
def test_lines_and_marks_can_be_seen(name: ThemeName, ground: str) -> None:
    theme = THEMES[name]
    for color in (theme.rule, theme.short, theme.good, *(series.color for series in theme.series)):
        assert contrast(color, getattr(theme, ground)) >= 3, color


@pytest.mark.parametrize("name", EVERY)
def test_series_differ_in_dash_and_marker(name: ThemeName) -> None:
    series = THEMES[name].series
    assert len({one.dash for one in series}) == len({one.marker for one in series}) == len(series)


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("personas", [1, 4])
def test_a_chart_has_no_other_colours(name: ThemeName, personas: int) -> None:
    theme = THEMES[name]
    text = {theme.ink, theme.muted}
    lines = {theme.rule, theme.short, theme.good, *text, *(series.color for series in theme.series)}
    for item in scene(journey(14, personas, desired=True), Options(theme=name)).items:
        if isinstance(item, Outline):
            assert item.stroke is None or item.stroke in lines
            assert item.fill is None or item.fill in lines | {theme.paper, theme.band}
        elif isinstance(item, Words):
            assert item.color in text
