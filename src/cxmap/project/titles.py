"""What things are called: titles by id, and the id itself where nothing is defined under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxmap.project.project import Project


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
        found = self._project.segments.get(name)
        return found.title if found else name

    def party(self, name: str) -> str:
        """A stakeholder's title."""
        found = self._project.stakeholders.get(name)
        return found.title if found else name

    def channel(self, name: str) -> str:
        """A channel's title."""
        found = self._project.channels.get(name)
        return found.title if found else name

    def source(self, name: str) -> str:
        """A source's title."""
        found = self._project.sources.get(name)
        return found.title if found else name

    def metric(self, name: str) -> str:
        """A metric's title."""
        found = self._project.metrics.get(name)
        return found.title if found else name

    def action(self, name: str) -> str:
        """An action's title."""
        found = self._project.actions.get(name)
        return found.title if found else name

    def journey(self, name: str) -> str:
        """A journey's title."""
        found = self._project.journeys.get(name)
        return found.title if found else name

    def touchpoint(self, journey: str, name: str) -> str:
        """The title of a journey's touchpoint."""
        return self._touchpoints.get((journey, name), name)
