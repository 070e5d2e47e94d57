"""The bytes of a file; of a file and nothing else, and only as many as cxmap reads."""

from __future__ import annotations

import errno
import os
import re
import stat
from pathlib import Path
from typing import Final

from cxmap.yaml.reader.errors import Problem
from cxmap.yaml.reader.limits import MAX_BYTES

# Between the look and the opening a pipe may take the file's place: never wait for its other end.
_FLAGS: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_REASONS: Final = {
    errno.ENOENT: "it does not exist",
    errno.ENOTDIR: "it does not exist",
    errno.EACCES: "no permission",
    errno.EPERM: "no permission",
    errno.ELOOP: "its links lead in a circle",
    errno.ENAMETOOLONG: "its name is too long",
}

_OUR_SUFFIXES: Final = (".cxmap.yaml", ".cxmap.yml")
# At the start of a line; the first may have a byte order mark, of UTF-16 as well.
_OUR_LINE = re.compile(rb"(?:\A(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?|[\r\n])cxmap:")


def is_ours(data: bytes, filename: str) -> bool:
    """Whether a file found in a folder is meant for cxmap: by its name, or by a line that starts with ``cxmap:``.

    A file in UTF-16 is recognised too, so that it is reported instead of passed over.
    """
    if filename.lower().endswith(_OUR_SUFFIXES):
        return True
    return _OUR_LINE.search(data.replace(b"\0", b"")) is not None


def read_file(path: str | os.PathLike[str]) -> bytes | Problem:
    """Read a file.

    Only regular files are opened, so neither a pipe nor a device can make this wait.

    Returns:
        Its bytes; or why there are none: CX006 (unreadable) or CX004 (over 4 MiB), as ``read`` takes it.
    """
    try:
        if problem := _unfit(Path(path).stat()):
            return problem
        with os.fdopen(os.open(path, _FLAGS), "rb") as file:
            status = os.fstat(file.fileno())
            if problem := _unfit(status):
                return problem
            data = file.read(status.st_size + 1)  # to make room for 4 MiB takes longer than reading most files
            if len(data) > status.st_size:  # it grows, or the system does not tell sizes
                data += file.read(MAX_BYTES + 1 - len(data))
    except OSError as error:
        reason = _REASONS.get(error.errno or 0) or (error.strerror or "an unknown error").lower()
        return Problem("CX006", f"cannot be read: {reason}")
    except ValueError:  # a NUL in the name
        return Problem("CX006", "cannot be read: no file can have this name")
    return data if len(data) <= MAX_BYTES else too_large(len(data))


def too_large(size: int) -> Problem:
    """The problem with a file of so many bytes."""
    message = f"{size:,} bytes; the limit is {MAX_BYTES // 1024**2} MiB ({MAX_BYTES:,} bytes)"
    return Problem("CX004", message, help="divide it into several files")


def _unfit(status: os.stat_result) -> Problem | None:
    if stat.S_ISDIR(status.st_mode):
        return Problem("CX006", "cannot be read: it is a folder")
    if not stat.S_ISREG(status.st_mode):
        return Problem("CX006", "cannot be read: not a regular file")
    return too_large(status.st_size) if status.st_size > MAX_BYTES else None
