"""What things are called: titles by id, and the id itself where nothing is defined under it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cxmap.project.project import Project


class Titled(Protocol):
    """What has a title, whatever it is."""

    @property
    def title(self) -> str:
        """What people call it."""


class Names:
    """The titles of everything in a project."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._touchpoints = {
            (journey.id, placed.touchpoint.id): placed.touchpoint.title
            for document, journey in project.journey_documents(reported=False)
            for placed in document.touchpoints()
        }

    def persona(self, name: str) -> str:
        """A persona's name."""
        found = self._project.personas.get(name)
        return found.name if found else name

    def segment(self, name: str) -> str:
        """A segment's title."""
        return _title(self._project.segments, name)

    def party(self, name: str) -> str:
        """A stakeholder's title."""
        return _title(self._project.stakeholders, name)

    def channel(self, name: str) -> str:
        """A channel's title."""
        return _title(self._project.channels, name)

    def source(self, name: str) -> str:
        """A source's title."""
        return _title(self._project.sources, name)

    def metric(self, name: str) -> str:
        """A metric's title."""
        return _title(self._project.metrics, name)

    def action(self, name: str) -> str:
        """An action's title."""
        return _title(self._project.actions, name)

    def journey(self, name: str) -> str:
        """A journey's title."""
        return _title(self._project.journeys, name)

    def touchpoint(self, journey: str, name: str) -> str:
        """The title of a journey's touchpoint."""
        return self._touchpoints.get((journey, name), name)


def _title(defined: Mapping[str, Titled], name: str) -> str:
    found = defined.get(name)
    return found.title if found else name
