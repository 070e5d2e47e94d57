"""What ``cxmap report --format json`` promises."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from cxmap.analysis.difference import Reason, Verdict
from cxmap.analysis.scores import Kind
from cxmap.choices import ActionStatus, Better, JourneyState, Lang, RankingKey, SeverityName, StakeholderKind
from cxmap.output.contract.gaps import RankedRow
from cxmap.output.contract.roadmap import ImprovementShape
from cxmap.output.contract.shape import Output, Shape
from cxmap.output.contract.summary import JourneyFigures
from cxmap.story.headline import HeadlineKind
from cxmap.story.journeys import Voice


class HeadlineShape(Shape):
    """A sentence of the message, and what it is about."""

    kind: HeadlineKind
    text: str
    journey: str | None
    touchpoint: str | None


class BasisShape(Shape):
    """How many scores come from customers, from observing them, and from the team; each persona's counts."""

    customers: int
    observed: int
    team: int


class Tested(Shape):
    """What changed between two waves, in points of the scale; ``null`` everywhere where nothing can be compared."""

    difference: float | None
    low: float | None
    """The 95 % interval, as the next one."""
    high: float | None
    p: float | None
    p_holm: float | None
    """``p``, corrected for how many were tested."""
    verdict: Verdict | None
    reason: Reason | None
    """Why it was not tested."""


class StoryChange(Tested):
    """A score or an index that was measured before."""

    what: Literal["index", "score"]
    journey: str
    touchpoint: str | None
    kind: Kind | None
    handover: bool
    personas: list[str]
    before: float | None
    after: float | None


class StoryLesson(Shape):
    """What became of an action."""

    action: str
    outcome: Literal["confirmed", "refuted", "unclear"] | None
    learned: str | None


class StoryJourney(Shape):
    """A journey, what its charts show in a sentence, and its figures for each persona."""

    journey: str
    title: str
    state: JourneyState
    findings: dict[str, str]
    """A sentence for each chart."""
    personas: list[JourneyFigures]


class StoryRanking(Shape):
    """A ranking."""

    by: RankingKey
    rows: list[RankedRow]
    remarks: list[str]


class EvidenceShape(Shape):
    """A piece of evidence."""

    source: str | None
    quote: str | None
    note: str | None
    persona: str | None
    finding: Literal["confirms", "contradicts", "new"] | None
    date: str | None


class SheetShape(Shape):
    """An opportunity, in detail."""

    journey: str
    stage: str
    touchpoint: str
    title: str
    rank: int | None
    now: list[str]
    wanted: list[str]
    ideas: list[str]
    inside: list[str]
    """Ids of those of the organisation who have a part in it."""
    outside: list[str]
    """Ids of the others."""
    behaviour: list[str]
    systems: list[str]
    evidence: list[EvidenceShape]
    actions: list[str]
    """Ids, as the next one."""
    metrics: list[str]


class StoryPersona(Shape):
    """A persona, and the journeys that they go through."""

    persona: str
    name: str
    segment: str | None
    journeys: list[str]


class StoryStakeholder(Shape):
    """A party, and what it has to do with. Touchpoints are ``JOURNEY/TOUCHPOINT``."""

    stakeholder: str
    title: str
    kind: StakeholderKind
    owns: list[str]
    supports: list[str]
    actions: list[str]
    needed: list[str]
    """Actions that cannot do without it."""
    channels: list[str]


class StoryStep(Shape):
    """A step of an action."""

    title: str
    owner: str | None
    due: str | None
    done: bool
    late: bool


class StoryAction(Shape):
    """An action. Dates are ``YYYY-MM-DD``."""

    action: str
    title: str
    status: ActionStatus
    owner: str | None
    start: str | None
    due: str | None
    finished: str | None
    late: bool
    improves: list[ImprovementShape]
    steps: list[StoryStep]
    metrics: list[str]
    outcome: Literal["confirmed", "refuted", "unclear"] | None
    learned: str | None


class ReadingShape(Shape):
    """A reading of a metric, or its target."""

    date: str | None
    value: float | None
    n: int | None


class StoryMetric(Tested):
    """A metric."""

    metric: str
    title: str
    unit: str | None
    better: Better
    baseline: ReadingShape | None
    now: ReadingShape | None
    target: ReadingShape | None
    actions: list[str]


class MovesShape(Shape):
    """How many metrics moved the right way since their baselines."""

    right: int
    of: int
    """All metrics that have a right way."""
    sure: int
    """How many of ``right`` moved more than chance."""
    unmeasured: int
    contradicting: int
    """How many have no right way, because target and direction contradict each other."""


class SubjectShape(Shape):
    """What something is about."""

    what: str
    """Such as ``touchpoint``."""
    id: str
    journey: str | None


class OpenFindings(Shape):
    """What one rule finds."""

    code: str
    severity: SeverityName
    subjects: list[SubjectShape]


class OpenSubject(SubjectShape):
    """A touchpoint that lacks something, and for whom."""

    personas: list[str]


class OpenEvidence(SubjectShape, EvidenceShape):
    """A piece of evidence, and what it is about."""


class OpenQuestion(SubjectShape):
    """A question that nobody has answered yet."""

    text: str


class NeedsShape(Shape):
    """What is still open."""

    findings: list[OpenFindings]
    unscored: list[OpenSubject]
    without_evidence: list[OpenSubject]
    ownerless: list[OpenSubject]
    new: list[OpenEvidence]
    """What nobody had expected."""
    contradictions: list[OpenEvidence]
    questions: list[OpenQuestion]


class BackingShape(Shape):
    """What one score rests on."""

    source: str | None
    voice: Voice
    n: int | None
    date: str | None
    waves: int
    """How many waves it has, this one included."""


class EvidenceCoverage(Shape):
    """What is known of a touchpoint for a persona, and from whom."""

    journey: str
    touchpoint: str
    persona: str
    importance: BackingShape | None
    experience: BackingShape | None
    evidence: int
    customers: bool
    """Whether customers speak for themselves."""


class StorySource(Shape):
    """A source, and what rests on it."""

    source: str
    title: str
    kind: str
    date: str | None
    n: int | None
    scores: int
    evidence: int
    touchpoints: list[str]
    """``JOURNEY/TOUCHPOINT``."""
    personas: list[str]


class ReportOutput(Output):
    """The whole story: ``cxmap report --format json``. Figures are unrounded; a part that is left out has no keys."""

    command: Literal["report"]
    title: str
    lang: Lang
    """Of all sentences in it."""
    today: str
    headlines: list[HeadlineShape] = Field(default_factory=list)
    """Absent with ``--leave-out message``, as the next two."""
    findings: dict[str, str] = Field(default_factory=dict)
    """A sentence for each chart of the project."""
    basis: BasisShape | None = None
    changes: list[StoryChange] = Field(default_factory=list)
    """Absent with ``--leave-out changes``, as the next one."""
    learned: list[StoryLesson] = Field(default_factory=list)
    journeys: list[StoryJourney] = Field(default_factory=list)
    """Absent with ``--leave-out journeys``."""
    rankings: list[StoryRanking] = Field(default_factory=list)
    """Absent with ``--leave-out ranking``."""
    sheets: list[SheetShape] = Field(default_factory=list)
    """Absent with ``--leave-out sheets``."""
    personas: list[StoryPersona] = Field(default_factory=list)
    """Absent with ``--leave-out people``."""
    stakeholders: list[StoryStakeholder] = Field(default_factory=list)
    """Absent with ``--leave-out stakeholders``."""
    actions: list[StoryAction] = Field(default_factory=list)
    """Absent with ``--leave-out roadmap``."""
    metrics: list[StoryMetric] = Field(default_factory=list)
    """Absent with ``--leave-out dashboard``, as the next one."""
    moved: MovesShape | None = None
    needs: NeedsShape | None = None
    """Absent with ``--leave-out needs``."""
    evidence: list[EvidenceCoverage] = Field(default_factory=list)
    """Absent with ``--leave-out evidence``, as the next one."""
    sources: list[StorySource] = Field(default_factory=list)
