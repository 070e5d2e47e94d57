"""A view in, a picture out: the door through which charts are asked for."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace
from importlib import import_module
from threading import Thread
from typing import TYPE_CHECKING, Any

from cxmap.output.charts.titles import titled
from cxmap.output.drawing import fonts, mpl
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.options import SLIDE_HEIGHT, SLIDE_WIDTH, ChartError, ChartOptions
from cxmap.output.drawing.paper import ON_A_SLIDE, SMALLEST_ON_A_SLIDE, fitted_to_slide, on_paper, on_slide
from cxmap.output.drawing.save import DPI, save
from cxmap.output.drawing.scene import Scene, block
from cxmap.output.drawing.typesetting import TextStyle, Typesetter

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable, Sequence

    from cxmap.choices import ChartFormat, SvgText
    from cxmap.output.charts.view import View

AS_IS = ChartOptions()
_NEARLY = 1e-6  # of a point
_MOST = 0.7  # of the text on a slide is as large as most is to be
_SMALL_PRINT = frozenset(
    {"ranking", "change", "matrix", "drivers", "stakeholders", "roadmap", "dashboard", "trend", "atlas"}
)  # most of their text is
_IN_SLIDES = {"roadmap": "", "dashboard": "", "change": "rows", "drivers": "rows", "trend": "cards", "atlas": "rows"}
"""What charts are cut by where they have slides of their own, by name; empty: they do so themselves."""
_SHORTER = frozenset({"ranking"})  # leaves out its last rows where a page is low


@dataclass(frozen=True, slots=True)
class Picture:
    """A finished chart.

    Attributes:
        data: The bytes of the file.
        alt: What it shows, in full sentences.
        remarks: What whoever asked for it should know: characters that no font has, with the remedy.
        shortened: Texts that end in an ellipsis for want of room.
    """

    data: bytes
    alt: str
    remarks: tuple[str, ...]
    shortened: tuple[str, ...]

    def __repr__(self) -> str:
        return f"<Picture of {len(self.data):,} bytes: {self.alt[:60]}>"

    def _repr_png_(self) -> bytes | None:
        """The picture for a notebook, if it is a PNG."""
        return self.data if self.data.startswith(b"\x89PNG") else None

    def _repr_svg_(self) -> str | None:
        """The picture for a notebook, if it is an SVG."""
        return self.data.decode() if self.data.lstrip().startswith((b"<?xml", b"<svg")) else None

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write it into a file, whole or not at all.

        Raises:
            cxmap.io.files.WriteError: It cannot be written.
        """
        from cxmap.io.files import Output

        Output(path).write(self.data)


def scene(view: View, options: ChartOptions = AS_IS) -> Scene:
    """Lay out a chart, without drawing it.

    Raises:
        ChartError: It cannot be made as asked.
    """
    mpl.load()
    layout = _layout(_name(view))
    if options.slide:
        return titled(_for_slide(layout, view, options), view)
    made = titled(layout(view, options), view)
    return made if options.paper is None else on_paper(made, options.paper)


def _for_slide(layout: Callable[[View, ChartOptions], Scene], view: View, options: ChartOptions) -> Scene:
    """A scene as wide as a slide, with larger text; it says so where it is higher than one.

    It is laid out so that what it has as labels has 11 points; where most of its text is smaller than labels, so that
    its small print has, unless it then is higher than a slide and else was not.
    """
    name = _name(view)
    panels = name == "matrix" and _personas(view) > 1  # side by side, they need the room for names
    try:
        made = _enlarged(layout, view, options, look.SMALL if name in _SMALL_PRINT and not panels else look.LABEL)
    except ChartError as error:  # what it says of widths is about text of the usual size
        smallest = f"too large for a slide: some text would be smaller than {SMALLEST_ON_A_SLIDE:g} points"
        less = ", or ask for one --persona" if _personas(view) > 1 else ""
        raise ChartError(f"{smallest}; leave --for slide out{less}") from error
    if _share_to_read(made) < _MOST and not panels:
        with contextlib.suppress(ChartError):
            larger = _enlarged(layout, view, options, look.SMALL)
            made = larger if larger.height <= SLIDE_HEIGHT + _NEARLY or made.height > SLIDE_HEIGHT + _NEARLY else made
    if made.height <= SLIDE_HEIGHT + _NEARLY:
        return made
    more = f"{made.height / SLIDE_HEIGHT - 1:.0%}"
    remark = f"{made.title}: {more} higher than a slide, so that its text can be read"
    if name in _IN_SLIDES:
        remark += "; --format pptx and pdf have slides of it"
    elif _personas(view) > 1:
        remark += "; one --persona takes less"
    return replace(made, remarks=(*made.remarks, remark))


def _enlarged(
    layout: Callable[[View, ChartOptions], Scene], view: View, options: ChartOptions, style: TextStyle
) -> Scene:
    """A chart laid out for so much less width that text of a style has 11 points when it is as wide as a slide."""
    larger = ON_A_SLIDE / style.size
    asked = replace(options, width=SLIDE_WIDTH / 72 / larger)
    if _name(view) in _SHORTER and options.height is None:
        with contextlib.suppress(ChartError):  # not even its first rows fit
            return on_slide(layout(view, replace(asked, height=SLIDE_HEIGHT / 72 / larger)), larger)
    return on_slide(layout(view, asked), larger)


def _share_to_read(made: Scene) -> float:
    """How much of the text is as large as most text on a slide is to be, by its characters."""
    lengths = [(len(words.line.text), words.size >= ON_A_SLIDE - _NEARLY) for words in made.words]
    return sum(length for length, large in lengths if large) / max(sum(length for length, _ in lengths), 1)


def _personas(view: Any) -> int:
    """How many personas a chart of a journey shows, one of which may be asked for; 0: it is of a project."""
    match _name(view):
        case "emotion":
            return len(view.lines)
        case "map":
            return len(view.emotion.lines)
        case "blueprint":
            return len(view.journey.lines)
        case "personas":
            return len(view.cards)
        case "ranking" | "change" | "matrix":
            return len(view.personas)
        case _:
            return 0


def _name(view: View) -> str:
    """The chart that a view is of: importing the classes would import all charts."""
    return type(view).__name__.removesuffix("View").lower()


def render(
    view: View,
    form: ChartFormat,
    options: ChartOptions = AS_IS,
    *,
    dpi: float = DPI,
    svg_text: SvgText = "outlines",
    following: Sequence[View] = (),
    headlines: Sequence[str] = (),
) -> Picture:
    """Draw a chart. The same view and options give the same bytes; safe to call from several threads.

    Args:
        view: What it shows.
        form: ``png``, ``svg``, ``pdf`` or ``pptx``.
        options: How it is to look.
        dpi: Pixels an inch; a PNG only.
        svg_text: What text is made of; an SVG only.
        following: What further pages of the file show; a PDF or a PPTX only.
        headlines: What the view and each of the following shows in a sentence, to stand above its title; none: nothing.

    Raises:
        ChartError: It cannot be made as asked.
        MissingExtraError: What writes PPTX is not installed.
    """
    said = headlines or [options.headline] * (1 + len(following))
    pages = [
        scene(page, replace(options, headline="" if i else headline))
        for each, headline in zip((view, *following), said, strict=True)
        for i, page in enumerate(_pages(each, form, replace(options, headline=headline)))
    ]
    if form == "pptx" and len(pages) > 1:  # slides of one file have one size
        pages = [fitted_to_slide(page) for page in pages]
    missing = tuple(dict.fromkeys(char for page in pages for char in page.missing))
    remarks = dict.fromkeys(remark for page in pages for remark in page.remarks)
    return Picture(
        save(pages[0], form, dpi=dpi, svg_text=svg_text, font=options.font, following=pages[1:]),
        "\n\n".join(page.alt for page in pages),
        (*remarks, *([fonts.remedy(missing)] if missing else [])),
        tuple(text for page in pages for text in page.shortened),
    )


def _pages(view: View, form: ChartFormat, options: ChartOptions) -> Sequence[View]:
    """The pages that a chart has in a PDF, and on slides: those of charts whose rows are on their own."""
    rows = _IN_SLIDES.get(_name(view))
    if rows is None or form not in {"pdf", "pptx"}:
        return [view]
    from cxmap.output.charts.dashboard.view import DashboardView
    from cxmap.output.charts.roadmap.view import RoadmapView, in_parts

    def fits(page: View) -> bool:
        return scene(page, options).height <= SLIDE_HEIGHT + _NEARLY

    def part(start: int, end: int) -> View:
        return replace(view, **{rows: getattr(view, rows)[start:end]})

    if not options.slide:
        return view.pages() if form == "pdf" and isinstance(view, RoadmapView) else [view]
    if isinstance(view, RoadmapView | DashboardView):
        return view.slides(fits)
    return [view] if fits(view) else in_parts(part, len(getattr(view, rows)), fits)


def rehearse(charts: Iterable[str], form: ChartFormat | None) -> None:
    """Import whatever drawing some charts takes, and open the fonts, before there is something to draw.

    Args:
        charts: Their names.
        form: ``png``, ``svg``, ``pdf`` or ``pptx``; none: they are laid out alone.
    """
    if form:
        Thread(target=fonts.listed_by_fontconfig).start()  # another program answers meanwhile
    mpl.load()
    for chart in charts:
        _layout(chart)
    setter = Typesetter()
    words = block(setter.line("Curtain up – “all’s well”", TextStyle(10)), 0, 0, "#000000")
    if form:
        save(Scene.set_by(setter, words, width=1, height=1, paper="#ffffff", title="", alt="", lang="en"), form)


def _layout(chart: str) -> Callable[[View, ChartOptions], Scene]:
    """What lays out a chart: eight are a lot to import for one."""
    layout: Callable[[View, ChartOptions], Scene] = import_module(f"cxmap.output.charts.{chart}.layout").layout
    return layout
