"""The chart of changes: figures and verdicts are those of ``trend``, an arrow only where it is more than chance."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import random
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest
from tests.output.charts.journeys import TEXTS
from tests.output.charts.test_emotion import middle, named, said
from tests.output.charts.test_emotion_text import assert_legible
from tests.output.charts.test_honest import a_journey
from tests.support import TODAY

from cxmap.analysis.difference import Change
from cxmap.analysis.series import Series, TrendPoint
from cxmap.analysis.trend import trend
from cxmap.cli.main import run
from cxmap.i18n.language import decimals
from cxmap.output.charts.change.from_project import change_view
from cxmap.output.charts.change.view import ChangedRow, ChangeView
from cxmap.output.charts.render import render, scene
from cxmap.output.charts.views import Scale, SourceNote
from cxmap.output.drawing.options import ChartError, ChartOptions, NothingToShow
from cxmap.project.load import load

if TYPE_CHECKING:
    from cxmap.output.drawing.scene import Scene
    from cxmap.project.project import Project

EXAMPLES = Path(__file__).parents[3] / "examples"
TEN = Scale(1, 10, 5.5)
HEAD = (
    "sources:\n  old: {title: Survey of old, kind: survey, date: 2025-03-31, n: 200, series: x}\n"
    "  new: {title: Survey of now, kind: survey, date: 2026-03-31, n: 200, series: x}\n"
    "  team: {title: Workshop, kind: workshop, date: 2025-01-31, n: 6}\n"
)
VERDICTS: tuple[Change, ...] = (
    Change(1.2, "better", None, (0.6, 1.8), 0.001, 0.004, 3),
    Change(-1.2, "worse", None, (-1.8, -0.6), 0.001, 0.004, 3),
    Change(0.3, "no-clear-change", None, (-0.2, 0.8), 0.2, 0.4, 3),
    Change(0.6, "no-clear-change", None, (0.1, 1.1), 0.03, 0.09, 3),
    Change(0.6, "not-tested", "team"),
    Change(0.6, "not-tested", "no-spread"),
)


def any_view(rows: int, texts: str = "plain", *, seed: int = 1, scale: Scale = TEN) -> ChangeView:
    """Changes of this number with any text; the same arguments give the same ones."""
    rng = random.Random(seed)
    say = itertools.cycle(TEXTS[texts])

    def point(year: int) -> TrendPoint:
        value = rng.uniform(scale.min, scale.max)
        spread = (scale.max - scale.min) * 0.1
        wide = (value - spread, value + spread) if rng.random() < 0.6 else None
        return TrendPoint(dt.date(year, 3, 31), "s", value, rng.choice([None, 57, 1234]), interval=wide)

    def row(place: int) -> ChangedRow:
        before, now = point(2025), point(2026)
        change = VERDICTS[place % len(VERDICTS)]._replace(difference=now.value - before.value)
        return ChangedRow(
            next(say) if place else "",
            (next(say),) if rng.random() < 0.3 else (),
            Series("score", f"j/t{place}", "a", "experience", (before, now), before, now, change, cast("Any", scale)),
        )

    return ChangeView(
        title=next(say),
        personas=(next(say), next(say)),
        scale=scale,
        rows=tuple(map(row, range(rows))),
        once=3,
        families={"index": 0, "experience": 9, "importance": 1, "metric": 5},
        finished=(next(say),),
        sources=(SourceNote(next(say), (57, 212), dt.date(2026, 3, 31)),),
    )


def waves(*pairs: str, personas: str = "a", more: str = "") -> Project:
    return a_journey(
        *(f"scores: {{importance: 8, experience: [{pair}]}}" for pair in pairs), head=HEAD, personas=personas, more=more
    )


def wave(mean: float, source: str, n: int = 100, sd: float = 1.0) -> str:
    return f"{{mean: {mean}, n: {n}, sd: {sd}, source: {source}}}"


def drawn(loaded: Project, *only: str) -> Scene:
    return scene(change_view(loaded, loaded.documents[0], only=only))


def texts(made: Scene, name: str) -> list[str]:
    return [words.line.text for words in made.words if words.name.startswith(name)]


class TestWhatIsDrawn:
    def test_an_arrow_only_where_it_is_more_than_chance(self) -> None:
        loaded = waves(
            f"{wave(4, 'old')}, {wave(7, 'new')}",
            f"{wave(7, 'old')}, {wave(4, 'new')}",
            f"{wave(6, 'old')}, {wave(6.1, 'new')}",
            f"{{mark: 3, source: team}}, {wave(8, 'new')}",
        )
        view = change_view(loaded, loaded.documents[0])
        made = scene(view)
        better, worse = (i for i, row in enumerate(view.rows) if row.title in {"Title 0", "Title 1"})
        assert set(named(made, "arrow-")) == {f"arrow-{better}", f"arrow-{worse}"}
        colors = [named(made, f"now-{i}")[f"now-{i}"].fill for i in (better, worse)]
        assert colors[0] != colors[1] == "#8A1538"
        verdicts = " ".join(texts(made, "verdict-"))
        assert "▲ better, more than chance" in verdicts
        assert "▼ worse, more than chance" in verdicts
        assert "no clear change" in verdicts
        assert "the team's own mark, not tested" in verdicts

    def test_dots_stand_at_the_waves(self) -> None:
        made = drawn(waves(f"{wave(1, 'old')}, {wave(10, 'new')}", f"{wave(5.5, 'old')}, {wave(5.5, 'new')}"))
        rows = [name for name in named(made, "before-") if name.count("-") == 1]
        low, high = (middle(named(made, name)[name])[0] for name in (rows[-2], rows[-2].replace("before", "now")))
        assert middle(named(made, rows[-1])[rows[-1]])[0] == pytest.approx((low + high) / 2)
        assert named(made, rows[-1])[rows[-1]].fill == made.paper

    def test_grey_points_keep_their_interval(self) -> None:
        made = drawn(waves(f"{wave(6, 'old', 9, 2)}, {wave(6.1, 'new', 9, 2)}"))
        assert not named(made, "arrow-")
        assert len(named(made, "interval-")) == 2

    def test_what_caused_a_change_is_not_tested_and_that_is_on_the_picture(self) -> None:
        assert "What caused a change is not tested." in said(scene(any_view(4)), "note")
        assert "What caused a change is not tested." in scene(any_view(4)).alt

    def test_both_sources_are_named(self) -> None:
        made = drawn(waves(f"{wave(4, 'old')}, {wave(7, 'new', 50)}"))
        assert "Survey of old (n = 100, 31 March 2025); Survey of now (n = 50, 31 March 2026)" in said(made, "note")

    def test_what_has_one_wave_is_counted(self) -> None:
        made = drawn(waves(f"{wave(4, 'old')}, {wave(7, 'new')}", wave(6, "new")))
        assert "1 touchpoint has one wave only." in said(made, "note")


@pytest.mark.parametrize("example", ["running-shoes", "airport"])
@pytest.mark.parametrize("lang", ["en", "nl"])
def test_figures_and_verdicts_are_those_of_trend(example: str, lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each difference on the page is that of the figures beside it, and has the verdict of ``trend --format json``."""
    loaded = load(["."], today=TODAY, cwd=EXAMPLES / example)
    document = next(doc for doc, journey in loaded.journey_documents() if journey.state == "current")
    assert document.journey
    view = change_view(loaded, document)
    made = scene(view, ChartOptions(lang=cast("Any", lang)))
    assert run(["trend", str(EXAMPLES / example), "--format", "json", "--journey", document.journey.id]) == 0
    told = {
        (one["id"], one["persona"], one["kind"]): one["change"]
        for one in json.loads(capsys.readouterr().out)["series"]
        if one["change"]
    }
    for place, row in enumerate(view.rows):
        change = told[row.series.id, row.series.persona, row.series.kind]
        shown = texts(made, f"difference-{place}")[0].split(" ")[0].replace("−", "-").replace(",", ".")
        assert row.series.change
        assert row.series.before
        assert row.series.scale
        digits = decimals(row.series.scale)
        printed = round(row.series.after.value, digits) - round(row.series.before.value, digits)
        assert float(shown) == pytest.approx(printed)
        assert printed == pytest.approx(change["difference"], abs=1.01 * 0.1**digits)
        assert row.series.change.verdict == change["verdict"]
        assert (f"arrow-{place}" in named(made, "arrow-")) <= (change["verdict"] in {"better", "worse"})
    assert len(view.rows) == len(
        [
            each
            for each in trend(loaded).distinct
            if each.what == "index" or (each.kind == "experience" and "#" not in each.id)
        ]
    )


@pytest.mark.slow
@pytest.mark.parametrize("rows", [1, 5, 14, 60, 250])
@pytest.mark.parametrize("scale", [TEN, Scale(0, 100), Scale(-2, 2)])
def test_any_size(rows: int, scale: Scale) -> None:
    made = scene(any_view(rows, scale=scale))
    assert_legible(made)
    assert not made.shortened


@pytest.mark.slow
@pytest.mark.parametrize("kind", sorted(TEXTS))
def test_any_text(kind: str) -> None:
    assert_legible(scene(any_view(8, kind), ChartOptions(theme="dark", lang="nl")))


def test_a_page_too_small_is_refused_with_what_it_takes() -> None:
    with pytest.raises(ChartError, match="inches wide is too narrow: this chart takes"):
        scene(any_view(5), ChartOptions(width=5))
    with pytest.raises(ChartError, match="inches high is too low: this chart takes"):
        scene(any_view(5), ChartOptions(height=2))


def test_the_same_bytes_twice() -> None:
    assert render(any_view(4), "svg").data == render(any_view(4), "svg").data


def test_nothing_to_show() -> None:
    with pytest.raises(NothingToShow, match="no experience of journey 'j' has two waves"):
        drawn(waves(wave(4, "old")))
    with pytest.raises(NothingToShow, match="journey 'j' is a plan"):
        drawn(waves(f"{wave(4, 'old')}, {wave(7, 'new')}", more="  state: desired\n"))
