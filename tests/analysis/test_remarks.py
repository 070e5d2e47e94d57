"""Every remark on a ranking, in the words that a reader sees; each case is all that is said."""

from __future__ import annotations

import re
from typing import Any

import pytest

from cxmap.analysis.ranking.options import View
from tests.analysis.journeys import LIBRARY, TEN, journey, mean, of_pairs, rank, touchpoint

GUESS = "No row rests on customers alone: each has a score that is our own guess or names no source."
FEW = "No quadrants for anna in trip: fewer than 4 scored touchpoints."
OF_ONE = "Certainty of the order for anna: not computable, 1 of 1 rows have no standard error."
OF_TWO = "Certainty of the order for anna: not computable, 2 of 2 rows have no standard error."
APART = (
    "For anna scores are taken as independent, though the same people may have given several; cxmap import survey "
    "keeps how they vary together."
)
BOTH = ("anna", "ben")
CORNERS = {"a": (9, 3), "b": (9, 9), "c": (2, 2), "d": (2, 9)}
STEP = {"importance": 8, "experience": 2}


def measured(name: str, importance: float, experience: float, sd: float = 1.5, n: int = 100, **more: Any) -> Any:
    return touchpoint(name, mean(importance, sd, n), mean(experience, sd, n), **more)


def differs(name: str, anna: tuple[float, float], ben: tuple[float, float]) -> dict[str, Any]:
    scores = dict(zip(("importance", "experience"), ben, strict=True))
    return touchpoint(name, *anna, by_persona={"ben": {"scores": scores}})


def said(*journeys: dict[str, Any], **options: Any) -> list[str]:
    remarks: list[str] = list(rank(*journeys, **options).remarks)
    return remarks


class TestWhatIsRanked:
    def test_nothing_is_scored(self) -> None:
        assert said(journey(touchpoint("a"), touchpoint("b", 8))) == [
            "Nothing to rank: no touchpoint has what the ranking needs."
        ]

    def test_plans_are_left_out(self) -> None:
        plans = [of_pairs({"a": (8, 5)}, name=name, state="desired") for name in ("soon", "later")]
        assert said(*plans) == [
            "Nothing to rank: there is no current journey in the files given.",
            "Skipped (desired journeys): later and soon.",
        ]

    def test_what_the_organisation_did_not_weigh_is_left_out(self) -> None:
        stops = [touchpoint("a", 8, 5, importance_to_us=3), touchpoint("b", 8, 5), touchpoint("c", 7, 5)]
        assert said(journey(*stops, touchpoint("d")), our_weight=0.5) == [
            GUESS,
            OF_ONE,
            "Skipped (no importance_to_us): b (anna), c (anna) and d (anna).",
            FEW,
        ]

    def test_a_view_shows_fewer_rows(self) -> None:
        one = of_pairs({"a": (8, 5), "b": (7, 5)})
        shown = "Shown are 1 of 2 rows; a rank is the place among all of them."
        assert said(one, view=View(top=1)) == [shown, GUESS, OF_TWO, FEW]


class TestPersonas:
    DOUBTS = (
        GUESS,
        "Certainty of the order for anna: not computable, 3 of 3 rows have no standard error.",
        "Certainty of the order for ben: not computable, 3 of 3 rows have no standard error.",
    )
    FEW_OF_BOTH = (FEW, "No quadrants for ben in trip: fewer than 4 scored touchpoints.")

    def test_opposite_gaps_are_said_however_small_and_met_needs_are_none(self) -> None:
        stops = [differs("a", (5.4, 5), (5, 5.4)), differs("b", (5, 5), (5, 4)), differs("c", (5, 6), (5, 5))]
        assert said(journey(*stops, personas=BOTH)) == [
            (
                "trip/a falls short for anna and more than meets the need of ben: look at each persona, not at the "
                "combined row."
            ),
            *self.DOUBTS,
            "Combined rows weigh each persona by its segment's share of customers: anna 75 %, ben 25 %.",
            *self.FEW_OF_BOTH,
        ]

    def test_the_noise_of_arithmetic_is_no_gap(self) -> None:
        stops = [differs(name, (0.3 - 0.1, 0.2), (5, 6)) for name in "abc"]
        assert [one for one in said(journey(*stops, personas=BOTH)) if "falls short" in one] == []

    def test_without_all_shares_they_count_equally(self) -> None:
        stops = [touchpoint(name, 8, 5) for name in "abc"]
        (equal,) = [remark for remark in said(journey(*stops, personas=("anna", "dirk"))) if "equally" in remark]
        assert equal == "All personas count equally in the combined rows: no segment share is known for dirk."

    def test_shares_of_nothing(self) -> None:
        library = {**LIBRARY, "segments": {name: {"title": name, "share": 0} for name in ("new", "old")}}
        stops = [touchpoint(name, 8, 5) for name in "abc"]
        assert said(journey(*stops, personas=BOTH), library=library) == [
            *self.DOUBTS,
            "No combined rows: the segments of all personas have a share of 0.",
            *self.FEW_OF_BOTH,
        ]


class TestQuadrants:
    ORDER = "Certainty of the order for anna: not computable, 4 of 4 rows have no standard error."

    def test_four_are_enough_and_there_is_no_doubt(self) -> None:
        assert said(of_pairs(CORNERS)) == [GUESS, self.ORDER]

    @pytest.mark.parametrize(("lowest", "by"), [(8.4, "0.60"), (8.001, "1.00"), (8, None)])
    def test_importance_hardly_differs(self, lowest: float, by: str | None) -> None:
        pairs = {**CORNERS, "a": (lowest, 3), "c": (9, 2), "d": (9, 9)}
        doubt = f"Importance hardly differs for anna in trip (by {by} on 0-10): quadrants say little."
        assert [one for one in said(of_pairs(pairs)) if "hardly" in one] == ([doubt] if by else [])

    def test_the_gap_may_rank_experience_only(self) -> None:
        pairs = {name: (5 + e / 9, e) for name, e in zip("abcd", (0, 4, 5, 9), strict=True)}
        assert said(of_pairs(pairs)) == [
            (
                "For anna in trip gap and experience correlate at −1.00: this ranks experience, not the gap "
                "(importance adds almost nothing)."
            ),
            GUESS,
            self.ORDER,
        ]

    def test_an_interval_over_a_line(self) -> None:
        stops = [touchpoint(n, i, mean(e, 2, 30)) for n, (i, e) in {**CORNERS, "e": (6, 6)}.items()]
        assert [remark for remark in said(journey(*stops)) if "Borderline" in remark] == [
            "Borderline for anna in trip, as their intervals cross a line between quadrants: e."
        ]

    def test_where_quadrants_are_there_nothing_else_is_said(self) -> None:
        """Four are scored, and two of them can be ranked by what is wanted."""
        stops = [
            touchpoint(name, *pair, scores={"desired": 9} if name in "ab" else {}) for name, pair in CORNERS.items()
        ]
        ranking = rank(journey(*stops), by="target")
        assert [(row.touchpoint, row.quadrant) for row in ranking.rows] == [("a", "concentrate-here"), ("b", "keep-up")]
        assert list(ranking.remarks) == [GUESS, OF_TWO]

    def test_each_journey_is_judged_by_its_own_touchpoints(self) -> None:
        two = of_pairs({"a": (9, 3), "b": (9, 9)}, name="short")
        assert said(of_pairs(CORNERS), two) == [
            GUESS,
            "Certainty of the order for anna: not computable, 6 of 6 rows have no standard error.",
            "No quadrants for anna in short: fewer than 4 scored touchpoints.",
        ]


class TestBasis:
    def test_some_rows_are_a_guess(self) -> None:
        assert said(journey(measured("a", 8, 5), touchpoint("b", 7, 5))) == [
            "1 of 2 rows rest on a score that is our own guess or names no source.",
            "Certainty of the order for anna: not computable, 1 of 2 rows have no standard error.",
            (
                "1 of 1 gaps with an interval are above zero at 5 % (one-sided), by Holm's correction for a family of "
                "1, all gaps of the project."
            ),
            FEW,
        ]

    @pytest.mark.parametrize(("count", "rest"), [(8, " and t7 (anna)"), (10, ", t7 (anna) and 2 more")])
    def test_eight_are_named(self, count: int, rest: str) -> None:
        stops = [measured(f"t{n}", 8, 5, n=4) for n in range(count)]
        (few,) = [one for one in said(journey(*stops)) if one.startswith("Too few")]
        named = "t0 (anna), t1 (anna), t2 (anna), t3 (anna), t4 (anna), t5 (anna), t6 (anna)"
        assert few == f"Too few answers (under 5) for an interval: {named}{rest}."

    def test_answers_that_are_all_the_same(self) -> None:
        assert said(journey(measured("a", 8, 5, sd=0), measured("b", 8, 6))) == [
            (
                "1 of 1 gaps with an interval are above zero at 5 % (one-sided), by Holm's correction for a family of "
                "1, all gaps of the project."
            ),
            "First for anna, of the draws: a in 100 %.",
            APART,
            FEW,
            "Answers that are all alike (sd 0) give no interval, nor do too few; draws keep them: a (anna).",
        ]

    def test_a_gap_sd_of_two_scales(self) -> None:
        scores = {"gap_sd": 1}
        fits = measured("a", 8, 5, scores=scores)
        not_one_scale = touchpoint("b", mean(8, 1, 57), mean(3, 1, 57, "five"), scores=scores)
        one_mark = touchpoint("c", mean(8, 1, 57), 3, scores=scores)
        assert [one for one in said(journey(fits, not_one_scale, one_mark)) if "gap_sd" in one] == [
            (
                "gap_sd is not used where the two scores are not measured on one scale, or not of one source and date: "
                "b (anna) and c (anna)."
            )
        ]

    def test_a_step_has_no_gap_sd_to_use(self) -> None:
        step = measured("b", 8, 5, scores={"gap_sd": 1}, handover={"scores": STEP})
        assert [one for one in said(journey(touchpoint("a", 8, 5), step), handovers=True) if "gap_sd" in one] == []


class TestCertainty:
    def test_not_all_gaps_are_above_zero(self) -> None:
        assert said(journey(measured("a", 8, 5), measured("b", 8, 7.9), measured("c", 5, 8))) == [
            (
                "1 of 3 gaps with an interval are above zero at 5 % (one-sided), by Holm's correction for a family of "
                "3, all gaps of the project."
            ),
            "First for anna, of the draws: a in 100 %.",
            APART,
            FEW,
        ]

    def test_too_close_to_call(self) -> None:
        stops = [measured(name, i, e) for name, i, e in (("a", 8, 5), ("b", 8, 5.1), ("c", 5, 5), ("d", 4.5, 5.05))]
        (first,) = [one for one in said(journey(*stops)) if one.startswith("First")]
        assert first == "First for anna, of the draws: a in 61 %, b in 39 %; which comes first is not certain."

    def test_one_is_named_where_none_stands_out(self) -> None:
        stops = [measured(f"t{n}", 8, 5) for n in range(30)]
        (first,) = [one for one in said(journey(*stops)) if one.startswith("First")]
        assert re.fullmatch(r"First for anna, of the draws: t\d+ in 4 %; which comes first is not certain\.", first)

    @pytest.mark.parametrize(
        ("experience", "sure"),
        [
            ((2, 3, 4, 5, 6, 6.1, 7), "a, b, c and d; uncertain: e and f"),
            ((1, 2, 3, 4, 5, 8, 9), "a, b, c, d and e"),
            ((5, 5, 5, 5, 5, 5, 5), "none; uncertain: a, b, c, d, e, f and g"),
        ],
    )
    def test_what_is_in_the_top_five(self, experience: tuple[float, ...], sure: str) -> None:
        stops = [measured(name, 8, e) for name, e in zip("abcdefg", experience, strict=True)]
        assert said(journey(*stops), seed=3)[-2] == (
            "Certainty of the order for anna, from 10,000 draws (seed 3): in the top 5 in at least 95 % of "
            f"draws: {sure}."
        )

    def test_five_rows_are_all_in_the_top_five(self) -> None:
        stops = [measured(name, 8, e) for name, e in zip("abcde", (1, 3, 5, 7, 9), strict=True)]
        assert said(journey(*stops))[-2:] == ["First for anna, of the draws: a in 100 %.", APART]

    def test_steps_are_told_from_touchpoints(self) -> None:
        step = {"scores": {"importance": mean(8, 1, 100), "experience": mean(1, 1, 100)}}
        stops = [measured("a", 8, 6), measured("b", 8, 7, handover=step)]
        assert said(journey(*stops), handovers=True)[-3:] == [
            "First for anna, of the draws: into b in 100 %.",
            APART,
            FEW,
        ]

    def test_derived_importance_can_lack_answers_too(self) -> None:
        stops = [touchpoint(n, mean(0.1, derived=True), mean(e, 1.5, 90)) for n, e in (("a", 5), ("b", 7))]
        scale = {"importance": {"min": 0, "max": 1}, "experience": TEN}
        assert said(journey(*stops, scale=scale)) == [OF_TWO, FEW]

    def test_rank_sets_need_every_row(self) -> None:
        stops = [measured("a", 8, 5), touchpoint("b", 8, 7), touchpoint("c", 7, 5)]
        assert said(journey(*stops), by="gap", rank_sets=True)[-2:] == [
            FEW,
            "No rank sets for anna: they need a standard error at every row.",
        ]
        assert not [one for one in said(journey(stops[0]), by="gap", rank_sets=True) if "rank sets" in one]


class TestSteps:
    def test_rated_and_lacking_what_the_figure_needs(self) -> None:
        stops = [touchpoint("a", 9, 8), touchpoint("b", 9, 2, handover={"scores": STEP})]
        assert said(journey(*stops), handovers=True, by="target", our_weight=0.5)[-2:] == [
            "Rated handovers that are not ranked: into b (anna): no desired, no importance_to_us.",
            FEW,
        ]

    def test_not_rated(self) -> None:
        stops = [
            touchpoint("a", 9, 8, channel="site", owner="web"),
            touchpoint("b", 9, 4.5, channel="store", owner="web"),
            touchpoint("c", 9, channel="site", owner="shop"),
            touchpoint("d", 9, 6.25, owner="web"),
        ]
        assert said(journey(*stops), handovers=True)[-4:-1] == [
            "Not rated: the handover from a to b (anna, trip), with another channel; experience −3.5 on 0-10.",
            (
                "Not rated: the handover from b to c (anna, trip), with another channel and owner; not scored on both "
                "sides."
            ),
            "Not rated: the handover from c to d (anna, trip), with another owner; not scored on both sides.",
        ]


class TestOrder:
    def test_what_changes_the_reading_comes_first(self) -> None:
        """Whatever is found first: the combined row misleads, then all is a guess; quadrants and rating come last."""
        stops = [differs("a", (5.4, 5), (5, 5.4)), differs("b", (5, 5), (5, 4)), touchpoint("c", 5)]
        plan = of_pairs({"a": (8, 5)}, name="soon", state="desired")
        remarks = said(journey(*stops, personas=BOTH), plan)
        starts = ["trip/a falls", "No row", "Certainty", "Certainty", "Combined", "Skipped", "No quad", "No quad"]
        assert [remark[: len(start)] for remark, start in zip(remarks, starts, strict=True)] == starts
