"""Where something new of a project goes: beside what is of its kind."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from cxmap.project.document import Document
    from cxmap.project.project import Project

JOURNEYS = "journeys"
PERSONAS = "library/personas.cxmap.yaml"


def folder_of_journeys(project: Project | None, root: Path) -> Path:
    """Where most of the project's journeys are."""
    folders = Counter(
        document.path.parent for document in (project.documents if project else ()) if document.has(("journey",))
    )
    return folders.most_common(1)[0][0] if folders else root / JOURNEYS


def home_of_personas(project: Project, root: Path) -> tuple[Path, Document | None]:
    """The file that a new persona goes into; ``None``: it is not there yet.

    It is the one that holds most of them, a file without a journey before one with a journey.
    """
    counts = Counter(found[0].document for found in project.definitions["personas"].values())
    most = max(counts, key=lambda document: (document.journey is None, counts[document]), default=None)
    path = root / PERSONAS
    found = most or next((document for document in project.documents if document.path == path), None)
    return (found.path if found else path), found
