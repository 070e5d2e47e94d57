"""Waves in what is exported: tables carry the last, or a row each; JSON the lists as they are."""

from __future__ import annotations

import json

import pytest

from cxmap.exchange.json_out import project_json
from cxmap.exchange.mermaid.from_journey import diagram
from cxmap.exchange.sheet.cells import read_sheet
from cxmap.exchange.sheet.table_out import csv_table, workbook
from cxmap.exchange.sheet.touchpoints import rows
from cxmap.exchange.sheet.waves import WAVE_COLUMNS, wave_rows
from tests.cli.command import cxmap
from tests.support import project

TEXT = """\
cxmap: 1
personas: {noor: {name: Noor, portrait: noor.png}, andre: {name: André}}
sources:
  wall: {title: Wall, kind: workshop}
  spring: {title: Spring, kind: survey, date: 2026-03-31, scale: {min: 1, max: 5}}
journey:
  id: shoes
  title: Shoes
  personas: [noor, andre]
  scores_source: wall
  stages:
    - id: s
      title: S
      touchpoints:
        - id: a
          title: "=A"
          image: images/a.png
          image_alt: Somebody looks
          handover: {scores: {experience: [3, 4]}}
          scores: {importance: 8, experience: [6, {mark: 7, date: 2026-01-31}, {mean: 3, sd: 1, n: 9, source: spring}]}
          by_persona:
            andre: {scores: {experience: [4, 5]}}
actions:
  x: {title: X, touchpoints: [a], expects: {a: 1.5, "a#handover": {noor: 1}}}
"""


@pytest.fixture(scope="module")
def loaded():
    return project({"journeys/a.cxmap.yaml": TEXT, "cxmap.toml": ""})


def test_a_table_carries_the_last_wave(loaded):
    ((document, journey),) = loaded.journey_documents()
    found = [*rows(loaded, document, journey)]
    assert [(row.persona, row.importance, row.experience, row.measured) for row in found] == [
        ("", 8, 5.5, ("experience",)),
        ("andre", None, 5, ()),
    ]


def test_mermaid_carries_the_last_wave(loaded):
    ((document, journey),) = loaded.journey_documents()
    assert "A: 5.5" in diagram(loaded, document, journey, "noor").text
    assert "A: 5:" in diagram(loaded, document, journey, "andre").text


def test_a_row_for_each_wave(loaded):
    ((document, journey),) = loaded.journey_documents()
    found = [*wave_rows(loaded, document, journey)]
    assert csv_table(found, WAVE_COLUMNS) == (
        "journey,stage,touchpoint,persona,title,of,score,wave,source,date,value,n,sd\r\n"
        "shoes,S,a,,'=A,touchpoint,importance,1,wall,,8,,\r\n"
        "shoes,S,a,,'=A,touchpoint,experience,1,wall,,6,,\r\n"
        "shoes,S,a,,'=A,touchpoint,experience,2,wall,2026-01-31,7,,\r\n"
        "shoes,S,a,,'=A,touchpoint,experience,3,spring,2026-03-31,5.5,9,2.25\r\n"
        "shoes,S,a,,'=A,handover,experience,1,wall,,3,,\r\n"
        "shoes,S,a,,'=A,handover,experience,2,wall,,4,,\r\n"
        "shoes,S,a,andre,'=A,touchpoint,experience,1,wall,,4,,\r\n"
        "shoes,S,a,andre,'=A,touchpoint,experience,2,wall,,5,,\r\n"
    )
    sheet = read_sheet(workbook(found, WAVE_COLUMNS), ".xlsx")
    assert sheet.header == list(WAVE_COLUMNS)
    assert sheet.rows[3][1][6:] == ["experience", "3", "spring", "2026-03-31", "5.5", "9", "2.25"]


def test_json_carries_lists_as_they_are_and_names_in_full(loaded):
    made = json.loads(project_json(loaded))
    touchpoint = made["journeys"]["shoes"]["stages"][0]["touchpoints"][0]
    assert touchpoint["scores"]["experience"] == [
        6,
        {"mark": 7, "date": "2026-01-31"},
        {"mean": 3, "sd": 1, "n": 9, "source": "spring"},
    ]
    assert touchpoint["image"] == "journeys/images/a.png"
    assert made["personas"]["noor"]["portrait"] == "journeys/noor.png"
    assert made["actions"]["x"]["expects"] == {"shoes/a": 1.5, "shoes/a#handover": {"noor": 1}}


def test_on_the_command_line(tmp_path):
    (tmp_path / "a.cxmap.yaml").write_text(TEXT)
    told = cxmap("export", "csv", "--waves", cwd=tmp_path)
    assert (told.status, told.out.count("\n")) == (0, 9)
    assert cxmap("export", "xlsx", "--waves", "-o", "h.xlsx", cwd=tmp_path).status == 0
    assert read_sheet((tmp_path / "h.xlsx").read_bytes(), ".xlsx").header == list(WAVE_COLUMNS)


def test_fmt_keeps_every_wave_and_its_comment(tmp_path):
    lists = "experience: [6,   {mark: 7, date: 2026-01-31}"
    text = TEXT.replace("{importance: 8, experience: [", "\n            importance: 8\n            experience: [")
    text = text.replace("spring}]}\n", "spring}]   # the survey\n").replace("experience: [6, {", "experience: [6,   {")
    assert lists in text
    (tmp_path / "a.cxmap.yaml").write_text(text)
    before = json.loads(cxmap("export", "json", cwd=tmp_path).out)
    assert cxmap("fmt", cwd=tmp_path).status == 0
    after = (tmp_path / "a.cxmap.yaml").read_text()
    assert after != text
    assert "# the survey" in after
    assert json.loads(cxmap("export", "json", cwd=tmp_path).out) == before
