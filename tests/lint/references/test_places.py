"""CX2: every kind of reference, at its exact place."""

from __future__ import annotations

import pytest

from cxmap.lint.fix import apply_fixes
from tests.support import FILE, WITHOUT_ADVICE, assert_marks, brief, diagnose_files, diagnose_text

LIBRARY = """\
cxmap: 1
segments: {beginners: {title: Beginners}}
personas:
  noor: {name: Noor, segment: beginners}
  andre: {name: Andre}
stakeholders: {store: {title: Store, kind: team}, brand: {title: Brand, kind: supplier}}
channels: {web: {title: Web, kind: digital}, shop: {title: Shop, kind: physical, run_by: brand}}
sources: {survey: {title: Survey, kind: survey}, talk: {title: Talk, kind: interview}}
metrics: {nps: {title: NPS, better: higher}}
"""
USES = """\
journey:
  id: all
  title: Everything
  personas: [noor, andre]
  stages:
    - id: s
      title: S
      touchpoints:
        - id: a
          title: A
          channel: web
          also_through: [shop]
          metrics: [nps]
          evidence: [{source: survey}, {source: talk}]
"""  # refers to everything, so that nothing is unused


def journey(head: str = "", *touchpoints: str, file_end: str = "") -> dict[str, str]:
    """A project whose second file holds a journey ``mine`` with the given fields and touchpoints."""
    lines = "".join(f"        - {one}\n" for one in touchpoints or ["{id: a, title: A}", "{id: b, title: B}"])
    text = f"""cxmap: 1
journey:
  id: mine
  title: Mine
  personas: [noor]
{head}  stages:
    - id: s
      title: S
      touchpoints:
{lines}{file_end}"""
    return {"a.cxmap.yaml": LIBRARY + USES, "b.cxmap.yaml": text}


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
        "actions: {x: {title: X, touchpoints: [all/a], expects: {all/a: 1, 'all/a#handover': {noor: 1, andre: 2}}}}",
        "actions: {x: {title: X, touchpoints: [all/a], expects: {⟦CX201 all/nothing⟧: 1}}}",
        "actions: {x: {title: X, touchpoints: [all/a], expects: {⟦CX201 all/b⟧: 1}}}",
        "actions: {x: {title: X, touchpoints: [all/a], expects: {all/a: {⟦CX205 nobody⟧: 1, noor: 1}}}}",
        "actions: {x: {title: X, touchpoints: [⟦CX201 all/c⟧], expects: {all/a: 1}}}",
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
        "  variant_of: all\n",
        "  variant_of: ⟦CX201 nothing⟧\n",
        "  reviews: [{date: 2026-06-15, with: [store, ⟦CX201 nobody⟧]}]\n",
        "  scores_source: ⟦CX201 nothing⟧\n",
        "  evidence: [{source: ⟦CX201 nothing⟧}]\n",
        "  evidence: [{source: talk, persona: noor}, {source: talk, persona: ⟦CX205 andre⟧}]\n",
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
        "by_persona: {⟦CX205 andre⟧: {feeling: fine}, ⟦CX205 nobody⟧: {channel: ⟦CX201 none⟧}}",
        "personas: [noor, ⟦CX205 andre⟧, ⟦CX205 nobody⟧]",
        "evidence: [{source: talk, persona: ⟦CX205 andre⟧}, {source: talk, persona: ⟦CX205 nobody⟧}]",
        "channel: ⟦CX104 The web⟧, owner: ⟦CX103 5⟧, by_persona: {⟦CX104 Noor⟧: {}}, personas: [⟦CX104 Noor de Wit⟧]",
        "replaces: [a, ⟦CX201 never⟧]",
        "influences: [{to: a}, {to: ⟦CX201 elsewhere⟧}]",
        "scores: {importance: [5, {mark: 5, source: ⟦CX201 none⟧}], experience: [{mean: 5, source: ⟦CX201 none⟧}, 5]}",
        "handover: {scores: {experience: [{counts: {5: 9}, source: ⟦CX201 none⟧}, 5]}}",
        "by_persona: {noor: {scores: {experience: [{mark: 5, source: ⟦CX201 none⟧}, 5]}}}",
    ],
)
def test_references_of_a_touchpoint(fields):
    assert_marks(journey("", "{id: a, title: A}", f"{{id: b, title: B, {fields}}}"))


def test_who_comes_to_a_touchpoint():
    by_persona = "{id: a, title: A, personas: [noor], by_persona: {noor: {}, ⟦CX205 andre⟧: {}}}"
    evidence = "{id: b, title: B, personas: [noor], evidence: [{source: talk, persona: ⟦CX205 andre⟧}]}"
    files = journey("", by_persona, evidence)
    files["b.cxmap.yaml"] = files["b.cxmap.yaml"].replace("personas: [noor]\n", "personas: [noor, andre]\n", 1)
    assert_marks(files)


def test_a_persona_that_nobody_defines_is_reported_wherever_the_journey_lets_it_come():
    files = journey("", "{id: a, title: A, personas: [⟦CX201 nobody⟧], by_persona: {⟦CX201 nobody⟧: {}}}")
    files["b.cxmap.yaml"] = files["b.cxmap.yaml"].replace("[noor]\n", "[noor, ⟦CX201 nobody⟧]\n", 1)
    assert_marks(files)


def test_a_misspelt_persona_of_the_journey_is_reported_once():
    files = journey("", "{id: a, title: A, by_persona: {noor: {}}}", "{id: b, title: B, personas: [noor]}")
    files["b.cxmap.yaml"] = files["b.cxmap.yaml"].replace("[noor]\n", "[⟦CX201 norr⟧]\n", 1)
    assert_marks(files)


@pytest.mark.parametrize("personas", ["⟦CX103 noor⟧", "⟦CX104 []⟧", "[⟦CX103 5⟧]"])
def test_a_journey_that_does_not_say_who_makes_it_names_no_outsider(personas):
    files = journey("", "{id: a, title: A, by_persona: {andre: {}, ⟦CX201 nobody⟧: {}}}")
    files["b.cxmap.yaml"] = files["b.cxmap.yaml"].replace("[noor]\n", f"{personas}\n", 1)
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


class TestDuplicates:
    def test_in_a_section_across_files(self):
        assert_marks(
            {
                "a.cxmap.yaml": "cxmap: 1\nsegments: {x: {title: X}}\nstakeholders: {x: {title: X, kind: team}}\n",
                "b/c.cxmap.yaml": "cxmap: 1\nsegments: {⟦CX202 x⟧: {title: X}, y: {title: Y}}\n",
                "b/d.cxmap.yaml": "cxmap: 1\nsegments: {⟦CX202 x⟧: {title: X}, ⟦CX202 y⟧: {title: Y}}\n",
            }
        )

    def test_journeys_stages_and_touchpoints(self):
        files = journey(
            "", "{id: a, title: A}", "{id: ⟦CX202 a⟧, title: B}", "{id: ⟦CX202 a⟧, title: C}", "{id: s, title: S}"
        )
        files["b.cxmap.yaml"] += (
            "    - {id: ⟦CX202 s⟧, title: S, touchpoints: [{id: ⟦CX202 a⟧, title: A}, {id: b, title: B}]}\n"
        )
        files["b.cxmap.yaml"] = files["b.cxmap.yaml"].replace("id: mine", "id: ⟦CX202 all⟧")
        assert_marks(files)

    def test_both_places_are_shown(self):
        a, b = (f"cxmap: 1\nsegments:\n  x: {{title: {name}}}\n" for name in "AB")
        found = diagnose_files({"cxmap.toml": WITHOUT_ADVICE, "a.cxmap.yaml": a, "b.cxmap.yaml": b})
        assert brief(found) == ["b.cxmap.yaml:3:3-4 CX202"]
        related = found[0].related[0]
        assert (related.path, related.span.line, related.span.column, related.message) == (
            "a.cxmap.yaml",
            3,
            3,
            "first defined here",
        )


class TestUnused:
    def test_in_any_file(self):
        assert_marks(
            {"a.cxmap.yaml": LIBRARY.replace("talk:", "⟦CX203 spare⟧:") + USES.replace(", {source: talk}", "")}
        )

    def test_a_misspelt_reference_counts_as_a_use(self):
        assert_marks({"a.cxmap.yaml": LIBRARY + USES.replace("source: talk", "source: ⟦CX201 talks⟧")})

    @pytest.mark.parametrize(
        "fields",
        ["⟦CX101 chanel⟧: fax", "channel: ⟦CX104 Fax⟧", "also_through: ⟦CX103 fax⟧", "channel: ⟦CX103 [fax]⟧"],
    )
    def test_what_is_named_where_the_format_is_broken_counts_as_used(self, fields):
        files = journey("", f"{{id: a, title: A, {fields}}}", file_end="channels: {fax: {title: Fax, kind: digital}}\n")
        assert_marks(files)

    def test_what_names_itself_is_not_in_use_for_that(self):
        assert_marks("cxmap: 1\npersonas: {⟦CX203 p⟧: {name: P, evidence: [{source: s, persona: p}]}}\n"
                     "sources: {s: {title: S, kind: survey}}\n")  # fmt: skip

    def test_segments_and_stakeholders_may_stand_alone(self):
        assert_marks("cxmap: 1\nsegments: {a: {title: A}}\nstakeholders: {b: {title: B, kind: team}}\n")


class TestCircles:
    @pytest.mark.parametrize(
        "waits",
        [
            {"a": "[⟦CX204 a⟧]"},
            {"a": "[⟦CX204 b⟧]", "b": "[⟦CX204 a⟧]", "c": "[a]", "d": "[⟦CX204 d⟧]"},
            {"a": "[⟦CX204 b⟧]", "b": "[⟦CX204 a⟧]"},
            {"a": "[⟦CX204 b⟧]", "b": "[⟦CX204 c⟧, d]", "c": "[⟦CX204 a⟧]", "d": "[]", "e": "[a]"},
            {"a": "[b, c]", "b": "[c]", "c": "[]"},
            {"a": "[⟦CX204 b⟧, c]", "b": "[⟦CX204 a⟧]", "c": "[⟦CX204 d⟧]", "d": "[⟦CX204 c⟧]"},
        ],
        ids=["itself", "two and one apart", "two", "three, and others beside them", "none", "two circles and a bridge"],
    )
    def test_actions_that_wait_for_each_other(self, waits):
        actions = "".join(f"  {name}: {{title: X, touchpoints: [a], depends_on: {on}}}\n" for name, on in waits.items())
        assert_marks(journey(file_end=f"actions:\n{actions}"))

    def test_the_message_shows_the_circle(self):
        steps = [("a", "b"), ("b", "c"), ("c", "a")]
        actions = "".join(f"  {a}: {{title: X, touchpoints: [a], depends_on: [{b}]}}\n" for a, b in steps)
        found = diagnose_files({"cxmap.toml": WITHOUT_ADVICE, **journey(file_end=f"actions:\n{actions}")})
        assert [one.message.partition(": ")[2] for one in found] == ["a → b → c → a", "b → c → a → b", "c → a → b → c"]

    @pytest.mark.parametrize(
        ("length", "shown"), [(12, " → ".join(f"a{n}" for n in [*range(12), 0])), (13, "a0 → a1 → … → a0")]
    )
    def test_a_long_circle_is_not_shown_whole(self, length, shown):
        waits = {f"a{n}": f"a{(n + 1) % length}" for n in range(length)}
        actions = "".join(f"  {one}: {{title: X, touchpoints: [a], depends_on: [{on}]}}\n" for one, on in waits.items())
        found = diagnose_files({"cxmap.toml": WITHOUT_ADVICE, **journey(file_end=f"actions:\n{actions}")})
        assert len(found) == length
        assert found[0].message == f"actions wait for each other: {shown}"

    def test_journeys_that_detail_each_other(self):
        stage = "{id: s, title: S, detailed_in: ⟦CX204 NEXT⟧, touchpoints: [{id: t, title: T}]}"
        text = "cxmap: 1\njourney: {id: NAME, title: J, personas: [noor], stages: [STAGE]}\n"
        files = {
            f"{name}.cxmap.yaml": text.replace("STAGE", stage).replace("NAME", name).replace("NEXT", following)
            for name, following in [("x", "y"), ("y", "x")]
        }
        assert_marks({"a.cxmap.yaml": LIBRARY + USES, **files})


class TestFilesThatCannotBeRead:
    BROKEN = "cxmap: 1\nchannels: [\n"

    def found(self, text: str) -> list[str]:
        files = {"cxmap.toml": WITHOUT_ADVICE, FILE: text, "other.cxmap.yaml": self.BROKEN}
        return [one.code for one in diagnose_files(files, ask=[FILE])]

    def test_what_they_could_have_defined_is_not_reported(self):
        assert self.found("cxmap: 1\nstakeholders: {a: {title: A, kind: team, relations: [{to: nobody}]}}\n") == []
        assert self.found("cxmap: 1\nchannels: {c: {title: C, kind: human}}\n") == []

    def test_what_they_could_not_have_defined_is(self):
        text = "cxmap: 1\njourney: {id: j, title: J, personas: [noor], stages: [{id: s, title: S, touchpoints: [T]}]}\n"
        assert self.found(text.replace("T]", "{id: t, title: T, returns_to: nowhere}]")) == ["CX201"]
        assert self.found(text.replace("T]", "{id: t, title: T, by_persona: {andre: {}}}]")) == ["CX205"]

    def test_a_file_with_a_key_twice_can_be_read(self):
        files = {
            "cxmap.toml": WITHOUT_ADVICE,
            FILE: "cxmap: 1\nstakeholders: {a: {title: A, kind: team, relations: [{to: nobody}]}}\n",
            "other.cxmap.yaml": "cxmap: 1\nsegments: {a: {title: A, title: B}}\n",
        }
        assert [one.code for one in diagnose_files(files)] == ["CX201", "CX002"]


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
