"""What answers beside a journey say of the overall mark is in the report, as ``render --chart drivers`` says it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from cxmap.i18n.report import ReportWords
from cxmap.output.report.compose import compose
from cxmap.output.report.markdown import markdown
from cxmap.project.load import load
from cxmap.story.story import tell

AIRPORT = Path(__file__).parents[3] / "examples/airport"


def test_the_drivers_have_a_place_where_there_are_answers() -> None:
    project = load([str(AIRPORT)], today=dt.date(2026, 7, 1), cwd=AIRPORT)
    story = tell(project, "en")
    ranking = markdown(compose(story), ReportWords("en")).partition("## What to improve first")[2]
    assert "**What moves the overall mark**: " in ranking
    assert story.finding("drivers", story.journeys[0].journey.id, "en") in ranking
