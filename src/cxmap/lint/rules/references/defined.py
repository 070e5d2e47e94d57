"""What a project defines, as references look for it; only what is asked for is looked up."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from cxmap.model.ids import as_id, is_id
from cxmap.project.memo import memoized
from cxmap.project.summary import JOURNEYS
from cxmap.project.view import question
from cxmap.text.suggestions import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from cxmap.project.document import Document
    from cxmap.project.project import Project


class Names:
    """Ids that can be referred to.

    An id that breaks the form counts as the id that it should have been: it has an error of its own, and what refers
    to it by the right id has not.
    """

    def __init__(self, given: Collection[str]) -> None:
        self.ids = list(dict.fromkeys(name for name in given if is_id(name)))
        self._known = {*self.ids, *(as_id(name) for name in given if not is_id(name))}
        self._vocabulary: Vocabulary | None = None

    def __contains__(self, name: str) -> bool:
        return name in self._known

    @property
    def vocabulary(self) -> Vocabulary:
        """The ids, to look for the nearest."""
        self._vocabulary = self._vocabulary or Vocabulary(self.ids)
        return self._vocabulary


class SectionNames(Names):
    """The ids of a section of a project, asked for one by one: most files only ask whether theirs are there."""

    def __init__(self, project: Project, section: str) -> None:
        self._project, self._section = project, section
        self._vocabulary = None

    def __contains__(self, name: object) -> bool:
        return bool(is_defined(self._project, self._section, name))

    @property
    def ids(self) -> list[str]:  # type: ignore[override]  # looked up when asked for
        """All of them."""
        found: list[str] = sound_ids(self._project, self._section)
        return found

    @property
    def vocabulary(self) -> Vocabulary:
        """The ids, to look for the nearest. What is found does not depend on what others have looked for."""
        if self._vocabulary is None:
            known = self._project.whole
            self._vocabulary = _names(known)(self._section).vocabulary.again() if self.ids else Vocabulary(())
        return self._vocabulary


@memoized
def _names(project: Project) -> Callable[[str], Names]:
    return cache(lambda section: Names(list(project.definitions[section])))


@question
def is_defined(project: Project, section: str, name: str) -> bool:
    """Whether an id can be referred to."""
    return name in _names(project)(section)


@question
def sound_ids(project: Project, section: str) -> list[str]:
    """The ids of a section that can be referred to, in the order of the files."""
    return _names(project)(section).ids


@question
def journeys_with(project: Project, touchpoint: str) -> list[str]:
    """The journeys that have a touchpoint of an id."""
    return _journeys_by_touchpoint(project).get(touchpoint, [])


@memoized
def _journeys_by_touchpoint(project: Project) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for journey, definitions in project.definitions[JOURNEYS].items():
        for id_ in Names(definitions[0].document.touchpoint_ids).ids:
            found.setdefault(id_, []).append(journey)
    return found


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

    def _section(self, section: str) -> Names:
        """The ids of a section, or of the ``journeys``."""
        return SectionNames(self._project, section)

    def _touchpoints(self, document: Document) -> Names:
        """The touchpoint ids of a file's journey."""
        return Names(document.touchpoint_ids)

    def journeys_with(self, touchpoint: str) -> list[str]:
        """The journeys that have a touchpoint of this id."""
        found: list[str] = journeys_with(self._project, touchpoint)
        return found
