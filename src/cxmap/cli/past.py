"""The figures of earlier revisions, each read once and kept in the cache by what the revision holds."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Literal

from cxmap._version import __version__
from cxmap.analysis.past import figures, past
from cxmap.cli.console import remark
from cxmap.errors import NothingThereError, UsageError
from cxmap.io import cache
from cxmap.io.git import Repository
from cxmap.project.load import project_files
from cxmap.project.revisions import Revision

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from cxmap.analysis.past import Figure, Past
    from cxmap.choices import Every
    from cxmap.io.git import Commit
    from cxmap.project.document import Document
    from cxmap.project.project import Project

    Documents = dict[tuple[str, object], Document | None]

_FORMAT = 2


class Kept:
    """Figures by the names of trees, each figure once: revisions differ in few of them.

    Attributes:
        figures: Every figure.
        trees: By name, the places of the figures of a tree; ``None``: it is no project without errors.
    """

    def __init__(self, data: bytes) -> None:
        self.figures: list[Figure] = []
        self.trees: dict[str, list[int] | None] = {}
        with suppress(ValueError, KeyError, TypeError):
            kept = json.loads(data or b"{}")
            self.figures, self.trees = [tuple(each) for each in kept["figures"]], kept["trees"]
        self._places = {figure: place for place, figure in enumerate(self.figures)}

    def add(self, tree: str, found: Iterable[Figure] | None) -> None:
        """Keep the figures of a tree."""
        self.trees[tree] = None if found is None else [self._place(each) for each in found]

    def _place(self, figure: Figure) -> int:
        place = self._places.setdefault(figure, len(self.figures))
        if place == len(self.figures):
            self.figures.append(figure)
        return place

    def data(self) -> bytes:
        """All of it, to be read by a later run."""
        return json.dumps({"figures": self.figures, "trees": self.trees}).encode()


def earlier(project: Project, every: Every) -> Past:
    """The figures of the revisions before: along first parents, one a commit, week, month or quarter (the last of it).

    Raises:
        UsageError: There is no repository, no git, or no commit.
    """
    key = f"history {_FORMAT} {__version__} {project.root}"
    kept = Kept(cache.read(key))
    documents: Documents = {}
    before: set[int] = set()
    found: list[tuple[dt.date, list[Figure]]] = []
    skipped, fresh = 0, False
    with Repository(str(project.root)) as repository:
        repository.commit("HEAD")
        commits = _sampled(repository.history("HEAD"), every)
        for commit in commits:
            if commit.tree not in kept.trees:
                kept.add(commit.tree, _figures(repository, commit, project, documents))
                fresh = True
            places = kept.trees[commit.tree]
            if places is None:
                skipped += 1
            else:
                found.append((commit.date, [kept.figures[place] for place in places if place not in before]))
                before = set(places)
    if fresh:
        cache.write(key, kept.data())
    if skipped:
        remark(f"skipped {skipped} of {len(commits)} revisions: no journey without errors there")
    return past(found)


def _sampled(commits: Iterable[Commit], every: Every) -> list[Commit]:
    """The last commit of each period, oldest first."""
    latest: dict[object, Commit] = {}
    for commit in commits:
        latest.setdefault(_period(commit, every), commit)
    return list(reversed(latest.values()))


def _period(commit: Commit, every: Literal["commit", "week", "month", "quarter"]) -> object:
    day = commit.date
    match every:
        case "commit":
            return commit.id
        case "week":
            return day.isocalendar()[:2]
        case "month":
            return day.year, day.month
    return day.year, (day.month - 1) // 3


def _figures(repository: Repository, commit: Commit, project: Project, documents: Documents) -> list[Figure] | None:
    """The figures of a revision; ``None`` where there is no journey, or one that breaks the format."""
    tree = Revision(repository, commit)
    root = os.path.realpath(project.root) if not tree.is_folder(str(project.root)) else str(project.root)
    if not tree.is_folder(root):
        return None
    try:
        files = project_files([root], today=project.today, cwd=project.root, tree=tree)
        read = {}
        for path in files.inputs.files:
            content = path, tree.state(path)
            if content not in documents:
                documents[content] = files.read(path)
            document = documents[content]
            if document is not None:
                read[path] = document
        then = files.project(read)
    except (NothingThereError, UsageError):
        return None
    sound = not any(document.flawed or not document.understood for document in then.documents)
    return figures(then) if sound else None
