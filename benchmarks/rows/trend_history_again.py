"""``cxmap trend --history`` of two hundred commits that an earlier run has read."""

from benchmarks.rows import trend_history
from benchmarks.work import Work


def work() -> Work:
    """See the module."""
    return trend_history.work(again=True, target=0.1)
