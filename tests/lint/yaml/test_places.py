"""CX0: what keeps a file from being read, as ``validate`` reports it."""

from __future__ import annotations

import os

import pytest

from cxmap.lint.engine import diagnose
from cxmap.lint.report import report
from cxmap.lint.selection import select
from cxmap.project.load import load
from tests.support import FILE, TODAY, WITHOUT_ADVICE, assert_marks, brief, diagnose_files, diagnose_text


@pytest.mark.parametrize(
    "text",
    [
        "segments: {a: {title: A, ⟦CX002 title⟧: B, ⟦CX002 title⟧: ~, share: ⟦CX103 x⟧}}\n",
        "segments: {a: {title: ⟦CX007 !secret⟧ A}}\n",
        "segments: {a: {title: ⟦CX007 !!int⟧ A}}\n",
        "segments: {a: &a {title: A}, b: {⟦CX007 <<⟧: *a}}\n",
        "segments: {a: {title: A}}\n⟦CX005 ---⟧\ncxmap: 1\n",
        "segments: {a: {title: A⟦CX003 \x07⟧, description: B⟦CX003 \x00⟧}}\n",
    ],
)
def test_places(text):
    assert_marks(f"cxmap: 1\n{text}")


@pytest.mark.parametrize(
    ("text", "line", "message", "help_"),
    [
        ("segments:\n  a: {title: Step 1: search}\n", 3, None, "quotes"),
        ("segments:\n  a:\n    title: Stap 1: zoeken\n", 4, None, "quotes"),
        ("segments:\n\ta: {title: A}\n", 3, "tab", "spaces"),
        ("segments:\n  a: {title: A\n", 4, None, None),
        ('segments:\n  a: {title: "A}\n', 4, None, None),
        ("segments:\n  a: {title: *nowhere}\n", 3, None, None),
    ],
)
def test_what_people_type_that_is_not_yaml(text, line, message, help_):
    found = diagnose_text(f"cxmap: 1\n{text}")
    assert [one.code for one in found] == ["CX001"]
    assert found[0].span.line <= line
    said = f"{found[0].message} {found[0].help}"
    assert message is None or message in said
    assert help_ is None or help_ in said


@pytest.mark.parametrize("data", [b"", b"# only a comment\n", b"- a\n", b"text\n", b"a: b\n", b"Cxmap: 1\n"])
def test_a_file_that_is_none_of_ours(data):
    found = diagnose_text(data)
    assert brief(found) == [f"{FILE}:1:1-1 CX008"]


def test_a_windows_file():
    found = diagnose_text("cxmap: 1\nsegments: {a: {title: Café}}\n".encode("cp1252"))
    assert [(one.code, one.span.line, one.span.column) for one in found] == [("CX003", 2, 26)]
    assert "UTF-8" in (found[0].help or "")


def test_a_byte_order_mark_is_allowed():
    assert diagnose_text("\ufeffcxmap: 1\n".encode()) == []


def test_a_folder_a_pipe_and_nothing_where_a_file_should_be(tmp_path):
    (tmp_path / "cxmap.toml").touch()
    (tmp_path / "folder").mkdir()
    (tmp_path / "a.cxmap.yaml").symlink_to(tmp_path / "folder")
    (tmp_path / "b.cxmap.yaml").symlink_to(tmp_path / "nothing")
    os.mkfifo(tmp_path / "c.cxmap.yaml")
    (tmp_path / "d.cxmap.yaml").write_text("cxmap: 1\n")
    loaded = load(["."], today=TODAY, cwd=tmp_path)
    found = diagnose(loaded, select(loaded.config))
    assert brief(found) == [f"{name}.cxmap.yaml:1:1-1 CX006" for name in "abc"]
    assert report(loaded, found).checked == 4


def test_a_file_that_cannot_be_read_gets_no_other_findings():
    text = "cxmap: 1  # cxmap: ignore[CX304]\nstakeholders: {a: {nonsense: 1}}\nsegments: [\n"
    assert [one.code for one in diagnose_text(text)] == ["CX001"]


def test_the_summary_says_what_could_not_be_looked_for():
    loaded_files = {"cxmap.toml": WITHOUT_ADVICE, "a.cxmap.yaml": "cxmap: 1\n[", "b.cxmap.yaml": "cxmap: 1\n"}
    assert [one.code for one in diagnose_files(loaded_files)] == ["CX001"]
