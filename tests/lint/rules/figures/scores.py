"""What the tests of rules on figures share: sources, and what one rule finds in a touchpoint's scores."""

from __future__ import annotations

from tests.lint.small import findings, pointers

SOURCES = """\
sources:
  s: {title: S, kind: survey, date: 2026-03-31, n: 100, scale: {min: 0, max: 10, step: 1}}
  t: {title: T, kind: survey, date: 2026-03-31, n: 100, scale: {min: 0, max: 10}}
"""


def about(code: str, scores: str, *, more: str = SOURCES, touchpoint: str = "") -> list[tuple[str, str]]:
    """Place below the touchpoint, and message, of what one rule finds in the scores of a touchpoint."""
    found = findings(code, f"{{id: a, title: A, scores: {{{scores}}}{touchpoint}}}", more=more)
    return list(zip(pointers(found), [one.message for one in found], strict=True))
