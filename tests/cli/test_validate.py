"""``cxmap validate``: what CI and a person rely on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from cxmap.about import DOCS_URL
from tests.cli.command import cxmap

if TYPE_CHECKING:
    from pathlib import Path

SOUND = "cxmap: 1\nstakeholders:\n  store: {title: Store team, kind: department}\n"
MISSPELT = "cxmap: 1\nstakeholders:\n  store: {titel: Store team, kind: department}  # ours\n"
THIN = "cxmap: 1\nsegments:\n  runners: {title: Runners, priority: target}\n"  # advice CX318
STALE = "cxmap: 1\nsegments:\n  runners: {title: Runners}  # cxmap: ignore[CX318]\n"  # warning CX009


@pytest.mark.parametrize(
    ("text", "options", "status"),
    [
        (SOUND, [], 0),
        (MISSPELT, [], 1),
        (MISSPELT, ["--exit-zero"], 0),
        (STALE, [], 0),
        (STALE, ["--strict"], 1),
        (STALE, ["--fail-on", "warning"], 1),
        (THIN, ["--strict"], 0),
        (THIN, ["--fail-on", "advice"], 1),
        (THIN, ["--fail-on", "advice", "--ignore", "CX318"], 0),
        (THIN, ["--fail-on", "advice", "--select", "CX4"], 0),
        (MISSPELT, ["--ignore", "CX101"], 2),  # errors of CX1 cannot be ignored
    ],
)
def test_exit_status(tmp_path: Path, text: str, options: list[str], status: int) -> None:
    (tmp_path / "a.cxmap.yaml").write_text(text)
    assert cxmap("validate", *options, cwd=tmp_path).status == status


def test_the_last_line_sums_up(tmp_path: Path) -> None:
    (tmp_path / "a.cxmap.yaml").write_text(MISSPELT)
    (tmp_path / "other.yml").write_text("a: 1\n")
    ran = cxmap("validate", cwd=tmp_path)
    lines = ran.out.splitlines()
    assert lines[0].startswith("a.cxmap.yaml:3:11: CX101 [error] unknown key 'titel'")
    assert lines[-1] == "Checked 1 file (1 skipped): 1 error, 0 warnings, 0 advice. 1 fixable with --fix."


def test_json_is_the_contract(tmp_path: Path) -> None:
    (tmp_path / "a.cxmap.yaml").write_text(MISSPELT)
    found = json.loads(cxmap("validate", "--format", "json", cwd=tmp_path).out)
    assert found == {
        "cxmap": "1.0.0",
        "command": "validate",
        "files": {"checked": 1, "skipped": 0},
        "summary": {"error": 1, "warning": 0, "advice": 0},
        "diagnostics": [
            {
                "code": "CX101",
                "name": "unknown-key",
                "severity": "error",
                "message": "unknown key 'titel'",
                "path": "a.cxmap.yaml",
                "line": 3,
                "column": 11,
                "end_line": 3,
                "end_column": 16,
                "pointer": "/stakeholders/store/titel",
                "suggestion": "title",
                "help": None,
                "url": f"{DOCS_URL}/rules/CX101.md",
                "fixable": True,
                "fix": {
                    "title": "write 'title'",
                    "safe": True,
                    "edits": [{"line": 3, "column": 11, "end_line": 3, "end_column": 16, "text": "title"}],
                },
                "related": [],
            }
        ],
    }


def test_several_formats_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.cxmap.yaml").write_text(MISSPELT)
    options = [word for name in ("concise", "sarif:out.sarif", "junit:out.xml") for word in ("--format", name)]
    ran = cxmap("validate", *options, cwd=tmp_path)
    assert ran.out.startswith("a.cxmap.yaml:3:11: CX101")
    assert json.loads((tmp_path / "out.sarif").read_text())["version"] == "2.1.0"
    assert (tmp_path / "out.xml").read_text().startswith("<?xml")


@pytest.mark.parametrize(("runner", "start"), [("GITHUB_ACTIONS", "::error"), ("GITLAB_CI", "error[CX101 ")])
def test_runners_get_their_own_format(tmp_path: Path, runner: str, start: str) -> None:
    (tmp_path / "a.cxmap.yaml").write_text(MISSPELT)
    environment = {runner: "true"}
    assert cxmap("validate", cwd=tmp_path, environment=environment).out.startswith(start)
    assert cxmap("validate", "--format", "concise", cwd=tmp_path, environment=environment).out.startswith("a.cxmap")


def test_a_fix_changes_its_span_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.cxmap.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + MISSPELT.replace("\n", "\r\n").encode())
    diff = cxmap("validate", "--diff", cwd=tmp_path)
    assert diff.status == 1
    assert "-  store: {titel:" in diff.out
    assert "+  store: {title:" in diff.out
    ran = cxmap("validate", "--fix", cwd=tmp_path)
    assert ran.status == 0
    assert path.read_bytes() == b"\xef\xbb\xbf" + MISSPELT.replace("titel", "title").replace("\n", "\r\n").encode()
    assert cxmap("validate", "--diff", cwd=tmp_path).status == 0


def test_standard_input_is_checked_under_its_name_and_fixed_to_standard_output(tmp_path: Path) -> None:
    (tmp_path / "library.cxmap.yaml").write_text(SOUND)
    ran = cxmap("validate", "-", "--stdin-filename", "z.cxmap.yaml", cwd=tmp_path, stdin=MISSPELT.encode())
    assert "z.cxmap.yaml:3:11: CX101" in ran.out
    assert "CX202" in ran.out, "the rest of the project counts"
    fixed = cxmap("validate", "-", "--fix", cwd=tmp_path, stdin=MISSPELT.replace("store", "shop").encode())
    assert fixed.out == MISSPELT.replace("store", "shop").replace("titel", "title")
    assert (fixed.status, "0 errors" in fixed.err) == (0, True)
    left = cxmap("validate", "-", "--fix", cwd=tmp_path, stdin=b"cxmap: 1\nfoo: 1\n")
    assert (left.status, left.out) == (1, "cxmap: 1\nfoo: 1\n"), "what cannot be mended is an error still"
    assert "CX101" in left.err


def test_nothing_is_mended_by_a_command_that_cannot_run(tmp_path: Path) -> None:
    path = tmp_path / "a.cxmap.yaml"
    path.write_text(MISSPELT)
    assert cxmap("validate", "--fix", "--format", "nonsense", cwd=tmp_path).status == 2
    both = cxmap("validate", "--fix", "-", "a.cxmap.yaml", cwd=tmp_path, stdin=SOUND.encode())
    assert (both.status, "standard input alone" in both.err) == (2, True)
    assert path.read_text() == MISSPELT


def test_a_baseline_lets_a_team_start_and_only_go_forward(tmp_path: Path) -> None:
    path = tmp_path / "a.cxmap.yaml"
    path.write_text(STALE)
    strict = ("validate", "--strict")
    assert cxmap(*strict, cwd=tmp_path).status == 1
    assert cxmap(*strict, "--update-baseline", cwd=tmp_path).status == 0
    path.write_text("# moved down\n" + STALE)
    hidden = cxmap(*strict, cwd=tmp_path)
    assert (hidden.status, "1 finding in the baseline" in hidden.out) == (0, True)
    path.write_text(STALE + THIN.partition("segments:\n")[2].replace("runners", "walkers") + "sources:\n  x: {}\n")
    assert cxmap(*strict, cwd=tmp_path).status == 1, "what is new is shown"
    path.write_text(SOUND)
    assert "Stale in the baseline" in cxmap(*strict, cwd=tmp_path).out


@pytest.mark.parametrize("text", ["[]", "{", '{"cxmap-baseline": 2, "files": {}}', '{"cxmap-baseline": 1, "files": 3}'])
def test_a_damaged_baseline_is_said(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.cxmap.yaml").write_text(SOUND)
    (tmp_path / "cxmap-baseline.json").write_text(text)
    ran = cxmap("validate", cwd=tmp_path)
    assert (ran.status, "make it again with --update-baseline" in ran.err) == (2, True)


def test_statistics_count_per_rule(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.cxmap.yaml").write_text(MISSPELT.replace("store", name))
    ran = cxmap("validate", "--statistics", cwd=tmp_path)
    assert ran.out.splitlines()[0].split()[:3] == ["3", "CX101", "unknown-key"]
    cxmap("validate", "--statistics", "--format", "sarif:out.sarif", cwd=tmp_path)
    assert (tmp_path / "out.sarif").exists(), "a file that was asked for is written all the same"


def test_configuration_chooses_and_regrades(tmp_path: Path) -> None:
    (tmp_path / "a.cxmap.yaml").write_text(THIN)
    (tmp_path / "cxmap.toml").write_text("[severity]\ntarget-segment-without-persona = 'error'\n")
    assert "CX318 [error]" in cxmap("validate", cwd=tmp_path).out
    (tmp_path / "cxmap.toml").write_text("[per-file-ignores]\n'a.*' = ['CX318']\n")
    assert "CX318" not in cxmap("validate", cwd=tmp_path).out


def test_many_errors_stay_readable(tmp_path: Path) -> None:
    entries = "".join(f"  s{number}: {{titel: S, kind: team}}\n" for number in range(300))
    (tmp_path / "a.cxmap.yaml").write_text(f"cxmap: 1\nstakeholders:\n{entries}")
    ran = cxmap("validate", "--format", "full", cwd=tmp_path)
    assert ran.out.count("\n") < 120
    assert "300" in ran.out
    assert ran.out.splitlines()[-1].startswith("Checked 1 file (0 skipped): 300 errors")
