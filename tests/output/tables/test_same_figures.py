"""One figure, one verdict: every format of ``gaps`` and ``summary`` says the same of random projects."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.journeys import journey, load, mean, touchpoint
from tests.output.figures import printed
from tests.profiles import examples

from cxmap.analysis.ranking.gaps import gaps
from cxmap.analysis.ranking.options import Options
from cxmap.analysis.scores import scales
from cxmap.analysis.stops import personas
from cxmap.analysis.summary import summary
from cxmap.i18n.language import Language
from cxmap.output.charts.atlas.from_project import atlas_view
from cxmap.output.charts.from_project import emotion_view
from cxmap.output.charts.map.from_project import map_view
from cxmap.output.charts.matrix.from_project import matrix_view
from cxmap.output.charts.personas.from_project import personas_view
from cxmap.output.charts.ranking.from_project import ranking_view
from cxmap.output.charts.render import scene
from cxmap.output.tables.csv_table import csv_table
from cxmap.output.tables.gaps_json import gaps_json
from cxmap.output.tables.gaps_markdown import gaps_markdown
from cxmap.output.tables.gaps_records import column_names, columns
from cxmap.output.tables.gaps_table import gaps_table
from cxmap.output.tables.signs import Screen
from cxmap.output.tables.summary_json import summary_json
from cxmap.output.tables.summary_table import summary_markdown, summary_table

fixed, general = Language().fixed, Language().general
SCALES = [{"min": 0, "max": 10}, {"min": 1, "max": 10}, {"min": 1, "max": 5}, {"min": -3, "max": 3}]
SHARES = st.floats(0, 1).map(lambda share: round(share, 2))


@st.composite
def projects(draw: st.DrawFn) -> Any:
    journeys = []
    for name in draw(st.sampled_from([("one",), ("one", "two")])):
        scale = draw(st.sampled_from(SCALES))

        def mark(scale: dict[str, int] = scale) -> float:
            return round(scale["min"] + draw(SHARES) * (scale["max"] - scale["min"]), 1)

        def score(mark: Any = mark) -> Any:
            if draw(st.booleans()):
                return mark()
            return mean(1 + round(4 * draw(SHARES), 1), 0.5, draw(st.integers(2, 90)), "five")

        stops = []
        for number in range(draw(st.integers(1, 5))):
            more: dict[str, Any] = {"by_persona": {"ben": {"scores": {"experience": score()}}}}
            stops.append(touchpoint(f"t{number}", score(), score(), **(more if draw(st.booleans()) else {})))
        personas = draw(st.sampled_from([("anna",), ("anna", "ben")]))
        journeys.append(journey(*stops, name=name, scale=scale, personas=personas))
        if "ben" not in journeys[-1]["journey"]["personas"]:
            for stop in stops:
                stop.pop("by_persona", None)
    return load(*journeys)


@st.composite
def counted(draw: st.DrawFn) -> Any:
    """A journey whose scores are all counted."""

    def score() -> Any:
        counts = {mark: draw(st.integers(0, 40)) for mark in range(1, 6)}
        return {"counts": counts | {3: counts[3] + 1}, "source": "five"}

    return load(journey(*(touchpoint(f"t{at}", score(), score()) for at in range(draw(st.integers(1, 7))))))


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


@examples(25)
@given(projects())
def test_gaps(project: Any) -> None:
    ranking = gaps(project)
    markdown = gaps_markdown(project, ranking)
    piped = gaps_table(project, ranking, Screen())
    wide = gaps_table(project, ranking, Screen(200))
    from_json = json.loads(gaps_json(ranking))["rows"]
    from_csv = list(csv.DictReader(io.StringIO(csv_table(column_names(), map(columns, ranking.rows)))))
    in_markdown = [dict(zip(cells(head), cells(line), strict=True)) for head, line in _table(markdown)]
    in_pipe = _lines(piped)
    ends = {(row["scale"][kind]["min"], row["scale"][kind]["max"]) for row in from_json for kind in row["scale"]}
    own, digits = "" if len(ends) == 1 else "10", 1
    if len(ends) == 1:
        ((low, high),) = ends
        digits = 2 if high - low < 8 else 1
        assert f"Marks are on {general(low)}–{general(high)}, gaps in its points." in markdown
    else:
        assert "Scores and gaps are on 0–10." in markdown
    assert words_above(markdown) in piped.replace("\n", " ")
    assert len(from_json) == len(from_csv) == len(in_markdown) == len(in_pipe)
    for row, flat, marked, line in zip(from_json, from_csv, in_markdown, in_pipe, strict=True):
        for name in ("importance", "experience", "gap"):
            figure, shown = row[f"{name}{own}"], printed(row, name, own, digits)
            assert (float(flat[f"{name}{own}"]), marked[name], line[name]) == (figure, shown, shown)
            assert shown in wide
        key = fixed(row["priority"], 2)
        assert (float(flat["priority"]), marked["priority"], line["priority"]) == (row["priority"], key, key)
        assert marked["95 % interval"].replace("\\*", "*") == line.get("95 %", "")


@examples(8)
@given(projects())
def test_a_figure_in_a_picture_is_the_figure_of_gaps(project: Any) -> None:
    for document, told in project.journey_documents():
        ranking = json.loads(gaps_json(gaps(project, Options(journey=told.id))))["rows"]
        kind = "combined" if any(row["kind"] == "combined" for row in ranking) else "touchpoint"
        short = [row for row in ranking if row["kind"] == kind and row["priority"]]
        if short:
            made = scene(ranking_view(project, document))
            drawn = {words.name: words.line.text for words in made.words if not words.name.startswith("title")}
            for place, row in enumerate(short):
                scale = row["scale"]["experience"]
                digits = 2 if scale["max"] - scale["min"] < 8 else 1
                assert drawn[f"value-{place}"] == fixed(row["priority"], 2)
                assert drawn[f"experience-value-{place}"] == fixed(row["experience"], digits)
                assert fixed(row["experience"], digits) in made.alt
        every = {(row["persona"], row["touchpoint"]): row for row in ranking if row["kind"] == "touchpoint"}
        view = emotion_view(project, document)
        for name, line in zip(personas(document), view.lines, strict=True):
            for placed, point in zip(document.touchpoints(), line.points, strict=True):
                if point and point.experience and (row := every.get((name, placed.touchpoint.id))):
                    assert point.experience.value == pytest.approx(row["experience"])
        first = {row["touchpoint"]: row["rank"] for row in short if row["rank"] <= 3}
        drawn_map = map_view(project, document)
        assert drawn_map.emotion == view
        ids = [placed.touchpoint.id for placed in document.touchpoints()]
        assert {id_: step.rank for id_, step in zip(ids, drawn_map.steps, strict=True) if step.rank} == first
        for dot in matrix_view(project, document).points:
            row = every[personas(document)[dot.persona], ids[dot.touchpoint]]
            marks = (dot.importance.value, dot.experience.value)
            assert marks == pytest.approx((row["importance"], row["experience"]))
            assert (dot.rank, dot.quadrant) == (row["rank"] if row["priority"] else None, row["quadrant"])


@examples(6)
@given(projects())
def test_the_index_in_a_picture_is_that_of_gaps(project: Any) -> None:
    """On the atlas and on the cards of personas."""
    told = {(each["journey"], each["persona"]): each for each in json.loads(gaps_json(gaps(project)))["journeys"]}
    indexes = []
    for document, whole in project.journey_documents():
        on = scales(project, whole).experience
        for name, card in zip(personas(document), personas_view(project, document).cards, strict=True):
            index = told[whole.id, name]["index10"]
            assert card.course is not None
            if index is None:  # nothing is of any importance
                assert card.course.index is None
                continue
            indexes.append(on.min + index * (on.max - on.min) / 10)
            assert card.course.index == pytest.approx(indexes[-1])
    shown = [row.index for row in atlas_view(project).rows if row.index is not None]
    assert sorted(shown) == pytest.approx(sorted(indexes))


@examples(15)
@given(counted())
def test_gaps_by_shares(project: Any) -> None:
    ranking = gaps(project, Options(shares=True))
    markdown, piped = gaps_markdown(project, ranking), gaps_table(project, ranking, Screen())
    wide = gaps_table(project, ranking, Screen(200))
    from_json = json.loads(gaps_json(ranking))["rows"]
    flat = (columns(row, shares=True) for row in ranking.rows)
    from_csv = list(csv.DictReader(io.StringIO(csv_table(column_names(shares=True), flat))))
    in_markdown = [dict(zip(cells(head), cells(line), strict=True)) for head, line in _table(markdown)]
    assert len(from_json) == len(from_csv) == len(in_markdown) == len(_lines(piped))
    for row, flat_row, marked, line in zip(from_json, from_csv, in_markdown, _lines(piped), strict=True):
        i, s = (row[f"{kind}_top2"]["share"] for kind in ("importance", "experience"))
        assert row["opportunity"] == pytest.approx(10 * i + max(10 * i - 10 * s, 0))
        assert marked["opportunity"] == line["opportunity"]
        assert marked["opportunity"].split()[0] == fixed(row["opportunity"], 2)
        for kind, column in (("importance", "top two imp."), ("experience", "top two exp.")):
            top = row[f"{kind}_top2"]
            assert [float(flat_row[f"{kind}_top2{end}"] or "nan") for end in ("", "_low", "_high")] == pytest.approx(
                [float("nan") if top[end] is None else top[end] for end in ("share", "low", "high")], nan_ok=True
            )
            assert marked[column] == line[column]
            assert marked[column].startswith(Language().percent(top["share"]))
            assert ("(" in marked[column]) == (top["low"] is not None)
            assert line[column] in wide


def words_above(markdown: str) -> str:
    """The conclusion: the same sentence in every format."""
    return markdown.split("\n\n")[1]


def _table(markdown: str) -> list[tuple[str, str]]:
    head, _, *rows = [line for line in markdown.splitlines() if line.startswith("|")]
    return [(head, line) for line in rows]


def _lines(text: str) -> list[dict[str, str]]:
    """The rows of aligned tables: a column starts or ends where its name does, so cells are cut at its blanks."""
    found: list[dict[str, str]] = []
    for block in text.split("\n\n"):
        head = next((at for at, line in enumerate(block.splitlines()) if re.match(r" *#  touchpoint", line)), None)
        if head is None:
            continue
        lines = block.splitlines()[head:]
        width = max(map(len, lines))
        padded = [line.ljust(width) for line in lines]
        blank = [all(line[at] == " " for line in padded) for at in range(width)]
        starts = [
            at for at in range(width) if not blank[at] and (at == 0 or (at > 1 and blank[at - 1] and blank[at - 2]))
        ]
        starts = starts or [0]
        cuts = list(zip(starts, [*starts[1:], width], strict=True))
        names, *rows = [[line[start:end].strip() for start, end in cuts] for line in padded]
        found += [dict(zip(names, row, strict=True)) for row in rows]
    return found


@examples(25)
@given(projects())
def test_summary(project: Any) -> None:
    found = summary(project)
    object_ = json.loads(summary_json(found))
    markdown, piped = summary_markdown(project, found), summary_table(project, found, Screen())
    wide = summary_table(project, found, Screen(200))
    scales = {(one["scale"]["min"], one["scale"]["max"]) for one in object_["journeys"]}
    low, high = next(iter(scales)) if len(scales) == 1 else (0, 10)
    together = fixed(low + object_["project"]["mean10"] * (high - low) / 10, 2 if high - low < 8 else 1)
    label = f"Mean experience, {general(low)}–{general(high)}"
    assert re.search(rf"\| {label} \| {re.escape(together)} \|\n", markdown)
    for text in (piped, wide):
        shown = [line.split()[-1] for line in text.splitlines() if line.startswith(label)]
        assert shown[-1] == together
    assert ("on 0–10 as their scales differ" in markdown) == (len(scales) > 1)
    for one in object_["journeys"]:
        low, high = one["scale"]["min"], one["scale"]["max"]
        mark = fixed(low + one["mean10"] * (high - low) / 10, 2 if high - low < 8 else 1)
        for text in (markdown, piped, wide):
            assert any(
                mark in line for line in text.splitlines() if f"Mean experience, {general(low)}–{general(high)}" in line
            )
