"""SVG: described, well formed, and every point and text in it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
from tests.output.charts.journeys import journey

from cxmap.output.charts.render import render, scene
from cxmap.output.drawing.options import ChartOptions

SVG = "{http://www.w3.org/2000/svg}"


def test_svg_is_described() -> None:
    picture = render(journey(5, 1, "markup"), "svg", ChartOptions(lang="nl"))
    root = ET.fromstring(picture.data)
    assert root.tag == f"{SVG}svg"
    assert root.get("role") == "img"
    assert root.get("lang") == "nl"
    title, description = root[0], root[1]
    assert (title.tag, title.text) == (f"{SVG}title", journey(5, 1, "markup").title)
    assert (description.tag, description.text) == (f"{SVG}desc", picture.alt)
    assert (root.get("aria-labelledby"), root.get("aria-describedby")) == (title.get("id"), description.get("id"))


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
