"""A list of touchpoints, or a map with touchpoints across, as a draft of a new journey.

In a list each row is a touchpoint, and the header names the columns; in a map each column is one, and the first column
names the rows. Merged cells come as one cell and empty ones, so a stage holds until the next one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import TYPE_CHECKING, Final, Literal

from cxmap.exchange.draft import values
from cxmap.exchange.draft.journey import DURATIONS, FIELDS, JourneyDraft, StageDraft, TouchpointDraft
from cxmap.exchange.draft.words import FIELD_WORDS, JOURNEY_KEYS, NO_STAGE, PHASES, by_word, folded_word
from cxmap.exchange.errors import ForeignError
from cxmap.exchange.sheet.cells import number
from cxmap.lint.messages import shown
from cxmap.text.wording import first_of, listed, some_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cxmap.choices import Lang
    from cxmap.exchange.sheet.cells import Sheet

_COLUMN_WORDS: Final = {
    "stage": ("stage, stages, phase, phases", "fase, fases, stadium"),
    "title": (
        "touchpoint, touchpoints, step, steps, contact moment, customer action, customer actions, activity",
        "contactmoment, contactmomenten, stap, stappen, klantactie, klantacties, actie, activiteit, touchpoint",
    ),
    "channel": ("channel, channels", "kanaal, kanalen"),
    "owner": ("owner, owners, responsible, department, team", "eigenaar, verantwoordelijke, afdeling, team"),
    "importance": ("importance, weight", "belang, gewicht"),
    "experience": (
        "experience, score, rating, satisfaction, mark",
        "ervaring, beleving, score, cijfer, tevredenheid, waardering",
    ),
    "quotes": ("quote, quotes, verbatim, verbatims", "citaat, citaten, quote, quotes, uitspraak, uitspraken"),
    "personas": JOURNEY_KEYS["personas"],
    "moment_of_truth": ("moment of truth, mot", "moment van de waarheid"),
    "goal": ("goal, customer goal", "doel, klantdoel"),
}
_COLUMNS: Final = by_word(FIELD_WORDS) | by_word(_COLUMN_WORDS)
_PHASES: Final = by_word(PHASES)
_MARKS: Final = ("importance", "experience", "desired")
_HEADER_WITHIN: Final = 12  # rows or columns from the start
_CLEARLY: Final = 2  # times as many names, where a title happens to be one
_MOST_SHOWN: Final = 20
_LIST: Final = re.compile(r"[\r\n;•]+")
_NAMES: Final = re.compile(r"[\r\n;•,]+|(?<=[^\W\d])\s*/\s*(?=[^\W\d])")
_BRACKETS: Final = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*")
_YES: Final = frozenset({"x", "yes", "y", "ja", "j", "✓", "✔", "!", "1", "true", "waar", "mot"})
_NO: Final = frozenset({"", "no", "n", "nee", "0", "false", "onwaar", "-", "–"})
_EVERYBODY: Final = frozenset({"all", "alle", "allemaal", "iedereen", "everybody"})

Shape = Literal["list", "map"]


@dataclass(slots=True)
class TableDraft:
    """What a table says.

    Attributes:
        draft: The journey.
        shape: ``list``: a row a touchpoint; ``map``: a column a touchpoint.
        read: The names that were recognised, with what they were taken for.
        remarks: What was passed over, as sentences.
    """

    draft: JourneyDraft
    shape: Shape
    read: list[tuple[str, str]]
    remarks: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of the columns of a grid.

    Attributes:
        row: Where they are.
        columns: What each of them is, by its place.
    """

    row: int
    columns: dict[int, str]

    @property
    def enough(self) -> bool:
        """Whether a journey can be read by them: two of them, one the touchpoints'."""
        return len(set(self.columns.values())) > 1 and bool({"title", "doing"} & set(self.columns.values()))


def read_table(
    sheet: Sheet,
    *,
    scale: tuple[float, float] | None = None,
    usual: tuple[float, float] = (1, 10),
    lang: Lang = "en",
) -> TableDraft:
    """The journey that a table holds.

    Args:
        sheet: The table.
        scale: Lowest and highest score; ``None``: what the names say (``Importance (1-5)``), else the usual ones.
        usual: Lowest and highest score of the project.
        lang: The language of what is filled in.

    Raises:
        ForeignError: It is neither a list nor a map, or holds a score outside the scale.
    """
    numbered = [(1, sheet.header), *sheet.rows]
    width = max(len(row) for _, row in numbered)
    grid = [[cell.strip() for cell in row] + [""] * (width - len(row)) for _, row in numbered]
    turned = [list(column) for column in zip_longest(*grid, fillvalue="")]
    as_list, as_map = _names(grid), _names(turned)
    is_list = as_list.enough and (not as_map.enough or len(as_list.columns) >= _CLEARLY * len(as_map.columns))
    is_map = as_map.enough and (not as_list.enough or len(as_map.columns) >= _CLEARLY * len(as_list.columns))
    if not (is_list or is_map):
        _refuse(grid, as_list, turned, as_map, both=as_list.enough)
    if is_list:
        places = [f"row {row}" for row, _ in numbered]
        return _Reading(grid, as_list, places, "list", (scale, usual), lang).read()
    places = [f"column {_letters(index)}" for index in range(len(turned))]
    return _Reading(turned, as_map, places, "map", (scale, usual), lang).read()


def _names(grid: Sequence[Sequence[str]]) -> _Names:
    """The row that has most names in it, among the first ones."""
    found = [
        _Names(index, {place: name for place, cell in enumerate(row) if (name := _meaning(cell)[0])})
        for index, row in enumerate(grid[:_HEADER_WITHIN])
    ]
    return max(found, key=lambda names: (names.enough, len(names.columns)))


def _meaning(cell: str) -> tuple[str, Lang | None, str]:
    """What a name of a column stands for (``""``: nothing known), its language, and what is in brackets behind it."""
    if not cell or len(cell) > 60:
        return "", None, ""
    bracketed = _BRACKETS.search(cell)
    word = _BRACKETS.sub(" ", cell).strip(" :*?.!")
    for part in (word, *re.split(r"\s*[/|&]\s*", word)):
        name, lang = _COLUMNS.get(folded_word(part), ("", None))
        if name:
            return name, lang, bracketed[1] if bracketed else ""
    return "", None, ""


def _refuse(
    grid: Sequence[Sequence[str]], as_list: _Names, turned: Sequence[Sequence[str]], as_map: _Names, *, both: bool
) -> None:
    def seen(cells: Sequence[Sequence[str]], names: _Names) -> str:
        return ", ".join(shown(cells[names.row][place]) for place in names.columns) or "none"

    columns, rows = seen(grid, as_list), seen(turned, as_map)
    what = "both a list and a map" if both else "neither a list of touchpoints nor a map"
    raise ForeignError(
        f"{what}: names of columns that are known: {columns}; of rows: {rows}; name the columns of a list, or the rows "
        "of a map, such as stage, touchpoint, channel, owner, importance, experience"
    )


class _Reading:
    """Reads a grid whose rows are touchpoints."""

    def __init__(
        self,
        grid: list[list[str]],
        names: _Names,
        places: list[str],
        shape: Shape,
        scale: tuple[tuple[float, float] | None, tuple[float, float]],
        lang: Lang,
    ) -> None:
        self._grid, self._names, self._places = grid, names, places
        self._draft = JourneyDraft()
        header = grid[names.row]
        self._read = TableDraft(self._draft, shape, [(header[place], name) for place, name in names.columns.items()])
        self._problems: list[str] = []
        self._stage_title = ""
        if "title" not in names.columns.values():  # what the customer does is what happens
            names.columns.update({place: "title" for place, name in names.columns.items() if name == "doing"})
        said = [found for cell in header if (found := values.scale(_meaning(cell)[2]))]
        self._draft.scale = scale[0] or (said[0] if said else None)
        self._scale = self._draft.scale or scale[1]
        seen = [lang_ for cell in header if (lang_ := _meaning(cell)[1])]
        self._draft.lang = "nl" if seen.count("nl") > seen.count("en") else None
        self._lang: Lang = self._draft.lang or lang

    def read(self) -> TableDraft:
        self._title()
        for index in range(self._names.row + 1, len(self._grid)):
            self._row(self._places[index], dict(self._cells(self._grid[index])))
        if not self._draft.touchpoints and not self._problems:
            self._problems.append("no touchpoint: the cells of the touchpoints are empty")
        if self._problems:
            if any("outside" in problem for problem in self._problems):
                self._problems.append("say what the scale is, such as --scale 0,100")
            raise ForeignError(first_of(self._problems, _MOST_SHOWN))
        header = self._grid[self._names.row]
        unread = [cell for place, cell in enumerate(header) if cell and place not in self._names.columns]
        if unread:
            what = "columns" if self._read.shape == "list" else "rows"
            self._read.remarks.append(f"{what} not read: {some_of(map(shown, unread), _MOST_SHOWN)}")
        return self._read

    def _title(self) -> None:
        """Take a lone text above the names for the journey's title; in a map it is in the corner."""
        corner = self._grid[self._names.row][0]
        if (
            self._read.shape == "map"
            and 0 not in self._names.columns
            and not any(row[0] for row in self._grid[self._names.row + 1 :])
        ):
            self._draft.title, self._grid[self._names.row][0] = corner, ""
        for row in self._grid[: self._names.row]:
            cells = [cell for cell in row if cell]
            if len(cells) == 1 and not self._draft.title:
                self._draft.title = cells[0]
            elif cells:
                self._read.remarks.append(f"not read: {some_of(map(shown, dict.fromkeys(cells)), _MOST_SHOWN)}")

    def _cells(self, row: list[str]) -> Iterator[tuple[str, list[str]]]:
        """The cells of a row that are not empty, by what they are; a name that is there twice has two."""
        found: dict[str, list[str]] = {}
        for place, name in self._names.columns.items():
            if row[place]:
                found.setdefault(name, []).append(row[place])
        yield from found.items()

    def _row(self, place: str, cells: dict[str, list[str]]) -> None:
        titles, stages = cells.pop("title", []), cells.pop("stage", [])
        if stages:
            self._stage_title = " ".join(stages[0].split())
        if not cells and not titles:
            return
        if titles:
            touchpoint = TouchpointDraft(" ".join(" ".join(titles).split()))
            self._stage().touchpoints.append(touchpoint)
        elif self._draft.touchpoints and not stages:
            touchpoint = self._draft.touchpoints[-1]  # the rest of a merged cell
        else:
            self._read.remarks.append(f"{place}: no touchpoint; not read: {some_of(cells, _MOST_SHOWN)}")
            return
        for name, texts in cells.items():
            self._cell(touchpoint, place, name, texts)

    def _stage(self) -> StageDraft:
        """The stage that the next touchpoint belongs to."""
        title = self._stage_title or NO_STAGE[self._lang]
        if not self._draft.stages or self._draft.stages[-1].title != title:
            phase, _ = _PHASES.get(folded_word(title), (None, None))
            self._draft.stages.append(StageDraft(title, phase))
        return self._draft.stages[-1]

    def _cell(self, touchpoint: TouchpointDraft, place: str, name: str, texts: list[str]) -> None:
        if name in _MARKS:
            self._mark(touchpoint, place, name, texts)
        elif name in {"channel", "owner", "personas"}:
            names = [part.strip() for text in texts for part in _NAMES.split(text) if part.strip()]
            if name == "personas":
                names = [each for each in names if each.casefold() not in _EVERYBODY]
                self._draft.personas += [each for each in names if each not in self._draft.personas]
            {"channel": touchpoint.channels, "owner": touchpoint.owners, "personas": touchpoint.personas}[name] += names
        elif name == "moment_of_truth":
            self._moment(touchpoint, place, texts[0])
        elif name == "goal":
            stage = self._draft.stages[-1]
            stage.goal = stage.goal or " ".join(texts[0].split())
        else:
            for text in (part for whole in texts for part in _parts(whole)):
                self._text(touchpoint, place, name, text)

    def _text(self, touchpoint: TouchpointDraft, place: str, name: str, text: str) -> None:
        if name == "quotes":
            touchpoint.quotes.append((text.strip("\"“”„«»'‘’ "), None))
        elif name in DURATIONS:
            found = values.duration(text)
            if found is None:
                self._read.remarks.append(f"{place}: no duration was read in {shown(text)}: kept as a note")
                touchpoint.shared.add("description", f"{FIELD_WORDS[name][0].partition(',')[0]}: {text}")
            else:
                if found.larger:
                    self._read.remarks.append(f"{place}: of {shown(text)} the larger was taken: {found.text}")
                touchpoint.shared.add(name, found.text)
        elif name in FIELDS:
            touchpoint.shared.add(name, text)

    def _mark(self, touchpoint: TouchpointDraft, place: str, name: str, texts: list[str]) -> None:
        mark, (low, high) = number(texts[0]), self._scale
        if len(texts) > 1 or getattr(touchpoint.shared.marks, name) is not None:
            self._read.remarks.append(f"{place}: {name} twice; the first was taken")
        if mark is None:
            self._read.remarks.append(f"{place}: {name} is no number, left out: {shown(texts[0])}")
        elif not low <= mark <= high:
            self._problems.append(f"{place}: {name} {mark:g} is outside {low:g} to {high:g}")
        elif getattr(touchpoint.shared.marks, name) is None:
            setattr(touchpoint.shared.marks, name, mark)

    def _moment(self, touchpoint: TouchpointDraft, place: str, text: str) -> None:
        folded = text.strip().casefold()
        if folded in _YES:
            touchpoint.moment_of_truth = True
        elif folded not in _NO:
            self._read.remarks.append(f"{place}: yes or no for a moment of truth, not {shown(text)}")


def _parts(text: str) -> list[str]:
    """The texts of a cell that holds a list: by line breaks, semicolons and bullets."""
    parts = (" ".join(re.sub(r"^\s*[-*–]\s+", "", part).split()) for part in _LIST.split(text))
    return [part for part in parts if part]


def _letters(index: int) -> str:
    """The name of a column as spreadsheets have it: A, B, …, AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def account(read: TableDraft) -> str:
    """``read as a list (a row a touchpoint): Fase as stage, Stap as touchpoint``."""
    what = "a row a touchpoint" if read.shape == "list" else "a column a touchpoint"
    names = [f"'{cell}' as {'touchpoint' if name == 'title' else name}" for cell, name in read.read]
    return f"read as a {read.shape} ({what}): {listed(names)}"
