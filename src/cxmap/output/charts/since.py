"""What the experiences of a journey were at an earlier state of the files, as ``cxmap diff`` compares the two."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cxmap.analysis.scores import from_ten

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cxmap.analysis.diff.result import Diff, DiffEntry
    from cxmap.analysis.difference import Change
    from cxmap.analysis.scores import Score
    from cxmap.analysis.stops import Visit
    from cxmap.model.scale import Range


class ChangedExperience(NamedTuple):
    """An experience that changed.

    Attributes:
        persona: Id of the persona.
        touchpoint: Id of the touchpoint, as it is called now.
        scale: The journey's scale now, on which all values are.
        before: What it was.
        after: What it is.
        change: The verdict of ``diff``.
    """

    persona: str
    touchpoint: str
    scale: Range
    before: Score
    after: Score
    change: Change


class Since(NamedTuple):
    """A comparison with an earlier state.

    Attributes:
        name: What the state is called: a revision, a folder or a file.
        found: What changed since.
    """

    name: str
    found: Diff

    @property
    def journeys(self) -> set[str]:
        """Ids of the journeys of which an experience changed."""
        return {each.id.partition("/")[0] for each in self.found.changes if _is_experience(each)}

    def experiences(self, journey: str, ways: Mapping[str, Sequence[Visit]]) -> Iterator[ChangedExperience]:
        """The experiences of a journey that changed, of each persona who has the score.

        Args:
            journey: Id of the journey.
            ways: The visits of each persona, in the later state.
        """
        for entry in self.found.changes:
            of, _, touchpoint = entry.id.partition("/")
            if of != journey or not _is_experience(entry) or not (entry.scores and entry.scale and entry.effect):
                continue
            (before, after), scale = entry.scores, entry.scale
            before = before._replace(value=from_ten(before.value10, scale))
            change = entry.effect.times((scale.max - scale.min) / 10)
            for name, way in ways.items():
                is_shared = entry.pointer[0] == "scores" and any(
                    visit.id == touchpoint and visit.experience == after for visit in way
                )
                if is_shared or entry.pointer[:2] == ("by_persona", name):
                    yield ChangedExperience(name, touchpoint, scale, before, after, change)


def _is_experience(entry: DiffEntry) -> bool:
    return entry.effect is not None and entry.what == "touchpoint" and entry.pointer[-1:] == ("experience",)
