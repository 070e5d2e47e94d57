"""All formats: the same bytes each time, whatever the machine's settings."""

from __future__ import annotations

import os
import subprocess
import sys
import warnings
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import matplotlib as mpl
import pytest
from tests.output.charts.journeys import journey

from cxmap.choices import CHART_FORMATS, ChartFormat
from cxmap.output.charts.render import render, scene
from cxmap.output.drawing.save import save

HOSTILE = """
axes.facecolor: red
figure.facecolor: red
figure.dpi: 17
figure.autolayout: True
font.family: monospace
font.size: 40
lines.linewidth: 30
lines.antialiased: False
patch.antialiased: False
patch.linewidth: 30
path.sketch: 9, 9, 9
path.snap: False
pdf.compression: 0
pdf.fonttype: 42
savefig.bbox: tight
savefig.dpi: 17
savefig.transparent: True
svg.fonttype: none
svg.hashsalt: other
text.antialiased: False
text.color: red
text.hinting: force_autohint
text.parse_math: True
text.usetex: True
timezone: Asia/Tokyo
"""


PRINT_HASHES = """
import hashlib
from cxmap.output.charts.render import render
from tests.output.charts.journeys import journey
view = journey(5, 2, "markup")
for form in ("png", "svg", "pdf"):
    print(form, hashlib.sha256(render(view, form).data).hexdigest())
"""


def hashes_elsewhere(folder: Path, **environment: str) -> str:
    """What another process makes of the same view."""
    return subprocess.run(
        [sys.executable, "-c", PRINT_HASHES],
        cwd=Path(__file__).parents[3],
        env={**os.environ, "MPLCONFIGDIR": str(folder), "PYTHONHASHSEED": "random", **environment},
        capture_output=True,
        text=True,
        check=True,
    ).stdout


@pytest.mark.slow
def test_the_same_bytes_with_hostile_settings_and_in_another_time_zone(tmp_path: Path) -> None:
    plain, hostile = tmp_path / "plain", tmp_path / "hostile"
    plain.mkdir()
    hostile.mkdir()
    (hostile / "matplotlibrc").write_text(HOSTILE)
    expected = hashes_elsewhere(plain, TZ="UTC")
    assert expected.count("\n") == 3
    assert hashes_elsewhere(hostile, TZ="Asia/Tokyo", SOURCE_DATE_EPOCH="1", LC_ALL="C") == expected


@pytest.mark.slow
@pytest.mark.parametrize("form", CHART_FORMATS)
def test_the_same_bytes_twice_and_in_threads(form: ChartFormat) -> None:
    view = journey(5)
    expected = render(view, form).data
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(lambda _: render(view, form).data, range(4))) == {expected}
    assert b"atplotlib" not in expected
    assert mpl.__version__.encode() not in expected


@pytest.mark.parametrize("form", CHART_FORMATS)
def test_settings_of_the_process_are_left_as_they_were(form: ChartFormat) -> None:
    with mpl.rc_context({"font.size": 33.0, "text.usetex": True}):
        before = dict(mpl.rcParams)
        save(scene(journey(1)), form)
        assert dict(mpl.rcParams) == before


def test_warnings_of_the_process_are_left_as_they_were() -> None:
    before, interval = list(warnings.filters), sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as pool:
            list(pool.map(lambda count: render(journey(count, 1, "arabic"), "svg"), range(1, 9)))
    finally:
        sys.setswitchinterval(interval)
    assert list(warnings.filters) == before


def test_a_character_that_no_font_has_is_said_once_and_the_chart_is_made() -> None:
    view = journey(5, 1, "plain")
    picture = render(
        type(view)(**{**{name: getattr(view, name) for name in view.__slots__}, "title": "\U000e1234\u0378 x"}), "png"
    )
    (remark,) = picture.remarks
    assert "\u0378" in remark
    assert picture.data
