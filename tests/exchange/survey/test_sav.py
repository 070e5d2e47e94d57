"""Data files of SPSS: the same scores as from CSV, codes that are no answers, and what the file says of its columns."""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path

import pytest

from cxmap.exchange.errors import ForeignError
from cxmap.exchange.survey import sav, sav_child
from cxmap.exchange.survey.answers import open_answers
from cxmap.exchange.survey.mapping import MappingFile
from cxmap.exchange.survey.suggest import suggested_mapping
from tests.exchange.survey.support import BOTH, HEAD, WIDE, problems, scores
from tests.support import in_a_process, project

pytestmark = pytest.mark.slow

pytest.importorskip("duckdb")
polars = pytest.importorskip("polars")
pyreadstat = pytest.importorskip("pyreadstat")

JOURNEY = """cxmap: 1
segments: {new: {title: New clients}}
personas: {noor: {name: Noor, segment: new}, andre: {name: André}}
journey:
  id: visit
  title: Visit
  personas: [noor, andre]
  stages:
    - {id: s, title: S, touchpoints: [{id: hours, title: Opening hours}, {id: books, title: Finding books}]}
"""


def written(path, columns, **options):
    """Write a data file; needs a data frame, which polars is."""
    pyreadstat.write_sav(polars.DataFrame(columns, strict=False), str(path), **options)
    return path


WHO = {1: "Noor", 2: "André", 3: "Somebody else"}
COLUMNS = {
    "nr": [1.0, 2.0, 3.0, 4.0],
    "q1": [1.0, 2.0, 99.0, 5.0],
    "q2": [5.0, 4.0, 9.0, None],
    "who": [1.0, 2.0, 3.0, 1.0],
    "said": ["good", "", 'a, "b"\nc', "é\x1b[31m"],
}
SAYS = {
    "column_labels": [
        "Respondent",
        "How satisfied are you with our opening hours?",
        "Finding books",
        "Segment",
        "Why?",
    ],
    "variable_value_labels": {"q1": {1: "very bad", 5: "very\ngood", 98: "refused", 99: "did not use"}, "who": WHO},
    "missing_ranges": {"q1": [{"lo": 98, "hi": 99}], "q2": [9]},
}


@pytest.fixture
def file(tmp_path):
    return written(tmp_path / "answers.sav", COLUMNS, **SAYS)


@pytest.mark.parametrize("suffix", [".sav", ".zsav", ".SAV"])
def test_a_data_file_says_the_same_as_csv(tmp_path, suffix):
    header, *rows = csv.reader(io.StringIO(WIDE))
    columns = {
        name: [row[place] if place == 1 else float(row[place]) for row in rows] for place, name in enumerate(header)
    }
    path = written(tmp_path / "w.sav", columns, compress=suffix == ".zsav")
    assert scores(tmp_path, path.read_bytes(), BOTH, name=f"x{suffix}") == scores(tmp_path, WIDE, BOTH)


def test_what_the_file_declares_to_be_missing_is_no_answer_even_where_the_mapping_forgets_it(tmp_path, file):
    mapping = HEAD.replace("9, n.a.", "") + "touchpoints: {a: {importance: q2, experience: q1}}\n"
    assert scores(tmp_path, file.read_bytes(), mapping, name="x.sav")[0, "a"] == {
        "importance": {"counts": {4: 1, 5: 1}},
        "experience": {"counts": {1: 1, 2: 1, 5: 1}},
        "gap_sd": pytest.approx(1.4142, abs=1e-4),
    }


def test_a_suggested_mapping_has_what_the_file_says(file):
    loaded = project({"a.cxmap.yaml": JOURNEY})
    ((document, _),) = loaded.journey_documents()
    with open_answers(file, coded=True) as opened:
        suggested = suggested_mapping(opened, "Visitors", document, loaded)
    assert suggested == (
        "# An export of SPSS.\n"
        "# A first mapping, made from the columns: put it right, then\n"
        "# cxmap import survey ANSWERS --mapping FILE --into JOURNEY --dry-run\n"
        "journey: visit\n"
        "source:\n"
        "  id: visitors\n"
        "  title: Visitors\n"
        "  # date: 2026-03-31\n"
        "answers:\n"
        "  # found: 1 (1), 2 (1), 4 (1), 5 (2), 9 (1), 99 (1)\n"
        "  # q1: 1 very bad, 5 very\\ngood, 98 refused, 99 did not use\n"
        "  scale: {min: 1, max: 5}   # are both ends marks, or is one a code?\n"
        "  not_answers: [9, 99]   # codes that are no mark: not used, refused, no opinion\n"
        "respondent: nr\n"
        "# weight: COLUMN\n"
        "# date: {column: COLUMN, from: 2026-01-01, until: 2026-03-31}\n"
        'persona: {column: who, values: {"1": noor, "2": andre}}\n'
        "touchpoints:\n"
        "  # of the journey: hours, books\n"
        "  hours: {experience: q1}   # How satisfied are you with our opening hours?\n"
        "  books: {experience: q2}   # Finding books\n"
        "# not used: said\n"
    )
    persona = MappingFile(suggested.encode(), "m.yaml").mapping.persona
    assert persona
    assert persona.values == {"1": "noor", "2": "andre"}


def test_dates_and_long_texts(tmp_path):
    import datetime as dt

    days = [dt.date(2026, 3, 31), dt.date(2025, 1, 1)]
    path = written(tmp_path / "d.sav", {"E": [3.0, 4.0], "D": days, "T": ["x" * 300, ""]})
    found = scores(
        tmp_path, path.read_bytes(), "touchpoints: {a: E}\ndate: {column: D, from: 2026-01-01}\n", name="x.sav"
    )
    assert found[0, "a"]["experience"] == {"counts": {3: 1}}


@pytest.mark.parametrize(
    "data", [b"E\n3\n", b"$FL2@(#) SPSS DATA FILE", b"$FL3" + bytes(500)], ids=["CSV", "cut off", "zeros"]
)
def test_what_is_no_data_file(tmp_path, data):
    (found,) = problems(tmp_path, data, "touchpoints: {a: E}\n", name="x.sav")
    assert found.startswith("not a data file of SPSS, or a damaged one: ")


def test_a_data_file_cut_in_two(tmp_path, file):
    (found,) = problems(tmp_path, file.read_bytes()[:-40], "touchpoints: {a: q1}\n", name="x.sav")
    assert found.startswith("not a data file of SPSS, or a damaged one")


def test_a_data_file_that_unpacks_to_too_much_is_refused(tmp_path, monkeypatch):
    """Here a file of 0.2 MB with 20 MB of text, where 1 MB is the most."""
    path = written(tmp_path / "b.zsav", {"T": ["x" * 1000] * 20_000}, compress=True)
    program = tmp_path / "child.py"
    source = Path(sav_child.__file__).read_text(encoding="utf-8")
    program.write_text(source.replace("2 << 30", "1 << 20").replace("500_000", "1_000"))
    monkeypatch.setattr(sav_child, "__file__", str(program))
    with (
        pytest.raises(ForeignError, match=r"a data file that takes more than .* is not opened; save it as CSV"),
        open_answers(path),
    ):
        pass


def test_memory_stays_small(tmp_path):
    path = written(tmp_path / "m.sav", {f"q{number}": [3.0] * 100_000 for number in range(20)})
    status, error, memory = in_a_process(["import", "survey", str(path), "--suggest-mapping"])
    assert (status, error) == (0, "")
    assert memory <= 300


def test_without_what_reads_it(file, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyreadstat", None)
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    from cxmap.errors import UsageError

    with pytest.raises(UsageError, match=r"reading SPSS needs an extra: pip install 'cxmap\[spss\]'"):
        sav.meanings(file)
