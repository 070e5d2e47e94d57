from __future__ import annotations

import math
import statistics
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from cxmap.analysis.intervals import (
    Interval,
    Paired,
    added,
    around,
    gap_interval,
    holm,
    may_be,
    mean_interval,
    p_above_zero,
    sample,
    score_interval,
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


def welch(difference: float, sd_a: float, n_a: int, sd_b: float, n_b: int) -> Interval:
    """Welch's interval around a difference of two means of separate samples."""
    return around(difference, *added((sd_a / math.sqrt(n_a), n_a - 1), (sd_b / math.sqrt(n_b), n_b - 1)))


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


def paired_samples(random: np.random.RandomState, n_i: int, n_e: int, rho: float, times: int) -> Any:
    """Answers of n_i people on importance, of whom the first n_e passed and gave an experience: both of sd 2."""
    i = random.standard_normal((times, n_i))
    e = rho * i[:, :n_e] + math.sqrt(1 - rho * rho) * random.standard_normal((times, n_e))
    return 7 + 2 * i, 6 + 2 * e


def gap_of(i: Any, e: Any) -> Interval:
    """The interval of a gap from answers of which the first to both are the same people's."""
    both = min(len(i), len(e))
    spread = Paired(float(np.std(i[:both] - e[:both], ddof=1)))
    scores = [score(float(x.mean()), sd10=float(x.std(ddof=1)), n=len(x)) for x in (i, e)]
    found = gap_interval(scores[0], scores[1], spread)
    assert found is not None
    return found


class TestGap:
    def test_of_the_same_people_is_the_paired_interval(self):
        """scipy's, from the answers themselves."""
        (i,), (e,) = paired_samples(np.random.RandomState(3), 40, 40, 0.6, 1)
        known = stats.ttest_rel(i, e)
        found = gap_of(i, e)
        assert (found.low, found.high) == pytest.approx(tuple(known.confidence_interval()), rel=1e-9)
        assert p_above_zero(found) == pytest.approx(stats.ttest_rel(i, e, alternative="greater").pvalue, rel=1e-7)
        assert found.df == known.df
        assert not found.conservative

    def test_importance_of_many_and_experience_of_the_few_who_passed(self):
        """√(4/2000 + 4/200 - 6.4/2000): the mean of 2,000 less that of 200 is no mean of 200 differences."""
        found = gap_interval(score(7, sd10=2, n=2000), score(6, sd10=2, n=200), Paired(1.2649110640673518))
        assert found is not None
        assert found.se == pytest.approx(0.1371, abs=5e-5)
        assert found.df == 199

    @given(a=SPREADS, b=SPREADS, r=st.floats(-1, 1), n=SIZES, m=SIZES, part=st.floats(0, 1))
    def test_agrees_with_the_covariance_matrix_of_the_means(self, a, b, r, n, m, part):
        both = max(1, round(part * min(n, m)))
        gap_sd = math.sqrt(max(0.0, a * a + b * b - 2 * r * a * b))
        found = gap_interval(score(8, sd10=a, n=n), score(5, sd10=b, n=m), Paired(gap_sd, both))
        shared = r * a * b * both / (n * m)
        variance = np.array([1, -1]) @ np.array([[a * a / n, shared], [shared, b * b / m]]) @ np.array([1, -1])
        if found is not None:
            assert found.se**2 == pytest.approx(variance, rel=1e-6, abs=1e-9)

    def test_answers_of_one_person_are_never_more_alike_than_equal(self):
        """A gap_sd that cannot be is held to what can: here that of wholly opposite answers."""
        found = gap_interval(score(8, sd10=1, n=50), score(5, sd10=2, n=50), Paired(9))
        assert found is not None
        assert found.se == pytest.approx(3 / math.sqrt(50))

    @pytest.mark.parametrize(("n_i", "n_e"), [(2000, 200), (200, 40), (20, 20), (50, 8), (5, 5)])
    def test_it_covers_what_it_says(self, n_i, n_e):
        """Of 2,000 samples 95 % hold the true gap of 1, give or take 1.5; gap_sd/√n held it in 80 % of the first."""
        samples = paired_samples(np.random.RandomState(n_i), n_i, n_e, 0.8, 2000)
        found = [gap_of(i, e) for i, e in zip(*samples, strict=True)]
        assert np.mean([one.low <= 1 <= one.high for one in found]) == pytest.approx(0.95, abs=0.015)

    def test_differences_that_are_all_alike_have_no_interval(self):
        assert gap_interval(score(8, sd10=1), score(5, sd10=1), Paired(0)) is None

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

    @pytest.mark.parametrize("sd", [1e-9, 0.4, 2.0])
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

    def test_answers_that_are_all_alike_give_none(self):
        """Five who agree say as little of a sixth as four who do not."""
        for scores in ((score(8, sd10=0.0), score(5)), (score(8), score(5, sd10=0.0)), (score(sd10=0.0),) * 2):
            assert gap_interval(scores[0], scores[1], None) is None
        assert score_interval(score(sd10=0.0)) is None


class TestPopulation:
    """Of N people n were drawn without putting back: √(1 - n/N)."""

    def test_a_part_of_all_there_are(self):
        found = score_interval(score(6, sd10=2, n=40, unseen=1 - 40 / 50))
        assert found is not None
        assert found.se == pytest.approx(2 / math.sqrt(40) * math.sqrt(0.2))

    def test_all_there_are(self):
        assert score_interval(score(6, n=40, unseen=0.0)) is None
        assert gap_interval(score(8, unseen=0.0), score(5, unseen=0.0), Paired(1)) is None
        assert not may_be(score(6, unseen=0.0), 6)

    @pytest.mark.parametrize(("n_i", "n_e"), [(40, 40), (60, 20)])
    def test_it_covers_what_it_says(self, n_i, n_e):
        """People drawn from 80, of whom all answers are known: without the factor 99 to 100 % would be held."""
        random = np.random.RandomState(5)
        (everyone_i,), (everyone_e,) = paired_samples(random, 80, 80, 0.6, 1)
        truth, held = everyone_i.mean() - everyone_e.mean(), 0
        for _ in range(1500):
            drawn = random.permutation(80)[: max(n_i, n_e)]
            i, e = everyone_i[drawn[:n_i]], everyone_e[drawn[:n_e]]
            both = min(n_i, n_e)
            scores = [score(x.mean(), sd10=x.std(ddof=1), n=len(x), unseen=1 - len(x) / 80) for x in (i, e)]
            found = gap_interval(scores[0], scores[1], Paired(np.std(i[:both] - e[:both], ddof=1)))
            assert found is not None
            held += found.low <= truth <= found.high
        assert held / 1500 == pytest.approx(0.95, abs=0.02)


@pytest.mark.parametrize(
    ("n", "word"), [(None, "none"), (1, "too-few"), (4, "too-few"), (5, "small"), (29, "small"), (30, "ok")]
)
def test_what_a_sample_is_good_for(n, word):
    assert sample([score(n=n), score(n=None)]) == word


def test_the_smaller_of_two_samples_decides():
    assert sample([score(n=400), score(n=12)]) == "small"


def test_people_count_and_not_the_weight_of_their_answers():
    """Forty people whose answers weigh as twelve are no small sample; their n of 12 makes the interval wide enough."""
    assert sample([score(n=12, answers=40)]) == "ok"
    assert sample([score(n=5, answers=4)]) == "too-few"
    found = score_interval(score(n=12, answers=40))
    assert found is not None
    assert found.se == pytest.approx(1.5 / math.sqrt(12))
    assert found.df == 11


def test_answers_that_are_all_alike_count_like_too_few():
    assert sample([score(n=400), score(n=200, sd10=0.0)]) == "too-few"


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
