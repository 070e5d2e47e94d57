"""Every chart of projects that ask much of it: no text covered or struck, no title cut, nothing wider than 3:1."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.output.charts.stress import Size, stress
from tests.output.charts.strokes import struck
from tests.output.charts.test_emotion_text import assert_legible

from cxmap.choices import CHARTS
from cxmap.output.charts.catalogue import Wish, plan
from cxmap.output.charts.render import scene
from cxmap.output.drawing.options import ChartError, ChartOptions

if TYPE_CHECKING:
    from pathlib import Path

DUTCH = ChartOptions(lang="nl", theme="dark")
TITLES = ("title", "subtitle", "touchpoint-", "stage-", "title-", "party-title", "action-", "metric-", "journey-")
# No survey was held twice where all marks are the team's own.
WITHOUT = {"change", "trend"}


@pytest.mark.slow
@pytest.mark.parametrize(
    "size",
    [
        Size(1, 1, "every script", (0, 1)),
        Size(3, 2, "long", (0, 100)),
        Size(6, 3, "every script", (-2, 2), actions=3, metrics=3),
        Size(4, 6, "plain", (1, 5), actions=60, metrics=40, parties=25),
    ],
    ids=lambda size: f"{size.touchpoints}-{size.personas}-{size.texts}",
)
def test_every_chart(size: Size, tmp_path: Path) -> None:
    project = stress(size, tmp_path)
    drawn = set()
    for planned in plan(project, project.documents, CHARTS, Wish()):
        if isinstance(planned.view, ChartError):
            continue
        made = scene(planned.view, DUTCH)
        drawn.add(planned.chart)
        assert_legible(made)
        assert struck(made) == [], planned.chart
        assert made.width <= 3 * made.height, planned.chart
        cut = [words for words in made.words if words.line.text.endswith("…")]
        assert not [words.line.text for words in cut if words.name.startswith(TITLES)], planned.chart
        assert size.texts != "plain" or not cut, planned.chart
    assert set(CHARTS) - drawn <= WITHOUT
