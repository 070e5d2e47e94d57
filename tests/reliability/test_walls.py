"""Nothing in a project leads out of it: no other file is opened, no network used, no program started."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

HOSTILE = """\
# yaml-language-server: $schema=http://127.0.0.1:9/schema.json
cxmap: 1
organisation: "$(touch pwned) `touch pwned` ${HOME}"
personas:
  p: {name: P, story: S, goals: [g], portrait: ../outside.png}
  q: {name: Q, story: S, goals: [g], portrait: /etc/passwd}
  r: {name: R, story: S, goals: [g], portrait: http://127.0.0.1:9/x.png}
  s: {name: S, story: S, goals: [g], portrait: file:///etc/passwd}
  t: {name: T, story: S, goals: [g], portrait: leads-out.png}
sources:
  n: {title: N, kind: interview, url: http://127.0.0.1:9/, file: ../../etc/passwd}
journey:
  id: a
  title: "!include /etc/passwd"
  personas: [p, q, r, s, t]
  stages: [{id: s, title: S, touchpoints: [{id: t, title: T, scores: {importance: 9, experience: 2}}]}]
"""
TAGS = "cxmap: 1\na: !include /etc/passwd\nb: !!python/object/apply:os.system [touch pwned]\nc: !ENV ${HOME}\n"


@pytest.fixture
def project(tmp_path):
    folder = tmp_path / "project"
    folder.mkdir()
    (tmp_path / "outside.png").write_bytes(b"not yours")
    (folder / "leads-out.png").symlink_to(tmp_path / "outside.png")
    (folder / "hostile.cxmap.yaml").write_text(HOSTILE)
    (folder / "tags.cxmap.yaml").write_text(TAGS)
    (folder / "cxmap.toml").write_text('exclude = ["*.bak"]\n')
    return folder


def walled(project: Path, *arguments: str) -> tuple[int, list[str], str]:
    """Exit status, what the walls caught, and all that was printed."""
    command = [sys.executable, "-m", "tests.reliability.walled", str(project), *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    caught = [line for line in done.stderr.splitlines() if line.startswith("WALL")]
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, caught, done.stdout + done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("validate", "--format", "full", "--no-cache"),
        ("validate", "--fix", "--no-cache"),
        ("gaps",),
        ("summary",),
    ],
    ids=" ".join,
)
def test_a_hostile_project_leads_nowhere(project, arguments):
    status, caught, printed = walled(project, *arguments)
    assert caught == [], printed
    assert status == 1
    assert "root:" not in printed
    assert sorted(path.name for path in project.parent.rglob("pwned")) == []


@pytest.mark.parametrize("pattern", ["../**", "/etc/*/../x", "~/x", "a/../../b"])
def test_patterns_of_the_configuration_stay_inside(project, pattern):
    (project / "cxmap.toml").write_text(f"include = ['{pattern}']\n")
    status, caught, printed = walled(project, "validate", "--no-cache")
    assert (status, caught) == (2, [])
    assert "leaves the project" in printed


def test_a_folder_that_is_a_link_is_not_followed(project):
    (project.parent / "other.cxmap.yaml").write_text("cxmap: 1\nodd: x\n")
    (project / "up").symlink_to(project.parent)
    _, caught, printed = walled(project, "validate", "--no-cache")
    assert caught == []
    assert "other" not in printed


def test_a_link_to_a_file_elsewhere_shows_nothing_of_it(project):
    (project.parent / "secret").write_text("password=x\n- y\n")
    (project / "link.cxmap.yaml").symlink_to(project.parent / "secret")
    (project / "other.yaml").symlink_to(project.parent / "secret")
    _, caught, printed = walled(project, "validate", "--no-cache", "--format", "full")
    assert caught == []
    assert "link.cxmap.yaml:1:1" in printed
    assert "it is a link that leads out of the project" in printed
    assert "password" not in printed
    assert "other.yaml" not in printed


def test_no_address_is_ever_asked_for():
    """Nothing that validates or draws imports a module that could reach the network."""
    program = "import sys, cxmap.cli.validate, cxmap.rules.engine, cxmap.cli.gaps\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert not {"socket", "ssl", "http.client", "urllib.request", "ftplib", "asyncio"} & set(done.stdout.split())
