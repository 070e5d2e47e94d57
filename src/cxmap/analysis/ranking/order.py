"""The order of a ranking: what comes first, who shares a rank, and how much of it another figure would keep."""

from __future__ import annotations

from collections import Counter
from heapq import nsmallest
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from cxmap.analysis.arithmetic import rounded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cxmap.analysis.ranking.rows import Row
    from cxmap.choices import RankingKey


class Agreement(NamedTuple):
    """How many of the first rows are also among the first by other figures.

    Attributes:
        top: How many rows count as the first: five, or all where there are fewer.
        of: How many rows the ranking has.
        kept: By figure, how many of them are also first by that one; ``None`` where it cannot rank these rows.
    """

    top: int
    of: int
    kept: Mapping[RankingKey, int | None]


def _of_equal_keys(row: Row) -> tuple[Any, ...]:
    """What decides between rows of the same figure.

    Gap ↓, then importance ↓, experience ↑, reach ↓ (unknown last), the order in the journey, and ids.
    """
    return -_rounded(row.figures.gap), -_rounded(row.weighed10), _rounded(row.experience10), *of_equals(row)


def of_equals(row: Row) -> tuple[Any, ...]:
    """What decides between rows whose scores do not: reach ↓ (unknown last), the order in the journey, and ids.

    A touchpoint and the step into it are left in the order in which they come.
    """
    return row.reach is None, -_rounded(row.reach), row.position, row.journey, row.touchpoint


def ranked(rows: Iterable[Row]) -> list[Row]:
    """Rows in order, the first to improve in front, with competition ranks (1, 2, 2, 4).

    Rows with equal figure and equal gap share a rank.
    """
    in_order = sorted((((-_rounded(row.key), *_of_equal_keys(row)), row) for row in rows), key=itemgetter(0))
    worths = [place[:2] for place, _ in in_order]
    sharing = Counter(worths)
    first: dict[tuple[float, float], int] = {}
    for number, worth in enumerate(worths, start=1):
        first.setdefault(worth, number)
    return [
        row._replace(rank=first[worth], tied=sharing[worth] > 1)
        for (_, row), worth in zip(in_order, worths, strict=True)
    ]


def agreement(rows: Sequence[Row], top: int, keys: Iterable[RankingKey]) -> Agreement:
    """How many of the first rows are also among the first by other figures.

    Args:
        rows: One ranking, in order.
        top: How many places count.
        keys: The other figures.
    """
    chosen = range(min(top, len(rows)))
    rest = [_of_equal_keys(row) for row in rows]
    kept: dict[RankingKey, int | None] = {}
    for key in keys:
        if any(row.figures.of(key) is None for row in rows):
            kept[key] = None
            continue
        places = [(-_rounded(row.keys.of(key)), last) for row, last in zip(rows, rest, strict=True)]
        kept[key] = sum(index in chosen for index in nsmallest(top, range(len(rows)), places.__getitem__))
    return Agreement(len(chosen), len(rows), kept)


def _rounded(value: float | None) -> float:
    return rounded(value or 0.0)
