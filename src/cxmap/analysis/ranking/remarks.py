"""What a reader of a ranking should know besides: doubts, what is missing, how sure the order is; a sentence each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.analysis.arithmetic import rounded
from cxmap.analysis.focus import priority
from cxmap.analysis.intervals import TOO_FEW
from cxmap.analysis.ranking.draws import DRAWS
from cxmap.analysis.ranking.options import TOP
from cxmap.analysis.ranking.quadrants import FEWEST, NARROW, REDUNDANT, correlation, spread
from cxmap.analysis.stops import coverage, experience10, stops
from cxmap.analysis.student import CONFIDENCE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cxmap.analysis.ranking.candidates import Candidate
    from cxmap.analysis.ranking.result import Ranking
    from cxmap.analysis.ranking.rows import Row
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
    yield from _lowered(project, ranking)
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
    if ranking.aside and len(ranking.aside) < len({row.persona for row in rows}):
        yield (
            "Of a segment that is not a focus (priority none), so listed last and left out of what comes first: "
            f"{_listed(ranking.aside)}."
        )
    if ranking.weights is None:
        return
    match ranking.weights.focus:
        case "target":
            yield f"Combined rows are of the personas of target segments: {_listed(ranking.weights.shares)}."
        case "none":
            yield "Combined rows are of all personas: every segment has the priority none."
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


def _lowered(project: Project, ranking: Ranking) -> Iterator[str]:
    """Where a plan lowers the experience of customers whom it is to keep as they are."""
    for document, plan in sorted(project.journey_documents(), key=lambda found: found[1].id):
        if plan.state != "desired" or plan.redesigns is None:
            continue
        for way in ranking.ways:
            if way.journey.id != plan.redesigns or priority(project, way.persona) != "maintain":
                continue
            now = {stop.id: value for stop, value in experience10(way.stops).items()}
            then: dict[str, float] = {}
            for stop, value in experience10(stops(project, document, way.persona)).items():
                for place in (stop.id, *stop.passage.touchpoint.replaces):
                    then.setdefault(place, value)
            lower = [name for name in now if name in then and rounded(then[name]) < rounded(now[name])]
            if lower:
                falls = _listed(f"{name} ({now[name]:.1f} to {then[name]:.1f} on 0-10)" for name in lower)
                yield (
                    f"The desired journey {plan.id} lowers the experience of {way.persona}, whose segment is to be "
                    f"kept as it is: {falls}."
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
    few = [_row_name(row) for row in rows if row.n is not None and row.n < TOO_FEW]
    if few:
        yield f"Too few answers (under 5) for an interval: {_listed(few)}."
    measured = [(_candidate_name(one), (one.scores.importance, one.scores.experience)) for one in candidates]
    alike = [name for name, scores in measured if any(score and score.sd10 == 0 for score in scores)]
    if alike:
        yield f"Answers that are all alike (sd 0) give no interval, as too few; draws keep them: {_listed(alike)}."
    everybody = [name for name, scores in measured if any(score and not score.unseen for score in scores)]
    if everybody:
        yield f"All there are have answered, so nothing is left to estimate: no interval for {_listed(everybody)}."
    unused = [one for one in candidates if _unused_gap_sd(one)]
    if unused:
        names = [_candidate_name(one) for one in unused]
        yield (
            "gap_sd is not used where the two scores are not measured on one scale, or not of one source and date: "
            f"{_listed(names)}."
        )


def _unused_gap_sd(one: Candidate) -> bool:
    given = one.stop.passage.experience.scores
    return one.kind == "touchpoint" and given is not None and given.gap_sd is not None and one.paired is None


def _certainty(ranking: Ranking, rows: Sequence[Row], candidates: Sequence[Candidate]) -> Iterator[str]:
    family, tested, above = ranking.tests
    if tested:
        yield (
            f"{above} of {tested} gaps with an interval are above zero at 5 %, by Holm's correction for a family of "
            f"{family}, all gaps of the project."
        )
    for persona in sorted({row.persona for row in rows if row.persona}):
        own = [row for row in rows if row.persona == persona]
        unknown = sum(one.errors is None for one in candidates if one.stop.passage.persona == persona)
        if unknown:
            yield (
                f"Certainty of the order for {persona}: not computable, {unknown} of {len(own)} rows have no standard "
                "error."
            )
        else:
            yield from _order(persona, own, ranking.options.seed)
        if ranking.options.rank_sets and any(row.rank_set is None for row in own):
            yield f"No rank sets for {persona}: they need a standard error at every row."


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


def _candidate_name(one: Candidate) -> str:
    into = "into " if one.kind == "handover" else ""
    return f"{into}{one.stop.id} ({one.stop.passage.persona})"


def _row_name(row: Row) -> str:
    return f"{_name(row)} ({row.persona})"


def _listed(names: Iterable[str]) -> str:
    names = list(names)
    rest = f" and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else ""
    return ", ".join(names[:MOST_NAMES]) + rest
