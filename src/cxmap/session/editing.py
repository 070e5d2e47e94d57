"""Safe editing: change the data of a file, check it again, refuse new errors, and write only over what was read.

It prints nothing: what is refused is raised, for a shell to show.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from cxmap.errors import UsageError
from cxmap.io.files import write
from cxmap.lint.refusal import sound_part
from cxmap.text.suggestions import nearest
from cxmap.text.wording import hint, some_of
from cxmap.yaml.editor.changes import edited

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from cxmap.diagnostic import Report
    from cxmap.model.journey import Journey
    from cxmap.project.document import Document
    from cxmap.project.project import Project

_MOST_NAMED: Final = 5


class RefusedError(Exception):
    """Files have errors, or would have them, so nothing was changed.

    Attributes:
        report: The errors.
    """

    def __init__(self, report: Report) -> None:
        self.report = report
        first = report.diagnostics[0]
        super().__init__(f"{first.path}:{first.span.line}:{first.span.column}: {first.code} {first.message}")


class WhichJourneyError(UsageError):
    """It is not clear which journey is meant: there is none, or several.

    Attributes:
        ids: Of the journeys there are.
    """

    def __init__(self, ids: tuple[str, ...]) -> None:
        self.ids = ids
        super().__init__(f"name a journey; there are: {', '.join(ids) or 'none'}")


def find_journey(project: Project, name: str | None) -> tuple[Project, Document, Journey]:
    """Find the journey to edit.

    Args:
        project: Where to look: in the files asked about.
        name: Its id; ``None``: the only journey there.

    Returns:
        The project, asked about that journey's file; the file; and the journey.

    Raises:
        UsageError: No journey has that name.
        WhichJourneyError: There is none, or there are several.
        RefusedError: The journey or what it rests on has errors; or one of the files, where no journey is found.
    """
    every = list(project.journey_documents())
    found = [(document, journey) for document, journey in every if name in {None, journey.id}]
    if not found and name is not None:
        ids = [journey.id for _, journey in every]
        there = f"there are {some_of(ids, _MOST_NAMED)}" if ids else "there is no journey here"
        raise UsageError(f"no file and no journey is called '{name}'{hint(nearest(name, ids), there)}")
    if len(found) != 1:
        refuse_errors(project)
        raise WhichJourneyError(tuple(journey.id for _, journey in found))
    document, journey = found[0]
    project = replace(project, reported=(document,))
    refuse_errors(project)
    return project, document, journey


def save(
    document: Document, data: Any, load: Callable[[Mapping[Path, bytes]], Project], *, dry_run: bool = False
) -> Project:
    """Write a file with other data in it, unless that would bring in an error.

    Args:
        document: The file, without errors.
        data: What it is to hold.
        load: Loads its project, with other contents for some files.
        dry_run: Write nothing.

    Returns:
        The project with the other data in it.

    Raises:
        EditError: The text cannot be changed so.
        RefusedError: There would be an error; the file stays.
        WriteError: The file cannot be written, or has changed since it was read.
    """
    content = document.encoded(edited(document.source, data))
    after = load({document.path: content})
    refuse_errors(replace(after, reported=tuple(each for each in after.documents if each.path == document.path)))
    if not dry_run:
        write(document.path, content, expected=document.encoded(document.source.text))
    return after


def refuse_errors(project: Project) -> None:
    """Check the files asked about and the library files that they rest on.

    Raises:
        RefusedError: There are errors.
    """
    report = sound_part(project).report
    if report is not None:
        raise RefusedError(report)
