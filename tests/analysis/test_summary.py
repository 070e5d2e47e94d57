from __future__ import annotations

from typing import Any

import pytest

from cxmap.analysis.durations import Total, add
from cxmap.analysis.summary import summary
from cxmap.errors import UsageError
from tests.analysis.journeys import TEN, journey, load, of_pairs, touchpoint


def only(*stops: dict[str, Any], **more: Any) -> Any:
    (found,) = summary(load(journey(*stops, **more))).journeys
    return found


class TestJourney:
    def test_mean_and_index(self):
        found = only(touchpoint("a", 9, 2), touchpoint("b", 1, 8), touchpoint("c", None, 5))
        assert found.mean10 == pytest.approx(5)
        assert found.index10 == pytest.approx((9 * 2 + 1 * 8) / 10)
        assert (found.coverage.scored, found.coverage.total) == (2, 3)

    def test_lowest_highest_last_and_weakest_link(self):
        stops = [touchpoint("bad", 1, 1), touchpoint("weak", 9, 3), touchpoint("good", 8, 9), touchpoint("so", 1, 5)]
        found = only(*stops, touchpoint("end", 5))
        assert (found.lowest, found.highest, found.last, found.weakest_link) == ("bad", "good", "end", "weak")

    @pytest.mark.parametrize("marks", [(3,), (3, 9, 8), (5, 5, 5, 5)])
    def test_no_weakest_link_of_fewer_than_four_or_of_equals(self, marks):
        assert only(*(touchpoint(f"t{i}", 8, mark) for i, mark in enumerate(marks))).weakest_link is None

    def test_of_equals_the_first_and_for_the_weakest_link_the_more_important(self):
        found = only(touchpoint("a", 8, 3), touchpoint("b", 9, 3), touchpoint("c", 1, 9), touchpoint("d", 1, 9))
        assert (found.lowest, found.highest, found.weakest_link) == ("a", "c", "b")

    def test_drops_between_neighbours_only(self):
        stops = [
            touchpoint("a", 5, 9, channel="site"),
            touchpoint("b", 5, 7, channel="store"),
            touchpoint("gap", 5),
            touchpoint("c", 5, 1),
            touchpoint("aside", 5, 0, returns_to="c"),
            touchpoint("d", 5, 0.5),
        ]
        found = only(*stops)
        assert (found.largest_drop.before, found.largest_drop.after) == ("a", "b")
        assert found.largest_drop.size10 == pytest.approx(2)
        assert found.experience10 == {"a": 9, "b": 7, "c": 1, "aside": 0, "d": 0.5}
        assert [(drop.before, drop.after) for drop in found.channel_drops] == [("a", "b")]

    def test_without_a_fall_there_is_no_drop(self):
        assert only(touchpoint("a", 5, 5), touchpoint("b", 5, 5)).largest_drop is None
        assert only(touchpoint("a", 5, 0.2), touchpoint("b", 5, 0.3 - 0.1)).largest_drop is None

    def test_drops_of_less_than_a_point_count(self):
        found = only(*(touchpoint(name, 5, e) for name, e in zip("abcd", (6, 5.8, 5.4, 5.1), strict=True)))
        assert (found.largest_drop.before, found.largest_drop.size10) == ("b", pytest.approx(0.4))

    @pytest.mark.parametrize(("e", "weakest"), [((3, 3.2, 3.4), "a"), ((3.4, 3.2, 3), "c"), ((3.2, 3.2, 3.4), "b")])
    def test_tenths_decide(self, e, weakest):
        stops = [touchpoint(name, i, mark) for name, i, mark in zip("abc", (8, 8.2, 8.1), e, strict=True)]
        found = only(*stops, touchpoint("d", 8.1, 3.3))
        best = "abc"[e.index(max(e))]
        assert (found.lowest, found.highest) == ("abc"[e.index(min(e))], best)
        assert found.weakest_link == {"a": "b"}.get(weakest, weakest)

    def test_below_pass(self):
        marks = [touchpoint("a", 5, 5.4), touchpoint("b", 5, 5.5), touchpoint("c", 5, 2)]
        assert only(*marks, scale={**TEN, "pass": 5.5}).below_pass == ("a", "c")
        assert only(*marks).below_pass is None

    def test_a_converted_mean_near_the_pass_mark_is_not_below_it(self):
        marks = [touchpoint(f"t{i}", 5, {"mean": mean, "source": "five"}) for i, mean in enumerate((3.1, 3.09, 3.2))]
        assert only(*marks, touchpoint("mark", 5, 5.4), scale={**TEN, "pass": 5.5}).below_pass == ("t1", "mark")

    def test_peak_end_takes_the_later_of_equal_peaks(self):
        found = only(touchpoint("low", 5, 1), touchpoint("high", 5, 9), touchpoint("end", 5, 6))
        assert (found.peak, found.peak_end) == ("high", pytest.approx(7.5))

    def test_a_low_can_be_the_peak(self):
        found = only(touchpoint("low", 5, 1.1), touchpoint("high", 5, 8.8), touchpoint("end", 5, 6))
        assert (found.peak, found.peak_end) == ("low", pytest.approx(3.55))

    def test_peak_end_is_nothing_without_an_end_and_no_detour_is_one(self):
        assert only(touchpoint("a", 5, 9), touchpoint("b", 5)).peak_end is None
        found = only(touchpoint("a", 5, 7), touchpoint("aside", 5, 0, returns_to="a"))
        assert (found.last, found.peak, found.peak_end) == ("a", "a", 7)

    def test_waiting_and_doing_along_the_line(self):
        stops = [
            touchpoint("a", wait="2 hours", takes="10 minutes"),
            touchpoint("b", wait="1 day"),
            touchpoint("aside", wait="3 days", returns_to="a"),
        ]
        found = only(*stops)
        assert (str(found.waiting), str(found.doing)) == ("1 day 2 hours", "10 minutes")

    def test_evidence_is_for_the_persona_and_voices_count_from_scores_too(self):
        stops = [
            touchpoint("a", 5, {"mean": 5, "n": 9, "source": "survey"}),
            touchpoint("b", 5, 5, evidence=[{"source": "wall", "note": "A guess", "persona": "anna"}]),
            touchpoint("c", 5, 5, evidence=[{"source": "survey", "quote": "Oh", "persona": "ben"}]),
        ]
        for persona, evidence, voices in [("anna", 1, 1), ("ben", 1, 2)]:
            (found,) = summary(load(journey(*stops, personas=("anna", "ben"))), persona=persona).journeys
            assert (found.evidence.scored, found.customer_voice.scored) == (evidence, voices)
            assert found.evidence.total == found.customer_voice.total == 3

    def test_evidence_of_nobody_in_particular_is_for_all(self):
        stops = [touchpoint("a", evidence=[{"source": "survey", "quote": "Oh"}]), touchpoint("b")]
        found = only(*stops)
        assert (found.evidence.scored, found.customer_voice.scored) == (1, 1)

    def test_a_persona_who_passes_nowhere(self):
        found = summary(
            load(journey(touchpoint("a", 5, 5, personas=["ben"]), personas=("anna", "ben"))), persona="anna"
        )
        (one,) = found.journeys
        assert (one.last, one.peak_end, one.mean10, one.coverage.total, one.experience10) == (None, None, None, 0, {})
        assert (found.project.lowest, found.project.highest, found.project.mean10) == (None, None, None)

    def test_importance_of_nothing_has_no_index(self):
        assert only(touchpoint("a", 0, 5)).index10 is None
        assert only(touchpoint("a", 0.5, 5)).index10 == pytest.approx(5)

    def test_says_what_the_file_says(self):
        found = only(touchpoint("a", 5, 5), scale={"importance": {"min": 1, "max": 4}, "experience": TEN})
        assert (found.journey, found.title, found.persona, found.state) == ("trip", "Trip", "anna", "current")
        assert (found.scales.importance.max, found.scales.experience.max) == (4, 10)

    def test_a_journey_without_scores(self):
        found = only(touchpoint("a"), touchpoint("b"))
        assert (found.mean10, found.index10, found.lowest, found.weakest_link, found.peak) == (None,) * 5
        assert found.last == "b"


class TestProject:
    def test_all_current_journeys_together(self):
        found = summary(
            load(
                of_pairs({"a": (8, 2)}, name="one"),
                of_pairs({"b": (2, 8)}, name="two", personas=("anna", "ben")),
                of_pairs({"c": (9, 9)}, name="plan", state="desired"),
            )
        )
        assert [(one.journey, one.persona, one.state) for one in found.journeys] == [
            ("one", "anna", "current"),
            ("plan", "anna", "desired"),
            ("two", "anna", "current"),
            ("two", "ben", "current"),
        ]
        together = found.project
        assert (together.journeys, together.desired, together.personas) == (2, 1, 2)
        assert together.mean10 == pytest.approx(6)
        assert together.index10 == pytest.approx((8 * 2 + 2 * 8 + 2 * 8) / 12)
        assert (together.lowest, together.highest) == (("one", "anna", "a"), ("two", "anna", "b"))
        assert (together.coverage.scored, together.coverage.total) == (3, 3)

    def test_unknown_ids(self):
        project = load(of_pairs({"a": (8, 2)}))
        with pytest.raises(UsageError) as refused:
            summary(project, journey="trips")
        assert str(refused.value) == "no journey is called 'trips' here; did you mean 'trip'?"
        with pytest.raises(UsageError) as refused:
            summary(project, persona="ana")
        assert str(refused.value) == "no persona is called 'ana' here; did you mean 'anna'?"

    def test_evidence_and_voices_of_all(self):
        quoted = touchpoint("a", 5, 5, evidence=[{"source": "survey", "quote": "Oh"}, {"source": "wall", "note": "Ah"}])
        guessed = touchpoint("b", 5, 5, evidence=[{"source": "wall", "note": "Ah"}])
        one, two = (journey(quoted, guessed, touchpoint("c"), name=name) for name in ("one", "two"))
        together = summary(load(one, two, journey(quoted, name="plan", state="desired"))).project
        assert (together.evidence.scored, together.evidence.total) == (4, 6)
        assert (together.customer_voice.scored, together.customer_voice.total) == (2, 6)

    def test_nothing(self):
        from tests.support import project

        found = summary(project({"library.cxmap.yaml": "cxmap: 1\n"}))
        assert (found.journeys, found.project.journeys, found.project.mean10) == ((), 0, None)


class TestDurations:
    @pytest.mark.parametrize(
        ("given", "words"),
        [
            ([], ""),
            (["0 minutes"], "0 minutes"),
            (["19 days"], "19 days"),
            (["1 week", "3 days"], "10 days"),
            (["90 minutes"], "1 hour 30 minutes"),
            (["0.1 hours", "0.2 hours"], "18 minutes"),
            (["1.5 days", "1 hour"], "1 day 13 hours"),
            (["3 working-days", "1 working-day"], "4 working days"),
            (["1 month", "2 working-days", None, "25 minutes"], "1 month + 2 working days + 25 minutes"),
            (["0.333 minutes"], "0.33 minutes"),
            (["0.004 minutes"], "0 minutes"),
            (["0.006 minutes"], "0.01 minutes"),
            (["0.994 minutes"], "0.99 minutes"),
            (["0.999 minutes"], "1 minute"),
            (["119.994 minutes"], "1 hour 59.99 minutes"),
            (["119.996 minutes"], "2 hours"),
            (["23.999999 hours"], "1 day"),
            (["1 working-day"], "1 working day"),
            (["0.5 months", "0.5 months"], "1 month"),
            (["0.3333 months"], "0.33 months"),
        ],
    )
    def test_totals(self, given, words):
        assert str(add(given)) == words

    def test_what_has_no_fixed_length_is_kept_apart(self):
        assert add(["2 days", "2 working-days", "2 months"]) == Total(2 * 24 * 60, 2, 2, 3)
