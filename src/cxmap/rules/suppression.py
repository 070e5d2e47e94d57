"""Comments that silence a rule: ``# cxmap: ignore[CX304]`` for a line, ``# cxmap: ignore-file[CX304]`` for a file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from cxmap.diagnostics.record import Edit, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.source.comments import Comment
    from cxmap.source.source import Source

PATTERN = re.compile(r"#\s*cxmap:\s*(?P<kind>ignore-file|ignore)\b\s*(?:\[(?P<codes>[^\]#\r\n]*)\])?")
MAX_WORDS = 10_000
"""How many words of a file are looked at: without an end, comments alone could keep a run busy for long."""
_WORD = re.compile(r"[^\s,](?:[^,]*[^\s,])?")


@dataclass(frozen=True, slots=True)
class Suppression:
    """One word of a suppressing comment.

    Attributes:
        word: The code or name in the brackets; ``None``: there are no brackets, and it silences nothing.
        line: The line that it silences; ``None``: the whole file.
        comment: The comment's own span: where an unused suppression is reported.
        edit: Takes the word (or the whole comment, if it is the only one) out of the file.
        misplaced: Whether it stands where it silences nothing: ``ignore`` belongs behind what it silences,
            ``ignore-file`` on a line of its own.
    """

    word: str | None
    line: int | None
    comment: Span
    edit: Edit
    misplaced: bool = False


def suppressions(source: Source) -> Iterator[Suppression]:
    """The suppressions in a file; of very many the first."""
    if PATTERN.search(source.text):  # comments are found by reading the text a second time
        yield from islice(_suppressions(source), MAX_WORDS)


def _suppressions(source: Source) -> Iterator[Suppression]:
    for comment in source.comments:
        match = PATTERN.match(comment.text)
        if not match:
            continue
        whole_file = match["kind"] == "ignore-file"
        misplaced = whole_file != comment.own_line
        line = None if whole_file else comment.line
        span = _part(comment, 0, len(comment.text))
        words = list(_WORD.finditer(comment.text, *match.span("codes"))) if match["codes"] else []
        if len(words) < 2:
            only = words[0][0] if words else match["codes"]
            yield Suppression(only, line, span, _without_comment(source, comment, match), misplaced)
            continue
        for word, following in pairwise(words):
            edit = Edit(_part(comment, word.start(), following.start()), "")
            yield Suppression(word[0], line, span, edit, misplaced)
        edit = Edit(_part(comment, words[-2].end(), words[-1].end()), "")
        yield Suppression(words[-1][0], line, span, edit, misplaced)


def _part(comment: Comment, start: int, end: int) -> Span:
    return Span(comment.line, comment.column + start, comment.line, comment.column + end)


def _without_comment(source: Source, comment: Comment, match: re.Match[str]) -> Edit:
    """The edit that takes the comment out, and with it a line of its own; a reason behind the brackets stays."""
    trailing = comment.text[match.end() :].strip()
    if trailing:
        return Edit(_part(comment, 0, match.end()), "#")
    if comment.own_line:
        return Edit(Span(comment.line, 1, comment.line + 1, 1), "")
    before = source.line(comment.line)[: comment.column - 1]
    start = len(before.rstrip()) + 1
    return Edit(Span(comment.line, start, comment.line, comment.column + len(comment.text)), "")
