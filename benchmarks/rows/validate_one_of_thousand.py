"""``cxmap validate`` of one file of a project of a thousand: what a hook and an editor wait for, in a large one."""

from functools import partial

from benchmarks.places import CXMAP, corpus, edit, forget
from benchmarks.timing import Command
from benchmarks.work import Against, Work

FILE = "team-0004/journey-00089.cxmap.yaml"


def work(files: int = 1000, target: float = 1.4) -> Work:
    """See the module."""
    large, small = corpus(files), corpus(1)
    return Work(
        f"validate, 1 file of {files:,}",
        Command([CXMAP, "validate", large / FILE], partial(edit, large / FILE), statuses=(0, 1)),
        [Against("1 file alone", Command([CXMAP, "validate", small], partial(forget, small)), target)],
        runs=25,
    )
