"""What a party has to do with is told by journey, so that steps of the same name are told apart."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from cxmap.i18n.report import ReportWords
from cxmap.output.report.compose import compose
from cxmap.output.report.markdown import markdown
from cxmap.project.load import load
from cxmap.story.story import tell

SHOES = Path(__file__).parents[3] / "examples/running-shoes"


def test_touchpoints_of_a_party_are_listed_by_journey() -> None:
    project = load([str(SHOES)], today=dt.date(2026, 7, 1), cwd=SHOES)
    text = markdown(compose(tell(project, "en")), ReportWords("en"))
    party = text.partition("### Shop team")[2].partition("\n### ")[0]
    (answers,) = [line for line in party.splitlines() if line.startswith("- **Answers for**")]
    for journey in ("A first pair, as it should be: ", "A first pair, or a first pair again: "):
        assert answers.count(journey) == 1
    assert answers.count("Tries two pairs on") == 2
