"""What a project holds, entry by entry, as its files give it: what two states of a project are compared by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from cxmap.yaml.values import EMPTY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cxmap.project.document import Document
    from cxmap.project.project import Project
    from cxmap.yaml.values import Pointer

What = Literal[
    "touchpoint", "stage", "journey", "persona", "segment", "stakeholder", "channel", "source", "metric", "action",
    "step", "handover", "evidence", "configuration",
]  # fmt: skip
SECTIONS: Final[Mapping[str, What]] = {
    "segments": "segment",
    "personas": "persona",
    "stakeholders": "stakeholder",
    "channels": "channel",
    "sources": "source",
    "metrics": "metric",
    "actions": "action",
}
REFERENCES: Final = frozenset(
    {
        *("owner", "channel", "also_through", "run_by", "personas", "persona", "segment", "source", "scores_source"),
        *("supported_by", "parties", "metrics", "touchpoints", "depends_on", "returns_to", "to", "from", "replaces"),
        *("redesigns", "variant_of", "detailed_in", "with", "expects", "by_persona"),
    }
)
"""The keys whose values, or whose own keys, are ids."""


class Entry(NamedTuple):
    """One thing with an id.

    Attributes:
        what: What it is.
        id: By which it is known in the project: ``journey/touchpoint``, ``action/step``, or the id itself.
        name: Its own id.
        fields: What the file says of it, without the entries that it holds.
        document: Where it stands.
        pointer: Where in there.
        parent: Id of the stage that a touchpoint is in, of the action of a step, of the journey of a stage.
    """

    what: What
    id: str
    name: str
    fields: Mapping[str, Any]
    document: Document
    pointer: Pointer
    parent: str = ""

    @property
    def title(self) -> str:
        """Its title; the name of a persona; else its id."""
        given = self.fields.get("title") or self.fields.get("name")
        return given if isinstance(given, str) and given else self.name


class Entries(NamedTuple):
    """The entries of a project, those of one group in order and comparable with each other.

    Attributes:
        sections: The definitions of each section by id; journeys among them.
        stages: The stages by journey, in order.
        touchpoints: The touchpoints by journey, in order.
        steps: The steps by action, in order.
    """

    sections: Mapping[What, dict[str, Entry]]
    stages: dict[str, list[Entry]]
    touchpoints: dict[str, list[Entry]]
    steps: dict[str, list[Entry]]


def entries(project: Project) -> Entries:
    """The entries of the files that were asked about; of two with one id the first counts."""
    found = Entries({what: {} for what in (*SECTIONS.values(), "journey")}, {}, {}, {})
    for document in project.reported:
        data = document.data if document.understood else {}
        for section, what in SECTIONS.items():
            for name, given in _mapping(data.get(section)).items():
                if isinstance(name, str):
                    fields = {key: value for key, value in _mapping(given).items() if key != "steps"}
                    entry = Entry(what, name, name, fields, document, (section, name))
                    if found.sections[what].setdefault(name, entry) is entry and what == "action":
                        found.steps[name] = list(_steps(document, name, _mapping(given)))
        _add_journey(found, document, _mapping(data.get("journey")))
    return found


def _steps(document: Document, action: str, given: Mapping[str, Any]) -> Iterator[Entry]:
    seen: set[str] = set()
    for place, step in enumerate(_list(given.get("steps"))):
        fields = _mapping(step)
        name = fields.get("id") or fields.get("title")
        if isinstance(name, str) and name not in seen:
            seen.add(name)
            yield Entry("step", f"{action}/{name}", name, fields, document, ("actions", action, "steps", place), action)


def _add_journey(found: Entries, document: Document, given: Mapping[str, Any]) -> None:
    name = given.get("id")
    if not isinstance(name, str) or name in found.sections["journey"]:
        return
    own = {key: value for key, value in given.items() if key not in {"stages", "id"}}
    found.sections["journey"][name] = Entry("journey", name, name, own, document, ("journey",))
    stages: dict[str, Entry] = {}
    touchpoints: dict[str, Entry] = {}
    for at, stage in enumerate(_list(given.get("stages"))):
        fields = _mapping(stage)
        stage_name = fields.get("id")
        stage_name = stage_name if isinstance(stage_name, str) else f"stage {at + 1}"
        pointer = ("journey", "stages", at)
        own = {key: value for key, value in fields.items() if key not in {"touchpoints", "id"}}
        stages.setdefault(stage_name, Entry("stage", f"{name}/{stage_name}", stage_name, own, document, pointer, name))
        for place, touchpoint in enumerate(_list(fields.get("touchpoints"))):
            inside = _mapping(touchpoint)
            own_name = inside.get("id")
            if isinstance(own_name, str):
                where = (*pointer, "touchpoints", place)
                rest = {key: value for key, value in inside.items() if key != "id"}
                entry = Entry("touchpoint", f"{name}/{own_name}", own_name, rest, document, where, stage_name)
                touchpoints.setdefault(own_name, entry)
    found.stages[name] = list(stages.values())
    found.touchpoints[name] = list(touchpoints.values())


def _mapping(given: Any) -> Mapping[Any, Any]:
    return given if isinstance(given, dict) else {}


def _list(given: Any) -> list[Any]:
    return given if isinstance(given, list) else []


def plain(value: Any) -> Any:
    """A value without what says nothing: empty ones and those that hold nothing; ``None`` where nothing is left."""
    if value is EMPTY or value is None:
        return None
    if isinstance(value, dict):
        return {str(key): found for key, item in value.items() if (found := plain(item)) is not None} or None
    if isinstance(value, list):
        return [plain(item) for item in value] or None
    return value


def same(before: Any, after: Any) -> bool:
    """Whether two plain values say the same: lists of text are sets, and 8 is 8.0."""
    return bool(_comparable(before) == _comparable(after))


def _comparable(value: Any) -> Any:
    if isinstance(value, bool):
        return "bool", value
    if isinstance(value, dict):
        return {key: _comparable(item) for key, item in value.items()}
    if is_texts(value):
        return sorted(set(value))
    return [_comparable(item) for item in value] if isinstance(value, list) else value


def is_texts(value: Any) -> bool:
    """Whether a value is a list of text."""
    return isinstance(value, list) and all(isinstance(item, str) for item in value)
