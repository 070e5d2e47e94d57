"""CX319: a touchpoint on the organisation's own channel has no owner."""

from __future__ import annotations

import pytest

from tests.lint.small import findings, pointers


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
