"""A first mapping out of the columns: what is recognised, and that it is a mapping."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxmap.exchange.survey.answers import open_answers
from cxmap.exchange.survey.columns import AnswerColumn, column, run_of_marks
from cxmap.exchange.survey.guess import touchpoints_asked
from cxmap.exchange.survey.mapping import MappingFile
from cxmap.exchange.survey.suggest import suggested_mapping
from tests.exchange.survey.support import JOURNEY
from tests.profiles import examples
from tests.support import project

pytest.importorskip("duckdb")


def suggested(answers, journey=None):
    document = next(iter(project({"journey.cxmap.yaml": journey}).journey_documents()))[0] if journey else None
    with open_answers(io.BytesIO(answers.encode())) as opened:
        return suggested_mapping(opened, "Enquête 2026", document)


def matched(titles, *questions):
    known = dict(title.split("=") for title in titles.split(", "))
    return touchpoints_asked({question: question for question in questions}, known)


@pytest.mark.parametrize(
    ("titles", "questions", "expected"),
    [
        ("hours=Opening hours", ["How satisfied were you with our opening hours?"], ["hours"]),
        ("hours=Opening hours, hours-2=Hours", ["Our opening hours"], ["hours"]),
        ("parking=Parking, shuttle=Shuttle", ["LTPARKING", "PARK"], [None, "parking"]),
        ("signs=Signs inside", ["SIGN"], ["signs"]),
        ("art=Art", ["ART", "START"], ["art", None]),
        ("survey-2025=A, survey-2026=B", ["survey 2026"], ["survey-2026"]),
        ("desk-1=Desk 1, desk-2=Desk 2", ["desk"], [None]),
        ("a=Telefoon, b=Telefonist", ["telefoonn"], ["a"]),
        ("to=To, at=At", ["to at"], [None]),
        ("x=Ünïcode, y=--", ["ÜNÏCODE", "--"], ["x", None]),
    ],
)
def test_a_question_is_about_the_touchpoint_that_it_names_and_no_other(titles, questions, expected):
    found = matched(titles, *questions)
    assert [found.get(question) for question in questions] == expected


def test_a_column_of_segments_is_a_draft_where_nobody_knows_its_words():
    answers = "Customer type,E\nFamily,3\nSingle,4\nFamily,5\n"
    assert "# persona: {column: Customer type, values: {Family: ID, Single: ID}}   # which persona" in suggested(
        answers
    )


DUTCH = (
    "Klantnummer;Datum;Gewicht;Wie;A belang;A tevreden;C;Totaaloordeel;Toelichting\n"
    "k1;31-01-2026;0,8;noor;5;2,0;1;4;goed\n"
    "k2;01-02-2026;1,2;noor;4;n.v.t.;2;3;minder\n"
    "k3;02-02-2026;1;andre;99;4;2;5;\n"
)


def test_a_mapping_of_what_is_recognised():
    assert suggested(DUTCH, JOURNEY) == (
        "# A first mapping, made from the columns: put it right, then\n"
        "# cxmap import survey ANSWERS --mapping FILE --into JOURNEY --dry-run\n"
        "journey: shoes\n"
        "source:\n"
        "  id: enquete-2026\n"
        "  title: Enquête 2026\n"
        "  # date: 2026-03-31\n"
        "answers:\n"
        "  # found: 1 (1), 2 (3), 3 (1), 4 (3), 5 (2), 99 (1)\n"
        "  scale: {min: 1, max: 5}   # are both ends marks, or is one a code?\n"
        "  not_answers: [99, n.v.t.]   # codes that are no mark: not used, refused, no opinion\n"
        "respondent: Klantnummer\n"
        "weight: Gewicht\n"
        'date: {column: Datum, format: "%d-%m-%Y"}   # and from, until\n'
        "persona: {column: Wie}\n"
        "# overall: Totaaloordeel\n"
        "# derive: correlation   # importance, where it was not asked\n"
        "touchpoints:\n"
        "  # of the journey: a, b, c\n"
        "  a: {importance: A belang, experience: A tevreden}\n"
        "  c: {experience: C}\n"
        "# not used: Toelichting\n"
    )


def test_without_a_question_about_importance_it_is_derived():
    assert "overall: ALL\nderive: correlation " in suggested("ROADS,ALL\n1,3\n2,4\n1,4\n")


def test_a_long_table():
    answers = "respondent,question,answer\n" + "".join(
        f"{who},{q},{1 + who}\n" for who in (1, 2) for q in ("easy?", "B")
    )
    text = suggested(answers)
    assert "respondent: respondent\n" in text
    assert "long: {question: question, answer: answer}\n" in text
    assert text.endswith('touchpoints:\n  easy: {experience: "easy?"}\n  b: {experience: B}\n')


def test_a_table_without_questions():
    assert "# ID: COLUMN   (no column holds a few numbers)\n" in suggested("Name\nA\nB\n")


def test_a_sign_in_a_name_alone_separates_nothing():
    assert "  shop-web: {experience: Shop | web}\n" in suggested("Shop | web\n3\n4\n")


@pytest.mark.parametrize(
    ("name", "cells", "role"),
    [
        ("Q1", ["1", "2", "", "n/a", "3"], "question"),
        ("Q1", ["1", "1", "1"], "other"),  # nobody differs: a constant
        ("Q1", ["", ""], "other"),
        ("Respondent", ["17", "18", "19"], "respondent"),
        ("ResponseId", ["R_1", "R_2"], "respondent"),
        ("weight", ["0.5", "1,5"], "weight"),
        ("Weight of the parcel", ["heavy", "light", "light"], "words"),
        ("Day", ["2026-01-31", "2026-02-01 10:00:00"], "date"),
        ("Day", ["31/01/2026", "01/02/2026"], "date"),
        ("Where", ["shop", "web", "web"], "words"),
        ("Remark", ["a bit slow", "all fine"], "other"),
        ("Remark", ["good", "bad"], "question"),
        ("Income", [str(number) for number in range(40)], "other"),
    ],
)
def test_what_columns_seem_to_be(name, cells, role):
    assert column(name, cells).role == role


@pytest.mark.parametrize(
    ("marks", "run"),
    [
        ([1, 2, 3, 3, 5], (1, 5, [])),
        ([1, 5, 3, 3, 9], (1, 5, [9])),
        ([0, 3, 3, 2, 5, 99, -9], (0, 5, [-9, 99])),
        ([], (1, 5, [])),
        ([2.5, 3, 4], (3, 4, [2.5])),
    ],
)
def test_the_scale_is_the_run_around_the_most_frequent_mark(marks, run):
    assert run_of_marks([column("Q", [str(mark) for mark in marks])] if marks else [AnswerColumn("Q", "other")]) == run


@examples(20)
@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=12), min_size=1, max_size=5
    ),
    st.lists(st.sampled_from(["1", "2", "x", "", "2026-01-01", "\x1b[0m", "# [z]: }"]), min_size=1, max_size=6),
)
def test_every_suggestion_is_a_mapping_or_says_what_is_missing(names, cells):
    names = [f"q{name}" for name in names]
    out = io.StringIO(newline="")
    csv.writer(out).writerows([names, *([cell] * len(names) for cell in (*cells, "1", "2"))])
    text = suggested(out.getvalue())
    assert "\x1b" not in text
    if "# ID: COLUMN" not in text:
        MappingFile(text.encode(), "m.yaml")
