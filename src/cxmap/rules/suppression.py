"""Comments that silence a rule: ``# cxmap: ignore[CX304]`` for a line, ``# cxmap: ignore-file[CX304]`` for a file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxmap.diagnostics.record import Edit, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.source.comments import Comment
    from cxmap.source.source import Source

PATTERN = re.compile(r"#\s*cxmap:\s*(?P<kind>ignore-file|ignore)\s*\[(?P<codes>[^\]]*)\]")


@dataclass(frozen=True, slots=True)
class Suppression:
    """One word of a suppressing comment.

    Attributes:
        word: The code or name in the brackets.
        line: The line that it silences; ``None``: the whole file.
        comment: The comment's own span: where an unused suppression is reported.
        edit: Takes the word (or the whole comment, if it is the only one) out of the file.
    """

    word: str
    line: int | None
    comment: Span
    edit: Edit


def suppressions(source: Source) -> Iterator[Suppression]:
    """All suppressions in a file."""
    if not PATTERN.search(source.text):
        return  # comments are found by reading the text a second time
    for comment in source.comments:
        match = PATTERN.match(comment.text)
        if not match:
            continue
        whole_file = match["kind"] == "ignore-file"
        if whole_file != comment.own_line:
            continue  # the one stands on a line of its own, the other behind what it silences
        words = [word.strip() for word in match["codes"].split(",")]
        for index, word in enumerate(words):
            rest = words[:index] + words[index + 1 :]
            yield Suppression(
                word, None if whole_file else comment.line, _span(comment), _without(source, comment, match, rest)
            )


def _span(comment: Comment) -> Span:
    return Span(comment.line, comment.column, comment.line, comment.column + len(comment.text))


def _without(source: Source, comment: Comment, match: re.Match[str], rest: list[str]) -> Edit:
    """The edit that takes one word out; with the last word the comment goes, and with it a line of its own."""
    if rest:
        start = comment.column + match.start("codes")
        return Edit(Span(comment.line, start, comment.line, comment.column + match.end("codes")), ", ".join(rest))
    trailing = comment.text[match.end() :].strip()
    if trailing:
        end = comment.column + match.end()
        return Edit(Span(comment.line, comment.column, comment.line, end), "#")
    if comment.own_line:
        return Edit(Span(comment.line, 1, comment.line + 1, 1), "")
    before = source.line(comment.line)[: comment.column - 1]
    start = len(before.rstrip()) + 1
    return Edit(Span(comment.line, start, comment.line, comment.column + len(comment.text)), "")
