"""How many more answers tell the top of a ranking apart from the rest, or make an interval narrow enough."""

from __future__ import annotations

import math
from statistics import NormalDist
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from cxmap.analysis.ranking.answers import LEVEL, POWER
from cxmap.i18n.decisions import AnswersWords
from tests.analysis.journeys import LIBRARY, journey, mean, rank, touchpoint

if TYPE_CHECKING:
    from cxmap.analysis.ranking.answers import AnswerPlan, AnswersNeeded

Z = NormalDist().inv_cdf


def ranking(*experiences: float, n: int = 100, sd: float = 2.0, **options: Any) -> Any:
    """A ranking by gap of touchpoints of importance 9; each gap has a standard error of √2·sd/√n."""
    stops = [touchpoint(f"t{k}", mean(9, sd, n), mean(e, sd, n)) for k, e in enumerate(experiences)]
    return rank(journey(*stops), by="gap", plan_answers=True, **options)


def plan(*experiences: float, **more: Any) -> AnswerPlan:
    found: AnswerPlan = ranking(*experiences, **more).answers
    return found


def test_two_rows_by_the_closed_form() -> None:
    """n·((z_0.95 + z_0.8)·SE/Δ)², with SE the error of the difference of the two gaps: 2·2/√100."""
    first, second = plan(5, 5.5).rows
    steps = 0.5 / 0.4
    expected = 100 * ((Z(0.95) + Z(0.8)) / steps) ** 2
    assert (first.n_now, first.n_needed, first.verdict) == (100, math.ceil(expected), "more")
    assert first.n_low == math.ceil(100 * ((Z(0.95) + Z(0.8)) / (steps + Z(0.75))) ** 2)
    assert first.n_high == math.ceil(100 * ((Z(0.95) + Z(0.8)) / (steps - Z(0.75))) ** 2)
    assert (second.against, second.n_needed) == (("trip", "t0"), first.n_needed)


@pytest.mark.parametrize(
    ("other", "verdict", "needed", "high"),
    [(7, "told-apart", 100, 100), (5, "equal", None, None), (5.01, "equal", 989210, None), (5.2, "equal", 2474, None)],
)
def test_verdicts(other: float, verdict: str, needed: int | None, high: int | None) -> None:
    row = plan(5, other).rows[0]
    assert (row.verdict, row.n_high) == (verdict, high)
    assert row.n_needed == (needed if needed is None else pytest.approx(needed, abs=2))


def test_more_is_asked_where_an_answer_helps_most() -> None:
    """Of 400 and 20 answers the 20 are too few; with those of both in proportion to their spread, equal ones."""
    stops = [touchpoint("t0", mean(9, 2, 400), mean(5, 2, 400)), touchpoint("t1", mean(9, 2, 20), mean(5.9, 2, 20))]
    many, few = rank(journey(*stops), by="gap", plan_answers=True).answers.rows
    wanted = (0.9 / (Z(0.95) + Z(0.8))) ** 2
    assert (many.verdict, many.n_needed) == ("enough", 400)
    assert (few.verdict, few.n_needed) == ("more", math.ceil(8 / (wanted - 8 / 400)))
    close = rank(journey(stops[0], touchpoint("t1", mean(9, 2, 20), mean(5.3, 2, 20))), by="gap", plan_answers=True)
    assert len({row.n_needed for row in close.answers.rows}) == 1


def test_the_top_five_unless_said_otherwise() -> None:
    seven = (2, 2.5, 3, 3.5, 4, 4.5, 5)
    assert plan(*seven).cuts == {"anna": 5}
    assert plan(*seven[:5]).cuts == {"anna": 1}  # five are the top five in any case
    from cxmap.analysis.ranking.options import View

    assert plan(*seven[:5], view=View(top=2)).cuts == {"anna": 2}
    against = {row.touchpoint: row.against[1] for row in plan(*seven).rows}
    assert against == {"t0": "t5", "t1": "t5", "t2": "t5", "t3": "t5", "t4": "t5", "t5": "t4", "t6": "t4"}


def test_the_more_pairs_the_more_answers() -> None:
    two, three = plan(5, 5.5).rows[0].n_needed, plan(5, 5.5, 9).rows[0].n_needed
    assert two is not None
    assert three == pytest.approx(two * ((Z(0.975) + Z(0.8)) / (Z(0.95) + Z(0.8))) ** 2, abs=2)


def test_what_cannot_be_said() -> None:
    assert rank(journey(touchpoint("a", 8, 5), touchpoint("b", 5, 5)), plan_answers=True).answers.unknown == ("anna",)
    alike = rank(journey(touchpoint("a", mean(8, 0, 20), mean(5, 0, 20)), touchpoint("b", 5, 5)), plan_answers=True)
    assert alike.answers.unknown == ("anna",)
    assert "answers that are all alike" in AnswersWords("en").unknown
    assert plan(5).alone == ("anna",)
    assert rank(journey(touchpoint("a", 8, 5))).answers is None


def test_of_all_there_are_fewer_are_enough() -> None:
    """120 of 200: with (1/n' - 1/N) a given part of (1/n - 1/N), more than 200 are never needed."""
    sources = LIBRARY["sources"] | {"survey": {"title": "S", "kind": "survey", "population": 200}}
    stops = [touchpoint(f"t{k}", mean(9, 2, 120), mean(e, 2, 120)) for k, e in enumerate((5, 5.15))]
    row = rank(journey(*stops), by="gap", plan_answers=True, library=LIBRARY | {"sources": sources}).answers.rows[0]
    steps = 0.15 / math.sqrt(4 * 4 * (1 / 120 - 1 / 200))
    factor = ((Z(0.95) + Z(0.8)) / steps) ** 2
    assert row.n_needed == math.ceil(1 / ((1 / 120 - 1 / 200) / factor + 1 / 200))
    assert row.n_needed < 200


class TestWithin:
    @pytest.mark.parametrize("wish", [0.2, 0.5, 1.0, 3.0])
    def test_the_interval_of_so_many_is_as_narrow_as_wished(self, wish: float) -> None:
        needed = plan(5, 7, within=wish).rows[0].n_within
        assert needed is not None

        def half(n: int) -> Any:
            interval = ranking(5, 7, n=n).rows[0].interval
            return (interval.high - interval.low) / 2

        assert half(needed) <= wish
        assert needed == 5 or half(needed - 1) > wish

    def test_of_the_experience_where_the_gap_has_none(self) -> None:
        derived = {"mean": 0.5, "sd": 0.2, "n": 100, "source": "survey", "derived": True}
        own = {"importance": {"min": 0, "max": 1}, "experience": {"min": 0, "max": 10}}
        trip = journey(*(touchpoint(f"t{k}", derived, mean(e, 2, 100)) for k, e in enumerate((5, 7))), scale=own)
        row = rank(trip, plan_answers=True, within=0.5).answers.rows[0]
        assert (row.within_of, row.n_within) == ("experience", 64)  # t(63)·2/√64 = 0.4996

    def test_points_are_those_of_the_scale(self) -> None:
        five = journey(
            *(touchpoint(f"t{k}", mean(4, 1, 50, "five"), mean(e, 1, 50, "five")) for k, e in enumerate((2, 3))),
            scale={"min": 1, "max": 5},
        )
        row = rank(five, plan_answers=True, within=0.25).answers.rows[0]
        assert row.within_of == "gap"
        assert row.n_within == pytest.approx(2 * (1.96 / 0.25) ** 2, rel=0.02)


def survey(random: np.random.RandomState, true: list[float], n: int) -> list[tuple[float, float]]:
    """The mean gap of each touchpoint in a survey, and its standard error."""
    gaps = []
    for gap in true:
        importance, experience = 9 + 2 * random.standard_normal(n), 9 - gap + 2 * random.standard_normal(n)
        error = math.sqrt((importance.var(ddof=1) + experience.var(ddof=1)) / n)
        gaps.append((float(importance.mean() - experience.mean()), error))
    return gaps


def test_so_many_answers_have_the_power_that_is_said() -> None:
    """In surveys of ``n_needed`` people from customers who differ as the plan supposes."""
    row: AnswersNeeded = plan(5, 5.5).rows[0]
    assert row.n_needed is not None
    random = np.random.RandomState(3)
    runs, apart = 1000, 0
    for _ in range(runs):
        (first, e1), (second, e2) = survey(random, [4, 3.5], row.n_needed)
        apart += (first - second) / math.hypot(e1, e2) >= Z(1 - LEVEL)
    assert apart / runs == pytest.approx(POWER, abs=0.04)


def test_with_so_many_answers_the_draws_settle_the_top() -> None:
    """p_top5 of the first five is at least 0.95 with the answers that each of them is said to need."""
    experiences = (2.0, 2.6, 3.1, 3.7, 4.2, 5.1, 5.4)
    found = plan(*experiences, n=40)
    needed = max(row.n_needed or 0 for row in found.rows)
    assert any(row.verdict == "more" for row in found.rows)
    chances = [row.p_top5 for row in ranking(*experiences, n=needed).rows[:5]]
    assert min(chances) >= 0.95
