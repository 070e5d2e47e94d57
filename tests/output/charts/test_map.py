"""The map and the blueprint: what a project puts on them, what is left out, and that bytes are the same each time."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from tests.output.charts.sheets import PICTURE, blueprint_of, map_of
from tests.support import TODAY

from cxmap.analysis.durations import Total
from cxmap.analysis.ranking.gaps import gaps
from cxmap.analysis.ranking.options import Options
from cxmap.choices import MAP_ROWS
from cxmap.output.charts.blueprint.from_project import blueprint_view
from cxmap.output.charts.catalogue import JOURNEY_CHARTS, Wish
from cxmap.output.charts.map.from_project import map_view
from cxmap.output.charts.render import render, scene
from cxmap.output.drawing.options import ChartOptions
from cxmap.output.drawing.scene import Photo
from cxmap.output.drawing.typesetting import SMALLEST
from cxmap.project.load import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from cxmap.choices import Chart
    from cxmap.output.charts.blueprint.views import BlueprintView
    from cxmap.output.charts.map.views import MapView
    from cxmap.output.drawing.scene import Scene

EXAMPLES = Path(__file__).parents[3] / "examples"


def shoes(*personas: str) -> MapView:
    project = load([str(EXAMPLES / "running-shoes")], today=TODAY, cwd=EXAMPLES)
    return map_view(project, project.definitions["journeys"]["first-shoes"][0].document, only=personas)


def shoes_blueprint() -> BlueprintView:
    project = load([str(EXAMPLES / "running-shoes")], today=TODAY, cwd=EXAMPLES)
    return blueprint_view(project, project.definitions["journeys"]["first-shoes"][0].document)


def text(made: Scene, name: str = "") -> str:
    """All text of the items whose name begins so, in the order of drawing."""
    return " ".join(words.line.text for words in made.words if words.name.startswith(name))


def drawn(made: Scene) -> set[str]:
    return {outline.name for outline in made.outlines}


def test_what_differs_between_personas_is_told_apart() -> None:
    step = {touchpoint.title: step for touchpoint, step in zip(shoes().emotion.touchpoints, shoes().steps, strict=True)}
    decides = step["Decides to start running"]
    assert [(said.text, said.who) for said in decides.feeling] == [("Excited", (0,)), ("Careful", (1,))]
    assert [said.who for said in step["Asks people who run"].lifts] == [()]
    assert step["Reads our buying guide"].passes == (0,)
    assert step["Decides to start running"].passes == ()


def test_one_persona_has_no_marks() -> None:
    view = shoes("noor")
    assert all(not said.who for step in view.steps for said in (*step.doing, *step.thinking, *step.feeling))
    assert "Gets the parcel at home" not in {touchpoint.title for touchpoint in view.emotion.touchpoints}
    assert all(step.visited for step in view.steps)


def test_every_row_is_on_the_map() -> None:
    made = scene(shoes())
    labels = text(made)
    for label in ("Goal", "Doing", "Thinking", "Feeling", "Channel", "Pleasures and pain points", "Owner"):
        assert label in labels
    assert "Waiting and effort time" in text(made, "time-label")
    assert "In all: Noor de Wit waits 25\N{NO-BREAK SPACE}min, 1\N{NO-BREAK SPACE}d" in text(made, "note")
    assert "Expectation" in text(made, "expectation-label")
    assert "now 9\N{NO-BREAK SPACE}% · target 6\N{NO-BREAK SPACE}%" in text(made, "metrics-4-by")
    assert "Count the running wall every Monday" in text(made, "actions-4")
    assert any(name.startswith("leg-") for name in drawn(made))


@pytest.mark.parametrize("row", MAP_ROWS)
def test_rows_are_chosen(row: str) -> None:
    view = shoes()
    steps = (replace(view.steps[0], picture=PICTURE), *view.steps[1:])
    made = scene(replace(view, steps=steps), ChartOptions(rows=(row,)))
    shown = {name for name in MAP_ROWS if text(made, f"{name}-label")}
    assert shown == {row}
    assert any(name.startswith("leg-") for name in drawn(made)) == (row == "feeling")


def test_rows_are_in_the_order_asked_for() -> None:
    made = scene(shoes(), ChartOptions(rows=("actions", "doing")))
    at = {words.name: words.y for words in made.words}
    assert at["actions-label"] < at["doing-label"]


def test_rows_that_nobody_filled_in_are_left_out() -> None:
    project = load([str(EXAMPLES / "airport")], today=TODAY, cwd=EXAMPLES)
    document = project.definitions["journeys"]["through-the-airport"][0].document
    made = scene(map_view(project, document))
    assert {name for name in MAP_ROWS if text(made, f"{name}-label")} == {"goal", "channel", "owner", "metrics"}
    process = scene(blueprint_view(project, document))
    assert "Line of" not in text(process)


def test_a_detour_stands_beside_the_line() -> None:
    made = scene(shoes())
    assert "detour-9" in drawn(made)
    assert "back to: Tries two pairs on" in text(made, "touchpoint-9")


def test_the_empty_canvas_has_nothing_but_stages_and_rows() -> None:
    made = scene(shoes(), ChartOptions(blank=True, lang="nl"))
    assert "The idea" in text(made, "stage-0")
    assert "Kanaal" in text(made, "row-label")
    assert "Decides to start running" not in text(made, "touchpoint")
    assert not any(name.startswith(("point-", "leg-")) for name in drawn(made))
    assert made.alt.startswith("Lege klantreiskaart voor Noor de Wit en André Smits")


def test_the_lines_of_a_blueprint_are_between_its_rows() -> None:
    made = scene(shoes_blueprint())
    at = {words.name: words.y for words in made.words}
    order = [
        "owner-label",
        "channel-label",
        "waits-label",
        "doing-label",
        "fails-label",
        "line-of-interaction-name",
        "frontstage-label",
        "line-of-visibility-name",
        "backstage-label",
        "line-of-internal-name",
        "support-label",
        "influence-label",
    ]
    assert sorted(order, key=at.__getitem__) == order
    dashes = {outline.dash for outline in made.outlines if outline.name.startswith("line-of-")}
    assert len(dashes) == 3
    assert "Without an owner: Decides to start running" in made.alt


def test_who_influences_whom() -> None:
    check = shoes_blueprint().processes[4]
    assert check.departments == ("Online and marketing",)
    assert ("Shoe brands", "delivers to → Stock and transport") in [(one.party, one.does) for one in check.influences]


def test_neighbours_with_one_owner_share_a_bar() -> None:
    bars = {name for name in drawn(scene(shoes())) if name.startswith("owner-bar-")}
    assert "owner-bar-2" in bars
    assert "owner-bar-3" not in bars


def test_large_journeys_on_paper_are_whole() -> None:
    made = scene(shoes(), ChartOptions(paper="a0"))
    assert not made.shortened
    assert (made.width, made.height) == pytest.approx((1189 / 25.4 * 72, 841 / 25.4 * 72))
    notes = [words.size for words in made.words if words.name.startswith("doing-0")]
    assert min(notes) > 12.5


def test_the_same_bytes_twice() -> None:
    for view in (map_of(3, 2), blueprint_of(3)):
        first, second = (render(view, "svg", dpi=40) for _ in range(2))
        assert first.data == second.data
        assert first.alt


def test_nothing_is_plotted_where_nothing_is_scored() -> None:
    made = scene(map_of(1))
    assert not {name for name in drawn(made) if name.startswith(("axis", "point-"))}
    assert "No touchpoint has a score." in text(made, "note")


def test_units_of_one_and_of_more() -> None:
    total = "1 month 3 working days 1\N{NO-BREAK SPACE}d 1\N{NO-BREAK SPACE}h"
    made = scene(replace(map_of(3), waiting=(Total(1500.0, 3.0, 1.0, 4),)), ChartOptions(rows=("time",)))
    assert f"In all: waits {total}, 1\N{NO-BREAK SPACE}h 30\N{NO-BREAK SPACE}min effort." in text(made, "note")


def test_the_first_three_of_the_ranking_are_marked() -> None:
    view = shoes()
    made = scene(view)
    project = load([str(EXAMPLES / "running-shoes")], today=TODAY, cwd=EXAMPLES)
    rows = [row for row in gaps(project, Options(journey="first-shoes")).rows if row.kind == "combined"]
    titles = [touchpoint.title for touchpoint in view.emotion.touchpoints]
    marked = {titles[place]: step.rank for place, step in enumerate(view.steps) if step.rank is not None}
    assert marked == {row.title: row.rank for row in rows if row.rank is not None and row.rank <= 3 and row.key}
    places = {f"first-{place}" for place, step in enumerate(view.steps) if step.rank is not None}
    assert {name for name in drawn(made) if name.startswith("first-")} == places
    assert "Numbers: the first three to improve, by priority." in text(made, "note")
    assert all(step.rank is None for step in desired().steps)


def desired() -> MapView:
    project = load([str(EXAMPLES / "running-shoes")], today=TODAY, cwd=EXAMPLES)
    journey = next(name for name, made in project.journeys.items() if made.state == "desired")
    return map_view(project, project.definitions["journeys"][journey][0].document)


@pytest.mark.parametrize("count", [14, 30, 60, 250])
@pytest.mark.parametrize("make", [map_of, blueprint_of])
def test_nothing_is_wider_than_three_times_its_height(
    make: Callable[[int], MapView | BlueprintView], count: int
) -> None:
    made = scene(make(count), ChartOptions(rows=("doing",)))
    assert made.width <= 3 * made.height
    assert not made.shortened


def test_rows_go_before_text_is_too_small() -> None:
    made = scene(shoes(), ChartOptions(paper="a3"))
    assert min(words.size for words in made.words) >= SMALLEST - 1e-6
    (remark,) = made.remarks
    assert "no room on a3 for the rows pictures, expectation, choices, metrics, questions" in remark
    assert {"doing", "feeling", "actions"} <= {name for name in MAP_ROWS if text(made, f"{name}-label")}


def test_an_empty_map_on_paper_has_room_for_sticky_notes() -> None:
    made = scene(shoes(), ChartOptions(paper="a0", blank=True))
    labels = [words for words in made.words if words.name == "row-label"]
    at = [next(lines).y for _, lines in itertools.groupby(labels, key=lambda words: words.group)]
    mm = 72 / 25.4
    assert len(at) >= 7
    assert all(below - above >= 76 * mm for above, below in itertools.pairwise(at))


def test_names_of_stages_are_repeated_below_many_rows() -> None:
    def heads(*rows: str) -> int:
        made = scene(shoes(), ChartOptions(rows=rows))
        return sum(words.name == "stage-0-name" for words in made.words)

    assert (heads(), heads("doing", "actions")) == (2, 1)


def test_what_nobody_described_is_hatched_where_we_meet_the_customer() -> None:
    view = shoes_blueprint()
    made = scene(view)
    expected = {
        f"missing-{row}-{place}"
        for place, process in enumerate(view.processes)
        for row in ("frontstage", "owner", "backstage")
        if any(met.title for met in process.channels) and not getattr(process, row)
    }
    assert {name for name in drawn(made) if name.startswith("missing-")} == expected
    assert len(expected) > 5
    assert not {f"missing-frontstage-{place}" for place in (0, 1, 12)} & expected  # no contact with us there
    for shape in made.outlines:
        if shape.name.startswith("missing-"):
            points = [numbers for _, numbers in shape.segments]
            place = int(shape.name.rpartition("-")[2])
            frame = min(words.x for words in made.words if words.name == f"doing-{place}")
            assert frame - 8 < min(x for x, _ in points)
            assert max(x for x, _ in points) < frame + 118
    assert "nothing is described" in text(made, "key")
    whole = replace(
        view, processes=tuple(replace(each, frontstage="a", backstage="b", owner="c") for each in view.processes)
    )
    assert "nothing is described" not in text(scene(whole), "key")


def test_what_goes_wrong_is_on_the_blueprint_and_in_its_words() -> None:
    made = scene(shoes_blueprint())
    assert "“Available” turns out to mean “in the warehouse”" in text(made, "fails-4")
    assert "Fail points: “Available” turns out to mean “in the warehouse”" in made.alt
    assert "lost: size" in text(made, "fails-4")
    assert "lost" not in text(made, "channel-4")
    assert "lost: size" in made.alt


def test_lines_join_the_filled_cells_of_a_column() -> None:
    made = scene(shoes_blueprint())
    joins = Counter(outline.name for outline in made.outlines if outline.name.startswith("joins-"))
    for place, process in enumerate(shoes_blueprint().processes):
        support = bool(process.departments or process.systems)
        filled = 1 + bool(process.frontstage) + bool(process.backstage) + support
        assert joins[f"joins-{place}"] == filled - 1
    for join in (outline for outline in made.outlines if outline.name.startswith("joins-")):
        (x, top), (_, bottom) = (point for _, point in join.segments)
        assert top < bottom
        assert not [words for words in made.words if words.box.left < x < words.box.right and top < words.y < bottom]


def test_what_a_party_does_is_said_once_in_a_band() -> None:
    made = scene(shoes_blueprint())
    assert text(made, "influence").count("try new models first → Shop team") == 1
    assert text(made, "influence").count("Running groups") > 3


def test_a_blueprint_names_the_sources_of_its_evidence_and_says_how_long_customers_wait() -> None:
    made = scene(shoes_blueprint())
    assert text(made, "note").startswith("Sources: ")
    assert "Twelve interviews (n = 12, 20 February 2026)" in text(made, "note")
    assert "waits 25 minutes" in text(made, "waits-6")
    assert "Waiting time: 25 minutes" in made.alt


@pytest.mark.parametrize("chart", ["map", "blueprint"])
def test_a_picture_is_let_in_as_portraits_are(chart: Chart, tmp_path: Path) -> None:
    Image.new("RGB", (30, 20), "#123456").save(tmp_path / "inside.png")
    pictures = ("inside.png", "../outside.png", "missing.png")
    touchpoints = "".join(
        f"        - {{id: t{i}, title: T{i}, frontstage: F, image: {name}, image_alt: What is there}}\n"
        for i, name in enumerate(pictures)
    )
    head = "cxmap: 1\npersonas: {a: {name: Ann}}\njourney:\n  id: j\n  title: J\n  personas: [a]\n"
    stages = f"  stages:\n    - id: s\n      title: S\n      touchpoints:\n{touchpoints}"
    (tmp_path / "j.cxmap.yaml").write_text(head + stages, encoding="utf-8")
    project = load([tmp_path], today=TODAY)
    view = JOURNEY_CHARTS[chart](project, project.definitions["journeys"]["j"][0].document, Wish())
    photos = [item for item in scene(view).items if isinstance(item, Photo)]
    assert [(photo.name, photo.title, photo.round) for photo in photos] == [("pictures-0", "What is there", False)]


@pytest.mark.parametrize(("touchpoints", "ends"), [(12, 1), (14, 2)])
def test_no_cell_is_further_than_twelve_columns_from_the_name_of_its_row(touchpoints: int, ends: int) -> None:
    made = scene(map_of(touchpoints, 1))
    labels = [words for words in made.words if words.name.startswith("doing-label")]
    assert len({words.x for words in labels}) == ends
