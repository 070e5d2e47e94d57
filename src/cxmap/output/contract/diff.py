"""What ``cxmap diff --format json`` promises."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from cxmap.analysis.diff.entries import What
from cxmap.analysis.diff.result import DiffKind
from cxmap.analysis.diff.severity import Severity
from cxmap.choices import RankingKey
from cxmap.output.contract.findings import DiagnosticShape
from cxmap.output.contract.shape import Output, Shape


class StateShape(Shape):
    """One of the two states."""

    kind: Literal["revision", "folder", "file", "worktree"]
    name: str
    commit: str | None


class PositionShape(Shape):
    """Where something stands: its stage, and the touchpoint before it."""

    stage: str | None
    after: str | None


class EffectShape(Shape):
    """How much a score changed, on 0 to 10, and whether that is more than chance."""

    difference10: float | None
    low: float | None
    high: float | None
    p_holm: float | None
    more_than_chance: bool | None
    """``null`` where it was not tested."""


class ChangeShape(Shape):
    """One change."""

    kind: DiffKind
    what: What
    id: str
    was: str | None
    """The id before, of what was renamed."""
    pointer: str
    """Of what was changed: JSON pointer from the thing on."""
    before: Any
    after: Any
    added: list[str] = Field(default_factory=list)
    """Of a list of text only, as the next one."""
    removed: list[str] = Field(default_factory=list)
    to: PositionShape | None = None
    """Of what was added or moved only."""
    references: list[str] = Field(default_factory=list)
    """Where the old id is still used; only where it is."""
    effect: EffectShape | None
    severity: Severity
    path: str
    line: int
    column: int


class MoveShape(Shape):
    """A touchpoint with another rank."""

    id: str
    persona: str
    before: int | None
    after: int | None


class RankingMoves(Shape):
    """What became of the ranking."""

    by: RankingKey
    top: int
    """How many are the first ones."""
    entered: list[str]
    left: list[str]
    moves: list[MoveShape]


class FindingsOfBoth(Shape):
    """What ``validate`` finds after and not before, and the reverse."""

    new: list[DiagnosticShape]
    gone: list[DiagnosticShape]


class DiffCounts(Shape):
    """How many things changed, and how many changes are worse or better."""

    changed: int
    added: int
    removed: int
    moved: int
    renamed: int
    worse: int
    better: int


class DiffOutput(Output):
    """A comparison: ``cxmap diff --format json``. Figures are unrounded."""

    command: Literal["diff"]
    from_: StateShape = Field(alias="from")
    to: StateShape
    changes: list[ChangeShape]
    ranking: RankingMoves | None
    """``null`` where one of the two cannot be ranked."""
    findings: FindingsOfBoth
    summary: DiffCounts
