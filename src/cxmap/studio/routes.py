"""The routes of the studio, in one table: what each answers, and whether it changes files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from cxmap.studio.pictures import picture
from cxmap.studio.records import project_record

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


EVENTS: Final = "/api/events"
ROUTES: Final = (
    StudioRoute("/api/project", lambda desk, _: project_record(desk)),
    StudioRoute("/api/chart/{journey}/{chart}", picture),
)
