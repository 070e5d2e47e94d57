"""What many tests share: a project made of texts, and what is found in it."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from cxmap.lint.engine import diagnose
from cxmap.lint.registry import BY_CODE
from cxmap.lint.selection import select
from cxmap.project.load import load
from cxmap.yaml.reader.source_map import Lines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cxmap.diagnostic import Diagnostic, Span
    from cxmap.project.project import Project

TODAY = dt.date(2026, 7, 1)
FILE = "journey.cxmap.yaml"


def project(files: Mapping[str, str | bytes | None], *, ask: Sequence[str] = (".",), today: dt.date = TODAY) -> Project:
    """A project out of file names (with ``/``) and contents; ``cxmap.toml`` is its configuration.

    Args:
        files: Texts, or bytes where a file is not UTF-8; ``None`` is a link to a file that is gone.
        ask: The paths to report on; the whole project unless said otherwise.
        today: The day that due dates and ages are judged on.
    """
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        for name, content in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if content is None:
                path.symlink_to(root / "gone")
            else:
                path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return load(ask, today=today, cwd=root)


def diagnose_files(
    files: Mapping[str, str | bytes | None], *, ask: Sequence[str] = (".",), today: dt.date = TODAY
) -> list[Diagnostic]:
    """What all rules find in a project (see ``project``), in the order in which it is shown."""
    loaded = project(files, ask=ask, today=today)
    return diagnose(loaded, select(loaded.config))


def diagnose_text(text: str | bytes, config: str = "") -> list[Diagnostic]:
    """What all rules find in a project of one file, ``journey.cxmap.yaml``, and a configuration."""
    return diagnose_files({FILE: text, "cxmap.toml": config})


def brief(diagnostics: Sequence[Diagnostic]) -> list[str]:
    """Diagnostics as lines to compare: ``journey.cxmap.yaml:3:5-9 CX101``."""
    return [_place(one.path, one.span, one.code) for one in diagnostics]


MARK = re.compile(r"⟦((?:CX\d{3} )*)(.*?)⟧", re.DOTALL)
WITHOUT_ADVICE = 'ignore = ["CX3", "CX4"]\n'


def marked(name: str, text: str) -> tuple[str, list[str]]:
    """A text without its marks, and what is marked: ``⟦CX104 Store⟧`` expects CX104 at ``Store``."""
    found: list[tuple[str, int, int]] = []
    plain = ""
    position = 0
    for match in MARK.finditer(text):
        plain += text[position : match.start()]
        start = len(plain)
        plain += match[2]
        found += [(code, start, len(plain)) for code in match[1].split()]
        position = match.end()
    plain += text[position:]
    lines = Lines(plain)
    return plain, [_place(name, lines.span(start, end), code) for code, start, end in found]


def assert_marks(files: str | Mapping[str, str], config: str = WITHOUT_ADVICE) -> None:
    """That the rules find what is marked (see ``marked``), there and nowhere else; CX3 and CX4 aside."""
    named = {FILE: files} if isinstance(files, str) else files
    read = {name: marked(name, text) for name, text in named.items()}
    found = diagnose_files({"cxmap.toml": config, **{name: text for name, (text, _) in read.items()}})
    expected = sorted(place for _, places in read.values() for place in places)
    messages = "\n".join(f"{place}: {one.message}" for place, one in zip(brief(found), found, strict=True))
    assert sorted(brief(found)) == expected, messages
    assert all(BY_CODE[one.code].fixable for one in found if one.fix), messages


def _place(path: str, span: Span, code: str) -> str:
    end = f"{span.end_column}" if span.end_line == span.line else f"{span.end_line}:{span.end_column}"
    return f"{path}:{span.line}:{span.column}-{end} {code}"


# A process starts with the peak of the one that it is copied from, so a small one stands between.
_MEASURED = """
import resource, subprocess, sys
status = subprocess.run([sys.executable, "-m", "cxmap", *sys.argv[1:]]).returncode
print(status, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10)
"""


def in_a_process(arguments: Sequence[str]) -> tuple[int, str, int]:
    """Run a command: exit status, standard error, and the peak in MiB of its largest process."""
    done = subprocess.run([sys.executable, "-c", _MEASURED, *arguments], capture_output=True, text=True, check=True)
    status, memory = map(int, done.stdout.splitlines()[-1].split())
    return status, done.stderr, memory
