"""What commands do with files when the disk is full, a place is read-only, or somebody else writes too."""

from __future__ import annotations

import ast
import contextlib
import errno
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from cxmap.cli import main
from cxmap.cli.commands import demo
from cxmap.io import files
from cxmap.output.charts.render import rehearse
from cxmap.project import tree
from cxmap.scaffold import shipped

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
WRONG = """\
cxmap:   1
personas: {ann: {name: Ann}}
journey:
  id: one
  titel: One
  personas: [ann]
  stages: [{id: use, title: Use, touchpoints: [{id: run, title: Runs, scores: {importance: 5, experience: 4}}]}]
"""
RIGHT = WRONG.replace("titel", "title")
# What writes, and whether it needs the sound file or the one that can be mended.
CHANGING = {
    "validate --fix": (WRONG, ("validate", "--fix", "--no-cache")),
    "fmt": (RIGHT, ("fmt",)),
    "import table": (RIGHT, ("import", "table", "in.csv", "--into", "one")),
    "import survey": (RIGHT, ("import", "survey", "answers.csv", "--mapping", "mapping.txt", "--into", "one")),
    "new persona": (RIGHT, ("new", "persona", "ben", "--name", "Ben", "--no-input")),
}
MAKING = {
    "validate --update-baseline": (WRONG, ("validate", "--update-baseline", "--no-cache")),
    "validate --format": (WRONG, ("validate", "--no-cache", "--format", "json:out.json")),
    "gaps": (RIGHT, ("gaps", "-o", "out.txt")),
    "summary": (RIGHT, ("summary", "-o", "out.txt")),
    "render": (RIGHT, ("render", "-o", "out.svg")),
    "export csv": (RIGHT, ("export", "csv", "-o", "out.csv")),
    "export xlsx": (RIGHT, ("export", "xlsx", "-o", "out.xlsx")),
    "export json": (RIGHT, ("export", "json", "-o", "out.json")),
    "export mermaid": (RIGHT, ("export", "mermaid", "-o", "out.md")),
    "schema": (RIGHT, ("schema", "-o", "out.json")),
    "import mermaid": (RIGHT, ("import", "mermaid", "in.mmd", "-o", "two.cxmap.yaml")),
    "new journey": (RIGHT, ("new", "journey", "two", "--no-input", "--persona", "ann", "-o", "two.cxmap.yaml")),
    "init": (RIGHT, ("init", "sub")),
}
WRITING = CHANGING | MAKING
NEW = {"import mermaid", "new journey", "init"}
MADE = {
    "validate --update-baseline": "cxmap-baseline.json",
    "validate --format": "out.json",
    "init": "sub/cxmap.toml",
}
ALLOWED = {
    "cxmap/exchange/survey/answers.py": "a temporary folder of its own, gone when the answers are closed",
    "cxmap/exchange/survey/sav.py": "a temporary file without a name",
    "cxmap/exchange/sheet/cells.py": "a temporary file without a name",
    "cxmap/cli/exit.py": "the null device, in place of a stream that was closed",
    "cxmap/io/cache.py": "the user's own cache folder, in which nothing is anybody else's",
    "cxmap/io/files.py": "the one writer",
    "cxmap/io/placing.py": "the last step of the one writer",
    "cxmap/io/processes.py": "pipes between the processes of a run",
    "cxmap/cli/commands/lsp.py": "the way to the editor: a copy of standard output",
    "cxmap/cli/commands/studio.py": "a file in a temporary folder of its own, which leads the browser to the address",
}
OPENING = {
    "open",
    "fdopen",
    "write_text",
    "write_bytes",
    "savefig",
    "imsave",
    "NamedTemporaryFile",
    "mkstemp",
    "TemporaryFile",
}
MOVING = {"rename", "replace", "copy", "copyfile", "copytree", "move", "symlink_to", "hardlink_to", "mkdir", "makedirs"}


@pytest.fixture
def project(tmp_path, monkeypatch):
    return filled(tmp_path, monkeypatch)


def filled(folder, monkeypatch):
    (folder / "in.csv").write_text("touchpoint,experience\nrun,5\n")
    (folder / "answers.csv").write_text("a\n2\n3\n")
    (folder / "mapping.txt").write_text(
        "source: {id: s, title: S, kind: survey}\nanswers: {scale: {min: 1, max: 10}}\n"
        "touchpoints: {run: {experience: a}}\n"
    )
    (folder / "in.mmd").write_text("journey\n  section A\n    Runs: 3: Ann\n")
    monkeypatch.chdir(folder)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def started(project: Path, name: str) -> tuple[tuple[str, ...], dict[str, bytes]]:
    text, arguments = WRITING[name]
    (project / "one.cxmap.yaml").write_text(text)
    return arguments, contents(project)


def fails(arguments, project, before, capsys, reason: str) -> None:
    assert main.run(arguments) == 2
    err = capsys.readouterr().err
    (said,) = [line for line in err.splitlines() if line.startswith("cxmap: ")]
    assert reason in said
    assert "Traceback" not in err
    assert contents(project) == before


@pytest.mark.parametrize("name", WRITING)
def test_every_writing_command_writes(project, name, capsys):
    arguments, before = started(project, name)
    assert main.run(arguments) in {0, 1}
    assert contents(project) != before, capsys.readouterr().err


@pytest.mark.parametrize("name", WRITING)
@pytest.mark.parametrize(
    ("number", "reason"), [(errno.ENOSPC, "no space left; free some"), (errno.EROFS, "the file system is read-only")]
)
def test_a_full_disk(project, monkeypatch, capsys, name, number, reason):
    arguments, before = started(project, name)

    def fail(_descriptor):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    fails(arguments, project, before, capsys, reason)


@pytest.mark.parametrize("name", ["validate --fix", "fmt", "render", "export xlsx", "import mermaid", "schema"])
def test_a_limit_on_the_size_of_files(project, capsys, name):
    arguments, before = started(project, name)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    try:
        status = main.run(arguments)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert (status, contents(project)) == (2, before)
    assert "larger than the size limit for files" in capsys.readouterr().err


@pytest.mark.parametrize("name", WRITING)
def test_a_read_only_folder(project, monkeypatch, capsys, name):
    main.run(started(project, name)[0])  # what is imported now need not be read by somebody who may not
    rehearse(["emotion"], "svg")
    capsys.readouterr()
    with _as_nobody() as folder:
        arguments, before = started(filled(folder, monkeypatch), name)
        folder.chmod(0o555)
        fails(arguments, folder, before, capsys, "no permission; change the permissions or choose another place")
        monkeypatch.chdir("/")


@contextlib.contextmanager
def _as_nobody():
    """A folder of an ordinary user, as that user: root may write what nobody else may."""
    folder = Path(tempfile.mkdtemp())
    is_root = os.geteuid() == 0
    if is_root:
        os.chown(folder, 65534, 65534)
        os.setresuid(65534, 65534, 0)
    try:
        yield folder
    finally:
        folder.chmod(0o755)
        if is_root:
            os.setresuid(0, 0, 0)
        shutil.rmtree(folder)


def meanwhile(moment: str, save, monkeypatch) -> None:
    """Have something happen once, after a command has read its first file or while it writes."""
    owner, name = (files, "_fill") if moment == "while it is written" else (tree, "read_file")
    real = getattr(owner, name)
    times = iter([save])

    def and_save(*given, **options):
        result = real(*given, **options)
        for once in times:
            once()
        return result

    monkeypatch.setattr(owner, name, and_save)


MOMENTS = ("after it was read", "while it is written")


@pytest.mark.parametrize("name", CHANGING)
@pytest.mark.parametrize("moment", MOMENTS)
def test_what_an_editor_saves_meanwhile_stays(project, monkeypatch, capsys, name, moment):
    arguments, before = started(project, name)
    saved = (CHANGING[name][0] + "# saved\n").encode()
    meanwhile(moment, lambda: (project / "one.cxmap.yaml").write_bytes(saved), monkeypatch)
    fails(arguments, project, before | {"one.cxmap.yaml": saved}, capsys, "it changed after it was read; run again")


# A result that is made anew may replace an older one; a new file begins with nothing there. Two read no file before.
RESULTS = [
    (name, there, moment)
    for name in MAKING
    for there in ((False,) if name in NEW else (True, False))
    for moment in (MOMENTS[1:] if name in {"schema", "init"} else MOMENTS)
]


@pytest.mark.parametrize(("name", "there", "moment"), RESULTS)
def test_what_somebody_writes_meanwhile_where_a_result_goes_stays(project, monkeypatch, capsys, name, there, moment):
    arguments, before = started(project, name)
    target = project / MADE.get(name, arguments[-1])
    if there:
        target.write_bytes(b"of an earlier run")

    def save():
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(b"saved")

    meanwhile(moment, save, monkeypatch)
    reason = "another program has created it meanwhile; name another place, or move it away"
    if there:
        reason = "it changed after the command started; look at it, and run again"
    elif name in NEW and moment == MOMENTS[0]:
        reason = "exists already; nothing was written"
    fails(arguments, project, before | {str(target.relative_to(project)): b"saved"}, capsys, reason)


@pytest.mark.parametrize("there", [True, False], ids=["there", "new"])
def test_what_somebody_writes_into_the_demo_meanwhile_stays(project, monkeypatch, capsys, there):
    arguments = ("demo", "tried", "--force") if there else ("demo", "tried")
    monkeypatch.setattr(demo, "COMMANDS", ())
    if there:
        assert main.run(arguments) == 0
        (project / "tried/airport/cxmap.toml").write_bytes(b"# mine")

    def save():
        (project / "tried/airport").mkdir(parents=True, exist_ok=True)
        (project / "tried/airport/cxmap.toml").write_bytes(b"# saved")

    meanwhile(MOMENTS[1], save, monkeypatch)
    assert main.run(arguments) == 2
    assert "airport/cxmap.toml: " in capsys.readouterr().err
    assert (project / "tried/airport/cxmap.toml").read_bytes() == b"# saved"


def test_what_somebody_writes_before_the_demo_has_looked_at_its_places_stays(project, monkeypatch, capsys):
    monkeypatch.setattr(demo, "COMMANDS", ())
    saved, files_of = project / "tried/airport/cxmap.toml", shipped.example_files

    def slow(example):
        saved.parent.mkdir(parents=True, exist_ok=True)
        saved.write_bytes(b"# saved")
        return files_of(example)

    monkeypatch.setattr(shipped, "example_files", slow)
    assert main.run(("demo", "tried")) == 2
    assert "another program has created it meanwhile" in capsys.readouterr().err
    assert saved.read_bytes() == b"# saved"


@pytest.mark.parametrize("name", CHANGING)
def test_a_file_keeps_its_mode_its_link_and_its_line_ends(project, capsys, name):
    text, arguments = CHANGING[name]
    (project / "kept").mkdir()
    real, link = project / "kept/one.txt", project / "one.cxmap.yaml"
    real.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    real.chmod(0o640)
    link.symlink_to("kept/one.txt")
    assert main.run(arguments) in {0, 1}, capsys.readouterr().err
    assert link.is_symlink()
    data = real.read_bytes()
    assert data != b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    assert real.stat().st_mode & 0o777 == 0o640
    assert data.startswith(b"\xef\xbb\xbfcxmap:")
    assert data.count(b"\r\n") == data.count(b"\n")


def test_two_commands_at_once(project):
    both = (("validate", "--fix", "--no-cache"), ("fmt",))
    path = project / "one.cxmap.yaml"
    reachable = {WRONG.encode()}
    for order in (both, both[::-1], both[:1], both[1:]):
        path.write_text(WRONG)
        for arguments in order:
            main.run(arguments)
        reachable.add(path.read_bytes())
    assert len(reachable) == 4
    for _ in range(4):
        path.write_text(WRONG)
        commands = [[sys.executable, "-m", "cxmap", *arguments] for arguments in both]
        running = [subprocess.Popen(one, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for one in commands]
        for process in running:
            _, err = process.communicate()
            assert process.returncode in {0, 1, 2}
            assert b"Traceback" not in err
            assert process.returncode != 2 or b"it changed after it was read" in err
        assert path.read_bytes() in reachable
    assert not [one for one in project.iterdir() if one.name.startswith(".cxmap-")]


def test_nothing_else_writes_files():
    """Every call by which Python writes, moves or links files stands in the one writer, or is told of above."""
    found = set()
    for path in sorted((ROOT / "src/cxmap").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _writes(node):
                found.add(str(path.relative_to(ROOT / "src")))
    assert found == set(ALLOWED)


def _writes(call: ast.Call) -> bool:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name in MOVING:
        # `replace`, `copy` and `move` of texts, records and lists are no matter of files.
        return name not in {"replace", "copy", "rename", "move"} or _is_of_files(call.func)
    if name not in OPENING:
        return False
    modes = [
        one for one in (*call.args, *(keyword.value for keyword in call.keywords)) if isinstance(one, ast.Constant)
    ]
    return name not in {"open", "fdopen"} or any(
        isinstance(one.value, str) and set(one.value) & set("wax+") and len(one.value) <= 3 for one in modes
    )


def _is_of_files(function: ast.expr) -> bool:
    owner = function.value if isinstance(function, ast.Attribute) else None
    return getattr(owner, "id", "") in {"os", "shutil", "temporary"}


@pytest.mark.parametrize("arguments", [("fmt", "-"), ("validate", "--fix", "-")], ids=" ".join)
@pytest.mark.parametrize("name", ["title", "titel"])
def test_standard_output_gets_the_bytes_of_a_file(project, arguments, name):
    data = f"\ufeff{RIGHT.replace('title: One', f'{name}: Één 👟')}".replace("\n", "\r\n").encode()
    expected = data.replace(b"titel", b"title") if "--fix" in arguments else data.replace(b"cxmap:   1", b"cxmap: 1")
    done = subprocess.run(
        [sys.executable, "-m", "cxmap", *arguments],
        input=data,
        capture_output=True,
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
        check=False,
    )
    assert done.stdout == expected


@pytest.mark.parametrize(
    "arguments",
    [
        "export json",
        "export mermaid",
        "export csv",
        "gaps --format json",
        "gaps --format csv",
        "rule CX317 --format json",
    ],
)
def test_a_file_for_others_is_the_same_in_every_locale(arguments):
    made = [
        subprocess.run(
            [sys.executable, "-m", "cxmap", *arguments.split()],
            cwd=ROOT / "examples" / "running-shoes",
            capture_output=True,
            env=os.environ | {"PYTHONIOENCODING": encoding},
            check=True,
        ).stdout
        for encoding in ("ascii", "utf-8")
    ]
    assert made[0] == made[1] != b""
