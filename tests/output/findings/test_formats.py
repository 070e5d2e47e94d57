"""What holds for every output format."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.output.findings.github_runner import commands
from tests.output.findings.reports import EVERY_REPORT, HOSTILE, ORDINARY, RULES

from cxmap.output import findings
from cxmap.output.findings.registry import FOR_PEOPLE, FORMATS, render
from cxmap.output.findings.style import ReportStyle

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def test_the_registry_lists_the_formats_of_the_contract():
    assert " ".join(FORMATS) == "full concise json jsonl github gitlab sarif junit rdjson markdown"
    assert sorted(FOR_PEOPLE) == ["concise", "full"]


def test_every_module_with_a_renderer_is_in_the_registry():
    modules = Path(findings.__file__).parent.glob("*.py")
    with_renderer = {module.stem for module in modules if re.search(r"^def render\(", module.read_text(), re.MULTILINE)}
    assert with_renderer - {"registry"} == set(FORMATS.values())


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("report", EVERY_REPORT.values(), ids=EVERY_REPORT)
def test_an_output_ends_with_a_line_break_and_holds_nothing_that_acts(name, report):
    output = render(name, report, RULES)
    assert output.endswith("\n") or (output == "" and name in {"jsonl", "github"} and not report.diagnostics)
    assert not CONTROL.search(output)
    output.encode()
    if name != "github":
        assert commands(output) == []


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("report", EVERY_REPORT.values(), ids=EVERY_REPORT)
def test_two_runs_give_the_same_bytes(name, report):
    assert render(name, report, RULES) == render(name, report, RULES)


def test_machines_get_the_same_with_any_style():
    for name in FORMATS.keys() - FOR_PEOPLE:
        assert render(name, ORDINARY, RULES, ReportStyle(color=True, links=True, width=40)) == render(
            name, ORDINARY, RULES
        )


@pytest.mark.parametrize("name", sorted(FOR_PEOPLE))
def test_colour_and_links_change_nothing_else(name):
    plain = render(name, HOSTILE, RULES)
    coloured = render(name, HOSTILE, RULES, ReportStyle(color=True))
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == plain
    linked = render(name, ORDINARY, RULES, ReportStyle(links=True))
    assert f"\x1b]8;;{RULES['CX201'].url}\x1b\\" in linked
    without = re.sub("\x1b]8;;[^\x1b]*\x1b\\\\", "", linked)
    assert without == "".join(
        line for line in render(name, ORDINARY, RULES).splitlines(keepends=True) if "= docs:" not in line
    )


@pytest.mark.parametrize("name", sorted(FOR_PEOPLE))
def test_people_get_the_summary_last_unless_they_want_quiet(name):
    lines = render(name, ORDINARY, RULES).splitlines()
    assert lines[-2:] == [
        "2 accepted findings are hidden by cxmap-baseline.json.",
        "Checked 12 files (3 skipped): 3 errors, 1 warning, 1 advice. 2 fixable with --fix.",
    ]
    quiet = render(name, ORDINARY, RULES, ReportStyle(quiet=True))
    assert "Checked" not in quiet
    assert "baseline" not in quiet


def test_only_the_renderer_asked_for_is_imported():
    program = """
import sys, json
from cxmap.output.findings.registry import render
print(json.dumps(sorted(name for name in sys.modules if name.split(".")[0] in ("matplotlib", "rich", "xml", "pydantic")
    or name.startswith("cxmap.output.findings."))))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == ["cxmap.output.findings.registry", "cxmap.output.findings.style"]
