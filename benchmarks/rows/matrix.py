"""``cxmap render --chart matrix`` of the largest journey, against a fourth of it: whether time grows in step."""

import tempfile
from pathlib import Path

from benchmarks import large
from benchmarks.places import CXMAP
from benchmarks.timing import Command
from benchmarks.work import Against, Work


def work() -> Work:
    """See the module."""
    ours, small = (_render(large.journey(count, 4)) for count in (250, 60))
    against = [Against("the same of 60", small, 6)]
    return Work("matrix, 250 touchpoints × 4 personas", ours, against, mebibytes=400, largest=True, runs=5)


def _render(file: Path) -> Command:
    return Command(
        [CXMAP, "render", file, "--chart", "matrix", "-o", Path(tempfile.mkdtemp(prefix="cxmap-bench-"), "m.png")]
    )
