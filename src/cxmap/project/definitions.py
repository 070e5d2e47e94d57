"""What a project's files define and refer to, by section and id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cxmap.model.references import Reference, references
from cxmap.model.sections import SECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
        model: The defined thing; ``None`` where it breaks the format beyond use.
    """

    section: str
    id: str
    document: Document
    pointer: Pointer
    model: Any


@dataclass(frozen=True, slots=True)
class PlacedReference:
    """A reference and the file that it stands in."""

    document: Document
    reference: Reference


Definitions = dict[str, dict[str, list[Definition]]]


def collect_definitions(documents: Sequence[Document]) -> Definitions:
    """All definitions by section and id, several where an id is defined twice, in the order of the files."""
    found: Definitions = {section: {} for section in (*SECTIONS, JOURNEYS)}
    for document in documents:
        for definition in _definitions(document):
            found[definition.section].setdefault(definition.id, []).append(definition)
    return found


def collect_references(documents: Sequence[Document]) -> list[PlacedReference]:
    """All references, in the order of the files."""
    return [
        PlacedReference(document, reference)
        for document in documents
        if isinstance(document.data, dict)
        for reference in references(document.data)
    ]


def _definitions(document: Document) -> Iterator[Definition]:
    if not isinstance(document.data, dict) or not document.readable:
        return
    for section in SECTIONS:
        entries = document.data.get(section)
        if isinstance(entries, dict):
            models = getattr(document.model, section)
            for name in entries:
                if isinstance(name, str):
                    yield Definition(section, name, document, (section, name), models.get(name))
    journey = document.data.get("journey")
    if isinstance(journey, dict) and isinstance(journey.get("id"), str):
        yield Definition(JOURNEYS, journey["id"], document, ("journey", "id"), document.journey)
