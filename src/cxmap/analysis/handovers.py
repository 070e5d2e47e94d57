"""Handovers: the step from one touchpoint to the next, where the channel or the owner changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxmap.analysis.scores import ScoreSet, score_set
from cxmap.analysis.stops import neighbours

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cxmap.analysis.passages import Passage
    from cxmap.analysis.stops import Visit
    from cxmap.project.project import Project
    from cxmap.yaml.values import Pointer


@dataclass(frozen=True, slots=True, eq=False)
class HandoverStep:
    """The step into a touchpoint.

    Attributes:
        into: The touchpoint stepped into.
        origin: The touchpoint stepped out of; ``None`` for a rated step into the first one.
        scores: How much the step matters and how it goes; nothing where it is not rated.
        pointer: Where the handover stands in the file; the touchpoint, where the file says nothing of it.
    """

    into: Visit
    origin: Visit | None
    scores: ScoreSet
    pointer: Pointer

    @property
    def rated(self) -> bool:
        """Whether importance and experience of the step itself are given."""
        return self.scores.complete

    @property
    def changes(self) -> tuple[str, ...]:
        """What is another one after the step: ``channel``, ``owner``, both or neither."""
        return changes(self.origin.passage, self.into.passage) if self.origin else ()

    @property
    def change10(self) -> float | None:
        """The change in experience across the step, on 0-10; negative for a drop; ``None`` where one is not scored."""
        before = self.origin.experience if self.origin else None
        after = self.into.experience
        return after.value10 - before.value10 if before and after else None


def changes(before: Passage, after: Passage) -> tuple[str, ...]:
    """What changes between two touchpoints of a persona: ``channel``, ``owner``, both or neither.

    A touchpoint at which the customer meets nobody, or which has no owner, hands nothing over.
    """
    pairs = {
        "channel": (before.experience.channel, after.experience.channel),
        "owner": (before.touchpoint.owner, after.touchpoint.owner),
    }
    return tuple(what for what, (old, new) in pairs.items() if old and new and old != new)


def steps(project: Project, way: Sequence[Visit]) -> Iterator[HandoverStep]:
    """A persona's handovers in journey order: those that are rated, and every change of channel or owner.

    Args:
        project: For the scales of the scores.
        way: The persona's touchpoints, detours included.
    """
    before = {after.id: stop for stop, after in neighbours(way)}
    by_id = {stop.id: stop for stop in way}
    for stop in way:
        handover = stop.passage.experience.handover
        named = by_id.get(handover.from_) if handover and handover.from_ else None
        scores = score_set(project, stop.passage.journey, handover.scores if handover else None)
        step = HandoverStep(stop, named or before.get(stop.id), scores, _pointer(stop.passage))
        if step.rated or step.changes:
            yield step


def _pointer(passage: Passage) -> Pointer:
    own = (*passage.pointer, "by_persona", passage.persona, "handover")
    shared = (*passage.pointer, "handover")
    for pointer in (own, shared):
        if passage.document.has(pointer):
            return pointer
    return passage.pointer
