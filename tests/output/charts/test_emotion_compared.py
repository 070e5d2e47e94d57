"""An emotional journey beside what it is to become, and beside what it was."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.output.charts.strokes import struck
from tests.output.charts.test_emotion import axis, named, point, said, view
from tests.output.charts.test_emotion_text import assert_legible
from tests.profiles import examples
from tests.support import TODAY, project

from cxmap.analysis.changes import Pick
from cxmap.analysis.series import TrendOptions
from cxmap.analysis.trend import trend
from cxmap.i18n.trend import TrendWords
from cxmap.output.charts.catalogue import Wish
from cxmap.output.charts.from_project import emotion_view
from cxmap.output.charts.render import scene
from cxmap.output.charts.views import PersonaLine
from cxmap.output.drawing.options import ChartError, ChartOptions
from cxmap.output.tables import trend_cells
from cxmap.project.load import load

if TYPE_CHECKING:
    from cxmap.output.drawing.scene import Scene
    from cxmap.project.document import Document
    from cxmap.project.project import Project

SHOES = Path(__file__).parents[3] / "examples" / "running-shoes"


@pytest.fixture(scope="module")
def shoes() -> Project:
    return load([], today=TODAY, cwd=SHOES)


def document(loaded: Project, name: str) -> Document:
    return next(each for each, journey in loaded.journey_documents() if journey.id == name)


def cell(made: Scene, persona: int, place: int) -> str:
    """What is said of a change at a touchpoint."""
    return " ".join(words.line.text for words in made.words if words.name == f"change-{persona}-{place}")


class TestDesired:
    """What is intended: hollow, without a verdict."""

    @pytest.mark.parametrize("personas", [1, 2, 3])
    def test_the_intended_difference_is_that_of_the_printed_scores(self, personas: int) -> None:
        points = (point(4.14, desired=8.06), point(6, desired=6.0), point(7.5, desired=7.0), point(5))
        made = scene(view(lines=tuple(PersonaLine(f"P{i}", points) for i in range(personas))))
        for i in range(personas):
            assert [cell(made, i, place) for place in range(4)] == ["intended +4.0", "as now", "intended −0.5", ""]
        assert not any(sign in said(made) for sign in "▲▼")
        assert "which nobody has measured" in said(made, "note")

    def test_points_are_hollow_and_the_area_between_is_tinted(self) -> None:
        points = (point(4, desired=8.0), point(6, desired=7.0))
        for lines, start in (
            ((PersonaLine("A", points),), "desired-"),
            ((PersonaLine("A", points),) * 2, "compared-0-"),
        ):
            made = scene(view(lines=lines))
            small = [item for item in made.outlines if item.name in {f"{start}0", f"{start}1"}]
            assert [item.fill for item in small] == [made.paper] * 2
            assert [item.name for item in made.outlines if "area-" in item.name and item.fill and not item.stroke]

    def test_the_subtitle_says_with_what(self, shoes: Project) -> None:
        plan = document(shoes, "first-shoes-desired")
        made = scene(emotion_view(shoes, document(shoes, "first-shoes"), compare=plan))
        assert "compared with “A first pair, as it should be”" in said(made, "subtitle")

    def test_a_plan_is_matched_by_id_or_by_what_it_replaces(self) -> None:
        at = "title: T, scores: {importance: 8, experience: 4}"
        loaded = project(
            {
                "a.cxmap.yaml": "cxmap: 1\npersonas: {p: {name: P}}\n"
                "journey: {id: now, title: N, personas: [p], stages: "
                f"[{{id: s, title: S, touchpoints: [{{id: old, {at}}}]}}]}}\n",
                "b.cxmap.yaml": "cxmap: 1\n"
                "journey: {id: plan, title: P, personas: [p], state: desired, redesigns: now, "
                f"stages: [{{id: s, title: S, touchpoints: [{{id: new, replaces: [old], {at}}}]}}]}}\n",
            }
        )
        plan = document(loaded, "plan")
        assert Wish(compare=plan).over(document(loaded, "now")) is plan


HEAD = """\
cxmap: 1
personas: {a: {name: Ann}}
sources:
  s24: {title: Survey 2024, kind: survey, date: 2024-05-01, n: 200}
  s25: {title: Survey 2025, kind: survey, date: 2025-05-01, n: 200}
journey:
  id: j
  title: J
  personas: [a]
  stages:
    - id: all
      title: All
      touchpoints:
"""


def waves(*pairs: tuple[float, float, float]) -> Project:
    """A journey whose touchpoints have two waves: their means and the spread of both."""
    touchpoints = "".join(
        f"        - {{id: t{i}, title: T{i}, scores: {{importance: 7, experience: "
        f"[{{mean: {old}, sd: {sd}, n: 200, source: s24}}, {{mean: {new}, sd: {sd}, n: 200, source: s25}}]}}}}\n"
        for i, (old, new, sd) in enumerate(pairs)
    )
    return project({"j.cxmap.yaml": HEAD + touchpoints})


class TestWave:
    def test_the_difference_with_its_interval_and_verdict(self) -> None:
        loaded = waves((5, 6.5, 1), (6, 6.1, 1), (7, 5, 1))
        made = scene(emotion_view(loaded, loaded.documents[0], wave="s24"))
        better, unclear, worse = (cell(made, 0, place) for place in range(3))
        assert better == "+1.5 (+1.3 to +1.7) ▲ better, more than chance"
        assert unclear.startswith("+0.1 (")
        assert unclear.endswith("no clear change")
        assert worse.endswith("▼ worse, more than chance")
        assert "compared with Survey 2024 (1 May 2024)" in said(made, "subtitle")
        assert f"Change, Ann: T0: {better}; T1: {unclear}; T2: {worse}." in made.alt
        assert "What caused a change is not tested." in said(made, "note")
        assert list(named(made, "earlier-area-")) == ["earlier-area-0-1", "earlier-area-1-2"]

    def test_a_day_means_the_last_wave_on_or_before_it(self, shoes: Project) -> None:
        now = document(shoes, "first-shoes")
        made = scene(emotion_view(shoes, now, wave=dt.date(2025, 12, 31)))
        assert "compared with the last wave until 31 December 2025" in said(made, "subtitle")
        assert cell(made, 1, 11) == "−0.8, other series, kind or scale: not tested"

    def test_without_such_a_wave_there_is_no_chart(self) -> None:
        loaded = waves((5, 6, 1))
        with pytest.raises(ChartError, match="no experience of journey 'j' has an earlier wave from 's25'"):
            emotion_view(loaded, loaded.documents[0], wave="s25")

    def test_what_the_team_thought_is_no_change(self) -> None:
        text = HEAD.replace("kind: survey, date: 2024", "kind: workshop, date: 2024") + (
            "        - {id: t0, title: T, scores: {importance: 7, experience: [{mark: 6, source: s24}, "
            "{mean: 5.6, sd: 1, n: 200, source: s25}]}}\n"
        )
        loaded = project({"j.cxmap.yaml": text})
        made = scene(emotion_view(loaded, loaded.documents[0], wave="s24"))
        assert cell(made, 0, 0) == "team thought 6.0, customers say 5.6"

    @pytest.mark.parametrize("personas", [(), ("noor",)])
    def test_it_is_legible_and_nothing_is_struck_through(self, shoes: Project, personas: tuple[str, ...]) -> None:
        now = document(shoes, "first-shoes")
        for options in (ChartOptions(), ChartOptions(lang="nl", theme="dark")):
            made = scene(emotion_view(shoes, now, only=personas, wave="visit-survey-2025"), options)
            assert_legible(made)
            assert not struck(made)

    @given(st.lists(st.tuples(st.floats(2, 9), st.floats(2, 9), st.floats(0.3, 2)), min_size=1, max_size=6))
    @examples(30)
    def test_it_says_what_trend_says(self, pairs: list[tuple[float, float, float]]) -> None:
        """Of one change the picture and the table say the same, word for word."""
        loaded = waves(*((round(old, 2), round(new, 2), round(sd, 2)) for old, new, sd in pairs))
        made = scene(emotion_view(loaded, loaded.documents[0], wave="s24"))
        found = trend(loaded, TrendOptions(pick=Pick("s24", None)))
        words = TrendWords("en")
        told = {each.id: each for each in found.series if each.kind == "experience"}
        assert len(told) == len(pairs)
        for place in range(len(pairs)):
            [series] = [each for name, each in told.items() if name.endswith(f"/t{place}")]
            assert cell(made, 0, place) == trend_cells.change(loaded, series, words)


@pytest.mark.parametrize("personas", [1, 2, 3])
def test_the_area_below_the_line(personas: int) -> None:
    lines = tuple(PersonaLine(f"P{i}", (point(4 + i), point(8 - i))) for i in range(personas))
    made = scene(view(lines=lines), ChartOptions(curve="area"))
    areas = [item for item in made.outlines if item.name.startswith("area-")]
    floors = {round(numbers[1], 6) for area in areas for _, numbers in area.segments if numbers}
    assert len(areas) == personas
    _, bottom = axis(made)
    assert max(floors) == pytest.approx(bottom)
    assert all(kind in "ML" for leg in named(made, "leg-").values() for kind, _ in leg.segments)
