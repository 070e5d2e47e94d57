"""An edit in the studio: from what was asked to what is answered, written and judged, in a large file."""

from benchmarks.places import PYTHON, ROOT, corpus
from benchmarks.timing import Command
from benchmarks.work import Work

TOUCHPOINTS = 200


def work() -> Work:
    """See the module."""
    ours = [PYTHON, "-m", "benchmarks.scorer", corpus(1, TOUCHPOINTS), "20"]
    command = Command(ours, cwd=ROOT, tells_seconds=True)
    return Work(f"studio, an edit among {TOUCHPOINTS} touchpoints", command, milliseconds=60, runs=5)
