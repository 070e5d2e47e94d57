"""Waves: their order (CX506), and which rules look at every one of them and which at the last."""

from __future__ import annotations

import pytest

from cxmap.lint.refusal import refusals
from tests.lint.small import findings, pointers
from tests.support import project

SOURCES = """\
sources:
  s: {title: S, kind: survey, date: 2026-03-31, n: 100, scale: {min: 0, max: 10, step: 1}}
  t: {title: T, kind: survey, date: 2026-09-30, n: 100, scale: {min: 0, max: 10}}
  old: {title: Old, kind: survey, date: 2020-01-31, n: 100, scale: {min: 0, max: 10}}
  running: {title: Running, kind: survey}
  staff: {title: Staff, kind: employees}
"""


def about(code: str, scores: str, *, touchpoint: str = "", more: str = SOURCES, journey: str = "") -> list[str]:
    """Places below the touchpoint of what one rule finds in its scores."""
    fields = f"scores: {{{scores}}}{', ' if touchpoint else ''}{touchpoint}"
    given = f"{{id: a, title: A, {fields}}}"
    found = findings(code, given, more=more, journey=journey, config="max-age-days = 365\n")
    return [place.removeprefix("/0") for place in pointers(found)]


@pytest.mark.parametrize(
    ("waves", "places"),
    [
        ("[5, {mean: 6, source: s}, {mean: 7, source: t}]", []),
        ("[5, 6, {mark: 7, source: wall}, {mean: 6, source: s}]", []),  # several without a date
        ("[{mean: 7, source: t}, {mean: 6, source: s}]", ["/1"]),
        ("[{mean: 6, source: s}, 5]", ["/1"]),  # the plain mark has no date
        ("[{mean: 6, source: s}, {mean: 7, source: t}, {mean: 6, source: old}, {mean: 6, source: s}]", ["/2", "/3"]),
        ("[{mean: 6, source: s}, {counts: {6: 9}, source: s}]", ["/1"]),
        ("[{mean: 6, source: s}, {mean: 6, source: s, date: 2026-06-30}]", []),
        ("[{mean: 6, source: s}, {mean: 6, source: running, date: 2026-03-31}]", []),  # one day, two sources
        ("[{mean: 6, source: s}, {mean: 6, source: running, date: 2026-03-30}]", ["/1"]),
        ("[{mean: 6, source: running}, {mean: 6, source: running}]", []),  # no date tells them apart: no error
        ("[{mean: 6, date: 2026-03-31}, {mean: 7, date: 2026-03-31}]", ["/1"]),
        ("[{mark: 6, source: s}, {mark: 6, date: 2026-03-31, source: s}]", ["/1"]),
        ("[{mean: 6, source: t}, {mean: 6, source: nobody}]", []),  # CX201
        ("[{mean: 6, source: t}, {mean: x, source: s}]", []),  # CX103
        ("[{mean: 6, source: t}]", []),
    ],
)
def test_the_order_of_waves(waves: str, places: list[str]) -> None:
    for part in ("importance", "experience"):
        assert about("CX506", f"{part}: {waves}") == [f"/scores/{part}{place}" for place in places]


def test_a_source_that_runs_on_has_the_n_of_its_own_date() -> None:
    waves = "[{counts: {6: 101}, source: s, date: 2026-01-31}, {mean: 6, n: 101, source: s}]"
    assert about("CX503", f"experience: {waves}") == ["/scores/experience/1/n"]


def test_the_date_of_a_plain_mark_is_that_of_its_source() -> None:
    waves = "[{mean: 6, source: s}, 5]"
    assert about("CX506", f"experience: {waves}, source: t") == []
    assert about("CX506", f"experience: {waves}, source: old") == ["/scores/experience/1"]
    assert about("CX506", f"experience: {waves}", journey="scores_source: t") == []
    assert about("CX506", f"experience: {waves}", journey="scores_source: 5") == []  # nobody knows
    assert about("CX506", f"experience: {waves}", journey="scores_source: old") == ["/scores/experience/1"]


def test_waves_of_handovers_and_of_personas() -> None:
    wrong = "[{mean: 7, source: t}, {mean: 6, source: s}]"
    touchpoint = (
        f"handover: {{scores: {{importance: {wrong}}}}}, by_persona: {{noor: {{scores: {{experience: {wrong}}}, "
        f"handover: {{scores: {{experience: {wrong}}}}}}}}}"
    )
    assert about("CX506", "experience: 5", touchpoint=touchpoint) == [
        "/handover/scores/importance/1",
        "/by_persona/noor/scores/experience/1",
        "/by_persona/noor/handover/scores/experience/1",
    ]


def test_what_is_said_of_waves_out_of_order() -> None:
    (found,) = findings("CX506", "{id: a, title: A, scores: {experience: [{mean: 7, source: t}, 6]}}", more=SOURCES)
    assert found.message == "a wave without a date is listed after that of 2026-09-30"
    (found,) = findings(
        "CX506", "{id: a, title: A, scores: {experience: [{mean: 7, source: t}, {mean: 6, source: t}]}}", more=SOURCES
    )
    assert found.message.startswith("a second wave of source 't' on 2026-09-30")
    assert len(found.related) == 1


def test_waves_out_of_order_refuse_the_journey() -> None:
    text = """\
cxmap: 1
personas: {noor: {name: Noor}}
journey:
  id: j
  title: J
  personas: [noor]
  stages:
    - id: s
      title: S
      touchpoints:
        - {id: a, title: A, scores: {importance: 5, experience: [{mean: 5, date: 2026-02-01}, 6]}}
"""
    (errors,) = refusals(project({"j.cxmap.yaml": text})).values()
    assert [error.code for error in errors] == ["CX506"]


@pytest.mark.parametrize(
    ("code", "wave", "place"),
    [
        ("CX105", "{mean: 11, source: s}", "/mean"),
        ("CX105", "{mark: 11, source: wall}", "/mark"),
        ("CX105", "{counts: {11: 9}, source: s}", "/counts/11"),
        ("CX105", "11", ""),
        ("CX201", "{mean: 6, source: nobody}", "/source"),
        ("CX201", "{mark: 6, source: nobody}", "/source"),
        ("CX312", "{mean: 6, n: 3, source: s}", "/n"),
        ("CX312", "{counts: {6: 3}, source: s}", "/counts"),
        ("CX501", "{mean: 9.9, sd: 5, n: 40, source: s}", "/sd"),
        ("CX503", "{mean: 6, n: 101, source: s}", "/n"),
        ("CX504", "{mean: 8.45, n: 12, source: s}", "/mean"),
    ],
)
def test_rules_that_look_at_every_wave(code: str, wave: str, place: str) -> None:
    after = "{mean: 6, n: 40, sd: 1, source: t}"
    assert about(code, f"experience: [{wave}, {after}]") == [f"/scores/experience/0{place}"]
    assert about(code, f"experience: [5, {wave}]") == [f"/scores/experience/1{place}"]
    assert about(code, f"experience: [5, {after}]") == []


def test_a_source_of_an_earlier_wave_is_used() -> None:
    unused = "sources: {old: {title: Old, kind: survey, date: 2020-01-31}}\n"
    used = "experience: [{mean: 6, source: old}, {mean: 6, source: survey}]"
    assert "/sources/old" not in about("CX203", used, more=unused)
    assert "/sources/old" in about("CX203", "experience: [5, {mean: 6, source: survey}]", more=unused)


def test_the_spread_of_differences_is_that_of_the_last_waves() -> None:
    last = "{mean: 6, sd: 1, n: 40, source: s}"
    assert about("CX502", f"importance: [5, {last}], experience: [3, {last}], gap_sd: 9") == ["/scores/gap_sd"]
    assert about("CX502", f"importance: [{last}, 5], experience: [{last}, 3], gap_sd: 9") == []


@pytest.mark.parametrize(
    ("code", "earlier", "last", "place"),
    [
        ("CX302", "[5, {counts: {5: 0}}]", "[{counts: {5: 0}}, 5]", "/id"),
        ("CX304", "[{mean: 5, n: 9, source: s}, 6]", "[6, {mean: 5, n: 9, source: s}]", "/id"),
        ("CX305", "[6, {mean: 5, n: 9, source: s}]", "[{mean: 5, n: 9, source: s}, 6]", "/id"),
        ("CX315", "[5, {mean: 6, source: old}]", "[{mean: 6, source: old}, {mean: 6, source: s}]", "/source"),
    ],
)
def test_rules_that_look_at_the_last_wave(code: str, earlier: str, last: str, place: str) -> None:
    """Each list holds the same two waves; only that in which the telling one counts is reported."""
    found = about(code, f"importance: 5, experience: {earlier}")
    assert len(found) == 1, place
    assert about(code, f"importance: 5, experience: {last}") == []


def test_employees_who_spoke_once_speak_no_more() -> None:
    once = "importance: 5, experience: [{mean: 6, source: staff}, {mean: 6, source: s}]"
    now = "importance: 5, experience: [{mean: 6, source: s}, {mean: 6, source: staff, date: 2026-06-30}]"
    assert len(about("CX306", once)) == 1
    assert about("CX306", now) == []


def test_a_gap_is_that_of_the_last_wave() -> None:
    assert len(about("CX401", "importance: 9, experience: [9, 3]")) == 1
    assert about("CX401", "importance: 9, experience: [3, 9]") == []
    assert about("CX401", "importance: 9, experience: [x, 9]") == []
    assert len(about("CX401", "importance: 9, experience: [x, 3]")) == 1  # an earlier wave hides nothing
