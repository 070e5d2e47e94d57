"""The atlas: every phase at its step, figures those of ``gaps`` and ``summary``, journeys by index, no text cut."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import random
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest
from tests.output.charts.journeys import TEXTS
from tests.output.charts.test_emotion import named, said
from tests.output.charts.test_emotion_text import assert_legible
from tests.output.charts.test_honest import SURVEY
from tests.support import TODAY, project

from cxmap.analysis.difference import Change
from cxmap.analysis.ranking.gaps import gaps
from cxmap.i18n.atlas import AtlasWords
from cxmap.model.constants import Phase
from cxmap.output.charts.atlas.from_project import atlas_view
from cxmap.output.charts.atlas.layout import fill
from cxmap.output.charts.atlas.view import AtlasCell, AtlasRow, AtlasView
from cxmap.output.charts.render import render, scene
from cxmap.output.charts.views import IndexSince, Scale, SourceNote
from cxmap.output.drawing.options import ChartError, ChartOptions, NothingToShow
from cxmap.output.drawing.theme import THEMES, contrast
from cxmap.output.tables.gaps_json import gaps_object
from cxmap.project.load import load

if TYPE_CHECKING:
    from cxmap.output.drawing.scene import Scene
    from cxmap.project.project import Project

EXAMPLES = Path(__file__).parents[3] / "examples"
PHASES: tuple[Phase, ...] = get_args(Phase)
TEN = Scale(1, 10, 5.5)
CHANGES = (
    None,
    IndexSince(5.0, 5.4, Change(0.4, "not-tested", "needs-answers"), (12, 14)),
    IndexSince(5.0, 6.2, Change(1.2, "better", None, (0.6, 1.8), 0.001, 0.004, 3), (12, 14)),
    IndexSince(5.0, 4.7, Change(-0.3, "no-clear-change", None, (-0.8, 0.2), 0.2, 0.4, 3), (12, 14)),
)


def any_view(rows: int, texts: str = "plain", *, seed: int = 1, scales: tuple[Scale, ...] = (TEN,)) -> AtlasView:
    """An atlas of this size with any text; the same arguments give the same one."""
    rng = random.Random(seed)
    say = itertools.cycle(TEXTS[texts])

    def row(place: int) -> AtlasRow:
        scale = scales[place % len(scales)]

        def value() -> float | None:
            return rng.uniform(scale.min, scale.max) if rng.random() < 0.85 else None

        return AtlasRow(
            title=next(say),
            persona=next(say),
            scale=scale,
            cells=tuple(AtlasCell(value(), rng.random() < 0.3, 2) if rng.random() < 0.8 else None for _ in range(9)),
            index=value(),
            depth=place % 3,
            leads=place % 2 == 0,
            since=rng.choice(CHANGES),
            running=rng.randrange(12),
            late=rng.randrange(3),
            late_steps=rng.randrange(3),
            evidence=(rng.randrange(5), rng.randrange(5, 9)),
        )

    return AtlasView((*PHASES, None), tuple(map(row, range(rows))), TODAY, (SourceNote(next(say), (57, 212)),))


def a_project(*journeys: str) -> Project:
    """A project of journeys in flow style, each without its file's head."""
    files = {f"j{i}.cxmap.yaml": f"cxmap: 1\njourney: {text}\n" for i, text in enumerate(journeys)}
    return project({"lib.cxmap.yaml": f"cxmap: 1\npersonas: {{a: {{name: Ann}}, b: {{name: Bob}}}}\n{SURVEY}", **files})


def journey(name: str, *stages: str, personas: str = "a", more: str = "") -> str:
    return f"{{id: {name}, title: Journey {name}, personas: [{personas}], {more}stages: [{', '.join(stages)}]}}"


def stage(name: str, *scores: str, more: str = "") -> str:
    touchpoints = ", ".join(f"{{id: {name}-{i}, title: T{i}, scores: {{{text}}}}}" for i, text in enumerate(scores))
    return f"{{id: {name}, title: S, {more}touchpoints: [{touchpoints}]}}"


def drawn(*journeys: str) -> Scene:
    return scene(atlas_view(a_project(*journeys)))


def texts(made: Scene, name: str) -> list[str]:
    return [words.line.text for words in made.words if words.name.startswith(name)]


class TestWhatIsDrawn:
    def test_a_cell_is_the_experience_weighted_by_importance(self) -> None:
        one = journey(
            "j", stage("x", "importance: 10, experience: 4", "importance: 5.5, experience: 7", more="phase: use, ")
        )
        made = drawn(one)
        assert texts(made, "cell-") == ["5.0"]
        assert texts(made, "index-") == ["5.0"]
        assert "cell-0-5" in {words.name for words in made.words}

    def test_what_is_not_known_is_a_dash_and_what_is_not_there_is_empty(self) -> None:
        made = drawn(
            journey(
                "j",
                stage("x", "importance: 9, experience: 4", more="phase: need, "),
                stage("y", "importance: 9", more="phase: use, "),
            )
        )
        assert texts(made, "cell-") == ["4.0", "–"]
        assert len(named(made, "step-")) == 1

    def test_only_what_is_all_assumed_is_hatched(self) -> None:
        measured = "importance: 9, experience: {mean: 4, n: 40, sd: 1, source: s}"
        made = drawn(
            journey(
                "j",
                stage("x", measured, "importance: 9, experience: 4", more="phase: need, "),
                stage("y", "importance: 9, experience: 4", more="phase: use, "),
            )
        )
        assert set(named(made, "assumed-")) == {"assumed-0-5"}
        assert "all assumed" in said(made, "key")

    def test_lowest_index_first_and_a_stage_from_near_below_its_journey(self) -> None:
        good, poor, near = (
            "importance: 9, experience: 9",
            "importance: 9, experience: 3",
            "importance: 9, experience: 2",
        )
        made = drawn(
            journey("good", stage("x", good, more="phase: need, detailed_in: near, ")),
            journey("poor", stage("x", poor, more="phase: need, ")),
            journey("near", stage("x", near, more="phase: need, ")),
        )
        assert texts(made, "journey-") == ["Journey poor", "Journey good", "Journey near"]
        lefts = [words.x for words in made.words if words.name.startswith("journey-")]
        assert lefts[0] == lefts[1] < lefts[2]
        assert "Indented" in said(made, "note")

    def test_actions_that_run_and_that_are_late(self) -> None:
        loaded = a_project(
            journey("j", stage("x", "importance: 9, experience: 4", more="phase: need, "))
            + "\nactions:\n  p: {title: P, touchpoints: [x-0], status: in-progress, due: 2026-01-01}\n"
            "  q: {title: Q, touchpoints: [x-0], status: in-progress, due: 2027-01-01,\n"
            "    steps: [{title: S, due: 2026-01-01}, {title: T, due: 2026-01-01, done: true}, {title: U}]}\n"
            "  r: {title: R, touchpoints: [x-0], status: done, due: 2026-01-01}\n"
        )
        made = scene(atlas_view(loaded))
        assert texts(made, "running-") == ["2 in progress"]
        assert texts(made, "late-") == ["1 late, 1 step late"]

    def test_a_change_of_the_index_has_its_verdict(self) -> None:
        first, last = "{mean: 4, n: 40, sd: 1, source: s, date: 2025-01-01}", "{mean: 5, n: 40, sd: 1, source: s}"
        waves = f"importance: 9, experience: [{first}, {last}]"
        made = drawn(journey("j", stage("x", waves, more="phase: need, ")))
        assert texts(made, "change-") == ["+1.0"]
        assert "▲ better, more than chance (+0.6 to +1.4), 1 of 1 touchpoints" in said(made, "verdict-")
        better = scene(any_view(12))
        assert "▲ better, more than chance (+0.6 to +1.8)" in said(better, "verdict-")

    def test_a_stage_without_a_phase_has_a_column_of_its_own(self) -> None:
        without, within = (
            stage("x", "importance: 9, experience: 4"),
            stage("y", "importance: 9, experience: 5", more="phase: use, "),
        )
        assert texts(drawn(journey("j", within)), "column")[1:9] == [AtlasWords("en").phases[phase] for phase in PHASES]
        assert texts(drawn(journey("j", within, without)), "column")[9] == "No phase"

    def test_where_no_stage_names_a_phase_the_only_column_is_the_whole_journey(self) -> None:
        made = drawn(journey("j", stage("x", "importance: 9, experience: 4")))
        assert texts(made, "column")[1:3] == ["Whole journey", "Index"]
        assert texts(made, "cell-") == texts(made, "index-") == ["4.0"]


@pytest.mark.parametrize("seed", range(8))
def test_indexes_are_those_of_gaps(seed: int) -> None:
    """The index of each row is the one of ``gaps --format json``, on the journey's scale, rounded."""
    rng = random.Random(seed)
    low, high = rng.choice([(1, 10), (0, 100), (-2, 2), (1, 5)])

    def score() -> str:
        pair = [round(rng.uniform(low, high), 2) for _ in range(2)]
        return f"importance: {pair[0]}, experience: {pair[1]}"

    journeys = [
        journey(
            f"j{i}",
            *(stage(f"s{k}", *(score() for _ in range(3)), more=f"phase: {rng.choice(PHASES)}, ") for k in range(3)),
            personas="a, b",
            more=f"scale: {{min: {low}, max: {high}}}, ",
        )
        for i in range(4)
    ]
    loaded = a_project(*journeys)
    view = atlas_view(loaded)
    made = scene(view)
    assert_legible(made)
    told = {
        (one["journey"], one["persona"]): one["index10"]
        for one in json.loads(json.dumps(gaps_object(gaps(loaded))))["journeys"]
    }
    shown = [float(text.replace("−", "-")) for text in texts(made, "index-")]
    assert len(shown) == len(told)
    expected = sorted(low + index10 * (high - low) / 10 for index10 in told.values())
    assert sorted(shown) == pytest.approx(expected, abs=0.0501)
    leading = [row.index for row in view.rows if row.leads]
    assert leading == sorted(leading, key=lambda value: value or 0)


@pytest.mark.parametrize("value", [1, 3.6, 3.8, 5.0, 5.2, 5.5, 5.9, 6.1, 7.2, 7.4, 10])
def test_steps_lie_round_the_pass_mark(value: float) -> None:
    row = AtlasRow("J", "P", TEN, (), None)
    away = (value - 5.5) / 9
    size = 0 if abs(away) <= 0.05 else 1 if abs(away) <= 0.2 else 2
    assert row.step(value) == (size if away > 0 else -size)


@pytest.mark.parametrize("theme", sorted(THEMES))
def test_figures_stand_out_on_every_step(theme: str) -> None:
    look = THEMES[theme]  # type: ignore[index]  # one of the three
    assert min(contrast(look.ink, fill(step, look)) for step in range(-2, 3)) >= 4.5


@pytest.mark.slow
@pytest.mark.parametrize("rows", [1, 5, 14, 60, 120])
def test_any_size(rows: int) -> None:
    made = scene(any_view(rows, scales=(TEN, Scale(0, 100), Scale(-2, 2), Scale(1, 5))))
    assert_legible(made)
    assert not made.shortened
    assert made.width / made.height <= 3


@pytest.mark.slow
@pytest.mark.parametrize("kind", sorted(TEXTS))
def test_any_text(kind: str) -> None:
    assert_legible(scene(any_view(8, kind), ChartOptions(theme="dark", lang="nl")))


def test_a_page_too_small_is_refused_with_what_it_takes() -> None:
    with pytest.raises(ChartError, match="inches wide is too narrow: this atlas takes"):
        scene(any_view(5), ChartOptions(width=6))
    with pytest.raises(ChartError, match="inches high is too low: this atlas takes"):
        scene(any_view(25), ChartOptions(height=3))


def test_the_description_has_every_figure_of_the_picture() -> None:
    made = scene(any_view(8))
    for name in ("cell-", "index-", "change-", "evidence-"):
        assert all(text in made.alt for text in texts(made, name))


def test_the_same_bytes_twice() -> None:
    assert render(any_view(4), "svg").data == render(any_view(4), "svg").data


def test_from_the_example() -> None:
    view = atlas_view(load([EXAMPLES / "running-shoes"], today=dt.date(2026, 11, 22)))
    assert [row.persona for row in view.rows] == ["André Smits", "Noor de Wit"]
    assert "Journey atlas: 1 journey" in scene(view).alt


def test_nothing_to_show() -> None:
    with pytest.raises(NothingToShow, match="no touchpoint of a current journey"):
        drawn(journey("j", stage("x", "importance: 9")))


def test_phases_are_those_of_the_format() -> None:
    assert set(AtlasWords().phases) == {*PHASES, ""}
