"""``cxmap render --chart stakeholders`` of 25 parties all tied to each other, against 12."""

import tempfile
from pathlib import Path

from benchmarks import large
from benchmarks.places import CXMAP
from benchmarks.timing import Command
from benchmarks.work import Against, Work


def work() -> Work:
    """See the module."""
    ours, small = (_render(large.tied(count)) for count in (25, 12))
    against = [Against("the same of 12", small, 6)]
    return Work("stakeholders, 25 parties all tied", ours, against, mebibytes=400, largest=True, runs=5)


def _render(file: Path) -> Command:
    made = Path(tempfile.mkdtemp(prefix="cxmap-bench-"), "stakeholders.png")
    return Command([CXMAP, "render", file, "--chart", "stakeholders", "-o", made])
