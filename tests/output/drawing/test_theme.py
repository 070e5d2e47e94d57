"""Contrast, and nothing told by colour alone."""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING

import pytest
from tests.output.charts.journeys import journey

from cxmap.output.charts.dashboard.symbols import sign
from cxmap.output.charts.emotion import style
from cxmap.output.charts.emotion.lines import GHOST
from cxmap.output.charts.render import scene
from cxmap.output.charts.sheet import symbols as sheet_symbols
from cxmap.output.drawing.options import ChartOptions
from cxmap.output.drawing.scene import Shape, Words
from cxmap.output.drawing.theme import THEMES, contrast, tint

if TYPE_CHECKING:
    from cxmap.choices import ThemeName

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
def test_what_is_on_an_area_can_be_read_and_seen(name: ThemeName) -> None:
    theme = THEMES[name]
    for series in theme.series:
        area = tint(series.color, theme.paper)
        assert contrast(theme.ink, area) >= 4.5
        assert contrast(series.color, area) >= 3


@pytest.mark.parametrize("name", EVERY)
def test_series_differ_in_dash_and_marker(name: ThemeName) -> None:
    series = THEMES[name].series
    assert len({one.dash for one in series}) == len({one.marker for one in series}) == len(series)


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("personas", [1, 2, 4])
def test_a_chart_has_no_other_colours(name: ThemeName, personas: int) -> None:
    theme = THEMES[name]
    text = {theme.ink, theme.muted, *(style.words_of(series, theme) for series in theme.series)}
    lines = {theme.rule, theme.short, theme.good, *text, *(series.color for series in theme.series)}
    lines.add(tint(theme.rule, theme.paper, GHOST))  # the other personas, behind all that a panel is about
    areas = {tint(series.color, theme.paper, share) for series in theme.series for share in (0.1, 0.35)}
    areas |= {tint(theme.short, theme.paper), *style.grounds(theme)}
    for item in scene(journey(14, personas, desired=True), ChartOptions(theme=name)).items:
        if isinstance(item, Shape):
            assert item.stroke is None or item.stroke in lines
            assert item.fill is None or item.fill in lines | areas | {theme.paper, theme.band}
        elif isinstance(item, Words):
            assert item.color in text


# How a colour looks to who lacks one kind of cone: matrices on linear RGB of Machado, Oliveira and Fernandes (2009).
SIGHT = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}
FAR = 18.0  # CIE 1976 ΔE: some eight times what can just be seen


def seen(color: str, sight: str) -> tuple[float, float, float]:
    """A colour in CIE L*a*b* as it is seen."""
    channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    r, g, b = (
        min(max(sum(m * c for m, c in zip(row, linear, strict=True)), 0.0), 1.0) for row in SIGHT[sight]
    )  # fmt: skip
    x = (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047
    y = 0.2126729 * r + 0.7151522 * g + 0.0721750 * b
    z = (0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("sight", sorted(SIGHT))
def test_what_falls_short_has_a_hue_of_its_own(name: ThemeName, sight: str) -> None:
    theme = THEMES[name]
    for series in theme.series:
        assert math.dist(seen(theme.short, sight), seen(series.color, sight)) >= FAR, series.color
    for ground in (theme.paper, theme.band):
        assert contrast(theme.short, ground) >= 4.5


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("sight", [*sorted(SIGHT), "grey"])
def test_series_are_told_apart_to_every_eye_and_without_colour(name: ThemeName, sight: str) -> None:
    """By their colour, or where that is not far enough by dash and marker, which are drawn with it everywhere."""
    for one, other in itertools.combinations(THEMES[name].series, 2):
        far = math.dist(*(in_grey(each.color) if sight == "grey" else seen(each.color, sight) for each in (one, other)))
        assert far >= FAR or (one.dash != other.dash and one.marker != other.marker)
    first, second = THEMES[name].series[:2]  # what most charts have: two personas
    assert math.dist(seen(first.color, "normal"), seen(second.color, "normal")) >= 2 * FAR
    if sight != "grey":
        assert math.dist(seen(first.color, sight), seen(second.color, sight)) >= FAR


def in_grey(color: str) -> tuple[float, float, float]:
    """A colour as a printer without colour has it: its lightness alone."""
    return seen(color, "normal")[0], 0.0, 0.0


@pytest.mark.parametrize("name", EVERY)
def test_better_and_worse_differ_in_more_than_their_colour(name: ThemeName) -> None:
    """In grey the two may be alike: ▲ and ▼, the plus and the minus, and bold figures say it too."""
    theme = THEMES[name]
    lifts, lowers = (len(make(theme)(0, 0)) for make in (sheet_symbols.lifts, sheet_symbols.lowers))
    assert lifts != lowers
    better, worse = (
        [item.segments for item in sign(kind, 0, 0, theme) if isinstance(item, Shape)] for kind in ("better", "worse")
    )
    assert better != worse


def test_what_falls_short_is_the_same_hue_on_paper_and_screen() -> None:
    assert THEMES["light"].short == THEMES["print"].short == "#8A1538"
