"""The order of a ranking: what comes first, who shares a rank, and how much of it another figure would keep."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from heapq import nsmallest
from typing import TYPE_CHECKING, Any

from cxmap.analysis.rounding import rounded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cxmap.analysis.options import Key
    from cxmap.analysis.rows import Row


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many of the first rows are also among the first by other figures.

    Attributes:
        top: How many rows count as the first: five, or all where there are fewer.
        of: How many rows the ranking has.
        kept: By figure, how many of them are also first by that one; ``None`` where it cannot rank these rows.
    """

    top: int
    of: int
    kept: Mapping[Key, int | None]


def ordered(rows: Iterable[Row]) -> list[Row]:
    """Ranked rows, the first to improve in front.

    The figure ↓, then gap ↓, importance ↓, experience ↑, reach ↓ (unknown last), the order in the journey, and ids.
    """
    return sorted(rows, key=lambda row: (-_rounded(row.key), _of_equal_keys(row)))


def _of_equal_keys(row: Row) -> tuple[Any, ...]:
    """What decides between rows of the same figure."""
    return -_rounded(row.figures.gap), -_rounded(row.weighed10), _rounded(row.experience10), *of_equals(row)


def of_equals(row: Row) -> tuple[Any, ...]:
    """What decides between rows whose scores do not: reach ↓ (unknown last), the order in the journey, and ids.

    A touchpoint and the step into it are left in the order in which they come.
    """
    return row.reach is None, -_rounded(row.reach), row.position, row.journey, row.touchpoint


def ranked(rows: Iterable[Row]) -> list[Row]:
    """Rows in order with competition ranks (1, 2, 2, 4): rows share one with equal figure and equal gap."""
    in_order = ordered(rows)
    sharing = Counter(_worth(row) for row in in_order)
    first: dict[tuple[float, float], int] = {}
    for place, row in enumerate(in_order, start=1):
        first.setdefault(_worth(row), place)
    return [replace(row, rank=first[_worth(row)], tied=sharing[_worth(row)] > 1) for row in in_order]


def agreement(rows: Sequence[Row], top: int, keys: Iterable[Key]) -> Agreement:
    """How many of the first rows are also among the first by other figures.

    Args:
        rows: One ranking, in order.
        top: How many places count.
        keys: The other figures.
    """
    chosen = range(min(top, len(rows)))
    rest = [_of_equal_keys(row) for row in rows]
    kept: dict[Key, int | None] = {}
    for key in keys:
        if any(row.figures.of(key) is None for row in rows):
            kept[key] = None
            continue
        places = [(-_rounded(row.keys.of(key)), last) for row, last in zip(rows, rest, strict=True)]
        kept[key] = sum(index in chosen for index in nsmallest(top, range(len(rows)), places.__getitem__))
    return Agreement(len(chosen), len(rows), kept)


def _worth(row: Row) -> tuple[float, float]:
    return _rounded(row.key), _rounded(row.figures.gap)


def _rounded(value: float | None) -> float:
    return rounded(value or 0.0)
