from __future__ import annotations

import math
import statistics
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from cxmap.analysis.intervals import (
    Interval,
    gap_interval,
    holm,
    may_be,
    mean_interval,
    p_above_zero,
    sample,
    score_interval,
    welch,
    wilson,
)
from cxmap.analysis.scores import Score
from tests.analysis.published import (
    HOLM_ADJUSTED,
    HOLM_P,
    IJIC,
    IJIC_N,
    SERVQUAL,
    SERVQUAL_N,
    WELCH_DF,
    WELCH_INTERVAL,
    WELCH_P,
    WELCH_T,
    WELCH_X,
    WELCH_Y,
    WILSON,
)

SIZES = st.integers(5, 3000)
SPREADS = st.floats(0.01, 5)


def score(value: float = 6.0, **more: Any) -> Score:
    given: dict[str, Any] = {
        "value": value,
        "value10": value,
        "sd10": 1.5,
        "n": 40,
        "source": "survey",
        "guess": False,
    }
    return Score(**given | more)


class TestMean:
    @given(mean=st.floats(0, 10), sd=SPREADS, n=SIZES)
    def test_agrees_with_scipy(self, mean, sd, n):
        found = mean_interval(mean, sd, n)
        low, high = stats.t.interval(0.95, n - 1, loc=mean, scale=sd / math.sqrt(n))
        assert (found.low, found.high) == pytest.approx((low, high), rel=1e-7)

    @pytest.mark.parametrize(
        ("n", "half"), [(3, 6.21), (5, 3.10), (10, 1.79), (20, 1.17), (30, 0.93), (50, 0.71), (100, 0.50), (400, 0.25)]
    )
    def test_half_width_of_an_sd_of_2_5(self, n, half):
        found = mean_interval(5, 2.5, n)
        assert (found.high - found.low) / 2 == pytest.approx(half, abs=0.005)

    @given(sd=SPREADS, n=SIZES, more=st.integers(0, 500))
    def test_more_respondents_never_widen_it(self, sd, n, more):
        few, many = mean_interval(5, sd, n), mean_interval(5, sd, n + more)
        assert many.high - many.low <= few.high - few.low + 1e-12

    def test_no_spread_has_no_width(self):
        found = mean_interval(5, 0, 20)
        assert (found.low, found.high, found.se) == (5, 5, 0)

    @pytest.mark.parametrize(
        ("value", "inside"),
        [(3.999, False), (4, True), (4 - 1e-12, True), (5, True), (6 + 1e-12, True), (6.001, False)],
    )
    def test_its_ends_lie_inside(self, value, inside):
        assert Interval(5, 4, 6, 0.5, 30).contains(value) == inside

    def test_its_ends_are_compared_to_nine_decimals(self):
        assert Interval(5, 4.4, 5.6, 0.3, 30).contains(4.4)
        assert not Interval(5, 4.4, 5.6, 0.3, 30).contains(4.1)
        assert not Interval(5, 4.4, 5.6, 0.3, 30).contains(5.9)


class TestShare:
    @pytest.mark.parametrize(("successes", "n", "low", "high"), WILSON)
    def test_published(self, successes, n, low, high):
        assert wilson(successes / n, n) == pytest.approx((low, high), abs=5.1e-5)

    @given(n=st.integers(1, 2000), share=st.floats(0, 1))
    def test_agrees_with_scipy_and_stays_a_share(self, n, share):
        successes = round(share * n)
        low, high = wilson(successes / n, n)
        known = stats.binomtest(successes, n).proportion_ci(method="wilson")
        assert (low, high) == pytest.approx((known.low, known.high), abs=1e-9)
        assert 0 <= low <= successes / n + 1e-12
        assert successes / n - 1e-12 <= high <= 1


class TestDifference:
    def test_published_example(self):
        found = welch(
            statistics.fmean(WELCH_X) - statistics.fmean(WELCH_Y),
            statistics.stdev(WELCH_X),
            len(WELCH_X),
            statistics.stdev(WELCH_Y),
            len(WELCH_Y),
        )
        assert found.estimate / found.se == pytest.approx(WELCH_T, abs=5e-6)
        assert found.df == pytest.approx(WELCH_DF, abs=5e-3)
        assert (found.low, found.high) == pytest.approx(WELCH_INTERVAL, abs=5e-7)
        assert 2 * p_above_zero(found) == pytest.approx(WELCH_P, abs=5e-4)

    @given(a=SPREADS, b=SPREADS, n=SIZES, m=SIZES)
    def test_agrees_with_scipy(self, a, b, n, m):
        known = stats.ttest_ind_from_stats(6, a, n, 5.5, b, m, equal_var=False)
        found = welch(0.5, a, n, b, m)
        assert p_above_zero(found) == pytest.approx(known.pvalue / 2, rel=1e-6, abs=1e-14)

    @given(a=SPREADS, b=SPREADS, n=SIZES, more=st.integers(0, 500))
    def test_more_who_answer_both_never_widen_it(self, a, b, n, more):
        few, many = welch(1, a, n, b, n), welch(1, a, n + more, b, n + more)
        assert many.high - many.low <= few.high - few.low + 1e-12

    @given(a=SPREADS, b=SPREADS, n=SIZES, m=SIZES, more=st.integers(0, 5000))
    def test_more_who_answer_one_widen_it_by_no_more_than_its_degrees_of_freedom_cost(self, a, b, n, m, more):
        """Welch's degrees of freedom fall as one sample's part vanishes; from n = 5 on that is worth under 3 %."""
        few, many = welch(1, a, n, b, m), welch(1, a, n + more, b, m)
        assert many.high - many.low <= 1.03 * (few.high - few.low) + 1e-12

    @pytest.mark.parametrize("need", IJIC, ids=lambda need: f"item {need.item}")
    def test_published_paired_t_values(self, need):
        """Means and sds are printed with two decimals, so a t of 9 can be off by 0.2."""
        found = mean_interval(need.difference, need.difference_sd, IJIC_N)
        assert found.estimate / found.se == pytest.approx(need.t, abs=0.2)

    @pytest.mark.parametrize("name", [name for name in SERVQUAL if name != "assurance"])
    def test_ignoring_that_the_same_people_answered_is_conservative(self, name):
        row = SERVQUAL[name]
        separate = welch(
            row.expectation - row.perception, row.expectation_sd, SERVQUAL_N, row.perception_sd, SERVQUAL_N
        )
        paired_se = row.gap / row.t
        assert 1.2 < separate.se / paired_se < 1.35


class TestGap:
    def test_the_same_people(self):
        found = gap_interval(score(8), score(5, n=50), gap_sd10=2.0)
        assert found is not None
        assert (found.estimate, found.se, found.df) == pytest.approx((3, 2 / math.sqrt(40), 39))
        assert not found.conservative

    def test_perhaps_the_same_people(self):
        found = gap_interval(score(8), score(5), None)
        assert found is not None
        assert found.conservative

    @pytest.mark.parametrize("sd", [1e-200, 1e-100, 1, 1e100])
    def test_however_small_or_large_the_spread(self, sd):
        found = gap_interval(score(8, sd10=sd, n=20), score(5, sd10=sd), None)
        assert found is not None
        assert found.se / sd == pytest.approx(math.sqrt(1 / 20 + 1 / 40))
        assert found.df == pytest.approx((1 / 20 + 1 / 40) ** 2 / (1 / 20**2 / 19 + 1 / 40**2 / 39))

    def test_five_answers_are_enough(self):
        found = gap_interval(score(8, n=5), score(5), None)
        assert found is not None
        assert score_interval(score(8, n=5)) is not None

    def test_other_people(self):
        found = gap_interval(score(8), score(5, source="other"), None)
        assert found is not None
        assert not found.conservative

    @pytest.mark.parametrize(
        ("importance", "experience", "why"),
        [
            (score(n=None), score(), "nobody knows how many answered"),
            (score(sd10=None), score(), "no sd"),
            (score(n=4), score(), "fewer than five"),
            (score(), score(n=1, sd10=None), "one answer"),
            (score(guess=True), score(), "our own guess"),
            (score(), score(guess=True), "our own guess"),
            (score(derived=True), score(), "a weight, not a mark"),
            (Score(8, 8), score(), "a mark that nobody measured"),
        ],
    )
    def test_no_interval(self, importance, experience, why):
        assert gap_interval(importance, experience, None) is None, why

    @pytest.mark.parametrize(
        "without", [{"n": None}, {"sd10": None}, {"n": 4}, {"guess": True}, {"n": None, "sd10": None}]
    )
    def test_no_interval_of_a_score(self, without):
        assert score_interval(score(**without)) is None

    @pytest.mark.parametrize("sd", [0.0, 1e-9, 0.4, 2.0])
    @pytest.mark.parametrize("n", [5, 6, 57, 1999])
    @pytest.mark.parametrize("end", [1, -1])
    @pytest.mark.parametrize("beyond", [-1, -3e-9, -1e-10, 0, 1e-10, 3e-9, 1e-3, 1])
    def test_what_a_score_may_be_lies_in_its_interval(self, sd, n, end, beyond):
        one = score(5.5, sd10=sd, n=n)
        found = score_interval(one)
        assert found is not None
        value = 5.5 + end * ((found.high - 5.5) + beyond)
        assert may_be(one, value) == found.contains(value)

    def test_without_an_interval_nobody_knows_what_it_may_be(self):
        assert not may_be(score(5.5, n=4), 5.5)

    def test_a_derived_importance_has_an_interval_of_its_own(self):
        assert score_interval(score(derived=True)) is not None

    def test_no_spread(self):
        found = gap_interval(score(8, sd10=0.0), score(5, sd10=0.0), None)
        assert found is not None
        assert (found.low, found.high, p_above_zero(found)) == (3, 3, 0.0)
        none = gap_interval(score(5, sd10=0.0), score(5, sd10=0.0), None)
        assert none is not None
        assert p_above_zero(none) == 1.0


@pytest.mark.parametrize(
    ("n", "word"), [(None, "none"), (1, "too-few"), (4, "too-few"), (5, "small"), (29, "small"), (30, "ok")]
)
def test_what_a_sample_is_good_for(n, word):
    assert sample(n) == word


class TestHolm:
    def test_published_example(self):
        assert holm(HOLM_P) == pytest.approx(HOLM_ADJUSTED)

    @given(st.lists(st.floats(0, 1), max_size=12))
    def test_between_the_p_value_and_bonferroni_and_in_the_same_order(self, p_values):
        adjusted = holm(p_values)
        for p, a in zip(p_values, adjusted, strict=True):
            assert p <= a <= min(1, len(p_values) * p) + 1e-15
        by_p = [a for _, a in sorted(zip(p_values, adjusted, strict=True))]
        assert by_p == sorted(by_p)
