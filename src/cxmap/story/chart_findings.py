"""What each chart shows in one sentence made from its figures; nothing where the figures do not tell."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cxmap.analysis.arithmetic import rounded
from cxmap.analysis.dependence import answers_file, latest_drivers, number_of
from cxmap.analysis.handovers import steps
from cxmap.analysis.metrics import metric_changes, moves, tracks
from cxmap.analysis.plan import is_late, is_overdue
from cxmap.analysis.scores import from_ten
from cxmap.analysis.trend import followed, trend
from cxmap.i18n.trend import TrendWords
from cxmap.story.headline import what_changed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cxmap.choices import Chart
    from cxmap.story.journeys import JourneyStory
    from cxmap.story.teller import Teller


def journey_findings(teller: Teller, told: JourneyStory) -> dict[Chart, str]:
    """What the charts of a journey show, by chart; those of which nothing can be said are absent."""
    make: Mapping[Chart, Callable[[Teller, JourneyStory], str]] = {
        "emotion": _emotion,
        "ranking": _matrix,
        "change": lambda teller, told: what_changed(teller, [told]),
        "map": _map,
        "matrix": _matrix,
        "personas": _personas,
        "blueprint": _blueprint,
        "drivers": _drivers,
    }
    return {chart: text for chart, tell in make.items() if (text := tell(teller, told))}


def project_findings(teller: Teller) -> dict[Chart, str]:
    """What the charts of the project show, by chart; those of which nothing can be said are absent."""
    make: Mapping[Chart, Callable[[Teller], str]] = {
        "stakeholders": _stakeholders,
        "roadmap": _roadmap,
        "dashboard": _dashboard,
        "trend": _trend,
        "atlas": _atlas,
    }
    return {chart: text for chart, tell in make.items() if (text := tell(teller))}


def _emotion(teller: Teller, told: JourneyStory) -> str:
    """Of a current journey its weakest link and largest drop; of a plan what it intends."""
    words = teller.words
    if not told.current:
        return _intended(teller, told)
    on = next(iter(told.figures.values())).scales.experience
    several = len(told.figures) > 1

    def quoted(touchpoint: str) -> str:
        return words.quoted.format(teller.names.touchpoint(told.journey.id, touchpoint))

    def of(persona: str, said: str) -> str:
        return words.for_persona.format(said, teller.names.persona(persona)) if several else said

    parts = []
    links = [
        (rounded(one.experience10[one.weakest_link]), name) for name, one in told.figures.items() if one.weakest_link
    ]
    if links:
        value10, persona = min(links)
        link = told.figures[persona].weakest_link or ""
        mark = words.on_scale(from_ten(value10, on), on)
        shared = len({(value, told.figures[name].weakest_link) for value, name in links}) == 1
        parts.append(words.link.format(quoted(link), mark if shared and len(links) > 1 else of(persona, mark)))
    drops = [(one.largest_drop, name) for name, one in told.figures.items() if one.largest_drop]
    if drops:
        drop, persona = max(drops, key=lambda found: rounded(found[0].size10))
        values10 = told.figures[persona].experience10
        after, before = (from_ten(values10[place], on) for place in (drop.after, drop.before))
        fall = of(persona, words.apart(after, before, on))
        parts.append(words.fall.format(quoted(drop.before), quoted(drop.after), fall))
    match parts:
        case [one]:
            return words.sentence.format(f"{one[:1].upper()}{one[1:]}")
        case [one, other]:
            return words.link_and_fall.format(one, other)
    return ""


def _intended(teller: Teller, told: JourneyStory) -> str:
    """What a plan intends beside what is, as the mean over its personas' touchpoints."""
    now = next((one for one in teller.current if one.journey.id == told.journey.redesigns), None)
    if now is None:
        return ""
    means = []
    for one in (told, now):
        values = [value for figures in one.figures.values() for value in figures.experience10.values()]
        if not values:
            return ""
        on = next(iter(one.figures.values())).scales.experience
        means.append(teller.words.on_scale(from_ten(sum(values) / len(values), on), on))
    return teller.words.intended.format(*means)


def _map(teller: Teller, told: JourneyStory) -> str:
    """How many pleasures and pain points there are, and where most pain points are; each counted once a touchpoint."""
    words = teller.words
    pains: dict[str, set[str]] = {}
    pleasures: dict[str, set[str]] = {}
    for visit in told.visits:
        pains.setdefault(visit.id, set()).update(visit.passage.experience.negatives)
        pleasures.setdefault(visit.id, set()).update(visit.passage.experience.positives)
    count, good = (sum(map(len, found.values())) for found in (pains, pleasures))
    if not count and not good:
        return ""
    said = (
        words.counted(words.pains, count),
        words.counted(words.pleasures, good),
        words.counted(words.at_touchpoints, len(pains)),
    )
    most = max(map(len, pains.values()))
    where = [place for place, found in pains.items() if len(found) == most]
    if most < 2 or len(where) > 1:
        return words.map_.format(*said)
    return words.map_most.format(*said, words.quoted.format(teller.names.touchpoint(told.journey.id, where[0])))


def _matrix(teller: Teller, told: JourneyStory) -> str:
    """How many touchpoints fall short, and which most, of the first ranking of this journey."""
    words, ranking = teller.words, teller.ranking
    if ranking is None or not told.current or not ranking.rows:
        return ""
    persona = ranking.rows[0].persona
    rows = [row for row in ranking.rows if row.persona == persona and row.journey == told.journey.id and row.rank]
    if not rows:
        return ""
    first = min(rows, key=lambda row: row.rank or 0)
    title = words.quoted.format(first.title)
    if ranking.derived:
        return words.imperfect.format(title, len(rows)) if not first.tied else ""
    short = sum(rounded(row.gap10 or 0) > 0 for row in rows)
    if not short:
        return words.none_short
    return words.short_of.format(short, len(rows), title) if not first.tied and first.key else ""


def _personas(teller: Teller, told: JourneyStory) -> str:
    """How many of all customers the personas stand for, where that is known of each."""
    project, words = teller.project, teller.words
    known = [project.personas[name] for name in told.ways if name in project.personas]
    segments = {persona.segment: project.segments.get(persona.segment) for persona in known if persona.segment}
    shares = [segment.share for segment in segments.values() if segment is not None and segment.share is not None]
    total = sum(shares)
    if len(known) != len(told.ways) or not known or len(shares) != len(segments) or not 0 < total <= 1:
        return ""
    if any(persona.segment is None for persona in known):
        return ""
    names = words.listed([persona.name for persona in known])
    return (words.stands_for if len(known) == 1 else words.stand_for).format(names, words.percent(total))


def _blueprint(teller: Teller, told: JourneyStory) -> str:
    """How many handovers there are, and at how many something is lost; those that personas share count once."""
    lost: dict[tuple[str, str], bool] = {}
    for way in told.ways.values():
        for step in steps(teller.project, way):
            if step.changes and step.origin:
                handover = step.into.passage.experience.handover
                place = (step.origin.id, step.into.id)
                lost[place] = lost.get(place, False) or bool(handover and handover.loses)
    if not lost:
        return ""
    said, losing = teller.words.counted(teller.words.handovers, len(lost)), sum(lost.values())
    return teller.words.losing.format(said, losing) if losing else teller.words.sentence.format(said)


def _drivers(teller: Teller, told: JourneyStory) -> str:
    """How many questions are told apart from no influence, and which weighs most if its interval is above all others.

    Of all that the latest survey with an overall mark asks about touchpoints that are there, as the chart shows them.
    """
    words, latest = teller.words, latest_drivers(answers_file(teller.project, told.document))
    there = {placed.touchpoint.id for placed in told.document.touchpoints()}
    found = {name: figures for name, figures in latest[1].overall.items() if name in there} if latest else {}
    if not found:
        return ""
    drivers = [name for name, figures in found.items() if figures.get("driver") is True]
    drivers.sort(key=lambda name: -(number_of(found[name], "weight") or 0.0))
    titles = [words.quoted.format(teller.names.touchpoint(told.journey.id, name)) for name in drivers[:2]]
    match titles:
        case []:
            return words.no_drivers
        case [only]:
            return words.driver_alone.format(only)
    low = number_of(found[drivers[0]], "weight_low") or 0.0
    if all((number_of(found[name], "weight_high") or 0.0) < low for name in drivers[1:]):
        return words.drivers.format(len(found), len(drivers), titles[0])
    return words.drivers_close.format(len(found), len(drivers), *titles)


def _atlas(teller: Teller) -> str:
    """Of several indexes the lowest and the highest; nothing where two share an end."""
    words = teller.words
    found = sorted(
        (figures.index10, told.journey.id, persona)
        for told in teller.current
        for persona, figures in told.figures.items()
        if figures.index10 is not None
    )
    said = []
    for index, journey, persona in (found[:1] + found[-1:]) if len(found) > 1 else ():
        told = next(told for told in teller.current if told.journey.id == journey)
        on = told.figures[persona].scales.experience
        where = words.only_for.format(teller.names.persona(persona))
        if found[0][1] != found[-1][1]:  # the ways of one journey are told apart by who goes them
            title = words.for_persona.format(words.quoted.format(told.journey.title), teller.names.persona(persona))
            where = words.in_this.format(title)
        said += [where, words.on_scale(from_ten(index, on), on)]
    return words.lowest_highest.format(*said) if said and said[1] != said[3] else ""


def _trend(teller: Teller) -> str:
    """Of what was measured often enough to follow, how much is better, worse, unclear; what personas share is once."""
    own = TrendWords(teller.words.lang)
    shared = {(each.what, each.id, each.kind, each.points): each.change for each in followed(trend(teller.project))}
    tally = Counter[str](change.verdict for change in shared.values() if change)
    said = [own.tally[verdict].format(tally[verdict]) for verdict in own.tally if tally[verdict]]
    words = teller.words
    return words.how_followed.format(words.counted(words.followed, len(shared)), words.listed(said)) if said else ""


def _stakeholders(teller: Teller) -> str:
    """How many parties there are, how many outside, and which has most relations."""
    parties, words = teller.project.stakeholders, teller.words
    besides = [party for party in parties.values() if party.kind != "customer"]
    if not besides:
        return ""
    ties: Counter[str] = Counter()
    for name, party in parties.items():
        for relation in party.relations:
            if relation.to in parties and relation.to != name:
                ties.update((name, relation.to))
    said = words.counted(words.parties, len(besides))
    outside = sum(not party.internal for party in besides)
    if not outside:
        return words.sentence.format(said)
    most = ties.most_common(2)
    if not most or (len(most) > 1 and most[0][1] == most[1][1]):
        return words.outside_only.format(said, outside)
    return words.outside.format(said, outside, words.quoted.format(teller.names.party(most[0][0])), most[0][1])


def _roadmap(teller: Teller) -> str:
    """How many actions there are of each status, and how many and how many steps are late."""
    words = teller.words
    alive = [action for action in teller.project.actions.values() if action.status != "dropped"]
    if not alive:
        return ""
    count = Counter[str](action.status for action in alive)
    said = [words.counted(words.of_status[status], count[status]) for status in words.of_status if count[status]]
    today = teller.project.today
    late = sum(is_late(action, today) for action in alive)
    behind = [words.counted(words.late, late) if late else words.none_late]
    if steps := sum(is_overdue(step, action, today) for action in alive for step in action.steps):
        behind.append(words.counted(words.late_steps, steps))
    return words.plan.format(words.counted(words.planned_actions, len(alive)), words.listed(said), ", ".join(behind))


def _dashboard(teller: Teller) -> str:
    """How many metrics moved the right way."""
    if not teller.project.metrics:
        return ""
    found = moves(tracks(teller.project), metric_changes(teller.project))
    words, said = teller.words, []
    if found.of:
        said.append(words.moved.format(found.right or words.none, found.of, found.sure or words.none))
    if found.contradicting:
        said.append(words.counted(words.contradicting, found.contradicting))
    return " ".join(said)
