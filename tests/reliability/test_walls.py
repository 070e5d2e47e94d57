"""Nothing in a project leads out of it: no other file is opened, no network used, no program started."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cxmap.cli.main import COMMANDS, GROUPS
from cxmap.output.charts.catalogue import JOURNEY_CHARTS
from tests.cli.command import cxmap

pytestmark = pytest.mark.slow

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


EVERYTHING = [
    ("validate", "--no-cache", "--format", "sarif:out.sarif"),
    ("validate",),
    ("fmt",),
    ("gaps", "--format", "csv", "-o", "gaps.csv"),
    ("summary",),
    ("render", *(word for chart in JOURNEY_CHARTS for word in ("--chart", chart)), "-o", "out/"),
    ("roadmap", "--format", "gh", "-o", "tickets.sh"),
    ("roadmap", "--budget", "8"),
    ("import", "status", "tracker.csv"),
    ("trend",),
    ("diff", "hostile.cxmap.yaml", "hostile.cxmap.yaml"),
    ("report", "-o", "out.html"),
    ("export", "csv"),
    ("export", "xlsx", "-o", "out.xlsx"),
    ("export", "json"),
    ("export", "mermaid"),
    ("export", "outline", "--journey", "a"),
    ("export", "pptx", "-o", "out.pptx"),
    ("export", "theydo", "--what", "solutions"),
    ("import", "mermaid", "in.mmd", "-o", "new/"),
    ("import", "outline", "notes.md", "-o", "new/"),
    ("import", "stickies", "board.csv", "--mapping", "colors.txt", "-o", "new/"),
    ("import", "table", "in.csv", "--new", "seen", "-o", "new/"),
    ("import", "table", "in.csv", "--into", "a"),
    ("import", "survey", "in.csv", "--suggest-mapping"),
    ("import", "survey", "answers.csv", "--mapping", "mapping.txt", "--into", "a"),
    ("import", "survey", "answers.csv", "--mapping", "mapping.txt", "--into", "a", "--quotes", "s3://x"),
    ("new", "journey", "b", "--no-input", "--persona", "p"),
    ("new", "persona", "z", "--no-input"),
    ("rule", "CX201"),
    ("schema",),
    ("schema", "--config"),
    ("completion", "bash", "--", "gaps", "--persona", ""),
]
WRONG = ("organisation:", "../outside", "portrait: /etc", "portrait: http", "portrait: file:")
TRAPS = {
    "matplotlibrc": b"\xff\xfe backend: module://evil\n",
    ".duckdbrc": b".shell touch pwned\n",
    "sitecustomize.py": b"import pathlib; pathlib.Path('pwned').touch()\n",
    "matplotlib.py": b"import pathlib; pathlib.Path('pwned').touch()\n",
    "yaml.py": b"import pathlib; pathlib.Path('pwned').touch()\n",
    "numpy/__init__.py": b"import pathlib; pathlib.Path('pwned').touch()\n",
    "in.mmd": b"journey\n  section https://127.0.0.1:9/\n    Runs: 3: Ann\n",
    "in.csv": b"touchpoint,importance\nt,8\n",
    "notes.md": b"# ../../x\n## <https://127.0.0.1:9/>\n- ![x](file:///etc/passwd) 8/4\n",
    "board.csv": b"ID,Text,BG Color,Position X,Position Y\n1,../../x,#E0E0E0,1,0\n2,https://127.0.0.1:9/,#FFFFFF,1,99\n",
    "colors.txt": b'colors: {"#E0E0E0": stages, "#FFFFFF": touchpoints}\n',
    "tracker.csv": b"Status,Tags\nhttps://127.0.0.1:9/,cxmap:../../x\n",
    "answers.csv": b"read_csv('/etc/passwd'),s3://x\n1,2\n2,3\n",
    "mapping.txt": b"""\
source: {id: s, title: "COPY x TO '/tmp/pwned'", kind: survey}
answers: {scale: {min: 1, max: 10}}
touchpoints: {t: {experience: "read_csv('/etc/passwd')", importance: "s3://x"}}
""",
}


@pytest.fixture
def sound(project):
    """The same project without its errors."""
    (project / "tags.cxmap.yaml").unlink()
    path = project / "hostile.cxmap.yaml"
    lines = [line for line in path.read_text().splitlines() if not any(words in line for words in WRONG)]
    text = "\n".join(lines).replace("[p, q, r, s, t]", "[p, t]").replace(", file: ../../etc/passwd", "")
    path.write_text(text.replace("  t: {", "  p: {name: P, story: S, goals: [g]}\n  t: {") + "\n")
    return project


@pytest.fixture
def trapped(sound):
    """A project that validates, with files in it that programs look for in the current folder."""
    project = sound
    for name, content in TRAPS.items():
        (project / name).parent.mkdir(exist_ok=True)
        (project / name).write_bytes(content)
    return project


@pytest.mark.parametrize("arguments", EVERYTHING, ids=" ".join)
def test_no_command_leads_out_of_a_project(trapped, arguments):
    status, caught, printed = walled(trapped, *arguments)
    assert caught == []
    assert status == 0, printed
    assert "root:" not in printed
    assert sorted(path.name for path in trapped.parent.rglob("pwned")) == []


def test_every_command_is_behind_the_walls():
    named = {" ".join(arguments[: 2 if arguments[0] in GROUPS else 1]) for arguments in EVERYTHING}
    commands = {f"{group} {one}" for group, (_, inside) in GROUPS.items() for one in inside} | set(COMMANDS) - set(
        GROUPS
    )
    assert commands - named <= {"init", "demo", "lsp", "studio"}, (
        "two read no project, the servers have tests of theirs"
    )


@pytest.mark.parametrize("kind", ["device", "bytes"])
def test_settings_of_matplotlib_in_a_project_change_no_picture(sound, kind):
    project = sound
    render = ("render", "--chart", "matrix", "-o")
    assert walled(project, *render, "plain.svg")[0] == 0
    if kind == "device":
        (project / "matplotlibrc").symlink_to("/dev/zero")
    else:
        (project / "matplotlibrc").write_bytes(b"text.usetex: True\nfont.size: 40\nsvg.fonttype: none\n")
    status, caught, printed = walled(project, *render, "again.svg")
    assert (status, caught) == (0, []), printed
    assert (project / "plain.svg").read_bytes() == (project / "again.svg").read_bytes()


LINKS = [
    ("hostile.cxmap.yaml.out", ("validate", "--format", "json:hostile.cxmap.yaml.out")),
    ("cxmap-baseline.json", ("validate", "--update-baseline")),
    ("a.emotion.png", ("render",)),
    ("out/a.matrix.svg", ("render", "--chart", "matrix", "--format", "svg", "-o", "out/")),
    ("gaps.csv", ("gaps", "--format", "csv", "-o", "gaps.csv")),
    ("t.xlsx", ("export", "xlsx", "-o", "t.xlsx")),
    ("journeys/b.cxmap.yaml", ("new", "journey", "b", "--no-input", "--persona", "p", "-o", "journeys/b.cxmap.yaml")),
    ("sub/cxmap.toml", ("init", "sub")),
]


@pytest.mark.parametrize(("name", "arguments"), LINKS, ids=[name for name, _ in LINKS])
@pytest.mark.parametrize("there", [True, False])
def test_a_link_that_a_project_brings_along_overwrites_nothing(sound, name, arguments, there):
    project = sound
    theirs = project.parent / "theirs"
    if there:
        theirs.write_text("theirs")
    (project / name).parent.mkdir(exist_ok=True)
    (project / name).symlink_to(theirs)
    ran = cxmap(*arguments, cwd=project)
    assert ran.status == 2, ran
    assert "a link leads from there to" in ran.err or "exists already" in ran.err
    assert (theirs.read_text() if theirs.exists() else None) == ("theirs" if there else None)


@pytest.mark.parametrize(("name", "arguments"), LINKS, ids=[name for name, _ in LINKS])
@pytest.mark.parametrize("kind", ["device", "pipe", "stdout"])
def test_nothing_is_written_through_a_link_to_a_device_or_a_pipe(sound, name, arguments, kind):
    project = sound
    os.mkfifo(project.parent / "pipe")
    reader = os.open(project.parent / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    (project / name).parent.mkdir(exist_ok=True)
    (project / name).symlink_to({"device": "/dev/null", "pipe": project.parent / "pipe", "stdout": "/dev/stdout"}[kind])
    ran = cxmap(*arguments, cwd=project)
    assert ran.status == 2, ran
    assert "a link leads from there to" in ran.err or "exists already" in ran.err
    assert os.read(reader, 1) == b""
    os.close(reader)


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
    program = "import sys, cxmap.cli.commands.validate, cxmap.lint.engine, cxmap.cli.commands.gaps\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert not {"socket", "ssl", "http.client", "urllib.request", "ftplib", "asyncio"} & set(done.stdout.split())
