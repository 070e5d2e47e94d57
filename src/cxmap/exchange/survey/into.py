"""A survey's scores in a journey: whose they are, where they go, and the source that they name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from cxmap.exchange.errors import PlacedError
from cxmap.exchange.journey_data import SCORE_KEYS, Change, put_definition, score_change, touchpoint_pointers
from cxmap.model.spelling import Vocabulary
from cxmap.source.edit import own_copy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.exchange.survey.mapping import MappingFile
    from cxmap.exchange.survey.scores import Summed
    from cxmap.model.journey import Journey
    from cxmap.project.document import Document
    from cxmap.project.project import Project

DERIVED_SCALE: Final = {"min": 0, "max": 1}
_METHODS: Final = {
    "correlation": "Pearson's correlation of each mark with the overall mark, among those who gave both",
    "relative-weights": "The share of each mark in what all marks explain of the overall mark (relative weights)",
}


class Respondents:
    """Who a journey's respondents are: which value of the persona column stands for which of its personas.

    Attributes:
        numbers: What the column holds, in lower case, with a number; empty without such a column.
    """

    def __init__(self, file: MappingFile, project: Project, journey: Journey) -> None:
        """Find the personas that a mapping names.

        Raises:
            PlacedError: A value stands for nobody in the journey.
        """
        self._personas: list[tuple[str, ...]] = []
        self.numbers: dict[str, int] = {}
        who = file.mapping.persona
        if who is None:
            return
        known = dict(_names(project, journey))
        problems = []
        for value, name in who.values.items():
            if name in known:
                self._add(value, known[name])
                continue
            near = Vocabulary(known).nearest(name)
            message = f"'{name}' is no persona of the journey and no segment that one of them stands for"
            hint = f"; did you mean '{near}'?" if near else ""
            problems.append(file.problem(("persona", "values", value), message + hint))
        if problems:
            raise PlacedError(problems)
        for name, personas in () if who.values else known.items():
            self._add(name, personas)

    def _add(self, value: str, personas: tuple[str, ...]) -> None:
        if personas not in self._personas:
            self._personas.append(personas)
        self.numbers[value.strip().lower()] = self._personas.index(personas)

    def personas(self, number: int, journey: Journey) -> tuple[str, ...]:
        """The personas behind a number; ``""`` where scores hold for everybody."""
        if not self._personas:
            return ("",)
        found = self._personas[number]
        return ("",) if list(found) == journey.personas else found


@dataclass(frozen=True, slots=True)
class Written:
    """What a survey makes of a journey's file.

    Attributes:
        data: The file's new data.
        changes: Every score that the survey gives, new or as it was.
        remarks: What was passed over, as sentences.
    """

    data: Any
    changes: tuple[Change, ...]
    remarks: tuple[str, ...]


def check_touchpoints(file: MappingFile, document: Document) -> None:
    """Check that the journey has the touchpoints that a mapping names.

    Raises:
        PlacedError: It has not.
    """
    known = touchpoint_pointers(document)
    problems = []
    for name in file.mapping.touchpoints:
        if name not in known:
            near = Vocabulary(known).nearest(name)
            hint = f"; did you mean '{near}'?" if near else ""
            problems.append(
                file.problem(("touchpoints", name), f"the journey has no touchpoint '{name}'{hint}", key=True)
            )
    if problems:
        raise PlacedError(problems)


def write_scores(
    file: MappingFile, summed: Summed, respondents: Respondents, project: Project, document: Document, journey: Journey
) -> Written:
    """Put a survey's scores and its source into the data of a journey's file.

    Raises:
        PlacedError: The source is defined in another file, with another scale.
    """
    data = own_copy(document.data)
    pointers = touchpoint_pointers(document)
    touchpoints = {placed.touchpoint.id: placed.touchpoint for placed in document.touchpoints()}
    changes: list[Change] = []
    remarks: list[str] = []
    source = file.mapping.source.id
    for (number, name), scores in summed.scores.items():
        given = _sourced(scores, source, derived=(number, name) in summed.derived)
        for persona in respondents.personas(number, journey):
            if persona and persona not in (touchpoints[name].personas or journey.personas):
                remarks.append(f"'{persona}' does not pass '{name}': those answers are left out")
                continue
            for kind, score in given.items():
                changes += score_change(data, pointers[name], (name, persona, kind, score))
    for name, entry in _sources(file, summed):
        defined = project.definition("sources", name)
        if defined is None or defined.document is document:
            put_definition(data, "sources", name, entry)
        elif defined.document.at((*defined.pointer, "scale")) == entry["scale"]:
            remarks.append(f"'{name}' is defined in {defined.document.name}, which is left as it is")
        else:
            scale = f"{{min: {entry['scale']['min']}, max: {entry['scale']['max']}}}"
            message = f"'{name}' is defined in {defined.document.name}, and not with the scale {scale}"
            raise PlacedError([file.problem(("source", "id"), f"{message}; choose another id, or give it that scale")])
    return Written(data, tuple(changes), tuple(remarks))


def _sourced(scores: dict[str, Any], source: str, *, derived: bool) -> dict[str, Any]:
    """Scores as they stand in a file, with their source, in the order of the format."""
    given: dict[str, Any] = {"gap_sd": None}  # one that stands there is of other answers
    for kind, score in scores.items():
        if kind == "gap_sd":
            given[kind] = score
        elif kind == "importance" and derived:
            given[kind] = {**score, "source": f"{source}-derived", "derived": True}
        else:
            given[kind] = {**score, "source": source}
    return {kind: given[kind] for kind in SCORE_KEYS if kind in given}


def _names(project: Project, journey: Journey) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What a column may call a journey's personas by: ids, names, and their segments' ids and titles."""
    by_name: dict[str, list[str]] = {}
    for one in journey.personas:
        persona = project.personas.get(one)
        segment = project.segments.get(persona.segment or "") if persona else None
        names = [
            one,
            persona.name if persona else "",
            (persona and persona.segment) or "",
            segment.title if segment else "",
        ]
        for name in dict.fromkeys(names):
            if name:
                by_name.setdefault(name, []).append(one)
    for name, personas in by_name.items():
        yield name, tuple(personas)


def _sources(file: MappingFile, summed: Summed) -> Iterator[tuple[str, dict[str, Any]]]:
    """The source of the answers, and the one of what was derived from them, as they stand in a file."""
    origin, scale = file.mapping.source, file.mapping.answers.scale
    day = origin.date or summed.last_day
    gathered = {"kind": origin.kind, **({"date": day.isoformat()} if day else {}), "n": summed.respondents}
    besides = {key: value for key in ("description", "url") if (value := getattr(origin, key))}
    yield (
        origin.id,
        {"title": origin.title, **gathered, "scale": {"min": _plain(scale.min), "max": _plain(scale.max)}, **besides},
    )
    if summed.derived and file.mapping.derive:
        method = _METHODS[file.mapping.derive]
        yield (
            f"{origin.id}-derived",
            {
                "title": f"Importance derived from: {origin.title}",
                **gathered,
                "scale": DERIVED_SCALE,
                "description": f"{method}. A weight from 0 to 1, and no mark.",
            },
        )


def _plain(number: float) -> float:
    return int(number) if number == int(number) else number
