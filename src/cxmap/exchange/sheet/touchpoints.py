"""Touchpoints as rows of a table: what ``export csv`` and ``export xlsx`` write, and ``import table`` reads back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cxmap.analysis.scores import last_wave, resolve, scales
from cxmap.model.types import Counts, Mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cxmap.analysis.scores import Scales
    from cxmap.model.journey import Experience, Journey, Touchpoint
    from cxmap.model.score import Scores
    from cxmap.project.document import Document, PlacedTouchpoint
    from cxmap.project.project import Project

SCORES: Final = ("importance", "experience", "desired")
EXPORTED: Final = "as exported"
"""The column that says again which scores a row was written with, so that it is known which were changed since."""
COLUMNS: Final = (
    *("journey", "stage", "touchpoint", "persona", "title", "channel", "owner"),
    *(*SCORES, "measured", EXPORTED),
)
DECIMALS: Final = 4
_NOTHING: Final = "nothing"
_SCORE: Final = re.compile(rf"({'|'.join(SCORES)}) (-?[0-9.]*[0-9](?:e[-+][0-9]+)?)")


@dataclass(frozen=True, slots=True)
class TouchpointRow:
    """A touchpoint, or what differs there for one persona.

    Attributes:
        journey: Id of the journey.
        stage: Title of the stage.
        touchpoint: Id of the touchpoint.
        persona: Id of the persona that it is about; ``""``: all of them.
        title: Title of the touchpoint.
        channel: Title of the channel; ``""`` without one.
        owner: Title of the owner; ``""`` without one.
        importance: On the journey's scale, to four decimals; of a measurement the mean.
        experience: Likewise.
        desired: Likewise.
        measured: Which of the scores are measurements, which are not typed in a table.
        scales: The journey's scales.
    """

    journey: str
    stage: str
    touchpoint: str
    persona: str
    title: str
    channel: str
    owner: str
    importance: float | None
    experience: float | None
    desired: float | None
    measured: tuple[str, ...]
    scales: Scales

    @property
    def cells(self) -> list[str | float | None]:
        """Its cells, in the order of ``COLUMNS``."""
        written = {
            "measured": ", ".join(self.measured),
            EXPORTED: exported({name: getattr(self, name) for name in SCORES}),
        }
        return [written[name] if name in written else getattr(self, name) for name in COLUMNS]


def exported(figures: Mapping[str, float | None]) -> str:
    """Write scores as the column ``as exported`` has them: no spreadsheet takes this text for a number or a date."""
    given = [f"{name} {value}" for name, value in figures.items() if value is not None]
    return " ".join(given) or _NOTHING


def read_exported(text: str) -> dict[str, float | None] | None:
    """Read the scores in a cell of that column; ``None`` where it says something else."""
    found = dict.fromkeys(SCORES) | {name: float(value) for name, value in _SCORE.findall(text)}
    return found if exported({name: plain(value) for name, value in found.items()}) == text.strip() else None


def rows(project: Project, document: Document, journey: Journey) -> Iterator[TouchpointRow]:
    """The rows of a journey, in its order; a persona for whom scores differ has a row below the touchpoint's own.

    A touchpoint's own row is skipped where its scores count for nobody: every persona who passes has others.
    """
    for placed in document.touchpoints():
        if _counts(journey, placed.touchpoint):
            yield _row(project, journey, placed, "", placed.touchpoint)
        for persona, differences in placed.touchpoint.by_persona.items():
            if differences is not None and differences.scores is not None:
                yield _row(project, journey, placed, persona, differences)


def all_rows(project: Project) -> list[TouchpointRow]:
    """The rows of every journey asked about."""
    return [row for document, journey in project.journey_documents() for row in rows(project, document, journey)]


def figure(project: Project, journey: Journey, scores: Scores | None, name: str) -> float | None:
    """A score as a table shows it: its last wave on the journey's scale, to four decimals."""
    given = getattr(scores, name, None)
    score = resolve(project, journey, given, "importance" if name == "importance" else "experience")
    if score is None:
        return None
    return plain(round(score.value, DECIMALS))


def plain(value: float | None) -> float | None:
    """A figure for a cell; a whole one without a fraction: 8, not 8.0."""
    return value if value is None or value != int(value) else int(value)


def is_measured(scores: Scores | None, name: str) -> bool:
    """Whether a score (its last wave) was measured among people, rather than given as a mark."""
    return isinstance(last_wave(getattr(scores, name, None)), Mean | Counts)


def _counts(journey: Journey, touchpoint: Touchpoint) -> bool:
    """Whether a touchpoint's own scores, or those still to be filled in, count for a persona."""
    passing = touchpoint.personas or journey.personas
    given = [name for name in SCORES if touchpoint.scores and getattr(touchpoint.scores, name) is not None]
    differences = [touchpoint.by_persona.get(persona) for persona in passing]
    return any(
        there is None or there.scores is None or any(getattr(there.scores, name) is None for name in given)
        for there in differences
    )


def _row(
    project: Project, journey: Journey, placed: PlacedTouchpoint, persona: str, experience: Experience
) -> TouchpointRow:
    touchpoint = placed.touchpoint
    channel = project.channels.get(experience.channel or "") or project.channels.get(touchpoint.channel or "")
    owner = project.stakeholders.get(touchpoint.owner or "")
    given = experience.scores
    figures = {name: figure(project, journey, given, name) for name in SCORES}
    return TouchpointRow(
        journey=journey.id,
        stage=placed.stage.title,
        touchpoint=touchpoint.id,
        persona=persona,
        title=touchpoint.title,
        channel=channel.title if channel else "",
        owner=owner.title if owner else "",
        **figures,
        measured=tuple(name for name in SCORES if is_measured(given, name)),
        scales=scales(project, journey),
    )
