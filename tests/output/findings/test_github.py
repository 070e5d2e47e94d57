"""``github``: annotations, read back as GitHub's runner reads them."""

from __future__ import annotations

from dataclasses import replace

from tests.output.findings.github_runner import commands
from tests.output.findings.reports import HOSTILE, MANY, NOTHING, ORDINARY, RULES

from cxmap.output.findings.registry import render


def test_the_commands():
    first, *others = commands(render("github", ORDINARY, RULES))
    assert first == {
        "name": "error",
        "title": "CX201 unknown-reference",
        "file": "journeys/a.yaml",
        "line": "8",
        "endLine": "8",
        "col": "20",
        "endColumn": "26",
        "data": "journeys/a.yaml:8:20: no channel is called 'serach'\nhelp: did you mean 'search'?",
    }
    assert [one["name"] for one in others] == ["error", "error", "warning", "notice"]


def test_columns_are_given_for_one_line_only():
    (warning,) = (one for one in commands(render("github", ORDINARY, RULES)) if one["name"] == "warning")
    assert {"line", "endLine"} <= warning.keys()
    assert not {"col", "endColumn"} & warning.keys()


def test_a_line_of_its_own_for_each_finding_whatever_it_says():
    output = render("github", HOSTILE, RULES)
    lines = output.splitlines()
    assert len(lines) == len(HOSTILE.diagnostics) + 1
    assert len(commands(output)) == len(HOSTILE.diagnostics)
    assert {one["name"] for one in commands(output)} == {"error"}
    assert {one["title"] for one in commands(output)} == {"CX201 unknown-reference"}
    files = {one["file"] for one in commands(output)}
    assert {"::error::x,y:z%.yaml", "100%25 #1?.yaml", "a b/'quoted' \"twice\".yaml", "two\nlines\r.yaml"} <= files
    assert {"\\x1b[2J.yaml", "caf\\xe9/\\xff.yaml", "漢字/👟.yaml"} <= files


def test_no_command_of_the_older_form_stands_anywhere():
    (output,) = render("github", replace(ORDINARY, diagnostics=(_in("##[error]x ##vso[y].yaml"),)), RULES).splitlines()
    assert "##" not in output
    assert r"file=#\x23[error]x #\x23vso[y].yaml," in output


def _in(path):
    return ORDINARY.diagnostics[0]._replace(path=path)


def test_what_github_would_not_show_is_counted():
    *lines, last = render("github", MANY, RULES).splitlines()
    assert len(commands("\n".join(lines))) == len(MANY.diagnostics) == 161
    assert last == ("GitHub annotates 10 errors, 10 warnings and 10 notices a step: 141 more above, in this log only.")


def test_ten_of_a_kind_need_no_such_line():
    ten = replace(ORDINARY, diagnostics=(ORDINARY.diagnostics[0],) * 10)
    assert len(render("github", ten, RULES).splitlines()) == 10


def test_nothing_found():
    assert render("github", NOTHING, RULES) == ""


def test_paths_count_from_the_repository(tmp_path):
    (tmp_path / ".git").mkdir()
    (tmp_path / "cx" / "deep").mkdir(parents=True)
    below = replace(ORDINARY, root=tmp_path / "cx", cwd=tmp_path / "cx" / "deep")
    files = {one["file"] for one in commands(render("github", below, RULES))}
    assert files == {"cx/deep/journeys/a.yaml", "cx/deep/library/c.yaml"}
    above = replace(ORDINARY, root=tmp_path / "cx", cwd=tmp_path.parent)
    files = {one["file"] for one in commands(render("github", above, RULES))}
    assert files == {"journeys/a.yaml", "library/c.yaml"}  # not in the repository: as they are
