"""``cxmap validate`` of one file of a project of ten thousand: what a hook and an editor wait for, in a large one."""

from functools import partial

from benchmarks.places import CXMAP, corpus, forget, forget_answers
from benchmarks.timing import Command
from benchmarks.work import Against, Work

FILE = "team-0004/journey-00089.cxmap.yaml"


def work() -> Work:
    """See the module."""
    large, small = corpus(10_000), corpus(1)
    return Work(
        "validate, 1 file of 10,000",
        Command([CXMAP, "validate", large / FILE], partial(forget_answers, large), statuses=(0, 1)),
        [Against("1 file alone", Command([CXMAP, "validate", small], partial(forget, small)), 2.5)],
        runs=25,
    )
