"""``cxmap validate`` of a thousand files after one of them was edited, as a hook runs it."""

from functools import partial

from benchmarks.places import CXMAP, corpus, edit, forget
from benchmarks.rows.validate_one_of_thousand import FILE
from benchmarks.timing import Command
from benchmarks.work import Against, Work


def work() -> Work:
    """See the module."""
    large, small = corpus(1000), corpus(1)
    return Work(
        "validate, 1,000 files, 1 changed",
        Command([CXMAP, "validate", large], partial(edit, large / FILE), statuses=(0, 1)),
        [Against("1 file alone", Command([CXMAP, "validate", small], partial(forget, small)), 1.6)],
        runs=25,
    )
