"""What a report consists of, whatever it is written as: chapters of panels, facts, lists, quotes, tables and charts.

All text is plain: nothing here is markup yet.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.choices import Chart, Lang
    from cxmap.output.charts.view import View

BadgeKind = Literal["truth", "wow", "weak", "team", "late", "good", "short", "plain"]
Look = Literal["", "lead", "finding", "note", "small"]
"""How a paragraph looks: the first sentence of all, what a chart shows, a remark, or small print."""


@dataclass(frozen=True, slots=True)
class Jump:
    """Text that leads to an anchor of the report, or to an address on the web.

    A ``hint`` says nothing by itself: where there is nothing to follow it is not there.
    """

    text: str
    anchor: str = ""
    url: str = ""
    hint: bool = False


@dataclass(frozen=True, slots=True)
class Badge:
    """A word or two that stand out."""

    text: str
    kind: BadgeKind = "plain"


@dataclass(frozen=True, slots=True)
class Strong:
    """Text that counts more than what is around it."""

    text: str


Inline: TypeAlias = "str | Jump | Badge | Strong"
Rich: TypeAlias = "tuple[Inline, ...]"
"""Text with links and badges in it."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences."""

    content: Rich
    look: Look = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what stands under it; several values are a list."""

    label: str
    values: tuple[Rich, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts beside each other; with ``wide`` one below the other."""

    facts: tuple[Fact, ...]
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; with ``numbered`` its order counts."""

    items: tuple[Rich, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Quotation:
    """What was said, word for word (``spoken``), or noted; and by whom."""

    text: str
    by: Rich
    spoken: bool = True


@dataclass(frozen=True, slots=True)
class Quotes:
    """Quotations."""

    quotes: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, and what it is sorted by: its number, else its text."""

    content: Rich = ()
    number: float | None = None

    @property
    def silent(self) -> bool:
        """Whether it says nothing."""
        return self.content in {(), ("",), ("–",)}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    label: str
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table. The first cell of a row names it.

    Attributes:
        caption: What it shows.
        columns: Its columns.
        rows: Its rows, each with a cell a column.
        sortable: Whether a reader may want it in another order.
        anchors: The anchor of each row; none: rows have none.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    sortable: bool = False
    anchors: tuple[str, ...] = ()


def table(
    caption: str,
    columns: Sequence[Column],
    rows: Sequence[tuple[Cell, ...]],
    *,
    sortable: bool = False,
    anchors: tuple[str, ...] = (),
) -> DataTable:
    """A table of the columns that say something in some row, the first always."""
    told = [i for i in range(len(columns)) if i == 0 or not all(row[i].silent for row in rows)]
    shown = tuple(tuple(row[i] for i in told) for row in rows)
    return DataTable(caption, tuple(columns[i] for i in told), shown, sortable, anchors)


@dataclass(frozen=True, slots=True)
class ChartFigure:
    """A chart.

    Attributes:
        chart: Its name.
        title: What it is called.
        finding: What it shows, in a sentence; ``""``: nothing that figures tell.
        view: What is drawn.
        lang: The language that it is drawn in.
        folded: Whether it is closed on a screen until it is asked for.
        rows: Of a map, the rows to draw; none: all.
    """

    chart: Chart
    title: str
    finding: str
    view: View
    lang: Lang
    folded: bool = False
    rows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the project as JPEG, and what it shows."""

    data: bytes
    alt: str
    round: bool = False


PanelKind = Literal["card", "touchpoint", "stage", "sheet", "columns", "column", "details", "plain", "tiles", "tile"]


@dataclass(frozen=True, slots=True)
class Panel:
    """Some content that belongs together.

    Attributes:
        kind: What it is; looks follow from it.
        blocks: What is in it.
        title: Its heading; none: it has none.
        level: The level of that heading, from 2.
        anchor: By which links find it.
        aside: What stands beside the heading, one thing after another.
        fold: ``open`` or ``closed`` where a reader can fold it; ``""``: it is always there.
    """

    kind: PanelKind
    blocks: tuple[ReportBlock, ...]
    title: Rich = ()
    level: int = 3
    anchor: str = ""
    aside: Rich = ()
    fold: Literal["", "open", "closed"] = ""


ReportBlock: TypeAlias = "Paragraph | Facts | Bullets | Quotes | DataTable | ChartFigure | Image | Panel"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter.

    Attributes:
        name: What it is called in ``--leave-out``; ``journey`` for each journey.
        title: Its heading.
        anchor: By which links find it.
        blocks: What is in it.
        lang: Its language, where that is not the report's.
        kicker: What kind of chapter it is, above the heading.
        desired: Whether it is about a journey as it should be.
    """

    name: str
    title: str
    anchor: str
    blocks: tuple[ReportBlock, ...]
    lang: Lang | None = None
    kicker: str = ""
    desired: bool = False


@dataclass(frozen=True, slots=True)
class ReportContent:
    """A whole report.

    Attributes:
        title: What it is about.
        about: The day, and how much there is, in a few words each.
        lang: Its language.
        contents: What the table of contents is called.
        chapters: Its chapters, in order.
        foot: What stands at its end.
    """

    title: str
    about: tuple[str, ...]
    lang: Lang
    contents: str
    chapters: tuple[Chapter, ...]
    foot: str


def rich(*parts: Inline) -> Rich:
    """Text of several parts."""
    return tuple(part for part in parts if part != "")
