"""What a project's files define and refer to, by section and id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from cxmap.model.references import Reference, references
from cxmap.model.sections import SECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cxmap.model.action import Action
    from cxmap.project.document import Document
    from cxmap.source.pointer import Pointer

JOURNEYS = "journeys"


@dataclass(frozen=True, slots=True)
class Definition:
    """One definition of an id.

    Attributes:
        section: ``personas``, ``channels``, …, or ``journeys``.
        id: What it is called.
        document: Where it stands.
        pointer: The mapping; for a journey the value of its ``id``.
    """

    section: str
    id: str
    document: Document
    pointer: Pointer

    @property
    def model(self) -> Any:
        """The defined thing; ``None`` where it breaks the format beyond use."""
        model = self.document.model
        return model.journey if self.section == JOURNEYS else getattr(model, self.section).get(self.id)


@dataclass(frozen=True, slots=True)
class ActionTarget:
    """What an action is for: a touchpoint of a journey, or the step into it."""

    journey: str
    touchpoint: str
    handover: bool


class ActionOutline(NamedTuple):
    """An action as others see it.

    Attributes:
        id: What it is called.
        metrics: The metrics that it names.
        targets: What it is for, whether or not it exists; nothing where it was dropped.
    """

    id: str
    metrics: tuple[str, ...]
    targets: tuple[ActionTarget, ...]


Definitions = dict[str, dict[str, list[Definition]]]


def collect_definitions(documents: Sequence[Document]) -> Definitions:
    """All definitions by section and id, several where an id is defined twice, in the order of the files."""
    found: Definitions = {section: {} for section in (*SECTIONS, JOURNEYS)}
    for document in documents:
        for section, name in document.definitions:
            pointer = ("journey", "id") if section == JOURNEYS else (section, name)
            found[section].setdefault(name, []).append(Definition(section, name, document, pointer))
    return found


def collect_actions(documents: Sequence[Document]) -> dict[str, ActionOutline]:
    """The sound actions by id, in the order of the files; of two with one id the first, and none if that is not."""
    found: dict[str, ActionOutline | None] = {}
    for document in documents:
        actions = {one.id: one for one in document.action_outlines}
        for section, name in document.definitions:
            if section == "actions":
                found.setdefault(name, actions.get(name))
    return {name: one for name, one in found.items() if one is not None}


def own_definitions(document: Document) -> Iterator[tuple[str, str]]:
    """What a file defines, by section and id."""
    if not isinstance(document.data, dict) or not document.readable:
        return
    for section in SECTIONS:
        entries = document.data.get(section)
        if isinstance(entries, dict):
            yield from ((section, name) for name in entries if isinstance(name, str))
    journey = document.data.get("journey")
    if isinstance(journey, dict) and isinstance(journey.get("id"), str):
        yield JOURNEYS, journey["id"]


def own_references(document: Document) -> list[Reference]:
    """What a file refers to, and where."""
    return references(document.data) if isinstance(document.data, dict) else []


def own_actions(document: Document) -> Iterator[ActionOutline]:
    """The sound actions of a file."""
    for name, action in document.model.actions.items():
        if action is not None:
            texts = _target_texts(document, name, action) if action.status != "dropped" else ()
            targets = (action_target(text, document) for text in texts if text)
            metrics = tuple(metric for metric in action.metrics if metric)
            yield ActionOutline(name, metrics, tuple(target for target in targets if target))


def _target_texts(document: Document, name: str, action: Action) -> Iterable[str]:
    """What an action says that it is for; where that breaks the format, every text in it: it counts as given."""
    place = ("actions", name, "touchpoints")
    if not document.is_wrong_within(place):
        return action.touchpoints
    found: list[str] = []
    waiting = [document.at(place)]
    while waiting:
        given = waiting.pop()
        if isinstance(given, str):
            found.append(given)
        elif isinstance(given, list | dict):
            waiting += given.values() if isinstance(given, dict) else given
    return found


def action_target(text: str, document: Document) -> ActionTarget | None:
    """What the text of an action's ``touchpoints`` stands for.

    Args:
        text: ``journey/touchpoint``, or ``touchpoint`` alone, each with ``#handover`` behind it or without.
        document: The file it stands in, whose journey a touchpoint alone belongs to.

    Returns:
        The target, whether or not it exists; ``None`` for a touchpoint alone in a file without a journey.
    """
    place, _, part = text.partition("#")
    journey, slash, touchpoint = place.rpartition("/")
    if not slash:
        own = document.at(("journey", "id"))
        if not isinstance(own, str):
            return None
        journey = own
    return ActionTarget(journey, touchpoint, part == "handover")
