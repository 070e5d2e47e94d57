"""Hostile text in every text field, id-like key and file name of a project acts nowhere, whatever writes it.

Every command, and every format that one can write, has a line in ``WRITERS``: a new one must get its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import pytest

import yaml
from cxmap.choices import (
    CHART_FORMATS,
    CHARTS,
    FINDINGS_FORMATS,
    DiffFormat,
    DriversFormat,
    GapsFormat,
    RoadmapFormat,
    SummaryFormat,
    TheydoFile,
    TrendFormat,
)
from cxmap.cli import main as app
from cxmap.output.charts import catalogue
from cxmap.output.charts.render import scene
from cxmap.output.drawing.glyphs import glyphs
from cxmap.output.drawing.options import ChartError
from cxmap.project.load import load
from tests.ci.test_action import run_validate
from tests.reliability import hostile, targets
from tests.reliability.hostile import HOSTILE, LINE
from tests.reliability.promises import TODAY, check_output

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.slow


@dataclass(frozen=True, slots=True)
class Writer:
    """A command that writes.

    Attributes:
        arguments: What is typed.
        check: What must hold of all that it prints; where it writes files, of each of them.
        status: How it ends.
        wrong: Whether files with findings lie beside the sound one.
    """

    arguments: tuple[str, ...]
    check: Callable[[bytes], object] = targets.printed
    status: int = 0
    wrong: bool = False


FINDINGS: dict[str, Callable[[bytes], object]] = {
    "github": targets.github,
    "junit": targets.xml,
    "jsonl": targets.json_lines,
    "markdown": targets.markdown,
    **dict.fromkeys(("json", "sarif", "gitlab", "rdjson"), targets.json_object),
    **dict.fromkeys(("full", "concise"), targets.printed),
}
TABLES: dict[str, Callable[[bytes], object]] = {
    "table": targets.printed,
    "json": targets.json_object,
    "csv": targets.csv_table,
    "markdown": targets.markdown,
}
PLANS = {
    **TABLES,
    **dict.fromkeys(("ics", "todos"), targets.calendar),
    **dict.fromkeys(("jira", "azure"), targets.csv_table),
    "gh": targets.shell_script,
}
DIFFS: dict[str, Callable[[bytes], object]] = {
    "full": targets.printed,
    "concise": targets.printed,
    "json": targets.json_object,
    "markdown": targets.markdown,
}
PICTURES = {"png": targets.png, "svg": targets.svg, "pdf": targets.pdf, "pptx": targets.presentation}
JOURNEY = ("new", "journey", LINE, "--no-input", "--goal", LINE, "--stage", LINE, "--persona", "noor")

WRITERS: dict[str, Writer] = {
    **{
        f"validate --format {name}": Writer(("validate", "--no-cache", "--format", name), check, 1, wrong=True)
        for name, check in FINDINGS.items()
    },
    "validate again": Writer(("validate", "--fail-on", "advice"), status=1, wrong=True),
    "validate --statistics": Writer(("validate", "--statistics"), status=1, wrong=True),
    "validate --diff": Writer(("validate", "--diff"), status=1, wrong=True),
    "validate --fix": Writer(("validate", "--fix", "--no-cache"), status=1, wrong=True),
    "validate --update-baseline": Writer(
        ("validate", "--no-cache", "--update-baseline"), targets.json_object, 1, wrong=True
    ),
    "fmt": Writer(("fmt", "--check"), status=1, wrong=True),
    "fmt --diff": Writer(("fmt", "--diff"), status=1, wrong=True),
    "rule": Writer(("rule",)),
    "rule --format json": Writer(("rule", "--format", "json"), targets.json_object),
    "rule --format markdown": Writer(("rule", "CX201", "--format", "markdown")),
    "schema": Writer(("schema",), targets.json_object),
    "schema --config": Writer(("schema", "--config"), targets.json_object),
    "completion": Writer(("completion", "zsh", "--", "gaps", "--persona", "")),
    **{f"gaps --format {name}": Writer(("gaps", "--format", name), TABLES[name]) for name in get_args(GapsFormat)},
    **{
        f"summary --format {name}": Writer(("summary", "--format", name), TABLES[name])
        for name in get_args(SummaryFormat)
    },
    **{f"trend --format {name}": Writer(("trend", "--format", name), TABLES[name]) for name in get_args(TrendFormat)},
    **{
        f"diff --format {name}": Writer(("diff", "--format", name, "before", "."), check)
        for name, check in DIFFS.items()
    },
    **{
        f"render --format {name}": Writer(
            ("render", "-o", "out/", "--format", name, "--title", HOSTILE), PICTURES[name]
        )
        for name in CHART_FORMATS
    },
    "render --alt": Writer(("render", "--chart", "all", "--alt", "-o", "out/", "--format", "svg"), targets.svg),
    **{
        f"roadmap --format {name}": Writer(("roadmap", "--format", name), PLANS[name])
        for name in get_args(RoadmapFormat)
    },
    "report": Writer(("report", "-o", "out.html", "--title", HOSTILE), targets.page),
    "report --format markdown": Writer(("report", "--format", "markdown"), targets.report),
    "report --format json": Writer(("report", "--format", "json"), targets.json_object),
    "import status": Writer(("import", "status", "tracker.csv"), targets.journey_file),
    "export csv": Writer(("export", "csv"), targets.csv_table),
    "export xlsx": Writer(("export", "xlsx", "-o", "out.xlsx"), targets.workbook),
    "export pptx": Writer(("export", "pptx", "-o", "out.pptx"), targets.presentation),
    "export json": Writer(("export", "json"), targets.json_object),
    "export mermaid": Writer(("export", "mermaid"), targets.mermaid),
    **{
        f"export theydo {name}": Writer(("export", "theydo", "--what", name), targets.json_object)
        for name in get_args(TheydoFile)
    },
    "export outline": Writer(("export", "outline", "--journey", "j"), targets.report),
    "import outline": Writer(("import", "outline", "notes.md", "-o", "out/"), targets.journey_file),
    "import stickies": Writer(
        ("import", "stickies", "board.csv", "--mapping", "colors.txt", "-o", "out/"), targets.journey_file
    ),
    "import stickies --suggest-mapping": Writer(
        ("import", "stickies", "board.csv", "--suggest-mapping"), targets.journey_file
    ),
    "import table --new": Writer(("import", "table", "wall.csv", "--new", "seen", "-o", "out/"), targets.journey_file),
    "import mermaid": Writer(("import", "mermaid", "in.mmd", "-o", "out/"), targets.journey_file),
    "import table": Writer(("import", "table", "in.csv", "--into", "j", "--dry-run"), status=1),
    "import survey": Writer(
        ("import", "survey", "answers.csv", "--mapping", "mapping.txt", "--into", "j"), targets.journey_file
    ),
    **{
        f"import survey --drivers --format {name}": Writer(
            (
                "import",
                "survey",
                "drivers.csv",
                "--mapping",
                "drivers.txt",
                "--into",
                "j",
                "--drivers",
                "--format",
                name,
            ),
            TABLES[name],
        )
        for name in get_args(DriversFormat)
    },
    "import survey --suggest-mapping": Writer(
        ("import", "survey", "answers.csv", "--suggest-mapping"), targets.journey_file
    ),
    "import survey --quotes": Writer(
        ("import", "survey", "answers.csv", "--mapping", "mapping.txt", "--into", "j", "--quotes", "=1+1"),
        targets.journey_file,
    ),
    "new journey": Writer((*JOURNEY, "-o", "out/"), targets.journey_file),
    "new persona": Writer(("new", "persona", LINE, "--no-input"), targets.journey_file),
    "init": Writer(("init", f"{LINE[:60].replace('/', '')}")),
    "demo": Writer(("demo", "in.mmd\x1b[31m"), status=2),
}


def test_every_command_and_every_format_is_looked_at():
    commands = {f"{group} {one}" for group, (_, inside) in app.GROUPS.items() for one in inside}
    commands |= set(app.COMMANDS) - set(app.GROUPS)
    typed = {" ".join(writer.arguments) for writer in WRITERS.values()}
    missing = {one for one in commands if not any(f"{words} ".startswith(f"{one} ") for words in typed)}
    assert missing == {"lsp", "studio"}, "give these a line in WRITERS; tests.lsp and tests.studio are about servers"
    assert set(FINDINGS_FORMATS) == set(FINDINGS)
    assert set(get_args(DiffFormat)) == set(DIFFS)


@pytest.fixture
def project(tmp_path, monkeypatch):
    folder = tmp_path / "project"
    folder.mkdir()
    monkeypatch.chdir(folder)
    for name in ("GITHUB_ACTIONS", "GITLAB_CI", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    hostile.sound(folder)
    (folder / "before").mkdir()
    (folder / "before/cxmap.toml").touch()
    (folder / "before/a.cxmap.yaml").write_text("cxmap: 1\njourney: {id: j, title: J, personas: [], stages: []}\n")
    (folder / "cxmap.toml").write_text("exclude = ['before/']\n")
    (folder / "in.mmd").write_text(
        f"journey\n  title {LINE}\n  section {LINE}\n    x{LINE.replace(':', ' ')}: 3: Ann\n"
    )
    (folder / "in.mmd\x1b[31m").write_text("")
    doubled = LINE.replace('"', '""')
    (folder / "tracker.csv").write_text(f'Status,Labels,"{doubled}"\n"{doubled}",cxmap:y,\nDone,"{doubled} cxmap:x",\n')
    (folder / "notes.md").write_text(f"# {LINE}\nPersona: {LINE}\n## {LINE}\n- {LINE} 8/4\n  - (-) {LINE}\n")
    cell = LINE.replace('"', "'")
    (folder / "board.csv").write_text(
        "ID,Text,BG Color,Position X,Position Y,Last Updated By\n"
        f'1,"{cell}",#E0E0E0,100,0,"{cell}"\n2,"x{cell} 8/4",#FFFFFF,100,150,"{cell}"\n3,"{cell}",#FCF281,110,300,\n'
    )
    (folder / "colors.txt").write_text('colors: {"#E0E0E0": stages, "#FFFFFF": touchpoints, "#FCF281": negatives}\n')
    (folder / "wall.csv").write_text(f'stage,touchpoint,experience,"{cell}"\n"{cell}","x{cell}",3,"{cell}"\n')
    (folder / "in.csv").write_text(f'touchpoint,experience,"{doubled}"\n"{doubled}",3,\n')
    columns = LINE.replace('"', "")
    (folder / "answers.csv").write_text(f'a,"{columns}","=1+1"\n1,2,"{cell}"\n2,3,y\n')
    mapping = {
        "source": {"id": "s", "title": HOSTILE, "kind": "survey", "description": HOSTILE},
        "answers": {"scale": {"min": 1, "max": 10}},
        "touchpoints": {"a": {"experience": "a"}, "c": {"experience": columns.strip()}},
    }
    (folder / "mapping.txt").write_text(yaml.safe_dump(mapping))
    (folder / "drivers.txt").write_text(yaml.safe_dump(mapping | {"overall": "=1+1"}))
    rows = "".join(f"{1 + i % 7},{1 + i % 3},{1 + i % 5}\n" for i in range(60))
    (folder / "drivers.csv").write_text(f'a,"{columns}","=1+1"\n{rows}')
    return folder


def output(capsys, *arguments: str) -> tuple[int, str, str]:
    """How a command ends, and what it prints."""
    status = app.run([*arguments])
    found = capsys.readouterr()
    return status, found.out, found.err


@pytest.mark.parametrize("name", WRITERS)
def test_no_output_acts(project, capsys, name):
    writer = WRITERS[name]
    if writer.wrong:
        hostile.wrong(project)
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    status, out, err = output(capsys, *writer.arguments)
    assert "internal error" not in err
    assert status == writer.status, err
    check_output("standard error", err)
    new = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    written = {path: data for path, data in new.items() if before.get(path) != data}
    if writer.check in {targets.printed, targets.github} or not written:
        writer.check(out.encode())
        return
    check_output("standard output", out)
    for data in written.values():
        writer.check(data)


def test_what_is_drawn_is_the_text_itself(project):
    loaded = load((), today=TODAY, cwd=project)
    dollars = 0
    for one in catalogue.plan(loaded, loaded.reported, CHARTS, catalogue.Wish((), None)):
        if isinstance(one.view, ChartError):
            continue
        made = scene(one.view)
        for words in made.words:
            text = words.line.text
            (dollar,) = glyphs("$", words.weight, made.faces)
            drawn = [glyph.name for glyph in glyphs(text, words.weight, made.faces)]
            assert drawn.count(dollar.name) == text.count("$"), "none is taken for a formula's"
            dollars += text.count("$")
            assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e]", text)
    assert dollars


def test_the_action_puts_nothing_of_others_into_its_outputs(project):
    hostile.wrong(project)
    ran = run_validate(project, sarif="out.sarif")
    assert ran.returncode == 1, ran.stderr
    check_output("github", ran.stdout)
    assert re.fullmatch(r"status=1\n(?:(?:errors|warnings|advice)=\d+\n){3}", (project / "output").read_text())
    targets.markdown((project / "summary.md").read_bytes())
    targets.json_object((project / "out.sarif").read_bytes())


def options() -> list[tuple[str, ...]]:
    """Every option and argument of every command with a hostile value."""
    found: list[tuple[str, ...]] = [("validate", "--watch", HOSTILE)]
    typed = HOSTILE.replace("\0", "")
    for name in app.COMMANDS:
        for command in (f"{name} {one}" for one in app.GROUPS[name][1]) if name in app.GROUPS else (name,):
            words = tuple(command.split())
            group: Any = app.typer.main.get_command(app.build(words)).commands[words[0]]  # type: ignore[attr-defined]  # typer says less than it has
            for parameter in (group.commands[words[1]] if words[1:] else group).params:
                if getattr(parameter, "is_flag", False) or "--help" in parameter.opts:
                    continue
                option = [one for one in parameter.opts if one.startswith("--")]
                file = ("-o", "out.pptx") if words == ("export", "pptx") and "--output" not in option else ()
                found.append((*words, *file, *option, typed))  # slides are no text, and go to a file
    return found


@pytest.fixture
def small(tmp_path, monkeypatch):
    """A project that is drawn and written in no time: what it holds is harmless."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "j.cxmap.yaml").write_text(
        "cxmap: 1\npersonas: {a: {name: Ann}}\njourney:\n  id: j\n  title: J\n  personas: [a]\n  stages:\n"
        "    - {id: s, title: S, touchpoints: [{id: x, title: X, scores: {importance: 8, experience: 4}}]}\n"
    )


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("arguments", options(), ids=lambda words: " ".join(words[:-1]))
def test_what_was_typed_does_not_act_either(capsys, arguments, monkeypatch):
    monkeypatch.setattr("sys.stdin", None)
    status, out, err = output(capsys, *arguments)
    assert status in {0, 1, 2}
    assert "internal error" not in err
    check_output("standard error", err)
    check_output("standard output", out)
    assert status != 2 or err.count("\n") == 1, err


@pytest.mark.parametrize(
    "config",
    ["extend = X", "lang = X", "scale = X", "exclude = [X]", "X = 1", "select = [X]", "severity = {X = 'error'}"],
)
def test_a_configuration_does_not_act(project, capsys, config):
    text = "".join(f"\\u{ord(char):04x}" if ord(char) < 0x10000 else char for char in HOSTILE)
    (project / "cxmap.toml").write_text(config.replace("X", f'"{text}"'))
    status, out, err = output(capsys, "validate", "--no-cache")
    assert (status, out, err.count("\n")) == (2, "", 1)
    check_output("standard error", err)


def test_a_repeated_answer_does_not_act(project, capsys):
    from cxmap import __main__ as main

    hostile.wrong(project)
    for _ in range(2):
        status = main._run(["validate"])
        printed = capsys.readouterr()
        assert status == 1
        check_output("again", printed.out + printed.err)


def test_paths_that_were_typed(project, capsys):
    status, _, err = output(capsys, "fmt", str(Path("nowhere") / LINE))
    assert (status, err.count("\n")) == (2, 1)
    check_output("standard error", err)
