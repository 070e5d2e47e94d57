"""Means and correlations against Python's own."""

from __future__ import annotations

import statistics

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cxmap.analysis.arithmetic import correlation, mean

MARKS = st.floats(0, 10).map(lambda mark: round(mark, 3))


@given(st.lists(MARKS, min_size=1))
def test_the_mean(marks):
    assert mean(marks) == statistics.fmean(marks)


@given(st.lists(st.tuples(MARKS, MARKS), min_size=2))
def test_the_correlation(pairs):
    xs, ys = zip(*pairs, strict=True)
    assume(len(set(xs)) > 1 and len(set(ys)) > 1)
    assert correlation(xs, ys) == pytest.approx(statistics.correlation(xs, ys), abs=1e-9)


def test_by_hand():
    assert mean([1, 2, 6]) == 3
    assert correlation([1, 2, 3], [1, 2, 6]) == pytest.approx(5 / (2 * 14) ** 0.5)
