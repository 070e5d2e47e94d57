"""A report as one HTML page: it holds its style, its script, its fonts and its charts, and loads nothing.

The policy that it carries lets nothing else in: no request, no style or script but its own, known by their hashes. All
is there without the script, which only sorts tables and picks the colours.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

import htpy as h
from markupsafe import Markup

from cxmap.output.charts.batch import lay_out as lay_out_here
from cxmap.output.drawing import webfonts
from cxmap.output.drawing.options import ChartError, ChartOptions
from cxmap.output.drawing.theme import DARK, LIGHT, PRINT
from cxmap.output.drawing.web_svg import WebCharts
from cxmap.output.report.content import (
    Badge,
    Bullets,
    ChartFigure,
    DataTable,
    Facts,
    Image,
    Jump,
    Panel,
    Paragraph,
    Quotes,
    Strong,
)
from cxmap.text import escape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from cxmap.i18n.report import ReportWords
    from cxmap.output.charts.view import View
    from cxmap.output.drawing.scene import Scene
    from cxmap.output.drawing.theme import Theme
    from cxmap.output.report.content import Cell, Chapter, Inline, ReportBlock, ReportContent, Rich

    LayOut = Callable[[Sequence[tuple[View, ChartOptions]]], Iterator[Scene | ChartError]]

BROAD = frozenset({"map", "blueprint", "roadmap", "stakeholders"})
"""Charts that may be wider than a column of text: on narrow screens they scroll."""
COLUMN = 1040
"""Width in points up to which a chart is read in a column of text without scrolling."""
BROADSIDE = frozenset({"map", "blueprint"})
"""Charts that have a page of their own on paper, across."""
WIDTHS = {"emotion": 1040 / 72, "dashboard": 940 / 72}
"""Of charts whose text would be small on a page if they were as wide as they can be, in inches."""
VAST = 1500
"""Width in points from which on text would be too small to read if a chart were as narrow as others."""
LISTS = frozenset({"change", "atlas"})
"""Charts whose description goes through their rows: too long for a sentence above them."""
TOLD = frozenset({"map", "matrix"})
"""Charts of whose points figures and a table on the page say what is known."""
FLOWS = frozenset({"method", "dashboard"})
"""Chapters that begin no page of their own on paper."""


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """A finished page.

    Attributes:
        html: Its text.
        remarks: What whoever asked for it should know, such as characters that no font has.
        parts: How many bytes its charts take, by chart, its fonts (``fonts``) and its pictures (``images``).
    """

    html: str
    remarks: tuple[str, ...]
    parts: dict[str, int]


def page(content: ReportContent, words: ReportWords, lay_out: LayOut | None = None) -> HtmlPage:
    """Make a page of a report. The same report gives the same text.

    Args:
        content: The report.
        words: What the page itself says, in the report's language.
        lay_out: What makes the scenes of charts, in their order; none: this process.
    """
    charts = _charts(block for chapter in content.chapters for block in chapter.blocks)
    asked = [(chart.view, _options(chart)) for chart in charts]
    scenes = lay_out(asked) if lay_out else map(lay_out_here, asked)
    writer = _Writer(words, frozenset(_anchors(content.chapters)), scenes)
    main = [writer.chapter(chapter) for chapter in content.chapters]
    style, script = _style(writer.drawn), _script()
    document = h.html(lang=content.lang)[
        h.head[
            h.meta(http_equiv="Content-Security-Policy", content=_policy(style, script)),
            h.meta(name="generator", content="cxmap"),
            h.meta(charset="utf-8"),
            h.meta(name="viewport", content="width=device-width, initial-scale=1"),
            h.meta(name="color-scheme", content="light dark"),
            h.title[content.title],
            h.style[Markup(style)],  # noqa: S704 - our own file
        ],
        h.body[
            h.a(".skip", href="#main")[words.skip],
            h.div(".page")[
                h.header(".top")[
                    h.h1[content.title],
                    h.ul(".about")[(h.li[text] for text in content.about)],
                ],
                _contents(content, words),
                h.main("#main")[main],
                h.footer(".foot")[h.p[content.foot]],
            ],
            h.script[Markup(script)],  # noqa: S704 - our own file
        ],
    ]
    return HtmlPage(escape.page(_without_optional(str(document))), tuple(dict.fromkeys(writer.remarks)), writer.parts)


def _charts(blocks: Iterable[ReportBlock]) -> Iterator[ChartFigure]:
    for block in blocks:
        if isinstance(block, ChartFigure):
            yield block
        elif isinstance(block, Panel):
            yield from _charts(block.blocks)


def _options(chart: ChartFigure) -> ChartOptions:
    return ChartOptions(lang=chart.lang, rows=chart.rows, width=WIDTHS.get(chart.chart))


def _contents(content: ReportContent, words: ReportWords) -> h.Renderable:
    return h.nav(
        ".contents",
        aria_labelledby="contents",
        data_label=words.theme,
        data_themes=json.dumps(words.themes, ensure_ascii=False),
    )[
        h.h2("#contents")[content.contents],
        h.ol[(h.li[h.a(href=f"#{chapter.anchor}")[chapter.title]] for chapter in content.chapters)],
    ]


def _without_optional(html: str) -> str:
    """The page without what HTML does not ask for: some end tags, and quotation marks around plain values."""
    html = re.sub("</(?:td|th|tr|thead|tbody|li|dt|dd)>", "", html)
    return re.sub(r"<(?:a|t[hdr]|div|dl|span|p|h\d|details|section|figure|blockquote) [^>]*>", _bare, html)


def _bare(tag: re.Match[str]) -> str:
    return re.sub(r' (class|role|tabindex|scope|href|data-v)="([\w.#-]+)"', r" \1=\2", tag[0])


def _policy(style: str, script: str) -> str:
    """What the page may do: show what it holds."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; img-src data:; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _style(charts: WebCharts) -> str:
    """The fonts, the colours of the page and of its charts in either theme, and the style sheet."""
    sheet = re.sub(r"/\*.*?\*/\n|(?<=\n) +", "", (files("cxmap") / "web/report.css").read_text(encoding="utf-8"))
    light = _variables(LIGHT, good="#00684C", link="#005A8F", hair="#D9DCDF") + charts.variables(dark=False)
    dark = _variables(DARK, good="#7FDDB6", link="#7CC4F2", hair="#343C45") + charts.variables(dark=True)
    paper = _variables(PRINT, good="#00563F", link="#004488", hair="#CCCCCC")
    return f"""{webfonts.css()}
:root{{color-scheme:light;{light}}}
@media screen and (prefers-color-scheme:dark){{:root:not([data-theme=light]){{color-scheme:dark;{dark}}}}}
@media screen{{:root[data-theme=dark]{{color-scheme:dark;{dark}}}}}
@media print{{:root{{{paper}}}}}
{sheet}
{charts.classes()}"""


def _variables(theme: Theme, *, good: str, link: str, hair: str) -> str:
    """The colours of a theme, with those that text and rules of a page need besides."""
    named = {name: getattr(theme, name) for name in ("paper", "band", "ink", "muted", "rule", "short")}
    named |= {"series-1": theme.series[0].color, "good-ink": good, "link": link, "hair": hair}
    return "".join(f"--{name}:{color};" for name, color in named.items())


def _script() -> str:
    return (files("cxmap") / "web/report.js").read_text(encoding="utf-8")


def _anchors(chapters: Iterable[Chapter]) -> Iterator[str]:
    """Every anchor of the page."""
    for chapter in chapters:
        yield chapter.anchor
        yield from _anchors_in(chapter.blocks)


def _anchors_in(blocks: Iterable[ReportBlock]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Panel):
            yield from [block.anchor] if block.anchor else []
            yield from _anchors_in(block.blocks)
        elif isinstance(block, DataTable):
            yield from block.anchors


class _Writer:
    """What makes elements of blocks, and remembers what is to be said about them."""

    def __init__(self, words: ReportWords, anchors: frozenset[str], scenes: Iterator[Scene | ChartError]) -> None:
        self._words = words
        self._anchors = anchors
        self._scenes = scenes  # in the order of the page, each awaited where it stands
        self.remarks: list[str] = []
        self.drawn = WebCharts(anchors)
        self.charts = 0
        self.said: dict[tuple[str, ...], str] = {}
        self.parts: dict[str, int] = {"fonts": len(webfonts.css())}

    def chapter(self, chapter: Chapter) -> h.Renderable:
        """A chapter with its heading."""
        kind = chapter.name + (" flow" if chapter.name in FLOWS else "") + (" desired" if chapter.desired else "")
        return h.section(class_=f"chapter {kind}", id=chapter.anchor, lang=chapter.lang or None)[
            chapter.kicker and h.p(".kicker")[chapter.kicker],
            h.h2[chapter.title],
            self._all(chapter.blocks),
        ]

    def _all(self, blocks: Iterable[ReportBlock]) -> list[Markup]:
        # As text, of which htpy takes each piece once, and not once for each element around it.
        return [Markup(self._block(block)) for block in blocks]  # noqa: S704 - htpy has escaped it

    def _block(self, block: ReportBlock) -> h.Renderable:
        match block:
            case Paragraph():
                return h.p(class_=block.look or None)[self._rich(block.content)]
            case Facts():
                return self._facts(block)
            case Bullets():
                kind = h.ol if block.numbered else h.ul
                return kind[(h.li[self._rich(item)] for item in block.items)]
            case Quotes():
                return self._quotes(block)
            case DataTable():
                return self._table(block)
            case ChartFigure():
                return self._figure(block)
            case Image():
                return self._image(block)
            case Panel():
                return self._panel(block)

    def _rich(self, content: Rich) -> Markup:
        return Markup("").join(self._inline(part) for part in content)

    def _inline(self, part: Inline) -> h.Renderable | str:
        match part:
            case Jump(text=text, anchor=anchor, hint=hint) if anchor:
                if anchor not in self._anchors:
                    return "" if hint else text
                return h.a(href=f"#{anchor}", class_="hint" if hint else None)[text]
            case Jump(text=text, url=url):
                web = url.startswith(("https://", "http://"))
                return h.a(href=url, rel="noreferrer")[text] if web else text
            case Badge():
                return h.span(class_=f"badge {part.kind}")[part.text]
            case Strong():
                return h.strong[part.text]
        return part

    def _facts(self, block: Facts) -> h.Renderable:
        return h.dl(class_=f"facts{' wide' if block.wide else ''}")[
            (
                h.div[
                    h.dt[fact.label],
                    h.dd[
                        self._rich(fact.values[0])
                        if len(fact.values) == 1
                        else h.ul[(h.li[self._rich(value)] for value in fact.values)]
                    ],
                ]
                for fact in block.facts
            )
        ]

    def _quotes(self, block: Quotes) -> h.Renderable:
        return h.fragment[
            (
                h.blockquote(class_=None if quote.spoken else "noted")[
                    quote.text and h.p[self._words.quoted.format(quote.text) if quote.spoken else quote.text],
                    h.footer[self._rich(quote.by)],
                ]
                for quote in block.quotes
            )
        ]

    def _table(self, block: DataTable) -> h.Renderable:
        numeric = [column.numeric for column in block.columns]
        anchors = block.anchors or ("",) * len(block.rows)
        return h.div(".scroll", role="group", tabindex="0", aria_label=block.caption)[
            h.table(
                class_=" ".join(f"n{i}" for i, column in enumerate(numeric, 1) if column) or None,
                data_sort="" if block.sortable else None,
            )[
                h.caption[block.caption],
                h.thead[h.tr[(h.th(scope="col")[column.label] if column.label else h.td for column in block.columns)]],
                h.tbody[
                    (
                        h.tr(id=anchor or None)[
                            (self._cell(cell, first=i == 0, sortable=block.sortable) for i, cell in enumerate(row))
                        ]
                        for anchor, row in zip(anchors, block.rows, strict=True)
                    )
                ],
            ]
        ]

    def _cell(self, cell: Cell, *, first: bool, sortable: bool) -> h.Renderable:
        value = f"{cell.number:.12g}" if sortable and cell.number is not None else None
        value = None if cell.content == (value,) else value
        content = self._rich(cell.content)
        return h.th(scope="row", data_v=value)[content] if first else h.td(data_v=value)[content]

    def _figure(self, block: ChartFigure) -> h.Renderable:
        heading = h.h3[block.title]
        made = self._scene(block)
        finding = block.finding or (made.finding if made and block.chart not in LISTS else "")
        self.charts += 1
        words = f"c{self.charts}-words"
        said = self.said.setdefault(tuple(made.in_words), words) if made else words
        width = made.width if made else 0
        broad = block.chart in BROAD and width > COLUMN
        kinds = [*(["broad"] if broad else []), *(["vast"] if width > VAST else [])]
        figure = h.figure(class_=" ".join(kinds) or None)[
            None if block.folded else heading,
            finding and h.p(".finding")[finding],
            self._drawing(block, made, said) if made else h.p(".note")[self._words.no_chart],
            h.details(".words")[h.summary[self._words.in_words], h.div(id=words)[(h.p[line] for line in made.in_words)]]
            if made and said == words  # what is drawn twice is said once, where it is drawn first
            else None,
        ]
        if not block.folded:
            return figure
        folded = h.details(".folded")[h.summary[h.div(".head")[heading]], h.div(".body")[figure]]
        return h.div(".broadside")[folded] if block.chart in BROADSIDE else folded

    def _scene(self, block: ChartFigure) -> Scene | None:
        """A chart laid out; ``None`` where it cannot be made, which is remarked."""
        made = next(self._scenes)
        if isinstance(made, ChartError):
            self.remarks.append(f"{block.title}: {made}")
            return None
        self.remarks += made.remarks
        return made

    def _drawing(self, block: ChartFigure, made: Scene, words: str) -> h.Renderable:
        """A chart; what describes it is its ``words``, beside it."""
        tips = block.chart not in TOLD
        text = self.drawn.element(made, f"c{self.charts}", described_by=words, tips=tips)
        self.parts[block.chart] = self.parts.get(block.chart, 0) + len(text.encode())
        markup = Markup(text)  # noqa: S704 - written by WebCharts, which escapes
        return h.div(".scroll", role="group", tabindex="0", aria_label=block.title)[markup]

    def _image(self, block: Image) -> h.Renderable:
        data = base64.b64encode(block.data).decode()
        self.parts["images"] = self.parts.get("images", 0) + len(data)
        return h.img(class_="round" if block.round else "picture", src=f"data:image/jpeg;base64,{data}", alt=block.alt)

    def _panel(self, block: Panel) -> h.Renderable:
        body = self._all(block.blocks)
        head = self._head(block)
        anchor = block.anchor or None
        if block.fold:
            kind = "touchpoint" if block.kind == "touchpoint" else "folded"
            weak = " weak" if any(isinstance(part, Badge) and part.kind == "weak" for part in block.aside) else ""
            return h.details(class_=f"{kind}{weak}", id=anchor, open=block.fold == "open")[
                h.summary[head], h.div(".body")[body]
            ]
        return h.div(class_=f"panel {block.kind}", id=anchor)[head, body]

    def _head(self, block: Panel) -> h.Renderable | None:
        if not block.title:
            return None
        heading = {2: h.h2, 3: h.h3, 4: h.h4, 5: h.h5, 6: h.h6}[block.level]
        return h.div(".head")[
            heading[self._rich(block.title)],
            h.div(".aside")[self._rich(block.aside)] if block.aside else None,
        ]
