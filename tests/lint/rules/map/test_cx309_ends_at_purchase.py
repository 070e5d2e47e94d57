"""CX309: phases are given, and none of them comes after purchase."""

from __future__ import annotations

import pytest

from tests.lint.small import findings

PLAIN = "{id: a, title: A}"


@pytest.mark.parametrize(
    ("stage", "last"),
    [
        ("phase: attention", "attention"),
        ("phase: purchase", "purchase"),
        ("phase: delivery", None),
        ("phase: leaving", None),
        ("", None),  # no phases are given
        ("phase: buying", None),
    ],
)
def test_ends_at_purchase(stage, last):
    found = findings("CX309", PLAIN, stage=stage)
    expected = [f"no phase of this journey comes after the purchase; the last is '{last}'"] if last else []
    assert [one.message for one in found] == expected
