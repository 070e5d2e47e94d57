"""What a ranking says in words: what it ranks by, how to read it, how much another figure would change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.analysis.ranking.options import TOP
from cxmap.output.tables.numbers import fixed, percent

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cxmap.analysis.ranking.quadrants import Crosshair
    from cxmap.analysis.ranking.result import Ranking
    from cxmap.choices import RankingKey
    from cxmap.model.scale import Range

MOST_FIRST = 3
"""Equals that the conclusion names."""
MOST_LINES = 10
"""Of one kind; the rest is counted."""

FORMULAS: dict[RankingKey, str] = {
    "priority": "importance × unmet gap / 10",
    "gap": "importance − experience",
    "opportunity": "importance + unmet gap",
    "shortfall": "importance × (10 − experience) / 10",
    "improvement": "importance × share of negative answers",
    "target": "importance × distance to the desired experience / 10",
}

QUADRANTS = {
    "concentrate-here": "concentrate here",
    "keep-up": "keep up",
    "low-priority": "low priority",
    "possible-overkill": "possible overkill",
}


def conclusion(ranking: Ranking) -> str:
    """What to work on first, in one or two plain sentences; ``""`` without rows.

    Of the first ranking, the rows of the first rank that fall short by the figure that is ranked by.
    """
    if not ranking.rows:
        return ""
    persona = ranking.rows[0].persona
    first = [row for row in ranking.rows if row.persona == persona and row.rank is not None]
    short = [row for row in first if row.key is not None and row.key > 0]
    if not short:
        return "Nothing shown here falls short." if first else ""
    work_on = [row for row in short if row.rank == short[0].rank][:MOST_FIRST]
    titles = " and ".join(f"“{row.title}”" for row in work_on)
    named = [row for row in work_on if row.actions]
    action = "an action addresses it" if named else "no action addresses it yet"
    if len(work_on) > 1:
        action = f"{len(named)} of them have an action" if named else "no action addresses them yet"
    guess = (
        " A score behind this is the team's own guess, or names no source." if any(row.guess for row in work_on) else ""
    )
    return f"Work first on {titles}: {action}.{guess}"


def header(ranking: Ranking, marks: Range | None) -> Iterator[str]:
    """What the ranking goes by and how to read its gap, a sentence each.

    Args:
        ranking: The ranking.
        marks: The scale on which marks are shown; ``None``: 0-10.
    """
    yield f"Ranked by {ranking.by}: {FORMULAS[ranking.by]}, with every score put on 0–10."
    if ranking.derived:
        yield "Importance is derived from the answers: a weight, not a mark, so no experience is subtracted from it."
    else:
        yield (
            "Gap = importance − experience: positive means the experience falls short (SERVQUAL and LibQUAL have the "
            "opposite sign)."
        )
    if ranking.options.our_weight:
        ours = ranking.options.our_weight
        yield (
            f"Importance in the {ranking.by} is {percent(1 - ours)} the customers' and {percent(ours)} our own "
            "(importance_to_us)."
        )
    if ranking.options.reach:
        yield "Each figure is multiplied by the reach: the share of customers who pass."
    if marks:
        yield f"Marks are on {marks.min:g}–{marks.max:g}, gaps in its points."
    else:
        yield "Scores are on 0–10." if ranking.derived else "Scores and gaps are on 0–10."


def common_scale(ranking: Ranking) -> Range | None:
    """The one scale of all marks, importance and experience alike; ``None`` where there are several, or weights."""
    scales = {(end.min, end.max): end for row in ranking.rows for end in (row.scales.importance, row.scales.experience)}
    return next(iter(scales.values())) if len(scales) == 1 and not ranking.derived else None


def agreement(ranking: Ranking) -> str:
    """How much another figure would change in the top of the first ranking."""
    top, kept = ranking.agreement.top, ranking.agreement.kept
    others = {name: count for name, count in kept.items() if name != ranking.by and count is not None}
    if ranking.agreement.of <= TOP:
        return f"With {TOP} rows or fewer every figure has the same top {TOP}; the order within it can differ."
    if not others:
        return "No other figure fits a derived importance, so nothing says how the choice of figure matters."
    first, *rest = [f"{count} {{}}by {name}" for name, count in others.items()]
    return (
        f"Of the top {top}, {first.format(f'are also in the top {top} ')}{''.join(', ' + r.format('') for r in rest)}."
    )


def without_action(ranking: Ranking) -> str:
    """Which of the shown rows that fall short among the first of their ranking no action names; ``""`` for none."""
    found = [row for row in ranking.rows if row.rank is not None and row.rank <= TOP and row.key and row.key > 0]
    found = [row for row in found if row.persona not in ranking.aside] or found
    names = dict.fromkeys(f"{row.journey}/{row.touchpoint}" for row in found if not row.actions)
    return f"In a top {TOP} and named by no action: {', '.join(names)}." if names else ""


def coverage(ranking: Ranking) -> str:
    """How many touchpoints were ranked."""
    found = ranking.coverage
    personas = len({way.persona for way in ranking.ways})
    each = ", each counted for every persona who passes" if personas > 1 else ""
    return f"{found.scored} of {found.total} touchpoints scored{each}."


def crosshair(cross: Crosshair, marks: Range | None) -> str:
    """Where quadrants meet for one persona in one journey.

    Args:
        cross: The crosshair.
        marks: The scale to show it on; ``None``: 0-10.
    """
    importance, experience = (on_marks(value, marks) for value in (cross.importance10, cross.experience10))
    how = {"given": "as given", "scale": "middle of the scale"}.get(cross.kind, cross.kind)
    return (
        f"Quadrants meet at importance {fixed(importance)}, experience {fixed(experience)} ({how}) for {cross.persona} "
        f"in {cross.journey}."
    )


def on_marks(value10: float, marks: Range | None) -> float:
    """A score on 0-10 on the scale of the marks."""
    return value10 if marks is None else marks.min + value10 * (marks.max - marks.min) / 10


def on_points(gap10: float, marks: Range | None) -> float:
    """A gap on 0-10 in points of the scale of the marks."""
    return gap10 if marks is None else gap10 * (marks.max - marks.min) / 10


def below(ranking: Ranking, marks: Range | None, *, remarks: bool) -> Iterator[str]:
    """What stands below the tables, a sentence each.

    Args:
        ranking: The ranking.
        marks: The scale on which marks are shown; ``None``: 0-10.
        remarks: Whether to say what stands in the ranking's remarks.
    """
    if ranking.rows:
        yield agreement(ranking)
        yield from filter(None, [without_action(ranking)])
    yield coverage(ranking)
    lacking = [
        f"Not scored: {u.journey}/{u.touchpoint} ({u.persona}), no {', no '.join(u.missing)}" for u in ranking.unscored
    ]
    yield from _some(lacking, "touchpoints are not scored")
    if any(row.quadrant for row in ranking.rows):
        yield from _some([crosshair(one, marks) for one in ranking.crosshairs], "crosshairs")
    if remarks:
        yield from ranking.remarks


def _some(lines: Sequence[str], what: str) -> Iterator[str]:
    yield from lines[:MOST_LINES]
    if len(lines) > MOST_LINES:
        yield f"… and {len(lines) - MOST_LINES} more {what}; --format json has all."
