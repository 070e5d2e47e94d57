"""The report in Markdown, as it reads where nothing renders it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from cxmap.i18n.report import ReportWords
from cxmap.output.report.compose import compose
from cxmap.output.report.markdown import markdown
from cxmap.project.load import load
from cxmap.story.story import tell

SHOES = Path(__file__).parents[3] / "examples/running-shoes"


def test_what_stands_beside_a_heading_is_told_one_by_one() -> None:
    project = load([str(SHOES)], today=dt.date(2026, 7, 1), cwd=SHOES)
    text = markdown(compose(tell(project, "en")), ReportWords("en"))
    assert "(**moment of truth**, **wow**)" in text
    assert "****" not in text
