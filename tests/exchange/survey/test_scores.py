"""From answers to scores: what is computed, and what is written."""

from __future__ import annotations

import csv
import io
import statistics
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cxmap.exchange.survey.respondents import Respondents
from cxmap.yaml.reader.read import read
from tests.exchange.survey.support import BOTH, FILE, HEAD, JOURNEY, WIDE, scores, summed, written
from tests.profiles import examples
from tests.support import diagnose_text

pytest.importorskip("duckdb")

ROOT = Path(__file__).parents[3]
AIRPORT = ROOT.parent / "shared" / "data" / "sfo-airport"


def test_answers_are_counted_by_mark_and_codes_left_out(tmp_path):
    assert scores(tmp_path, WIDE, BOTH) == {
        (0, "a"): {
            "importance": {"counts": {4: 1, 5: 1}},
            "experience": {"counts": {1: 1, 2: 2, 3: 1, 5: 1}},
            "gap_sd": pytest.approx(statistics.stdev([5 - 1, 4 - 2]), abs=1e-4),
        }
    }


def test_a_mean_where_it_is_asked_for(tmp_path):
    found = scores(tmp_path, WIDE, BOTH + "figures: mean\n")[0, "a"]["experience"]
    assert found == {"mean": 2.6, "sd": round(statistics.stdev([1, 2, 3, 2, 5]), 4), "n": 5}


def test_a_mean_where_counts_would_be_long_or_marks_are_no_whole_numbers(tmp_path):
    wide = HEAD.replace("max: 5", "max: 100")
    assert "mean" in scores(tmp_path, "E\n80\n90\n", wide + "touchpoints: {a: E}\n")[0, "a"]["experience"]
    assert "mean" in scores(tmp_path, 'E\n"2,5"\n3\n', "touchpoints: {a: E}\n")[0, "a"]["experience"]


def test_equal_weights_are_no_weights(tmp_path):
    plain = scores(tmp_path, WIDE, BOTH + "figures: mean\n")
    weighted = scores(tmp_path, WIDE.replace("\n", ",0.1\n").replace("E,0.1", "E,W"), BOTH + "weight: W\n")
    answers = [score[kind].pop("answers") for score in weighted.values() for kind in ("importance", "experience")]
    assert answers == [score[kind]["n"] for score in plain.values() for kind in ("importance", "experience")]
    assert weighted == plain


def test_how_many_gave_both_where_that_are_fewer(tmp_path):
    """The gap's sd belongs to nine pairs, and neither mark has fewer than ten answers."""
    rows = "".join(f"{i},{e}\n" for i, e in [*zip("555444345", "345123434", strict=True), ("5", ""), ("", "2")])
    found = scores(tmp_path, f"I,E\n{rows}", BOTH)[0, "a"]
    assert sum(found["importance"]["counts"].values()) == sum(found["experience"]["counts"].values()) == 10
    assert found["gap_n"] == 9


def test_weighted_answers_say_how_many_gave_them(tmp_path):
    found = scores(tmp_path, "E,W\n5,1\n1,9\n3,1\n4,1\n", "touchpoints: {a: E}\nweight: W\n")[0, "a"]["experience"]
    assert (found["n"], found["answers"]) == (1, 4)


def test_a_long_table_says_the_same_as_a_wide_one(tmp_path):
    rows = list(csv.DictReader(io.StringIO(WIDE)))
    long = "who,q,answer\n" + "".join(f"{row['id']},{q},{row[q]}\n" for row in rows for q in "EI") + "1,other,77\n"
    mapping = BOTH + "respondent: who\nlong: {question: q, answer: answer}\n"
    assert scores(tmp_path, long, mapping) == scores(tmp_path, WIDE, BOTH)


def test_words_that_stand_for_marks(tmp_path):
    head = HEAD.replace("n.a.]", "n.a.], labels: {Very good: 5, Bad: 1}")
    found = scores(tmp_path, "E\nvery good\n Bad \n3\nN.A.\n", head + "touchpoints: {a: E}\n")
    assert found[0, "a"]["experience"] == {"counts": {1: 1, 3: 1, 5: 1}}


@pytest.mark.parametrize(
    ("window", "dates", "counts", "last"),
    [
        ("from: 2026-02-01", ["2026-01-31", "2026-02-01", "2026-03-01 10:00:00"], {2: 1, 3: 1}, "2026-03-01"),
        ("until: 2026-02-01", ["2026-01-31", "2026-02-01", ""], {1: 1, 2: 1}, "2026-02-01"),
        ("format: '%d-%m-%Y', from: 2026-02-01", ["31-01-2026", "01-02-2026", "3-2-2026"], {2: 1, 3: 1}, "2026-02-03"),
        ("format: '%d-%m-%Y'", ["31-01-2026", "01-02-2026", ""], {1: 1, 2: 1, 3: 1}, "2026-02-01"),
    ],
)
def test_a_window_of_dates(tmp_path, window, dates, counts, last):
    answers = "E,D\n" + "".join(f"{mark},{day}\n" for mark, day in enumerate(dates, 1))
    found = summed(tmp_path, answers, f"touchpoints: {{a: E}}\ndate: {{column: D, {window}}}\n")
    assert found.scores[0, "a"]["experience"]["counts"] == counts
    assert str(found.last_day) == last


def test_scores_go_into_the_file_and_the_rest_stays(tmp_path):
    text, remarks = written(tmp_path, WIDE, BOTH)
    assert remarks == []
    importance = "importance: [4, {counts: {4: 1, 5: 1}, source: survey}]"
    experience = "experience: {counts: {1: 1, 2: 2, 3: 1, 5: 1}, source: survey}"
    assert text == JOURNEY.replace("importance: 4, gap_sd: 1", f"{importance}, {experience}, gap_sd: 1.4142").replace(
        "journey:\n", "sources:\n  survey: {title: A survey, kind: survey, n: 5, scale: {min: 1, max: 5}}\njourney:\n"
    )
    assert [one for one in diagnose_text(text) if one.severity == "error"] == []


def test_a_gap_of_other_answers_goes_away(tmp_path):
    text, _ = written(tmp_path, WIDE, "touchpoints: {a: E}\n")
    assert "gap_sd" not in text


@pytest.mark.parametrize(
    ("mapping", "values"),
    [
        ("persona: {column: P}\n", ("noor", "Andre")),
        ("persona: {column: P}\n", ("Noor", "André")),
        ("persona: {column: P}\n", ("new clients", "ANDRÉ")),
        ("persona: {column: P, values: {1: noor, two: andre}}\n", ("1", " Two ")),
        ("persona: {column: P, values: {x: new, y: andre}}\n", ("X", "y")),
    ],
)
def test_answers_of_personas_and_segments(tmp_path, mapping, values):
    answers = f"E,P\n5,{values[0]}\n1,{values[1]}\n2,nobody\n"
    text, remarks = written(tmp_path, answers, mapping + "touchpoints: {b: E, c: E}\n")
    assert remarks[0] == "skipped 1 row without a persona of the journey: 'nobody' (1)"
    assert "skipped 1 answer of 'noor' on 'b': this persona does not pass the touchpoint" in remarks
    touchpoints = read(text.encode(), FILE).data["journey"]["stages"][0]["touchpoints"]
    assert [
        {who: one["scores"]["experience"]["counts"] for who, one in touchpoint.get("by_persona", {}).items()}
        for touchpoint in touchpoints
    ] == [{}, {"andre": {1: 1}}, {"noor": {5: 1}, "andre": {1: 1}}]


def test_importance_from_the_overall_mark(tmp_path):
    marks = [(1, 2, 1), (2, 3, 2), (3, 2, 4), (4, 5, 4), (5, 4, 5), (5, 5, 9), (1, 1, "")]
    answers = "A,B,ALL\n" + "".join(f"{a},{b},{whole}\n" for a, b, whole in marks)
    text, _ = written(tmp_path, answers, "touchpoints: {a: A, c: B}\noverall: ALL\nderive: correlation\n")
    both = [(a, whole) for a, _, whole in marks if whole in range(1, 6)]
    r = statistics.correlation(*zip(*both, strict=True))
    assert f"importance: [4, {{mean: {round(r, 4)}, sd: " in text
    assert "n: 5, source: survey-derived, derived: true}" in text
    assert '  survey-derived:\n    title: "Importance derived from: A survey"\n' in text
    assert [one for one in diagnose_text(text) if one.severity == "error"] == []


def test_a_negative_correlation_is_no_importance(tmp_path):
    found = summed(tmp_path, "A,ALL\n1,5\n3,3\n5,1\n", "touchpoints: {a: A}\noverall: ALL\nderive: correlation\n")
    assert "importance" not in found.scores[0, "a"]
    assert found.remarks == ["no importance of 'a': its correlation is negative (-1.00)"]


def test_relative_weights_share_what_questions_explain_together(tmp_path):
    """Of two unrelated questions each gets the size of its correlation; two that are the same divide R²."""
    unrelated = [(a, b, (2 * a + b) / 3) for a in (1, 3, 5) for b in (1, 3, 5)] * 6
    answers = "A,B,ALL\n" + "".join(f"{a},{b},{whole}\n" for a, b, whole in unrelated)
    mapping = "touchpoints: {a: A, c: B}\noverall: ALL\nderive: relative-weights\n"
    found = scores(tmp_path, answers, mapping)
    first, second = (found[0, name]["importance"] for name in "ac")
    assert (first["mean"], second["mean"]) == (round(0.8**0.5, 4), round(0.2**0.5, 4))
    assert (first["n"], first["derived"]) == (54, True)
    assert 0 < first["sd"] < 1
    same = "A,B,ALL\n" + "".join(f"{a},{a},{whole}\n" for a, _, whole in unrelated)
    found = scores(tmp_path, same, mapping)
    assert [found[0, name]["importance"]["mean"] for name in "ac"] == [round(0.4**0.5, 4)] * 2


def test_relative_weights_need_answers_to_the_same_questions(tmp_path):
    answers = "A,B,ALL\n1,,1\n3,,3\n5,,5\n,1,1\n,3,3\n,5,5\n"
    found = summed(tmp_path, answers, "touchpoints: {a: A, c: B}\noverall: ALL\nderive: relative-weights\n")
    assert found.remarks[-1].startswith(
        "no importance derived: 0 of the respondents answered all the questions, 50 are"
    )


CELLS = st.sampled_from(["", "1", "2", "3", "4", "5", " 3 ", "5.0", "9", "n.a.", "N.A. ", "2,0"])


@examples(25)
@given(st.lists(st.tuples(CELLS, CELLS, st.sampled_from("xyz")), min_size=1, max_size=30))
def test_agrees_with_a_plain_computation(tmp_path_factory, rows):
    assume(any(who in "xy" for *_, who in rows))
    out = io.StringIO(newline="")
    csv.writer(out).writerows([("I", "E", "P"), *rows])
    found = scores(
        tmp_path_factory.mktemp("survey"),
        out.getvalue(),
        BOTH + "persona: {column: P}\n",
        groups=Respondents((("x",), ("y",)), {"x": 0, "y": 1}),
    )
    for number, who in enumerate("xy"):
        own = [(_mark(i), _mark(e)) for i, e, p in rows if p == who]
        for kind, side in (("importance", 0), ("experience", 1)):
            marks = Counter(pair[side] for pair in own if pair[side])
            assert found.get((number, "a"), {}).get(kind, {"counts": {}})["counts"] == dict(marks)
        gaps = [i - e for i, e in own if i and e]
        fewer = min(sum(bool(pair[side]) for pair in own) for side in (0, 1))
        same_people = len(gaps) > 1 and len(gaps) >= 0.9 * fewer
        expected = round(statistics.stdev(gaps), 4) if same_people else None
        assert found.get((number, "a"), {}).get("gap_sd") == (
            pytest.approx(expected, abs=1e-4) if expected is not None else None
        )


def _mark(cell):
    text = cell.strip().replace(",", ".")
    return int(float(text)) if text not in {"", "9", "n.a", "n.a.", "N.A."} else None


@pytest.mark.data
@pytest.mark.parametrize("year", [2015, 2016])
def test_the_airports_means_and_top_two_shares(tmp_path, year):
    path = AIRPORT / f"ratings-{year}.csv"
    with path.open(newline="") as file:
        rows = list(csv.DictReader(file))
    columns = [name for name in rows[0] if name]
    touchpoints = "".join(f"  {name.lower()}: {name}\n" for name in columns)
    head = HEAD.replace("[9, n.a.]", "[0, 6]")
    found = scores(tmp_path, path.read_bytes(), f"{head}touchpoints:\n{touchpoints}")
    for name in columns:
        marks = [int(row[name]) for row in rows if row[name] in {"1", "2", "3", "4", "5"}]
        counts = found[0, name.lower()]["experience"]["counts"]
        n = sum(counts.values())
        assert n == len(marks)
        assert sum(mark * count for mark, count in counts.items()) / n == pytest.approx(statistics.fmean(marks))
        assert (counts[4] + counts[5]) / n == pytest.approx(sum(mark >= 4 for mark in marks) / len(marks))
