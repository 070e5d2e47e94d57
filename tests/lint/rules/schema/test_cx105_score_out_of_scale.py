"""CX105: scores against the scale that applies to each."""

from __future__ import annotations

import pytest

from tests.support import FILE, WITHOUT_ADVICE, assert_marks, diagnose_files, diagnose_text

SOURCES = """\
cxmap: 1
personas: {noor: {name: Noor}, andre: {name: Andre}}
sources:
  five: {title: Survey, kind: survey, scale: {min: 1, max: 5}}
  plain: {title: Talk, kind: interview}
  wrong: {title: Wrong, kind: survey, scale: ⟦CX104 {min: 5, max: 1}⟧}
"""
JOURNEY = """\
journey:
  id: shoes
  title: Shoes
  personas: [noor, andre]
  evidence: [{source: five}, {source: plain}, {source: wrong}]
"""


def touchpoint(fields: str, scale: str = "") -> str:
    stage = "  stages: [{id: s, title: S, touchpoints: [{id: t, title: T, FIELDS}]}]\n"
    return f"{SOURCES}{JOURNEY}{scale}{stage.replace('FIELDS', fields)}"


@pytest.mark.parametrize(
    "fields",
    [
        "scores: {importance: 1, experience: 10, desired: 5.5}",
        "scores: {importance: ⟦CX105 0⟧, experience: ⟦CX105 10.5⟧, desired: ⟦CX105 -3⟧}",
        "scores: {importance: {mean: ⟦CX105 0.9⟧}, experience: {mean: ⟦CX105 11⟧}, desired: {mean: 10}}",
        "scores: {experience: {mean: 5, source: five}}",
        "scores: {experience: {mean: ⟦CX105 5.5⟧, source: five}}",
        "scores: {experience: {mean: ⟦CX105 11⟧, source: plain}}",
        "scores: {experience: {mean: 500, source: wrong}}",
        "scores: {experience: {mean: 500, source: ⟦CX201 another⟧}}",
        "scores: {experience: {mean: 500, source: ⟦CX104 An other⟧}}",
        "scores: {experience: {mean: 500, source: ⟦CX103 5⟧}}",
        "scores: {experience: {counts: {⟦CX105 0⟧: 2, 1: 3, 10: 4, ⟦CX105 11⟧: 0}}}",
        "scores: {experience: {counts: {1: 2, ⟦CX105 6⟧: 1}, source: five}}",
        "scores: {experience: {counts: {1: ⟦CX104 -2⟧, 60: 1}, source: five}}",
        "scores: {experience: {counts: {⟦CX103 'one'⟧: 2, 60: 1}, source: five}}",
        "importance_to_us: ⟦CX105 11⟧",
        "importance_to_us: {mean: ⟦CX105 6⟧, source: five}",
        "handover: {scores: {importance: ⟦CX105 11⟧, experience: ⟦CX105 0⟧, desired: ⟦CX105 12⟧}}",
        "by_persona: {noor: {scores: {importance: ⟦CX105 11⟧}, handover: {scores: {experience: ⟦CX105 0⟧}}}}",
        "scores: {importance: ⟦CX105 11⟧, experience: ⟦CX103 ten⟧}",
        "scores: {importance: ⟦CX104 .inf⟧}",
    ],
)
def test_scores_against_the_scale_that_applies(fields):
    assert_marks(touchpoint(fields))


@pytest.mark.parametrize(
    ("scale", "fields"),
    [
        ("{min: 0, max: 100}", "scores: {importance: 0, experience: 100, desired: ⟦CX105 101⟧}"),
        (
            "{importance: {min: 1, max: 5}, experience: {min: 0, max: 10}}",
            "scores: {importance: ⟦CX105 0⟧, experience: 0, desired: 10}, importance_to_us: ⟦CX105 6⟧",
        ),
        ("{min: -3, max: 3}", "scores: {importance: -3, experience: ⟦CX105 3.1⟧}"),
        ("⟦CX104 {min: 3, max: -3}⟧", "scores: {importance: 50, experience: {mean: ⟦CX105 6⟧, source: five}}"),
        ("⟦CX103 ten⟧", "scores: {importance: 50}"),
        ("{min: 1, max: ⟦CX103 '5'⟧}", "scores: {importance: 50}"),
        ("{⟦CX102 min⟧: 1}", "scores: {importance: 50}"),
    ],
)
def test_the_journeys_scale(scale, fields):
    assert_marks(touchpoint(fields, f"  scale: {scale}\n"))


def test_the_projects_scale():
    assert_marks(
        touchpoint("scores: {importance: 0, experience: ⟦CX105 6⟧}"),
        f"{WITHOUT_ADVICE}scale = {{min = 0, max = 5}}\n",
    )


def test_a_source_in_another_file():
    fields = "scores: {experience: {mean: ⟦CX105 5.5⟧, source: five}}"
    assert_marks({FILE: touchpoint(fields).replace(SOURCES, "cxmap: 1\n"), "sources.cxmap.yaml": SOURCES})


def test_a_source_in_a_file_that_cannot_be_read_has_no_known_scale():
    journey = touchpoint("scores: {experience: {mean: 500, source: five}}").replace(SOURCES, "cxmap: 1\n")
    found = diagnose_files({"cxmap.toml": WITHOUT_ADVICE, FILE: journey, "sources.cxmap.yaml": "cxmap: 1\nx: ]\n"})
    assert [one.code for one in found] == ["CX001"]


@pytest.mark.parametrize(
    ("fields", "scale", "message"),
    [
        ("scores: {experience: 75}", "", "experience 75 is outside 1 to 10, the default scale"),
        (
            "importance_to_us: 0.5",
            "  scale: {min: 1, max: 5}\n",
            "importance_to_us 0.5 is outside 1 to 5, the journey's scale",
        ),
        ("scores: {desired: {mean: 7, source: five}}", "", "desired 7 is outside 1 to 5, the scale of source 'five'"),
    ],
)
def test_the_message_says_which_scale(fields, scale, message):
    text = touchpoint(fields, scale).replace("⟦CX104 ", "").replace("⟧", "")
    found = [one for one in diagnose_text(text, WITHOUT_ADVICE) if one.code == "CX105"]
    assert found[0].message.startswith(message)
    related = [text.splitlines()[one.span.line - 1][one.span.column - 1 : one.span.end_column - 1]
               for one in found[0].related]  # fmt: skip
    assert related == ([] if "default" in message else ["{min: 1, max: 5}"])


@pytest.mark.parametrize(
    ("fields", "pointer"),
    [
        ("scores: {importance: 11}", "/scores/importance"),
        ("scores: {importance: {mean: 11}}", "/scores/importance/mean"),
        ("scores: {importance: {counts: {11: 1}}}", "/scores/importance/counts/11"),
    ],
)
def test_the_pointer_is_that_of_the_mark(fields, pointer):
    text = touchpoint(fields).replace("⟦CX104 ", "").replace("⟧", "")
    found = [one for one in diagnose_text(text, WITHOUT_ADVICE) if one.code == "CX105"]
    assert [one.pointer for one in found] == [f"/journey/stages/0/touchpoints/0{pointer}"]
