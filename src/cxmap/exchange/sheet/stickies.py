"""Boards of sticky notes, as Mural and Miro export them.

Mural says of each note its text, colour and place: notes below one another are a touchpoint, and the colours say what a
note is. Miro says the texts only. Of who wrote or changed a note nothing is read.
"""

from __future__ import annotations

import html
import itertools
import re
from collections import Counter
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING, Any, Final

from cxmap.exchange.draft.journey import DURATIONS, FIELDS, JourneyDraft, StageDraft, TouchpointDraft
from cxmap.exchange.draft.values import duration
from cxmap.exchange.draft.words import NO_STAGE
from cxmap.exchange.errors import ForeignError, PlacedError
from cxmap.exchange.outline.escapes import hidden
from cxmap.exchange.outline.signs import read_signs
from cxmap.exchange.outline.write import plain_bullet
from cxmap.exchange.sheet.cells import number
from cxmap.lint.messages import shown
from cxmap.text.escape import terminal_line
from cxmap.text.suggestions import nearest
from cxmap.text.wording import counted, hint
from cxmap.yaml.editor.value import scalar
from cxmap.yaml.reader.read import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cxmap.choices import Lang
    from cxmap.exchange.sheet.cells import Sheet

MEANINGS: Final = ("stages", "touchpoints", "quotes", "channel", "owner", *FIELDS, "skip")
"""What the notes of a colour can be."""

_COLUMNS: Final = {"text": "text", "color": "bg color", "x": "position x", "y": "position y", "area": "area"}
_MOST: Final = 2000  # notes: each is compared with every other one
_FARTHEST: Final = 1e9  # where a note may lie
_APART: Final = 0.6  # of a note's width, between the notes of two touchpoints
_LONGEST: Final = 40  # characters of a sample
_TAG: Final = re.compile(r"<(?:br|/div|/p|/li)\s*/?>", re.IGNORECASE)
_MARKUP: Final = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class Sticky:
    """A note on a board.

    Attributes:
        text: What it says.
        color: Its colour, in capitals.
        x: Where it is, from the left.
        y: Where it is, from the top.
        area: The title of the area that it is in; ``""``: none.
    """

    text: str
    color: str
    x: float
    y: float
    area: str


@dataclass(slots=True)
class Board:
    """What a board says.

    Attributes:
        draft: The journey.
        remarks: What was passed over, as sentences.
    """

    draft: JourneyDraft
    remarks: list[str] = field(default_factory=list)


def has_places(sheet: Sheet) -> bool:
    """Whether an export says where its notes are, as Mural's does."""
    names = {name.casefold() for name in sheet.header}
    return {_COLUMNS["text"], _COLUMNS["x"], _COLUMNS["y"]} <= names


def stickies(sheet: Sheet) -> list[Sticky]:
    """The notes of an export that says where they are; those without text or place aside.

    Raises:
        ForeignError: There is none, or too many.
    """
    names = [name.casefold() for name in sheet.header]
    places = {key: names.index(name) for key, name in _COLUMNS.items() if name in names}

    def cell(row: list[str], key: str) -> str:
        place = places.get(key, len(row))
        return row[place].strip() if place < len(row) else ""

    found = []
    for _, row in sheet.rows:
        text, x, y = _text(cell(row, "text")), number(cell(row, "x")), number(cell(row, "y"))
        if text and x is not None and y is not None and max(abs(x), abs(y)) < _FARTHEST:
            found.append(Sticky(text, cell(row, "color").upper() or "NONE", x, y, _text(cell(row, "area"))))
    if not found:
        raise ForeignError("no note with a text and a place; is this the CSV that Mural exports?")
    if len(found) > _MOST:
        raise ForeignError(f"{len(found):,} notes; more than {_MOST:,} are not arranged: export a part of the board")
    return found


def skeleton(sheet: Sheet, title: str) -> str:
    """An outline to put in order, of an export that holds texts only, as Miro's does."""
    cells = [cell for row in (sheet.header, *(row for _, row in sheet.rows)) for cell in row]
    texts = [text for cell in cells if (text := _text(cell))]
    return "\n".join([f"# {plain_bullet(title)}", "", *(f"- {plain_bullet(text)}" for text in texts)]) + "\n"


def suggested_legend(notes: Sequence[Sticky]) -> str:
    """A mapping of colours, with how many notes each has and two of them.

    The colour that is near the top of most columns is taken for the touchpoints', another that is only at the top for
    the stages'.
    """
    columns = _columns(notes)
    near_the_top = Counter(color for column in columns for color in {note.color for note in column[:2]})
    touchpoints = near_the_top.most_common(1)[0][0]
    tops = Counter(column[0].color for column in columns)
    colors = Counter(note.color for note in notes)
    meant = {color: "stages" for color, count in tops.items() if count == colors[color] > 1} | {
        touchpoints: "touchpoints"
    }
    lines = [
        "# What do the notes of each colour say? Put it right, then",
        "# cxmap import stickies BOARD --mapping FILE -o journeys/",
        f"# One of: {', '.join(MEANINGS)}",
        "colors:",
    ]
    for color, count in colors.most_common():
        samples = [note.text[:_LONGEST] for note in notes if note.color == color][:2]
        told = " · ".join(terminal_line(sample) for sample in samples)
        lines.append(f"  {scalar(color)}: {meant.get(color, 'skip')}   # {counted(count, 'note')}: {told}")
    return "\n".join(lines) + "\n"


def read_legend(data: bytes, name: str) -> dict[str, str]:
    """What the notes of each colour are, from a mapping.

    Raises:
        PlacedError: It is no such mapping.
    """
    source = read(data, name)

    def at(pointer: tuple[Any, ...], message: str) -> str:
        span = source.span(pointer)
        return f"{name}:{span.line}:{span.column}: {message}"

    problems = [
        f"{name}:{found.span.line}:{found.span.column}: {found.message}"
        for found in source.problems
        if found.code != "CX008"  # a mapping has no line 'cxmap: 1'
    ]
    given = source.data.get("colors") if isinstance(source.data, dict) and not problems else None
    if not problems and not (isinstance(given, dict) and given):
        problems.append(at((), "the key 'colors' is missing: a colour and what its notes are, a line each"))
    for color, meaning in (given or {}).items():
        if meaning not in MEANINGS:
            remedy = hint(nearest(str(meaning), MEANINGS), f"known are {', '.join(MEANINGS)}")
            problems.append(at(("colors", color), f"unknown kind of note {shown(str(meaning))}{remedy}"))
    if problems:
        raise PlacedError(problems)
    return {str(color).upper(): str(meaning) for color, meaning in (given or {}).items()}


def read_board(
    notes: Sequence[Sticky], legend: Mapping[str, str], *, scale: tuple[float, float] = (1, 10), lang: Lang = "en"
) -> Board:
    """The journey that the notes of a board make.

    Args:
        notes: The notes.
        legend: What the notes of each colour are.
        scale: Lowest and highest score.
        lang: The language of what is filled in.

    Raises:
        ForeignError: There is no touchpoint.
    """
    board = Board(JourneyDraft())
    kept = [note for note in notes if legend.get(note.color, "skip") != "skip"]
    left = Counter(note.color for note in notes if legend.get(note.color, "skip") == "skip")
    board.remarks += [f"left out: {counted(count, 'note')} of the colour {color}" for color, count in left.items()]
    heads = sorted((note for note in kept if legend[note.color] == "stages"), key=lambda note: note.x)
    columns = _columns([note for note in kept if legend[note.color] != "stages"])
    for column in columns:
        current = None
        for note in column:
            if legend[note.color] == "touchpoints":
                current = _touchpoint(note, board, scale)
                _stage(board.draft, _head(note, heads), lang).touchpoints.append(current)
            elif current is None:
                board.remarks.append(f"left out: no touchpoint above {shown(note.text)}")
            else:
                _add(current, legend[note.color], note.text, board)
    if not board.draft.touchpoints:
        raise ForeignError("no note is a touchpoint; say in 'colors' which colour the touchpoints have")
    return board


def _columns(notes: Iterable[Sticky]) -> list[list[Sticky]]:
    """Notes that are below one another, from left to right and each from the top."""
    ordered = sorted(notes, key=lambda note: (note.x, note.y))
    if not ordered:
        return []
    apart = _APART * _width(ordered)
    columns = [[ordered[0]]]
    for before, note in itertools.pairwise(ordered):
        if note.x - before.x > apart:
            columns.append([])
        columns[-1].append(note)
    return [sorted(column, key=lambda note: (note.y, note.x)) for column in columns]


def _width(notes: Sequence[Sticky]) -> float:
    """About how wide a note is: how far the nearest other one is, for half of the notes."""
    nearest_ones = [
        min(max(abs(note.x - other.x), abs(note.y - other.y)) for other in notes if other is not note)
        for note in notes
        if len(notes) > 1
    ]
    return median(nearest_ones) if nearest_ones else 0.0


def _head(note: Sticky, heads: Sequence[Sticky]) -> str:
    """The stage of a touchpoint: the last heading that starts at or before it, else its area."""
    before = [head.text for head in heads if head.x <= note.x]
    return before[-1] if before else (heads[0].text if heads else note.area)


def _stage(draft: JourneyDraft, title: str, lang: Lang) -> StageDraft:
    title = title or NO_STAGE[lang]
    if not draft.stages or draft.stages[-1].title != title:
        draft.stages.append(StageDraft(title))
    return draft.stages[-1]


def _touchpoint(note: Sticky, board: Board, scale: tuple[float, float]) -> TouchpointDraft:
    signs = read_signs(hidden(note.text), scale)
    board.remarks += signs.doubts
    if signs.written:
        board.remarks.append(f"scores {signs.written}: {shown(signs.text)}")
    touchpoint = TouchpointDraft(signs.text or note.text, signs.channels, signs.owners, [], signs.moment_of_truth)
    touchpoint.shared.marks = signs.marks
    return touchpoint


def _add(touchpoint: TouchpointDraft, meaning: str, text: str, board: Board) -> None:
    if meaning == "quotes":
        touchpoint.quotes.append((text.strip('"“”„«» '), None))
    elif meaning == "channel":
        touchpoint.channels.append(text)
    elif meaning == "owner":
        touchpoint.owners.append(text)
    elif meaning in DURATIONS:
        found = duration(text)
        if found is None:
            board.remarks.append(f"no duration was read in {shown(text)}: kept as a note")
            touchpoint.shared.add("description", text)
        else:
            touchpoint.shared.add(meaning, found.text)
    else:
        touchpoint.shared.add(meaning, text)


def _text(cell: str) -> str:
    """The text of a note, without its markup."""
    return " ".join(html.unescape(_MARKUP.sub("", _TAG.sub(" ", cell))).split())
