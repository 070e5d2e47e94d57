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

Figures = dict[str, dict[str, Any]]
"""``scores`` by key and ``metrics`` by id, as plain values for JSON."""
_SEPARATOR = "\n"


class Past(NamedTuple):
    """What earlier revisions held, oldest first.

    Attributes:
        scores: By key, with the day that each was first there.
        metrics: By id: every reading, baselines too.
    """

    scores: Mapping[ScoreKey, Sequence[tuple[dt.date, Score]]]
    metrics: Mapping[str, Sequence[Measured]]


def figures(project: Project) -> Figures:
    """The figures of one revision."""
    scores = {
        _SEPARATOR.join((key.journey, key.touchpoint, key.persona, key.kind, "1" if key.handover else "")): _packed(
            told.own[-1]
        )
        for key, _, told in each_score(project)
    }
    metrics = {
        name: [
            [str(each.day), each.value, each.n, each.sd, list(each.groups) if each.groups else None]
            for each in (*((way.baseline,) if way.baseline else ()), *way.readings)
        ]
        for name, way in tracks(project).items()
    }
    return {"scores": scores, "metrics": metrics}


def _packed(score: Score) -> list[Any]:
    date = str(score.date) if score.date else None
    return [
        score.value10,
        score.sd10,
        score.n,
        score.answers,
        score.source,
        score.guess,
        score.derived,
        score.unseen,
        date,
    ]


def past(revisions: Iterable[tuple[dt.date, Figures]]) -> Past:
    """The figures of revisions together, each once.

    Args:
        revisions: The day and the figures of each, oldest first.
    """
    scores: dict[ScoreKey, dict[Any, tuple[dt.date, Score]]] = {}
    metrics: dict[str, dict[Any, Measured]] = {}
    for day, found in revisions:
        for name, packed in found["scores"].items():
            journey, touchpoint, persona, kind, handover = name.split(_SEPARATOR)
            key = ScoreKey(
                journey, touchpoint, persona, "importance" if kind == "importance" else "experience", bool(handover)
            )
            score = _unpacked(packed)
            scores.setdefault(key, {}).setdefault(identity(score), (day, score))
        for name, readings in found["metrics"].items():
            for when, value, n, sd, groups in readings:
                reading = Measured(dt.date.fromisoformat(when), value, n, sd, tuple(groups) if groups else None)
                metrics.setdefault(name, {})[reading[:2]] = reading
    return Past(
        {key: list(found.values()) for key, found in scores.items()},
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

    What has no date of its own has the day of the revision in which it was first there.
    """
    known = {identity(score) for score in own}
    first = {identity(score): day for day, score in earlier}
    before = [
        score._replace(value=from_ten(score.value10, scale), date=score.date or day)
        for day, score in earlier
        if identity(score) not in known
    ]
    return (*before, *(score._replace(date=score.date or first.get(identity(score))) for score in own))
