"""How far the plan is, out of the table that a tracker exports, put into the files of the project."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from cxmap.analysis.plan import ENDED
from cxmap.analysis.roadmap import roadmap, step_ids
from cxmap.exchange.errors import ForeignError
from cxmap.exchange.journey_data import put
from cxmap.exchange.plan import dates
from cxmap.exchange.plan.names import LABEL_START, label
from cxmap.exchange.plan.status_words import meaning, status_after
from cxmap.lint.messages import shown
from cxmap.text.suggestions import Vocabulary
from cxmap.text.wording import counted, first_of, hint
from cxmap.yaml.editor.changes import own_copy

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence

    from cxmap.analysis.roadmap import Item, Roadmap
    from cxmap.exchange.plan.dates import Order
    from cxmap.exchange.plan.status_words import Meaning
    from cxmap.exchange.sheet.cells import Sheet
    from cxmap.project.document import Document
    from cxmap.project.project import Project

# What Jira, Azure DevOps and GitHub call their columns, in English and Dutch; the first that is there is read.
_COLUMNS: Final = {
    "status": ("status", "state", "staat", "toestand"),
    "reason": ("resolution", "statereason", "state reason", "oplossing"),
    "due": ("due date", "due", "target date", "deadline", "einddatum", "vervaldatum", "uiterste datum"),
    "finished": (
        *("resolved", "closed date", "closedat", "closed at", "closed", "completed", "resolution date"),
        *("opgelost", "sluitingsdatum", "gesloten op", "afgerond op"),
    ),
}
_LABELS: Final = ("labels", "label", "tags", "tag")
_LABEL: Final = re.compile(re.escape(LABEL_START) + r"[a-z0-9_/-]+", re.IGNORECASE)
_MOST_SHOWN: Final = 20
# What a new key stands before, in the order of the format.
_ACTION_KEYS: Final = (
    *("status", "start", "due", "finished", "outcome", "learned"),
    *("depends_on", "links", "expects", "steps"),
)
_STEP_KEYS: Final = ("due", "done")


class Change(NamedTuple):
    """What changes of an action or a step.

    Attributes:
        path: The item, ``ACTION`` or ``ACTION/STEP``.
        key: ``status``, ``due``, ``finished`` or ``done``.
        old: What stands there; ``None``: nothing.
        new: What is to stand there; ``None``: nothing.
    """

    path: str
    key: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Taken:
    """What a table says of the plan.

    Attributes:
        changes: What changes, in the order of the table.
        files: The data of the files that change, with the changes in it.
        remarks: What was left as it is, as sentences.
    """

    changes: tuple[Change, ...]
    files: Mapping[Document, Any]
    remarks: tuple[str, ...]


class _Cells(NamedTuple):
    """What a row says of an item."""

    place: str
    status: str
    reason: str
    due: str
    finished: str


def take_status(project: Project, sheet: Sheet) -> Taken:
    """Put what a tracker's table says of the plan into the files that it stands in.

    Args:
        project: The project; the files that define actions are without errors.
        sheet: The table.

    Raises:
        ForeignError: The table is none of a tracker, or says two things of one item; all of it is reported at once.
    """
    return _Taking(project, roadmap(project), sheet).take()


class _Taking:
    def __init__(self, project: Project, plan: Roadmap, sheet: Sheet) -> None:
        self._project, self._sheet = project, sheet
        self._items = {label(item).casefold(): item for item in plan.items}
        self._vocabulary = Vocabulary(self._items)
        self._remarks: list[str] = []
        self._unknown: dict[str, list[str]] = {}
        self._data: dict[Document, Any] = {}  # of the files that items stand in

    def take(self) -> Taken:
        rows = self._rows()
        order = dates.order(text for cells in rows.values() for text in (cells.due, cells.finished))
        changes = [change for item, cells in rows.items() for change in self._changes(item, cells, order)]
        for change in changes:
            self._put(change)
        for word, places in self._unknown.items():
            self._remarks.append(
                f"{', '.join(first_of(places, _MOST_SHOWN))}: the status {shown(word)} is not known, and was left; say "
                "what it means with 'status' in cxmap.toml"
            )
        changed = {self._document(change.path) for change in changes}
        files = {document: data for document, data in self._data.items() if document in changed}
        return Taken(tuple(changes), files, tuple(self._remarks))

    def _rows(self) -> dict[Item, _Cells]:
        """What the table says of each item that it names."""
        columns, labels = self._columns()
        found: dict[Item, _Cells] = {}
        problems: list[str] = []
        without = 0
        for number, row in self._sheet.rows:
            cells = {name: row[at].strip() if at < len(row) else "" for name, at in columns.items()}
            place = f"row {number}"
            said = _Cells(place, **{name: cells.get(name, "") for name in _COLUMNS})
            item = self._item(place, [row[at] for at in labels if at < len(row)])
            if item is None:
                without += 1
            elif item in found:
                problems.append(f"{place}: '{item.path}' is in {found[item].place} already; export each once")
            else:
                found[item] = said
        if problems:
            raise ForeignError(first_of(problems, _MOST_SHOWN))
        if without:
            self._remarks.append(f"{counted(without, 'row')} passed over, with no item of this plan among the labels")
        return found

    def _columns(self) -> tuple[dict[str, int], list[int]]:
        """The columns that are read by what they hold, and those with labels."""
        names = [name.casefold() for name in self._sheet.header]
        labels = [at for at, name in enumerate(names) if name in _LABELS]
        columns = {
            what: names.index(known)
            for what, spelled in _COLUMNS.items()
            for known in [next((name for name in spelled if name in names), None)]
            if known is not None
        }
        if not labels:
            raise ForeignError("row 1: no column 'Labels' or 'Tags', by which items are known; export it as well")
        if not {"status", "due"} & columns.keys():
            raise ForeignError("row 1: no column 'Status', 'State' or 'Due date'; export one of them as well")
        return columns, labels

    def _item(self, place: str, cells: Sequence[str]) -> Item | None:
        """The item that a row is about."""
        labels = dict.fromkeys(text.casefold() for cell in cells for text in _LABEL.findall(cell))
        known = [self._items[text] for text in labels if text in self._items]
        for text in labels:
            if text not in self._items:
                near = self._vocabulary.nearest(text)
                self._remarks.append(f"{place}: the plan has no {shown(text)}{hint(near)}")
        if len(known) > 1:
            both = " and ".join(f"'{item.path}'" for item in known)
            self._remarks.append(f"{place}: it is labelled as {both}, and was left; keep one label of cxmap")
            return None
        return known[0] if known else None

    def _changes(self, item: Item, cells: _Cells, order: Order | None) -> Iterator[Change]:
        said = self._said(cells)
        if item.kind == "step":
            if said == "dropped":
                self._remarks.append(
                    f"{cells.place}: '{item.path}' was dropped there, and was left; take the step out of the file, or "
                    "drop its action"
                )
            elif said is not None and (said == "done") is not (item.status == "done"):
                yield Change(item.path, "done", self._value(item, "done"), said == "done")
        elif said is not None:
            yield from self._action(item, said, self._day(cells.finished, cells, order))
        due = self._day(cells.due, cells, order)
        if due is not None and due != item.due:
            yield Change(item.path, "due", self._value(item, "due"), due.isoformat())

    def _action(self, item: Item, said: Meaning, finished: dt.date | None) -> Iterator[Change]:
        now = self._project.actions[item.action].status
        status = status_after(said, now)
        if status != now:
            yield Change(item.path, "status", self._value(item, "status"), status)
        if status == "done":
            day = finished or item.finished or self._project.today
            if day != item.finished and (finished or now != "done"):
                yield Change(item.path, "finished", self._value(item, "finished"), day.isoformat())
        elif status not in ENDED and item.finished:
            yield Change(item.path, "finished", self._value(item, "finished"), None)

    def _said(self, cells: _Cells) -> Meaning | None:
        """What a row says of how far its item is; ``None``: nothing, or nobody knows."""
        if not cells.status:
            return None
        own = self._project.config.status
        said = meaning(cells.status, own)
        if said is None:
            self._unknown.setdefault(cells.status, []).append(cells.place)
        if said == "done" and cells.reason and meaning(cells.reason, own) == "dropped":
            return "dropped"
        return said

    def _day(self, text: str, cells: _Cells, order: Order | None) -> dt.date | None:
        if not text:
            return None
        found = dates.day(text, order)
        if found is None:
            self._remarks.append(
                f"{cells.place}: {shown(text)} is no day for certain, and was left; export days as 2026-12-31"
            )
        return found

    def _value(self, item: Item, key: str) -> Any:
        return self._place(item.path)[0].get(key)

    def _place(self, path: str) -> tuple[Any, Sequence[str]]:
        """The data of an item in that of its file, to be changed, and the order of its keys."""
        name, _, step = path.partition("/")
        document = self._document(path)
        data = self._data.setdefault(document, own_copy(document.data))
        action = data["actions"][name]
        if not step:
            return action, _ACTION_KEYS
        return action["steps"][step_ids(self._project.actions[name]).index(step)], _STEP_KEYS

    def _document(self, path: str) -> Document:
        """The file that an item stands in."""
        return self._project.definitions["actions"][path.partition("/")[0]][0].document

    def _put(self, change: Change) -> None:
        place, keys = self._place(change.path)
        if change.new is None:
            place.pop(change.key, None)
        else:
            put(place, change.key, change.new, before=keys[keys.index(change.key) + 1 :])
