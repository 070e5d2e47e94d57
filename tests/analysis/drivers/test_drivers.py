"""What moves the overall mark: what is told apart from nothing, what costs more than it adds, and how sure that is."""

from __future__ import annotations

import numpy as np
import pytest

from cxmap.analysis.drivers.drivers import Answered, TooFewError, drivers

NAMES = ("shops", "wifi", "signs", "staff")
CUTS = np.array([-1.9, -1.2, -0.4, 0.6])  # most are content


def latent(random, n):
    """Opinions that share a halo."""
    return np.sqrt(0.3) * random.standard_normal((n, 1)) + np.sqrt(0.7) * random.standard_normal((n, len(NAMES)))


def marks_of(opinions):
    """Marks of 1 to 5, skewed to the good end."""
    return 1.0 + (opinions[..., None] > CUTS).sum(axis=-1)


def answered(marks, overall, weights=None):
    return Answered(NAMES, marks, overall, np.ones(len(marks)) if weights is None else weights, (1, 5))


def some(seed=1, n=400, slopes=(0.5, 0.3, 0.0, 0.0)):
    """Marks of unrelated questions, of which the first two drive the overall mark."""
    random = np.random.RandomState(seed)
    marks = marks_of(random.standard_normal((n, len(NAMES))))
    return answered(marks, marks @ np.array(slopes) + random.standard_normal(n))


def test_what_drives_is_told_apart_and_what_does_not_is_not():
    found = drivers(some(), 1)
    assert {row.touchpoint: row.driver for row in found.rows} == {
        "shops": True,
        "wifi": True,
        "signs": False,
        "staff": False,
    }
    assert [row.touchpoint for row in found.rows][:2] == ["shops", "wifi"]
    assert found.r2 == pytest.approx(sum(row.weight for row in found.rows))
    assert found.r2 == pytest.approx(sum(row.lmg or 0.0 for row in found.rows))
    assert found.n_complete == 400


def test_slopes_are_those_of_least_squares():
    given = some()
    columns = np.column_stack([np.ones(400), given.marks])
    expected = np.linalg.lstsq(columns, given.overall, rcond=None)[0][1:]
    found = {row.touchpoint: row for row in drivers(given, 1).rows}
    for name, slope in zip(NAMES, expected, strict=True):
        assert found[name].slope == pytest.approx(slope)
        others = np.column_stack([np.ones(400), np.delete(given.marks, NAMES.index(name), axis=1)])
        own = given.marks[:, NAMES.index(name)]
        rest = own - others @ np.linalg.lstsq(others, own, rcond=None)[0]
        assert found[name].vif == pytest.approx(own.var() / rest.var())
        assert found[name].slope_low < slope < found[name].slope_high


def test_the_same_answers_in_another_order_give_the_same_figures():
    given, order = some(), np.random.RandomState(4).permutation(400)
    shuffled = given._replace(marks=given.marks[order], overall=given.overall[order])
    first, second = drivers(given, 1), drivers(shuffled, 1)
    assert [row._replace(r=0) for row in first.rows] == [row._replace(r=0) for row in second.rows]
    assert drivers(given, 2).rows[0].weight_high != first.rows[0].weight_high


def test_a_weight_of_two_counts_as_two_who_answered_alike():
    given = some(n=120)
    twice = answered(*(np.concatenate([part, part[:60]]) for part in (given.marks, given.overall)))
    weighted = given._replace(weights=np.repeat([2.0, 1.0], 60))
    for one, other in zip(drivers(weighted, 1).rows, drivers(twice, 1).rows, strict=True):
        assert one.touchpoint == other.touchpoint
        assert (one.weight, one.slope, one.r) == pytest.approx((other.weight, other.slope, other.r))


def test_r_rests_on_all_who_gave_both_marks():
    given = some()
    marks = given.marks.copy()
    marks[:100, 0] = np.nan
    found = drivers(given._replace(marks=marks), 1)
    row = next(row for row in found.rows if row.touchpoint == "wifi")
    assert (row.n, found.n_complete) == (400, 300)
    assert row.r == pytest.approx(np.corrcoef(given.marks[:, 1], given.overall)[0, 1])


def test_too_few_complete_answers():
    with pytest.raises(TooFewError) as refused:
        drivers(some(n=49), 1)
    assert (refused.value.complete, refused.value.needed) == (49, 50)
    alike = some(n=60)
    with pytest.raises(TooFewError):
        drivers(alike._replace(overall=np.full(60, 4.0)), 1)


def test_a_question_with_one_answer_is_left_out_of_the_model():
    given = some()
    marks = given.marks.copy()
    marks[:, 2] = 4
    found = drivers(given._replace(marks=marks), 1)
    assert found.alike == ("signs",)
    assert "signs" not in {row.touchpoint for row in found.rows}


def test_questions_that_repeat_each_other_have_no_slope():
    given = some()
    marks = given.marks.copy()
    marks[:, 3] = marks[:, 0]
    rows = {row.touchpoint: row for row in drivers(given._replace(marks=marks), 1).rows}
    assert {row.slope for row in rows.values()} == {None}
    assert rows["shops"].weight == pytest.approx(rows["staff"].weight)


def test_a_basic_costs_and_a_delighter_adds():
    random = np.random.RandomState(2)
    marks = marks_of(random.standard_normal((1500, 4)))
    low, high = marks < 3, marks > 4.5
    overall = 4 - 0.8 * low[:, 0] + 0.8 * high[:, 1] + 0.3 * marks[:, 2] + 0.5 * random.standard_normal(1500)
    rows = {row.touchpoint: row for row in drivers(answered(marks, overall), 1).rows}
    assert {name: rows[name].kind for name in NAMES[:3]} == {
        "shops": "basic",
        "wifi": "delighter",
        "signs": "performer",
    }
    assert rows["shops"].penalty == pytest.approx(-0.8, abs=0.15)
    assert rows["wifi"].reward == pytest.approx(0.8, abs=0.15)


def test_few_low_marks_say_nothing_of_penalty():
    given = some(n=200)
    marks = np.where(given.marks < 3, 3, given.marks)
    rows = drivers(given._replace(marks=marks), 1).rows
    assert {(row.penalty, row.reward, row.kind) for row in rows} == {(None, None, "unclear")}


class TestCoverage:
    """By simulation, seeded: skewed marks that share a halo. ``python -m benchmarks.coverage`` does more of it."""

    def test_weights_and_slopes_hold_the_truth(self):
        random = np.random.RandomState(8)
        slopes = np.array([0.5, 0.3, 0.1, 0.0])

        def draw(n):
            marks = marks_of(latent(random, n))
            return answered(marks, marks @ slopes + random.standard_normal(n))

        truth = {row.touchpoint: row for row in drivers(draw(20_000), 1, 160).rows}
        held = {"weight": 0, "slope": 0}
        samples = 30
        for _ in range(samples):
            for row in drivers(draw(100), 1, 200).rows:
                held["weight"] += row.weight_low <= truth[row.touchpoint].weight <= row.weight_high
                slope = slopes[NAMES.index(row.touchpoint)]
                held["slope"] += row.slope_low <= slope <= row.slope_high
        assert min(held.values()) / (samples * len(NAMES)) > 0.9

    def test_a_plain_linear_driver_is_seldom_called_a_basic_or_a_delighter(self):
        random = np.random.RandomState(9)
        called = 0
        for _ in range(20):
            marks = marks_of(latent(random, 1000))
            overall = marks @ np.array([0.5, 0.3, 0.1, 0.0]) + random.standard_normal(1000)
            called += sum(row.kind in {"basic", "delighter"} for row in drivers(answered(marks, overall), 1, 200).rows)
        assert called / 80 < 0.12

    def test_random_questions_are_seldom_called_drivers(self):
        random = np.random.RandomState(10)
        called = 0
        for _ in range(20):
            marks = marks_of(random.standard_normal((150, 4)))
            called += any(row.driver for row in drivers(answered(marks, random.standard_normal(150)), 1, 200).rows)
        assert called / 20 < 0.1
