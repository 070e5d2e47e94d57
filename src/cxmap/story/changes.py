"""What changed since the wave before, with the verdicts of ``cxmap.analysis.changes``: each comparison told once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cxmap.analysis.changes import index_changes, score_changes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.analysis.changes import IndexChange, ScoreChange
    from cxmap.project.project import Project
    from cxmap.story.journeys import JourneyStory


class ToldChange(NamedTuple):
    """A score that changed, for those who share it.

    Attributes:
        change: Its change, of the first of them.
        personas: Ids of the personas who share it, in the order of the journey.
    """

    change: ScoreChange
    personas: tuple[str, ...]


class Changes(NamedTuple):
    """What changed in the scores of the journeys to tell of.

    Attributes:
        scores: Scores of two waves or more, in the order of the files.
        indexes: The indexes of the journeys.
    """

    scores: tuple[ToldChange, ...]
    indexes: tuple[IndexChange, ...]

    @property
    def nothing(self) -> bool:
        """Whether nothing has two waves."""
        return not self.scores and not self.indexes


def changes_of(project: Project, journeys: Sequence[JourneyStory]) -> Changes:
    """What changed in the scores of some journeys since the wave before."""
    told = {(one.journey.id, persona) for one in journeys for persona in one.ways}
    grouped: dict[tuple[object, ...], list[ScoreChange]] = {}
    for key, found in score_changes(project).items():
        if found.change is not None and (key.journey, key.persona) in told:
            shared = (key._replace(persona=""), found.before, found.after)
            grouped.setdefault(shared, []).append(found)
    scores = [ToldChange(each[0], tuple(one.key.persona for one in each)) for each in grouped.values()]
    order = {one.journey.id: place for place, one in enumerate(journeys)}
    scores.sort(
        key=lambda one: (
            order[one.change.key.journey],
            one.change.passage.position,
            one.change.key.kind == "importance",
        )
    )
    return Changes(tuple(scores), tuple(found for place, found in index_changes(project).items() if place in told))
