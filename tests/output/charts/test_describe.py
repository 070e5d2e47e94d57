"""The description for whoever cannot see the chart, in both languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cxmap.i18n.charts import ChartWords
from cxmap.output.charts.render import scene
from cxmap.output.charts.views import EmotionView, JourneyPoint, PersonaLine, Scale, Score, Stage, Touchpoint
from cxmap.output.drawing.options import ChartOptions

VIEW = EmotionView(
    title="A first pair",
    state="current",
    scale=Scale(-2, 2),
    importance_scale=Scale(1, 10),
    stages=(
        Stage("One", (Touchpoint("Searches"), Touchpoint("Asks"))),
        Stage("Two", (Touchpoint("Buys"), Touchpoint("Returns"))),
    ),
    lines=(
        PersonaLine(
            "Noor", (JourneyPoint(Score(1.6)), JourneyPoint(), JourneyPoint(Score(1.6)), JourneyPoint(Score(-1.4)))
        ),
    ),
)


def test_english() -> None:
    assert scene(VIEW).alt == (
        "Emotional journey of Noor: A first pair, current experience. "
        "4 touchpoints in 2 stages, on a scale from −2 (very poor) to 2 (very good). "
        "Highest: Searches and Buys (1.6). Lowest: Returns (−1.4). Without a score: Asks. "
        "No score is marked as an assumption."
    )


def test_dutch() -> None:
    assert scene(VIEW, ChartOptions(lang="nl")).alt == (
        "Emotionele klantreis van Noor: A first pair, huidige beleving. "
        "4 contactmomenten in 2 fasen, op een schaal van −2 (zeer slecht) tot 2 (zeer goed). "
        "Hoogste: Searches en Buys (1,6). Laagste: Returns (−1,4). Zonder score: Asks. "
        "Geen score is als aanname gemerkt."
    )


def test_several_personas_and_desired() -> None:
    other = PersonaLine("André", (None, JourneyPoint(Score(0.0), desired=1.0), None, None))
    alt = scene(replace(VIEW, lines=(*VIEW.lines, other), state="desired")).alt
    assert "of Noor and André: A first pair, desired experience." in alt
    assert "Noor: highest: Searches" in alt
    assert "André: highest: Asks (0). Lowest: Asks (0). No score is marked as an assumption. The desired" in alt


def test_long_lists_are_counted() -> None:
    places = tuple(Touchpoint(f"T{i}") for i in range(20))
    view = replace(VIEW, stages=(Stage("One", places),), lines=(PersonaLine("Noor", (JourneyPoint(),) * 20),))
    assert "No touchpoint has a score." in scene(view).alt
    view = replace(view, lines=(PersonaLine("Noor", (JourneyPoint(Score(0.0)), *((JourneyPoint(),) * 19))),))
    assert "Without a score: T1, T2, T3, T4, T5 and 14 others." in scene(view).alt


def test_one_of_each() -> None:
    view = replace(
        VIEW,
        stages=(Stage("One", (Touchpoint("Searches"),)),),
        lines=(PersonaLine("Noor", (JourneyPoint(Score(1.0)),)),),
    )
    assert "1 touchpoint in 1 stage," in scene(view).alt


@pytest.mark.parametrize(
    ("value", "scale", "english", "dutch"),
    [
        (8.0, Scale(1, 10), "8", "8"),
        (4.925, Scale(1, 10), "4.9", "4,9"),
        (4.133, Scale(1, 5), "4.13", "4,13"),
        (0.6, Scale(0, 1), "0.6", "0,6"),
        (-1.25, Scale(-2, 2), "−1.25", "−1,25"),
        (-0.04, Scale(-5, 5), "0", "0"),
        (100.0, Scale(0, 100), "100", "100"),
    ],
)
def test_numbers(value: float, scale: Scale, english: str, dutch: str) -> None:
    assert ChartWords("en").on_scale(value, scale) == english
    assert ChartWords("nl").on_scale(value, scale) == dutch
