"""A report as Markdown: the same chapters without their charts, of which the findings stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
from cxmap.text.escape import markdown_cell, markdown_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cxmap.i18n.report import ReportWords
    from cxmap.output.report.content import Inline, ReportBlock, ReportContent, Rich

MARKER = "<!-- cxmap-report -->"
"""By which cxmap knows a file that it has made."""
DEEPEST = 6


def markdown(content: ReportContent, words: ReportWords) -> str:
    """The whole document, with a line feed at its end."""
    lines = [MARKER, "", f"# {markdown_cell(content.title)}", "", markdown_line(" · ".join(content.about)), ""]
    for chapter in content.chapters:
        lines += [f"## {markdown_cell(chapter.title)}", ""]
        lines += _blocks(chapter.blocks, words)
    lines += ["---", "", markdown_line(content.foot)]
    return "\n".join(lines) + "\n"


def _blocks(blocks: Iterable[ReportBlock], words: ReportWords) -> Iterator[str]:
    """The lines of some blocks, an empty one after each block."""
    for block in blocks:
        yield from _block(block, words)


def _block(block: ReportBlock, words: ReportWords) -> Iterator[str]:
    match block:
        case Facts():
            yield from (f"- **{_begun(fact.label)}**: {'; '.join(map(_cell, fact.values))}" for fact in block.facts)
        case Bullets():
            yield from (
                f"{f'{place}.' if block.numbered else '-'} {_line(item)}" for place, item in enumerate(block.items, 1)
            )
        case Quotes():
            yield from _quotes(block, words)
        case DataTable():
            yield from _table(block)
        case Panel(kind="tiles"):
            yield from (f"- {' '.join(_block(part, words)).strip()}" for part in block.blocks)
        case Panel(kind="tile"):
            yield " ".join(_line(part.content) for part in block.blocks if isinstance(part, Paragraph))
            return
        case Panel():
            yield from _panel(block, words)
            return
        case _:
            text = _text(block)
            if not text:
                return
            yield text
    yield ""


def _text(block: Paragraph | ChartFigure | Image) -> str:
    match block:
        case Paragraph():
            return _line(block.content)
        case Image():
            return markdown_line(block.alt)
    return f"**{markdown_cell(block.title)}**: {markdown_cell(block.finding)}" if block.finding else ""


def _quotes(block: Quotes, words: ReportWords) -> Iterator[str]:
    for place, quote in enumerate(block.quotes):
        yield from [""] if place else []
        text = words.quoted.format(quote.text) if quote.spoken else quote.text
        yield f"> {markdown_line(text)}{' ' if text else ''}({_cell(quote.by)})"


def _panel(block: Panel, words: ReportWords) -> Iterator[str]:
    if block.title:
        aside = f" ({', '.join(map(_inline, block.aside))})" if block.aside else ""
        yield from (f"{'#' * min(block.level, DEEPEST)} {_cell(block.title)}{aside}", "")
    yield from _blocks(block.blocks, words)


def _table(block: DataTable) -> Iterator[str]:
    yield from (f"**{markdown_cell(block.caption)}**", "")
    yield f"| {' | '.join(_begun(column.label) for column in block.columns)} |"
    yield f"|{'|'.join(' ---: ' if column.numeric else ' --- ' for column in block.columns)}|"
    for row in block.rows:
        yield f"| {' | '.join(_cell(cell.content) for cell in row)} |"


def _begun(label: str) -> str:
    """A label with a capital, as the page shows it."""
    return markdown_cell(label[:1].upper() + label[1:])


def _cell(content: Rich) -> str:
    return "".join(map(_inline, content)).strip()


def _line(content: Rich) -> str:
    """Text that begins a line: its start must be no heading, list or rule."""
    first = content[0] if content else ""
    if isinstance(first, str):
        return (
            markdown_line(first) + (" " if first.endswith(" ") else "") + "".join(map(_inline, content[1:]))
        ).strip()
    return _cell(content)


def _inline(part: Inline) -> str:
    """A part of a text, with the blanks around it, which escaping takes away."""
    match part:
        case Jump(hint=True):
            return ""
        case Jump(text=text, url=url):
            web = url.startswith(("https://", "http://")) and text != url
            return markdown_cell(f"{text} ({url})" if web else text)
        case Badge(text=text) | Strong(text=text):
            return f"**{markdown_cell(text)}**"
    start = " " if part[:1] == " " else ""
    return f"{start}{markdown_cell(part)}{' ' if part.strip() and part[-1:] == ' ' else ''}"
