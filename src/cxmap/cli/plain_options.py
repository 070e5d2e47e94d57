"""The words behind a command, read without an option parser where they can mean one thing only.

Importing typer takes as long as checking a file. It still has the last word on what an option is: whatever is not in
these tables, or is written in another way (``--format=json``, ``-qh``, a value that starts with ``-``), is left to it,
and so is every mistake. The tables have the options of ``cxmap validate``; a test compares them with typer's, and what
both make of many words.
"""

from __future__ import annotations

from cxmap.cli.shell import Color

TYPE_CHECKING = False  # as type checkers know it: typing is not imported
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

# Each option with the argument of ``cxmap.cli.validate.command`` that it gives.
FLAGS = {
    "--strict": "strict",
    "--fix": "fix",
    "--diff": "diff",
    "--update-baseline": "update_baseline",
    "--statistics": "statistics",
    "--exit-zero": "exit_zero",
    "--watch": "watch",
    "--quiet": "quiet",
    "-q": "quiet",
    "--no-cache": "no_cache",
}
ONCE: dict[str, tuple[str, Callable[[str], Any]]] = {
    "--fail-on": ("fail_on", str),
    "--baseline": ("baseline", str),
    "--stdin-filename": ("stdin_filename", str),
    "--today": ("today", str),
    "--color": ("color", Color),
}
REPEATED = {"--select": "select", "--ignore": "ignore", "--format": "formats"}


def plain_options(words: Sequence[str]) -> dict[str, Any] | None:
    """What some words ask of a command, by the names of its arguments; ``None``: that is for typer to say."""
    found: dict[str, Any] = {}
    paths: list[str] = []
    left = iter(words)
    for word in left:
        if word == "--":
            paths += left
        elif word == "-" or word[:1] != "-":
            paths.append(word)
        elif word in FLAGS:
            found[FLAGS[word]] = True
        elif word in ONCE or word in REPEATED:
            value = next(left, "-")
            if value[:1] == "-":
                return None
            if word in REPEATED:
                found.setdefault(REPEATED[word], []).append(value)
                continue
            name, kind = ONCE[word]
            try:
                found[name] = kind(value)
            except ValueError:
                return None
        else:
            return None
    return {"paths": paths, **found} if paths else found
