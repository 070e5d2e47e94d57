"""Runs the command at a terminal, with a person who answers."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# The command, with standard input as the terminal that Ctrl-C comes from; a job in the background would ignore that.
CXMAP = """
import fcntl, signal, termios, cxmap.__main__ as it
signal.signal(signal.SIGINT, signal.default_int_handler)
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
it.main()
"""
READING = 0.2  # seconds that a person takes before answering
PATIENCE = 20  # seconds for one answer of the command, on a busy machine


def talk(*arguments: str, answers: dict[str, str], cwd: Path, term: str = "dumb") -> tuple[int, str]:
    """Run ``cxmap`` at a terminal and answer its questions.

    Args:
        arguments: What is typed behind ``cxmap``.
        answers: What to type when the end of a question has been shown, in this order.
        cwd: Where.
        term: What kind of terminal it is.

    Returns:
        The exit status, and all that the terminal showed.
    """
    ours, theirs = pty.openpty()
    environment = os.environ | {"TERM": term, "COLUMNS": "200"}
    run = subprocess.Popen(
        [sys.executable, "-c", CXMAP, *arguments],
        cwd=cwd,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment,
        start_new_session=True,
    )
    os.close(theirs)
    shown = b""
    waiting = list(answers.items())
    try:
        while select.select([ours], [], [], PATIENCE)[0]:
            shown += os.read(ours, 4096)
            if waiting and shown.endswith(f"{waiting[0][0]} ".encode()):
                time.sleep(READING)  # Ctrl-C between the question and the wait for its answer would be answered later
                os.write(ours, waiting.pop(0)[1].encode())
        run.kill()
    except OSError:  # the command has ended, and its side is closed
        pass
    finally:
        os.close(ours)
    return run.wait(PATIENCE), shown.decode()
