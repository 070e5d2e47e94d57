"""The two states of a project that ``diff`` compares: revisions, folders, files, or the working tree."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from cxmap.cli.console import Stop, remark
from cxmap.errors import NothingThereError
from cxmap.project.config import DEFAULT_CONFIG, find_config, load_config, settings
from cxmap.project.discovery import common_folder
from cxmap.project.inputs import ProjectInputs
from cxmap.project.load import load
from cxmap.project.project import Project
from cxmap.project.tree import Without, WorkingTree

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from contextlib import ExitStack

    from cxmap.io.git import Repository
    from cxmap.project.revisions import Revision
    from cxmap.project.tree import Tree

RANGE = ".."


class State(NamedTuple):
    """One of the two.

    Attributes:
        kind: What it is.
        name: As it was given; ``HEAD`` and the working tree where nothing was.
        commit: Of a revision.
        project: What is there.
        skipped: What was passed over: submodules and other repositories, by their paths as shown.
    """

    kind: Literal["revision", "folder", "file", "worktree"]
    name: str
    commit: str | None
    project: Project
    skipped: tuple[str, ...] = ()

    @property
    def described(self) -> dict[str, str | None]:
        """What the JSON says of it."""
        return {"kind": self.kind, "name": self.name, "commit": self.commit}


class Asked(NamedTuple):
    """When and where states are looked at.

    Attributes:
        today: The day to judge by.
        today_given: Whether it was asked for.
        paths: The files and folders that the comparison is about; none: the project.
        cwd: The current directory.
    """

    today: dt.date
    today_given: bool
    paths: Sequence[str]
    cwd: Path


def states(words: Sequence[str], asked: Asked, stack: ExitStack) -> tuple[State, State]:
    """What to compare with what.

    Args:
        words: What was named: nothing, a revision, ``A..B``, or two revisions, files or folders.
        asked: When, and about which paths.
        stack: Closes what was opened.

    Raises:
        UsageError: That cannot be compared, or one of them cannot be read.
    """
    if len(words) > 2:
        raise Stop("too many states to compare; name two, and paths after --")
    if "-" in words:
        raise Stop("standard input cannot be compared; name two files")
    there = [os.path.lexists(asked.cwd / word) if word else False for word in words]
    if len(words) == 2 and any(there):
        return _two_paths(words, there, asked)
    if there == [True]:
        asked = asked._replace(paths=[*words, *asked.paths])
        words = []
    from cxmap.io.git import NoHistoryError

    try:
        return _of_repository(words, asked, stack)
    except NoHistoryError as error:
        raise Stop(f"{error}, or name two files or two folders to compare") from None


def _of_repository(words: Sequence[str], asked: Asked, stack: ExitStack) -> tuple[State, State]:
    """Two revisions, or one and the working tree."""
    from cxmap.io.git import Repository

    repository = stack.enter_context(Repository(str(asked.cwd)))
    if len(words) == 2:
        return _revision(repository, words[0], asked), _revision(repository, words[1], asked)
    if words and RANGE in words[0]:
        old, _, new = words[0].partition(RANGE)
        if new.startswith("."):  # A...B, as git has it: what B added since they parted
            old, new = repository.merge_base(old or "HEAD", new[1:] or "HEAD"), new[1:]
        return _revision(repository, old or "HEAD", asked), _revision(repository, new or "HEAD", asked)
    if repository.bare:
        raise Stop("a bare repository has no working tree; name two revisions: A..B")
    if not words:
        return _revision(repository, "HEAD", asked), _working_tree(asked)
    repository.commit("HEAD")
    repository.commit(words[0])
    base = repository.merge_base(words[0], "HEAD")
    return _revision(repository, base, asked, words[0]), _working_tree(asked)


def revision(name: str, folder: Path, asked: Asked, stack: ExitStack) -> State:
    """A revision of the repository that a folder is in.

    Args:
        name: What it is called.
        folder: The folder.
        asked: When, and about which paths.
        stack: Closes what was opened.

    Raises:
        UsageError: There is no such revision, no repository or no git.
    """
    from cxmap.io.git import Repository

    return _revision(stack.enter_context(Repository(str(folder))), name, asked)


def _two_paths(words: Sequence[str], there: Sequence[bool], asked: Asked) -> tuple[State, State]:
    if not all(there):
        missing = words[there.index(False)]
        raise Stop(f"no such file or folder: '{missing}'; compare two revisions, two files or two folders")
    folders = [(asked.cwd / word).is_dir() for word in words]
    if folders[0] != folders[1]:
        raise Stop("a file and a folder cannot be compared; name two files or two folders")
    if asked.paths:
        raise Stop("paths after -- go with revisions; name the two files or folders themselves")
    kind: Literal["folder", "file"] = "folder" if folders[0] else "file"
    old, new = (Path(os.path.abspath(asked.cwd / word)) for word in words)  # noqa: PTH100 - resolve() would follow links
    trees = Without(old, new), Without(new, old)
    before, after = (
        State(kind, word, None, _load([word], asked, tree)) for word, tree in zip(words, trees, strict=True)
    )
    return before, after


def _revision(repository: Repository, name: str, asked: Asked, shown: str | None = None) -> State:
    from cxmap.project.revisions import Revision

    commit = repository.commit(name)
    top = str(asked.cwd) if repository.bare else repository.top
    tree = Revision(repository, commit, top)
    cwd = _inside(asked.cwd, top)
    project = _load(asked.paths, asked._replace(cwd=cwd), tree)
    return State("revision", shown or name, commit.id, project, _shown(tree, cwd))


def _inside(cwd: Path, top: str) -> Path:
    """The current directory by the way that git knows it, where a link leads there."""
    if cwd.is_relative_to(top):
        return cwd
    real = Path(os.path.realpath(cwd))
    return real if real.is_relative_to(top) else cwd


def _working_tree(asked: Asked) -> State:
    tree = WorkingTree()
    return State("worktree", "working tree", None, _load(asked.paths, asked, tree), _shown(tree, asked.cwd))


def _shown(tree: WorkingTree | Revision, cwd: Path) -> tuple[str, ...]:
    return tuple(os.path.relpath(path, cwd).replace(os.sep, "/") for path in tree.skipped)


def _load(paths: Sequence[str], asked: Asked, tree: Tree) -> Project:
    """The project of a state; one without a journey file holds nothing."""
    given = [path for path in paths if tree.exists(os.path.abspath(asked.cwd / path))]  # noqa: PTH100 - resolve() would follow links
    if paths and not given:
        return _empty(asked, tree)
    try:
        return load(given, today=asked.today, today_given=asked.today_given, cwd=asked.cwd, tree=tree)
    except NothingThereError:
        return _empty(asked, tree)


def _empty(asked: Asked, tree: Tree) -> Project:
    folder = common_folder([], asked.cwd, tree)
    found = find_config(folder, tree) if tree.is_folder(str(folder)) else None
    config = load_config(found, tree) if found else DEFAULT_CONFIG
    inputs = ProjectInputs(found, (), tree, settings(found, tree) if found else {})
    root = found.parent if found else folder
    return Project(root, asked.cwd, config, (), (), 0, asked.today, inputs)


def whole(state: State) -> State:
    """The state with all its files asked about, as references between them are judged."""
    return state._replace(project=replace(state.project, reported=state.project.documents))


def refuse_unreadable(state: State) -> None:
    """Refuse a state of which a file cannot be read: what it would have said would be missing in silence.

    Raises:
        Stop: With the revision, the place and what is wrong.
    """
    from cxmap.project.document import version_is_wrong
    from cxmap.project.files import LEADS_OUT

    for document in state.project.documents:
        where = f"{state.name}: {document.name}"
        if LEADS_OUT in document.source.problems:
            remark(f"skipped a link that leads out of the project: {document.name}")
            continue
        for problem in document.source.problems if not document.readable else ():
            span = problem.span
            place = f":{span.line}:{span.column}" if span is not None else ""
            raise Stop(f"{where}{place}: {problem.code} {problem.message}; fix it there, or compare other states")
        if version_is_wrong(document.source):
            raise Stop(f"{where}: CX106 it is of another version of the format; compare it with the cxmap of that time")
