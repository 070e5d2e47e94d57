"""Kills ``cxmap`` at random moments while it writes, and checks that every file is whole.

    python -m tools.reliability.kills [--times 210] [--seed 8]

A file may hold what it held or what it was to become, and nothing else; nothing else may be left but a temporary file
of ours (``.cxmap-…``). Exit status 1: a file was damaged.
"""

from __future__ import annotations

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

MANY = 12
FIXABLE = "cxmap: 1\njourney:\n  id: a%d\n  titel: A\n  personas: [p]\n  stages: []\n# " + "x" * 200_000 + "\n"
LAYOUT = "cxmap:   1\njourney:\n      id:   a%d\n      title: A\n# " + "x" * 200_000 + "\n"


@dataclass(frozen=True)
class Job:
    """One command that writes, and what it starts from."""

    name: str
    arguments: tuple[str, ...]
    text: str


JOBS = (
    Job("validate --fix", ("validate", "--fix", "--no-cache"), FIXABLE),
    Job("fmt", ("fmt",), LAYOUT),
    Job("validate --update-baseline", ("validate", "--update-baseline", "--no-cache"), FIXABLE),
)


@dataclass
class Tally:
    """How often a command was killed, how often before it had written everything, and what was damaged."""

    killed: int = 0
    midway: int = 0
    damaged: int = 0


def main() -> int:
    """Kill each command in turn, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=210)
    parser.add_argument("--seed", type=int, default=8)
    options = parser.parse_args()
    moments = random.Random(options.seed)
    damaged = 0
    for job in JOBS:
        tally = kill(job, options.times // len(JOBS), moments)
        _say(f"{job.name}: killed {tally.killed} times, {tally.midway} midway, {tally.damaged} files damaged")
        damaged += tally.damaged
    return int(damaged > 0)


def kill(job: Job, times: int, moments: random.Random) -> Tally:
    """Run a command again and again, and kill it at a random moment of the 30 ms after it began to write."""
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        before = _fill(project, job.text)
        subprocess.run(_command(job), cwd=project, capture_output=True, check=False)
        after = _contents(project)
        while tally.killed < times:
            _fill(project, job.text)
            running = subprocess.Popen(_command(job), cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            _wait_for_the_first_write(project, running)
            time.sleep(moments.uniform(0, 0.03))
            running.send_signal(signal.SIGKILL)
            tally.killed += running.wait() == -signal.SIGKILL
            now = _contents(project)
            written = {name for name in now if now[name] != before.get(name)}
            tally.midway += 0 < len(written) < len({name for name in after if after[name] != before.get(name)})
            tally.damaged += sum(now[name] not in (before.get(name), after.get(name)) for name in now)
            tally.damaged += sum(name not in now for name in before)
    return tally


def _fill(project: Path, text: str) -> dict[str, bytes]:
    for old in project.iterdir():
        old.unlink()
    (project / "cxmap.toml").write_text("")
    for number in range(MANY):
        (project / f"a{number}.cxmap.yaml").write_text(text % number)
    return _contents(project)


def _wait_for_the_first_write(project: Path, running: subprocess.Popen[bytes]) -> None:
    while running.poll() is None and not any(path.name.startswith(".cxmap-") for path in project.iterdir()):
        pass


def _contents(project: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in project.iterdir() if not path.name.startswith(".cxmap")}


def _command(job: Job) -> list[str]:
    return [sys.executable, "-m", "cxmap", *job.arguments]


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
