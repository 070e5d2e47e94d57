"""What a project's files define, by section and id."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import starmap
from typing import TYPE_CHECKING, Any, NamedTuple

from cxmap.model.sections import SECTIONS
from cxmap.project.outline import ACTIONS, JOURNEYS, ActionTarget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.project.document import Document
    from cxmap.source.pointer import Pointer


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
        return self.document.journey if self.section == JOURNEYS else self.document.part(self.section, self.id)


class ActionOutline(NamedTuple):
    """An action as others see it.

    Attributes:
        metrics: The metrics that it names.
        targets: What it is for, whether or not it exists; nothing where it was dropped.
    """

    metrics: Sequence[str]
    targets: tuple[ActionTarget, ...]


Definitions = dict[str, dict[str, list[Definition]]]


def collect_definitions(documents: Sequence[Document]) -> Definitions:
    """All definitions by section and id, several where an id is defined twice, in the order of the files."""
    found: Definitions = {section: {} for section in (*SECTIONS, JOURNEYS)}
    for document in documents:
        for section, names in document.outline.definitions.items():
            for name in names:
                pointer = ("journey", "id") if section == JOURNEYS else (section, name)
                found[section].setdefault(name, []).append(Definition(section, name, document, pointer))
    return found


def collect_actions(documents: Sequence[Document]) -> dict[str, ActionOutline]:
    """The sound actions by id, in the order of the files; of two with one id the first, and none if that is not."""
    found: dict[str, ActionOutline | None] = {}
    for document in documents:
        outline = document.outline
        for name in outline.definitions.get(ACTIONS, ()):
            if name not in found:
                metrics, targets = outline.actions.get(name, ((), None))
                found[name] = None if targets is None else ActionOutline(metrics, tuple(starmap(ActionTarget, targets)))
    return {name: one for name, one in found.items() if one is not None}
