"""``cxmap report`` of the running-shoes project, against ``cxmap render`` of its emotional journey as an SVG."""

import tempfile
from pathlib import Path

from benchmarks.places import CXMAP, ROOT
from benchmarks.timing import Command
from benchmarks.work import Against, Work

SHOES = ROOT / "examples" / "running-shoes"


def work() -> Work:
    """See the module."""
    return against_one_chart("report, running-shoes", SHOES, SHOES / "journeys" / "first-shoes.cxmap.yaml", 2.2)


def against_one_chart(name: str, project: Path, journey: Path, target: float) -> Work:
    """A report, against the emotional journey of a file of the same project."""
    folder = Path(tempfile.mkdtemp(prefix="cxmap-bench-"))
    ours = Command([CXMAP, "report", project, "-o", folder / "report.html"])
    chart = Command([CXMAP, "render", journey, "-o", folder / "emotion.svg"])
    return Work(name, ours, [Against("render, SVG", chart, target)], mebibytes=160, largest=True, runs=5)
