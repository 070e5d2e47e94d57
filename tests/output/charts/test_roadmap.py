"""The road map: what is drawn of each action, in which order, and that no text of it is cut or covered."""

from __future__ import annotations

import datetime as dt
import itertools
import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest
from tests.cli.command import cxmap
from tests.output.charts.journeys import TEXTS
from tests.output.charts.roadmaps import STATUSES, TODAY, roadmap
from tests.output.charts.test_emotion_text import assert_legible
from tests.support import project

from cxmap.choices import Lever
from cxmap.i18n.roadmap import RoadmapWords
from cxmap.output.charts.render import render, scene
from cxmap.output.charts.roadmap import symbols
from cxmap.output.charts.roadmap.calendar import spanning
from cxmap.output.charts.roadmap.describe import letter
from cxmap.output.charts.roadmap.from_project import roadmap_view
from cxmap.output.charts.roadmap.view import Action, Improved, RoadmapView, Status, ToDo
from cxmap.output.drawing.options import ChartError, ChartOptions, NothingToShow
from cxmap.output.drawing.scene import Box, Shape
from cxmap.output.drawing.theme import THEMES
from cxmap.project.load import load

if TYPE_CHECKING:
    from cxmap.output.drawing.scene import Scene

EXAMPLES = Path(__file__).parents[3] / "examples"
LIBRARY = "cxmap: 1\nstakeholders:\n  shop: {title: Shop team, kind: team}\n  web: {title: Web team, kind: team}\n"


def said(made: Scene) -> list[str]:
    return [words.line.text for words in made.words]


def names(made: Scene) -> set[str]:
    return {item.name for item in made.items}


def one(action: Action, today: dt.date = TODAY) -> RoadmapView:
    return RoadmapView(today, (action,))


@pytest.mark.slow
@pytest.mark.parametrize("actions", [1, 2, 5, 14, 60])
@pytest.mark.parametrize("seed", [1, 2])
def test_any_size(actions: int, seed: int) -> None:
    assert_legible(scene(roadmap(actions, seed=seed, years=1 + 3 * (seed - 1))))


@pytest.mark.slow
@pytest.mark.parametrize("actions", [1, 6])
@pytest.mark.parametrize("texts", sorted(TEXTS))
def test_any_text(texts: str, actions: int) -> None:
    assert_legible(scene(roadmap(actions, texts)))


@pytest.mark.slow
@pytest.mark.parametrize(
    "options",
    [
        ChartOptions(lang="nl", theme="dark"),
        ChartOptions(width=7, theme="print"),
        ChartOptions(width=30),
        ChartOptions(width=16, height=30),
    ],
)
def test_any_page(options: ChartOptions) -> None:
    assert_legible(scene(roadmap(9), options))
    assert_legible(scene(roadmap(9, rated=False), options))


@pytest.mark.parametrize("options", [ChartOptions(width=5), ChartOptions(height=3)])
def test_a_page_that_is_too_small(options: ChartOptions) -> None:
    with pytest.raises(ChartError, match=r"too (narrow|low)"):
        scene(roadmap(9), options)


def test_many_actions_of_one_effort_and_value_share_a_cell() -> None:
    same = tuple(replace(action, effort=2, impact=4) for action in roadmap(40).actions)
    made = scene(replace(roadmap(40), actions=same))
    assert_legible(made)
    assert "+37" in said(made)


@pytest.mark.parametrize("status", STATUSES)
def test_every_status_has_a_word_and_a_shape(status: Status) -> None:
    action = Action("Ask first", status, "Shop", start=dt.date(2026, 10, 1), due=dt.date(2027, 1, 31))
    made = scene(one(action))
    assert said(made).count(RoadmapWords().statuses[status]) == 2  # in its row and in the key


def test_no_two_statuses_look_alike_without_colour() -> None:
    def form(status: Status) -> list[tuple[object, ...]]:
        drawn = symbols.bar(status, Box(0, 0, 50, 11), THEMES["print"], today=30)
        return [(item.segments, item.dash, item.fill == "#FFFFFF") for item in drawn if isinstance(item, Shape)]

    forms = [form(status) for status in STATUSES]
    assert all(one != other for one, other in itertools.combinations(forms, 2))


@pytest.mark.parametrize(
    ("action", "drawn"),
    [
        (Action("A", start=dt.date(2026, 1, 1), due=dt.date(2026, 12, 31)), True),
        (Action("A", start=dt.date(2026, 1, 1)), True),
        (Action("A", due=dt.date(2026, 12, 31)), True),
        (Action("A", due=dt.date(2026, 1, 1), start=dt.date(2026, 12, 31)), True),
        (Action("A", "done", finished=dt.date(2026, 1, 1)), True),
        (Action("A", steps=(ToDo("B", due=dt.date(2026, 1, 1)),)), False),
        (Action("A"), False),
    ],
)
def test_what_has_no_dates_is_listed_and_not_drawn(action: Action, *, drawn: bool) -> None:
    made = scene(one(action))
    assert ("bar-0" in names(made)) == drawn
    assert (RoadmapWords().undated in said(made)) == (not action.days)
    assert_legible(made)


def test_what_is_late_is_said_and_drawn() -> None:
    late = Action("Ask first", "in-progress", "Shop", start=dt.date(2026, 1, 1), due=dt.date(2026, 10, 1))
    made = scene(one(late))
    assert "late: due 1\N{NO-BREAK SPACE}Oct\N{NO-BREAK SPACE}2026" in " ".join(said(made))
    assert "late-0" in names(made)
    assert "Late: Ask first." in made.alt
    done = scene(one(replace(late, status="done")))
    assert "late-0" not in names(done)
    assert "Nothing is late." in done.alt


def test_today_is_a_line_only_inside_the_calendar() -> None:
    action = Action("Ask first", start=dt.date(2026, 1, 1), due=dt.date(2026, 10, 1))
    assert "today-line" in names(scene(one(action, dt.date(2026, 12, 1))))
    far = scene(one(action, dt.date(2096, 12, 1)))
    assert "today-line" not in names(far)
    assert any("lies outside the calendar" in text for text in said(far))


def test_what_comes_first_is_drawn_and_said() -> None:
    first = Action("One", start=dt.date(2026, 1, 1), due=dt.date(2026, 3, 1))
    then = Action("Two", start=dt.date(2026, 3, 2), due=dt.date(2026, 5, 1), after=(0,))
    made = scene(RoadmapView(TODAY, (first, then)))
    assert "after-0-1" in names(made)
    assert "after A" in said(made)


@pytest.mark.parametrize(("place", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (39, "AN"), (701, "ZZ")])
def test_letters(place: int, name: str) -> None:
    assert letter(place) == name


@pytest.mark.parametrize(
    "days",
    [
        [dt.date(2026, 1, 1)],
        [dt.date(2026, 1, 31), dt.date(2026, 2, 1)],
        [dt.date(2026, 1, 1), dt.date(2032, 12, 31)],
        [dt.date(1, 1, 1), dt.date(9999, 12, 31)],
        [dt.date(9999, 12, 31)],
    ],
)
def test_a_calendar_holds_its_days_in_order(days: list[dt.date]) -> None:
    calendar = spanning(days, TODAY, 100, 600)
    places = [place for day in days for place in (calendar.at(day), calendar.at(day, evening=True))]
    assert places == sorted(places)
    assert all(100 <= place <= 600 for place in places)
    parts = calendar.parts(RoadmapWords())
    assert (parts[0][0], parts[-1][1]) == (calendar.first, calendar.end)
    assert all(before[1] == after[0] for before, after in itertools.pairwise(parts))


def test_from_the_example() -> None:
    view = roadmap_view(load([EXAMPLES / "running-shoes"], today=TODAY))
    by_title = {action.title: action for action in view.actions}
    shelf = by_title["Show the shelf, not the warehouse"]
    assert view.actions[shelf.after[0]].title == "Count the running wall every Monday"
    assert shelf.improves == (Improved("Checks whether we have the size", rank=1),)
    assert view.dropped == ("A card with points",)
    assert not view.actions[-1].days
    owners = [action.owner for action in view.actions if action.days]
    assert len(set(owners)) == sum(owner != before for owner, before in zip(owners, [None, *owners], strict=False))
    notes = by_title["The seller sees what you looked up"].improves
    assert all(place.handover and place.rank is None for place in notes)


@pytest.mark.parametrize(
    ("actions", "message"),
    [
        ("", "no actions"),
        ("actions:\n  a: {title: A, touchpoints: [j/t], status: dropped}\n", "every action of the project is dropped"),
    ],
)
def test_nothing_to_show(actions: str, message: str) -> None:
    with pytest.raises(NothingToShow, match=message):
        roadmap_view(project({"a.cxmap.yaml": LIBRARY + actions}))


def test_every_lever_of_the_format_can_be_drawn() -> None:
    for lang in ("en", "nl"):
        assert set(RoadmapWords(lang).levers) == set(get_args(Lever))


def test_levers_name_the_actions_that_use_them() -> None:
    view = RoadmapView(TODAY, (Action("One", levers=("people",)), Action("Two", levers=("process", "people"))))
    made = scene(view, ChartOptions(lang="nl"))
    lines = said(made)
    assert lines[lines.index("mensen") + 1] == "A, B"
    assert lines[lines.index("proces") + 1] == "B"
    assert RoadmapWords().by_what_means not in said(scene(one(Action("One"))))
    assert_legible(made)


def test_a_chart_of_nothing_is_an_error_alone_and_a_remark_among_all(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES / "airport", tmp_path / "airport")
    alone = cxmap("render", "airport", "--chart", "roadmap", "-o", "charts/", cwd=tmp_path)
    assert (alone.status, alone.out) == (1, "")
    every = cxmap("render", "airport", "--chart", "all", "-o", "charts/", "--dpi", "20", cwd=tmp_path)
    assert every.status == 0
    assert "roadmap.png" not in every.out
    assert "charts/dashboard.png" in every.out.splitlines()
    for ran in (alone, every):
        assert "roadmap: the project has no actions to put on a road map" in ran.err


def test_project_charts_need_no_journey(tmp_path: Path) -> None:
    library = LIBRARY + "actions:\n  a: {title: A, touchpoints: [j/t], owner: shop, due: 2026-12-31}\n"
    journey = """cxmap: 1
journey:
  id: j
  title: J
  personas: [p]
  stages: [{id: s, title: S, touchpoints: [{id: t, title: T}]}]
personas: {p: {name: P}}
"""
    (tmp_path / "a.cxmap.yaml").write_text(library)
    (tmp_path / "j.cxmap.yaml").write_text(journey)
    (tmp_path / "cxmap.toml").write_text("")
    ran = cxmap("render", "a.cxmap.yaml", "--chart", "roadmap", "--dpi", "20", cwd=tmp_path)
    assert (ran.status, ran.out) == (0, "roadmap.png\n")


def test_the_same_bytes_twice() -> None:
    assert render(roadmap(6), "svg").data == render(roadmap(6), "svg").data


def test_the_ranking_figure_is_named_in_the_language_of_the_chart() -> None:
    assert any("by priority," in text for text in said(scene(roadmap(3))))
    assert any("naar prioriteit," in text for text in said(scene(roadmap(3), ChartOptions(lang="nl"))))


def test_dates_that_contradict_each_other_are_marked() -> None:
    """On the line of what is wrong, and in the words for whoever cannot see it."""
    days = [dt.date(2027, 3, day) for day in (1, 2, 3)]
    fine = Action("Fine", start=days[0], due=days[1], steps=(ToDo("In time", due=days[1]),))
    early = Action("Early", start=days[1], due=days[0])
    step = Action("Steps", due=days[1], steps=(ToDo("After", due=days[2]), ToDo("Before", due=days[0])))
    made = scene(RoadmapView(TODAY, (fine, early, step)))
    assert_legible(made)
    assert " ".join(said(made)).count("dates contradict each other") == 2
    assert "Early (idea, due 1 Mar 2027, dates contradict each other)" in made.alt.replace("\N{NO-BREAK SPACE}", " ")
    assert "Dates contradict each other: Early and Steps: After." in made.alt
    assert "contradict" not in scene(one(fine)).alt
    assert "data spreken elkaar tegen" in scene(one(early), ChartOptions(lang="nl")).alt


def test_steps_of_many_actions_are_counted_unless_they_are_late() -> None:
    today = dt.date(2026, 11, 22)
    steps = (ToDo("Past", due=dt.date(2026, 11, 1)), ToDo("Done", done=True), ToDo("Next", due=dt.date(2027, 1, 1)))
    action = Action("Act", "in-progress", start=dt.date(2026, 6, 1), due=dt.date(2027, 3, 1), steps=steps)
    for count, rows in ((20, 3 * 20), (21, 21)):
        made = scene(RoadmapView(today, (action,) * count))
        assert sum(words.name == "step" for words in made.words) == rows
        counted = [words.line.text for words in made.words if words.name.startswith("improves-")]
        assert counted == ["1 of 3 steps done"] * count
        assert any("Of more than 20 actions" in text for text in said(made)) == (count > 20)
        assert "1 of 3 steps done" in made.alt


def test_what_an_action_is_to_bring_and_what_shows_it() -> None:
    example = load([EXAMPLES / "running-shoes"], today=TODAY)
    view = roadmap_view(example)
    shelf = next(action for action in view.actions if action.title == "Show the shelf, not the warehouse")
    assert shelf.expects == (2.0, 2.0)
    assert [(seen.title, seen.unit, seen.values[-1], seen.target) for seen in shelf.metrics] == [
        ("Visitors whose size turned out not to be there", "%", 9.0, 6.0)
    ]
    made = scene(view)
    assert "+2" in said(made)
    way = "18 % → 9 %; target 6 %"
    assert way in [text.replace("\N{NO-BREAK SPACE}", " ") for text in said(made)]
    assert any(name.startswith("spark-") for name in names(made))
    assert f"+2, Visitors whose size turned out not to be there: {way}" in made.alt.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(("actions", "pages"), [(1, [1]), (25, [25]), (26, [25, 1]), (60, [25, 25, 10])])
def test_pages_of_25_actions_go_on_with_their_letters(actions: int, pages: list[int]) -> None:
    view = roadmap(actions)
    found = view.pages()
    assert [len(page.actions) for page in found] == pages
    assert [action for page in found for action in page.actions] == list(view.actions)
    last = scene(found[-1])
    assert letter(actions - 1) in said(last)
    assert_legible(last)


def test_a_pdf_has_pages_of_its_own_and_other_forms_one() -> None:
    view = roadmap(30, rated=False)
    assert render(view, "pdf").data.count(b"/Type /Page ") == 2
    assert render(view, "svg").data.count(b"<svg") == 1


@pytest.mark.parametrize("late", [True, False])
def test_what_comes_first_leaves_its_bar_downwards(*, late: bool) -> None:
    day = dt.date(2026, 3, 1)
    first = Action(
        "One", "in-progress" if late else "done", start=dt.date(2026, 1, 1), due=day, finished=None if late else day
    )
    after = Action("Two", start=dt.date(2026, 5, 2), due=dt.date(2026, 7, 1), after=(0,))
    made = scene(RoadmapView(TODAY, (first, after)))
    (line,) = [item for item in made.outlines if item.name == "after-0-1"]
    (x, y), (next_x, next_y), *_ = [point for _, point in line.segments]
    assert (next_x, next_y > y) == (x, True)
    (bar,) = [item for item in made.outlines if item.name == "bar-0"]
    assert min(point[0] for _, point in bar.segments if point) < x < max(point[0] for _, point in bar.segments if point)
    order = [item.name for item in made.outlines]
    assert order.index("after-0-1") < order.index("bar-0")
