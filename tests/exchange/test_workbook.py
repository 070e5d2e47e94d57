"""Workbooks: the first sheet as CSV, and those that would take all memory."""

from __future__ import annotations

import io
import tempfile
import zipfile

import pytest

from cxmap.exchange.errors import ForeignError
from cxmap.exchange.sheet import workbook
from cxmap.exchange.sheet.archive import check_archive
from cxmap.exchange.sheet.workbook import write_sheet
from tests.support import in_a_process

TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def made(rows: str, *, strings: str = "") -> bytes:
    """A workbook with one sheet, of these rows as XML."""
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}"><Default Extension="xml" ContentType="text/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{LINKS}"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{LINKS}"><Relationship Id="rId1" '
        f'Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" '
        f'Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}"><si><t>{strings}</t></si></sst>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, '<?xml version="1.0"?>' + text)
    return out.getvalue()


def first_sheet(data: bytes) -> str:
    with tempfile.TemporaryFile() as file:
        write_sheet(data, file)
        file.seek(0)
        return file.read().decode()


def test_cells_as_one_would_type_them():
    cells = (
        '<c r="A1" t="str"><v>E</v></c><c r="B1"><v>5</v></c><c r="C1"><v>2.5</v></c><c r="E1" t="b"><v>1</v></c>'
        '<c r="F1" t="str"><v>=1+1, "x"</v></c><c r="G1"><v>1e-7</v></c>'
    )
    assert first_sheet(made(f'<row r="1">{cells}</row>')) == 'E,5,2.5,,true,"=1+1, ""x""",1e-07\r\n'


FAR = '<row r="1"><c r="A1"><v>3</v></c></row><row r="{row}"><c r="{column}{row}"><v>3</v></c></row>'


@pytest.mark.parametrize(
    "data",
    [
        made(FAR.format(row=1_048_576, column="XFD")),
        made(FAR.format(row=4_000_000_000, column="ZZZZ")),
        made("<row>" + "<c t='s'><v>0</v></c>" * 3_000 + "</row>", strings="x" * (1 << 20)),
    ],
    ids=["two cells in opposite corners", "a cell beyond all corners", "a long text in many cells"],
)
def test_a_workbook_that_would_take_all_memory_is_not_opened(data, monkeypatch):
    """What can be told from the outside is told by ``archive``; here what reads it is on its own."""
    monkeypatch.setattr(workbook, "check_archive", lambda *_, **_ignored: None)
    assert len(data) < 10_000
    with pytest.raises(
        ForeignError, match=r"^a workbook that takes more than 288 MiB of memory is not opened; save it "
    ):
        first_sheet(data)


def test_a_bomb_is_refused_in_little_memory(tmp_path):
    path = tmp_path / "bomb.xlsx"
    path.write_bytes(made("<row>" + "<c t='s'><v>0</v></c>" * 3_000 + "</row>", strings="x" * (1 << 20)))
    status, said, memory = in_a_process(["import", "survey", str(path), "--suggest-mapping"])
    told = "a workbook that takes more than 288 MiB of memory is not opened; save it as CSV"
    assert (status, said) == (1, f"{path}: {told}\nNothing was written.\n")
    assert memory <= 300


def test_a_bomb_is_not_unpacked(monkeypatch):
    monkeypatch.setattr(workbook, "check_archive", lambda data, **_: check_archive(data, limit=1 << 20))
    with pytest.raises(ForeignError, match=r"^a workbook that unpacks to more than 1 MiB is not opened$"):
        first_sheet(made("<!--" + " " * (2 << 20) + "-->"))


def test_a_large_file_is_not_opened(monkeypatch):
    monkeypatch.setattr(workbook, "MAX_PACKED", 1 << 20)
    with pytest.raises(ForeignError, match=r"^a workbook of more than 1 MiB is not opened; save it as CSV$"):
        first_sheet(bytes((1 << 20) + 1))


@pytest.mark.parametrize("data", [made("<row><c r='1'>"), made("")[:-40] + bytes(40)])
def test_a_damaged_one(data):
    with pytest.raises(ForeignError, match=r"^not a workbook: "):
        first_sheet(data)


def test_modules_in_the_current_folder_are_not_run(tmp_path, monkeypatch):
    (tmp_path / "csv.py").write_text("raise SystemExit(0)")
    monkeypatch.chdir(tmp_path)
    assert first_sheet(made('<row r="1"><c r="A1"><v>3</v></c></row>')) == "3\r\n"
