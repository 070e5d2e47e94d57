"""CX401: a gap that nobody works on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cxmap.analysis.passages import passages
from cxmap.analysis.ranking.figures import priority, shortfall
from cxmap.analysis.scores import last_wave
from cxmap.diagnostic import Severity
from cxmap.lint.example_files import LIBRARY
from cxmap.lint.facts.actions import taken_up
from cxmap.lint.facts.normalized import UsableScores
from cxmap.lint.finding import Finding, first_key
from cxmap.lint.messages import for_personas, in_words, is_current, thing
from cxmap.lint.rule import Rule
from cxmap.model.types import ImportanceMean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cxmap.analysis.passages import Passage
    from cxmap.model.journey import Journey
    from cxmap.project.document import Document
    from cxmap.project.project import Project


FIRST = 5


class Gap(NamedTuple):
    """How much a touchpoint asks to be improved for one persona: the ranking figure's name and its value, 0-10."""

    passage: Passage
    figure: str
    size: float


def check(project: Project) -> Iterator[Finding]:
    """Touchpoints with a large gap that no action names.

    A file that cannot be read may hold the action, so then nothing is said.
    """
    if project.unreadable:
        return
    named = {(target.journey, target.touchpoint) for target in taken_up(project) if not target.handover}
    for document, journey in project.journey_documents():
        if is_current(document) and journey.id:
            for gaps in _large(project, _gaps(project, document, journey)):
                if (journey.id, gaps[0].passage.touchpoint.id) not in named:
                    yield _finding(project, document, journey, gaps)


def _gaps(project: Project, document: Document, journey: Journey) -> Iterator[Gap]:
    """The gaps of a journey."""
    scores = UsableScores(project, document, journey)
    gap: Gap | None = None
    before: Passage | None = None
    for passage in passages(document):
        # For whom a touchpoint is the same it has the same gap, but where a flaw may be in the scores of one of them.
        if before is None or passage.experience is not before.experience or document.flawed:
            gap = _gap(passage, scores) if passage.touchpoint.id else None
        before = passage
        if gap is not None and gap.size > 0:
            yield gap._replace(passage=passage)


def _large(project: Project, gaps: Iterable[Gap]) -> Iterable[list[Gap]]:
    """The large ones of some gaps, those of one touchpoint together.

    Priorities from the configuration's threshold on; of shortfalls, which have no level of their own, each persona's
    first five.
    """
    gaps = tuple(gaps)
    shortfalls: dict[str, list[float]] = {}
    for gap in gaps:
        if gap.figure == shortfall.__name__:
            shortfalls.setdefault(gap.passage.persona, []).append(gap.size)
    fifth = {persona: sorted(sizes, reverse=True)[:FIRST][-1] for persona, sizes in shortfalls.items()}
    found: dict[int, list[Gap]] = {}
    for gap in gaps:
        derived = gap.figure == shortfall.__name__
        if gap.size >= (fifth[gap.passage.persona] if derived else project.config.gap_threshold):
            found.setdefault(gap.passage.position, []).append(gap)
    return found.values()


def _finding(project: Project, document: Document, journey: Journey, gaps: Sequence[Gap]) -> Finding:
    """One finding for all personas who have the gap; advice where it is no focus segment's."""
    focus = [gap for gap in gaps if not _of_no_focus(project, gap.passage.persona)]
    passage = gaps[0].passage
    personas: dict[str, list[str]] = {}
    for gap in focus or gaps:
        personas.setdefault(f"{gap.figure} {gap.size:.1f}", []).append(gap.passage.persona)
    sizes = [f"{size}{for_personas(names, journey)}" for size, names in personas.items()]
    return Finding(
        first_key(document, *passage.pointer),
        f"{thing(document, passage.pointer)} has {in_words(sizes)}, and no action addresses it",
        help=f"write an action with '{journey.id}/{passage.touchpoint.id}' in its 'touchpoints'; an idea is enough",
        severity=None if focus else Severity.ADVICE,
    )


def _of_no_focus(project: Project, name: str) -> bool:
    """Whether a persona stands for a segment that the organisation does not focus on."""
    persona = project.personas.get(name)
    segment = project.segments.get(persona.segment) if persona and persona.segment else None
    return segment is not None and segment.priority == "none"


def _gap(passage: Passage, scores: UsableScores) -> Gap | None:
    """A derived importance is a weight that nothing can be subtracted from: its figure is the shortfall."""
    importance = scores.on_ten(passage, "importance")
    experience = scores.on_ten(passage, "experience")
    if importance is None or experience is None:
        return None
    given = last_wave(passage.scores.importance)
    figure = shortfall if isinstance(given, ImportanceMean) and given.derived else priority
    return Gap(passage, figure.__name__, round(figure(importance, experience), 9))


RULE = Rule(
    code="CX401",
    name="gap-without-action",
    severity=Severity.WARNING,
    summary="a touchpoint's priority for a persona is at least the configuration's gap-threshold (where importance is "
    "derived: it is among the persona's first five by shortfall), and no action that is not dropped names it; advice "
    "where the persona's segment has priority none",
    why="The map shows that something matters and falls short, and the road map does not mention it. Either it gets "
    "lost, or somebody decided to leave it and did not say so. An action with status idea is a place to decide it.",
    bad="""\
--- journey.cxmap.yaml
cxmap: 1
journey:
  id: first-shoes
  title: A first pair of running shoes
  personas: [noor]
  starts_with: Decides to start running
  ends_with: Goes for the first run
  stages:
    - id: use
      title: Running
      touchpoints:
        - ⟦id⟧: tips
          title: Gets tips for the first weeks
          wow: A message from the seller after the first run
          scores: {importance: 9, experience: 4, source: interviews}
          evidence: [{source: sellers, quote: They ask what the schedule means.}]
"""
    + LIBRARY,
    good="""\
--- journey.cxmap.yaml
cxmap: 1
journey:
  id: first-shoes
  title: A first pair of running shoes
  personas: [noor]
  starts_with: Decides to start running
  ends_with: Goes for the first run
  stages:
    - id: use
      title: Running
      touchpoints:
        - id: tips
          title: Gets tips for the first weeks
          wow: A message from the seller after the first run
          scores: {importance: 9, experience: 4, source: interviews}
          evidence: [{source: sellers, quote: They ask what the schedule means.}]
actions:
  beginner-tips:
    title: Six weeks of tips for people who have never run
    touchpoints: [tips]
"""
    + LIBRARY,
    check=check,
)
