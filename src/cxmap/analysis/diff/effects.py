"""What the change of a score means: how much, on 0-10, and whether it is more than chance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from cxmap.analysis.changes import compare, not_comparable
from cxmap.analysis.difference import Comparison, judged, untested
from cxmap.analysis.scores import KINDS
from cxmap.analysis.waves import waves

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cxmap.analysis.difference import Change
    from cxmap.analysis.scores import Kind, Score
    from cxmap.model.journey import Journey
    from cxmap.project.project import Project


class ScoreAt(NamedTuple):
    """A score of one state.

    Attributes:
        project: The state.
        journey: The journey.
        waves: Its waves, oldest first.
        kind: ``importance`` or ``experience``.
    """

    project: Project
    journey: Journey
    waves: Sequence[Score]
    kind: Kind


def score_at(project: Project, journey: str, touchpoint: str, pointer: Sequence[str]) -> ScoreAt | None:
    """The score at a place of a touchpoint, such as ``scores/experience``; ``None`` where there is none.

    Args:
        project: The state.
        journey: Id of the journey.
        touchpoint: Id of the touchpoint.
        pointer: The keys from the touchpoint on.
    """
    kind = next((each for each in KINDS if pointer[-1:] == (each,)), None)
    found = project.journeys.get(journey)
    if kind is None or found is None or pointer[-2:-1] != ("scores",):
        return None
    at: Any = next(
        (each for stage in found.stages if stage for each in stage.touchpoints if each and each.id == touchpoint), None
    )
    shared = getattr(at, "scores", None)
    for key in pointer[:-1]:
        at = at.get(key) if isinstance(at, dict) else getattr(at, key, None)
    given = getattr(at, kind, None)
    source = getattr(at, "source", None) or getattr(shared, "source", None) if "handover" not in pointer else None
    told = waves(project, found, given, kind, source) if given is not None else ()
    return ScoreAt(project, found, told, kind) if told else None


def raw_change(before: ScoreAt, after: ScoreAt) -> Change:
    """From the last wave before to the last wave after, on 0-10; not yet corrected for what else is compared."""
    old, new = before.waves[-1], after.waves[-1]
    for state in (after, before):
        if {old.source, new.source} - {None} <= set(state.project.sources):
            return compare(state.project, state.journey, state.kind, old, new)
    reason = not_comparable(after.project, after.journey, after.kind, old.source, new.source) or "not-comparable"
    return untested(new.value10 - old.value10, reason)


def judged_changes(found: Mapping[tuple[str, str], tuple[Kind, Change]]) -> dict[tuple[str, str], Change]:
    """The changes with their verdicts; experiences and importances are families of their own, of this comparison."""
    known: dict[tuple[str, str], Change] = {}
    for kind in KINDS:
        family = [
            (key, Comparison(key, change, "higher" if kind == "experience" else None))
            for key, (each, change) in found.items()
            if each == kind
        ]
        known |= dict(zip((key for key, _ in family), judged(each for _, each in family), strict=True))
    return known
