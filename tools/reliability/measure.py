"""Time, memory, exit status and output of ``cxmap validate`` for every odd file, each in a process of its own.

    python -m tools.reliability.measure [--processes 2]

Each file lies in a folder with a sound one that has one finding, which must be reported all the same. Prints what broke
a promise, then the figures of ``docs/reliability.md``. Exit status 1: a promise was broken.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tests.reliability.generated import CONTENTS, NAMES, THINGS
from tests.reliability.promises import ACTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CORPUS = Path(__file__).resolve().parents[2] / "tests/corpus"
SECONDS, MEBIBYTES = 2.0, 300
NEIGHBOUR = "cxmap: 1\nneighbour: x\n"


@dataclass(frozen=True)
class Run:
    """What one run came to: processor seconds, peak memory in MiB, bytes printed, and what was wrong with it."""

    name: str
    seconds: float
    memory: float
    printed: int
    wrong: tuple[str, ...]


def main() -> int:
    """Measure every file, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--processes", type=int, default=2)
    with ThreadPoolExecutor(parser.parse_args().processes) as pool:
        runs = list(pool.map(lambda case: measure(*case), cases()))
    for run in runs:
        for wrong in run.wrong:
            _say(f"{run.name}: {wrong}")
    for what, key in (("slowest", "seconds"), ("largest", "memory"), ("most printed", "printed")):
        most = sorted(runs, key=lambda run: -getattr(run, key))[:3]
        _say(f"{what}: " + ", ".join(f"{one.name} {getattr(one, key):.2f}" for one in most))
    broken = sum(bool(run.wrong) for run in runs)
    _say(f"{len(runs)} files, {broken} broke a promise")
    return int(broken > 0)


def cases() -> Iterator[tuple[str, Callable[[Path], object]]]:
    """Every odd file by name, and how it is made at a path that ends with ``odd.cxmap.yaml``."""
    for path in sorted(CORPUS.glob("*.cxmap.yaml")):
        yield path.name.removesuffix(".cxmap.yaml"), partial(shutil.copyfile, path)
    for line in (CORPUS / "yaml-test-suite/inputs.jsonl").read_text().splitlines():
        case = json.loads(line)
        yield f"suite {case['id']}", partial(_write, case["yaml"].encode)
    for name, content in CONTENTS.items():
        yield name, partial(_write, content)
    for name, (make, _) in THINGS.items():
        yield name, make
    for name in NAMES:
        yield ascii(name), partial(_write_beside, name)


def _write(content: Callable[[], bytes], target: Path) -> None:
    target.write_bytes(content())


def _write_beside(name: str, target: Path) -> None:
    target.with_name(name).write_text("cxmap: 1\nodd: x\n")


def measure(name: str, make: Callable[[Path], object]) -> Run:
    """One run over a folder with the odd file and its neighbour."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        make(project / "odd.cxmap.yaml")
        (project / "zz.cxmap.yaml").write_text(NEIGHBOUR)
        printed = project / "printed"
        with printed.open("wb") as file:
            arguments = [sys.executable, "-m", "cxmap", "validate", "--no-cache"]
            process = subprocess.Popen(arguments, cwd=project, stdin=subprocess.DEVNULL, stdout=file, stderr=file)
            start = time.monotonic()
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        text = printed.read_bytes().decode()
        seconds, memory = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
        slow = f"{seconds:.2f} s of the processor, {time.monotonic() - start:.2f} s in all"
        wrong = [
            what
            for what, is_wrong in (
                ("a traceback", "Traceback" in text or "internal error" in text),
                (f"exit status {process.returncode}", process.returncode != 1),
                ("the next file was not checked", "zz.cxmap.yaml:2:1: CX101" not in text),
                ("output that acts", bool(ACTS.search(text)) or text.lstrip().startswith("::")),
                (slow, seconds > SECONDS),
                (f"{memory:.0f} MiB", memory > MEBIBYTES),
            )
            if is_wrong
        ]
        return Run(name, seconds, memory, len(text.encode()), tuple(wrong))


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
