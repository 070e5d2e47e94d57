"""What a change means for the reader: better, worse, or neither; and whether goalposts were moved."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Literal

from cxmap.model.kinds import GUESS_KINDS

if TYPE_CHECKING:
    from cxmap.analysis.diff.entries import Entry
    from cxmap.analysis.difference import Change

Severity = Literal["worse", "better", "neutral"]

_PROOF = frozenset({"owner", "metrics", "evidence"})
_OPEN = frozenset({"idea", "planned", "in-progress"})
_PRIORITIES = ("target", "maintain", "none")
LOW10 = 5.5
"""An experience below this on 0-10 is low where its scale has no pass mark: that of 5.5 of 10."""


def goalposts(old: Entry, new: Entry, pointer: tuple[str, ...], before: Any, after: Any) -> bool:
    """Whether a change makes it easier to look good: of a target, a due date, a pass mark, a reach, a priority."""
    what, key = new.what, pointer[-1]
    if what == "metric" and pointer[0] in {"target", "baseline"}:
        return _metric_is_easier(old, new, pointer[0], before, after)
    if key == "due" and what in {"action", "step"}:
        return after is None or _is_later(before, after)
    if key == "pass":
        return after is None or _is_less(after, before)
    if (what, key) in {("segment", "share"), ("touchpoint", "reach")} or (key == "reach" and "by_persona" in pointer):
        return _is_less(after, before)
    if (what, key) == ("segment", "priority"):
        places = [
            _PRIORITIES.index(each or "maintain") if each in {*_PRIORITIES, None} else 0 for each in (before, after)
        ]
        return places[1] > places[0]
    return key == "gap-threshold" and what == "configuration" and _is_less(before, after)


def _metric_is_easier(old: Entry, new: Entry, key: str, before: Any, after: Any) -> bool:
    if before is None:
        return False
    if after is None:
        return key == "target"
    values = [each.get("value") if isinstance(each, dict) else None for each in (before, after)]
    higher = (new.fields.get("better") or old.fields.get("better")) != "lower"
    # a lower target, or a baseline that was worse, is easier where higher is better
    easier = _is_less(values[1], values[0]) if higher else _is_less(values[0], values[1])
    later = _is_later(*(each.get("date") if isinstance(each, dict) else None for each in (before, after)))
    return easier or (key == "target" and later)


def severity(new: Entry, pointer: tuple[str, ...], before: Any, after: Any, effect: Change | None) -> Severity:
    """What the change of one value means; of a score what its effect says, and whether its history was altered."""
    key = pointer[-1]
    if effect is not None and effect.verdict in {"better", "worse"}:
        return "better" if effect.verdict == "better" else "worse"
    if key in {"importance", "experience"} and "scores" in pointer and history_altered(before, after):
        return "worse"
    if key in _PROOF and new.what in {"touchpoint", "stage", "journey", "persona", "action", "metric", "step"}:
        gone, come = _lacking(before, after)
        return "worse" if gone else "better" if come else "neutral"
    if new.what == "source" and key == "kind":
        return "worse" if before in GUESS_KINDS and after not in GUESS_KINDS else "neutral"
    if new.what == "action" and key == "status":
        return "better" if after == "done" else "worse" if after == "dropped" and before in _OPEN else "neutral"
    return "neutral"


def evidence_severity(before: Any, after: Any) -> Severity:
    """What the change of one piece of evidence means."""
    if after is None:
        return "worse"
    if before is None:
        return "better"
    turned = (
        (before.get("finding"), after.get("finding")) if isinstance(before, dict) and isinstance(after, dict) else ()
    )
    return "worse" if turned == ("confirms", "contradicts") else "neutral"


def history_altered(before: Any, after: Any) -> bool:
    """Whether an earlier wave was removed or altered: what was a wave is none of the waves now.

    A plain mark that is replaced is the ordinary way to write; of a list, and of a measurement, the past is kept.
    """
    old = before if isinstance(before, list) else [before] if isinstance(before, dict) else []
    new = after if isinstance(after, list) else [after]
    return any(wave not in new for wave in old)


def _lacking(before: Any, after: Any) -> tuple[bool, bool]:
    """Whether something is no longer there, and whether something is new."""
    if isinstance(before, list) or isinstance(after, list):
        old, new = before or [], after or []
        return any(each not in new for each in old), any(each not in old for each in new)
    return before is not None and after is None, before is None and after is not None


def _is_less(one: Any, other: Any) -> bool:
    numbers = isinstance(one, (int, float)) and isinstance(other, (int, float))
    return numbers and one < other


def _is_later(before: Any, after: Any) -> bool:
    return isinstance(before, str) and isinstance(after, str) and before < after


def days_between(before: Any, after: Any) -> int | None:
    """How many days later a day is; ``None`` where one of them is no day."""
    try:
        return (dt.date.fromisoformat(after) - dt.date.fromisoformat(before)).days
    except (TypeError, ValueError):
        return None
