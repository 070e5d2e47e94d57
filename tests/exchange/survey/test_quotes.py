"""Open answers as evidence: what was said, whose group said it, and nothing that tells who."""

from __future__ import annotations

import pytest

import yaml
from cxmap.exchange.errors import ForeignError
from cxmap.exchange.survey.answers import open_answers
from cxmap.exchange.survey.mapping import MappingFile
from cxmap.exchange.survey.quotes import MOST_SHOWN, quotes
from cxmap.exchange.survey.respondents import respondents
from tests.exchange.survey.support import FILE, HEAD, JOURNEY
from tests.support import brief, diagnose_text, project

pytest.importorskip("duckdb")

ANSWERS = """id,Name,E,P,D,remarks
1,Ann de Vries,3,noor,2026-01-01,Friendly people
2,Bob,4,andre,2026-01-02,"Ask Ann, or mail ann@example.org: 06-12345678"
3,Cy,2,noor,2026-01-03,friendly people
4,Di,1,noor,2026-01-04,Friendly  people
5,Ed,2,stranger,2026-01-05,I am nobody here
6,Fy,2,noor,2026-01-06,n/a
7,Gé,2,noor,2025-01-06,Too early for this
8,Will,5,andre,2026-01-07,"=1+1 will it: [x] {y} # ""q"" — Will"
9,Xi,5,andre,2026-01-08,
"""
MAPPING = HEAD + "touchpoints: {a: E}\nrespondent: id\npersona: {column: P}\ndate: {column: D, from: 2026-01-01}\n"


def drafts(folder, answers=ANSWERS, mapping=MAPPING, column="remarks"):
    (folder / "answers.csv").write_text(answers)
    loaded = project({FILE: JOURNEY})
    ((_, journey),) = loaded.journey_documents()
    file = MappingFile(mapping.encode(), "m.yaml")
    with open_answers(folder / "answers.csv") as opened:
        return quotes(file, opened, respondents(file, loaded, journey), column)


def test_open_answers_of_who_counts_without_names(tmp_path):
    found = drafts(tmp_path)
    assert found.text == (
        "# Open answers of remarks: read each, take out names, and put what you keep at its touchpoint.\n"
        "evidence:\n"
        "  - {source: survey, quote: Friendly people, persona: noor}\n"
        "  - {source: survey, quote: '=1+1 will it: [x] {y} # \"q\" — […]', persona: andre}\n"
        '  - {source: survey, quote: "Ask […], or mail […]: […]", persona: andre}\n'
        "  - {source: survey, quote: friendly people, persona: noor}\n"
    )
    assert found.remarks == (
        "4 answers in words; nothing was written. Read them for names before you use them.",
        "left out as […]: 4 parts (mail, numbers, names)",
    )


def test_they_are_evidence_of_a_journey(tmp_path):
    found = yaml.safe_load(drafts(tmp_path).text)["evidence"]
    journey = yaml.safe_load(JOURNEY)
    journey["sources"] = {"survey": {"title": "A survey", "kind": "survey", "date": "2026-01-08", "n": 9}}
    journey["journey"]["stages"][0]["touchpoints"][2]["evidence"] = found
    problems = brief(diagnose_text(yaml.safe_dump(journey, allow_unicode=True), 'ignore = ["CX3", "CX4"]\n'))
    assert problems == []


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Call +31 (0)6 12 34 56 78 please", "Call […] please"),
        ("See https://example.org/u/ann?x=1 there", "See […] there"),
        ("Thanks @ann_dv on Twitter", "Thanks […] on Twitter"),
        ("Pay NL91ABNA0417164300 back", "Pay […] back"),
        ("At 1234 AB it rains", "At […] it rains"),
        ("Order 2026-0012345 is late", "Order […] is late"),
        ("In 2026 it cost 12,50", "In 2026 it cost 12,50"),
        ("ANN was kind", "[…] was kind"),
        ("Ann's desk", "[…]'s desk"),
    ],
)
def test_what_is_left_out(tmp_path, text, kept):
    answers = f'id,first name,E,remarks\n1,Ann,3,"{text}"\n'
    found = drafts(tmp_path, answers, HEAD + "touchpoints: {a: E}\n")
    assert yaml.safe_load(found.text)["evidence"][0]["quote"] == kept


def test_a_long_table_has_them_by_question(tmp_path):
    answers = "id,question,answer\n1,E,3\n1,why,It was closed\n2,E,4\n"
    mapping = HEAD + "touchpoints: {a: E}\nrespondent: id\nlong: {question: question, answer: answer}\n"
    found = drafts(tmp_path, answers, mapping, "why")
    assert yaml.safe_load(found.text)["evidence"] == [{"source": "survey", "quote": "It was closed"}]
    with pytest.raises(ForeignError, match="no column 'wy'; did you mean 'why'"):
        drafts(tmp_path, answers, mapping, "wy")


@pytest.mark.parametrize(
    ("column", "said"),
    [
        ("Name", "'Name' may say who somebody is, and so is no evidence"),
        ("id", "'id' may say who somebody is, and so is no evidence"),
        ("quite else", "the answers have no column 'quite else'; there are 'id', 'Name', 'E', 'P', 'D' and 1 more"),
        ("remark", "the answers have no column 'remark'; did you mean 'remarks'?"),
    ],
)
def test_columns_that_hold_no_evidence(tmp_path, column, said):
    with pytest.raises(ForeignError) as refused:
        drafts(tmp_path, column=column)
    assert str(refused.value) == said


def test_a_few_of_many_are_shown_and_too_many_refused(tmp_path):
    rows = "".join(f"3,Remark of somebody number {number}\n" for number in range(10_001))
    with pytest.raises(ForeignError, match=r"more than 10,000 different answers; choose some with 'date' or"):
        drafts(tmp_path, "E,remarks\n" + rows, HEAD + "touchpoints: {a: E}\n")
    some = "E,remarks\n" + "".join(rows.splitlines(keepends=True)[:300])
    found = drafts(tmp_path, some, HEAD + "touchpoints: {a: E}\n")
    assert found.remarks[0].startswith("200 answers in words of 300; ")
    assert len(yaml.safe_load(found.text)["evidence"]) == MOST_SHOWN


def test_nothing_said_is_an_empty_list(tmp_path):
    found = drafts(tmp_path, "E,remarks\n3,-\n4,\n", HEAD + "touchpoints: {a: E}\n")
    assert yaml.safe_load(found.text) == {"evidence": []}
