"""A comparison as one JSON object, whose keys are a contract; figures unrounded, differences on 0-10."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cxmap._version import __version__
from cxmap.analysis.diff.result import pointer_text
from cxmap.output.findings.json_object import diagnostic_object
from cxmap.output.tables.numbers import plain
from cxmap.text import escape

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cxmap.analysis.diff.result import Diff, DiffEntry, RankingChange
    from cxmap.analysis.difference import Change
    from cxmap.output.diff.lines import Findings


def diff_json(found: Diff, findings: Findings, origin: Mapping[str, Any], to: Mapping[str, Any]) -> str:
    """The whole document, with a line feed at its end."""
    return escape.json(diff_object(found, findings, origin, to)) + "\n"


def diff_object(found: Diff, findings: Findings, origin: Mapping[str, Any], to: Mapping[str, Any]) -> dict[str, Any]:
    """The document as plain values.

    Args:
        found: The changes.
        findings: What ``validate`` says of both states.
        origin: What was compared: ``kind``, ``name`` and ``commit``.
        to: What it was compared with.
    """
    return {
        "cxmap": __version__,
        "command": "diff",
        "from": dict(origin),
        "to": dict(to),
        "changes": [_entry(each) for each in found.changes],
        "ranking": _ranking(found.ranking) if found.ranking else None,
        "findings": {
            "new": [diagnostic_object(each) for each in findings.new],
            "gone": [diagnostic_object(each) for each in findings.gone],
        },
        "summary": found.summary,
    }


def _entry(given: DiffEntry) -> dict[str, Any]:
    span = given.place
    texts = given.texts
    return {
        "kind": given.kind,
        "what": given.what,
        "id": given.id,
        "was": given.was,
        "pointer": pointer_text(given.pointer),
        "before": given.before,
        "after": given.after,
        **({"added": texts[0], "removed": texts[1]} if texts is not None else {}),
        **({"to": {"stage": given.to.stage, "after": given.to.after}} if given.to is not None else {}),
        **({"references": list(given.stale)} if given.stale else {}),
        "effect": _effect(given.effect) if given.effect is not None else None,
        "severity": given.severity,
        "path": given.path,
        "line": span.line,
        "column": span.column,
    }


def _effect(given: Change) -> dict[str, Any]:
    low, high = given.interval or (None, None)
    return {
        "difference10": plain(given.difference),
        "low": plain(low),
        "high": plain(high),
        "p_holm": plain(given.p_holm),
        "more_than_chance": given.clear if given.p is not None else None,
    }


def _ranking(given: RankingChange) -> dict[str, Any]:
    return {
        "by": given.by,
        "top": given.top,
        "entered": list(given.entered),
        "left": list(given.left),
        "moves": [
            {"id": each.id, "persona": each.persona, "before": each.before, "after": each.after} for each in given.moves
        ],
    }
