"""The report of an example fits into a mail."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cxmap.i18n.report import ReportWords
from cxmap.output.html.page import page
from cxmap.output.report.compose import compose
from cxmap.project.load import load
from cxmap.story.story import tell

if TYPE_CHECKING:
    from cxmap.choices import Lang

pytestmark = pytest.mark.slow

SHOES = Path(__file__).parents[3] / "examples/running-shoes"
MOST = 500_000
"""Bytes: 2 journeys of 29 touchpoints together, 11 charts, fonts and a portrait."""


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_the_report_of_running_shoes_has_at_most_500_kb(lang: Lang) -> None:
    project = load([str(SHOES)], today=dt.date(2026, 7, 1), cwd=SHOES)
    made = page(compose(tell(project, lang)), ReportWords(lang))
    assert len(made.html.encode()) <= MOST
    assert sum(made.parts.values()) < len(made.html.encode())
