"""What holds for every command: exit statuses, one-line messages, quiet ends."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cxmap.about import DOCS_URL, REPOSITORY_URL
from cxmap.cli.main import COMMANDS, GROUPS, run
from tests.cli.command import cxmap

SOUND = "cxmap: 1\nstakeholders:\n  store: {title: Store team, kind: department}\n"
WRONG = "cxmap: 1\nstakeholders:\n  store: {title: Store team, kind: departement}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.cxmap.yaml").write_text(SOUND)
    return tmp_path


@pytest.mark.parametrize("words", [["--version"], ["-V"], ["-V", "validate"]])
def test_version(tmp_path: Path, words: list[str]) -> None:
    assert cxmap(*words, cwd=tmp_path, environment={}).out == "cxmap 1.0.0\n"


def test_help_names_every_command(tmp_path: Path) -> None:
    shown = cxmap("--help", cwd=tmp_path)
    assert shown.status == 0
    assert all(f"\n  {name} " in shown.out for name in COMMANDS)


@pytest.mark.parametrize("words", [[], ["gaps"], ["import"], ["import", "survey"]])
def test_help_is_a_command_too(tmp_path: Path, words: list[str]) -> None:
    asked, shown = cxmap("help", *words, cwd=tmp_path), cxmap(*words, "--help", cwd=tmp_path)
    assert (asked.status, asked.out, asked.err) == (0, shown.out, "")


def test_help_says_where_the_documentation_and_the_place_for_questions_are(tmp_path: Path) -> None:
    last = [line.strip() for line in cxmap("--help", cwd=tmp_path).out.splitlines()[-2:]]
    assert last == [f"Documentation: {DOCS_URL}", f"Questions: {REPOSITORY_URL}/issues"]


def test_the_overview_gives_each_command_one_line_of_80_columns(tmp_path: Path) -> None:
    for group in ((), *((name,) for name in GROUPS)):
        shown = cxmap(*group, "--help", cwd=tmp_path)
        assert not [line for line in shown.out.splitlines() if line.startswith("     ")], group


EACH = [(name,) for name in COMMANDS if name not in GROUPS] + [
    (name, one) for name, (_, inside) in GROUPS.items() for one in inside
]


@pytest.mark.parametrize("words", EACH)
def test_the_help_of_each_command_ends_with_examples(tmp_path: Path, words: tuple[str, ...]) -> None:
    shown = cxmap(*words, "--help", cwd=tmp_path)
    assert shown.status == 0
    assert f"  cxmap {' '.join(words)}" in shown.out.partition("Examples:")[2]
    assert not re.search(r"<(str|int|float|list)", shown.out)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["valdate"], "unknown command 'valdate'; did you mean 'validate'? See: cxmap --help"),
        (["import", "tabel"], "unknown command 'tabel'; did you mean 'table'? See: cxmap import --help"),
        (["completion"], "missing argument 'SHELL'; choose from bash, zsh, fish, powershell; see: cxmap completion"),
        (["import", "table"], "missing argument 'FILE'; see: cxmap import table --help"),
        (["import", "table", "a", "b", "c"], "too many arguments (b c); see: cxmap import table --help"),
        (["validate", "--zzzz"], "unknown option --zzzz; see: cxmap validate --help"),
        (["validate", "--selct", "CX1"], "unknown option --selct; did you mean '--select'? See: cxmap validate"),
        (["gaps", "--top", "x"], "invalid value for '--top': it should be a whole number; see: cxmap gaps --help"),
        (["validate", "gone.yaml"], "no such file or folder: 'gone.yaml'"),
        (["validate", "--color", "red"], "--color takes auto, always or never, not 'red'; see: cxmap validate --help"),
        (["validate", "--fail-on", "never"], "--fail-on takes error, warning or advice, not 'never'"),
        (["validate", "--today", "20260331"], "--today takes a date such as 2026-03-31"),
        (["validate", "--today", "31-3-2026"], "--today takes a date such as 2026-03-31"),
        (["validate", "--format", "sarfi"], "cxmap: unknown format 'sarfi'; did you mean 'sarif'?"),
        (["gaps", "--format", "xml"], "unknown format 'xml'; choose from table, json, csv, markdown; see: cxmap gaps"),
        (["rule", "--format=xml"], "unknown format 'xml'; choose from text, json, markdown; see: cxmap rule --help"),
        (["help", "valdate"], "unknown command 'valdate'; did you mean 'validate'? See: cxmap --help"),
        (["validate", "--select", "CX999"], "unknown rule 'CX999'"),
        (["validate", "--baseline", "gone.json"], "there is no baseline 'gone.json'"),
        (["validate", "--format", "json:/no/such/folder/x.json"], "/no/such/folder"),
        (["validate", "--stdin-filename", "a.yaml"], "--stdin-filename goes with -"),
        (["rule", "CX2011"], "unknown rule 'CX2011'"),
        (["render", "--chart", "emotoin"], "did you mean 'emotion'?"),
        (["render", "--theme", "pink"], "--theme takes light, dark or print, not 'pink'"),
        (["render", "--width", "-3"], "--width takes a number"),
        (["gaps", "--by", "gapp"], "or target, not 'gapp'; did you mean 'gap'? See: cxmap gaps --help"),
        (["gaps", "-o", "x.csv"], "x.csv ends in .csv, and what is written is table; add --format csv"),
        (["report", "-o", "x.PDF"], "x.PDF ends in .pdf, and what is written is html; name a file that ends in .html"),
        (["schema", "-o", "x.csv"], "x.csv ends in .csv, and what is written is json; name a file that ends in .json"),
        (["export", "theydo", "metrics", "-o", "x.csv"], "x.csv ends in .csv, and what is written is json; name a"),
        (["export", "csv", "-o", "x.xlsx"], "x.xlsx ends in .xlsx, and what is written is csv; name a file that"),
        (["roadmap", "--format", "jira", "-o", "x.json"], "what is written is jira; add --format json"),
        (["render", "--dpi", "0"], "--dpi takes a number above 0 and up to 1200, not 0"),
        (["gaps", "--tag", "x"], "no tag is called 'x' here; there"),
        (["render", "--rows", "doingg"], "--rows is for --chart map: add that"),
    ],
)
def test_what_cannot_run_says_so_in_one_line_and_exits_with_2(folder: Path, arguments: list[str], said: str) -> None:
    ran = cxmap(*arguments, cwd=folder)
    assert (ran.status, ran.out) == (2, "")
    assert said.lower() in ran.err.lower()
    assert ran.err.count("\n") == 1


def test_a_configuration_error_is_exit_2(folder: Path) -> None:
    (folder / "cxmap.toml").write_text("gap-treshold = 1")
    ran = cxmap("validate", cwd=folder)
    assert ran.status == 2
    assert "did you mean 'gap-threshold'?" in ran.err


def test_the_readers_end_is_no_error(folder: Path) -> None:
    for number in range(400):
        (folder / f"{number}.yaml").write_text(WRONG)
    command = f"{sys.executable} -m cxmap validate --format full | head -1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, check=False)
    assert done.stderr == b""
    assert done.returncode in {0, 1}


@pytest.mark.slow
@pytest.mark.parametrize("words", [["init", "new"], ["export", "csv"], ["schema"], ["--help"]])
@pytest.mark.parametrize("buffered", ["", "1"])
def test_a_reader_who_leaves_at_once_is_no_error(tmp_path: Path, words: list[str], buffered: str) -> None:
    cxmap("init", cwd=tmp_path)
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "cxmap", *words],
        cwd=tmp_path,
        stdout=writer,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONUNBUFFERED": buffered},
        check=False,
    )
    os.close(writer)
    assert (done.returncode, b"Error" in done.stderr) == (0, False)
    assert words[0] != "init" or (tmp_path / "new" / "journeys" / "first-visit.cxmap.yaml").is_file()


@pytest.mark.parametrize("argument", ["validate", "--version"])
def test_a_full_disk_is_said_and_exits_with_2(folder: Path, argument: str) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "cxmap", argument], cwd=folder, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="closing standard output this way takes a POSIX shell")
def test_closed_streams_are_no_reason_to_fail(folder: Path) -> None:
    for closed in (">&-", "2>&-", ">&- 2>&-"):
        command = f'"{sys.executable}" -m cxmap validate gone.yaml {closed}'
        assert subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, check=False).returncode == 2
        command = f'"{sys.executable}" -m cxmap rule CX201 {closed}'
        assert subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, check=False).returncode == 0


def test_interrupted_is_130_without_a_traceback(folder: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "cxmap", "validate", "-"], cwd=folder, stdin=subprocess.PIPE, stderr=subprocess.PIPE
    )
    maps = Path(f"/proc/{process.pid}/maps")
    deadline = time.monotonic() + 30
    while "_yaml" not in maps.read_text() and time.monotonic() < deadline:
        time.sleep(0.02)  # once the reader is loaded, the command waits for standard input
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    _, error = process.communicate(timeout=20)
    assert process.returncode == 130
    assert b"Traceback" not in error


def test_an_ascii_terminal_is_no_reason_to_fail(folder: Path) -> None:
    (folder / "a.cxmap.yaml").write_text("cxmap: 1\nchannels:\n  é: {title: É, kind: ☃}\n", encoding="utf-8")
    ran = cxmap("validate", cwd=folder, environment={"PYTHONIOENCODING": "ascii"})
    assert ran.status == 1
    assert "\\u2603" in ran.out


def test_standard_output_that_is_closed(folder: Path) -> None:
    command = f"{sys.executable} -m cxmap validate >&-"
    done = subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, check=False)
    assert b"Traceback" not in done.stderr


def test_what_the_terminal_could_obey_is_shown_instead(folder: Path) -> None:
    name = "\x1b[2Jevil\n::error::x.cxmap.yaml"
    (folder / name).write_text(WRONG)
    ran = cxmap("validate", cwd=folder)
    assert ran.status == 1
    assert "\x1b" not in ran.out
    assert "\n::error" not in ran.out


def test_a_rule_has_colours_and_styles_where_they_are_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    for terminal in (True, False):
        monkeypatch.setattr("cxmap.cli.commands.rule.is_terminal", lambda terminal=terminal: terminal)
        for color in ("always", "never"):
            assert run(["rule", "CX201", "--color", color]) == 0
            assert ("\x1b" in capsys.readouterr().out) == (color == "always")


def test_module_and_command_are_the_same(folder: Path) -> None:
    command = os.path.join(os.path.dirname(sys.executable), "cxmap")
    done = subprocess.run([command, "validate", "--format", "json"], cwd=folder, capture_output=True, check=False)
    assert json.loads(done.stdout)["files"] == {"checked": 1, "skipped": 0}
