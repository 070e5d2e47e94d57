"""What the emotional journey draws: every score at its height, breaks, marks, rows, bands, panels."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from tests.output.charts.journeys import journey
from tests.output.charts.strokes import struck

from cxmap.output.charts.emotion import course
from cxmap.output.charts.render import scene
from cxmap.output.charts.views import (
    Channel,
    EmotionView,
    Handover,
    JourneyPoint,
    PersonaLine,
    Scale,
    Score,
    SourceNote,
    Stage,
    Touchpoint,
)
from cxmap.output.drawing.options import ChartError, ChartOptions
from cxmap.output.drawing.scene import Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.output.drawing.scene import Scene

WEB = Channel("Website", "digital")
TEN = Scale(1, 10)
SHOP = Channel("Shop", "physical")


def point(experience: float | Score | None = None, importance: float | None = None, **more: Any) -> JourneyPoint:
    score = Score(experience) if isinstance(experience, (int, float)) else experience
    return JourneyPoint(experience=score, importance=None if importance is None else Score(importance), **more)


def view(
    *points: JourneyPoint,
    titles: Sequence[str | Touchpoint] | None = None,
    scale: Scale = TEN,
    lines: tuple[PersonaLine, ...] = (),
    **more: Any,
) -> EmotionView:
    lines = lines or (PersonaLine("Noor", points),)
    titles = titles or [f"Touchpoint {i}" for i in range(len(lines[0].points))]
    stops = tuple(title if isinstance(title, Touchpoint) else Touchpoint(title) for title in titles)
    return EmotionView(
        title="A journey",
        state="current",
        scale=scale,
        importance_scale=more.pop("importance_scale", Scale(scale.min, scale.max)),
        stages=(Stage("All of it", stops),),
        lines=lines,
        **more,
    )


def named(made: Scene, start: str) -> dict[str, Any]:
    """The shapes and lines of text whose name starts so, by name."""
    return {item.name: item for item in made.items if item.name.startswith(start)}


def middle(outline: Shape) -> tuple[float, float]:
    """The middle of what an outline's points cover."""
    xs = [number for _, numbers in outline.segments for number in numbers[-2::2]]
    ys = [number for _, numbers in outline.segments for number in numbers[-1::2]]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def said(made: Scene, start: str = "") -> str:
    """The text of all lines whose name starts so, joined."""
    return " ".join(words.line.text for words in made.words if words.name.startswith(start))


def axis(made: Scene) -> tuple[float, float]:
    """The heights of the upper and lower end of the scale."""
    ys = [item.segments[0][1][1] for item in made.outlines if item.name == "axis"]
    return min(ys), max(ys)


def test_scores_stand_on_the_full_scale_in_equal_steps() -> None:
    made = scene(view(point(1), point(5.5), point(10), point(3.25)))
    places = [middle(named(made, "point-0-")[f"point-0-{i}"]) for i in range(4)]
    top, bottom = axis(made)
    assert [y for _, y in places] == pytest.approx([bottom, (top + bottom) / 2, top, bottom - (bottom - top) / 4])
    steps = [after[0] - before[0] for before, after in itertools.pairwise(places)]
    assert steps == pytest.approx([steps[0]] * 3)
    words = said(made, "scale")
    assert all(text in words for text in ("10 very good", "5.5 neutral", "1 very poor"))


def test_neighbours_are_joined_and_a_missing_score_breaks_the_line() -> None:
    made = scene(view(point(4), point(6), point(None, 8), point(5), point(7)))
    assert sorted(named(made, "leg-")) == ["leg-0-1", "leg-3-4"]
    assert sorted(named(made, "no-score")) == ["no-score-2", "no-score-label-2"]
    assert "no score" in said(made)


def test_a_lone_point_between_two_gaps_is_still_a_point() -> None:
    made = scene(view(point(), point(6), point()))
    assert list(named(made, "point-")) == ["point-0-1"]
    assert not named(made, "leg-")


def test_who_does_not_pass_is_skipped_without_a_break() -> None:
    made = scene(
        view(
            lines=(
                PersonaLine("Noor", (point(4), None, point(6))),
                PersonaLine("André", (point(5), point(5), point(5))),
            )
        )
    )
    assert "leg-0-2" in named(made, "leg-")
    assert not named(made, "no-score")


def test_straight_segments_unless_asked_otherwise() -> None:
    points = [point(score) for score in (6, 9.5, 2, 2, 8.5)]
    straight, smooth = (scene(view(*points), ChartOptions(curve=form)) for form in ("straight", "smooth"))
    assert all(kind in "ML" for leg in named(straight, "leg-").values() for kind, _ in leg.segments)
    curved = [leg for leg in named(smooth, "leg-").values() if any(kind == "C" for kind, _ in leg.segments)]
    assert len(curved) == 3  # the level part stays straight
    top, bottom = axis(smooth)
    assert all(top <= y <= bottom for leg in curved for _, numbers in leg.segments for y in numbers[1::2])
    assert "visual aid" in said(smooth, "note")
    assert "visual aid" not in said(straight, "note")


def test_assumptions_are_hollow_and_dotted() -> None:
    made = scene(view(point(4), point(6), point(Score(7, assumed=True))))
    points, legs = named(made, "point-"), named(made, "leg-")
    assert points["point-0-0"].stroke is None
    assert (points["point-0-2"].fill, points["point-0-2"].stroke) == (made.paper, points["point-0-0"].fill)
    assert legs["leg-0-1"].dash == ()
    assert legs["leg-1-2"].dash
    assert "1 of 3 scores are the organisation's own assumptions" in said(made, "note")
    assert "assumption" in said(made, "key")


def test_importance_and_the_gap_can_be_seen() -> None:
    made = scene(view(point(4, 8), point(9, 6), point(5)))
    bars = named(made, "importance-")
    assert list(bars) == ["importance-0", "importance-1"]
    gap = named(made, "gap-")
    assert list(gap) == ["gap-0"]
    ends = sorted(numbers[1] for _, numbers in gap["gap-0"].segments)
    assert ends == pytest.approx([middle(bars["importance-0"])[1], middle(named(made, "point-")["point-0-0"])[1]])


def test_a_derived_importance_has_a_row_and_no_gap() -> None:
    made = scene(
        view(point(4, 0.58), point(3, 0.44), scale=Scale(1, 5), importance_scale=Scale(0, 1), importance_derived=True)
    )
    assert not named(made, "gap-")
    assert "Importance, derived (0\u00a0to\u00a01)" in said(made, "importance-label")
    assert [words.line.text for words in made.words if words.name == "importance-value"] == ["0.58", "0.44"]


def test_intervals_only_where_given_and_never_off_the_scale() -> None:
    made = scene(view(point(Score(9.8, (9.2, 10.4), 40)), point(5)))
    (interval,) = named(made, "interval-").values()
    top, _ = axis(made)
    assert min(numbers[1] for _, numbers in interval.segments if numbers) == pytest.approx(top)
    assert "95 % interval" in said(made, "key")


def test_small_samples_are_named() -> None:
    made = scene(view(point(Score(6, (5, 7), 12)), point(Score(6, (5, 7), 57)), titles=["Waits", "Pays"]))
    assert "Fewer than 30 answers: Waits." in said(made, "note")


def test_marks_have_shapes_of_their_own_and_stand_in_the_key() -> None:
    made = scene(
        replace(
            view(point(7, moment_of_truth=True), point(9, wow="A video sent home"), point(3, 9, weakest_link=True)),
            lines=(
                PersonaLine(
                    "Noor",
                    (point(7, moment_of_truth=True), point(9, wow="A video"), point(3, 9, weakest_link=True)),
                    largest_drop=(1, 2),
                ),
            ),
        )
    )
    for mark in ("moment-of-truth-0", "wow-1", "weakest-link-2", "largest-drop-1-2"):
        assert mark in named(made, mark)
    assert "weakest link" in said(made, "weakest-link-label")
    assert "largest drop −6" in said(made, "largest-drop-label")
    key = said(made, "key")
    assert "moment of truth" in key
    assert "wow" in key
    assert "assumption" not in key
    assert "detour" not in key


def test_channels_have_icons_and_changes_are_marked() -> None:
    made = scene(
        view(point(5, channel=WEB), point(5, channel=WEB), point(5), point(5, channel=SHOP), point(5, channel=WEB))
    )
    assert list(named(made, "channel-change-")) == ["channel-change-4"]
    assert len(named(made, "channel-icon-")) == 5
    assert "no contact with us" in said(made, "channel-2")


def test_handovers() -> None:
    made = scene(view(point(5, channel=WEB), point(5, channel=SHOP, handover=Handover(Score(3), ("the basket",)))))
    handover = named(made, "handover-")["handover-1"]
    first, second = (middle(named(made, "point-")[f"point-0-{i}"])[0] for i in (0, 1))
    assert middle(handover)[0] == pytest.approx((first + second) / 2)
    assert "loss-1" in named(made, "loss-")


def test_a_detour_stands_beside_the_line() -> None:
    titles: list[str | Touchpoint] = ["Chooses", "Pays", Touchpoint("Is sold out", returns_to=0), "Walks out"]
    made = scene(view(point(6), point(7), point(2), point(8), titles=titles))
    assert sorted(named(made, "leg-")) == ["leg-0-1", "leg-1-3"]
    assert {"detour-2", "detour-back-2"} <= set(named(made, "detour-"))
    assert said(made, "value-2") == "2.0"


def test_desired_is_dashed_in_the_same_colour_and_tied() -> None:
    made = scene(view(point(4, desired=8.0), point(6, desired=7.0), point(5)))
    legs = named(made, "desired-leg")
    assert list(legs) == ["desired-leg-0-1"]
    assert legs["desired-leg-0-1"].dash
    assert legs["desired-leg-0-1"].stroke == named(made, "leg-")["leg-0-1"].stroke
    assert list(named(made, "desired-area")) == ["desired-area-0-1"]
    assert not named(made, "desired-tie")  # it would look like an interval


def test_rows_that_nobody_filled_in_are_left_out() -> None:
    bare = said(scene(view(point(5), point(6))))
    assert not any(label in bare for label in ("Channel", "Feels", "Pleasures"))
    full = said(scene(view(point(5, channel=WEB, feeling="Free"), point(6, lifts=("No queue",), lowers=("Far",)))))
    assert all(label in full for label in ("Channel", "Feels", "Pleasures", "Free", "No queue", "Far"))


@pytest.mark.parametrize("count", [3, 4, 6])
def test_three_personas_and_more_have_a_panel_each_with_the_others_as_ghosts(count: int) -> None:
    view_ = journey(5, count)
    made = scene(view_)
    names = said(made, "panel-name")
    assert all(line.name.split()[0] in names for line in view_.lines)
    assert len([item for item in made.outlines if item.name == "axis"]) == 2 * count
    ghosts = [item for item in made.outlines if item.name.startswith("ghost-")]
    legs = [item for item in made.outlines if item.name.startswith("leg-") and "desired" not in item.name]
    assert len(ghosts) == (count - 1) * len(legs)
    assert len({ghost.stroke for ghost in ghosts}) == 1
    assert not {ghost.stroke for ghost in ghosts} & {leg.stroke for leg in legs}
    assert "the other personas" in said(made, "key")


def test_no_colour_stands_for_two_personas() -> None:
    three, six = (scene(journey(8, count)) for count in (3, 6))
    assert len({leg.stroke for leg in named(three, "leg-").values()}) > 1
    assert len({leg.stroke for leg in named(six, "leg-").values()}) == 1


def test_more_personas_get_a_panel_each_on_the_same_axes() -> None:
    made = scene(journey(5, 6))
    assert len([item for item in made.outlines if item.name == "axis"]) == 12
    assert said(made, "panel-name")


def test_equal_scores_of_two_personas_both_show() -> None:
    made = scene(view(lines=(PersonaLine("Noor", (point(5),)), PersonaLine("André", (point(5),)))))
    first, second = (middle(item) for item in named(made, "point-").values())
    assert first[1] == pytest.approx(second[1])
    assert first[0] < second[0]


def test_a_slide_by_default_and_a_larger_page_for_long_journeys() -> None:
    assert (scene(journey(14)).width, scene(journey(14)).height) == (960, 540)
    made = scene(journey(60))
    assert made.width > 960
    assert 1 < made.width / made.height < 2
    assert len([words for words in made.words if words.name.startswith("stage-") and words.name.endswith("name")]) >= 10


def test_the_line_goes_on_in_the_next_band() -> None:
    view_ = replace(journey(60), lines=(PersonaLine("Noor", tuple(point(float(1 + i % 9)) for i in range(60))),))
    legs = [name for item in scene(view_).outlines if (name := item.name).startswith("leg-")]
    twice = {name for name in legs if legs.count(name) == 2}
    assert len(legs) == len({*legs}) + len(twice)
    assert len(twice) == len([item for item in scene(view_).outlines if item.name == "axis"]) / 2 - 1


def test_the_page_asked_for() -> None:
    made = scene(journey(14), ChartOptions(width=20, height=12))
    assert (made.width, made.height) == (1440, 864)
    with pytest.raises(ChartError, match="too low: this journey takes"):
        scene(journey(14), ChartOptions(height=2))
    with pytest.raises(ChartError, match=r"too narrow: this journey takes 2\.\d at least"):
        scene(journey(14), ChartOptions(width=1))


def test_pass_is_drawn_and_named() -> None:
    made = scene(view(point(5), point(6), scale=Scale(1, 10, 6)))
    top, bottom = axis(made)
    (line,) = [item for item in made.outlines if item.name == "pass"]
    assert line.segments[0][1][1] == pytest.approx(bottom - (bottom - top) * 5 / 9)
    assert "6 good enough" in said(made, "scale")
    assert "good enough" not in said(scene(view(point(5))), "scale")


def test_title_persona_state_and_sources() -> None:
    made = scene(
        replace(
            view(point(5)),
            goal="Run without pain",
            sources=(SourceNote("Survey", (212, 212)),),
            lines=(PersonaLine("Noor de Wit", (point(5),), "New runners"),),
        )
    )
    assert said(made, "title") == "A journey"
    subtitle = said(made, "subtitle")
    for part in ("Noor de Wit (New runners)", "current experience", "Goal: Run without pain"):
        assert part in subtitle
    assert "Sources: Survey (n = 212)" in said(made, "note")
    assert said(scene(view(point(5)), ChartOptions(title="Ours")), "title") == "Ours"


def test_nothing_scored_is_still_a_chart() -> None:
    made = scene(view(point(), point()))
    assert not named(made, "point-")
    assert "No touchpoint has a score." in said(made, "note")


def test_extremes_are_the_first_of_equals_and_detours_count() -> None:
    line = PersonaLine("Noor", (point(5), point(9), point(9), point(2)))
    assert course.extremes(line) == {1, 3}
    assert course.extremes(PersonaLine("Noor", (point(5),))) == set()


def test_a_break_where_the_source_changes() -> None:
    """Of 2 pt between the round ends of the two parts, said in the key; none beside a guess, which is dotted."""
    scores = (Score(4, source="a"), Score(6, source="a"), Score(7, source="b"), Score(5, assumed=True))
    made = scene(view(*(point(score) for score in scores)))
    pieces = [item for item in made.items if isinstance(item, Shape) and item.name == "leg-1-2"]
    (_, (_, end)), ((_, start), _) = (piece.segments for piece in pieces)
    assert start[0] - end[0] == pytest.approx(2 + pieces[0].width)
    assert [item.name for item in made.items if item.name.startswith("leg-")] == [
        "leg-0-1",
        "leg-1-2",
        "leg-1-2",
        "leg-2-3",
    ]
    assert "another source" in said(made, "key")
    assert "another source" not in said(scene(view(*(point(score) for score in scores[:2]))), "key")


class TestOnePersona:
    def test_what_is_below_the_pass_mark_is_tinted_between_the_two(self) -> None:
        made = scene(view(point(8), point(3), point(7), scale=Scale(1, 10, 5.5)))
        (line,) = [item for item in made.outlines if item.name == "pass"]
        at_mark = line.segments[0][1][1]
        areas = named(made, "short-")
        assert list(areas) == ["short-0-1", "short-1-2"]
        lowest = middle(named(made, "point-")["point-0-1"])[1]
        for area in areas.values():
            ys = [numbers[1] for _, numbers in area.segments if numbers]
            assert (min(ys), max(ys)) == pytest.approx((at_mark, lowest))
        assert not named(scene(view(point(8), point(6), scale=Scale(1, 10, 5.5))), "short-")

    def test_no_area_where_the_desired_experience_is_drawn(self) -> None:
        assert not named(scene(view(point(3, desired=8.0), point(4, desired=8.0), scale=Scale(1, 10, 5.5))), "short-")

    def test_hairlines_at_quarters(self) -> None:
        made = scene(view(point(3), point(4), scale=Scale(0, 10, 5.5)))
        top, bottom = axis(made)
        heights = [item.segments[0][1][1] for item in made.outlines if item.name == "quarter"]
        assert heights == pytest.approx([bottom - (bottom - top) * share for share in (0.25, 0.5, 0.75)])

    def test_importance_is_a_figure(self) -> None:
        made = scene(view(point(4, 8), point(9, 6.5)))
        assert [said(made, f"figure-importance-{place}") for place in (0, 1)] == ["8.0", "6.5"]

    def test_the_lowest_is_not_larger_beside_a_weakest_link(self) -> None:
        def size(weakest: bool) -> float:
            points = [point(7), point(3, weakest_link=weakest), point(9)]
            return float(named(scene(view(*points)), "value-1")["value-1"].size)

        assert size(weakest=True) < size(weakest=False)

    def test_neither_weakest_link_nor_largest_drop_on_a_plan(self) -> None:
        lines = (PersonaLine("Noor", (point(9), point(3, weakest_link=True)), largest_drop=(0, 1)),)
        for state in ("current", "desired"):
            made = scene(replace(view(lines=lines), state=state))
            text = said(made, "weakest-link") + said(made, "largest-drop")
            assert bool(text) is (state == "current")

    def test_an_interval_shorter_than_its_point_is_neither_drawn_nor_in_the_key(self) -> None:
        made = scene(view(point(Score(7, (6.99, 7.01), 3000)), point(5)))
        assert not named(made, "interval-")
        assert "95 % interval" not in said(made, "key")


@pytest.mark.parametrize(("touchpoints", "personas"), [(1, 1), (14, 1), (60, 1), (250, 1), (8, 3), (14, 6), (120, 8)])
def test_no_text_is_struck_through(touchpoints: int, personas: int) -> None:
    assert not struck(scene(journey(touchpoints, personas)))
