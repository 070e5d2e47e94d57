"""``cxmap trend --history`` of two hundred commits of twenty files, the first time, against checking all of them."""

from functools import partial

from benchmarks.history import repository
from benchmarks.places import CXMAP, corpus, forget, forget_history
from benchmarks.timing import Command, nothing
from benchmarks.work import Against, Work

COMMITS = 200


def work(*, again: bool = False, target: float = 1.0) -> Work:
    """See the module; ``again``: with what an earlier run has kept."""
    project, history = corpus(20), repository(20, COMMITS, 3)
    validate = Command([CXMAP, "validate", project], partial(forget, project))
    prepare = nothing if again else partial(forget_history, history)
    ours = Command([CXMAP, "trend", "--history", "--every", "commit", "--format", "json"], prepare, cwd=history)
    name = f"trend --history, {COMMITS} commits of 20 files{', again' if again else ''}"
    return Work(name, ours, [Against("validate of 20 files", validate, target, COMMITS)], runs=5)
