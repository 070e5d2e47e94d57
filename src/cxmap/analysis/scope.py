"""What a ranking is about: which journeys, as which personas go through them; and whether what was asked for exists."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from cxmap.analysis.stops import personas, stops
from cxmap.errors import UsageError
from cxmap.text.wording import hint

if TYPE_CHECKING:
    from collections.abc import Collection

    from cxmap.analysis.ranking.options import Options
    from cxmap.analysis.stops import Visit
    from cxmap.model.journey import Journey
    from cxmap.project.project import Project


class Way(NamedTuple):
    """A journey as one persona goes through it, detours included."""

    journey: Journey
    persona: str
    stops: tuple[Visit, ...]

    @property
    def name(self) -> tuple[str, str]:
        """The ids of journey and persona."""
        return self.journey.id, self.persona


def ways(project: Project, options: Options) -> list[Way]:
    """The current journeys asked about, as each persona goes through them, by id."""
    found = [
        Way(journey, persona, tuple(stops(project, document, persona)))
        for document, journey in project.journey_documents()
        if journey.state == "current" and options.journey in {None, journey.id}
        for persona in personas(document)
        if options.persona in {None, persona} and _stands_for(project, persona, options.segment)
    ]
    return sorted(found, key=lambda way: way.name)


def _stands_for(project: Project, persona: str, segment: str | None) -> bool:
    """Whether a persona stands for a segment; ``None``: whichever."""
    found = project.personas.get(persona)
    return segment is None or (found is not None and found.segment == segment)


def check(project: Project, options: Options) -> None:
    """See to it that what is asked for makes sense and exists.

    Raises:
        UsageError: A number is out of its range, two options exclude each other, or an id is not there.
    """
    view = options.view
    if not 0 <= options.our_weight <= 1:
        raise UsageError(f"--our-weight is from 0 to 1, not {options.our_weight:g}")
    if view.top is not None and view.top < 1:
        raise UsageError(f"--top is at least 1, not {view.top}")
    if view.min_importance is not None and not 0 <= view.min_importance <= 10:
        raise UsageError(f"--min-importance is on 0 to 10, not {view.min_importance:g}")
    if options.within is not None and not 0 < options.within < math.inf:
        raise UsageError(f"--within is a number of points above 0, not {options.within:g}")
    check_seed(options.seed)
    current = [(doc, journey) for doc, journey in project.journey_documents() if journey.state == "current"]
    known("journey", options.journey, [journey.id for _, journey in current])
    inside = [doc for doc, journey in current if options.journey in {None, journey.id}]
    everybody = [name for doc in inside for name in personas(doc)]
    known("persona", options.persona, everybody)
    known("segment", options.segment, project.segments)
    of_segment = [name for name in everybody if _stands_for(project, name, options.segment)]
    if options.segment is not None and not of_segment:
        raise UsageError(f"no persona of a current journey here stands for the segment '{options.segment}'")
    if options.persona is not None and options.persona not in of_segment:
        raise UsageError(
            f"'{options.persona}' does not stand for the segment '{options.segment}'; leave one of them out"
        )
    known("stage", view.stage, [stage.id for doc in inside for stage, _ in doc.stages()])
    known("owner", view.owner, project.stakeholders)
    known("channel", view.channel, project.channels)
    known("tag", view.tag, [tag for doc in inside for placed in doc.touchpoints() for tag in placed.touchpoint.tags])


def check_seed(seed: int) -> None:
    """See to it that random numbers can start there.

    Raises:
        UsageError: They cannot.
    """
    if not 0 <= seed < 2**32:
        raise UsageError(f"--seed is a whole number from 0 to {2**32 - 1}, not {seed}")


def known(what: str, name: str | None, names: Collection[str]) -> None:
    """See to it that an id that was asked for is there.

    Args:
        what: What it is the id of.
        name: The id; ``None``: not asked for.
        names: The ids that are there.

    Raises:
        UsageError: It is not there; the nearest is suggested.
    """
    if name is None or name in names:
        return
    import difflib

    there = sorted(set(names))
    nearest = difflib.get_close_matches(name, there)
    otherwise = f"there are: {', '.join(there)}" if there else "there is none"
    raise UsageError(f"no {what} is called '{name}' here{hint(nearest[0] if nearest else None, otherwise)}")
