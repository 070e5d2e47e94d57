"""Lists and maps out of spreadsheets become journeys: what is known, and nothing else."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
import xlsxwriter

from cxmap.diagnostic import Severity
from cxmap.exchange.draft.to_journey import KnownNames, to_journey
from cxmap.exchange.errors import ForeignError
from cxmap.exchange.sheet.cells import read_sheet
from cxmap.exchange.sheet.new_table import account, read_table
from tests.support import diagnose_text

GOLDEN = Path(__file__).parent / "golden" / "table"


def workbook(fill):
    """The bytes of a workbook that a function fills."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        fill(book.add_worksheet())
    return file.getvalue()


def list_merged(sheet):
    sheet.write_row(0, 0, ["Stage", "Touchpoint", "Channel", "Importance", "Experience", "Lowers"])
    sheet.merge_range(1, 0, 2, 0, "Before")
    sheet.write_row(1, 1, ["Reads the letter", "post", 8, 4.5, "Long words"])
    sheet.write_row(2, 1, ["Calls", "phone", 9, 6, ""])
    sheet.merge_range(3, 0, 4, 0, "There")
    sheet.merge_range(3, 1, 4, 1, "Waits in the hall")
    sheet.write_row(3, 2, ["hospital", 7, 3, "No seats"])
    sheet.write(4, 5, "Nobody says how long")


def list_formulas(sheet):
    sheet.write_row(1, 1, ["Fase", "Stap", "Belang", "Ervaring"])
    sheet.write_row(2, 1, ["Thuis", "Zoekt een afspraak", 8])
    sheet.write_formula(2, 4, "=2+3", None, 5)
    sheet.write_row(3, 1, ["", "Krijgt een brief", "hoog", 7])
    sheet.write_string(4, 2, "=cmd|' /C calc'!A0")


def map_merged(sheet):
    sheet.merge_range(0, 0, 0, 4, "A visit to the hospital")
    sheet.write(1, 0, "Phase")
    sheet.merge_range(1, 1, 1, 2, "Before")
    sheet.merge_range(1, 3, 1, 4, "There")
    sheet.write_row(2, 0, ["Step", "Reads the letter", "Calls", "Waits", "Sees the doctor"])
    sheet.write_row(3, 0, ["Channel", "post", "phone", "hospital", "hospital"])
    sheet.write_row(4, 0, ["Importance", 8, 9, 7, 10])
    sheet.write_row(5, 0, ["Experience", 4.5, 6, 3, 9])
    sheet.write_row(6, 0, ["Duration", "", "10 min", "half an hour", "15 minutes"])


def map_two_columns_a_touchpoint(sheet):
    sheet.write(0, 0, "Fase")
    sheet.merge_range(0, 1, 0, 3, "Oriëntatie")
    sheet.write(1, 0, "Contactmoment")
    sheet.merge_range(1, 1, 1, 2, "Bekijkt de website")
    sheet.write(1, 3, "Belt")
    sheet.write_row(2, 0, ["Pijnpunten", "Prijs ontbreekt", "Te veel tekst", "Wachtrij"])
    sheet.write_row(3, 0, ["Waardering", 5, "", 6])


WORKBOOKS = {
    "list-merged": list_merged,
    "list-formulas": list_formulas,
    "map-merged": map_merged,
    "map-two-columns-a-touchpoint": map_two_columns_a_touchpoint,
}
NAMES = [*sorted(path.stem for path in GOLDEN.glob("*.csv")), *WORKBOOKS]


def made(name):
    if name in WORKBOOKS:
        sheet = read_sheet(workbook(WORKBOOKS[name]), ".xlsx")
    else:
        sheet = read_sheet((GOLDEN / f"{name}.csv").read_bytes(), ".csv")
    read = read_table(sheet)
    new = to_journey(read.draft, KnownNames(), name="A visit", identifier="visit")
    return new.text, "\n".join([account(read), new.account, *new.remarks, *read.remarks]) + "\n"


def test_there_are_twelve():
    assert len(NAMES) == 12


@pytest.mark.parametrize("name", NAMES)
def test_a_table_becomes_a_journey(name):
    text, remarks = made(name)
    assert text == (GOLDEN / f"{name}.cxmap.yaml").read_text(encoding="utf-8")
    assert remarks == (GOLDEN / f"{name}.remarks.txt").read_text(encoding="utf-8")
    assert [found for found in diagnose_text(text) if found.severity is Severity.ERROR] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (",Website,Shop\nBefore,8,5\nAfter,3,4\n", "neither a list of touchpoints nor a map: names of columns"),
        ("Stage,Touchpoint\nTouchpoint,Channel\nA,B\n", "both a list and a map"),
        ("Touchpoint,Experience\nPays,11\nLeaves,12\n", "row 2: experience 11 is outside 1 to 10"),
        ("Touchpoint,Experience\nPays,11\nLeaves,12\n", "say what the scale is, such as --scale 0,100"),
        ("Touchpoint,Experience (1-5)\nPays,6\n", "row 2: experience 6 is outside 1 to 5"),
        ("Step,Pays,Leaves\nExperience,6,11\nChannel,,\n", "column C: experience 11 is outside 1 to 10"),
        ("Touchpoint,Experience\n,\n,7\n", "no touchpoint: the cells of the touchpoints are empty"),
        ("Touchpoint\nPays\n", "neither a list of touchpoints nor a map"),
    ],
)
def test_what_is_refused(text, told):
    with pytest.raises(ForeignError) as refused:
        read_table(read_sheet(text.encode(), ".csv"))
    assert told in str(refused.value)


def test_a_score_is_taken_once_and_a_wrong_one_is_told():
    read = read_table(read_sheet(b"Step,Score,Rating,Importance\nPays,7,8,high\n", ".csv"))
    assert read.draft.touchpoints[0].shared.marks.experience == 7
    assert read.draft.touchpoints[0].shared.marks.importance is None
    assert read.remarks == [
        "row 2: experience twice; the first was taken",
        "row 2: importance is no number, left out: 'high'",
    ]


def test_a_scale_that_is_given_counts():
    read = read_table(read_sheet(b"Step,Score\nPays,70\n", ".csv"), scale=(0, 100))
    assert read.draft.scale == (0, 100)
