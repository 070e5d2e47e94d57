"""Hostile text in every text field, id-like key and file name of a project acts nowhere, whatever writes it."""

from __future__ import annotations

import copy
import csv
import json
import re
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml
from markdown_it import MarkdownIt

from cxmap.cli.app import run
from cxmap.diagnostics.formats.registry import FORMATS
from tests.reliability.generated import NAMES
from tests.reliability.promises import ACTS, check_output
from tests.rules.test_robustness import DATA

HOSTILE = (
    "\x1b]0;owned\x07\x1b[2J\x9b31m\x00\x7f"
    "\r\n::error file=a,line=1::forged\r::stop-commands::x\n##[error]y ##vso[task.z]"
    '<script>alert(1)</script><img src=x onerror="alert(1)"> & &lt;'
    "\u202egnp\u2066\u2028 $\\frac{$ costs $5 | [a](javascript:x) ![b](http://127.0.0.1/) `c` **d** @someone"
    " [/][red]e[/red] :smile: {0} %s {{f}} \ufffe"
)
FORMULAS = ("=HYPERLINK(1)", "+1+cmd", "@SUM(1)", "-2+3", "\t=1", "＝1")
OUR_TAGS = set("h2 h3 p table thead tbody tr th td a br strong ul ol li em code".split())  # noqa: SIM905 - shorter
TEXT_KEYS = {
    *("title", "name", "story", "goals", "starts_with", "ends_with", "quote", "note", "thinking", "doing", "feeling"),
    *("opportunities", "organisation", "description", "expects", "pains"),
}


def hostile_data() -> dict[str, Any]:
    """A project without errors but for what it says."""
    data = copy.deepcopy(DATA)
    data["sources"].pop("bent")  # the only mistake
    data["journey"]["stages"][0]["touchpoints"][1]["scores"]["importance"].pop("derived")
    formulas = iter(FORMULAS * 100)

    def poison(value: Any, key: str) -> Any:
        if isinstance(value, dict):
            return {name: poison(item, name) for name, item in value.items()}
        if isinstance(value, list):
            return [poison(item, key) for item in value]
        return f"{next(formulas)} {HOSTILE}" if key in TEXT_KEYS else value

    poisoned: dict[str, Any] = poison(data, "")
    return poisoned


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("GITHUB_ACTIONS", "GITLAB_CI", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    text = yaml.safe_dump(hostile_data(), sort_keys=False)
    (tmp_path / f"{NAMES[0].removesuffix('.cxmap.yaml')}\x1b[31m.cxmap.yaml").write_text(text)
    return tmp_path


def wrong(project) -> None:
    """More findings: hostile keys, ids and values, in files of hostile names."""
    data = {
        "cxmap": 1,
        HOSTILE: 1,
        "channels": {HOSTILE: {"title": HOSTILE, "kind": HOSTILE}},
        "journey": {"id": HOSTILE},
    }
    for name in NAMES:
        (project / name).write_text(yaml.safe_dump(data) + f"x-a: 1  # cxmap: ignore[{HOSTILE[-40:-2]}]\n")


def output(capsys, *arguments: str) -> tuple[int, str, str]:
    status = run([*arguments])
    printed = capsys.readouterr()
    return status, printed.out, printed.err


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_of_findings_acts(project, capsys, name):
    wrong(project)
    status, out, err = output(capsys, "validate", "--no-cache", "--format", name)
    assert status == 1, err
    assert out
    check_output(name, out)
    check_output("standard error", err)
    check_target(name, out)


TABLES = [("gaps", name) for name in ("table", "json", "csv", "markdown")]
TABLES += [("summary", name) for name in ("table", "json", "markdown")]


@pytest.mark.parametrize(("command", "name"), TABLES)
def test_no_table_acts(project, capsys, command, name):
    status, out, err = output(capsys, command, "--format", name)
    assert (status, "error" in err.lower().split("::")[0]) == (0, False), err
    check_output(name, out.replace("\r\n", "\n"))  # the line ends of CSV
    check_output("standard error", err)
    check_target(name, out)


def test_no_chart_acts(project, capsys):
    status, out, err = output(capsys, "render", "--alt", "-o", "charts/", "--format", "svg", "--title", HOSTILE)
    assert status == 0, err
    check_output("render", out)
    check_output("render", err)
    charts = list((project / "charts").glob("*.svg"))
    assert charts
    for chart in charts:
        text = chart.read_text()
        assert not ACTS.search(text)
        assert "$5" in text  # shown as it is, not set as a formula
        for element in ET.fromstring(text).iter():
            assert element.tag.rpartition("}")[2] not in {"script", "foreignObject", "a", "image", "iframe"}
            assert not [name for name in element.attrib if name.lower().startswith("on")]
        assert not re.search(r"(?:href|src)=.(?:http|javascript|//)", text)


@pytest.mark.parametrize(
    "arguments", [("rule", HOSTILE), ("validate", HOSTILE), ("validate", "--select", HOSTILE), (HOSTILE,)]
)
def test_what_was_typed_does_not_act_either(project, capsys, arguments):
    status, out, err = output(capsys, *(argument.replace("\0", "") for argument in arguments))
    assert status == 2
    check_output("standard error", out + err)
    assert err.count("\n") == 1


def test_a_baseline_and_a_mended_file_hold_nothing_that_acts(project, capsys):
    wrong(project)
    output(capsys, "validate", "--no-cache", "--update-baseline")
    assert not ACTS.search((project / "cxmap-baseline.json").read_text())
    status, out, err = output(capsys, "validate", "--no-cache", "--diff")
    assert status in {0, 1}
    check_output("diff", out + err)


def check_target(name: str, text: str) -> None:
    """That what reads this format finds data in it, and no markup, link or formula."""
    if name in {"json", "sarif", "gitlab", "rdjson"}:
        json.loads(text)
    elif name == "jsonl":
        for line in text.splitlines():
            json.loads(line)
    elif name == "junit":
        assert "script" not in {element.tag for element in ET.fromstring(text).iter()}
    elif name == "csv":
        for row in csv.reader(text.splitlines(keepends=True)):
            for cell in row:
                assert not cell.startswith(("=", "+", "@", "\t", "＝")), cell
                assert not cell.startswith("-") or re.fullmatch(r"-[\d.e+-]+", cell), cell
    elif name == "markdown":
        page = _Page()
        html = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
        page.feed(html)
        assert page.tags <= OUR_TAGS
        assert not {"<code>c</code>", "<strong>d</strong>"} & set(re.findall(r"<(?:code|strong)>.*?</[a-z]+>", html))
        assert all(link.startswith("https://github.com/cxmap/") for link in page.links)


class _Page(HTMLParser):
    """The tags of a page, and where its links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]
