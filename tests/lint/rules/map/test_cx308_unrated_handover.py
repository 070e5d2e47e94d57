"""CX308: a persona changes channel or owner between two touchpoints, and the later one has no handover."""

from __future__ import annotations

import pytest

from tests.lint.small import findings, pointers

TWO = "personas: [noor, andre]"


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
