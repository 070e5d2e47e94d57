"""What remarks on a ranking call things: their ids, as they are typed, or their titles, as they are read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from cxmap.i18n.remarks import RemarkWords

if TYPE_CHECKING:
    from cxmap.project.project import Project


@dataclass(frozen=True)
class Naming(RemarkWords):
    """The words of remarks, and what things are called in them.

    Attributes:
        titled: The project whose titles and names are said; ``None``: ids are.
    """

    titled: Project | None = None

    @cached_property
    def _titles(self) -> dict[tuple[str, str], str]:
        found = self.titled.journey_documents(reported=False) if self.titled else ()
        return {
            (journey.id, placed.touchpoint.id): placed.touchpoint.title
            for document, journey in found
            for placed in document.touchpoints()
        }

    def journey(self, name: str) -> str:
        """A journey."""
        found = self.titled.journeys.get(name) if self.titled else None
        return self.quoted.format(found.title) if found else name

    def touchpoint(self, journey: str, name: str, *, full: bool = False) -> str:
        """A touchpoint; its id with that of its journey where it is to be ``full``."""
        title = self._titles.get((journey, name))
        if title is not None:
            return self.quoted.format(title)
        return f"{journey}/{name}" if full else name

    def persona(self, name: str) -> str:
        """A persona."""
        found = self.titled.personas.get(name) if self.titled else None
        return found.name if found else name

    def of(self, name: str, persona: str | None) -> str:
        """Something of a persona."""
        return f"{name} ({self.persona(persona) if persona else persona})"
