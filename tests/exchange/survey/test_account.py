"""Answers that do not fit their mapping: counted and shown, and nothing is computed."""

from __future__ import annotations

import pytest

from cxmap.exchange.survey import duckdb_survey
from cxmap.exchange.survey.respondents import Respondents
from tests.exchange.survey.support import HEAD, ONE, all_start_with, problems, scores, summed

pytest.importorskip("duckdb")

LONG = "respondent: id\nlong: {question: q, answer: v}\n"


@pytest.mark.parametrize(
    ("answers", "mapping", "expected"),
    [
        ("E\n3\n", "touchpoints: {a: Exp}\n", ["m.yaml:3:18: the answers have no column 'Exp'; there are 'E'"]),
        (
            "a;b\n3;4\n",
            "touchpoints: {a: Exp}\n",
            ["m.yaml:3:18: the answers have no column 'Exp'; there are 'a', 'b'"],
        ),
        (
            "satisfaction,id\n3,1\n",
            "touchpoints:\n  a: {experience: satisfacton}\nrespondent: Id\n",
            [
                "m.yaml:5:13: the answers have no column 'Id'; did you mean 'id'?",
                "m.yaml:4:19: the answers have no column 'satisfacton'; did you mean 'satisfaction'?",
            ],
        ),
        ("E,E\n3,3\n", ONE, ["m.yaml:3:18: the answers have 2 columns 'E'; rename all but one of them"]),
        (
            "E\n3\n7\n7\n0\n",
            ONE,
            ["m.yaml:3:18: 'E': answers outside 1 to 5: '7' (2), '0' (1); name them in not_answers, or write 'out"],
        ),
        (
            "E\n" + "".join(f"{n}\n" for n in range(20)),
            ONE,
            ["m.yaml:3:18: 'E': answers outside 1 to 5: '0' (1), '10'"],
        ),
        (
            "E\n3\nn/a\nrefused\nn/a\n",
            ONE,
            ["m.yaml:3:18: 'E': answers that are no marks: 'n/a' (2), 'refused' (1); name them in not_answers or"],
        ),
        ("E\n" + "x" * 50 + "\n", ONE, [f"m.yaml:3:18: 'E': answers that are no marks: '{'x' * 40}…' (1)"]),
        (
            "id,E\n1,3\n2,4\n1,5\n2,2\n3,3\n1,1\n",
            ONE + "respondent: id\n",
            ["m.yaml:4:13: respondents who are there more than once: '1' (3), '2' (2); each answers once"],
        ),
        ("id,E\n,3\n2,4\n", ONE + "respondent: id\n", ["m.yaml:4:13: 1 row without a respondent"]),
        (
            "id,q,v\n1,E,3\n1,E,4\n1,E,\n2,E,3\n",
            ONE + LONG,
            ["m.yaml:5:18: 2 answers to a question that the respondent had answered already"],
        ),
        (
            "id,q,v,p\n1,E,3,x\n1,F,4,y\n",
            ONE + LONG + "persona: {column: p}\n",
            ["m.yaml:4:13: 1 respondent with several personas or weights"],
        ),
        (
            "id,q,v,w\n1,E,3,1\n1,F,4,2\n",
            ONE + LONG + "weight: w\n",
            ["m.yaml:4:13: 1 respondent with several personas or weights"],
        ),
        (
            "id,q,v\n1,Ease,3\n",
            "touchpoints: {a: Easy}\n" + LONG,
            ["m.yaml:3:18: nobody answered a question 'Easy'; did you mean 'Ease'?"],
        ),
        (
            "E,W\n3,1\n4,-1\n5,x\n",
            ONE + "weight: W\n",
            ["m.yaml:4:9: 2 weights other than a number of 0 or more, such as '-1'"],
        ),
        (
            "E,W\n3,1\n4,\n",
            ONE + "weight: W\n",
            ["m.yaml:4:9: 1 weight other than a number of 0 or more, such as an em"],
        ),
        ("E,W\n3,nan\n4,inf\n", ONE + "weight: W\n", ["m.yaml:4:9: 2 weights other than a number of 0 or more"]),
        (
            "E,D\n3,31-3-2026\n",
            ONE + "date: {column: D}\n",
            ["m.yaml:4:16: 1 date that cannot be read, such as '31-3-2026'; say with 'format' how they are written"],
        ),
        (
            "E,D\n3,2026-03-31\n",
            ONE + "date: {column: D, from: 2026-05-01}\n",
            ["m.yaml:4:7: no answer is inside the window of dates"],
        ),
        (
            "E,P\n3,a\n3,a\n3,\n",
            ONE + "persona: {column: P}\n",
            ["m.yaml:4:19: the answers are of nobody in the journey: 'a' (2), '' (1); known are 'x', 'y'"],
        ),
        ("E\n2.5\n", ONE + "figures: counts\n", ["m.yaml:4:10: 'E' has marks that are no whole numbers"]),
        ("E\n", ONE, ["there are no answers below the names of the columns; are they elsewhere?"]),
        (
            "E\n" + "".join(f"text {number}\n" for number in range(10_002)),
            ONE,
            ["'E': more than 10,000 different answers; are these marks?"],
        ),
    ],
)
def test_answers_that_make_no_sense(tmp_path, answers, mapping, expected):
    found = problems(tmp_path, answers, mapping, groups=Respondents((("x",), ("y",)), {"x": 0, "y": 1}))
    assert all_start_with(found, expected), found


@pytest.mark.parametrize("sorted_up_to", [0, 5_000_000])
@pytest.mark.parametrize(("ids", "too_many"), [("1,2,3", 0), ("1,2,1", 1), (" 1,1,1", 2), ("01,1,2", 0)])
def test_who_is_there_twice_is_counted_however_many_there_are(tmp_path, monkeypatch, sorted_up_to, ids, too_many):
    monkeypatch.setattr(duckdb_survey, "_MOST_SORTED", sorted_up_to)
    answers, mapping = "id,E\n" + "".join(f"{name},3\n" for name in ids.split(",")), ONE + "respondent: id\n"
    if too_many:
        (found,) = problems(tmp_path, answers, mapping)
        assert f"more than once: '1' ({too_many + 1})" in found
    else:
        assert summed(tmp_path, answers, mapping).respondents == 3


def test_what_does_not_count_may_be_wrong(tmp_path):
    """Of rows outside the window, and of others, nothing is asked."""
    answers = "id,E,D,W,P\n1,3,2026-03-31,1,x\n1,4,2025-03-31,-1,x\n1,4,2026-03-31,,z\n,9,2025-01-01,,\n2,,,,\n"
    mapping = ONE + "respondent: id\nweight: W\ndate: {column: D, from: 2026-01-01}\npersona: {column: P}\n"
    found = summed(tmp_path, answers, mapping, groups=Respondents((("x",),), {"x": 0}))
    assert found.scores == {(0, "a"): {"experience": {"mean": 3, "n": 1, "answers": 1}}}
    assert found.remarks == [
        "skipped 3 rows: outside the window of dates",
        "skipped 1 row without a persona of the journey: 'z' (1)",
    ]


def test_answers_outside_the_scale_are_left_out_where_the_mapping_says_so(tmp_path):
    head = HEAD.replace("not_answers: [9, n.a.]", "outside: leave-out")
    found = summed(tmp_path, "E\n3\n7\n", head + ONE)
    assert found.scores == {(0, "a"): {"experience": {"counts": {3: 1}}}}
    assert found.remarks == ["'E': answers outside 1 to 5: '7' (1); skipped"]


def test_a_question_that_nobody_answered_gives_no_score(tmp_path):
    found = summed(tmp_path, "E,F\n3,\n4,9\n", "touchpoints: {a: E, b: F}\n")
    assert list(found.scores) == [(0, "a")]
    assert found.remarks == ["'F': no answers, so no experience of 'b'"]


def test_a_remark_names_the_persona(tmp_path):
    groups = Respondents((("noor",), ("andre", "sam")), {"n": 0, "o": 1})
    found = summed(tmp_path, "E,P\n3,n\n,o\n", ONE + "persona: {column: P}\n", groups=groups)
    assert found.remarks == ["andre, sam: 'E': no answers, so no experience of 'a'"]


def test_weights_of_zero_count_for_nothing(tmp_path):
    assert scores(tmp_path, "E,W\n3,0\n4,0\n", ONE + "weight: W\n") == {}
