"""Figures against numpy and the statistics module, which know nothing of counts by mark."""

from __future__ import annotations

import itertools
import math
import statistics

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxmap.analysis.intervals import Paired, gap_interval
from cxmap.analysis.scores import Score
from cxmap.exchange.survey import figures
from cxmap.exchange.survey.marks import Given

MARKS = st.integers(1, 5)
WEIGHTS = st.integers(1, 400).map(lambda number: number / 100)


def told(rows, weights=None):
    """Answers of respondents, counted by mark as they come from the database."""
    found: dict[tuple[int, ...], list[float]] = {}
    for marks, weight in zip(rows, itertools.repeat(1.0) if weights is None else weights, strict=False):
        found.setdefault(tuple(marks), []).append(weight)
    return [Given(marks, len(ws), math.fsum(ws), math.fsum(w * w for w in ws)) for marks, ws in found.items()]


@given(st.lists(MARKS, min_size=2, max_size=40))
def test_mean_and_sd(marks):
    found = figures.figure(told([[mark] for mark in marks]))
    assert found
    assert (found.n, found.answered) == (len(marks), len(marks))
    assert found.mean == pytest.approx(statistics.fmean(marks))
    assert found.sd == pytest.approx(statistics.stdev(marks), abs=1e-9)


@given(st.lists(st.tuples(MARKS, WEIGHTS), min_size=2, max_size=40))
def test_weighted_mean_and_sd(rows):
    """numpy's ``cov`` with ``aweights`` divides by V1 - V2/V1, which makes the variance unbiased."""
    marks, weights = map(np.array, zip(*rows, strict=True))
    found = figures.figure(told([[mark] for mark in marks], weights))
    assert found
    assert found.mean == pytest.approx(np.average(marks, weights=weights))
    effective = weights.sum() ** 2 / (weights**2).sum()
    assert found.answered == len(rows)
    if found.sd is None:
        assert effective < 2
        return
    assert found.sd == pytest.approx(math.sqrt(np.cov(marks, aweights=weights)), abs=1e-6)
    residuals = weights * (marks - found.mean) / weights.sum()
    error = math.sqrt((residuals**2).sum() * len(rows) / (len(rows) - 1))
    if error > 1e-6:
        assert found.n == max(1, min(len(rows), math.floor(found.sd**2 / error**2 + 1e-6)))
        assert found.n in {1, len(rows)} or found.sd / math.sqrt(found.n) >= error * (1 - 1e-6)


def test_the_standard_error_of_a_weighted_mean_is_that_of_resampling():
    """Those who weigh four times as much vary twice as much: Kish's n is too confident by a sixth."""
    random = np.random.RandomState(1)
    weights = np.where(np.arange(200) < 60, 4.0, 1.0)
    marks = 6 + random.standard_normal(200) * np.where(weights > 1, 2.0, 1.0)
    found = figures.figure(told([[mark] for mark in marks], weights))
    assert found
    assert found.sd
    drawn = random.randint(0, 200, (20_000, 200))
    spread = np.std((marks[drawn] * weights[drawn]).sum(axis=1) / weights[drawn].sum(axis=1))
    assert found.sd / math.sqrt(found.n) == pytest.approx(spread, rel=0.03)
    kish = found.sd / math.sqrt(weights.sum() ** 2 / (weights**2).sum())
    assert kish < 0.9 * spread


def test_the_gap_of_weighted_answers_has_its_linearised_error():
    """What the import writes of both marks and their difference gives the error that the differences have."""
    random = np.random.RandomState(4)
    weights = random.uniform(0.3, 3, 150)
    first = 7 + random.standard_normal(150) * np.sqrt(weights)
    second = 0.5 * first + random.standard_normal(150)
    pairs = told(zip(first, second, strict=True), weights)
    i, e = (figures.figure(told([[mark] for mark in marks], weights)) for marks in (first, second))
    gap = figures.gap(pairs)
    assert i
    assert e
    assert gap
    scores = [Score(one.mean, one.mean, one.sd, one.n, guess=False, answers=one.answered) for one in (i, e)]
    found = gap_interval(scores[0], scores[1], Paired(gap.sd or 0.0, gap.n))
    assert found
    assert found.se == pytest.approx((gap.sd or 0.0) / math.sqrt(gap.n), rel=0.05)


@given(st.lists(st.tuples(MARKS, MARKS), min_size=2, max_size=40))
def test_gap(rows):
    found = figures.gap(told(rows))
    assert found
    differences = [importance - experience for importance, experience in rows]
    assert found.n == len(rows)
    assert found.mean == pytest.approx(statistics.fmean(differences))
    assert found.sd == pytest.approx(statistics.stdev(differences), abs=1e-9)


@given(st.lists(st.tuples(MARKS, MARKS, WEIGHTS), min_size=3, max_size=40))
def test_correlation(rows):
    xs, ys, weights = map(np.array, zip(*rows, strict=True))
    plain = figures.correlation(told(zip(xs, ys, strict=True)))
    weighted = figures.correlation(told(zip(xs, ys, strict=True), weights))
    if min(xs.std(), ys.std()) < 1e-9:
        assert plain is None
        assert weighted is None
        return
    assert plain
    assert plain.n == len(rows)
    assert plain.r == pytest.approx(np.corrcoef(xs, ys)[0, 1], abs=1e-9)
    if weighted:
        covariance = np.cov(xs, ys, aweights=weights)
        expected = covariance[0, 1] / math.sqrt(covariance[0, 0] * covariance[1, 1])
        assert weighted.r == pytest.approx(expected, abs=1e-9)


def test_the_standard_error_of_a_correlation_is_that_of_resampling():
    draw = np.random.RandomState(1)
    xs = draw.randint(1, 6, 400)
    ys = np.clip(xs + draw.randint(-1, 3, 400), 1, 5)
    found = figures.correlation(told(zip(xs, ys, strict=True)))
    assert found
    again = [np.corrcoef(xs[chosen], ys[chosen])[0, 1] for chosen in draw.randint(0, 400, (2000, 400))]
    assert found.sd / math.sqrt(found.n) == pytest.approx(np.std(again), rel=0.08)


@pytest.mark.parametrize("rows", [[], [(1, 1)], [(1, 1), (2, 2)], [(3, 1), (3, 2), (3, 5)]])
def test_no_correlation_of_too_few_or_of_one_mark(rows):
    assert figures.correlation(told(rows)) is None


def test_one_answer_has_no_sd():
    assert figures.figure(told([[4]])) == figures.Figure(4, None, 1, 1)
    assert figures.figure([]) is None
