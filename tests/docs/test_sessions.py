"""Documentation does what it says: its files are made, its commands run, and what it shows is what they print."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.command import cxmap

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(
    r"(?:\ba(?:s|ls)\s+`(?P<file>[^`]+)`[^`]*:\n\n(?P<fence>`{3,})\w*\n(?P<content>.*?)^(?P=fence)$)|(?:^```console\n(?P<session>.*?)^```$)",
    re.DOTALL | re.MULTILINE,
)
PAGES = {  # a translation with the same files and commands is run as the page that it translates
    tuple(BLOCK.findall(text)): page
    for page in reversed((ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))))
    if "```console" in (text := page.read_text(encoding="utf-8"))
}.values()
ENVIRONMENT = {
    "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    "PYTHONUNBUFFERED": "1",  # results and remarks in the order in which a terminal shows them
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    **{f"GIT_{role}_{what}": "reader@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
}


def commands(session: str) -> list[tuple[str, list[str]]]:
    """The commands of a session, each with the lines shown below it."""
    found: list[tuple[str, list[str]]] = []
    for line in session.rstrip().splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        else:
            found[-1][1].append(line.rstrip())
    return found


def printed(command: str, folder: Path) -> list[str]:
    """What a command prints. A shell runs it where it asks for one; cxmap alone runs in this process."""
    if command.startswith("cxmap ") and not re.search(r"[|&;<>$`*?~\\\[{]", command):
        out = cxmap(*shlex.split(command)[1:], cwd=folder, one_stream=True).out
    else:
        ran = subprocess.run(
            command, shell=True, cwd=folder, check=False, encoding="utf-8",
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        out = ran.stdout
    return [line.rstrip() for line in out.rstrip().splitlines()]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_page_is_true(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    folder = tmp_path
    for block in BLOCK.finditer(page.read_text(encoding="utf-8")):
        if block["file"]:
            (folder / block["file"]).write_text(block["content"], encoding="utf-8")
        for command, shown in commands(block["session"] or ""):
            if command.startswith("cd "):
                folder /= command[3:]
                continue
            lines = printed(command, folder)
            until = shown.index("...") if "..." in shown else None
            assert lines[:until] == shown[:until], command
