"""Waves: the history of a score. A wave is known by its source and its date (``docs/format.md``, "Waves").

Every figure that is one figure comes of the last wave (``cxmap.analysis.scores.resolve``); here are the others.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from cxmap.analysis.passages import passages
from cxmap.analysis.scores import KINDS, each_wave, resolve

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cxmap.analysis.passages import Passage
    from cxmap.analysis.scores import GivenScores, Kind, Score
    from cxmap.model.journey import Journey
    from cxmap.project.document import Document
    from cxmap.project.project import Project


class Wave(NamedTuple):
    """By what a wave is known.

    Attributes:
        source: Id of its source; ``None``: not said.
        date: Its own date, else that of its source; ``None``: not said.
    """

    source: str | None
    date: dt.date | None

    @property
    def order(self) -> tuple[bool, dt.date]:
        """Its place in time: undated waves stand first."""
        return self.date is not None, self.date or dt.date.min


class History(NamedTuple):
    """The waves of a score for one persona, oldest first.

    Attributes:
        own: Those that count for the persona, the last as the score itself. A persona's list is its own: nothing of
            the touchpoint's is put between.
        before: The touchpoint's waves that are older than the persona's first: what was said of all, before anybody
            told this persona apart. Nothing where the persona has no list of its own.
    """

    own: tuple[Score, ...]
    before: tuple[Score, ...] = ()


def wave_of(score: Score) -> Wave:
    """By what the wave of a score is known."""
    return Wave(score.source, score.date)


def waves(
    project: Project, journey: Journey, given: GivenScores, kind: Kind, mark_source: str | None = None
) -> tuple[Score, ...]:
    """The waves of a score, oldest first, each on the journey's scale and on 0-10; counts of no answers are skipped.

    Args:
        project: For the sources.
        journey: For the scales, and for who gave the plain marks.
        given: What the file says.
        kind: ``importance`` or ``experience``.
        mark_source: Who gave plain marks here, if that is said.
    """
    found = (resolve(project, journey, wave, kind, mark_source) for wave in each_wave(given))
    return tuple(score for score in found if score is not None)


def history(project: Project, passage: Passage, kind: Kind) -> History:
    """The waves of a touchpoint's importance or experience for one persona."""
    own = waves(project, passage.journey, getattr(passage.scores, kind), kind, passage.mark_source(kind))
    shared, differs = passage.touchpoint.scores, passage.touchpoint.by_persona.get(passage.persona)
    if shared is None or not (differs and differs.scores and getattr(differs.scores, kind) is not None) or not own:
        return History(own)
    of_all = waves(project, passage.journey, getattr(shared, kind), kind, shared.source)
    first = wave_of(own[0]).order
    return History(own, tuple(score for score in of_all if wave_of(score).order < first))


def handover_history(project: Project, passage: Passage, kind: Kind) -> History:
    """The waves of the importance or the experience of the step into a touchpoint for one persona."""
    handover = passage.experience.handover
    scores = handover.scores if handover else None
    return History(waves(project, passage.journey, getattr(scores, kind, None), kind))


def journey_waves(project: Project, document: Document) -> tuple[Wave, ...]:
    """The waves of a file's journey: each source and date of a score of any of its personas, oldest first.

    Of two waves of one day the one comes first that the file has first.
    """
    found: dict[Wave, None] = {}
    for passage in passages(document):
        for kind in KINDS:
            for lists in (history(project, passage, kind), handover_history(project, passage, kind)):
                found |= dict.fromkeys(map(wave_of, lists.own))
    return tuple(sorted(found, key=lambda wave: wave.order))


def at_wave(scores: Sequence[Score], wave: Wave) -> Score | None:
    """What a score was at a wave of its journey: its own wave of that source and date, else its last one before it.

    An importance that was given once counts for all waves after it.

    Args:
        scores: The waves of the score, oldest first.
        wave: A wave of the journey.

    Returns:
        The score; ``None`` where its first wave is a later one.
    """
    same = next((score for score in scores if wave_of(score) == wave), None)
    return same or next((score for score in reversed(scores) if wave_of(score).order <= wave.order), None)


class OutOfOrder(NamedTuple):
    """Two waves of a score of which one stands in the wrong place: the older one last, or both of one source and date.

    Attributes:
        at: The later in the list, from 0.
        wave: By what it is known.
        before: The one before it that is in its way, from 0.
        wave_before: By what that one is known.
    """

    at: int
    wave: Wave
    before: int
    wave_before: Wave


def out_of_order(waves: Sequence[Wave | None]) -> Iterator[OutOfOrder]:
    """The waves of a score that are older than one before them, or dated and of one source and date with it.

    Args:
        waves: By what each is known, in the order of the file; ``None`` for one of which nobody can tell.
    """
    last: tuple[int, Wave] | None = None
    seen: dict[Wave, int] = {}
    for index, wave in enumerate(waves):
        if wave is None:
            continue
        if last is not None and wave.order < last[1].order:
            yield OutOfOrder(index, wave, *last)
            continue
        if wave.date is not None and wave in seen:
            yield OutOfOrder(index, wave, seen[wave], wave)
        seen.setdefault(wave, index)
        last = index, wave
