"""``cxmap gaps``: what a person reads and what a script relies on."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.analysis.journeys import LIBRARY, journey, mean, text, touchpoint
from tests.cli.command import Ran, cxmap

GOLDEN = Path(__file__).parent / "golden"

ROW_KEYS = [
    *("rank", "tied", "kind", "journey", "stage", "touchpoint", "title", "persona", "channel", "owner"),
    *("importance", "experience", "desired", "scale", "importance10", "experience10", "desired10"),
    *("gap", "gap10", "gap_interval", "p_holm", "priority", "opportunity", "shortfall", "improvement", "target"),
    *("quadrant", "borderline", "p_top5", "rank_set", "moment_of_truth", "wow", "reach", "n", "sample", "actions"),
    *("path", "line", "column"),
]

STOPS = (
    touchpoint("search", 8, mean(4.9, 1.5, 57), channel="site", owner="web", scores={"desired": 8}),
    touchpoint("visit", mean(8, 1, 20), mean(5, 2, 20), channel="store", owner="shop", moment_of_truth=True),
    touchpoint("pay", 5, 7.5, channel="store", owner="shop"),
    touchpoint("home", 9, 8.5, wow="A note in the box"),
    touchpoint("after", 6, owner="shop"),
)
TRIP = journey(*STOPS)
TRIP["actions"] = {"guide": {"title": "A guide", "touchpoints": ["search"]}}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "trip.cxmap.yaml").write_text(text(TRIP))
    (tmp_path / "library.cxmap.yaml").write_text(text(LIBRARY))
    return tmp_path


def gaps(folder: Path, *arguments: str, **more: Any) -> Ran:
    return cxmap("gaps", *arguments, cwd=folder, **more)


def parsed(folder: Path, *arguments: str) -> dict[str, Any]:
    ran = gaps(folder, "--format", "json", *arguments)
    assert ran.status == 0, ran.err
    found: dict[str, Any] = json.loads(ran.out)
    return found


class TestJson:
    def test_the_keys_are_the_contract(self, folder: Path) -> None:
        found = parsed(folder)
        assert list(found) == [
            *("cxmap", "command", "by", "sign", "shares", "dependent", "crosshairs", "rows", "unscored", "journeys"),
            *("coverage", "agreement", "remarks"),
        ]
        assert [list(row) for row in found["rows"]] == [ROW_KEYS] * 4
        assert list(found["crosshairs"][0]) == ["journey", "persona", "kind", "importance10", "experience10"]
        assert list(found["unscored"][0]) == ["journey", "touchpoint", "persona", "missing", "path", "line", "column"]
        assert list(found["journeys"][0]) == [
            *("journey", "persona", "mean10", "index10", "lowest", "highest", "last", "weakest_link"),
            *("largest_drop", "peak_end", "coverage"),
        ]
        assert list(found["agreement"]) == ["top", "gap", "opportunity", "shortfall"]

    def test_a_row(self, folder: Path) -> None:
        row = parsed(folder)["rows"][0]
        assert row["gap10"] == pytest.approx(3.1)
        assert row["priority"] == pytest.approx(2.48)
        assert (row["importance"], row["n"], row["sample"], row["gap_interval"]) == (8, 57, "ok", None)
        assert row["scale"] == {"importance": {"min": 0, "max": 10}, "experience": {"min": 0, "max": 10}}
        assert row["actions"] == ["guide"]
        assert (row["path"], row["column"]) == ("trip.cxmap.yaml", 7)

    def test_whole_numbers_have_no_fraction(self, folder: Path) -> None:
        out = gaps(folder, "--format", "json").out
        assert '"importance": 8,' in out
        assert "8.0," not in out

    def test_an_interval_is_a_pair(self, folder: Path) -> None:
        row = parsed(folder)["rows"][1]
        assert row["touchpoint"] == "visit"
        assert row["gap_interval"] == pytest.approx([1.9757, 4.0243], abs=5e-5)
        assert (row["p_holm"] < 0.001, row["sample"]) == (True, "small")

    def test_the_same_bytes_every_time(self, folder: Path) -> None:
        assert gaps(folder, "--format", "json").out == gaps(folder, "--format", "json").out

    def test_unscored(self, folder: Path) -> None:
        (one,) = parsed(folder)["unscored"]
        assert (one["touchpoint"], one["missing"]) == ("after", ["experience"])


class TestCsv:
    def test_numbers_are_numbers_and_nothing_is_an_empty_cell(self, folder: Path) -> None:
        rows = list(csv.DictReader(io.StringIO(gaps(folder, "--format", "csv").out)))
        assert [row["touchpoint"] for row in rows] == ["search", "visit", "home", "pay"]
        assert float(rows[0]["gap10"]) == pytest.approx(3.1)
        assert (rows[0]["gap_low"], rows[0]["tied"], rows[0]["actions"]) == ("", "false", "guide")
        assert (rows[3]["gap10"], rows[3]["experience_max"]) == ("-2.5", "10")

    def test_text_can_be_no_formula(self, tmp_path: Path) -> None:
        one = journey({**touchpoint("a", 8, 5), "title": '=HYPERLINK("http://x")'})
        (tmp_path / "trip.cxmap.yaml").write_text(text(one))
        (tmp_path / "library.cxmap.yaml").write_text(text(LIBRARY))
        (row,) = csv.DictReader(io.StringIO(gaps(tmp_path, "--format", "csv").out))
        assert row["title"] == '\'=HYPERLINK("http://x")'

    def test_remarks_go_to_standard_error_unless_quiet(self, folder: Path) -> None:
        assert "Certainty of the order" in gaps(folder, "--format", "csv").err
        assert gaps(folder, "--format", "csv", "-q").err == ""

    def test_markdown_has_ten_columns_at_most(self, folder: Path) -> None:
        out = gaps(folder, "--format", "markdown").out
        (header,) = [line for line in out.splitlines() if line.startswith("| #")]
        assert [cell.strip() for cell in header.strip("|").split("|")] == [
            *("#", "touchpoint", "stage", "persona", "importance", "experience"),
            *("gap", "95 % interval", "priority", "action"),
        ]


HOSTILE = "[red]x[/] | ::error::y\x1b[31m <b>$z$</b> _w_"


def test_foreign_text_is_text_in_every_format(tmp_path: Path) -> None:
    one = journey({**touchpoint("a", 8, 5, tags=["x"]), "title": HOSTILE.replace("\x1b", "")})
    one["journey"]["stages"][0]["title"] = "[bold]S[/bold]"
    one["actions"] = {"act": {"title": "[link=http://x]A[/link]", "touchpoints": ["a"]}}
    (tmp_path / "trip.cxmap.yaml").write_text(text(one))
    (tmp_path / "library.cxmap.yaml").write_text(text(LIBRARY))
    table = gaps(tmp_path, "--color", "always").out
    assert "[red]x[/] | ::error::y[31m <b>$z$</b> _w_" in table
    assert "[bold]S[/bold]" in table
    assert "[link=http://x]A[/link]" in table
    markdown = gaps(tmp_path, "--format", "markdown").out
    assert "<b>" not in markdown.replace("\\<b\\>", "")
    assert json.loads(gaps(tmp_path, "--format", "json").out)["rows"][0]["title"] == HOSTILE.replace("\x1b", "")


class TestExitStatus:
    @pytest.mark.parametrize(
        ("options", "status", "said"),
        [
            ([], 0, ""),
            (["--fail-above", "2.5"], 0, ""),
            (["--fail-above", "2.4"], 1, "1 row is above 2.4 by priority; the highest is trip/search with 2.48"),
            (["--fail-above", "2.3", "--moments-of-truth"], 1, "trip/visit with 2.4"),
            (["--fail-above", "2.4", "--moments-of-truth"], 0, ""),
            (["--fail-above", "2", "--owner", "web", "--top", "1"], 1, "1 row is above 2"),
            (["--fail-unscored"], 1, "1 touchpoint is not scored"),
            (["--fail-unscored", "--owner", "web"], 0, ""),
            (["--fail-above", "nan"], 2, "--fail-above takes a number"),
            (["--by", "prioriti"], 2, "did you mean 'priority'?"),
            (["--format", "jsn"], 2, "did you mean 'json'?"),
            (["--quadrant", "keepup"], 2, "did you mean 'keep-up'?"),
            (["--persona", "ana"], 2, "did you mean 'anna'?"),
            (["--reach"], 2, "--reach needs the reach"),
            (["--crosshair", "here"], 2, "a crosshair is mean, median, scale"),
            (["--our-weight", "2"], 2, "--our-weight is from 0 to 1"),
            (["nowhere"], 2, "no such file or folder: 'nowhere'"),
            (["-o", "no/such/file"], 2, "cannot write"),
        ],
    )
    def test_and_one_line_that_says_why(self, folder: Path, options: list[str], status: int, said: str) -> None:
        ran = gaps(folder, *options)
        assert (ran.status, said in ran.err) == (status, True), ran.err
        if status == 2:
            assert len(ran.err.splitlines()) == 1
            assert ran.out == ""

    def test_a_journey_with_errors_is_refused(self, folder: Path) -> None:
        (folder / "trip.cxmap.yaml").write_text(text(TRIP).replace("experience: 7.5", "experience: 75"))
        ran = gaps(folder)
        assert (ran.status, ran.out) == (1, "")
        assert "CX105" in ran.err

    def test_nothing_to_rank_is_said(self, tmp_path: Path) -> None:
        (tmp_path / "trip.cxmap.yaml").write_text(text(journey(touchpoint("a"))))
        (tmp_path / "library.cxmap.yaml").write_text(text(LIBRARY))
        ran = gaps(tmp_path)
        assert ran.status == 0
        assert "Nothing to rank: no touchpoint has what the ranking needs." in ran.out
        assert "Not scored: trip/a (anna), no importance, no experience" in ran.out
        assert parsed(tmp_path)["rows"] == []


class TestTable:
    @pytest.mark.parametrize(
        ("name", "options"),
        [
            ("gaps-pipe", []),
            ("gaps-pipe-gap", ["--by", "gap", "--handovers"]),
            ("gaps-markdown", ["--format", "markdown"]),
            ("gaps-csv", ["--format", "csv"]),
        ],
    )
    def test_goldens(self, folder: Path, name: str, options: list[str]) -> None:
        assert gaps(folder, *options).out.replace("\r\n", "\n") == (GOLDEN / f"{name}.txt").read_text()

    def test_a_row_is_one_line_in_a_pipe_and_nothing_is_cut(self, folder: Path) -> None:
        long = text(TRIP).replace("title: Search", f"title: {'very long ' * 20}end")
        (folder / "trip.cxmap.yaml").write_text(long)
        (line,) = [
            line for line in gaps(folder).out.splitlines() if "very long" in line and not line.startswith("Work first")
        ]
        assert "very long end" in line
        assert "→ A guide" in line

    def test_colour_only_where_it_is_wanted(self, folder: Path) -> None:
        assert "\x1b[" not in gaps(folder).out
        assert "\x1b[" in gaps(folder, "--color", "always").out
        assert "\x1b[" in gaps(folder, environment={"FORCE_COLOR": "1"}).out
        assert "\x1b[" not in gaps(folder, environment={"FORCE_COLOR": "1", "NO_COLOR": "1"}).out
        assert "\x1b[" not in gaps(folder, "--color", "never", environment={"FORCE_COLOR": "1"}).out

    def test_an_old_code_page_gets_plain_characters(self, folder: Path) -> None:
        out = gaps(folder, environment={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}).out
        assert "##########......" in out
        assert "\\u" not in out

    def test_quiet_leaves_out_remarks(self, folder: Path) -> None:
        assert "Certainty" in gaps(folder).out
        assert "Certainty" not in gaps(folder, "-q").out

    def test_into_a_file(self, folder: Path) -> None:
        ran = gaps(folder, "-o", "gaps.txt")
        assert (ran.status, ran.out) == (0, "")
        assert (folder / "gaps.txt").read_text() == gaps(folder).out

    def test_standard_input(self, folder: Path) -> None:
        sources = {key: value for key, value in LIBRARY.items() if key != "cxmap"}
        ran = gaps(folder / "..", "-", "-q", stdin=text({**TRIP, **sources}).encode())
        assert (ran.status, "Visit" in ran.out) == (0, True), ran.err


class TestShares:
    """Ulwick's own opportunity, of shares of top-two answers."""

    COUNTS = (
        touchpoint("a", *({"counts": {2: 100 - top, 5: top}, "source": "five"} for top in (90, 20))),
        touchpoint("b", *({"counts": {2: 100 - top, 5: top}, "source": "five"} for top in (60, 40))),
    )

    @pytest.fixture
    def counted(self, tmp_path: Path) -> Path:
        (tmp_path / "trip.cxmap.yaml").write_text(text(journey(*self.COUNTS)))
        (tmp_path / "library.cxmap.yaml").write_text(text(LIBRARY))
        return tmp_path

    def test_json_and_csv_carry_them(self, counted: Path) -> None:
        found = parsed(counted, "--shares")
        assert (found["by"], found["shares"]) == ("opportunity", True)
        first = found["rows"][0]
        assert list(first) == [*ROW_KEYS, "importance_top2", "experience_top2"]
        assert (first["opportunity"], first["importance_top2"]["share"], first["importance_top2"]["from"]) == (
            16,
            0.9,
            4,
        )
        assert parsed(counted)["shares"] is False
        table = list(csv.DictReader(io.StringIO(gaps(counted, "--shares", "--format", "csv").out)))
        assert [(row["experience_top2"], row["opportunity"]) for row in table] == [("0.2", "16"), ("0.4", "8")]

    @pytest.mark.parametrize(
        ("lang", "shown"),
        [
            ("en", ["top two imp.", "90 % (83…94)", "16.00 (15+)", "the answers 4 and 5", "Ulwick's bands"]),
            ("nl", ["hoogste 2 belang", "90 % (83…94)", "16,00 (15+)", "de antwoorden 4 en 5", "banden van Ulwick"]),
        ],
    )
    @pytest.mark.parametrize("form", ["table", "markdown"])
    def test_tables_say_which_answers_and_what_the_bands_are(
        self, counted: Path, lang: str, shown: list[str], form: str
    ):
        out = gaps(counted, "--shares", "--lang", lang, "--format", form).out
        assert [said for said in shown if said not in out] == []

    def test_a_file_without_counts_has_nothing_to_rank(self, folder: Path) -> None:
        ran = gaps(folder, "--shares")
        assert ran.status == 0
        assert "no counts" in ran.out
        assert gaps(folder, "--shares", "--fail-unscored").status == 1
