"""``cxmap --version``: what starting at all costs."""

from benchmarks.places import CXMAP, PYTHON
from benchmarks.timing import Command
from benchmarks.work import Against, Work


def work() -> Work:
    """See the module."""
    python = Command([PYTHON, "-c", "pass"])
    return Work("--version", Command([CXMAP, "--version"]), [Against("python -c pass", python, 1.5)], runs=25)
