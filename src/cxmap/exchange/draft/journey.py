"""What is read of a new journey, whatever it is read from: names instead of ids, texts in the order of the source."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from cxmap.choices import Lang

# Fields of a touchpoint by what they hold. Of those that can differ for a persona only some are kept there.
TEXTS: Final = ("thinking", "emotional_drivers", "positives", "negatives", "systems", "opportunities", "questions")
LINES: Final = ("description", "doing", "feeling", "expectation", "wow", "frontstage", "backstage")
DURATIONS: Final = ("wait", "takes")
LOSES: Final = "loses"
FIELDS: Final = (*LINES, *TEXTS, *DURATIONS, LOSES)
SHARED: Final = frozenset({"description", "frontstage", "backstage", "systems", "opportunities", "questions"})
"""Fields that a touchpoint has for all personas together."""


@dataclass(slots=True)
class Marks:
    """Scores of a touchpoint, each absent where it is not given."""

    importance: float | None = None
    experience: float | None = None
    desired: float | None = None

    @property
    def complete(self) -> bool:
        """Whether a gap can be computed."""
        return self.importance is not None and self.experience is not None

    def __bool__(self) -> bool:
        return any(mark is not None for mark in (self.importance, self.experience, self.desired))


@dataclass(slots=True)
class ExperienceDraft:
    """What can differ from persona to persona.

    Attributes:
        marks: Scores on the journey's scale.
        values: The texts of each of ``FIELDS``, in order.
    """

    marks: Marks = field(default_factory=Marks)
    values: dict[str, list[str]] = field(default_factory=dict)

    def add(self, name: str, text: str) -> None:
        """Add a text to a field."""
        self.values.setdefault(name, []).append(text)


@dataclass(slots=True)
class TouchpointDraft:
    """A touchpoint.

    Attributes:
        title: What happens.
        channels: Names of channels, the main one first.
        owners: Names of who answers for it, then of who supports.
        personas: Names of who passes here; none: everybody.
        moment_of_truth: Whether it is marked as one.
        shared: What holds for everybody.
        by_persona: What differs, by the name of the persona.
        quotes: What was said here, each with the name of the persona, if that is known.
    """

    title: str
    channels: list[str] = field(default_factory=list)
    owners: list[str] = field(default_factory=list)
    personas: list[str] = field(default_factory=list)
    moment_of_truth: bool = False
    shared: ExperienceDraft = field(default_factory=ExperienceDraft)
    by_persona: dict[str, ExperienceDraft] = field(default_factory=dict)
    quotes: list[tuple[str, str | None]] = field(default_factory=list)


@dataclass(slots=True)
class StageDraft:
    """A stage."""

    title: str
    phase: str | None = None
    takes: str | None = None
    goal: str | None = None
    description: list[str] = field(default_factory=list)
    touchpoints: list[TouchpointDraft] = field(default_factory=list)


@dataclass(slots=True)
class SourceDraft:
    """The session that marks and quotes come from.

    Attributes:
        title: What it is called.
        date: As ``YYYY-MM-DD``; ``None``: not said.
        n: How many took part; ``None``: not said.
    """

    title: str
    date: str | None = None
    n: int | None = None


@dataclass(slots=True)
class JourneyDraft:
    """A journey.

    Attributes:
        title: What it is called; ``""``: not said.
        personas: Names of who makes it.
        texts: ``goal``, ``starts_with``, ``ends_with`` and ``route``, as far as they are said.
        description: Paragraphs.
        owner: The name of who answers for it.
        scale: Lowest and highest score; ``None``: not said.
        source: The session that marks and quotes come from; ``None``: not said.
        lang: Its language; ``None``: not said.
        stages: In order.
    """

    title: str = ""
    personas: list[str] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    description: list[str] = field(default_factory=list)
    owner: str | None = None
    scale: tuple[float, float] | None = None
    source: SourceDraft | None = None
    lang: Lang | None = None
    stages: list[StageDraft] = field(default_factory=list)

    @property
    def touchpoints(self) -> list[TouchpointDraft]:
        """All touchpoints, in order."""
        return [touchpoint for stage in self.stages for touchpoint in stage.touchpoints]
