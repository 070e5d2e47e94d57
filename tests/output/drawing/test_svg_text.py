"""SVG with real text: what it says, how wide it is held, what stays outlines, and several on one page."""

from __future__ import annotations

import itertools
import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest
from tests.output.charts.journeys import journey
from tests.output.charts.sheets import map_of

from cxmap.api import load
from cxmap.output.charts.catalogue import Wish, plan
from cxmap.output.charts.render import render, scene
from cxmap.output.drawing import webfonts
from cxmap.output.drawing.options import ChartError, ChartOptions

if TYPE_CHECKING:
    from cxmap.choices import Chart
    from cxmap.output.charts.view import View

SVG = "{http://www.w3.org/2000/svg}"


def first_shoes(chart: Chart, *personas: str) -> View:
    """What a chart of an example shows."""
    project = load("examples/running-shoes")
    journey = project.definition("journeys", "first-shoes")
    assert journey is not None
    (planned,) = plan(project, [journey.document], [chart], Wish(personas))
    assert not isinstance(planned.view, ChartError)
    return planned.view


def read_aloud(root: ET.Element) -> list[str]:
    """All lines of text of an SVG, whether they are text or outlines, in order."""
    lines = []
    for element in root.iter():
        if element.tag == f"{SVG}text":
            lines.append("".join([element.text or "", *(child.tail or "" for child in element)]))
        elif element.tag == f"{SVG}g" and element.get("aria-label"):
            lines.append(element.get("aria-label") or "")
    return lines


@pytest.mark.parametrize("texts", ["plain", "markup", "control", "emoji", "arabic", "chinese"])
def test_every_line_is_text_or_labelled_outlines(texts: str) -> None:
    view = journey(14, 2, texts)
    root = ET.fromstring(render(view, "svg", svg_text="text").data)
    words = list(scene(view).words)
    assert read_aloud(root) == [item.line.text for item in words]
    kinds = [
        element.tag == f"{SVG}text"
        for element in root.iter()
        if element.tag == f"{SVG}text" or (element.tag == f"{SVG}g" and element.get("aria-label"))
    ]
    assert kinds == [webfonts.CHARACTERS.issuperset(item.line.text) for item in words]
    assert any(kinds)


def test_text_is_held_to_the_width_that_was_measured() -> None:
    view = journey(5)
    words = list(scene(view).words)
    found = list(ET.fromstring(render(view, "svg", svg_text="text").data).iter(f"{SVG}text"))
    assert len(found) == len(words)
    for element, item in zip(found, words, strict=True):
        assert element.get("lengthAdjust") == "spacingAndGlyphs"
        for name, value in (("textLength", item.line.width), ("x", item.box.left), ("y", item.y)):
            assert float(element.get(name, "nan")) == pytest.approx(value, abs=0.006)


def test_a_file_brings_its_fonts_and_is_smaller_than_outlines() -> None:
    view = map_of(30)
    outlines, text = (render(view, "svg", svg_text=kind).data for kind in ("outlines", "text"))
    assert text.count(b"@font-face") == 2
    assert b"@font-face" not in outlines
    assert len(text) < len(outlines)
    assert not re.search(rb"https?://(?!www\.w3\.org/)", text)


def test_lines_of_one_text_share_a_group() -> None:
    words = list(scene(journey(5, 2, "long text")).words)
    texts = [list(group) for _, group in itertools.groupby(words, key=lambda item: item.group)]
    assert len({text[0].group for text in texts}) == len(texts)
    assert any(len(text) > 2 for text in texts)
    for text in texts:
        assert len({(item.name, item.size, item.color, item.align) for item in text}) == 1


@pytest.mark.parametrize("chart", ["emotion", "map", "matrix"])
def test_every_point_says_its_score_how_many_answered_and_its_source(chart: Chart) -> None:
    drawn = scene(first_shoes(chart, "andre"), ChartOptions(lang="en"))
    points = [item for item in drawn.outlines if item.name.startswith("point-")]
    titles = " ".join(point.title for point in points)
    assert all(point.title for point in points)
    for part in ("Goes for the first run, André Smits: ", "experience 8.2", "importance 9.8", "Survey after the visit"):
        assert part in titles
    assert "n = " in titles
    assert "assumption" in titles
