"""Which files a run is about: the project's root, and the YAML files below a folder."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cxmap.errors import UsageError
from cxmap.project.names import GITIGNORE, PASSED_OVER, YAML_SUFFIXES
from cxmap.project.patterns import is_bounded, spec
from cxmap.project.tree import DISK

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pathspec import GitIgnoreSpec

    from cxmap.project.tree import Tree

MAX_PATTERNS = 5_000
"""In one ``.gitignore``; later ones have no effect. Each takes time for each file."""


@dataclass(frozen=True, slots=True)
class Ignored:
    """Patterns of one ``.gitignore``, and the folder that they count from."""

    folder: str
    spec: GitIgnoreSpec

    def decides(self, path: str, *, is_folder: bool) -> bool | None:
        """``True``: ignored; ``False``: taken back by a ``!`` pattern; ``None``: not mentioned."""
        relative = os.path.relpath(path, self.folder).replace(os.sep, "/")
        return self.spec.check_file(relative + "/" if is_folder else relative).include


def common_folder(paths: Sequence[Path], cwd: Path, tree: Tree = DISK) -> Path:
    """The folder that all paths have in common; a file counts as its folder.

    Args:
        paths: Absolute paths. None: the current directory.
        cwd: The current directory.
        tree: What the paths stand on.
    """
    folders = [path if tree.is_folder(str(path)) else path.parent for path in paths] or [cwd]
    try:
        return Path(os.path.commonpath(folders))
    except ValueError:
        raise UsageError("the paths lie on different drives; check them one at a time") from None


@dataclass(frozen=True, slots=True)
class Patterns:
    """The configuration's patterns, as in a ``.gitignore``.

    Attributes:
        root: The folder that they count from.
        include: Only matching files, if there are any.
        exclude: Matching files and folders are skipped.
    """

    root: Path
    include: Sequence[str] = ()
    exclude: Sequence[str] = ()


EXCLUDED = "excluded by the configuration"
NOT_INCLUDED = "not included by the configuration"
IGNORED = "ignored by git"

Skipped = tuple[str, str]
"""A YAML file or a folder that is skipped, and why; a folder ends with a separator."""


def yaml_files(
    folder: Path,
    patterns: Patterns,
    *,
    deep: bool = True,
    skipped: list[Skipped] | None = None,
    tree: Tree = DISK,
) -> Iterator[str]:
    """The YAML files in and below a folder, in order of their paths.

    What git ignores is skipped as git skips it (a folder that is ignored is not looked into), and so is what the
    configuration excludes. Links to folders are not followed, so that no circle can catch us.

    Args:
        folder: Where to look.
        patterns: What the configuration includes and excludes.
        deep: Also in the folders below.
        skipped: Gets what is skipped, with the reason.
        tree: What the folder stands on.
    """
    chosen = _patterns(patterns.root, patterns.include)
    left_out = _patterns(patterns.root, patterns.exclude)
    skipped = [] if skipped is None else skipped
    walk = _walk(str(folder), _inherited(folder, tree), left_out, skipped, tree, deep=deep)
    for path in walk:
        if chosen is None or chosen.decides(path, is_folder=False):
            yield path
        else:
            skipped.append((path, NOT_INCLUDED))


def left_out(path: Path, patterns: Patterns) -> str | None:
    """Why the configuration leaves out a file that was named; ``None``: it does not."""
    excluded, chosen = _patterns(patterns.root, patterns.exclude), _patterns(patterns.root, patterns.include)
    above = [folder for folder in path.parents if folder != patterns.root and folder.is_relative_to(patterns.root)]
    if excluded and (
        excluded.decides(str(path), is_folder=False) or any(excluded.decides(str(up), is_folder=True) for up in above)
    ):
        return EXCLUDED
    return NOT_INCLUDED if chosen and not chosen.decides(str(path), is_folder=False) else None


def _walk(
    folder: str,
    ignored: tuple[Ignored, ...],
    left_out: Ignored | None,
    skipped: list[Skipped],
    tree: Tree,
    *,
    deep: bool,
) -> Iterator[str]:
    try:
        inside = tree.list(folder)
    except OSError:
        return  # a folder that cannot be listed holds nothing that we could check
    if any(entry.name == GITIGNORE for entry in inside):
        ignored = (*ignored, *_gitignore(folder, tree))
    for entry in inside:
        is_folder = entry.is_dir(follow_symlinks=False)
        if not is_folder and not entry.name.lower().endswith(YAML_SUFFIXES):
            continue
        if is_folder and (not deep or entry.name in PASSED_OVER):
            continue
        name = os.path.join(entry.path, "") if is_folder else entry.path  # noqa: PTH118 - text is faster here
        if left_out is not None and left_out.decides(entry.path, is_folder=is_folder):
            skipped.append((name, EXCLUDED))
            continue
        if ignored and _is_ignored(entry.path, ignored, is_folder=is_folder):
            skipped.append((name, IGNORED))
            continue
        if is_folder:
            yield from _walk(entry.path, ignored, left_out, skipped, tree, deep=deep)
        else:
            yield entry.path


def _is_ignored(path: str, ignored: Sequence[Ignored], *, is_folder: bool) -> bool:
    """The deepest ``.gitignore`` that mentions a path decides."""
    for ignore_file in reversed(ignored):
        decision = ignore_file.decides(path, is_folder=is_folder)
        if decision is not None:
            return decision
    return False


def _inherited(folder: Path, tree: Tree) -> tuple[Ignored, ...]:
    """What the folders above say, up to the top of the git repository; nothing outside of one.

    A folder that they ignore as a whole was asked for by name all the same: then they have no say in it.
    """
    above = [folder, *folder.parents]
    top = next((place for place in above if tree.exists(str(place / ".git"))), None)
    if top is None:
        return ()
    between = [place for place in reversed(above) if place.is_relative_to(top)]
    ignored = _ignore_file(str(top), str(top / ".git" / "info" / "exclude"), tree)
    for place in between:
        if place != top and _is_ignored(str(place), ignored, is_folder=True):
            return ()
        if place != folder:
            ignored = (*ignored, *_gitignore(str(place), tree))
    return ignored


def _gitignore(folder: str, tree: Tree) -> tuple[Ignored, ...]:
    return _ignore_file(folder, os.path.join(folder, ".gitignore"), tree)  # noqa: PTH118 - text is faster here, and it is all text


def _ignore_file(folder: str, path: str, tree: Tree) -> tuple[Ignored, ...]:
    data = tree.read(path)
    if not isinstance(data, bytes):
        return ()
    lines = os.fsdecode(data).splitlines()
    patterns = [line for line in lines if line.strip() and not line.startswith("#") and is_bounded(line)]
    return (Ignored(folder, spec(patterns[:MAX_PATTERNS])),) if patterns else ()


def _patterns(root: Path, patterns: Sequence[str]) -> Ignored | None:
    return Ignored(str(root), spec(patterns)) if patterns else None
