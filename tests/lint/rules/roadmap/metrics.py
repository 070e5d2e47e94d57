"""What the tests of rules on metrics and dates share: what one rule finds at a metric and an action."""

from __future__ import annotations

from tests.lint.small import findings


def about(code: str, *, metric: str = "", action: str = "", others: str = "") -> list[tuple[str, str]]:
    """Place and message of what one rule finds at metric ``m`` and action ``x``."""
    metric = metric if "better:" in metric else f"better: higher, {metric}"
    more = f"""\
metrics: {{m: {{title: M, {metric}}}}}
actions: {{x: {{title: X, touchpoints: [a], {action}}}{others}}}
"""
    return [(one.pointer, one.message) for one in findings(code, "{id: a, title: A}", more=more)]
