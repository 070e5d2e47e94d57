"""``cxmap validate`` of one file: the pre-commit hook."""

from functools import partial

from benchmarks.places import CXMAP, PYTHON, SCHEMA, corpus, forget, python_tool
from benchmarks.timing import Command
from benchmarks.work import Against, Work


def work() -> Work:
    """See the module."""
    project = corpus(1)
    file = project / "journey.cxmap.yaml"
    check = python_tool("check-jsonschema", "check-jsonschema")
    return Work(
        "validate, 1 file",
        Command([CXMAP, "validate", file], partial(forget, project)),
        [
            Against("python -c pass", Command([PYTHON, "-c", "pass"]), 14),
            Against("check-jsonschema", Command([check, "--schemafile", SCHEMA, file]), 0.45),
        ],
        runs=25,
    )
