"""``cxmap validate`` of a hundred files: a project of some size."""

from functools import partial

from benchmarks.places import CXMAP, SCHEMA, corpus, forget, python_tool
from benchmarks.timing import Command
from benchmarks.work import Against, Work


def work() -> Work:
    """See the module."""
    project = corpus(100)
    files = sorted(project.rglob("*.yaml"))
    check = python_tool("check-jsonschema", "check-jsonschema")
    return Work(
        "validate, 100 files",
        Command([CXMAP, "validate", project], partial(forget, project)),
        [
            Against("yamllint", Command([python_tool("yamllint", "yamllint"), *files], statuses=(0, 1)), 0.12),
            Against("check-jsonschema", Command([check, "--schemafile", SCHEMA, *files]), 0.15),
        ],
    )
