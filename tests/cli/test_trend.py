"""``cxmap trend``: what changed, in every format, and the same in all of them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

import cxmap
from cxmap.analysis.trend import trend
from cxmap.cli.main import run
from cxmap.i18n.trend import TrendWords
from cxmap.output.charts.dashboard.from_project import dashboard_view
from cxmap.output.tables.signs import Screen
from cxmap.output.tables.trend_records import trend_csv, trend_json
from cxmap.output.tables.trend_table import trend_markdown, trend_table
from tests.analysis.journeys import LIBRARY, journey, load, mean, text, touchpoint
from tests.profiles import examples
from tests.reliability.test_waves import PROJECT, any_scores, journeys

EXAMPLES = Path(__file__).parents[2] / "examples"
GOLDEN = Path(__file__).parent / "golden"
VISIT = "first-visit"


def library(**more: Any) -> dict[str, Any]:
    sources = {
        "wall": {"title": "Wall", "kind": "workshop", "date": "2025-12-01"},
        "spring": {"title": "Spring", "kind": "survey", "date": "2026-03-31"},
        "autumn": {"title": "Autumn", "kind": "survey", "date": "2026-09-30"},
    }
    return {**LIBRARY, "sources": sources, **more}


def first_visit(**more: Any) -> dict[str, Any]:
    return journey(
        touchpoint("find-books", 8, [mean(5.2, 1.6, 84, "spring"), mean(6.1, 1.4, 71, "autumn")]),
        touchpoint("front-desk", 7, [6, mean(5.4, 1.4, 71, "autumn")]),
        touchpoint("read-aloud", 5, [mean(7, 1.4, 84, "spring"), mean(6.1, 1.4, 71, "autumn")]),
        name=VISIT,
        scores_source="wall",
        **more,
    )


METRICS: dict[str, Any] = {
    "guide": {
        "title": "Leaves the guide unanswered",
        "kind": "percentage",
        "better": "lower",
        "unit": "%",
        "baseline": {"date": "2026-03-31", "value": 62, "n": 1312},
        "target": {"date": "2027-03-31", "value": 35},
        "readings": [{"date": "2026-09-30", "value": 47, "n": 1344}],
    },
    "wait": {
        "title": "Wait for a seller",
        "better": "lower",
        "unit": "min",
        "baseline": {"date": "2026-03-31", "value": 25},
        "readings": [{"date": "2026-09-30", "value": 13}],
    },
}
ACTIONS = {
    "guide": {
        "title": "Ten questions",
        "touchpoints": [f"{VISIT}/find-books"],
        "status": "done",
        "finished": "2026-06-30",
    },
    "early": {"title": "Before", "touchpoints": [f"{VISIT}/find-books"], "status": "done", "finished": "2025-06-30"},
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "visit.cxmap.yaml").write_text(text(first_visit()))
    (tmp_path / "library.cxmap.yaml").write_text(text(library(metrics=METRICS, actions=ACTIONS)))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def ran(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    status = run(["trend", *words])
    found = capsys.readouterr()
    return status, found.out, found.err


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("trend-pipe", []),
        ("trend-markdown", ["--format", "markdown", "--lang", "nl"]),
        ("trend-csv", ["--format", "csv"]),
    ],
)
def test_goldens(folder, capsys, name, words):
    status, out, err = ran(capsys, *words)
    assert (status, err) == (0, "")
    assert out == (GOLDEN / f"{name}.txt").read_bytes().decode()


def test_json_is_documented(folder, capsys):
    status, out, _ = ran(capsys, "--format", "json")
    found = json.loads(out)
    assert status == 0
    assert list(found) == ["cxmap", "command", "families", "series", "finished", "remarks"]
    assert found["families"] == {"index": 0, "experience": 2, "importance": 0, "metric": 1}
    assert found["finished"] == ["guide"]
    first = found["series"][0]
    assert list(first) == ["what", "id", "persona", "kind", "points", "change", "top_two", "target", "schedule"]
    assert (first["what"], first["id"], first["persona"], first["kind"]) == (
        "score",
        "first-visit/find-books",
        "anna",
        "experience",
    )
    assert list(first["points"][0]) == ["date", "source", "value", "n", "sd", "low", "high"]
    change = first["change"]
    assert {key: change[key] for key in ("from", "to", "verdict", "reason")} == {
        "from": "2026-03-31",
        "to": "2026-09-30",
        "verdict": "better",
        "reason": None,
    }
    assert change["difference"] == pytest.approx(0.9)
    assert change["p_holm"] >= change["p"]
    guide = next(each for each in found["series"] if each["id"] == "guide")
    assert (guide["target"], guide["schedule"]) == ({"date": "2027-03-31", "value": 35}, "ahead")


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (["--touchpoint", "find-books"], {"first-visit/find-books"}),
        (["--metric", "wait"], {"wait"}),
        (["--journey", VISIT], {"first-visit/find-books", "first-visit/front-desk", "first-visit/read-aloud", VISIT}),
        (["--persona", "anna", "--since", "2026-10-01"], set()),
    ],
)
def test_what_is_shown(folder, capsys, options, ids):
    _, out, _ = ran(capsys, *options, "--format", "json")
    found = json.loads(out)
    assert {each["id"] for each in found["series"]} == ids
    assert found["families"]["experience"] == 2  # whatever is shown


@pytest.mark.parametrize(
    ("options", "compared"),
    [
        (["--from", "wall"], {("2025-12-01", "2026-09-30")}),
        (["--to", "spring"], set()),
        (["--from", "2026-04-01", "--to", "2026-12-31"], {("2026-03-31", "2026-09-30"), ("2025-12-01", "2026-09-30")}),
    ],
)
def test_waves_of_choice(folder, capsys, options, compared):
    _, out, _ = ran(capsys, *options, "--format", "json", "--touchpoint", "find-books")
    _, other, _ = ran(capsys, *options, "--format", "json", "--touchpoint", "front-desk")
    series = [*json.loads(out)["series"], *json.loads(other)["series"]]
    found = {(each["change"]["from"], each["change"]["to"]) for each in series if each["change"]}
    assert found == compared


@pytest.mark.parametrize(
    ("options", "status", "said"),
    [
        (["--fail-on", "worse"], 1, "1 change is worse, more than chance"),
        (["--fail-on", "worse", "--touchpoint", "find-books"], 0, ""),
        (["--fail-on", "any"], 2, "worse"),
        (["--journey", "first-vist"], 2, "did you mean 'first-visit'?"),
        (["--touchpoint", "desk"], 2, "no touchpoint is called 'desk'"),
        (["--metric", "guid"], 2, "did you mean 'guide'?"),
        (["--since", "March"], 2, "--since takes a date such as 2026-03-31, not 'March'"),
        (["--from", "springg"], 2, "--from takes a source or a day, not 'springg'; did you mean 'spring'?"),
        (["--to", "2026-13-01"], 2, "name a source of the project, or a day such as 2026-03-31"),
        (["--format", "svg"], 2, "unknown format 'svg'"),
        (["-o", "no/such/file"], 2, "cannot write"),
        (["nothing-here"], 2, "no such file or folder"),
    ],
)
def test_exit_status(folder, capsys, options, status, said):
    found, _, err = ran(capsys, *options)
    assert (found, said in err) == (status, True), err


def test_files_with_errors_are_refused(folder, capsys):
    (folder / "visit.cxmap.yaml").write_text(text(first_visit()).replace("mean: 5.2", "mean: 52"))
    status, out, err = ran(capsys)
    assert (status, out) == (1, "")
    assert "CX105" in err


def test_one_wave_is_no_change(folder, capsys):
    (folder / "visit.cxmap.yaml").write_text(text(journey(touchpoint("a", 8, 5), name=VISIT)))
    (folder / "library.cxmap.yaml").write_text(text(library()))
    _, out, _ = ran(capsys)
    assert out == f"{TrendWords('en').nothing}\n"
    _, out, _ = ran(capsys, "--format", "json")
    assert json.loads(out)["series"][0]["change"] is None


def test_summary_ends_with_what_changed(folder, capsys):
    assert run(["summary"]) == 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert last == ("Since 2025-12: 2 better, 1 worse, 0 without a clear change, 3 not tested. cxmap trend shows more.")


def test_a_segment_to_be_maintained_is_guarded(folder, capsys):
    maintained = {"new": {"title": "New", "priority": "maintain"}}
    (folder / "library.cxmap.yaml").write_text(text(library(segments=maintained | {"old": {"title": "Old"}})))
    _, out, _ = ran(capsys)
    assert "first-visit · read-aloud got worse for Anna, whose segment is to be maintained." in out


def test_three_waves_have_a_slope(folder, capsys):
    waves = [mean(5, 1, 90, "spring", date=f"{year}-03-31") for year in (2024, 2025)] + [mean(6, 1, 90, "spring")]
    (folder / "visit.cxmap.yaml").write_text(text(journey(touchpoint("a", 8, waves), name=VISIT)))
    _, out, _ = ran(capsys)
    assert "Over 3 waves first-visit · a moves by +0.5 a year (+0.4 to +0.6; weighted least squares, p <0.001" in out


@pytest.mark.parametrize(
    ("lang", "said"),
    [  # by hand: 40, 50 and 60 of 100 in three years, 10 points a year, SE √(0.25/200)
        (
            "en",
            "Over 3 readings Solved moves by +10 pt a year (+3.1 to +16.9; Cochran and Armitage's test, p 0.0047, not",
        ),
        (
            "nl",
            "Over 3 metingen verandert Solved met +10 pp per jaar (+3,1 tot +16,9; toets van Cochran en Armitage, p",
        ),
    ],
)
def test_three_readings_of_a_share_have_a_slope(folder, capsys, lang, said):
    given: list[Any] = [
        {"date": f"{year}-03-31", "value": value, "n": 100} for year, value in ((2025, 40), (2026, 50), (2027, 60))
    ]
    metric: Any = {
        "title": "Solved",
        "kind": "percentage",
        "better": "higher",
        "baseline": given[0],
        "readings": given[1:],
    }
    (folder / "library.cxmap.yaml").write_text(text(library(metrics={"solved": metric})))
    _, out, _ = ran(capsys, "--lang", lang)
    assert said in out
    del given[1]["n"]
    (folder / "library.cxmap.yaml").write_text(text(library(metrics={"solved": metric})))
    assert "Armitage" not in ran(capsys, "--lang", lang)[1]


def test_values_outside_their_own_variation(folder, capsys):
    readings = [{"date": f"2026-{month:02}-28", "value": 10 + month % 2} for month in range(1, 12)]
    readings.append({"date": "2026-12-28", "value": 30})
    metric = {
        "title": "Calls",
        "better": "lower",
        "baseline": {"date": "2025-12-28", "value": 10},
        "readings": readings,
    }
    (folder / "library.cxmap.yaml").write_text(text(library(metrics={"calls": metric})))
    _, out, _ = ran(capsys)
    assert "Calls: outside the limits of its own variation" in out
    assert "30 (2026-12)." in out


@pytest.mark.parametrize("words", [[], ["--format", "markdown", "--lang", "nl"]])
def test_the_airport_did_not_change(capsys, words):
    _, out, _ = ran(capsys, str(EXAMPLES / "airport"), *words)
    signs = TrendWords("nl" if words else "en").signs
    assert not [sign for verdict, sign in signs.items() if verdict != "no-clear-change" and sign in out]
    assert ("0 better, 0 worse" if not words else "0 beter, 0 slechter") in out
    summed = run(["summary", str(EXAMPLES / "airport")])
    assert summed == 0
    assert "0 better, 0 worse" in capsys.readouterr().out
    board = dashboard_view(cxmap.load(EXAMPLES / "airport"))
    assert {metric.sign for metric in board.metrics} == {"unclear"}


@examples(40)
@given(journeys(any_scores))
def test_every_format_has_the_same_verdicts(data):
    project = load(data, library=PROJECT)
    found = trend(project)
    verdicts = [
        each["change"] and each["change"]["verdict"] for each in json.loads(trend_json(project, found))["series"]
    ]
    rows = list(csv.DictReader(io.StringIO(trend_csv(found))))
    assert [row["verdict"] or None for row in rows] == verdicts
    table = trend_table(project, found, Screen())
    markdown = trend_markdown(project, found)
    words = TrendWords("en")
    for verdict in ("better", "worse", "higher", "lower"):
        sign = words.signs[verdict]
        assert table.count(sign) == markdown.count(sign) == found.tally[verdict]
    intervals = [each.change.interval for each in found.distinct if each.change and each.change.interval]
    assert all(low <= high for low, high in intervals)


@pytest.mark.parametrize("width", [70, 80])
def test_a_narrow_terminal_loses_nothing(width):
    project = cxmap.load(EXAMPLES / "running-shoes")
    found = trend(project)
    narrow = trend_table(project, found, Screen(width))
    assert "…" not in narrow
    assert narrow.count("\n") < 3 * trend_table(project, found, Screen(200)).count("\n")
    assert all(word in narrow for word in ("schedule?", "unanswered", "ahead:", "behind:"))
