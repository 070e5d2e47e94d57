"""``cxmap gaps`` of a project of twenty files."""

from functools import partial

from benchmarks.places import CXMAP, corpus, forget
from benchmarks.timing import Command
from benchmarks.work import Against, Work


def work() -> Work:
    """See the module."""
    project = corpus(20)
    validate = Command([CXMAP, "validate", project], partial(forget, project))
    return Work("gaps, 20 files", Command([CXMAP, "gaps", project]), [Against("validate", validate, 1.2)], runs=15)
