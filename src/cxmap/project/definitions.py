"""What a project's files define, by section and id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from cxmap.model.constants import SECTIONS
from cxmap.project.summary import ACTIONS, JOURNEYS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.project.document import Document
    from cxmap.project.summary import ActionSummary
    from cxmap.yaml.values import Pointer


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
        for section, names in document.summary.definitions.items():
            of_section = found[section]
            for name in names:
                of_section.setdefault(name, []).append(Definition(section, name, document))
    return found


def collect_actions(documents: Sequence[Document]) -> dict[str, ActionSummary]:
    """The sound actions by id, in the order of the files; of two with one id the first, and none if that is not."""
    found: dict[str, ActionSummary | None] = {}
    for document in documents:
        summary = document.summary
        for name in summary.definitions.get(ACTIONS, ()):
            if name not in found:
                found[name] = summary.actions.get(name)
    return {name: definition for name, definition in found.items() if definition is not None}


_UNKNOWN = object()


class SoundDefinitions(Mapping[str, Any]):
    """Models by id, looked up when they are asked for: the file of a definition may not have been read yet."""

    def __init__(self, definitions: Mapping[str, list[Definition]]) -> None:
        self._definitions = definitions
        self._found: dict[str, Any] = {}

    def get(self, name: str, default: Any = None) -> Any:
        """The sound definition of an id, or the default."""
        model = self._found.get(name, _UNKNOWN)
        if model is _UNKNOWN:
            model = self._found[name] = self._definitions[name][0].model if name in self._definitions else None
        return default if model is None else model

    def __getitem__(self, name: str) -> Any:
        model = self.get(name)
        if model is None:
            raise KeyError(name)
        return model

    def __iter__(self) -> Iterator[str]:
        return (name for name in self._definitions if name in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)
