"""``cxmap validate --fix``, ``--diff`` and ``--add-suppressions``: what they change, shown or written."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from cxmap.cli.console import Stop, pass_on, remark

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from cxmap.lint.fix import Fixed
    from cxmap.project.project import Project


def changes_stdin(paths: Sequence[str]) -> bool:
    """Whether a change is to be made of standard input.

    Raises:
        Stop: Of files besides.
    """
    if "-" in paths and len(paths) > 1:
        raise Stop("--fix and --diff take standard input alone; name either - or files")
    return "-" in paths


def show_changes(changed: Fixed) -> None:
    """Print what would change, as a unified diff."""
    import difflib

    from cxmap.text.escape import path_name, terminal

    for path, content in sorted(changed.files.items()):
        document = changed.before[path]
        name = path_name(document.name)
        lines = difflib.unified_diff(
            document.source.text.splitlines(keepends=True),
            content.decode("utf-8-sig").splitlines(keepends=True),
            name,
            f"{name} (fixed)",
        )
        sys.stdout.write(terminal("".join(lines)))


def write_changes(changed: Fixed, done: str = "Fixed") -> None:
    """Write the files, and say how many findings that is about.

    Raises:
        WriteError: One cannot be written, or has changed since it was read.
    """
    from cxmap.io.files import write

    for path, content in sorted(changed.files.items()):
        document = changed.before[path]
        write(path, content, expected=document.encoded(document.source.text))
    _say(changed, done)


def print_changed(changed: Fixed, load: Callable[[Mapping[Path, bytes]], Project]) -> None:
    """Print standard input as it is with the changes, which may be none."""
    (document,) = load({}).reported
    pass_on(changed.files.get(document.path, document.encoded(document.source.text)))
    _say(changed, "Fixed")


def _say(changed: Fixed, done: str) -> None:
    if changed.count:
        findings = "1 finding" if changed.count == 1 else f"{changed.count} findings"
        remark(f"{done} {findings} in {len(changed.files)} {'file' if len(changed.files) == 1 else 'files'}.")
