"""The journey of two personas: a large plot, no key, each sign with one meaning, and nothing struck through."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.output.charts.journeys import TEXTS, journey
from tests.output.charts.strokes import extent, struck
from tests.output.charts.test_emotion import axis, middle, named, point, said, view
from tests.output.charts.test_emotion_text import assert_legible
from tests.output.drawing.test_theme import FAR, SIGHT, seen
from tests.profiles import examples
from tests.support import TODAY, project

from cxmap.analysis.ranking.gaps import gaps
from cxmap.i18n.charts import ChartWords
from cxmap.output.charts.emotion import style
from cxmap.output.charts.emotion.panel import quarters
from cxmap.output.charts.from_project import emotion_view
from cxmap.output.charts.render import scene
from cxmap.output.charts.views import Channel, Handover, JourneyPoint, PersonaLine, Scale, Score, Touchpoint
from cxmap.output.drawing.options import ChartError, ChartOptions
from cxmap.output.drawing.scene import Scene, Shape
from cxmap.output.drawing.theme import TEXT_CONTRAST, THEMES, Theme, contrast
from cxmap.output.tables.gaps_json import gaps_object
from cxmap.project.load import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.choices import Lang, ThemeName

SHOES = Path(__file__).parents[3] / "examples" / "running-shoes"


def pair(noor: Sequence[JourneyPoint | None], andre: Sequence[JourneyPoint | None], **more: object) -> Scene:
    """Two personas through one stage."""
    lines = (PersonaLine("Noor", tuple(noor)), PersonaLine("André", tuple(andre)))
    return scene(view(lines=lines, **more))  # type: ignore[arg-type]  # the view checks them


def exactly(made: Scene, name: str) -> str:
    """The text of the lines of this name."""
    return " ".join(words.line.text for words in made.words if words.name == name)


@cache
def shoes(theme: ThemeName = "light", lang: Lang = "en") -> Scene:
    """The picture of the README."""
    loaded = load([], today=TODAY, cwd=SHOES)
    document = next(document for document, found in loaded.journey_documents() if found.id == "first-shoes")
    return scene(emotion_view(loaded, document), ChartOptions(theme=theme, lang=lang))


class TestThePicture:
    """Of the README: what charts.md asks for."""

    @pytest.mark.parametrize("lang", ["en", "nl"])
    def test_the_plot_has_40_percent_of_the_page(self, lang: Lang) -> None:
        made = shoes(lang=lang)
        top, bottom = axis(made)
        assert (bottom - top) / made.height >= 0.4 - 1e-9

    @pytest.mark.parametrize("lang", ["en", "nl"])
    def test_no_text_is_under_9_points_at_1600_pixels(self, lang: Lang) -> None:
        """Of 96 pixels an inch, as a screen has them: 12 pixels."""
        made = shoes(lang=lang)
        assert min(words.size for words in made.words) * 1600 / made.width >= 12
        assert min(words.size for words in made.words) >= 9

    def test_no_key(self) -> None:
        assert not said(shoes(), "key")

    def test_every_point_has_its_figure(self) -> None:
        made = shoes()
        points = list(named(made, "point-"))
        shared = [name for name in named(made, "value-") if name.count("-") == 1]
        assert len(points) == len(named(made, "value-")) + len(shared)

    @pytest.mark.parametrize("theme", ["light", "dark", "print"])
    def test_nothing_is_struck_through(self, theme: ThemeName) -> None:
        assert_legible(shoes(theme))
        assert not struck(shoes(theme))


class TestPoints:
    def test_figures_have_the_colour_of_their_persona_and_ink_where_equal(self) -> None:
        made = pair([point(8), point(5)], [point(4), point(5)])
        noor, andre, both = (named(made, name)[name] for name in ("value-0-0", "value-1-0", "value-1"))
        theme = THEMES["light"]
        assert (noor.color, andre.color) == tuple(style.words_of(each, theme) for each in theme.series[:2])
        assert both.color == theme.ink
        assert [words.line.text for words in (noor, andre, both)] == ["8.0", "4.0", "5.0"]

    def test_equal_points_are_side_by_side_others_in_the_middle_of_their_column(self) -> None:
        points = named(pair([point(8), point(5)], [point(4), point(5)]), "point-")
        (x0, _), (x1, _), (x2, y2), (x3, y3) = (
            middle(points[name]) for name in ("point-0-0", "point-1-0", "point-0-1", "point-1-1")
        )
        assert x0 == pytest.approx(x1)
        assert y2 == y3
        assert x2 < x3

    def test_an_interval_is_a_bar_of_tint_where_it_is_longer_than_the_point(self) -> None:
        short, long = Score(5, (4.95, 5.05), 900), Score(7, (5, 9), 9)
        made = pair([point(short), point(long)], [None, None])
        [(name, bar)] = named(made, "interval-").items()
        xs = [numbers[0] for _, numbers in bar.segments if numbers]
        assert name == "interval-0-1"
        assert (bar.stroke, max(xs) - min(xs)) == (None, pytest.approx(5))
        assert "Pale bars: 95 % intervals." in said(made, "note")

    def test_intervals_that_would_overlap_are_side_by_side(self) -> None:
        made = pair([point(Score(6, (4, 8), 9))], [point(Score(5, (3, 7), 9))])
        first, second = (extent(bar) for bar in named(made, "interval-").values())
        assert first.right <= second.left

    def test_a_break_where_the_source_changes(self) -> None:
        made = pair([point(Score(5, source="a")), point(Score(7, source="b"))], [None, None])
        assert len([item for item in made.items if item.name == "leg-0-1"]) == 2
        assert "A break in a line: another source." in said(made, "note")

    def test_hairlines_are_at_quarters_or_whole_numbers_beside_them(self) -> None:
        assert quarters(Scale(1, 10)) == [3, 5.5, 8]
        assert quarters(Scale(0, 10)) == [2.5, 5, 7.5]
        assert quarters(Scale(-2, 2)) == [-1, 0, 1]
        assert quarters(Scale(0, 100)) == [25, 50, 75]

    def test_one_spur_to_a_detour_and_where_it_leads_back(self) -> None:
        titles: list[str | Touchpoint] = ["Chooses", "Pays", Touchpoint("Is sold out", returns_to=0)]
        points = [point(6), point(7), point(2)]
        made = pair(points, points, titles=titles)
        assert [item.name for item in made.items if item.name.startswith("detour-")] == [
            "detour-2",
            "detour-2-end",
            "detour-label-2",
        ]
        assert "back to Chooses" in said(made, "back-2")

    def test_a_detour_that_a_persona_reaches_from_nowhere_has_no_spur(self) -> None:
        titles: list[str | Touchpoint] = [Touchpoint("Is sold out", returns_to=1), "Chooses"]
        assert not named(pair([point(2), point(7)], [None, None], titles=titles), "detour-")


class TestWords:
    """The weakest link and the largest drop, in ink."""

    def drops(self, noor: tuple[float, float], andre: tuple[float, float], state: str = "current") -> Scene:
        def line(name: str, scores: tuple[float, float]) -> PersonaLine:
            points = (point(scores[0]), point(scores[1], weakest_link=True))
            return PersonaLine(name, points, largest_drop=(0, 1))

        shown = view(lines=(line("Noor", noor), line("André", andre)))
        return scene(replace(shown, state=state))  # type: ignore[arg-type]  # the view checks them

    def test_of_both(self) -> None:
        made = self.drops((8, 4), (8, 4))
        assert said(made, "weakest-link").replace("\N{NO-BREAK SPACE}", " ") == "weakest link of both"
        assert said(made, "largest-drop").replace("\N{NO-BREAK SPACE}", " ") == "largest drop of both: −4.0"
        assert {words.color for words in made.words if words.name.startswith(("weakest", "largest"))} == {
            THEMES["light"].ink
        }
        assert "lowest experience among touchpoints of at least mean importance" in said(made, "note")

    def test_of_each(self) -> None:
        text = said(self.drops((8, 4), (9, 3)), "largest-drop").replace("\N{NO-BREAK SPACE}", " ")
        assert "largest drop −4.0: Noor" in text
        assert "largest drop −6.0: André" in text

    def test_a_drop_is_named_on_its_leg(self) -> None:
        made = self.drops((9, 2), (5, 4))
        x0, x1 = (middle(named(made, "point-")[f"point-0-{place}"])[0] for place in (0, 1))
        for words in made.words:
            if words.name.startswith("largest-drop"):
                assert x0 < (words.box.left + words.box.right) / 2 < x1

    def test_neither_is_on_a_plan(self) -> None:
        made = self.drops((8, 4), (9, 3), "desired")
        assert not said(made, "weakest-link") + said(made, "largest-drop")
        assert "Weakest link" not in said(made, "note")


class TestRows:
    def test_gaps_are_bars_down_from_a_line_hollow_where_one_score_is_assumed(self) -> None:
        guess = JourneyPoint(Score(4), Score(6, assumed=True))
        made = pair([point(4, 8), guess], [point(9, 8), None])
        bars = named(made, "gap-0-")
        tops = [min(numbers[1] for _, numbers in bar.segments if numbers) for bar in bars.values()]
        heights = [
            max(numbers[1] for _, numbers in bar.segments if numbers) - top
            for bar, top in zip(bars.values(), tops, strict=True)
        ]
        assert tops == pytest.approx([tops[0]] * 2, abs=0.7)
        assert heights == pytest.approx([heights[0], heights[0] / 2], abs=1.3)
        assert [bar.fill == made.paper for bar in bars.values()] == [False, True]
        assert said(made, "gap-figure-") == "4.0 2.0"
        assert list(named(made, "no-gap-")) == ["no-gap-1-0"]

    def test_importance_on_a_scale_of_its_own_has_bars_and_no_gap(self) -> None:
        made = pair([point(4, 0.5)], [point(3, 0.4)], importance_scale=Scale(0, 1), importance_derived=True)
        assert not said(made, "gap")
        assert "Importance, derived" in said(made, "importance-label")
        assert min(words.size for words in made.words) >= 9

    def channels(self, count: int) -> list[JourneyPoint]:
        return [point(5, channel=Channel(f"Channel {i}", "digital")) for i in range(count)]

    def test_lanes_from_four_channels_on_icons_before(self) -> None:
        few, many = (pair(self.channels(count), self.channels(count)) for count in (3, 4))
        assert len(named(few, "channel-icon-")) == 3
        assert not named(few, "path-")
        assert sorted(named(many, "path-")) == ["path-0", "path-1"]
        assert [words.line.text for words in many.words if words.name == "lane-name"] == [
            f"Channel {i}" for i in range(4)
        ]

    def test_a_lane_has_a_mark_a_persona_hollow_if_assumed_in_a_ring_if_short(self) -> None:
        noor = self.channels(4)
        noor[1] = replace(noor[1], experience=Score(3, assumed=True, below=True))
        made = pair(noor, self.channels(4))
        assert len(named(made, "lane-0-")) == len(named(made, "lane-1-")) == 4
        assert list(named(made, "short-")) == ["short-0-1"]
        assert [mark.fill == made.paper for mark in named(made, "lane-0-").values()] == [False, True, False, False]
        assert named(made, "short-0-1")["short-0-1"].stroke == THEMES["light"].short

    def test_who_does_not_pass_has_no_mark_and_goes_on(self) -> None:
        noor: list[JourneyPoint | None] = [*self.channels(4)]
        noor[2] = None
        made = pair(noor, self.channels(4))
        assert "lane-0-2" not in named(made, "lane-0-")
        assert len(named(made, "path-0")["path-0"].segments) == 3

    def test_a_handover_of_both_is_one_pill(self) -> None:
        step = Handover(Score(3.5, assumed=True, below=True), ("size", "model", "name"))
        made = pair([point(5), point(5, handover=step)], [point(5), point(5, handover=step)])
        [(name, pill)] = [(n, item) for n, item in named(made, "handover-").items() if isinstance(item, Shape)]
        assert name == "handover-1"
        assert said(made, "handover-1-figure") == "3.5 ×3"
        assert pill.stroke == THEMES["light"].short
        assert pill.dash

    def test_handovers_that_differ_are_two_in_the_colours_of_their_personas(self) -> None:
        steps = [Handover(Score(3)), Handover(Score(8), ("the name",))]
        made = pair(*([point(5), point(5, handover=step)] for step in steps))
        assert [said(made, f"handover-{i}-1-figure") for i in (0, 1)] == ["3.0", "8.0 ×1"]
        assert named(made, "handover-0-1")["handover-0-1"].dash == ()

    def test_moments_are_in_a_strip_once_in_the_colour_of_whose_they_are(self) -> None:
        theme = THEMES["light"]
        truth = point(5, moment_of_truth=True)
        made = pair([truth, truth], [truth, point(6, wow="A song")])
        marks = named(made, "moment-of-truth-")
        assert [mark.stroke for mark in marks.values()] == [theme.ink, theme.series[0].color]
        assert named(made, "wow-")["wow-1"].fill == theme.series[1].color
        top, _ = axis(made)
        assert all(middle(mark)[1] < top for mark in marks.values())

    def test_titles_are_never_shortened(self) -> None:
        title = "Looks up the running shoes that two colleagues wear, and what they cost, and who sells them " * 2
        made = pair([point(5)] * 8, [point(6)] * 8, titles=[title] * 8)
        assert said(made, "touchpoint-3").split() == title.split()
        assert not made.shortened


@pytest.mark.slow
@pytest.mark.parametrize("touchpoints", [1, 5, 14, 30, 60, 120, 250])
def test_any_size_is_legible_and_nothing_is_struck_through(touchpoints: int) -> None:
    made = scene(journey(touchpoints, 2))
    assert_legible(made)
    assert not struck(made)
    assert made.width / made.height <= 3
    points = list(named(made, "point-"))
    values = named(made, "value-")
    shared = [name for name in values if name.count("-") == 1]
    assert len(values) + len(shared) >= 0.98 * len(points)


@pytest.mark.slow
@pytest.mark.parametrize("texts", sorted(TEXTS))
def test_any_text_is_legible_and_nothing_is_struck_through(texts: str) -> None:
    made = scene(journey(14, 2, texts))
    assert_legible(made)
    assert not struck(made)


@pytest.mark.slow
@pytest.mark.parametrize("scale", [Scale(0, 100, 60), Scale(-2, 2), Scale(1, 5, 3.5), Scale(0, 10)])
def test_any_scale(scale: Scale) -> None:
    """The same journey on another scale: every score as far up, every figure in its numbers."""
    shown = journey(14, 2)

    def on(score: Score | None) -> Score | None:
        if score is None:
            return None
        share = shown.scale.share(score.value)
        return replace(score, value=scale.min + share * (scale.max - scale.min), interval=None)

    def moved(each: JourneyPoint | None) -> JourneyPoint | None:
        return each and replace(each, experience=on(each.experience), importance=on(each.importance), handover=None)

    lines = tuple(replace(line, points=tuple(map(moved, line.points))) for line in shown.lines)
    made = scene(replace(shown, scale=scale, importance_scale=Scale(scale.min, scale.max), lines=lines))
    assert_legible(made)
    assert not struck(made)
    words = ChartWords("en")
    assert f"{words.on_scale(scale.max, scale)} very good" in said(made, "scale")


def test_a_page_too_small_is_refused() -> None:
    with pytest.raises(ChartError, match="too narrow"):
        scene(journey(5, 2), ChartOptions(width=3))
    with pytest.raises(ChartError, match="too low"):
        scene(journey(5, 2), ChartOptions(height=2))


SCORES = st.tuples(st.integers(1, 10), st.floats(1, 10).map(lambda value: round(value, 3)))


@given(st.lists(st.tuples(SCORES, SCORES), min_size=2, max_size=6))
@examples(40)
def test_figures_are_those_of_the_ranking(scores: list[tuple[tuple[int, float], tuple[int, float]]]) -> None:
    """Scores and gaps in the picture are those of ``gaps --format json``, rounded."""
    listed = "".join(
        f"        - {{id: t{i}, title: T{i}, by_persona: {{"
        + ", ".join(
            f"{name}: {{scores: {{importance: {importance}, experience: {{mean: {mean}, n: 40, source: s}}}}}}"
            for name, (importance, mean) in zip("ab", both, strict=True)
        )
        + "}}\n"
        for i, both in enumerate(scores)
    )
    loaded = project(
        {
            "j.cxmap.yaml": "cxmap: 1\npersonas: {a: {name: Ann}, b: {name: Bob}}\n"
            "sources: {s: {title: S, kind: survey, date: 2026-03-31, n: 40}}\n"
            "journey:\n  id: j\n  title: J\n  personas: [a, b]\n  stages:\n"
            f"    - id: all\n      title: All\n      touchpoints:\n{listed}"
        }
    )
    made = scene(emotion_view(loaded, loaded.documents[0]))
    words, scale = ChartWords("en"), Scale(1, 10)
    rows = [row for row in gaps_object(gaps(loaded))["rows"] if row["kind"] == "touchpoint"]
    assert len(rows) == 2 * len(scores)
    for row in rows:
        place, index = int(row["touchpoint"][1:]), "ab".index(row["persona"])
        figure = words.in_full(row["experience"], scale)
        assert figure in {exactly(made, f"value-{index}-{place}"), exactly(made, f"value-{place}")}
        gap = words.apart(row["importance"], row["experience"], scale, full=True)
        assert exactly(made, f"gap-figure-{index}-{place}") == ("" if gap == "0" or gap.startswith("−") else gap)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
class TestColours:
    @pytest.mark.parametrize("sight", sorted(SIGHT))
    def test_personas_differ_for_the_colour_blind(self, theme: Theme, sight: str) -> None:
        first, second = (series.color for series in theme.series[:2])
        assert math.dist(seen(first, sight), seen(second, sight)) >= FAR

    def test_personas_differ_without_colour(self, theme: Theme) -> None:
        """By dash and by marker, whatever their greys are."""
        first, second = theme.series[:2]
        assert first.dash != second.dash
        assert first.marker != second.marker

    def test_figures_have_the_contrast_of_text(self, theme: Theme) -> None:
        for series in theme.series[:2]:
            color = style.words_of(series, theme)
            assert all(contrast(color, ground) >= TEXT_CONTRAST for ground in style.grounds(theme))
