"""What the tests of rules on actions share: metrics, and what one rule finds at an action."""

from __future__ import annotations

import datetime as dt

from tests.lint.small import findings

TODAY = dt.date(2026, 7, 1)


METRICS = """\
metrics:
  m: {title: M, better: higher, readings: [{date: 2026-05-01, value: 3}]}
  fresh: {title: F, better: higher, readings: [{date: 2026-06-15, value: 3}]}
  none: {title: N, better: higher}
  broken: {title: B, better: higher, readings: [{date: 2026-6-1, value: 3}]}
"""


def about(code: str, action: str, touchpoint: str = "") -> list[tuple[str, str]]:
    """Place and message of what one rule finds at an action ``x`` for touchpoint ``a``."""
    given = action if "touchpoints:" in action else f"touchpoints: [a], {action}"
    more = f"{METRICS}actions: {{x: {{title: X, {given}}}, y: {{title: Y, touchpoints: [a]}}}}\n"
    found = findings(code, f"{{id: a, title: A, {touchpoint}}}", more=more, today=TODAY)
    return [(one.pointer, one.message) for one in found]
