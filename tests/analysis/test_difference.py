"""Differences between two waves against scipy, published figures, and simulations in which nothing changed."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from cxmap.analysis.difference import (
    LEVEL,
    Comparison,
    judged,
    newcombe,
    nps,
    nps_interval,
    of_means,
    of_nps,
    of_shares,
    untested,
)

SIZES = st.integers(5, 3000)
SPREADS = st.floats(0.01, 5)
MEANS = st.floats(0, 10)
GROUPS = st.tuples(st.integers(0, 300), st.integers(0, 300), st.integers(0, 300)).filter(lambda each: sum(each) >= 5)


def error(sd: float, n: int) -> tuple[float, float]:
    return sd / math.sqrt(n), n - 1


@given(a=MEANS, b=MEANS, sd_a=SPREADS, sd_b=SPREADS, n_a=SIZES, n_b=SIZES)
def test_means_as_scipy_tests_them(a, b, sd_a, sd_b, n_a, n_b):
    found = of_means(b - a, error(sd_a, n_a), error(sd_b, n_b))
    expected = stats.ttest_ind_from_stats(b, sd_b, n_b, a, sd_a, n_a, equal_var=False)
    assert found.p == pytest.approx(expected.pvalue, abs=1e-9)
    se = math.hypot(sd_a / math.sqrt(n_a), sd_b / math.sqrt(n_b))
    df = se**4 / (sd_a**4 / n_a**2 / (n_a - 1) + sd_b**4 / n_b**2 / (n_b - 1))
    half = stats.t.ppf(0.975, df) * se
    assert found.interval == pytest.approx((b - a - half, b - a + half), abs=1e-9 * max(1, half))


@given(st.data(), SIZES, SIZES)
def test_shares_as_scipy_has_them(data, n1, n2):
    x1, x2 = data.draw(st.integers(0, n1)), data.draw(st.integers(0, n2))
    p1, p2 = x1 / n1, x2 / n2
    (l1, u1), (l2, u2) = (stats.binomtest(x, n).proportion_ci(method="wilson") for x, n in ((x1, n1), (x2, n2)))
    found = of_shares(p2, n2, p1, n1)
    d = p1 - p2
    assert found.interval == pytest.approx((d - math.hypot(p1 - l1, u2 - p2), d + math.hypot(u1 - p1, p2 - l2)))
    if 0 < x1 + x2 < n1 + n2:  # z² with the pooled share is the chi-square of the table, without a correction
        table = [[x1, n1 - x1], [x2, n2 - x2]]
        assert found.p == pytest.approx(stats.chi2_contingency(table, correction=False).pvalue, abs=1e-9)
    else:
        assert found.p == 1


def test_shares_as_newcombe_published_them():
    """56 of 70 against 48 of 80: Newcombe 1998, table II, method 10."""
    assert newcombe(56 / 70, 70, 48 / 80, 80) == pytest.approx((0.0524, 0.3339), abs=5e-5)


def test_a_net_promoter_score_as_published():
    """60 promoters, 25 passives and 15 detractors: NPS 45, 29.3 to 58.0."""
    assert nps((60, 25, 15)) == 45
    assert nps_interval((60, 25, 15)) == pytest.approx((29.3, 58.0), abs=0.06)


@given(GROUPS, GROUPS)
def test_net_promoter_scores_as_sums_of_marks(before, after):
    """The variance written out another way: of marks 1, 0 and -1 with weights, half of three answers added to each."""
    parts = []
    for groups in (before, after):
        weights = np.array(groups) + np.array([3, 6, 3]) / 8
        marks = np.array([1, 0, -1])
        centre = np.average(marks, weights=weights)
        parts.append((centre, np.average((marks - centre) ** 2, weights=weights) / weights.sum()))
    (old, old_var), (new, new_var) = parts
    half = stats.norm.ppf(0.975) * math.sqrt(old_var + new_var)
    found = of_nps(before, after)
    assert found.interval == pytest.approx((100 * (new - old - half), 100 * (new - old + half)), abs=1e-9)
    assert found.p == pytest.approx(2 * stats.norm.sf(abs(new - old) / math.sqrt(old_var + new_var)), abs=1e-9)
    assert found.difference == pytest.approx(nps(after) - nps(before), abs=1e-9)


@given(st.lists(st.floats(0.001, 0.2), min_size=1, max_size=20))
def test_verdicts_follow_holm(ps):
    """An independent wording of Holm's procedure: step down until the first that is not below 5 % / what is left."""
    given_ = [Comparison(place, untested(1, "no-spread")._replace(reason=None, p=p)) for place, p in enumerate(ps)]
    clear = set()
    for step, place in enumerate(sorted(range(len(ps)), key=ps.__getitem__)):
        if (len(ps) - step) * ps[place] >= LEVEL:
            break
        clear.add(place)
    found = judged(given_)
    assert {place for place, change in enumerate(found) if change.clear} == clear
    assert {change.family for change in found} == {len(ps)}


def test_directions():
    def verdict(difference: float, better):
        (found,) = judged([Comparison("x", of_means(difference, (0.1, 99), (0.1, 99)), better)])
        return found.verdict

    assert [verdict(1, "higher"), verdict(-1, "higher")] == ["better", "worse"]
    assert [verdict(1, "lower"), verdict(-1, "lower")] == ["worse", "better"]
    assert [verdict(1, None), verdict(-1, None)] == ["higher", "lower"]


def test_equal_comparisons_count_once():
    change = of_means(0.5, (0.17, 99), (0.17, 99))
    found = judged([Comparison("shared", change), Comparison("shared", change), Comparison("other", change)])
    assert {each.family for each in found} == {2}
    assert found[0].p_holm == pytest.approx(2 * (change.p or 0))


def test_clear_alone_but_not_among_many():
    change = of_means(0.5, (0.17, 99), (0.17, 99))
    found = judged([Comparison(place, change) for place in range(14)])[0]
    assert found.verdict == "no-clear-change"
    assert found.clear_alone


def test_where_nothing_changed_few_are_called_a_change():
    """2,000 A/A surveys of five touchpoints, marks of 1 to 10, 20 to 400 answers: a ▲ or ▼ in at most 5 % of them."""
    rng = np.random.default_rng(20150)
    marks, runs, places = np.arange(1, 11), 2000, 5
    n = rng.integers(20, 400, size=(runs, 2, places))
    counts = rng.multinomial(n, rng.dirichlet(np.ones(10), size=places))
    means = counts @ marks / n
    spreads = np.sqrt((counts * (marks - means[..., None]) ** 2).sum(axis=-1) / (n - 1))
    errors = spreads / np.sqrt(n)
    false = 0
    for mean, se, size in zip(means.tolist(), errors.tolist(), n.tolist(), strict=True):
        waves = zip(*(zip(*wave, strict=True) for wave in zip(mean, se, size, strict=True)), strict=True)
        compared = [
            Comparison(place, of_means(b - a, (se_a, n_a - 1), (se_b, n_b - 1)))
            for place, ((a, se_a, n_a), (b, se_b, n_b)) in enumerate(waves)
        ]
        false += any(change.clear for change in judged(compared))
    assert 0.02 <= false / runs <= 0.05


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_where_no_share_changed_few_are_called_a_change(share):
    rng = np.random.default_rng(7)
    n, runs = 300, 2000
    found = [
        judged([Comparison(0, of_shares(a / n, n, b / n, n))])[0].clear for a, b in rng.binomial(n, share, (runs, 2))
    ]
    assert np.mean(found) <= 0.05 + 3 * math.sqrt(0.05 * 0.95 / runs)
