"""What a diagnostic is: one finding, its place, and how it can be fixed.

A leaf: every part of cxmap may import these records, and they import nothing of cxmap.
Lines and columns are 1-based, columns count Unicode characters, and the end of a span is exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class Severity(StrEnum):
    """How much a diagnostic matters to the exit status (see ``cxmap validate --fail-on``)."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"

    @property
    def weight(self) -> int:
        """3 for an error, 2 for a warning, 1 for advice: to compare severities."""
        return {"error": 3, "warning": 2, "advice": 1}[self.value]


class Span(NamedTuple):
    """A stretch of text: from (line, column) up to, not including, (end_line, end_column)."""

    line: int
    column: int
    end_line: int
    end_column: int


START: Final = Span(1, 1, 1, 1)
"""The place of what is wrong with a file as a whole."""


class Related(NamedTuple):
    """A second place that belongs to a diagnostic, such as the first of two definitions."""

    message: str
    path: str
    span: Span


class Edit(NamedTuple):
    """Replace the text of a span by other text. An empty span inserts."""

    span: Span
    text: str


class Fix(NamedTuple):
    """A fix of one diagnostic: edits of exact spans, applied all together or not at all.

    Attributes:
        title: What it does.
        edits: The edits.
        safe: Whether nothing else can be meant, so that ``--fix`` applies it; others are offered by editors.
    """

    title: str
    edits: tuple[Edit, ...]
    safe: bool = True


class Diagnostic(NamedTuple):
    """One finding in one file.

    Attributes:
        code: The rule's stable code, such as ``CX201``.
        name: The rule's name in kebab case, such as ``unknown-reference``.
        severity: After the configuration's re-grading.
        message: What is wrong, in one line: lower case, with the value quoted.
        path: The file, relative to the current directory, with ``/`` (``<stdin>`` for unnamed standard input).
        span: Where, in the file's text.
        pointer: JSON pointer (RFC 6901) of the value, ``""`` for the whole document.
        anchor: The same place by ids instead of positions (``journey:first-shoes/stage:attention/…``), so that a
            moved line keeps its fingerprint and its place in a baseline.
        suggestion: What to type instead, bare, where one thing can be given.
        help: What to do, as a sentence.
        fix: The edits that fix it, or ``None``.
        related: Other places that belong to it.
    """

    code: str
    name: str
    severity: Severity
    message: str
    path: str
    span: Span
    pointer: str = ""
    anchor: str = ""
    suggestion: str | None = None
    help: str | None = None
    fix: Fix | None = None
    related: tuple[Related, ...] = ()

    @property
    def fixable(self) -> bool:
        """Whether ``--fix`` fixes it."""
        return self.fix is not None and self.fix.safe

    @property
    def sort_key(self) -> tuple[str, int, int, str, str, str]:
        """Path, line, column, code: the order in which diagnostics are shown."""
        return (self.path, self.span.line, self.span.column, self.code, self.pointer, self.message)


@dataclass(frozen=True, slots=True)
class Report:
    """What one run of ``validate`` found: all that an output format needs besides the rules.

    Attributes:
        diagnostics: In the order of ``Diagnostic.sort_key``.
        checked: How many files were checked.
        skipped: How many YAML files were passed over because they are not cxmap's.
        remarks: Sentences that belong below the findings (what a baseline hides, what could not be checked).
        cwd: The directory that the diagnostics' paths are relative to.
        root: The project's root.
        texts: The text of each file with findings, by path, for excerpts; a file that could not be read is absent.
    """

    diagnostics: tuple[Diagnostic, ...]
    checked: int
    skipped: int
    remarks: tuple[str, ...]
    cwd: Path
    root: Path
    texts: Mapping[str, str] = field(default_factory=dict)

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(d.severity is severity for d in self.diagnostics)

    @property
    def fixable(self) -> int:
        """How many findings ``--fix`` fixes."""
        return sum(d.fixable for d in self.diagnostics)

    @property
    def summary(self) -> str:
        """The last line of the output for people."""
        parts = [
            _plural(self.count(Severity.ERROR), "error"),
            _plural(self.count(Severity.WARNING), "warning"),
            f"{self.count(Severity.ADVICE)} advice",
        ]
        line = f"Checked {_plural(self.checked, 'file')} ({self.skipped} skipped): {', '.join(parts)}."
        return f"{line} {self.fixable} fixable with --fix." if self.fixable else line


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
