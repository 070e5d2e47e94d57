"""``cxmap validate`` of a thousand files of 11 kB, each with 27 findings."""

from functools import partial

from benchmarks.places import CXMAP, faulty, forget, python_tool
from benchmarks.timing import Command
from benchmarks.work import Against, Work


def work() -> Work:
    """See the module."""
    project = faulty(1000)
    files = sorted(project.rglob("*.yaml"))
    yamllint = Command([python_tool("yamllint", "yamllint"), *files], statuses=(0, 1))
    ours = Command([CXMAP, "validate", project], partial(forget, project), statuses=(1,))
    return Work("validate, 1,000 files with 27 findings each", ours, [Against("yamllint", yamllint, 0.045)], runs=3)
