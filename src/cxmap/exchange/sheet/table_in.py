"""Scores filled in in a spreadsheet, brought back into a journey."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from cxmap.analysis.passages import for_persona
from cxmap.analysis.scores import scales
from cxmap.exchange.errors import ForeignError
from cxmap.exchange.journey_data import Change, data_waves, score_change, scores_at, touchpoint_pointers
from cxmap.exchange.sheet.cells import number
from cxmap.exchange.sheet.touchpoints import COLUMNS, EXPORTED, SCORES, figure, is_measured, read_exported
from cxmap.lint.messages import shown
from cxmap.text.suggestions import Vocabulary
from cxmap.text.wording import first_of, hint, some_of
from cxmap.yaml.editor.changes import own_copy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.exchange.sheet.cells import Sheet
    from cxmap.model.journey import Journey, Touchpoint
    from cxmap.project.document import Document
    from cxmap.project.project import Project

_MOST_SHOWN: Final = 20
_CLOSE: Final = 1e-3
_TOO_LONG: Final = "more cells than columns; if a decimal comma cuts a number in two, separate columns with semicolons"


@dataclass(frozen=True, slots=True)
class Filled:
    """What a table says of a journey.

    Attributes:
        data: The data of the journey's file with the table's scores in it.
        changes: The scores that change, in the order of the table.
        remarks: What was passed over, as sentences.
        conflicts: The cells that were changed in the table and in the file since the export, which stay as the file
            has them; a line each.
    """

    data: Any
    changes: tuple[Change, ...]
    remarks: tuple[str, ...]
    conflicts: tuple[str, ...]


def fill_in(project: Project, document: Document, journey: Journey, sheet: Sheet) -> Filled:
    """Put the scores of a table into a journey.

    Empty cells change nothing, and neither do figures that are there already, or that the table was exported with.

    Args:
        project: For sources and scales.
        document: The journey's file, without errors.
        journey: The journey.
        sheet: The table.

    Raises:
        ForeignError: Something in the table makes no sense here; all of it is reported at once.
    """
    return _Filling(project, document, journey, sheet).fill()


class _Filling:
    def __init__(self, project: Project, document: Document, journey: Journey, sheet: Sheet) -> None:
        self._project, self._document, self._journey, self._sheet = project, document, journey, sheet
        self._touchpoints = {placed.touchpoint.id: placed.touchpoint for placed in document.touchpoints()}
        self._pointers = touchpoint_pointers(document)
        self._vocabulary = Vocabulary(self._touchpoints)
        self._problems: list[str] = []
        self._remarks: list[str] = []
        self._conflicts: list[str] = []

    def fill(self) -> Filled:
        columns = self._columns()
        self._refuse()
        data = own_copy(self._document.data)
        changes: list[Change] = []
        seen: dict[tuple[str, str], int] = {}
        elsewhere = 0
        for row_number, row in self._sheet.rows:
            cells = {name: row[index] if index < len(row) else "" for name, index in columns.items()}
            place = f"row {row_number}"
            if cells.get("journey", "") not in {"", self._journey.id}:
                elsewhere += 1
                continue
            if any(cell != "" for cell in row[len(self._sheet.header) :]):
                self._problems.append(f"{place}: {_TOO_LONG}")
                continue
            before = self._exported(cells, place)
            if before is None:
                continue
            cells |= {name: "" for name, figure in before.items() if _is_figure(cells.get(name, ""), figure)}
            if before and not any(cells.get(name, "").strip() for name in SCORES):
                continue  # nothing was typed, wherever this row has gone
            found = self._found(cells, place)
            if found is None:
                continue
            touchpoint, persona = found
            first = seen.setdefault((touchpoint.id, persona), row_number)
            if first != row_number:
                who = f" for '{persona}'" if persona else ""
                self._problems.append(f"{place}: '{touchpoint.id}'{who} is in row {first} already")
                continue
            marks = self._marks(touchpoint, persona, cells, before, place)
            changes += self._put(data, touchpoint.id, persona, dict(marks))
        self._refuse()
        if elsewhere:
            self._remarks.append(f"rows of other journeys passed over: {elsewhere}")
        return Filled(data, tuple(changes), tuple(self._remarks), tuple(self._conflicts))

    def _put(self, data: Any, touchpoint: str, persona: str, marks: dict[str, float]) -> Iterator[Change]:
        """Put the marks of a row into a file's data."""
        if not marks:
            return
        scores = scores_at(data, self._pointers[touchpoint], persona)
        new = {name: typed(scores.get(name), mark) for name, mark in marks.items()}
        if {"importance", "experience"} & marks.keys():
            new |= {"gap_sd": None, "gap_n": None}  # they were of other scores
        for name, value in new.items():
            yield from score_change(scores, Change(touchpoint, persona, name, None, value))

    def _refuse(self) -> None:
        if self._problems:
            raise ForeignError(first_of(self._problems, _MOST_SHOWN))

    def _columns(self) -> dict[str, int]:
        """The columns that are read, by name."""
        names = [name.casefold() for name in self._sheet.header]
        known: dict[str, int] = {name: names.index(name) for name in COLUMNS if name in names}
        for name in known:
            if names.count(name) > 1:
                self._problems.append(f"row 1: the column '{name}' is there twice")
        vocabulary = Vocabulary([name for name in COLUMNS if name not in known and name != EXPORTED])
        own = []
        for title, name in zip(self._sheet.header, names, strict=True):
            if name in known or not name:
                continue
            if near := vocabulary.clear(name):
                self._problems.append(f"row 1: there is no column {shown(title)}{hint(near)}")
            else:
                own.append(title)
        if "touchpoint" not in known and not self._problems:
            remedy = "start from a table that cxmap export made, or add --new TITLE"
            self._problems.append(f"row 1: no column 'touchpoint'; {remedy}")
        elif not set(SCORES) & known.keys() and not self._problems:
            self._problems.append(f"row 1: no column with scores: {', '.join(SCORES)}")
        if own:
            self._remarks.append(f"columns not read: {some_of(map(shown, own), _MOST_SHOWN)}")
        return known

    def _exported(self, cells: dict[str, str], place: str) -> dict[str, float | None] | None:
        """The scores that a row was exported with; empty for one that a person wrote, ``None`` where that is spoilt."""
        text = cells.get(EXPORTED, "")
        if not text.strip():
            return {}
        figures = read_exported(text)
        if figures is None:
            self._problems.append(
                f"{place}, {EXPORTED}: {shown(text)} is not what cxmap export wrote; empty the cell, or export again"
            )
        return figures

    def _found(self, cells: dict[str, str], place: str) -> tuple[Touchpoint, str] | None:
        """The touchpoint and the persona that a row is about."""
        name, persona = cells["touchpoint"].strip(), cells.get("persona", "").strip()
        touchpoint = self._touchpoints.get(name)
        if touchpoint is None:
            near = self._vocabulary.nearest(name)
            self._problems.append(f"{place}: the journey has no touchpoint {shown(name)}{hint(near)}")
            return None
        passing = touchpoint.personas or self._journey.personas
        if persona and persona not in passing:
            self._problems.append(f"{place}: {shown(persona)} does not pass '{name}'; who does: {', '.join(passing)}")
            return None
        return touchpoint, persona

    def _marks(
        self,
        touchpoint: Touchpoint,
        persona: str,
        cells: dict[str, str],
        before: dict[str, float | None],
        place: str,
    ) -> Iterator[tuple[str, float]]:
        """The marks of a row that are not in the file already."""
        differences = touchpoint.by_persona.get(persona) if persona else touchpoint
        own = differences.scores if differences else None
        scores = for_persona(touchpoint, persona).scores if persona else own
        for name in SCORES:
            cell = cells.get(name, "")
            if not cell.strip():
                continue
            value = number(cell)
            scale = scales(self._project, self._journey).of("importance" if name == "importance" else "experience")
            there = figure(self._project, self._journey, scores, name)
            if value is None:
                self._problems.append(f"{place}, {name}: {shown(str(cell))} is no number")
            elif there is not None and _same(value, there):
                continue
            elif name in before and not _same(before[name], now := figure(self._project, self._journey, own, name)):
                who = f"'{touchpoint.id}' for '{persona}'" if persona else f"'{touchpoint.id}'"
                self._conflicts.append(
                    f"{place}, {name} of {who}: {value:g} in the table, but the file changed from "
                    f"{_told(before[name])} to {_told(now)} since the export"
                )
            elif is_measured(own, name):
                self._problems.append(
                    f"{place}, {name}: a typed score cannot overwrite a survey result ({there:g}); "
                    "remove that from the file first, or leave the cell as it was"
                )
            elif not scale.min <= value <= scale.max:
                self._problems.append(f"{place}, {name}: {value:g} is outside {scale.min:g} to {scale.max:g}")
            else:
                yield name, value


def typed(given: Any, value: float) -> Any:
    """A score with another last mark; its earlier waves stay, and what else is said of that mark."""
    *earlier, last = data_waves(given) or [None]
    last = {**last, "mark": value} if isinstance(last, dict) else value
    return [*earlier, last] if isinstance(given, list) else last


def _same(one: float | None, other: float | None) -> bool:
    """Whether two figures are one, as a spreadsheet shows them."""
    return one == other if one is None or other is None else abs(one - other) < _CLOSE


def _is_figure(cell: str, figure: float | None) -> bool:
    value = number(cell)
    return value is not None and _same(value, figure)


def _told(figure: float | None) -> str:
    return "nothing" if figure is None else f"{figure:g}"
