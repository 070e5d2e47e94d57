"""Whatever waves scores have, sound or not: everything that reads a journey has an answer, and shows the last."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cxmap
from cxmap.analysis.passages import passages
from cxmap.analysis.scores import KINDS
from cxmap.analysis.waves import at_wave, history, journey_waves
from cxmap.exchange.json_out import project_json
from cxmap.exchange.mermaid.from_journey import diagram
from cxmap.exchange.sheet.table_out import csv_table
from cxmap.exchange.sheet.touchpoints import rows
from cxmap.exchange.sheet.waves import WAVE_COLUMNS, wave_rows
from cxmap.lint.engine import diagnose
from cxmap.lint.selection import select
from cxmap.output.charts.catalogue import JOURNEY_CHARTS
from cxmap.output.drawing.options import ChartError
from cxmap.output.tables.gaps_json import gaps_json
from cxmap.output.tables.summary_json import summary_json
from tests.analysis.journeys import LIBRARY, journey, load, touchpoint
from tests.profiles import examples

pytestmark = pytest.mark.slow

SOURCES = {
    **LIBRARY["sources"],
    "spring": {"title": "Spring", "kind": "survey", "date": "2026-03-31", "n": 90},
    "autumn": {"title": "Autumn", "kind": "survey", "date": "2026-09-30", "scale": {"min": 1, "max": 5, "step": 1}},
}
PROJECT: dict[str, Any] = {**LIBRARY, "sources": SOURCES}

number = st.one_of(st.integers(0, 10), st.floats(0, 10).map(lambda value: round(value, 2)))
origin = st.fixed_dictionaries(
    {},
    optional={"source": st.sampled_from(sorted(SOURCES)), "date": st.sampled_from(["2025-01-31", "2026-06-30"])},
)


def of(**fields: Any) -> st.SearchStrategy[dict[str, Any]]:
    return st.tuples(st.fixed_dictionaries(fields), origin).map(lambda parts: parts[0] | parts[1])


sound = st.one_of(
    number,
    of(mark=number),
    of(mean=st.floats(1, 5).map(lambda value: round(value, 1)), n=st.integers(1, 90), sd=st.sampled_from([0, 0.5, 1])),
    of(counts=st.dictionaries(st.integers(1, 5), st.integers(0, 20), min_size=1)),
)
broken = st.one_of(
    st.sampled_from([None, "7", [], [5], {}, {"mark": "x"}, {"mean": 3, "source": "nobody"}, True, 99, {"counts": {}}]),
    of(mean=number, date=st.sampled_from(["31-3-2026", 5])),
)
scores = st.one_of(sound, st.lists(sound, min_size=1, max_size=5))
any_scores = st.one_of(scores, st.lists(st.one_of(sound, broken), max_size=4), broken)


@st.composite
def journeys(draw: Any, given_scores: st.SearchStrategy[Any]) -> dict[str, Any]:
    def drawn() -> dict[str, Any]:
        names = draw(st.sets(st.sampled_from(KINDS)))
        more: dict[str, Any] = draw(st.fixed_dictionaries({}, optional={"source": st.sampled_from(sorted(SOURCES))}))
        found: dict[str, Any] = {name: draw(given_scores) for name in sorted(names)}
        return found | more

    stops = []
    for name in ("a", "b", "c"):
        step = {key: value for key, value in drawn().items() if key != "source"}
        personal = {"ben": {"scores": drawn(), "handover": {"scores": step}}} if draw(st.booleans()) else {}
        own = drawn() | ({"gap_sd": 1} if draw(st.booleans()) else {})
        stops.append(touchpoint(name, scores=own, handover={"scores": step}, by_persona=personal))
    return journey(*stops, personas=("anna", "ben"), scores_source=draw(st.sampled_from(sorted(SOURCES))))


def everything(data: dict[str, Any]) -> dict[str, str]:
    """What is found in a journey, and all that is made of it, sound or not."""
    project = load(data, library=PROJECT)
    found = {"validate": repr(sorted((one.code, one.pointer) for one in diagnose(project, select(project.config))))}
    found["gaps"] = gaps_json(cxmap.gaps(project, strict=False))
    found["summary"] = summary_json(cxmap.summary(project, strict=False))
    found["json"] = project_json(project) if "CX1" not in found["validate"] else ""
    for document, one in project.journey_documents():
        found["csv"] = csv_table([*rows(project, document, one)])
        found["waves"] = csv_table([*wave_rows(project, document, one)], WAVE_COLUMNS)
        found["mermaid"] = diagram(project, document, one).text
        for wave in journey_waves(project, document):
            for passage in passages(document):
                for kind in KINDS:
                    at_wave(history(project, passage, kind).own, wave)
    return found


@examples(60)
@given(journeys(any_scores))
def test_any_waves(data: dict[str, Any]) -> None:
    assert everything(data)


@examples(25)
@given(journeys(any_scores), st.sampled_from(sorted(JOURNEY_CHARTS)))
def test_any_waves_can_be_drawn(data: dict[str, Any], chart: str) -> None:
    project = load(data, library=PROJECT)
    try:
        assert cxmap.render(project, "trip", chart, form="svg", strict=False)
    except (ChartError, cxmap.UsageError):
        assert chart in {"matrix", "ranking", "change", "drivers"}  # nothing to place, short, measured twice, asked


def last(data: Any) -> Any:
    """The same without history: of each list of waves the last."""
    if isinstance(data, dict):
        return {
            key: value[-1] if key in KINDS and isinstance(value, list) else last(value) for key, value in data.items()
        }
    return [last(item) for item in data] if isinstance(data, list) else data


@examples(40)
@given(journeys(scores))
def test_one_figure_is_that_of_the_last_wave(data: dict[str, Any]) -> None:
    with_history, without = everything(data), everything(last(data))
    for made in ("csv", "mermaid", "summary"):
        assert with_history[made] == without[made]
    assert _placeless(with_history["gaps"]) == _placeless(without["gaps"])


def _placeless(made: str) -> list[str]:
    """JSON of a ranking without the places of its rows, which a list of several lines moves."""
    return [line for line in made.splitlines() if '"line"' not in line and '"column"' not in line]


@pytest.mark.parametrize(
    "chart", sorted(set(JOURNEY_CHARTS) - {"change", "drivers"})
)  # of the wave before, and of answers
def test_charts_show_the_last_wave(chart: str) -> None:
    waves = [6, {"mark": 7, "source": "wall"}, {"mean": 6, "sd": 1.1, "n": 57, "source": "spring"}]
    autumn = [{"mean": value, "sd": 1.1, "n": 40, "source": "autumn"} for value in (2.1, 3.5, 4.2, 4.4)]
    stops = [
        touchpoint(name, [5, importance], [*waves, experience], handover={"scores": {"experience": waves}})
        for name, importance, experience in zip("abcd", (8, 6, 9, 5), autumn, strict=True)
    ]
    stops[1]["by_persona"] = {"ben": {"scores": {"experience": [3, {"counts": {2: 9, 4: 9}, "source": "autumn"}]}}}
    data = journey(*stops, personas=("anna", "ben"), scores_source="wall")
    made = [cxmap.render(load(one, library=PROJECT), "trip", chart, form="svg") for one in (data, last(data))]
    assert made[0] == made[1]
