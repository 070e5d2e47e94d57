"""Where bytes of others come in, each with what must not happen there; shared by the properties and the fuzzer.

A surface takes any bytes. It may refuse them by the error that is meant for that; whatever else comes out of it, or a
result that breaks a promise, is a finding.
"""

from __future__ import annotations

import contextlib
import io
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from PIL import Image

from cxmap.errors import UsageError
from cxmap.exchange.errors import ForeignError
from cxmap.exchange.foreign_text import decoded
from cxmap.exchange.mermaid.blocks import journey_blocks
from cxmap.exchange.mermaid.diagram import read_diagram
from cxmap.exchange.mermaid.to_journey import Taken, journey
from cxmap.exchange.plan.status_in import take_status
from cxmap.exchange.sheet.cells import read_sheet
from cxmap.exchange.sheet.table_in import fill_in
from cxmap.exchange.survey.answers import open_answers
from cxmap.exchange.survey.mapping import MappingFile
from cxmap.exchange.survey.suggest import suggested_mapping
from cxmap.lint.baseline import read_baseline
from cxmap.output.charts.personas import portrait
from cxmap.project.config import load_config
from cxmap.project.load import load
from cxmap.yaml.editor.changes import EditError, edited
from cxmap.yaml.editor.layout import LayoutError, laid_out
from cxmap.yaml.reader.read import read
from tests.reliability.promises import ACTS, TODAY, check_fix, findings

if TYPE_CHECKING:
    from collections.abc import Callable

    from cxmap.project.project import Project

ROOT = Path(__file__).resolve().parents[2]
JOURNEY = b"""\
cxmap: 1
sources: {survey: {title: Survey, kind: survey, scale: {min: 1, max: 5}}}
personas: {ann: {name: Ann}, ben: {name: Ben}}
journey:
  id: one
  title: One
  personas: [ann, ben]
  stages:
    - id: use
      title: Use
      touchpoints:
        - {id: run, title: Runs, scores: {importance: 5, experience: {mean: 4, n: 9, source: survey}}}
        - id: rest # a comment
          title: Rests
          by_persona: {ben: {scores: {experience: 3}}}
"""


PLAN = b"""\
cxmap: 1
actions:
  a: # a comment
    title: A
    touchpoints: [one/run]
    steps: [{title: Try, due: 2026-08-01}]
"""


def of_journey(data: bytes) -> None:
    """A journey file: all rules, all formats, ``--fix``."""
    if findings(data):
        check_fix(data)


def of_layout(data: bytes) -> None:
    """A file to lay out: laid out twice is laid out once."""
    source = read(data, "journey.cxmap.yaml")
    if source.readable:
        with contextlib.suppress(LayoutError):
            once = laid_out(source.text)
            assert laid_out(once) == once


def of_mermaid(data: bytes) -> None:
    """A diagram, or Markdown with diagrams: what is made of it is a file without errors."""
    with contextlib.suppress(ForeignError):
        for block in journey_blocks(decoded(data)):
            text = journey(read_diagram(block), name="Name", taken=Taken(), scale=None, customer=None).text
            errors = [one for one in findings(text.encode()) if one.severity == "error"]
            assert not errors, errors


def of_table(data: bytes) -> None:
    """A table of marks: what is made of the journey is a file without errors."""
    project = _project()
    (document,) = project.documents
    with contextlib.suppress(ForeignError, EditError):
        (found,) = [one for _, one in project.journey_documents()]
        text = edited(document.source, fill_in(project, document, found, read_sheet(data, ".csv")).data)
        errors = [one for one in findings(text.encode()) if one.severity == "error"]
        assert not errors, errors


def of_tracker(data: bytes) -> None:
    """A table out of a tracker: what is made of the plan is a file without errors."""
    project = _planned()
    (document,) = [one for one in project.documents if one.name == "plan.cxmap.yaml"]
    with contextlib.suppress(ForeignError, EditError):
        taken = take_status(project, read_sheet(data, ".csv"))
        text = edited(document.source, taken.files.get(document, document.data))
        errors = [one for one in findings(text.encode()) if one.severity == "error" and one.code < "CX4"]
        assert not [one for one in errors if one.code != "CX201"], errors  # its journey is in another file


def of_answers(data: bytes) -> None:
    """A survey's answers as text: what is suggested for them is a mapping, with nothing in it that acts."""
    path = _folder() / "answers.csv"
    path.write_bytes(data)
    with contextlib.suppress(ForeignError), open_answers(path) as answers:
        text = suggested_mapping(answers, "answers")
        assert not ACTS.search(text)
        assert not [one for one in read(text.encode(), "mapping.yaml").problems if one.code < "CX008"], text


def of_mapping(data: bytes) -> None:
    """A mapping of a survey: what is wrong is told in one line each, with a place."""
    problems: tuple[str, ...] = ("mapping.yaml",)
    try:
        MappingFile(data, "mapping.yaml")
    except ForeignError as error:
        problems = error.problems
    assert problems
    assert all(problem.startswith("mapping.yaml") for problem in problems), problems


def of_configuration(data: bytes) -> None:
    """A configuration, in both kinds of file."""
    for name in ("cxmap.toml", "pyproject.toml"):
        path = _folder() / name
        path.write_bytes(data)
        with contextlib.suppress(UsageError):
            load_config(path)


def of_gitignore(data: bytes) -> None:
    """What git ignores."""
    folder = _folder() / "ignored"
    folder.mkdir(exist_ok=True)
    (folder / "one.cxmap.yaml").write_bytes(JOURNEY)
    (folder / ".gitignore").write_bytes(data)
    with contextlib.suppress(UsageError):
        load([folder], today=TODAY, cwd=folder)


def of_baseline(data: bytes) -> None:
    """A baseline."""
    with contextlib.suppress(UsageError, UnicodeDecodeError):
        read_baseline(data.decode(), "cxmap-baseline.json")


def of_portrait(data: bytes) -> None:
    """An image."""
    path = _folder() / "portrait.png"
    path.write_bytes(data)
    found = portrait.read(path.parent, path.parent, path.name)
    assert isinstance(found, str) or len(found.pixels) == 4 * portrait.SIDE**2


SURFACES: dict[str, Callable[[bytes], None]] = {
    "journey": of_journey,
    "layout": of_layout,
    "mermaid": of_mermaid,
    "table": of_table,
    "tracker": of_tracker,
    "answers": of_answers,
    "mapping": of_mapping,
    "configuration": of_configuration,
    "gitignore": of_gitignore,
    "baseline": of_baseline,
    "portrait": of_portrait,
}


def seeds() -> dict[str, list[bytes]]:
    """Sound contents for each surface, to start from."""
    journeys = [path.read_bytes() for path in sorted((ROOT / "examples").rglob("*.cxmap.yaml"))]
    corpus = [path.read_bytes() for path in sorted((ROOT / "tests/corpus").rglob("*.yaml"))]
    table = b"touchpoint;persona;importance;experience\nrun;;4;3,5\nrest;ben;;=1+1\n"
    mapping = (
        b"journey: one\nsource: {id: s, title: S, kind: survey}\nrespondent: id\nweight: w\n"
        b"answers: {scale: {min: 1, max: 5}, not_answers: [9]}\ndate: {column: day, from: 2026-01-01}\n"
        b"persona: {column: who, values: {A: ann}}\n"
        b"touchpoints:\n  run: {importance: a, experience: b}\n  rest: c\n"
    )
    return {
        "journey": [JOURNEY, *journeys, *corpus],
        "layout": [JOURNEY, *journeys, *corpus],
        "mermaid": [
            b"journey\n  title A\n  %% note\n  section B\n    Runs: 5: Ann, Ben\n    Rests: 3\n",
            b"# A\n```mermaid\n---\ntitle: A\n---\njourney\naccDescr { x }\nsection #35;B\nRuns: 5: Ann\n```\n",
        ],
        "table": [table, table.replace(b";", b","), b"sep=|\r\n" + table.replace(b";", b"|").replace(b"\n", b"\r\n")],
        "tracker": [
            b"Status,Due date,Resolved,Labels\nDone,31/Dec/26,,cxmap:a\nTo Do,2026-12-31,,cxmap:a/try\n",
            b"Titel;Staat;Tags;Einddatum\nA;Afgerond;cxmap:a, x;31-12-2026\nB;Won't do;cxmap:a/try;1/2/2026\n",
        ],
        "answers": [b"id,run importance,run satisfaction,day\n1,5,4,2026-03-31\n2,3,,x\n", b'a;b\n"1;2";3,5\n'],
        "mapping": [mapping],
        "configuration": [
            b"select = ['CX1']\nexclude = ['a/**']\nseverity = {CX301 = 'error'}\nscale = {min = 1, max = 5}\n",
            b"[tool.cxmap]\nextend = 'cxmap.toml'\nper-file-ignores = {'*.yaml' = ['CX3']}\ngap-threshold = 1.5\n",
        ],
        "gitignore": [b"# x\n*.bak\n!keep/\n/a/**/b\n[a-z]?\\ \n"],
        "baseline": [b'{"cxmap-baseline": 1, "files": {"a.yaml": {"CX301": ["/one", "/two"]}}}'],
        "portrait": [_image(kind) for kind in ("PNG", "JPEG", "WEBP")],
    }


def _image(kind: str) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(file, kind, exif=b"Exif\0\0II*\0\x08\0\0\0\0\0")
    return file.getvalue()


@cache
def _folder() -> Path:
    return Path(mkdtemp(prefix="cxmap-surfaces-")).resolve()


@cache
def _project() -> Project:
    folder = _folder() / "sound"
    folder.mkdir()
    (folder / "one.cxmap.yaml").write_bytes(JOURNEY)
    return load([folder], today=TODAY, cwd=folder)


@cache
def _planned() -> Project:
    folder = _folder() / "planned"
    folder.mkdir()
    (folder / "one.cxmap.yaml").write_bytes(JOURNEY)
    (folder / "plan.cxmap.yaml").write_bytes(PLAN)
    return load([folder], today=TODAY, cwd=folder)
