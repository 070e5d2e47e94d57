"""What changed in the share of top-two answers: Newcombe's published figures, and every format alike."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from cxmap.analysis.trend import trend
from cxmap.i18n.language import Language
from cxmap.output.tables.signs import Screen
from cxmap.output.tables.trend_records import trend_csv, trend_json
from cxmap.output.tables.trend_table import trend_markdown, trend_table
from tests.analysis.journeys import LIBRARY, journey, load, touchpoint
from tests.profiles import examples

if TYPE_CHECKING:
    from cxmap.project.project import Project

FIVE = {"min": 1, "max": 5}
SOURCES = {
    "spring": {"title": "Spring", "kind": "survey", "date": "2026-03-31", "scale": FIVE},
    "autumn": {"title": "Autumn", "kind": "survey", "date": "2026-09-30", "scale": FIVE},
    "ten": {"title": "On ten", "kind": "survey", "date": "2026-09-30", "scale": {"min": 1, "max": 10}, "series": "s"},
    "wall": {"title": "Wall", "kind": "workshop", "date": "2026-09-30", "scale": FIVE},
}
COUNTS = st.lists(st.integers(0, 40), min_size=5, max_size=5).filter(lambda counts: sum(counts) > 0)


def counts(*each: int, source: str = "spring") -> dict[str, Any]:
    """How many gave 1, 2, 3, 4 and 5."""
    return {"counts": {mark: count for mark, count in enumerate(each, 1) if count}, "source": source}


def of(*waves: dict[str, Any], sources: Any = None) -> Project:
    library = LIBRARY | {"sources": {**SOURCES, **(sources or {})}}
    return load(journey(touchpoint("pay", 4, list(waves)), scale=FIVE), library=library)


def change(*waves: dict[str, Any], sources: Any = None) -> Any:
    (series,) = [each for each in trend(of(*waves, sources=sources)).series if each.kind == "experience"]
    return series.top_two


def test_newcombe_1998() -> None:
    """56 of 70 less 48 of 80: 0.0524 to 0.3339."""
    found = change(counts(0, 0, 32, 30, 18), counts(0, 0, 14, 40, 16, source="autumn"))
    assert (found.before, found.after, found.marks) == (0.6, 0.8, (4, 5))
    assert found.change.interval == pytest.approx((0.0524, 0.3339), abs=5e-5)


def test_p_is_that_of_two_shares() -> None:
    """z² is chi-squared without Yates's correction."""
    found = change(counts(0, 0, 32, 30, 18), counts(0, 0, 14, 40, 16, source="autumn"))
    assert found.change.p == pytest.approx(stats.chi2_contingency([[56, 14], [48, 32]], correction=False).pvalue)


@pytest.mark.parametrize(
    "waves",
    [
        (counts(0, 0, 32, 30, 18), {"mean": 4, "sd": 1, "n": 70, "source": "autumn"}),  # not counted
        (counts(0, 0, 32, 30, 18), counts(0, 0, 14, 40, 16, source="wall")),  # the team's own
        (counts(0, 0, 32, 30, 18), counts(0, 0, 14, 40, 16, source="ten")),  # not comparable
        (counts(0, 0, 2, 1, 1), counts(0, 0, 14, 40, 16, source="autumn")),  # under five answers
        (counts(0, 0, 32, 30, 18),),
    ],
)
def test_where_there_is_none(waves: tuple[dict[str, Any], ...]) -> None:
    assert change(*waves) is None


def test_other_marks_are_another_share() -> None:
    """Of one series, on 1 to 5 and on 1 to 10: 4 or 5 is not 9 or 10."""
    same = {"spring": {**SOURCES["spring"], "series": "s"}}
    assert change(counts(0, 0, 32, 30, 18), counts(0, 0, 14, 40, 16, source="ten"), sources=same) is None


@examples(20)
@given(COUNTS, COUNTS)
def test_all_formats_say_the_same(before: list[int], after: list[int]) -> None:
    project = of(counts(*before), counts(*after, source="autumn"))
    found = trend(project)
    (record,) = [each for each in json.loads(trend_json(project, found))["series"] if each["kind"] == "experience"]
    (row,) = [each for each in csv.DictReader(io.StringIO(trend_csv(found))) if each["kind"] == "experience"]
    texts = trend_table(project, found, Screen()), trend_markdown(project, found)
    share = record["top_two"]
    tested = record["change"]["p"] is not None
    assert (share is not None) is tested
    for name in ("from", "to", "difference", "low", "high", "p"):
        assert row[f"top2_{name}"] == ("" if share is None else row[f"top2_{name}"])
        assert share is None or float(row[f"top2_{name}"]) == share[name]
    words = Language()
    for text in texts:
        assert ("Share of top-two answers" in text) is tested
        if share is not None:
            assert f"{words.percent(share['from'])} (4 or 5)" in text
            low, high = (words.fixed(100 * share[end], 0) for end in ("low", "high"))
            assert f"({'+' if share['low'] > 0 and low != '0' else ''}{low} to " in text
            assert f" to {'+' if share['high'] > 0 and high != '0' else ''}{high})" in text
    if share is not None:
        assert share["from"] == pytest.approx(sum(before[3:]) / sum(before))
        assert share["low"] <= share["difference"] <= share["high"]
