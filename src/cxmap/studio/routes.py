"""The routes of the studio, in one table: what each answers, and whether it changes files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from cxmap.studio import edits, stories
from cxmap.studio.parts import part_record, scores_record, uses_record
from cxmap.studio.pictures import picture
from cxmap.studio.records import file_record, findings_record, project_record

if TYPE_CHECKING:
    from collections.abc import Callable

    from cxmap.studio.desk import Asked, Desk, Picture

Answer: TypeAlias = "dict[str, Any] | Picture"


@dataclass(frozen=True, slots=True)
class StudioRoute:
    """One route.

    Attributes:
        path: Its path, with names in braces.
        answer: What answers, in the session's thread.
        writes: Whether it changes files: then it is asked with POST, and is not there where nothing may change.
    """

    path: str
    answer: Callable[[Desk, Asked], Answer]
    writes: bool = False


def _project(desk: Desk, _: Asked) -> dict[str, Any]:
    session = desk.session
    made = [edits.edit_record(one) | {"version": one.version} for one in session.undoable]
    return project_record(desk) | edits.stacks_record(desk) | {"edits": made}


EVENTS: Final = "/api/events"
ROUTES: Final = (
    StudioRoute("/api/project", _project),
    StudioRoute("/api/chart/{journey}/{chart}", picture),
    StudioRoute("/api/scores/{journey}", scores_record),
    StudioRoute("/api/touchpoint/{journey}/{id}", part_record),
    StudioRoute("/api/part/{section}/{id}", part_record),
    StudioRoute("/api/part/{section}/{journey}/{id}", part_record),
    StudioRoute("/api/uses/{section}/{id}", uses_record),
    StudioRoute("/api/uses/{section}/{journey}/{id}", uses_record),
    StudioRoute("/api/file/{name:path}", file_record),
    StudioRoute("/api/findings", findings_record),
    StudioRoute("/api/ranking", stories.ranking_record),
    StudioRoute("/api/needs", stories.needs_record),
    StudioRoute("/api/people", stories.people_record),
    StudioRoute("/api/plan", stories.plan_record),
    StudioRoute("/api/edit", edits.edit, writes=True),
    StudioRoute("/api/undo", edits.undo, writes=True),
    StudioRoute("/api/redo", edits.redo, writes=True),
    StudioRoute("/api/new", edits.new, writes=True),
    StudioRoute("/api/fix", edits.fix, writes=True),
)
