"""CX303: a moment of truth has no owner."""

from __future__ import annotations

import pytest

from tests.lint.small import findings


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
