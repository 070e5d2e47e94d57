from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from scipy import stats

from cxmap.analysis.ranking import draws
from cxmap.analysis.ranking import figures as scalar
from cxmap.analysis.ranking.draws import Spread, p_top, rank_sets
from cxmap.choices import RANKING_KEYS
from tests.analysis.published import PISA_MATH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.choices import RankingKey


def spread(importance: float, experience: float, se: float = 0.3, **more: Any) -> Spread:
    return Spread(importance, experience, se, se, **more)


def top(rows: Sequence[Spread], by: RankingKey, k: int, seed: int = 1) -> list[float]:
    return [chances[0] for chances in p_top(rows, by, (k,), seed)]


def known_sets(estimates: Sequence[float], errors: Sequence[float], seed: int) -> list[tuple[int, int]]:
    """Rank sets of estimates whose errors are known."""
    return rank_sets(estimates, [(one, math.inf) for one in errors], seed)


@pytest.mark.parametrize("by", RANKING_KEYS)
def test_arrays_follow_the_formulas(by):
    i, e, share, d = np.random.RandomState(7).uniform(0, 10, (4, 50))
    arguments = {"improvement": (i, share / 10), "target": (i, e, d)}.get(by, (i, e))
    expected = [getattr(scalar, by)(*values) for values in zip(*arguments, strict=True)]
    assert draws.figures(by, i, e, share / 10, d) == pytest.approx(expected)


class TestTop:
    ROWS = tuple(spread(8, e) for e in (2, 3, 3.2, 3.4, 5, 5.1, 7, 7.5))

    def test_the_same_seed_gives_the_same_chances_and_another_seed_nearly(self):
        first, again, other = (top(self.ROWS, "priority", 5, seed) for seed in (1, 1, 2))
        assert first == again != other
        assert first == pytest.approx(other, abs=0.02)

    def test_chances_add_up_to_the_places(self):
        assert sum(top(self.ROWS, "gap", 5, 1)) == pytest.approx(5)

    def test_without_uncertainty_there_is_none(self):
        rows = [row._replace(importance_se=0.0, experience_se=0.0) for row in self.ROWS]
        assert top(rows, "priority", 5, 1) == [1, 1, 1, 1, 1, 0, 0, 0]

    def test_two_rows_as_the_formula_for_pairs_says(self):
        rows = [spread(5, 4.0, se=0.2), spread(5, 4.3, se=0.2)]
        expected = stats.norm.cdf(0.3 / math.sqrt(4 * 0.2**2))
        assert top(rows, "gap", 1, 1)[0] == pytest.approx(expected, abs=0.015)

    def test_answers_that_go_together_make_the_order_surer(self):
        rows = [spread(5, 4.0), spread(5, 4.3)]
        together = [row._replace(correlation=0.9) for row in rows]
        assert top(together, "gap", 1, 1)[0] > top(rows, "gap", 1, 1)[0] + 0.1

    def test_met_needs_tie_at_zero_and_go_by_the_gap(self):
        rows = [spread(5, 9, se=0.01), spread(5, 7, se=0.01)]
        assert top(rows, "priority", 1, 1) == [0, 1]

    def test_several_numbers_of_places_at_once(self):
        first, five = zip(*p_top(self.ROWS, "gap", (1, 5), 1), strict=True)
        assert sum(first) == pytest.approx(1)
        assert list(five) == top(self.ROWS, "gap", 5)
        assert all(one <= many for one, many in zip(first, five, strict=True))

    def test_the_reach_counts(self):
        rows = [spread(8, 4, se=0.01, factor=0.1), spread(8, 6, se=0.01, factor=1.0)]
        assert top(rows, "priority", 1, 1) == [0, 1]

    @pytest.mark.parametrize(
        ("at_the_end", "varies", "ahead"),
        [
            (Spread(0, 10, 0, 0), "importance_se", True),
            (Spread(10, 0, 0, 0), "importance_se", False),
            (Spread(0, 10, 0, 0), "experience_se", True),
            (Spread(10, 0, 0, 0), "experience_se", False),
        ],
    )
    def test_scores_stay_on_the_scale(self, at_the_end, varies, ahead):
        """Beside a row at the end of the scale, one that varies passes it half of the time, to one side only.

        The other half is a tie, which both share.
        """
        varying = at_the_end._replace(**{varies: 0.5})
        given_first, given_last = top([varying, at_the_end], "gap", 1)[0], top([at_the_end, varying], "gap", 1)[1]
        assert [given_first, given_last] == pytest.approx([0.75 if ahead else 0.25] * 2, abs=0.02)

    def test_importance_is_clipped_before_our_part_is_blended_in(self):
        """9.9 give or take goes over 10 often; with its cut half of it stays under 5.05, whatever is drawn."""
        rows = [Spread(9.9, 2, 0.4, 0, our_weight=0.5), Spread(5.05, 2, 0, 0, ours10=5.05, our_weight=0.5)]
        assert top(rows, "priority", 1) == [0, 1]

    def test_rows_of_equal_figures_and_gaps_share_their_places(self):
        rows = [Spread(4, 6, 0, 0), Spread(5, 7, 0, 0), Spread(3, 5, 0, 0), Spread(9, 1, 0, 0)]
        assert top(rows, "priority", 1) == [0, 0, 0, 1]
        assert top(rows, "priority", 2) == pytest.approx([1 / 3, 1 / 3, 1 / 3, 1])

    def test_a_weight_breaks_no_tie_by_a_gap(self):
        """Of a derived importance no experience is subtracted, so a figure of 0 twice is a tie."""
        rows = [Spread(0, 2, 0, 0), Spread(0, 8, 0, 0)]
        assert p_top(rows, "shortfall", (1,), 1, derived=True) == [(0.5,), (0.5,)]
        assert p_top(rows, "shortfall", (1,), 1) == [(1,), (0,)]

    @pytest.mark.parametrize(("negative", "n"), [(0, 6), (3, 600), (10, 10)])
    def test_shares_are_jeffreys(self, negative, n):
        """Against a share that is known, the chance is that of Beta(x + 1/2, n - x + 1/2) above it."""
        share = stats.beta(negative + 0.5, n - negative + 0.5)
        known = share.ppf(0.7)
        rows = [
            Spread(8, 5, 0, 0, negative=negative, others=n - negative),
            Spread(8, 5, 0, 0, negative=known * 1e12, others=(1 - known) * 1e12),
        ]
        assert top(rows, "improvement", 1)[0] == pytest.approx(0.3, abs=0.015)

    def test_shares_of_top_two_answers_are_jeffreys(self):
        """Of two rows with known experience, the chance that 10 times one Beta is above the other share."""
        share = stats.beta(30.5, 30.5)
        known = share.ppf(0.7)
        rows = [
            Spread(8, 5, 0, 0, importance_top=30, importance_n=60, experience_top=9e11, experience_n=1e12),
            Spread(8, 5, 0, 0, importance_top=known * 1e12, importance_n=1e12, experience_top=9e11, experience_n=1e12),
        ]
        chances = p_top(rows, "opportunity", (1,), 1, shares=True)
        assert chances[0][0] == pytest.approx(0.3, abs=0.015)

    @pytest.mark.parametrize("df", [4, 11])
    def test_few_answers_spread_as_student_s_t(self, df):
        rows = [Spread(5, 4, 0.3, 0, importance_df=df), Spread(5, 4.5, 0, 0)]
        assert top(rows, "gap", 1)[0] == pytest.approx(stats.t.cdf(0.5 / 0.3, df), abs=0.012)

    def test_the_same_people_err_on_both_scores_alike(self):
        """Equal errors that go together wholly leave the gap as it is, if one factor scales them both."""
        row = Spread(5, 4, 0.01, 0.01, 4, 4, correlation=1.0)
        known = Spread(5, 4.0001, 0, 0)
        assert top([row._replace(paired=True), known], "gap", 1)[0] == 1
        assert 0.4 < top([row, known], "gap", 1)[0] < 0.6

    def test_equal_figures_without_a_gap_go_by_the_gap_first(self):
        rows = [Spread(3, 8, 0, 0), Spread(5, 8, 0, 0), Spread(2, 4, 0, 0)]
        assert top(rows, "priority", 1) == [0, 0, 1]


PISA_MEANS, PISA_ERRORS = zip(*PISA_MATH.values(), strict=True)
PISA_SETS = dict(zip(PISA_MATH, known_sets(PISA_MEANS, PISA_ERRORS, seed=1), strict=True))


class TestRankSets:
    def test_three_countries_below_all_others(self):
        """The vignette of csranks: the sets of Chile, Mexico and Colombia do not overlap with those of the others."""
        last = {"Chile", "Mexico", "Colombia"}
        assert min(PISA_SETS[name][0] for name in last) > max(
            high for name, (_, high) in PISA_SETS.items() if name not in last
        )

    def test_germany_and_korea_may_share_rank_seven(self):
        """The same vignette: both sets hold rank 7."""
        for name in ("Germany", "Korea"):
            low, high = PISA_SETS[name]
            assert low <= 7 <= high

    def test_all_who_could_be_in_the_top_five(self):
        """Its 95 % set for the top five, of 12 countries, is a sharper one: ours must hold it."""
        names = "Belgium Canada Denmark Estonia Finland Japan Korea Netherlands Poland Slovenia Sweden Switzerland"
        assert set(names.split()) <= {name for name, (low, _) in PISA_SETS.items() if low <= 5}

    def test_the_set_of_one_country_alone_lies_inside(self):
        """Marginal sets are narrower: 7 (or, step-down, 8) to 23 for the United Kingdom."""
        low, high = PISA_SETS["United Kingdom"]
        assert low <= 7
        assert high >= 23

    def test_every_rank_lies_in_its_set(self):
        by_score = sorted(PISA_MATH, key=lambda name: -PISA_MATH[name][0])
        assert all(PISA_SETS[name][0] <= rank <= PISA_SETS[name][1] for rank, name in enumerate(by_score, start=1))

    def test_two_of_them(self):
        """With two, the largest statistic is a single normal one: 1.96 decides."""
        near, far = 1.9, 2.02
        assert known_sets([near, 0], [0.6, 0.8], 1) == [(1, 2), (1, 2)]
        assert known_sets([far, 0], [0.6, 0.8], 1) == [(1, 1), (2, 2)]

    @pytest.mark.parametrize(("rows", "range_"), [(3, 3.31), (5, 3.86), (10, 4.47), (20, 5.01)])
    def test_equal_errors_as_the_studentized_range_says(self, rows, range_):
        """Printed 95 % points of the range of so many normal values; a difference has √2 times the error of a value."""
        others = [0.0] * (rows - 1)
        near, far = (0.3 * range_ * factor for factor in (0.98, 1.02))
        assert known_sets([near, *others], [0.3] * rows, 1)[0] == (1, rows)
        assert known_sets([far, *others], [0.3] * rows, 1)[0] == (1, 1)

    def test_covariances_of_five_answers_do_not_tell_too_much_apart(self, monkeypatch):
        """Of 100 samples of 14 equal rows in one survey all sets hold in 95, and in 92 with covariances as they are."""
        monkeypatch.setattr(draws, "DRAWS", 1000)
        random, rows, n, held = np.random.RandomState(1), 14, 5, 0
        for _ in range(100):
            mood = random.standard_normal((n, 1))
            marks = 0.4**0.5 * mood + 0.6**0.5 * random.standard_normal((n, rows))
            together = np.cov(marks.T) / n
            errors = [(math.sqrt(variance), n - 1.0) for variance in np.diagonal(together)]
            held += set(rank_sets(marks.mean(axis=0).tolist(), errors, 1, together)) == {(1, rows)}
        assert held >= 94

    def test_a_row_that_is_known_among_others_that_are_not(self):
        assert known_sets([5, 3, 3.2], [0, 0, 0.3], 1) == [(1, 1), (2, 3), (2, 3)]
        assert known_sets([3.2, 5, 3], [0.3, 0, 0], 1) == [(2, 3), (1, 1), (2, 3)]

    def test_the_noise_of_arithmetic_is_no_difference(self):
        assert known_sets([0.3 - 0.1, 0.2], [0, 0], 1) == [(1, 2), (1, 2)]

    def test_without_uncertainty_ranks_are_known(self):
        assert known_sets([3, 1, 1, 0], [0, 0, 0, 0], 1) == [(1, 1), (2, 3), (2, 3), (4, 4)]

    def test_one_row(self):
        assert known_sets([3], [0.2], 1) == [(1, 1)]
