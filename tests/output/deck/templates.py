"""Templates as organisations have them, made out of cxmap's own."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

from pptx import Presentation
from pptx.oxml import parse_xml

from cxmap.output.drawing.pptx import default_template

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

TYPES = "[Content_Types].xml"
MAIN = b"presentationml.presentation.main+xml"
NAVY = b"0B2545"


def changed(data: bytes, parts: Mapping[str, bytes | Callable[[bytes], bytes]]) -> bytes:
    """An archive with other parts, or more."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in dict.fromkeys([*given.namelist(), *parts]):
            new = parts.get(name, lambda old: old)
            archive.writestr(name, new if isinstance(new, bytes) else new(given.read(name)))
    return out.getvalue()


def saved(deck: Any) -> bytes:
    file = io.BytesIO()
    deck.save(file)
    return file.getvalue()


def as_kind(data: bytes, kind: str) -> bytes:
    """As a template, a slide show or a file with macros."""
    return changed(data, {TYPES: lambda types: types.replace(MAIN, kind.encode())})


def potx(data: bytes) -> bytes:
    return as_kind(data, "presentationml.template.main+xml")


def deck_of(data: bytes | None = None) -> Any:
    return Presentation(io.BytesIO(data or default_template()))


def dark(ground: bytes = NAVY) -> bytes:
    """White on one dark colour, with two sample slides and a link."""
    deck = deck_of()
    master = deck.slide_master
    mapping = master._element.xpath("./p:clrMap")[0]
    for key, value in (("bg1", "dk1"), ("tx1", "lt1"), ("bg2", "dk2"), ("tx2", "lt2")):
        mapping.set(key, value)
    (theme,) = [rel.target_part for rel in master.part.rels.values() if rel.reltype.endswith("/theme")]
    theme._blob = theme.blob.replace(b"1B1F24", ground)
    for number in range(2):
        slide = deck.slides.add_slide(deck.slide_layouts.get_by_name("Title Only"))
        slide.shapes.title.text = f"Sample {number}"
    return potx(saved(deck))


def patterned() -> bytes:
    """A gradient behind everything."""
    deck = deck_of()
    ground = deck.slide_master._element.xpath("./p:cSld/p:bg/p:bgPr")[0]
    ground.remove(ground[0])
    ground.insert(
        0,
        parse_xml(
            '<a:gradFill xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:gsLst><a:gs pos="0">'
            '<a:srgbClr val="000000"/></a:gs><a:gs pos="100000"><a:srgbClr val="FFFFFF"/></a:gs></a:gsLst></a:gradFill>'
        ),
    )
    return saved(deck)


def of_size(width: int, height: int) -> bytes:
    """Slides of other proportions, with everything on them in place."""
    deck = deck_of()
    across, down = width / deck.slide_width, height / deck.slide_height
    deck.slide_width, deck.slide_height = width, height
    for holder in (deck.slide_master, *deck.slide_layouts):
        for shape in holder.shapes:
            shape.left, shape.width = round(shape.left * across), round(shape.width * across)
            shape.top, shape.height = round(shape.top * down), round(shape.height * down)
    return saved(deck)


def named(names: Mapping[str, str]) -> bytes:
    """With layouts by other names."""
    deck = deck_of()
    for layout in deck.slide_layouts:
        layout._element.cSld.set("name", names.get(layout.name, layout.name))
    return saved(deck)


def without_titles() -> bytes:
    deck = deck_of()
    for holder in (deck.slide_master, *deck.slide_layouts):
        for shape in list(holder.placeholders):
            if "TITLE" in shape.placeholder_format.type.name:
                shape._element.getparent().remove(shape._element)
    return saved(deck)


def with_layouts(count: int) -> bytes:
    """With so many layouts: none, or the last one again and again."""
    deck = deck_of()
    if count == 0:
        master = deck.slide_master._element
        for entry in master.xpath("./p:sldLayoutIdLst/p:sldLayoutId"):
            entry.getparent().remove(entry)
        return saved(deck)
    layouts = list(deck.slide_layouts)
    for layout in layouts[count:]:
        deck.slide_layouts.remove(layout)
    return saved(deck)
