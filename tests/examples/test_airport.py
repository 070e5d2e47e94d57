"""The airport's figures: made by its script from the survey's answers, and at one with each other."""

from __future__ import annotations

import csv
import importlib.util
import json
import math
import random
import statistics
import sys
from pathlib import Path

import pytest

import yaml
from tests.cli.command import cxmap

ROOT = Path(__file__).parents[2]
AIRPORT = ROOT / "examples" / "airport"
ANSWERS = ROOT.parent / "shared" / "data" / "sfo-airport"


@pytest.fixture(scope="module")
def compute():
    """The example's script, as a module."""
    spec = importlib.util.spec_from_file_location("airport_compute", AIRPORT / "compute.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    written, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    spec.loader.exec_module(module)
    sys.dont_write_bytecode = written
    return module


@pytest.fixture(scope="module")
def touchpoints():
    journey = yaml.safe_load((AIRPORT / "journey.cxmap.yaml").read_text(encoding="utf-8"))["journey"]
    return {touchpoint["id"]: touchpoint for stage in journey["stages"] for touchpoint in stage["touchpoints"]}


@pytest.fixture(scope="module")
def metrics():
    return yaml.safe_load((AIRPORT / "metrics.cxmap.yaml").read_text(encoding="utf-8"))["metrics"]


def wave(touchpoint, name, year=2016):
    """The importance or the experience of a year."""
    (found,) = [given for given in touchpoint["scores"][name] if str(year) in given["source"]]
    return found


def write_answers(folder: Path, columns: list[str], rows: list[dict[str, object]], years=(2015, 2016)) -> None:
    for year in years:
        with (folder / f"ratings-{year}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns)
            writer.writeheader()
            writer.writerows(rows)


class TestFiguresAgree:
    """What the files say fits together, without the raw answers."""

    def test_every_question_is_a_touchpoint(self, compute, touchpoints):
        assert list(compute.COLUMNS) == list(touchpoints)
        assert len(touchpoints) == 14

    @pytest.mark.parametrize(("year", "position"), [(2015, 0), (2016, -1)])
    def test_satisfied_share_follows_from_the_counts(self, touchpoints, metrics, year, position):
        for name, touchpoint in touchpoints.items():
            counts = wave(touchpoint, "experience", year)["counts"]
            n = sum(counts.values())
            reading = metrics[f"satisfied-{name}"]["readings"][position]
            assert reading["n"] == n
            assert reading["value"] == round(100 * (counts[4] + counts[5]) / n, 1)

    def test_counts_hold_marks_and_nothing_else(self, touchpoints):
        for touchpoint in touchpoints.values():
            assert [sorted(given["counts"]) for given in touchpoint["scores"]["experience"]] == [[1, 2, 3, 4, 5]] * 2

    @pytest.mark.parametrize("year", [2015, 2016])
    def test_importance_is_a_correlation_over_some_of_those_who_gave_a_mark(self, touchpoints, year):
        for touchpoint in touchpoints.values():
            importance = wave(touchpoint, "importance", year)
            assert importance["derived"] is True
            assert 0 < importance["mean"] < 1
            assert importance["sd"] > 0
            assert importance["n"] <= sum(wave(touchpoint, "experience", year)["counts"].values())

    def test_nine_importances_are_near_ties(self, touchpoints):
        importances = sorted(wave(touchpoint, "importance")["mean"] for touchpoint in touchpoints.values())
        assert any(importances[k + 8] - importances[k] <= 0.06 for k in range(len(importances) - 8))

    def test_baseline_is_the_first_reading(self, metrics):
        for metric in metrics.values():
            assert metric["baseline"]["value"] == metric["readings"][0]["value"]


class TestScript:
    """The script, on small answers made up here."""

    @pytest.fixture
    def folder(self, compute, tmp_path):
        columns = [*compute.COLUMNS.values(), compute.OVERALL]
        rng = random.Random(7)
        rows: list[dict[str, object]] = []
        for _ in range(400):
            overall = rng.randint(1, 5)
            rows.append({column: min(5, max(1, overall + rng.randint(-1, 1))) for column in columns})
        rows[:3] = [dict.fromkeys(columns, code) for code in (0, "", 6)]
        write_answers(tmp_path, columns, rows)
        return tmp_path

    def test_codes_that_are_no_marks_are_not_counted(self, compute, folder):
        rows = compute.answers(folder, 2016)
        assert sum(compute.counts(rows, "PARK").values()) == 397
        assert compute.correlation(rows, "PARK")[2] == 397

    def test_reach_knows_no_answer_from_never_used(self, compute, folder):
        assert compute.reach(compute.answers(folder, 2016), "PARK") == 397 / 398

    def test_correlation_is_pearsons(self, compute, folder):
        rows = compute.answers(folder, 2016)[3:]
        expected = statistics.correlation([row["FOOD"] for row in rows], [row["ALL"] for row in rows])
        assert compute.correlation(rows, "FOOD")[0] == pytest.approx(expected, abs=1e-12)

    def test_sd_gives_the_standard_error_that_leaving_out_one_by_one_gives(self, compute, folder):
        rows = compute.answers(folder, 2016)[3:]
        _, sd, n = compute.correlation(rows, "FOOD")
        without = [compute.correlation(rows[:k] + rows[k + 1 :], "FOOD")[0] for k in range(n)]
        jackknife = math.sqrt((n - 1) / n * sum((r - statistics.fmean(without)) ** 2 for r in without))
        assert sd / math.sqrt(n) == pytest.approx(jackknife, rel=0.02)

    def test_a_figure_without_a_place_is_an_error(self, compute):
        with pytest.raises(ValueError, match="no place for roads: reach"):
            compute.filled("- id: parking\n  reach: 0\n", {"roads": {"reach": "1"}})

    @pytest.mark.parametrize("text", ["- id: a\n  e: 0\n", "- id: a\n  e:\n    - 0\n  d: 1\n"])
    def test_a_wave_without_a_place_is_an_error(self, compute, text):
        with pytest.raises(ValueError, match="no place for"):
            compute.filled(text, {"a": {"e": ("1", "2")}})

    def test_waves_go_to_the_items_of_their_score(self, compute):
        text = "- id: a\n  e:\n    - 0\n    - 0\n- id: b\n"
        assert compute.filled(text, {"a": {"e": ("1", "2")}}) == "- id: a\n  e:\n    - 1\n    - 2\n- id: b\n"

    def test_a_figure_goes_to_its_own_touchpoint(self, compute):
        text = "- id: a\n  reach: 0\n- id: b\n  reach: 0\n"
        figures = {"a": {"reach": "0.10"}, "b": {"reach": "0.20"}}
        assert compute.filled(text, figures) == "- id: a\n  reach: 0.10\n- id: b\n  reach: 0.20\n"

    def test_check_shows_what_differs(self, compute, folder, monkeypatch, capsys):
        monkeypatch.setattr(sys, "argv", ["compute.py", str(folder), "--check"])
        assert compute.main() == 1
        assert "journey.cxmap.yaml: should reach: 1.00" in capsys.readouterr().out

    def test_prints_every_figure(self, compute, folder, monkeypatch, capsys):
        monkeypatch.setattr(sys, "argv", ["compute.py", str(folder)])
        assert compute.main() == 0
        out = capsys.readouterr().out
        assert out.count(".importance: {mean: ") == 28
        assert out.count(".readings: [") == 15


@pytest.mark.data
class TestRealAnswers:
    """The files against the survey's raw answers."""

    def test_files_hold_what_the_script_computes(self, compute, monkeypatch, capsys):
        monkeypatch.setattr(sys, "argv", ["compute.py", str(ANSWERS), "--check"])
        assert compute.main() == 0, capsys.readouterr().out

    @pytest.mark.parametrize("year", [2015, 2016])
    def test_means_and_correlations_computed_another_way(self, compute, touchpoints, year):
        with (ANSWERS / f"ratings-{year}.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        for name, column in compute.COLUMNS.items():
            marks = [int(row[column]) for row in rows if row[column] in {"1", "2", "3", "4", "5"}]
            counts = wave(touchpoints[name], "experience", year)["counts"]
            assert sum(mark * count for mark, count in counts.items()) / sum(counts.values()) == statistics.fmean(marks)
            both = [(int(row[column]), int(row["ALL"])) for row in rows if {row[column], row["ALL"]} <= set("12345")]
            importance = wave(touchpoints[name], "importance", year)
            assert importance["n"] == len(both)
            assert importance["mean"] == round(statistics.correlation(*zip(*both, strict=True)), 4)


@pytest.mark.data
@pytest.mark.parametrize(("year", "respondents"), [(2015, "2,958"), (2016, "3,087")])
def test_the_import_of_the_survey_finds_the_same_scores(tmp_path, year, respondents):
    """The script beside the example and ``cxmap import survey`` share no code, and agree in every figure."""
    pytest.importorskip("duckdb")
    mapping, journey = tmp_path / "survey.yaml", str(AIRPORT / "journey.cxmap.yaml")
    mapping.write_text((AIRPORT / "survey.yaml").read_text(encoding="utf-8").replace("2016", str(year)))
    answers = str(ANSWERS / f"ratings-{year}.csv")
    ran = cxmap("import", "survey", answers, "--mapping", str(mapping), "--into", journey, "--dry-run", cwd=ROOT)
    what = f"{respondents} respondents; 0 scores would change in examples/airport/journey.cxmap.yaml.\n"
    assert ran.err.endswith(what)
    assert ran.out.count("the same\n") == 28


@pytest.mark.data
def test_what_is_kept_beside_the_journey_is_what_the_import_writes(tmp_path):
    """Both years in turn; figures to four digits, as libraries of linear algebra differ in the last."""
    pytest.importorskip("duckdb")
    for name in ("cxmap.toml", "journey.cxmap.yaml", "metrics.cxmap.yaml"):
        (tmp_path / name).write_bytes((AIRPORT / name).read_bytes())
    for year in (2015, 2016):
        mapping = (AIRPORT / "survey.yaml").read_text(encoding="utf-8").replace("2016", str(year))
        (tmp_path / "survey.yaml").write_text(mapping, encoding="utf-8")
        answers = str(ANSWERS / f"ratings-{year}.csv")
        asked = ("--mapping", "survey.yaml", "--into", "journey.cxmap.yaml")
        assert cxmap("import", "survey", answers, *asked, cwd=tmp_path).status == 0
    made, kept = (json.loads((folder / "journey.answers.json").read_text()) for folder in (tmp_path, AIRPORT))
    assert made["sources"].keys() == kept["sources"].keys()
    for year, survey in kept["sources"].items():
        again = made["sources"][year]
        for row, other in zip(again.pop("covariance"), survey.pop("covariance"), strict=True):
            assert row == pytest.approx(other, rel=1e-4, abs=1e-9)
        drivers = again.pop("overall"), survey.pop("overall")
        assert drivers[0].keys() == drivers[1].keys()
        for name, figures in drivers[1].items():
            for key, value in figures.items():
                near = pytest.approx(value, rel=1e-4, abs=1e-9) if isinstance(value, float) else value
                assert drivers[0][name][key] == near
        assert again.pop("r2") == pytest.approx(survey.pop("r2"), rel=1e-4)
        assert again == survey


@pytest.mark.data
def test_a_basic_and_a_delighter_among_what_everybody_passes(tmp_path):
    """The figures of docs/method.md, Penalty and reward."""
    everybody = ("signs", "walkways", "screens", "restaurants", "shops", "art", "wifi")
    mapping = yaml.safe_load((AIRPORT / "survey.yaml").read_text(encoding="utf-8"))
    mapping["touchpoints"] = {name: mapping["touchpoints"][name] for name in everybody}
    (tmp_path / "seven.yaml").write_text(yaml.safe_dump(mapping, sort_keys=False), encoding="utf-8")
    asked = ("--mapping", str(tmp_path / "seven.yaml"), "--into", str(AIRPORT / "journey.cxmap.yaml"))
    ran = cxmap(
        "import", "survey", str(ANSWERS / "ratings-2016.csv"), *asked, "--drivers", "--format", "json", cwd=ROOT
    )
    found = {each["touchpoint"]: each for each in json.loads(ran.out)["drivers"]}
    told = {name: (round(each["penalty"], 3), round(each["reward"], 3)) for name, each in found.items()}
    assert (told["walkways"], told["wifi"]) == ((-0.372, 0.088), (-0.026, 0.241))
    kinds = {name: each["class"] for name, each in found.items() if each["class"] != "performer"}
    assert kinds == {"walkways": "basic", "wifi": "delighter"}
