"""What changed between waves of a project's scores, and whether it is more than chance.

Every command, chart and report takes its verdicts from here, so that all say the same of one change: the families of
Holm's correction are those of the whole project, whatever is asked for or shown. Metrics, the fourth family, are in
:mod:`cxmap.analysis.metrics`. Formulas and sources: docs/method.md, "Changes".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from cxmap.analysis.arithmetic import rounded
from cxmap.analysis.difference import Change, Comparison, judged, of_means, untested
from cxmap.analysis.index_error import TwiceScored, index_change, no_error
from cxmap.analysis.intervals import standard_error
from cxmap.analysis.passages import ways
from cxmap.analysis.scores import KINDS, alike, answer_scale, from_ten, is_guess, scales
from cxmap.analysis.summary import weighted10
from cxmap.analysis.waves import Wave, at_wave, handover_history, history, wave_of
from cxmap.project.memo import memoized

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

    from cxmap.analysis.difference import Reason
    from cxmap.analysis.passages import Passage
    from cxmap.analysis.scores import Kind, Score
    from cxmap.analysis.waves import History
    from cxmap.model.journey import Journey
    from cxmap.model.scale import Range
    from cxmap.project.document import Document
    from cxmap.project.project import Project

Given = TypeVar("Given")


class ScoreKey(NamedTuple):
    """By what a score is known.

    Attributes:
        journey: Id of the journey.
        touchpoint: Id of the touchpoint.
        persona: Id of the persona.
        kind: ``importance`` or ``experience``.
        handover: Whether it is the score of the step into the touchpoint.
    """

    journey: str
    touchpoint: str
    persona: str
    kind: Kind
    handover: bool = False


class ScoreChange(NamedTuple):
    """A score with its waves, and what changed to the last one.

    Attributes:
        key: By what it is known.
        passage: The persona at the touchpoint.
        scale: The journey's scale, on which all values are.
        history: The waves, oldest first, each on the journey's scale and on 0-10.
        before: The wave that the last one is compared with; ``None``: there is one wave only.
        after: The last wave.
        change: On the journey's scale; ``None`` where there is one wave only.
    """

    key: ScoreKey
    passage: Passage
    scale: Range
    history: History
    before: Score | None
    after: Score
    change: Change | None


class IndexPoint(NamedTuple):
    """The index of a journey at one of its waves.

    Attributes:
        wave: A source and a date.
        value: On the scale of experience.
        guess: Whether the wave is the organisation's own guess.
    """

    wave: Wave
    value: float
    guess: bool


class IndexChange(NamedTuple):
    """The index of a journey for one persona, and what changed to its last wave.

    Attributes:
        journey: Id of the journey.
        persona: Id of the persona.
        scale: The scale of experience, on which all values are.
        before: At the wave compared with, over the touchpoints that count.
        after: At the last wave, over the same ones.
        counted: How many touchpoints count: those scored at both waves with marks that can be compared.
        total: How many touchpoints the persona passes.
        change: On the scale of experience.
    """

    journey: str
    persona: str
    scale: Range
    before: IndexPoint
    after: IndexPoint
    counted: int
    total: int
    change: Change


def not_comparable(
    project: Project, journey: Journey, kind: Kind, before: str | None, after: str | None
) -> Reason | None:
    """Why two waves cannot be compared, by their sources; ``None``: they can.

    They can where both sources have one ``series``, or none has and their kind and the scale of their answers are
    alike. What the organisation itself thinks is not compared with what anybody measured, nor with another guess.

    Args:
        project: For the sources.
        journey: For the scale of a source that has none of its own.
        kind: Which of the journey's scales that is.
        before: Id of the source of the earlier wave; ``None``: not said.
        after: Id of that of the later.
    """
    if is_guess(project, before) or is_guess(project, after) or before is None or after is None:
        return "team"
    old, new = project.sources[before], project.sources[after]
    if before == after or (old.series and old.series == new.series):
        return None
    if old.series or new.series or old.kind != new.kind:
        return "not-comparable"
    scale = scales(project, journey).of(kind)
    same_scale = alike(answer_scale(project, before, scale), answer_scale(project, after, scale))
    return None if same_scale else "not-comparable"


def compare(project: Project, journey: Journey, kind: Kind, before: Score, after: Score) -> Change:
    """What changed between two waves of a score, on 0-10; not yet corrected for what else is compared.

    Args:
        project: For the sources.
        journey: For the scales.
        kind: ``importance`` or ``experience``.
        before: The earlier wave.
        after: The later.
    """
    difference = after.value10 - before.value10
    reason = not_comparable(project, journey, kind, before.source, after.source)
    if reason == "team" and not before.guess and not after.guess:
        reason = "not-comparable"  # of a source that an earlier revision had
    if reason is None and before.derived != after.derived:
        reason = "not-comparable"
    if reason is None and before.date is not None and (before.source, before.date) == (after.source, after.date):
        reason = "same-wave"
    reason = reason or no_error(before) or no_error(after)
    if reason is not None:
        return untested(difference, reason)
    errors = _error(before), _error(after)
    return of_means(difference, *errors, conservative=_panel(project, before) and _panel(project, after))


def _error(score: Score) -> tuple[float, float]:
    """The standard error of a measurement on 0-10, and its degrees of freedom."""
    return standard_error(score) or 0.0, (score.n or 0) - 1


def _panel(project: Project, score: Score) -> bool:
    source = project.sources.get(score.source or "")
    return source is not None and source.kind == "panel"


class Pick(NamedTuple):
    """Which two waves to compare, where it is not the last with the one before.

    Attributes:
        earlier: Of the earlier wave: its source, or a day on or before which it is the last; ``None``: the wave before.
        later: The same of the later wave; ``None``: the last wave.
    """

    earlier: str | dt.date | None = None
    later: str | dt.date | None = None


LAST = Pick()


@memoized
def score_changes(project: Project) -> dict[ScoreKey, ScoreChange]:
    """All scores of the current journeys with their waves, and what changed from the wave before to the last one.

    The wave before is the latest earlier one that the last can be compared with; where there is none, the one before.
    Families: the distinct comparisons of experiences (handovers too), and those of importances; scores that several
    personas share count once.
    """
    return compared_scores(project, LAST)


def compared_scores(
    project: Project, pick: Pick, more: Callable[[ScoreKey, Sequence[Score]], tuple[Score, ...]] | None = None
) -> dict[ScoreKey, ScoreChange]:
    """As :func:`score_changes`, between waves of one's choice; the families are those of that choice.

    Args:
        project: The project.
        pick: The waves to compare.
        more: Gives the waves of a score with what else is known of it; ``None``: nothing else is.
    """
    found: dict[ScoreKey, ScoreChange] = {}
    families: dict[Kind, list[tuple[ScoreKey, Comparison]]] = {"importance": [], "experience": []}
    for key, passage, given in each_score(project):
        scale = scales(project, passage.journey).of(key.kind)
        told = given._replace(own=more(key, given.own)) if more else given
        pair = _pair(project, passage.journey, key.kind, told.own, [wave_of(score) for score in told.own], pick)
        before, after = pair or (None, told.own[-1])
        found[key] = ScoreChange(key, passage, scale, told, before, after, None)
        if before is not None:
            change = compare(project, passage.journey, key.kind, before, after).times(_width(scale))
            what: Hashable = key._replace(persona=""), before, after
            families[key.kind].append((key, Comparison(what, change, "higher" if key.kind == "experience" else None)))
    for family in families.values():
        for (key, _), change in zip(family, judged(each for _, each in family), strict=True):
            found[key] = found[key]._replace(change=change)
    return found


def _pair(
    project: Project, journey: Journey, kind: Kind, given: Sequence[Given], waves: Sequence[Wave], pick: Pick
) -> tuple[Given, Given] | None:
    """The earlier and the later of some things that were given at these waves, oldest first; ``None``: no two."""
    last = len(waves) - 1 if pick.later is None else _place(waves, pick.later)
    if last is None or last < 1:
        return None
    if pick.earlier is not None:
        first = _place(waves[:last], pick.earlier)
        return None if first is None else (given[first], given[last])
    comparable = (
        place
        for place in reversed(range(last))
        if not not_comparable(project, journey, kind, waves[place].source, waves[last].source)
    )
    return given[next(comparable, last - 1)], given[last]


def _place(waves: Sequence[Wave], asked: str | dt.date) -> int | None:
    """The last wave of a source, or on or before a day (waves without a date stand first)."""
    if isinstance(asked, str):
        return next((place for place in reversed(range(len(waves))) if waves[place].source == asked), None)
    day = Wave(None, asked).order
    return next((place for place in reversed(range(len(waves))) if waves[place].order <= day), None)


def each_score(project: Project) -> Iterator[tuple[ScoreKey, Passage, History]]:
    """Every score of the current journeys, by journey, persona and the order of the file."""
    for document, journey in sorted(_current(project), key=lambda pair: pair[1].id):
        for persona, way in ways(document).items():
            for passage in way:
                for handover, waves_of in ((False, history), (True, handover_history)):
                    for kind in KINDS:
                        told = waves_of(project, passage, kind)
                        if told.own:
                            key = ScoreKey(journey.id, passage.touchpoint.id, persona, kind, handover)
                            yield key, passage, told


def _current(project: Project) -> Iterator[tuple[Document, Journey]]:
    return ((doc, journey) for doc, journey in project.journey_documents(reported=False) if journey.state == "current")


def _width(scale: Range) -> float:
    """How many points of a scale one point of 0-10 is."""
    return (scale.max - scale.min) / 10


@memoized
def index_changes(project: Project) -> dict[tuple[str, str], IndexChange]:
    """The indexes of the current journeys that have two waves, by ids of journey and persona.

    The touchpoints of one survey are answered by the same people, so an interval needs how their scores vary together
    (``cxmap.analysis.dependence``). Without that a change is only tested where it is beyond chance at the worst.
    """
    return compared_indexes(project, LAST)


def compared_indexes(project: Project, pick: Pick) -> dict[tuple[str, str], IndexChange]:
    """As :func:`index_changes`, between waves of one's choice."""
    found: dict[tuple[str, str], IndexChange] = {}
    comparisons: list[Comparison] = []
    for document, journey in sorted(_current(project), key=lambda pair: pair[1].id):
        for persona, way in ways(document).items():
            told = [tuple(history(project, passage, kind).own for kind in KINDS) for passage in way]
            waves = sorted(
                dict.fromkeys(wave_of(score) for both in told for own in both for score in own),
                key=lambda wave: wave.order,
            )
            candidates: Sequence[Wave] = waves
            if waves and pick.earlier is None:
                last = waves[-1] if pick.later is None else waves[_place(waves, pick.later) or 0]
                candidates = _rounds((experience for _, experience in told), waves, last)
            pair = _pair(project, journey, "experience", candidates, candidates, pick)
            change = pair and _index_change(project, document, persona, list(zip(way, told, strict=True)), pair)
            if change:
                found[journey.id, persona], scored = change
                what: Hashable = journey.id, tuple(scored)
                comparisons.append(Comparison(what, found[journey.id, persona].change))
    for name, tested in zip(found, judged(comparisons), strict=True):
        said = untested(tested.difference, "needs-answers") if tested.at_most and not tested.clear else tested
        found[name] = found[name]._replace(change=said)
    return found


def _rounds(experiences: Iterable[Sequence[Score]], waves: Sequence[Wave], last: Wave) -> Sequence[Wave]:
    """The waves that are a round before the last one, and the last one; all, where nothing was scored twice.

    A wave is a round before where at least half of what was scored more than once was scored anew since. So where each
    part of a journey has a survey of its own, the last survey is not compared with that of another part.
    """
    until = [[score for score in own if wave_of(score).order <= last.order] for own in experiences]
    again = [own for own in until if len(own) > 1]
    earlier = [
        wave
        for wave in waves[: waves.index(last)]
        if again and 2 * sum((was := at_wave(own, wave)) is not None and was != own[-1] for own in again) >= len(again)
    ]
    return [*earlier, last] if earlier else waves


def _index_change(
    project: Project,
    document: Document,
    persona: str,
    told: Sequence[tuple[Passage, tuple[Sequence[Score], ...]]],
    waves: tuple[Wave, Wave],
) -> tuple[IndexChange, list[TwiceScored]] | None:
    journey = told[0][0].journey
    on = scales(project, journey)
    team = not_comparable(project, journey, "experience", waves[0].source, waves[1].source) == "team"
    scored = []
    for passage, (importance, experience) in told:
        once = importance[0] if len(importance) == 1 else None  # an importance given once counts for all waves
        i, j = (once or at_wave(importance, wave) for wave in waves)
        e, f = (at_wave(experience, wave) for wave in waves)
        if i is None or j is None or e is None or f is None:
            continue
        alike_marks = all(
            old == new or (not not_comparable(project, journey, kind, old.source, new.source))
            for kind, (old, new) in zip(KINDS, ((i, j), (e, f)), strict=True)
        )
        if (team or alike_marks) and i.derived == j.derived:
            scored.append(TwiceScored(passage.touchpoint.id, (i, j), (e, f)))
    before, after = (
        weighted10([(each.importance[at].value10, each.experience[at].value10) for each in scored]) for at in (0, 1)
    )
    again = any(old.value10 != new.value10 for each in scored for old, new in (each.importance, each.experience))
    if before is None or after is None or not again:
        return None  # nothing that counts was scored anew
    before, after = rounded(before), rounded(after)
    width = _width(on.experience)
    points = [
        IndexPoint(wave, from_ten(value, on.experience), is_guess(project, wave.source))
        for wave, value in zip(waves, (before, after), strict=True)
    ]
    tested = (
        untested(after - before, "team") if team else index_change(project, document, persona, scored, (before, after))
    )
    change = tested.times(width)
    return IndexChange(journey.id, persona, on.experience, points[0], points[1], len(scored), len(told), change), scored
