"""A short form of ``python -m tools.reliability.kills``: no kill damages a file."""

from __future__ import annotations

import random

import pytest
from tools.reliability.kills import JOBS, kill

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("job", JOBS, ids=lambda job: job.name)
def test_a_kill_leaves_whole_files(job):
    tally = kill(job, 2, random.Random(1))
    assert (tally.killed, tally.damaged) == (2, 0)
