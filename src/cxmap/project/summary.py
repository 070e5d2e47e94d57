"""The summary of a file: what the other files of its project need to know of it."""

# ruff: noqa: D102 - what a protocol asks for is documented where it is
from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple, Protocol, TypeAlias

from cxmap.model.constants import ID_MAX_LENGTH, SECTIONS
from cxmap.model.ids import as_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from cxmap.model.action import Action
    from cxmap.model.check import SchemaError
    from cxmap.model.file import File
    from cxmap.model.references import Reference
    from cxmap.yaml.values import Pointer

    class ParsedFile(Protocol):
        """What is asked of a file that was read, a ``cxmap.project.document.Document``, which imports this module."""

        @property
        def data(self) -> Any: ...
        @property
        def model(self) -> File: ...
        @property
        def errors(self) -> Sequence[SchemaError]: ...
        @property
        def references(self) -> Sequence[Reference]: ...
        @property
        def readable(self) -> bool: ...
        @property
        def flawed(self) -> bool: ...
        @property
        def digest(self) -> str: ...
        def at(self, pointer: Pointer) -> Any: ...
        def given_touchpoints(self) -> Sequence[Mapping[Any, Any]]: ...
        def is_wrong_within(self, pointer: Pointer) -> bool: ...


JOURNEYS: Final = "journeys"
ACTIONS: Final = "actions"
TRAVELLERS: Final = ("journey", "personas")
# References within a journey are nobody else's business.
WITHIN_A_JOURNEY: Final = frozenset({"touchpoints", "redesigned", "targets"})


class ActionTarget(NamedTuple):
    """What an action is for: a touchpoint of a journey, or the step into it."""

    journey: str
    touchpoint: str
    handover: bool


ActionSummary: TypeAlias = "tuple[Sequence[str], Sequence[Sequence[Any]]]"
"""The metrics that an action names, and the parts of each ``ActionTarget`` that it is for; none if it was dropped."""


class FileSummary(NamedTuple):
    """What the files of a project need to know of one another.

    All of it is plain data, so that JSON can carry it to another run. A run over one file of thousands hardly
    looks at what the others use: such ids stand in one text, one a line (``lines``), sooner read than as many texts.

    Attributes:
        readable: Whether it could be read.
        flawed: Whether it breaks the format somewhere.
        definitions: Ids of what it defines, by section; the journey among ``journeys``.
        uses: Ids that it refers to outside of itself, each once, one a line, by section; what a definition says of
            itself aside.
        travellers: Ids of the personas who make its journey, one a line.
        steps: What leads to what, as pairs of ids: actions to those that they depend on, journeys to those that show a
            stage of theirs in detail, by section.
        actions: Its sound actions by their ids.
        doubtful: What may be named where it breaks the format.
        touchpoints: Ids of its journey's touchpoints, sound or not, one a line.
        parts: What others look into, by section and id, as the file has it, the user's own keys aside: all channels and
            sources where it has no flaws; else nothing.
        digest: Of the bytes that were read; ``""`` where it could not be read. No rule looks at it.
    """

    readable: bool
    flawed: bool = False
    definitions: Mapping[str, Sequence[str]] = {}
    uses: Mapping[str, str] = {}
    travellers: str = ""
    steps: Mapping[str, Sequence[Sequence[str]]] = {}
    actions: Mapping[str, ActionSummary] = {}
    doubtful: Sequence[str] = ()
    touchpoints: str = ""
    parts: Mapping[str, Mapping[str, Any]] = {}
    digest: str = ""

    @classmethod
    def of(cls, document: ParsedFile) -> FileSummary:
        """The summary of a file that was read."""
        uses: dict[str, dict[str, None]] = {}
        steps: dict[str, list[tuple[str, str]]] = {}
        for reference in document.references:
            if reference.to not in WITHIN_A_JOURNEY and reference.pointer[:2] != (reference.to, reference.id):
                uses.setdefault(reference.to, {})[reference.id] = None
            if (start := step_from(document, reference)) is not None:
                steps.setdefault(reference.to, []).append((start, reference.id))
        return cls(
            readable=document.readable,
            flawed=document.flawed,
            definitions=_definitions(document),
            uses={section: "\n".join(ids) for section, ids in uses.items()},
            travellers="\n".join(each.id for each in document.references if each.pointer[:2] == TRAVELLERS),
            steps=steps,
            actions=dict(_actions(document)),
            doubtful=list(dict.fromkeys(_named_in_errors(document))),
            touchpoints="\n".join(
                name
                for given_touchpoint in document.given_touchpoints()
                if isinstance(name := given_touchpoint.get("id"), str)
            ),
            parts={} if document.flawed else _parts(document),
            digest=document.digest,
        )


def lines(text: str) -> list[str]:
    """The ids that stand in a text; one with a line break in it is none, and stands there as two."""
    return text.split("\n") if text else []


def step_from(document: ParsedFile, reference: Reference) -> str | None:
    """What leads to what a reference names: the action that waits for it, or the journey that it shows in detail.

    Returns:
        An id; ``None`` for any other reference, and where that action or journey has none.
    """
    if reference.to == ACTIONS:
        start = reference.pointer[1]
    elif reference.to == JOURNEYS and reference.pointer[-1] == "detailed_in":
        start = document.at(("journey", "id"))
    else:
        return None
    return start if isinstance(start, str) else None


def action_target(text: str, document: ParsedFile) -> ActionTarget | None:
    """What the text of an action's ``touchpoints`` stands for.

    Args:
        text: ``journey/touchpoint``, or ``touchpoint`` alone, each with ``#handover`` behind it or without.
        document: The file it stands in, whose journey a touchpoint alone belongs to.

    Returns:
        The target, whether or not it exists; ``None`` for a touchpoint alone in a file without a journey.
    """
    place, _, part = text.partition("#")
    journey, slash, touchpoint = place.rpartition("/")
    if not slash:
        own = document.at(("journey", "id"))
        if not isinstance(own, str):
            return None
        journey = own
    return ActionTarget(journey, touchpoint, part == "handover")


def _definitions(document: ParsedFile) -> dict[str, list[str]]:
    if not isinstance(document.data, dict) or not document.readable:
        return {}
    found = {section: document.data.get(section) for section in SECTIONS}
    named = {
        section: [name for name in entries if isinstance(name, str)]
        for section, entries in found.items()
        if isinstance(entries, dict)
    }
    journey = document.at(("journey", "id"))
    return {**named, JOURNEYS: [journey]} if isinstance(journey, str) else named


def _actions(document: ParsedFile) -> Iterator[tuple[str, ActionSummary]]:
    """The sound actions of a file."""
    for name, action in document.model.actions.items():
        if action is not None:
            texts = _target_texts(document, name, action) if action.status != "dropped" else ()
            targets = (action_target(text, document) for text in texts if text)
            yield name, ([metric for metric in action.metrics if metric], [target for target in targets if target])


def _target_texts(document: ParsedFile, name: str, action: Action) -> Iterable[str]:
    """What an action says that it is for; where that breaks the format, every text in it: it counts as given."""
    place = (ACTIONS, name, "touchpoints")
    return _texts(document.at(place)) if document.is_wrong_within(place) else action.touchpoints


def _named_in_errors(document: ParsedFile) -> Iterator[str]:
    """What may be named where the format is broken: such a place is reported, and counts as a use of what it names."""
    for error in document.errors:
        if not error.at_key or error.kind == "unknown-key":
            texts = _texts(document.at(error.pointer))
            yield from (as_id(text) or text for text in texts if len(text) <= ID_MAX_LENGTH)


def _parts(document: ParsedFile) -> dict[str, dict[str, Any]]:
    """The channels and sources of a file without flaws."""
    found: dict[str, dict[str, Any]] = {}
    for section in ("channels", "sources"):
        models: dict[str, Any] = getattr(document.model, section)
        if models:
            found[section] = {name: _known_keys(document.at((section, name))) for name in models}
    return found


def _known_keys(given: Any) -> Any:
    """Sound data without the keys that are the user's own, below which there may be anything."""
    if not isinstance(given, dict):
        return given
    return {key: _known_keys(value) for key, value in given.items() if not str(key).startswith("x-")}


def _texts(given: Any) -> Iterator[str]:
    """All texts in some data."""
    waiting = [given]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, list | dict):
            waiting += one.values() if isinstance(one, dict) else one
