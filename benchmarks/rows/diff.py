"""``cxmap diff`` of two revisions of twenty files, every score of which changed, against checking both."""

from functools import partial

from benchmarks.history import repository
from benchmarks.places import CXMAP, corpus, forget
from benchmarks.timing import Command
from benchmarks.work import Against, Work


def work() -> Work:
    """See the module."""
    project = corpus(20)
    validate = Command([CXMAP, "validate", project], partial(forget, project))
    ours = Command([CXMAP, "diff", "HEAD~1..HEAD"], cwd=repository(20, 2, 19))
    return Work("diff, 2 revisions of 20 files", ours, [Against("validate", validate, 1.3, 2)])
