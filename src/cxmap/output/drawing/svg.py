"""A scene as SVG, written by hand: shapes with the names of what they stand for.

Text is made of outlines, each defined once and used where it stands, so that it looks the same everywhere; what it says
is its group's label. Or it is text, in fonts that the file brings along, held to the width that was measured: it can be
searched, selected and read aloud. What those fonts lack stays outlines.
"""

from __future__ import annotations

import base64
import hashlib
import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cxmap.output.drawing import webfonts
from cxmap.output.drawing.glyphs import EM, glyphs
from cxmap.output.drawing.scene import Box, Shape, Words, rectangle
from cxmap.text import escape as boundary

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from cxmap.choices import SvgText
    from cxmap.output.drawing.glyphs import Glyph
    from cxmap.output.drawing.scene import Photo, Scene, Segment


def svg(scene: Scene, text: SvgText = "outlines") -> bytes:
    """Write a scene as a file, complete in itself."""
    # Two files on one page must not share the ids of their descriptions.
    described = boundary.xml(f"{scene.title} {scene.alt}")
    about = f"cxmap-{_digest(described.encode())}-"
    return _Document(scene, text, about).document().encode()


def for_page(
    scene: Scene, prefix: str, abouts: Mapping[str, str] | None = None, hooks: Iterable[Mapping[str, str]] = ()
) -> str:
    """Write a scene as a document that a page takes in, in the scene's own colours, its text in the page's fonts.

    Args:
        scene: What to draw.
        prefix: What all its ids begin with.
        abouts: What items are about, by their names, for the page's scripts: ``data-about``.
        hooks: More for these: each an empty group with such ``data-`` attributes.
    """
    groups = [
        "<g" + "".join(f' data-{name}="{boundary.xml(value)}"' for name, value in hook.items()) + "/>" for hook in hooks
    ]
    about = f"{prefix}cxmap-"
    return _Document(scene, "text", about, prefix, fonts=False, abouts=abouts or {}, hooks=groups).document()


@dataclass
class _Document:
    """One document: what has been named and defined in it."""

    scene: Scene
    text: SvgText
    about: str
    prefix: str = ""
    fonts: bool = True
    abouts: Mapping[str, str] = field(default_factory=dict)
    hooks: Collection[str] = ()
    _named: dict[str, int] = field(default_factory=dict)
    _glyphs: dict[str, str] = field(default_factory=dict)

    def document(self) -> str:
        """All of it."""
        scene = self.scene
        lang, title, alt, name = (boundary.xml(text) for text in (scene.lang, scene.title, scene.alt, self.about))
        width, height = _number(scene.width), _number(scene.height)
        ground = rectangle(Box(0, 0, scene.width, scene.height), fill=scene.paper)
        drawn = [self._drawn(item) for item in (ground, *scene.items)]
        root = (
            '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1"'
            f' width="{width}pt" height="{height}pt" viewBox="0 0 {width} {height}" role="img" lang="{lang}"'
            f' xml:lang="{lang}" aria-labelledby="{name}title" aria-describedby="{name}description">'
        )
        family = f' font-family="{webfonts.FALLBACKS}"' if self.text == "text" else ""
        lines = (
            root,
            f'<title id="{name}title">{title}</title>',
            f'<desc id="{name}description">{alt}</desc>',
            *([f"<style>{webfonts.css()}</style>"] if self.fonts and self.text == "text" else []),
            "<defs>",
            *(f'<path id="{glyph}" d="{outline}"/>' for glyph, outline in self._glyphs.items()),
            "</defs>",
            f'<g stroke-linejoin="round" stroke-linecap="round"{family}>',
            *drawn,
            "</g>",
            *self.hooks,
            "</svg>",
        )
        return "\n".join(lines) + "\n"

    def _drawn(self, item: Shape | Words | Photo) -> str:
        if isinstance(item, Shape):
            return self._outline(item)
        if not isinstance(item, Words):
            return self._photo(item)
        if self.text == "text" and webfonts.holds(item.line.text, self.scene.faces):
            return self._text(item)
        return self._outlined(item)

    def _outline(self, item: Shape) -> str:
        look = f' fill="{item.fill}"' if item.fill else ' fill="none"'
        if item.stroke:
            look += f' stroke="{item.stroke}" stroke-width="{_number(item.width)}"'
        if item.dash:
            look += f' stroke-dasharray="{" ".join(map(_number, item.dash))}" stroke-linecap="butt"'
        start = f'<path{self._id(item.name)}{look} d="{_steps(item.segments, _number)}"'
        return f"{start}>{_title(item)}</path>" if item.title else f"{start}/>"

    def _text(self, item: Words) -> str:
        """A line of text, held to its width."""
        weight = f' font-weight="{webfonts.WEIGHTS[item.weight]}"' if item.weight != "regular" else ""
        return (
            f'<text{self._id(item.name)} x="{_number(item.box.left)}" y="{_number(item.y)}"'
            f' font-size="{_number(item.size)}"{weight} fill="{item.color}"'
            f' textLength="{_number(item.line.width)}" lengthAdjust="spacingAndGlyphs">'
            f"{_title(item)}{boundary.xml(item.line.text)}</text>"
        )

    def _outlined(self, item: Words) -> str:
        """A line of text as outlines."""
        scale = f"{item.size / EM:.6g}"
        place = f"translate({_number(item.box.left)} {_number(item.y)}) scale({scale} -{scale})"
        used = "".join(map(self._use, glyphs(item.line.text, item.weight, self.scene.faces)))
        look = f'aria-label="{boundary.xml(item.line.text)}" fill="{item.color}" transform="{place}"'
        return f"<g{self._id(item.name)} {look}>{_title(item)}{used}</g>"

    def _use(self, glyph: Glyph) -> str:
        name = glyph.name
        if name not in self._glyphs:
            self._glyphs[name] = _steps(glyph.shape, _whole)
        up = f' y="{_whole(glyph.y)}"' if round(glyph.y) else ""
        return f'<use xlink:href="#{name}" x="{_whole(glyph.x)}"{up}/>'

    def _photo(self, item: Photo) -> str:
        from PIL import Image

        file = io.BytesIO()
        Image.frombytes("RGBA", (item.side, item.side), item.pixels).save(file, "PNG")
        box = item.box
        x, y, middle, centre, radius, width, height = map(
            _number,
            (box.left, box.top, box.middle, (box.top + box.bottom) / 2, box.width / 2, box.width, box.height),
        )
        data = base64.b64encode(file.getvalue()).decode()
        image = f'<image{self._id(item.name)} x="{x}" y="{y}" width="{width}" height="{height}"'
        if not item.round:
            title = f"<title>{boundary.xml(item.title)}</title>"
            return f'{image} xlink:href="data:image/png;base64,{data}">{title}</image>'
        circle = boundary.xml(self.prefix) + f"cxmap-circle-{_digest(f'{middle} {centre} {radius}'.encode())}"
        return (
            f'<clipPath id="{circle}"><circle cx="{middle}" cy="{centre}" r="{radius}"/></clipPath>'
            f'{image} clip-path="url(#{circle})" xlink:href="data:image/png;base64,{data}"/>'
        )

    def _id(self, name: str) -> str:
        """The id of an item, where each may occur only once."""
        if not name:
            return ""
        count = self._named[name] = self._named.get(name, 0) + 1
        unique = boundary.xml(self.prefix + name)
        about = f' data-about="{boundary.xml(self.abouts[name])}"' if name in self.abouts else ""
        return f' id="{unique}"{about}' if count == 1 else f' id="{unique}.{count}"{about}'


def _title(item: Shape | Words) -> str:
    return f"<title>{boundary.xml(item.title)}</title>" if item.title else ""


def _steps(segments: Iterable[Segment], number: Callable[[float], str]) -> str:
    """The value of a path's ``d``."""
    return "".join(kind + " ".join(map(number, numbers)) for kind, numbers in segments)


def _number(value: float) -> str:
    """A hundredth of a point is less than anything shows."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _whole(value: float) -> str:
    """A thousandth of the size of type is less than anything shows, and what fonts are drawn in."""
    return str(round(value))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:8]
