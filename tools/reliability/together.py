"""The studio and an editor write one file for a while, each at its own random moments; counts what is lost.

    python -m tools.reliability.together [--seconds 60] [--seed 8]

A studio that runs as users run it gets an edit every 50 to 150 ms, each a new line of the file. Beside it an editor
saves a line of its own every 100 to 400 ms as editors do: it reads, writes beside the file, and puts that in its place
unless the file has changed since it was read; then it reads again. Exit status 1: a line is lost of which the studio or
the editor was told that it was saved.
"""

from __future__ import annotations

import argparse
import http.client
import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

FILE = "run.cxmap.yaml"
TEXT = """\
cxmap: 1
personas: {ann: {name: Ann}}
journey:
  id: run
  title: Runs
  personas: [ann]
  stages:
    - id: use
      title: Use
      touchpoints:
        - id: run
          title: Runs
          thinking:
            - Here I go
"""
THINKING = ["journey", "stages", "#use", "touchpoints", "#run", "thinking"]


def main() -> int:
    """Let both write, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=8)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / FILE
        path.write_text(TEXT)
        (Path(folder) / "cxmap.toml").touch()
        command = [sys.executable, "-m", "cxmap", "studio", folder, "--no-browser"]
        server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        try:
            address, key = (server.stdout.readline().strip() if server.stdout else "").split("/#k=")
            studio = _Writer(lambda number: _edit(address, key, number), random.Random(chance.random()), (0.05, 0.15))
            editor = _Writer(lambda number: _save(path, number), random.Random(chance.random()), (0.1, 0.4))
            end = time.monotonic() + options.seconds
            threads = [threading.Thread(target=each.run, args=(end,)) for each in (studio, editor)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        finally:
            server.terminate()
            server.communicate()
        lines = [line.strip() for line in path.read_text().splitlines()]
    lost = [f"studio {number}" for number in studio.saved if lines.count(f"- studio {number}") != 1]
    lost += [f"editor {number}" for number in editor.saved if lines.count(f"# editor {number}") != 1]
    sys.stdout.write(
        f"{options.seconds:g} s: studio {len(studio.saved)} saved, {studio.again} refused; "
        f"editor {len(editor.saved)} saved, {editor.again} read again; {len(lost)} lost {' '.join(lost)}\n"
    )
    return int(bool(lost) or not studio.saved or not editor.saved)


class _Writer:
    """Who writes again and again.

    Attributes:
        saved: The numbers of what was saved.
        again: How often it was not, as the other one had written meanwhile.
    """

    def __init__(self, write: Callable[[int], bool], chance: random.Random, pause: tuple[float, float]) -> None:
        self.saved: list[int] = []
        self.again = 0
        self._write = write
        self._chance = chance
        self._pause = pause

    def run(self, end: float) -> None:
        """Write until a moment of the monotonic clock."""
        number = 0
        while time.monotonic() < end:
            number += 1
            if self._write(number):
                self.saved.append(number)
            else:
                self.again += 1
            time.sleep(self._chance.uniform(*self._pause))


def _edit(address: str, key: str, number: int) -> bool:
    """Have the studio add a line."""
    op: dict[str, Any] = {"op": "add", "at": THINKING, "value": f"studio {number}"}
    body = json.dumps({"file": FILE, "base": None, "label": "Think", "ops": [op]}).encode()
    headers = {"X-Cxmap-Token": key, "Content-Type": "application/json"}
    there = http.client.HTTPConnection(address.removeprefix("http://"), timeout=30)
    there.request("POST", "/api/edit", body, headers)
    status = there.getresponse().status
    there.close()
    assert status in {200, 409}  # noqa: S101 - anything else is no race
    return status == 200


def _save(path: Path, number: int) -> bool:
    """Add a line as an editor does."""
    before = path.read_bytes()
    beside = path.with_suffix(".new")
    beside.write_bytes(before + f"# editor {number}\n".encode())
    if path.read_bytes() != before:
        return False
    beside.replace(path)
    return True


if __name__ == "__main__":
    sys.exit(main())
