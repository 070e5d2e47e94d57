"""What a project defines, as references look for it; only what is asked for is looked up."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from cxmap.model.ids import as_id, is_id
from cxmap.project.memo import memoized
from cxmap.project.summary import JOURNEYS, lines
from cxmap.text.suggestions import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Collection

    from cxmap.project.document import Document
    from cxmap.project.project import Project


class Names:
    """Ids that can be referred to.

    An id that breaks the form counts as the id that it should have been: it has an error of its own, and what refers
    to it by the right id has not.
    """

    def __init__(self, given: Collection[str]) -> None:
        self.ids = list(dict.fromkeys(one for one in given if is_id(one)))
        self._known = {*self.ids, *(as_id(one) for one in given if not is_id(one))}
        self._vocabulary: Vocabulary | None = None

    def __contains__(self, name: str) -> bool:
        return name in self._known

    @property
    def vocabulary(self) -> Vocabulary:
        """The ids, to look for the nearest."""
        self._vocabulary = self._vocabulary or Vocabulary(self.ids)
        return self._vocabulary


@memoized
def defined(project: Project) -> Defined:
    """What a project defines."""
    return Defined(project)


class Defined:
    """The ids of a project: by section, and the touchpoints of each journey."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self.section = cache(self._section)
        self.touchpoints = cache(self._touchpoints)
        self._journeys_with: dict[str, list[str]] | None = None

    def _section(self, section: str) -> Names:
        """The ids of a section, or of the ``journeys``."""
        return Names(list(self._project.definitions[section]))

    def _touchpoints(self, document: Document) -> Names:
        """The touchpoint ids of a file's journey."""
        return Names(lines(document.summary.touchpoints))

    def journeys_with(self, touchpoint: str) -> list[str]:
        """The journeys that have a touchpoint of this id."""
        if self._journeys_with is None:
            self._journeys_with = {}
            for journey, definitions in self._project.definitions[JOURNEYS].items():
                for one in self.touchpoints(definitions[0].document).ids:
                    self._journeys_with.setdefault(one, []).append(journey)
        return self._journeys_with.get(touchpoint, [])
