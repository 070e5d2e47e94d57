"""The page that all charts share: headline, titles, sizes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.output.charts.dashboards import dashboard
from tests.output.charts.journeys import journey
from tests.output.charts.roadmaps import roadmap
from tests.output.charts.sheets import blueprint_of, map_of
from tests.output.charts.test_atlas import any_view as atlas
from tests.output.charts.test_change import any_view as change
from tests.output.charts.test_emotion_text import assert_legible
from tests.output.charts.test_matrix import any_view as matrix
from tests.output.charts.test_personas import any_view as personas
from tests.output.charts.test_ranking import any_view as ranking
from tests.output.charts.test_trend import any_view as trend

from cxmap.output.charts.render import scene
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.options import ChartOptions

if TYPE_CHECKING:
    from collections.abc import Callable

    from cxmap.output.charts.view import View
    from cxmap.output.drawing.scene import Scene, Words

VIEWS: dict[str, Callable[[], View]] = {
    "journey": lambda: journey(5, 1),
    "pair": lambda: journey(5, 2),
    "map": lambda: map_of(3, 1),
    "blueprint": lambda: blueprint_of(3),
    "matrix": lambda: matrix(5),
    "personas": lambda: personas(2),
    "ranking": lambda: ranking(4),
    "change": lambda: change(4),
    "trend": lambda: trend(2),
    "atlas": lambda: atlas(3),
    "roadmap": lambda: roadmap(3),
    "dashboard": lambda: dashboard(3),
}
FINDING = "Seven of ten touchpoints fall short, the size check most."
LONG = "A title that nobody would give to a journey, and that somebody has given to one nevertheless " * 5


def lines(made: Scene, name: str) -> list[Words]:
    return [words for words in made.words if words.name == name]


def view(name: str) -> View:
    return VIEWS[name]()


@pytest.mark.parametrize("name", VIEWS)
def test_the_finding_stands_above_the_title(name: str) -> None:
    made = scene(view(name), ChartOptions(headline=FINDING))
    headline, title = lines(made, "headline"), [words for words in lines(made, "title") if words.y < 200]
    assert " ".join(words.line.text for words in headline) == FINDING
    assert max(words.y for words in headline) < min(words.y for words in title)
    assert headline[0].size > title[0].size
    assert lines(scene(view(name)), "headline") == []


@pytest.mark.parametrize("name", ["journey", "blueprint", "roadmap"])
def test_no_title_is_shortened(name: str) -> None:
    made = scene(view(name), ChartOptions(title=LONG, headline=LONG))
    assert_legible(made)
    assert not made.shortened
    for part in ("headline", "title"):
        said = " ".join(words.line.text for words in lines(made, part) if words.y < 500)
        assert said.startswith(LONG.strip()), part


@pytest.mark.parametrize(
    ("title", "right"), [("رحلة الحذاء الأول", True), ("מסע", True), ("2026 نقاط", True), ("Reis", False)]
)
def test_what_is_read_from_right_to_left_is_at_the_right(title: str, *, right: bool) -> None:
    made = scene(journey(3, 1), ChartOptions(title=title))
    (words,) = lines(made, "title")
    edge = words.box.right if right else made.width - words.box.left
    assert edge == pytest.approx(made.width - look.MARGIN)
