"""Charts as elements of a page: what they say, where they lead, their colours, and the shapes that they draw."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.output.charts.journeys import journey
from tests.output.drawing.test_svg_text import first_shoes
from tests.profiles import examples

from cxmap.output.charts.render import scene
from cxmap.output.drawing import theme
from cxmap.output.drawing.options import ChartOptions
from cxmap.output.drawing.outlines import number, steps
from cxmap.output.drawing.scene import Box, Photo, Shape, polyline, rectangle, titled
from cxmap.output.drawing.svg import svg
from cxmap.output.drawing.symbols import circle
from cxmap.output.drawing.web_svg import WebCharts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from cxmap.choices import Chart, ThemeName
    from cxmap.output.drawing.scene import Item, Scene, Segment

Element = tuple[str, dict[str, str], str]
"""A tag, its attributes, and its own text."""


class Parser(HTMLParser):
    """What a browser reads: the elements, and whether each is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.unclosed: list[int] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.unclosed.append(len(self.elements))
        self.elements.append((tag, {name: value or "" for name, value in attrs}, ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}, ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.elements[self.unclosed.pop()][0] == tag

    def handle_data(self, data: str) -> None:
        tag, attrs, text = self.elements[self.unclosed[-1]]
        self.elements[self.unclosed[-1]] = (tag, attrs, text + data)


def read(html: str) -> list[Element]:
    parser = Parser()
    parser.feed(html)
    assert parser.unclosed == []
    return parser.elements


def element(drawn: Scene, *, anchors: Collection[str] = (), tips: bool = True) -> str:
    return WebCharts(anchors).element(drawn, "c1", described_by="words", tips=tips)


def sheet(items: Iterable[Item]) -> Scene:
    """A scene of some items."""
    return replace(scene(journey(1)), items=tuple(items), width=100, height=100)


@pytest.mark.parametrize("texts", ["plain", "markup", "control", "emoji", "arabic", "chinese"])
def test_every_line_is_text_or_labelled_outlines(texts: str) -> None:
    drawn = scene(journey(14, 2, texts))
    found = read(element(drawn))
    said = [attrs.get("aria-label", text) for tag, attrs, text in found if tag in {"text", "tspan", "g"}]
    said = [" ".join(text.split()) for text in said if text.strip()]
    # Outlines are in another order than text only where they do not touch.
    assert Counter(said) == Counter(" ".join(item.line.text.split()) for item in drawn.words if item.line.text.strip())


def test_lines_of_a_text_are_one_text_in_their_places() -> None:
    drawn = scene(journey(5, 2, "long text"))
    tall = max((item.group for item in drawn.words), key=[item.group for item in drawn.words].count)
    lines = [item for item in drawn.words if item.group == tall]
    found = read(element(drawn))
    place = {"x": number(lines[0].box.left), "y": number(lines[0].y)}
    (start,) = [i for i, (tag, attrs, _) in enumerate(found) if tag == "text" and place.items() <= attrs.items()]
    read_ = found[start : start + len(lines)]
    assert [text.strip() for _, _, text in read_] == [item.line.text for item in lines]
    assert [float(attrs["x"]) for _, attrs, _ in read_] == pytest.approx([item.box.left for item in lines], abs=0.06)
    y = float(read_[0][1]["y"]) + sum(float(attrs["dy"]) for _, attrs, _ in read_[1:])
    assert y == pytest.approx(lines[-1].y, abs=0.06)


def test_charts_on_one_page_share_looks_and_no_ids() -> None:
    page = WebCharts()
    drawn = scene(journey(5, 2, "arabic"))
    html = page.element(drawn, "a", described_by="x") + page.element(drawn, "b", described_by="x")
    found = read(html)
    ids = [attrs["id"] for _, attrs, _ in found if "id" in attrs]
    assert len(ids) == len(set(ids)) > 20
    assert {name[:2] for name in ids} == {"a-", "b-"}
    assert {attrs["href"][1:] for tag, attrs, _ in found if tag == "use"} <= set(ids)
    classes = {attrs["class"] for _, attrs, _ in found if "class" in attrs}
    assert classes == set(re.findall(r"\.(\w+)\{", page.classes()))
    assert "style=" not in html


@pytest.mark.parametrize("personas", [1, 4])
def test_colours_are_those_of_both_themes(personas: int) -> None:
    page = WebCharts()
    view = journey(14, personas)
    page.element(scene(view), "a", described_by="x")
    assert "#" not in page.classes()
    names: tuple[ThemeName, ThemeName] = ("light", "dark")
    for dark, name in zip((False, True), names, strict=True):
        used = set(re.findall(r"#[0-9A-F]{6}", page.variables(dark=dark)))
        drawn = svg(scene(view, ChartOptions(theme=name)), "text").decode()
        assert used == set(re.findall(r'(?:fill|stroke)="(#[0-9A-F]{6})"', drawn))
    assert set(re.findall(r"var\((--\w+)\)", page.classes())) == set(re.findall(r"(--\w+):", page.variables(dark=True)))


def test_titles_are_data_and_links_lead_to_what_is_on_the_page() -> None:
    drawn = sheet(titled([circle(5, 5, 2, fill="#000000", name="point")], "<b>7.4</b> & 'more'", "touchpoint.a.b"))
    for anchors, links in (((), []), (("touchpoint.a.c",), []), (("touchpoint.a.b",), ["#touchpoint.a.b"])):
        found = read(element(drawn, anchors=anchors))
        assert [attrs["href"] for tag, attrs, _ in found if tag == "a"] == links
        assert [text for tag, _, text in found if tag == "title"][1:] == ["<b>7.4</b> & 'more'"]
        assert dict(found[0][1])["role"] == ("group" if links else "img")
    assert [text for tag, _, text in read(element(drawn, tips=False)) if tag == "title"][1:] == []


def test_keys_stop_once_at_each_place() -> None:
    point = titled([circle(5, 5, 2, fill="#000000", name="point")], "7.4", "touchpoint.a.b")
    between = circle(50, 50, 2, fill="#000000")
    found = read(element(sheet([*point, between, *point]), anchors=["touchpoint.a.b"]))
    assert [attrs.get("tabindex") for tag, attrs, _ in found if tag == "a"] == [None, "-1"]


@pytest.mark.parametrize("chart", ["emotion", "map", "matrix", "blueprint", "roadmap", "dashboard"])
def test_what_a_chart_shows_leads_to_the_page_of_a_project(chart: Chart) -> None:
    drawn = scene(first_shoes(chart))
    shown = {item.link for item in drawn.items if not isinstance(item, Photo) and item.link}
    kinds = {"roadmap": {"action"}, "dashboard": {"metric"}, "matrix": {"touchpoint"}}
    assert {link.split(".")[0] for link in shown} == kinds.get(chart, {"touchpoint", "stage"})
    assert {attrs["href"][1:] for tag, attrs, _ in read(element(drawn, anchors=shown)) if tag == "a"} == shown


BLACK, WHITE = "#000000", "#FFFFFF"


def test_lines_of_one_look_are_one_where_nothing_comes_between() -> None:
    def line(y: float) -> Shape:
        return polyline([(10, y), (90, y)], BLACK)

    def cover(y: float) -> Shape:
        return rectangle(Box(20, y - 5, 30, y + 5), fill=WHITE)

    for between, count in (([], 1), ([cover(80)], 1), ([cover(40)], 2)):
        found = read(element(sheet([line(20), *between, line(40)])))
        assert len([1 for tag, attrs, _ in found if tag == "path" and "h80" in attrs["d"]]) == count


def test_filled_shapes_that_overlap_stay_apart() -> None:
    """In one outline, where they overlap would be inside twice, or outside."""
    boxes = [rectangle(Box(x, 10, x + 20, 30), fill=BLACK, stroke=WHITE) for x in (10, 25, 60)]
    found = read(element(sheet(boxes)))
    assert [attrs["d"].count("M") for tag, attrs, _ in found if tag == "path"][-2:] == [1, 2]


NUMBERS = st.floats(-2000, 2000).map(lambda value: round(value, 3))
POINTS = st.lists(st.tuples(NUMBERS, NUMBERS), min_size=1, max_size=6)


@given(st.lists(POINTS, min_size=1, max_size=3), st.booleans())
@examples(60)
def test_steps_lead_where_the_outline_does(parts: list[list[tuple[float, float]]], closed: bool) -> None:
    outline: list[Segment] = []
    for part in parts:
        outline += [("L" if i else "M", point) for i, point in enumerate(part)]
        outline += [("Z", ())] if closed else []
    walked = walk("".join(steps(tuple(outline))))
    assert len(walked) == sum(map(len, parts))
    for ours, theirs in zip(walked, [point for part in parts for point in part], strict=True):
        assert ours == pytest.approx(theirs, abs=0.11)


def walk(way: str) -> list[tuple[float, float]]:
    """The corners that a ``d`` of straight steps passes: a reader of its own, from the specification of SVG."""
    points: list[tuple[float, float]] = []
    here = begin = (0.0, 0.0)
    for kind, text in re.findall(r"([MmlhvzZ])([^MmlhvzZ]*)", way):
        values = [float(value) for value in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", text)]
        if kind in "zZ":
            here = begin
            continue
        pairs: Sequence[tuple[float, float]] = (
            [(value, 0.0) for value in values]
            if kind == "h"
            else [(0.0, value) for value in values]
            if kind == "v"
            else list(zip(values[::2], values[1::2], strict=True))
        )
        for x, y in pairs:
            here = (x, y) if kind == "M" else (here[0] + x, here[1] + y)
            if kind in "Mm":
                begin = here
            points.append(here)
    return points


def test_circles_are_arcs_and_ellipses_are_not() -> None:
    round_ = circle(50, 40, 3, fill=BLACK).segments
    assert steps(round_) == ("M53 40", "a3 3 0 1 1-6 0 3 3 0 1 1 6 0z")
    high = tuple((kind, tuple(v * 2 if i % 2 else v for i, v in enumerate(values))) for kind, values in round_)
    assert "a" not in steps(high)[1]


@pytest.mark.parametrize(
    ("value", "text"), [(0.5, ".5"), (-0.5, "-.5"), (-0.01, "0"), (12.04, "12"), (1000, "1000"), (10.0, "10")]
)
def test_numbers_say_no_more_than_they_must(value: float, text: str) -> None:
    assert number(value) == text


def test_a_theme_that_is_not_light_keeps_its_colours() -> None:
    page = WebCharts()
    page.element(scene(journey(5), ChartOptions(theme="dark")), "a", described_by="x")
    assert page.variables(dark=True) == ""
    assert theme.DARK.ink in page.classes()


def test_an_element_is_sound_xml_but_for_its_quotation_marks() -> None:
    html = element(scene(journey(5, 2, "markup")))
    quoted = re.sub(r'(?<=[\w"]) (\w[\w-]*)=([^\s"<>]+?)(?=[\s>]| ?/>)', r' \1="\2"', html)
    ET.fromstring(quoted)
