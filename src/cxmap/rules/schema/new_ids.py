"""Ids for what has none, made from titles and unique among those of their kind."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from cxmap.model.ids import as_id
from cxmap.model.patterns import ID_MAX_LENGTH
from cxmap.project.definitions import JOURNEYS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.project.document import Document
    from cxmap.project.project import Project


class NewIds:
    """New ids for one file's journey, its stages and its touchpoints."""

    def __init__(self, project: Project, document: Document) -> None:
        stages = list(_mappings(document.at(("journey", "stages"))))
        touchpoints = [one for stage in stages for one in _mappings(stage.get("touchpoints"))]
        self._taken: dict[str, set[str]] = {
            "journey": set(project.definitions[JOURNEYS]),
            "stages": {one["id"] for one in stages if isinstance(one.get("id"), str)},
            "touchpoints": {one["id"] for one in touchpoints if isinstance(one.get("id"), str)},
        }
        self._last: dict[tuple[str, str], int] = defaultdict(lambda: 1)  # the number behind it, by kind and wanted id

    def make(self, kind: str, title: Any) -> str | None:
        """An id that is not taken yet.

        Args:
            kind: ``journey``, ``stages`` or ``touchpoints``.
            title: What it is made from.

        Returns:
            The id, which is taken from now on; ``None`` where the title gives none.
        """
        taken = self._taken[kind]
        wanted = as_id(title) if isinstance(title, str) else None
        if wanted is None:
            return None
        found, number = wanted, self._last[kind, wanted]
        while found in taken:
            number += 1
            found = f"{wanted[: ID_MAX_LENGTH - len(str(number)) - 1]}-{number}"
        self._last[kind, wanted] = number
        taken.add(found)
        return found


def _mappings(given: Any) -> Iterator[dict[Any, Any]]:
    yield from (one for one in given if isinstance(one, dict)) if isinstance(given, list) else ()
