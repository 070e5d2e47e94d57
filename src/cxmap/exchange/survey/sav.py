"""A data file of SPSS as CSV, and what it says of its columns, read where it can do no harm.

What reads it is native code, so it gets a process of its own (``sav_child``), with a limit.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from typing import IO, TYPE_CHECKING, Final

from cxmap.exchange.errors import ForeignError, MissingExtraError
from cxmap.exchange.survey import sav_child
from cxmap.exchange.survey.counting import Meanings

if TYPE_CHECKING:
    from pathlib import Path

SUFFIXES: Final = {".sav", ".zsav"}


def write_answers(path: Path, to: IO[bytes], *, coded: bool) -> None:
    """Write the answers of a data file to another, as CSV: UTF-8, commas, dates as ``2026-03-31``.

    Args:
        path: The data file.
        to: The file; a real one, with a number.
        coded: Whether answers that the file declares to be missing stay as the codes they are; else they are empty.

    Raises:
        ForeignError: It is damaged, or too large.
        MissingExtraError: What reads one is not installed.
    """
    _run(path, "coded" if coded else "answers", to)


def meanings(path: Path) -> Meanings:
    """What a data file says of its columns; raises as ``write_answers`` does."""
    with tempfile.TemporaryFile() as file:
        _run(path, "meanings", file)
        file.seek(0)
        return Meanings(**json.load(file))


def _run(path: Path, wanted: str, to: IO[bytes]) -> None:
    import importlib.util
    import subprocess

    if importlib.util.find_spec("pyreadstat") is None:
        raise MissingExtraError("reading SPSS", "spss")
    # -P: what lies in the current folder is no module. Threads of numpy would only take memory.
    argv = [sys.executable, "-P", sav_child.__file__, str(path), wanted]
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    done = subprocess.run(
        argv, stdout=to, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, env=environment, check=False
    )
    if done.returncode == sav_child.DAMAGED:
        said = done.stderr.decode(errors="replace").strip().partition("\n")[0]
        raise ForeignError(f"not a data file of SPSS, or a damaged one: {said}")
    if done.returncode == sav_child.TOO_LARGE or b"MemoryError" in done.stderr:
        raise ForeignError(
            f"a data file that takes more than {sav_child.MEMORY >> 20} MiB of memory, or unpacks to more than "
            f"{sav_child.MOST_WRITTEN >> 30} GiB, is not opened; save it as CSV"
        )
    if done.returncode:
        raise ForeignError("not a data file of SPSS, or a damaged one; save it again as .sav")
