"""One plan, one verdict: every format of ``roadmap`` and the chart of the road map say the same of random plans."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from markdown_it import MarkdownIt
from tests.analysis.journeys import LIBRARY, journey, load, touchpoint
from tests.analysis.plans import plans
from tests.profiles import examples

from cxmap.analysis.roadmap import roadmap
from cxmap.choices import LANGUAGES, Lang
from cxmap.i18n.plan import PlanWords
from cxmap.i18n.roadmap import RoadmapWords
from cxmap.output.charts.roadmap import describe
from cxmap.output.charts.roadmap.from_project import roadmap_view
from cxmap.output.drawing.options import NothingToShow
from cxmap.output.tables.plan_records import COLUMNS, plan_csv, plan_json
from cxmap.output.tables.plan_table import plan_markdown, plan_table
from cxmap.output.tables.signs import Screen
from cxmap.text.escape import csv_cell, terminal_line

if TYPE_CHECKING:
    from cxmap.project.project import Project


def uid(path: str) -> str:
    return f"uid of {path}"


@examples(30)
@given(plans())
def test_all_formats_say_the_same(project: Project) -> None:
    plan = roadmap(project)
    found = json.loads(plan_json(plan, uid, []))
    rows = list(csv.DictReader(io.StringIO(plan_csv(plan, uid), newline="")))
    assert len(found["items"]) == len(rows) == len(plan.items)
    for item, record, row in zip(plan.items, found["items"], rows, strict=True):
        same = ("kind", "id", "action", "status", "start", "due", "finished", "owner")
        assert [record[key] or "" for key in same] == [row[key] for key in same]
        assert row["title"] == csv_cell(item.title)
        assert record["late"] is (row["late"] == "true") is item.late
        assert [each["rank"] for each in record["improves"]] == [each.rank for each in item.improves]
        assert record["uid"] == row["uid"] == uid(item.path)
    piped, markdown = plan_table(project, plan, Screen()), plan_markdown(project, plan)
    shown = _cells(piped)
    for item in plan.items:
        status = PlanWords().statuses[item.status] + (", late" if item.late else "")
        status += ", dates contradict each other" if item.contradicts else ""
        title = terminal_line(item.title if item.kind == "action" else f"· {item.title}").strip()
        day = item.due if any(each.open for each in plan.items if each.path == item.action) else item.finished
        line = next(line for line in shown if _is_row(line, title, status, str(day or "")))
        shown.remove(line)
    for name in ("late", "unscheduled", "unowned"):
        count = len(plan.late) if name == "late" else len(found[name])
        start = {"late": "Late: ", "unscheduled": "Not scheduled yet: ", "unowned": "Nobody answers for it yet: "}[name]
        assert any(line.startswith(start) for line in piped.splitlines()) is (count > 0)
        assert (f"\n- {start}" in markdown) is (count > 0)
    late = f"{len(plan.late)} late" if plan.late else "nothing late"
    to_do = sum(item.open for item in plan.items)
    if plan.items:
        start = f"As of 1 July 2026: {to_do} to do, {late}."
        assert piped.startswith(start)
        assert start in markdown
    hopes = re.findall(r"not a forecast: ([−\d.]+) → ([−\d.]+) ", piped)
    assert hopes == [(f"{each['index_now']:.1f}", f"{each['index_hoped']:.1f}") for each in found["expects"]]
    assert [line for line in piped.splitlines() if "forecast" in line] == [
        line for line in markdown.splitlines() if "forecast" in line
    ]


@examples(30)
@given(plans())
def test_the_chart_is_of_the_same_plan(project: Project) -> None:
    plan = roadmap(project)
    actions = {item.id: item for item in plan.items if item.kind == "action"}
    try:
        view = roadmap_view(project)
    except NothingToShow:
        assert all(item.status == "dropped" for item in actions.values())
        return
    alive = [item for item in actions.values() if item.status != "dropped"]
    assert sorted((each.title, each.status) for each in view.actions) == sorted(
        (item.title, item.status) for item in alive
    )
    assert len(describe.late(view)) == len(plan.late)
    assert len(describe.contradicting(view)) == sum(
        item.contradicts and actions[item.action].status != "dropped" for item in plan.items
    )
    undated = sorted(each.title for each in view.actions if not each.days and each.status != "done")
    assert undated == sorted(actions[name].title for name in plan.unscheduled)
    ranks = sorted((each.title, each.rank or 0) for action in view.actions for each in action.improves)
    assert ranks == sorted(
        (each.target.touchpoint.capitalize(), each.rank or 0) for item in alive for each in item.improves
    )
    used = {lever: sum(lever in action.levers for action in view.actions) for lever in plan.levers}
    assert used == plan.levers


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_chart_has_the_same_words(lang: Lang) -> None:
    table, chart = PlanWords(lang), RoadmapWords(lang)
    assert chart.statuses.items() <= table.statuses.items()
    assert chart.levers == table.levers
    assert (chart.rank, chart.step_into) == (table.rank, table.handover)
    assert (chart.dates_contradict, chart.title) == (table.dates_contradict, table.title)


HOSTILE = ["[red]x[/]", "a | b\nc", "<b>x</b>", "=1+1", "$x$ @somebody", "\x1b[31mx", "::error::x", "](x) [y](z)"]


def test_hostile_text_is_text() -> None:
    plan = {
        f"a{number}": {
            "title": text,
            "touchpoints": ["trip/t0"],
            "learned": text,
            "links": [{"url": "https://example.org/a)<b>|`c", "title": text}],
        }
        for number, text in enumerate(HOSTILE)
        if "\x1b" not in text
    }
    plan["done"] = {"title": "Done", "touchpoints": ["trip/t0"], "status": "done", "learned": "a | b"}
    project = load(journey(touchpoint("t0", 9, 3)), library=LIBRARY | {"actions": plan})
    markdown = plan_markdown(project, roadmap(project))
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown)
    assert "<b>" not in html
    assert "@somebody" not in html
    assert {len(re.findall("<td", row)) for row in re.findall(r"<tr>\n<td.*?</tr>", html, re.DOTALL)} <= {5, 6}
    assert set(re.findall('href="([^"]*)"', html)) == {"https://example.org/a%29%3Cb%3E%7C%60c"}
    for width in (None, 60):
        shown = plan_table(project, roadmap(project), Screen(width))
        assert not re.search(r"^\s*::", shown, re.MULTILINE)
        assert "[red]x[/]" in shown


def test_columns_are_those_of_the_records() -> None:
    project = load(journey(touchpoint("t0", 9, 3)))
    assert plan_csv(roadmap(project), uid) == ",".join(COLUMNS) + "\r\n"
    assert plan_table(project, roadmap(project), Screen()) == "There are no actions to show.\n"
    assert plan_markdown(project, roadmap(project), "nl") == "## Roadmap\n\nEr zijn geen acties om te tonen.\n"


def _cells(piped: str) -> list[str]:
    return [line for line in piped.splitlines() if line]


def _is_row(line: str, title: str, status: str, day: str) -> bool:
    """Whether a line has these cells, two blanks apart."""
    return line.startswith(day) and title in line and bool(re.search(rf"  {re.escape(status)}(  |$)", line))
