"""What remarks on a ranking call things: their ids, as they are typed, or their titles, as they are read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxmap.i18n.remarks import RemarkWords

if TYPE_CHECKING:
    from cxmap.project.titles import Names


@dataclass(frozen=True)
class Naming(RemarkWords):
    """The words of remarks, and what things are called in them.

    Attributes:
        titles: The titles and names that are said; ``None``: ids are.
    """

    titles: Names | None = None

    def journey(self, name: str) -> str:
        """A journey."""
        return self.quoted.format(self.titles.journey(name)) if self.titles else name

    def touchpoint(self, journey: str, name: str, *, full: bool = False) -> str:
        """A touchpoint; its id with that of its journey where it is to be ``full``."""
        if self.titles:
            return self.quoted.format(self.titles.touchpoint(journey, name))
        return f"{journey}/{name}" if full else name

    def persona(self, name: str) -> str:
        """A persona."""
        return self.titles.persona(name) if self.titles else name

    def of(self, name: str, persona: str | None) -> str:
        """Something of a persona."""
        return f"{name} ({self.persona(persona) if persona else persona})"
