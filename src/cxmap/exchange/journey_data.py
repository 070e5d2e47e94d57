"""Changes of a journey's scores in plain data, as a person would make them: new keys at their usual place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from cxmap.model.constants import SECTIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.project.document import Document
    from cxmap.yaml.values import Pointer

SCORE_KEYS: Final = ("importance", "experience", "desired", "source", "gap_sd", "gap_n")
_SECTIONS: Final = (*SECTIONS[:5], "journey", *SECTIONS[5:])  # in their usual order
# What usually stands behind a new key; without any of it the key goes to the end.
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
    """

    touchpoint: str
    persona: str
    name: str
    old: Any
    new: Any

    @property
    def is_one(self) -> bool:
        """Whether anything changes."""
        return bool(self.old != self.new)


def touchpoint_pointers(document: Document) -> dict[str, Pointer]:
    """Where each touchpoint of a file's journey stands, by id."""
    return {placed.touchpoint.id: placed.pointer for placed in document.touchpoints()}


def score_change(data: Any, pointer: Pointer, change: tuple[str, str, str, Any]) -> list[Change]:
    """Put a score into a touchpoint, or take it out.

    Args:
        data: A file's data, to be changed (see ``cxmap.yaml.editor.changes.own_copy``).
        pointer: The touchpoint.
        change: Its id, the persona's id or ``""``, the name of the score, and its value; ``None`` takes it out.

    Returns:
        The change; none where something that is not there was to be taken out.
    """
    touchpoint, persona, name, value = change
    around = data
    for step in pointer:
        around = around[step]
    if persona:
        by_persona = put(around, "by_persona", around.get("by_persona", {}))
        around = put(by_persona, persona, by_persona.get(persona, {}))
    scores = put(around, "scores", around.get("scores", {}), before=_BEHIND_SCORES)
    old = scores.get(name)
    if value is None:
        return [Change(touchpoint, persona, name, scores.pop(name), None)] if name in scores else []
    put(scores, name, value, before=SCORE_KEYS[SCORE_KEYS.index(name) + 1 :])
    return [Change(touchpoint, persona, name, old, value)]


def put_definition(data: Any, section: str, name: str, definition: dict[str, Any]) -> bool:
    """Put a definition into a section of a file, or bring the one with this id up to date; whether anything changes.

    What else it says stays, and so do the title and the description that it has: somebody wrote them.
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
