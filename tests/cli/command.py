"""Runs the command as a person would: what it is given, what it prints, and its exit status."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from cxmap.__main__ import _run
from cxmap.cli.exit import carry_out

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended."""

    status: int
    out: str
    err: str


# What would make the command believe that it runs somewhere else than in a plain pipe.
FOREIGN = ("NO_COLOR", "FORCE_COLOR", "GITHUB_ACTIONS", "GITLAB_CI", "CXMAP_DEBUG", "COLUMNS")


def cxmap(
    *arguments: str,
    cwd: Path,
    stdin: bytes = b"",
    environment: Mapping[str, str] | None = None,
    one_stream: bool = False,
) -> Ran:
    """Run ``cxmap`` in a folder.

    It runs in this process, as starting one takes ten times as long as most of what is asked; in one of its own where
    an environment is given, if an empty one: where the start, the environment or the end is what is looked at.
    With ``one_stream`` errors are between the results, as at a terminal.
    """
    if environment is not None:
        return _process(arguments, cwd, stdin, environment)
    streams = {
        name: io.TextIOWrapper(io.BytesIO(content), encoding="utf-8", write_through=True)
        for name, content in (("stdin", stdin), ("stdout", b""), ("stderr", b""))
    }
    if one_stream:
        streams["stderr"] = streams["stdout"]
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(cwd)
        for name in FOREIGN:
            patch.delenv(name, raising=False)
        for name, stream in streams.items():
            patch.setattr(sys, name, stream)
        status = carry_out(lambda: _run([*arguments]))
    out, err = (streams[name].buffer.getvalue().decode() for name in ("stdout", "stderr"))
    return Ran(status, out, err)


def _process(arguments: Sequence[str], cwd: Path, stdin: bytes, environment: Mapping[str, str]) -> Ran:
    done = subprocess.run(
        [sys.executable, "-m", "cxmap", *arguments],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        env={name: value for name, value in os.environ.items() if name not in FOREIGN} | dict(environment),
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())
