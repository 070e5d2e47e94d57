"""PDF: a title, no date, and text that is copied as it is read."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

import pytest
from matplotlib.backends.backend_pdf import pdfRepr
from tests.output.charts.journeys import journey
from tests.output.charts.sheets import map_of

from cxmap.output.charts.render import render, scene
from cxmap.output.drawing.options import ChartOptions

if TYPE_CHECKING:
    from collections.abc import Callable

    from cxmap.choices import Lang
    from cxmap.output.charts.view import View


def test_pdf_has_a_title_and_no_date() -> None:
    data = render(journey(1), "pdf").data
    assert data.startswith(b"%PDF")
    assert b"/Title" in data
    assert b"/Subject" in data
    assert b"Date" not in data


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_pdf_has_a_language_true_type_and_its_title_in_the_window(lang: Lang) -> None:
    data = render(journey(5, 2), "pdf", ChartOptions(lang=lang)).data
    (start,) = set(re.findall(rb"/Root (\d+) 0 R", data))
    position = int(re.findall(rb"(\d{10}) 00000 n", data)[int(start) - 1])
    root = data[position : data.index(b"endobj", position)]
    assert b"/Lang (" + lang.encode() in root
    assert b"/DisplayDocTitle true" in root
    assert b"/FontFile2" in data
    assert b"/Type3" not in data


@pytest.mark.slow
def test_each_page_has_the_size_of_its_chart() -> None:
    views: tuple[View, ...] = (journey(5), journey(60), map_of(14))
    picture = render(views[0], "pdf", following=views[1:])
    sizes = [(float(w), float(h)) for w, h in re.findall(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]", picture.data)]
    assert sizes == [pytest.approx((made.width, made.height)) for made in map(scene, views)]
    assert picture.alt.split("\n\n") == [scene(view).alt for view in views]


@pytest.mark.parametrize("title", ["ภาษาไทย น้ำ", "हिन्दी में क्षेत्र", "বাংলা", "l\u0336g\u0337", "(ก้\\)"])
def test_pdf_text_with_marks_says_what_it_reads(title: str, install: Callable[[str], None]) -> None:
    """Glyph by glyph, a letter and its mark would be copied as that letter and mark twice."""
    install(title)
    made = render(journey(1), "pdf", ChartOptions(title=title))
    assert not made.remarks
    streams = re.findall(rb"FlateDecode >>\nstream\n(.*?)\nendstream", made.data, re.DOTALL)
    drawn = b"".join(map(zlib.decompress, streams))
    assert drawn.count(b"/ActualText") == drawn.count(b"BDC") == drawn.count(b"EMC") == 1
    assert pdfRepr(title) in drawn
