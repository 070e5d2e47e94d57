"""Tables of touchpoints: out as CSV and XLSX, filled in, and back into the file."""

from __future__ import annotations

import csv
import io
import zipfile
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxmap.exchange.errors import ForeignError
from cxmap.exchange.sheet import archive
from cxmap.exchange.sheet.archive import check_archive
from cxmap.exchange.sheet.cells import Sheet, number, read_sheet
from cxmap.exchange.sheet.table_in import fill_in
from cxmap.exchange.sheet.table_out import csv_table, workbook
from cxmap.exchange.sheet.touchpoints import COLUMNS, rows
from cxmap.yaml.editor.changes import edited
from cxmap.yaml.editor.value import document as written
from tests.profiles import examples
from tests.support import project

FILE = "journey.cxmap.yaml"
TEXT = """cxmap: 1   # mine
personas:
  noor: {name: Noor}
  andre: {name: André}
channels:
  web: {title: "=1+1", kind: digital}
sources:
  survey: {title: S, kind: survey, scale: {min: 1, max: 5}}
journey:
  id: shoes
  title: Shoes
  personas: [noor, andre]
  stages:
    - id: s
      title: S
      touchpoints:
        - id: a   # first
          title: A
          channel: web
          scores: {importance: 8, experience: {mean: 3, n: 9, source: survey}}
          by_persona:
            andre: {scores: {experience: 4}}
        - id: b
          title: B
          personas: [noor]
          evidence: [{source: survey, note: x}]
"""


@pytest.fixture(scope="module")
def loaded():
    return project({FILE: TEXT})


def table(loaded):
    ((document, journey),) = loaded.journey_documents()
    return [*rows(loaded, document, journey)]


def filled(loaded, sheet):
    ((document, journey),) = loaded.journey_documents()
    result = fill_in(loaded, document, journey, sheet)
    return result, edited(document.source, result.data)


def problems(loaded, *lines):
    with pytest.raises(ForeignError) as refused:
        filled(loaded, read_sheet("\n".join(lines).encode(), ".csv"))
    return refused.value.problems


def test_csv(loaded):
    assert csv_table(table(loaded)) == (
        "journey,stage,touchpoint,persona,title,channel,owner,importance,experience,desired,measured,as exported\r\n"
        "shoes,S,a,,A,'=1+1,,8,5.5,,experience,importance 8 experience 5.5\r\n"
        "shoes,S,a,andre,A,'=1+1,,,4,,,experience 4\r\n"
        "shoes,S,b,,B,,,,,,,nothing\r\n"
    )


def test_a_workbook_holds_the_same_and_no_formula(loaded):
    made = workbook(table(loaded))
    assert made == workbook(table(loaded))
    sheet = read_sheet(made, ".xlsx")
    assert sheet.header == list(COLUMNS)
    assert sheet.rows[0] == (
        2,
        ["shoes", "S", "a", "", "A", "=1+1", "", "8", "5.5", "", "experience", "importance 8 experience 5.5"],
    )
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_a_table_that_comes_back_as_it_was_changes_nothing(loaded, suffix):
    made = csv_table(table(loaded)).encode() if suffix == ".csv" else workbook(table(loaded))
    result, text = filled(loaded, read_sheet(made, suffix))
    assert result.changes == ()
    assert text == TEXT


# What became of the file since: a survey on 1 to 5, another mark, a persona who no longer passes, a touchpoint gone.
SINCE = (
    TEXT.replace("importance: 8,", "importance: {mean: 4, n: 9, source: survey},")
    .replace("{mean: 3, n: 9,", "{mean: 2, n: 99,")
    .replace("andre: {scores: {experience: 4}}", "andre: {scores: {experience: 6}}")
    .replace("id: b\n", "id: c\n")
)


def sent_back(suffix, change=lambda cells: cells, since=SINCE, order=1):
    """What a table that was exported before does to the file, with each of its rows changed."""
    made = table(project({FILE: TEXT}))
    sheet = read_sheet(csv_table(made).encode() if suffix == ".csv" else workbook(made), suffix)
    changed = Sheet(sheet.header, [(number, change(list(cells))) for number, cells in sheet.rows][::order])
    return filled(project({FILE: since}), changed)


def typed(touchpoint, persona, name, value):
    def change(cells):
        if (cells[COLUMNS.index("touchpoint")], cells[COLUMNS.index("persona")]) == (touchpoint, persona):
            cells[COLUMNS.index(name)] = value
        return cells

    return change


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@pytest.mark.parametrize("since", [SINCE, SINCE.replace("[noor, andre]", "[noor]").replace("            andre", "#")])
def test_what_was_not_changed_since_the_export_changes_nothing(suffix, since):
    result, text = sent_back(suffix, since=since)
    assert (result.changes, result.conflicts, text) == ((), (), since)


@pytest.mark.parametrize("order", [1, -1])
def test_cells_changed_on_both_sides_are_listed_and_the_others_taken(order):
    def change(cells):
        typed("a", "andre", "experience", "7,5")(cells)
        typed("a", "andre", "desired", "9")(cells)
        return typed("a", "", "experience", "5")(cells)

    result, text = sent_back(".xlsx", change, order=order)
    assert [(one.touchpoint, one.persona, one.name, one.new) for one in result.changes] == [
        ("a", "andre", "desired", 9)
    ]
    assert sorted(result.conflicts) == [
        "row 2, experience of 'a': 5 in the table, but the file changed from 5.5 to 3.25 since the export",
        "row 3, experience of 'a' for 'andre': 7.5 in the table, but the file changed from 4 to 6 since the export",
    ]
    assert text == SINCE.replace("{experience: 6}", "{experience: 6, desired: 9}")


def test_a_cell_changed_to_what_the_file_has_now_is_no_conflict():
    result, text = sent_back(".csv", typed("a", "andre", "experience", "6"))
    assert (result.changes, result.conflicts, text) == ((), (), SINCE)


def test_a_cell_changed_at_a_touchpoint_that_is_gone_is_refused():
    with pytest.raises(ForeignError, match="the journey has no touchpoint 'b'"):
        sent_back(".xlsx", typed("b", "", "desired", "9"))


def test_what_was_exported_is_not_to_be_edited():
    with pytest.raises(ForeignError, match="row 3, as exported: 'much' is not what cxmap export wrote"):
        sent_back(".xlsx", typed("a", "andre", "as exported", "much"))


@examples(40)
@given(
    st.dictionaries(
        st.sampled_from(["importance", "experience", "desired"]), st.integers(10, 100).map(lambda n: n / 10)
    ),
    st.dictionaries(
        st.sampled_from(["importance", "experience", "desired"]), st.integers(10, 100).map(lambda n: n / 10)
    ),
)
def test_an_unchanged_table_never_changes_a_file(before, after):
    def journey(scores):
        text = ", ".join(f"{name}: {value}" for name, value in scores.items())
        return TEXT.replace("personas: [noor]\n", f"personas: [noor]\n          scores: {{{text}}}\n")

    old, new = project({FILE: journey(before)}), project({FILE: journey(after)})
    for sheet in (read_sheet(csv_table(table(old)).encode(), ".csv"), read_sheet(workbook(table(old)), ".xlsx")):
        result, text = filled(new, sheet)
        assert (result.changes, result.conflicts, text) == ((), (), journey(after))


DUTCH = "touchpoint;persona;importance;experience;desired\na;andre;9,5;4;\nb;;7;6,25;8\n"


def test_marks_go_into_the_file_and_the_rest_stays(loaded):
    result, text = filled(loaded, read_sheet(DUTCH.encode("utf-8-sig"), ".csv"))
    assert [(one.touchpoint, one.persona, one.name, one.old, one.new) for one in result.changes] == [
        ("a", "andre", "importance", None, 9.5),
        ("b", "", "importance", None, 7),
        ("b", "", "experience", None, 6.25),
        ("b", "", "desired", None, 8),
    ]
    assert text == TEXT.replace(
        "andre: {scores: {experience: 4}}", "andre: {scores: {importance: 9.5, experience: 4}}"
    ).replace(
        "          evidence: [{source: survey",
        "          scores: {importance: 7, experience: 6.25, desired: 8}\n          evidence: [{source: survey",
    )


WAVES = TEXT.replace(
    "          scores: {importance: 8, experience: {mean: 3, n: 9, source: survey}}\n",
    """          scores:
            importance:   # how much
              # asked
              - {mean: 3, n: 9, source: survey}   # once
              - LAST   # at the wall
            experience: 4
            gap_sd: 1
""",
)


@pytest.mark.parametrize(("last", "becomes"), [("7", "9"), ("{mark: 7, source: wall}", "{mark: 9, source: wall}")])
def test_a_last_wave_that_is_a_mark_is_replaced_and_the_others_stay(last, becomes):
    before = WAVES.replace("LAST", last).replace("sources:\n", "sources:\n  wall: {title: W, kind: workshop}\n")
    result, text = filled(project({FILE: before}), read_sheet(b"touchpoint,importance\na,9\n", ".csv"))
    assert [(change.name, change.wave) for change in result.changes] == [("importance", -1), ("gap_sd", -1)]
    assert text == before.replace(f"- {last}   #", f"- {becomes}   #").replace("            gap_sd: 1\n", "")


def test_a_last_wave_that_was_measured_is_not_overwritten():
    text = WAVES.replace("- LAST   # at the wall", "- {mean: 4, n: 9, source: survey, date: 2026-03-31}")
    with pytest.raises(ForeignError, match="a typed score cannot overwrite a survey result"):
        filled(project({FILE: text}), read_sheet(b"touchpoint,importance\na,9\n", ".csv"))


@pytest.mark.parametrize(
    ("data", "header", "cells"),
    [
        (b"a,b\n1,2\n", ["a", "b"], ["1", "2"]),
        (b"a;b\r\n1,5;2\r\n", ["a", "b"], ["1,5", "2"]),
        (b"a\tb\n1\t2", ["a", "b"], ["1", "2"]),
        (b"sep=;\r\na;b\r\n1;2", ["a", "b"], ["1", "2"]),
        (b'"a,b,c";"d"\n1;2\n', ["a,b,c", "d"], ["1", "2"]),
        (b"\n\n a , b \n\n1,2\n", ["a", "b"], ["1", "2"]),
        (b'a;b\n"1\n2";"say ""x"""\n', ["a", "b"], ["1\n2", 'say "x"']),
    ],
)
def test_tables_as_spreadsheets_write_them(data, header, cells):
    sheet = read_sheet(data, ".csv")
    assert (sheet.header, sheet.rows[0][1]) == (header, cells)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("8", 8),
        (" 5,5 ", 5.5),
        ("5.5", 5.5),
        ("5.0", 5),
        ("-1", -1),
        ("1.000,5", None),
        ("vijf", None),
        ("1e3", 1000),
        ("1e999", None),
        ("٣", None),
        ("", None),
    ],
)
def test_numbers(cell, value):
    assert number(cell) == value


def test_a_decimal_comma_does_not_cut_a_number_in_two(loaded):
    (problem,) = problems(loaded, "touchpoint,importance", "a,7,5", "b,6,,")
    assert problem.startswith("row 2: more cells than columns; if a decimal comma cuts a number in two")


def test_much_that_is_wrong_is_told_in_short(loaded):
    found = problems(loaded, "touchpoint,importance", *(f"nobody{row}{'x' * 100},1" for row in range(30_000)))
    assert (len(found), found[-1]) == (21, "and 29,980 more")
    assert found[0].startswith("row 2: the journey has no touchpoint 'nobody0xxx")
    assert all(len(one) < 160 for one in found)


def test_everything_wrong_is_told_at_once(loaded):
    found = problems(
        loaded,
        "journey,touchpoint,persona,importance,experience,desired",
        "shoes,search,,1,1,1",
        "shoes,a,,vijf,5,11",
        "shoes,b,andre,1,1,1",
        "shoes,b,,1,,",
        "shoes,b,,2,,",
    )
    measured = (
        "a typed score cannot overwrite a survey result (5.5); remove that from the file first, or leave the cell"
    )
    assert found == (
        "row 2: the journey has no touchpoint 'search'",
        "row 3, importance: 'vijf' is no number",
        f"row 3, experience: {measured} as it was",
        "row 3, desired: 11 is outside 1 to 10",
        "row 4: 'andre' does not pass 'b'; who does: noor",
        "row 6: 'b' is in row 5 already",
    )


@pytest.mark.parametrize(
    ("header", "problem"),
    [
        ("touchpont,experience", "row 1: there is no column 'touchpont'; did you mean 'touchpoint'?"),
        ("touchpoint,experiense", "row 1: there is no column 'experiense'; did you mean 'experience'?"),
        (
            "title,experience",
            "row 1: no column 'touchpoint'; start from a table that cxmap export made, or add --new TITLE",
        ),
        ("touchpoint,title", "row 1: no column with scores: importance, experience, desired"),
        ("touchpoint,experience,Experience", "row 1: the column 'experience' is there twice"),
    ],
)
def test_columns_that_are_wrong(loaded, header, problem):
    assert problems(loaded, header, "a,1,1") == (problem,)


def test_own_columns_and_other_journeys_are_passed_over(loaded):
    result, _ = filled(loaded, read_sheet(b"journey,touchpoint,importance,Remarks\nother,x,1,\nshoes,b,7,hm\n", ".csv"))
    assert result.remarks == ("columns not read: 'Remarks'", "rows of other journeys passed over: 1")
    assert len(result.changes) == 1


@pytest.mark.parametrize(
    ("data", "suffix", "problem"),
    [
        (b"", ".csv", "the file is empty"),
        (b"\n,,\n", ".csv", "the file is empty"),
        (b"a,b\xe9\n", ".csv", "line 1: not UTF-8: the byte 0xE9, which is 'é' in Windows-1252"),
        ("a,b".encode("utf-16"), ".csv", "UTF-16, not UTF-8"),
        (
            b'a,b\n1,2\n"3,4\n5,6\n',
            ".csv",
            'line 3: a quote that never closes; close it, or write "" for one in a cell',
        ),
        (b'a,b\n1,"2" x\n', ".csv", 'line 2: text after a closing quote; write "" for a quote in a cell'),
        (b"a,b\n1," + b"x" * 200_000, ".csv", "line 2: a cell of more than 131,072 characters; shorten it"),
        (b"a,b\n", ".xlsx", "not a workbook: it is no archive"),
        (b"PK\x05\x06" + bytes(18), ".xlsx", "not an Excel workbook: "),
        (b"PK\x05\x06" + bytes(18), ".csv", "not an Excel workbook: "),
        (b"\xd0\xcf\x11\xe0", ".xls", "not a workbook: it is no archive"),
    ],
)
def test_files_that_are_no_table(data, suffix, problem):
    with pytest.raises(ForeignError) as refused:
        read_sheet(data, suffix)
    assert refused.value.problems[0].startswith(problem)


def bomb(size, *, lie=False):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/workbook.xml", "")
        parts.writestr("xl/worksheets/sheet1.xml", bytes(size))
    data = out.getvalue()
    return data.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little")) if lie else data


@pytest.mark.parametrize("lie", [False, True])
def test_a_bomb_is_not_unpacked(monkeypatch, lie):
    with pytest.raises(ForeignError, match="a workbook that unpacks to more than 4 MiB is not opened"):
        check_archive(bomb(5 << 20, lie=lie), limit=4 << 20)
    check_archive(bomb(3 << 20, lie=lie), limit=4 << 20)


def sheet_of(cells):
    """A workbook of one sheet with this text in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/workbook.xml", "<workbook/>")
        parts.writestr("xl/worksheets/sheet1.xml", f"<worksheet><sheetData>{cells}</sheetData></worksheet>")
    return out.getvalue()


@pytest.mark.parametrize(
    "cells",
    [
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        "<row r='1'><c r = 'xfd1' t='n'><v>1</v></c></row><row r='90000'><c r='A90000'><v>1</v></c></row>",
        '<x:row r="1048576"><x:c s="1"><x:v>1</x:v></x:c><x:c r="B1" ><x:v>1</x:v></x:c></x:row>',
        f'<c r="ZZ1" s="{"1" * (1 << 20)}"><v>1</v></c><c r="A2000000"><v>1</v></c>',
    ],
    ids=["corners", "quotes and blanks", "a cell without its place", "a tag longer than a chunk"],
)
def test_cells_in_far_corners_make_no_table(cells):
    with pytest.raises(ForeignError, match=r"the cells of a sheet lie too far apart|a tag without an end"):
        check_archive(sheet_of(cells))


@pytest.mark.parametrize(
    "cells",
    [
        '<row r="1048576"><c r="A1048576" s="1"/><c r="XFD1048576"/></row><row r="1"><c r="A1"><v>1</v></c></row>',
        "".join(f'<row r="{row}"><c r="A{row}"><v>1</v></c><c r="CV{row}"><v>1</v></c></row>' for row in range(20_000)),
        '<row r="1048576"/><row r="1"><c r="XFD1"><v>1</v></c></row>',
    ],
    ids=["cells without a value", "a wide table", "rows without a cell"],
)
def test_what_only_looks_far_apart_is_no_danger(cells):
    check_archive(sheet_of(cells))


def test_an_archive_of_too_many_parts_is_not_opened(monkeypatch):
    monkeypatch.setattr(archive, "MAX_PARTS", 2)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as parts:
        for name in "abc":
            parts.writestr(name, "")
    with pytest.raises(ForeignError, match="3 parts"):
        check_archive(out.getvalue())


HOSTILE = st.text(min_size=1, max_size=30).filter(str.strip)


@examples(60)
@given(
    st.one_of(
        HOSTILE, st.sampled_from(["=cmd|' /C calc'!A0", "@SUM(1)", "+1", "-1", "\tx", "＝1", '"', "a\nb", "x" * 40_000])
    )
)
def test_hostile_text_stays_text(title):
    title = title.encode("utf-8", "replace").decode()
    data: dict[Any, Any] = {
        "cxmap": 1,
        "personas": {"p": {"name": title}},
        "journey": {
            "id": "j",
            "title": title,
            "personas": ["p"],
            "stages": [{"id": "s", "title": title, "touchpoints": [{"id": "t", "title": title}]}],
        },
    }
    loaded = project({FILE: written(data)})
    made = table(loaded)
    assert made[0].title == title
    ((_, *cells),) = csv.reader(io.StringIO(csv_table(made).split("\r\n", 1)[1], newline=""))
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠")) for cell in cells)
    sheet = read_sheet(workbook(made), ".xlsx")
    assert sheet.rows[0][1][COLUMNS.index("touchpoint")] == "t"
    assert isinstance(sheet, Sheet)


BASE = """cxmap: 1
personas: {noor: {name: Noor}, andre: {name: André}}
journey:
  id: shoes
  title: Shoes
  personas: [noor, andre]
  stages:
    - id: s
      title: S
      touchpoints:
        - id: overridden
          title: A
          scores: {importance: 9, experience: 8}
          by_persona: {noor: {scores: {importance: 9, experience: 2}}, andre: {scores: {importance: 8, experience: 6}}}
        - id: desired-for-all
          title: B
          scores: {importance: 9, experience: 8, desired: 9}
          by_persona: {noor: {scores: {importance: 9, experience: 2}}, andre: {scores: {importance: 8, experience: 6}}}
        - id: of-one
          title: C
          personas: [andre]
          scores: {experience: 8}
          by_persona: {andre: {scores: {experience: 6}}}
        - {id: to-fill-in, title: D}
        - {id: partly, title: E, scores: {experience: 3}, by_persona: {noor: {scores: {experience: 4}}}}
"""


def test_a_base_row_that_counts_for_nobody_is_left_out():
    found = [(row.touchpoint, row.persona) for row in table(project({FILE: BASE}))]
    assert found == [
        ("overridden", "noor"),
        ("overridden", "andre"),
        ("desired-for-all", ""),
        ("desired-for-all", "noor"),
        ("desired-for-all", "andre"),
        ("of-one", "andre"),
        ("to-fill-in", ""),
        ("partly", ""),
        ("partly", "noor"),
    ]
