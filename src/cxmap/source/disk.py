"""Read a file's bytes, and nothing but a file's."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from cxmap.source.limits import MAX_BYTES
from cxmap.source.problem import Problem


def read_file(path: str | os.PathLike[str]) -> bytes | Problem:
    try:
        info = os.stat(path)
        if not stat.S_ISREG(info.st_mode):
            return Problem("CX006", "not a regular file")
        if info.st_size > MAX_BYTES:
            return Problem("CX004", "the file is larger than 4 MiB")
        return Path(path).read_bytes()
    except OSError as error:
        return Problem("CX006", str(error.strerror))
    except ValueError as error:
        return Problem("CX006", str(error))
