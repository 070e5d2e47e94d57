"""The priority matrix: points at their scores, crossings and ranks of ``gaps``, every point named, no overlap."""

from __future__ import annotations

import datetime as dt
import itertools
import random
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.output.charts.journeys import TEXTS
from tests.output.charts.test_emotion import middle, named, said
from tests.output.charts.test_emotion_text import assert_legible
from tests.support import TODAY, project

from cxmap.analysis.ranking.gaps import gaps
from cxmap.analysis.ranking.options import Options as GapOptions
from cxmap.output.charts.matrix import curves
from cxmap.output.charts.matrix.from_project import matrix_view
from cxmap.output.charts.matrix.plane import INSET, AxisRange, Plane
from cxmap.output.charts.matrix.view import MatrixPersona, MatrixPoint, MatrixView
from cxmap.output.charts.render import render, scene
from cxmap.output.charts.views import Scale, Score, SourceNote
from cxmap.output.drawing.labels import crosses
from cxmap.output.drawing.options import ChartError, ChartOptions
from cxmap.output.drawing.scene import Box
from cxmap.project.load import load

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cxmap.choices import RankingKey
    from cxmap.output.drawing.scene import Scene
    from cxmap.project.project import Project

EXAMPLES = Path(__file__).parents[3] / "examples"
TEN = Scale(1, 10, 5.5)
FIELD = Plane(Box(0, 0, 100, 100).grown(INSET), AxisRange(0, 10), AxisRange(0, 10))


def point(importance: float, experience: float, touchpoint: int = 0, persona: int = 0, rank: int = 9) -> MatrixPoint:
    return MatrixPoint(touchpoint, persona, Score(importance), Score(experience), rank)


def view(
    points: Sequence[MatrixPoint], *, personas: int = 1, crosshair: tuple[float, float] | None = (6, 5)
) -> MatrixView:
    return MatrixView(
        title="A journey",
        state="current",
        scale=TEN,
        importance_scale=TEN,
        touchpoints=tuple(f"Touchpoint {i}" for i in range(max(p.touchpoint for p in points) + 1)),
        personas=tuple(MatrixPersona(f"Persona {i}", crosshair=crosshair) for i in range(personas)),
        points=tuple(points),
        by="priority",
    )


def any_view(
    touchpoints: int, personas: int = 1, texts: str = "plain", *, seed: int = 1, dense: bool = False
) -> MatrixView:
    """Any number of points, any text; ``dense``: derived importances within 0.06. The same arguments, the same view."""
    rng = random.Random(seed)
    say = itertools.cycle(TEXTS[texts])

    def score(value: float, width: float) -> Score:
        measured = rng.random() < 0.4
        return Score(value, (value - width, value + width) if measured else None, assumed=rng.random() < 0.3)

    points = [
        MatrixPoint(
            place,
            persona,
            score(rng.uniform(0.42, 0.48), 0.03) if dense else score(rng.randrange(1, 11), 0.5),
            score(rng.uniform(6, 7.4) if dense else round(rng.uniform(1, 10), 1), 0.4),
            quadrant="keep-up",
            moment_of_truth=rng.random() < 0.2,
        )
        for persona in range(personas)
        for place in range(touchpoints)
    ]
    scales = Scale(0, 1) if dense else TEN, TEN
    cross = None if touchpoints < 4 else (0.45, 6.7) if dense else (6.5, 5.9)
    made = MatrixView(
        title=next(say),
        state="current",
        scale=TEN,
        importance_scale=scales[0],
        touchpoints=tuple(next(say) for _ in range(touchpoints)),
        personas=tuple(MatrixPersona(next(say), next(say), cross, unscored=(next(say),)) for _ in range(personas)),
        points=tuple(points),
        importance_derived=dense,
        by="shortfall" if dense else "priority",
        sources=(SourceNote(next(say), (212, 212), dt.date(2026, 3, 31)),),
    )
    return ranked(made)


def figure(made: MatrixView, one: MatrixPoint) -> float:
    """What a point is ranked by."""
    importance, experience = (
        10 * made.importance_scale.share(one.importance.value),
        10 * made.scale.share(one.experience.value),
    )
    return importance * max((10 if made.by == "shortfall" else importance) - experience, 0) / 10


def ranked(made: MatrixView) -> MatrixView:
    """A view with the ranks that its scores give."""
    points: list[MatrixPoint] = []
    personas: list[MatrixPersona] = []
    for i, persona in enumerate(made.personas):
        figures = {one.touchpoint: round(figure(made, one), 9) for one in made.of(i)}
        order = sorted(figures.values(), reverse=True)
        ranks = {place: order.index(value) + 1 if value else None for place, value in figures.items()}
        points += [replace(one, rank=ranks[one.touchpoint]) for one in made.of(i)]
        first = [figures[place] for place, rank in ranks.items() if rank and rank <= 5]
        personas.append(replace(persona, last_first=min(first, default=None)))
    return replace(made, points=tuple(points), personas=tuple(personas))


def labelled(made: Scene) -> set[int]:
    """The touchpoints that have a name or a letter."""
    names = [item.name for item in made.words if item.name.startswith("name-")]
    return {int(place) for name in names for place in name.split("-")[1:]}


def test_points_stand_at_their_scores_on_the_whole_scales() -> None:
    made = scene(view([point(1, 1, 0), point(10, 10, 1), point(5.5, 5.5, 2), point(10, 1, 3)]))
    low, high, centre, corner = (middle(named(made, f"point-0-{i}")[f"point-0-{i}"]) for i in range(4))
    assert centre == pytest.approx(((low[0] + high[0]) / 2, (low[1] + high[1]) / 2))
    assert corner == pytest.approx((low[0], high[1]))
    words = said(made, "scale")
    assert all(
        text in words for text in ("1 unimportant", "10 very important", "1 very poor", "5.5 neutral", "10 very good")
    )


@pytest.mark.parametrize(
    ("by", "formula"),
    [
        ("priority", lambda i, e: i * (i - e) / 10),
        ("shortfall", lambda i, e: i * (10 - e) / 10),
        ("gap", lambda i, e: i - e),
    ],
)
def test_curves_run_where_the_figure_is_the_same(by: RankingKey, formula: Callable[[float, float], float]) -> None:
    ten = Scale(0, 10)
    made_from = replace(view([point(8, 3, i) for i in range(4)]), scale=ten, importance_scale=ten, by=by)
    for level in curves.LEVELS:
        places = curves.curve(made_from, FIELD, level)
        assert len(places) > 10
        assert [formula(10 - y / 10, x / 10) for x, y in places] == pytest.approx([level] * len(places))
    made = scene(made_from)
    assert said(made, "level") == "1 2 3 4"
    assert len([item for item in made.outlines if item.name == "level"]) >= 4


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("dense", [False, True])
def test_place_and_rank_never_contradict_each_other(seed: int, dense: bool) -> None:
    """What ranks first is what stands in the tinted region, and nothing else does."""
    view = any_view(30, seed=seed, dense=dense)
    made = scene(view)
    region = [numbers for _, numbers in named(made, "first-five-0")["first-five-0"].segments if numbers]
    level = view.personas[0].last_first
    assert level
    for one in view.points:
        if abs(figure(view, one) - level) < 0.02:
            continue  # on the border itself
        shapes = named(made, f"point-0-{one.touchpoint}")
        if shapes:
            first = one.rank is not None and one.rank <= 5
            assert inside(region, middle(shapes[f"point-0-{one.touchpoint}"])) is first


def inside(corners: Sequence[tuple[float, ...]], spot: tuple[float, float]) -> bool:
    """Whether a point lies in a polygon: an odd number of its sides lie left of the point (Shimrat)."""
    x, y = spot
    odd = False
    for (ax, ay), (bx, by) in zip(corners, [*corners[1:], corners[0]], strict=True):
        if (ay > y) != (by > y) and x > (bx - ax) * (y - ay) / (by - ay) + ax:
            odd = not odd
    return odd


@pytest.mark.parametrize("by", ["opportunity", "improvement", "target"])
def test_figures_that_more_than_two_scores_decide_have_no_curves(by: RankingKey) -> None:
    made = scene(replace(ranked(view([point(8, 3, i) for i in range(4)])), by=by))
    assert not named(made, "level")
    assert not named(made, "first-five")
    assert "equal" not in said(made, "key")


def test_where_quadrants_meet_are_two_ticks_at_the_frame() -> None:
    made = scene(view([point(8, 3, i) for i in range(4)], crosshair=(6.5, 4.25)))
    assert said(made, "crosshair-experience") == "4.2"
    assert said(made, "crosshair-importance") == "6.5"
    ticks = [item for item in made.outlines if item.name == "crosshair"]
    lengths = [abs(a - b) for item in ticks for a, b in zip(*(n for _, n in item.segments), strict=True)]
    assert len(ticks) == 2
    assert max(lengths) < 10
    assert said(made, "quadrant") == "Concentrate here Keep up the good work Low priority Possible overinvestment"
    sizes = {words.size for words in made.words if words.name == "quadrant"}
    assert max(sizes) < 8


@pytest.mark.parametrize("personas", [1, 2, 3, 5, 12])
def test_each_persona_has_a_square_panel(personas: int) -> None:
    made = scene(any_view(6, personas))
    frames = [item for item in made.outlines if item.name == "frame"]
    assert len(frames) == personas
    for item in frames:
        xs, ys = zip(*(numbers for _, numbers in item.segments if numbers), strict=True)
        assert max(xs) - min(xs) == pytest.approx(max(ys) - min(ys))
    assert made.width / made.height <= 3


def test_without_a_crossing_there_are_no_quadrants() -> None:
    made = scene(view([point(8, 3, 0), point(3, 8, 1)], crosshair=None))
    assert not said(made, "quadrant")
    assert not named(made, "crosshair")
    assert "Fewer than four scored touchpoints, so no quadrants" in said(made, "note")


def test_ranks_one_to_five_are_marked_and_listed() -> None:
    made = scene(view([point(9, 1 + i, i, rank=i + 1) for i in range(7)]))
    assert {item.name for item in made.outlines if item.name.startswith("rank-")} == {f"rank-{i}" for i in range(1, 6)}
    assert "Touchpoint 4" in said(made, "first-title")
    assert "Touchpoint 5" not in said(made, "first-title")
    assert "importance 9.0, experience 1.0, gap 8.0" in said(made, "first-figures")


def test_personas_differ_in_shape() -> None:
    same = [point(8, 3, i, persona, rank=9) for persona in (0, 1) for i in range(4)]
    made = scene(view(same, personas=2))
    circle, square = (named(made, f"point-{i}-0")[f"point-{i}-0"] for i in (0, 1))
    assert len(circle.segments) != len(square.segments)
    assert circle.fill != square.fill
    assert said(made, "panel-name") == "Persona 0 Persona 1"


@pytest.mark.parametrize(("touchpoints", "personas"), [(14, 1), (30, 1), (40, 1), (30, 2), (14, 3), (20, 6)])
@pytest.mark.parametrize("seed", range(3))
def test_no_name_is_struck_by_a_line(touchpoints: int, personas: int, seed: int) -> None:
    made = scene(any_view(touchpoints, personas, seed=seed))
    lines = [item for item in made.outlines if item.stroke and item.name in {"level", "tie", "crosshair"}]
    for words in made.words:
        box = words.box.grown(-0.3)
        for line in lines:
            for (_, start), (_, end) in itertools.pairwise(line.segments):
                assert not crosses(box, start, end), f"{line.name} strikes {words.line.text!r}"  # type: ignore[arg-type]  # points


def test_intervals_are_bars_and_assumptions_hollow() -> None:
    measured = MatrixPoint(0, 0, Score(8, (7, 9)), Score(3, (2, 4)), 1)
    assumed = MatrixPoint(1, 0, Score(5, assumed=True), Score(5), 2)
    made = scene(view([measured, assumed, point(2, 9, 2), point(6, 6, 3)]))
    arms = [item for item in made.outlines if item.name == "interval-0-0"]
    assert len(arms) == 2
    assert named(made, "point-0-1")["point-0-1"].fill == made.paper
    assert "1 of 8 scores are the organisation's own assumptions" in said(made, "note")


def test_dense_scores_have_axes_that_say_which_part_they_show() -> None:
    made = scene(any_view(14, dense=True))
    assert "part of the scale 0 to 1" in said(made, "importance-label")
    assert "part of the scale 1 to 10" in said(made, "experience-label")
    spots = [middle(item) for name, item in named(made, "point-").items() if name.startswith("point-0-")]
    assert max(y for _, y in spots) - min(y for _, y in spots) > 150


@pytest.mark.slow
@pytest.mark.parametrize(
    ("touchpoints", "personas", "dense"),
    [
        (1, 1, False),
        (2, 6, False),
        (5, 2, False),
        (14, 1, True),
        (14, 6, False),
        (30, 1, False),
        (30, 2, True),
        (30, 4, False),
    ],
)
def test_any_size(touchpoints: int, personas: int, dense: bool) -> None:
    made_from = any_view(touchpoints, personas, dense=dense)
    made = scene(made_from)
    assert_legible(made)
    wanted = {one.touchpoint for one in made_from.points if (one.rank or 9) > 5 or personas <= 2}
    assert wanted <= labelled(made)
    ranks = [item.name for item in made.outlines if item.name.startswith("rank-")]
    groups = {(one.persona, made_from.place(one)) for one in made_from.points if (one.rank or 9) <= 5}
    assert len(ranks) >= len(groups)


def test_names_are_for_what_is_ranked_first_and_moments_of_truth_and_letters_for_the_rest() -> None:
    decisive = MatrixPoint(7, 0, Score(2), Score(9), 8, moment_of_truth=True)
    made = scene(view([*(point(9, 1 + i, i, rank=i + 1) for i in range(7)), decisive]))
    names = {item.name: item.line.text for item in made.words if item.name.startswith("name-")}
    assert names["name-0"] == "Touchpoint 0"
    assert names["name-7"] == "Touchpoint 7"
    assert (names["name-5"], names["name-6"]) == ("A", "B")
    assert said(made, "letter-title") == "Touchpoint 5 Touchpoint 6"


def test_of_more_than_forty_points_the_rest_are_small_dots() -> None:
    made = scene(any_view(60))
    first = {point.touchpoint for point in any_view(60).points if (point.rank or 9) <= 5 or point.moment_of_truth}
    assert labelled(made) == first
    dots = named(made, "point-0-")
    widths = {
        place: max(n[-2] for _, n in shape.segments if n) - min(n[-2] for _, n in shape.segments if n)
        for place in range(60)
        if (shape := dots.get(f"point-0-{place}"))
    }
    assert max(width for place, width in widths.items() if place not in first) < min(widths[place] for place in first)
    assert "Small points without a name are neither among the first 5 nor moments of truth." in said(made, "note")
    assert "Small points" not in said(scene(any_view(30)), "note")


def test_moments_of_truth_have_names_while_they_are_forty_at_most() -> None:
    decisive = [MatrixPoint(i, 0, Score(1 + i % 10), Score(1 + i % 9), i + 1, moment_of_truth=True) for i in range(60)]
    assert labelled(scene(view(decisive))) == set(range(5))


def test_intervals_are_drawn_on_what_is_ranked_first() -> None:
    wide = [MatrixPoint(i, 0, Score(8, (7, 9)), Score(1 + i, (i, 2 + i)), i + 1) for i in range(7)]
    made = scene(view(wide))
    assert {item.name for item in made.outlines if item.name.startswith("interval-")} == {
        f"interval-0-{i}" for i in range(5)
    }
    assert labelled(made) == set(range(7))


@pytest.mark.slow
@pytest.mark.parametrize("texts", sorted(TEXTS))
def test_any_text(texts: str) -> None:
    assert_legible(scene(any_view(5, 2, texts)))
    assert_legible(scene(any_view(30, 1, texts), ChartOptions(theme="dark", lang="nl")))


@pytest.mark.slow
@pytest.mark.parametrize(
    "options", [ChartOptions(width=9), ChartOptions(width=24, height=14), ChartOptions(theme="print")]
)
def test_any_page(options: ChartOptions) -> None:
    assert_legible(scene(any_view(14, 2), options))


def test_a_page_too_small_is_refused_with_what_it_takes() -> None:
    with pytest.raises(ChartError, match="inches wide is too narrow: this matrix takes"):
        scene(any_view(5), ChartOptions(width=5))
    with pytest.raises(ChartError, match="inches high is too low"):
        scene(any_view(5), ChartOptions(height=3))


def test_the_same_bytes_twice() -> None:
    assert render(any_view(8, 2), "svg").data == render(any_view(8, 2), "svg").data


@pytest.fixture(scope="module")
def example() -> Project:
    return load(["."], today=TODAY, cwd=EXAMPLES / "running-shoes")


def test_crossings_and_ranks_are_those_of_gaps(example: Project) -> None:
    document = next(doc for doc, journey in example.journey_documents() if journey.id == "first-shoes")
    made = matrix_view(example, document)
    ranking = gaps(example, GapOptions(journey="first-shoes"))
    for persona, name in zip(made.personas, ("noor", "andre"), strict=True):
        cross = next(one for one in ranking.crosshairs if one.persona == name)
        assert persona.crosshair is not None
        assert [(value - 1) / 0.9 for value in persona.crosshair] == pytest.approx(
            [cross.importance10, cross.experience10]
        )
    rows = {(row.persona, row.title): row for row in ranking.rows}
    for one in made.points:
        row = rows[("noor", "andre")[one.persona], made.touchpoints[one.touchpoint]]
        assert one.rank == (row.rank if row.key else None)
        assert one.quadrant == row.quadrant
    assert made.personas[1].unscored == ("Wears them in at home",)
    assert "first to improve: Checks whether we have the size" in scene(made).finding


def test_a_desired_journey_is_not_ranked(example: Project) -> None:
    document = next(doc for doc, journey in example.journey_documents() if journey.state == "desired")
    made = scene(matrix_view(example, document))
    assert not named(made, "rank-")
    assert "A plan: nothing in it is ranked." in said(made, "note")


@pytest.mark.parametrize(
    ("scores", "message"),
    [
        ("{importance: 8}", "no touchpoint of journey 'j' has both importance and experience"),
        ("{}", "no touchpoint of journey 'j' has both importance and experience"),
    ],
)
def test_without_scores_there_is_a_message(scores: str, message: str) -> None:
    text = (
        "cxmap: 1\npersonas: {p: {name: P}}\njourney: {id: j, title: J, personas: [p], stages: "
        f"[{{id: s, title: S, touchpoints: [{{id: t, title: T, scores: {scores}}}]}}]}}\n"
    )
    loaded = project({"j.cxmap.yaml": text})
    document = next(doc for doc, _ in loaded.journey_documents())
    with pytest.raises(ChartError, match=message):
        matrix_view(loaded, document)
    with pytest.raises(ChartError, match="made by p, not by q"):
        matrix_view(loaded, document, only=["q"])


def test_in_a_crowd_what_ranks_first_has_its_label_before_dots_have_their_counts() -> None:
    scores = [((10 + 37 * i % 91) / 10, (10 + 53 * i % 91) / 10) for i in range(250)]
    worst = sorted(range(250), key=lambda i: scores[i][1] - scores[i][0])
    crowd = [point(*scores[place], place, rank=rank) for rank, place in enumerate(worst, 1)]
    made = scene(view([*crowd, *(point(1, 1, 0, i) for i in range(1, 12))], personas=12))
    badges = {item.name for item in made.outlines if item.name.startswith("rank-")}
    assert badges == {f"rank-{rank}" for rank in range(1, 6)}
