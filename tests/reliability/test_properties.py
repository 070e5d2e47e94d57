"""Any bytes, any layout, any small damage to a sound file: the promises are kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.profiles import examples
from tests.reliability.promises import check_fix, findings
from tests.reliability.surfaces import SURFACES, seeds
from tests.yaml.documents import damaged_documents

EXAMPLES = [path.read_text() for path in sorted((Path(__file__).parents[2] / "examples").rglob("*.cxmap.yaml"))]
SEEDS = seeds()
PUT_IN = st.sampled_from(
    ["", *"\t\n\r:-#{}[]'\"&*!|>%@`,?~ 9x", "\x1b", "\x00", "\u2028", "\ufeff", "<<: ", "\r\n", "---\n"]
)
same_every_time = settings(examples(60), derandomize=True, database=None)


@st.composite
def damaged_examples(draw):
    """A shipped example after up to three small changes."""
    text = draw(st.sampled_from(EXAMPLES))
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text) - 1))
        text = text[:start] + draw(PUT_IN) + text[start + draw(st.integers(0, 3)) :]
    return text


@same_every_time
@given(st.binary(max_size=300))
@example(b"\xef\xbb\xbf")
def test_any_bytes(data):
    findings(data)
    findings(b"cxmap: 1\n" + data)


@same_every_time
@given(damaged_documents())
def test_any_layout(text):
    findings(f"cxmap: 1\n{text}".encode())


@same_every_time
@given(damaged_examples())
def test_any_small_damage(text):
    data = text.encode()
    findings(data)
    check_fix(data)


@st.composite
def damaged_seeds(draw):
    """A surface, and a sound content for it after up to three small changes."""
    surface = draw(st.sampled_from(list(SURFACES)))
    data = draw(st.sampled_from(SEEDS[surface][:8]))
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(data)))
        put_in = draw(st.one_of(PUT_IN.map(str.encode), st.binary(max_size=4)))
        data = data[:start] + put_in + data[start + draw(st.integers(0, 3)) :]
    return surface, data


@settings(same_every_time, max_examples=examples(300).max_examples)
@given(damaged_seeds())
def test_any_damage_wherever_bytes_come_in(case):
    surface, data = case
    SURFACES[surface](data)


@pytest.mark.parametrize("surface", SURFACES)
def test_what_is_sound_goes_through_every_surface(surface):
    for data in SEEDS[surface][:8]:
        SURFACES[surface](data)
