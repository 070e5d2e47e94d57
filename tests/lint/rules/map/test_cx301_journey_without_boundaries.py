"""CX301: a journey does not say where it starts or where it ends."""

from __future__ import annotations

import pytest

from tests.lint.small import findings

PLAIN = "{id: a, title: A}"


@pytest.mark.parametrize(
    ("journey", "message"),
    [
        ("", "the journey does not say where it starts and ends"),
        ("starts_with: Here", "the journey does not say where it ends"),
        ("ends_with: There", "the journey does not say where it starts"),
        ("starts_with: Here\nends_with: There", None),
        ("starts_with: Here\nends_with: ' '", "the journey does not say where it ends"),
        ("starts_with: Here\nends_with: 5", None),
        ("starts_with: Here\nends_with:", None),
    ],
)
def test_boundaries(journey, message):
    found = findings("CX301", PLAIN, journey=journey)
    assert [(one.pointer, one.message) for one in found] == ([("/journey", message)] if message else [])
