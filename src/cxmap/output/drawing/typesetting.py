"""Text made to fit: measured with the fonts that will draw it, broken into lines, set smaller, then shortened.

All lengths are in points (1/72 inch). Type is measured once at a large size without hinting, so that widths scale
with the size and are the same for PNG, SVG and PDF.
"""

from __future__ import annotations

import functools
import itertools
import math
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from cxmap.output.drawing import characters, fonts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cxmap.output.drawing.fonts import Face, Weight

SMALLEST = 7.0
"""No text on a chart is smaller than this, in points."""

CAPITAL = 0.68
"""The height of a capital letter, in sizes."""

_LEADING = 1.22  # from one baseline to the next, in sizes
_STEP = 0.5  # how much smaller the next try is
_MEASURED_AT = 200.0
_ELLIPSIS = "…"
_HYPHEN = "-"
_ONE_SIGN = ("fi", "#&")
"""Letters that our font joins so that the next is nearer to them, or farther, than to the second of them."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How text is set: its size in points and its weight."""

    size: float
    weight: Weight = "regular"


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of fitted text: its width, and how far its ink can reach above and below its baseline."""

    text: str
    width: float
    ascent: float
    descent: float


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Fitted text: lines with the distance of each baseline from the top. ``shortened`` text ends in an ellipsis.

    ``number`` is another one for each block that a typesetter sets.
    """

    lines: tuple[TextLine, ...]
    baselines: tuple[float, ...]
    style: TextStyle
    width: float
    height: float
    shortened: bool = False
    number: int = field(default=0, compare=False)

    def __bool__(self) -> bool:
        return bool(self.lines)

    @property
    def eye(self) -> float:
        """From the top to the middle of the capitals of the first line: where a symbol beside the text belongs."""
        return self.baselines[0] - CAPITAL / 2 * self.style.size if self.lines else 0.0


class Typesetter:
    """Sets the text of one chart, and remembers what no font could show and what was shortened."""

    def __init__(self) -> None:
        self._faces: tuple[Face, ...] = fonts.own_faces()
        self._known: set[str] = set()
        self._missing: dict[str, None] = {}
        self._shortened: dict[str, None] = {}
        self._numbers = itertools.count(1)

    @property
    def faces(self) -> tuple[Face, ...]:
        """The fonts that hold all text set so far, in the order to look in."""
        return self._faces

    @property
    def missing(self) -> tuple[str, ...]:
        """Characters that no installed font has, each once, in the order met."""
        return tuple(self._missing)

    @property
    def shortened(self) -> tuple[str, ...]:
        """Texts that did not fit and end in an ellipsis, in the order set."""
        return tuple(self._shortened)

    def legible(self, text: str) -> str:
        """Text of one line that the fonts can draw: a box stands for each character that none of them has."""
        text = characters.safe(text)
        if text.isascii():
            return text
        new = set(text) - self._known
        if new:
            self._known |= new
            faces, missing = fonts.cover(new)
            self._faces += tuple(face for face in faces if face not in self._faces)
            self._missing |= dict.fromkeys(char for char in text if char in missing)
        if not self._missing:
            return text
        return "".join(
            fonts.MISSING_GLYPH if any(char in self._missing for char in cluster) else cluster
            for cluster in characters.clusters(text)
        )

    def width(self, text: str, style: TextStyle) -> float:
        """How wide one line of this text is, in points."""
        return self._measure(text, style.weight)[0] * style.size

    def line(self, text: str, style: TextStyle, width: float | None = None) -> TextBlock:
        """Text on one line, shortened where it is wider than ``width``."""
        return self.fit(text, style, width=1e9 if width is None else width, lines=1, smallest=style.size)

    def fit(
        self,
        text: str,
        style: TextStyle,
        *,
        width: float,
        lines: int,
        smallest: float = SMALLEST,
        even: bool = False,
        whole: bool = False,
    ) -> TextBlock:
        """Text in at most so many lines of at most this width.

        Too long, or with a word wider than a line, it is set smaller, down to ``smallest``; still too long, it ends in
        an ellipsis, or has more lines where it is to be whole.

        Args:
            text: Any text; line breaks count as blanks.
            style: The size and weight wished for.
            width: The widest a line may be, in points.
            lines: The most lines there may be, at least one.
            smallest: The smallest size, in points; not under ``SMALLEST`` unless the style is.
            even: Whether to make the lines about equally long, as suits centred text.
            whole: Whether it is never shortened, as titles are.
        """
        return self.fit_all([text], style, width=width, lines=lines, smallest=smallest, even=even, whole=whole)[0]

    def fit_all(
        self,
        texts: Iterable[str],
        style: TextStyle,
        *,
        width: float | Sequence[float],
        lines: int,
        smallest: float = SMALLEST,
        even: bool = False,
        whole: bool = False,
    ) -> list[TextBlock]:
        """Several texts at one size, the largest at which all fit, each in lines of its width; see :meth:`fit`."""
        legible = [self.legible(text) for text in texts]
        widths = [width] * len(legible) if isinstance(width, (int, float)) else list(width)
        size = style.size
        while True:
            tried = replace(style, size=size)
            broken = [self._break(text, tried, room, lines) for text, room in zip(legible, widths, strict=True)]
            if all(len(rows) <= lines and not _cut_words(rows) for rows in broken) or size <= smallest:
                break
            size = max(smallest, size - _STEP)
        if whole and any(len(rows) > lines for rows in broken):
            lines = max(map(len, legible)) + 1  # no line is empty
            broken = [self._break(text, tried, room, lines) for text, room in zip(legible, widths, strict=True)]
        return [
            self._kept(text, rows, tried, room, lines, even=even)
            for text, rows, room in zip(legible, broken, widths, strict=True)
        ]

    def _kept(self, text: str, rows: list[str], style: TextStyle, width: float, lines: int, *, even: bool) -> TextBlock:
        """What is set of a text that was broken into these rows: all of it, or what ``lines`` lines hold."""
        if len(rows) > lines:
            self._shortened[text] = None
            rows = [*rows[: lines - 1], self._cut("".join(rows[lines - 1 :]), style, width)]
            return self._block(rows, style, shortened=True)
        if even and len(rows) > 1:
            rows = self._evened(text, style, width, rows)
        return self._block(rows, style, shortened=False)

    def _break(self, text: str, style: TextStyle, width: float, most: int) -> list[str]:
        """The text in lines, each as full as it can be; a word wider than a line is cut.

        Where that makes more than ``most`` lines, one more holds all the rest.
        """
        rows: list[str] = []
        row, used = "", 0.0
        blank = self.width(" ", style)
        left = [(" " * (i == 0), piece) for word in text.split(" ") for i, piece in enumerate(characters.pieces(word))]
        left.reverse()
        while left:
            gap, piece = left.pop()
            wide = self.width(piece, style) if len(piece) <= _most_characters(style, width) else math.inf
            if row and used + blank * bool(gap) + wide <= width:
                row += gap + piece
                used += blank * bool(gap) + wide
                continue
            if row:
                rows.append(row)
            if len(rows) == most:
                rest = "".join(gap + piece for gap, piece in [(gap, piece), *reversed(left)])
                return [*rows, rest]
            row, used = piece, wide
            if wide > width and len(piece) > 1:
                row, rest = self._split(piece, style, width)
                used = width
                left.append(("", rest))
        return [*rows, row] if row else rows

    def _split(self, piece: str, style: TextStyle, width: float) -> tuple[str, str]:
        """As much of a piece as fits in a line, with a hyphen where one belongs, and the rest."""
        beginning = piece[: 4 * _most_characters(style, width)]
        parts = characters.clusters(beginning)
        best = 1
        low, high = 1, min(len(parts) - 1, _most_characters(style, width))
        while low <= high:
            middle = (low + high) // 2
            if self.width(self._hyphened(parts, middle), style) <= width:
                best, low = middle, middle + 1
            else:
                high = middle - 1
        return self._hyphened(parts, best), "".join(parts[best:]) + piece[len(beginning) :]

    @staticmethod
    def _hyphened(parts: list[str], count: int) -> str:
        head = "".join(parts[:count])
        return head + _HYPHEN if count < len(parts) and characters.takes_hyphen(head, parts[count]) else head

    def _evened(self, text: str, style: TextStyle, width: float, rows: list[str]) -> list[str]:
        """The text in as many lines, with the widest as narrow as it can be, and no word cut that was whole."""
        cuts = _cut_words(rows)
        low, high = width / len(rows) / 2, width
        while high - low > style.size / 4:
            middle = (low + high) / 2
            tried = self._break(text, style, middle, len(rows))
            if len(tried) <= len(rows) and _cut_words(tried) <= cuts:
                high, rows = middle, tried
            else:
                low = middle
        return rows

    def _cut(self, text: str, style: TextStyle, width: float) -> str:
        """One line that ends in an ellipsis."""
        parts = characters.clusters(text[: 4 * _most_characters(style, width)])
        low, high = 0, len(parts)
        while low < high:
            middle = (low + high + 1) // 2
            if self.width("".join(parts[:middle]).rstrip() + _ELLIPSIS, style) <= width:
                low = middle
            else:
                high = middle - 1
        return "".join(parts[:low]).rstrip(" ,;:.-–—") + _ELLIPSIS

    def _block(self, rows: list[str], style: TextStyle, *, shortened: bool) -> TextBlock:
        lines: list[TextLine] = []
        baselines: list[float] = []
        at = 0.0
        highest, lowest = (extent * style.size for extent in _font_extents(style.weight, self._faces[0]))
        for text in rows:
            width, above, below = (extent * style.size for extent in self._measure(text, style.weight))
            line = TextLine(text, width, max(above, highest), max(below, lowest))
            if lines:
                at += max(_LEADING * style.size, lines[-1].descent + line.ascent)
            else:
                at = line.ascent
            lines.append(line)
            baselines.append(at)
        height = at + lines[-1].descent if lines else 0.0
        width = max((line.width for line in lines), default=0.0)
        return TextBlock(tuple(lines), tuple(baselines), style, width, height, shortened, next(self._numbers))

    def _measure(self, text: str, weight: Weight) -> tuple[float, float, float]:
        """Width, ascent and descent of a line, in sizes."""
        return _measure(text, weight, self._faces)


def _most_characters(style: TextStyle, width: float) -> int:
    """More characters than a line can hold: what lies beyond need not be measured."""
    return int(width / style.size * 8) + 4


def _cut_words(rows: list[str]) -> int:
    """How many lines end in a hyphen: words cut in two, or that have one there."""
    return sum(row.endswith(_HYPHEN) for row in rows)


@functools.lru_cache(maxsize=16_384)
def _measure(text: str, weight: Weight, faces: tuple[Face, ...]) -> tuple[float, float, float]:
    """Width, ascent and descent of a line, in sizes: of its words, which are in many lines, and the blanks."""
    words = text.split(" ") if characters.each_word_alone(text) else [text]
    # Plain text is in the first font whatever other fonts the chart needs.
    measured = [_extents(word, weight, faces[:1] if word.isascii() else faces) for word in words]
    measured += [_extents(" ", weight, faces[:1])] * (len(words) - 1)
    widths, ascents, descents = zip(*measured, strict=True)
    unit = 64 * _MEASURED_AT
    return sum(widths) / unit, max(ascents) / unit, max(descents) / unit


@functools.lru_cache(maxsize=16_384)
def _extents(text: str, weight: Weight, faces: tuple[Face, ...]) -> tuple[int, int, int]:
    """Width, ascent and descent of a word, in 64ths of a point, which add up without an error.

    In plain text, what a letter does to the next goes no further: pairs, which are in many words, tell all of it,
    unless a pair is drawn as one sign.
    """
    if len(text) < 3 or not text.isascii() or any(pair in text for pair in _ONE_SIGN):
        return _shaped(text, weight, faces)
    widths, ascents, descents = zip(*(_shaped(f"{a}{b}", weight, faces) for a, b in pairwise(text)), strict=True)
    twice = sum(_shaped(letter, weight, faces)[0] for letter in text[1:-1])
    return sum(widths) - twice, max(ascents), max(descents)


@functools.lru_cache(maxsize=16_384)
def _shaped(text: str, weight: Weight, faces: tuple[Face, ...]) -> tuple[int, int, int]:
    """The same of any text, as matplotlib's FreeType has it."""
    from matplotlib.ft2font import LoadFlags

    font = fonts.opened(weight, faces)
    font.set_size(_MEASURED_AT, 72)
    with fonts.unwarned():
        font.set_text(text, 0.0, flags=LoadFlags.NO_HINTING)
    width, height = font.get_width_height()
    descent = font.get_descent()
    return width, height - descent, descent


@functools.cache
def _font_extents(weight: Weight, face: Face) -> tuple[float, float]:
    """How far the letters of a font reach above and below the baseline, in sizes, whatever a line holds of them."""
    font = fonts.opened(weight, (face,))
    return font.ascender / font.units_per_EM, -font.descender / font.units_per_EM
