"""``--fix``: applies the safe edits of diagnostics, so that nothing else in a file changes, not one byte."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cxmap.diagnostics.record import Severity
from cxmap.rules.engine import diagnose
from cxmap.rules.selection import select

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from cxmap.diagnostics.record import Diagnostic, Edit, Fix
    from cxmap.project.document import Document
    from cxmap.project.project import Project
    from cxmap.rules.selection import Selection

MAX_PASSES = 10


@dataclass(slots=True)
class Fixed:
    """What fixing a project came to.

    Attributes:
        files: The new content of each file that changes, by absolute path.
        count: How many findings were mended.
    """

    files: dict[Path, bytes] = field(default_factory=dict)
    count: int = 0


def fix(
    load: Callable[[Mapping[Path, bytes]], Project], selection_of: Callable[[Project], Selection] | None = None
) -> Fixed:
    """Mend what can be mended safely, in memory.

    Fixes that touch the same text wait for the next pass. A file in which a fix would bring in an error that was not
    there is left as it was.

    Args:
        load: Loads the project with other contents for some files.
        selection_of: Which rules' findings to mend; all selected ones by default.

    Returns:
        The new contents. Nothing is written.
    """
    done = Fixed()
    left_alone: set[Path] = set()
    for _ in range(MAX_PASSES):
        project = load(done.files)
        selection = selection_of(project) if selection_of else select(project.config)
        diagnostics = diagnose(project, selection)
        changed: dict[Path, bytes] = {}
        counts: dict[Path, int] = {}
        for document in project.reported:
            own = [one for one in diagnostics if one.fix is not None and one.path == document.name]
            if own and document.path not in left_alone and document.source.text:
                text, count = apply_fixes(document.source.text, [one.fix for one in own if one.fix is not None])
                changed[document.path], counts[document.path] = document.encoded(text), count
        if not changed:
            return done
        spoilt = _spoilt(load({**done.files, **changed}), diagnostics, selection)
        left_alone |= spoilt
        for path in changed.keys() - spoilt:
            done.files[path] = changed[path]
            done.count += counts[path]
    return done


def apply_fixes(text: str, fixes: Sequence[Fix]) -> tuple[str, int]:
    """Apply fixes to a text, each whole or not at all; of two that touch the same text the earlier one is applied.

    Returns:
        The new text, and how many of the fixes were applied.
    """
    starts = _line_starts(text)
    taken: list[tuple[int, int]] = []
    edits: list[tuple[int, int, str]] = []
    count = 0
    for one in sorted(fixes, key=lambda item: [edit.span for edit in item.edits]):
        spans = [(*_offsets(edit, starts, len(text)), edit.text) for edit in one.edits]
        if any(start <= end_ and start_ <= end for start, end, _ in spans for start_, end_ in taken):
            continue
        taken += [(start, end) for start, end, _ in spans]
        edits += spans
        count += 1
    for start, end, replacement in sorted(edits, reverse=True):
        text = text[:start] + replacement + text[end:]
    return text, count


def _offsets(edit: Edit, starts: list[int], length: int) -> tuple[int, int]:
    def offset(line: int, column: int) -> int:
        return min(starts[line - 1] + column - 1, length) if line <= len(starts) else length

    return offset(edit.span.line, edit.span.column), offset(edit.span.end_line, edit.span.end_column)


def _line_starts(text: str) -> list[int]:
    """Offsets at which lines start; LF, CRLF and CR end a line, nothing else does."""
    starts = [0]
    position = 0
    while (position := _next_break(text, position)) < len(text):
        position += 2 if text.startswith("\r\n", position) else 1
        starts.append(position)
    return starts


def _next_break(text: str, position: int) -> int:
    found = [place for mark in "\r\n" if (place := text.find(mark, position)) >= 0]
    return min(found, default=len(text))


def _spoilt(after: Project, before: Sequence[Diagnostic], selection: Selection) -> set[Path]:
    """Files that a fix made worse: more errors of a rule than before."""
    now = diagnose(after, selection)
    return {
        document.path
        for document in after.reported
        if any(count > _errors(before, document).get(code, 0) for code, count in _errors(now, document).items())
    }


def _errors(diagnostics: Sequence[Diagnostic], document: Document) -> dict[str, int]:
    counts: dict[str, int] = {}
    for one in diagnostics:
        if one.path == document.name and one.severity is Severity.ERROR:
            counts[one.code] = counts.get(one.code, 0) + 1
    return counts
