"""A keystroke in an editor: from the change to what is found, in a large file of a large project."""

from benchmarks.places import PYTHON, ROOT, corpus
from benchmarks.timing import Command
from benchmarks.work import Work

TOUCHPOINTS = 200


def work() -> Work:
    """See the module."""
    ours = Command([PYTHON, "-m", "benchmarks.typist", corpus(1000), str(TOUCHPOINTS)], cwd=ROOT, tells_seconds=True)
    name = f"lsp, a keystroke: {TOUCHPOINTS} touchpoints among 1,000 files"
    return Work(name, ours, milliseconds=40, mebibytes=90, runs=5)
