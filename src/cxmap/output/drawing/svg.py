"""A scene as an SVG file, written by hand: shapes with the names of what they stand for, and no fonts.

Text is made of outlines, each defined once and used where it stands, so that it looks the same everywhere; what it says
is its group's label.
"""

from __future__ import annotations

import base64
import hashlib
import io
from typing import TYPE_CHECKING

from cxmap.output.drawing.glyphs import EM, glyphs
from cxmap.output.drawing.scene import Box, Shape, Words, rectangle
from cxmap.text import escape as boundary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from cxmap.output.drawing.glyphs import Glyph
    from cxmap.output.drawing.scene import Photo, Scene, Segment


def svg(scene: Scene) -> bytes:
    """Write a scene."""
    return _Page(scene).document().encode()


class _Page:
    """One document: what has been named and defined in it."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._named: dict[str, int] = {}
        self._glyphs: dict[str, str] = {}

    def document(self) -> str:
        """All of it."""
        scene = self._scene
        lang, title, alt = (boundary.xml(text) for text in (scene.lang, scene.title, scene.alt))
        # Two charts on one page must not share these ids.
        name = f"cxmap-{_digest(f'{title} {alt}'.encode())}"
        width, height = _number(scene.width), _number(scene.height)
        ground = rectangle(Box(0, 0, scene.width, scene.height), fill=scene.paper)
        drawn = [self._item(item) for item in (ground, *scene.items)]
        root = (
            '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1"'
            f' width="{width}pt" height="{height}pt" viewBox="0 0 {width} {height}" role="img" lang="{lang}"'
            f' xml:lang="{lang}" aria-labelledby="{name}-title {name}-description">'
        )
        lines = (
            root,
            f'<title id="{name}-title">{title}</title>',
            f'<desc id="{name}-description">{alt}</desc>',
            "<defs>",
            *(f'<path id="{glyph}" d="{outline}"/>' for glyph, outline in self._glyphs.items()),
            "</defs>",
            '<g stroke-linejoin="round" stroke-linecap="round">',
            *drawn,
            "</g>",
            "</svg>",
        )
        return "\n".join(lines) + "\n"

    def _item(self, item: Shape | Words | Photo) -> str:
        if isinstance(item, Shape):
            return self._outline(item)
        return self._words(item) if isinstance(item, Words) else self._photo(item)

    def _outline(self, item: Shape) -> str:
        look = f' fill="{item.fill or "none"}"'
        if item.stroke:
            look += f' stroke="{item.stroke}" stroke-width="{_number(item.width)}"'
        if item.dash:
            look += f' stroke-dasharray="{" ".join(map(_number, item.dash))}" stroke-linecap="butt"'
        return f'<path{self._id(item.name)}{look} d="{_steps(item.segments, _number)}"/>'

    def _words(self, item: Words) -> str:
        scale = f"{item.size / EM:.6g}"
        place = f"translate({_number(item.box.left)} {_number(item.y)}) scale({scale} -{scale})"
        used = "".join(map(self._use, glyphs(item.line.text, item.weight, self._scene.faces)))
        label = boundary.xml(item.line.text)
        return f'<g{self._id(item.name)} aria-label="{label}" fill="{item.color}" transform="{place}">{used}</g>'

    def _use(self, glyph: Glyph) -> str:
        if glyph.name not in self._glyphs:
            self._glyphs[glyph.name] = _steps(glyph.shape, _whole)
        up = f' y="{_whole(glyph.y)}"' if round(glyph.y) else ""
        return f'<use xlink:href="#{glyph.name}" x="{_whole(glyph.x)}"{up}/>'

    def _photo(self, item: Photo) -> str:
        from PIL import Image

        file = io.BytesIO()
        Image.frombytes("RGBA", (item.side, item.side), item.pixels).save(file, "PNG")
        box = item.box
        x, y, middle, centre, radius, width, height = map(
            _number,
            (box.left, box.top, box.middle, (box.top + box.bottom) / 2, box.width / 2, box.width, box.height),
        )
        circle = f"cxmap-circle-{_digest(f'{middle} {centre} {radius}'.encode())}"
        return (
            f'<clipPath id="{circle}"><circle cx="{middle}" cy="{centre}" r="{radius}"/></clipPath>'
            f'<image{self._id(item.name)} x="{x}" y="{y}" width="{width}" height="{height}" clip-path="url(#{circle})"'
            f' xlink:href="data:image/png;base64,{base64.b64encode(file.getvalue()).decode()}"/>'
        )

    def _id(self, name: str) -> str:
        """The id of an item, where each may occur only once."""
        if not name:
            return ""
        count = self._named[name] = self._named.get(name, 0) + 1
        return f' id="{boundary.xml(name)}"' if count == 1 else f' id="{boundary.xml(name)}.{count}"'


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
