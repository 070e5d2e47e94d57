"""Coverage of evidence: what each score rests on, and what rests on each source."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cxmap.analysis.scores import KINDS
from cxmap.analysis.waves import handover_history, history
from cxmap.story.journeys import voice

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from cxmap.analysis.passages import Passage
    from cxmap.analysis.scores import Kind, Score
    from cxmap.analysis.stops import Visit
    from cxmap.model.source import Evidence, Source
    from cxmap.project.project import Project
    from cxmap.story.journeys import JourneyStory, Voice


class Backing(NamedTuple):
    """What one score rests on.

    Attributes:
        kind: ``importance`` or ``experience``.
        source: Id of its source; ``None``: not said.
        voice: Who is behind it.
        n: How many people gave a mark; ``None``: not known.
        date: When; ``None``: not said.
        waves: How many waves it has, this one included.
    """

    kind: Kind
    source: str | None
    voice: Voice
    n: int | None
    date: dt.date | None
    waves: int


class EvidenceRow(NamedTuple):
    """What is known of a touchpoint for a persona, and from whom.

    Attributes:
        journey: Id of the journey.
        touchpoint: Id of the touchpoint.
        persona: Id of the persona.
        importance: What the importance rests on; ``None``: it has none.
        experience: What the experience rests on; ``None``: it has none.
        evidence: How many pieces of evidence are about it.
        customers: Whether customers themselves speak, in a score or in the evidence.
    """

    journey: str
    touchpoint: str
    persona: str
    importance: Backing | None
    experience: Backing | None
    evidence: int
    customers: bool


class SourceUse(NamedTuple):
    """A source, and what rests on it.

    Attributes:
        id: Its id.
        source: Itself.
        scores: How many scores of importance and experience it gave, of all waves and for each persona.
        last: How many of them are the last, which count.
        evidence: How many pieces of evidence name it.
        touchpoints: Journey and touchpoint that it says something about, in journey order.
        personas: Ids of the personas whom it shows to exist.
    """

    id: str
    source: Source
    scores: int
    last: int
    evidence: int
    touchpoints: tuple[tuple[str, str], ...]
    personas: tuple[str, ...]


def evidence_rows(project: Project, journeys: Iterable[JourneyStory]) -> tuple[EvidenceRow, ...]:
    """What is known of each touchpoint of current journeys for each persona, in journey order."""
    return tuple(_rows(project, [told for told in journeys if told.current]))


def _rows(project: Project, journeys: Iterable[JourneyStory]) -> Iterator[EvidenceRow]:
    for told in journeys:
        for visit in sorted(told.visits, key=lambda one: one.passage.position):
            passage = visit.passage
            about = [one for one in passage.touchpoint.evidence if one.persona in {None, passage.persona}]
            importance = _backing(project, passage, "importance", visit.importance)
            experience = _backing(project, passage, "experience", visit.experience)
            sources = [project.sources.get(one.source) for one in about]
            yield EvidenceRow(
                told.journey.id,
                visit.id,
                passage.persona,
                importance,
                experience,
                len(about),
                any(source is not None and source.customer_voice for source in sources)
                or any(backing is not None and backing.voice == "customers" for backing in (importance, experience)),
            )


def _backing(project: Project, passage: Passage, kind: Kind, score: Score | None) -> Backing | None:
    if score is None:
        return None
    waves = len(history(project, passage, kind).own)
    return Backing(kind, score.source, voice(project, score), score.people, score.date, waves)


class _Uses:
    """What is counted of one source."""

    def __init__(self) -> None:
        self.scores = self.last = self.evidence = 0
        self.touchpoints: dict[tuple[str, str], None] = {}
        self.personas: dict[str, None] = {}


def source_uses(project: Project, journeys: Sequence[JourneyStory]) -> tuple[SourceUse, ...]:
    """All sources of the project with what rests on them, in the order of the files."""
    uses = {name: _Uses() for name in project.sources}
    for told in journeys:
        name = told.journey.id
        for visit in told.visits:
            for score, is_last in _scores(project, visit):
                if score.source in uses:
                    use = uses[score.source]
                    use.scores, use.last = use.scores + 1, use.last + is_last
                    use.touchpoints[name, visit.id] = None
        _count(uses, told.journey.evidence)
        for stage, _ in told.document.stages():
            _count(uses, stage.evidence)
            for touchpoint in stage.touchpoints:
                for use in _count(uses, touchpoint.evidence):
                    use.touchpoints[name, touchpoint.id] = None
    for persona, model in project.personas.items():
        for use in _count(uses, model.evidence):
            use.personas[persona] = None
    return tuple(
        SourceUse(
            name,
            project.sources[name],
            use.scores,
            use.last,
            use.evidence,
            tuple(use.touchpoints),
            tuple(use.personas),
        )
        for name, use in uses.items()
    )


def _scores(project: Project, visit: Visit) -> Iterator[tuple[Score, bool]]:
    """All waves of the scores of a touchpoint and of the handover into it, each with whether it is the last."""
    for kind in KINDS:
        for found in (history(project, visit.passage, kind), handover_history(project, visit.passage, kind)):
            for score in found.own:
                yield score, score is found.own[-1]


def _count(uses: dict[str, _Uses], evidence: Iterable[Evidence]) -> Iterator[_Uses]:
    found = [uses[one.source] for one in evidence if one.source in uses]
    for use in found:
        use.evidence += 1
    return iter(found)
