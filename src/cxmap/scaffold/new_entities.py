"""What ``cxmap new`` writes: a journey or a persona, with sample text wherever nothing was said yet."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cxmap.about import DOCS_URL, SCHEMA_URL
from cxmap.i18n.samples import QuestionWords, SampleWords
from cxmap.model.constants import FORMAT_VERSION
from cxmap.model.ids import NewIds, as_id
from cxmap.yaml.editor.value import document

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cxmap.choices import Lang

SCHEMA_LINE = f"# yaml-language-server: $schema={SCHEMA_URL}"


@dataclass(frozen=True, slots=True)
class NewPersona:
    """What is known of a new persona; what is not is left as sample text.

    Attributes:
        name: What they are called.
        segment: Id of the segment that they stand for; ``None``: none.
        story: Who they are and what brings them here.
        goals: What they want to reach.
        lang: The language of sample text.
    """

    name: str | None = None
    segment: str | None = None
    story: str | None = None
    goals: Sequence[str] = ()
    lang: Lang = "en"

    @property
    def data(self) -> dict[str, Any]:
        """The persona as a file holds it."""
        sample = SampleWords(self.lang)
        return {
            "name": self.name or sample.persona_name,
            **({"segment": self.segment} if self.segment else {}),
            "story": self.story or sample.persona_story,
            "goals": list(self.goals) or [sample.persona_goal],
        }


@dataclass(frozen=True, slots=True)
class NewJourney:
    """What is known of a new journey; what is not is left as sample text.

    Attributes:
        id: Its id.
        title: What it is called.
        personas: Ids of those who make it.
        goal: What the customer wants to reach.
        starts_with: What sets it going.
        ends_with: What the customer has or does when it is over.
        stages: Titles of its stages, each with those of its touchpoints.
        lang: The language of sample text.
    """

    id: str
    title: str | None
    personas: Sequence[str]
    goal: str | None = None
    starts_with: str | None = None
    ends_with: str | None = None
    stages: Sequence[tuple[str, Sequence[str]]] = ()
    lang: Lang = "en"


def personas_text(personas: Mapping[str, NewPersona], segments: Mapping[str, str] | None = None) -> str:
    """A library file of personas, by id, and of new segments: titles by id."""
    data: dict[Any, Any] = {"cxmap": FORMAT_VERSION}
    if segments:
        data["segments"] = {name: {"title": title} for name, title in segments.items()}
    data["personas"] = _data(personas)
    return document(data, SCHEMA_LINE)


def journey_text(journey: NewJourney, personas: Mapping[str, NewPersona]) -> str:
    """A journey's file.

    Args:
        journey: The journey.
        personas: Personas that the file defines itself, by id.
    """
    sample = SampleWords(journey.lang)
    data: dict[Any, Any] = {"cxmap": FORMAT_VERSION}
    if personas:
        data["personas"] = _data(personas)
    data["journey"] = {
        "id": journey.id,
        "title": journey.title or sample.journey_title,
        "personas": list(journey.personas),
        "goal": journey.goal or sample.journey_goal,
        "starts_with": journey.starts_with or sample.starts_with,
        "ends_with": journey.ends_with or sample.ends_with,
        "stages": _stages(journey.stages or [(sample.stage_title, ())], sample),
    }
    return document(data, _heading(journey.lang))


def _heading(lang: Lang) -> str:
    """The comment that a new journey begins with."""
    told = f"{QuestionWords(lang).heading} {DOCS_URL}/how-to/start-a-journey.md"
    return "\n".join([SCHEMA_LINE, "#", *(f"# {line}" for line in textwrap.wrap(told, 117, break_on_hyphens=False))])


def _stages(stages: Sequence[tuple[str, Sequence[str]]], sample: SampleWords) -> list[dict[str, Any]]:
    """Stages with their touchpoints; one to write over where there is none."""
    ids, touchpoint_ids = NewIds(), NewIds()
    made = []
    for number, (title, touchpoints) in enumerate(stages, 1):
        stage = ("stage" if title == sample.stage_title else as_id(title)) or "stage"
        inside: list[dict[str, Any]] = [
            {"id": touchpoint_ids.make(as_id(touchpoint) or "touchpoint"), "title": touchpoint}
            for touchpoint in touchpoints
        ] or [
            {
                "id": touchpoint_ids.make(f"touchpoint-{number}"),
                "title": sample.touchpoint_title,
                "doing": sample.doing,
                "feeling": sample.feeling,
            }
        ]
        made.append({"id": ids.make(stage), "title": title, "touchpoints": inside})
    return made


def _data(personas: Mapping[str, NewPersona]) -> dict[str, Any]:
    return {name: persona.data for name, persona in personas.items()}
