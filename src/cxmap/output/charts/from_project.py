"""From the models of a project to the views of its charts: references resolved, scores on their scales."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.analysis.intervals import score_interval
from cxmap.analysis.passages import passes
from cxmap.analysis.scores import from_ten, scales, score_set
from cxmap.analysis.stops import Visit, intended, personas, stops
from cxmap.analysis.summary import summarise
from cxmap.output import anchors
from cxmap.output.charts import views
from cxmap.output.drawing.options import ChartError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from cxmap.analysis.scores import Scales, Score
    from cxmap.model.journey import Journey
    from cxmap.model.scale import Range
    from cxmap.model.source import Source
    from cxmap.project.document import Document
    from cxmap.project.project import Project


def emotion_view(
    project: Project, document: Document, *, only: Collection[str] = (), compare: Document | None = None
) -> views.EmotionView:
    """The emotional journey of a file.

    Args:
        project: For everything that the journey refers to.
        document: A file with a journey, without errors.
        only: Ids of the personas to show; none: all of the journey.
        compare: What to draw over it: a desired journey, or the file itself for its own ``desired`` scores.

    Raises:
        ChartError: None of the personas asked for makes this journey.
    """
    journey = journey_of(document)
    names = shown_personas(document, only)
    on = scales(project, journey)
    ways = {name: stops(project, document, name) for name in names}
    every = [stop for way in ways.values() for stop in way]
    shown = passed(document, names)
    order = [placed.touchpoint.id for placed in document.touchpoints() if placed.touchpoint.id in shown]
    wanted = {name: _wanted(project, document, name, compare) for name in names}
    return views.EmotionView(
        title=journey.title,
        state=journey.state,
        scale=views.Scale(on.experience.min, on.experience.max, on.experience.pass_),
        importance_scale=views.Scale(on.importance.min, on.importance.max),
        importance_derived=any(stop.importance.derived for stop in every if stop.importance),
        stages=_stages(document, order),
        lines=tuple(_line(project, journey, name, ways[name], wanted[name], order, on) for name in names),
        sources=source_notes(project, every, everybody=len(names) == len(personas(document))),
        compared_with=compare.journey.title if compare and compare.journey else "",
        unmatched=_unmatched(compare, [placed.touchpoint.id for placed in document.touchpoints()], names),
        goal=journey.goal or "",
        lang=journey.lang or project.config.lang,
    )


def journey_of(document: Document) -> Journey:
    """The journey of a file.

    Raises:
        ChartError: It has none.
    """
    if document.journey is None:
        raise ChartError(f"'{document.name}' holds no journey to draw")
    return document.journey


def shown_personas(document: Document, only: Collection[str]) -> list[str]:
    """The personas of a file's journey, or those of them that are asked for.

    Raises:
        ChartError: None of those asked for makes the journey.
    """
    names = [name for name in personas(document) if not only or name in only]
    if not names:
        journey = journey_of(document)
        raise ChartError(f"journey '{journey.id}' is made by {', '.join(personas(document))}, not by {', '.join(only)}")
    return names


def passed(document: Document, names: Collection[str]) -> set[str]:
    """Ids of the touchpoints that these personas pass, and of those that their detours lead back to.

    The others have no column; where these personas pass nothing, every touchpoint has one, and all are empty.
    """
    every = [placed.touchpoint for placed in document.touchpoints()]
    here = [touchpoint for touchpoint in every if any(passes(touchpoint, name) for name in names)]
    back = {touchpoint.returns_to for touchpoint in here if touchpoint.returns_to}
    return {touchpoint.id for touchpoint in here or every} | back


def _stages(document: Document, order: list[str]) -> tuple[views.Stage, ...]:
    journey = journey_of(document).id
    stages = (
        views.Stage(
            title=stage.title,
            touchpoints=tuple(
                views.Touchpoint(
                    touchpoint.title,
                    order.index(touchpoint.returns_to) if touchpoint.returns_to in order else None,
                    anchors.touchpoint(journey, touchpoint.id),
                )
                for touchpoint in stage.touchpoints
                if touchpoint.id in order
            ),
            goal=stage.goal or "",
            link=anchors.stage(journey, stage.id),
        )
        for stage, _ in document.stages()
    )
    return tuple(stage for stage in stages if stage.touchpoints)


def _line(
    project: Project,
    journey: Journey,
    name: str,
    way: list[Visit],
    wanted: dict[str, float],
    order: list[str],
    on: Scales,
) -> views.PersonaLine:
    figures = summarise(project, journey, name, way)
    drop = figures.largest_drop
    by_id = {stop.id: stop for stop in way}
    persona = project.personas.get(name)
    segment = project.segments.get(persona.segment) if persona and persona.segment else None
    return views.PersonaLine(
        name=persona.name if persona else name,
        segment=segment.title if segment else "",
        points=tuple(
            _point(project, by_id[place], wanted.get(place), on, weakest=place == figures.weakest_link)
            if place in by_id
            else None
            for place in order
        ),
        largest_drop=(order.index(drop.before), order.index(drop.after)) if drop else None,
    )


def _point(project: Project, stop: Visit, wanted: float | None, on: Scales, *, weakest: bool) -> views.JourneyPoint:
    told = stop.passage.experience
    channel = project.channels.get(told.channel) if told.channel else None
    return views.JourneyPoint(
        experience=score(stop.experience, on.experience),
        importance=score(stop.importance, on.importance),
        desired=None if wanted is None else from_ten(wanted, on.experience),
        channel=views.Channel(channel.title, channel.kind) if channel else None,
        handover=_handover(project, stop, on),
        moment_of_truth=bool(told.moment_of_truth),
        weakest_link=weakest,
        wow=told.wow or "",
        feeling=told.feeling or (f"“{told.thinking[0]}”" if told.thinking else ""),
        lifts=tuple(told.positives),
        lowers=tuple(told.negatives),
    )


def score(given: Score | None, scale: Range) -> views.Score | None:
    """A score with its interval on its scale."""
    if given is None:
        return None
    around = score_interval(given)
    ends = (from_ten(around.low, scale), from_ten(around.high, scale)) if around else None
    return views.Score(given.value, ends, given.people, given.guess, given.source or "")


def _handover(project: Project, stop: Visit, on: Scales) -> views.Handover | None:
    told = stop.passage.experience.handover
    if told is None:
        return None
    experience = score_set(project, stop.passage.journey, told.scores).experience
    return views.Handover(score(experience, on.experience), tuple(told.loses))


def _wanted(project: Project, document: Document, persona: str, compare: Document | None) -> dict[str, float]:
    """The desired experience on 0-10 by touchpoint."""
    if compare is None:
        return {}
    if compare is document:
        return {
            stop.id: stop.scores.desired.value10 for stop in stops(project, document, persona) if stop.scores.desired
        }
    return intended(stops(project, compare, persona))


def _unmatched(compare: Document | None, order: list[str], names: Iterable[str]) -> tuple[str, ...]:
    """Titles of the desired journey's touchpoints, passed by these personas, that stand for none of the current."""
    if compare is None:
        return ()
    shown = set(names)
    return tuple(
        placed.touchpoint.title
        for placed in compare.touchpoints()
        if not {placed.touchpoint.id, *placed.touchpoint.replaces} & set(order)
        and (placed.touchpoint.personas is None or shown & set(placed.touchpoint.personas))
    )


def source_notes(project: Project, every: Iterable[Visit], *, everybody: bool) -> tuple[views.SourceNote, ...]:
    """Where the scores come from, in the order of the project.

    Args:
        project: For the sources.
        every: Where the scores are that are shown.
        everybody: Whether all personas of the journey are shown, so that a source's own n is about nobody else.
    """
    scores: dict[str, list[Score]] = {}
    for stop in every:
        for given in (stop.importance, stop.experience):
            if given and given.source:
                scores.setdefault(given.source, []).append(given)
    return tuple(
        _source_note(name, source, scores[name], everybody=everybody)
        for name, source in project.sources.items()
        if name in scores
    )


def _source_note(name: str, source: Source, scores: list[Score], *, everybody: bool) -> views.SourceNote:
    """A source with how many gave the scores shown; where those do not say, how many took part, if that is the same."""
    answers = [given.n for given in scores if given.n is not None]
    if not answers and source.n is not None and (everybody or source.guess):
        answers = [source.n]
    scale = source.scale if any(given.converted for given in scores) else None
    return views.SourceNote(
        source.title,
        (min(answers), max(answers)) if answers else None,
        source.date,
        source.guess,
        (scale.min, scale.max) if scale else None,
        name,
    )
