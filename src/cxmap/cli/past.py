"""The figures of earlier revisions, each read once and kept in the cache by what the revision holds."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Literal, NamedTuple

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

    from cxmap.analysis.past import Figures, Past
    from cxmap.choices import Every
    from cxmap.io.git import Commit
    from cxmap.project.document import Document
    from cxmap.project.project import Project

    Documents = dict[tuple[str, object], Document | None]

_FORMAT = 1


class Read(NamedTuple):
    """What earlier revisions hold.

    Attributes:
        past: Their figures together.
        revisions: How many there are.
        skipped: How many of them cannot be read as a project without errors.
    """

    past: Past
    revisions: int
    skipped: int


def earlier(project: Project, every: Every) -> Read:
    """The figures of the revisions before: along first parents, one a commit, week, month or quarter (the last of it).

    Raises:
        UsageError: There is no repository, no git, or no commit.
    """
    key = f"history {_FORMAT} {__version__} {project.root}"
    known = _known(key)
    found: list[tuple[dt.date, Figures]] = []
    skipped, fresh = 0, False
    documents: Documents = {}
    with Repository(str(project.root)) as repository:
        repository.commit("HEAD")
        commits = _sampled(repository.history("HEAD"), every)
        for commit in commits:
            if commit.tree not in known:
                known[commit.tree] = _figures(repository, commit, project, documents)
                fresh = True
            figures_then = known[commit.tree]
            if figures_then is None:
                skipped += 1
            else:
                found.append((commit.date, figures_then))
    if fresh:
        cache.write(key, json.dumps(known).encode())
    if skipped:
        remark(f"skipped {skipped} of {len(commits)} revisions: no journey without errors there")
    return Read(past(found), len(commits), skipped)


def _known(key: str) -> dict[str, Figures | None]:
    """What an earlier run has kept, by the names of trees."""
    try:
        kept = json.loads(cache.read(key) or b"{}")
    except ValueError:
        return {}
    return kept if isinstance(kept, dict) else {}


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


def _figures(repository: Repository, commit: Commit, project: Project, documents: Documents) -> Figures | None:
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
