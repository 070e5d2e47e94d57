"""Saves a file again and again in one process while another replaces it, and counts the saves that are lost.

    python -m tools.reliability.collide [--saves 5000] [--seed 8]

``races`` meets the moment in which a file is replaced about once in a thousand runs; here nearly every save does. The
one that replaces does what every command does, by ``cxmap.io.files``, but does not wait for the disk. The other saves
as editors do: it adds to the file where it lies, or renames a new one over it. Exit status 1: a save was lost.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cxmap.io import files

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
BEGINS, ENDS = b"# begins\n", "ends"
LARGEST = 20_000  # bytes; then the lines written here are dropped, and the saved ones kept
SHORTEST, LONGEST = 0.001, 0.004  # seconds between two saves


@dataclass
class Tally:
    """How often the file was replaced, how often not as it had changed, and how many saves of the other were lost."""

    replaced: int
    refused: int
    lost: int


def main() -> int:
    """Let each kind of saving meet the writer, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--saves", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=8)
    options = parser.parse_args()
    pauses, lost = random.Random(options.seed), 0
    for name, save in WAYS.items():
        tally = collide(save, options.saves, pauses)
        sys.stdout.write(f"{name}: {tally.lost} of {options.saves} saves lost; ")
        sys.stdout.write(
            f"the file was replaced {tally.replaced} times, and {tally.refused} times not, as it had changed\n"
        )
        lost += tally.lost
    return int(lost > 0)


def collide(save: Callable[[Path, bytes], None], saves: int, pauses: random.Random) -> Tally:
    """Save a file so many times, each after a pause of its own, while another process replaces it all the time."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.yaml"
        path.write_bytes(BEGINS)
        command = [sys.executable, "-c", "from tools.reliability.collide import replace; replace()", str(path)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as other:
            while path.read_bytes() == BEGINS and other.poll() is None:
                time.sleep(LONGEST)
            for number in range(saves):
                save(path, _line(number))
                time.sleep(pauses.uniform(SHORTEST, LONGEST))
            path.with_name(ENDS).touch()
            replaced, refused = map(int, other.communicate()[0].split())
        there = set(path.read_bytes().splitlines(keepends=True))
        return Tally(replaced, refused, sum(_line(number) not in there for number in range(saves)))


def add(path: Path, line: bytes) -> None:
    """Save as a program does that adds to a file."""
    with path.open("ab") as file:
        file.write(line)


def rename(path: Path, line: bytes) -> None:
    """Save as an editor does that makes a new file and gives it the name of the old one."""
    new = path.with_name("new")
    new.write_bytes(path.read_bytes() + line)
    new.replace(path)


WAYS = {"adding": add, "renaming": rename}


def _line(number: int) -> bytes:
    return b"# saved %d\n" % number


def replace() -> None:
    """Replace the file that the command line names until there is one beside it that says to end."""
    path = Path(sys.argv[1])
    os.fsync = lambda fd: None  # noqa: ARG005 - in this process alone; named as it was
    replaced = refused = 0
    while not path.with_name(ENDS).exists():
        was = path.read_bytes()
        now = was + b"written %d\n" % replaced
        if len(now) > LARGEST:
            now = b"".join(line for line in now.splitlines(keepends=True) if line.startswith(b"#"))
        try:
            replaced += files.write(path, now, expected=was)
        except files.WriteError:  # it has changed, or is being written for long on a busy machine
            refused += 1
    sys.stdout.write(f"{replaced} {refused}")


if __name__ == "__main__":
    sys.exit(main())
