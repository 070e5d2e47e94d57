"""Boards of sticky notes: columns become touchpoints, colours say what a note is, and nobody is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxmap.diagnostic import Severity
from cxmap.exchange.draft.journey import Marks
from cxmap.exchange.draft.to_journey import KnownNames, to_journey
from cxmap.exchange.errors import ForeignError
from cxmap.exchange.outline.read import read_outline
from cxmap.exchange.sheet.cells import read_sheet
from cxmap.exchange.sheet.stickies import (
    MEANINGS,
    has_places,
    read_board,
    read_legend,
    skeleton,
    stickies,
    suggested_legend,
)
from tests.support import diagnose_text

BOARD = (Path(__file__).parent / "golden" / "stickies" / "mural.csv").read_bytes()
LEGEND = {
    "#E0E0E0": "stages",
    "#FFFFFF": "touchpoints",
    "#FCF281": "negatives",
    "#AAED92": "positives",
    "#9EDCFA": "quotes",
}
HEADER = "Text,BG Color,Position X,Position Y\n"


def board(text=BOARD, legend=LEGEND, **options):
    return read_board(notes(text), legend, **options)


def notes(text):
    return stickies(read_sheet(text if isinstance(text, bytes) else text.encode(), ".csv"))


def test_a_board_becomes_a_journey():
    found = board()
    stages = [(stage.title, [touchpoint.title for touchpoint in stage.touchpoints]) for stage in found.draft.stages]
    assert stages == [("Before", ["Reads the letter", "Calls"]), ("After", ["Gets help"])]
    letter, calls, help_ = found.draft.touchpoints
    assert letter.shared.marks == Marks(8, 4.5)
    assert letter.shared.values == {"negatives": ["Long & winding words"]}
    assert calls.shared.values == {"positives": ["Friendly"], "negatives": ["Six choices"]}
    assert calls.quotes == [("Why so long?", None)]
    assert (help_.channels, help_.owners, help_.moment_of_truth) == (["shop"], ["service"], True)
    assert found.remarks == ["left out: 1 note of the colour #123456", "scores 8/4.5: 'Reads the letter'"]
    new = to_journey(found.draft, KnownNames(), name="Board")
    assert "Secret" not in new.text
    assert [each for each in diagnose_text(new.text) if each.severity is Severity.ERROR] == []


def test_a_legend_is_suggested_that_can_be_read():
    text = suggested_legend(notes(BOARD))
    assert read_legend(text.encode(), "colors.yaml") == {
        "#FFFFFF": "touchpoints",
        "#E0E0E0": "stages",
        **dict.fromkeys(["#FCF281", "#AAED92", "#9EDCFA", "#123456"], "skip"),
    }
    assert '  "#FCF281": skip   # 2 notes: Long & winding words · Six choices\n' in text
    assert "Secret" not in text
    assert {*board(legend=read_legend(text.encode(), "colors.yaml")).draft.touchpoints[0].shared.values} == set()


def test_an_area_is_a_stage_where_no_note_is():
    found = board(
        "Text,BG Color,Position X,Position Y,Area\nA,#1,0,0,Before\nB,#1,200,0,After\nC,#1,400,0,After\n",
        {"#1": "touchpoints"},
    )
    assert [(stage.title, len(stage.touchpoints)) for stage in found.draft.stages] == [("Before", 1), ("After", 2)]


@pytest.mark.parametrize(
    ("meaning", "text", "values"),
    [
        ("wait", "2-3 days", {"wait": ["3 days"]}),
        ("wait", "ages", {"description": ["ages"]}),
        ("opportunities", "Call back", {"opportunities": ["Call back"]}),
    ],
)
def test_what_a_note_below_a_touchpoint_says(meaning, text, values):
    found = board(f"{HEADER}A,#1,0,0\n{text},#2,5,100\n", {"#1": "touchpoints", "#2": meaning})
    assert found.draft.touchpoints[0].shared.values == values


def test_notes_that_the_mapping_skips_are_told():
    found = board(legend={**LEGEND, "#FCF281": "skip"})
    told = ["left out: 2 notes of the colour #FCF281", "left out: 1 note of the colour #123456"]
    assert found.remarks[:2] == told


def test_a_note_above_all_touchpoints_is_told():
    found = board(f"{HEADER}lost,#2,0,0\nA,#1,0,100\n", {"#1": "touchpoints", "#2": "positives"})
    assert found.remarks == ["left out: no touchpoint above 'lost'"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f"{HEADER},#1,0,0\n", "no note with a text and a place; is this the CSV that Mural exports?"),
        (f"{HEADER}A,#1,1e308,-1e308\n", "no note with a text and a place"),
        (f"{HEADER}A,#2,0,0\n", "no note is a touchpoint; say in 'colors'"),
        (HEADER + "A,#1,0,0\n" * 2001, "2,001 notes; more than 2,000 are not arranged"),
    ],
)
def test_a_board_that_is_none(text, message):
    with pytest.raises(ForeignError) as refused:
        board(text, {"#1": "touchpoints"})
    assert message in str(refused.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("colors:\n  '#1': pains\n", "colors.yaml:2:9: unknown kind of note 'pains'"),
        ("colors:\n  '#1': negative\n", "did you mean 'negatives'?"),
        ("colours: {}\n", "colors.yaml:1:1: the key 'colors' is missing"),
        ("colors: [\n", "colors.yaml:"),
        ("", "colors.yaml:1:1: "),
    ],
)
def test_a_legend_that_is_none(text, message):
    with pytest.raises(ForeignError) as refused:
        read_legend(text.encode(), "colors.yaml")
    assert message in str(refused.value)


def test_every_kind_of_note_that_is_named_is_understood():
    for meaning in MEANINGS:
        found = board(f"{HEADER}A,#1,0,0\n2 days,#2,0,100\n", {"#1": "touchpoints", "#2": meaning})
        new = to_journey(found.draft, KnownNames(), name="Board")
        assert [each for each in diagnose_text(new.text) if each.severity is Severity.ERROR] == [], meaning


def test_texts_alone_become_an_outline_to_put_in_order():
    sheet = read_sheet(b'\xef\xbb\xbfFrame 1\n"Calls, 8/4"\n# loud\n<b>x</b> &amp; y\n', ".csv")
    assert not has_places(sheet)
    text = skeleton(sheet, "board")
    assert text == "# board\n\n- Frame 1\n- Calls, 8/4\n- \\# loud\n- x & y\n"
    assert [touchpoint.title for touchpoint in read_outline(text).draft.touchpoints] == [
        "Frame 1",
        "Calls,",
        "# loud",
        "x & y",
    ]
