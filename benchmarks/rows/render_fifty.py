"""``cxmap render`` of fifty journeys: whether a batch uses all cores."""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.places import CXMAP, HERE, PYTHON, corpus
from benchmarks.timing import Command
from benchmarks.work import Against, Work

JOURNEYS = 50
FILES = JOURNEYS + 3  # three of them are libraries


def work() -> Work:
    """See the module."""
    project, folder = corpus(FILES), Path(tempfile.mkdtemp(prefix="cxmap-bench-"))
    ours = Command([CXMAP, "render", project, "--quiet", "-o", f"{folder}/"])
    warm = Command([PYTHON, HERE / "warm_chart.py", project], tells_seconds=True)
    against = [Against("one warm chart", warm, 0.6, JOURNEYS)]
    return Work(f"render, {JOURNEYS} journeys", ours, against, mebibytes=130, largest=True)
