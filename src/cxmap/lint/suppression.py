"""Comments that silence a rule: ``# cxmap: ignore[CX304]`` for a line, ``# cxmap: ignore-file[CX304]`` for a file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from cxmap.diagnostic import Edit, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.yaml.reader.comments import Comment
    from cxmap.yaml.reader.source import SourceText

PATTERN = re.compile(r"#\s*cxmap:\s*(?P<kind>ignore-file|ignore)\b\s*(?:\[(?P<codes>[^\]#\r\n]*)\])?")
MAX_WORDS = 10_000
"""How many words of a file are looked at: without an end, comments alone could keep a run busy for long."""
MAX_WAYS = 10
"""How many places on a line are tried for a comment: each takes reading the file once."""
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


def suppressions(source: SourceText) -> Iterator[Suppression]:
    """The suppressions in a file; of very many the first."""
    if PATTERN.search(source.text):  # comments are found by reading the text a second time
        yield from islice(_suppressions(source), MAX_WORDS)


def _suppressions(source: SourceText) -> Iterator[Suppression]:
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


def _without_comment(source: SourceText, comment: Comment, match: re.Match[str]) -> Edit:
    """The edit that takes the comment out, and with it a line of its own; a reason behind the brackets stays."""
    trailing = comment.text[match.end() :].strip()
    if trailing:
        return Edit(_part(comment, 0, match.end()), "#")
    if comment.own_line:
        return Edit(Span(comment.line, 1, comment.line + 1, 1), "")
    before = source.line(comment.line)[: comment.column - 1]
    start = len(before.rstrip()) + 1
    return Edit(Span(comment.line, start, comment.line, comment.column + len(comment.text)), "")


def silencing(source: SourceText, line: int, code: str) -> Edit | None:
    """The edit that silences a rule on a line: one more word in its comment, or a comment.

    Args:
        source: The file.
        line: From 1.
        code: The rule's code.

    Returns:
        The edit; ``None`` where the line cannot have a comment, as in a text of several lines.
    """
    return next((edit for edit in islice(_ways(source, line, code), MAX_WAYS) if _silences(source, edit, code)), None)


def _ways(source: SourceText, line: int, code: str) -> Iterator[Edit]:
    """Edits that may silence a rule on a line: which of them does, is found out by reading the file again."""
    for comment in source.comments:
        match = PATTERN.match(comment.text)
        if match and comment.line == line:
            yield _insertion(line, comment.column + match.end("codes"), f", {code}")
    text = source.line(line).rstrip()
    yield _insertion(line, len(text) + 1, f"  # cxmap: ignore[{code}]")
    for other in re.finditer(r"(?<=[ \t])#", text):  # what stands in a comment already becomes the reason
        yield _insertion(line, other.start() + 1, f"# cxmap: ignore[{code}] ")


def _insertion(line: int, column: int, text: str) -> Edit:
    return Edit(Span(line, column, line, column), text)


def _silences(source: SourceText, edit: Edit, code: str) -> bool:
    """Whether an edit is a comment that silences a rule on its line, and changes nothing that the file says."""
    from cxmap.yaml.editor.proof import same_data
    from cxmap.yaml.reader.read import read
    from cxmap.yaml.reader.source_map import Lines

    at = Lines(source.text).offset(edit.span.line, edit.span.column)
    after = read((source.text[:at] + edit.text + source.text[at:]).encode(), source.name)
    silenced = {
        (suppression.word, suppression.line) for suppression in suppressions(after) if not suppression.misplaced
    }
    return (code, edit.span.line) in silenced and same_data(source.data, after.data)
