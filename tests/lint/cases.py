"""Cases for the rules, written as they are typed and as they are answered: ``tests/lint/cases/*.txt``.

A case starts with ``== `` and what it shows; then come the file (``journey.cxmap.yaml`` unless a line ``-- name`` says
otherwise), other files, and behind ``>>`` what is found: place, code, severity and message, and what belongs to it.
What stands under ``== beside every case`` is part of each.

``CXMAP_UPDATE_GOLDENS=1 pytest tests/lint`` writes the answers again; then read them.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.support import FILE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.diagnostic import Diagnostic, Span

FOLDER = Path(__file__).with_suffix("")
BESIDE = "beside every case"
UPDATE = "CXMAP_UPDATE_GOLDENS" in os.environ


@dataclass(frozen=True, slots=True)
class Case:
    """Files, and what is found in them."""

    group: str
    title: str
    files: dict[str, str]
    answer: str

    def __str__(self) -> str:
        return f"{self.group}: {self.title}"


def cases() -> list[Case]:
    """All cases."""
    found = []
    for path in sorted(FOLDER.glob("*.txt")):
        beside: dict[str, str] = {}
        for chunk in _chunks(path):
            title, _, body = chunk.partition("\n")
            given, _, answer = body.partition(">>\n")
            files = _files(given)
            if title == BESIDE:
                beside = files
            else:
                found.append(Case(path.stem, title, {**beside, **files}, answer.rstrip("\n")))
    return found


def told(diagnostics: Sequence[Diagnostic]) -> str:
    """What is found, as a case says it."""
    return "\n".join(line for one in diagnostics for line in _told(one)) or "nothing"


def write_answer(case: Case, answer: str) -> None:
    """Put another answer into a case's file."""
    path = FOLDER / f"{case.group}.txt"
    text = path.read_text(encoding="utf-8")
    head = f"== {case.title}\n"
    before, _, rest = text.partition(head)
    own, mark, others = rest.partition("\n== ")
    given = own.partition("\n>>")[0].rstrip("\n")
    path.write_text(f"{before}{head}{given}\n>>\n{answer}\n{mark}{others}", encoding="utf-8")


def _chunks(path: Path) -> list[str]:
    return ("\n" + path.read_text(encoding="utf-8")).split("\n== ")[1:]


def _files(given: str) -> dict[str, str]:
    first, *others = ("\n" + given).split("\n-- ")
    named = [one.partition("\n") for one in others]
    files = {name: text.rstrip("\n") + "\n" for name, _, text in named}
    return {**({FILE: first.strip("\n") + "\n"} if first.strip() else {}), **files}


def _told(one: Diagnostic) -> list[str]:
    lines = [f"{_at(one.path, one.span)} {one.code} {one.severity}: {one.message}"]
    lines += [f"    help: {one.help}"] if one.help else []
    lines += [f"    write: {one.suggestion}"] if one.suggestion else []
    if one.fix:
        edits = ", ".join(f"{_span(edit.span)} {json.dumps(edit.text)}" for edit in one.fix.edits)
        lines += [f"    fix: {one.fix.title}: {edits}"]
    return lines + [f"    see: {_at(other.path, other.span)} {other.message}" for other in one.related]


def _at(path: str, span: Span) -> str:
    return _span(span) if path == FILE else f"{path}:{_span(span)}"


def _span(span: Span) -> str:
    end = f"{span.end_column}" if span.end_line == span.line else f"{span.end_line}:{span.end_column}"
    return f"{span.line}:{span.column}-{end}"
