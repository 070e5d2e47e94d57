"""An edit in the studio of the example project: from what was asked to what is answered, written and judged."""

from benchmarks.places import PYTHON, ROOT
from benchmarks.timing import Command
from benchmarks.work import Work


def work() -> Work:
    """See the module."""
    ours = [PYTHON, "-m", "benchmarks.scorer", str(ROOT / "examples" / "running-shoes"), "20"]
    command = Command(ours, cwd=ROOT, tells_seconds=True)
    return Work("studio, an edit of the example", command, milliseconds=50, runs=5)
