"""Student's t against what can be worked out by hand, a printed table, and SciPy over the whole range."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from cxmap.analysis import student
from tests.analysis.published import T_975

if TYPE_CHECKING:
    from collections.abc import Callable

DEGREES = st.floats(-1, 15).map(lambda exponent: 10**exponent)  # as many answers as a file can give


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    student.quantile.cache_clear()


def one_degree(t: float) -> float:
    """Cauchy's distribution."""
    return 1 / 2 + math.atan(t) / math.pi


def two_degrees(t: float) -> float:
    return 1 / 2 + t / (2 * math.sqrt(2 + t * t))


def four_degrees(t: float) -> float:
    s = t / math.sqrt(4 + t * t)
    return 1 / 2 + 3 * s / 4 - s**3 / 4


@pytest.mark.parametrize(("df", "formula"), [(1, one_degree), (2, two_degrees), (4, four_degrees)])
@pytest.mark.parametrize("t", [-12.5, -2, -0.3, -1e-9, 0, 1e-9, 0.5, 1, 3, 50])
def test_few_degrees_of_freedom_by_hand(df: float, formula: Callable[[float], float], t: float) -> None:
    assert student.cdf(t, df) == pytest.approx(formula(t), rel=1e-11, abs=1e-15)


@pytest.mark.parametrize(("df", "printed"), T_975.items())
def test_quantiles_of_the_printed_table(df: float, printed: float) -> None:
    assert student.quantile(df) == pytest.approx(printed, abs=5.1e-4)


@given(df=DEGREES)
def test_quantiles_agree_with_scipy(df: float) -> None:
    assert student.quantile(df) == pytest.approx(stats.t.ppf(0.975, df), rel=1e-8)


def test_with_no_end_of_degrees_it_is_the_normal_quantile() -> None:
    assert student.quantile(math.inf) == student.Z == pytest.approx(stats.norm.ppf(0.975), rel=1e-15)


@given(t=st.floats(-50, 50), df=DEGREES)
def test_probabilities_agree_with_scipy(t: float, df: float) -> None:
    assert student.cdf(t, df) == pytest.approx(stats.t.cdf(t, df), rel=1e-8, abs=1e-8)


@pytest.mark.parametrize("df", [3, 1e5, 999_999, 1e6, 1e9, 1e15, math.inf])
def test_many_degrees_of_freedom_agree_with_scipy(df: float) -> None:
    for t in (-4, -1, 0.1, 2):
        assert student.cdf(t, df) == pytest.approx(stats.t.cdf(t, df), rel=1e-8)
    assert student.quantile(df) == pytest.approx(stats.t.ppf(0.975, df), rel=1e-8)


@pytest.mark.parametrize("df", [3, 1e9])
@pytest.mark.parametrize("t", [1e160, math.inf])
def test_immense_statistics_are_certain(t: float, df: float) -> None:
    assert (student.cdf(t, df), student.cdf(-t, df)) == (1.0, 0.0)
