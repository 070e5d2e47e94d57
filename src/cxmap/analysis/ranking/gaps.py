"""The ranking of improvement opportunities. Every formula, with its source: docs/method.md."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.analysis.focus import set_aside
from cxmap.analysis.ranking import candidates as make
from cxmap.analysis.ranking import combined, quadrants
from cxmap.analysis.ranking.certainty import with_chances, with_rank_sets, with_tests
from cxmap.analysis.ranking.dependent import dependence
from cxmap.analysis.ranking.options import DEFAULT_KEY, DEFAULT_KEY_DERIVED, SUBTRACTING, TOP, Options
from cxmap.analysis.ranking.order import agreement, of_equals, ranked
from cxmap.analysis.ranking.remarks import remarks
from cxmap.analysis.ranking.result import Ranking
from cxmap.analysis.ranking.rows import LooseStep
from cxmap.analysis.ranking.views import shown, shown_unscored
from cxmap.analysis.scope import check, ways
from cxmap.analysis.stops import Coverage, experience10, weakest_link
from cxmap.errors import UsageError
from cxmap.text.wording import some_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from cxmap.analysis.handovers import HandoverStep
    from cxmap.analysis.ranking.candidates import Candidate
    from cxmap.analysis.ranking.quadrants import Crosshair
    from cxmap.analysis.ranking.rows import Row
    from cxmap.analysis.scope import Way
    from cxmap.analysis.stops import Visit
    from cxmap.choices import RankingKey
    from cxmap.model.crosshair import Point
    from cxmap.project.project import Project


def gaps(project: Project, options: Options | None = None) -> Ranking:
    """Rank the touchpoints of all current journeys asked about, for each persona and over all personas.

    Args:
        project: A project without errors in the files asked about.
        options: What to rank by, and what to show.

    Returns:
        The ranking; without rows where nothing is scored.

    Raises:
        UsageError: What is asked for cannot be done with these scores, or names something that is not there.
    """
    options = options or Options()
    check(project, options)
    found = ways(project, options)
    touchpoints = [make.of_touchpoint(project, stop) for way in found for stop in way.stops]
    every_step = _steps(project, found) if options.handovers else []
    rated = [make.of_step(step) for step in every_step if step.rated]

    complete = [candidate for candidate in (*touchpoints, *rated) if candidate.scores.complete]
    by, derived = _key(project, options, complete)
    lacking = [(touchpoint, touchpoint.missing(by, options)) for touchpoint in touchpoints]
    can = [candidate for candidate, missing in lacking if not missing]
    can += [candidate for candidate in rated if not candidate.missing(by, options)]
    if options.reach:
        _need_reach(can)

    weakest = {weakest_link(experience10(way.stops)) for way in found}
    crosshairs, labelling = _quadrants(project, options, found)
    untested = [_row(project, options, candidate, by, labelling, weakest) for candidate in can]
    family = _family(project, options, touchpoints) if any(row.interval for row in untested) else []
    rows, tests = with_tests(list(zip(untested, can, strict=True)), family)
    by_persona: dict[str, list[tuple[Row, Candidate]]] = {}
    for row, candidate in zip(rows, can, strict=True):
        by_persona.setdefault(candidate.stop.passage.persona, []).append((row, candidate))
    aside = set_aside(project, by_persona)
    in_order = sorted(by_persona, key=lambda name: (name in aside, name))
    each, dependent = [], set()
    for name in in_order:
        own, used = _rank_persona(project, by_persona[name], by, options)
        each += own
        dependent |= {name} if used else set()
    weights = combined.weights(project, by_persona)
    several = len(by_persona) > 1
    together = ranked(combined.rows(each, weights)) if several else []
    loose = [
        LooseStep(make.row(project, make.of_step(step), by, options), step.origin.id, step.changes, step.change10)
        for step in every_step
        if not step.rated and step.origin
    ]
    first = together or [row for row in each if row.persona == each[0].persona]
    ranking = Ranking(
        by=by,
        derived=derived,
        options=options,
        rows=shown(options.view, together, each, [step.row for step in loose], aside),
        unscored=shown_unscored(options.view, [make.unscored(candidate, gone) for candidate, gone in lacking if gone]),
        loose_steps=tuple(step for step in loose if shown(options.view, [], [], [step.row])),
        crosshairs=crosshairs,
        ways=tuple(found),
        coverage=Coverage(sum(not missing for _, missing in lacking), len(lacking)),
        agreement=agreement(first, TOP, ("priority", "gap", "opportunity", "shortfall")),
        weights=weights if several else None,
        aside=aside,
        tests=tests,
        dependent=tuple(sorted(dependent)),
        ranked=len(each) + len(together),
        remarks=(),
        project=project,
    )
    ranking = _decisions(ranking, can, [*together, *each])
    return ranking._replace(remarks=tuple(remarks(project, ranking, each, can, rated)))


def _decisions(ranking: Ranking, can: Sequence[Candidate], rows: Sequence[Row]) -> Ranking:
    """The ranking with what was asked for besides: what if, and how many more answers."""
    project, options, by = ranking.project, ranking.options, ranking.by
    if options.what_if:
        from cxmap.analysis.ranking.what_if import effects

        found = effects(project, options, by, ranking.ways, can, rows, ranking.weights)
        ranking = ranking._replace(effects=found)
    if options.plan_answers or options.within is not None:
        from cxmap.analysis.ranking.answers import plan_answers

        of = {(each.kind, *_way(each), each.stop.id): each for each in can}
        pairs: dict[str, list[tuple[Row, Candidate]]] = {}
        for row in rows:
            if row.persona is not None:
                pairs.setdefault(row.persona, []).append((row, of[row.kind, row.journey, row.persona, row.touchpoint]))
        ranking = ranking._replace(answers=plan_answers(project, pairs, by, options))
    return ranking


def _way(candidate: Candidate) -> tuple[str, str]:
    return candidate.stop.passage.journey.id, candidate.stop.passage.persona


def _steps(project: Project, found: Sequence[Way]) -> list[HandoverStep]:
    from cxmap.analysis.handovers import steps

    return [step for way in found for step in steps(project, way.stops)]


def _key(project: Project, options: Options, complete: Sequence[Candidate]) -> tuple[RankingKey, bool]:
    """The ranking figure, and whether importance is derived."""
    derived = [candidate for candidate in complete if candidate.derived]
    stated = [candidate for candidate in complete if not candidate.derived]
    if derived and stated:
        raise UsageError(
            "stated and derived importance are never ranked together: "
            f"derived at {_names(derived)}, stated at {_names(stated)}; rank them apart with --journey or --persona"
        )
    if options.shares and options.by not in {None, "opportunity"}:
        raise UsageError(f"--shares ranks by opportunity, of which it is a form; leave out --by {options.by}")
    if options.shares and options.our_weight:
        raise UsageError("a share of answers and the organisation's own mark cannot be blended; leave out --our-weight")
    by = (
        "opportunity"
        if options.shares
        else options.by or project.config.by or (DEFAULT_KEY_DERIVED if derived else DEFAULT_KEY)
    )
    if derived and by in SUBTRACTING:
        raise UsageError(
            f"the importance is derived ({_names(derived)}): a weight, from which no experience can be subtracted as "
            f"'{by}' does; use --by shortfall"
        )
    return by, bool(derived)


def _family(project: Project, options: Options, touchpoints: Sequence[Candidate]) -> list[Candidate]:
    """Whatever of the project has a gap to test: no filter and no figure changes what is more than chance.

    Args:
        project: The project.
        options: What was asked for.
        touchpoints: Those asked for.
    """
    everywhere = ways(project, Options())
    if (options.journey, options.persona, options.segment) != (None, None, None):
        touchpoints = [make.of_touchpoint(project, stop) for way in everywhere for stop in way.stops]
    return [*touchpoints, *(make.of_step(step) for step in _steps(project, everywhere) if step.rated)]


def _need_reach(can: Sequence[Candidate]) -> None:
    without = [candidate for candidate in can if candidate.stop.passage.experience.reach is None]
    if without:
        raise UsageError(f"--reach needs the reach of every ranked touchpoint; it is absent at {_names(without)}")


def _names(found: Sequence[Candidate], most: int = 5) -> str:
    names = list(dict.fromkeys(f"{candidate.stop.passage.journey.id}/{candidate.stop.id}" for candidate in found))
    return some_of(names, most)


def _quadrants(
    project: Project, options: Options, found: Sequence[Way]
) -> tuple[tuple[Crosshair, ...], dict[tuple[str, str], Point]]:
    """The crosshairs of all ways, and by way those with enough touchpoints to be labelled."""
    choice = quadrants.choice_of(options.crosshair or project.config.crosshair)
    crosshairs, labelling = [], {}
    for way in found:
        points = [(s.importance.value10, s.experience.value10) for s in way.stops if s.importance and s.experience]
        if points:
            cross = quadrants.crossing(choice, points)
            crosshairs.append(quadrants.Crosshair(*way.name, choice.kind, *cross))
            if len(points) >= quadrants.FEWEST:
                labelling[way.name] = cross
    return tuple(sorted(crosshairs, key=lambda crosshair: (crosshair.journey, crosshair.persona))), labelling


def _row(
    project: Project,
    options: Options,
    candidate: Candidate,
    by: RankingKey,
    labelling: Mapping[tuple[str, str], Point],
    weakest: Collection[Visit | None],
) -> Row:
    """The row of a candidate, with its labels: quadrant and weakest link are about touchpoints, not about steps."""
    is_stop = candidate.kind == "touchpoint"
    cross = labelling.get((candidate.stop.passage.journey.id, candidate.stop.passage.persona)) if is_stop else None
    return make.row(project, candidate, by, options, cross, weakest_link=is_stop and candidate.stop in weakest)


def _rank_persona(
    project: Project, pairs: Sequence[tuple[Row, Candidate]], by: RankingKey, options: Options
) -> tuple[list[Row], bool]:
    """The rows of a persona in order, and whether it is known how their scores vary together."""
    # Drawn in an order that no score decides, so that a changed score changes no other row's random numbers.
    in_order = sorted(pairs, key=lambda pair: of_equals(pair[0]))
    candidates = [candidate for _, candidate in in_order]
    together = dependence(project, candidates, by, options)
    rows = with_chances(in_order, by, options, together)
    if options.rank_sets:
        rows = with_rank_sets(list(zip(rows, candidates, strict=True)), by, options, together)
    return ranked(rows), together is not None
