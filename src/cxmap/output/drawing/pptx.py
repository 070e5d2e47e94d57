"""Scenes as PowerPoint's own shapes, which can be moved, coloured and written in; as a file, a slide each.

The XML of shapes is that of :mod:`cxmap.output.drawing.pptx_shapes`; the package round it is python-pptx's.
"""

from __future__ import annotations

import datetime as dt
import io
import itertools
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from cxmap.errors import MissingExtraError
from cxmap.output.drawing.options import ChartError
from cxmap.output.drawing.pptx_shapes import EMU, LOCALES, NAMESPACES, Drawing, color_xml, element
from cxmap.output.drawing.scene import Box
from cxmap.text import escape as boundary

if TYPE_CHECKING:
    from types import ModuleType

    from cxmap.output.drawing.scene import Item, Scene

_LARGEST = 56 * 72  # points: no slide is wider or higher
_SMALLEST = 72
_UNDATED = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - the package's dates have no time zone


def pptx(scene: Scene, *following: Scene, font: str | None = None) -> bytes:
    """Write a scene as a presentation of one slide that has its size.

    Args:
        scene: What to draw.
        following: What to draw on further slides, of the same size.
        font: The name of the font of all text; ``None``: the theme's.

    Raises:
        ChartError: No slide is so large.
        MissingExtraError: python-pptx is not installed.
    """
    library = load()
    if max(scene.width, scene.height) > _LARGEST:
        inches = f"{scene.width / 72:.0f} × {scene.height / 72:.0f}"
        raise ChartError(
            f"{inches} inches, and a slide has {_LARGEST // 72} × {_LARGEST // 72} at most: ask for --width "
            f"{_LARGEST // 72}, or for PDF or SVG"
        )
    deck = library.Presentation(io.BytesIO(default_template()))
    _resize(deck, max(scene.width, _SMALLEST), max(scene.height, _SMALLEST))
    for drawn in (scene, *following):
        slide = deck.slides.add_slide(deck.slide_layouts.get_by_name("Blank"))
        set_background(slide, drawn.paper)
        add_scene(slide, drawn, font=font)
    describe(deck, title=scene.title, about=scene.alt, lang=scene.lang)
    return saved(deck)


def load() -> ModuleType:
    """python-pptx.

    Raises:
        MissingExtraError: It is not installed.
    """
    try:
        import pptx as library
    except ImportError:
        raise MissingExtraError("writing PPTX", "slides") from None
    return library


def default_template() -> bytes:
    """The presentation without slides that cxmap brings: 16:9, Arial, and the layouts of ``tools/deck_template.py``."""
    return files("cxmap.output.drawing").joinpath("default.pptx").read_bytes()


def describe(deck: Any, *, title: str, about: str, lang: str) -> None:
    """Fill in the properties of a presentation; dates say nothing, so that the same slides are the same bytes."""
    about_it = deck.core_properties
    about_it.title, about_it.comments = (boundary.xml_characters(text)[:255] for text in (title, about))
    about_it.author = about_it.last_modified_by = "cxmap"
    about_it.language = LOCALES[lang]
    about_it.revision = 1
    about_it.created = about_it.modified = _UNDATED


def saved(deck: Any) -> bytes:
    """The bytes of a presentation, the same each time."""
    from cxmap.io.archive import undated

    file = io.BytesIO()
    deck.save(file)
    return undated(file.getvalue())


def set_background(slide: Any, color: str) -> None:
    """Give a slide a ground of its own."""
    ground = f"<p:bg {NAMESPACES}><p:bgPr><a:solidFill>{color_xml(color)}</a:solidFill><a:effectLst/></p:bgPr></p:bg>"
    slide.element.cSld.insert(0, element(ground))


def add_scene(
    slide: Any, scene: Scene, *, left: float = 0, top: float = 0, font: str | None = None, ground: str | None = None
) -> None:
    """Draw a scene on a slide: one group, described, which moves as one.

    Args:
        slide: A slide of python-pptx.
        scene: What to draw.
        left: Where the scene begins, in points from the slide's left edge.
        top: Where it begins, in points from the upper edge.
        font: The name of the font of all text; ``None``: the theme's.
        ground: The colour of a rectangle behind it; ``None``: the slide is ground enough.
    """
    items: tuple[Item, ...] = scene.items
    if ground:
        from cxmap.output.drawing.scene import rectangle

        items = (rectangle(Box(0, 0, scene.width, scene.height), fill=ground, name="ground"), *items)
    ids = itertools.count(max(map(int, slide.element.xpath("//p:cNvPr/@id")), default=1) + 1)
    drawing = Drawing(scene, left, top, font, ids, lambda data: _embedded(slide, data))
    slide.shapes._spTree.append(element(drawing.whole(items)))  # noqa: SLF001 - it has no method for foreign XML


def _embedded(slide: Any, picture: bytes) -> str:
    """The relationship of a slide to a picture in the package."""
    return str(slide.part.get_or_add_image_part(io.BytesIO(picture))[1])


def _resize(deck: Any, width: float, height: float) -> None:
    """Make the slides of a presentation so many points large, and what its layouts hold with them."""
    across, down = width * EMU / deck.slide_width, height * EMU / deck.slide_height
    deck.slide_width, deck.slide_height = round(width * EMU), round(height * EMU)
    master = deck.slide_master
    for shape in itertools.chain(master.shapes, *(layout.shapes for layout in master.slide_layouts)):
        shape.left, shape.width = round(shape.left * across), round(shape.width * across)
        shape.top, shape.height = round(shape.top * down), round(shape.height * down)
