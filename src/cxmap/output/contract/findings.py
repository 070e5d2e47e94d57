"""What ``cxmap validate --format json`` and ``cxmap rule --format json`` promise."""

from __future__ import annotations

from typing import Literal

from pydantic import RootModel

from cxmap.choices import SeverityName
from cxmap.output.contract.shape import Output, Shape


class Region(Shape):
    """A part of a file's text; lines and columns count from 1, and the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class EditShape(Region):
    """A text that takes the place of a part of the file as it was read."""

    text: str


class FixShape(Shape):
    """Edits that fix a finding, all of them together."""

    title: str
    safe: bool
    """Whether ``--fix`` makes it."""
    edits: list[EditShape]


class RelatedShape(Region):
    """Another place that belongs to a finding."""

    message: str
    path: str


class DiagnosticShape(Region):
    """A finding."""

    code: str
    name: str
    severity: SeverityName
    message: str
    path: str
    """Relative to the current directory, with ``/``."""
    pointer: str
    """JSON pointer of the value, ``""`` for the whole file."""
    suggestion: str | None
    """What to type instead."""
    help: str | None
    url: str
    """The page of the rule."""
    fixable: bool
    fix: FixShape | None
    related: list[RelatedShape]


class FileCounts(Shape):
    """How many files were looked at."""

    checked: int
    skipped: int


class SeverityCounts(Shape):
    """How many findings there are."""

    error: int
    warning: int
    advice: int


class ValidateOutput(Output):
    """Findings: ``cxmap validate --format json``; with ``jsonl`` each of ``diagnostics`` on a line."""

    command: Literal["validate"]
    files: FileCounts
    summary: SeverityCounts
    diagnostics: list[DiagnosticShape]


class RuleShape(Shape):
    """A rule."""

    code: str
    name: str
    severity: SeverityName
    fixable: bool
    summary: str
    why: str
    bad: str
    """An example that breaks it."""
    good: str
    """An example that does not."""
    url: str


class RuleOutput(RootModel[RuleShape | list[RuleShape]]):
    """One rule, ``cxmap rule CODE --format json``; without a code, all of them."""
