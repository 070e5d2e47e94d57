from __future__ import annotations

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxmap.analysis.ranking import figures
from tests.analysis.published import CQ_INDEX, CSI_ASKLY, CSI_BLOG, IJIC, WORKED

MARK = st.floats(0, 10)


@pytest.mark.parametrize("name", WORKED)
def test_worked_example(name):
    point = WORKED[name]
    i, e = point.importance, point.experience
    assert figures.priority(i, e) == pytest.approx(point.priority)
    assert figures.gap(i, e) == pytest.approx(point.gap)
    assert figures.opportunity(i, e) == pytest.approx(point.opportunity)
    assert figures.shortfall(i, e) == pytest.approx(point.shortfall)
    assert figures.target(i, e, 10) == pytest.approx(point.shortfall)


def test_improvement_is_importance_times_the_negative_share():
    assert figures.improvement(8, 0.25) == 2


@given(i=MARK, e=MARK)
def test_priority_is_zero_exactly_where_the_need_is_met(i, e):
    met = i <= e or i * (i - e) == 0  # below the smallest number that a computer tells from zero
    assert (figures.priority(i, e) == 0) == met


@given(i=MARK, e=MARK, d=MARK, share=st.floats(0, 1))
def test_ranges(i, e, d, share):
    assert 0 <= figures.priority(i, e) <= 10
    assert -10 <= figures.gap(i, e) <= 10
    assert 0 <= figures.opportunity(i, e) <= 20
    assert 0 <= figures.shortfall(i, e) <= 10
    assert 0 <= figures.improvement(i, share) <= 10
    assert 0 <= figures.target(i, e, d) <= 10


@given(i=MARK, e=MARK, by=st.floats(0, 10))
def test_a_better_experience_never_raises_a_figure(i, e, by):
    better = min(10, e + by)
    for figure in (figures.priority, figures.gap, figures.opportunity, figures.shortfall):
        assert figure(i, better) <= figure(i, e)


class TestPublished:
    def test_borich_scores_on_raw_means(self):
        """Mean importance times mean difference; the paper averages over respondents before it rounds."""
        for need in IJIC:
            score = 10 * figures.priority(need.importance, need.importance - need.difference)
            assert score == pytest.approx(need.borich, abs=0.0226), need.item

    def test_borich_ranking_on_raw_means(self):
        ours = sorted(IJIC, key=lambda n: -figures.priority(n.importance, n.performance))
        assert [need.item for need in ours] == [need.item for need in sorted(IJIC, key=lambda n: n.rank)]

    def test_on_0_to_10_the_borich_ranking_keeps_all_but_one_pair(self):
        """A weighted gap needs a true zero of importance, which 1-5 lacks: items 5 and 10 change places."""
        ours = sorted(IJIC, key=lambda n: -figures.priority((n.importance - 1) * 2.5, (n.performance - 1) * 2.5))
        items = [need.item for need in ours]
        printed = [need.item for need in sorted(IJIC, key=lambda n: n.rank)]
        moved = {item for item, other in zip(items, printed, strict=True) if item != other}
        assert moved <= {5, 10}

    @pytest.mark.parametrize(
        ("figure", "first"),
        [("gap", [20, 13, 12, 18, 2]), ("shortfall", [20, 13, 12, 18, 10])],
    )
    def test_cq_index_by_means(self, figure, first):
        """The printed improvement score, which rests on shares of negative answers, begins 20, 13, 18, 12, 16."""
        on_ten = {
            n: ((a.importance - 1) * 10 / 3, (a.experience - 1) * 10 / 3) for n, a in enumerate(CQ_INDEX, start=1)
        }
        ours = sorted(on_ten, key=lambda n: -getattr(figures, figure)(*on_ten[n]))
        assert ours[:5] == first
        printed = sorted(on_ten, key=lambda n: -CQ_INDEX[n - 1].improvement)
        assert printed[:5] == [20, 13, 18, 12, 16]

    def test_cq_index_item_16_shows_what_a_mean_hides(self):
        """Nearly a quarter had a negative experience, though the mean exceeds the importance."""
        aspect = CQ_INDEX[15]
        assert aspect.experience > aspect.importance
        assert aspect.improvement / aspect.importance == pytest.approx(0.234, abs=5e-4)

    @pytest.mark.parametrize(("weights", "scores", "index"), [CSI_BLOG, CSI_ASKLY])
    def test_satisfaction_indices_and_what_is_left_to_a_perfect_one(self, weights, scores, index):
        total = sum(weights)
        assert sum(w * s for w, s in zip(weights, scores, strict=True)) / total == pytest.approx(index)
        left = sum(10 * figures.shortfall(w, s) for w, s in zip(weights, scores, strict=True)) / total
        assert left == pytest.approx(10 - index)


def test_averaged_scores_hide_opposite_gaps():
    assert figures.priority(statistics.fmean([9, 5]), statistics.fmean([5, 9])) == 0
    assert statistics.fmean([figures.priority(9, 5), figures.priority(5, 9)]) == pytest.approx(1.8)
