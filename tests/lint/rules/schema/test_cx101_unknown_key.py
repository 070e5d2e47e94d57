"""CX101: a key that the format does not have."""

from __future__ import annotations

import pytest

from tests.lint.rules.schema.schema import TOUCHPOINT, fixed, only
from tests.support import assert_marks


@pytest.mark.parametrize(
    "text",
    [
        "stakeholders: {store: {title: Store, kind: team, ⟦CX101 desc⟧: x}}",
        "stakeholders:\n  store:\n    title: Store\n    kind: team\n    ⟦CX101 'desc'⟧: x",
        "⟦CX101 stakeholder⟧: {}",
        "stakeholders: {store: {x-mine: 1, title: Store, kind: team}}\nx-ours: {anything: [goes]}",
        "stakeholders: {x-mine: {⟦CX102 title⟧: Store}}",
        "segments: {a: {title: A, ⟦CX101 x_mine⟧: 1}}",
    ],
    ids=["in flow", "a quoted key", "a section", "keys of one's own", "an id is no key of one's own", "nearly one"],
)
def test_places(text):
    assert_marks(f"cxmap: 1\n{text}\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("  store: {titel: A, kind: team}", "  store: {title: A, kind: team}"),
        ("  store: {'titel' : A, kind: team}  # why", "  store: {title : A, kind: team}  # why"),
        ("  store:\n    desc: >-  # folded\n      a\n    title: A\n    kind: team",
         "  store:\n    description: >-  # folded\n      a\n    title: A\n    kind: team"),
        ("  store: {? titel : A, kind: team}", "  store: {? title : A, kind: team}"),
        ("  a: {title: A, kind: team, descr: a, desc: b}", "  a: {title: A, kind: team, description: a, desc: b}"),
        ("  a: {title: A, kind: team, description: a, desc: b}", None),
    ],
    ids=["flow", "quoted", "block", "explicit", "only one of two", "not where it is given"],
)  # fmt: skip
def test_fixes(before, after):
    assert fixed(f"cxmap: 1\nstakeholders:\n{before}\n") == f"cxmap: 1\nstakeholders:\n{after or before}\n"


@pytest.mark.parametrize(
    ("line", "suggestion", "fixed"),
    [
        ("desc: x", "description", True),
        ("Description: x", "description", True),
        ("discription: x", "description", True),
        ("sentiment: glad", "feeling", True),
        ("emotion: glad", "feeling", True),
        ("pain_points: [x]", "negatives", True),
        ("pain points: [x]", "negatives", True),
        ("thoughts: [x]", "thinking", True),
        ("action: x", "doing", True),
        ("moment-of-truth: true", "moment_of_truth", True),
        ("“doing”: x", "doing", True),
        ("remark: x", None, False),
    ],
)
def test_unknown_keys_of_a_touchpoint(line, suggestion, fixed):
    one = only(f"{TOUCHPOINT}          {line}\n")
    assert (one.code, one.suggestion, one.fix is not None) == ("CX101", suggestion, fixed)
    assert suggestion or (one.help or "").startswith("known keys here: also_through, ")


@pytest.mark.parametrize("key", ["importance", "experience", "desired", "emotion", "sentiment", "rating"])
def test_a_mark_beside_scores_belongs_in_it(key):
    one = only(f"{TOUCHPOINT}          {key}: 7\n")
    meant = key if key in {"importance", "desired"} else "experience"
    assert one.help == f"marks belong in 'scores': write scores: {{{meant}: …}}"
    both = only(f"{TOUCHPOINT}          {key}: 7\n          scores: {{{meant}: 7}}\n")
    assert both.help == f"'{meant}' is given in 'scores' already; remove one"


@pytest.mark.parametrize(
    ("quote", "code", "message"),
    [
        ("Well, no", "CX101", "unknown key 'no'"),
        ("“Well, no”", "CX101", "unknown key 'no”'"),
    ],
)
def test_a_comma_in_a_text_without_quotes(quote, code, message):
    evidence = f"          evidence: [{{source: talk, quote: {quote}}}]\n"
    one = only(f"{TOUCHPOINT}{evidence}sources: {{talk: {{title: Talk, kind: interview}}}}\n")
    assert (one.code, one.message) == (code, message)
    assert one.help == "inside { } a comma starts a new key; put text with a comma in straight quotes"


@pytest.mark.parametrize(
    ("text", "code", "message", "suggestion"),
    [
        ("stakeholders: {a: {title: A, type: team}}", "CX101", "unknown key 'type'", "kind"),
        ("stakeholders: {a: {name: A, kind: team}}", "CX101", "unknown key 'name'", "title"),
        ("journeys: {}", "CX101", "unknown key 'journeys'", "journey"),
    ],
)
def test_files(text, code, message, suggestion):
    one = only(f"cxmap: 1\n{text}\n")
    assert (one.code, one.message, one.suggestion) == (code, message, suggestion)
