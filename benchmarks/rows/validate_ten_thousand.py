"""``cxmap validate`` of ten thousand files: whether time and memory grow in step."""

from functools import partial

from benchmarks.places import CXMAP, corpus, forget
from benchmarks.timing import Command
from benchmarks.work import Against, Work


def work() -> Work:
    """See the module."""
    large, small = corpus(10_000), corpus(1000)
    return Work(
        "validate, 10,000 files",
        Command([CXMAP, "validate", large], partial(forget, large), statuses=(0, 1)),
        [Against("1,000 files", Command([CXMAP, "validate", small], partial(forget, small), statuses=(0, 1)), 1.1, 10)],
        mebibytes=120,
    )
