"""What the chart of drivers shows, in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from cxmap.story.story import tell
from tests.analysis.journeys import LIBRARY, load, of_pairs

if TYPE_CHECKING:
    from cxmap.choices import Lang

SOURCES = {**LIBRARY["sources"], "asked": {"title": "Asked", "kind": "survey", "date": "2026-03-31", "n": 300}}
FIRST = {"weight": 0.3, "weight_low": 0.25, "weight_high": 0.35, "driver": True}
SECOND = {"weight": 0.1, "weight_low": 0.05, "weight_high": 0.15, "driver": True}
CLOSE = {**SECOND, "weight_high": 0.26}
NONE = {"weight": 0.01, "weight_low": 0.0, "weight_high": 0.02, "driver": False}


def finding(lang: Lang = "en", **overall: Any) -> str:
    survey = {"date": "2026-03-31", "n": 300, "means": ["a.experience"], "covariance": [[1.0]], "overall": overall}
    kept = {"cxmap-answers": 1, "sources": {"asked": survey}}
    project = load(of_pairs({"a": (9, 6), "b": (8, 7)}), library={**LIBRARY, "sources": SOURCES}, beside=kept)
    return tell(project, lang).finding("drivers", "trip")


@pytest.mark.parametrize(
    ("overall", "said"),
    [
        ({}, ""),
        ({"gone": FIRST}, ""),
        ({"a": NONE, "b": NONE}, "No question goes with the overall mark by more than chance."),
        ({"a": FIRST, "b": NONE}, "Only “A” goes with the overall mark by more than chance."),
        (
            {"b": SECOND, "a": FIRST},
            "Of 2 questions, 2 go with the overall mark by more than chance; “A” weighs most.",
        ),
        (
            {"a": FIRST, "b": CLOSE},
            (
                "Of 2 questions, 2 go with the overall mark by more than chance; "
                "which of “A” and “B” weighs most is not clear."
            ),
        ),
        ({"a": {"driver": True, "weight": "x"}}, "Only “A” goes with the overall mark by more than chance."),
    ],
)
def test_the_finding(overall: Any, said: str) -> None:
    assert finding(**overall) == said


def test_in_dutch() -> None:
    said = "Van 2 vragen hangen er 2 aantoonbaar samen met het totaalcijfer; “A” weegt het zwaarst."
    assert finding("nl", a=FIRST, b=SECOND) == said
