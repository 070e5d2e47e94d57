"""PDF: a title, no date, and text that is copied as it is read."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

import pytest
from matplotlib.backends.backend_pdf import pdfRepr
from tests.output.charts.journeys import journey

from cxmap.output.charts.render import render
from cxmap.output.drawing.options import ChartOptions

if TYPE_CHECKING:
    from collections.abc import Callable


def test_pdf_has_a_title_and_no_date() -> None:
    data = render(journey(1), "pdf").data
    assert data.startswith(b"%PDF")
    assert b"/Title" in data
    assert b"/Subject" in data
    assert b"Date" not in data


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
