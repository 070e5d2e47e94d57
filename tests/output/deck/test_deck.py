"""The deck: what it shows is what ``gaps`` says, every slide has a title, and nothing leaves a slide."""

from __future__ import annotations

import datetime as dt
import functools
import io
import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import matplotlib as mpl
import pytest
from hypothesis import given
from openxml_audit import validate_pptx
from PIL import ImageFont
from pptx import Presentation
from tests.analysis.journeys import journey, load, touchpoint
from tests.output.charts.journeys import journey as journey_view
from tests.output.deck import templates
from tests.output.figures import printed
from tests.output.tables.test_same_figures import projects
from tests.profiles import examples

from cxmap.analysis.ranking.gaps import gaps
from cxmap.analysis.roadmap import roadmap
from cxmap.choices import DECK_SLIDES
from cxmap.cli.main import run as cxmap
from cxmap.i18n.language import Language
from cxmap.i18n.plan import PlanWords
from cxmap.output.deck.deck import Deck, make_deck
from cxmap.output.deck.fit import fitted
from cxmap.output.deck.making import MOST_ROWS
from cxmap.output.deck.slides import Slides
from cxmap.output.deck.template import Template, open_template, own_template
from cxmap.output.deck.wording import Column, Run
from cxmap.output.tables.gaps_json import gaps_json
from cxmap.output.tables.plan_cells import PlanCells
from cxmap.output.tables.signs import UNICODE
from cxmap.project.load import load as load_files
from cxmap.story.story import Story, tell

EXAMPLES = Path(__file__).parents[3] / "examples"
SHORT: Any = ("title", "journey", "ranking", "personas")
TODAY = dt.date(2026, 7, 1)


def story(name: str, lang: Any = "en") -> Story:
    folder = EXAMPLES / name
    return tell(load_files([str(folder)], today=TODAY, cwd=folder), lang)


def made(told: Story, template: Template | None = None, slides: Any = DECK_SLIDES) -> tuple[Deck, Any]:
    deck = make_deck(told, template or own_template(), slides, command="cxmap export pptx")
    return deck, Presentation(io.BytesIO(deck.data))


@pytest.fixture(scope="module")
def shoes() -> Story:
    return story("running-shoes")


@pytest.fixture(scope="module")
def board(shoes: Story) -> Any:
    return made(shoes)[1]


@pytest.fixture(scope="module")
def short(shoes: Story) -> tuple[Story, Deck]:
    """The journey as it is now alone, on the slides that have something of each kind."""
    told = replace(shoes, journeys=tuple(told for told in shoes.journeys if told.current))
    return told, made(told, slides=SHORT)[0]


def title(slide: Any) -> str:
    return str(slide.shapes.title.text)


def tables(slide: Any) -> list[list[list[str]]]:
    return [
        [[cell.text for cell in row.cells] for row in shape.table.rows] for shape in slide.shapes if shape.has_table
    ]


def texts(slide: Any) -> list[str]:
    return [shape.text_frame.text for shape in slide.shapes if shape.name == "Text"]


def hopes(told: Story) -> str:
    """What ``cxmap roadmap`` prints of it."""
    cells = PlanCells(told.project, roadmap(told.project), PlanWords(told.lang), UNICODE)
    return "\n".join(cells.hopes())


def test_the_slides_of_the_example_in_order(board: Any) -> None:
    titles = [title(slide) for slide in board.slides]
    starts = (
        "A first pair, or a first pair again",
        "In short",
        "Of 11 scores measured twice, 4 changed more than chance",
        "“Checks whether we have the size” is the weakest link (3.9)",
        "A first pair, or a first pair again (2",
        "A first pair, or a first pair again: the figures as a chart to edit",
        "This plan intends an experience of 8.4 on average, where it is 6.3 today",
        "A first pair, as it should be (2",
        "Work first on “Checks whether we have the size”: an action addresses it",
        "What comes first for each persona",
        "1. Checks whether we have the size",
    )
    assert [found[: len(start)] for found, start in zip(titles, starts, strict=False)] == list(starts)
    assert [found for found in titles if "8 actions: 2 done, 3 in progress" in found]
    assert [found for found in titles if found.startswith("7 of 10 metrics moved the right way")]
    assert len(titles) == len(set(titles))
    assert titles[-2:] == [
        "Noor de Wit and André Smits stand for 60 % of all customers",
        "Of 53 scores of touchpoints, 34 rest on customers and 19 on the team's own estimate",
    ]


def test_a_long_journey_is_cut_into_slides_whose_text_can_be_read(board: Any, shoes: Story) -> None:
    parts = list(board.slides)[3:5]
    assert title(parts[0]).startswith("“Checks whether we have the size” is the weakest link")
    assert title(parts[1]).replace("\N{NO-BREAK SPACE}", " ") == "A first pair, or a first pair again (2 of 2)"
    shown = []
    for slide in parts:
        assert min(map(int, slide.element.xpath("//p:grpSp//a:rPr/@sz"))) >= 900
        # Verdicts are of the whole journey, and so is what a screen reader says.
        (about,) = slide.element.xpath("/p:sld/p:cSld/p:spTree/p:grpSp/p:nvGrpSpPr/p:cNvPr/@descr")
        assert "Goes for the first run" in about
        assert "Decides to start running" in about
        assert "Channels, handovers and what lifts or lowers" in slide.notes_slide.notes_text_frame.text
        shown.append(" ".join(slide.element.xpath("//p:grpSp//a:t/text()")))
    assert ["weakest link" in text.replace("\N{NO-BREAK SPACE}", " ") for text in shown] == [True, False]
    assert [text.count("largest drop") for text in shown] == [2, 0]
    told = next(told for told in shoes.journeys if told.current)
    for placed in told.document.touchpoints():
        assert sum(placed.touchpoint.title in text for text in shown) >= 1


@pytest.mark.parametrize(
    ("touchpoints", "personas", "parts"), [(5, 1, 1), (13, 1, 2), (40, 1, 5), (12, 2, 2), (30, 2, 3), (7, 3, 2)]
)
def test_how_a_journey_is_cut(touchpoints: int, personas: int, parts: int) -> None:
    scenes, _ = fitted(journey_view(touchpoints, personas), 874, 397, theme="light", lang="en")
    assert len(scenes) == parts
    assert min(words.size for scene in scenes for words in scene.words) >= 9 - 1e-6
    assert len({scene.alt for scene in scenes}) == 1
    for each in scenes:
        assert each.width <= 874 + 1e-6
        assert each.height <= 400


def test_the_message_is_that_of_the_story(board: Any, shoes: Story) -> None:
    said = [*(headline.text for headline in shoes.headlines), hopes(shoes)]
    assert texts(board.slides[1]) == ["\n".join(said)]


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_what_owners_hope_for_is_below_the_plan_as_the_road_map_says_it(shoes: Story, lang: Any) -> None:
    starts = {
        "en": "What owners hope for, not a forecast: 6.3 → 6.5 (",
        "nl": "Waar eigenaren op hopen, geen voorspelling",
    }
    told = replace(shoes, lang=lang)
    assert hopes(told).startswith(starts[lang])
    _, deck = made(told, slides=("message", "roadmap"))
    message, *plan = deck.slides
    assert texts(message)[0].endswith(f"\n{hopes(told)}")
    assert plan
    for slide in plan:
        assert texts(slide) == [hopes(told)]
        assert hopes(told) in slide.notes_slide.notes_text_frame.text


def test_changes_are_those_of_trend(board: Any, shoes: Story, capsys: pytest.CaptureFixture[str]) -> None:
    assert cxmap(["trend", str(EXAMPLES / "running-shoes"), "--format", "json"]) == 0
    found = [one for one in json.loads(capsys.readouterr().out)["series"] if one["what"] == "score" and one["change"]]
    names = shoes.names
    exact: dict[str, list[float]] = {}
    for one in found:
        exact.setdefault(names.touchpoint(*one["id"].split("/")), []).append(one["change"]["difference"])
    (rows,) = tables(board.slides[2])
    assert len(rows) == 11
    for row in rows[1:]:
        before, after, difference = (float(cell.replace("\N{MINUS SIGN}", "-")) for cell in row[3:6])
        assert difference == pytest.approx(after - before)
        assert any(abs(difference - each) < 0.1 for each in exact[row[0]])
    assert "not clear among 9 compared" in [row[-1] for row in rows]


def test_a_sheet_says_what_is_planned_and_hoped_for(board: Any) -> None:
    (sheet,) = [slide for slide in board.slides if title(slide).startswith("1. ")]
    text = "\n".join(shape.text_frame.text for shape in sheet.shapes if shape.name == "Text")
    customers, others = text.index("What customers say"), text.index("What others say")
    assert customers < text.index("(Complaints of a year)") < others < text.index("(Round of the shop floor)")
    for part in (
        "“Forty minutes on the train for a pair that was never there.” (Complaints of a year)",
        "Count the running wall every Monday (done 22\N{NO-BREAK SPACE}Jun\N{NO-BREAK SPACE}2026, Shop team)",
        "hoped for by its owner, no forecast: +2",
        "Visitors whose size turned out not to be there",
    ):
        assert part in text


def test_every_slide_is_accessible_and_in_bounds(board: Any) -> None:
    width, height = board.slide_width, board.slide_height
    for slide in board.slides:
        assert slide.shapes.title is not None
        assert slide.shapes.title.text
        assert slide.notes_slide.notes_text_frame.text
        ids = slide.element.xpath("//p:cNvPr/@id")
        assert len(ids) == len(set(ids))
        for about in slide.element.xpath(
            "//p:pic//p:cNvPr | //p:graphicFrame//p:cNvPr | /p:sld/p:cSld/p:spTree/p:grpSp/p:nvGrpSpPr/p:cNvPr"
        ):
            assert about.get("descr"), (title(slide), about.get("name"))
        for run in slide.element.xpath("//p:cSld//a:r/a:rPr"):
            assert run.get("lang") == "en-GB"
        for extent in slide.element.xpath("//p:cSld/p:spTree/*//a:xfrm/a:ext | //p:cSld/p:spTree/*//p:xfrm/a:ext"):
            assert min(int(extent.get("cx")), int(extent.get("cy"))) > 0
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= width + 1
            assert shape.top + shape.height <= height + 1


def test_tables_stay_clear_of_what_is_below_them_where_a_wide_font_takes_the_place_of_ours(board: Any) -> None:
    """DejaVu Sans, which takes the place of Arial where that is absent; laid out by a measure of the test's own."""
    met = 0
    for slide in board.slides:
        for shape in slide.shapes:
            if not shape.has_table:
                continue
            met += 1
            columns = [column.width / 12700 - 14 for column in shape.table.columns]
            needed = sum(
                max(lines_in_dejavu(cell, width) for cell, width in zip(row.cells, columns, strict=True))
                for row in shape.table.rows
            )
            size = shape.table.cell(1, 0).text_frame.paragraphs[0].runs[0].font.size.pt
            assert size >= 9
            high = needed * size * 1.17 + 6 * len(shape.table.rows)  # 1.17: the line of DejaVu Sans
            below = [other.top for other in slide.shapes if other.name == "Text" and other.top > shape.top]
            assert shape.top / 12700 + high <= min([*below, board.slide_height]) / 12700
    assert met > 8


def lines_in_dejavu(cell: Any, width: float) -> int:
    """How many lines the text of a cell takes, broken at blanks."""
    lines, x = 1, 0.0
    for run in cell.text_frame.paragraphs[0].runs:
        for word in re.findall(r"\S+\s*|\s+", run.text):
            ink, whole = (
                dejavu(bool(run.font.bold)).getlength(text) * run.font.size.pt / 100 for text in (word.rstrip(), word)
            )
            if x + ink > width and x:
                lines, x = lines + 1, 0.0
            x += whole
    return lines


@functools.cache
def dejavu(bold: bool) -> ImageFont.FreeTypeFont:
    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    return ImageFont.truetype(str(Path(mpl.get_data_path()) / "fonts/ttf" / name), 100)


def test_that_there_is_no_action_stands_out_where_something_falls_short(board: Any) -> None:
    ranked = next(
        shape.table
        for slide in board.slides
        for shape in slide.shapes
        if shape.has_table and shape.table.cell(0, 0).text == "#"
    )
    rows = [list(row.cells) for row in ranked.rows if list(row.cells)[-1].text == "no action"]
    found = {float(row[-2].text) > 0: row[-1].text_frame.paragraphs[0].runs[0] for row in rows}
    assert {lacking: bool(run.font.bold) for lacking, run in found.items()} == {True: True, False: False}


def test_a_table_that_is_too_long_is_cut_into_slides() -> None:
    slides = Slides(own_template(), "en")
    columns = [Column("a", 1), Column("b", 1)]
    rows = [((Run(f"{i} " + "word " * 60),), (Run("x"),)) for i in range(9)]
    parts = slides.parts(slides.body, columns, rows)
    assert [row for part in parts for row in part] == rows
    assert 1 < len(parts) < 9
    assert max(map(len, parts)) - min(map(len, parts)) <= 1
    slide = slides.page("t")
    assert slides.table(slide, slides.body, columns, parts[0], 12, "") <= slides.body.bottom
    higher = [((Run("word " * 4000),), (Run("x"),))]
    assert slides.parts(slides.body, columns, higher) == [higher]


def test_the_chart_behind_a_journey_has_its_figures(board: Any, shoes: Story) -> None:
    (frame,) = [shape for slide in board.slides for shape in slide.shapes if shape.has_chart]
    plot = frame.chart.plots[0]
    told = shoes.journeys[0] if shoes.journeys[0].current else shoes.journeys[1]
    way = [placed.touchpoint for placed in told.document.touchpoints() if placed.touchpoint.returns_to is None]
    assert [tuple(labels)[-1] for labels in plot.categories.flattened_labels] == [one.title for one in way]
    for series, visits in zip(plot.series, told.ways.values(), strict=True):
        scores = {visit.id: visit.experience.value for visit in visits if visit.experience}
        assert list(series.values) == [
            pytest.approx(scores[one.id], abs=1e-4) if one.id in scores else None for one in way
        ]
    assert "Waits for another size" not in {one.title for one in way}  # a detour would read as a dip
    order = [child.tag.rpartition("}")[2] for child in plot.series[0]._element]
    assert order.index("errBars") < order.index("cat")


def test_the_same_bytes_twice_and_other_words_in_dutch(shoes: Story, short: tuple[Story, Deck]) -> None:
    told, first = short
    assert made(told, slides=SHORT)[0].data == first.data
    with zipfile.ZipFile(io.BytesIO(first.data)) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    _, deck = made(tell(shoes.project, "nl"), slides=("title", "ranking"))
    assert deck.core_properties.language == "nl-NL"
    ranking = next(slide for slide in deck.slides if tables(slide))
    (rows,) = tables(ranking)
    assert rows[0] == ["#", "Contactmoment", "Belang", "Beleving", "Kloof", "Prioriteit", "Actie"]
    assert rows[1][2:6] == ["8,9", "3,9", "5,0", "4,80"]
    assert {run.get("lang") for run in ranking.element.xpath("//p:cSld//a:r/a:rPr")} == {"nl-NL"}


def test_files_are_as_the_standard_has_them(short: tuple[Story, Deck], tmp_path: Path) -> None:
    """ECMA-376, and what PowerPoint asks besides, by a reader of its own."""
    path = tmp_path / "deck.pptx"
    path.write_bytes(short[1].data)
    assert [str(error) for error in validate_pptx(path).errors] == []


def test_what_a_project_says_nothing_of_has_no_slide() -> None:
    _, deck = made(story("airport"), slides=("title", "roadmap", "sources"))
    assert [title(slide) for slide in deck.slides] == ["Through San Francisco airport", "Where the figures come from"]
    bare = tell(load(journey(touchpoint("a"), name="one")), "en")
    _, deck = made(bare)
    assert "In short" not in [title(slide) for slide in deck.slides]


def test_an_opportunity_of_which_only_scores_are_known_has_no_slide() -> None:
    plain, described = touchpoint("a", 9, 2), touchpoint("b", 9, 3) | {"opportunities": ["Answer sooner"]}
    deck, board = made(tell(load(journey(plain, described, name="one")), "en"), slides=("ranking", "sheets"))
    assert [title(slide) for slide in board.slides][1:] == ["2. B"]
    (remark,) = deck.remarks
    assert remark.startswith("a: no slide, as nothing but scores is described; add")


def test_letters_and_tests_go_on_in_the_parts_of_a_chart(board: Any) -> None:
    every = [slide for slide in board.slides if "actions · as of" in " ".join(charted(slide))]
    parts = [slide for slide in every if "Impact and effort" not in charted(slide)]  # of all actions, at the end
    letters = [text for slide in parts for text in dict.fromkeys(charted(slide)) if re.fullmatch("[A-Z]", text)]
    assert len(parts) > 1
    assert letters == sorted(set(letters))
    dashboard = [" ".join(charted(slide)) for slide in board.slides if "metrics · Moved" in " ".join(charted(slide))]
    assert len(dashboard) > 1
    assert all("corrected (Holm) for the 5 metrics compared" in text for text in dashboard)


def charted(slide: Any) -> list[str]:
    """The texts of the chart on a slide."""
    found = slide.element.xpath("/p:sld/p:cSld/p:spTree/p:grpSp//a:t/text()")
    return [text.replace("\N{NO-BREAK SPACE}", " ") for text in found]


@pytest.mark.parametrize(
    "data",
    [
        templates.dark(),
        templates.patterned(),
        templates.of_size(9_144_000, 6_858_000),
        templates.of_size(6_858_000, 12_192_000),
        templates.with_layouts(1),
        templates.without_titles(),
    ],
    ids=["dark", "gradient", "4:3", "portrait", "one layout", "no title"],
)
def test_any_template_takes_the_deck(shoes: Story, data: bytes) -> None:
    template = open_template(data, "house.potx")
    brief = replace(shoes, sheets=shoes.sheets[:1])
    deck, board = made(brief, template, ("title", "message", "ranking", "sheets", "sources"))
    assert deck.slides == len(board.slides) >= 6  # more where a table is cut
    for slide in board.slides:
        ids = slide.element.xpath("//p:cNvPr/@id")
        assert len(ids) == len(set(ids))
        for shape in slide.shapes:
            assert shape.left + shape.width <= board.slide_width + 1
            assert shape.top >= 0


def test_on_a_dark_template_charts_are_dark_without_a_box_and_on_a_pattern_they_have_one(shoes: Story) -> None:
    for data, grounds in ((templates.dark(), 0), (templates.patterned(), 1)):
        _, deck = made(shoes, open_template(data, "house"), ("personas",))
        slide = deck.slides[0]
        assert [shape.name for shape in slide.shapes].count("Ground") == grounds
        colors = set(slide.element.xpath("//p:grpSp//a:t/../a:rPr//a:srgbClr/@val"))
        assert ("F4F5F6" in colors) == (grounds == 0)
        assert ("1B1F24" in colors) == (grounds == 1)


def test_a_font_too_wide_for_charts_is_said_and_not_used_in_them(shoes: Story) -> None:
    deck = templates.deck_of()
    (theme,) = [rel.target_part for rel in deck.slide_master.part.rels.values() if rel.reltype.endswith("/theme")]
    theme._blob = theme.blob.replace(b'"Arial"', b'"Verdana"')
    found, board = made(shoes, open_template(templates.saved(deck), "house"), ("personas",))
    assert "charts are set in Arial: Verdana, the template's font, is too wide for them" in found.remarks[0]
    assert set(board.slides[0].element.xpath("//p:grpSp//a:latin/@typeface")) == {"Arial"}


def test_hostile_text_is_text() -> None:
    nasty = "<a:t>&amp; $x$ {0} \u202e=cmd|' /C calc'!A0"
    told = tell(load(journey(touchpoint("a", 9, 2, title=nasty), touchpoint("b", 5, 5), name="one", title=nasty)), "en")
    _, board = made(told)
    text = "\n".join(title(slide) for slide in board.slides)
    assert "<a:t>&amp; $x$ {0} " in text


@examples(5)
@given(projects())
def test_the_ranking_says_what_gaps_says(project: Any) -> None:
    fixed = Language().fixed
    expected = json.loads(gaps_json(gaps(project)))
    told = tell(project, "en")
    said, deck = made(told, slides=("ranking", "sheets"))
    found = next((tables(slide)[0] for slide in deck.slides if tables(slide)), None)
    if found is None:
        assert not expected["rows"]
        return
    head, *rows = found
    persona = expected["rows"][0]["persona"]
    first = [row for row in expected["rows"] if row["persona"] == persona and row["rank"] is not None]
    assert len(rows) == min(len(first), MOST_ROWS)
    ends = {(row["scale"][kind]["min"], row["scale"][kind]["max"]) for row in expected["rows"] for kind in row["scale"]}
    own, digits = ("", 2 if (one := next(iter(ends)))[1] - one[0] < 8 else 1) if len(ends) == 1 else ("10", 1)
    for row, shown in zip(first, rows, strict=False):
        cells = dict(zip(head, shown, strict=True))
        assert cells["#"].rstrip("=") == str(row["rank"])
        assert cells["Touchpoint"].startswith(row["title"])
        for name in ("importance", "experience", "gap"):
            assert cells[name.capitalize()] == printed(row, name, own, digits)
        assert cells["Priority"] == fixed(row["priority"], 2)
    _assert_by_persona(deck, expected["rows"])
    by_place = {(row["journey"], row["touchpoint"]): row for row in first}
    for sheet in told.sheets:
        row = by_place[sheet.row.journey, sheet.row.touchpoint]
        of_it = [slide for slide in deck.slides if title(slide) == f"{_rank(row)}. {row['title']}" and tables(slide)]
        if not of_it:
            assert any(remark.startswith(f"{row['touchpoint']}: no slide, as nothing but") for remark in said.remarks)
            continue
        table = tables(of_it[0])[0]
        assert dict(zip(table[0], table[1], strict=True))["Priority"] == fixed(row["priority"], 2)


def _assert_by_persona(deck: Any, rows: Any) -> None:
    """The first five of each persona, side by side, as ``gaps`` ranks them."""
    groups: dict[str, list[Any]] = {}
    for row in rows:
        if row["persona"] is not None and row["rank"] is not None:
            groups.setdefault(row["persona"], []).append(row)
    found = [slide for slide in deck.slides if title(slide) == "What comes first for each persona"]
    assert len(found) == (len(groups) > 1)
    for slide in found:
        (_, *shown) = tables(slide)[0]
        for i, group in enumerate(groups.values()):
            cells = [(line[2 * i], line[2 * i + 1]) for line in shown]
            for (what, figure), row in zip(cells, group, strict=False):
                assert what.startswith(f"{_rank(row)}  {row['title']}")
                assert figure == Language().fixed(row["priority"], 2)
            assert all(cell == ("", "") for cell in cells[len(group) :])


def _rank(row: Any) -> str:
    return f"{row['rank']}{'=' if row['tied'] else ''}"


def test_only_journeys_asked_about_are_told(shoes: Story) -> None:
    documents = tuple(told.document for told in shoes.journeys if not told.current)
    told = tell(replace(shoes.project, reported=documents), "en")
    _, deck = made(told, slides=("title", "journey", "ranking"))
    assert [title(slide) for slide in deck.slides] == [
        "A first pair, as it should be",
        "This plan intends an experience of 8.4 on average, where it is 6.3 today",
    ] or title(deck.slides[0]) == "A first pair, as it should be"
