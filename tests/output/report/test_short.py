"""What a report does not say: what is nowhere filled in, and every name of a list that is everything."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cxmap.i18n.report import ReportWords
from cxmap.output.report.compose import compose
from cxmap.output.report.content import Cell, Column, table
from cxmap.output.report.markdown import markdown
from cxmap.project.load import load
from cxmap.story.story import tell

AIRPORT = Path(__file__).parents[3] / "examples/airport"


@pytest.fixture(scope="module")
def report() -> str:
    project = load([str(AIRPORT)], today=dt.date(2026, 7, 1), cwd=AIRPORT.parent)
    return markdown(compose(tell(project, "en")), ReportWords("en"))


def test_columns_that_say_nothing_are_left_out() -> None:
    columns = [Column("name"), Column("n", numeric=True), Column("about")]
    said = [(Cell(("a",)), Cell(("–",)), Cell(("",))), (Cell(("",)), Cell(("3",), 3), Cell())]
    assert [column.label for column in table("", columns, said).columns] == ["name", "n"]
    assert [column.label for column in table("", columns, said[:1]).columns] == ["name"]


def test_all_touchpoints_are_counted_instead_of_named(report: str) -> None:
    rests = [line for line in report.splitlines() if "ronyarmon" in line]
    assert len(rests) == 4
    assert all("all 14 touchpoints" in line for line in rests)


def test_what_no_persona_has_is_no_row(report: str) -> None:
    assert "| Scored |" in report
    assert "| Waiting |" not in report


def test_files_are_named_alike_wherever_it_is_asked_from(report: str) -> None:
    assert "several scores (journey.answers.json)" in report


def test_without_a_plan_the_ranking_has_no_column_of_actions(report: str) -> None:
    assert "| Shortfall | Quadrant |\n" in report
    assert "**no action**" not in report
