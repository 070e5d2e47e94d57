"""A first mapping, made from the columns of a file: what a person then puts right."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cxmap.model.ids import NewIds, as_id
from cxmap.model.spelling import fold
from cxmap.source.edit_value import scalar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cxmap.exchange.survey.answers import Answers
    from cxmap.project.document import Document

_LOOKED_AT: Final = 20_000  # rows
_AT_ONCE: Final = 200  # columns
_MOST_MARKS: Final = 15
_MOST_LISTED: Final = 50
_IMPORTANCE = re.compile(r"[\W_]*(?:importance|important|imp|belang(?:rijk)?|wichtig(?:keit)?)[\W_]*", re.IGNORECASE)
_EXPERIENCE = re.compile(
    r"[\W_]*(?:experience|satisfaction|satisfied|exp|sat|ervaring|tevreden(?:heid)?|zufriedenheit|rating|score)[\W_]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    low: float
    high: float
    marks: int


def suggested_mapping(answers: Answers, name: str, document: Document | None = None) -> str:
    """A mapping for a file of answers, with what was found in its comments.

    Columns that hold a few whole numbers are taken for questions; names that differ only in words such as
    ``importance`` and ``satisfaction`` for the two questions about one touchpoint.

    Args:
        answers: The file.
        name: What to call the source.
        document: The journey, whose touchpoints the columns may be named after.
    """
    questions = list(_questions(answers))
    lows, highs = [one.low for one in questions], [one.high for one in questions]
    low, high = (min(lows, key=lows.count), max(highs)) if questions else (1.0, 5.0)
    low = min(lows, default=low)
    journey = document.journey if document else None
    lines = [
        "# A first mapping, made from the columns: put it right, then",
        "# cxmap import survey ANSWERS --mapping FILE --into JOURNEY --dry-run",
        f"journey: {journey.id if journey else 'TODO'}",
        "source:",
        f"  id: {as_id(name) or 'survey'}",
        f"  title: {scalar(name, between_brackets=False)}",
        "  # date: 2026-03-31",
        "answers:",
        f"  scale: {{min: {low:g}, max: {high:g}}}   # lowest and highest found; are the ends marks, or codes?",
        "  not_answers: []   # codes that are no mark: not used, refused, no opinion",
        "# respondent: COLUMN",
        "# weight: COLUMN",
        "# persona: {column: COLUMN}",
        "# date: {column: COLUMN, from: 2026-01-01, until: 2026-03-31}",
        "# overall: COLUMN   # with derive: correlation, where importance was not asked",
        "touchpoints:",
    ]
    known = [placed.touchpoint.id for placed in document.touchpoints()] if document else []
    if known:
        lines.append(f"  # of the journey: {', '.join(known)}")
    lines += _touchpoints(questions, known) or ["  TODO: COLUMN   # no column holds a few whole numbers"]
    taken = {one.name for one in questions}
    others = [one for one in answers.header if one and one not in taken]
    if others:
        listed = ", ".join(scalar(one) for one in others[:_MOST_LISTED])
        more = f", and {len(others) - _MOST_LISTED} more" if len(others) > _MOST_LISTED else ""
        lines.append(f"# Other columns: {listed}{more}")
    return "\n".join(lines) + "\n"


def _questions(answers: Answers) -> Iterator[_Column]:
    """The columns that hold whole numbers, and few different ones."""
    for start in range(0, len(answers.header), _AT_ONCE):
        columns = range(start, min(start + _AT_ONCE, len(answers.header)))
        summed = []
        for column in columns:
            number = (
                f"coalesce(try_cast(c{column} AS DOUBLE), try_cast(replace(c{column}::VARCHAR, ',', '.') AS DOUBLE))"
            )
            summed += [
                f"count(nullif(trim(c{column}::VARCHAR), ''))",
                f"count({number}) FILTER ({number} = floor({number}))",
                f"min({number})",
                f"max({number})",
                f"count(DISTINCT {number})",
            ]
        rows = answers.ask(f"SELECT {', '.join(summed)} FROM (SELECT * FROM {answers.table} LIMIT {_LOOKED_AT})", {})
        for index, column in enumerate(columns):
            filled, whole, low, high, marks = rows[0][index * 5 : index * 5 + 5]
            if answers.header[column] and filled and whole == filled and 1 < marks <= _MOST_MARKS:
                yield _Column(answers.header[column], low, high, marks)


def _touchpoints(questions: Sequence[_Column], known: Sequence[str]) -> list[str]:
    """A line for each touchpoint, its id after its questions, or the journey's where one is near."""
    asked: dict[str, dict[str, str]] = {}
    for question in questions:
        kind = "importance" if _IMPORTANCE.search(question.name) else "experience"
        stem = _IMPORTANCE.sub(" ", question.name) if kind == "importance" else _EXPERIENCE.sub(" ", question.name)
        both = asked.setdefault(stem.strip() or question.name, {})
        if kind in both:
            both = asked.setdefault(question.name, {})
        both[kind] = question.name
    lines, ids = [], NewIds(known)
    folded = {fold(one): one for one in known}
    for stem, both in asked.items():
        name = folded.pop(fold(stem), None) or ids.make(as_id(stem) or "question")
        columns = ", ".join(f"{kind}: {scalar(column)}" for kind, column in sorted(both.items(), reverse=True))
        lines.append(f"  {name}: {{{columns}}}")
    return lines
