"""A journey in figures: how good it is as a whole, where it is weakest, where it drops, how long it takes.

Formulas and sources: docs/method.md, "Journey summary". Means and drops are on 0-10.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from cxmap.analysis.arithmetic import mean, rounded
from cxmap.analysis.durations import add
from cxmap.analysis.focus import set_aside
from cxmap.analysis.handovers import changes
from cxmap.analysis.scope import known
from cxmap.analysis.scores import scales
from cxmap.analysis.stops import Coverage, coverage, experience10, neighbours, personas, stops, weakest_link
from cxmap.project.memo import memoized

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from cxmap.analysis.durations import Total
    from cxmap.analysis.scores import Scales, Score
    from cxmap.analysis.stops import Visit
    from cxmap.model.journey import Journey
    from cxmap.project.project import Project

MIDDLE10 = 5.0
NEAR_PASS = 0.25
"""A converted mean that lacks no more than this of the pass mark, in scale points, is not called below it."""


class Drop(NamedTuple):
    """From one touchpoint to the next the experience falls.

    Attributes:
        before: Id of the touchpoint before.
        after: Id of the touchpoint after.
        size10: By how much, on 0-10; above 0.
    """

    before: str
    after: str
    size10: float


class JourneySummary(NamedTuple):
    """One journey as one persona goes through it.

    Attributes:
        journey: Its id.
        title: Its title.
        persona: The persona's id.
        state: ``current`` or ``desired``; in a desired journey the experience is what is intended.
        scales: The scales of its marks.
        mean10: Mean experience.
        index10: ``Σ i10·e10 / Σ i10``: mean experience weighted by importance; ``None`` where nothing has any.
        lowest: Touchpoint with the lowest experience (the first of equals).
        highest: Touchpoint with the highest experience (the first of equals).
        last: The touchpoint at the end of the line, scored or not.
        weakest_link: The lowest experience among touchpoints of at least mean importance; see :func:`weakest_link`.
        below_pass: Touchpoints below the mark that is good enough; ``None`` where the scale has no ``pass``.
        largest_drop: The largest drop between neighbours.
        channel_drops: The drops at which the channel changes, in journey order.
        peak: The touchpoint whose experience is furthest from the middle of the scale (the later of equals).
        peak_end: ``(peak + end)/2``, a heuristic; ``None`` where the end is not scored.
        waiting: Time spent waiting on the line.
        doing: Time spent being busy on the line.
        coverage: Touchpoints with importance and experience.
        evidence: Touchpoints with evidence for this persona.
        customer_voice: Touchpoints with customers' own voice in their evidence or behind their scores.
        experience10: Experience by touchpoint id, where it is scored.
    """

    journey: str
    title: str
    persona: str
    state: str
    scales: Scales
    mean10: float | None
    index10: float | None
    lowest: str | None
    highest: str | None
    last: str | None
    weakest_link: str | None
    below_pass: tuple[str, ...] | None
    largest_drop: Drop | None
    channel_drops: tuple[Drop, ...]
    peak: str | None
    peak_end: float | None
    waiting: Total
    doing: Total
    coverage: Coverage
    evidence: Coverage
    customer_voice: Coverage
    experience10: Mapping[str, float]


class ProjectSummary(NamedTuple):
    """All current journeys together; every touchpoint counts once for each persona who passes it.

    Personas of segments with the priority ``none`` are skipped, unless there are no others.

    Attributes:
        journeys: How many current journeys.
        desired: How many desired ones, which have no part in the figures here.
        personas: How many personas make them.
        mean10: Mean experience.
        index10: Mean experience weighted by importance.
        lowest: Journey, persona and touchpoint of the lowest experience.
        highest: The same of the highest.
        coverage: With importance and experience.
        evidence: With evidence.
        customer_voice: With customers' own voice behind them.
        aside: The personas skipped, by id.
    """

    journeys: int
    desired: int
    personas: int
    mean10: float | None
    index10: float | None
    lowest: tuple[str, str, str] | None
    highest: tuple[str, str, str] | None
    coverage: Coverage
    evidence: Coverage
    customer_voice: Coverage
    aside: tuple[str, ...]


class Summary(NamedTuple):
    """Journeys in figures, one by one (by id, then persona) and together."""

    journeys: tuple[JourneySummary, ...]
    project: ProjectSummary


def summary(project: Project, journey: str | None = None, persona: str | None = None) -> Summary:
    """The journeys asked about in figures, per persona and over the project.

    Args:
        project: Where they stand.
        journey: Only this one.
        persona: Only as this one goes through it.

    Raises:
        UsageError: There is no such journey, or no such persona in it.
    """
    known("journey", journey, [found.id for _, found in project.journey_documents()])
    inside = [document for document, found in project.journey_documents() if journey in {None, found.id}]
    known("persona", persona, [name for document in inside for name in personas(document)])
    ways = [
        (found, name, stops(project, document, name))
        for document, found in project.journey_documents()
        if journey in {None, found.id}
        for name in personas(document)
        if persona in {None, name}
    ]
    ways.sort(key=lambda way: (way[0].id, way[1]))
    return Summary(tuple(summarise(project, *way) for way in ways), _together(project, ways))


def summarise(project: Project, journey: Journey, persona: str, way: Sequence[Visit]) -> JourneySummary:
    """One journey as one persona goes through it.

    Args:
        project: For scales and sources.
        journey: The journey.
        persona: The persona's id.
        way: The persona's touchpoints, detours included.
    """
    line = [stop for stop in way if not stop.passage.detour]
    end = line[-1] if line else None
    on = scales(project, journey)
    experience = experience10(way)
    low, high, weakest, peak = _lowest(experience), _highest(experience), weakest_link(experience), _peak(experience)
    steps = [(_drop(before, after), before, after) for before, after in neighbours(way)]
    falls = [(drop, before, after) for drop, before, after in steps if drop is not None]
    crossing = (drop for drop, before, after in falls if "channel" in changes(before.passage, after.passage))
    return JourneySummary(
        journey=journey.id,
        title=journey.title,
        persona=persona,
        state=journey.state,
        scales=on,
        mean10=mean(experience.values()) if experience else None,
        index10=index10(way),
        lowest=low.id if low else None,
        highest=high.id if high else None,
        last=end.id if end else None,
        weakest_link=weakest.id if weakest else None,
        below_pass=_below_pass(way, on),
        largest_drop=max((drop for drop, *_ in falls), key=lambda drop: rounded(drop.size10), default=None),
        channel_drops=tuple(crossing),
        peak=peak.id if peak else None,
        peak_end=(experience[peak] + experience[end]) / 2 if peak and end in experience else None,
        waiting=add(stop.passage.experience.wait for stop in line),
        doing=add(stop.passage.experience.takes for stop in line),
        coverage=coverage(way),
        evidence=_evidence(way),
        customer_voice=_voices(project, way),
        experience10={stop.id: value for stop, value in experience.items()},
    )


def assumed(way: Sequence[Visit]) -> tuple[int, int]:
    """How many scores of importance and experience nobody measured, and how many there are."""
    guesses = [score.guess for stop in way for score in (stop.importance, stop.experience) if score]
    return sum(guesses), len(guesses)


def as_desired(way: Sequence[Visit]) -> tuple[int, int]:
    """At how many touchpoints the experience is at least the desired one, and how many have both."""
    pairs = [
        (stop.experience.value10, stop.scores.desired.value10)
        for stop in way
        if stop.experience and stop.scores.desired
    ]
    return sum(rounded(now) >= rounded(wanted) for now, wanted in pairs), len(pairs)


def index10(way: Sequence[Visit]) -> float | None:
    """The index of a way on 0-10 (``weighted10``); ``None`` where all importance is 0 or nothing is scored."""
    return weighted10(
        [(stop.importance.value10, stop.experience.value10) for stop in way if stop.importance and stop.experience]
    )


def weighted10(pairs: Sequence[tuple[float, float]]) -> float | None:
    """``Σ i10·e10 / Σ i10`` over importance and experience; ``None`` where all importance is 0 or there are none."""
    total = math.fsum(i for i, _ in pairs)
    return math.fsum(i * e for i, e in pairs) / total if total > 0 else None


def _lowest(experience: Mapping[Visit, float]) -> Visit | None:
    """The touchpoint with the lowest experience, the first of equals."""
    return min(experience, key=lambda stop: rounded(experience[stop]), default=None)


def _highest(experience: Mapping[Visit, float]) -> Visit | None:
    """The touchpoint with the highest experience, the first of equals."""
    return max(experience, key=lambda stop: rounded(experience[stop]), default=None)


def _peak(experience: Mapping[Visit, float]) -> Visit | None:
    """The touchpoint of the line whose experience is furthest from the middle, the last of equals."""
    line = [stop for stop in experience if not stop.passage.detour]
    return max(reversed(line), key=lambda stop: rounded(abs(experience[stop] - MIDDLE10)), default=None)


def _together(project: Project, ways: Sequence[tuple[Journey, str, Sequence[Visit]]]) -> ProjectSummary:
    current = [(journey, persona, way) for journey, persona, way in ways if journey.state == "current"]
    aside = skipped(project, {persona for _, persona, _ in current})
    current = [(journey, persona, way) for journey, persona, way in current if persona not in aside]
    every = [stop for _, _, way in current for stop in way]
    experience = experience10(every)
    low, high = _lowest(experience), _highest(experience)
    return ProjectSummary(
        journeys=len({journey.id for journey, _, _ in current}),
        desired=len({journey.id for journey, _, _ in ways if journey.state == "desired"}),
        personas=len({persona for _, persona, _ in current}),
        mean10=mean(experience.values()) if experience else None,
        index10=index10(every),
        lowest=_name(low) if low else None,
        highest=_name(high) if high else None,
        coverage=coverage(every),
        evidence=_evidence(every),
        customer_voice=_voices(project, every),
        aside=aside,
    )


def skipped(project: Project, everybody: Collection[str]) -> tuple[str, ...]:
    """The personas who have no part in figures over all: those of no focus segment, unless there are no others."""
    aside = set_aside(project, everybody)
    return () if len(aside) == len(everybody) else aside


def _name(stop: Visit) -> tuple[str, str, str]:
    return stop.passage.journey.id, stop.passage.persona, stop.id


def _drop(before: Visit, after: Visit) -> Drop | None:
    if not (before.experience and after.experience):
        return None
    size = before.experience.value10 - after.experience.value10
    return Drop(before.id, after.id, size) if rounded(size) > 0 else None


def _below_pass(way: Sequence[Visit], on: Scales) -> tuple[str, ...] | None:
    mark = on.experience.pass_
    if mark is None:
        return None
    return tuple(stop.id for stop in way if stop.experience and is_below(stop.experience, mark))


def is_below(experience: Score, mark: float) -> bool:
    """Whether an experience is below the pass mark, in scale points; near it, another scale's mean cannot tell."""
    return rounded(experience.value) < rounded(mark - NEAR_PASS if experience.converted else mark)


def _evidence(way: Sequence[Visit]) -> Coverage:
    return Coverage(sum(bool(_evidence_sources(stop)) for stop in way), len(way))


def _voices(project: Project, way: Sequence[Visit]) -> Coverage:
    voices = _customer_voices(project)
    return Coverage(sum(not voices.isdisjoint(_sources(stop)) for stop in way), len(way))


@memoized
def _customer_voices(project: Project) -> frozenset[str]:
    """The sources in which customers speak themselves."""
    return frozenset(name for name, source in project.sources.items() if source.customer_voice)


def _sources(stop: Visit) -> set[str | None]:
    """The sources of a touchpoint's scores and of its evidence, as far as these are about the persona."""
    return {score.source for score in (stop.importance, stop.experience) if score} | _evidence_sources(stop)


def _evidence_sources(stop: Visit) -> set[str | None]:
    about = {None, stop.passage.persona}
    return {item.source for item in stop.passage.touchpoint.evidence if item and item.persona in about}
