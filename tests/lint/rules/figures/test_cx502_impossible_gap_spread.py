"""CX502: gap_sd is smaller than the difference of the two sds, or larger than their sum."""

from __future__ import annotations

import pytest

from tests.lint.rules.figures.scores import about

BOTH = "importance: {mean: 8, sd: 2.0, n: 40, source: s}, experience: {mean: 7, sd: 1.5, n: 40, source: s}"


@pytest.mark.parametrize(
    ("scores", "found"),
    [
        (f"{BOTH}, gap_sd: 0.4", False),  # 2.05 - 1.45 - 0.05 with the rounding
        (f"{BOTH}, gap_sd: 0.3", True),
        (f"{BOTH}, gap_sd: 3.6", False),
        (f"{BOTH}, gap_sd: 3.7", True),
        (f"{BOTH}, gap_sd: 20".replace("n: 40", "n: 41", 1), False),  # not the same people
        (f"{BOTH}, gap_sd: 20".replace("source: s", "source: t", 1), False),
        (f"{BOTH}, gap_sd: 20".replace("n: 40", "n: 40, date: 2026-03-31", 1), True),  # the day of the source
        (f"{BOTH}, gap_sd: 20".replace("n: 40", "n: 40, date: 2026-03-30", 1), False),
        (f"{BOTH}, gap_sd: 20".replace("n: 40", "n: 40, answers: 50", 1), False),
        (f"{BOTH}, gap_sd: 20".replace("n: 40", "n: 40, derived: true", 1), False),
        (f"{BOTH}, gap_sd: 20".replace("sd: 2.0, ", "", 1), False),
        ("importance: {counts: {5: 2, 7: 2}, source: s}, experience: {counts: {5: 4}, source: s}, gap_sd: 9", True),
    ],
)
def test_a_spread_of_differences_that_cannot_be(scores, found):
    assert [place for place, _ in about("CX502", scores)] == (["/0/scores/gap_sd"] if found else [])


def test_a_personas_own_spread_of_differences_beside_an_inherited_score():
    touchpoint = ", by_persona: {noor: {scores: {experience: {mean: 7, sd: 1, n: 40, source: s}, gap_sd: 9}}}"
    found = about("CX502", "importance: {mean: 8, sd: 2, n: 40, source: s}", touchpoint=touchpoint)
    assert [place for place, _ in found] == ["/0/by_persona/noor/scores/gap_sd"]
