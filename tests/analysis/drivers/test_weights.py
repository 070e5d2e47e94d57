"""Relative weights and Shapley values against published figures, and by their definitions."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxmap.analysis.drivers.weights import MOST_FOR_LMG, lmg, relative_weights, root_influences
from tests.analysis.drivers.published import MTCARS, MTCARS_WEIGHTS, SWISS, SWISS_LMG, SWISS_R2
from tests.profiles import examples


def correlated(table):
    """The correlations of a table's columns but the first, and of each with the first."""
    r = np.corrcoef(table.T)
    return r[1:, 1:], r[1:, 0]


def answers(seed, questions, n=60):
    """Answers that go together somewhat, the overall mark first."""
    random = np.random.RandomState(seed)
    marks = random.standard_normal((n, questions)) + random.standard_normal((n, 1))
    return np.column_stack([marks @ random.uniform(0, 1, questions) + random.standard_normal(n), marks])


def explained(table):
    """R² by least squares."""
    columns = np.column_stack([np.ones(len(table)), table[:, 1:]])
    residual = table[:, 0] - columns @ np.linalg.lstsq(columns, table[:, 0], rcond=None)[0]
    return 1 - residual.var() / table[:, 0].var()


def test_the_published_relative_weights_of_cars():
    assert relative_weights(*correlated(MTCARS)) == pytest.approx(MTCARS_WEIGHTS, abs=5e-8)


def test_the_published_shapley_values_of_provinces():
    found = lmg(*correlated(SWISS))
    assert found is not None
    assert found == pytest.approx(SWISS_LMG, abs=5e-7)
    assert found.sum() == pytest.approx(SWISS_R2, abs=5e-7)


@examples(20)
@given(st.integers(0, 10_000), st.integers(1, 6))
def test_both_divide_what_is_explained(seed, questions):
    table = answers(seed, questions)
    for decompose in (relative_weights, lmg):
        found = decompose(*correlated(table))
        assert found is not None
        assert found.sum() == pytest.approx(explained(table))
        assert (found > -1e-12).all()


@examples(5)
@given(st.integers(0, 10_000), st.integers(2, 4))
def test_a_shapley_value_is_the_mean_over_all_orders(seed, questions):
    table = answers(seed, questions)
    gained = np.zeros(questions)
    for order in itertools.permutations(range(1, questions + 1)):
        for place, question in enumerate(order):
            before, after = (explained(table[:, [0, *order[:end]]]) for end in (place, place + 1))
            gained[question - 1] += after - before
    assert lmg(*correlated(table)) == pytest.approx(gained / math.factorial(questions))


def test_unrelated_questions_have_their_squared_correlation():
    assert relative_weights(np.eye(3), np.array([0.5, -0.3, 0.0])) == pytest.approx([0.25, 0.09, 0])


def test_questions_that_are_the_same_share_alike():
    r, overall = np.ones((2, 2)), np.array([0.6, 0.6])
    assert relative_weights(r, overall) == pytest.approx([0.18, 0.18])
    assert lmg(r, overall) == pytest.approx([0.18, 0.18])


def test_many_sets_at_once_are_those_one_by_one():
    sets = [correlated(answers(seed, 4)) for seed in range(5)]
    together = relative_weights(*map(np.stack, zip(*sets, strict=True)))
    assert together == pytest.approx(np.stack([relative_weights(*each) for each in sets]))


def test_too_many_questions_have_no_shapley_values():
    most = MOST_FOR_LMG + 1
    assert lmg(np.eye(most), np.zeros(most)) is None


def test_the_error_of_a_root_is_that_of_leaving_respondents_out():
    """The jackknife, by its definition: a respondent has as much of the error as leaving them out moves."""
    table = answers(3, 3, n=80)[:, [1, 2, 3, 0]]
    influences = root_influences(table, np.ones(len(table)))
    rotated = table[:, [3, 0, 1, 2]]
    whole = np.sqrt(relative_weights(*correlated(rotated)))
    left_out = [np.sqrt(relative_weights(*correlated(np.delete(rotated, place, axis=0)))) for place in range(80)]
    assert influences == pytest.approx(whole - np.array(left_out), abs=3e-3)
    assert influences.sum(axis=0) == pytest.approx(np.zeros(3), abs=1e-9)
