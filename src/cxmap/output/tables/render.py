"""One page of tables, for a terminal, for a pipe or a file, and its tables in Markdown.

In a terminal a cell may have several lines, and columns share the width; elsewhere a row is one line, nothing is cut or
wrapped, and rich is not loaded. Foreign text never becomes markup: it goes into rich as ``Text``.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from cxmap.output.tables import markdown
from cxmap.output.tables.signs import IN_ASCII, glyphs
from cxmap.text.escape import terminal_line, terminal_lines
from cxmap.text.width import columns as columns_of
from cxmap.text.width import widths

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from rich.console import RenderableType
    from rich.table import Table as RichTable
    from rich.text import Text

    from cxmap.output.tables.signs import Screen

_ANSI = {"bold": "1", "dim": "2"}
_BESIDE = "   "  # between short texts on one line


class Styled(NamedTuple):
    """A piece of text in a style of rich: ``bold``, ``dim``, a colour, or none."""

    text: str
    style: str = ""


Cell = tuple[tuple[Styled, ...], ...]
"""The lines of a cell, each of pieces."""


def cell(*lines: str | Styled | tuple[Styled, ...]) -> Cell:
    """A cell of lines; empty ones are kept."""
    return tuple(
        line if isinstance(line, tuple) and not isinstance(line, Styled) else (_piece(line),) for line in lines
    )


def _piece(line: str | Styled) -> Styled:
    return line if isinstance(line, Styled) else Styled(line)


def plain(given: Cell | str) -> str:
    """The text of a cell on one line."""
    return given if isinstance(given, str) else "; ".join("".join(piece.text for piece in line) for line in given)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        heading: Its name.
        cells: Its cells; every column of a table has as many.
        right: Whether it stands flush right.
        style: Of rich, for all its cells.
        too_wide: What a terminal does with text that is too wide for it: ``keep`` takes the width from others.
        ratio: Its part of the width that is left, where it takes part.
        width: A fixed width.
    """

    heading: str
    cells: Sequence[Cell | str]
    right: bool = False
    style: str = ""
    too_wide: Literal["keep", "fold", "ellipsis", "crop"] = "keep"
    ratio: int | None = None
    width: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a title above; one with a column that has a ratio takes the whole width of a terminal."""

    title: str
    columns: Sequence[Column]

    def rows(self) -> list[list[str]]:
        """Its rows, each cell as one line."""
        return [[plain(given) for given in row] for row in zip(*(column.cells for column in self.columns), strict=True)]

    def in_markdown(self) -> str:
        """The table in Markdown, without its title."""
        return markdown.table([column.heading for column in self.columns], self.rows())


@dataclass(frozen=True, slots=True)
class Page:
    """Tables, with what stands above and below them.

    Attributes:
        conclusion: First of all; ``""``: nothing.
        header: How to read the tables, a sentence each.
        tables: The tables.
        legend: What signs mean, side by side.
        notes: Sentences below.
    """

    conclusion: str
    header: Sequence[str]
    tables: Sequence[Table]
    legend: Sequence[str]
    notes: Sequence[str]


def render(page: Page, screen: Screen) -> str:
    """The page as the text to print."""
    text = _to_pipe(page, screen) if screen.width is None else _to_terminal(page, screen, screen.width)
    return text if screen.unicode else text.translate(IN_ASCII)


def _to_pipe(page: Page, screen: Screen) -> str:
    blocks: list[list[str]] = [[_in_style(page.conclusion, "bold", screen)]] if page.conclusion else []
    blocks.append([_in_style(text, "dim", screen) for text in page.header])
    for table in page.tables:
        body = [[column.heading, *map(plain, column.cells)] for column in table.columns]
        right = [number for number, column in enumerate(table.columns) if column.right]
        blocks.append([_in_style(table.title, "bold", screen), *aligned(body, right)])
    blocks.append([_in_style(_BESIDE.join(page.legend), "dim", screen)] if page.legend else [])
    blocks.append([terminal_line(text) for text in page.notes])
    return "\n".join("".join(f"{line}\n" for line in block) for block in blocks if block)


def _in_style(text: str, style: str, screen: Screen) -> str:
    safe = terminal_line(text)
    return f"\x1b[{_ANSI[style]}m{safe}\x1b[0m" if screen.color and safe else safe


def aligned(columns: Iterable[Sequence[str]], right: Collection[int] = ()) -> list[str]:
    """Columns of cells beside each other, as lines.

    Args:
        columns: The cells, foreign text and all; every column has as many.
        right: The columns, from 0, that stand flush right.
    """
    padded = [_padded(column, right=number in right) for number, column in enumerate(columns)]
    return ["  ".join(row).rstrip() for row in zip(*padded, strict=True)]


def _padded(column: Sequence[str], *, right: bool) -> list[str]:
    cells = terminal_lines(column)
    taken = widths(cells)
    widest = max(taken)
    blanks = [" " * (widest - width) for width in taken]
    return [blank + text if right else text + blank for text, blank in zip(cells, blanks, strict=True)]


def _to_terminal(page: Page, screen: Screen, width: int) -> str:
    from rich.console import Console

    out = io.StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=screen.color,
        color_system="standard" if screen.color else None,
        no_color=not screen.color,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
    )
    for number, block in enumerate(_blocks(page, screen, width)):
        if number:
            console.print()
        for part in block:
            console.print(part)
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n"))


def _blocks(page: Page, screen: Screen, width: int) -> Iterator[list[RenderableType]]:
    """What is between two empty lines."""
    from rich.table import Table as RichTable

    if page.conclusion:
        yield [_line(Styled(page.conclusion, "bold"))]
    if page.header:
        yield [_line(Styled(text, "dim")) for text in page.header]
    for table in page.tables:
        yield [_line(Styled(table.title, "bold")), _in_rich(table)]
    if page.legend:
        yield [_line(Styled(text, "dim")) for text in _packed(page.legend, width)]
    if page.notes:
        grid = RichTable.grid(padding=(0, 1, 0, 0))  # wraps with a hanging indent
        for text in page.notes:
            grid.add_row(glyphs(screen).dot, _line(Styled(text)))
        yield [grid]


def _in_rich(table: Table) -> RichTable:
    from rich.table import Table as RichTable
    from rich.text import Text

    takes_all = any(column.ratio for column in table.columns)
    beside = (0, 1, 0, 0) if takes_all else (0, 2, 0, 0)
    made = RichTable(box=None, pad_edge=False, padding=beside, expand=takes_all, header_style="dim")
    for column in table.columns:
        made.add_column(
            _line(Styled(column.heading)),
            justify="right" if column.right else "left",
            style=column.style,
            no_wrap=column.too_wide != "fold",
            overflow="ellipsis" if column.too_wide == "keep" else column.too_wide,
            ratio=column.ratio,
            width=column.width,
        )
    end = Text("\n")
    for row in zip(*(column.cells for column in table.columns), strict=True):
        lines = (cell(given) if isinstance(given, str) else given for given in row)
        made.add_row(*(end.join(_line(*line) for line in each) for each in lines))
    return made


def _line(*pieces: Styled) -> Text:
    """One line of foreign text, safe to print."""
    from rich.text import Text

    return Text.assemble(*((terminal_line(piece.text), piece.style) for piece in pieces))


def _packed(items: Iterable[str], width: int) -> list[str]:
    """Short texts side by side, as many on a line as a terminal is wide; none is broken."""
    lines: list[str] = []
    for item in items:
        longer = f"{lines[-1]}{_BESIDE}{item}" if lines else item
        if lines and columns_of(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(item)
    return lines
