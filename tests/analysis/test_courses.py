"""More than two points in time against numpy and scipy, and limits worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from cxmap.analysis.courses import share_slope, slope, xmr

WAVES = st.lists(st.tuples(st.floats(0, 10), st.floats(0.01, 3)), min_size=3, max_size=12)


@given(WAVES)
def test_weighted_least_squares_as_numpy_fits_them(waves):
    times = [2020 + 0.5 * place for place in range(len(waves))]
    found = slope((time, mean, se) for time, (mean, se) in zip(times, waves, strict=True))
    weights = [1 / se for _, se in waves]
    means = [mean for mean, _ in waves]
    centred = np.array(times) - 2020
    (expected, _), covariance = np.polyfit(centred, means, 1, w=weights, cov="unscaled")
    assert found.value == pytest.approx(expected, abs=1e-7)
    se = np.sqrt(covariance[0, 0])
    assert (found.low, found.high) == pytest.approx((expected - 1.959964 * se, expected + 1.959964 * se), abs=1e-5)
    assert found.p == pytest.approx(2 * stats.norm.sf(abs(expected) / se), abs=1e-7)


@given(st.lists(st.tuples(st.integers(1, 200), st.floats(0, 1)), min_size=2, max_size=6))
def test_the_slope_of_shares_is_that_of_all_answers(groups):
    """The slope is that of a line through all answers (1 or 0); z is √N times their correlation with time."""
    counted = [(2020.0 + place, round(share * n), n) for place, (n, share) in enumerate(groups)]
    found = share_slope((time, yes / n, n) for time, yes, n in counted)
    times = np.concatenate([[time] * n for time, _, n in counted])
    assume(0 < sum(yes for _, yes, _ in counted) < sum(n for *_, n in counted))
    answers = np.concatenate([[1] * yes + [0] * (n - yes) for _, yes, n in counted])
    z = np.sqrt(len(times)) * np.corrcoef(times, answers)[0, 1]
    assert found.value == pytest.approx(np.polyfit(times - 2020, answers, 1)[0], abs=1e-7)
    assert found.p == pytest.approx(2 * stats.norm.sf(abs(z)), abs=1e-7)
    assert (found.low <= 0 <= found.high) == (abs(z) <= stats.norm.ppf(0.975))


@pytest.mark.parametrize("share", [0, 1])
def test_where_all_or_none_say_yes_there_is_no_slope(share):
    assert share_slope([(2020, share, 9), (2021, share, 4), (2022, share, 5)]) == (0, 0, 0, 1)


def test_xmr_limits():
    assert xmr([10, 12, 11, 13, 12]) == pytest.approx((11.6 - 2.66 * 1.5, 11.6 + 2.66 * 1.5))
