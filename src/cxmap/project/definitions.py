"""What a project's files define, by section and id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from cxmap.model.constants import SECTIONS
from cxmap.project.summary import ACTIONS, JOURNEYS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.project.document import Document
    from cxmap.project.summary import ActionOutline
    from cxmap.yaml.pointer import Pointer


class Definition(NamedTuple):
    """One definition of an id.

    Attributes:
        section: ``personas``, ``channels``, …, or ``journeys``.
        id: What it is called.
        document: Where it stands.
    """

    section: str
    id: str
    document: Document

    @property
    def pointer(self) -> Pointer:
        """The place of the mapping; for a journey that of its ``id``."""
        return ("journey", "id") if self.section == JOURNEYS else (self.section, self.id)

    @property
    def model(self) -> Any:
        """The defined thing; ``None`` where it breaks the format beyond use."""
        return self.document.journey if self.section == JOURNEYS else self.document.part(self.section, self.id)


Definitions = dict[str, dict[str, list[Definition]]]


def collect_definitions(documents: Sequence[Document]) -> Definitions:
    """All definitions by section and id, several where an id is defined twice, in the order of the files."""
    found: Definitions = {section: {} for section in (*SECTIONS, JOURNEYS)}
    for document in documents:
        for section, names in document.outline.definitions.items():
            of_section = found[section]
            for name in names:
                of_section.setdefault(name, []).append(Definition(section, name, document))
    return found


def collect_actions(documents: Sequence[Document]) -> dict[str, ActionOutline]:
    """The sound actions by id, in the order of the files; of two with one id the first, and none if that is not."""
    found: dict[str, ActionOutline | None] = {}
    for document in documents:
        outline = document.outline
        for name in outline.definitions.get(ACTIONS, ()):
            if name not in found:
                found[name] = outline.actions.get(name)
    return {name: one for name, one in found.items() if one is not None}
