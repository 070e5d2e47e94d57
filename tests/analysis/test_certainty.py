"""How sure the order is: chances against the normal distribution, worked out by hand for two rows."""

from __future__ import annotations

import math
from statistics import NormalDist
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from scipy import stats

from cxmap.analysis.ranking.candidates import of_touchpoint
from cxmap.analysis.ranking.candidates import row as make_row
from cxmap.analysis.ranking.certainty import key_error, with_rank_sets
from cxmap.analysis.ranking.draws import figures
from cxmap.analysis.ranking.options import Options
from cxmap.analysis.scope import ways
from cxmap.choices import RANKING_KEYS
from tests.analysis.journeys import TEN, journey, load, mean, rank, touchpoint

if TYPE_CHECKING:
    from cxmap.analysis.ranking.candidates import Candidate
    from cxmap.choices import RankingKey
    from cxmap.project.project import Project


def phi(by: float, *errors: float) -> float:
    """The probability that the first of two is above the second, which lies ``by`` lower, given their errors."""
    return NormalDist().cdf(by / math.hypot(*errors))


def measured(name: str, importance: Any, experience: Any, **more: Any) -> dict[str, Any]:
    """A touchpoint with means and sds of what 100 people answered."""
    (i, sd_i), (e, sd_e) = importance, experience
    return touchpoint(name, mean(i, sd_i, 100), mean(e, sd_e, 100), **more)


def counted(name: str, negative: int) -> dict[str, Any]:
    """A touchpoint of importance 8 with so many negative answers of a hundred."""
    counts = {"counts": {1: negative, 5: 100 - negative}, "source": "five"}
    return touchpoint(name, mean(8, 0, 100), counts)


def gap_sd(sd: float) -> tuple[Any, ...]:
    return tuple(
        measured(name, importance, (5, 2), scores={"gap_sd": sd})
        for name, importance in (("a", (8.2, 1.2)), ("b", (8, 1.2)))
    )


@pytest.mark.parametrize(
    ("stops", "options", "expected"),
    [
        pytest.param(
            (measured("a", (8, 1), (5, 2)), measured("b", (8, 1), (5.2, 2))),
            {"by": "gap"},
            phi(0.2, 0.1, 0.2, 0.1, 0.2),
            id="two answers of each row, independent of each other",
        ),
        pytest.param(gap_sd(1.5), {"by": "gap"}, phi(0.2, 0.15, 0.15), id="the same people gave both answers"),
        pytest.param(gap_sd(9), {"by": "gap"}, phi(0.2, 0.32, 0.32), id="never less alike than opposites"),
        pytest.param(gap_sd(0.1), {"by": "gap"}, phi(0.2, 0.08, 0.08), id="never more alike than equals"),
        pytest.param(
            tuple(measured(n, (i, 0), (5, 2), scores={"gap_sd": 9}) for n, i in (("a", 8.2), ("b", 8))),
            {"by": "gap"},
            phi(0.2, 0.2, 0.2),
            id="an answer that all agree on goes together with nothing",
        ),
        pytest.param(
            tuple(measured(n, (8, 0), (e, 3), scores={"desired": d}) for n, e, d in (("a", 5, 9), ("b", 5.5, 9.2))),
            {"by": "target"},
            phi(4 - 3.7, 0.3, 0.3),
            id="against what is wanted",
        ),
        pytest.param(
            (counted("a", 50), counted("b", 40)),
            {"by": "improvement"},
            phi(0.1, 0.05, math.sqrt(0.24) / 10),
            id="the share of negative answers",
        ),
        pytest.param(
            tuple(measured(n, (i, 1), (0, 0), importance_to_us=8) for n, i in (("a", 8.2), ("b", 8))),
            {"by": "shortfall", "our_weight": 0.25},
            phi(0.15, 0.075, 0.075),
            id="only the customers' part of the importance varies",
        ),
        pytest.param(
            (measured("a", (8, 0), (4, 1), reach=0.5), measured("b", (8, 0), (6.1, 1), reach=1)),
            {"by": "gap", "reach": True},
            phi(2 - 1.9, 0.05, 0.1),
            id="reach",
        ),
        pytest.param(
            (measured("a", (8, 0), (4, 3), reach=0.1), measured("b", (8, 0), (4.3, 3), reach=1)),
            {"by": "gap"},
            phi(0.3, 0.3, 0.3),
            id="reach that is not asked for",
        ),
    ],
)
def test_the_chance_to_be_first_of_two(stops: Any, options: dict[str, Any], expected: float) -> None:
    found = {row.touchpoint: (row.p_first, row.p_top5) for row in rank(journey(*stops), **options).rows}
    assert found["a"][0] == pytest.approx(expected, abs=0.015)
    assert found["a"][0] + found["b"][0] == pytest.approx(1)
    assert found["a"][1] == found["b"][1] == 1


CERTAIN = {"importance": mean(8, 0, 100), "experience": mean(4, 0, 100)}


@pytest.mark.parametrize(
    "stops",
    [
        (touchpoint("a", scores=CERTAIN), touchpoint("b", scores=CERTAIN)),
        (touchpoint("a", scores=CERTAIN, reach=0.2), touchpoint("b", scores=CERTAIN, reach=0.9)),
        (touchpoint("a", scores=CERTAIN, handover={"scores": CERTAIN}),),
    ],
    ids=["two touchpoints", "another reach", "a touchpoint and the step into it"],
)
def test_who_shares_the_first_rank_shares_the_draws(stops: Any) -> None:
    rows = rank(journey(*stops), handovers=True).rows
    assert [(row.rank, row.tied, row.p_first, row.p_top5) for row in rows] == [(1, True, 0.5, 1)] * 2


def test_a_derived_importance_breaks_no_tie_in_draws() -> None:
    """Nobody was negative about a or b: they share the first rank, and neither is first in all draws."""
    counts = ({4: 10, 5: 90}, {3: 90, 4: 10})
    stops = [
        touchpoint(name, mean(i, 0.5, 100, derived=True), {"counts": given, "source": "five"})
        for name, i, given in zip("ab", (0.6, 0.6), counts, strict=True)
    ]
    scale = {"importance": {"min": 0, "max": 1}, "experience": TEN}
    rows = rank(journey(*stops, scale=scale), by="improvement").rows
    assert [row.rank for row in rows] == [1, 1]
    assert [row.p_first for row in rows] == pytest.approx([0.5, 0.5], abs=0.02)


def test_a_share_of_nobody_is_not_certain() -> None:
    """None of 6 negative could be a third of all; five in 600 could not."""
    few = touchpoint("few", mean(8, 1, 6), {"counts": {4: 3, 5: 3}, "source": "five"})
    many = [touchpoint(f"t{n}", mean(8, 1, 600), {"counts": {1: n, 5: 600 - n}, "source": "five"}) for n in range(1, 6)]
    rows = {row.touchpoint: row for row in rank(journey(few, *many), by="improvement", rank_sets=True).rows}
    assert rows["few"].rank == 6
    assert rows["few"].p_top5 == pytest.approx(0.89, abs=0.02)
    assert rows["few"].rank_set == (1, 6)


SEVEN = tuple(measured(n, (8, 1.5), (e, 1.5)) for n, e in zip("abcdefg", (2, 3, 4, 5, 6, 6.1, 7), strict=True))


def test_the_same_seed_gives_the_same_chances_and_another_seed_others() -> None:
    drawn = [[row.p_top5 for row in rank(journey(*SEVEN), seed=seed).rows] for seed in (3, 3, 4)]
    assert drawn[0] == drawn[1] != drawn[2]
    assert drawn[0] == pytest.approx(drawn[2], abs=0.02)


def test_a_better_score_changes_no_draw_of_another_row() -> None:
    """So that a report changes where its data did: d passes e, and those out of reach keep their chances."""
    last = measured("g", (8, 1.5), (7.4, 1.5))
    before, after = (
        {row.touchpoint: row.p_first for row in rank(journey(*SEVEN[:6], stop)).rows} for stop in (SEVEN[6], last)
    )
    assert before == after


@pytest.mark.parametrize(
    "spoiled",
    [
        touchpoint("h", 6, 5),
        touchpoint("h", mean(6, 1, 4), mean(5, 1, 100)),
        touchpoint("h", mean(6, 1, 100), mean(5, None, 100)),
        touchpoint("h", mean(6, 1, 100), mean(5, 1, 100, "wall")),
    ],
    ids=["marks", "too few", "no sd", "a guess"],
)
def test_one_row_without_takes_them_from_all(spoiled: dict[str, Any]) -> None:
    rows = rank(journey(*SEVEN, spoiled)).rows
    assert {(row.p_first, row.p_top5) for row in rows} == {(None, None)}


def test_in_the_top_five() -> None:
    chances = {row.touchpoint: row.p_top5 for row in rank(journey(*SEVEN)).rows}
    assert [chances[name] for name in "abcdg"] == pytest.approx([1, 1, 1, 1, 0], abs=0.001)
    assert chances["e"] + chances["f"] == pytest.approx(1, abs=0.001)
    assert 0.6 < chances["e"] < 0.7


def test_derived_importance_has_chances_though_no_gap() -> None:
    stops = [
        touchpoint(n, mean(0.6, 0.7, 900, derived=True), mean(e, 1.5, 900))
        for n, e in zip("abcdef", (2, 3, 4, 5, 6, 7), strict=True)
    ]
    ranking = rank(journey(*stops, scale={"importance": {"min": 0, "max": 1}, "experience": TEN}))
    assert [row.p_top5 for row in ranking.rows] == pytest.approx([1, 1, 1, 1, 1, 0], abs=0.001)
    assert {row.p_holm for row in ranking.rows} == {None}


class TestHolm:
    """The family is the distinct gaps of the project: what is asked for changes no p."""

    STOPS = (
        measured("a", (8, 1), (7.72, 1)),
        measured("b", (8, 1), (7.7, 1), scores={"desired": 9}),
        measured("c", (8, 1), (7.1, 1), personas=["ben"], handover={"scores": {"importance": 8, "experience": 2}}),
    )

    @staticmethod
    def found(*journeys: Any, **options: Any) -> dict[tuple[str, str], float]:
        rows = rank(*(journeys or [journey(*TestHolm.STOPS, personas=("anna", "ben"))]), **options).rows
        return {(row.persona, row.touchpoint): row.p_holm for row in rows if row.persona}

    def test_a_gap_that_personas_share_counts_once(self) -> None:
        """a and b are anna's and ben's alike: three gaps. p of a: scipy's 0.025 by 2, since c and b come first."""
        ps = [stats.t.sf((8 - e) / math.hypot(0.1, 0.1), 198) for e in (7.1, 7.7, 7.72)]
        c, b, a = ps[0] * 3, ps[1] * 2, max(ps[1] * 2, ps[2])
        assert self.found() == pytest.approx(
            {("anna", "a"): a, ("anna", "b"): b, ("ben", "a"): a, ("ben", "b"): b, ("ben", "c"): c}, rel=1e-6
        )

    @pytest.mark.parametrize(
        "options",
        [
            {"by": "target"},
            {"persona": "anna"},
            {"segment": "new"},
            {"journey": "trip"},
            {"by": "opportunity", "handovers": True},
        ],
        ids=str,
    )
    def test_whatever_is_asked_for(self, options: dict[str, Any]) -> None:
        journeys = (journey(*self.STOPS, personas=("anna", "ben")), journey(measured("a", (8, 1), (7.9, 1)), name="o"))
        all_of_it = rank(*journeys)
        ranking = rank(*journeys, **options)
        known = {(row.persona, row.journey, row.touchpoint): row.p_holm for row in all_of_it.rows if row.persona}
        shown = [row for row in ranking.rows if row.persona and row.kind == "touchpoint"]
        assert shown
        assert [row.p_holm for row in shown] == [known[row.persona, row.journey, row.touchpoint] for row in shown]
        assert ranking.tests.family == all_of_it.tests.family == 4

    def test_a_step_that_is_measured_belongs_to_it(self) -> None:
        step = {"scores": {"importance": mean(8, 1, 100), "experience": mean(7, 1, 100)}}
        with_step = journey(measured("a", (8, 1), (7.72, 1)), measured("b", (8, 1), (7.7, 1), handover=step))
        assert rank(with_step).tests.family == rank(with_step, handovers=True).tests.family == 3

    def test_its_size_is_said(self) -> None:
        ranking = rank(journey(*self.STOPS, personas=("anna", "ben")), persona="anna")
        assert (
            "2 of 2 gaps with an interval are above zero at 5 % (one-sided), by Holm's correction for a family of 3, "
            "all gaps of the project."
        ) in ranking.remarks


def one_candidate(stop: dict[str, Any]) -> tuple[Project, Candidate]:
    """The project of one touchpoint, and what it is ranked by."""
    project = load(journey(stop))
    (way,) = ways(project, Options())
    return project, of_touchpoint(project, way.stops[0])


def error(project: Project, candidate: Candidate, by: RankingKey, options: Options) -> tuple[float, float]:
    """Standard error and degrees of freedom of the candidate's figure."""
    found = key_error(make_row(project, candidate, by, options), candidate, by, options)
    assert found is not None
    return found


class TestRankSets:
    def test_by_gap(self) -> None:
        sets = [row.rank_set for row in rank(journey(*SEVEN), by="gap", rank_sets=True).rows]
        assert sets == [(1, 1), (2, 2), (3, 3), (4, 4), (5, 6), (5, 6), (7, 7)]

    def test_the_same_seed_gives_the_same_ranges_and_another_seed_nearly(self) -> None:
        """Sixty rows of many distances, so that several lie at the edge, where the draws decide."""
        stops = [measured(f"t{n}", (9, 1 + n * n % 37 / 20), (n / 20 + n * n % 7 / 100, 2)) for n in range(60)]
        drawn = [rank(journey(*stops), by="gap", rank_sets=True, seed=seed).rows for seed in (1, 1, 2)]
        first, again, other = ([row.rank_set for row in rows] for rows in drawn)
        assert first == again
        assert [sum(ends) for ends in first] == pytest.approx([sum(ends) for ends in other], abs=3)

    def test_only_if_asked_for(self) -> None:
        assert {row.rank_set for row in rank(journey(*SEVEN), by="gap").rows} == {None}

    def test_none_without_an_se_at_every_row(self) -> None:
        ranking = rank(journey(*SEVEN, touchpoint("plain", 6, 5)), by="gap", rank_sets=True)
        assert {row.rank_set for row in ranking.rows} == {None}

    @pytest.mark.parametrize("answers", [5, 8])
    def test_how_far_apart_two_are_told_apart(self, answers: int) -> None:
        """Of six equal touchpoints, no two are told apart in 95 % of samples, though few answered.

        By the largest |t| of any two in samples of the answers themselves: 3.3 and 3.1, where normal draws give
        2.85 for any number of answers.
        """
        random = np.random.RandomState(11)
        gaps, variances = np.zeros((20_000, 6)), np.zeros((20_000, 6))
        for mean10 in (7, -5):
            drawn = mean10 + random.standard_normal((20_000, 6, answers))
            gaps += drawn.mean(axis=2)
            variances += drawn.var(axis=2, ddof=1) / answers
        one, other = np.triu_indices(6, 1)
        size = np.abs(gaps[:, one] - gaps[:, other]) / np.sqrt(variances[:, one] + variances[:, other])
        apart = float(np.quantile(size.max(axis=1), 0.95)) * math.sqrt(4 / answers)

        def sets(difference: float) -> set[tuple[int, int] | None]:
            first = touchpoint("first", mean(7, 1, answers), mean(5 - difference, 1, answers))
            others = [touchpoint(name, mean(7, 1, answers), mean(5, 1, answers)) for name in "abcde"]
            project = load(journey(first, *others))
            (way,) = ways(project, Options())
            candidates = [of_touchpoint(project, stop) for stop in way.stops]
            pairs = [(make_row(project, each, "gap", Options()), each) for each in candidates]
            return {row.rank_set for row in with_rank_sets(pairs, "gap", Options())}

        assert sets(0.96 * apart) == {(1, 6)}
        assert sets(1.04 * apart) == {(1, 1), (2, 6)}

    def test_the_error_of_every_figure_by_the_delta_method(self) -> None:
        """Against the spread of the figure itself over 20,000 samples of the same people, by numpy."""
        random = np.random.RandomState(2)
        i = 8 + random.standard_normal((20_000, 60))
        e = 5 + 0.6 * (i - 8) + 0.8 * random.standard_normal(i.shape)
        i_mean, e_mean = i.mean(axis=1), e.mean(axis=1)
        gap_sd = math.sqrt(2 - 2 * 0.6)
        stop = touchpoint("a", mean(8, 1, 60), mean(5, 1, 60), scores={"gap_sd": gap_sd, "desired": 9})
        project, candidate = one_candidate(stop)
        for by in RANKING_KEYS:
            if by == "improvement":
                continue
            drawn = figures(by, i_mean, e_mean, e_mean, np.full_like(i_mean, 9.0))
            se, df = error(project, candidate, by, Options())
            assert se == pytest.approx(drawn.std(), rel=0.03), by
            assert df == 59

    def test_the_error_of_an_opportunity_of_shares(self) -> None:
        """Against the spread of the figure over 100,000 shares drawn from Jeffreys' distributions, by numpy."""
        random = np.random.RandomState(3)
        counts = [{"counts": {2: 60 - top, 5: top}, "source": "five"} for top in (45, 20)]
        project, candidate = one_candidate(touchpoint("a", *counts))
        drawn = [10 * random.beta(top + 0.5, 60 - top + 0.5, 100_000) for top in (45, 20)]
        options = Options(shares=True)
        se, _ = error(project, candidate, "opportunity", options)
        assert se == pytest.approx((2 * drawn[0] - drawn[1]).std(), rel=0.02)

    def test_the_error_of_a_figure_with_our_weight_and_the_reach(self) -> None:
        stop = touchpoint("a", mean(8, 1, 60), mean(5, 1.5, 30, "other-survey"), importance_to_us=6, reach=0.5)
        project, candidate = one_candidate(stop)
        options = Options(our_weight=0.25, reach=True)
        se, df = error(project, candidate, "shortfall", options)
        parts = np.array([0.75 * (10 - 5) / 10 / math.sqrt(60), 7.5 / 10 * 1.5 / math.sqrt(30)]) ** 2
        assert se == pytest.approx(0.5 * math.sqrt(parts.sum()))
        assert df == pytest.approx(parts.sum() ** 2 / (parts**2 / [59, 29]).sum())
