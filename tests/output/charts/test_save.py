"""Pictures: the same bytes each time, whatever the machine's settings, and a description inside."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import warnings
import xml.etree.ElementTree as ET
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.backends.backend_pdf import pdfRepr
from PIL import Image, ImageChops
from PIL.PngImagePlugin import PngImageFile
from tests.output.charts.journeys import journey

from cxmap.choices import CHART_FORMATS, ChartFormat
from cxmap.output.charts.render import render, scene
from cxmap.output.drawing.options import ChartError, ChartOptions
from cxmap.output.drawing.save import save

SVG = "{http://www.w3.org/2000/svg}"
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


def test_the_same_bytes_with_hostile_settings_and_in_another_time_zone(tmp_path: Path) -> None:
    plain, hostile = tmp_path / "plain", tmp_path / "hostile"
    plain.mkdir()
    hostile.mkdir()
    (hostile / "matplotlibrc").write_text(HOSTILE)
    expected = hashes_elsewhere(plain, TZ="UTC")
    assert expected.count("\n") == 3
    assert hashes_elsewhere(hostile, TZ="Asia/Tokyo", SOURCE_DATE_EPOCH="1", LC_ALL="C") == expected


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


def test_png() -> None:
    picture = render(journey(5), "png")
    with PngImageFile(io.BytesIO(picture.data)) as image:
        assert image.size == (1920, 1080)
        assert image.text == {"Title": journey(5).title, "Description": picture.alt}
    with PngImageFile(io.BytesIO(render(journey(5), "png", dpi=50).data)) as image:
        assert image.size == (666, 375)


def test_a_png_larger_than_memory_is_refused_with_a_remedy() -> None:
    with pytest.raises(
        ChartError, match=r"at 2000 dpi this chart has 400 million pixels.* at most --dpi 774, or for svg"
    ):
        render(journey(1), "png", dpi=2000)


def test_a_png_without_a_pixel_is_refused() -> None:
    with pytest.raises(ChartError, match=r"at 0\.01 dpi this chart has not one pixel"):
        render(journey(1), "png", dpi=0.01)


def test_png_text_of_other_scripts() -> None:
    view = journey(1, 1, "chinese")
    with PngImageFile(io.BytesIO(render(view, "png", dpi=30).data)) as image:
        assert image.text["Title"] == view.title


def test_svg_is_described() -> None:
    picture = render(journey(5, 1, "markup"), "svg", ChartOptions(lang="nl"))
    root = ET.fromstring(picture.data)
    assert root.tag == f"{SVG}svg"
    assert root.get("role") == "img"
    assert root.get("lang") == "nl"
    title, description = root[0], root[1]
    assert (title.tag, title.text) == (f"{SVG}title", journey(5, 1, "markup").title)
    assert (description.tag, description.text) == (f"{SVG}desc", picture.alt)
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"


@pytest.mark.parametrize("texts", ["plain", "markup", "control", "emoji", "arabic"])
def test_svg_is_sound(texts: str) -> None:
    data = render(journey(14, 2, texts), "svg").data
    root = ET.fromstring(data)
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert not list(root.iter(f"{SVG}script"))
    assert not re.search(rb"https?://(?!www\.w3\.org/)", data)


def test_svg_holds_every_point_and_every_text() -> None:
    view = journey(14)
    data = render(view, "svg").data
    ids = {element.get("id") for element in ET.fromstring(data).iter()}
    scored = {i for i, point in enumerate(view.lines[0].points) if point and point.experience}
    assert {f"point-0-{i}" for i in scored} <= ids
    assert {f"no-score-{i}" for i in range(14) if i not in scored} <= ids
    labels = [element.get("aria-label") for element in ET.fromstring(data).iter(f"{SVG}g") if element.get("aria-label")]
    assert labels == [words.line.text for words in scene(view).words]


def test_pdf_has_a_title_and_no_date() -> None:
    data = render(journey(1), "pdf").data
    assert data.startswith(b"%PDF")
    assert b"/Title" in data
    assert b"/Subject" in data
    assert b"Date" not in data


@pytest.mark.parametrize("title", ["ภาษาไทย น้ำ", "हिन्दी में क्षेत्र", "বাংলা", "l\u0336g\u0337", "(ก้\\)"])
def test_pdf_text_with_marks_says_what_it_reads(title: str) -> None:
    """Glyph by glyph, a letter and its mark would be copied as that letter and mark twice."""
    made = render(journey(1), "pdf", ChartOptions(title=title))
    if made.remarks:
        pytest.skip("no installed font has these letters")
    streams = re.findall(rb"FlateDecode >>\nstream\n(.*?)\nendstream", made.data, re.DOTALL)
    drawn = b"".join(map(zlib.decompress, streams))
    assert drawn.count(b"/ActualText") == drawn.count(b"BDC") == drawn.count(b"EMC") == 1
    assert pdfRepr(title) in drawn


def test_a_character_that_no_font_has_is_said_once_and_the_chart_is_made() -> None:
    view = journey(5, 1, "plain")
    picture = render(
        type(view)(**{**{name: getattr(view, name) for name in view.__slots__}, "title": "\U000e1234\u0378 x"}), "png"
    )
    (remark,) = picture.remarks
    assert "\u0378" in remark
    assert picture.data


def test_a_picture_drawn_in_parts_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """A large picture is never whole in memory; the parts meet without a seam, dashes and text included."""
    made = scene(journey(14, 2))
    whole = Image.open(io.BytesIO(save(made, "png")))
    monkeypatch.setattr("cxmap.output.drawing.png._WHOLE", 1)
    monkeypatch.setattr("cxmap.output.drawing.png._PART", whole.width * 97)
    parts = Image.open(io.BytesIO(save(made, "png")))
    assert parts.info == whole.info
    assert (parts.size, parts.mode) == (whole.size, whole.mode)
    assert np.asarray(ImageChops.difference(parts, whole)).max() <= 2
