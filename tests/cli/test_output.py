"""Where results go besides files: standard output by any of its names, process substitution, pipes."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from cxmap.cli.main import run
from tests.cli.command import cxmap

if TYPE_CHECKING:
    from pathlib import Path

JOURNEY = """\
cxmap: 1
personas: {ann: {name: Ann}}
journey:
  id: one
  title: One
  personas: [ann]
  stages: [{id: use, title: Use, touchpoints: [{id: run, title: Runs, scores: {importance: 5, experience: 4}}]}]
"""
COMMANDS = [
    "gaps --format csv",
    "summary --format json",
    "schema",
    "export csv",
    "export json",
    "export mermaid",
    "export xlsx",
    "render --format svg --alt",
    "import mermaid in.mmd",
    "new journey two --no-input --persona ann",
]
STARTS = {"export xlsx": b"PK", "render --format svg --alt": b"<svg"}


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "one.cxmap.yaml").write_text(JOURNEY)
    (tmp_path / "in.mmd").write_text("journey\n  section A\n    Runs: 3: Ann\n")
    return tmp_path


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def to_pipe(folder: Path, command: str, *rest: str) -> tuple[int, bytes, str]:
    done = subprocess.run(
        [sys.executable, "-m", "cxmap", *command.split(), *rest], cwd=folder, capture_output=True, check=False
    )
    return done.returncode, done.stdout, done.stderr.decode()


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS)
def test_standard_output_by_each_of_its_names(folder, command):
    before = files(folder)
    status, expected, err = to_pipe(folder, command, "-o", "-")
    assert status == 0, err
    assert expected.startswith(STARTS.get(command, b""))
    assert len(expected) > 10
    assert to_pipe(folder, command, "-o", "/dev/stdout")[:2] == (0, expected)
    assert files(folder) == before


def test_standard_output_that_is_a_file_keeps_what_is_in_it(folder):
    log = folder / "log"
    log.write_bytes(b"before\n")
    with log.open("ab") as file:
        command = [sys.executable, "-m", "cxmap", "export", "csv", "-o", "/dev/stdout"]
        subprocess.run(command, cwd=folder, stdout=file, check=True)
    assert log.read_bytes() == b"before\n" + to_pipe(folder, "export csv", "-o", "-")[1]


@pytest.mark.parametrize(
    "command", ["gaps --format csv", "render --format svg", "validate --no-cache --format json:{}"]
)
def test_process_substitution(folder, command):
    """What a shell makes of ``-o >(cat)``: a pipe that the caller has opened."""
    reading, writing = os.pipe()
    name = f"/dev/fd/{writing}"
    words = command.format(name).split() if "{}" in command else [*command.split(), "-o", name]
    running = subprocess.Popen(
        [sys.executable, "-m", "cxmap", *words], cwd=folder, stdout=subprocess.PIPE, pass_fds=[writing]
    )
    os.close(writing)
    with open(reading, "rb") as pipe:
        got = pipe.read()
    assert running.communicate()[0] == b""
    assert running.returncode == 0
    assert len(got) > 10


def test_a_pipe_of_a_name(folder):
    os.mkfifo(folder / "pipe.svg")
    ran = cxmap("render", "-o", "pipe.svg", cwd=folder)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "cxmap: cannot write pipe.svg: nobody reads from it; start its reader first\n"
    reader = subprocess.Popen(["cat", "pipe.svg"], cwd=folder, stdout=subprocess.PIPE)
    while cxmap("render", "-o", "pipe.svg", cwd=folder).status:
        pass
    assert reader.communicate()[0].startswith(b"<svg")


def test_several_results_do_not_go_to_one_stream(folder):
    ran = cxmap("render", "--chart", "emotion", "--chart", "map", "-o", "-", cwd=folder)
    assert (ran.status, ran.err) == (2, "cxmap: 2 charts cannot go to one stream; name a folder: -o charts/\n")
    (folder / "two.md").write_text("```mermaid\njourney\n  A: 3: Ann\n```\n" * 2)
    ran = cxmap("import", "mermaid", "two.md", "-o", "/dev/stdout", cwd=folder)
    assert ran.status == 2
    assert "'two.md' holds 2 diagrams: name a folder for them, such as -o journeys/" in ran.err


@pytest.mark.parametrize("command", ["gaps", "export csv", "export pptx", "roadmap --format ics", "trend", "schema"])
@pytest.mark.parametrize("name", ["one.cxmap.yaml", "plain.yaml", "link.yaml", "cxmap.toml"])
def test_no_result_takes_the_place_of_what_is_read(folder, monkeypatch, capsys, command, name):
    (folder / "plain.yaml").write_text("cxmap: 1\nchannels: {}\n")
    (folder / "link.yaml").symlink_to("plain.yaml")
    (folder / "cxmap.toml").touch()
    monkeypatch.chdir(folder)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert run([*command.split(), "-o", name]) == 2
    said = f"cxmap: {name} is a file of the project, which results do not replace; name another file\n"
    assert (capsys.readouterr().err, {path.name: path.read_bytes() for path in folder.iterdir()}) == (said, before)


def test_other_yaml_and_new_files_are_replaced(folder, monkeypatch):
    monkeypatch.chdir(folder)
    (folder / "other.yaml").write_text("a: 1\n")
    for name in ("other.yaml", "new.yaml"):
        assert run(["export", "json", "-o", name]) == 0
        assert (folder / name).read_text().startswith("{")


@pytest.mark.parametrize(
    "command",
    [
        "render -o NAME", "import mermaid in.mmd -o NAME", "init NAME", "demo NAME", "validate --baseline NAME",
        "import table in.mmd --into NAME", "new persona ben --name Ben --no-input --into NAME",
    ],
)  # fmt: skip
def test_a_name_that_is_too_long_is_said_with_the_remedy(folder, monkeypatch, capsys, command):
    monkeypatch.chdir(folder)
    name = "y" * 300
    assert run([name if word == "NAME" else word for word in command.split()]) == 2
    err = capsys.readouterr().err
    assert (name in err, err.endswith("the name is too long; choose a shorter one\n")) == (True, True)


@pytest.mark.parametrize("command", ["init sub --ci gitlab", "init sub", "import mermaid two.md -o sub"])
def test_of_several_new_files_none_is_made_where_a_link_leads_one_away(folder, monkeypatch, capsys, command):
    (folder / "two.md").write_text("".join(f"```mermaid\njourney\n  title {t}\n  A: 3: Ann\n```\n" for t in "AB"))
    inside = folder / "inside"
    (inside / "sub").mkdir(parents=True)
    (inside / "two.md").write_bytes((folder / "two.md").read_bytes())
    last = {
        "init sub --ci gitlab": ".gitlab-ci.yml",
        "init sub": ".github",
        "import mermaid two.md -o sub": "b.cxmap.yaml",
    }
    (inside / "sub" / last[command]).symlink_to(folder / "elsewhere")
    monkeypatch.chdir(inside)
    assert run(command.split()) == 2
    err = capsys.readouterr().err
    assert "a link leads from there to" in err or "exists already" in err
    assert [path.name for path in (inside / "sub").iterdir()] == [last[command]]
