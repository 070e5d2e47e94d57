"""A project of which some files were read, and the others are known by their outlines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.project.collector import collector_off
from cxmap.project.lazy import Unread
from cxmap.project.summary import Outline

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cxmap.project.document import Document
    from cxmap.project.files import Survey
    from cxmap.project.project import Project


def project_of(survey: Survey, known: Mapping[str, Document | Outline | None]) -> Project:
    """The project that files make, some of them read and some not.

    What the rules find in it is what they find when all files are read: a file that is known by its outline is read in
    full when more is asked of it.

    Args:
        survey: What files there are.
        known: What is known of each of them by its path: all of it, or its outline. Those that are not cxmap's are
            missing, or ``None``.

    Raises:
        NothingThereError: None of the files asked about is among them.
    """
    return survey.project(
        {
            path: Unread(path, one, survey) if isinstance(one, Outline) else one
            for path in survey.trail.files
            if (one := known.get(path)) is not None
        }
    )


@collector_off()
def load_rest(survey: Survey, known: Mapping[str, Outline | None]) -> Project:
    """The project of which some files are known, with the others read.

    Args:
        survey: What files there are.
        known: Outlines of files that were not asked about, by their paths; ``None``: that file is not cxmap's.

    Raises:
        NothingThereError: There is no journey file among those asked about.
    """
    read = {path: survey.read(path) for path in survey.trail.files if path not in known}
    return project_of(survey, {**known, **read})
