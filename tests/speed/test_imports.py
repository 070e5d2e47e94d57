"""What a command imports is what it takes to start."""

import subprocess
import sys

import pytest

FILE = """\
cxmap: 1
channels:
  shop: {title: Shop, kind: physical}
personas:
  noor: {name: Noor}
sources:
  survey: {title: Survey, kind: survey, n: 40, date: 2026-01-01}
journey:
  id: shoes
  title: Shoes
  personas: [noor]
  starts_with: Wants shoes
  ends_with: Wears them
  x-photo: wall.jpg  # a key of the team's own
  stages:
    - id: buying
      title: Buying
      touchpoints:
        - id: try-on
          title: Tries them on
          channel: shop
          scores:
            importance: 8
            experience: {mean: 6.5, sd: 2, n: 40, source: survey}
"""
MAPPING = """\
source: {id: exit, title: Exit survey}
answers: {scale: {min: 1, max: 10}}
touchpoints: {try-on: tried}
"""
SHOW = """\
import sys
try:
    from cxmap.__main__ import main
    main()
finally:
    print(*sys.modules, file=sys.stderr)
"""


@pytest.fixture
def project(tmp_path):
    (tmp_path / "cxmap.toml").write_text("")
    (tmp_path / "a.cxmap.yaml").write_text(FILE)
    (tmp_path / "a.csv").write_text("tried\n7\n8\n")
    (tmp_path / "m.yaml").write_text(MAPPING)
    return tmp_path


def imported(project, *arguments):
    """The modules that a command imports."""
    done = subprocess.run(
        [sys.executable, "-c", SHOW, *arguments], cwd=project, capture_output=True, text=True, check=False
    )
    return set(done.stderr.splitlines()[-1].split())


LATE = {"typer", "pydantic", "pydantic_core"}
HEAVY = {
    "matplotlib",
    "numpy",
    "ruamel.yaml",
    "openpyxl",
    "pptx",
    "rich.console",
    "jinja2",
    "unittest",
    "pygls",
    "lsprotocol",
}


@pytest.mark.parametrize(
    ("arguments", "absent"),
    [
        (["--version"], {"typing", "re", "typer", "pydantic_core", "yaml", *HEAVY}),
        (["-V"], {"typing", "re", "typer", "pydantic_core", "yaml", *HEAVY}),
        (["validate"], {*LATE, "multiprocessing", "pickle", "cxmap.model.file", "tomllib._re", *HEAVY}),
        (["validate"], {"cxmap.analysis.metrics", "cxmap.analysis.ranking.gaps"}),
        (["validate", "--format", "json", "-q"], {*LATE, "multiprocessing", "cxmap.model.file", *HEAVY}),
        (["validate", "--format=json"], {*LATE, "cxmap.model.file", "multiprocessing", *HEAVY}),
        (["validate", "-qq", "--color=never", "--", "."], {*LATE, "multiprocessing", *HEAVY}),
        (["gaps"], {*LATE, "multiprocessing", "hashlib", "html", "json", "rich", "statistics", *HEAVY}),
        (["gaps"], {"cxmap.analysis.handovers", "cxmap.analysis.summary"}),
        (["gaps", "--top=5", "-qo", "x.txt"], {"typer", "cxmap.model.file", "multiprocessing", *HEAVY}),
        (["summary"], {*LATE, "multiprocessing", "json", "rich", "statistics", *HEAVY}),
        (["fmt"], {*LATE, "multiprocessing", *(HEAVY - {"ruamel.yaml"})}),
        (["gaps", "--format", "json"], {*LATE, "multiprocessing", *HEAVY}),
        (["summary", "--format", "json"], {*LATE, "multiprocessing", *HEAVY}),
        (["import", "survey", "a.csv", "--mapping", "m.yaml", "--dry-run"], {*LATE, "numpy.ma", "rich"}),
        (["trend"], {*LATE, "multiprocessing", "rich", *HEAVY}),
        (["roadmap"], {*LATE, "multiprocessing", "rich"}),
        (["diff", "a.cxmap.yaml", "a.cxmap.yaml"], {*LATE, "multiprocessing", "rich", *HEAVY}),
        (["render", "."], {*LATE, "multiprocessing", "cxmap.output.charts.matrix"}),
        (
            ["render", "-o", "a.svg", "--theme", "dark"],
            {*LATE, "multiprocessing", "cxmap.output.charts.matrix"},
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_is_not_imported(project, arguments, absent):
    (project / "cxmap.toml").unlink()
    assert imported(project, *arguments) & absent == set()


DRAW = """\
import sys
from cxmap.output.charts.render import rehearse
rehearse(["emotion"], sys.argv[1])
print(*sys.modules)
"""
CHARTS = {
    "atlas",
    "blueprint",
    "change",
    "dashboard",
    "drivers",
    "map",
    "matrix",
    "personas",
    "ranking",
    "roadmap",
    "sheet",
    "stakeholders",
}


@pytest.mark.parametrize(
    ("form", "absent"),
    [
        (
            "svg",
            {"matplotlib.backend_bases", "matplotlib.text", "matplotlib.figure", "cxmap.output.drawing.mpl_renderer"},
        ),
        ("png", {"matplotlib.figure", "matplotlib.axes", "cxmap.output.drawing.svg"}),
        ("pdf", {"cxmap.output.drawing.svg"}),  # matplotlib's module for PDF imports figures
    ],
)
def test_what_drawing_does_not_import(form, absent):
    done = subprocess.run([sys.executable, "-c", DRAW, form], capture_output=True, text=True, check=True)
    others = {f"cxmap.output.charts.{chart}" for chart in CHARTS}
    assert set(done.stdout.split()) & {"matplotlib.pyplot", "matplotlib.style", *others, *absent} == set()


def test_a_file_is_parsed_once(project, parsed, monkeypatch, capsys):
    from cxmap.cli.main import run

    monkeypatch.chdir(project)
    run(["validate"])
    assert parsed == ["a.cxmap.yaml"]
