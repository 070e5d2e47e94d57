"""The answer of an earlier run, given again where nothing has changed since.

A run of ``cxmap validate`` leaves behind what it printed, and the state of every file and folder that had a say in it.
The next run with the same arguments in the same surroundings compares these states, and is done: nothing is parsed, and
hardly anything imported. Where there is any doubt there is no answer, and the files are checked.

Only modules that Python has loaded anyway are imported here. What lies in ``.cxmap_cache``, in the project's root, can
be removed at any time; what is damaged there is made again in silence. A stranger's project may bring such a folder, so
each answer is sealed with a key that lies in the user's own cache: without the key there are no answers.
"""

from __future__ import annotations

import os
import sys
import time
from binascii import crc32
from contextlib import contextmanager

from cxmap._version import __version__
from cxmap.project.names import CACHE_FOLDER, GITIGNORE, PASSED_OVER, YAML_SUFFIXES

TYPE_CHECKING = False  # as type checkers know it: typing is not imported
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import TextIO

# The options of `validate` with which a run does nothing but print; `--format` as long as it names no file.
PRINTING = frozenset(
    {"--select", "--ignore", "--fail-on", "--strict", "--format", "--baseline", "--statistics", "--exit-zero"}
    | {"--quiet", "-q", "--color", "--today", "--"}
)
SURROUNDINGS = ("NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS", "GITHUB_ACTIONS", "GITLAB_CI", "GITHUB_WORKSPACE")
# A file that changed so shortly before the run may have changed again without a trace: the clocks of file systems are
# coarse. Of such a file the content counts.
SETTLED = 2_000_000_000
MOST_BYTES = 64 << 20
ABSENT, FOLDER, CONTENT = "absent", "folder", "content "
MOST_ANSWERS = 32
KEY_BYTES = 32
TAG = """Signature: 8a477f597d28d172789f06886806bc55
# This folder holds what cxmap remembers of earlier runs. It can be removed at any time.
# About the signature: https://bford.info/cachedir/
"""

_watched: Run | None = None


def is_repeatable(arguments: Sequence[str]) -> bool:
    """Whether a run with these arguments depends on files and surroundings alone, and only prints."""
    options = {one for one in arguments if one.startswith("-")}
    to_file = "--format" in options and any(":" in one for one in arguments)
    return arguments[:1] == ["validate"] and options <= PRINTING and not to_file


def looked_at(root: str, files: Iterable[str], folders: Iterable[str], content: Callable[[str], bytes | None]) -> None:
    """Say what the run that is watched, if one is, depends on.

    Args:
        root: The project's root.
        files: Files that had a say, there or not.
        folders: Folders whose files had a say.
        content: What was read from a file, by its path; ``None`` where that is not known.
    """
    if _watched:
        _watched.root, _watched.states = root, list(_states(files, folders, content, _watched.started))


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
        self._name = f"{crc32(request.encode(errors='surrogateescape')):08x}"
        self._key = f"{request}\n{_surroundings()}"
        self._output: list[str] = []
        self._errors: list[str] = []

    def answer(self) -> int | None:
        """Print what the earlier run printed.

        Returns:
            Its exit status; ``None`` where nothing was printed, because there is no such run or it is out of date.
        """
        key = b""
        for folder in _upwards(os.path.abspath(self._place)):  # noqa: PTH100 - as above
            sealed = _bytes(_in(folder, CACHE_FOLDER, self._name))
            if not sealed or not (key := key or _user_key()):
                continue
            fields = _unsealed(sealed, key)
            if fields[:1] == [self._key] and _is_unchanged(fields[4:]):
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
            _write(_in(self.root, CACHE_FOLDER), self._name, "\0".join(fields).encode("utf-8", "surrogatepass"))


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
    files: Iterable[str], folders: Iterable[str], content: Callable[[str], bytes | None], started: int
) -> Iterator[tuple[str, str] | None]:
    """Each path with its state; ``None`` for one that may be another by now than it was for the run."""
    for folder in dict.fromkeys(folders):
        yield _in(folder, ""), _listing(folder)
    for path in _own_files():
        yield path, _file_state(path)[0]
    for path in dict.fromkeys(files):
        state, changed = _file_state(path)
        if changed + SETTLED < started:
            yield path, state
        else:
            read = content(path)
            yield None if read is None else (path, CONTENT + _digest(read))


def _own_files() -> Iterator[str]:
    """The code that ran, so that another version of it, or of what it reads with, gives no old answers."""
    for name, module in sys.modules.items():
        if name.partition(".")[0] == "cxmap" or name in {"yaml", "pydantic_core", "pathspec"}:
            yield module.__file__ or ""


def _is_unchanged(states: list[str]) -> bool:
    for path, state in zip(states[::2], states[1::2], strict=True):
        if path.endswith(os.sep):
            now = _listing(path)
        elif state.startswith(CONTENT):
            now = CONTENT + _digest(_bytes(path))
        else:
            now = _file_state(path)[0]
        if now != state:
            return False
    return True


def _file_state(path: str) -> tuple[str, int]:
    """What would be another if the file were another; and when it last was, in nanoseconds."""
    try:
        found = os.stat(path)  # noqa: PTH116 - as above
    except (OSError, ValueError):
        return ABSENT, 0
    if found.st_mode & 0o170000 == 0o040000:
        return FOLDER, 0
    state = f"{found.st_mode} {found.st_size} {found.st_ino} {found.st_mtime_ns} {found.st_ctime_ns}"
    return state, max(found.st_mtime_ns, found.st_ctime_ns)


def _listing(folder: str) -> str:
    """The names in a folder that could matter, a ``/`` behind each folder's."""
    try:
        with os.scandir(folder) as entries:
            names = [one.name + "/" if one.is_dir(follow_symlinks=False) else one.name for one in entries]
    except OSError:
        return ABSENT
    mattering = (".gitignore", *YAML_SUFFIXES, "/")
    return "/".join(sorted(one for one in names if one.lower().endswith(mattering) and one[:-1] not in PASSED_OVER))


def _digest(data: bytes, key: bytes = b"") -> str:
    try:
        from _blake2 import blake2b  # hashlib loads OpenSSL, which takes longer than all else here
    except ImportError:
        from hashlib import blake2b

    return blake2b(data, key=key, digest_size=16).hexdigest()


def _bytes(path: str) -> bytes:
    """What a file holds; nothing where it is no ordinary file, such as a link to a device."""
    try:
        found = os.stat(path)  # noqa: PTH116 - as above
        if found.st_mode & 0o170000 != 0o100000 or found.st_size > MOST_BYTES:
            return b""
        with open(path, "rb") as file:  # noqa: PTH123 - as above
            return file.read()
    except (OSError, ValueError):
        return b""


def _key_path() -> str:
    """Where the user's key lies; a path that nothing has where there is no place of the user's own."""
    home = os.path.expanduser("~")  # noqa: PTH111 - as above
    folder = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or _in(home, ".cache")
    # A place that counts from the current folder would be the project's.
    return _in(folder, "cxmap", "key") if os.path.isabs(folder) else ""  # noqa: PTH117 - as above


def _unsealed(sealed: bytes, key: bytes) -> list[str]:
    """The fields of what was kept; none where it is damaged or somebody else's."""
    seal, _, rest = sealed.partition(b"\0")
    if not rest or seal != _digest(rest, key).encode():
        return []
    return rest.decode("utf-8", "surrogatepass").split("\0")


def _write(folder: str, name: str, data: bytes) -> None:
    """Keep something; where that cannot be done, it is not. Nothing is written through a link."""
    from cxmap.boundary.files import WriteError, make_folder, write

    path = _in(folder, name)
    if os.path.islink(folder) or os.path.islink(path):  # noqa: PTH114 - as above
        return
    try:
        make_folder(folder)
        for known, text in ((GITIGNORE, "*\n"), ("CACHEDIR.TAG", TAG)):
            if not os.path.lexists(_in(folder, known)):
                write(_in(folder, known), text.encode(), lasting=False)
        answers = [one for one in os.listdir(folder) if one[:1] not in ".C"]  # noqa: PTH208 - as above
        if len(answers) >= MOST_ANSWERS and name not in answers:
            for one in answers:
                os.unlink(_in(folder, one))  # noqa: PTH108 - as above
        # What a power cut damages has a wrong seal; to wait for the disk takes a tenth of a run over one file.
        write(path, _digest(data, _made_key()).encode() + b"\0" + data, lasting=False)
    except (WriteError, OSError):
        return


def _user_key() -> bytes:
    """The key that seals answers; nothing where there is none."""
    key = _bytes(_key_path())
    return key if len(key) == KEY_BYTES else b""


def _made_key() -> bytes:
    """The key that seals answers, made where there is none yet.

    Raises:
        WriteError: It cannot be made.
    """
    from cxmap.boundary.files import make_folder, write

    if key := _user_key():
        return key
    key, path = os.urandom(KEY_BYTES), _key_path()
    make_folder(os.path.dirname(path))  # noqa: PTH120 - as above
    write(path, key, mode=0o600)
    return key


def _upwards(place: str) -> Iterator[str]:
    yield place
    while place != (above := os.path.dirname(place)):  # noqa: PTH120 - as above
        place = above
        yield place


def _in(*parts: str) -> str:
    return os.path.join(*parts)  # noqa: PTH118 - as above
