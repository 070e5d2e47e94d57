"""``cxmap render --chart map`` of 120 touchpoints: a picture of forty million pixels."""

import tempfile
from pathlib import Path

from benchmarks.places import CXMAP, corpus
from benchmarks.timing import Command
from benchmarks.work import Work


def work() -> Work:
    """See the module."""
    file = corpus(1, 120) / "journey.cxmap.yaml"
    made = Path(tempfile.mkdtemp(prefix="cxmap-bench-"), "map.png")
    ours = Command([CXMAP, "render", file, "--chart", "map", "-o", made])
    return Work("map, 120 touchpoints", ours, mebibytes=160, largest=True, runs=3)
