"""Projects in repositories of their own, with some history: scores that change commit by commit, a day apart."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

from benchmarks.corpus import SEED
from benchmarks.places import HERE, corpus

FIRST_DAY = 1_735_732_800  # 1 January 2025, noon in UTC
DAY = 24 * 3600


@cache
def repository(files: int, commits: int, changes: int) -> Path:
    """A repository whose working tree is a project of so many files.

    Args:
        files: How many files.
        commits: How many commits.
        changes: In how many of the journeys each commit changes what they score.
    """
    folder = HERE / ".corpus" / f"history-{files}-{commits}-{changes}"
    if not (folder / ".git" / "complete").exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        _git(folder, "init", "--quiet", "--initial-branch", "main")
        _git(folder, "fast-import", "--quiet", given=_stream(corpus(files), commits, changes))
        _git(folder, "checkout", "--quiet", "main")
        (folder / ".git" / "complete").touch()
    return folder


def _stream(project: Path, commits: int, changes: int) -> bytes:
    """All commits, as ``git fast-import`` takes them."""
    chance = random.Random(SEED)
    paths = [path for path in sorted(project.rglob("*")) if path.name == "cxmap.toml" or path.suffix == ".yaml"]
    texts = {path.relative_to(project).as_posix(): path.read_text(encoding="utf-8") for path in paths}
    journeys = [name for name, text in texts.items() if "experience:" in text]
    parts = []
    for number in range(commits):
        changed = (
            list(texts) if number == 0 else [journeys[(number * changes + i) % len(journeys)] for i in range(changes)]
        )
        parts.append(
            f"commit refs/heads/main\ncommitter A <a@example.org> {FIRST_DAY + number * DAY} +0000\ndata 1\nc\n"
        )
        for name in changed:
            if number:
                texts[name] = re.sub(r"mean: [\d.]+", lambda _: f"mean: {chance.randint(20, 95) / 10}", texts[name])
            parts.append(f"M 100644 inline {name}\ndata {len(texts[name].encode())}\n{texts[name]}\n")
    return "".join(parts).encode()


def _git(folder: Path, *words: str, given: bytes | None = None) -> None:
    subprocess.run(["git", *words], cwd=folder, input=given, check=True, capture_output=True)
