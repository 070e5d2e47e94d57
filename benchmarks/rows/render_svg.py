"""``cxmap render`` of one emotional journey, cold, as SVG."""

from benchmarks.rows import render_one
from benchmarks.work import Work


def work() -> Work:
    """See the module."""
    return render_one.work("svg", 0.3)
