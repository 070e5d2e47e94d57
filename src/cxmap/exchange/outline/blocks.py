"""The lines of an outline as headings, bullets, quotations and paragraphs.

Notes that people type are not always Markdown to the letter (``+ fast`` without an empty line before it, ``•``, ``1)``,
lists indented by two blanks), so it is lines that are read, and what a Markdown reader joins is joined: a line right
below a bullet or a paragraph belongs to it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

from cxmap.exchange.draft.words import JOURNEY_KEYS, by_word, folded_word
from cxmap.exchange.outline.escapes import hidden

if TYPE_CHECKING:
    from collections.abc import Iterator

KEYS: Final = by_word(JOURNEY_KEYS)
PAIR: Final = re.compile(r"(?P<word>[^\W\d_][\w' ’-]{0,30}?)\s?:(?:\s+(?P<value>\S.*)|\s*$)")
_BREAK: Final = re.compile(r"\r\n|\r|\n")
_FENCE: Final = re.compile(r"\s*(?P<fence>`{3,}|~{3,})")
_HEADING: Final = re.compile(r" {0,3}(?P<level>#{1,6})\s+(?P<text>\S.*?)(?:\s+#+)?\s*$")
_UNDERLINE: Final = re.compile(r" {0,3}(?P<sign>=+|-{2,})\s*$")
_RULE: Final = re.compile(r" {0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|=+)\s*$")
_BULLET: Final = re.compile(r"(?P<indent>\s*)(?P<marker>[-*+•‣◦▪●○·–—]|\d{1,9}[.)])(?:\s+(?P<text>.*))?$")
_QUOTATION: Final = re.compile(r"(?P<indent>\s*)>\s?(?P<text>.*)$")
_EMPHASIS: Final = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*|(?<!\w)__(?=\S)(.+?)(?<=\S)__(?!\w)")
_WIKI_LINK: Final = re.compile(r"\[\[(?:[^][|]*\|)?([^][|]+)\]\]")
_TAB: Final = 4

Kind = Literal["heading", "bullet", "quotation", "paragraph"]


@dataclass(slots=True)
class OutlineBlock:
    """A block of lines.

    Attributes:
        kind: What it is.
        line: The number of its first line in the file, from 1.
        indent: How many blanks stand before it; of a heading its level.
        marker: The sign of a bullet; ``""`` for others.
        lines: Its text, line by line.
    """

    kind: Kind
    line: int
    indent: int
    marker: str = ""
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its text, with escapes hidden, without emphasis and the brackets of links between notes."""
        text = " ".join(self.lines)
        if "**" in text or "__" in text:
            text = _EMPHASIS.sub(lambda found: found[1] or found[2], text)
        return (_WIKI_LINK.sub(r"\1", text) if "[[" in text else text).strip()


@dataclass(slots=True)
class Blocks:
    """The blocks of an outline.

    Attributes:
        front: The keys of its front matter, with their lines.
        blocks: In order.
        remarks: What is passed over, with its line.
    """

    front: list[tuple[int, str, str]] = field(default_factory=list)
    blocks: list[OutlineBlock] = field(default_factory=list)
    remarks: list[tuple[int, str]] = field(default_factory=list)


def blocks(text: str) -> Blocks:
    """The blocks of an outline."""
    found = Blocks()
    lines = list(enumerate((line.replace("\xa0", " ").expandtabs(_TAB) for line in _BREAK.split(text)), 1))
    start = _front_matter(lines, found)
    joined = False  # whether the next line of text belongs to the last block
    for number, line in _read_lines(lines[start:], found):
        block = _block(number, line)
        if _setext(line, found, joined=joined) or not line.strip() or _RULE.match(line):
            joined = False
        elif (block.kind == "paragraph" and joined and not _starts_anew(line, found.blocks[-1])) or (
            block.kind == "quotation" and joined and found.blocks[-1].kind == "quotation"
        ):
            found.blocks[-1].lines.append(block.lines[0])
        elif block.kind == "bullet" and not block.lines[0]:
            found.remarks.append((number, "an empty bullet"))
            joined = False
        else:
            found.blocks.append(block)
            joined = block.kind != "heading"
    return found


def _front_matter(lines: list[tuple[int, str]], found: Blocks) -> int:
    """Read the front matter; how many lines it takes."""
    if not lines or lines[0][1].strip() != "---":
        return 0
    end = next((index for index, (_, line) in enumerate(lines[1:], 1) if line.strip() in {"---", "..."}), 0)
    for number, line in lines[1:end]:
        pair = PAIR.fullmatch(line.strip())
        if pair and pair["value"]:
            found.front.append((number, pair["word"], hidden(pair["value"]).strip("\"'")))
        elif line.strip():
            found.remarks.append((number, f"not read in the front matter: '{line.strip()}'"))
    return end + 1 if end else 0


def _read_lines(lines: list[tuple[int, str]], found: Blocks) -> Iterator[tuple[int, str]]:
    """The lines that say something of the journey: no comments, no code, no tables."""
    fence, in_comment, in_table = "", False, False
    for number, raw in lines:
        if fence:
            closing = raw.strip()
            fence = "" if len(closing) >= len(fence) and not closing.strip(fence[0]) else fence
            continue
        if in_comment:
            in_comment = "-->" not in raw
            continue
        line = hidden(raw)
        if opening := _FENCE.match(line):
            fence = opening["fence"]
            found.remarks.append((number, "passed over: a block of code"))
            yield number, ""
            continue
        text = re.sub(r"<!--.*?-->", "", line)
        if "<!--" in text:
            text, in_comment = text.partition("<!--")[0], True
        if text != line:
            found.remarks.append((number, "passed over: a comment"))
            if not text.strip():
                continue
        is_table = text.lstrip().startswith("|")
        if is_table:
            if not in_table:
                found.remarks.append((number, "passed over: a table (cxmap import table reads those of spreadsheets)"))
            text = ""
        in_table = is_table
        yield number, text


def _block(number: int, line: str) -> OutlineBlock:
    if heading := _HEADING.match(line):
        return OutlineBlock("heading", number, len(heading["level"]), lines=[heading["text"]])
    if bullet := _BULLET.match(line):
        return OutlineBlock(
            "bullet", number, len(bullet["indent"]), bullet["marker"], [(bullet["text"] or "").rstrip()]
        )
    if quotation := _QUOTATION.match(line):
        return OutlineBlock("quotation", number, len(quotation["indent"]), lines=[quotation["text"].strip()])
    return OutlineBlock("paragraph", number, len(line) - len(line.lstrip()), lines=[line.strip()])


def _setext(line: str, found: Blocks, *, joined: bool) -> bool:
    """Whether a line of ``===`` or ``---`` made a heading of the paragraph above it."""
    underline = _UNDERLINE.match(line)
    if not (underline and joined and found.blocks[-1].kind == "paragraph"):
        return False
    found.blocks[-1].kind = "heading"
    found.blocks[-1].indent = 1 if underline["sign"][0] == "=" else 2
    return True


def _starts_anew(line: str, last: OutlineBlock) -> bool:
    """Whether a line of text is a pair of its own, such as ``Goal: …``, rather than more of the block above it."""
    pair = PAIR.fullmatch(line.strip())
    if not pair:
        return False
    return folded_word(pair["word"]) in KEYS or (last.kind == "paragraph" and bool(PAIR.match(last.lines[0])))
