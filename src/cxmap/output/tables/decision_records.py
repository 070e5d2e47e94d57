"""What a ranking is asked besides, as plain values: what if, and how many more answers; figures unrounded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cxmap.output.tables.gaps_records import column_names, columns
from cxmap.output.tables.numbers import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.analysis.ranking.answers import AnswersNeeded
    from cxmap.analysis.ranking.result import Ranking
    from cxmap.analysis.ranking.rows import Row
    from cxmap.analysis.ranking.what_if import Effect

WHAT_IF = (
    *("what_if", "index_change", "index_low", "index_high"),
    *("overall_change", "overall_low", "overall_high", "rank_after", "figure_after"),
)
"""What a row of CSV has besides with ``--what-if``; empty for what is not changed."""
ANSWERS = ("n_needed", "n_low", "n_high", "verdict", "n_within")
"""What it has with ``--plan-answers``; empty for combined rows, and where nothing can be said."""


def decision_records(ranking: Ranking) -> dict[str, Any]:
    """What the JSON object of a ranking has besides, as far as it was asked for."""
    found: dict[str, Any] = {}
    if ranking.options.what_if:
        found["what_if"] = [_effect(effect) for effect in ranking.effects]
    if ranking.answers is not None:
        found["plan_answers"] = [_answers(row) for row in ranking.answers.rows]
    return found


def decision_names(ranking: Ranking) -> list[str]:
    """The names of the columns that CSV has besides."""
    return [*(WHAT_IF if ranking.options.what_if else ()), *(ANSWERS if ranking.answers is not None else ())]


def decision_columns(ranking: Ranking) -> list[dict[str, Any]]:
    """What each shown row has in these columns."""
    names = decision_names(ranking)
    effects = {(e.journey, e.touchpoint, e.persona): e for e in ranking.effects}
    answers = {
        (a.kind, a.journey, a.touchpoint, a.persona): a for a in (ranking.answers.rows if ranking.answers else ())
    }
    return [_columns(names, row, effects, answers) for row in ranking.rows]


def flat_names(ranking: Ranking) -> list[str]:
    """The columns of a ranking as CSV has them."""
    return [*column_names(shares=ranking.options.shares), *decision_names(ranking)]


def flat_rows(ranking: Ranking) -> list[dict[str, Any]]:
    """Each row of a ranking in these columns; figures unrounded."""
    rows = zip(ranking.rows, decision_columns(ranking), strict=True)
    return [columns(row, shares=ranking.options.shares) | more for row, more in rows]


def _columns(names: Sequence[str], row: Row, effects: Any, answers: Any) -> dict[str, Any]:
    effect = None if row.kind == "handover" else effects.get((row.journey, row.touchpoint, row.persona))
    found = answers.get((row.kind, row.journey, row.touchpoint, row.persona))
    flat = (_flat_effect(effect) if effect else {}) | (_answers(found) if found else {})
    return {name: flat.get(name) for name in names}


def _effect(effect: Effect) -> dict[str, Any]:
    index_low, index_high = effect.index_interval or (None, None)
    low, high = effect.overall_interval or (None, None)
    return {
        "journey": effect.journey,
        "persona": effect.persona,
        "touchpoint": effect.touchpoint,
        "change": plain(effect.change),
        "index_change": plain(effect.index_change),
        "index_low": plain(index_low),
        "index_high": plain(index_high),
        "overall_change": plain(effect.overall_change),
        "low": plain(low),
        "high": plain(high),
        "index_now": plain(effect.indexes[0]) if effect.indexes else None,
        "index_after": plain(effect.indexes[1]) if effect.indexes else None,
        "figure_now": plain(effect.key[0]),
        "figure_after": plain(effect.key[1]),
        "rank_now": effect.rank[0],
        "rank_after": effect.rank[1],
    }


def _flat_effect(effect: Effect) -> dict[str, Any]:
    record = _effect(effect)
    return record | {"what_if": record["change"], "overall_low": record["low"], "overall_high": record["high"]}


def _answers(row: AnswersNeeded) -> dict[str, Any]:
    return {
        "journey": row.journey,
        "touchpoint": row.touchpoint,
        "persona": row.persona,
        "kind": row.kind,
        "n_now": row.n_now,
        "n_needed": row.n_needed,
        "n_low": row.n_low,
        "n_high": row.n_high,
        "against": {"journey": row.against[0], "touchpoint": row.against[1]},
        "verdict": row.verdict,
        "within_of": row.within_of,
        "n_within": row.n_within,
    }
