"""The organisation's own template: opened where it can do no harm, emptied, and its layouts and colours found out."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from cxmap.errors import UsageError
from cxmap.io import archive
from cxmap.output.drawing import pptx
from cxmap.output.drawing.pptx_shapes import EMU
from cxmap.output.drawing.scene import Box
from cxmap.output.drawing.theme import contrast
from cxmap.text.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MAX_PACKED: Final = 128 << 20
"""Bytes of a template."""
MAX_UNPACKED: Final = 256 << 20
"""Bytes that all its parts may have together, pictures and films included."""
MAX_XML: Final = 16 << 20
"""Bytes of its XML, which takes ten times as much memory when it is read."""
MAX_PARTS: Final = 10_000

_TYPES = "[Content_Types].xml"
_PRESENTATION = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_OTHER_KINDS = tuple(
    f"application/vnd.openxmlformats-officedocument.presentationml.{kind}.main+xml".encode()
    for kind in ("template", "slideshow")
)
_TITLE_SLIDES = ("title slide", "titeldia", "titelfolie", "diapositive de titre", "diapositiva de título")
_TITLE_ONLY = ("title only", "alleen titel", "nur titel", "titre seul", "solo el título")
_FOOTERS = ("DATE", "FOOTER", "SLIDE_NUMBER")
_MARGIN = 36.0  # points, where a template says nothing
_GAP = 8.0
_LEAST = 0.4  # of a slide's height, that its body has at least
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


class TemplateError(UsageError):
    """A template that cannot be used. The message is one line that says why and what to do."""


@dataclass(frozen=True, slots=True)
class Template:
    """A presentation without slides, and how slides are to be put on it.

    Attributes:
        deck: The presentation, of python-pptx.
        opening: The layout of the first slide.
        page: The layout of the others.
        body: What is free for their content, in points.
        ground: The colour behind it; ``None``: a picture, a pattern or a gradient.
        ink: The colour of its text where that can be read on the ground; ``None``: it cannot, or is not known.
        font: The name of the font of its text; empty: not said.
        remarks: What whoever gave the template should know.
    """

    deck: Any
    opening: Any
    page: Any
    body: Box
    ground: str | None
    ink: str | None
    font: str
    remarks: tuple[str, ...] = field(default=())

    @property
    def width(self) -> float:
        """Of a slide, in points."""
        return float(self.deck.slide_width) / EMU

    @property
    def height(self) -> float:
        """Of a slide, in points."""
        return float(self.deck.slide_height) / EMU


def own_template() -> Template:
    """The template that cxmap brings."""
    return open_template(pptx.default_template(), "cxmap")


def open_template(data: bytes, name: str) -> Template:
    """Open a foreign template: no macros, nothing that leads elsewhere, none of its slides.

    Args:
        data: A ``.pptx`` or ``.potx``.
        name: What it is called in messages.

    Raises:
        TemplateError: It is no presentation, a damaged one, has macros or no layouts, or would take too much memory.
        MissingExtraError: python-pptx is not installed.
    """
    library = pptx.load()
    deck = _opened(library, _as_presentation(data, name), name)
    remarks = []
    dropped = _drop_links(deck)
    if dropped:
        remarks.append(f"{name}: {dropped} link{'s' if dropped > 1 else ''} to elsewhere not carried over")
    _drop_slides(deck)
    layouts = [layout for master in deck.slide_masters for layout in master.slide_layouts]
    if not layouts:
        raise TemplateError(f"{name} has no slide layouts; add one in PowerPoint: View, Slide Master")
    opening = _opening(layouts)
    page = _page(layouts) or opening
    if title_of(page) is None:
        remarks.append(f"{name}: no layout has a title, which readers with a screen reader need; text boxes have them")
    ground = _ground(page)
    return Template(
        deck=deck,
        opening=opening,
        page=page,
        body=_body(deck, page),
        ground=ground,
        ink=_ink(page, ground),
        font=_font(page),
        remarks=tuple(remarks),
    )


def title_of(layout: Any) -> Any:
    """The placeholder of the title of a layout or slide; ``None`` without one."""
    return next((shape for shape in layout.placeholders if kind_of(shape) in {"TITLE", "CENTER_TITLE"}), None)


def kind_of(placeholder: Any) -> str:
    """The name of a placeholder's type, such as ``SUBTITLE``."""
    return str(placeholder.placeholder_format.type.name)


def _as_presentation(data: bytes, name: str) -> bytes:
    """The file as python-pptx takes it: one string makes the difference between a template and a presentation."""
    if len(data) > MAX_PACKED:
        raise TemplateError(f"{name}: a template of more than {MAX_PACKED >> 20} MiB is not opened; remove pictures")
    try:
        kinds = _checked(data, name)
    except archive.DamagedError:
        raise TemplateError(
            f"{name} is no presentation, a damaged one, or one with a password; save it again as .pptx or .potx"
        ) from None
    if b"macroEnabled" in kinds or b"vbaProject" in kinds:
        raise TemplateError(f"{name} holds macros, which are not carried over; save it as .pptx or .potx without them")
    if _PRESENTATION in kinds:
        return data
    for kind in _OTHER_KINDS:
        if kind in kinds:
            return _with_kinds(data, kinds.replace(kind, _PRESENTATION))
    raise TemplateError(f"{name} is no PowerPoint presentation; save it as .pptx or .potx")


def _checked(data: bytes, name: str) -> bytes:
    """The types of the parts, once all parts have been unpacked into nothing and none is too large."""
    left, left_of_xml = MAX_UNPACKED, MAX_XML
    kinds = b""
    parts = archive.parts(data)
    if len(parts) > MAX_PARTS:
        raise TemplateError(f"{name}: {len(parts):,} parts; a presentation has {MAX_PARTS:,} at most")
    for part in parts:
        is_xml = part.filename.lower().endswith((".xml", ".rels"))
        for chunk in archive.unpacked(data, part):
            left -= len(chunk)
            left_of_xml -= len(chunk) if is_xml else 0
            if left < 0 or left_of_xml < 0:
                limit = f"{MAX_UNPACKED >> 20} MiB" if left < 0 else f"{MAX_XML >> 20} MiB of XML"
                raise TemplateError(
                    f"{name}: a template that unpacks to more than {limit} is not opened; remove slides and pictures"
                )
            if part.filename == _TYPES:
                kinds += chunk
    return kinds


def _with_kinds(data: bytes, kinds: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as changed:
        for part in given.infolist():
            changed.writestr(part.filename, kinds if part.filename == _TYPES else given.read(part))
    return out.getvalue()


def _opened(library: Any, data: bytes, name: str) -> Any:
    """The presentation, read: whatever is wrong inside shows as one of many errors of the library."""
    try:
        deck = library.Presentation(io.BytesIO(data))
        size = (deck.slide_width, deck.slide_height)
        for master in deck.slide_masters:
            for layout in master.slide_layouts:
                _ = [shape.name for shape in layout.placeholders]
    except Exception as error:  # noqa: BLE001 - of lxml, zipfile and python-pptx alike, and none is for people
        raise TemplateError(
            f"{name} cannot be read as a presentation ({type(error).__name__}); save it again in PowerPoint"
        ) from None
    if None in size:
        raise TemplateError(f"{name} does not say how large its slides are; save it again in PowerPoint")
    return deck


def _drop_links(deck: Any) -> int:
    """Remove what leads out of the file, such as pictures on a server and addresses; how many there were."""
    count = 0
    for part in deck.part.package.iter_parts():
        outside = {rid for rid, rel in part.rels.items() if rel.is_external}
        if not outside:
            continue
        count += len(outside)
        element = getattr(part, "_element", None)
        for node in list(element.iter()) if element is not None else ():
            for key in [key for key, value in node.attrib.items() if key.startswith(_RELATION) and value in outside]:
                if "hlink" in str(node.tag) and node.getparent() is not None:
                    node.getparent().remove(node)
                    break
                del node.attrib[key]
        for rid in outside:
            part.rels.pop(rid)
    return count


def _drop_slides(deck: Any) -> None:
    """Remove the sample slides, and what lists them."""
    element = deck.part._element  # noqa: SLF001 - the library removes no slides
    for entry in list(deck.slides._sldIdLst):  # noqa: SLF001 - as above
        deck.part.drop_rel(entry.rId)
        entry.getparent().remove(entry)
    for node in list(element.iter()):
        if re.search(r"\}(sectionLst|custShowLst)$", str(node.tag)):
            _remove(node)


def _remove(node: Any) -> None:
    """Remove an element, and the extension that held nothing else."""
    parent = node.getparent()
    parent.remove(node)
    if str(parent.tag).endswith("}ext") and not len(parent):
        _remove(parent)


def _named(layouts: Iterable[Any], names: Iterable[str]) -> Any:
    known = list(layouts)
    for name in names:
        for layout in known:
            if layout.name.strip().lower() == name:
                return layout
    return None


def _kinds(layout: Any) -> list[str]:
    return [kind for shape in layout.placeholders if (kind := kind_of(shape)) not in _FOOTERS]


def _opening(layouts: list[Any]) -> Any:
    """The layout of the first slide: by name, else the first with a title and a subtitle, else with a title."""
    named = _named(layouts, _TITLE_SLIDES)
    if named is not None and title_of(named) is not None:
        return named
    with_title = [layout for layout in layouts if title_of(layout) is not None]
    with_both = [layout for layout in with_title if "SUBTITLE" in _kinds(layout)]
    return next(iter(with_both or with_title or layouts))


def _page(layouts: list[Any]) -> Any:
    """The layout of the others: by name, else the one with a title and least besides."""
    named = _named(layouts, _TITLE_ONLY)
    if named is not None and title_of(named) is not None:
        return named
    with_title = [layout for layout in layouts if title_of(layout) is not None]
    return min(with_title, key=lambda layout: len(_kinds(layout)), default=None)


def _box(shape: Any) -> Box | None:
    """Where a placeholder is, in points; ``None``: not said."""
    sides = (shape.left, shape.top, shape.width, shape.height)
    if any(side is None for side in sides):
        return None
    left, top, width, height = (float(side) / EMU for side in sides)
    return Box(left, top, left + width, top + height)


def _body(deck: Any, layout: Any) -> Box:
    """What is free below a layout's title, above its footers, and as wide as the title."""
    width, height = (float(side) / EMU for side in (deck.slide_width, deck.slide_height))
    title = title_of(layout)
    head = _box(title) if title is not None else None
    boxes = [box for shape in layout.placeholders if kind_of(shape) in _FOOTERS and (box := _box(shape))]
    foot = min((box.top for box in boxes if box.top > height / 2), default=height - _MARGIN) - _GAP / 2
    content = next(
        (box for shape in layout.slide_master.placeholders if kind_of(shape) == "BODY" and (box := _box(shape))), None
    )
    if head is None:
        # Without a title placeholder, a text box of ours is one.
        body = Box(_MARGIN, _MARGIN + 48, width - _MARGIN, foot)
    elif head.bottom < height / 2:
        sides = content if content and content.width > head.width else head
        body = Box(sides.left, head.bottom + _GAP, sides.right, foot)
    elif head.height < height / 2:  # the title is at the foot
        body = Box(head.left, _MARGIN, head.right, min(foot, head.top - _GAP))
    elif head.middle < width / 2:  # and here at the left
        body = Box(head.right + _GAP, _MARGIN, width - _MARGIN, foot)
    else:
        body = Box(_MARGIN, _MARGIN, head.left - _GAP, foot)
    body = Box(max(body.left, 0), max(body.top, 0), min(body.right, width), min(body.bottom, height))
    if body.height < _LEAST * height or body.width < _LEAST * width:
        return Box(_MARGIN, height * (1 - 2 * _LEAST), width - _MARGIN, height - _MARGIN)
    return body


def _ground(layout: Any) -> str | None:
    """The colour of a layout's ground, its own or its master's, as ``#RRGGBB``; ``None``: not one colour."""
    for holder in (layout, layout.slide_master):
        found = holder._element.xpath("./p:cSld/p:bg")  # noqa: SLF001 - the library reads no grounds of layouts
        if found:
            return _color_in(found[0], layout)
    return _scheme_color("bg1", layout)


def _color_in(ground: Any, layout: Any) -> str | None:
    solid = ground.xpath("./p:bgPr/a:solidFill/* | ./p:bgRef[@idx='1001']/*")
    if not solid:
        return None
    color = solid[0]
    if len(color):  # lighter, darker or seen through: not this colour
        return None
    if str(color.tag).endswith("}srgbClr"):
        return _hex(color.get("val"))
    if str(color.tag).endswith("}schemeClr"):
        return _scheme_color(color.get("val"), layout)
    return None


def _scheme_color(name: str, layout: Any) -> str | None:
    """A colour of the theme, by its name on slides."""
    override = layout._element.xpath("./p:clrMapOvr/a:overrideClrMapping")  # noqa: SLF001 - no access to themes
    mapping = (override or layout.slide_master._element.xpath("./p:clrMap") or [{}])[0]  # noqa: SLF001 - as above
    found = _in_theme(layout, f"//*[local-name()='clrScheme']/*[local-name()='{mapping.get(name, name)}']/*")
    return _hex(found[0].get("val") if found[0].get("lastClr") is None else found[0].get("lastClr")) if found else None


def _font(layout: Any) -> str:
    found = _in_theme(layout, "//*[local-name()='minorFont']/*[local-name()='latin']")
    return str(found[0].get("typeface") or "") if found else ""


def _in_theme(layout: Any, path: str) -> list[Any]:
    """What there is at a place in the theme of a layout."""
    from pptx.oxml import parse_xml

    for rel in layout.slide_master.part.rels.values():
        if not rel.is_external and rel.reltype.endswith("/theme"):
            found: list[Any] = parse_xml(rel.target_part.blob).xpath(path)
            return found
    return []


def _hex(value: str | None) -> str | None:
    return f"#{value.upper()}" if value and re.fullmatch(r"[0-9A-Fa-f]{6}", value) else None


def _ink(layout: Any, ground: str | None) -> str | None:
    """The theme's colour of text, where it can be read on the ground."""
    ink = _scheme_color("tx1", layout)
    return ink if ink and ground and contrast(ink, ground) >= 4.5 else None


def layouts_used(template: Template) -> str:
    """The names of the layouts that slides are on, for a message."""
    names: Iterator[str] = (f"'{layout.name}'" for layout in (template.opening, template.page))
    return listed(list(dict.fromkeys(names)))
