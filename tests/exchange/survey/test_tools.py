"""Exports of survey tools: the mapping that is suggested imports as it is, without previews and unfinished answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxmap.exchange.survey.answers import open_answers
from cxmap.exchange.survey.columns import column
from cxmap.exchange.survey.likert import marks_of, whole_scale
from cxmap.exchange.survey.suggest import suggested_mapping
from cxmap.exchange.survey.tools import asked, is_administration, is_personal, recognised
from tests.exchange.survey.support import ONE, problems, scores, summed, written
from tests.support import project

pytest.importorskip("duckdb")

GOLDEN = Path(__file__).parents[1] / "golden" / "survey"
NAMES = ["qualtrics", "typeform", "google-forms", "limesurvey"]
FILE = "journey.cxmap.yaml"
JOURNEY = """cxmap: 1
segments:
  new: {title: New clients}
personas:
  noor: {name: Noor de Wit, segment: new}
journey:
  id: shoes
  title: Shoes
  personas: [noor]
  scale: {min: 1, max: 5}
  stages:
    - id: s
      title: S
      touchpoints:
        - {id: search, title: Search}
        - {id: pay-at-the-till, title: Pay}
"""


def suggested(path):
    loaded = project({FILE: JOURNEY})
    ((document, _),) = loaded.journey_documents()
    with open_answers(path) as opened:
        return suggested_mapping(opened, path.stem, document, loaded)


@pytest.mark.parametrize("name", NAMES)
def test_the_mapping_that_is_suggested(name):
    assert suggested(GOLDEN / f"{name}.csv") == (GOLDEN / f"{name}.mapping.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_it_imports_as_it_is(name, tmp_path):
    answers = (GOLDEN / f"{name}.csv").read_text(encoding="utf-8")
    text, remarks = written(tmp_path, answers, suggested(GOLDEN / f"{name}.csv"), JOURNEY)
    assert text == (GOLDEN / f"{name}.cxmap.yaml").read_text(encoding="utf-8")
    skipped = {"qualtrics": "skipped 2 rows: not what 'only' asks for ('Status', 'Finished')"}
    skipped |= dict.fromkeys(["typeform", "limesurvey"], "skipped 1 row: not what 'only' asks for (")
    assert [remark.startswith(skipped[name]) for remark in remarks if "only" in remark] == [True] * (name in skipped)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_says_who_somebody_is(name):
    mapping = suggested(GOLDEN / f"{name}.csv")
    assert "example.org" not in mapping
    assert "192.0.2" not in mapping


def test_only_what_is_finished_counts(tmp_path):
    answers = "id,E,Done,Kind\n1,5,True,a\n2,4,TRUE,a\n3,3,False,a\n4,2,true,b\n5,1,,a\n"
    only = ONE + "answers: {scale: {min: 1, max: 5}, only: {Done: [true, 1], Kind: [A]}}\n"
    source = "source: {id: survey, title: A survey}\n"
    result = summed(tmp_path, answers, source + only)
    assert result.respondents == 2
    assert result.scores[0, "a"]["experience"]["counts"] == {4: 1, 5: 1}
    assert list(result.remarks) == ["skipped 3 rows: not what 'only' asks for ('Done', 'Kind')"]


def test_an_empty_list_is_whatever_is_not_empty(tmp_path):
    answers = "E,Sent\n5,2026-03-01\n4,\n3,  \n"
    mapping = "source: {id: s, title: S}\nanswers: {scale: {min: 1, max: 5}, only: {Sent: []}}\n" + ONE
    assert scores(tmp_path, answers, mapping)[0, "a"]["experience"]["counts"] == {5: 1}


def test_only_names_columns_that_there_are_and_leaves_something(tmp_path):
    start = "source: {id: s, title: S}\nanswers: {scale: {min: 1, max: 5}, only: "
    assert problems(tmp_path, "E,Done\n5,1\n", f"{start}{{Dome: [1]}}}}\n{ONE}") == [
        "m.yaml:2:49: the answers have no column 'Dome'; did you mean 'Done'?"
    ]
    assert problems(tmp_path, "E,Done\n5,1\n", f"{start}{{Done: [0]}}}}\n{ONE}") == [
        "m.yaml:2:36: none of 1 row holds what 'only' asks for"
    ]


@pytest.mark.parametrize(
    ("words", "marks"),
    [
        (["Tevreden", "zeer ontevreden", "N.v.t."], {"Tevreden": 4, "zeer ontevreden": 1}),
        (["Strongly agree", "Neither agree nor disagree"], {"Strongly agree": 5, "Neither agree nor disagree": 3}),
        (["A1", "A4"], {"A1": 1, "A4": 4}),
        (["A1", "B4"], None),
        (["A1", "A9"], None),
        (["noor", "andre"], None),
        (["Satisfied"], None),
        (["Satisfied", "perhaps"], None),
    ],
)
def test_words_that_stand_for_marks(words, marks):
    assert marks_of(words) == marks


def test_codes_have_a_whole_scale():
    assert whole_scale({"A2": 2, "A4": 4}) == {"A1": 1, "A2": 2, "A3": 3, "A4": 4, "A5": 5}
    assert whole_scale({"Good": 4}) == {"Good": 4}


@pytest.mark.parametrize(
    ("name", "text", "whole", "about"),
    [
        ("Q1_1", "How satisfied are you with the following? - Search", None, "Search"),
        ("How satisfied were you with: Pay", "", None, "Pay"),
        ("How important is it? [Pay]", "", None, "Pay"),
        ("G01Q01[SQ002]. Pay", "", "Pay", "Pay"),
        ("Pay", "", None, "Pay"),
    ],
)
def test_what_a_column_asks(name, text, whole, about):
    assert asked(name, text) == (whole or text or name, about)


@pytest.mark.parametrize(
    "name",
    ["Progress", "Duration (in seconds)", "LocationLatitude", "seed. Seed", "lastpage", "Network ID", "RecipientEmail",
     "E-mailadres", "IPAddress", "Q_RelevantIDScore", "Tijdstempel"],
)  # fmt: skip
def test_administration_is_no_question(name):
    assert is_administration(name)
    assert column(name, ["1", "2", "3", "1"]).role != "question"


@pytest.mark.parametrize("name", ["Search", "Score", "Importance of the status page", "End of the visit"])
def test_a_question_is_no_administration(name):
    assert not is_administration(name)


@pytest.mark.parametrize("name", ["Your e-mail address", "IPAddress", "Naam", "RecipientFirstName", "Telefoon"])
def test_what_may_say_who_somebody_is(name):
    assert is_personal(name)


def test_another_table_is_no_tools(tmp_path):
    assert recognised(["id", "E"], [["1", "5"], ["2", "4"]]) is None


def test_a_persona_column_may_hold_names_and_segments(tmp_path):
    path = tmp_path / "answers.csv"
    path.write_text("Group,Search\nNew clients,5\nNew clients,4\nOthers,3\n")
    assert "persona: {column: Group}\n" in suggested(path)
