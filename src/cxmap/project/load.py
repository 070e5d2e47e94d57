"""From paths to a project: find the root, read every file once, merge."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cxmap.project.config import DEFAULT_CONFIG, find_config, load_config
from cxmap.project.discovery import YAML_SUFFIXES, common_folder, yaml_files
from cxmap.project.document import Document
from cxmap.project.errors import UsageError
from cxmap.project.project import Project
from cxmap.source.read import is_ours, read, read_file

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

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


def load(
    paths: Sequence[str | os.PathLike[str]] = (),
    *,
    today: dt.date,
    cwd: Path | None = None,
    config_file: Path | None = None,
    stdin: Stdin | None = None,
) -> Project:
    """Load the project that some paths belong to.

    Args:
        paths: Files and folders to report on. None: the project's root, or the current directory.
        today: The day that due dates and ages are judged on.
        cwd: The current directory, which shown paths are relative to.
        config_file: The configuration to use instead of the nearest one; its folder is the root.
        stdin: Standard input that stands in for a file.

    Returns:
        The project: every file under its root, and those asked about.

    Raises:
        UsageError: A path does not exist, or there is no journey file at all.
        ConfigError: The configuration cannot be read.
    """
    cwd = cwd or Path.cwd()
    given = [Path(os.path.abspath(cwd / path)) for path in paths]
    for path, asked in zip(given, paths, strict=True):
        if not os.path.lexists(path):
            raise UsageError(f"no such file or folder: '{os.fspath(asked)}'")
    stdin_path = None
    if stdin:
        stdin_path = Path(os.path.abspath(cwd / (stdin.filename or STDIN_NAME)))
    everything = [*given, stdin_path] if stdin_path else given
    folder = common_folder(everything, cwd)
    found = config_file or find_config(folder)
    config = load_config(found) if found else DEFAULT_CONFIG
    root = Path(os.path.abspath(found)).parent if found else folder
    lone = not found and len(everything) == 1 and not everything[0].is_dir()
    wanted = everything or [root]

    if lone:
        below = sorted(p for p in folder.iterdir() if p.name.lower().endswith(YAML_SUFFIXES) and p.is_file())
    else:
        below = list(yaml_files(root, include=config.include, exclude=config.exclude, root=root))
    named = {path for path in wanted if not path.is_dir()}
    folders = tuple(path for path in wanted if path.is_dir())

    documents, reported, skipped = [], [], 0
    for path in sorted({*below, *named}):
        is_named = path in named
        asked_about = is_named or any(path.is_relative_to(one) for one in folders)
        content = stdin.data if stdin and path == stdin_path else read_file(path)
        if isinstance(content, bytes) and not is_named and not is_ours(content, path.name):
            skipped += asked_about
            continue
        display = STDIN_NAME if stdin and path == stdin_path and not stdin.filename else _shown(path, cwd)
        source = read(content, display)
        document = Document.of(path, display, _shown(path, root), source)
        documents.append(document)
        if asked_about:
            reported.append(document)
    if not reported:
        where = ", ".join(f"'{os.fspath(path)}'" for path in paths) or f"'{_shown(root, cwd)}'"
        others = f"; {skipped} YAML files there are not cxmap's (no line starts with 'cxmap:')" if skipped else ""
        raise UsageError(f"no journey files in {where}{others}. Start one with: cxmap init")
    return Project(root, cwd, config, tuple(documents), tuple(reported), skipped, today)


def _shown(path: Path, base: Path) -> str:
    try:
        return os.path.relpath(path, base).replace(os.sep, "/")
    except ValueError:  # on another drive
        return path.as_posix()
