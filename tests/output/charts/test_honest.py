"""No chart says what is not so: from files, through views, to what is drawn and written."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest
from tests.output.charts.dashboards import dashboard
from tests.output.charts.journeys import journey
from tests.output.charts.roadmaps import roadmap
from tests.output.charts.test_emotion import middle, named, said
from tests.output.charts.test_matrix import any_view
from tests.support import project

from cxmap.output.charts.dashboard.from_project import dashboard_view
from cxmap.output.charts.from_project import emotion_view
from cxmap.output.charts.map.from_project import map_view
from cxmap.output.charts.matrix.from_project import matrix_view
from cxmap.output.charts.render import scene
from cxmap.output.charts.roadmap import describe
from cxmap.output.charts.roadmap.from_project import roadmap_view

if TYPE_CHECKING:
    from cxmap.output.drawing.scene import Scene
    from cxmap.project.project import Project

HEAD = "cxmap: 1\npersonas: {a: {name: Ann}, b: {name: Bob}}\n"
SURVEY = "sources: {s: {title: Survey, kind: survey, date: 2026-03-31, n: 200}}\n"
FIVE = "sources: {s: {title: Survey, kind: survey, date: 2026-03-31, n: 200, scale: {min: 1, max: 5}}}\n"


def a_journey(*touchpoints: str, head: str = "", personas: str = "a", more: str = "") -> Project:
    """A project with one journey of one stage, each touchpoint in flow style without its id and title."""
    listed = "".join(f"      - {{id: t{i}, title: Title {i}, {text}}}\n" for i, text in enumerate(touchpoints))
    stage = f"  stages:\n    - id: all\n      title: All\n      touchpoints:\n{listed}"
    return project(
        {"j.cxmap.yaml": f"{HEAD}{head}journey:\n  id: j\n  title: J\n  personas: [{personas}]\n{more}{stage}"}
    )


def emotion(loaded: Project, *only: str) -> Scene:
    return scene(emotion_view(loaded, loaded.documents[0], only=only))


def matrix(loaded: Project) -> Scene:
    return scene(matrix_view(loaded, loaded.documents[0]))


SKIPS = (
    "channel: web, scores: {importance: 6, experience: {mean: 4, n: 40, sd: 1, source: s}}",
    "personas: [b], channel: desk, scores: {importance: 6, experience: 6}",
    "channel: mail, scores: {importance: 6, experience: {mean: 3, n: 50, sd: 1, source: s}}",
)
CHANNELS = """\
channels:
  web: {title: Web, kind: digital}
  mail: {title: Mail, kind: digital}
  desk: {title: Desk, kind: human}
"""


class TestWhatAPersonaDoesNotPass:
    """Such a touchpoint is an empty or absent column, and channel changes are counted across it."""

    def skips(self) -> Project:
        return a_journey(*SKIPS, head=SURVEY + CHANNELS, personas="a, b")

    def test_nobody_is_met_only_by_who_passes(self) -> None:
        made = emotion(self.skips(), "a")
        assert "no contact" not in said(made)
        assert "Title 1" not in said(made)

    def test_a_step_without_a_channel_is_no_contact(self) -> None:
        loaded = a_journey("channel: web, scores: {experience: 6}", "scores: {experience: 6}", head=CHANNELS)
        assert "no contact with us" in said(emotion(loaded), "channel")

    def test_the_channel_changes_across_it(self) -> None:
        assert list(named(emotion(self.skips(), "a"), "channel-change")) == ["channel-change-1"]
        both = emotion_view(self.skips(), self.skips().documents[0])
        assert list(named(scene(both), "channel-change")) == ["channel-change-1", "channel-change-2"]

    def test_the_description_counts_what_is_passed(self) -> None:
        assert "2 touchpoints in 1 stage" in emotion(self.skips(), "a").alt
        assert "3 touchpoints in 1 stage" in emotion(self.skips(), "b").alt

    def test_n_is_that_of_the_answers(self) -> None:
        text = said(emotion(self.skips(), "a"), "note")
        assert "Survey (n = 40–50 a score, 31 March 2026)" in text
        assert "200" not in text

    def test_so_on_the_map(self) -> None:
        loaded = self.skips()
        made = scene(map_view(loaded, loaded.documents[0], only=["a"]))
        assert "no contact" not in said(made)
        assert "2 touchpoints" in made.alt

    def test_a_detour_to_what_is_not_passed_stays_a_detour(self) -> None:
        loaded = a_journey(
            "scores: {experience: 6}",
            "personas: [b], scores: {experience: 6}",
            "returns_to: t1, scores: {experience: 5}",
            personas="a, b",
        )
        made = emotion(loaded, "a")
        assert "3 touchpoints" not in made.alt
        assert not named(made, "leg-")

    def test_who_passes_nothing(self) -> None:
        made = emotion(a_journey("personas: [b], scores: {experience: 6}", personas="a, b"), "a")
        assert "No touchpoint has a score." in made.alt


class TestWhatIsAssumed:
    """It is counted and shown alike for experience and importance."""

    def measured(self, count: int = 4) -> Project:
        return a_journey(
            *["scores: {importance: 9, experience: {mean: 6, n: 200, sd: 1, source: s}}"] * count, head=SURVEY
        )

    def test_every_importance_is_assumed(self) -> None:
        for made in (emotion(self.measured()), matrix(self.measured())):
            assert "4 of 8 scores are the organisation's own assumptions" in said(made, "note")
            assert "4 of 8 scores are the organisation's own assumptions" in made.alt

    def test_they_are_hollow(self) -> None:
        made = emotion(self.measured(1))
        importance, point = named(made, "importance-0")["importance-0"], named(made, "point-0-0")["point-0-0"]
        assert importance.fill == made.paper != point.fill


class TestTheLargestDrop:
    def test_it_stands_on_the_leg_that_drops(self) -> None:
        made = emotion(
            a_journey(
                "scores: {experience: {mean: 9, n: 8, sd: 2, source: s}}",
                "scores: {experience: 6}",
                "scores: {experience: 7}",
                head=SURVEY,
            )
        )
        (label,) = (words for words in made.words if words.name == "largest-drop-label")
        before, after = (middle(named(made, "point-")[f"point-0-{i}"])[0] for i in (0, 1))
        assert label.line.text == "largest drop −3.0"
        assert before < (label.box.left - 13 + label.box.right) / 2 < after

    def test_it_is_the_difference_of_what_is_printed(self) -> None:
        made = emotion(
            a_journey(
                *(f"scores: {{experience: {{mean: {mean}, n: 57, sd: 1, source: s}}}}" for mean in (4.1, 2.8)),
                head=FIVE,
            )
        )
        first, second = (float(named(made, f"value-{i}")[f"value-{i}"].line.text) for i in (0, 1))
        assert said(made, "largest-drop-label") == f"largest drop −{first - second:.1f}"


def test_what_was_measured_has_all_decimals_and_a_mark_of_the_team_those_it_was_given() -> None:
    loaded = a_journey(
        "scores: {importance: 7, experience: {mean: 8, n: 57, sd: 1, source: s}}",
        "scores: {importance: 6.5, experience: 4}",
        head=SURVEY,
    )
    made = emotion(loaded)
    assert {words.line.text for words in made.words if words.name.startswith("value-")} == {"8.0", "4"}
    assert {words.line.text for words in made.words if words.name.startswith("figure-importance-")} == {"7", "6.5"}
    assert "experience 8.0 (n = 57), importance 7 (assumption)" in made.alt
    listed = said(matrix(loaded), "first-figures")
    assert "importance 6.5, experience 4, gap 2.5" in listed


def test_a_map_has_no_key_to_intervals_that_are_shorter_than_their_points() -> None:
    for sd, shown in ((0.1, False), (3, True)):
        loaded = a_journey(f"scores: {{experience: {{mean: 6, n: 9, sd: {sd}, source: s}}}}", head=SURVEY)
        assert ("95 % interval" in said(scene(map_view(loaded, loaded.documents[0])), "key")) == shown


def test_converted_scores_are_said_to_be() -> None:
    loaded = a_journey(
        "scores: {importance: 8, experience: {mean: 4.1, n: 57, sd: 1, source: s}}",
        "scores: {importance: 8, experience: 5}",
        head=FIVE,
    )
    for made in (emotion(loaded), matrix(loaded)):
        assert "Survey (n = 57, 31 March 2026; converted from 1 to 5)" in said(made, "note")
    marks = a_journey("scores: {experience: 5}", head=FIVE, more="  scores_source: s\n")
    assert "converted" not in said(emotion(marks), "note")  # a mark is on the journey's scale


class TestTheMatrix:
    def test_equal_scores_are_one_point_with_a_count(self) -> None:
        loaded = a_journey(*["scores: {importance: 6, experience: 8}"] * 9, "scores: {importance: 8, experience: 4}")
        made = matrix(loaded)
        points = named(made, "point-0-")
        assert len(points) == 2
        assert said(made, "count") == "×9"
        cross = [item for item in made.outlines if item.name == "crosshair"]
        (x, _), (_, y) = (middle(item) for item in cross)
        at = middle(points["point-0-0"])
        assert at[0] > x  # more than the mean experience
        assert at[1] > y  # less than the mean importance
        assert "side by side" not in said(made)

    def test_scores_that_are_printed_alike_are_one_point_but_each_rank_has_its_own(self) -> None:
        scores = [f"scores: {{importance: 6, experience: {{mean: {mean}, n: 57, source: s}}}}" for mean in (8, 7.98)]
        made = matrix(a_journey(*scores, "scores: {importance: 8, experience: 3}", head=SURVEY))
        assert len(named(made, "point-0-")) == 2
        assert said(made, "count") == "×2"
        scores = [f"scores: {{importance: 9, experience: {{mean: {mean}, n: 57, source: s}}}}" for mean in (3, 2.98)]
        made = matrix(a_journey(*scores, "scores: {importance: 8, experience: 8}", head=SURVEY))
        assert len(named(made, "point-0-")) == 3
        assert {"rank-1", "rank-2"} <= {item.name for item in made.outlines}

    def test_every_touchpoint_of_a_point_is_named(self) -> None:
        made = matrix(a_journey(*["scores: {importance: 6, experience: 8}"] * 3))
        text = said(made, "name") + said(made, "letter")
        assert all(f"Title {i}" in text for i in range(3))

    def test_a_wow_is_no_possible_overinvestment(self) -> None:
        loaded = a_journey(
            *["scores: {importance: 9, experience: 4}"] * 3,
            "wow: A song, scores: {importance: 2, experience: 9}",
            "scores: {importance: 2, experience: 9}",
        )
        made = matrix(loaded)
        assert "Possible overinvestment: Title 4." in made.alt
        assert "No overinvestment, being a wow: Title 3." in made.alt
        assert "No overinvestment, being a wow: Title 3." in said(made, "note")

    def test_a_gap_is_the_difference_of_what_is_printed(self) -> None:
        loaded = a_journey(
            *["scores: {importance: {mean: 8.06, n: 50, source: s}, experience: {mean: 5.04, n: 50, source: s}}"] * 4,
            head=SURVEY,
        )
        assert "importance 8.1, experience 5.0, gap 3.1" in said(matrix(loaded), "first-figures")


class TestTheRoadMap:
    def road(self, actions: str) -> Scene:
        stage = "  stages: [{id: s, title: S, touchpoints: [{id: t, title: T}]}]\n"
        text = f"{HEAD}journey:\n  id: j\n  title: J\n  personas: [a]\n{stage}actions:\n{actions}"
        return scene(roadmap_view(project({"j.cxmap.yaml": text}, today=dt.date(2026, 10, 15))))

    def test_words_and_picture_have_one_list_of_what_is_late(self) -> None:
        made = self.road(
            "  x: {title: Guide, touchpoints: [j/t], status: in-progress, start: 2026-09-01, due: 2026-12-31,"
            " steps: [{title: Ask, due: 2026-10-01}, {title: Write, due: 2026-12-01}]}\n"
        )
        assert "late: due 1 Oct 2026" in said(made, "when").replace("\N{NO-BREAK SPACE}", " ")
        assert "Nothing is late" not in made.alt
        assert "Late: Guide: Ask." in made.alt

    def test_nothing_of_what_is_done_or_dropped_is_late(self) -> None:
        made = self.road(
            "  x: {title: Guide, touchpoints: [j/t], status: done, start: 2026-09-01, due: 2026-10-01,"
            " steps: [{title: Ask, due: 2026-10-01}]}\n"
        )
        assert "late" not in said(made, "when")
        assert "Nothing is late." in made.alt

    @pytest.mark.parametrize(("start", "share"), [("2026-10-01", 14 / 92), ("2025-10-01", 379 / 457)])
    def test_a_bar_is_filled_up_to_today(self, start: str, share: float) -> None:
        made = self.road(
            f"  x: {{title: Guide, touchpoints: [j/t], status: in-progress, start: {start}, due: 2026-12-31}}\n"
        )
        bar, filled = (named(made, name)[name] for name in ("bar-0", "bar-0-filled"))
        widths = [max(xs) - min(xs) for item in (bar, filled) for xs in [[n[0] for _, n in item.segments if n]]]
        assert widths[1] / widths[0] == pytest.approx(share, abs=0.02)

    def test_what_starts_later_is_not_filled(self) -> None:
        made = self.road(
            "  x: {title: Guide, touchpoints: [j/t], status: in-progress, start: 2026-11-01, due: 2026-12-31}\n"
        )
        assert not named(made, "bar-0-filled")


class TestTheDashboard:
    def board(self, metrics: str) -> Scene:
        text = (
            f"{HEAD}journey:\n  id: j\n  title: J\n  personas: [a]\n  stages: [{{id: s, title: S, touchpoints:"
            f" [{{id: t, title: T, metrics: [m, k]}}]}}]\nmetrics:\n{metrics}"
        )
        return scene(dashboard_view(project({"j.cxmap.yaml": text}, today=dt.date(2026, 10, 15))))

    LINES = (
        "  m: {title: Wait, better: lower, baseline: {date: 2026-01-01, value: 210},"
        " target: {date: 2026-12-31, value: 80}, readings: [{date: 2026-07-01, value: 195}]}\n"
        "  k: {title: Mark, better: higher, baseline: {date: 2026-01-01, value: 6},"
        " target: {date: 2026-12-31, value: 8}}\n"
    )

    def test_what_is_not_measured_counts(self) -> None:
        made = self.board(self.LINES)
        moved = "Moved the right way since baseline: 1 of 2 (0 more than chance, 1 not measured)"
        assert moved in said(made, "subtitle")
        assert "1 of 2 (0 more than chance, 1 not measured)" in said(made, "cell")
        assert moved in made.alt
        assert "closer" not in said(made) + made.alt

    def test_what_contradicts_its_target_has_no_right_way(self) -> None:
        wrong = (
            "  wrong: {title: Wrong, better: higher, baseline: {date: 2025-01-01, value: 6},"
            " readings: [{date: 2025-06-01, value: 7}], target: {date: 2026-12-31, value: 5}}\n"
        )
        made = self.board(self.LINES + wrong)
        moved = "1 of 2 (0 more than chance, 1 not measured, 1 contradicts its target)"
        assert moved in said(made, "subtitle")
        assert moved in made.alt

    def test_behind_schedule_without_an_arrow(self) -> None:
        made = self.board(self.LINES)
        assert "behind schedule" in said(made, "verdict")
        assert "No spread given" in said(made, "facts")
        assert named(made, "metric-0-sign")["metric-0-sign"].fill is None

    @pytest.mark.parametrize(("sd", "filled"), [(14, False), (0.1, True)])
    def test_an_arrow_only_where_it_is_more_than_chance(self, sd: float, filled: bool) -> None:
        rests = f"n: 100, sd: {sd}"
        made = self.board(
            f"  m: {{title: Mark, better: higher, baseline: {{date: 2026-01-01, value: 7, {rests}}},"
            f" target: {{date: 2026-12-31, value: 8}}, readings: [{{date: 2026-07-01, value: 7.1, {rests}}}]}}\n"
        )
        assert bool(named(made, "metric-0-sign")["metric-0-sign"].fill) is filled
        text = said(made, "facts")
        assert ("more than chance" in text) is filled
        assert ("No clear change (−3.8 to +4)" in text) is not filled


@pytest.mark.parametrize("seed", range(6))
class TestDescriptionsAgreeWithPictures:
    """The counts of the description are those of what is drawn, over random charts."""

    def test_of_an_emotional_journey(self, seed: int) -> None:
        view = journey(9, 1 + seed % 3, seed=seed)
        made = scene(view)
        points = [point for line in view.lines for point in line.points if point]
        scores = [score for point in points for score in (point.experience, point.importance) if score]
        scores += [point.handover.experience for point in points if point.handover and point.handover.experience]
        kinds = ("point-", "importance-", "handover-")
        drawn = [item for item in made.outlines if item.name.startswith(kinds)]
        assert made.alt.count("(assumption)") == sum(score.assumed for score in scores)
        counts = re.findall(r"(\d+) of (\d+) scores", made.alt)
        if len(counts) == len(view.lines):
            assert sum(int(of) for _, of in counts) == len(scores)
            assert sum(int(assumed) for assumed, _ in counts) == sum(score.assumed for score in scores)
        if len(view.lines) == 1:
            assert len(drawn) == len(scores)
            assert sum(item.fill == made.paper for item in drawn) == made.alt.count("(assumption)")

    def test_of_a_matrix(self, seed: int) -> None:
        view = any_view(20 + seed, 1 + seed % 3)
        made = scene(view)
        counted = sum(int(words.line.text[1:]) - 1 for words in made.words if words.name.startswith("count-"))
        drawn = [item for item in made.outlines if re.match(r"point-\d+-\d+$", item.name)]
        assert len(drawn) + counted == len(view.points)
        assert f"{len({point.touchpoint for point in view.points})} scored touchpoints" in made.alt

    def test_of_a_road_map(self, seed: int) -> None:
        view = roadmap(9, seed=seed)
        made = scene(view)
        rows = sum(item.name == "when" and item.line.text.startswith("late: due") for item in made.words)
        late = describe.late(view)
        assert rows == len(late)
        assert all(title in made.alt for title in late)
        assert ("Nothing is late." in made.alt) == (not late)

    def test_of_a_dashboard(self, seed: int) -> None:
        view = dashboard(9, seed=seed)
        made = scene(view)
        assert said(made, "subtitle").replace("  ·  ", " · ").split(" · ")[1] in made.alt
        signs = [item for item in made.outlines if item.name.endswith("-sign") and item.fill]
        arrows = [item for item in signs if len(item.segments) == 4]
        sure = [metric for metric in view.metrics if metric.sign in {"better", "worse"}]
        assert len(arrows) == len(sure)
        judged = [metric for metric in view.metrics if not metric.contradicts_direction]
        unread = sum(metric.gained is None for metric in judged)
        assert (view.moved.of, view.moved.unmeasured) == (len(judged), unread)
        assert view.moved.contradicting == 9 - len(judged)
