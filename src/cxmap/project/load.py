"""From paths to a project: find the root, read every file once, merge."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cxmap.project.collector import collector_off
from cxmap.project.config import DEFAULT_CONFIG, find_config, load_config
from cxmap.project.discovery import Patterns, common_folder, yaml_files
from cxmap.project.document import BYTE_ORDER_MARK, Document
from cxmap.project.errors import UsageError
from cxmap.project.project import Project
from cxmap.project.trail import Trail
from cxmap.source.read import is_ours, read, read_file

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

STDIN_NAME = "<stdin>"


@dataclass(frozen=True, slots=True)
class Stdin:
    """Standard input that stands in for a file.

    Attributes:
        data: What was read from it.
        filename: The file that it stands in for; ``None``: one without a name in the current directory.
    """

    data: bytes
    filename: str | None = None


@collector_off()
def load(
    paths: Sequence[str | os.PathLike[str]] = (),
    *,
    today: dt.date,
    cwd: Path | None = None,
    config_file: Path | None = None,
    stdin: Stdin | None = None,
    overlay: Mapping[Path, bytes] | None = None,
) -> Project:
    """Load the project that some paths belong to.

    Args:
        paths: Files and folders to report on. None: the project's root, or the current directory.
        today: The day that due dates and ages are judged on.
        cwd: The current directory, which shown paths are relative to.
        config_file: The configuration to use instead of the nearest one; its folder is the root.
        stdin: Standard input that stands in for a file.
        overlay: Contents to use instead of what the files hold, by absolute path.

    Returns:
        The project: every file under its root, and those asked about.

    Raises:
        UsageError: A path does not exist, or there is no journey file at all.
        ConfigError: The configuration cannot be read.
    """
    cwd = cwd or Path.cwd()
    given = [_absolute(cwd, path) for path in paths]
    for path, asked in zip(given, paths, strict=True):
        if not os.path.lexists(path):
            raise UsageError(f"no such file or folder: '{os.fspath(asked)}'")
    unnamed = None
    contents = dict(overlay or {})
    if stdin:
        stands_in_for = _absolute(cwd, stdin.filename or STDIN_NAME)
        unnamed = None if stdin.filename else stands_in_for
        contents.setdefault(stands_in_for, stdin.data)
        given.append(stands_in_for)
    folder = common_folder(given, cwd)
    found = config_file or find_config(folder)
    config = load_config(found) if found else DEFAULT_CONFIG
    root = _absolute(cwd, found).parent if found else folder
    wanted = given or [root]
    named = {path for path in wanted if not path.is_dir()}
    folders = tuple(path for path in wanted if path.is_dir())
    alone = not found and not folders and len(named) == 1  # then the folders below belong to nobody
    # A folder that is asked for is looked through even where git ignores it, and the root's walk passed it over.
    places = dict.fromkeys([root, *folders])
    chosen = Patterns(root, config.include, config.exclude)
    visited: list[str] = []
    below = [path for place in places for path in yaml_files(place, chosen, deep=not alone, visited=visited)]
    files = sorted({*below, *named})

    documents, reported, skipped = [], [], 0
    for path in files:
        asked_about = path in named or any(path.is_relative_to(one) for one in folders)
        content = contents[path] if path in contents else read_file(path)
        if isinstance(content, bytes) and path not in named and not is_ours(content, path.name):
            skipped += asked_about
            continue
        name = STDIN_NAME if path == unnamed else _shown(path, cwd)
        marked = isinstance(content, bytes) and content.startswith(BYTE_ORDER_MARK)
        document = Document.of(path, name, _shown(path, root), read(content, name), marked=marked)
        documents.append(document)
        if asked_about:
            reported.append(document)
    if not reported:
        where = ", ".join(f"'{os.fspath(path)}'" for path in paths) or f"'{_shown(root, cwd)}'"
        others = f"; {skipped} YAML files there are not cxmap's (no line starts with 'cxmap:')" if skipped else ""
        raise UsageError(f"no journey files in {where}{others}. Start one with: cxmap init")
    trail = Trail(folder, found, tuple(visited), tuple(files))
    return Project(root, cwd, config, tuple(documents), tuple(reported), skipped, today, trail)


def _absolute(cwd: Path, path: str | os.PathLike[str]) -> Path:
    """An absolute path without ``..``; links stay links, so that a file is shown by the name it was given."""
    return Path(os.path.abspath(cwd / path))  # noqa: PTH100 - resolve() would follow links


def _shown(path: Path, base: Path) -> str:
    try:
        return os.path.relpath(path, base).replace(os.sep, "/")
    except ValueError:  # on another drive
        return path.as_posix()
