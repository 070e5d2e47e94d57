"""A baseline: findings that a team has accepted, by file, rule and structural path, so that it only goes forward."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cxmap.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cxmap.diagnostic import Diagnostic
    from cxmap.project.project import Project

DEFAULT_NAME = "cxmap-baseline.json"
VERSION = 1

Entry = tuple[str, str, str]  # file from the project's root, code, structural path


@dataclass(frozen=True, slots=True)
class Compared:
    """Findings against a baseline.

    Attributes:
        shown: Findings that are not in it.
        hidden: How many findings are in it.
        stale: What is in it and no longer found, in the files that were checked.
    """

    shown: tuple[Diagnostic, ...]
    hidden: int
    stale: tuple[Entry, ...]


def to_json(project: Project, diagnostics: Iterable[Diagnostic]) -> str:
    """The baseline that accepts these findings; errors that make a file no cxmap file cannot be accepted."""
    files: dict[str, dict[str, list[str]]] = {}
    for relative, code, place in sorted(_entries(project, diagnostics)):
        files.setdefault(relative, {}).setdefault(code, []).append(place)
    # All in ASCII: what names and ids hold comes back exactly, and nothing in them acts where a baseline is looked at.
    text = json.dumps({"cxmap-baseline": VERSION, "files": files}, indent=2)
    return text.replace("##", "#\\u0023") + "\n"  # ##[ begins a command in a CI log


def read_baseline(text: str, name: str) -> Counter[Entry]:
    """The entries of a baseline file.

    Raises:
        UsageError: It is none.
    """
    try:
        data = json.loads(text)
        if data["cxmap-baseline"] != VERSION:
            raise UsageError(f"{name}: a baseline of another version; make it again with --update-baseline")
        return Counter(
            (str(relative), str(code), str(place))
            for relative, rules in data["files"].items()
            for code, places in rules.items()
            for place in _texts(places)
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise UsageError(f"{name}: not a baseline; make it again with --update-baseline") from None


def compare(project: Project, diagnostics: Sequence[Diagnostic], accepted: Counter[Entry]) -> Compared:
    """Hide what a baseline accepts, once for each entry, and say which entries are stale."""
    left = Counter(accepted)
    shown = []
    for diagnostic in diagnostics:
        entry = _entry(project, diagnostic)
        if entry is not None and left[entry] > 0:
            left[entry] -= 1
        else:
            shown.append(diagnostic)
    checked = {document.relative for document in project.reported}
    present = {document.relative for document in project.documents}
    stale = [entry for entry in left.elements() if entry[0] in checked or entry[0] not in present]
    return Compared(tuple(shown), len(diagnostics) - len(shown), tuple(sorted(stale)))


def _entries(project: Project, diagnostics: Iterable[Diagnostic]) -> list[Entry]:
    return [entry for diagnostic in diagnostics if (entry := _entry(project, diagnostic)) is not None]


def _entry(project: Project, diagnostic: Diagnostic) -> Entry | None:
    from cxmap.lint.registry import BY_CODE  # here, because it takes all rules, and few projects have a baseline

    rule = BY_CODE[diagnostic.code]
    document = project.by_name.get(diagnostic.path)
    return None if rule.mandatory or document is None else (document.relative, diagnostic.code, diagnostic.anchor)


def _texts(value: Any) -> list[str]:
    if not isinstance(value, list):
        raise TypeError
    return value
