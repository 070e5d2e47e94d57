"""The page of a chart, and what surrounds every chart: headline and title above, key and notes below."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cxmap.output.drawing import theme as look
from cxmap.output.drawing.options import SLIDE_HEIGHT, SLIDE_WIDTH, ChartError, ChartOptions
from cxmap.output.drawing.scene import Item, Scene, block, centred
from cxmap.output.drawing.typesetting import TextStyle, Typesetter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from cxmap.choices import Lang
    from cxmap.output.drawing.theme import Theme
    from cxmap.output.drawing.typesetting import TextBlock


_HEADLINE = TextStyle(20, "bold")
_BELOW_HEADLINE = TextStyle(12, "bold")  # a title that a headline stands above
_SMALLEST_TITLE = 12.0
_SMALLEST_SUBTITLE = 8.0
_BELOW_HEAD = 12.0  # white space between what is above a chart and the chart
_BELOW_FOOT = look.MARGIN - 6  # and below what is below it
_NEARLY = 0.5  # of a point: nobody sees it


@dataclass(frozen=True, slots=True)
class Page:
    """The page that a chart is laid out on: its width, what sets its text, and what surrounds the chart.

    A layout takes a page, fits its parts to the width between the margins, asks for the height that all of them take
    together, and hands back the scene::

        page = Page.asked(options, view.lang, "atlas", own.title, narrowest=_NARROWEST)
        head, top = page.head(subtitle)
        foot = page.foot(key, notes)
        height = page.height(top + body.height + foot.height)
        return page.scene([*head, *body.draw(top)], foot, height, alt)

    Attributes:
        options: What was asked for.
        lang: The language of the tool's own words.
        what: What the chart is called where the page is too small for it: ``road map``.
        title: What it shows, in a few words.
        width: In points.
        setter: What sets its text.
    """

    options: ChartOptions
    lang: Lang
    what: str
    title: str
    width: float
    setter: Typesetter = field(default_factory=Typesetter)

    @classmethod
    def asked(
        cls,
        options: ChartOptions,
        lang: Lang,
        what: str,
        title: str,
        *,
        width: float = SLIDE_WIDTH,
        narrowest: float = 0.0,
    ) -> Page:
        """A page of the width that was asked for, or else of this one; see there for the rest.

        Raises:
            ChartError: It would be narrower than the chart can be.
        """
        page = cls(options, options.lang or lang, what, options.title or title, (options.width or width / 72) * 72)
        if page.width < narrowest - _NEARLY:
            raise page.too_narrow(narrowest)
        return page

    @property
    def theme(self) -> Theme:
        """Its colours."""
        return look.THEMES[self.options.theme]

    @property
    def inner(self) -> float:
        """The width between the margins."""
        return self.width - 2 * look.MARGIN

    @property
    def right(self) -> float:
        """Where the margin on the right begins."""
        return self.width - look.MARGIN

    def head(self, subtitle: str, scale: float = 1.0) -> tuple[list[Item], float]:
        """Headline, title and subtitle, ``scale`` times as large as usual; and where the chart begins below them.

        What is read from right to left is at the right.
        """
        items: list[Item] = []
        top = look.MARGIN - 4
        title = look.TITLE
        if self.options.headline:
            fitted = self._whole(self.options.headline, _HEADLINE, scale, _SMALLEST_TITLE)
            items += block(fitted, look.MARGIN, top, self.theme.ink, name="headline", room=self.inner)
            top += fitted.height + 2
            title = _BELOW_HEADLINE
        fitted = self._whole(self.title, title, scale, _SMALLEST_TITLE)
        items += block(fitted, look.MARGIN, top, self.theme.ink, name="title", room=self.inner)
        top += fitted.height + 2
        fitted = self._whole(subtitle, look.SUBTITLE, scale, _SMALLEST_SUBTITLE)
        items += block(fitted, look.MARGIN, top, self.theme.muted, name="subtitle", room=self.inner)
        return items, top + fitted.height + _BELOW_HEAD

    def _whole(self, text: str, style: TextStyle, scale: float, smallest: float) -> TextBlock:
        """Text in two lines, set smaller where it is long; what would not fit then takes as many as it needs."""
        large = TextStyle(style.size * scale, style.weight)
        return self.setter.fit(text, large, width=self.inner, lines=2, smallest=smallest, whole=True)

    def foot(self, entries: Iterable[Entry], notes: Iterable[str], style: TextStyle = look.SMALL) -> Footer:
        """Key and notes, fitted; see :func:`footer`."""
        return footer(self.setter, entries, notes, self.inner, self.theme, style)

    def height(self, needed: float, shape: float = SLIDE_WIDTH / SLIDE_HEIGHT) -> float:
        """The height that was asked for, or else that of a slide of this width, or more where more is needed.

        Args:
            needed: In points.
            shape: How many times as wide as high it may be where little is on it; on a slide it is the slide's.

        Raises:
            ChartError: What was asked for is less than is needed.
        """
        if self.options.height is None:
            return max(self.width / (SLIDE_WIDTH / SLIDE_HEIGHT if self.options.slide else shape), needed)
        height = self.options.height * 72
        if needed > height + _NEARLY:
            raise ChartError(
                f"a page {self.options.height:g} inches high is too low: "
                f"this {self.what} takes {needed / 72:.1f} at this width"
            )
        return height

    def too_narrow(self, needed: float) -> ChartError:
        """What to say where the chart takes a wider page, in points."""
        return ChartError(
            f"a page {self.width / 72:g} inches wide is too narrow: this {self.what} takes {needed / 72:.1f} at least"
        )

    def scene(
        self, items: Iterable[Item], foot: Footer, height: float, alt: str, remarks: tuple[str, ...] = ()
    ) -> Scene:
        """The finished page: what was drawn, and key and notes at its foot."""
        return Scene.set_by(
            self.setter,
            (*items, *foot.draw(height - foot.height)),
            width=self.width,
            height=height,
            paper=self.theme.paper,
            title=self.title,
            alt=alt,
            lang=self.lang,
            remarks=remarks,
        )


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a key: how a symbol is drawn round a point, and what it means.

    ``only_with`` is how the names of items begin without which there is nothing to explain; empty: there always is.
    """

    draw: Callable[[float, float], Sequence[Item]]
    text: str
    only_with: str = ""


def explaining(entries: Iterable[Entry], items: Sequence[Item]) -> list[Entry]:
    """The entries of a key that explain something among what was drawn."""
    return [
        entry
        for entry in entries
        if not entry.only_with or any(item.name.startswith(entry.only_with) for item in items)
    ]


_SYMBOL = 20.0  # the width kept for a symbol
_BESIDE = 3.0  # between a symbol and its text
_BETWEEN = 12.0  # between two entries
_LINE = 15.0  # the height of a line of entries
_NOTES_BELOW = 6.0  # between the key and the notes
_NOTE_LINES = 8  # of a note, at most


@dataclass(frozen=True, slots=True)
class Footer:
    """Key and notes, fitted but not yet at their place: ``draw`` makes the items for the height of its upper edge.

    ``height`` is with the white space below.
    """

    height: float
    draw: Callable[[float], Sequence[Item]]


def footer(
    setter: Typesetter,
    entries: Iterable[Entry],
    notes: Iterable[str],
    width: float,
    theme: Theme,
    style: TextStyle = look.SMALL,
) -> Footer:
    """A key, its entries side by side in as many lines as they need, and notes, each a paragraph of its own."""
    placed: list[tuple[Entry, TextBlock, float, int]] = []
    line, used = 0, 0.0
    for entry in entries:
        text = setter.fit(
            entry.text, look.SMALL, width=width - _SYMBOL - _BESIDE, lines=1, smallest=look.SMALL.size, whole=True
        )
        wide = _SYMBOL + _BESIDE + text.width
        if used and used + wide > width:
            line, used = line + 1, 0.0
        placed.append((entry, text, used, line))
        used += wide + _BETWEEN
    heights = [max([_LINE, *(text.height for _, text, _, at in placed if at == row)]) for row in range(line + 1)]
    key_height = sum(heights) + _NOTES_BELOW if placed else 0.0
    paragraphs = [
        setter.fit(note, style, width=width, lines=_NOTE_LINES, smallest=style.size, whole=True)
        for note in notes
        if note
    ]

    def draw(top: float) -> Sequence[Item]:
        items: list[Item] = []
        for entry, text, at, row in placed:
            middle = top + sum(heights[:row]) + heights[row] / 2
            items += entry.draw(look.MARGIN + at + _SYMBOL / 2, middle)
            items += centred(text, look.MARGIN + at + _SYMBOL + _BESIDE, middle, theme.ink, name="key")
        below = top + key_height
        for paragraph in paragraphs:
            items += block(paragraph, look.MARGIN, below, theme.muted, name="note")
            below += paragraph.height
        return items

    return Footer(key_height + sum(paragraph.height for paragraph in paragraphs) + _BELOW_FOOT, draw)
