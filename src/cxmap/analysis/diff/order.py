"""What a change does to the order of what to improve."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.analysis.diff.result import RankingChange, RankMove
from cxmap.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cxmap.project.project import Project

TOP = 5
"""So many are the first ones."""


def _now(names: Mapping[str, str], touchpoint: str, persona: str) -> tuple[str, str]:
    """A touchpoint and a persona as they are called now."""
    journey, _, name = touchpoint.partition("/")
    return names.get(touchpoint, f"{names.get(journey, journey)}/{name}"), names.get(persona, persona)


def ranking_change(before: Project, after: Project, names: Mapping[str, str]) -> RankingChange | None:
    """What became of the order; ``None`` where one of the two states cannot be ranked.

    Args:
        before: The project before.
        after: The project after.
        names: What ids before are called now.
    """
    from cxmap.analysis.ranking.gaps import gaps
    from cxmap.analysis.ranking.options import Options

    try:
        rankings = gaps(before, Options()), gaps(after, Options())
    except UsageError:
        return None
    if rankings[0].by != rankings[1].by:
        return None
    old, new = (
        {
            (f"{row.journey}/{row.touchpoint}", row.persona or ""): (row.rank, row.key)
            for row in ranking.rows
            if row.rank is not None and row.persona is not None
        }
        for ranking in rankings
    )
    old = {_now(names, *at): rank for at, rank in old.items()}
    nothing = (None, None)
    moves = [
        RankMove(name, persona, was[0], now[0], was[1], now[1])
        for name, persona in dict.fromkeys([*new, *old])
        for was, now in ((old.get((name, persona), nothing), new.get((name, persona), nothing)),)
        if was[0] != now[0]
    ]
    tops = [dict.fromkeys(name for (name, _), (rank, _) in rows.items() if rank and rank <= TOP) for rows in (old, new)]
    entered = tuple(name for name in tops[1] if name not in tops[0])
    left = tuple(name for name in tops[0] if name not in tops[1])
    return RankingChange(rankings[1].by, TOP, entered, left, tuple(moves))
