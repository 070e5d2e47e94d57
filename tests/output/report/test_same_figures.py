"""One figure, one verdict: the page says what ``gaps`` and ``trend`` say of random projects."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.journeys import journey, load, mean, touchpoint
from tests.analysis.test_changes import SURVEYS
from tests.output.figures import printed
from tests.output.tables.test_same_figures import projects
from tests.profiles import examples

from cxmap.analysis.ranking.gaps import gaps
from cxmap.analysis.trend import trend
from cxmap.i18n.language import Language
from cxmap.i18n.report import ReportWords
from cxmap.output.html.page import page
from cxmap.output.report.compose import compose
from cxmap.output.tables.gaps_json import gaps_json
from cxmap.output.tables.trend_records import trend_json
from cxmap.story.story import tell

fixed, general = Language().fixed, Language().general
CHARTS = ("map", "blueprint", "emotion", "matrix", "change", "atlas")
"""They take most of the time, and have tests of their own."""


def tables(project: Any, chapter: str) -> list[list[list[str]]]:
    """The tables of a chapter as a reader of the page sees them: rows of cells of text."""
    html = page(compose(tell(project, "en"), leave_out=CHARTS), ReportWords("en")).html
    (section,) = re.findall(rf'<section class="?chapter {chapter}\b.*?</section>', html, re.DOTALL)
    return [
        [[text(cell) for cell in re.split(r"<t[hd]\b[^>]*>", row)[1:]] for row in re.split(r"<tr\b[^>]*>", table)[2:]]
        for table in re.findall(r"<table.*?</table>", section, re.DOTALL)
    ]


def text(html: str) -> str:
    return re.sub(r"<[^>]*>", "", html).strip()


@examples(15)
@given(projects())
def test_the_ranking_is_that_of_gaps(project: Any) -> None:
    told = json.loads(gaps_json(gaps(project)))["rows"]
    ends = {(row["scale"][kind]["min"], row["scale"][kind]["max"]) for row in told for kind in row["scale"]}
    own, digits = "10", 1
    if len(ends) == 1:
        ((low, high),) = ends
        own, digits = "", 2 if high - low < 8 else 1
    shown = [row for table in tables(project, "ranking") for row in table]
    assert len(shown) == len(told)
    for cells, row in zip(shown, told, strict=True):
        rank, name, _, importance, experience, gap, priority, *_ = cells
        assert rank.rstrip("=") == str(row["rank"])
        assert name.lower().startswith(row["touchpoint"])
        assert importance == fixed(row[f"importance{own}"], digits)
        assert experience == fixed(row[f"experience{own}"], digits)
        assert gap.split(" ")[0] == printed(row, "gap", own, digits)
        assert priority == fixed(row["priority"], 2)


WAVES = st.tuples(st.floats(1, 9).map(lambda mark: round(mark, 1)), st.integers(20, 300))


@examples(15)
@given(st.lists(st.tuples(WAVES, WAVES), min_size=1, max_size=4))
def test_what_changed_is_that_of_trend(waves: list[tuple[tuple[float, int], tuple[float, int]]]) -> None:
    stops = [
        touchpoint(f"t{i}", 8, [mean(before, 1.4, n, "spring"), mean(after, 1.6, m, "autumn")])
        for i, ((before, n), (after, m)) in enumerate(waves)
    ]
    project = load(journey(*stops), library=SURVEYS)
    told = json.loads(trend_json(project, trend(project)))["series"]
    scores = {each["id"].rpartition("/")[2]: each for each in told if each["kind"] == "experience"}
    (table,) = tables(project, "changes")
    rows = {cells[0].partition(" ·")[0].lower(): cells for cells in table if not cells[0].startswith("Trip")}
    assert set(rows) == set(scores)
    for name, (_, _, before, now, change, verdict) in rows.items():
        series = scores[name]
        said = [before, now, *re.findall(r"[-−+]?[\d.]+", change)]
        figures = [float(each.split(" ")[0].replace("−", "-")) for each in said]
        wanted = [each["value"] for each in series["points"][-2:]]
        wanted += [series["change"][each] for each in ("difference", "low", "high")]
        assert figures == pytest.approx(wanted, abs=0.0501)
        clear = series["change"]["verdict"] in {"better", "worse"}
        assert ("▲" in verdict or "▼" in verdict) == clear
        assert not clear or series["change"]["verdict"] in verdict
