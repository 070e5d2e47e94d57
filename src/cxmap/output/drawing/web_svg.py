"""Scenes as elements of a web page: a third of their size as files, and the same to look at.

A file is for any program; a page has its fonts, its style sheet and a size at which it shows a chart. So looks are
classes of the page, lines and links that follow each other are one element, and outlines are steps from where they
start, by which equal signs are equal text and are defined once.
"""

from __future__ import annotations

import base64
import io
from collections import Counter
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from cxmap.output.drawing import webfonts
from cxmap.output.drawing.glyphs import EM, glyphs
from cxmap.output.drawing.outlines import number, steps
from cxmap.output.drawing.scene import Box, Photo, Shape, Words, rectangle
from cxmap.output.drawing.theme import Adaptive
from cxmap.text import escape as boundary

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from cxmap.output.drawing.glyphs import Glyph
    from cxmap.output.drawing.scene import Item, Scene

_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SHARED = 2
"""Elements of one look up to which a class each is shorter than a group of them."""
_SHORT = 30
"""Bytes of an outline below which a reference to it would be no shorter."""


class WebCharts:
    """The charts of one page, and what they share: the classes of their looks, and the colours of both themes.

    The style sheet of the page sets ``fill: none``, round ends and joins of lines, and a font of ``webfonts.css()``.

    Args:
        anchors: The ids on the page that items may lead to.
    """

    def __init__(self, anchors: Collection[str] = ()) -> None:
        self.anchors = frozenset(anchors)
        self._classes: dict[str, str] = {}
        self._colors: dict[tuple[str, str], str] = {}

    def element(self, scene: Scene, name: str, *, described_by: str, tips: bool = True) -> str:
        """Write a scene as an element. In the light theme it has the colours of the light and the dark one.

        Args:
            scene: What to draw.
            name: What all its ids begin with: letters and digits, others for each chart of the page.
            described_by: The id of what says in words what it shows.
            tips: Whether a pointer that rests on a shape is told what it stands for.
        """
        return _Element(scene, self, name, tips).html(described_by)

    def classes(self) -> str:
        """The looks of everything drawn so far, as rules of CSS."""
        return "".join(f".{name}{{{look}}}" for look, name in self._classes.items())

    def variables(self, *, dark: bool) -> str:
        """The colours of everything drawn so far, as declarations of CSS variables."""
        return "".join(f"{name}:{pair[dark]};" for pair, name in self._colors.items())

    def class_of(self, item: Shape | Words) -> str:
        """The class of the look of an item."""
        look = self._shape(item) if isinstance(item, Shape) else self._words(item)
        return self._classes.setdefault(look, _letters(len(self._classes)))

    def _shape(self, item: Shape) -> str:
        look = [f"fill:{self._color(item.fill)}"] if item.fill else []
        if item.stroke:
            look += [f"stroke:{self._color(item.stroke)}", f"stroke-width:{item.width:.4g}"]
        if item.dash:
            look += [f"stroke-dasharray:{' '.join(f'{length:.4g}' for length in item.dash)}", "stroke-linecap:butt"]
        return ";".join(look)

    def _words(self, item: Words) -> str:
        weight = f";font-weight:{webfonts.WEIGHTS[item.weight]}" if item.weight != "regular" else ""
        return f"font-size:{item.size:.4g}px{weight};fill:{self._color(item.color)}"

    def _color(self, color: str) -> str:
        if not isinstance(color, Adaptive):
            return color
        return f"var({self._colors.setdefault((str(color), color.dark), f'--{_letters(len(self._colors))}')})"


@dataclass
class _Drawn:
    """An element: the class of its look, its tag, what follows those, and where it draws.

    Attributes:
        open: Whether other shapes of its look may be drawn by it too.
    """

    look: str
    tag: str
    rest: str
    boxes: list[Box]
    open: bool = False


@dataclass
class _Element:
    """One chart: what has been linked to and defined in it."""

    scene: Scene
    page: WebCharts
    name: str
    tips: bool
    _linked: set[str] = field(default_factory=set)
    _glyphs: dict[str, str] = field(default_factory=dict)
    _signs: dict[tuple[str, str], str] = field(default_factory=dict)
    _photos: int = 0

    def html(self, described_by: str) -> str:
        """All of it."""
        scene = self.scene
        ground = rectangle(Box(0, 0, scene.width, scene.height), fill=scene.paper)
        met = Counter((self.page.class_of(item), steps(item.segments)[1]) for item in scene.outlines)
        often = [sign for sign, count in met.items() if count > 1 and len(sign[1]) > _SHORT]
        self._signs = {sign: f"{self.name}-{i}" for i, sign in enumerate(often)}
        drawn = "".join(self._run(link, run) for link, run in groupby((ground, *scene.items), self._link))
        signs = "".join(f'<path id={name} class={look} d="M0 0{way}"/>' for (look, way), name in self._signs.items())
        letters = "".join(f'<path id="{name}" d="{way}"/>' for name, way in self._glyphs.items())
        # Who cannot see it must be able to reach its links, which an image hides.
        role = "group" if self._linked else "img"
        return (
            f'<svg viewBox="0 0 {number(scene.width)} {number(scene.height)}" role={role} lang={scene.lang}'
            f" aria-labelledby={self.name}-title aria-describedby={described_by}>"
            f"<title id={self.name}-title>{boundary.xml(scene.title)}</title>"
            f"<defs>{signs}{letters}</defs>{drawn}</svg>"
        )

    def _link(self, item: Item) -> str:
        return item.link if not isinstance(item, Photo) and item.link in self.page.anchors else ""

    def _run(self, link: str, items: Iterable[Item]) -> str:
        """Items that lead to the same place. Keys stop once at each place; later links are for a pointer's tips."""
        run = list(items)
        drawn = "".join(self._drawn(run))
        told = any(self._title(item) for item in run if not isinstance(item, Photo))
        named = told or any(isinstance(item, Words) for item in run)
        again = link in self._linked
        if not link or not named or (again and not told):
            return drawn
        self._linked.add(link)
        return f'<a href="#{boundary.xml(link)}"{" tabindex=-1" if again else ""}>{drawn}</a>'

    def _drawn(self, items: list[Item]) -> Iterator[str]:
        """The elements of some items; those of one look that follow each other share its class if that is shorter."""
        for look, group in groupby(self._elements(_texts_last(items)), key=attrgetter("look")):
            made = list(group)
            shared = look and len(made) > _SHARED
            own = f" class={look}" if look and not shared else ""
            drawn = "".join(f"<{element.tag}{own} {element.rest}" for element in made)
            yield f"<g class={look}>{drawn}</g>" if shared else drawn

    def _elements(self, items: list[Item]) -> list[_Drawn]:
        made: list[_Drawn] = []
        for block, group in groupby(items, self._block):
            if block:
                made.append(self._text([item for item in group if isinstance(item, Words)]))
                continue
            for item in group:
                if not isinstance(item, Shape):
                    made.append(self._photo(item) if isinstance(item, Photo) else self._line(item))
                elif self._title(item) or self._sign(item):
                    made.append(self._marked(item))
                else:
                    self._add(made, item)
        return made

    def _block(self, item: Item) -> int:
        """The number of the text that a line belongs to, if it can be one element with others."""
        return item.group if isinstance(item, Words) and not item.title and self._holds(item) else 0

    def _add(self, made: list[_Drawn], item: Shape) -> None:
        """Add a shape: to the last of its look, if nothing that it touches was drawn since."""
        look, way, box = self.page.class_of(item), "".join(steps(item.segments)), _box(item)
        for drawn in reversed(made):
            same = drawn.look == look and drawn.tag == "path" and drawn.open
            if same and not (item.fill and any(map(box.overlaps, drawn.boxes))):
                drawn.rest = f'{drawn.rest[:-3]}{way}"/>'
                drawn.boxes.append(box)
                return
            if any(map(box.overlaps, drawn.boxes)):
                break
        made.append(_Drawn(look, "path", f'd="{way}"/>', [box], open=True))

    def _marked(self, item: Shape) -> _Drawn:
        """A shape with a title, or one that is defined once."""
        start, way = steps(item.segments)
        sign = self._sign(item)
        if sign is None:
            look, tag, made = self.page.class_of(item), "path", f'd="{start}{way}"'
        else:
            x, y = item.segments[0][1]
            # After a value without quotation marks, a slash would be part of it.
            look, tag, made = "", "use", f"href=#{sign} x={number(x)} y={number(y)} "
        title = self._title(item)
        return _Drawn(look, tag, f"{made.rstrip()}>{title}</{tag}>" if title else f"{made}/>", [_box(item)])

    def _sign(self, item: Shape) -> str | None:
        return self._signs.get((self.page.class_of(item), steps(item.segments)[1]))

    def _line(self, item: Words) -> _Drawn:
        return self._text([item]) if self._holds(item) else self._outlined(item)

    def _text(self, lines: list[Words]) -> _Drawn:
        """The lines of one text, which is found and read as one."""
        first = lines[0]
        text = f"{self._title(first)}{boundary.xml(first.line.text)}"
        for before, line in pairwise(lines):
            down = number(round(line.y, 1) - round(before.y, 1))
            # A blank between lines keeps their words apart where they are read aloud or copied.
            text += f" <tspan x={number(line.box.left)} dy={down}>{boundary.xml(line.line.text)}</tspan>"
        place = f"x={number(first.box.left)} y={number(first.y)}"
        return _Drawn(self.page.class_of(first), "text", f"{place}>{text}</text>", [line.box for line in lines])

    def _holds(self, item: Words) -> bool:
        return webfonts.holds(item.line.text, self.scene.faces)

    def _outlined(self, item: Words) -> _Drawn:
        """A line of text as outlines: the fonts of the page lack some of it."""
        scale = f"{item.size / EM:.6g}"
        place = f"translate({number(item.box.left)} {number(item.y)}) scale({scale} -{scale})"
        used = "".join(map(self._use, glyphs(item.line.text, item.weight, self.scene.faces)))
        label = f'role=img aria-label="{boundary.xml(item.line.text)}"'
        rest = f'{label} transform="{place}">{self._title(item)}{used}</g>'
        return _Drawn(self.page.class_of(item), "g", rest, [item.box])

    def _use(self, glyph: Glyph) -> str:
        name = f"{self.name}-{glyph.name}"
        if name not in self._glyphs:
            self._glyphs[name] = "".join(steps(glyph.shape, places=0))
        up = f' y="{round(glyph.y)}"' if round(glyph.y) else ""
        return f'<use href="#{boundary.xml(name)}" x="{round(glyph.x)}"{up}/>'

    def _photo(self, item: Photo) -> _Drawn:
        from PIL import Image

        file = io.BytesIO()
        Image.frombytes("RGBA", (item.side, item.side), item.pixels).save(file, "PNG")
        data = base64.b64encode(file.getvalue()).decode()
        box = item.box
        x, y, width, height = map(number, (box.left, box.top, box.width, box.height))
        place = f'x={x} y={y} width={width} height={height} href="data:image/png;base64,{data}"'
        if not item.round:
            return _Drawn("", "image", f"{place}><title>{boundary.xml(item.title)}</title></image>", [box])
        self._photos += 1
        circle = f"{self.name}-photo{self._photos}"
        middle = f'cx="{number(box.middle)}" cy="{number((box.top + box.bottom) / 2)}" r="{number(box.width / 2)}"'
        clipped = f'<image clip-path="url(#{circle})" {place}/>'
        return _Drawn("", "clipPath", f'id="{circle}"><circle {middle}/></clipPath>{clipped}', [box])

    def _title(self, item: Shape | Words) -> str:
        told = item.title if self.tips or isinstance(item, Words) else ""
        return f"<title>{boundary.xml(told)}</title>" if told else ""


def _texts_last(items: list[Item]) -> list[Item]:
    """The items with texts after shapes, where it looks the same: texts of one look then follow each other."""
    shapes: list[Item] = []
    texts: list[Item] = []
    above: list[Box] = []
    for item in reversed(items):
        if isinstance(item, Words) and not any(map(item.box.overlaps, above)):
            texts.append(item)
        else:
            shapes.append(item)
            above.append(_box(item))
    return [*reversed(shapes), *reversed(texts)]


def _box(item: Item) -> Box:
    """What an item can cover."""
    if not isinstance(item, Shape):
        return item.box
    across = [x for _, numbers in item.segments for x in numbers[::2]]
    down = [y for _, numbers in item.segments for y in numbers[1::2]]
    return Box(min(across), min(down), max(across), max(down)).grown(item.width / 2 if item.stroke else 0.0)


def _letters(place: int) -> str:
    """A short name for each place: ``a`` to ``Z``, ``aa``, ..."""
    rest, last = divmod(place, len(_LETTERS))
    return (_letters(rest - 1) if rest else "") + _LETTERS[last]
