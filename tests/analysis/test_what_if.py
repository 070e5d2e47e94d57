"""What another experience would change: the ranking with it, and the index of the journey."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxmap.analysis.hopes import hopes
from cxmap.analysis.ranking.gaps import gaps
from cxmap.analysis.ranking.options import Options
from cxmap.analysis.scores import from_ten
from cxmap.analysis.summary import summary
from cxmap.errors import UsageError
from tests.analysis.journeys import LIBRARY, journey, load, mean, of_pairs, order, rank, touchpoint
from tests.profiles import examples

if TYPE_CHECKING:
    from cxmap.analysis.ranking.what_if import Effect
    from cxmap.choices import RankingKey

BY: tuple[RankingKey, ...] = ("priority", "gap", "shortfall")
# Priorities 2.7, 2.0, 1.8; Σ importance is 25, the index (54 + 80 + 18)/25 = 6.08.
THREE = {"a": (9, 6), "b": (10, 8), "c": (6, 3)}


def effect(*changes: str, pairs: Any = None, **more: Any) -> Effect:
    found: Effect
    (found,) = rank(of_pairs(pairs or THREE), what_if=changes, **more).effects
    return found


def test_by_hand() -> None:
    """a from 6 to 8: priority 9·1/10, behind b (2.0) and c (1.8); the index gains 9·2/25."""
    found = effect("a=+2")
    assert (found.experience, found.change, found.clipped, found.persona) == (6, 2, False, "anna")
    assert found.key == pytest.approx((2.7, 0.9))
    assert found.rank == (1, 3)
    assert found.index_change == pytest.approx(18 / 25)
    assert found.indexes == pytest.approx((6.08, 6.08 + 18 / 25))


@pytest.mark.parametrize("text", ["a=2", "a=+2", "trip/a=+2.0", "a=2,0", " a=+2 "])
def test_ways_to_write_it(text: str) -> None:
    assert effect(text).change == 2


@pytest.mark.parametrize(("text", "change"), [("a=+9", 4), ("a=-7", -6), ("a=−7", -6)])
def test_it_goes_no_further_than_the_scale(text: str, change: float) -> None:
    found = effect(text)
    assert (found.change, found.clipped) == (change, True)


def test_several_changes_add_up() -> None:
    both = rank(of_pairs(THREE), what_if=("a=+2", "c=-1")).effects
    assert sum(found.index_change or 0 for found in both) == pytest.approx((18 - 6) / 25)
    assert {found.indexes for found in both} == {both[0].indexes}
    assert [found.rank for found in both] == [(1, 3), (3, 1)]


def test_points_are_those_of_the_experience() -> None:
    """From 3 to 4 on 1 to 5 is 2.5 on 0-10."""
    five = journey(touchpoint("a", 5, 3), touchpoint("b", 3, 3), scale={"min": 1, "max": 5})
    (found,) = rank(five, what_if=("a=+1",)).effects
    assert found.key == pytest.approx((5, 2.5))
    assert found.index_change == pytest.approx(1 * 10 / 15)


@pytest.mark.parametrize(
    ("changes", "options", "said"),
    [
        (("a",), {}, "as in shops=+0.5, not 'a'"),
        (("a=much",), {}, "as in shops=+0.5"),
        (("a=1", "a=2"), {}, "names 'a' twice"),
        (("a=1", "trip/a=2"), {}, "names 'a' twice"),
        (("aa=1",), {}, "no touchpoint is called 'aa' here; did you mean 'a'?"),
        (("tripp/a=1",), {}, "no journey is called 'tripp' here; did you mean 'trip'?"),
        (("a=1",), {"by": "improvement"}, "rank by a figure of means"),
    ],
)
def test_what_cannot_be_asked(changes: tuple[str, ...], options: Any, said: str) -> None:
    counts = {"counts": {3: 4, 7: 6}, "source": "survey"}
    one = journey(touchpoint("a", 8, counts), touchpoint("b", 5, counts))
    with pytest.raises(UsageError) as refused:
        rank(one, what_if=changes, **options)
    assert said in str(refused.value)


def test_a_touchpoint_without_a_score_is_not_ranked() -> None:
    with pytest.raises(UsageError, match="'trip/b' is not ranked, as it lacks a score"):
        rank(journey(touchpoint("a", 8, 5), touchpoint("b", 5)), what_if=("b=+1",))


def test_a_touchpoint_of_several_journeys_needs_the_journey() -> None:
    two = of_pairs(THREE), of_pairs(THREE, name="other")
    with pytest.raises(UsageError, match="write other/a or trip/a"):
        rank(*two, what_if=("a=+1",))
    assert [found.journey for found in rank(*two, what_if=("other/a=+1",)).effects] == ["other"]


def test_over_personas_it_is_what_owners_hope_for() -> None:
    """The index over all personas moves as one action that expects the same would move it."""
    trip = journey(
        touchpoint("a", 9, 6, by_persona={"ben": {"scores": {"experience": 9.5}}}),
        touchpoint("b", 5, 5),
        personas=("anna", "ben"),
    )
    actions = {"do": {"title": "Do", "touchpoints": ["trip/a"], "expects": {"trip/a": 1}}}
    project = load(trip, library=LIBRARY | {"actions": actions})
    together, *_ = gaps(project, Options(what_if=("a=+1",))).effects
    (hope,) = hopes(project, project.actions).journeys
    assert together.persona is None
    assert together.indexes == pytest.approx((hope.now, hope.hoped))
    assert together.change == pytest.approx((0.6 * 1 + 0.2 * 0.5) / 0.8)


class TestInterval:
    """Around the change of the index: importances have errors, the change is as given."""

    def test_marks_have_none(self) -> None:
        assert effect("a=+1").index_interval is None

    def test_it_is_at_most_so_wide(self) -> None:
        stops = [touchpoint(name, mean(i, 2, 100), e) for name, (i, e) in THREE.items()]
        (found,) = rank(journey(*stops), what_if=("a=+1",)).effects
        low, high = found.index_interval or (0, 0)
        spread = (16 / 25 + 2 * 9 / 25) / 25 * 0.2  # |1 - 9/25|·se/25 for a, 9/25·se/25 for the others
        assert (low + high) / 2 == pytest.approx(9 / 25)
        assert (high - low) / 2 == pytest.approx(spread * 1.9842, rel=1e-4)  # t of 99 degrees of freedom

    @pytest.mark.parametrize("n", [5, 30, 200])
    @pytest.mark.parametrize("r", [0.0, 0.4, 1.0])
    def test_it_covers_whatever_the_correlation_is(self, n: int, r: float) -> None:
        """Of 400 surveys in which n people mark the importance of four touchpoints, at least 95 % hold the truth."""
        random = np.random.RandomState(7)
        true = np.array([8.0, 6.0, 5.0, 7.0])
        held = 0
        for _ in range(400):
            common = random.standard_normal((n, 1))
            answers = true + 1.2 * (math.sqrt(r) * common + math.sqrt(1 - r) * random.standard_normal((n, 4)))
            se = answers.std(axis=0, ddof=1) / math.sqrt(n)
            i = answers.mean(axis=0)
            change = np.array([1.0, 0, 0, 0])
            middle = (i * change).sum() / i.sum()
            half = _t(n - 1) * (np.abs(change - middle) / i.sum() * se).sum()
            held += abs(middle - true[0] / true.sum()) <= half
        assert held >= 0.94 * 400


def _t(df: int) -> float:
    from cxmap.analysis import student

    return student.quantile(df)


@examples(30)
@given(
    st.lists(st.tuples(st.integers(0, 10), st.integers(0, 10)), min_size=2, max_size=6),
    st.floats(-12, 12).map(lambda change: round(change, 1)),
    st.sampled_from(BY),
)
def test_it_is_the_ranking_of_the_changed_file(pairs: list[tuple[int, int]], change: float, by: RankingKey) -> None:
    """Ranks, figures and index are those that a project with that experience in its file has."""
    named = {f"t{number}": pair for number, pair in enumerate(pairs)}
    before = rank(of_pairs(named), by=by, what_if=(f"t0={change:+}",))
    (found,) = before.effects
    changed: dict[str, tuple[float, float]] = {**named}
    changed["t0"] = pairs[0][0], min(10.0, max(0.0, pairs[0][1] + change))
    project = load(of_pairs(changed))
    after = gaps(project, Options(by=by))
    (row,) = [row for row in after.rows if row.touchpoint == "t0"]
    assert (found.rank[1], found.key[1]) == (row.rank, pytest.approx(row.key))
    assert order(before) == order(rank(of_pairs(named), by=by))
    (scale,) = {effect.scale for effect in before.effects}
    index10 = summary(project).project.index10
    if index10 is None:
        assert found.indexes is None
    else:
        assert (found.indexes or (0, 0))[1] == pytest.approx(from_ten(index10, scale))
