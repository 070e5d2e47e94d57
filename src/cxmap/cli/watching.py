"""``--watch``: run again whenever a file of the project changes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from cxmap.cli.console import Stop, is_terminal, remark
from cxmap.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WATCHED_SUFFIXES = (".yaml", ".yml", ".toml")
CLEAR = "\x1b[2J\x1b[H"


def watch_files(once: Callable[[], int], root: Path) -> int:
    """Run now and after every change, until Ctrl-C.

    Args:
        once: What to run; a project that cannot be loaded at the moment does not end the watching.
        root: The folder to watch.

    Raises:
        Stop: The optional package that watches files is not installed.
    """
    try:
        from watchfiles import watch
    except ImportError:
        raise Stop("--watch needs an extra: pip install 'cxmap[watch]'") from None
    _run(once)
    for _ in watch(root, watch_filter=lambda _, path: path.endswith(WATCHED_SUFFIXES), raise_interrupt=False):
        if is_terminal():
            sys.stdout.write(CLEAR)
        _run(once)
    return 130


def _run(once: Callable[[], int]) -> None:
    try:
        once()
    except UsageError as error:
        remark(f"cxmap: {error}")
    sys.stdout.flush()
