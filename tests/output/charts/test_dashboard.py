"""The dashboard: what is computed of each metric and journey, and that no text of it is cut or covered."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.output.charts.dashboards import TODAY, board, dashboard
from tests.output.charts.journeys import TEXTS
from tests.output.charts.test_emotion_text import assert_legible
from tests.support import project

from cxmap.analysis.metrics import Measured
from cxmap.i18n.atlas import AtlasWords
from cxmap.i18n.charts import ChartWords
from cxmap.i18n.dashboard import DashboardWords
from cxmap.i18n.trend import TrendWords
from cxmap.output.charts.atlas.describe import change as atlas_change
from cxmap.output.charts.atlas.from_project import atlas_view
from cxmap.output.charts.dashboard import describe, plot
from cxmap.output.charts.dashboard.from_project import dashboard_view
from cxmap.output.charts.dashboard.view import Count, Metric
from cxmap.output.charts.render import render, scene
from cxmap.output.drawing.options import ChartError, ChartOptions, NothingToShow
from cxmap.project.load import load

if TYPE_CHECKING:
    from cxmap.choices import Better, Lang

EXAMPLES = Path(__file__).parents[3] / "examples"
BASE, NOW, THEN = dt.date(2026, 3, 31), dt.date(2026, 9, 30), dt.date(2027, 3, 31)


def metric(
    baseline: float | None, now: float | None, target: float | None, better: Better = "lower", unit: str = "%"
) -> Metric:
    made = Metric(
        title="Leave the guide",
        better=better,
        unit=unit,
        baseline=None if baseline is None else Measured(BASE, baseline),
        target=None if target is None else Measured(THEN, target),
        readings=() if now is None else (Measured(NOW, now, 51),),
    )
    return board(made).metrics[0]


def verdict(given: Metric, lang: Lang = "en", today: dt.date = TODAY) -> str:
    return describe.verdict(given, today, ChartWords(lang), DashboardWords(lang))


@pytest.mark.slow
@pytest.mark.parametrize("metrics", [1, 2, 5, 10, 40])
@pytest.mark.parametrize("seed", [1, 2])
def test_any_size(metrics: int, seed: int) -> None:
    assert_legible(scene(dashboard(metrics, seed=seed, journeys=metrics // 2)))


@pytest.mark.slow
@pytest.mark.parametrize("metrics", [1, 6])
@pytest.mark.parametrize("texts", sorted(TEXTS))
def test_any_text(texts: str, metrics: int) -> None:
    assert_legible(scene(dashboard(metrics, texts)))


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
    assert_legible(scene(dashboard(9), options))


@pytest.mark.parametrize("options", [ChartOptions(width=5), ChartOptions(height=3)])
def test_a_page_that_is_too_small(options: ChartOptions) -> None:
    with pytest.raises(ChartError, match=r"too (narrow|low)"):
        scene(dashboard(9), options)


@pytest.mark.parametrize(
    ("given", "sign", "said"),
    [
        (metric(62, 51, 35), "unclear", "16 percentage points to go, 41 % of the way; on schedule"),
        (metric(34, 36, 35, "higher"), "reached", "Target reached"),
        (metric(62, 35, 35), "reached", "Target reached"),
        (metric(62, 70, 35), "unclear", "Further away: 35 percentage points to go; behind schedule"),
        (metric(62, 62, 35), "unclear", "As at the baseline: 27 percentage points to go; behind schedule"),
        (metric(62, None, 35), "unknown", "Not measured since baseline: 27 percentage points to go"),
        (metric(None, 51, 35), "unknown", "16 percentage points to go"),
        (metric(0.3, 0.1 + 0.2, None), "unclear", "0 percentage points since the baseline"),
        (metric(62, 61, None), "unclear", "−1 percentage point since the baseline"),
        (metric(4100, 4250, None, unit="€"), "unclear", "+€150 since the baseline"),
        (metric(62, None, None), "unknown", "Not measured since baseline"),
        (metric(None, 51, None), "unknown", "No baseline to compare with"),
        (metric(None, None, 35), "unknown", "Nothing measured yet"),
        (metric(2.9, 3.4, 4, "higher", "of 5"), "unclear", "0.6 to go, 45 % of the way; on schedule"),
    ],
)
def test_how_a_metric_fares(given: Metric, sign: str, said: str) -> None:
    assert given.sign == sign
    assert verdict(given) == said


def test_a_reading_on_the_day_of_the_baseline_is_no_change() -> None:
    read = Metric(title="A", better="higher", baseline=Measured(BASE, 73.1), readings=(Measured(BASE, 73.1, 1988),))
    assert read.since is None
    assert board(read).metrics[0].sign == "unknown"


def test_a_target_whose_day_has_passed() -> None:
    late = metric(62, 51, 35)
    assert "the target's day has passed" in verdict(late, today=dt.date(2027, 4, 1))
    assert "passed" not in verdict(late, today=THEN)
    assert "passed" not in verdict(metric(62, 30, 35), today=dt.date(2027, 4, 1))


@pytest.mark.parametrize(
    ("value", "unit", "lang", "said"),
    [
        (47, "%", "en", "47\N{NO-BREAK SPACE}%"),
        (73.1, "%", "nl", "73,1\N{NO-BREAK SPACE}%"),
        (4250, "€", "en", "€4,250"),
        (4250, "€", "nl", "€\N{NO-BREAK SPACE}4.250"),
        (3.4, "of 5", "en", "3.4\N{NO-BREAK SPACE}of 5"),
        (-12, "", "en", "−12"),
        (-12, "€", "en", "−€12"),
        (12345.67, "", "en", "12,346"),
        (0.0004, "", "en", "0.0004"),
        (0, "", "en", "0"),
        (1.5e12, "", "en", "1.5e+12"),
        (120, "", "nl", "120"),
    ],
)
def test_amounts(value: float, unit: str, lang: Lang, said: str) -> None:
    assert describe.amount(value, unit, ChartWords(lang)) == said


@pytest.mark.parametrize(
    ("ends", "values", "expected"),
    [
        ((0, 100), (62, 35), (0, 100)),
        ((0, 100), (120, 35), (0, 150)),
        ((-100, 100), (31, 45), (-100, 100)),
        (None, (25, 10), (0, 30)),
        (None, (4250, 2500), (0, 5000)),
        (None, (-3, 2), (-3, 2.5)),
        (None, (0, 0), (0, 1)),
    ],
)
def test_the_whole_scale_is_shown(
    ends: tuple[float, float] | None, values: tuple[float, float], expected: tuple[float, float]
) -> None:
    given = Metric(
        title="A", better="lower", ends=ends, baseline=Measured(BASE, values[0]), target=Measured(THEN, values[1])
    )
    assert plot.scale(given) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("ends", "values", "expected"),
    [
        ((0, 100), (62, 35), (26.9, 70.1)),
        ((0, 100), (18, 6), (2.4, 21.6)),
        ((0, 100), (5, 2), (1.1, 5.9)),
    ],
)
def test_the_plot_is_the_way_and_30_percent_more(
    ends: tuple[float, float] | None, values: tuple[float, float], expected: tuple[float, float]
) -> None:
    given = Metric(
        title="A", better="lower", ends=ends, baseline=Measured(BASE, values[0]), target=Measured(THEN, values[1])
    )
    assert plot.window(given) == pytest.approx(expected)
    made = scene(board(given))
    (ruler,) = [item for item in made.outlines if item.name == "ruler"]
    (part,) = [item for item in made.outlines if item.name == "ruler-window"]
    low, high = plot.scale(given)
    whole, shown = ([point[1] for _, point in item.segments if point] for item in (ruler, part))
    shares = [(max(whole) - y) / (max(whole) - min(whole)) for y in (max(shown), min(shown))]
    assert shares == pytest.approx([(end - low) / (high - low) for end in expected], abs=1e-6)


@pytest.mark.parametrize("given", [metric(62, 51, None), metric(None, 51, 35), metric(40, 51, 40), metric(20, None, 0)])
def test_a_plot_without_a_way_to_go_shows_the_whole_scale(given: Metric) -> None:
    assert plot.window(given) == plot.scale(given)
    made = scene(board(given))
    assert "ruler" not in {item.name for item in made.items}
    assert not any("The bar on a ruler" in words.line.text for words in made.words)


def test_an_index_its_change_and_its_verdict_are_those_of_the_atlas() -> None:
    example = load([EXAMPLES / "running-shoes"], today=TODAY)
    words, own, trend = ChartWords("en"), AtlasWords("en"), TrendWords("en")
    rows = {(row.title, row.persona): row for row in atlas_view(example).rows}
    board_rows = dashboard_view(example).journeys
    told = 0
    for row in board_rows:
        said = [part for part in atlas_change(rows[row.title, row.persona], words, own, trend) if part]
        shown = describe.index_change(row, words, DashboardWords("en"))
        assert all(part in shown for part in said)
        assert row.index == rows[row.title, row.persona].index
        told += bool(said)
    assert told == len(board_rows) > 0


def test_only_what_is_known_is_drawn() -> None:
    def drawn(given: Metric) -> set[str]:
        return {item.name for item in scene(board(given)).items if item.name.startswith("metric-0-")}

    sign = "metric-0-sign"
    assert drawn(metric(None, None, None)) == {sign}
    assert drawn(metric(62, None, None)) == {sign, "metric-0-baseline"}
    left = {"metric-0-target", "metric-0-target-line", "metric-0-left"}
    assert drawn(metric(62, 51, 35)) == {sign, "metric-0-baseline", "metric-0-reading", *left}
    assert "metric-0-left" not in drawn(metric(62, 30, 35))


def test_from_the_example() -> None:
    view = dashboard_view(load([EXAMPLES / "running-shoes"], today=TODAY))
    assert len(view.metrics) == 10
    assert [row.persona for row in view.journeys] == ["Noor de Wit", "André Smits"]
    first = view.journeys[0]
    assert (first.scored, first.evidence) == (Count(14, 14), Count(14, 14))
    assert first.weakest_link is not None
    title, experience = first.weakest_link
    assert title == "Checks whether we have the size"
    assert experience == pytest.approx(3.94, abs=0.01)
    assert first.metrics.of == len(view.metrics)
    assert first.metrics.right == sum((metric.gained or 0) > 0 for metric in view.metrics)
    assert "Dashboard as of 22 November 2026: 10 metrics" in scene(view).alt


def test_without_targets_or_desired_scores_nothing_is_claimed() -> None:
    view = dashboard_view(load([EXAMPLES / "airport"], today=TODAY))
    assert {metric.sign for metric in view.metrics} == {"unclear"}
    assert view.journeys[0].as_desired == Count(0, 0)
    assert [words.line.text for words in scene(view).words].count(DashboardWords().none) == 1


def test_nothing_to_show() -> None:
    with pytest.raises(NothingToShow, match="no metrics"):
        dashboard_view(project({"a.cxmap.yaml": "cxmap: 1\nchannels:\n  web: {title: Website, kind: digital}\n"}))


def test_the_same_bytes_twice() -> None:
    assert render(dashboard(4), "svg").data == render(dashboard(4), "svg").data


def test_a_target_against_its_direction_is_no_target_reached() -> None:
    """Lower is better, and the target lies above the baseline: what was measured since is below both."""
    given = metric(20, 15, 30)
    made = scene(board(given))
    assert verdict(given) == "Target contradicts its direction"
    assert verdict(given, "nl") == "Doel gaat tegen de richting in"
    assert given.sign == "unknown"
    assert "Target contradicts its direction" in " ".join(words.line.text for words in made.words)
    assert "target contradicts its direction" in made.alt.lower()
    assert "at the target" not in made.alt


@pytest.mark.parametrize(
    "dates",
    [
        "readings: [{date: 2026-08-01, value: 4}, {date: 2026-07-01, value: 3}]",
        "target: {date: 2026-01-01, value: 2}",
    ],
)
def test_dates_that_contradict_each_other_are_marked(dates: str) -> None:
    text = f"cxmap: 1\nmetrics:\n  m: {{title: M, better: lower, baseline: {{date: 2026-03-31, value: 5}}, {dates}}}\n"
    view = dashboard_view(project({"m.cxmap.yaml": text}))
    made = scene(view)
    assert verdict(view.metrics[0]).endswith("; dates contradict each other")
    assert verdict(view.metrics[0], "nl").endswith("; data spreken elkaar tegen")
    assert "dates contradict each other" in made.alt
    assert "dates contradict each other" in " ".join(words.line.text for words in made.words)


def test_what_needs_attention_comes_first() -> None:
    project = load(["examples/running-shoes"], today=dt.date(2026, 10, 15))
    view = dashboard_view(project)
    order = [metric.urgency(view.today) for metric in view.metrics]
    assert order == sorted(order)
    assert view.metrics[0].title == "Returned parcels, a quarter"  # further away than at its baseline
    assert len(set(order)) >= 4
    assert {metric.title for metric in view.metrics} == {metric.title for metric in project.metrics.values()}
