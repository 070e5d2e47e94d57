"""What earlier revisions of the files held: the last wave of each score and the readings of each metric, as figures.

Figures are small and plain, so that they can be kept; a score is kept on 0-10, whatever its journey's scale was then.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, NamedTuple

from cxmap.analysis.arithmetic import rounded
from cxmap.analysis.changes import ScoreKey, each_score
from cxmap.analysis.metrics import Measured, tracks
from cxmap.analysis.scores import Score, from_ten

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cxmap.model.scale import Range
    from cxmap.project.project import Project

Figure = tuple[Any, ...]
"""``score`` or ``metric``, by what it is known, and plain values: hashable, and the same when read back from JSON."""
_SEPARATOR = "\n"


class Past(NamedTuple):
    """What earlier revisions held, oldest first.

    Attributes:
        scores: By key, each time that it was another one, with the day from which on it was that.
        metrics: By id: every reading, baselines too.
    """

    scores: Mapping[ScoreKey, Sequence[tuple[dt.date, Score]]]
    metrics: Mapping[str, Sequence[Measured]]


def figures(project: Project) -> list[Figure]:
    """The figures of one revision."""
    return [
        *(
            ("score", key.journey, key.touchpoint, key.persona, key.kind, key.handover, *_packed(told.own[-1]))
            for key, _, told in each_score(project)
        ),
        *(
            ("metric", name, str(each.day), each.value, each.n, each.sd, *(each.groups or ()))
            for name, way in tracks(project).items()
            for each in (*((way.baseline,) if way.baseline else ()), *way.readings)
        ),
    ]


def _packed(score: Score) -> Figure:
    date = str(score.date) if score.date else None
    spread = score.sd10, score.n, score.answers
    return score.value10, *spread, score.source, score.guess, score.derived, score.unseen, date


def past(revisions: Iterable[tuple[dt.date, Iterable[Figure]]]) -> Past:
    """The figures of revisions together, each once.

    Args:
        revisions: The day of each, and those of its figures that were not in the one before; oldest first.
    """
    scores: dict[ScoreKey, list[tuple[dt.date, Score]]] = {}
    metrics: dict[str, dict[Any, Measured]] = {}
    for day, found in revisions:
        for kind, name, *rest in found:
            if kind == "score":
                touchpoint, persona, of, handover, *packed = rest
                key = ScoreKey(name, touchpoint, persona, of, handover)
                score = _unpacked(packed)
                told = scores.setdefault(key, [])
                if not told or identity(told[-1][1]) != identity(score):
                    told.append((day, score))
            else:
                when, value, n, sd, *groups = rest
                known = (groups[0], groups[1], groups[2]) if groups else None
                reading = Measured(dt.date.fromisoformat(when), value, n, sd, known)
                metrics.setdefault(name, {})[reading[:2]] = reading
    return Past(
        scores,
        {name: list(found.values()) for name, found in metrics.items()},
    )


def _unpacked(packed: Sequence[Any]) -> Score:
    value10, sd10, n, answers, source, guess, derived, unseen, date = packed
    day = dt.date.fromisoformat(date) if date else None
    return Score(
        value=value10, value10=value10, sd10=sd10, n=n, answers=answers, source=source, guess=guess, derived=derived,
        unseen=unseen, date=day,
    )  # fmt: skip


def identity(score: Score) -> tuple[object, ...]:
    """What makes two revisions hold the same score."""
    return score.source, score.date, rounded(score.value10), score.n


def with_past(own: Sequence[Score], earlier: Sequence[tuple[dt.date, Score]], scale: Range) -> tuple[Score, ...]:
    """The waves of a score with what earlier revisions held before them, on the journey's scale.

    What has no date of its own has the day of the revision from which on it was there; so has what the team put in the
    place of its own mark of the same day.
    """
    known = {identity(score) for score in own}
    since = {identity(score): day for day, score in earlier}
    first = {(score.source, score.date): identity(score) for _, score in reversed(earlier)}

    def dated(score: Score, day: dt.date | None) -> Score:
        again = score.guess and first.get((score.source, score.date), identity(score)) != identity(score)
        return score._replace(date=(day or score.date) if again else (score.date or day))

    before = [
        dated(score, day)._replace(value=from_ten(score.value10, scale))
        for place, (day, score) in enumerate(earlier)
        if identity(score) not in known or (score.date is None and place < len(earlier) - 1)
    ]
    return (*before, *(dated(score, since.get(identity(score))) for score in own))
