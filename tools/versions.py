"""The version of cxmap where others read it: written from ``src/cxmap/_version.py``, the one place that has it."""

from __future__ import annotations

import re
from pathlib import Path

from cxmap._version import __version__

ROOT = Path(__file__).resolve().parent.parent
_NUMBER = r"\d+\.\d+\.\d+\w*"
PLACES = {
    "action.yml": (
        rf'(?<=    description: The version of cxmap to install. Empty - the newest.\n    default: "){_NUMBER}',
    ),
    "templates/validate.yml": (
        rf'(?<=      description: The version of cxmap to install. Empty - the newest.\n      default: "){_NUMBER}',
    ),
    "CITATION.cff": (rf"(?<=^version: ){_NUMBER}",),
    "Dockerfile": (rf'(?<=image\.version="){_NUMBER}',),
    "editors/vscode/package.json": (rf'(?<=^  "version": "){_NUMBER}',),
    "docs/ci.md": tuple(rf"(?<={before}){_NUMBER}" for before in ("cxmap/cxmap@v", "rev: v", "cxmap==", "validate@")),
}
"""By file: what stands before the version, as regular expressions."""


def generated() -> dict[str, str]:
    """What each of these files should hold, by its path from the root.

    Raises:
        ValueError: One of them has no place for the version any more.
    """
    found = {}
    for name, patterns in PLACES.items():
        text = (ROOT / name).read_text(encoding="utf-8")
        for pattern in patterns:
            text, count = re.subn(pattern, __version__, text, flags=re.MULTILINE)
            if not count:
                raise ValueError(f"{name} has no place for the version: {pattern}")
        found[name] = text
    return found
