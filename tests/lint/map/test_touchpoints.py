"""Rules on single touchpoints: scores, owners, handovers, open needs."""

from __future__ import annotations

import pytest

from tests.lint.small import findings, pointers

TWO = "personas: [noor, andre]"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("", {"/0": "importance or experience for 'noor' and 'andre'"}),
        ("scores: {}", {"/0/scores": "importance or experience for 'noor' and 'andre'"}),
        ("scores: {experience: 3}", {"/0/scores": "importance for 'noor' and 'andre'"}),
        ("scores: {importance: 3, desired: 5}", {"/0/scores": "experience for 'noor' and 'andre'"}),
        ("personas: [andre], scores: {importance: 3}", {"/0/scores": "experience for 'andre'"}),
        ("scores: {importance: 3, experience: 4}", {}),
        ("personas: [nobody]", {}),
    ],
    ids=str,
)
def test_unscored_touchpoint(fields, expected):
    assert unscored(fields) == expected


def test_counts_without_an_answer_are_no_score():
    fields = "scores: {importance: 3, experience: {counts: {1: 0, 2: 0}}}"
    assert unscored(fields) == {"/0/scores": "experience for 'noor' and 'andre'"}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            "scores: {importance: 3}, by_persona: {noor: {scores: {experience: 4}}}",
            {"/0/scores": "experience for 'andre'"},
        ),
        ("scores: {importance: 3, experience: 4}, by_persona: {noor: {scores: {desired: 4}}}", {}),
        ("scores: {importance: 3, experience: 4}, by_persona: {noor: {doing: Runs}}", {}),
        (
            "by_persona: {noor: {scores: {importance: 3}}, andre: {scores: {importance: 3, experience: 4}}}",
            {"/0/by_persona/noor/scores": "experience for 'noor'"},
        ),
        (
            "scores: {desired: 4}, by_persona: {noor: {scores: {importance: 3}}}",
            {
                "/0/scores": "importance or experience for 'andre'",
                "/0/by_persona/noor/scores": "experience for 'noor'",
            },
        ),
    ],
    ids=str,
)
def test_unscored_where_personas_differ(fields, expected):
    assert unscored(fields) == expected


@pytest.mark.parametrize(
    "fields",
    [
        "scores: {importance: x, experience: {mean: y}}",
        "scores: {importance: 3, experience: {counts: {x: 2}}}",
        "scores: 5",
        "scores: ",
        "scores: {importance: 3, experience: }",
        "scores: {importance: 3, experience: 4}, by_persona: {noor: {scores: 5}}",
        "by_persona: {noor: 3, andre: {scores: {importance: 3, experience: 99}}}",
    ],
)
def test_a_wrong_score_is_not_called_absent(fields):
    assert unscored(fields) == {}


def unscored(fields: str) -> dict[str, str]:
    """What is missing of the one touchpoint's scores, by place."""
    found = findings("CX302", f"{{id: a, title: A, {fields}}}", journey=TWO)
    return {
        pointer: one.message.removeprefix("touchpoint 'a' has no ")
        for pointer, one in zip(pointers(found), found, strict=True)
    }


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("moment_of_truth: true", ["/0/moment_of_truth"]),
        ("moment_of_truth: true, owner: store", []),
        ("moment_of_truth: true, owner: nobody", []),  # an unknown reference, and no absence
        ("moment_of_truth: true, owner: 5", []),
        ("moment_of_truth: true, owner: ", []),
        ("moment_of_truth: false", []),
        ("moment_of_truth: yes", []),
        ("by_persona: {noor: {moment_of_truth: true}}", ["/0/by_persona/noor/moment_of_truth"]),
        ("moment_of_truth: true, by_persona: {noor: {moment_of_truth: true}}", ["/0/moment_of_truth"]),
    ],
)
def test_ownerless_moment_of_truth(fields, expected):
    found = findings("CX303", f"{{id: a, title: A, {fields}}}")
    assert [f"{one.pointer}" for one in found] == [f"/journey/stages/0/touchpoints{pointer}" for pointer in expected]


@pytest.mark.parametrize(
    ("fields", "speaks"),
    [
        ("channel: web", True),
        ("channel: web, owner: online", False),
        ("channel: web, owner: 5", False),
        ("channel: market", False),  # run by somebody else
        ("channel: nowhere", False),
        ("doing: Thinks", False),
        ("by_persona: {noor: {channel: shop}}", True),
    ],
)
def test_ownerless_touchpoint(fields, speaks):
    assert pointers(findings("CX319", f"{{id: a, title: A, {fields}}}")) == (["/0"] if speaks else [])


def test_a_channel_with_a_wrong_run_by_is_nobodys():
    channels = "channels: {stall: {title: Stall, kind: physical, run_by: 5}}\n"
    assert not findings("CX319", "{id: a, title: A, channel: stall}", more=channels)


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ("channel: web", "channel: shop", "channel (web to shop)"),
        ("owner: online", "owner: store", "owner (online to store)"),
        (
            "channel: web, owner: online",
            "channel: shop, owner: store",
            "channel (web to shop) and owner (online to store)",
        ),
        ("channel: web, owner: online", "channel: web, owner: online", None),
        ("channel: web", "doing: Asks a friend", None),  # meets nobody: there is nothing to hand over to
        ("channel: web", "channel: shop, handover: {note: Fine}", None),
        ("channel: web", "channel: shop, handover: {}", None),
        ("channel: web", "channel: shop, handover: 5", None),
        ("channel: web", "channel: shop, by_persona: {noor: {handover: {note: Fine}}}", None),
        ("channel: web", "channel: shop, by_persona: {noor: {handover: 5}}", None),
        ("channel: web", "channel: web, by_persona: {noor: {channel: phone}}", "channel (web to phone)"),
        ("channel: web", "channel: 5", None),
    ],
)
def test_unrated_handover(before, after, change):
    found = findings("CX308", f"{{id: a, title: A, {before}}}", f"{{id: b, title: B, {after}}}")
    expected = [f"the step from touchpoint 'a' to here changes {change} and has no handover"] if change else []
    assert [one.message for one in found] == expected
    assert pointers(found) == ["/1"] * len(expected)


def test_detours_are_no_neighbours():
    detour = "{id: b, title: B, channel: phone, returns_to: a}"
    ends = "{id: a, title: A, channel: web}", "{id: c, title: C, channel: web}"
    assert not findings("CX308", ends[0], detour, ends[1])


def test_personas_with_the_same_step_share_a_finding():
    web, phone, shop = (
        f"{{id: {name}, title: T, channel: {name}{who}}}"
        for name, who in (("web", ""), ("phone", ", personas: [andre]"), ("shop", ""))
    )
    same = findings("CX308", web, shop, journey=TWO)
    changes = "changes channel (web to shop) for 'noor' and 'andre'"
    assert [one.message for one in same] == [f"the step from touchpoint 'web' to here {changes} and has no handover"]
    different = findings("CX308", web, phone, shop, journey=TWO)
    assert [one.message for one in different] == [
        "the step from touchpoint 'web' to here changes channel (web to phone) for 'andre' and has no handover",
        "the step from touchpoint 'phone' to here changes channel (phone to shop) for 'andre' and has no handover",
        "the step from touchpoint 'web' to here changes channel (web to shop) for 'noor' and has no handover",
    ]


@pytest.mark.parametrize(
    ("fields", "more", "speaks"),
    [
        ("evidence: [{source: interviews, finding: new}]", "", True),
        ("evidence: [{source: interviews, finding: confirms}]", "", False),
        ("evidence: [{source: interviews, finding: new}], opportunities: [Try it]", "", False),
        ("evidence: [{source: interviews, finding: new}], opportunities: []", "", True),
        ("evidence: [{source: interviews, finding: new}], wow: A card", "", False),
        ("evidence: [{source: interviews, finding: new}], by_persona: {noor: {wow: A card}}", "", False),
        ("evidence: [{source: interviews, finding: new}], opportunities: 5", "", False),
        ("evidence: [{source: interviews, finding: new}]", "actions: {x: {title: X, touchpoints: [a]}}", False),
        ("evidence: [{source: interviews, finding: new}]", "actions: {x: {title: X, touchpoints: [j/a]}}", False),
        (
            "evidence: [{source: interviews, finding: new}]",
            "actions: {x: {title: X, touchpoints: ['a#handover']}}",
            False,
        ),
        (
            "evidence: [{source: interviews, finding: new}]",
            "actions: {x: {title: X, touchpoints: [a], status: dropped}}",
            True,
        ),
    ],
)
def test_open_need(fields, more, speaks):
    found = findings("CX320", f"{{id: a, title: A, {fields}}}", more=f"{more}\n")
    assert pointers(found) == (["/0"] if speaks else [])


@pytest.mark.parametrize(
    ("personas", "whom"), [("a, b, c, d", "'a', 'b', 'c' and 'd'"), ("a, b, c, d, e", "'a', 'b', 'c' and 2 more")]
)
def test_four_personas_are_named_at_most(personas, whom):
    found = findings("CX302", "{id: t, title: T, scores: {experience: 5}}", journey=f"personas: [{personas}]")
    assert [one.message for one in found] == [f"touchpoint 't' has no importance for {whom}"]
