"""Changes of a journey's scores in plain data, as a person would make them: new keys at their usual place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from cxmap.model.constants import SECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cxmap.analysis.waves import Wave
    from cxmap.project.document import Document
    from cxmap.yaml.values import Pointer

SCORE_KEYS: Final = ("importance", "experience", "desired", "source", "gap_sd", "gap_n")
_SECTIONS: Final = (*SECTIONS[:5], "journey", *SECTIONS[5:])  # in their usual order
# What usually follows a new key; without any of it the key goes to the end.
_BEHIND_SCORES: Final = ("evidence", "by_persona")


@dataclass(frozen=True, slots=True)
class Change:
    """One score that changes, or stays as it is.

    Attributes:
        touchpoint: Id of the touchpoint.
        persona: Id of the persona whom it is about; ``""``: all of them.
        name: ``importance``, ``experience``, ``desired``, ``gap_sd`` or ``gap_n``.
        old: What stands there; ``None``: nothing.
        new: What is to stand there.
        wave: Which of the new waves was given, from 0; -1: the last.
    """

    touchpoint: str
    persona: str
    name: str
    old: Any
    new: Any
    wave: int = -1

    @property
    def differs(self) -> bool:
        """Whether anything changes."""
        return bool(self.old != self.new)

    @property
    def adds_wave(self) -> bool:
        """Whether a score gets one more wave than it has."""
        return bool(data_waves(self.old)) and len(data_waves(self.new)) > len(data_waves(self.old))


def data_waves(given: Any) -> list[Any]:
    """The waves of a score in plain data, oldest first; a score that is no list has one, what is not there none."""
    return given if isinstance(given, list) else [] if given is None else [given]


def with_wave(given: Any, wave: dict[str, Any], this: Wave, others: Sequence[Wave]) -> tuple[Any, int]:
    """A score with another wave: in the place of that of the same source and date, else in order of date.

    Args:
        given: What stands there: a score, a list of waves, or ``None``.
        wave: The wave.
        this: By what it is known.
        others: By what the waves that stand there are known.

    Returns:
        What is to stand there, and the place of the wave in it. What replaces a wave keeps its date and what is the
        user's own.
    """
    waves = data_waves(given)
    if this in others:
        place = others.index(this)
        kept = waves[place] if isinstance(waves[place], dict) else {}
        wave |= {key: value for key, value in kept.items() if key == "date" or str(key).startswith("x-")}
        waves = [*waves[:place], wave, *waves[place + 1 :]]
    else:
        place = sum(other.order <= this.order for other in others)
        waves = [*waves[:place], wave, *waves[place:]]
    return (waves if isinstance(given, list) or len(waves) > 1 else wave), place


def touchpoint_pointers(document: Document) -> dict[str, Pointer]:
    """Where each touchpoint of a file's journey stands, by id."""
    return {placed.touchpoint.id: placed.pointer for placed in document.touchpoints()}


def scores_at(data: Any, pointer: Pointer, persona: str) -> dict[str, Any]:
    """The scores of a touchpoint, or of a persona there, in a file's data; where there are none, new ones."""
    around = data
    for step in pointer:
        around = around[step]
    if persona:
        by_persona = put(around, "by_persona", around.get("by_persona", {}))
        around = put(by_persona, persona, by_persona.get(persona, {}))
    scores: dict[str, Any] = put(around, "scores", around.get("scores", {}), before=_BEHIND_SCORES)
    return scores


def score_change(scores: dict[str, Any], change: Change) -> Iterator[Change]:
    """Put a score among others, or take it out.

    Args:
        scores: The scores of a touchpoint or of a persona there, to be changed.
        change: The new value; ``None`` takes it out. Its old one is not looked at.

    Yields:
        The change with the old value; none where something that is not there was to be taken out.
    """
    name, old = change.name, scores.get(change.name)
    if change.new is not None:
        put(scores, name, change.new, before=SCORE_KEYS[SCORE_KEYS.index(name) + 1 :])
    elif name in scores:
        del scores[name]
    else:
        return
    yield replace(change, old=old)


def put_definition(data: Any, section: str, name: str, definition: dict[str, Any]) -> bool:
    """Put a definition into a section of a file, or bring the one with this id up to date; whether anything changes.

    What else it says stays, and so do the title and the description that it has: a person wrote them.
    """
    behind = _SECTIONS[_SECTIONS.index(section) + 1 :]
    definitions = put(data, section, data.get(section, {}), before=behind)
    there = definitions.get(name, {})
    kept = {key: there[key] for key in ("title", "description") if key in there}
    return bool(put(definitions, name, {**there, **definition, **kept}) != there)


def put(mapping: dict[str, Any], key: str, value: Any, before: Sequence[str] = ()) -> Any:
    """Put a value into a mapping, a new key before the first of some others; returns the value."""
    behind = [] if key in mapping else [other for other in mapping if other in before]
    mapping[key] = value
    if behind:
        position = list(mapping).index(behind[0])
        moved = list(mapping.items())[position:-1]
        for other, inside in moved:
            del mapping[other]
            mapping[other] = inside
    return value
