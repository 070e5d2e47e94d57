"""The XML of PowerPoint's shapes: a scene as one group (ECMA-376, part 1: DrawingML and PresentationML).

python-pptx has no curves, groups with a description or lines without connectors' ends.
"""

from __future__ import annotations

import io
import itertools
from dataclasses import dataclass
from math import isclose, log
from typing import TYPE_CHECKING, Any, Final

from cxmap.output.drawing.scene import Box, Photo, Shape, Words
from cxmap.text import escape as boundary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from cxmap.output.drawing.scene import Item, Scene

EMU: Final = 12_700
"""PowerPoint's English metric units in a point."""
LOCALES: Final = {"en": "en-GB", "nl": "nl-NL"}
"""What PowerPoint calls the languages of the tool's own words."""
BODY_FONT: Final = "+mn"
"""The text font of whichever theme a slide has."""
NAMESPACES: Final = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
"""The prefixes that the XML here takes."""

_SPARE = 1.06  # Arial is up to so much wider than Fira Sans in all but one word of twenty
_FURTHEST = 3  # no two lines of a block are further apart, in sizes
_LINE = 1.2  # the height of a line of Fira Sans, in sizes
_BELOW = 0.265  # how far it reaches below the baseline
# Dashes and the white between them, in widths of the line. Own ones (`custDash`) are not drawn alike everywhere.
_DASHES = {
    "sysDot": (1, 1),
    "sysDash": (3, 1),
    "dash": (4, 3),
    "lgDash": (8, 3),
    "sysDashDot": (3, 1, 1, 1),
    "dashDot": (4, 3, 1, 3),
    "lgDashDot": (8, 3, 1, 3),
}
_ALIGN = {"left": "l", "center": "ctr", "right": "r"}
_STEPS = {"M": "moveTo", "L": "lnTo", "Q": "quadBezTo", "C": "cubicBezTo", "Z": "close"}


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The XML of a shape or a group, and the rectangle round it in points of the scene."""

    xml: str
    box: Box
    name: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """The shapes of one scene at one place of a slide."""

    scene: Scene
    left: float
    top: float
    font: str | None
    ids: Iterator[int]
    embed: Callable[[bytes], str]

    def whole(self, items: Iterable[Item]) -> str:
        """The scene as one group: what has one name is a group within it."""
        shapes = [
            self._group(name, list(drawn)) if name else list(drawn)
            for name, drawn in itertools.groupby(self._drawn(items), key=lambda shape: shape.name)
        ]
        scene = self.scene
        described = f'{_described(scene.alt)} title="{boundary.xml(scene.title)}"'
        every = list(itertools.chain.from_iterable(shapes))
        return self._grouped(scene.title, every, described, NAMESPACES).xml

    def _drawn(self, items: Iterable[Item]) -> Iterator[_Drawn]:
        for block in _blocks(items):
            first = block[0]
            if isinstance(first, Shape):
                yield self._shape(first)
            elif isinstance(first, Photo):
                yield self._photo(first)
            else:
                yield self._text([item for item in block if isinstance(item, Words)])

    def _group(self, name: str, shapes: list[_Drawn]) -> list[_Drawn]:
        return shapes if len(shapes) == 1 else [self._grouped(name, shapes)]

    def _grouped(self, name: str, shapes: Sequence[_Drawn], described: str = "", namespaces: str = "") -> _Drawn:
        box = _around([shape.box for shape in shapes]) if shapes else Box(0, 0, self.scene.width, self.scene.height)
        x, y, width, height = self._place(box)
        return _Drawn(
            f"<p:grpSp {namespaces}><p:nvGrpSpPr>{self._about(name, described)}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
            f'<p:grpSpPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/>'
            f'<a:chOff x="{x}" y="{y}"/><a:chExt cx="{width}" cy="{height}"/></a:xfrm></p:grpSpPr>'
            f"{''.join(shape.xml for shape in shapes)}</p:grpSp>",
            box,
            name,
        )

    def _shape(self, item: Shape) -> _Drawn:
        points = [point for _, numbers in item.segments for point in _pairs(numbers)]
        box = _around([Box(x, y, x, y) for x, y in points])
        look, about = _fill(item.fill) + _line(item), self._about(item.name, _described(item.title))
        kinds = "".join(kind for kind, _ in item.segments)
        if kinds == "ML" and not item.fill:
            (x, y), (to_x, to_y) = points
            flip = ' flipV="1"' if (to_x - x) * (to_y - y) < 0 else ""
            xml = (
                f"<p:cxnSp><p:nvCxnSpPr>{about}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>"
                f"{self._xfrm(box, flip)}{_preset('line')}{look}</p:spPr></p:cxnSp>"
            )
            return _Drawn(xml, box, item.name)
        if _is_rectangle(kinds, points, box):
            geometry = _preset("rect")
        elif _is_ellipse(kinds, points):
            geometry, box = _preset("ellipse"), _around([Box(x, y, x, y) for x, y in points[::3]])
        else:
            geometry = self._freeform(item, box)
        xml = (
            f"<p:sp><p:nvSpPr>{about}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{self._xfrm(box)}"
            f"{geometry}{look}</p:spPr></p:sp>"
        )
        return _Drawn(xml, box, item.name)

    def _freeform(self, item: Shape, box: Box) -> str:
        """The outline of a shape that PowerPoint has no name for."""
        x0, y0, width, height = self._place(box)
        steps = "".join(
            f"<a:{_STEPS[kind]}>"
            + "".join(
                f'<a:pt x="{_emu(x + self.left) - x0}" y="{_emu(y + self.top) - y0}"/>' for x, y in _pairs(numbers)
            )
            + f"</a:{_STEPS[kind]}>"
            for kind, numbers in item.segments
        )
        unfilled = "" if item.fill else ' fill="none"'
        return (
            '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
            f'<a:path w="{width}" h="{height}"{unfilled}>{steps}</a:path></a:pathLst></a:custGeom>'
        )

    def _text(self, lines: Sequence[Words]) -> _Drawn:
        """A block of text as one box: its lines end where ours do, whatever font shows them."""
        first, size = lines[0], lines[0].size
        leading = (lines[-1].y - first.y) / (len(lines) - 1) if len(lines) > 1 else _LINE * size
        # Where the distance of lines is exact, what is over is above the first one.
        top = first.y + _BELOW * size - leading
        inside = max(line.line.width for line in lines)
        width = inside * _SPARE
        left = {"left": first.x, "center": first.x - width / 2, "right": first.x - width}[first.align]
        if first.align == "center":
            over = max(0.0, -left, left + width - self.scene.width)
            left, width = left + over, max(width - 2 * over, inside)
        box = Box(max(left, 0.0), top, min(left + width, self.scene.width), top + leading * len(lines))
        lang, about = LOCALES[self.scene.lang], self._about(first.name, _described(first.title))
        look = (
            f'lang="{lang}" sz="{round(size * 100)}" b="{int(first.weight == "bold")}" dirty="0"',
            f"<a:solidFill>{color_xml(first.color)}</a:solidFill>{fonts_of(self.font)}",
        )
        runs = f"<a:br><a:rPr {look[0]}>{look[1]}</a:rPr></a:br>".join(
            f"<a:r><a:rPr {look[0]}>{look[1]}</a:rPr><a:t>{boundary.xml(line.line.text)}</a:t></a:r>" for line in lines
        )
        xml = (
            f'<p:sp><p:nvSpPr>{about}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
            f"<p:spPr>{self._xfrm(box)}{_preset('rect')}<a:noFill/></p:spPr><p:txBody>"
            '<a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></a:bodyPr>'
            "<a:lstStyle/>"
            f'<a:p><a:pPr algn="{_ALIGN[first.align]}"><a:lnSpc><a:spcPts val="{round(leading * 100)}"/></a:lnSpc>'
            f'<a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/></a:pPr>{runs}</a:p></p:txBody></p:sp>'
        )
        return _Drawn(xml, box, first.name)

    def _photo(self, item: Photo) -> _Drawn:
        from PIL import Image

        file = io.BytesIO()
        Image.frombytes("RGBA", (item.side, item.side), item.pixels).save(file, "PNG")
        about = self._about(item.name, _described(item.title or item.name))
        outline = _preset("ellipse" if item.round else "rect")
        xml = (
            f'<p:pic><p:nvPicPr>{about}<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>'
            f'<p:blipFill><a:blip r:embed="{self.embed(file.getvalue())}"/><a:stretch><a:fillRect/></a:stretch>'
            f"</p:blipFill><p:spPr>{self._xfrm(item.box)}{outline}</p:spPr></p:pic>"
        )
        return _Drawn(xml, item.box, item.name)

    def _about(self, name: str, described: str = "") -> str:
        """What a shape is called; ``described``: its attributes ``descr`` and ``title``, written out."""
        return f'<p:cNvPr id="{next(self.ids)}" name="{boundary.xml(name)}"{described}/>'

    def _xfrm(self, box: Box, flip: str = "") -> str:
        x, y, width, height = self._place(box)
        return f'<a:xfrm{flip}><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'

    def _place(self, box: Box) -> tuple[int, int, int, int]:
        """Where a box of the scene is on the slide, and its width and height, neither of them 0."""
        left, top = _emu(box.left + self.left), _emu(box.top + self.top)
        return left, top, max(1, _emu(box.right + self.left) - left), max(1, _emu(box.bottom + self.top) - top)


def _blocks(items: Iterable[Item]) -> list[list[Item]]:
    """The items in order, the lines of one block of text together where they are equally far apart."""
    blocks: list[list[Item]] = []
    for item in items:
        if blocks and _continues(blocks[-1], item):
            blocks[-1].append(item)
        else:
            blocks.append([item])
    return blocks


def _continues(block: Sequence[Item], item: Item) -> bool:
    """Whether a line is the next one of a block; one that is placed a second time, elsewhere, begins another."""
    last = block[-1]
    if not (isinstance(item, Words) and isinstance(last, Words) and item.group == last.group != 0):
        return False
    apart = item.y - last.y
    if item.x != last.x or not 0 < apart < _FURTHEST * item.size:
        return False
    before = block[-2] if len(block) > 1 else None
    return not isinstance(before, Words) or isclose(apart, last.y - before.y, rel_tol=0.02)


def _emu(points: float) -> int:
    return round(points * EMU)


def _pairs(numbers: Sequence[float]) -> list[tuple[float, float]]:
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _around(boxes: Sequence[Box]) -> Box:
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def _is_rectangle(kinds: str, points: Sequence[tuple[float, float]], box: Box) -> bool:
    corners = [(box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom)]
    return kinds == "MLLLZ" and list(points) == corners


def _is_ellipse(kinds: str, points: Sequence[tuple[float, float]]) -> bool:
    """Whether four curves make an ellipse, as ``symbols.circle`` writes one."""
    if kinds != "MCCCCZ":
        return False
    right, below, left, above = points[0], points[3], points[6], points[9]
    x, y = (left[0] + right[0]) / 2, (above[1] + below[1]) / 2
    handle = (right[0], y + 0.5522847498 * (below[1] - y))
    return all(
        isclose(one, other, abs_tol=1e-6)
        for one, other in (
            (right[1], y),
            (left[1], y),
            (below[0], x),
            (above[0], x),
            *zip(points[1], handle, strict=True),
        )
    )


def _described(text: str) -> str:
    return f' descr="{boundary.xml(text)}"' if text else ""


def _preset(name: str) -> str:
    return f'<a:prstGeom prst="{name}"><a:avLst/></a:prstGeom>'


def color_xml(color: str) -> str:
    """A colour such as ``#ad5a2b``."""
    return f'<a:srgbClr val="{color.lstrip("#").upper()}"/>'


def _fill(color: str | None) -> str:
    return f"<a:solidFill>{color_xml(color)}</a:solidFill>" if color else "<a:noFill/>"


def _line(item: Shape) -> str:
    if not item.stroke:
        return "<a:ln><a:noFill/></a:ln>"
    dash = f'<a:prstDash val="{_dash(item.dash, item.width)}"/>' if item.dash else ""
    cap = "flat" if item.dash else "rnd"
    return (
        f'<a:ln w="{max(1, _emu(item.width))}" cap="{cap}"><a:solidFill>{color_xml(item.stroke)}</a:solidFill>{dash}'
        "<a:round/></a:ln>"
    )


def _dash(dash: Sequence[float], width: float) -> str:
    """The name of the dashes most like these: of as many parts, and above all as long."""
    wanted = [log(length / width) for length in dash]

    def apart(known: Sequence[float]) -> float:
        weights = (2.0, 0.5, 2.0, 0.5)
        return sum(weight * (is_ - log(has)) ** 2 for weight, is_, has in zip(weights, wanted, known, strict=False))

    alike = {name: known for name, known in _DASHES.items() if len(known) == len(wanted)}
    return min(alike or _DASHES, key=lambda name: apart(_DASHES[name]))


def fonts_of(font: str | None = None) -> str:
    """The fonts of a run, as XML; ``None``: those of the theme."""
    ends = {"latin": "lt", "ea": "ea", "cs": "cs"}
    names = {kind: boundary.xml(font) if font else f"{BODY_FONT}-{end}" for kind, end in ends.items()}
    return "".join(f'<a:{kind} typeface="{name}"/>' for kind, name in names.items())


def element(xml: str) -> Any:
    """What python-pptx makes of XML."""
    from pptx.oxml import parse_xml

    return parse_xml(xml)
