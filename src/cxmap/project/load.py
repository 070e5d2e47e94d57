"""From paths to a project: find the root, read every file once, merge."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cxmap.errors import UsageError
from cxmap.project.config import DEFAULT_CONFIG, checked, find_config, settings
from cxmap.project.discovery import Patterns, common_folder, left_out, yaml_files
from cxmap.project.files import STDIN_NAME, ProjectFiles
from cxmap.project.inputs import ProjectInputs
from cxmap.project.lazy import LazyDocument
from cxmap.project.summary import FileSummary
from cxmap.project.tree import DISK, Overlay

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from cxmap.project.discovery import Skipped
    from cxmap.project.document import Document
    from cxmap.project.project import Project
    from cxmap.project.tree import Tree


@dataclass(frozen=True, slots=True)
class Stdin:
    """Standard input that stands in for a file.

    Attributes:
        data: What was read from it.
        filename: The file that it stands in for; ``None``: one without a name in the current directory.
    """

    data: bytes
    filename: str | None = None


def load(
    paths: Sequence[str | os.PathLike[str]] = (),
    *,
    today: dt.date,
    today_given: bool = True,
    cwd: Path | None = None,
    config_file: Path | None = None,
    stdin: Stdin | None = None,
    overlay: Mapping[Path, bytes] | None = None,
    tree: Tree = DISK,
) -> Project:
    """Load the project that some paths belong to.

    Args:
        paths: Files and folders to report on. None: the project's root, or the current directory.
        today: The day that due dates and ages are judged on.
        today_given: Whether that day was asked for; else it is the clock's, and the configuration's goes first.
        cwd: The current directory, which shown paths are relative to.
        config_file: The configuration to use instead of the nearest one; its folder is the root.
        stdin: Standard input that stands in for a file.
        overlay: Contents to use instead of what the files hold, by absolute path.
        tree: What the files stand on.

    Returns:
        The project: every file under its root, and those asked about.

    Raises:
        UsageError: A path does not exist, or there is no journey file at all.
        ConfigError: The configuration cannot be read.
    """
    return project_files(
        paths,
        today=today,
        today_given=today_given,
        cwd=cwd,
        config_file=config_file,
        stdin=stdin,
        overlay=overlay,
        tree=tree,
    ).load()


def project_files(
    paths: Sequence[str | os.PathLike[str]] = (),
    *,
    today: dt.date,
    today_given: bool = True,
    cwd: Path | None = None,
    config_file: Path | None = None,
    stdin: Stdin | None = None,
    overlay: Mapping[Path, bytes] | None = None,
    tree: Tree = DISK,
    force_exclude: bool = False,
    ours_only: bool = False,
) -> ProjectFiles:
    """Find what ``load`` would read.

    With ``force_exclude`` a file that was named is left out where the configuration leaves it out, with ``ours_only``
    where it is not cxmap's. All else is as for ``load``.

    Raises:
        UsageError: A path does not exist.
        ConfigError: The configuration cannot be read.
    """
    cwd = cwd or Path.cwd()
    given = [_absolute(cwd, path) for path in paths]
    for path, asked in zip(given, paths, strict=True):
        if not os.fspath(asked) or not tree.exists(str(path)):  # an empty text is no name for the current folder
            raise UsageError(f"no such file or folder: '{os.fspath(asked)}'")
    unnamed = None
    contents = {str(path): content for path, content in (overlay or {}).items()}
    if stdin:
        stands_in_for = _absolute(cwd, stdin.filename or STDIN_NAME)
        unnamed = None if stdin.filename else str(stands_in_for)
        contents.setdefault(str(stands_in_for), stdin.data)
        given.append(stands_in_for)
    folder = common_folder(given, cwd, tree)
    found = config_file or find_config(folder, tree)
    given_settings = settings(found, tree) if found else {}
    config = checked(found, given_settings, tree) if found else DEFAULT_CONFIG
    root = _absolute(cwd, found).parent if found else folder
    wanted = given or [root]
    folders = tuple(path for path in wanted if tree.is_folder(str(path)))
    chosen = Patterns(root, config.include, config.exclude)
    named = frozenset(str(path) for path in wanted if path not in folders)
    unwanted = {name: why for name in named if (why := left_out(Path(name), chosen))} if force_exclude else {}
    skipped: list[Skipped] = list(unwanted.items())
    alone = not found and not folders and len(wanted) == 1  # then the folders below belong to nobody
    # A folder that is asked for is looked through even where git ignores it, and the root's walk passed it over.
    places = dict.fromkeys([root, *folders])
    below = [path for place in places for path in yaml_files(place, chosen, deep=not alone, skipped=skipped, tree=tree)]
    files = list(dict.fromkeys([*below, *(named - unwanted.keys())]))
    if len(places) > 1 or len(files) > len(below):  # what is below one folder comes in order
        files.sort(key=lambda path: Path(path).parts)
    return ProjectFiles(
        asked=paths,
        cwd=cwd,
        root=root,
        config=config,
        today=today,
        today_given=today_given,
        named=named,
        folders=folders,
        unnamed=unnamed,
        passed_over=tuple(dict.fromkeys(skipped)),
        ours_only=ours_only,
        inputs=ProjectInputs(found, tuple(files), tree, given_settings),
        tree=Overlay(tree, contents) if contents else tree,
    )


def _absolute(cwd: Path, path: str | os.PathLike[str]) -> Path:
    """An absolute path without ``..``; links stay links, so that a file is shown by the name it was given."""
    return Path(os.path.abspath(cwd / path))  # noqa: PTH100 - resolve() would follow links


def project_of(project_files: ProjectFiles, known: Mapping[str, Document | FileSummary | None]) -> Project:
    """The project that files make, some of them read and some not.

    What the rules find in it is what they find when all files are read: a file that is known by its summary is read in
    full when more is asked of it.

    Args:
        project_files: What files there are.
        known: What is known of each of them by its path: all of it, or its summary. Those that are not cxmap's are
            missing, or ``None``.

    Raises:
        NothingThereError: None of the files asked about is among them.
    """
    return project_files.project(
        {
            path: LazyDocument(path, one, project_files) if isinstance(one, FileSummary) else one
            for path in project_files.inputs.files
            if (one := known.get(path)) is not None
        }
    )


def load_rest(project_files: ProjectFiles, known: Mapping[str, Document | None]) -> Project:
    """The project of which some files are known, with the others read.

    Args:
        project_files: What files there are.
        known: Files that need not be read, by their paths; ``None``: that one is not cxmap's.

    Raises:
        NothingThereError: There is no journey file among those asked about.
    """
    read = {path: project_files.read(path) for path in project_files.inputs.files if path not in known}
    return project_of(project_files, {**known, **read})
