from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from cxmap.analysis import student
from tests.analysis.published import T_975

DEGREES = st.floats(0.5, 1e6)


@pytest.mark.parametrize(("df", "printed"), T_975.items())
def test_quantiles_of_the_printed_table(df, printed):
    assert student.quantile(0.975, df) == pytest.approx(printed, abs=5.1e-4)


@given(df=DEGREES, p=st.floats(0.5, 0.9999))
def test_quantiles_agree_with_scipy(df, p):
    assert student.quantile(p, df) == pytest.approx(stats.t.ppf(p, df), rel=1e-6, abs=1e-6)


@given(t=st.floats(-50, 50), df=DEGREES)
def test_probabilities_agree_with_scipy(t, df):
    assert student.cdf(t, df) == pytest.approx(stats.t.cdf(t, df), rel=1e-6, abs=1e-6)


def test_infinite_statistics_are_certain():
    assert (student.cdf(math.inf, 3), student.cdf(-math.inf, 3)) == (1.0, 0.0)
