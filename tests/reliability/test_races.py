"""A short form of ``python -m tools.reliability.races``: no line is lost that somebody adds while a command writes."""

from __future__ import annotations

import random

import pytest
from tools.reliability.races import JOBS, race


@pytest.mark.parametrize("name", ["validate --fix", "export csv", "import mermaid"])
def test_no_line_is_lost(name):
    tally = race(JOBS[name], 3, random.Random(2))
    assert tally.files == 3
    assert (tally.lost, tally.tracebacks) == (0, 0)
