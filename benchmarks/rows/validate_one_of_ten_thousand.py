"""``cxmap validate`` of one file of a project of ten thousand, larger than any that we know of."""

from benchmarks.rows import validate_one_of_thousand
from benchmarks.work import Work


def work() -> Work:
    """See the module."""
    return validate_one_of_thousand.work(10_000, 3)
