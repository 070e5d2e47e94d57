"""A diagram as a journey file: sections become stages, tasks touchpoints, the score the experience.

Mermaid knows no persona: the actor who takes part most often is taken for the customer, the others for stakeholders who
support. Where the customer takes no part in a task, ``x-actors`` keeps who does, so that a way back keeps it too.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from cxmap.about import SCHEMA_URL
from cxmap.exchange.errors import ForeignError
from cxmap.model.constants import FORMAT_VERSION
from cxmap.model.ids import NewIds, as_id
from cxmap.text.wording import first_of
from cxmap.yaml.editor.value import document

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cxmap.exchange.mermaid.diagram import Diagram, Task

DEFAULT_SCALE: Final = (1.0, 5.0)
NO_CUSTOMER: Final = "Customer"
NO_SECTION: Final = "Start"
ACTORS_KEY: Final = "x-actors"
NO_SECTION_KEY: Final = "x-no-section"
_SHOWN: Final = 5


class Actors:
    """Those who take part, by name: who is known keeps the id, who is not gets one.

    Args:
        known: Names by id.
    """

    def __init__(self, known: Mapping[str, str]) -> None:
        self._ids = NewIds(known)
        self._by_name = {name: identifier for identifier, name in reversed(list(known.items()))}

    def __contains__(self, name: str) -> bool:
        return name in self._by_name

    def id(self, name: str, otherwise: str) -> str:
        """The id of an actor.

        Args:
            name: The name.
            otherwise: What a name becomes that gives no id.
        """
        if name not in self._by_name:
            self._by_name[name] = self._ids.make(as_id(name) or otherwise)
        return self._by_name[name]


class Taken:
    """What a project holds already, and what is added to it as diagrams are taken over.

    Args:
        journeys: Ids of journeys.
        personas: Names of personas by id.
        stakeholders: Titles of stakeholders by id.
    """

    def __init__(
        self,
        journeys: Iterable[str] = (),
        personas: Mapping[str, str] | None = None,
        stakeholders: Mapping[str, str] | None = None,
    ) -> None:
        self.journeys = NewIds(journeys)
        self.personas = Actors(personas or {})
        self.stakeholders = Actors(stakeholders or {})


@dataclass(frozen=True, slots=True)
class ImportedJourney:
    """A journey made from a diagram.

    Attributes:
        id: Of the journey.
        data: The data of its file.
        left: What the diagram says that could not be carried, as sentences.
    """

    id: str
    data: dict[Any, Any]
    left: tuple[str, ...]

    @property
    def text(self) -> str:
        """Its file."""
        heading = f"# yaml-language-server: $schema={SCHEMA_URL}"
        if ACTORS_KEY in str(self.data):
            heading += f"\n# {ACTORS_KEY}: who takes part where the customer does not, as the diagram has it."
        return document(self.data, heading)


def journey(
    diagram: Diagram, *, name: str, taken: Taken, scale: tuple[float, float] | None = None, customer: str | None = None
) -> ImportedJourney:
    """A diagram as a journey.

    Args:
        diagram: The diagram.
        name: What to call it where it has no title.
        taken: What the project holds; what the journey adds is added.
        scale: Lowest and highest score; ``None``: what the diagram says, else 1 to 5.
        customer: The actor who is the customer; ``None``: who takes part most often, the first of equals.

    Raises:
        ForeignError: A score is outside the scale, or no actor has the customer's name.
    """
    low, high = scale or diagram.scale or DEFAULT_SCALE
    _check_scores(diagram, low, high)
    actors = Counter(actor for task in diagram.tasks for actor in task.actors)
    if customer and actors and customer not in actors:
        raise ForeignError(f"line {diagram.line}: unknown actor '{customer}'; the actors are {_quoted(actors)}")
    persona_name = customer or (max(actors, key=lambda actor: actors[actor]) if actors else NO_CUSTOMER)
    title = diagram.title or name
    data: dict[Any, Any] = {"cxmap": FORMAT_VERSION}

    is_new = persona_name not in taken.personas
    persona = taken.personas.id(persona_name, "customer")
    if is_new:
        data["personas"] = {persona: {"name": persona_name}}
    parties = [actor for actor in actors if actor != persona_name]
    new_parties = [actor for actor in parties if actor not in taken.stakeholders]
    stakeholders = {actor: taken.stakeholders.id(actor, "party") for actor in parties}
    if new_parties:
        data["stakeholders"] = {stakeholders[actor]: {"title": actor, "kind": "other"} for actor in new_parties}
    identifier = taken.journeys.make(as_id(title) or "journey")
    data["journey"] = {
        "id": identifier,
        "title": title,
        **({"description": diagram.description} if diagram.description else {}),
        "personas": [persona],
        "scale": {"min": _plain(low), "max": _plain(high)},
        "stages": _stages(diagram, persona_name, stakeholders),
    }
    left = [
        (section.line, f"a section without tasks: '{section.name}'")
        for section in diagram.sections
        if not section.tasks
    ]
    return ImportedJourney(
        identifier, data, tuple(f"line {line}: {what}" for line, what in sorted(diagram.left + left))
    )


def _check_scores(diagram: Diagram, low: float, high: float) -> None:
    scores = {task: task.score for task in diagram.tasks if task.score is not None}
    outside = [task for task, score in scores.items() if not low <= score <= high]
    if not outside:
        return
    scale = f"{_plain(low)} to {_plain(high)}"
    problems = [
        f"line {task.line}: the score {_plain(scores[task])} of '{task.name}' is outside {scale}" for task in outside
    ]
    widest = f"{_plain(min(low, *scores.values()))},{_plain(max(high, *scores.values()))}"
    raise ForeignError([*first_of(problems, _SHOWN), f"say what the scale is, such as --scale {widest}"])


def _stages(diagram: Diagram, customer: str, stakeholders: dict[str, str]) -> list[Any]:
    stage_ids, touchpoint_ids = NewIds(), NewIds()
    stages = []
    for section in diagram.sections:
        if not section.tasks:
            continue
        stage: dict[str, Any] = {"id": stage_ids.make(as_id(section.name or NO_SECTION) or "stage")}
        stage["title"] = section.name or NO_SECTION
        if section.name is None:
            stage[NO_SECTION_KEY] = True
        stage["touchpoints"] = [
            _touchpoint(task, touchpoint_ids.make(as_id(task.name) or "touchpoint"), customer, stakeholders)
            for task in section.tasks
        ]
        stages.append(stage)
    return stages


def _touchpoint(task: Task, identifier: str, customer: str, stakeholders: dict[str, str]) -> dict[str, Any]:
    touchpoint: dict[str, Any] = {"id": identifier, "title": task.name}
    others = [actor for actor in task.actors if actor != customer]
    if others:
        touchpoint["supported_by"] = [stakeholders[actor] for actor in others]
    if task.score is not None:
        touchpoint["scores"] = {"experience": _plain(task.score)}
    if customer not in task.actors:
        touchpoint[ACTORS_KEY] = others
    return touchpoint


def _plain(number: float) -> float:
    """A number as it is typed: 3 and not 3.0."""
    return int(number) if float(number).is_integer() else number  # infinity too is no whole number


def _quoted(names: Counter[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)
