"""Which personas a place inside a journey, or an action for one, may name."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from cxmap.lint.rules.references.defined import defined
from cxmap.model.ids import as_id, is_id
from cxmap.project.memo import memoized
from cxmap.project.summary import ACTIONS, JOURNEYS, action_target, lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.lint.rules.references.defined import Names
    from cxmap.model.references import Reference
    from cxmap.project.document import Document
    from cxmap.project.project import Project
    from cxmap.yaml.values import Pointer

TOUCHPOINT_DEPTH = len(("journey", "stages", 0, "touchpoints", 0))


@memoized
def travellers(project: Project) -> Travellers:
    """Who travels where in a project."""
    return Travellers(project, defined(project).section("personas"))


class Travellers:
    """The personas who make each journey, and who come to each touchpoint."""

    def __init__(self, project: Project, personas: Names) -> None:
        self._project = project
        self._personas = personas
        self._of_journey = cache(self._look_up)

    def may_be_named(self, document: Document, reference: Reference) -> frozenset[str] | None:
        """The personas that a reference to a persona may name.

        Returns:
            Their ids; ``None`` where any persona of the project may be named, or where the journey does not say
            properly who makes it.
        """
        pointer = reference.pointer
        if reference.to == "personas" and pointer[0] == ACTIONS:
            return self._of_target(document, str(pointer[-2]))
        if reference.to != "personas" or pointer[0] != "journey":
            return None
        journey = self._of_journey(document, ("journey", "personas"))
        touchpoint = pointer[:TOUCHPOINT_DEPTH]
        if journey is None or len(pointer) <= TOUCHPOINT_DEPTH or pointer[TOUCHPOINT_DEPTH] == "personas":
            return journey
        here = self._of_journey(document, (*touchpoint, "personas"))
        return journey if here is None else journey & here

    def is_outsider(self, document: Document, reference: Reference) -> bool:
        """Whether a reference names a persona that does not come there, whether or not it is defined."""
        names = self.may_be_named(document, reference)
        return names is not None and is_id(reference.id) and reference.id not in names

    def _of_target(self, document: Document, text: str) -> frozenset[str] | None:
        """Who makes the journey in which an action hopes for a gain."""
        target = action_target(text, document)
        definition = self._project.definition(JOURNEYS, target.journey) if target else None
        return self._all(lines(definition.document.summary.travellers)) if definition else None

    def _look_up(self, document: Document, pointer: Pointer) -> frozenset[str] | None:
        given = document.at(pointer)
        return self._all([name for name in given if isinstance(name, str)] if isinstance(given, list) else [])

    def _all(self, names: Sequence[str]) -> frozenset[str] | None:
        return (
            frozenset(name for written in names for name in (written, _meant(written, self._personas)))
            if names
            else None
        )


def _meant(name: str, personas: Names) -> str:
    """The name itself, or what a misspelt one stands for: the misspelling is reported where it stands, and once."""
    if not is_id(name):
        return as_id(name) or name
    return name if name in personas else personas.vocabulary.nearest(name) or name
