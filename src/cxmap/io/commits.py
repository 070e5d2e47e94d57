"""When a file was changed last, as git knows it. Git is started so that nothing of a stranger's repository is run."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import subprocess
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

# A repository's own configuration may name programs: monitors, hooks, helpers of transports, viewers of signatures.
_SAFE: Final = (
    *("-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}", "-c", "protocol.allow=never"),
    *("-c", "log.showSignature=false", "--no-optional-locks", "--no-replace-objects", "--literal-pathspecs"),
)
_PATIENCE: Final = 20.0  # seconds


def last_commit(path: Path, content: bytes) -> dt.datetime | None:
    """When the last commit was made that touched a file.

    Args:
        path: The file.
        content: What it holds.

    Returns:
        A time in UTC; ``None`` where nobody can tell: there is no git or no repository, the history is cut off (a
        shallow clone), or the file is not as it was committed.
    """
    folder, name = path.parent, f"./{path.name}"
    known = _git(folder, "rev-parse", "--is-shallow-repository", f"HEAD:{name}")
    shallow, _, committed = known.strip().partition("\n")
    if shallow != "false" or committed not in {_blob(content, committed), _blob(_unix(content), committed)}:
        return None
    seconds = _git(folder, "log", "-1", "--format=%ct", "--no-ext-diff", "--no-textconv", "HEAD", "--", name).strip()
    try:
        return dt.datetime.fromtimestamp(int(seconds), dt.UTC)
    except (ValueError, OverflowError, OSError):  # no time, or one that no calendar has
        return None


def _blob(content: bytes, like: str) -> str:
    """What git calls these bytes, by the function that another name was made with."""
    name = "sha256" if len(like) == hashlib.sha256().digest_size * 2 else "sha1"
    return hashlib.new(name, b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


def _unix(content: bytes) -> bytes:
    """As git keeps a text that it writes with other line ends on Windows."""
    return content.replace(b"\r\n", b"\n")


def _git(folder: Path, command: str, *arguments: str) -> str:
    """What git prints; ``""`` where it cannot say."""
    words: Sequence[str] = ("git", "-C", str(folder), *_SAFE, command, *arguments)
    try:
        done = subprocess.run(
            words, capture_output=True, check=False, env=_environment(), stdin=subprocess.DEVNULL, timeout=_PATIENCE
        )
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("ascii", errors="replace") if done.returncode == 0 else ""


def _environment() -> dict[str, str]:
    foreign = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return foreign | {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1"}
