"""What a reader of a ranking should know besides: doubts, what is missing, how sure the order is; a sentence each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.analysis.draws import DRAWS
from cxmap.analysis.options import TOP
from cxmap.analysis.quadrants import FEWEST, NARROW, REDUNDANT, correlation, spread
from cxmap.analysis.rounding import rounded
from cxmap.analysis.stops import coverage
from cxmap.analysis.student import CONFIDENCE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cxmap.analysis.candidates import Candidate
    from cxmap.analysis.gaps import Ranking
    from cxmap.analysis.rows import Row
    from cxmap.project.project import Project

MOST_NAMES = 8


def remarks(
    project: Project,
    ranking: Ranking,
    rows: Sequence[Row],
    candidates: Sequence[Candidate],
    steps: Sequence[Candidate],
) -> Iterator[str]:
    """All remarks on a ranking.

    Args:
        project: For journeys that take no part.
        ranking: The ranking.
        rows: Every ranked row of every persona, whatever is shown.
        candidates: What the rows were made of.
        steps: The steps that are rated, ranked or not.
    """
    yield from _left_out(project, ranking, rows)
    yield from _personas(ranking, rows)
    yield from _quadrants(ranking, rows)
    yield from _basis(rows, candidates)
    yield from _certainty(ranking, rows, candidates)
    yield from _loose_steps(ranking, steps)


def _left_out(project: Project, ranking: Ranking, rows: Sequence[Row]) -> Iterator[str]:
    desired = [journey.id for _, journey in project.journey_documents() if journey.state == "desired"]
    if not rows:
        yield "Nothing to rank: " + (
            "no touchpoint has what the ranking needs."
            if ranking.coverage.total
            else "there is no current journey in the files given."
        )
    if desired:
        yield f"Skipped (desired journeys): {_listed(sorted(desired))}."
    lacking = [f"{one.touchpoint} ({one.persona})" for one in ranking.unscored if "importance_to_us" in one.missing]
    if lacking:
        yield f"Skipped (no importance_to_us): {_listed(lacking)}."
    if not ranking.options.view.everything:
        count = sum(row.rank is not None for row in ranking.rows)
        yield f"Shown are {count} of {ranking.ranked} rows; a rank is the place among all of them."


def _personas(ranking: Ranking, rows: Sequence[Row]) -> Iterator[str]:
    if ranking.weights is None:
        return
    without = ranking.weights.without
    if without:
        yield f"All personas count equally in the combined rows: no segment share is known for {_listed(without)}."
    else:
        total = sum(ranking.weights.shares.values())
        if total > 0:
            shares = [f"{name} {100 * share / total:.0f} %" for name, share in sorted(ranking.weights.shares.items())]
            yield f"Combined rows weigh each persona by its segment's share of customers: {', '.join(shares)}."
        else:
            yield "No combined rows: the segments of all personas have a share of 0."
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        if row.kind == "touchpoint":
            groups.setdefault((row.journey, row.touchpoint), []).append(row)
    for (journey, touchpoint), group in sorted(groups.items()):
        gaps = [(row.persona, rounded(row.gap10 or 0)) for row in group if row.persona]
        short = [persona for persona, gap in gaps if gap > 0]
        over = [persona for persona, gap in gaps if gap < 0]
        if short and over:
            yield (
                f"{journey}/{touchpoint} falls short for {_listed(short)} and more than meets the need of "
                f"{_listed(over)}: look at each persona, not at the combined row."
            )


def _quadrants(ranking: Ranking, rows: Sequence[Row]) -> Iterator[str]:
    by_way: dict[tuple[str, str | None], list[Row]] = {}
    for row in rows:
        if row.kind == "touchpoint":
            by_way.setdefault((row.journey, row.persona), []).append(row)
    scored = {way.name: coverage(way.stops).scored for way in ranking.ways}
    for cross in ranking.crosshairs:
        where = f"{cross.persona} in {cross.journey}"
        if scored[cross.journey, cross.persona] < FEWEST:
            yield f"No quadrants for {where}: fewer than {FEWEST} scored touchpoints."
        own = by_way.get((cross.journey, cross.persona), [])
        if len(own) < FEWEST:
            continue
        importance = [row.importance10 for row in own if row.importance10 is not None]
        if rounded(spread(importance)) < NARROW:
            yield f"Importance hardly differs for {where} (by {spread(importance):.2f} on 0-10): quadrants say little."
        gaps = [row.gap10 for row in own if row.gap10 is not None]
        experience = [row.experience10 for row in own if row.experience10 is not None]
        r = correlation(gaps, experience)
        if r is not None and abs(r) > REDUNDANT:
            yield (
                f"For {where} gap and experience correlate at {r:.2f}: this ranks experience, not the gap "
                "(importance adds almost nothing)."
            )
        doubtful = [row.touchpoint for row in own if row.borderline]
        if doubtful:
            yield f"Borderline for {where}, as their intervals cross a line between quadrants: {_listed(doubtful)}."


def _basis(rows: Sequence[Row], candidates: Sequence[Candidate]) -> Iterator[str]:
    guesses = [row for row in rows if row.guess]
    if rows and len(guesses) == len(rows):
        yield "No row rests on customers alone: each has a score that is our own guess or names no source."
    elif guesses:
        yield f"{len(guesses)} of {len(rows)} rows rest on a score that is our own guess or names no source."
    few = [_row_name(row) for row in rows if row.sample == "too-few"]
    if few:
        yield f"Too few answers (under 5) for an interval: {_listed(few)}."
    flat = [_row_name(row) for row in rows if row.interval is not None and row.interval.se == 0]
    if flat:
        yield f"All answers are the same (sd 0), so the interval has no width: {_listed(flat)}."
    unused = [one for one in candidates if _unused_gap_sd(one)]
    if unused:
        names = [f"{one.stop.id} ({one.stop.passage.persona})" for one in unused]
        yield f"gap_sd is not used where the two scores are not measured on one scale: {_listed(names)}."


def _unused_gap_sd(one: Candidate) -> bool:
    given = one.stop.passage.experience.scores
    return one.kind == "touchpoint" and given is not None and given.gap_sd is not None and one.gap_sd10 is None


def _certainty(ranking: Ranking, rows: Sequence[Row], candidates: Sequence[Candidate]) -> Iterator[str]:
    tested = [row.p_holm for row in rows if row.p_holm is not None]
    if tested:
        above = sum(p < 1 - CONFIDENCE for p in tested)
        yield (
            f"{above} of {len(tested)} gaps with an interval are above zero at 5 %, by Holm's correction for a "
            f"family of {len(tested)}."
        )
    for persona in sorted({row.persona for row in rows if row.persona}):
        own = [row for row in rows if row.persona == persona]
        unknown = sum(one.errors is None for one in candidates if one.stop.passage.persona == persona)
        if unknown:
            yield (
                f"Certainty of the order for {persona}: not computable, {unknown} of {len(own)} rows lack n and sd "
                "from customers."
            )
        else:
            yield from _order(persona, own, ranking.options.seed)
        if ranking.options.rank_sets:
            without = [_name(row) for row in own if row.interval is None]
            if without:
                yield (
                    f"No rank sets for {persona}: they need n and sd at every row, and lack them at {_listed(without)}."
                )


def _order(persona: str, own: Sequence[Row], seed: int) -> Iterator[str]:
    """What comes first for a persona, what is in the top, and how clearly."""
    first = sorted(((_name(row), row.p_first or 0.0) for row in own), key=lambda one: -one[1])
    likely = [one for one in first if one[1] > 1 - CONFIDENCE] or first[:1]
    shown = ", ".join(f"{name} in {100 * chance:.0f} %" for name, chance in likely)
    clear = "" if likely[0][1] >= CONFIDENCE else "; too close to call"
    yield f"First for {persona}, of the draws: {shown}{clear}."
    if len(own) > TOP:
        top = [(_name(row), row.p_top5 or 0.0) for row in own]
        sure = _listed(name for name, chance in top if chance >= CONFIDENCE) or "none"
        open_ = _listed(name for name, chance in top if 1 - CONFIDENCE < chance < CONFIDENCE)
        rest = f"; uncertain: {open_}" if open_ else ""
        yield (
            f"Certainty of the order for {persona}, from {DRAWS:,} draws (seed {seed}): in the top {TOP} in at least "
            f"95 % of draws: {sure}{rest}."
        )


def _loose_steps(ranking: Ranking, steps: Sequence[Candidate]) -> Iterator[str]:
    unranked = [(one, one.missing(ranking.by, ranking.options.our_weight)) for one in steps]
    lacking = [f"{one.stop.id} ({one.stop.passage.persona}): no {', no '.join(gone)}" for one, gone in unranked if gone]
    if lacking:
        yield f"Steps that are rated and yet not ranked: into {_listed(lacking)}."
    for step in ranking.loose_steps:
        row = step.row
        change = "not scored on both sides" if step.change10 is None else f"experience {step.change10:+.1f} on 0-10"
        yield (
            f"Not rated: the step from {step.origin} to {row.touchpoint} ({row.persona}, {row.journey}), with another "
            f"{' and '.join(step.changes)}; {change}."
        )


def _name(row: Row) -> str:
    return f"into {row.touchpoint}" if row.kind == "handover" else row.touchpoint


def _row_name(row: Row) -> str:
    return f"{_name(row)} ({row.persona})"


def _listed(names: Iterable[str]) -> str:
    names = list(names)
    rest = f" and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else ""
    return ", ".join(names[:MOST_NAMES]) + rest
