"""What ``cxmap new`` writes: a journey or a persona, with sample text wherever nothing was said yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cxmap.about import DOCS_URL, SCHEMA_URL
from cxmap.model import placeholders as sample
from cxmap.model.constants import FORMAT_VERSION
from cxmap.model.ids import NewIds, as_id
from cxmap.yaml.editor.value import document

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SCHEMA_LINE = f"# yaml-language-server: $schema={SCHEMA_URL}"
HEADING = f"""{SCHEMA_LINE}
#
# Write over the sample texts: `cxmap validate` points at those that are left. What else a touchpoint can hold, such as
# its channel, owner, scores and evidence: {DOCS_URL}/how-to/start-a-journey.md"""


@dataclass(frozen=True, slots=True)
class NewPersona:
    """What is known of a new persona; what is not is left as sample text.

    Attributes:
        name: What they are called.
        segment: Id of the segment that they stand for; ``None``: none.
        story: Who they are and what brings them here.
        goals: What they want to reach.
    """

    name: str | None = None
    segment: str | None = None
    story: str | None = None
    goals: Sequence[str] = ()

    @property
    def data(self) -> dict[str, Any]:
        """The persona as a file holds it."""
        return {
            "name": self.name or sample.PERSONA_NAME,
            **({"segment": self.segment} if self.segment else {}),
            "story": self.story or sample.PERSONA_STORY,
            "goals": list(self.goals) or [sample.PERSONA_GOAL],
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
        stages: Titles of its stages.
    """

    id: str
    title: str | None
    personas: Sequence[str]
    goal: str | None = None
    starts_with: str | None = None
    ends_with: str | None = None
    stages: Sequence[str] = ()


def personas_text(personas: Mapping[str, NewPersona]) -> str:
    """A library file of personas, by id."""
    data: dict[Any, Any] = {"cxmap": FORMAT_VERSION, "personas": _data(personas)}
    return document(data, SCHEMA_LINE)


def journey_text(journey: NewJourney, personas: Mapping[str, NewPersona]) -> str:
    """A journey's file.

    Args:
        journey: The journey.
        personas: Personas that the file defines itself, by id.
    """
    data: dict[Any, Any] = {"cxmap": FORMAT_VERSION}
    if personas:
        data["personas"] = _data(personas)
    data["journey"] = {
        "id": journey.id,
        "title": journey.title or sample.JOURNEY_TITLE,
        "personas": list(journey.personas),
        "goal": journey.goal or sample.JOURNEY_GOAL,
        "starts_with": journey.starts_with or sample.STARTS_WITH,
        "ends_with": journey.ends_with or sample.ENDS_WITH,
        "stages": _stages(journey.stages or [sample.STAGE_TITLE]),
    }
    return document(data, HEADING)


def _stages(titles: Sequence[str]) -> list[dict[str, Any]]:
    """Stages, each with one touchpoint to write over."""
    ids = NewIds()
    return [
        {
            "id": ids.make(("stage" if title == sample.STAGE_TITLE else as_id(title)) or "stage"),
            "title": title,
            "touchpoints": [
                {
                    "id": f"touchpoint-{number}",
                    "title": sample.TOUCHPOINT_TITLE,
                    "doing": sample.DOING,
                    "feeling": sample.FEELING,
                }
            ],
        }
        for number, title in enumerate(titles, 1)
    ]


def _data(personas: Mapping[str, NewPersona]) -> dict[str, Any]:
    return {name: persona.data for name, persona in personas.items()}
