"""``cxmap import survey``: what is shown, what is written, and how it ends."""

from __future__ import annotations

import io
import json
import sqlite3
from contextlib import closing

import numpy as np
import pytest

from cxmap import api
from cxmap.cli.main import run
from cxmap.exchange.survey.duckdb_survey import DuckDbSurvey
from tests.cli.command import cxmap
from tests.cli.terminal import talk

pytest.importorskip("duckdb")

JOURNEY = """cxmap: 1
# Ours.
personas:
  noor: {name: Noor, story: x, goals: [y]}
journey:
  id: shoes
  title: Shoes
  personas: [noor]
  starts_with: a
  ends_with: b
  stages:
    - id: s
      title: S
      touchpoints:
        - id: a
          title: A
          scores:
            importance: 8   # typed
"""
MAPPING = """journey: shoes
source: {id: survey, title: A survey, date: 2026-03-31}
answers: {scale: {min: 1, max: 5}, not_answers: [6]}
touchpoints: {a: {importance: I, experience: E}}
"""
ANSWERS = "Respondent,I,E\n1,5,2\n2,4,6\n3,5,3\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "shoes.cxmap.yaml").write_text(JOURNEY)
    (tmp_path / "mapping.yaml").write_text(MAPPING)
    (tmp_path / "answers.csv").write_text(ANSWERS)
    return tmp_path


SHOWN = (
    "touchpoint  persona  score       scale    old  new\n"
    "a           -        importance  1 to 10  8    9.25 (n 3, survey)\n"
    "a           -        experience  1 to 10  -    4.38 (n 2, survey)\n"
    "a           -        gap_sd      1 to 10  -    1.591\n"
)
CONVERTED = "The answers are on 1 to 5; old and new are shown on the journey's scale.\n"


def test_dry_run_shows_old_and_new_and_changes_nothing(folder):
    ran = cxmap("import", "survey", "answers.csv", "--mapping", "mapping.yaml", "--dry-run", cwd=folder)
    assert (ran.status, ran.err) == (
        0,
        CONVERTED
        + "3 respondents; 3 scores (1 with a new wave) and the source 'survey' would change in shoes.cxmap.yaml.\n",
    )
    assert ran.out == SHOWN
    assert (folder / "shoes.cxmap.yaml").read_text() == JOURNEY


def test_old_and_new_are_on_one_scale_and_what_is_inherited_is_shown(folder):
    path = folder / "shoes.cxmap.yaml"
    path.write_text(path.read_text() + "            experience: 6\n")
    (folder / "mapping.yaml").write_text(MAPPING + "persona: {column: who, values: {1: noor}}\n")
    (folder / "answers.csv").write_text("who,I,E\n1,5,3\n1,4,4\n1,5,4\n1,5,5\n1,5,5\n")
    path.write_text(path.read_text().replace("noor: {", "ben: {name: Ben}\n  noor: {").replace("[noor]", "[noor, ben]"))
    ran = cxmap("import", "survey", "answers.csv", "--mapping", "mapping.yaml", "--dry-run", cwd=folder)
    assert [line.split(maxsplit=6) for line in ran.out.splitlines()[1:3]] == [
        ["a", "noor", "importance", "1", "to", "10", "8 (inherited)  9.55 (n 5, survey)"],
        ["a", "noor", "experience", "1", "to", "10", "6 (inherited)  8.20 (n 5, survey)"],
    ]


def test_scores_are_written_and_validate(folder):
    ran = cxmap("import", "survey", "answers.csv", "--mapping", "mapping.yaml", cwd=folder)
    assert (ran.status, ran.err) == (
        0,
        CONVERTED
        + "3 respondents; 3 scores (1 with a new wave) and the source 'survey' changed in shoes.cxmap.yaml.\n",
    )
    after = (folder / "shoes.cxmap.yaml").read_text()
    assert after == JOURNEY.replace(
        "importance: 8   # typed",
        "importance:\n"
        "              - 8   # typed\n"
        "              - {counts: {4: 1, 5: 2}, source: survey}\n"
        "            experience: {counts: {2: 1, 3: 1}, source: survey}\n"
        "            gap_sd: 0.7071",
    ).replace(
        "journey:\n",
        "sources:\n"
        "  survey: {title: A survey, kind: survey, date: 2026-03-31, n: 3, scale: {min: 1, max: 5}}\n"
        "journey:\n",
        1,
    )
    assert cxmap("validate", cwd=folder).status == 0
    again = cxmap("import", "survey", "answers.csv", "--mapping", "mapping.yaml", cwd=folder)
    assert again.err == CONVERTED + "3 respondents; 0 scores changed in shoes.cxmap.yaml.\n"
    assert (folder / "shoes.cxmap.yaml").read_text() == after


def test_a_suggested_mapping_is_a_mapping(folder):
    (folder / "answers.csv").write_text("Respondent,a_importance,a satisfaction,Remarks\n1,5,2,x\n2,4,6,\n3,5,3,y\n")
    shown = cxmap("import", "survey", "answers.csv", "--suggest-mapping", "--into", "shoes", cwd=folder)
    assert (shown.status, shown.err) == (0, "")
    assert "  a: {importance: a_importance, experience: a satisfaction}\n" in shown.out
    assert "# not used: Remarks" in shown.out
    (folder / "mapping.yaml").write_text(shown.out.replace("max: 6", "max: 5").replace("[]", "[6]"))
    ran = cxmap("import", "survey", "answers.csv", "--mapping", "mapping.yaml", "--dry-run", cwd=folder)
    assert ran.status == 0, ran.err


@pytest.mark.parametrize(
    ("change", "status", "message"),
    [
        (("mapping.yaml", "E}", "Exp}"), 1, "mapping.yaml:4:46: the answers have no column 'Exp'"),
        (("mapping.yaml", "{a:", "{b:"), 1, "mapping.yaml:4:15: the journey has no touchpoint 'b'"),
        (("mapping.yaml", "[6]", "[]"), 1, "mapping.yaml:4:46: 'E': answers outside 1 to 5: '6' (1); name them"),
        (("mapping.yaml", "source:", "sorce:"), 1, "mapping.yaml:1:1: the key 'source' is missing"),
        (("answers.csv", ANSWERS, ""), 1, "answers.csv: the file is empty"),
        (
            ("answers.csv", ",", ";"),
            1,
            "mapping.yaml:4:31: the answers have no column 'I'; there are 'Respondent;I', 'E'",
        ),
        (
            ("answers.csv", "I", "I\x1b[31m"),
            1,
            "mapping.yaml:4:31: the answers have no column 'I'; there are 'Respondent', 'I\\x1b[31m', 'E'",
        ),
        (
            ("answers.csv", "1,5,2", "1,\x1b]0;x\x07,2"),
            1,
            "mapping.yaml:4:31: 'I': answers that are no marks: '\\x1b]0;x\\x07' ",
        ),
        (
            ("mapping.yaml", "shoes", "shoos"),
            2,
            "cxmap: no file and no journey is called 'shoos'; did you mean 'shoes'?",
        ),
        (("shoes.cxmap.yaml", "importance: 8", "importance: 80"), 1, "shoes.cxmap.yaml:18:25: CX105"),
    ],
)
def test_bad_input_is_told_and_the_journey_stays(folder, change, status, message):
    name, old, new = change
    path = folder / name
    path.write_text(path.read_text().replace(old, new, 1))
    before = (folder / "shoes.cxmap.yaml").read_bytes()
    ran = cxmap("import", "survey", "answers.csv", "--mapping", "mapping.yaml", cwd=folder)
    assert (ran.status, ran.out) == (status, "")
    assert ran.err.startswith(message)
    assert (folder / "shoes.cxmap.yaml").read_bytes() == before


def test_what_is_missing(folder):
    ran = cxmap("import", "survey", "answers.csv", cwd=folder)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("cxmap: a mapping says what the columns mean; start one: ")
    for rest in (["--mapping", "mapping.yaml"], ["--mapping", "none.yaml"], ["--suggest-mapping"], []):
        ran = cxmap("import", "survey", "none.csv", *rest, cwd=folder)
        assert (ran.status, ran.err) == (2, "cxmap: no such file: 'none.csv'\n")
    ran = cxmap("import", "survey", "answers.csv", "--mapping", cwd=folder)
    assert (ran.status, ran.err) == (
        2,
        "cxmap: option '--mapping' needs a value; see: cxmap import survey --help\n",
    )
    (folder / "duckdb.py").write_text("raise ImportError")
    ran = cxmap(
        "import",
        "survey",
        "answers.csv",
        "--mapping",
        "mapping.yaml",
        cwd=folder,
        environment={"PYTHONPATH": str(folder)},
    )
    assert (ran.status, ran.err) == (2, "cxmap: importing a survey needs an extra: pip install 'cxmap[survey]'\n")


PERSONAS = JOURNEY.replace("[noor]", "[noor, sanne, ben]").replace(
    "noor: {", "sanne: {name: Sanne, segment: s}\n  ben: {name: Ben, segment: s}\n  noor: {"
)


@pytest.mark.parametrize(
    ("values", "remark"),
    [
        ("{3: sanne}", "skipped 6 answers of 'sanne' on 'a': this persona does not pass the touchpoint\n"),
        ("{3: s}", "no scores of 'sanne' on 'a': this persona does not pass the touchpoint\n"),
    ],
)
def test_answers_of_who_does_not_pass_are_skipped_and_counted(folder, values, remark):
    text = PERSONAS.replace("title: A\n", "title: A\n          personas: [noor, ben]\n")
    (folder / "shoes.cxmap.yaml").write_text(text.replace("personas:\n", "segments: {s: {title: S}}\npersonas:\n", 1))
    (folder / "mapping.yaml").write_text(MAPPING + f"persona: {{column: who, values: {values}}}\n")
    (folder / "answers.csv").write_text("who,I,E\n3,5,3\n3,4,4\n3,5,4\n")
    ran = cxmap("import", "survey", "answers.csv", "--mapping", "mapping.yaml", "--dry-run", cwd=folder)
    assert ran.status == 0
    assert remark in ran.err


def test_progress_is_shown_at_a_terminal_and_nowhere_else(folder):
    arguments = ("import", "survey", "answers.csv", "--mapping", "mapping.yaml", "--dry-run")
    assert "Reading" not in cxmap(*arguments, cwd=folder).err
    status, shown = talk(*arguments, answers={}, cwd=folder, term="xterm")
    assert (status, "Reading answers.csv" in shown) == (0, True), shown
    assert "Reading" not in talk(*arguments, "--quiet", answers={}, cwd=folder, term="xterm")[1]


def test_a_source_of_another_file_is_not_defined_twice(folder):
    (folder / "lib.cxmap.yaml").write_text(
        "cxmap: 1\nsources:\n  survey: {title: T, kind: survey, scale: {min: 1, max: 5}}\n"
    )
    ran = cxmap("import", "survey", "answers.csv", "--mapping", "mapping.yaml", cwd=folder)
    assert ran.status == 0
    assert "the source 'survey' is defined in lib.cxmap.yaml, which is left as it is\n" in ran.err
    assert cxmap("validate", cwd=folder).status == 0
    (folder / "lib.cxmap.yaml").write_text("cxmap: 1\nsources:\n  survey: {title: T, kind: survey}\n")
    ran = cxmap("import", "survey", "answers.csv", "--mapping", "mapping.yaml", cwd=folder)
    assert ran.status == 1
    assert ran.err.startswith(
        "mapping.yaml:2:14: the source 'survey' is defined in lib.cxmap.yaml, and not with the scale"
    )


WHOLE = """journey: shoes
source: {id: survey, title: A survey, date: 2026-03-31}
answers: {scale: {min: 1, max: 5}}
overall: all
touchpoints: {a: {importance: I, experience: E}}
"""


def many(n: int = 60) -> str:
    """Answers in which the experience drives the overall mark."""
    rows = [(1 + i % 5, 1 + (i * 7) % 5, min(5, max(1, 1 + (i * 7) % 5 + i % 3 - 1))) for i in range(n)]
    return "I,E,all\n" + "".join(f"{i},{e},{whole}\n" for i, e, whole in rows)


@pytest.fixture
def whole(folder):
    (folder / "mapping.yaml").write_text(WHOLE)
    (folder / "answers.csv").write_text(many())
    return folder


def of_survey(folder, *options, mapping="mapping.yaml"):
    return cxmap("import", "survey", "answers.csv", "--mapping", mapping, *options, cwd=folder)


def test_how_scores_vary_together_is_kept_beside_the_journey(whole):
    ran = of_survey(whole)
    assert ran.err.splitlines()[-1].startswith("shoes.answers.json changed: how the scores vary together")
    kept = json.loads((whole / "shoes.answers.json").read_text())
    survey = kept["sources"]["survey"]
    assert (kept["cxmap-answers"], survey["date"], survey["n"]) == (1, "2026-03-31", 60)
    assert survey["means"] == ["a.importance", "a.experience"]
    marks = np.loadtxt(io.StringIO(many()), delimiter=",", skiprows=1)[:, :2]
    expected = np.cov(marks.T, bias=True) / 60
    assert survey["covariance"][0] == pytest.approx([expected[0, 0]], rel=1e-5)
    assert survey["covariance"][1] == pytest.approx(expected[1], rel=1e-5, abs=1e-9)
    assert survey["overall"]["a"]["slope"] > 0
    assert of_survey(whole).err.splitlines()[-1] == "60 respondents; 0 scores changed in shoes.cxmap.yaml."


def test_what_is_kept_of_another_survey_stays(whole):
    of_survey(whole)
    first = json.loads((whole / "shoes.answers.json").read_text())["sources"]["survey"]
    (whole / "second.yaml").write_text(WHOLE.replace("id: survey", "id: later").replace("2026-03", "2026-08"))
    of_survey(whole, mapping="second.yaml")
    both = json.loads((whole / "shoes.answers.json").read_text())["sources"]
    assert list(both) == ["survey", "later"]
    assert both["survey"] == first


@pytest.mark.parametrize("there", ['{"a": 1}', '{"cxmap-answers": 1, "sources": {'])
def test_a_file_of_that_name_that_cxmap_has_not_made_stays(whole, there):
    (whole / "shoes.answers.json").write_text(there)
    ran = of_survey(whole)
    assert ran.err.splitlines()[-1] == (
        "shoes.answers.json stays as it is: it is not what cxmap writes; move it away, and import again"
    )
    assert (ran.status, (whole / "shoes.answers.json").read_text()) == (0, there)
    assert "source: survey" in (whole / "shoes.cxmap.yaml").read_text()


@pytest.mark.parametrize("target", ["../outside.json", "/dev/stdout"])
def test_a_link_that_leads_out_of_the_project_is_not_written_through(whole, target):
    outside = whole.parent / "outside.json"
    outside.write_text("{}")
    (whole / "shoes.answers.json").symlink_to(target)
    before = (whole / "shoes.cxmap.yaml").read_bytes()
    ran = of_survey(whole)
    assert (ran.status, ran.out) == (2, "")
    assert "shoes.answers.json: a link leads from there to" in ran.err
    assert (outside.read_text(), (whole / "shoes.cxmap.yaml").read_bytes()) == ("{}", before)


def test_the_library_writes_the_same_files(whole):
    done = api.import_survey(api.load(whole), whole / "mapping.yaml", whole / "answers.csv")
    assert "shoes.answers.json changed: how the scores vary together" in done.remarks[-1]
    files = [whole / "shoes.cxmap.yaml", whole / "shoes.answers.json"]
    written = [file.read_bytes() for file in files]
    files[0].write_text(JOURNEY)
    files[1].unlink()
    of_survey(whole)
    assert [file.read_bytes() for file in files] == written


def test_nothing_is_kept_where_that_is_asked_for_or_in_a_dry_run(whole):
    ran = of_survey(whole, "--dry-run")
    assert ran.err.splitlines()[-1].startswith("shoes.answers.json would change")
    assert of_survey(whole, "--no-answers").status == 0
    assert not (whole / "shoes.answers.json").exists()


def test_single_answers_are_fetched_only_where_they_are_needed(whole, monkeypatch):
    """``--no-answers`` takes counts alone, unless a relative weight is to be made of them."""
    fetched: list[object] = []
    fetch = DuckDbSurvey.one_by_one

    def watched(survey, codes):
        fetched.append(codes)
        return fetch(survey, codes)

    monkeypatch.setattr(DuckDbSurvey, "one_by_one", watched)
    monkeypatch.chdir(whole)
    asked = ["import", "survey", "answers.csv", "--mapping", "mapping.yaml", "--dry-run"]
    assert run([*asked, "--no-answers"]) == 0
    assert not fetched
    assert run(asked) == 0
    assert len(fetched) == 1


def test_drivers_of_a_database_say_what_to_do(whole, monkeypatch):
    pytest.importorskip("sqlalchemy")
    rows = [line.split(",") for line in (whole / "answers.csv").read_text().splitlines()]
    with closing(sqlite3.connect(whole / "answers.db")) as connection, connection:
        connection.execute(f"CREATE TABLE answers ({', '.join(map(json.dumps, rows[0]))})")
        connection.executemany(f"INSERT INTO answers VALUES ({', '.join('?' * len(rows[0]))})", rows[1:])
    monkeypatch.setenv("ANSWERS", f"sqlite:///{whole}/answers.db")
    asked = ("import", "survey", "env:ANSWERS", "--table", "answers", "--mapping", "mapping.yaml")
    ran = cxmap(*asked, "--drivers", cwd=whole)
    assert (ran.status, ran.out) == (1, "")
    assert "no drivers: they need the answers one by one; take a file, or a part of it\n" in ran.err
    mapping = (whole / "mapping.yaml").read_text()
    (whole / "mapping.yaml").write_text(mapping.replace("derive: correlation", "derive: relative-weights"))
    ran = cxmap(*asked, cwd=whole)
    assert ran.status == 0
    assert not (whole / "shoes.answers.json").exists()


def test_nothing_is_kept_of_so_few_that_they_could_be_told(folder):
    assert of_survey(folder).status == 0
    assert not (folder / "shoes.answers.json").exists()


def test_drivers_in_each_format_are_the_same_and_nothing_is_written(whole):
    before = (whole / "shoes.cxmap.yaml").read_text()
    found = json.loads(of_survey(whole, "--drivers", "--format", "json").out)
    assert list(found) == ["cxmap", "command", "drivers", "r2", "n_complete"]
    (row,) = found["drivers"]
    assert list(row) == [
        *("touchpoint", "r", "weight", "weight_low", "weight_high", "lmg", "driver", "slope", "slope_low"),
        *("slope_high", "penalty", "reward", "class", "vif", "n"),
    ]
    assert (row["touchpoint"], row["driver"], row["n"], found["n_complete"]) == ("a", True, 60, 60)
    assert row["weight"] == pytest.approx(row["r"] ** 2)
    assert row["lmg"] == pytest.approx(found["r2"])
    for options in ((), ("--format", "markdown"), ("--lang", "nl")):
        text = of_survey(whole, "--drivers", *options).out
        decimal = "," if options == ("--lang", "nl") else "."
        assert f"{row['weight']:.3f}".replace(".", decimal) in text
        assert f"{row['slope']:+.2f}".replace(".", decimal) in text
    assert ((whole / "shoes.cxmap.yaml").read_text(), (whole / "shoes.answers.json").exists()) == (before, False)


@pytest.mark.parametrize(
    ("options", "change", "status", "message"),
    [
        (("--format", "json"), {}, 2, "--format is about --drivers; add that, or leave it out"),
        (("--seed", "3"), {}, 2, "--seed is about --drivers; add that, or leave it out"),
        (("--drivers",), {"overall: all\n": ""}, 2, "names no question about the whole; add 'overall: COLUMN'"),
        (
            ("--drivers",),
            {"experience: E": "experience: all"},
            1,
            "no drivers: no question but the one about the",
        ),
    ],
)
def test_what_drivers_need(whole, options, change, status, message):
    text = WHOLE
    for old, new in change.items():
        text = text.replace(old, new)
    (whole / "mapping.yaml").write_text(text)
    ran = of_survey(whole, *options)
    assert (ran.status, ran.out) == (status, "")
    assert message in ran.err


def test_too_few_complete_answers_for_drivers(whole):
    (whole / "answers.csv").write_text(many(30))
    ran = of_survey(whole, "--drivers")
    assert (ran.status, ran.out) == (1, "")
    assert "30 of the respondents answered all the questions, 50 are needed" in ran.err


def test_the_chart_of_drivers(whole):
    assert cxmap("render", ".", "--chart", "drivers", cwd=whole).status == 1
    of_survey(whole)
    ran = cxmap("render", ".", "--chart", "drivers", "--alt", "--lang", "nl", "-o", "d.svg", cwd=whole)
    assert ran.status == 0
    row = json.loads((whole / "shoes.answers.json").read_text())["sources"]["survey"]["overall"]["a"]
    assert f"{row['weight']:.3f}".replace(".", ",") in ran.out + ran.err


SECRET = "postgresql://u:hunter2@h/d"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            [SECRET, "--mapping", "mapping.yaml"],
            "put the URL of a database into an environment variable, and name that: ",
        ),
        ([SECRET, "--suggest-mapping"], "put the URL of a database into an environment variable, and name that: "),
        (["env:GONE", "--mapping", "mapping.yaml"], "which table of the database? name it with --table"),
        (
            ["env:GONE", "--table", "t", "--mapping", "mapping.yaml"],
            "the environment variable 'GONE' is not set; export",
        ),
        (
            ["env:1;x", "--table", "t", "--mapping", "mapping.yaml"],
            "a database is named by an environment variable with",
        ),
        (
            ["env:GONE", "--table", "t", "--timeout", "0", "--suggest-mapping"],
            "--timeout takes seconds from 1 to 86,400,",
        ),
        (
            ["env:GONE", "--table", "t", "--timeout", "nan", "--suggest-mapping"],
            "--timeout takes seconds from 1 to 86,40",
        ),
        (
            ["answers.csv", "--table", "t", "--mapping", "mapping.yaml"],
            "--table goes with a database, env:NAME, and 'ans",
        ),
        (
            ["answers.csv", "--timeout", "9", "--mapping", "mapping.yaml"],
            "--timeout goes with a database, env:NAME, and",
        ),
        (["--mapping", "mapping.yaml"], "which answers? name a file, or env:NAME with --table for a database"),
        (["--suggest-mapping"], "which answers? name a file, or env:NAME with --table for a database"),
    ],
)
def test_where_the_answers_are_is_clear_and_no_secret_is_shown(folder, arguments, message):
    ran = cxmap("import", "survey", *arguments, cwd=folder)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"cxmap: {message}")
    assert "hunter2" not in ran.err


def test_a_mapping_names_a_variable_and_a_url_is_not_shown(folder):
    path = folder / "mapping.yaml"
    path.write_text(f'from: {{table: t, url: "{SECRET}"}}\n{MAPPING}')
    ran = cxmap("import", "survey", "--mapping", "mapping.yaml", cwd=folder)
    message = "write env:NAME here, and put the URL into that environment variable"
    assert (ran.status, ran.err) == (1, f"mapping.yaml:1:23: {message}\nNothing was written.\n")
    path.write_text(f"from: {{table: t, url: env:GONE}}\n{MAPPING}")
    ran = cxmap("import", "survey", "--mapping", "mapping.yaml", cwd=folder)
    assert ran.err.startswith("cxmap: the environment variable 'GONE' is not set; export GONE=")
    ran = cxmap("import", "survey", "answers.csv", "--mapping", "mapping.yaml", "--dry-run", cwd=folder)
    assert ran.status == 0


def test_quotes_are_printed_and_nothing_is_written(folder):
    (folder / "answers.csv").write_text("Respondent,I,E,why\n1,5,2,It was closed\n")
    before = {path: path.read_bytes() for path in folder.iterdir()}
    ran = cxmap("import", "survey", "answers.csv", "--mapping", "mapping.yaml", "--quotes", "why", cwd=folder)
    assert (ran.status, ran.out.splitlines()[-1]) == (0, "  - {source: survey, quote: It was closed}")
    assert ran.err == "1 answer in words; nothing was written. Read them for names before you use them.\n"
    assert {path: path.read_bytes() for path in folder.iterdir()} == before
