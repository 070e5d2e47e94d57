"""PPTX: every chart as shapes that python-pptx reads back, every text in it once, and the same bytes each time."""

from __future__ import annotations

import datetime as dt
import io
import sys
import zipfile
from itertools import chain, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE, MSO_SHAPE_TYPE
from tests.output.charts.journeys import TEXTS, journey

from cxmap.choices import CHARTS
from cxmap.errors import MissingExtraError
from cxmap.output.charts.catalogue import Wish, plan
from cxmap.output.charts.render import render, scene
from cxmap.output.drawing.options import ChartError, ChartOptions
from cxmap.output.drawing.pptx import add_scene, default_template, pptx
from cxmap.output.drawing.pptx_shapes import EMU
from cxmap.output.drawing.save import save
from cxmap.output.drawing.scene import Box, Scene, Shape, block, polygon, polyline, rectangle
from cxmap.output.drawing.symbols import circle
from cxmap.output.drawing.theme import THEMES
from cxmap.output.drawing.typesetting import TextStyle, Typesetter
from cxmap.project.load import load
from cxmap.text.escape import xml_characters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pptx.slide import Slide

    from cxmap.output.drawing.scene import Item

EXAMPLE = Path(__file__).parents[3] / "examples/running-shoes"
NAMES = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}


def opened(data: bytes) -> Slide:
    deck = Presentation(io.BytesIO(data))
    assert len(deck.slides) == 1
    slide: Slide = deck.slides[0]
    return slide


def elements(slide: Slide, path: str) -> list[Any]:
    found: list[Any] = slide.element.xpath(path)
    return found


def texts(slide: Slide) -> list[str]:
    return [str(element.text) for element in elements(slide, "//p:cSld//a:t")]


def shapes(slide: Slide) -> Iterator[Any]:
    """All shapes, those of groups in their place."""
    waiting = list(reversed(list(slide.shapes)))
    while waiting:
        shape: Any = waiting.pop()
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            waiting += reversed(list(shape.shapes))
        else:
            yield shape


def assert_sound(slide: Slide, drawn: Scene) -> None:
    ids = elements(slide, "//p:cNvPr/@id")
    assert len(ids) == len(set(ids))
    extents = [int(value) for value in elements(slide, "//p:cSld//a:ext/@cx | //p:cSld//a:ext/@cy")][2:]
    assert min(extents) > 0  # the first two are those of the slide's own tree, which python-pptx leaves at 0
    assert texts(slide) == [xml_characters(words.line.text) for words in drawn.words]
    assert {element.get("wrap") for element in elements(slide, "//a:bodyPr")} <= {"none"}
    (whole,) = slide.shapes
    about = elements(slide, "/p:sld/p:cSld/p:spTree/p:grpSp/p:nvGrpSpPr/p:cNvPr")[0]
    assert (about.get("descr"), about.get("title")) == (xml_characters(drawn.alt), xml_characters(drawn.title))
    assert whole.shape_type == MSO_SHAPE_TYPE.GROUP
    for shape in shapes(slide):
        if shape._element.xpath(".//a:t"):
            assert shape.left >= 0
            assert shape.left + shape.width <= drawn.width * EMU + 1


@pytest.fixture(scope="module")
def example() -> dict[str, Scene]:
    """Every chart of the example, laid out."""
    project = load([str(EXAMPLE)], today=dt.date(2026, 7, 1), cwd=EXAMPLE)
    documents = [document for document, journey in project.journey_documents() if journey.id == "first-shoes"]
    planned = plan(project, documents, CHARTS, Wish())
    return {wanted.stem: scene(wanted.view) for wanted in planned if not isinstance(wanted.view, ChartError)}


@pytest.mark.slow
def test_each_chart_is_drawn_in_shapes_with_every_text_once(example: dict[str, Scene]) -> None:
    assert len(example) == len({*CHARTS} - {"drivers"})  # no survey of it asks for an overall mark
    for drawn in example.values():
        data = pptx(drawn)
        slide = opened(data)
        assert_sound(slide, drawn)
        deck = slide.part.package.presentation_part.presentation
        assert deck.slide_width == pytest.approx(drawn.width * EMU, abs=1)
        assert deck.slide_height == pytest.approx(drawn.height * EMU, abs=1)
        assert len([shape for shape in shapes(slide) if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]) == sum(
            type(item).__name__ == "Photo" for item in drawn.items
        )
        assert {part.date_time for part in zipfile.ZipFile(io.BytesIO(data)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_same_bytes_twice(example: dict[str, Scene]) -> None:
    for drawn in (example["first-shoes.personas"], example["dashboard"]):
        assert pptx(drawn) == pptx(drawn)


def test_several_charts_are_slides_of_one_size_and_too_small_ones_are_said() -> None:
    views = [journey(5), journey(40)]
    picture = render(views[0], "pptx", following=views[1:])
    deck = Presentation(io.BytesIO(picture.data))
    assert (deck.slide_width, deck.slide_height) == (12_192_000, 6_858_000)
    for slide, view in zip(deck.slides, views, strict=True):
        assert texts(slide) == [words.line.text for words in scene(view).words]
        (whole,) = slide.shapes
        assert whole.left >= 0
        assert whole.left + whole.width <= deck.slide_width
    (small,) = [remark for remark in picture.remarks if "points on a slide" in remark]
    assert small.endswith("in a file of its own a chart has a slide of its size")


def test_a_photo_has_a_description(example: dict[str, Scene]) -> None:
    pictures = [
        shape
        for shape in shapes(opened(pptx(example["first-shoes.personas"])))
        if shape.shape_type == MSO_SHAPE_TYPE.PICTURE
    ]
    assert pictures
    assert all(picture._element.nvPicPr.cNvPr.get("descr") for picture in pictures)


@pytest.mark.parametrize("kind", TEXTS)
def test_any_text_is_text(kind: str) -> None:
    drawn = scene(journey(5, 2, kind))
    assert_sound(opened(pptx(drawn)), drawn)


def test_a_block_of_text_is_one_box_that_ends_its_lines_itself() -> None:
    drawn = scene(journey(8, 1))
    slide = opened(pptx(drawn))
    breaks = len(elements(slide, "//a:br"))
    boxes = sum(bool(shape._element.xpath(".//a:t")) for shape in shapes(slide))
    lines = list(drawn.words)
    assert boxes + breaks == len(lines)
    assert breaks == sum(one.group == after.group and one.x == after.x for one, after in pairwise(lines))
    assert breaks > 5


def test_a_block_placed_twice_is_two_boxes() -> None:
    five = Typesetter().line("5", TextStyle(8))
    drawn = _drawn(*block(five, 20, 30, "#000000"), *block(five, 90, 200, "#000000"))
    assert [(shape.left, shape.text_frame.text) for shape in shapes(opened(pptx(drawn)))] == [
        (20 * EMU, "5"),
        (90 * EMU, "5"),
    ]


def test_words_are_in_the_language_of_the_chart_and_in_the_font_of_the_theme() -> None:
    for lang, locale in (("en", "en-GB"), ("nl", "nl-NL")):
        slide = opened(pptx(scene(journey(3), ChartOptions(lang=lang))))  # type: ignore[arg-type]  # one of Lang
        assert {run.get("lang") for run in elements(slide, "//p:cSld//a:rPr")} == {locale}
        assert {run.get("typeface") for run in elements(slide, "//p:cSld//a:rPr/a:latin")} == {"+mn-lt"}
        assert slide.part.package.core_properties.language == locale
    slide = opened(save(scene(journey(3)), "pptx", font='House "Sans" & Co'))
    assert {run.get("typeface") for run in elements(slide, "//p:cSld//a:rPr/*[@typeface]")} == {'House "Sans" & Co'}


def _drawn(*items: Item) -> Scene:
    return Scene(width=400, height=300, paper="#102030", items=items, title="t", alt="a", lang="en", faces=())


@pytest.mark.parametrize(
    ("item", "kind"),
    [
        (rectangle(Box(10, 20, 110, 70), fill="#ff0000", stroke="#00ff00", width=2), MSO_SHAPE.RECTANGLE),
        (circle(60, 45, 30, fill="#ff0000"), MSO_SHAPE.OVAL),
        (polygon([(10, 20), (110, 70), (10, 70)], fill="#ff0000"), "freeform"),
        (Shape((("M", (0, 0)), ("Q", (5, 5, 10, 0)), ("C", (1, 2, 3, 4, 5, 6))), stroke="#ff0000"), "freeform"),
    ],
)  # fmt: skip
def test_what_powerpoint_has_a_name_for_is_that_shape(item: Shape, kind: object) -> None:
    (shape,) = shapes(opened(pptx(_drawn(item))))
    if kind == "freeform":
        assert shape._element.xpath(".//a:custGeom")
    else:
        assert shape.auto_shape_type == kind
        xs, ys = ([number for _, numbers in item.segments for number in numbers[i::2]] for i in (0, 1))
        assert (shape.left, shape.top) == (round(min(xs) * EMU), round(min(ys) * EMU))
        assert (shape.width, shape.height) == (round((max(xs) - min(xs)) * EMU), round((max(ys) - min(ys)) * EMU))


@pytest.mark.parametrize(("end", "flip"), [((90, 80), None), ((90, 20), "1"), ((90, 50), None)])
def test_a_line_rises_or_falls_as_drawn(end: tuple[float, float], flip: str | None) -> None:
    (line,) = shapes(opened(pptx(_drawn(polyline([(10, 50), end], "#ff0000", 1.5, (2, 2))))))
    assert line._element.xpath(".//a:xfrm")[0].get("flipV") == flip
    assert line.line.width == round(1.5 * EMU)
    assert line._element.xpath(".//a:prstDash/@val") == ["sysDot"]
    assert (line.width, line.height) == (80 * EMU, max(1, abs(end[1] - 50) * EMU))


def test_the_dashes_of_series_differ() -> None:
    for theme in THEMES.values():
        lines = [polyline([(0, 0), (9, 9)], one.color, 2.4, one.dash) for one in theme.series]
        found = opened(pptx(_drawn(*lines)))
        dashes = [tuple(line._element.xpath(".//a:prstDash/@val")) for line in shapes(found)]
        assert len(set(dashes)) == len(theme.series)


def test_the_ground_is_the_papers_colour_or_a_rectangle_on_a_foreign_slide() -> None:
    drawn = _drawn(circle(60, 45, 30, fill="#ff0000"))
    assert elements(opened(pptx(drawn)), "//p:bg//a:srgbClr/@val") == ["102030"]
    deck = Presentation(io.BytesIO(default_template()))
    slide = deck.slides.add_slide(deck.slide_layouts.get_by_name("Title Only"))
    add_scene(slide, drawn, left=100, top=50, ground=drawn.paper)
    ground, dot = (shape for shape in shapes(slide) if not shape.is_placeholder)
    assert (ground.left, ground.top, ground.width, ground.height) == tuple(n * EMU for n in (100, 50, 400, 300))
    assert (dot.left, dot.top) == (130 * EMU, 65 * EMU)
    ids = elements(slide, "//p:cNvPr/@id")
    assert len(ids) == len(set(ids))


def test_a_chart_larger_than_slides_can_be_is_refused_with_a_remedy() -> None:
    with pytest.raises(ChartError, match="83 × 20 inches, and a slide has 56 × 56 at most: ask for --width 56"):
        pptx(Scene(width=83 * 72, height=20 * 72, paper="#ffffff", items=(), title="", alt="", lang="en", faces=()))


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pptx", None)
    with pytest.raises(MissingExtraError, match=r"^writing PPTX needs an extra: pip install 'cxmap\[slides\]'$"):
        pptx(_drawn())


def test_the_template_has_the_layouts_that_are_asked_for_by_name() -> None:
    deck = Presentation(io.BytesIO(default_template()))
    assert (deck.slide_width, deck.slide_height) == (12_192_000, 6_858_000)
    assert [layout.name for layout in deck.slide_layouts] == ["Title Slide", "Title and Content", "Title Only", "Blank"]
    for shape in chain(deck.slide_master.shapes, *(layout.shapes for layout in deck.slide_layouts)):
        assert 0 <= shape.left < shape.left + shape.width <= deck.slide_width
        assert 0 <= shape.top < shape.top + shape.height <= deck.slide_height
