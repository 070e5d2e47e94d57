"""The journeys of a story: as each persona goes through them, in figures; and who is behind a score."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from cxmap.analysis.stops import personas, stops
from cxmap.analysis.summary import summarise

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from cxmap.analysis.scores import Score
    from cxmap.analysis.stops import Visit
    from cxmap.analysis.summary import JourneySummary
    from cxmap.model.journey import Journey
    from cxmap.project.document import Document
    from cxmap.project.project import Project

Voice = Literal["customers", "observed", "team"]
"""Who is behind a score: customers themselves; what was seen or counted; or the team's own estimate, also where no
source is named."""
VOICES: tuple[Voice, ...] = ("customers", "observed", "team")


class JourneyStory(NamedTuple):
    """A journey that is told.

    Attributes:
        document: Its file.
        journey: Itself.
        ways: By persona id, as that persona goes through it, detours included; only the personas asked for.
        figures: By persona id, in figures.
    """

    document: Document
    journey: Journey
    ways: Mapping[str, Sequence[Visit]]
    figures: Mapping[str, JourneySummary]

    @property
    def current(self) -> bool:
        """Whether it is as it is now, and no plan."""
        return self.journey.state == "current"

    @property
    def visits(self) -> Iterator[Visit]:
        """Every persona at every touchpoint passed."""
        for way in self.ways.values():
            yield from way


def journeys_of(project: Project, only: Collection[str] = ()) -> tuple[JourneyStory, ...]:
    """The journeys of the files asked about, in the order of the files.

    Args:
        project: The project.
        only: Ids of the personas to tell of; none: all. A journey that none of them makes is not told.
    """
    found = []
    for document, journey in project.journey_documents():
        names = [name for name in personas(document) if not only or name in only]
        ways = {name: stops(project, document, name) for name in names}
        figures = {name: summarise(project, journey, name, way) for name, way in ways.items()}
        if names:
            found.append(JourneyStory(document, journey, ways, figures))
    return tuple(found)


def voice(project: Project, score: Score) -> Voice:
    """Who is behind a score."""
    source = project.sources.get(score.source) if score.source else None
    if source is not None and source.customer_voice:
        return "customers"
    return "team" if score.guess else "observed"
