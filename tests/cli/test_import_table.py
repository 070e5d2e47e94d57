"""``cxmap import table`` and the exports beside it: what is written where, and how it ends."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import xlsxwriter

from tests.cli.command import cxmap

SHOES = Path(__file__).parents[2] / "examples" / "running-shoes"
JOURNEY = "journeys/first-shoes.cxmap.yaml"


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(SHOES, tmp_path, dirs_exist_ok=True)
    return tmp_path


def test_a_workbook_goes_out_and_comes_back(folder):
    assert cxmap("export", "xlsx", JOURNEY, "-o", "s.xlsx", cwd=folder).status == 0
    before = (folder / JOURNEY).read_bytes()
    ran = cxmap("import", "table", "s.xlsx", "--into", JOURNEY, cwd=folder)
    assert (ran.status, ran.out, ran.err) == (0, "", f"0 scores changed in {JOURNEY}.\n")
    assert (folder / JOURNEY).read_bytes() == before


def test_marks_are_shown_and_written(folder):
    table = b"touchpoint;persona;experience\ndecides;andre;7,5\nasks-around;;6\n"
    shown = cxmap("import", "table", "-", "--into", "first-shoes", "--dry-run", cwd=folder, stdin=table)
    before = (folder / JOURNEY).read_text()
    assert (shown.status, shown.err) == (0, f"2 scores would change in {JOURNEY}.\n")
    assert shown.out == (
        "touchpoint   persona  score       scale    old                        new\n"
        "decides      andre    experience  1 to 10  team's 6.5 (wall-session)  team's 7.5 (wall-session)\n"
        "asks-around  -        experience  1 to 10  team's 7 (wall-session)    team's 6 (wall-session)\n"
    )
    done = cxmap("import", "table", "-", "--into", "first-shoes", cwd=folder, stdin=table)
    assert (done.status, done.out) == (0, shown.out)
    after = (folder / JOURNEY).read_text()
    assert [line for line in after.splitlines() if line not in before.splitlines()] == [
        "              scores: {experience: 7.5}",
        "          scores: {importance: 5, experience: 6, desired: 7}",
    ]
    assert cxmap("validate", cwd=folder).status == 0


def test_a_workbook_sent_out_before_the_file_changed_comes_back(folder):
    path = folder / JOURNEY
    cxmap("export", "csv", JOURNEY, "-o", "s.csv", cwd=folder)
    cxmap("export", "xlsx", JOURNEY, "-o", "s.xlsx", cwd=folder)
    changed = b"touchpoint;experience\nasks-around;6\n"
    assert cxmap("import", "table", "-", "--into", JOURNEY, cwd=folder, stdin=changed).status == 0
    after = path.read_bytes()
    ran = cxmap("import", "table", "s.xlsx", "--into", JOURNEY, cwd=folder)
    assert (ran.status, ran.out, ran.err) == (0, "", f"0 scores changed in {JOURNEY}.\n")
    assert path.read_bytes() == after
    rows = (folder / "s.csv").read_text().splitlines()
    assert rows[3].startswith("first-shoes,The idea,asks-around,,Asks people who run,,,5,7,7,,importance 5 ")
    rows[3] = rows[3].replace(",5,7,7,", ",5,8,9,")
    table = "\n".join(rows).encode()
    ran = cxmap("import", "table", "-", "--into", JOURNEY, "--quiet", cwd=folder, stdin=table)
    assert (ran.status, ran.out.splitlines()[1:]) == (
        1,
        ["asks-around  -        desired  1 to 10  team's 7 (wall-session)  team's 9 (wall-session)"],
    )
    assert ran.err == (
        "not taken: row 4, experience of 'asks-around': 8 in the table, but the file changed from 7 to 6 since the "
        "export; change it in the file, or export again\n"
    )


def test_problems_are_told_and_nothing_is_written(folder):
    before = (folder / JOURNEY).read_bytes()
    ran = cxmap(
        "import", "table", "-", "--into", JOURNEY, cwd=folder, stdin=b"touchpoint,experience\ndecidez,5\npay,20\n"
    )
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith(
        "<stdin>: row 2: the journey has no touchpoint 'decidez'; did you mean 'decides'?\n<stdin>: row 3"
    )
    assert ran.err.endswith("Nothing was written.\n")
    assert (folder / JOURNEY).read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("x.csv", "--into", "first-shoes"), "cxmap: no such file: 'x.csv'\n"),
        (
            ("-", "--into", "nothing"),
            "cxmap: no file and no journey is called 'nothing'; there are first-shoes-desired, first-shoes",
        ),
        (("-", "--into", "first-shoos"), "cxmap: no file and no journey is called 'first-shoos'; did you mean"),
        (("-",), "cxmap: say which journey with --into JOURNEY; there are: first-shoes-desired, first-shoes\n"),
    ],
)
def test_what_cannot_be_done(folder, arguments, message):
    ran = cxmap("import", "table", *arguments, cwd=folder, stdin=b"touchpoint,experience\n")
    assert ran.status == 2
    assert ran.err.startswith(message)


def test_a_workbook_is_one_whatever_it_is_called(folder):
    cxmap("export", "xlsx", JOURNEY, "-o", "s.xlsx", cwd=folder)
    (folder / "s.xlsx").rename(folder / "s.csv")
    for file in ("s.csv", "-"):
        ran = cxmap("import", "table", file, "--into", JOURNEY, cwd=folder, stdin=(folder / "s.csv").read_bytes())
        assert (ran.status, ran.err) == (0, f"0 scores changed in {JOURNEY}.\n")


def test_the_sheet_named_touchpoints_is_read_wherever_it_stands(folder):
    with xlsxwriter.Workbook(folder / "s.xlsx") as book:
        book.add_worksheet("Read me").write(0, 0, "Fill in the yellow cells")
        sheet = book.add_worksheet("touchpoints")
        sheet.write_row(0, 0, ["experience", "touchpoint", "my own"])
        sheet.write_formula(2, 0, "=3+4", None, 7)
        sheet.write_row(2, 1, ["decides", "x"])
    ran = cxmap("import", "table", "s.xlsx", "--into", JOURNEY, "--dry-run", cwd=folder)
    assert ran.out.splitlines()[1:] == [
        "decides     -        experience  1 to 10  team's 8 (wall-session)  team's 7 (wall-session)"
    ]


def test_a_journey_with_errors_is_refused(folder):
    path = folder / JOURNEY
    path.write_text(path.read_text().replace("experience: 8", "experience: 80", 1))
    ran = cxmap(
        "import", "table", "-", "--into", "first-shoes", cwd=folder, stdin=b"touchpoint,experience\ndecides,5\n"
    )
    assert (ran.status, ran.out) == (1, "")
    assert "CX105" in ran.err


def test_a_missing_extra_is_one_line(folder):
    (folder / "python_calamine.py").write_text("raise ImportError")
    (folder / "xlsxwriter.py").write_text("raise ImportError")
    (folder / "s.xlsx").write_bytes(b"PK")
    hidden = {"PYTHONPATH": str(folder)}
    ran = cxmap("import", "table", "s.xlsx", "--into", "first-shoes", cwd=folder, environment=hidden)
    assert (ran.status, ran.err) == (2, "cxmap: reading XLSX needs an extra: pip install 'cxmap[office]'\n")
    ran = cxmap("export", "xlsx", "-o", "t.xlsx", cwd=folder, environment=hidden)
    assert (ran.status, ran.err) == (2, "cxmap: writing XLSX needs an extra: pip install 'cxmap[office]'\n")


def test_csv_to_standard_output(folder):
    ran = cxmap("export", "csv", cwd=folder)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines()[0].startswith("journey,stage,touchpoint,persona,title,")
    assert {line.split(",")[0] for line in ran.out.splitlines()[1:]} == {"first-shoes", "first-shoes-desired"}


def test_a_library_has_no_table(folder):
    ran = cxmap("export", "csv", "library", cwd=folder)
    assert (ran.status, ran.err) == (2, "cxmap: no journey to write: a library has no touchpoints\n")


def test_json_of_the_whole_project(folder):
    ran = cxmap("export", "json", JOURNEY, cwd=folder)
    assert ran.status == 0
    whole = json.loads(ran.out)
    sections = ("segments", "personas", "stakeholders", "channels", "sources", "journeys", "metrics", "actions")
    assert tuple(whole) == ("cxmap", "command", "format", *sections)
    assert (whole["command"], whole["format"]) == ("export", 1)
    assert set(whole["journeys"]) == {"first-shoes", "first-shoes-desired"}
    assert whole["personas"]["noor"]["portrait"] == "library/portraits/noor.png"
    assert all("/" in target for action in whole["actions"].values() for target in action["touchpoints"])
    assert whole["journeys"]["first-shoes"]["x-wall-photo"] == "wall-2026-01-14.jpg"


def test_json_refuses_a_project_with_errors(folder):
    (folder / "roadmap.cxmap.yaml").write_text("cxmap: 1\nactions: 3\n")
    ran = cxmap("export", "json", JOURNEY, cwd=folder)
    assert (ran.status, ran.out) == (1, "")
    assert "CX103" in ran.err


LIST = "Stage,Touchpoint,Channel,Importance,Experience,Lowers\nBefore,Reads the letter,post,8,4.5,Long words\n"


def test_a_list_becomes_a_journey_beside_the_others(tmp_path):
    (tmp_path / "list.csv").write_text(LIST)
    ran = cxmap("import", "table", "list.csv", "--new", "first-visit", cwd=tmp_path)
    assert (ran.status, ran.out) == (0, "journeys/first-visit.cxmap.yaml\n")
    assert ran.err.startswith("read as a list (a row a touchpoint): 'Stage' as stage, 'Touchpoint' as touchpoint, ")
    assert "created first-visit: 1 stage, 1 touchpoint, 1 of 1 scored (as assumptions: source 'notes'" in ran.err
    assert "  title: First visit\n" in (tmp_path / "journeys/first-visit.cxmap.yaml").read_text()
    assert cxmap("validate", cwd=tmp_path).status == 0
    assert cxmap("fmt", "--check", cwd=tmp_path).status == 0
    again = cxmap("import", "table", "list.csv", "--new", "First visit", cwd=tmp_path)
    assert (again.status, again.err) == (
        2,
        "cxmap: there is a journey with the id 'first-visit' already; name another id\n",
    )


@pytest.mark.parametrize(
    ("options", "status", "message"),
    [
        (("--new", "x", "--into", "y"), 2, "cxmap: either --new for a new journey, or --into for one that there is\n"),
        (("--new", "!?"), 2, "cxmap: no id can be made from '!?'; give one: lower-case letters, digits, - and _\n"),
        (("--scale", "0,5"), 2, "cxmap: --scale and --output go with --new; "),
        (("--new", "x", "--scale", "5"), 2, "cxmap: --scale takes the lowest and the highest score, "),
        (("--new", "x", "--scale", "1,5"), 1, "list.csv: row 2: importance 8 is outside 1 to 5\n"),
        (("--new", "x", "-o", "list.csv"), 2, "cxmap: "),
    ],
)  # fmt: skip
def test_what_a_new_journey_cannot_be_made_of(tmp_path, options, status, message):
    (tmp_path / "list.csv").write_text(LIST)
    ran = cxmap("import", "table", "list.csv", *options, cwd=tmp_path)
    assert (ran.status, ran.out) == (status, "")
    assert ran.err.startswith(message)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["list.csv"]


def test_a_dry_run_shows_the_file(tmp_path):
    (tmp_path / "list.csv").write_text(LIST)
    ran = cxmap("import", "table", "list.csv", "--new", "x", "--dry-run", "--quiet", cwd=tmp_path)
    assert (ran.status, ran.err) == (0, "")
    assert "- id: reads-the-letter\n" in ran.out
    assert not (tmp_path / "journeys").exists()
