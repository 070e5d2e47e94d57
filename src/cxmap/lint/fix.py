"""``--fix``: applies the safe edits of diagnostics, so that nothing else in a file changes, not one byte."""

from __future__ import annotations

from bisect import bisect, insort
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cxmap.diagnostic import Severity
from cxmap.lint.engine import diagnose
from cxmap.lint.selection import select

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from cxmap.diagnostic import Diagnostic, Edit, Fix
    from cxmap.lint.selection import Selection
    from cxmap.project.document import Document
    from cxmap.project.project import Project

MAX_PASSES = 10


@dataclass(slots=True)
class Fixed:
    """What fixing a project came to.

    Attributes:
        files: The new content of each file that changes, by absolute path.
        before: These files as they were read, which is what their new contents were made from.
        count: How many findings were fixed.
    """

    files: dict[Path, bytes] = field(default_factory=dict)
    before: dict[Path, Document] = field(default_factory=dict)
    count: int = 0


def fix(
    load: Callable[[Mapping[Path, bytes]], Project], selection_of: Callable[[Project], Selection] | None = None
) -> Fixed:
    """Apply all safe fixes, in memory.

    Fixes that touch the same text wait for the next pass. One that would bring in an error that was not there is not
    made.

    Args:
        load: Loads the project with other contents for some files.
        selection_of: Which rules' findings to fix; all selected ones by default.

    Returns:
        The new contents. Nothing is written.
    """
    done = Fixed()
    for _ in range(MAX_PASSES):
        project = load(done.files)
        selection = selection_of(project) if selection_of else select(project.config)
        found = diagnose(project, selection)
        offered = {
            document: [
                diagnostic.fix
                for diagnostic in found
                if diagnostic.fix and diagnostic.fixable and diagnostic.path == document.name
            ]
            for document in project.reported
            if document.source.text
        }
        sound = _Trial(load, done.files, selection, found).sound(offered)
        if not sound:
            return done
        for document, fixes in sound.items():
            text, count = apply_fixes(document.source.text, fixes)
            done.before.setdefault(document.path, document)
            done.files[document.path] = document.encoded(text)
            done.count += count
    return done


def does_no_harm(
    one: Fix,
    document: Document,
    found: Sequence[Diagnostic],
    selection: Selection,
    load: Callable[[Mapping[Path, bytes]], Project],
) -> bool:
    """Whether a fix alone brings in no error that was not there.

    Args:
        one: A fix, or any other change of the same kind.
        document: The file that it changes.
        found: What the rules find in that file now.
        selection: These rules.
        load: Loads the project with other contents for some files, and reports on that file.
    """
    return bool(_Trial(load, {}, selection, found).sound({document: [one]}))


def apply_fixes(text: str, fixes: Sequence[Fix]) -> tuple[str, int]:
    """Apply fixes to a text, each whole or not at all; of two that touch the same text the earlier one is applied.

    Returns:
        The new text, and how many of the fixes were applied.
    """
    starts = _line_starts(text)
    edits: list[tuple[int, int, str]] = []  # in order, and apart from each other
    count = 0
    for fix in sorted(fixes, key=lambda item: [edit.span for edit in item.edits]):
        own = [(*_offsets(edit, starts, len(text)), edit.text) for edit in fix.edits]
        if any(_collide(edit, other) for edit in own for other in _beside(edit, edits)):
            continue
        for edit in own:
            insort(edits, edit)
        count += 1
    for start, end, replacement in reversed(edits):
        text = text[:start] + replacement + text[end:]
    return text, count


def _beside(edit: tuple[int, int, str], edits: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The edits on either side of a place, in a list in order: only they can touch it."""
    place = bisect(edits, edit)
    return edits[max(place - 1, 0) : place + 1]


def _collide(one: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    """Whether two edits touch the same text; what is only taken out may lie side by side."""
    (start, end, text), (other_start, other_end, other_text) = one, other
    if text or other_text:
        return start <= other_end and other_start <= end
    return start < other_end and other_start < end


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


@dataclass(frozen=True, slots=True)
class _Trial:
    """Finds out which fixes make a file worse: more errors of a rule than were found before."""

    load: Callable[[Mapping[Path, bytes]], Project]
    files: Mapping[Path, bytes]
    selection: Selection
    found: Sequence[Diagnostic]

    def sound(self, offered: Mapping[Document, list[Fix]]) -> dict[Document, list[Fix]]:
        """The fixes that make no file worse; files without any are skipped."""
        offered = {document: fixes for document, fixes in offered.items() if fixes}
        spoilt = self._spoilt(offered) if offered else set()
        sound = {
            document: self._sound_of_spoilt(document, fixes) if document.path in spoilt else fixes
            for document, fixes in offered.items()
        }
        return {document: fixes for document, fixes in sound.items() if fixes}

    def _sound_of_spoilt(self, document: Document, fixes: list[Fix]) -> list[Fix]:
        """Those of a file's fixes that do no harm, of fixes that do harm together: looked for by halves."""
        if len(fixes) == 1:
            return []
        middle = len(fixes) // 2
        first, second = (
            self._sound_of_spoilt(document, half) if self._spoilt({document: half}) else half
            for half in (fixes[:middle], fixes[middle:])
        )
        together = [*first, *second]
        return first if together and self._spoilt({document: together}) else together

    def _spoilt(self, fixes: Mapping[Document, Sequence[Fix]]) -> set[Path]:
        """The files that some fixes make worse."""
        fixed = {
            document.path: document.encoded(apply_fixes(document.source.text, of_it)[0])
            for document, of_it in fixes.items()
        }
        after = self.load({**self.files, **fixed})
        now = diagnose(after, self.selection)
        return {
            document.path
            for document in after.reported
            if any(count > _errors(self.found, document).get(code, 0) for code, count in _errors(now, document).items())
        }


def _errors(diagnostics: Sequence[Diagnostic], document: Document) -> dict[str, int]:
    counts: dict[str, int] = {}
    for diagnostic in diagnostics:
        if diagnostic.path == document.name and diagnostic.severity is Severity.ERROR:
            counts[diagnostic.code] = counts.get(diagnostic.code, 0) + 1
    return counts
