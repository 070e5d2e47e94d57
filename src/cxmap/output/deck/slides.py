"""What slides are made of: titles, paragraphs, tables, charts and notes, each placed in points."""

from __future__ import annotations

import copy
import itertools
from typing import TYPE_CHECKING, Any

from cxmap.output.deck.fit import on_ground, theme_on
from cxmap.output.deck.template import kind_of, title_of
from cxmap.output.deck.wording import Align, Cell, Column, Paragraph, Run, Tone
from cxmap.output.drawing import pptx
from cxmap.output.drawing.pptx_shapes import EMU, LOCALES, element, fonts_of
from cxmap.output.drawing.scene import Box
from cxmap.output.drawing.theme import THEMES
from cxmap.output.drawing.typesetting import TextStyle, Typesetter
from cxmap.text import escape as boundary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cxmap.choices import Lang, ThemeName
    from cxmap.output.deck.template import Template
    from cxmap.output.drawing.fonts import Weight
    from cxmap.output.drawing.scene import Scene
    from cxmap.output.drawing.theme import Theme

_SPARE = 1.06  # what other fonts than ours may be wider
# How much wider than Fira Sans, in which text is measured, some fonts are that templates use.
_WIDER = {"verdana": 1.17, "dejavu sans": 1.17, "lucida sans unicode": 1.12, "lucida grande": 1.12, "montserrat": 1.12}
_WIDEST: Mapping[Weight, float] = {"regular": 1.2, "bold": 1.36}
"""How much wider DejaVu Sans sets 19 of 20 words: it takes the place of fonts that are absent."""
_NARROWER = "Arial"
_LINE = 1.2  # the height of a line, in sizes
_LEAST = 9.0  # no text of a slide itself is smaller, in points
_CELL = (7.0, 3.0)  # white space in a table's cell: at the sides, above and below
_TITLE = 26.0
_HAIRLINE = 0.75
_NAMESPACE = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


class Slides:
    """A deck in the making."""

    def __init__(self, template: Template, lang: Lang, font: str | None = None) -> None:
        self.template = template
        self.lang = lang
        self.theme_name: ThemeName
        self.theme_name, self._ground = theme_on(template.ground)
        self.theme: Theme = THEMES[self.theme_name]
        self.remarks: list[str] = []
        wider = _WIDER.get(template.font.lower(), 1.0)
        self._wider = wider * _SPARE
        self._font = font
        if wider > 1 and font is None:
            self._font = _NARROWER
            self.remarks.append(
                f"charts are set in {_NARROWER}: {template.font}, the template's font, is too wide for them; "
                f"--font '{template.font}' sets them in it all the same"
            )
        self._setter = Typesetter()

    @property
    def body(self) -> Box:
        """What is free for the content of a slide."""
        return self.template.body

    @property
    def count(self) -> int:
        """How many slides there are."""
        return len(self.template.deck.slides)

    def opening(self, title: str, subtitle: str) -> Any:
        """The first slide."""
        slide = self._added(self.template.opening)
        self._title(slide, title, own_size=True)
        below = next((shape for shape in slide.placeholders if kind_of(shape) == "SUBTITLE"), None)
        if below is None:
            self.text(slide, self.body, [Paragraph((Run(subtitle),))], 18)
        else:
            self._fill(below, subtitle)
        self._drop_empty(slide)
        return slide

    def page(self, title: str) -> Any:
        """One more slide, with a title and room for content."""
        slide = self._added(self.template.page)
        self._title(slide, title.removesuffix("."))
        self._drop_empty(slide)
        self._number(slide)
        if self._ground is None:  # nothing can be read on a picture
            grown = self.body.grown(6)
            self._rectangle(slide, grown, self.theme.paper)
        return slide

    def chart(self, slide: Any, drawn: Scene) -> None:
        """A chart at the top of the body."""
        scene = on_ground(drawn, self.theme_name, self._ground)
        left = self.body.left + (self.body.width - scene.width) / 2
        pptx.add_scene(slide, scene, left=left, top=self.body.top, font=self._font)

    def text(self, slide: Any, box: Box, paragraphs: Sequence[Paragraph], size: float, name: str = "Text") -> float:
        """Paragraphs in a box, as large as fits up to a size; where they end, in points.

        What does not fit at the least size is left out from the end, and counted.
        """
        shown, size = self._fitting(paragraphs, box, size)
        shape = slide.shapes.add_textbox(*_emus(box))
        shape.name = name
        frame = shape.text_frame
        frame.word_wrap = True
        for side in ("left", "top", "right", "bottom"):
            setattr(frame, f"margin_{side}", 0)
        body = frame._txBody  # noqa: SLF001 - paragraphs are written here
        body.remove(body.p_lst[0])
        for paragraph in shown:
            body.append(element(self._paragraph(paragraph, size)))
        return box.top + self.height(shown, box.width, size)

    def height_in_any_font(self, paragraphs: Sequence[Paragraph], width: float, size: float) -> float:
        """How high paragraphs without white above them become in the widest font, in points."""
        return sum(
            self._widest(paragraph, width, size * paragraph.size) * _LINE * paragraph.size * size
            for paragraph in paragraphs
        )

    def height(self, paragraphs: Sequence[Paragraph], width: float, size: float) -> float:
        """How high paragraphs are, in points."""
        return sum(
            (self._lines(paragraph, width, size) * _LINE + (paragraph.before if i else 0)) * paragraph.size * size
            for i, paragraph in enumerate(paragraphs)
        )

    def table(
        self, slide: Any, box: Box, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], size: float, about: str
    ) -> float:
        """A table as large as fits up to a size; where it ends.

        Args:
            slide: Where to.
            box: What is free for it.
            columns: Its columns.
            rows: Its cells.
            size: Of its text, in points.
            about: What it shows, for whoever cannot see it.
        """
        widths, head = _widths(box, columns), _head(columns)
        while True:
            heights = [self._row_height(cells, widths, size) for cells in (head, *rows)]
            if sum(heights) <= box.height or size <= _LEAST:
                break
            size -= 0.5
        frame = slide.shapes.add_table(
            len(rows) + 1, len(columns), *_emus(Box(box.left, box.top, box.right, box.top + sum(heights)))
        )
        frame.name = "Table"
        frame._element.nvGraphicFramePr.cNvPr.set("descr", boundary.xml_characters(about))  # noqa: SLF001 - no access
        table = frame.table
        style = table._tbl.tblPr  # noqa: SLF001 - the library offers no style without one
        for name in ("bandRow", "firstRow"):
            style.attrib.pop(name, None)
        style.set("firstRow", "1")
        for node in style:
            node.text = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # no style, no grid: a foreign one may hide our text
        for column, width in zip(table.columns, widths, strict=True):
            column.width = round(width * EMU)
        for i, (cells, height) in enumerate(zip((head, *rows), heights, strict=True)):
            table.rows[i].height = round(height * EMU)
            for j, runs in enumerate(cells):
                self._cell(table.cell(i, j), runs, columns[j].align, size, last_of_head=i == 0)
        return box.top + sum(heights)

    def parts(
        self, box: Box, columns: Sequence[Column], rows: Sequence[Sequence[Cell]]
    ) -> list[Sequence[Sequence[Cell]]]:
        """The rows of a table in as few parts as each fits a box, and those of much the same length."""
        widths, head = _widths(box, columns), _head(columns)
        heights = [self._row_height(cells, widths, _LEAST) for cells in rows]
        free = box.height - self._row_height(head, widths, _LEAST)
        for count in range(1, len(rows)):
            ends = [round(len(rows) * part / count) for part in range(count + 1)]
            if all(sum(heights[start:end]) <= free for start, end in itertools.pairwise(ends)):
                return [rows[start:end] for start, end in itertools.pairwise(ends)]
        return [[row] for row in rows]

    def notes(self, slide: Any, *paragraphs: str) -> None:
        """What the speaker reads, a paragraph each; nothing for those that are empty."""
        frame = slide.notes_slide.notes_text_frame
        if frame is None:  # the template's notes have no place for text
            return
        frame.text = "\n".join(boundary.xml_characters(text) for text in paragraphs if text)
        for run in frame._txBody.iter("{*}r"):  # noqa: SLF001 - a run has no language in the library
            run.get_or_add_rPr().set("lang", LOCALES[self.lang])

    def fits(self, text: str, width: float, size: float) -> int:
        """How many lines a text takes."""
        return self._count(text, width, TextStyle(size))

    def _added(self, layout: Any) -> Any:
        return self.template.deck.slides.add_slide(layout)

    def _title(self, slide: Any, text: str, *, own_size: bool = False) -> None:
        placeholder = title_of(slide)
        if placeholder is None:
            box = Box(self.body.left, 30, self.body.right, max(self.body.top - 6, 60))
            self.text(slide, box, [Paragraph((Run(text, bold=True),))], _TITLE, name="Title")
            return
        size = _size_of(placeholder, self.template.opening if own_size else self.template.page)
        self._fill(placeholder, text, self._smaller(placeholder, text, size))

    def _smaller(self, placeholder: Any, text: str, size: float) -> float | None:
        """The size at which a text fits a placeholder, where its own is too large."""
        if placeholder.width is None or placeholder.height is None:
            return None
        width, height = placeholder.width / EMU, placeholder.height / EMU
        tried = size
        while tried > 12 and self._count(text, width - 8, TextStyle(tried, "bold")) * tried * _LINE > height:
            tried -= 1
        return tried if tried < size else None

    def _fill(self, placeholder: Any, text: str, size: float | None = None) -> None:
        frame = placeholder.text_frame
        frame.text = boundary.xml_characters(text)
        for run in frame._txBody.iter("{*}r"):  # noqa: SLF001 - a run has no language in the library
            look = run.get_or_add_rPr()
            look.set("lang", LOCALES[self.lang])
            if size is not None:
                look.set("sz", str(round(size * 100)))

    def _drop_empty(self, slide: Any) -> None:
        """Remove the placeholders that nothing was put in: they would ask for text on the screen."""
        for shape in list(slide.placeholders):
            if not (shape.has_text_frame and shape.text_frame.text):
                shape._element.getparent().remove(shape._element)  # noqa: SLF001 - the library removes no shapes

    def _number(self, slide: Any) -> None:
        """The slide's number, where the layout has a place for it: the library leaves that out."""
        for shape in self.template.page.placeholders:
            if kind_of(shape) == "SLIDE_NUMBER":
                element = copy.deepcopy(shape._element)  # noqa: SLF001 - as above
                element.nvSpPr.cNvPr.set("id", str(_next_id(slide)))
                slide.shapes._spTree.append(element)  # noqa: SLF001 - as above

    def _rectangle(self, slide: Any, box: Box, color: str) -> None:
        from pptx.dml.color import RGBColor
        from pptx.enum.shapes import MSO_SHAPE

        shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *_emus(box))
        shape.name = "Ground"
        shape.fill.solid()
        shape.fill.fore_color.rgb = RGBColor.from_string(color[1:])
        shape.line.fill.background()
        shape.shadow.inherit = False

    def _fitting(self, paragraphs: Sequence[Paragraph], box: Box, size: float) -> tuple[Sequence[Paragraph], float]:
        while size > _LEAST and self.height(paragraphs, box.width, size) > box.height:
            size -= 0.5
        shown = list(paragraphs)
        while len(shown) > 1 and self.height(shown, box.width, size) > box.height:
            shown.pop()
        left = len(paragraphs) - len(shown)
        if left:
            shown[-1] = Paragraph((Run(f"… +{left + 1}", tone="muted"),), shown[-1].size)
            self.remarks.append(f"slide {self.count}: {left + 1} paragraphs did not fit")
        return shown, size

    def _lines(self, paragraph: Paragraph, width: float, size: float) -> int:
        bold = all(run.bold for run in paragraph.runs)
        inside = width - (size if paragraph.bullet else 0)
        return self._count(paragraph.text, inside, TextStyle(size * paragraph.size, "bold" if bold else "regular"))

    def _count(self, text: str, width: float, style: TextStyle) -> int:
        fitted = self._setter.fit(
            text, style, width=max(width / self._wider, style.size), lines=200, smallest=style.size
        )
        return max(1, len(fitted.lines))

    def _row_height(self, cells: Sequence[Cell], widths: Sequence[float], size: float) -> float:
        """How high a row becomes in the widest font: what is below a table stays clear of it in any."""
        lines = max(
            self._widest(Paragraph(runs), width - 2 * _CELL[0], size) for runs, width in zip(cells, widths, strict=True)
        )
        return lines * size * _LINE + 2 * _CELL[1]

    def _widest(self, paragraph: Paragraph, width: float, size: float) -> int:
        """The lines of a paragraph in the widest font that may take the place of the template's."""
        weight: Weight = "bold" if any(run.bold for run in paragraph.runs) else "regular"
        wider = max(self._wider, _WIDEST[weight])
        return self._count(paragraph.text, width * self._wider / wider, TextStyle(size, weight))

    def _paragraph(self, paragraph: Paragraph, size: float) -> str:
        own = size * paragraph.size
        indent = round(size * EMU)
        bullet = f'marL="{indent}" indent="-{indent}"' if paragraph.bullet else 'marL="0" indent="0"'
        mark = '<a:buFont typeface="Arial"/><a:buChar char="•"/>' if paragraph.bullet else "<a:buNone/>"
        before = f'<a:spcBef><a:spcPts val="{round(paragraph.before * own * 100)}"/></a:spcBef>'
        runs = "".join(self._run(run, own) for run in paragraph.runs)
        return f"<a:p {_NAMESPACE}><a:pPr {bullet}>{before}{mark}</a:pPr>{runs}</a:p>"

    def _run(self, run: Run, size: float) -> str:
        return (
            f'<a:r><a:rPr lang="{LOCALES[self.lang]}" sz="{round(size * 100)}" b="{int(run.bold)}" dirty="0">'
            f"<a:solidFill>{self._color(run.tone)}</a:solidFill>{fonts_of()}</a:rPr>"
            f"<a:t>{boundary.xml(run.text)}</a:t></a:r>"
        )

    def _color(self, tone: Tone) -> str:
        """A colour of the theme of charts; that of plain text is the template's own where it can be read."""
        if tone == "ink" and self.template.ink and self._ground is not None:
            return '<a:schemeClr val="tx1"/>'
        return f'<a:srgbClr val="{getattr(self.theme, tone)[1:]}"/>'

    def _cell(self, cell: Any, runs: Cell, align: Align, size: float, *, last_of_head: bool) -> None:
        sides, ends = (round(margin * EMU) for margin in _CELL)
        cell.margin_left = cell.margin_right = sides
        cell.margin_top = cell.margin_bottom = ends
        body = cell.text_frame._txBody  # noqa: SLF001 - runs are written here
        body.remove(body.p_lst[0])
        written = "".join(self._run(run, size) for run in runs)
        # An empty paragraph has a size too, and would else be as high as one of 18 points.
        end = f'<a:endParaRPr sz="{round(size * 100)}"/>'
        body.append(element(f'<a:p {_NAMESPACE}><a:pPr algn="{align}"/>{written}{end}</a:p>'))
        width = 1.5 if last_of_head else _HAIRLINE
        look = cell._tc.get_or_add_tcPr()  # noqa: SLF001 - the library has no borders
        look.append(
            element(
                f'<a:lnB {_NAMESPACE} w="{round(width * EMU)}" cap="flat"><a:solidFill>{self._color("muted")}'
                "</a:solidFill></a:lnB>"
            )
        )
        look.append(element(f"<a:noFill {_NAMESPACE}/>"))


def _widths(box: Box, columns: Sequence[Column]) -> list[float]:
    whole = sum(column.share for column in columns)
    return [box.width * column.share / whole for column in columns]


def _head(columns: Sequence[Column]) -> list[Cell]:
    return [(Run(column.head, bold=True, tone="muted"),) for column in columns]


def _emus(box: Box) -> tuple[Any, Any, Any, Any]:
    left, top, width, height = (round(side * EMU) for side in (box.left, box.top, box.width, box.height))
    return left, top, max(1, width), max(1, height)


def _next_id(slide: Any) -> int:
    return max(map(int, slide.element.xpath("//p:cNvPr/@id")), default=0) + 1


def _size_of(placeholder: Any, layout: Any) -> float:
    """The size of a title's text, as its layout and its master have it."""
    number = placeholder.placeholder_format.idx
    on_layout = [shape for shape in layout.placeholders if shape.placeholder_format.idx == number]
    master = layout.slide_master
    on_master = [shape for shape in master.placeholders if kind_of(shape) == "TITLE"]
    for shape in itertools.chain(on_layout, on_master):
        found = shape._element.xpath(".//a:lstStyle/a:lvl1pPr/a:defRPr/@sz")  # noqa: SLF001 - the library inherits none
        if found:
            return int(found[0]) / 100
    found = master._element.xpath("./p:txStyles/p:titleStyle/a:lvl1pPr/a:defRPr/@sz")  # noqa: SLF001 - as above
    return int(found[0]) / 100 if found else 44.0
