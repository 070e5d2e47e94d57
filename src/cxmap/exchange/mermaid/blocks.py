"""Where diagrams stand in a text: a diagram alone, or Markdown with any number of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

# A fence in a list or a quotation is indented, or has a `>` before it. Azure DevOps writes `::: mermaid`.
_FENCE = re.compile(r"^(?P<before>[ \t>*+\-]*|[ \t]*\d+[.)][ \t]+)(?P<fence>`{3,}|~{3,}|:{3,})[ \t]*(?P<info>.*)$")
_MERMAID = re.compile(r"^\{?[ \t]*\.?mermaid\b", re.IGNORECASE)
_HTML_START = re.compile(r"<(?P<tag>pre|div)\b[^>]*\bclass=[\"'][^\"']*\bmermaid\b[^>]*>(?P<rest>.*)$", re.IGNORECASE)
_QUOTE = re.compile(r"^[ \t]*(?:>[ \t]?)+")
_START = re.compile(r"^\s*journey[\s;]*$", re.IGNORECASE)
_LONG_LINE: Final = 1000
_BREAK: Final = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """The lines of a diagram of any kind.

    Attributes:
        lines: Without their line breaks.
        first: The number of the first one in the file, from 1.
    """

    lines: tuple[str, ...]
    first: int


def journey_blocks(text: str) -> list[CodeBlock]:
    """The ``journey`` diagrams of a text, in order.

    Args:
        text: A diagram (``.mmd``), or Markdown or HTML with diagrams. What stands in an HTML comment is passed over.
    """
    lines = _BREAK.split(text)
    found = [block for block in _fenced(lines) if _is_journey(block)]
    alone = CodeBlock(tuple(lines), 1)
    return [alone] if not found and _is_journey(alone) else found


def _is_journey(block: CodeBlock) -> bool:
    """Whether the first line that says something is ``journey``; front matter, comments and directives do not count."""
    lines = body(block)
    return bool(lines) and bool(_START.match(lines[0][1]))


def body(block: CodeBlock) -> list[tuple[int, str]]:
    """The numbered lines of a diagram without front matter, comments, directives and empty lines."""
    numbered = list(enumerate(block.lines, block.first))
    start = front_matter_end(block)
    if not numbered[start:]:
        return []
    text = _without_directives("\n".join(line for _, line in numbered[start:]))
    lines = [(number, line) for (number, _), line in zip(numbered[start:], text.split("\n"), strict=True)]
    return [(number, line) for number, line in lines if line.strip() and not line.lstrip().startswith("%%")]


def _without_directives(text: str) -> str:
    """A text in which nothing is left of ``%%{ }%%`` but the line breaks, so that line numbers stay."""
    pieces, position = [], 0
    while (start := text.find("%%{", position)) >= 0 and (end := text.find("}%%", start)) >= 0:
        pieces += [text[position:start], "\n" * text.count("\n", start, end)]
        position = end + 3
    return "".join((*pieces, text[position:]))


def front_matter_end(block: CodeBlock) -> int:
    """How many lines of a diagram are front matter, its two ``---`` included; 0 without any."""
    lines = block.lines
    first = next((index for index, line in enumerate(lines) if line.strip()), 0)
    if not lines or lines[first].strip() != "---":
        return 0
    return next((index + 1 for index in range(first + 1, len(lines)) if lines[index].strip() == "---"), 0)


def _fenced(lines: list[str]) -> Iterator[CodeBlock]:
    index, in_comment = 0, False
    while index < len(lines):
        line = lines[index]
        index += 1
        if in_comment or "<!--" in line:
            in_comment = "-->" not in line.rpartition("<!--")[2]
            continue
        fence = _FENCE.match(line)
        tag = _HTML_START.search(line) if "mermaid" in line and len(line) < _LONG_LINE else None
        if fence:
            first = index + 1
            inside, index = _until_fence(lines, index, fence["fence"])
            if _MERMAID.match(fence["info"]):
                quoted = ">" in fence["before"]
                yield CodeBlock(tuple(_QUOTE.sub("", line) if quoted else line for line in inside), first)
        elif tag:
            end = re.compile(rf"(.*?)</{tag['tag']}>", re.IGNORECASE)
            first, inside = index, [tag["rest"]]
            while not end.search(inside[-1]) and index < len(lines):
                inside.append(lines[index])
                index += 1
            inside[-1] = inside[-1].partition("</")[0]
            yield CodeBlock(tuple(inside), first)


def _until_fence(lines: list[str], start: int, fence: str) -> tuple[list[str], int]:
    """The lines up to the fence that closes, or to the end, and the index behind it."""
    for index in range(start, len(lines)):
        closing = _QUOTE.sub("", lines[index]).strip()
        if len(closing) >= len(fence) and not closing.strip(fence[0]):
            return lines[start:index], index + 1
    return lines[start:], len(lines) + 1
