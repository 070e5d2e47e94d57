"""CX414: an action starts before one that it depends on is due or finished."""

from __future__ import annotations

import pytest

from tests.lint.rules.roadmap.metrics import about


@pytest.mark.parametrize(
    ("first", "start", "ready"),
    [
        ("due: 2027-03-01", "2027-02-28", "2027-03-01"),
        ("due: 2027-03-01", "2027-03-01", None),
        ("due: 2027-03-01, status: done, finished: 2027-02-01", "2027-02-15", None),  # it was ready sooner
        ("due: 2027-03-01, status: done, finished: 2027-04-01", "2027-02-28", "2027-03-01"),
        ("levers: []", "2027-02-28", None),
    ],
)
def test_dates_of_dependencies(first, start, ready):
    others = f", y: {{title: Y, touchpoints: [a], {first}}}"
    message = f"starts on {start}, before action 'y', which it depends on, is ready on {ready}"
    expected = [("/actions/x/start", message)] if ready else []
    assert (
        about("CX414", action=f"start: {start}, due: 2027-12-31, depends_on: [y, x, nobody, 5]", others=others)
        == expected
    )
