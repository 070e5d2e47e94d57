"""The chart of trends: every value at its day and height, figures and verdicts those of ``trend``, no text cut."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import random
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest
from tests.output.charts.journeys import TEXTS
from tests.output.charts.test_change import HEAD, VERDICTS, wave
from tests.output.charts.test_emotion import middle, named, said
from tests.output.charts.test_emotion_text import assert_legible
from tests.output.charts.test_honest import a_journey
from tests.support import TODAY, project

from cxmap.analysis.metrics import Measured
from cxmap.analysis.series import Series, TrendPoint
from cxmap.cli.main import run
from cxmap.output.charts.render import render, scene
from cxmap.output.charts.trend.from_project import trend_view
from cxmap.output.charts.trend.view import Finished, TrendCard, TrendView
from cxmap.output.charts.views import Scale, SourceNote
from cxmap.output.drawing.options import ChartError, ChartOptions, NothingToShow
from cxmap.project.load import load

if TYPE_CHECKING:
    from cxmap.output.drawing.scene import Scene
    from cxmap.project.project import Project

EXAMPLES = Path(__file__).parents[3] / "examples"
START = dt.date(2025, 1, 31)
UNITS = ("%", "", "€", "minutes", "of 5")


def any_view(cards: int, texts: str = "plain", *, seed: int = 1) -> TrendView:
    """Trends of this number with any text; the same arguments give the same ones."""
    rng = random.Random(seed)
    say = itertools.cycle(TEXTS[texts])
    scales = (Scale(1, 10), Scale(0, 100), Scale(-2, 2), Scale(1, 5))

    def card(place: int) -> TrendCard:
        score = place % 2 == 0
        scale = scales[place // 2 % len(scales)]
        low, high = (scale.min, scale.max) if score else [(0.0, 100.0), (-100.0, 100.0), (0.0, 5e6)][place % 3]
        points = tuple(
            TrendPoint(
                START + dt.timedelta(days=90 * i), "s", value, 57,
                interval=(value - 1, value + 1) if rng.random() < 0.7 else None, guess=rng.random() < 0.2,
            )
            for i in range(rng.randrange(3, 9))
            for value in [rng.uniform(low, high)]
        )  # fmt: skip
        change = VERDICTS[place % len(VERDICTS)]._replace(difference=points[-1].value - points[-2].value)
        return TrendCard(
            title=next(say),
            series=Series(
                "score" if score else "metric",
                f"j/t{place}" if score else f"m{place}",
                "a" if score else None,
                "experience" if score else None,
                points, points[-2], points[-1], change,
                scale=cast("Any", scale) if score else None,
                unit="" if score else rng.choice(UNITS),
                target=None if score else Measured(START + dt.timedelta(days=900), rng.uniform(low, high)),
                schedule=None if score else "behind",
                progress=None if score else (0.4, 0.6),
            ),
            ends=(low, high),
            follows=(None, *(i if rng.random() < 0.8 else None for i in range(len(points) - 1))),
            finished=(0, 1) if rng.random() < 0.5 else (),
            journey=next(say) if score else "",
            personas=(next(say),) if score and rng.random() < 0.5 else (),
            better=None if score else "lower",
        )  # fmt: skip

    return TrendView(
        cards=tuple(map(card, range(cards))),
        finished=(
            Finished(next(say), START + dt.timedelta(days=40)),
            Finished(next(say), START + dt.timedelta(days=42)),
        ),
        families={"index": 0, "experience": 9, "importance": 1, "metric": 5},
        sources=(SourceNote(next(say), (57, 212), dt.date(2026, 3, 31)),),
    )


def metrics(text: str, more: str = "") -> Project:
    return project({"m.cxmap.yaml": f"cxmap: 1\nmetrics:\n{text}{more}"})


WAIT = (
    "  m: {title: Wait, kind: percentage, better: lower, baseline: {date: 2025-01-01, value: 60, n: 100},\n"
    "    readings: [{date: 2025-07-02, value: 50, n: 100}, {date: 2026-01-01, value: 20, n: 100}],\n"
    "    target: {date: 2027-01-01, value: 10}}\n"
)


def texts(made: Scene, name: str) -> list[str]:
    return [words.line.text for words in made.words if words.name.startswith(name)]


class TestWhatIsDrawn:
    def test_values_stand_at_their_day_and_height_on_the_whole_scale(self) -> None:
        made = scene(trend_view(metrics(WAIT)))
        first, second, third = (middle(named(made, f"point-0-{i}")[f"point-0-{i}"]) for i in range(3))
        assert second[0] == pytest.approx((first[0] + third[0]) / 2, abs=2)
        assert (second[1] - first[1]) / (third[1] - first[1]) == pytest.approx(10 / 40)
        assert texts(made, "scale") == ["0 %", "100 %"]
        assert len(named(made, "band-0-")) == 2

    def test_the_target_is_a_dashed_line(self) -> None:
        made = scene(trend_view(metrics(WAIT)))
        line = named(made, "target-line-0")["target-line-0"]
        third, first = (middle(named(made, f"point-0-{i}")[f"point-0-{i}"])[1] for i in (2, 0))
        assert line.dash
        assert line.segments[0][1][1] == pytest.approx(third + (third - first) / 4)
        assert "Target 10 % (2027-01)" in said(made, "target-0")

    def test_a_finished_action_stands_at_its_day_with_its_number(self) -> None:
        more = (
            "actions:\n  x: {title: Guide, touchpoints: [j/t], status: done, finished: 2025-07-02, metrics: [m]}\n"
            "  y: {title: Other, touchpoints: [j/t], status: done, finished: 2025-08-02}\n"
            "personas: {p: {name: P}}\n"
            "journey: {id: j, title: J, personas: [p], stages: [{id: s, title: S, touchpoints: [{id: t, title: T}]}]}\n"
        )
        made = scene(trend_view(metrics(WAIT, more)))
        line = named(made, "finished-0")["finished-0"]
        assert line.segments[0][1][0] == pytest.approx(middle(named(made, "point-0-1")["point-0-1"])[0])
        assert texts(made, "finished-number") == ["1"]
        assert "Finished: 1 Guide (2 July 2025)." in said(made, "note")
        assert "Other" not in said(made, "note")

    def test_no_line_joins_what_cannot_be_compared(self) -> None:
        mark = "{mark: 3, source: team, date: 2025-09-01}"
        waves = f"{wave(4, 'old')}, {mark}, {wave(7, 'new')}"
        loaded = a_journey(f"scores: {{importance: 8, experience: [{waves}]}}", head=HEAD)
        made = scene(trend_view(loaded))
        leg = named(made, "leg-0-")["leg-0-2"]
        assert set(named(made, "leg-0-")) == {"leg-0-2"}  # past the team's mark, from survey to survey
        ends = [middle(named(made, f"point-0-{i}")[f"point-0-{i}"]) for i in (0, 2)]
        assert [numbers for _, numbers in leg.segments] == [pytest.approx(end) for end in ends]
        assert named(made, "point-0-1")["point-0-1"].fill == made.paper
        assert named(made, "point-0-0")["point-0-0"].fill != made.paper

    def test_what_caused_a_change_is_not_tested_and_that_is_on_the_picture(self) -> None:
        made = scene(any_view(4))
        assert "What caused a change is not tested." in said(made, "subtitle")
        assert "What caused a change is not tested." in made.alt

    def test_three_points_at_least(self) -> None:
        two = (
            "  m: {title: W, better: lower, baseline: {date: 2025-01-01, value: 60},"
            " readings: [{date: 2025-07-02, value: 5}]}\n"
        )
        with pytest.raises(NothingToShow, match="no score and no metric has 3 points in time"):
            trend_view(metrics(two))


@pytest.mark.parametrize("seed", range(6))
def test_values_and_verdicts_are_those_of_trend(seed: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each last value and difference on the page is one of ``trend --format json``, rounded, with its verdict."""
    rng = random.Random(seed)
    rows = "".join(
        f"  m{i}: {{title: M{i}, better: higher, "
        f"baseline: {{date: 2025-01-01, value: {rng.randrange(90)}, n: 80, sd: 9}}, "
        f"readings: [{{date: 2025-07-01, value: {rng.randrange(90)}, n: 80, sd: 9}}, "
        f"{{date: 2026-01-01, value: {rng.randrange(90)}, n: 80, sd: 9}}]}}\n"
        for i in range(6)
    )
    (tmp_path / "m.cxmap.yaml").write_text(f"cxmap: 1\nmetrics:\n{rows}")
    view = trend_view(load([tmp_path], today=TODAY))
    made = scene(view)
    assert_legible(made)
    assert run(["trend", str(tmp_path), "--format", "json"]) == 0
    told = {one["id"]: one for one in json.loads(capsys.readouterr().out)["series"]}
    assert {card.series.id for card in view.cards} == set(told)
    for place, card in enumerate(view.cards):
        one = told[card.series.id]
        assert float(texts(made, f"now-{place}")[0].split(" ")[0]) == pytest.approx(
            one["points"][-1]["value"], abs=0.01
        )
        shown = " ".join(texts(made, f"change-{place}")).split(" ")[0].replace("−", "-")
        assert float(shown) == pytest.approx(one["change"]["difference"], abs=0.0501)
        assert card.series.change
        assert card.series.change.verdict == one["change"]["verdict"]
        assert len(named(made, f"point-{place}-")) == len(one["points"])


@pytest.mark.slow
@pytest.mark.parametrize("cards", [1, 2, 5, 14, 40])
def test_any_size(cards: int) -> None:
    made = scene(any_view(cards))
    assert_legible(made)
    assert not made.shortened
    assert made.width / made.height <= 3


@pytest.mark.slow
@pytest.mark.parametrize("kind", sorted(TEXTS))
def test_any_text(kind: str) -> None:
    assert_legible(scene(any_view(6, kind), ChartOptions(theme="dark", lang="nl")))


@pytest.mark.slow
@pytest.mark.parametrize("options", [ChartOptions(width=6), ChartOptions(width=24, height=14)])
def test_any_page(options: ChartOptions) -> None:
    assert_legible(scene(any_view(6), options))


def test_a_page_too_small_is_refused_with_what_it_takes() -> None:
    with pytest.raises(ChartError, match="inches wide is too narrow: this chart takes"):
        scene(any_view(5), ChartOptions(width=3))
    with pytest.raises(ChartError, match="inches high is too low: this chart takes"):
        scene(any_view(5), ChartOptions(height=2))


def test_the_description_has_every_value() -> None:
    view = any_view(6)
    made = scene(view)
    for place in range(6):
        assert texts(made, f"now-{place}")[0].split(" (")[0] in made.alt


def test_the_same_bytes_twice() -> None:
    assert render(any_view(4), "svg").data == render(any_view(4), "svg").data


def test_from_the_example() -> None:
    view = trend_view(load([EXAMPLES / "running-shoes"], today=TODAY))
    assert all(len(card.points) >= 3 for card in view.cards)
