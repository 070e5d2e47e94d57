"""``cxmap validate`` of a thousand files that it knows."""

from benchmarks.places import CXMAP, PYTHON, corpus
from benchmarks.timing import Command
from benchmarks.work import Against, Work


def work() -> Work:
    """See the module."""
    return Work(
        "validate, 1,000 unchanged files",
        Command([CXMAP, "validate", corpus(1000)]),
        [Against("python -c pass", Command([PYTHON, "-c", "pass"]), 8)],
        runs=25,
    )
