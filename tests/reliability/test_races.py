"""A short form of ``tools.reliability.races`` and ``collide``: nothing is lost that another program saves meanwhile."""

from __future__ import annotations

import random

import pytest
from tools.reliability.collide import add, collide
from tools.reliability.races import JOBS, race


@pytest.mark.parametrize("name", ["validate --fix", "export csv", "import mermaid"])
def test_no_line_is_lost(name):
    tally = race(JOBS[name], 3, random.Random(2))
    assert tally.files == 3
    assert (tally.lost, tally.tracebacks) == (0, 0)


def test_no_line_is_lost_that_is_added_while_a_file_is_replaced_all_the_time():
    tally = collide(add, 200, random.Random(2))
    assert tally.replaced > 0
    assert tally.lost == 0
