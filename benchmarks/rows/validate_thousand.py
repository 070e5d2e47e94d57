"""``cxmap validate`` of a thousand files that refer to one another."""

from functools import partial

from benchmarks.places import CXMAP, SCHEMA, corpus, forget, python_tool, sourcemeta
from benchmarks.timing import Command
from benchmarks.work import Against, Work


def work() -> Work:
    """See the module."""
    project = corpus(1000)
    files = sorted(project.rglob("*.yaml"))
    check = python_tool("check-jsonschema", "check-jsonschema")
    return Work(
        "validate, 1,000 files",
        Command([CXMAP, "validate", project], partial(forget, project), statuses=(0, 1)),
        [
            Against("yamllint", Command([python_tool("yamllint", "yamllint"), *files], statuses=(0, 1)), 0.04),
            Against("check-jsonschema", Command([check, "--schemafile", SCHEMA, *files]), 0.06),
            Against("sourcemeta jsonschema", Command([sourcemeta(), "validate", SCHEMA, *files]), 1.6),
        ],
        mebibytes=60,
    )
