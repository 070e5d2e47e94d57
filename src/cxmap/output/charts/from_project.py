"""From the models of a project to the views of its charts: references resolved, scores on their scales."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cxmap.analysis.changes import Pick, compared_scores
from cxmap.analysis.intervals import score_interval
from cxmap.analysis.passages import passes
from cxmap.analysis.scores import from_ten, scales, score_set
from cxmap.analysis.stops import Visit, intended, personas, stops
from cxmap.analysis.summary import is_below, summarise
from cxmap.output import anchors
from cxmap.output.charts import views
from cxmap.output.drawing.options import ChartError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Mapping

    from cxmap.analysis.scores import Scales, Score
    from cxmap.model.journey import Journey
    from cxmap.model.scale import Range
    from cxmap.model.source import Source
    from cxmap.output.charts.since import Since
    from cxmap.project.document import Document
    from cxmap.project.project import Project


def emotion_view(
    project: Project,
    document: Document,
    *,
    only: Collection[str] = (),
    compare: Document | None = None,
    wave: str | dt.date | None = None,
    since: Since | None = None,
) -> views.EmotionView:
    """The emotional journey of a file.

    Args:
        project: For everything that the journey refers to.
        document: A file with a journey, without errors.
        only: Ids of the personas to show; none: all of the journey.
        compare: What to draw over it: a desired journey, or the file itself for its own ``desired`` scores.
        wave: The earlier wave to compare with: a source, or the last one on or before a day.
        since: The earlier state of the files to compare with.

    Raises:
        ChartError: None of the personas asked for makes this journey, it has no such wave, or no experience changed.
    """
    journey = journey_of(document)
    names = shown_personas(document, only)
    on = scales(project, journey)
    ways = {name: stops(project, document, name) for name in names}
    every = [stop for way in ways.values() for stop in way]
    shown = passed(document, names)
    order = [placed.touchpoint.id for placed in document.touchpoints() if placed.touchpoint.id in shown]
    wanted = {name: _wanted(project, document, name, compare) for name in names}
    earlier = _since(project, journey, ways, since) if since else _earlier(project, journey, names, wave)
    return views.EmotionView(
        title=journey.title,
        state=journey.state,
        scale=views.Scale(on.experience.min, on.experience.max, on.experience.pass_),
        importance_scale=views.Scale(on.importance.min, on.importance.max),
        importance_derived=any(stop.importance.derived for stop in every if stop.importance),
        stages=_stages(document, order),
        lines=tuple(
            _line(project, journey, name, ways[name], wanted[name], earlier[name], order, on) for name in names
        ),
        sources=source_notes(project, every, everybody=len(names) == len(personas(document))),
        wave=(since.name, None) if since else _wave(project, wave),
        is_state=since is not None,
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
    earlier: dict[str, views.Earlier],
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
            replace(
                _point(project, by_id[place], wanted.get(place), on, weakest=place == figures.weakest_link),
                earlier=earlier.get(place),
            )
            if place in by_id
            else None
            for place in order
        ),
        largest_drop=(order.index(drop.before), order.index(drop.after)) if drop else None,
        id=name,
    )


def _point(project: Project, stop: Visit, wanted: float | None, on: Scales, *, weakest: bool) -> views.JourneyPoint:
    told = stop.passage.experience
    channel = project.channels.get(told.channel) if told.channel else None
    return views.JourneyPoint(
        experience=score(stop.experience, on.experience, on.experience.pass_),
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


def score(given: Score | None, scale: Range, pass_mark: float | None = None) -> views.Score | None:
    """A score with its interval on its scale; an experience with the mark that is good enough."""
    if given is None:
        return None
    around = score_interval(given)
    ends = (from_ten(around.low, scale), from_ten(around.high, scale)) if around else None
    below = pass_mark is not None and is_below(given, pass_mark)
    return views.Score(given.value, ends, given.people, given.guess, given.source or "", below)


def _handover(project: Project, stop: Visit, on: Scales) -> views.Handover | None:
    told = stop.passage.experience.handover
    if told is None:
        return None
    experience = score_set(project, stop.passage.journey, told.scores).experience
    return views.Handover(score(experience, on.experience, on.experience.pass_), tuple(told.loses))


def _wanted(project: Project, document: Document, persona: str, compare: Document | None) -> dict[str, float]:
    """The desired experience on 0-10 by touchpoint."""
    if compare is None:
        return {}
    if compare is document:
        return {
            stop.id: stop.scores.desired.value10 for stop in stops(project, document, persona) if stop.scores.desired
        }
    return intended(stops(project, compare, persona))


def _earlier(
    project: Project, journey: Journey, names: Iterable[str], wave: str | dt.date | None
) -> dict[str, dict[str, views.Earlier]]:
    """By persona and touchpoint what the experience was at an earlier wave, and what changed since.

    Raises:
        ChartError: No experience of the journey has that wave before its last one.
    """
    found: dict[str, dict[str, views.Earlier]] = {name: {} for name in names}
    if wave is None:
        return found
    for key, told in compared_scores(project, Pick(earlier=wave)).items():
        wanted = key.journey == journey.id and key.kind == "experience" and not key.handover and key.persona in found
        before = score(told.before, told.scale)
        if wanted and before and told.change:
            source = project.sources.get(told.after.source or "")
            customers = source is not None and source.customer_voice
            found[key.persona][key.touchpoint] = views.Earlier(before, told.change, customers)
    if not any(found.values()):
        asked = f"from '{wave}'" if isinstance(wave, str) else f"on or before {wave}"
        raise ChartError(
            f"no experience of journey '{journey.id}' has an earlier wave {asked}; `cxmap trend` lists them"
        )
    return found


def _since(
    project: Project, journey: Journey, ways: Mapping[str, list[Visit]], since: Since
) -> dict[str, dict[str, views.Earlier]]:
    """By persona and touchpoint what a changed experience was at an earlier state of the files.

    Raises:
        ChartError: None changed.
    """
    found: dict[str, dict[str, views.Earlier]] = {name: {} for name in ways}
    for told in since.experiences(journey.id, ways):
        source = project.sources.get(told.after.source or "")
        before = score(told.before, told.scale)
        if before:
            customers = source is not None and source.customer_voice
            found[told.persona][told.touchpoint] = views.Earlier(before, told.change, customers)
    if not any(found.values()):
        raise ChartError(f"no experience of journey '{journey.id}' has changed since {since.name}")
    return found


def _wave(project: Project, wave: str | dt.date | None) -> tuple[str, dt.date | None] | None:
    """The wave that was asked for: the title of its source with its day, or the day alone."""
    if wave is None or not isinstance(wave, str):
        return None if wave is None else ("", wave)
    return project.sources[wave].title, project.sources[wave].date


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
