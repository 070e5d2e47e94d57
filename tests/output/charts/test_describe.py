"""The description for whoever cannot see the chart, in both languages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.output.charts.dashboards import dashboard
from tests.output.charts.journeys import journey
from tests.output.charts.roadmaps import roadmap
from tests.output.charts.sheets import blueprint_of, map_of

from cxmap.i18n.charts import ChartWords
from cxmap.output.charts.render import scene
from cxmap.output.charts.views import EmotionView, Handover, JourneyPoint, PersonaLine, Scale, Score, Stage, Touchpoint
from cxmap.output.drawing.options import ChartOptions

if TYPE_CHECKING:
    from collections.abc import Callable

    from cxmap.choices import Lang
    from cxmap.output.charts.view import View

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
            "Noor", (JourneyPoint(Score(1.60)), JourneyPoint(), JourneyPoint(Score(1.60)), JourneyPoint(Score(-1.4)))
        ),
    ),
)


def test_english() -> None:
    assert scene(VIEW).alt.splitlines() == [
        (
            "Emotional journey of Noor: A first pair, current experience. Lowest: Returns (−1.40). "
            "Highest: Searches and Buys (1.60)."
        ),
        "The scale goes from −2 (very poor) to 2 (very good).",
        (
            "Noor, 4 touchpoints in 2 stages: Searches: experience 1.60; Asks: no score; Buys: experience 1.60; "
            "Returns: experience −1.40. No score is marked as an assumption."
        ),
        "Sources: none given",
    ]


def test_dutch() -> None:
    assert scene(VIEW, ChartOptions(lang="nl")).alt.splitlines() == [
        (
            "Emotionele klantreis van Noor: A first pair, huidige beleving. Laagste: Returns (−1,40). "
            "Hoogste: Searches en Buys (1,60)."
        ),
        "De schaal gaat van −2 (zeer slecht) tot 2 (zeer goed).",
        (
            "Noor, 4 contactmomenten in 2 fasen: Searches: beleving 1,60; Asks: geen score; Buys: beleving 1,60; "
            "Returns: beleving −1,40. Geen score is als aanname gemerkt."
        ),
        "Bronnen: geen opgegeven",
    ]


def test_several_personas_and_desired() -> None:
    point = JourneyPoint(
        Score(0.0, assumed=True), Score(9.0, n=40), desired=1.0, moment_of_truth=True, wow="Flowers",
        handover=Handover(Score(-1.0)),
    )  # fmt: skip
    other = PersonaLine("André", (None, point, None, None))
    made = scene(replace(VIEW, lines=(*VIEW.lines, other), state="desired"))
    assert made.finding == (
        "Emotional journey of Noor and André: A first pair, desired experience. Noor: lowest: Returns (−1.40). "
        "André: lowest: Asks (0). Noor: highest: Searches and Buys (1.60). André: highest: Asks (0)."
    )
    assert made.in_words[2] == (
        "André, 1 touchpoint in 1 stage: Asks: experience 0 (assumption), importance 9.0 (n = 40), handover −1.00, "
        "desired 1, moment of truth, wow: Flowers. 1 of 3 scores are the organisation's own assumptions "
        "(hollow marks, dotted line)."
    )


def test_the_weakest_link_and_the_largest_drop_are_those_of_the_picture() -> None:
    points = (*VIEW.lines[0].points[:3], replace(VIEW.lines[0].points[3] or JourneyPoint(), weakest_link=True))
    view = replace(VIEW, lines=(PersonaLine("Noor", points, largest_drop=(2, 3)),))
    alt = scene(view).alt
    assert "Returns: experience −1.40, weakest link." in alt
    assert "Largest drop: from Buys to Returns." in alt
    plan = scene(replace(view, state="desired")).alt
    assert "weakest" not in plan
    assert "drop" not in plan


def test_all_of_many_is_in_words_and_the_finding_stays_short() -> None:
    places = tuple(Touchpoint(f"Touchpoint {i}") for i in range(250))
    view = replace(VIEW, stages=(Stage("One", places),), lines=(PersonaLine("Noor", (JourneyPoint(),) * 250),))
    made = scene(view)
    assert "No touchpoint has a score." in made.finding
    assert all(f"Touchpoint {i}: no score" in made.in_words[1] for i in range(250))
    view = replace(view, lines=(PersonaLine("Noor", (JourneyPoint(Score(0.0)),) * 250),))
    assert len(scene(view).finding) <= 250


CHARTS: dict[str, Callable[[str], View]] = {
    "emotion": lambda texts: journey(14, 2, texts),
    "map": lambda texts: map_of(14, 2, texts),
    "blueprint": lambda texts: blueprint_of(14, 2, texts),
    "roadmap": lambda texts: roadmap(9, texts),
    "dashboard": lambda texts: dashboard(9, texts),
}


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("texts", ["plain", "long text", "control", "chinese"])
@pytest.mark.parametrize("chart", CHARTS)
def test_what_is_seen_first_is_said_in_250_characters_and_all_of_it_below(chart: str, texts: str, lang: Lang) -> None:
    made = scene(CHARTS[chart](texts), ChartOptions(lang=lang))
    assert 20 < len(made.finding) <= 250
    assert made.in_words
    assert all(line.strip() == line != "" for line in made.in_words)


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
