"""What cxmap promises of any bytes in a journey file; shared by the corpus, the properties and the fuzzer."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from cxmap.choices import FINDINGS_FORMATS
from cxmap.lint.engine import diagnose
from cxmap.lint.fix import fix
from cxmap.lint.registry import BY_CODE
from cxmap.lint.report import report
from cxmap.lint.selection import select
from cxmap.output.findings.registry import render
from cxmap.project.load import load
from tests.output.findings.github_runner import commands

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from cxmap.diagnostic import Diagnostic, Report, Span
    from cxmap.project.project import Project

TODAY = dt.date(2026, 7, 1)
NAME = "journey.cxmap.yaml"
ACTS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
"""What acts on a terminal, or breaks a line where nobody expects it."""
_CONFIG = 'max-age-days = 1\njargon = ["shoes"]\ngap-threshold = 0.0\n'
_BREAK = re.compile(r"\r\n?|\n")


def findings(data: bytes) -> list[Diagnostic]:
    """What all rules find in a file of these bytes. A promise that is not kept is an ``AssertionError``."""
    project = project_of(data)
    found = diagnose(project, select(project.config))
    check_report(project, found)
    return found


def check_fix(data: bytes) -> bytes:
    """What ``--fix`` makes of a file, after a check that no error comes in and that a second run changes nothing."""
    path = _folder() / NAME
    mended = fix(_load_with(data)).files.get(path, data)
    if mended == data:
        return data
    before, after = (_error_count(one) for one in (data, mended))
    assert after <= before, f"--fix brought in an error: {before} errors became {after}"
    again = fix(_load_with(mended)).files.get(path, mended)
    assert again == mended, "a second --fix changes what the first one made"
    return mended


def project_of(data: bytes) -> Project:
    """A project of one file, every rule switched on; the bytes never reach a disk."""
    return _load_with(data)({})


def _load_with(data: bytes) -> Callable[[Mapping[Path, bytes]], Project]:
    path = _folder() / NAME

    def loaded(overlay: Mapping[Path, bytes]) -> Project:
        return load([path], today=TODAY, cwd=_folder(), overlay={path: data, **overlay})

    return loaded


@cache
def _folder() -> Path:
    folder = Path(mkdtemp(prefix="cxmap-promises-")).resolve()
    (folder / NAME).write_text("cxmap: 1\n")
    (folder / "cxmap.toml").write_text(_CONFIG)
    return folder


def _error_count(data: bytes) -> int:
    project = project_of(data)
    return sum(one.severity == "error" for one in diagnose(project, select(project.config)))


def check_report(project: Project, found: Sequence[Diagnostic]) -> Report:
    """That every finding has a place in its file and a message of one line, and that no output format acts."""
    texts = {document.name: document.source.text for document in project.documents}
    for one in found:
        assert one.code in BY_CODE
        assert one.message.strip()
        assert not _BREAK.search(one.message), one.message
        places = [(one.path, one.span), *((other.path, other.span) for other in one.related)]
        places += [(one.path, edit.span) for edit in one.fix.edits] if one.fix else []
        for path, span in places:
            assert lies_in(span, texts[path]), f"{one.code}: {span} is no place in the file"
    made = report(project, found)
    for name in FINDINGS_FORMATS:
        check_output(name, render(name, made, BY_CODE))
    return made


def check_output(name: str, output: str) -> None:
    """That an output holds nothing that acts, and can be written to any stream."""
    acting = ACTS.search(output)
    assert acting is None, f"{name}: {acting[0]!r} in the output"
    output.encode()
    if name != "github":
        assert commands(output) == [], name


def lies_in(span: Span, text: str) -> bool:
    """Whether a span is a place in a text: its lines are there, its columns at most one behind the line's end."""
    lines = _BREAK.split(text)
    start, end = (span.line, span.column), (span.end_line, span.end_column)
    if not (1, 1) <= start <= end or span.end_line > len(lines):
        return False
    return span.column >= 1 <= span.end_column and all(
        column <= len(lines[line - 1]) + 1 for line, column in (start, end)
    )
