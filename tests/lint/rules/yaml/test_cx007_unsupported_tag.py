"""CX007: a tag outside the core schema of YAML, or a merge key."""

from __future__ import annotations

import pytest

from tests.support import assert_marks


@pytest.mark.parametrize(
    "text",
    [
        "segments: {a: {title: ⟦CX007 !secret⟧ A}}\n",
        "segments: {a: {title: ⟦CX007 !!int⟧ A}}\n",
        "segments: {a: &a {title: A}, b: {⟦CX007 <<⟧: *a}}\n",
    ],
)
def test_places(text):
    assert_marks(f"cxmap: 1\n{text}")
