"""Runs the real command, as a person would: a process of its own, its output and its exit status."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended."""

    status: int
    out: str
    err: str


# What would make the command believe that it runs somewhere else than in a plain pipe.
FOREIGN = ("NO_COLOR", "FORCE_COLOR", "GITHUB_ACTIONS", "GITLAB_CI", "CXMAP_DEBUG", "COLUMNS")


def cxmap(*arguments: str, cwd: Path, stdin: bytes = b"", environment: Mapping[str, str] | None = None) -> Ran:
    """Run ``cxmap`` in a folder."""
    variables = {name: value for name, value in os.environ.items() if name not in FOREIGN} | dict(environment or {})
    done = subprocess.run(
        [sys.executable, "-m", "cxmap", *arguments],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        env=variables,
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())
