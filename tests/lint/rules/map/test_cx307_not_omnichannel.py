"""CX307: a journey of three or more touchpoints whose channels are all digital or all analog."""

from __future__ import annotations

import pytest

from tests.lint.small import findings


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        (["channel: web", "channel: app", ""], "all channels of this journey are digital"),
        (["channel: phone", "channel: shop", "channel: shop"], "all channels of this journey are analog"),
        (["channel: web", "channel: shop", ""], None),
        (["channel: web", "channel: web"], None),  # too short to tell
        (["", "", ""], None),
        (["channel: web", "channel: web", "channel: web, also_through: [phone]"], None),
        (["channel: web", "channel: web", "channel: web, by_persona: {noor: {channel: phone}}"], None),
        (["channel: web", "channel: web", "channel: nowhere"], None),
        (["channel: web", "channel: web", "channel: 5"], None),
        (["channel: web", "channel: web", "channel: web, also_through: 5"], None),
    ],
)
def test_omnichannel(fields, message):
    found = findings("CX307", *(f"{{id: t{n}, title: T, {field}}}" for n, field in enumerate(fields)))
    assert [one.message for one in found] == ([message] if message else [])
