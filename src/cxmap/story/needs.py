"""Open needs: what the rules find below an error, and what is not scored, not backed by evidence or owned by nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cxmap.diagnostic import Severity
from cxmap.lint.engine import diagnose
from cxmap.lint.selection import select

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cxmap.diagnostic import Diagnostic
    from cxmap.model.source import Evidence
    from cxmap.project.project import Project
    from cxmap.story.journeys import JourneyStory


class Subject(NamedTuple):
    """What something is about.

    Attributes:
        kind: ``journey``, ``stage``, ``touchpoint``, ``action``, ``persona``, ``segment``, ``stakeholder``,
            ``channel``, ``source``, ``metric``, or ``file`` where it is about none of them.
        id: Its id; the file's name for a file.
        journey: Id of the journey that it belongs to; ``""``: none.
    """

    kind: str
    id: str
    journey: str = ""


class NeedGroup(NamedTuple):
    """What one rule found.

    Attributes:
        code: The rule's code.
        severity: The gravest of its findings.
        subjects: What they are about, each once, in the order of the files.
    """

    code: str
    severity: Severity
    subjects: tuple[Subject, ...]


class Found(NamedTuple):
    """Evidence, and what it is about."""

    subject: Subject
    evidence: Evidence


class Question(NamedTuple):
    """Something to ask customers at a touchpoint."""

    subject: Subject
    text: str


class Lacking(NamedTuple):
    """A touchpoint that lacks something.

    Attributes:
        subject: The touchpoint.
        personas: Ids of the personas who pass it, and for whom it is lacking.
    """

    subject: Subject
    personas: tuple[str, ...]


class OpenNeeds(NamedTuple):
    """What is still open in a project.

    Attributes:
        groups: What the rules find below an error, warnings first, then by code.
        unscored: Touchpoints of current journeys without importance or experience.
        without_evidence: Touchpoints of current journeys without evidence.
        ownerless: Touchpoints of current journeys that nobody answers for, where customers meet the organisation.
        new: Evidence that shows a need nobody had seen.
        contradictions: Evidence that contradicts what was assumed.
        questions: What to ask customers.
    """

    groups: tuple[NeedGroup, ...]
    unscored: tuple[Lacking, ...]
    without_evidence: tuple[Lacking, ...]
    ownerless: tuple[Lacking, ...]
    new: tuple[Found, ...]
    contradictions: tuple[Found, ...]
    questions: tuple[Question, ...]

    @property
    def nothing(self) -> bool:
        """Whether nothing is open."""
        return not any(self)


_KINDS = {
    "segments": "segment",
    "personas": "persona",
    "stakeholders": "stakeholder",
    "channels": "channel",
    "sources": "source",
    "metrics": "metric",
    "actions": "action",
}


def open_needs(project: Project, journeys: Sequence[JourneyStory], checked: Project) -> OpenNeeds:
    """What is still open in a project, and in the journeys to tell of.

    Args:
        project: The project.
        journeys: The journeys to tell of.
        checked: The project that rules judge: the same, with all that was left out of it.
    """
    current = [told for told in journeys if told.current]
    found = list(_evidence(project, journeys))
    return OpenNeeds(
        groups=groups(diagnose(checked, select(checked.config, file=checked.inputs.config))),
        unscored=_lacking(current, "scores"),
        without_evidence=_lacking(current, "evidence"),
        ownerless=_lacking(current, "owner"),
        new=tuple(one for one in found if one.evidence.finding == "new"),
        contradictions=tuple(one for one in found if one.evidence.finding == "contradicts"),
        questions=tuple(
            Question(Subject("touchpoint", placed.touchpoint.id, told.journey.id), text)
            for told in journeys
            for placed in told.document.touchpoints()
            for text in placed.touchpoint.questions
        ),
    )


def groups(diagnostics: Iterable[Diagnostic]) -> tuple[NeedGroup, ...]:
    """Findings below an error by rule, warnings first, then by code."""
    by_code: dict[str, list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        if diagnostic.severity is not Severity.ERROR:
            by_code.setdefault(diagnostic.code, []).append(diagnostic)
    found = [
        NeedGroup(
            code,
            max((one.severity for one in each), key=lambda severity: severity.weight),
            tuple(dict.fromkeys(subject(one) for one in each)),
        )
        for code, each in by_code.items()
    ]
    return tuple(sorted(found, key=lambda group: (-group.severity.weight, group.code)))


def subject(diagnostic: Diagnostic) -> Subject:
    """What a finding is about: the innermost thing with an id that its place lies in."""
    journey, found = "", Subject("file", diagnostic.path)
    for part in diagnostic.anchor.split("/"):
        kind, _, name = part.partition(":")
        if not name or name.startswith("#"):
            continue
        if kind == "journey":
            journey, found = name, Subject("journey", name)
        elif kind in {"stage", "touchpoint"}:
            found = Subject(kind, name, journey)
        elif kind in _KINDS:
            found = Subject(_KINDS[kind], name)
    return found


def _lacking(journeys: Iterable[JourneyStory], what: str) -> tuple[Lacking, ...]:
    """The touchpoints that lack scores, evidence or an owner, and for whom."""
    found: dict[Subject, list[str]] = {}
    for told in journeys:
        for visit in told.visits:
            touchpoint, persona = visit.passage.touchpoint, visit.passage.persona
            lacks = {
                "scores": not visit.scored,
                "evidence": not any(one.persona in {None, persona} for one in touchpoint.evidence),
                "owner": touchpoint.owner is None and visit.passage.experience.channel is not None,
            }
            if lacks[what]:
                found.setdefault(Subject("touchpoint", visit.id, told.journey.id), []).append(persona)
    return tuple(Lacking(subject, tuple(personas)) for subject, personas in found.items())


def _evidence(project: Project, journeys: Iterable[JourneyStory]) -> Iterable[Found]:
    """All evidence of journeys and personas."""
    for told in journeys:
        name = told.journey.id
        yield from (Found(Subject("journey", name), one) for one in told.journey.evidence)
        for stage, _ in told.document.stages():
            yield from (Found(Subject("stage", stage.id, name), one) for one in stage.evidence)
            for touchpoint in stage.touchpoints:
                yield from (Found(Subject("touchpoint", touchpoint.id, name), one) for one in touchpoint.evidence)
    for persona, model in project.personas.items():
        yield from (Found(Subject("persona", persona), one) for one in model.evidence)
