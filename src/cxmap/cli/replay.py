"""The answer of an earlier run, given again where nothing has changed since.

A run of ``cxmap validate`` leaves behind what it printed, and the state of every file and folder that had a say in it.
The next run with the same arguments in the same surroundings compares these states, and is done: nothing is parsed, and
hardly anything imported. Where there is any doubt there is no answer, and the files are checked.

Only modules that Python has loaded anyway are imported here. Answers lie in ``.cxmap_cache``, sealed
(``cxmap.cli.sealed``); what is damaged there is made again in silence.
"""

from __future__ import annotations

import os
import sys
import time
from binascii import crc32
from contextlib import contextmanager, suppress

from cxmap._version import __version__
from cxmap.cli.fingerprints import (
    SETTLED,
    are_unchanged,
    code_states,
    content_state,
    file_state,
    folder_state,
    last_change,
)
from cxmap.cli.sealed import keep, kept
from cxmap.project.names import CACHE_FOLDER

TYPE_CHECKING = False  # as type checkers know it: typing is not imported
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import TextIO

# The options of `validate` with which a run does nothing but print; `--format` as long as it names no file.
PRINTING = frozenset(
    {"--select", "--ignore", "--fail-on", "--strict", "--format", "--baseline", "--statistics", "--exit-zero"}
    | {"--quiet", "-q", "--color", "--today", "--"}
)
SURROUNDINGS = ("NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS", "GITHUB_ACTIONS", "GITLAB_CI", "GITHUB_WORKSPACE")
MOST_ANSWERS = 32
NAME_LENGTH = 8
"""Of an answer's file, in characters; other files have longer or shorter names."""

_watched: Run | None = None


def is_repeatable(arguments: Sequence[str]) -> bool:
    """Whether a run with these arguments depends on files and surroundings alone, and only prints."""
    options = {one for one in arguments if one.startswith("-")}
    to_file = "--format" in options and any(":" in one for one in arguments)
    return arguments[:1] == ["validate"] and options <= PRINTING and not to_file


def looked_at(
    root: str,
    files: Iterable[str],
    folders: Iterable[str],
    states: Mapping[str, str],
    content: Callable[[str], bytes | None],
) -> None:
    """Say what the run that is watched, if one is, depends on, before it writes anything there itself.

    Args:
        root: The project's root.
        files: Files that had a say, there or not.
        folders: Folders whose files had a say.
        states: The states that some of the files were in before they were read, by their paths.
        content: What was read from a file, by its path; ``None`` where that is not known.
    """
    if _watched:
        _watched.root, _watched.states = root, list(_states(files, folders, states, content, _watched.started))


class Run:
    """One run of ``cxmap validate``.

    Attributes:
        started: When, in nanoseconds.
        root: The project's root, once it is known.
        states: What the result depends on; empty: not known, and ``None`` in it: cannot be told.
    """

    def __init__(self, arguments: Sequence[str]) -> None:
        self.started = time.time_ns()
        self.root = ""
        self.states: list[tuple[str, str] | None] = []
        self._place = next((one for one in arguments[1:] if os.path.lexists(one)), os.curdir)
        request = "\n".join((os.getcwd(), *arguments))  # noqa: PTH109 - pathlib is not imported
        self._name = f"{crc32(request.encode(errors='surrogateescape')):0{NAME_LENGTH}x}"
        self._key = f"{request}\n{_surroundings()}"
        self._output: list[str] = []
        self._errors: list[str] = []

    def answer(self) -> int | None:
        """Print what the earlier run printed.

        Returns:
            Its exit status; ``None`` where nothing was printed, because there is no such run or it is out of date.
        """
        for folder in _upwards(os.path.abspath(self._place)):  # noqa: PTH100 - pathlib is not imported
            fields = kept(folder, self._name).decode("utf-8", "surrogatepass").split("\0")
            if fields[:1] == [self._key] and are_unchanged(zip(fields[4::2], fields[5::2], strict=True)):
                _, status, output, errors = fields[:4]
                sys.stdout.write(output)
                sys.stderr.write(errors)
                return int(status)
        return None

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Keep a copy of what is printed, and listen to what ``looked_at`` is told."""
        global _watched  # noqa: PLW0603 - one run a process
        streams = sys.stdout, sys.stderr
        sys.stdout, sys.stderr = _Copied(sys.stdout, self._output), _Copied(sys.stderr, self._errors)
        _watched = self
        try:
            yield
        finally:
            _watched = None
            sys.stdout, sys.stderr = streams

    def remember(self, status: int) -> None:
        """Keep the answer for the next run, if it can be kept."""
        if status not in {0, 1} or not self.states or None in self.states:
            return
        states = [part for state in self.states if state for part in state]
        fields = [self._key, str(status), "".join(self._output), "".join(self._errors), *states]
        if not any("\0" in field for field in fields):
            data = "\0".join(fields).encode("utf-8", "surrogatepass")
            if keep(self.root, self._name, data):
                _make_room(os.path.join(self.root, CACHE_FOLDER), self._name)  # noqa: PTH118 - as above


class _Copied:
    """A stream that keeps a copy of what is written to it."""

    def __init__(self, stream: TextIO, copy: list[str]) -> None:
        self._stream, self._copy = stream, copy

    def write(self, text: str) -> int:
        """Write, and keep."""
        self._copy.append(text)
        return self._stream.write(text)

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)


def _surroundings() -> str:
    """What a result depends on besides arguments and files."""
    given = [os.environ.get(name) for name in SURROUNDINGS]
    terminals = [bool(stream and stream.isatty()) for stream in (sys.stdout, sys.stderr)]
    width = os.get_terminal_size(sys.stdout.fileno()).columns if terminals[0] else 0
    return repr((__version__, sys.version, time.strftime("%Y-%m-%d"), given, terminals, width))


def _states(
    files: Iterable[str],
    folders: Iterable[str],
    states: Mapping[str, str],
    content: Callable[[str], bytes | None],
    started: int,
) -> Iterator[tuple[str, str] | None]:
    """Each path with its state; ``None`` for one that may be another by now than it was for the run."""
    for folder in dict.fromkeys(folders):
        there = folder_state(folder)
        is_as_seen = last_change(folder) < started  # else something may have come or gone that the run did not see
        yield (os.path.join(folder, ""), there) if is_as_seen else None  # noqa: PTH118 - as above
    yield from code_states()
    for path in dict.fromkeys(files):
        if path in states:
            yield path, states[path]
            continue
        state, changed = file_state(path)
        if changed + SETTLED < started:
            yield path, state
        else:
            read = content(path)
            yield None if read is None else (path, content_state(read))


def _make_room(folder: str, name: str) -> None:
    """Remove all answers but one where there are too many."""
    with suppress(OSError):  # another run does the same
        answers = [one for one in os.listdir(folder) if len(one) == NAME_LENGTH]  # noqa: PTH208 - as above
        for one in answers if len(answers) > MOST_ANSWERS else ():
            if one != name:
                os.unlink(os.path.join(folder, one))  # noqa: PTH108, PTH118 - as above


def _upwards(place: str) -> Iterator[str]:
    yield place
    while place != (above := os.path.dirname(place)):  # noqa: PTH120 - as above
        place = above
        yield place
