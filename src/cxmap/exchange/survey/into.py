"""A survey's scores in a journey: where they go, and the source that they name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from cxmap.exchange.errors import PlacedError
from cxmap.exchange.journey_data import SCORE_KEYS, Change, put_definition, score_change, touchpoint_pointers
from cxmap.text.suggestions import Vocabulary
from cxmap.text.wording import counted, hint
from cxmap.yaml.editor.changes import own_copy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.exchange.survey.mapping import MappingFile
    from cxmap.exchange.survey.respondents import Respondents
    from cxmap.exchange.survey.scores import Summed
    from cxmap.model.journey import Journey
    from cxmap.project.document import Document
    from cxmap.project.project import Project

DERIVED_SCALE: Final = {"min": 0, "max": 1}
_METHODS: Final = {
    "correlation": "Pearson's correlation of each mark with the overall mark, among those who gave both",
    "relative-weights": "The share of each mark in what all marks explain of the overall mark (relative weights)",
}


@dataclass(frozen=True, slots=True)
class Written:
    """What a survey makes of a journey's file.

    Attributes:
        data: The file's new data.
        changes: Every score that the survey gives, new or as it was.
        sources: Ids of the sources that are new or change.
        remarks: What was passed over, as sentences.
    """

    data: Any
    changes: tuple[Change, ...]
    sources: tuple[str, ...]
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
            message = f"the journey has no touchpoint '{name}'{hint(near)}"
            problems.append(file.problem(("touchpoints", name), message, key=True))
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
    for (group, name), scores in summed.scores.items():
        given = _sourced(scores, file.mapping.source.id)
        passing = touchpoints[name].personas or journey.personas
        for persona in respondents.groups[group] or ("",):
            if persona and persona not in passing:
                skipped = _skipped(scores, persona, alone=len(respondents.groups[group]) == 1)
                remarks.append(f"{skipped} on '{name}': this persona does not pass the touchpoint")
                continue
            for kind, score in given.items():
                changes += score_change(data, pointers[name], (name, persona, kind, score))
            remarks += [] if persona else _hidden(touchpoints[name].by_persona, name, given)
    sources = []
    for name, entry in _sources(file, summed):
        defined = project.definition("sources", name)
        if defined is None or defined.document is document:
            sources += [name] if put_definition(data, "sources", name, entry) else []
        elif defined.document.at((*defined.pointer, "scale")) == entry["scale"]:
            remarks.append(f"the source '{name}' is defined in {defined.document.name}, which is left as it is")
        else:
            scale = f"{{min: {entry['scale']['min']}, max: {entry['scale']['max']}}}"
            message = f"the source '{name}' is defined in {defined.document.name}, and not with the scale {scale}"
            raise PlacedError([file.problem(("source", "id"), f"{message}; choose another id, or give it that scale")])
    return Written(data, tuple(changes), tuple(sources), tuple(remarks))


def _skipped(scores: dict[str, Any], persona: str, *, alone: bool) -> str:
    """What of a group's answers is skipped for a persona; of several personas nobody knows whose answer was whose."""
    asked = [given for kind, given in scores.items() if kind != "gap_sd" and not given.get("derived")]
    count = sum(
        sum(given["counts"].values()) if "counts" in given else given.get("answers", given["n"]) for given in asked
    )
    return f"skipped {counted(count, 'answer')} of '{persona}'" if alone else f"no scores of '{persona}'"


def _sourced(scores: dict[str, Any], source: str) -> dict[str, Any]:
    """Scores as they stand in a file, with their source, in the order of the format."""
    given: dict[str, Any] = {"gap_sd": None, "gap_n": None, **scores}  # what stands there is of other answers
    for kind in ("importance", "experience"):
        if kind in scores:
            given[kind] = {**scores[kind], "source": source}
            if given[kind].pop("derived", False):
                given[kind] |= {"source": f"{source}-derived", "derived": True}
    return {kind: given[kind] for kind in SCORE_KEYS if kind in given}


def _hidden(by_persona: dict[str, Any], name: str, given: dict[str, Any]) -> Iterator[str]:
    """What is said of a persona and stands before what is now said of all."""
    for persona, differs in by_persona.items():
        own = [kind for kind in given if differs.scores and getattr(differs.scores, kind) is not None]
        if own:
            yield f"'{name}' has {' and '.join(own)} of its own for '{persona}', which stays"


def _sources(file: MappingFile, summed: Summed) -> Iterator[tuple[str, dict[str, Any]]]:
    """The source of the answers, and the one of what was derived from them, as they stand in a file."""
    origin, scale = file.mapping.source, file.mapping.answers.scale
    day = origin.date or summed.last_day
    gathered = {"kind": origin.kind, **({"date": day.isoformat()} if day else {})}
    besides = {key: value for key in ("description", "url") if (value := getattr(origin, key))}
    answered = {"min": _plain(scale.min), "max": _plain(scale.max)}
    yield origin.id, {"title": origin.title, **gathered, "n": summed.respondents, "scale": answered, **besides}
    if file.mapping.derive and any(scores.get("importance", {}).get("derived") for scores in summed.scores.values()):
        method = _METHODS[file.mapping.derive]
        yield (
            f"{origin.id}-derived",
            {
                "title": f"Importance derived from: {origin.title}",
                **gathered,
                "n": summed.overall,
                "scale": DERIVED_SCALE,
                "description": f"{method}. A weight from 0 to 1, and no mark.",
            },
        )


def _plain(number: float) -> float:
    return int(number) if number == int(number) else number
