"""``cxmap fmt``: what is shown, what is written, and how it ends."""

from __future__ import annotations

import os
import stat

import pytest

from tests.cli.command import cxmap

UNTIDY = "cxmap:   1   # one\nsegments:\n    a: {title: A }\n\n\n    b:\n        title: B"
TIDY = "cxmap: 1   # one\nsegments:\n  a: {title: A}\n\n  b:\n    title: B\n"
FILE = "a.cxmap.yaml"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / FILE).write_text(UNTIDY)
    (tmp_path / "b.cxmap.yaml").write_text(TIDY.replace("a:", "c:").replace("b:", "d:"))
    return tmp_path


def test_lays_out_what_is_not(folder):
    ran = cxmap("fmt", cwd=folder)
    assert (ran.status, ran.out, ran.err) == (0, f"{FILE}\n", "1 of 2 files laid out.\n")
    assert (folder / FILE).read_text() == TIDY


def test_a_second_run_changes_nothing(folder):
    cxmap("fmt", cwd=folder)
    before = (folder / FILE).stat().st_mtime_ns
    ran = cxmap("fmt", cwd=folder)
    assert (ran.status, ran.out, ran.err) == (0, "", "0 of 2 files laid out.\n")
    assert (folder / FILE).stat().st_mtime_ns == before


def test_check_changes_nothing_and_tells(folder):
    ran = cxmap("fmt", "--check", cwd=folder)
    assert (ran.status, ran.out, ran.err) == (1, f"{FILE}\n", "1 of 2 files would be laid out.\n")
    assert (folder / FILE).read_text() == UNTIDY
    assert cxmap("fmt", "--check", "-q", "b.cxmap.yaml", cwd=folder).status == 0


def test_diff_changes_nothing_and_shows(folder):
    ran = cxmap("fmt", "--diff", FILE, cwd=folder)
    assert ran.status == 1
    assert ran.out.startswith(f"--- {FILE}\n+++ {FILE} (laid out)\n@@ -1,7 +1,6 @@\n-cxmap:   1   # one\n")
    assert (folder / FILE).read_text() == UNTIDY


def test_a_file_that_is_no_yaml_is_told_and_the_others_are_laid_out(folder):
    (folder / "c.cxmap.yaml").write_text("cxmap: 1\nx: [\n")
    ran = cxmap("fmt", cwd=folder)
    assert ran.status == 1
    assert ran.err.startswith("c.cxmap.yaml:3:1: CX001 [error] ")
    assert (folder / FILE).read_text() == TIDY


def test_a_file_that_breaks_the_format_is_laid_out_all_the_same(folder):
    (folder / FILE).write_text("cxmap:   1\njurney:   2\n")
    assert cxmap("fmt", FILE, cwd=folder).status == 0
    assert (folder / FILE).read_text() == "cxmap: 1\njurney: 2\n"


def test_what_has_no_layout_is_left_alone(folder):
    (folder / FILE).write_text("cxmap:   1\n? x-a\n: 1\n")
    ran = cxmap("fmt", FILE, cwd=folder)
    assert ran.status == 1
    assert ran.err == (
        f"{FILE}: left unchanged: line 2: a key marked with '?'; write 'key: value'\n0 of 1 file laid out.\n"
    )
    assert (folder / FILE).read_text() == "cxmap:   1\n? x-a\n: 1\n"


def test_standard_input_goes_to_standard_output(folder):
    ran = cxmap("fmt", "-", cwd=folder, stdin=UNTIDY.encode())
    assert (ran.status, ran.out, ran.err) == (0, TIDY, "")
    assert cxmap("fmt", "-", "--check", cwd=folder, stdin=UNTIDY.encode()).status == 1


def test_what_has_no_layout_comes_out_of_a_filter_as_it_went_in(folder):
    ran = cxmap("fmt", "-", cwd=folder, stdin=b"cxmap:   1\n? x-a\n: 1\n")
    assert (ran.status, ran.out) == (1, "cxmap:   1\n? x-a\n: 1\n")


def test_byte_order_mark_line_breaks_links_and_mode_stay(folder):
    path = folder / "kept.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + UNTIDY.replace("\n", "\r\n").encode())
    path.chmod(0o640)
    (folder / "link.yaml").symlink_to(path)
    assert cxmap("fmt", "link.yaml", cwd=folder).status == 0
    assert path.read_bytes() == b"\xef\xbb\xbf" + TIDY.replace("\n", "\r\n").encode()
    assert (folder / "link.yaml").is_symlink()
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o640


def test_hostile_text_acts_on_nobody_in_a_diff(folder):
    (folder / FILE).write_text('cxmap:   1\nx-a:  "\u202e::error::x"\nx-b:  |\n  ::error::y\n')
    ran = cxmap("fmt", "--diff", FILE, cwd=folder)
    assert "\\u202e" in ran.out
    assert "\u202e" not in ran.out
