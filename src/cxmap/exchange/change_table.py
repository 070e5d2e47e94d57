"""Scores before and after an import, to be compared: both on the journey's scale, what a persona inherits included."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cxmap.analysis.passages import Passage, for_persona
from cxmap.analysis.ranking.candidates import of_touchpoint
from cxmap.analysis.scores import each_wave, resolve, scales, score_set
from cxmap.analysis.stops import Visit
from cxmap.model.types import Counts, Mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cxmap.analysis.scores import Kind, Scales, Score
    from cxmap.exchange.journey_data import Change
    from cxmap.model.journey import Journey
    from cxmap.project.document import Document
    from cxmap.project.project import Project

HEADER = ("touchpoint", "persona", "score", "scale", "old", "new")


def change_table(
    before: Project, after: Project, document: Document, journey: Journey, changes: Sequence[Change]
) -> list[Sequence[str]]:
    """Rows of cells, the header first; foreign text in them is as it was given.

    Args:
        before: The project as it is.
        after: The project with the changes in it.
        document: The journey's file in the first of them.
        journey: The journey, whose scale no import changes.
        changes: What was given, changed or not.
    """
    changed = next(file for file in after.documents if file.path == document.path)
    return [HEADER, *_rows(_Side(before, document, journey), _Side(after, changed, journey), changes)]


def _rows(before: _Side, after: _Side, changes: Sequence[Change]) -> Iterator[Sequence[str]]:
    for change in changes:
        scale = after.scales.of("importance" if change.name == "importance" else "experience")
        # The wave that a new one follows or replaces.
        old = change.wave - change.adds_wave if change.wave > 0 or not change.adds_wave else None
        yield (
            change.touchpoint,
            change.persona or "-",
            change.name,
            f"{scale.min:g} to {scale.max:g}",
            "-" if old is None else before.shown(change, old if change.old is not None else -1),
            after.shown(change, change.wave) if change.differs else "the same",
        )


class _Side:
    """The scores of a journey in one project."""

    def __init__(self, project: Project, document: Document, journey: Journey) -> None:
        self._project, self._document, self._journey = project, document, journey
        self._placed = {placed.touchpoint.id: (at, placed) for at, placed in enumerate(document.touchpoints())}
        self.scales: Scales = scales(project, journey)

    def shown(self, change: Change, wave: int) -> str:
        """A wave of a score for the persona of a change, in a few words: ``3.98 (n 2,046, survey-2026)``."""
        position, placed = self._placed[change.touchpoint]
        own = placed.touchpoint.by_persona.get(change.persona) if change.persona else placed.touchpoint
        experience = for_persona(placed.touchpoint, change.persona) if change.persona else placed.touchpoint
        given = getattr(experience.scores, change.name, None)
        if given is None:
            return "-"
        inherited = ["inherited"] if getattr(own and own.scores, change.name, None) is None else []
        passage = Passage(
            self._document,
            self._journey,
            placed.stage,
            placed.touchpoint,
            change.persona,
            experience,
            position,
            placed.pointer,
        )
        if change.name in {"gap_sd", "gap_n"}:
            stop = Visit(passage, score_set(self._project, self._journey, experience.scores, passage.mark_source))
            paired = of_touchpoint(self._project, stop).paired
            return f"{given}" if change.name == "gap_n" else self._spread(paired.sd10 if paired else None, given)
        kind: Kind = "importance" if change.name == "importance" else "experience"
        meant = each_wave(given)[wave]
        score = resolve(self._project, self._journey, meant, kind, passage.mark_source(change.name))
        return "-" if score is None else _words(score, meant, inherited)

    def _spread(self, gap_sd10: float | None, given: float) -> str:
        """The sd of differences in points of the journey's scale; as it was given where it cannot be put on that."""
        on = self.scales.experience
        return f"{given:g}" if gap_sd10 is None else f"{round(gap_sd10 * (on.max - on.min) / 10, 4):g}"


def _words(score: Score, given: Any, labels: Sequence[str]) -> str:
    if isinstance(given, Mean | Counts):
        # A weight is no mark, and has no place on a scale of marks.
        value = f"weight {given.mean:.2f}" if score.derived and isinstance(given, Mean) else f"{score.value:.2f}"
        said = [f"n {score.people:,}"] if score.people is not None else []
    else:
        value = f"team's {score.value:g}" if score.guess and score.source else f"{score.value:g}"
        said = []
    said += [*([score.source] if score.source else []), *labels]
    return f"{value} ({', '.join(said)})" if said else value
