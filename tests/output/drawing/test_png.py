"""PNG: its size, its text, pictures too large or without a pixel, and parts that meet without a seam."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image, ImageChops
from PIL.PngImagePlugin import PngImageFile
from tests.output.charts.journeys import journey

from cxmap.output.charts.render import render, scene
from cxmap.output.drawing.options import ChartError
from cxmap.output.drawing.save import save


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
