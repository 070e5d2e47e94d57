"""The cache folder of the user: what a run keeps for later runs.

All of it can be removed at any time. What cannot be read, is damaged or cannot be written is passed over in silence.
Nothing in a project leads there, so nothing that a project brings along is taken for what an earlier run has kept.
"""

from __future__ import annotations

import os
import time
from binascii import crc32
from contextlib import suppress
from stat import S_ISREG

VARIABLE = "CXMAP_CACHE_DIR"
MOST_BYTES = 256 << 20
"""Of an entry; more is neither read nor kept."""
UNUSED = 30 * 24 * 3600
"""After so many seconds without use an entry is removed."""
_DAY = 24 * 3600
_SUFFIX = ".cache"


def folder() -> str | None:
    """The cache folder, there or not; ``None`` where it would count from the current folder, which is the project's."""
    given = os.environ.get(VARIABLE)
    if not given:
        from platformdirs import user_cache_dir

        given = user_cache_dir("cxmap", appauthor=False)
    return given if os.path.isabs(given) else None  # noqa: PTH117 - pathlib takes longer than what is done here


def read(key: str) -> bytes:
    """What is kept under a key; nothing where there is nothing, or it is damaged."""
    path = _path(key)
    try:
        if path is None or not S_ISREG((found := os.stat(path)).st_mode) or found.st_size > MOST_BYTES:  # noqa: PTH116 - text is faster here
            return b""
        with open(path, "rb") as file:  # noqa: PTH123 - text is faster here
            sum_, _, data = file.read().partition(b"\n")
        if time.time() - found.st_mtime > _DAY:
            os.utime(path)  # it is in use
    except (OSError, ValueError):
        return b""
    return data if sum_ == _sum(data) else b""


def write(key: str, data: bytes) -> None:
    """Keep something under a key, instead of what was there; of two runs at once the last one wins, whole."""
    path = _path(key)
    if path is None or len(data) > MOST_BYTES:
        return
    temporary = f"{path}.{os.urandom(8).hex()}"
    with suppress(OSError, ValueError):
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)  # noqa: PTH103, PTH120 - text is faster here
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        try:
            with open(os.open(temporary, flags, 0o600), "wb") as file:  # noqa: PTH123 - text is faster here
                file.write(_sum(data) + b"\n" + data)  # it need not outlive a power cut: then the sum is wrong
            os.replace(temporary, path)  # noqa: PTH105 - text is faster here
        finally:
            with suppress(FileNotFoundError):
                os.unlink(temporary)  # noqa: PTH108 - text is faster here
        _remove_unused(os.path.dirname(path))  # noqa: PTH120 - text is faster here


def digest(data: bytes) -> str:
    """What nobody can find other data for."""
    try:
        from _blake2 import blake2b  # hashlib loads OpenSSL, which takes longer than all else here
    except ImportError:
        from hashlib import blake2b

    return blake2b(data, digest_size=16).hexdigest()


def _path(key: str) -> str | None:
    place = folder()
    return place and os.path.join(place, digest(key.encode(errors="surrogateescape")) + _SUFFIX)  # noqa: PTH118 - text is faster here


def _sum(data: bytes) -> bytes:
    return b"%08x" % crc32(data)


def _remove_unused(place: str) -> None:
    """Remove entries that were not used for long, and what a run that was ended has left."""
    now = time.time()
    with os.scandir(place) as entries:
        for entry in entries:
            if _SUFFIX in entry.name and now - entry.stat(follow_symlinks=False).st_mtime > UNUSED:
                with suppress(OSError):  # another run does the same
                    os.unlink(entry.path)  # noqa: PTH108 - text is faster here
