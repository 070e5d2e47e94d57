"""Which language something is said in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cxmap.choices import Lang
    from cxmap.model.journey import Journey
    from cxmap.project.project import Project


def language(project: Project, journeys: Iterable[Journey], asked: Lang | None = None) -> Lang:
    """The language asked for, else the one of all journeys that something is about, else the configuration's."""
    said = {journey.lang for journey in journeys}
    own = said.pop() if len(said) == 1 else None
    return asked or own or project.config.lang
