"""A survey's scores in a journey: where they go, and the source that they name."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from cxmap.analysis.scores import source_of
from cxmap.analysis.waves import Wave
from cxmap.exchange.errors import PlacedError
from cxmap.exchange.journey_data import (
    Change,
    data_waves,
    put_definition,
    score_change,
    scores_at,
    touchpoint_pointers,
    with_wave,
)
from cxmap.lint.facts.scores import given_scores
from cxmap.text.suggestions import Vocabulary
from cxmap.text.wording import counted, hint, some_of
from cxmap.yaml.editor.changes import own_copy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.exchange.survey.mapping import MappingFile
    from cxmap.exchange.survey.respondents import Respondents
    from cxmap.exchange.survey.scores import Summed
    from cxmap.model.journey import Journey
    from cxmap.project.document import Document
    from cxmap.project.project import Project
    from cxmap.yaml.values import Pointer

DERIVED_SCALE: Final = {"min": 0, "max": 1}
_MOST_NAMED: Final = 5
_TOUCHPOINT: Final = len(("journey", "stages", 0, "touchpoints", 0))
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

    A score is a wave: it takes the place of that of the same source and date, or is added in order of date.

    Raises:
        PlacedError: The source is defined in another file, with another scale.
    """
    return _Writing(file, summed, respondents, project, document, journey).run()


class _Writing:
    def __init__(
        self,
        file: MappingFile,
        summed: Summed,
        respondents: Respondents,
        project: Project,
        document: Document,
        journey: Journey,
    ) -> None:
        self._file, self._summed, self._respondents = file, summed, respondents
        self._project, self._document, self._journey = project, document, journey
        self._touchpoints = {placed.touchpoint.id: placed.touchpoint for placed in document.touchpoints()}
        self._pointers = touchpoint_pointers(document)
        self._data: Any = own_copy(document.data)
        self._changes: list[Change] = []
        self._sources: list[str] = []
        self._remarks: list[str] = []
        self._dates: dict[str, dt.date | None] = {}  # of the survey's sources, as they will be
        self._own_dates: dict[str, str] = {}  # by source, what its new waves say themselves
        self._first: dict[str, list[str]] = {}  # by persona, where it had no scores of its own
        self._not_last: list[str] = []

    def run(self) -> Written:
        for name, entry in _sources(self._file, self._summed):
            self._source(name, entry)
        for (group, name), scores in self._summed.scores.items():
            self._scores(group, name, scores)
        for persona, names in self._first.items():
            self._remarks.append(
                f"the first scores of '{persona}' alone at {_few(names)}: older waves of all stay in the history before"
            )
        if self._not_last:
            remedy = "" if self._day else "; the survey has no date: give it one with 'source.date'"
            self._remarks.append(f"a later wave stays the one that counts: {_few(self._not_last)}{remedy}")
        return Written(self._data, tuple(self._changes), tuple(self._sources), tuple(self._remarks))

    @property
    def _day(self) -> dt.date | None:
        return wave_day(self._file, self._summed)

    # Sources.

    def _source(self, name: str, entry: dict[str, Any]) -> None:
        """Define a source, or bring it up to date, and settle what its waves say of their date."""
        defined = self._project.definition("sources", name)
        day, old = self._day, defined.model.date if defined and defined.model else None
        self._dates[name] = old if defined else day
        if defined is None:
            put_definition(self._data, "sources", name, entry)
            self._sources.append(name)
            return
        runs_on = day is not None and day != old
        if runs_on and day is not None:
            self._own_dates[name] = day.isoformat()
        if defined.document is not self._document:
            self._check_scale(name, entry["scale"])
            self._remarks.append(f"the source '{name}' is defined in {defined.document.name}, which is left as it is")
            return
        if runs_on and not self._moves_on(name, old):
            entry = {key: value for key, value in entry.items() if key not in {"date", "n"}}
        else:
            self._dates[name] = day or old
        if put_definition(self._data, "sources", name, entry):
            self._sources.append(name)

    def _moves_on(self, name: str, old: dt.date | None) -> bool:
        """Give a source's date to the waves that rely on it, so that it can be another; whether it can."""
        day = self._day
        if day is None or (old is not None and day < old):
            return False
        elsewhere = [
            other.name
            for other, _ in self._project.journey_documents()
            if other is not self._document and any(_relying(other, name))
        ]
        relying = [*_relying(self._document, name)]
        if elsewhere:
            self._remarks.append(
                f"the source '{name}' keeps its date: waves in {_few(elsewhere)} rely on it; the new ones have theirs"
            )
            return False
        if not relying:
            del self._own_dates[name]  # nothing stands for another date of it
            return True
        if old is None:
            return False
        for pointer, marked_by in relying:
            *steps, last = pointer
            around = self._data
            for step in steps:
                around = around[step]
            given = around[last] if isinstance(around[last], dict) else {"mark": around[last], "source": marked_by}
            around[last] = {**given, "date": old.isoformat()}
        waves = "1 older wave gets its date" if len(relying) == 1 else f"{len(relying)} older waves get its date"
        self._remarks.append(f"the source '{name}' runs on to {day}: {waves} of {old}")
        return True

    def _check_scale(self, name: str, scale: dict[str, Any]) -> None:
        """Check that a source which is defined in another file has the scale of the answers."""
        defined = self._project.definition("sources", name)
        if defined and defined.document.at((*defined.pointer, "scale")) != scale:
            wanted = f"{{min: {scale['min']}, max: {scale['max']}}}"
            message = f"the source '{name}' is defined in {defined.document.name}, and not with the scale {wanted}"
            raise PlacedError(
                [self._file.problem(("source", "id"), f"{message}; choose another id, or give it that scale")]
            )

    # Scores.

    def _scores(self, group: int, name: str, scores: dict[str, Any]) -> None:
        """Put the scores of a group at a touchpoint."""
        personas = self._respondents.groups[group]
        passing = self._touchpoints[name].personas or self._journey.personas
        for persona in personas or ("",):
            if persona and persona not in passing:
                skipped = _skipped(scores, persona, alone=len(personas) == 1)
                self._remarks.append(f"{skipped} on '{name}': this persona does not pass the touchpoint")
                continue
            self._of_persona(name, persona, scores)
        if not personas:
            self._remarks += _hidden(self._touchpoints[name].by_persona, name, scores)

    def _of_persona(self, name: str, persona: str, scores: dict[str, Any]) -> None:
        into = scores_at(self._data, self._pointers[name], persona)
        marked_by = self._marked_by(into, self._shared(name))
        changes: list[Change] = []
        last = True
        for kind in ("importance", "experience"):
            if kind not in scores:
                continue
            wave, old = self._sourced(scores[kind]), into.get(kind)
            this, others = self._known(wave, None), [self._known(other, marked_by) for other in data_waves(old)]
            new, place = with_wave(old, wave, this, others)
            if place < len(data_waves(new)) - 1:
                last = False
                self._not_last.append(f"{kind} of '{name}'" + (f" for '{persona}'" if persona else ""))
            if persona and old is None and self._has_older(name, kind, this):
                names = self._first.setdefault(persona, [])
                names += [f"'{name}'"] if f"'{name}'" not in names else []
            changes += score_change(into, Change(name, persona, kind, None, new, place))
        changed = [change for change in changes if change.differs and change.wave == len(data_waves(change.new)) - 1]
        if last or changed:  # they are of the last waves of both scores
            for kind in ("gap_sd", "gap_n"):
                changes += score_change(into, Change(name, persona, kind, None, scores.get(kind) if last else None))
        self._changes += changes

    def _sourced(self, score: dict[str, Any]) -> dict[str, Any]:
        """A score as it stands in a file: with its source, and its date where that is not the source's."""
        derived = score.get("derived", False)
        source = self._file.mapping.source.id + ("-derived" if derived else "")
        wave = {key: value for key, value in score.items() if key != "derived"} | {"source": source}
        if source in self._own_dates:
            wave["date"] = self._own_dates[source]
        return {**wave, "derived": True} if derived else wave

    def _has_older(self, name: str, kind: str, wave: Wave) -> bool:
        """Whether what a touchpoint has for all has waves that are older than a wave."""
        shared = self._shared(name)
        waves = (self._known(other, self._marked_by(shared)) for other in data_waves(shared.get(kind)))
        return any(other.order < wave.order for other in waves)

    def _shared(self, name: str) -> dict[str, Any]:
        """The scores of a touchpoint for all, as they stand in the file."""
        return self._document.at((*self._pointers[name], "scores")) or {}

    def _marked_by(self, *scores: dict[str, Any]) -> str | None:
        """Who gave plain marks: what the nearest scores say, else the journey."""
        said = (given["source"] for given in scores if "source" in given)
        return next(said, self._journey.scores_source)

    def _known(self, wave: Any, marked_by: str | None) -> Wave:
        """By what a wave in plain data is known."""
        own = wave if isinstance(wave, dict) else {}
        source = own.get("source") or (None if {"mean", "counts"} & own.keys() else marked_by)
        if "date" in own:
            return Wave(source, dt.date.fromisoformat(own["date"]))
        if source in self._dates:
            return Wave(source, self._dates[source])
        definition = self._project.sources.get(source) if source else None
        return Wave(source, definition.date if definition else None)


def wave_day(file: MappingFile, summed: Summed) -> dt.date | None:
    """The date of a survey's wave: the source's, else the end of the window, else the last day of an answer."""
    window = file.mapping.date
    return file.mapping.source.date or (window.until if window else None) or summed.last_day


def _relying(document: Document, source: str) -> Iterator[tuple[Pointer, str | None]]:
    """The waves of a file that have their date from a source: where they stand, and of marks who gave them."""
    journey = document.journey
    for given in given_scores(document):
        score, pointer = given.score, given.pointer
        if given.name not in {"importance", "experience"} or getattr(score, "date", None) is not None:
            continue
        scores = pointer[: len(pointer) - 1 - pointer[::-1].index(given.name)]
        shared = () if "handover" in scores else (*scores[:_TOUCHPOINT], "scores")
        marked_by = document.at((*scores, "source")) or (document.at((*shared, "source")) if shared else None)
        if source_of(journey, score, marked_by) == source:  # type: ignore[arg-type]  # who has scores has a journey
            yield pointer, source


def _few(names: list[str]) -> str:
    return some_of(names, _MOST_NAMED)


def _skipped(scores: dict[str, Any], persona: str, *, alone: bool) -> str:
    """What of a group's answers is skipped for a persona; of several personas nobody knows whose answer was whose."""
    asked = [
        scores[kind] for kind in ("importance", "experience") if kind in scores and not scores[kind].get("derived")
    ]
    count = sum(
        sum(given["counts"].values()) if "counts" in given else given.get("answers", given["n"]) for given in asked
    )
    return f"skipped {counted(count, 'answer')} of '{persona}'" if alone else f"no scores of '{persona}'"


def _hidden(by_persona: dict[str, Any], name: str, given: dict[str, Any]) -> Iterator[str]:
    """What is said of a persona and stands before what is now said of all."""
    for persona, differs in by_persona.items():
        own = [kind for kind in given if differs.scores and getattr(differs.scores, kind) is not None]
        if own:
            yield f"'{name}' has {' and '.join(own)} of its own for '{persona}', which stays"


def _sources(file: MappingFile, summed: Summed) -> Iterator[tuple[str, dict[str, Any]]]:
    """The source of the answers, and the one of what was derived from them, as they stand in a file."""
    origin, scale, day = file.mapping.source, file.mapping.answers.scale, wave_day(file, summed)
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
