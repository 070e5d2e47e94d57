"""What a comparison of two states of a project tells: its changes, and what became of the ranking."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from cxmap.analysis.diff.entries import is_texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.analysis.diff.entries import Entry, What
    from cxmap.analysis.diff.severity import Severity
    from cxmap.analysis.difference import Change
    from cxmap.analysis.scores import Score
    from cxmap.choices import RankingKey
    from cxmap.diagnostic import Span
    from cxmap.model.scale import Range

DiffKind = Literal["changed", "added", "removed", "moved", "renamed"]
KINDS: tuple[DiffKind, ...] = ("changed", "added", "removed", "moved", "renamed")


class Position(NamedTuple):
    """Where something stands now: a touchpoint's stage, and the touchpoint before it."""

    stage: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class DiffEntry:
    """One change.

    Attributes:
        kind: What happened to it.
        what: What it is.
        id: Its id after; of what was removed, before.
        entry: The entry after; of what was removed, before.
        was: Of what was renamed, its id before.
        pointer: Of what was changed: the keys from the entry on.
        before: The value before; of what was removed, all of it.
        after: The value after; of what was added, all of it.
        severity: Whether it is better or worse.
        goalpost: Whether it makes it easier to look good.
        effect: Of a score: how much on 0-10, and whether that is more than chance.
        scores: Of a score: the last wave before and after.
        scale: Of a score: the journey's scale after.
        to: Of what was added or moved: where it stands now.
        origin: Of what was moved: where it stood.
        probably: Of what was renamed: only the place and half of the title speak for it.
        took_over: Of what was added: its id belonged to something else.
        stale: Of what was renamed or removed: where its old id is still used, as places in the files after.
    """

    kind: DiffKind
    what: What
    id: str
    entry: Entry
    was: str | None = None
    pointer: tuple[str, ...] = ()
    before: Any = None
    after: Any = None
    severity: Severity = "neutral"
    goalpost: bool = False
    effect: Change | None = None
    scores: tuple[Score, Score] | None = None
    scale: Range | None = None
    to: Position | None = None
    origin: Position | None = None
    probably: bool = False
    took_over: bool = False
    stale: tuple[str, ...] = ()

    @property
    def place(self) -> Span:
        """Where it stands: of what was removed, in the files before."""
        given = tuple(int(key) if key.isdigit() else key for key in self.pointer)
        return self.entry.document.source.span((*self.entry.pointer, *given), key=self.kind == "changed")

    @property
    def path(self) -> str:
        """The file that it stands in, as it is shown."""
        return self.entry.id if self.what == "configuration" else self.entry.document.name

    @property
    def texts(self) -> tuple[list[str], list[str]] | None:
        """Of a list of text: what was added, and what was removed."""
        if not all(value is None or is_texts(value) for value in (self.before, self.after)) or self.kind != "changed":
            return None
        old, new = self.before or [], self.after or []
        return (
            ([text for text in new if text not in old], [text for text in old if text not in new])
            if old or new
            else None
        )


class RankMove(NamedTuple):
    """A touchpoint that has another rank for a persona."""

    id: str
    persona: str
    before: int | None
    after: int | None
    key_before: float | None
    key_after: float | None


class RankingChange(NamedTuple):
    """What the change does to the order of what to improve.

    Attributes:
        by: The ranking figure.
        top: How many are the first ones.
        entered: The ids that are among the first now.
        left: Those that are no longer.
        moves: Every touchpoint with another rank.
    """

    by: RankingKey
    top: int
    entered: tuple[str, ...]
    left: tuple[str, ...]
    moves: tuple[RankMove, ...]


class Diff(NamedTuple):
    """Two states compared.

    Attributes:
        changes: Every change, by what it is of, in the order of the files after.
        ranking: What became of the ranking; ``None`` where one of the two cannot be ranked.
        stages: The titles of the stages after, by journey and id.
    """

    changes: tuple[DiffEntry, ...]
    ranking: RankingChange | None

    @property
    def summary(self) -> dict[str, int]:
        """How many things changed, were added, removed, moved and renamed; how many changes are worse or better."""
        things: dict[str, int] = {
            kind: len({(each.what, each.id) for each in self.changes if each.kind == kind}) for kind in KINDS
        }
        tally = Counter(each.severity for each in self.changes)
        return {**things, "worse": tally["worse"], "better": tally["better"]}


def pointer_text(pointer: Sequence[str]) -> str:
    """Keys as a JSON pointer (RFC 6901)."""
    return "".join(f"/{key.replace('~', '~0').replace('/', '~1')}" for key in pointer)
