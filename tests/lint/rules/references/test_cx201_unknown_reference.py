"""CX201: an id that no file of the project defines."""

from __future__ import annotations

import pytest

from cxmap.lint.fix import apply_fixes
from tests.lint.rules.references.library import LIBRARY, USES, journey
from tests.support import WITHOUT_ADVICE, assert_marks, brief, diagnose_files, diagnose_text


@pytest.mark.parametrize(
    "text",
    [
        "personas: {⟦CX203 p⟧: {name: P, segment: ⟦CX201 nobody⟧}}",
        "personas: {⟦CX203 p⟧: {name: P, evidence: [{source: ⟦CX201 nobody⟧, persona: ⟦CX201 x⟧}]}}",
        "stakeholders: {a: {title: A, kind: team, relations: [{to: ⟦CX201 nobody⟧}, {to: store}]}}",
        "channels: {⟦CX203 c⟧: {title: C, kind: human, run_by: ⟦CX201 web⟧}}",
        "metrics: {⟦CX203 m⟧: {title: M, better: higher, owner: ⟦CX201 nobody⟧}}",
        "actions: {x: {title: X, touchpoints: [all/a], owner: ⟦CX201 nobody⟧, parties: [store, ⟦CX201 none⟧]}}",
        "actions: {x: {title: X, touchpoints: [all/a], metrics: [⟦CX201 none⟧], depends_on: [⟦CX201 none⟧]}}",
        "actions: {x: {title: X, touchpoints: [all/a], steps: [{title: S, owner: ⟦CX201 none⟧}]}}",
    ],
)
def test_references_of_a_library(text):
    assert_marks({"a.cxmap.yaml": LIBRARY + USES, "b.cxmap.yaml": f"cxmap: 1\n{text}\n"})


@pytest.mark.parametrize(
    "head",
    [
        "  owner: ⟦CX201 nobody⟧\n",
        "  redesigns: ⟦CX201 nothing⟧\n",
        "  redesigns: all\n",
        "  scores_source: ⟦CX201 nothing⟧\n",
        "  evidence: [{source: ⟦CX201 nothing⟧}]\n",
    ],
)
def test_references_of_a_journey(head):
    assert_marks(journey(head))


@pytest.mark.parametrize(
    "fields",
    [
        "channel: ⟦CX201 nothing⟧, also_through: [web, ⟦CX201 none⟧]",
        "owner: ⟦CX201 nobody⟧, supported_by: [store, ⟦CX201 none⟧], metrics: [⟦CX201 none⟧]",
        "returns_to: a",
        "returns_to: ⟦CX201 elsewhere⟧",
        "handover: {from: ⟦CX201 elsewhere⟧}",
        "handover: {from: a}",
        "scores: {source: ⟦CX201 none⟧, experience: {mean: 5, source: ⟦CX201 none⟧}}",
        "importance_to_us: {counts: {5: 1}, source: ⟦CX201 none⟧}",
        "by_persona: {noor: {channel: ⟦CX201 none⟧, scores: {desired: {mean: 5, source: ⟦CX201 none⟧}}}}",
        "channel: ⟦CX104 The web⟧, owner: ⟦CX103 5⟧, by_persona: {⟦CX104 Noor⟧: {}}, personas: [⟦CX104 Noor de Wit⟧]",
        "replaces: [a, ⟦CX201 never⟧]",
    ],
)
def test_references_of_a_touchpoint(fields):
    assert_marks(journey("", "{id: a, title: A}", f"{{id: b, title: B, {fields}}}"))


def test_a_persona_that_nobody_defines_is_reported_wherever_the_journey_lets_it_come():
    files = journey("", "{id: a, title: A, personas: [⟦CX201 nobody⟧], by_persona: {⟦CX201 nobody⟧: {}}}")
    files["b.cxmap.yaml"] = files["b.cxmap.yaml"].replace("[noor]\n", "[noor, ⟦CX201 nobody⟧]\n", 1)
    assert_marks(files)


def test_a_misspelt_persona_of_the_journey_is_reported_once():
    files = journey("", "{id: a, title: A, by_persona: {noor: {}}}", "{id: b, title: B, personas: [noor]}")
    files["b.cxmap.yaml"] = files["b.cxmap.yaml"].replace("[noor]\n", "[⟦CX201 norr⟧]\n", 1)
    assert_marks(files)


def test_what_replaces_what():
    for redesigns, replaces in [
        ("all", "[a, ⟦CX201 b⟧]"),
        ("mine", "[a, b]"),
        ("⟦CX201 nothing⟧", "[a, b, c]"),
        ("⟦CX104 No thing⟧", "[a, b, c]"),
    ]:
        assert_marks(
            journey(f"  redesigns: {redesigns}\n", "{id: a, title: A}", f"{{id: b, title: B, replaces: {replaces}}}")
        )


@pytest.mark.parametrize(
    "target",
    [
        "a",
        "a#handover",
        "mine/a",
        "all/a#handover",
        "⟦CX201 c⟧",
        "⟦CX201 c#handover⟧",
        "⟦CX201 all/b⟧",
        "⟦CX201 other/a⟧",
        "⟦CX104 mine/a/b⟧",
        "⟦CX104 'mine/a#there'⟧",
        "⟦CX104 Mine/a⟧",
        "⟦CX103 5⟧",
    ],
)
def test_what_an_action_is_for(target):
    action = f"actions: {{x: {{title: X, touchpoints: [mine/b, {target}]}}}}\n"
    assert_marks(journey(file_end=action))


def test_a_touchpoint_alone_needs_a_journey_in_its_file():
    files = journey()
    files["c.cxmap.yaml"] = (
        "cxmap: 1\nactions: {x: {title: X, touchpoints: [⟦CX201 b⟧, mine/b, ⟦CX201 a⟧, ⟦CX201 z⟧]}}\n"
    )
    assert_marks(files)
    files["c.cxmap.yaml"] = files["c.cxmap.yaml"].replace("⟦CX201 ", "").replace("⟧", "")
    suggested = [one.suggestion for one in diagnose_files({"cxmap.toml": WITHOUT_ADVICE, **files})]
    assert suggested == ["mine/b", None, None]  # a is in both journeys, z in none


def test_a_definition_with_errors_still_defines_its_id():
    assert_marks("""\
cxmap: 1
stakeholders:
  store: {title: Store, kind: ⟦CX104 shop⟧, relations: [{to: brand}, {to: fair-trade}]}
  brand: ⟦CX103 5⟧
  ⟦CX104 Fair_Trade⟧: {title: Fair, kind: partner, relations: [{to: ⟦CX201 x⟧}]}
  ⟦CX104 Fair Trade⟧: {title: Fair, kind: partner}
""")


def test_only_the_files_asked_about_are_reported_on():
    files = {"cxmap.toml": WITHOUT_ADVICE, **journey("  owner: nobody\n")}
    assert brief(diagnose_files(files, ask=["b.cxmap.yaml"])) == ["b.cxmap.yaml:6:10-16 CX201"]
    assert diagnose_files(files, ask=["a.cxmap.yaml"]) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{to: logistic}", "{to: logistics}"),
        ("{to: 'logistic'}", "{to: logistics}"),
        ("{to: Logistics}", "{to: Logistics}"),
        ("{to: xyz}", "{to: xyz}"),
        ("{to: team-2027}", "{to: team-2027}"),
        ("{to: '202'}", "{to: '202'}"),
        ("{to: team2026}", "{to: team-2026}"),
    ],
    ids=["near", "quoted", "no id", "far", "another number", "a number", "but for a hyphen"],
)
def test_fixes(before, after):
    text = """\
cxmap: 1
stakeholders:
  store: {title: Store, kind: team, relations: [HERE]}  # as it is
  logistics: {title: Logistics, kind: team}
  team-2026: {title: Team, kind: team}
"""
    found = diagnose_text(text.replace("HERE", before), WITHOUT_ADVICE)
    fixed, _ = apply_fixes(text.replace("HERE", before), [one.fix for one in found if one.fix])
    assert fixed == text.replace("HERE", after)


@pytest.mark.parametrize(
    ("reference", "message", "help_"),
    [
        ("xyz", "no stakeholder is called 'xyz'", "define it under 'stakeholders', or name one of: store, web-team"),
        ("shop", "no stakeholder is called 'shop'", "'shop' is a channel"),
    ],
)
def test_help(reference, message, help_):
    text = f"""\
cxmap: 1
stakeholders: {{store: {{title: S, kind: team, relations: [{{to: {reference}}}]}}, web-team: {{title: W, kind: team}}}}
channels: {{shop: {{title: Shop, kind: physical}}}}
"""
    found = [one for one in diagnose_text(text, WITHOUT_ADVICE) if one.code == "CX201"]
    assert [(one.message, one.help) for one in found] == [(message, help_)]


def test_there_is_nothing_to_choose_from():
    found = diagnose_text("cxmap: 1\nactions: {x: {title: X, touchpoints: [nowhere/a]}}\n", WITHOUT_ADVICE)
    assert [(one.message, one.help) for one in found] == [("no journey is called 'nowhere'", "there is none")]
