"""Which customers a ranking is for: what the priority of a segment does to the personas who stand for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cxmap.project.project import Project

Priority = Literal["target", "maintain", "none"]
Focus = Literal["all", "target", "not-none", "none"]
"""The personas whom combined rows are of: all; those of target segments, where others are there too; all but those of
segments that are ``none``; or all, because every segment is ``none``."""


def priority(project: Project, persona: str) -> Priority:
    """The priority of a persona's segment; ``maintain`` where none is given, or where there is no segment."""
    found = project.personas.get(persona)
    segment = project.segments.get(found.segment) if found is not None and found.segment else None
    return (segment.priority if segment is not None else None) or "maintain"


def in_focus(project: Project, personas: Iterable[str]) -> tuple[Focus, tuple[str, ...]]:
    """Whom combined rows are of, and their personas by id.

    Args:
        project: For personas and their segments.
        personas: Those who take part in the ranking.
    """
    names = tuple(sorted(personas))
    of = {name: priority(project, name) for name in names}
    target = tuple(name for name in names if of[name] == "target")
    some = tuple(name for name in names if of[name] != "none")
    if target:
        return ("all" if target == names else "target"), target
    return ("all" if some == names else "not-none", some) if some else ("none", names)


def set_aside(project: Project, personas: Iterable[str]) -> tuple[str, ...]:
    """The personas of segments with the priority ``none``, by id."""
    return tuple(name for name in sorted(personas) if priority(project, name) == "none")
