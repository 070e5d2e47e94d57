"""``cxmap completion``: what a shell can offer next, and that its script asks for it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from cxmap.choices import FINDINGS_FORMATS, ChartFormat, Shell
from cxmap.cli.completing import candidates
from cxmap.cli.main import COMMANDS, GROUPS
from tests.cli.command import cxmap

LIBRARY = 'cxmap: 1\npersonas:\n  ann: {name: "Ann\\t\\u001b[2J\\n$(touch evil)"}\n  bob: {name: Bob}\n'


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "library.cxmap.yaml").write_text(LIBRARY)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("words", "texts"),
    [
        ([""], [*COMMANDS, "help"]),
        (["val"], ["validate"]),
        (["import", ""], list(GROUPS["import"][1])),
        (["help", "sche"], ["schema"]),
        (["help", "new", ""], ["journey", "persona"]),
        (["validate", "--format", ""], list(FINDINGS_FORMATS)),
        (["validate", "--format=j"], ["--format=json", "--format=jsonl", "--format=junit"]),
        (["render", "--format", "p"], [name for name in get_args(ChartFormat) if name.startswith("p")]),
        (["validate", "--fail-on", "w"], ["warning"]),
        (["validate", "--show-f"], ["--show-files"]),
        (["gaps", "--persona", ""], ["ann", "bob"]),
        (["gaps", "--persona=b"], ["--persona=bob"]),
        (["gaps", "--top", ""], []),
        (["rule", "CX201"], ["CX201"]),
        (["validate", "--select", "CX10"], [f"CX10{number}" for number in range(1, 7)]),
        (["completion", ""], list(get_args(Shell))),
        (["validate", "jour"], []),
        (["validate", "--", "--f"], []),
        (["nonsense", ""], []),
        ([], [*COMMANDS, "help"]),
    ],
)
def test_what_can_be_typed_next(project: Path, words: list[str], texts: list[str]) -> None:
    found = [candidate.text for candidate in candidates(words)]
    assert found[: len(texts)] == texts
    assert len(found) == len(texts) or words == ["validate", "--select", "CX10"]


def test_no_project_is_no_reason_to_fail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert candidates(["gaps", "--persona", ""]) == []
    (tmp_path / "cxmap.toml").write_text("nonsense = 1")
    assert candidates(["gaps", "--persona", ""]) == []


@pytest.mark.parametrize("shell", get_args(Shell))
def test_a_script_says_where_it_goes_and_asks_cxmap(shell: str, tmp_path: Path) -> None:
    ran = cxmap("completion", shell, cwd=tmp_path)
    assert ran.status == 0
    assert f"cxmap completion {shell}" in ran.out.partition("\n")[0] + ran.out.partition("\n")[2].partition("\n")[0]
    assert f"cxmap completion {shell} -- " in ran.out


def test_titles_of_a_project_are_text_in_one_line(project: Path) -> None:
    ran = cxmap("completion", "fish", "--", "gaps", "--persona", "", cwd=project)
    assert ran.out.splitlines()[1:] == ["bob\tBob"]
    assert ran.out.startswith("ann\tAnn\\t\\x1b[2J\\n$(touch evil)\n")


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("cxmap", "val"), ["validate"]),
        (("cxmap", "gaps", "--persona", ""), ["ann", "bob"]),
        (("cxmap", "gaps", "--persona", "=", "b"), ["bob"]),
        (("cxmap", "gaps", "--persona", "="), ["ann", "bob"]),
        (("cxmap", "validate", "journeys/"), []),
    ],
)
def test_bash_offers_it(project: Path, words: tuple[str, ...], offered: list[str]) -> None:
    script = 'eval "$(cxmap completion bash)"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _cxmap'
    script += '; printf "%s\\n" "${COMPREPLY[@]}"'
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    command = ["bash", "--noprofile", "--norc", "-c", script, "bash", *words]
    ran = subprocess.run(command, env=os.environ | {"PATH": path}, capture_output=True, text=True, check=True)
    assert (ran.stdout.split(), ran.stderr) == (offered, "")
    assert not (project / "evil").exists()
