"""The tutorial does what it says: its commands are run, and what it shows is what they print."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def session(page: str) -> list[tuple[str, list[str]]]:
    """The commands of a page's console blocks, each with the lines shown below it."""
    commands: list[tuple[str, list[str]]] = []
    for block in re.findall(r"```console\n(.*?)```", (DOCS / page).read_text(encoding="utf-8"), re.DOTALL):
        for line in block.rstrip().splitlines():
            if line.startswith("$ "):
                commands.append((line[2:], []))
            else:
                commands[-1][1].append(line.rstrip())
    return commands


def test_the_tutorial_is_true(tmp_path: Path) -> None:
    environment = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    folder = tmp_path
    for command, shown in session("tutorial.md"):
        if command.startswith("cd "):
            folder /= command[3:]
            continue
        done = subprocess.run(
            command, shell=True, cwd=folder, env=environment, check=False, capture_output=True, text=True
        )
        printed = [line.rstrip() for line in (done.stderr + done.stdout).rstrip().splitlines()]
        until = shown.index("...") if "..." in shown else None
        assert printed[:until] == shown[:until], command
