"""Every chart of both examples as it is in the gallery: no text cut, covered or struck, nothing wider than 3:1."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.output.charts.strokes import struck
from tests.output.charts.test_emotion_text import assert_legible

from cxmap.output.charts.catalogue import JOURNEY_CHARTS, PROJECT_CHARTS, Wish
from cxmap.output.charts.render import scene
from cxmap.output.drawing.options import ChartOptions, NothingToShow
from cxmap.project.load import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.output.charts.view import View

EXAMPLES = Path(__file__).parents[3] / "examples"


def views() -> Iterator[tuple[str, View]]:
    for example in ("running-shoes", "airport"):
        project = load(["."], today=dt.date(2026, 10, 15), cwd=EXAMPLES / example)
        for document, journey in project.journey_documents():
            for name, journey_view in JOURNEY_CHARTS.items():
                try:
                    yield f"{example}-{journey.id}-{name}", journey_view(project, document, Wish())
                except NothingToShow:
                    continue
        for name, project_view in PROJECT_CHARTS.items():
            try:
                yield f"{example}-{name}", project_view(project, Wish())
            except NothingToShow:
                continue


VIEWS = dict(views())


@pytest.mark.parametrize("name", VIEWS)
def test_a_chart_of_the_gallery(name: str) -> None:
    made = scene(VIEWS[name], ChartOptions(lang="nl", theme="dark"))
    assert_legible(made)
    assert not made.shortened
    assert made.width <= 3 * made.height
    assert not struck(made)
