"""The message of a project: which sentences there are, when, and what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from cxmap.story.story import tell
from tests.analysis.journeys import TEN, journey, load, mean, of_pairs, touchpoint

if TYPE_CHECKING:
    from cxmap.choices import Lang

PASS = {**TEN, "pass": 5.5}
FOUR = {"late": (9, 3), "good": (8, 9), "fine": (5, 7), "so": (4, 6)}
TWO_WEAK = {"late": (10, 4), "poor": (7, 3.5), "fine": (5, 7), "so": (4, 6)}
"""What weighs most is not what is experienced worst."""


def said(*journeys: dict[str, Any], lang: Lang = "en", **more: Any) -> dict[str, str]:
    """The headlines by their kind."""
    return {headline.kind: headline.text for headline in tell(load(*journeys, **more), lang).headlines}


def with_actions(trip: dict[str, Any], **statuses: str) -> dict[str, Any]:
    actions = {name: {"title": f"Plan {name}", "touchpoints": ["late"], "status": s} for name, s in statuses.items()}
    return {**trip, "actions": actions}


class TestStart:
    def test_the_first_of_the_ranking_with_its_scores_and_who_gives_them(self):
        trip = of_pairs(FOUR, scores_source="survey")
        assert said(trip)["start"] == (
            "Start with “Late”, the weakest link: customers give its importance 9 and its experience 3 (scale 0 to "
            "10); no action is described for it yet."
        )

    def test_a_score_of_the_team_is_said_to_be_one(self):
        assert "the team estimates its importance at 9 and its experience at 3" in said(of_pairs(FOUR))["start"]
        mixed = [touchpoint("late", mean(9), 3), *(touchpoint(n, *FOUR[n]) for n in ("good", "fine", "so"))]
        assert (
            "customers give its importance 9 and the team estimates its experience at 3"
            in said(journey(*mixed))["start"]
        )

    @pytest.mark.parametrize(
        ("statuses", "expected"),
        [
            ({}, "no action is described for it yet"),
            ({"a": "planned"}, "the action “Plan a” (planned) addresses it"),
            ({"a": "planned", "b": "done"}, "the actions “Plan a” (planned) and “Plan b” (done) address it"),
            (
                {"a": "idea", "b": "idea", "c": "idea"},
                "the actions “Plan a” (an idea) and “Plan b” (an idea), among others, address it",
            ),
            ({"a": "dropped"}, "no action in this plan addresses it"),
        ],
    )
    def test_what_is_done_about_it(self, statuses, expected):
        assert said(with_actions(of_pairs(FOUR), **statuses))["start"].endswith(f"; {expected}.")

    def test_of_several_journeys_it_names_the_one(self):
        back = of_pairs({"other": (3, 8)}, name="back")
        assert said(of_pairs(FOUR), back)["start"].startswith("Start with “Late” in “Trip”, the weakest link: ")

    def test_not_on_a_tie(self):
        assert "start" not in said(of_pairs({**FOUR, "early": (9, 3)}))

    def test_not_where_nothing_falls_short(self):
        assert "start" not in said(of_pairs(dict.fromkeys("abcd", (5, 9))))

    def test_not_where_it_comes_first_in_under_half_of_the_draws(self):
        measured = {
            name: [mean(i, 3, 10), mean(e, 3, 10)] for name, (i, e) in {**FOUR, "b": (9, 3.1), "c": (9, 3.2)}.items()
        }
        close = journey(*(touchpoint(name, *scores) for name, scores in measured.items()))
        assert "start" not in said(close)
        clear = journey(*(touchpoint(n, mean(i, 0.5, 99), mean(e, 0.5, 99)) for n, (i, e) in FOUR.items()))
        assert "start" in said(clear)

    def test_over_several_personas(self):
        stops = [
            touchpoint("late", 9, 3, by_persona={"ben": {"scores": {"importance": 8, "experience": 4}}}),
            *(touchpoint(name, *FOUR[name]) for name in ("good", "fine", "so")),
        ]
        trip = journey(*stops, personas=("anna", "ben"), scores_source="survey")
        expected = "its importance 8 or more and its experience 3.5 on average over 2 personas"
        assert expected in said(trip)["start"]


class TestDisagreement:
    def wall(self, thought: float, **more: Any) -> dict[str, Any]:
        waves = [{"mark": thought, "source": "wall"}, mean(4.0, 1.0, 50, **more)]
        return journey(touchpoint("late", 9, waves), *(touchpoint(n, *FOUR[n]) for n in ("good", "fine", "so")))

    def test_a_mark_of_the_team_outside_the_interval_of_customers(self):
        assert said(self.wall(7))["disagreement"] == (
            "Team and customers differ most about the experience at “Late”: the team thought 7, customers say 4 "
            "(3.7 to 4.3 at 95 %)."
        )

    def test_not_inside_it(self):
        assert "disagreement" not in said(self.wall(4.1))

    def test_conversion_is_said(self):
        assert "; converted from a scale of 1 to 5)." in said(self.wall(2, source="five"))["disagreement"]


class TestWeakest:
    def test_the_weakest_link_below_the_pass_mark(self):
        assert said(of_pairs(TWO_WEAK, scale=PASS))["weakest"] == (
            "The weakest link is “Poor”: the team estimates its experience at 3.5 on a scale of 0 to 10, below the "
            "pass mark of 5.5."
        )

    def test_what_comes_first_as_well_is_named_once(self):
        found = said(of_pairs(FOUR, scale=PASS))
        assert found["start"].startswith("Start with “Late”, the weakest link, below the pass mark of 5.5: the team ")
        assert "weakest" not in found

    def test_of_one_persona_alone_it_is_said_whose_it_is(self):
        differs = {"ben": {"scores": {"importance": 9, "experience": 5.5}}}
        stops = [touchpoint("late", 9, 3, by_persona=differs), touchpoint("good", 9, 5)]
        stops += [touchpoint("fine", 5, 7), touchpoint("so", 4, 6)]
        trip = journey(*stops, personas=("anna", "ben"), scale=PASS)
        assert "“Late”, the weakest link for Anna, below" in said(trip)["start"]

    def test_not_where_the_pass_mark_is_met_everywhere(self):
        assert "weakest" not in said(of_pairs({"a": (9, 6), "b": (8, 9), "c": (5, 7), "d": (4, 6)}, scale=PASS))

    def test_what_is_called_below_the_pass_mark_looks_so(self):
        """5.46 is below 5.5, and is not printed as 5.5."""
        found = said(of_pairs({**FOUR, "late": (9, 5.46)}, scale=PASS))["start"]
        assert (
            ", below the pass mark of 5.5: the team estimates its importance at 9 and its experience at 5.46" in found
        )
        found = said(of_pairs({**TWO_WEAK, "late": (10, 6), "poor": (7, 5.46)}, scale=PASS))["weakest"]
        assert "experience at 5.46 on a scale of 0 to 10, below the pass mark of 5.5" in found

    def test_a_converted_mean_near_the_pass_mark_is_not_below_it(self):
        """3.15 of 1 to 5 is 5.375: the summary does not call it below either, only the touchpoint that matters less."""
        late = touchpoint("late", 9, {"mean": 3.15, "source": "five"})
        trip = journey(late, touchpoint("good", 8, 9), touchpoint("fine", 5, 7), touchpoint("so", 4, 5), scale=PASS)
        assert "weakest" not in said(trip)

    def test_a_weaker_handover_comes_before_it(self):
        handover = {"loses": ["the number"], "scores": {"importance": 8, "experience": 2}}
        stops = [touchpoint(name, *pair) for name, pair in FOUR.items()]
        trip = journey(*stops[:-1], {**stops[-1], "handover": handover}, scale=PASS)
        assert said(trip)["weakest"] == (
            "The weakest handover is the one into “So”: the team estimates its experience at 2 on a scale of 0 to 10, "
            "below the pass mark of 5.5; lost on the way: the number."
        )


class TestBasis:
    def test_never_left_out_where_not_all_rests_on_customers(self):
        stops = [touchpoint("a", mean(9), 3), touchpoint("b", 8, 9), touchpoint("c", 5, 7)]
        assert said(journey(*stops))["basis"] == (
            "Of 6 scores of touchpoints, 1 rests on customers and 5 on the team's own estimate."
        )
        assert said(of_pairs(FOUR))["basis"].startswith("Of 8 scores of touchpoints, none rests on customers")

    def test_all_on_customers_needs_no_words(self):
        assert "basis" not in said(of_pairs(FOUR, scores_source="survey"))


def test_none_on_fewer_than_three_scored_touchpoints():
    assert said(of_pairs({"a": (9, 2), "b": (8, 3)})) == {}


def test_a_plan_has_no_part_in_it():
    assert said(of_pairs(FOUR, state="desired")) == {}


def test_titles_are_text_and_no_format():
    trip = journey(
        touchpoint("late", 9, 3, title="{} {0} %s"), *(touchpoint(n, *FOUR[n]) for n in ("good", "fine", "so"))
    )
    trip["journey"]["stages"][0]["touchpoints"][0]["title"] = "{} {0} %s"
    assert "“{} {0} %s”" in said(trip)["start"]


def test_in_dutch():
    trip = with_actions(of_pairs(FOUR, scale=PASS), a="in-progress")
    assert said(trip, lang="nl") == {
        "start": "Begin met “Late”, de zwakste schakel, onder de voldoende van 5,5: het team schat het belang op 9 en "
        "de beleving op 3 (schaal 0 tot 10); de actie “Plan a” (in uitvoering) gaat erover.",
        "basis": "Van 8 scores van contactmomenten berust er geen op klanten en 8 op een eigen inschatting van het "
        "team.",
    }
