"""How a run ends, whatever happens: an exit status, and one line on standard error where something went wrong.

Exit status everywhere: 0 done, nothing wrong; 1 the files or figures are not good enough; 2 could not run.
"""

from __future__ import annotations

import contextlib
import os
import sys

TYPE_CHECKING = False  # as type checkers know it: typing is not imported for --version
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

STATUS_REFUSED = 1
STATUS_USAGE = 2
STATUS_INTERRUPTED = 130
ISSUES = "please report it with the command that you typed"


class Refused(Exception):
    """Ends a run with exit status 1: the files are not good enough, and why has been said."""


def carry_out(work: Callable[[], int]) -> int:
    """Do the work of a command.

    Args:
        work: Gives the exit status.

    Returns:
        That status; if the work fails, the one that goes with the line on standard error that says why.
    """
    sys.stdout, sys.stderr = _open(sys.stdout), _open(sys.stderr)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        status = work()
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        _close_quietly()
        return 0
    except KeyboardInterrupt:
        return STATUS_INTERRUPTED
    except Refused:
        return STATUS_REFUSED
    except OSError as error:
        return stop(_refused(error))
    except Exception as error:  # noqa: BLE001 - the last resort: one line instead of a traceback
        return _failed(error)
    return status


def _open(stream: TextIO | None) -> TextIO:
    """A stream; one to the null device where the caller has closed it, as a scheduler may."""
    return stream if stream is not None else open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 - as sys.stdout is


def stop(message: str) -> int:
    """Say why a command cannot be carried out; the exit status for that."""
    from cxmap.text.escape import terminal_line

    with contextlib.suppress(OSError):
        sys.stderr.write(f"cxmap: {terminal_line(message)}\n")
    return STATUS_USAGE


def _failed(error: Exception) -> int:
    """Say what went wrong: a usage error, or an internal one, of which CXMAP_DEBUG shows the traceback."""
    from cxmap.errors import UsageError
    from cxmap.io.files import WriteError

    if isinstance(error, (UsageError, WriteError)):
        return stop(str(error))
    if os.environ.get("CXMAP_DEBUG"):
        raise error
    return stop(f"internal error, {ISSUES}: {type(error).__name__}: {error} (CXMAP_DEBUG=1 shows where)")


def _refused(error: OSError) -> str:
    """What the system refused: to write what is printed, or to look at a place that was named."""
    if not isinstance(error.filename, str):
        return f"cannot write: {error.strerror or error}"
    from pathlib import Path

    from cxmap.io.files import reason
    from cxmap.text.escape import path_name

    return f"cannot use {path_name(error.filename)}: {reason(error, Path(error.filename))}"


def _close_quietly() -> None:
    """Point standard output to nowhere, so that the interpreter's last flush finds no closed pipe."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
