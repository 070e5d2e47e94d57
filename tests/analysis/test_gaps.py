from __future__ import annotations

from typing import Any

import pytest
from scipy import stats

from cxmap.analysis.ranking.options import View
from cxmap.analysis.ranking.rows import Unscored
from cxmap.errors import UsageError
from tests.analysis.journeys import journey, load, mean, of_pairs, order, rank, touchpoint
from tests.analysis.published import WORKED

PAIRS = {name: (point.importance, point.experience) for name, point in WORKED.items()}


def row(ranking: Any, name: str, persona: str = "anna") -> Any:
    return next(row for row in ranking.rows if (row.touchpoint, row.persona) == (name, persona))


def shares(name: str, importance: int, experience: int, **more: Any) -> dict[str, Any]:
    """A touchpoint with so many of a hundred answers in the top two of five points."""
    given = [
        {"counts": {2: 100 - top, 4: top - top // 3, 5: top // 3}, "source": "five"} for top in (importance, experience)
    ]
    return touchpoint(name, *given, **more)


class TestWorkedExample:
    @pytest.mark.parametrize(
        ("by", "expected"),
        [
            ("priority", "abcdefg"),
            ("gap", "acdebfg"),
            ("opportunity", "abcdfeg"),
            ("shortfall", "cdaebfg"),
        ],
    )
    def test_orders(self, by, expected):
        assert "".join(order(rank(of_pairs(PAIRS), by=by))) == expected

    @pytest.mark.parametrize("name", PAIRS)
    def test_figures(self, name):
        found = row(rank(of_pairs(PAIRS)), name)
        for figure in ("priority", "gap", "opportunity", "shortfall"):
            assert found.figures.of(figure) == pytest.approx(getattr(WORKED[name], figure))
        assert found.key == found.figures.priority

    def test_how_much_another_figure_would_change(self):
        assert rank(of_pairs(PAIRS)).agreement.kept == {"priority": 5, "gap": 5, "opportunity": 4, "shortfall": 5}

    def test_equal_figures_with_unequal_gaps_share_no_rank(self):
        ranking = rank(of_pairs(PAIRS), by="opportunity")
        assert [(one.touchpoint, one.rank, one.tied) for one in ranking.rows[:2]] == [("a", 1, False), ("b", 2, False)]

    def test_equal_figures_with_equal_gaps_share_a_rank_and_the_next_one_is_left_out(self):
        ranking = rank(of_pairs(PAIRS), by="gap")
        assert [one.rank for one in ranking.rows] == [1, 1, 1, 1, 5, 6, 7]
        assert [one.tied for one in ranking.rows] == [True] * 4 + [False] * 3


class TestOrder:
    def test_the_noise_of_arithmetic_breaks_no_tie(self):
        ranking = rank(of_pairs({"x": (0.3, 0.1), "y": (0.2, 0.0)}), by="gap")
        assert [one.rank for one in ranking.rows] == [1, 1]

    def test_met_needs_follow_by_gap(self):
        assert order(rank(of_pairs({"far": (2, 9), "near": (8, 8.5), "exact": (3, 3)}))) == ["exact", "near", "far"]

    def test_of_equal_figure_and_gap_the_more_important_first_then_the_worse(self):
        """Met needs of one gap; where a derived importance has no gap, two ways to a shortfall of 2.4."""
        assert order(rank(of_pairs({"less": (4, 6), "more": (5, 7)}))) == ["more", "less"]
        stops = [touchpoint(n, mean(i, derived=True), e) for n, i, e in (("good", 0.3, 2), ("bad", 0.8, 7))]
        assert order(rank(journey(*stops, scale=WEIGHTS))) == ["bad", "good"]
        half = {
            "fair": {"counts": {2: 5, 5: 5}, "source": "five"},
            "poor": {"counts": {1: 5, 5: 5}, "source": "five"},
        }
        stops = [touchpoint(n, DERIVED, counts) for n, counts in half.items()]
        assert order(rank(journey(*stops, scale=WEIGHTS), by="improvement")) == ["poor", "fair"]

    def test_two_at_one_place_are_tied(self):
        ranking = rank(of_pairs({"a": (8, 5), "b": (8, 5), "c": (7, 5)}))
        assert [(one.rank, one.tied) for one in ranking.rows] == [(1, True), (1, True), (3, False)]
        assert (ranking.agreement.top, ranking.agreement.of) == (3, 3)

    def test_reach_then_the_order_in_the_journey_break_what_is_left(self):
        same = [
            touchpoint(name, 8, 4, **more) for name, more in [("no", {}), ("b", {"reach": 0.2}), ("a", {"reach": 0.9})]
        ]
        assert order(rank(journey(*same, touchpoint("last", 8, 4)))) == ["a", "b", "no", "last"]


class TestScales:
    def test_a_gap_in_points_where_the_scales_agree(self):
        found = row(rank(of_pairs({"a": (8, 5)}, scale={"min": 1, "max": 10})), "a")
        assert (found.gap, found.gap10) == (3, pytest.approx(3 / 0.9))

    def test_no_gap_in_points_where_they_differ(self):
        scale = {"importance": {"min": 1, "max": 4}, "experience": {"min": 1, "max": 10}}
        found = row(rank(of_pairs({"a": (4, 5.5)}, scale=scale)), "a")
        assert (found.gap, found.gap10) == (None, pytest.approx(5))

    def test_a_measurement_is_on_the_scale_of_its_source(self):
        found = row(rank(journey(touchpoint("a", 8, mean(2, 1, 57, "five")))), "a")
        assert (found.experience, found.experience10) == (pytest.approx(2.5), pytest.approx(2.5))

    def test_the_journey_has_the_scale_of_the_project_unless_it_has_its_own(self):
        whole = {"scale": None}
        one = of_pairs({"a": (4, 2)}, **whole)
        del one["journey"]["scale"]
        assert row(rank(one, config="scale = {min = 1, max = 5}"), "a").importance10 == pytest.approx(7.5)
        assert row(rank(one), "a").importance10 == pytest.approx(10 / 3)
        assert row(rank(of_pairs({"a": (4, 2)}), config="scale = {min = 1, max = 5}"), "a").importance10 == 4

    def test_each_kind_of_score_is_on_its_own_scale(self):
        scale = {"importance": {"min": 0, "max": 4}, "experience": {"min": 0, "max": 8}}
        one = touchpoint("a", 3, 4, scores={"desired": 6}, importance_to_us=1)
        found = row(rank(journey(one, scale=scale), our_weight=0.5), "a")
        assert (found.importance10, found.experience10, found.desired10, found.weighed10) == (7.5, 5, 7.5, 5)


class TestMissing:
    def test_without_both_scores_a_touchpoint_is_listed_with_what_it_lacks(self):
        ranking = rank(journey(touchpoint("a", 8, 5), touchpoint("b", 8), touchpoint("c", None, 5), touchpoint("d")))
        assert {one.touchpoint: one.missing for one in ranking.unscored} == {
            "b": ("experience",),
            "c": ("importance",),
            "d": ("importance", "experience"),
        }
        assert (ranking.coverage.scored, ranking.coverage.total) == (1, 4)

    def test_what_is_known_of_it_is_kept(self):
        more = {"owner": "shop", "channel": "site", "tags": ["x"], "moment_of_truth": True}
        (found,) = rank(journey(touchpoint("a", 8, **more))).unscored
        assert found == Unscored(
            journey="trip",
            stage="all",
            touchpoint="a",
            persona="anna",
            owner="shop",
            channel="site",
            tags=("x",),
            moment_of_truth=True,
            importance10=8,
            missing=("experience",),
            place=found.place,
        )
        assert (found.place.path, found.place.line, found.place.column) == ("trip.cxmap.yaml", 14, 7)

    @pytest.mark.parametrize(
        ("options", "lacks"),
        [
            ({"by": "target"}, "desired"),
            ({"by": "improvement"}, "counts"),
            ({"our_weight": 0.5}, "importance_to_us"),
        ],
    )
    def test_what_a_figure_needs_besides(self, options, lacks):
        counts = {"counts": {1: 1, 5: 3}, "source": "five"}
        full = touchpoint("full", 8, counts, scores={"desired": 9}, importance_to_us=5)
        ranking = rank(journey(full, touchpoint("bare", 8, 5)), **options)
        assert order(ranking) == ["full"]
        assert [(one.touchpoint, one.missing) for one in ranking.unscored] == [("bare", (lacks,))]

    def test_no_answers_at_all_is_no_score(self):
        ranking = rank(journey(touchpoint("a", 8, {"counts": {1: 0, 5: 0}, "source": "five"})))
        assert ranking.unscored[0].missing == ("experience",)


class TestFigures:
    def test_improvement_counts_answers_below_the_middle(self):
        counts = {"counts": {1: 10, 2: 10, 3: 30, 4: 30, 5: 20}, "source": "five"}
        found = row(rank(journey(touchpoint("a", 8, counts)), by="improvement"), "a")
        assert found.figures.improvement == pytest.approx(8 * 0.2)
        assert found.negative_share == pytest.approx((0.2, 0.1334, 0.2888), abs=5e-5)

    @pytest.mark.parametrize(
        ("importance", "experience", "expected", "band"),
        [  # shares of top-two answers of 100 on a five-point scale, by hand: I + max(I - S, 0)
            (90, 20, 16, "extreme"),
            (80, 50, 11, "considerable"),
            (80, 35, 12.5, "high"),
            (80, 80, 8, None),
            (50, 90, 5, None),
        ],
    )
    def test_opportunity_of_shares_is_ulwicks_own(self, importance, experience, expected, band):
        found = row(rank(journey(shares("a", importance, experience)), shares=True), "a")
        assert (found.key, found.band) == (pytest.approx(expected), band)
        assert found.figures.opportunity == found.key
        assert [top.share for top in found.top_two] == [importance / 100, experience / 100]
        assert found.top_two[0].marks == (4, 5)
        wilson = stats.binomtest(importance, 100).proportion_ci(method="wilson")
        assert found.top_two[0].interval == pytest.approx((wilson.low, wilson.high), abs=1e-9)

    def test_the_bands_are_for_five_points_only(self):
        counts = {"counts": {0: 10, 9: 45, 10: 45}, "source": "survey"}
        worse = {"counts": {0: 80, 9: 10, 10: 10}, "source": "survey"}
        found = row(rank(journey(touchpoint("a", counts, worse)), shares=True), "a")
        assert (found.key, found.band, found.top_two[0].marks) == (pytest.approx(16), None, (9, 10))
        times = rank(journey(shares("a", 90, 20, reach=0.5)), shares=True, reach=True)
        assert (row(times, "a").key, row(times, "a").band) == (pytest.approx(8), None)

    def test_what_has_no_counts_has_no_share(self):
        weighed = touchpoint("weighed", mean(4, 1, 40, "five", answers=60), {"counts": {1: 5, 5: 9}, "source": "five"})
        ranking = rank(journey(shares("a", 90, 20), weighed, touchpoint("mark", 8, 5)), shares=True)
        assert [(one.touchpoint, one.missing) for one in ranking.unscored] == [
            ("weighed", ("counts",)),
            ("mark", ("counts",)),
        ]
        assert any("Weighted answers" in said and "weighed" in said for said in ranking.remarks)

    @pytest.mark.parametrize("counted", [{1: 0, 2: 4}, {1: 2, 1.5: 4}])
    def test_top_two_needs_more_marks_than_two_and_whole_ones(self, counted):
        scale = {"min": 1, "max": 2 if 2 in counted else 5}
        score = {"counts": counted, "source": "survey"}
        ranking = rank(journey(touchpoint("a", score, score), scale=scale), shares=True)
        assert [one.missing for one in ranking.unscored] == [("counts",)]

    def test_under_five_answers_a_share_has_no_interval(self):
        few = {"counts": {1: 1, 5: 3}, "source": "five"}
        found = row(rank(journey(touchpoint("a", few, few)), shares=True), "a")
        assert [(top.share, top.interval) for top in found.top_two] == [(0.75, None)] * 2

    @pytest.mark.parametrize(
        ("options", "said"), [({"by": "gap"}, "leave out --by gap"), ({"our_weight": 0.5}, "leave out --our-weight")]
    )
    def test_shares_are_of_opportunity_alone(self, options, said):
        with pytest.raises(UsageError, match=said):
            rank(journey(shares("a", 90, 20)), shares=True, **options)

    def test_over_personas_it_is_the_mean_of_theirs(self):
        stop = shares("a", 90, 20)
        stop["by_persona"] = {"ben": {"scores": shares("a", 50, 50)["scores"]}}
        ranking = rank(journey(stop, personas=("anna", "ben")), shares=True)
        combined = ranking.rows[0]
        assert (combined.kind, combined.key) == ("combined", pytest.approx((0.6 * 16 + 0.2 * 5) / 0.8))
        assert (combined.top_two, combined.band) == ((None, None), None)

    def test_target_is_against_what_is_wanted(self):
        found = row(rank(journey(touchpoint("a", 8, 5, scores={"desired": 7})), by="target"), "a")
        assert found.key == pytest.approx(1.6)

    def test_our_weight_blends_importance_and_leaves_quadrants(self):
        stops = [
            touchpoint(n, i, 5, importance_to_us=u) for n, i, u in [("a", 9, 1), ("b", 6, 10), ("c", 7, 7), ("d", 2, 2)]
        ]
        plain, ours = rank(journey(*stops)), rank(journey(*stops), our_weight=0.75)
        assert (order(plain)[0], order(ours)[0]) == ("a", "b")
        assert row(ours, "b").figures.priority == pytest.approx(9 * 4 / 10)
        assert row(ours, "b").gap10 == 1
        assert {r.touchpoint: r.quadrant for r in plain.rows} == {r.touchpoint: r.quadrant for r in ours.rows}

    def test_reach_multiplies(self):
        stops = [touchpoint("few", 9, 1, reach=0.1), touchpoint("many", 7, 4, reach=1)]
        ranking = rank(journey(*stops), reach=True)
        assert order(ranking) == ["many", "few"]
        assert row(ranking, "few").key == pytest.approx(0.72)
        assert row(ranking, "few").figures.priority == pytest.approx(7.2)


DERIVED = mean(0.6, 0.7, 100, derived=True)
WEIGHTS = {"importance": {"min": 0, "max": 1}, "experience": {"min": 0, "max": 10}}


class TestDerived:
    def test_ranks_by_shortfall_and_subtracts_nothing(self):
        ranking = rank(journey(touchpoint("a", DERIVED, 7), scale=WEIGHTS))
        found = row(ranking, "a")
        assert (ranking.by, found.key) == ("shortfall", pytest.approx(1.8))
        assert (found.gap10, found.figures.priority, found.figures.opportunity, found.interval) == (None,) * 4
        assert ranking.agreement.kept == {"priority": None, "gap": None, "opportunity": None, "shortfall": 1}

    @pytest.mark.parametrize("by", ["priority", "gap", "opportunity", "target"])
    def test_a_figure_that_subtracts_is_refused(self, by):
        with pytest.raises(UsageError) as refused:
            rank(journey(touchpoint("a", DERIVED, 7), scale=WEIGHTS), by=by)
        assert str(refused.value) == (
            "the importance is derived (trip/a): a weight, from which no experience can be subtracted as "
            f"'{by}' does; use --by shortfall"
        )

    def test_so_is_one_that_the_configuration_chose(self):
        with pytest.raises(UsageError, match="'priority'"):
            rank(journey(touchpoint("a", DERIVED, 7), scale=WEIGHTS), config='by = "priority"\n')

    def test_never_together_with_stated_importance(self):
        mixed = journey(touchpoint("a", DERIVED, 7), touchpoint("b", 0.5, 7), scale=WEIGHTS)
        with pytest.raises(UsageError) as refused:
            rank(mixed)
        assert str(refused.value) == (
            "stated and derived importance are never ranked together: derived at trip/a, stated at trip/b; rank them "
            "apart with --journey or --persona"
        )

    def test_apart_each_is_ranked(self):
        weights = journey(touchpoint("a", DERIVED, 7), name="one", scale=WEIGHTS)
        marks = of_pairs({"b": (8, 5)}, name="two")
        with pytest.raises(UsageError, match="--journey"):
            rank(weights, marks)
        assert rank(weights, marks, journey="one").by == "shortfall"
        assert rank(weights, marks, journey="two").by == "priority"

    def test_no_blend_with_our_mark(self):
        with pytest.raises(UsageError) as refused:
            rank(journey(touchpoint("a", DERIVED, 7, importance_to_us=1), scale=WEIGHTS), our_weight=0.5)
        assert str(refused.value) == (
            "'a' has a derived importance, a weight, and one that is a mark: --our-weight cannot blend the two; leave "
            "it out"
        )

    def test_improvement_fits_a_weight_too(self):
        counts = {"counts": {1: 1, 5: 3}, "source": "five"}
        ranking = rank(journey(touchpoint("a", DERIVED, counts), scale=WEIGHTS), by="improvement")
        assert (ranking.derived, row(ranking, "a").derived, row(ranking, "a").key) == (True, True, pytest.approx(1.5))


class TestRefused:
    @pytest.mark.parametrize(
        ("options", "message"),
        [
            ({"persona": "ana"}, "no persona is called 'ana' here; did you mean 'anna'?"),
            ({"persona": "ben"}, "no persona is called 'ben' here; there are: anna"),
            ({"journey": "nowhere"}, "no journey is called 'nowhere' here; there are: more, trip"),
            ({"journey": "plan"}, "no journey is called 'plan' here; there are: more, trip"),
            ({"view": View(stage="al")}, "no stage is called 'al' here; did you mean 'all'?"),
            ({"view": View(owner="shp")}, "no owner is called 'shp' here; did you mean 'shop'?"),
            ({"view": View(channel="sites")}, "no channel is called 'sites' here; did you mean 'site'?"),
            ({"view": View(channel="phone")}, "no channel is called 'phone' here; there are: site, store"),
            ({"view": View(top=0)}, "--top is at least 1, not 0"),
            ({"view": View(min_importance=10.5)}, "--min-importance is on 0 to 10, not 10.5"),
            ({"view": View(min_importance=-1)}, "--min-importance is on 0 to 10, not -1"),
            ({"our_weight": 1.5}, "--our-weight is from 0 to 1, not 1.5"),
            ({"our_weight": float("nan")}, "--our-weight is from 0 to 1, not nan"),
            ({"seed": -1}, "--seed is a whole number from 0 to 4294967295, not -1"),
            ({"seed": 4294967296}, "--seed is a whole number from 0 to 4294967295, not 4294967296"),
            ({"segment": "nwe"}, "no segment is called 'nwe' here; did you mean 'new'?"),
            ({"segment": "old"}, "no persona of a current journey here stands for the segment 'old'"),
            (
                {"reach": True},
                (
                    "--reach needs the reach of every ranked touchpoint; it is absent at more/a, trip/a, trip/b, "
                    "trip/c, trip/d and 1 more"
                ),
            ),
            (
                {"reach": True, "journey": "trip"},
                (
                    "--reach needs the reach of every ranked touchpoint; it is absent at trip/a, trip/b, trip/c, "
                    "trip/d, trip/e"
                ),
            ),
            (
                {"reach": True, "journey": "more"},
                "--reach needs the reach of every ranked touchpoint; it is absent at more/a",
            ),
            (
                {"crosshair": "7"},
                "a crosshair is mean, median, scale, or IMPORTANCE,EXPERIENCE on 0 to 10 such as 7.5,6, not '7'",
            ),
        ],
    )
    def test_with_what_to_do(self, options, message):
        trip = of_pairs(dict.fromkeys("abcde", (8, 5)))
        more = [of_pairs({"a": (8, 5)}, name="more"), of_pairs({"a": (8, 5)}, name="plan", state="desired")]
        with pytest.raises(UsageError) as refused:
            rank(trip, *more, **options)
        assert str(refused.value) == message

    def test_where_there_is_nothing_to_choose_from(self):
        with pytest.raises(UsageError) as refused:
            rank(of_pairs({"a": (8, 5)}, state="desired"), journey="trip")
        assert str(refused.value) == "no journey is called 'trip' here; there is none"

    @pytest.mark.parametrize(
        "options",
        [
            {"our_weight": 1},
            {"our_weight": 0},
            {"seed": 0},
            {"seed": 4294967295},
            {"view": View(top=1)},
            {"view": View(min_importance=0)},
            {"view": View(min_importance=10)},
            {"crosshair": "0,10"},
            {"crosshair": "10,0"},
        ],
    )
    def test_the_ends_of_each_range_are_inside(self, options):
        stop = touchpoint("a", mean(10, 1, 50), mean(5, 1, 50), importance_to_us=5)
        assert order(rank(journey(stop), **options)) == ["a"]


class TestBadInput:
    """Each gives an answer or a clear remark."""

    def test_no_scores(self):
        ranking = rank(journey(touchpoint("a"), touchpoint("b")))
        assert (ranking.rows, ranking.crosshairs, ranking.agreement.top) == ((), (), 0)
        assert ranking.remarks[0] == "Nothing to rank: no touchpoint has what the ranking needs."

    def test_no_journey(self):
        from cxmap.analysis.ranking.gaps import gaps
        from tests.support import project

        ranking = gaps(project({"library.cxmap.yaml": "cxmap: 1\n"}))
        assert ranking.remarks == ("Nothing to rank: there is no current journey in the files given.",)

    def test_one_touchpoint(self):
        ranking = rank(of_pairs({"a": (8, 5)}))
        assert (ranking.rows[0].rank, ranking.rows[0].quadrant) == (1, None)
        assert "No quadrants for anna in trip: fewer than 4 scored touchpoints." in ranking.remarks

    def test_all_equal(self):
        ranking = rank(of_pairs(dict.fromkeys("abcde", (7, 5))))
        assert [one.rank for one in ranking.rows] == [1] * 5
        assert {one.quadrant for one in ranking.rows} == {"keep-up"}
        assert any(one.startswith("Importance hardly differs for anna in trip (by 0.00") for one in ranking.remarks)

    def test_one_answer(self):
        ranking = rank(journey(touchpoint("a", mean(8, None, 1), mean(5, None, 1))))
        assert (ranking.rows[0].sample, ranking.rows[0].interval) == ("too-few", None)
        assert "Too few answers (under 5) for an interval: a (anna)." in ranking.remarks

    def test_no_spread(self):
        ranking = rank(journey(touchpoint("a", mean(8, 0, 20), mean(5, 0, 20))))
        found = ranking.rows[0]
        assert (found.gap10, found.sample, found.interval, found.p_holm) == (3, "too-few", None, None)
        assert (
            "Answers that are all alike (sd 0) give no interval, nor do too few; draws keep them: a (anna)."
            in ranking.remarks
        )

    def test_only_a_plan(self):
        ranking = rank(of_pairs({"a": (8, 5)}, state="desired"))
        assert ranking.rows == ()
        assert "Skipped (desired journeys): trip." in ranking.remarks


class TestIntervals:
    def test_gap_sd_is_put_on_0_to_10_with_the_answers(self):
        scores = {"gap_sd": 1.0}
        found = rank(journey(touchpoint("a", mean(4, 1, 57, "five"), mean(3, 1, 64, "five"), scores=scores))).rows[0]
        assert found.interval.se == pytest.approx(2.5 / 57**0.5)
        assert (found.interval.conservative, found.n) == (False, 57)

    def test_gap_sd_of_two_scales_is_not_used(self):
        scores = {"gap_sd": 1.0}
        ranking = rank(journey(touchpoint("a", mean(8, 1, 57), mean(3, 1, 57, "five"), scores=scores)))
        assert ranking.rows[0].interval.df > 56
        assert any(one.startswith("gap_sd is not used where") for one in ranking.remarks)

    @pytest.mark.parametrize("source", ["wall", None])
    def test_a_guess_never_has_an_interval(self, source):
        found = rank(journey(touchpoint("a", mean(8, 1, 57, source), mean(5, 1, 57)))).rows[0]
        assert (found.interval, found.guess, found.n) == (None, True, 57)


CORNERS = {"a": (9, 3), "b": (9, 9), "c": (2, 2), "d": (2, 9)}


class TestQuadrants:
    def test_labels_and_crosshair(self):
        ranking = rank(of_pairs(CORNERS))
        labels = {one.touchpoint: one.quadrant for one in ranking.rows}
        assert labels == {"a": "concentrate-here", "b": "keep-up", "c": "low-priority", "d": "possible-overkill"}
        (cross,) = ranking.crosshairs
        assert (cross.kind, cross.importance10, cross.experience10) == ("mean", 5.5, 5.75)

    @pytest.mark.parametrize(
        ("given", "kind", "at"),
        [("median", "median", (5.5, 6)), ("scale", "scale", (5, 5)), ("9.5,1", "given", (9.5, 1))],
    )
    def test_other_crosshairs(self, given, kind, at):
        for ranking in (
            rank(of_pairs(CORNERS), crosshair=given),
            rank(of_pairs(CORNERS), config=f'crosshair = "{given}"'),
        ):
            (cross,) = ranking.crosshairs
            assert (cross.kind, (cross.importance10, cross.experience10)) == (kind, at)

    def test_the_option_goes_before_the_configuration(self):
        assert rank(of_pairs(CORNERS), crosshair="scale", config='crosshair = "median"').crosshairs[0].kind == "scale"

    @pytest.mark.parametrize("uncertain", [0, 1])
    def test_an_interval_over_its_line_is_borderline(self, uncertain):
        """The lines cross at 5.6 and 5.8: importance crosses the one, or experience the other."""
        stops = []
        for name, pair in {**CORNERS, "e": (6, 6)}.items():
            scores = [mean(mark, 2, 30) if side == uncertain else mark for side, mark in enumerate(pair)]
            stops.append(touchpoint(name, *scores))
        assert [one.touchpoint for one in rank(journey(*stops)).rows if one.borderline] == ["e"]


class TestViews:
    STOPS = (
        touchpoint("a", 9, 2, owner="shop", channel="store", tags=["x"], moment_of_truth=True),
        touchpoint("b", 8, 3, owner="web", channel="site"),
        touchpoint("c", 7, 4, owner="shop", channel="site", tags=["x", "y"]),
        touchpoint("d", 2, 1, owner="shop", moment_of_truth=True),
        touchpoint("e", 6, owner="web", channel="site"),
        touchpoint("f", 3, moment_of_truth=True),
    )

    @pytest.mark.parametrize(
        ("view", "rows", "unscored"),
        [
            (View(owner="shop"), "acd", ""),
            (View(channel="site"), "bc", "e"),
            (View(tag="x"), "ac", ""),
            (View(moments_of_truth=True), "ad", "f"),
            (View(min_importance=7), "abc", ""),
            (View(min_importance=3), "abc", "ef"),
            (View(min_importance=7.4), "ab", ""),
            (View(min_importance=6.1), "abc", ""),
            (View(quadrant="concentrate-here"), "a", ""),
            (View(stage="all", top=2), "ab", "ef"),
        ],
    )
    def test_show_fewer_rows_and_change_no_rank(self, view, rows, unscored):
        whole = rank(journey(*self.STOPS))
        ranking = rank(journey(*self.STOPS), view=view)
        assert "".join(order(ranking)) == rows
        assert [one.rank for one in ranking.rows] == [one.rank for one in whole.rows if one.touchpoint in rows]
        assert "".join(one.touchpoint for one in ranking.unscored) == unscored
        assert ranking.coverage == whole.coverage
        assert any(one.startswith(f"Shown are {len(rows)} of 4 rows") for one in ranking.remarks)


class TestRow:
    def test_says_what_the_file_says(self):
        stop = touchpoint(
            "a",
            8,
            {"counts": {1: 1, 5: 3}, "source": "five"},
            scores={"desired": 9},
            title="Waits",
            owner="shop",
            channel="site",
            tags=["x", "y"],
            reach=0.5,
            importance_to_us=6,
        )
        found = row(rank(journey(touchpoint("first", 1, 1), stop), our_weight=0.5), "a")
        assert (found.kind, found.journey, found.stage, found.stage_title) == ("touchpoint", "trip", "all", "All of it")
        assert (found.touchpoint, found.title, found.persona, found.position) == ("a", "Waits", "anna", 1)
        assert (found.channel, found.owner, found.tags, found.reach) == ("site", "shop", ("x", "y"), 0.5)
        assert (found.importance, found.experience, found.desired) == (8, 7.5, 9)
        assert (found.importance10, found.experience10, found.desired10, found.weighed10) == (8, 7.5, 9, 7)
        assert (found.gap, found.gap10, found.derived, found.guess) == (0.5, 0.5, False, True)
        assert (found.scales.importance.max, found.n, found.sample) == (10, 4, "too-few")

    def test_of_two_numbers_of_answers_the_smaller_counts(self):
        found = row(rank(journey(touchpoint("a", mean(8, 1, 40), mean(5, 1, 30)))), "a")
        assert (found.n, found.sample, found.guess) == (30, "ok", False)


class TestMarks:
    def test_weakest_link_moment_of_truth_and_wow(self):
        stops = [
            touchpoint("a", 9, 3, wow="A song"),
            touchpoint("b", 9, 9),
            touchpoint("c", 1, 1, moment_of_truth=True),
            touchpoint("d", 1, 1),
        ]
        marks = {r.touchpoint: (r.weakest_link, r.wow, r.moment_of_truth) for r in rank(journey(*stops)).rows}
        assert marks == {
            "a": (True, True, False),
            "b": (False, False, False),
            "c": (False, False, True),
            "d": (False, False, False),
        }

    def test_actions_that_name_it_dropped_ones_aside(self):
        one = of_pairs({"a": (8, 5)})
        one["actions"] = {
            "mend": {"title": "Mend", "touchpoints": ["a"]},
            "dream": {"title": "Dream", "touchpoints": ["trip/a"], "status": "dropped"},
        }
        assert rank(one).rows[0].actions == ("mend",)

    def test_where_it_stands(self):
        ranking = rank(of_pairs({"a": (8, 5)}))
        place = ranking.rows[0].place
        assert (place.path, place.line, place.column) == ("trip.cxmap.yaml", 14, 7)


def test_detours_are_ranked():
    stops = [touchpoint("a", 8, 5), touchpoint("aside", 9, 2, returns_to="a")]
    assert order(rank(journey(*stops))) == ["aside", "a"]


def test_a_project_can_choose_its_figure():
    assert rank(of_pairs(PAIRS), config='by = "shortfall"').by == "shortfall"
    assert rank(of_pairs(PAIRS), config='by = "shortfall"', by="gap").by == "gap"


def test_load_is_without_errors():
    project = load(of_pairs(PAIRS))
    assert [document.errors for document in project.documents] == [(), ()]
