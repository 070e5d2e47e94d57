"""What a reader of a ranking should know besides: doubts, what is missing, how sure the order is; a sentence each."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Literal, get_args

from cxmap.analysis.arithmetic import rounded
from cxmap.analysis.dependence import answers_file, ignored
from cxmap.analysis.focus import priority
from cxmap.analysis.intervals import TOO_FEW
from cxmap.analysis.ranking.draws import DRAWS
from cxmap.analysis.ranking.naming import Naming
from cxmap.analysis.ranking.options import TOP
from cxmap.analysis.ranking.quadrants import FEWEST, NARROW, REDUNDANT, correlation, spread
from cxmap.analysis.stops import coverage, experience10, stops
from cxmap.analysis.student import CONFIDENCE
from cxmap.project.titles import Names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cxmap.analysis.ranking.candidates import Candidate
    from cxmap.analysis.ranking.result import Ranking
    from cxmap.analysis.ranking.rows import Row
    from cxmap.project.project import Project

MOST_NAMES = 8

Kind = Literal[
    # there is nothing to read, or not all of it
    "nothing_scored",
    "no_journey",
    "shown_rows",
    # what the order does not say, though it seems to
    "opposite",
    "redundant",
    "all_guesses",
    "some_guesses",
    "close_call",
    "no_certainty",
    "flat_importance",
    "borderline",
    "basics",
    "delighters",
    # whom it is of
    "aside",
    "combined_targets",
    "combined_all",
    "no_shares",
    "equal_weights",
    "shares",
    "lowers",
    # how sure it is
    "tests",
    "first",
    "in_top",
    "dependent",
    "not_dependent",
    "ignored",
    # what is missing
    "skipped_to_us",
    "skipped_desired",
    "weighted",
    "unranked_steps",
    "loose_step",
    "no_quadrants",
    "no_rank_sets",
    "too_few",
    "all_alike",
    "all_answered",
    "unused_gap_sd",
]
"""The kinds of remarks, as ``RemarkWords`` names them, in order: those that change the reading come first."""
Remark = tuple[Kind, str]
"""A remark's kind, and its sentence."""


def remarks(
    project: Project,
    ranking: Ranking,
    rows: Sequence[Row],
    candidates: Sequence[Candidate],
    steps: Sequence[Candidate],
) -> list[str]:
    """All remarks on a ranking, in the language that it was asked for in; those that change its reading come first.

    Args:
        project: For journeys that take no part.
        ranking: The ranking.
        rows: Every ranked row of every persona, whatever is shown.
        candidates: What the rows were made of.
        steps: The steps that are rated, ranked or not.
    """
    words = Naming(ranking.options.lang, Names(project) if ranking.options.titles else None)
    order = get_args(Kind)
    found = [
        *_left_out(project, ranking, rows, words),
        *_personas(ranking, rows, words),
        *_lowered(project, ranking, words),
        *_quadrants(ranking, rows, words),
        *_basis(rows, candidates, words),
        *_drivers(rows, words),
        *_certainty(ranking, rows, candidates, words),
        *_dependence(project, ranking, candidates, words),
        *_loose_steps(ranking, steps, words),
    ]
    return [sentence for _, sentence in sorted(found, key=lambda remark: order.index(remark[0]))]


def _left_out(project: Project, ranking: Ranking, rows: Sequence[Row], words: Naming) -> Iterator[Remark]:
    desired = [journey.id for _, journey in project.journey_documents() if journey.state == "desired"]
    if not rows:
        if ranking.coverage.total:
            yield "nothing_scored", words.nothing_scored
        else:
            yield "no_journey", words.no_journey
    if desired:
        yield "skipped_desired", words.skipped_desired.format(_listed(map(words.journey, sorted(desired)), words))
    lacking = [
        words.of(words.touchpoint(unscored.journey, unscored.touchpoint), unscored.persona)
        for unscored in ranking.unscored
        if "importance_to_us" in unscored.missing
    ]
    if lacking:
        yield "skipped_to_us", words.skipped_to_us.format(_listed(lacking, words))
    if ranking.options.shares:
        weighted = [
            words.of(words.touchpoint(way.journey.id, stop.id), way.persona)
            for way in ranking.ways
            for stop in way.stops
            if any(score and score.answers is not None for score in (stop.importance, stop.experience))
        ]
        if weighted:
            yield "weighted", words.weighted.format(_listed(weighted, words))
    if not ranking.options.view.everything:
        yield "shown_rows", words.shown_rows.format(sum(row.rank is not None for row in ranking.rows), ranking.ranked)


def _personas(ranking: Ranking, rows: Sequence[Row], words: Naming) -> Iterator[Remark]:
    if ranking.aside and len(ranking.aside) < len({row.persona for row in rows}):
        yield "aside", words.aside.format(_listed(map(words.persona, ranking.aside), words))
    if ranking.weights is None:
        return
    match ranking.weights.focus:
        case "target":
            names = _listed(map(words.persona, ranking.weights.shares), words)
            yield "combined_targets", words.combined_targets.format(names)
        case "none":
            yield "combined_all", words.combined_all
    without = ranking.weights.without
    if without:
        yield "equal_weights", words.equal_weights.format(_listed(map(words.persona, without), words))
    else:
        total = sum(ranking.weights.shares.values())
        if total > 0:
            shares = [
                words.share.format(words.persona(name), f"{100 * share / total:.0f}")
                for name, share in sorted(ranking.weights.shares.items())
            ]
            yield "shares", words.shares.format(", ".join(shares))
        else:
            yield "no_shares", words.no_shares
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        if row.kind == "touchpoint":
            groups.setdefault((row.journey, row.touchpoint), []).append(row)
    for (journey, touchpoint), group in sorted(groups.items()):
        gaps = [(words.persona(row.persona), rounded(row.gap10 or 0)) for row in group if row.persona]
        short = [persona for persona, gap in gaps if gap > 0]
        over = [persona for persona, gap in gaps if gap < 0]
        if short and over:
            yield (
                "opposite",
                words.opposite.format(
                    words.touchpoint(journey, touchpoint, full=True), _listed(short, words), _listed(over, words)
                ),
            )


def _lowered(project: Project, ranking: Ranking, words: Naming) -> Iterator[Remark]:
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
                falls = [
                    words.fall.format(
                        words.touchpoint(way.journey.id, name), words.fixed(now[name]), words.fixed(then[name])
                    )
                    for name in lower
                ]
                lowered = (words.journey(plan.id), words.persona(way.persona), _listed(falls, words))
                yield "lowers", words.lowers.format(*lowered)


def _quadrants(ranking: Ranking, rows: Sequence[Row], words: Naming) -> Iterator[Remark]:
    by_way: dict[tuple[str, str | None], list[Row]] = {}
    for row in rows:
        if row.kind == "touchpoint":
            by_way.setdefault((row.journey, row.persona), []).append(row)
    scored = {way.name: coverage(way.stops).scored for way in ranking.ways}
    for cross in ranking.crosshairs:
        where = words.place.format(words.persona(cross.persona), words.journey(cross.journey))
        if scored[cross.journey, cross.persona] < FEWEST:
            yield "no_quadrants", words.no_quadrants.format(where, FEWEST)
        own = by_way.get((cross.journey, cross.persona), [])
        if len(own) < FEWEST:
            continue
        importance = [row.importance10 for row in own if row.importance10 is not None]
        if rounded(spread(importance)) < NARROW:
            yield "flat_importance", words.flat_importance.format(where, words.fixed(spread(importance), 2))
        gaps = [row.gap10 for row in own if row.gap10 is not None]
        experience = [row.experience10 for row in own if row.experience10 is not None]
        r = correlation(gaps, experience)
        if r is not None and abs(r) > REDUNDANT:
            yield "redundant", words.redundant.format(where, words.fixed(r, 2))
        doubtful = [words.touchpoint(row.journey, row.touchpoint) for row in own if row.borderline]
        if doubtful:
            yield "borderline", words.borderline.format(where, _listed(doubtful, words))


def _basis(rows: Sequence[Row], candidates: Sequence[Candidate], words: Naming) -> Iterator[Remark]:
    guesses = [row for row in rows if row.guess]
    if rows and len(guesses) == len(rows):
        yield "all_guesses", words.all_guesses
    elif guesses:
        yield "some_guesses", words.some_guesses.format(len(guesses), len(rows))
    few = [words.of(_name(row, words), row.persona) for row in rows if row.n is not None and row.n < TOO_FEW]
    if few:
        yield "too_few", words.too_few.format(_listed(few, words))
    measured = [
        (_candidate_name(candidate, words), (candidate.scores.importance, candidate.scores.experience))
        for candidate in candidates
    ]
    alike = [name for name, scores in measured if any(score and score.sd10 == 0 for score in scores)]
    if alike:
        yield "all_alike", words.all_alike.format(_listed(alike, words))
    everybody = [name for name, scores in measured if any(score and not score.unseen for score in scores)]
    if everybody:
        yield "all_answered", words.all_answered.format(_listed(everybody, words))
    unused = [_candidate_name(candidate, words) for candidate in candidates if _unused_gap_sd(candidate)]
    if unused:
        yield "unused_gap_sd", words.unused_gap_sd.format(_listed(unused, words))


def _drivers(rows: Sequence[Row], words: Naming) -> Iterator[Remark]:
    """What costs more than it adds, and the other way round."""
    basics, delighters = (
        list(dict.fromkeys(_name(row, words) for row in rows if row.driver == kind and row.kind == "touchpoint"))
        for kind in ("basic", "delighter")
    )
    if basics:
        yield "basics", words.basics.format(_listed(basics, words))
    if delighters:
        yield "delighters", words.delighters.format(_listed(delighters, words))


def _unused_gap_sd(candidate: Candidate) -> bool:
    given = candidate.stop.passage.experience.scores
    return (
        candidate.kind == "touchpoint" and given is not None and given.gap_sd is not None and candidate.paired is None
    )


def _certainty(
    ranking: Ranking, rows: Sequence[Row], candidates: Sequence[Candidate], words: Naming
) -> Iterator[Remark]:
    family, tested, above = ranking.tests
    if tested:
        yield "tests", words.tests.format(above, tested, family)
    for persona in sorted({row.persona for row in rows if row.persona}):
        own = [row for row in rows if row.persona == persona]
        unknown = sum(candidate.errors is None for candidate in candidates if candidate.stop.passage.persona == persona)
        if unknown:
            yield "no_certainty", words.no_certainty.format(words.persona(persona), unknown, len(own))
        else:
            yield from _order(persona, own, ranking.options.seed, words)
        if ranking.options.rank_sets and any(row.rank_set is None for row in own):
            yield "no_rank_sets", words.no_rank_sets.format(words.persona(persona))


def _dependence(project: Project, ranking: Ranking, candidates: Sequence[Candidate], words: Naming) -> Iterator[Remark]:
    """Whether it is counted in that rows are answered by the same people."""
    documents = {candidate.stop.passage.document: None for candidate in candidates}
    for name, problem in ignored(project, list(documents)):
        yield "ignored", words.ignored.format(name, problem)
    if ranking.dependent:
        files = [answers_file(project, document) for document in documents]
        names = [PurePath(found.name).name for found in files if found.surveys]  # the same, wherever it is asked from
        yield (
            "dependent",
            words.dependent.format(_listed(map(words.persona, ranking.dependent), words), _listed(names, words)),
        )
    unaware = []
    for persona in sorted({candidate.stop.passage.persona for candidate in candidates} - {*ranking.dependent}):
        own = [candidate for candidate in candidates if candidate.stop.passage.persona == persona]
        sources = [candidate.scores.experience.source for candidate in own if candidate.scores.experience]
        if all(candidate.errors for candidate in own) and len(sources) > len({*sources}):
            unaware.append(words.persona(persona))
    if unaware:
        yield "not_dependent", words.not_dependent.format(_listed(unaware, words))


def _order(persona: str, own: Sequence[Row], seed: int, words: Naming) -> Iterator[Remark]:
    """What comes first for a persona, what is in the top, and how clearly."""
    first = sorted(((_name(row, words), row.p_first or 0.0) for row in own), key=lambda chance: -chance[1])
    likely = [found for found in first if found[1] > 1 - CONFIDENCE] or first[:1]
    shown = ", ".join(words.chance.format(name, f"{100 * chance:.0f}") for name, chance in likely)
    if likely[0][1] >= CONFIDENCE:
        yield "first", words.first.format(words.persona(persona), shown)
    else:
        yield "close_call", words.close_call.format(words.persona(persona), shown)
    if len(own) > TOP:
        top = [(_name(row, words), row.p_top5 or 0.0) for row in own]
        sure = _listed([name for name, chance in top if chance >= CONFIDENCE], words) or words.none
        open_ = _listed([name for name, chance in top if 1 - CONFIDENCE < chance < CONFIDENCE], words)
        said = words.uncertain.format(sure, open_) if open_ else sure
        yield "in_top", words.in_top.format(words.persona(persona), words.whole(DRAWS), seed, TOP, said)


def _loose_steps(ranking: Ranking, steps: Sequence[Candidate], words: Naming) -> Iterator[Remark]:
    unranked = [(step, step.missing(ranking.by, ranking.options)) for step in steps]
    lacking = [
        words.lacks.format(
            words.touchpoint(step.stop.passage.journey.id, step.stop.id),
            words.persona(step.stop.passage.persona),
            ", ".join(map(words.lacking.format, missing)),
        )
        for step, missing in unranked
        if missing
    ]
    if lacking:
        yield "unranked_steps", words.unranked_steps.format(_listed(lacking, words))
    for loose in ranking.loose_steps:
        row, change = loose.row, loose.change10
        change_said = words.not_on_both_sides if change is None else words.change.format(words.digits(f"{change:+.1f}"))
        changes = words.listed([words.changes[name] for name in loose.changes])
        yield (
            "loose_step",
            words.loose_step.format(
                words.touchpoint(row.journey, loose.origin),
                words.touchpoint(row.journey, row.touchpoint),
                words.persona(row.persona) if row.persona else row.persona,
                words.journey(row.journey),
                changes,
                change_said,
            ),
        )


def _name(row: Row, words: Naming) -> str:
    name = words.touchpoint(row.journey, row.touchpoint)
    return words.into.format(name) if row.kind == "handover" else name


def _candidate_name(candidate: Candidate, words: Naming) -> str:
    passage = candidate.stop.passage
    name = words.touchpoint(passage.journey.id, candidate.stop.id)
    return words.of(words.into.format(name) if candidate.kind == "handover" else name, passage.persona)


def _listed(names: Iterable[str], words: Naming) -> str:
    return words.listed(list(names), MOST_NAMES)
