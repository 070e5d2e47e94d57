"""What the road map shows, in a sentence: what it calls late is what the picture and ``cxmap roadmap`` do."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from cxmap.i18n.report import ReportWords
from cxmap.output.report.compose import compose
from cxmap.output.report.markdown import markdown
from cxmap.story.story import tell
from tests.support import project

if TYPE_CHECKING:
    from cxmap.choices import Lang

PLAN = """cxmap: 1
personas: {a: {name: Ann}}
journey: {id: j, title: J, personas: [a], stages: [{id: s, title: S, touchpoints: [{id: t, title: T}]}]}
actions:
  x: {title: Guide, touchpoints: [j/t], status: in-progress, start: 2026-09-01, due: DUE, steps: [STEP]}
  y: {title: Sign, touchpoints: [j/t], status: done, due: 2026-09-01, steps: [{title: Never, due: 2026-08-01}]}
"""


@pytest.mark.parametrize(
    ("due", "step", "lang", "finding", "tile"),
    [
        ("2026-12-31", "2026-12-01", "en", "none is late.", "**1** action in progress, none late\n"),
        ("2026-12-31", "2026-10-01", "en", "none is late, 1 step is late.", "**1** action in progress, 1 step late\n"),
        ("2026-10-01", "2026-10-01", "en", "1 is late, 1 step is late.", "in progress, 1 late, 1 step late\n"),
        ("2026-12-31", "2026-10-01", "nl", "geen is te laat, 1 stap is te laat.", "in uitvoering, 1 stap te laat\n"),
    ],
)
def test_a_late_step_is_late(due: str, step: str, lang: Lang, finding: str, tile: str) -> None:
    text = PLAN.replace("DUE", due).replace("STEP", f"{{title: Ask, due: {step}}}")
    told = tell(project({"j.cxmap.yaml": text}, today=dt.date(2026, 10, 15)), lang)
    assert told.finding("roadmap").endswith(finding)
    assert tile in markdown(compose(told), ReportWords(lang))


@pytest.mark.parametrize(
    ("actions", "tile"),
    [
        ("{x: {title: X, status: planned}, y: {title: Y, status: idea}}", "**2** actions not begun\n"),
        ("{x: {title: X, status: planned, due: 2026-10-01}}", "**1** action late, none in progress\n"),
        ("{x: {title: X, status: done}, y: {title: Y, status: dropped}}", "**1** action done\n"),
        ("{x: {title: X, status: dropped}}", None),
        ("{}", None),
    ],
)
def test_without_an_action_in_progress_the_tile_says_what_there_is(actions: str, tile: str | None) -> None:
    text = PLAN.partition("actions:")[0] + f"actions: {actions}\n"
    said = markdown(compose(tell(project({"j.cxmap.yaml": text}, today=dt.date(2026, 10, 15)), "en")), ReportWords())
    tiles = [line for line in said.splitlines() if line[4:5].isdigit() and " action" in line]
    assert tiles == ([] if tile is None else [f"- {tile.strip()}"])
