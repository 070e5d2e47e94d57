"""The waves of scores as rows of a table: what ``export csv`` and ``export xlsx`` write with ``--waves``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cxmap.analysis.scores import KINDS, Score, scales
from cxmap.analysis.waves import waves
from cxmap.exchange.sheet.touchpoints import DECIMALS, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.analysis.scores import Kind
    from cxmap.model.journey import Experience, Journey, Touchpoint
    from cxmap.model.score import HandoverScores
    from cxmap.project.document import Document
    from cxmap.project.project import Project

WAVE_COLUMNS: Final = (
    *("journey", "stage", "touchpoint", "persona", "title", "of", "score"),
    *("wave", "source", "date", "value", "n", "sd"),
)


@dataclass(frozen=True, slots=True)
class WaveRow:
    """One wave of one score.

    Attributes:
        journey: Id of the journey.
        stage: Title of the stage.
        touchpoint: Id of the touchpoint.
        persona: Id of the persona whose score it is; ``""``: all of them.
        title: Title of the touchpoint.
        of: ``touchpoint``, or ``handover`` for the step into it.
        kind: ``importance`` or ``experience``.
        wave: Which of the waves it is, from 1.
        score: The score.
        sd: Its standard deviation on the journey's scale; ``None``: not known.
    """

    journey: str
    stage: str
    touchpoint: str
    persona: str
    title: str
    of: str
    kind: Kind
    wave: int
    score: Score
    sd: float | None

    @property
    def cells(self) -> list[str | float | None]:
        """Its cells, in the order of ``WAVE_COLUMNS``."""
        score = self.score
        return [
            *(self.journey, self.stage, self.touchpoint, self.persona, self.title, self.of, self.kind, self.wave),
            *(score.source or "", score.date.isoformat() if score.date else "", plain(round(score.value, DECIMALS))),
            *(score.people, None if self.sd is None else round(self.sd, DECIMALS)),
        ]


def wave_rows(project: Project, document: Document, journey: Journey) -> Iterator[WaveRow]:
    """A row for each wave of each score of a journey, handovers included, in its order and oldest first."""
    for placed in document.touchpoints():
        touchpoint = placed.touchpoint
        differing = ((persona, given) for persona, given in touchpoint.by_persona.items() if given is not None)
        for persona, experience in (("", touchpoint), *differing):
            for of, kind, found in _scores(project, journey, touchpoint, experience):
                on = scales(project, journey).of(kind)
                for number, score in enumerate(found, 1):
                    sd = None if score.sd10 is None else score.sd10 * (on.max - on.min) / 10
                    names = (journey.id, placed.stage.title, touchpoint.id, persona, touchpoint.title)
                    yield WaveRow(*names, of, kind, number, score, sd)


def _scores(
    project: Project, journey: Journey, touchpoint: Touchpoint, experience: Experience
) -> Iterator[tuple[str, Kind, tuple[Score, ...]]]:
    """The waves of what is written here: of a touchpoint, or of what differs there for a persona."""
    own = touchpoint.scores.source if touchpoint.scores else None
    source = (experience.scores.source if experience.scores else None) or own
    handover = experience.handover.scores if experience.handover else None
    given: tuple[tuple[str, HandoverScores | None, str | None], ...] = (
        ("touchpoint", experience.scores, source),
        ("handover", handover, None),
    )
    for of, scores, mark_source in given:
        for kind in KINDS:
            yield of, kind, waves(project, journey, getattr(scores, kind, None), kind, mark_source)
