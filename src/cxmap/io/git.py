"""What a git repository holds, read with the git program, which is kept from running or fetching anything.

A repository may be a stranger's: its configuration names no hook, no file watcher, no filter that would be run here,
nothing is fetched that is missing, no lock is taken, and variables that would lead git elsewhere are taken out.
"""

from __future__ import annotations

import os
import re
import subprocess
from contextlib import suppress
from typing import IO, TYPE_CHECKING, NamedTuple, Self

from cxmap.errors import UsageError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from pathlib import Path

LINK, SUBMODULE = "120000", "160000"
_OPTIONS = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=", "-c", "protocol.allow=never", "--no-optional-locks")
_SHA1_DIGITS = 40
_OBJECT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")


class GitError(UsageError):
    """Something cannot be read of a repository."""


class NoHistoryError(GitError):
    """There is no git program, no repository or no commit: nothing that revisions could be read of."""


class Blob(NamedTuple):
    """A file of a revision, as it is listed.

    Attributes:
        path: From the top of the repository, with ``/``; bytes that are no UTF-8 as surrogates.
        mode: ``100644``, ``LINK`` or ``SUBMODULE``, say.
        object: The name of its content.
        size: Its bytes; 0 of a submodule.
    """

    path: str
    mode: str
    object: str
    size: int


class Commit(NamedTuple):
    """A revision.

    Attributes:
        id: Its full name.
        tree: The name of all that it holds.
        date: The day of the commit, in UTC.
    """

    id: str
    tree: str
    date: dt.date


class Repository:
    """A repository, as long as it is open one process that reads contents.

    Attributes:
        top: The folder that paths count from: of a bare repository its own.
    """

    def __init__(self, folder: str) -> None:
        """Find the repository that a folder is in.

        Raises:
            GitError: There is none, or no git program.
        """
        self._folder = folder
        self.bare = self._said("rev-parse", "--is-bare-repository").strip() == "true"
        place = self._said("rev-parse", "--absolute-git-dir" if self.bare else "--show-toplevel")
        self.top = os.path.abspath(place.rstrip("\n"))  # noqa: PTH100 - links stay links
        self._reader: subprocess.Popen[bytes] | None = None
        self._read: dict[str, bytes] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._reader is not None:
            for stream in (self._reader.stdin, self._reader.stdout):
                if stream is not None:
                    with suppress(OSError):
                        stream.close()
            self._reader.wait()
            self._reader = None

    def commit(self, name: str) -> Commit:
        """A revision by its name.

        Raises:
            GitError: There is no such revision, or no commit yet.
        """
        found = self._asked("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        if found is None:
            if name == "HEAD":
                raise NoHistoryError("there is no commit yet; commit first")
            raise GitError(f"unknown revision '{name}'{self._shallow() or '; git log lists revisions'}")
        return self._commits(found.strip(), 1)[0]

    def merge_base(self, one: str, other: str) -> str:
        """The latest commit that two revisions have in common.

        Raises:
            GitError: They have none here.
        """
        found = self._asked("merge-base", "--end-of-options", one, other)
        if found is None:
            raise GitError(
                f"'{one}' and '{other}' have no commit in common here{self._shallow() or '; name two revisions: A..B'}"
            )
        return found.split("\n")[0]

    def history(self, since: str) -> list[Commit]:
        """The commits up to one, along first parents, the latest first."""
        return self._commits(since, None)

    def last_change(self, name: str, content: bytes) -> dt.datetime | None:
        """When the last commit was made that touched a file of the folder that the repository was found from.

        Args:
            name: The file's name.
            content: What it holds; on Windows git may write other line ends than it keeps.

        Returns:
            A time in UTC; ``None`` where nobody can tell: the history is cut off, or the file is not as committed.
        """
        import datetime as dt

        committed = self._asked("rev-parse", "--verify", "--quiet", "--end-of-options", f"HEAD:./{name}")
        if committed is None or self._shallow():
            return None
        known = committed.strip()
        if known not in {_name_of(content, known), _name_of(content.replace(b"\r\n", b"\n"), known)}:
            return None
        said = self._said(
            "log", "--max-count=1", "--no-show-signature", "--format=%ct", "HEAD", "--", f":(literal){name}"
        )
        try:
            return dt.datetime.fromtimestamp(int(said), dt.UTC)
        except (ValueError, OverflowError, OSError):  # no time, or one that no calendar has
            return None

    def _commits(self, name: str, most: int | None) -> list[Commit]:
        import datetime as dt

        limit = () if most is None else (f"--max-count={most}",)
        said = self._said(
            "log", "--first-parent", "--no-show-signature", "--format=%H %T %ct", *limit, "--end-of-options", name
        )
        parts = (line.split() for line in said.splitlines())
        return [Commit(id_, tree, dt.datetime.fromtimestamp(int(when), dt.UTC).date()) for id_, tree, when in parts]

    def files(self, tree: str) -> list[Blob]:
        """All files of a revision."""
        said = self._output("ls-tree", "-r", "-l", "-z", "--full-tree", "--end-of-options", tree)
        found = []
        for line in said.split(b"\0"):
            about, _, path = line.partition(b"\t")
            if path:
                mode, _, name, size = about.decode("ascii").split()
                found.append(Blob(os.fsdecode(path), mode, name, int(size) if size != "-" else 0))
        return found

    def content(self, name: str) -> bytes:
        """A content by its name; each is read once.

        Raises:
            GitError: It is not there, as in a repository that was only fetched in part.
        """
        if name not in self._read:
            self._read[name] = self._next(name)
        return self._read[name]

    def _next(self, name: str) -> bytes:
        if not _OBJECT.fullmatch(name):
            raise GitError("git named something that is no object; look at the repository with git fsck")
        if self._reader is None:
            self._reader = self._started("cat-file", "--batch")
        stdin, stdout = self._reader.stdin, self._reader.stdout
        if stdin is None or stdout is None:
            raise GitError("git ended early; look at the repository with git fsck")
        try:
            stdin.write(f"{name}\n".encode("ascii"))
            stdin.flush()
            header = stdout.readline().split()
            if len(header) != 3:
                raise GitError("a file of this revision is not in the repository; fetch it with git fetch --refetch")
            return _exactly(stdout, int(header[2]) + 1)[:-1]
        except (BrokenPipeError, EOFError):
            raise GitError("git ended early; look at the repository with git fsck") from None

    def _shallow(self) -> str:
        told = self._asked("rev-parse", "--is-shallow-repository")
        if told is not None and told.strip() == "true":
            return "; the clone is shallow: fetch all of it (fetch-depth: 0, or git fetch --unshallow)"
        return ""

    def _said(self, *words: str) -> str:
        return os.fsdecode(self._output(*words))

    def _asked(self, *words: str) -> str | None:
        """What git says; ``None`` where it says no."""
        done = self._run(words)
        return os.fsdecode(done.stdout) if done.returncode == 0 else None

    def _output(self, *words: str) -> bytes:
        done = self._run(words)
        if done.returncode:
            raise _failure(os.fsdecode(done.stderr))
        return done.stdout

    def _run(self, words: Sequence[str]) -> subprocess.CompletedProcess[bytes]:
        try:
            return subprocess.run(
                ["git", *_OPTIONS, *words],
                cwd=self._folder,
                env=_environment(),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
            )
        except OSError:
            raise NoHistoryError("the git program was not found; install git") from None

    def _started(self, *words: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            ["git", *_OPTIONS, *words],
            cwd=self._folder,
            env=_environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )


def _name_of(content: bytes, like: str) -> str:
    """What git calls a content, by the function that another name was made with."""
    import hashlib

    function = "sha1" if len(like) == _SHA1_DIGITS else "sha256"
    return hashlib.new(function, b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


def _exactly(stream: IO[bytes], size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data


def _environment() -> dict[str, str]:
    """The environment without what leads git elsewhere, and with what keeps it from asking and fetching."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return kept | {"GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}


def _failure(said: str) -> GitError:
    lines = said.strip().splitlines()
    first = lines[0].removeprefix("fatal: ") if lines else "git failed"
    if first.startswith("not a git repository"):
        return NoHistoryError("not a git repository; make one with git init and a first commit")
    return GitError(f"git: {first}")


def last_change(path: Path, content: bytes) -> dt.datetime | None:
    """When the last commit was made that touched a file; ``None``: nobody can tell, as without a repository or git.

    See :meth:`Repository.last_change`.
    """
    try:
        return Repository(os.fspath(path.parent)).last_change(path.name, content)
    except GitError:
        return None
