"""A first mapping, made from the columns of a file: what a person then puts right."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from cxmap.exchange.survey.columns import RESPONDENT, AnswerColumn, column, first_rows, run_of_marks
from cxmap.model.ids import NewIds, as_id
from cxmap.text.suggestions import Vocabulary, fold
from cxmap.text.wording import first_of
from cxmap.yaml.editor.value import scalar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cxmap.exchange.survey.answers import Answers
    from cxmap.project.document import Document

_MOST_LISTED: Final = 50
_IMPORTANCE = re.compile(r"[\W_]*(?:importance|important|imp|belang(?:rijk)?|wichtig(?:keit)?)[\W_]*", re.IGNORECASE)
_EXPERIENCE = re.compile(
    r"[\W_]*(?:experience|satisfaction|satisfied|exp|sat|ervaring|tevreden(?:heid)?|zufriedenheit|rating|score)[\W_]*",
    re.IGNORECASE,
)
_OVERALL = re.compile(r".*(?:overall|total|totaal|algemeen|gesamt|as a whole).*|all|nps|oordeel", re.IGNORECASE)
_QUESTION = re.compile(r"(?:question|vraag|frage|item|variable)(?:[\W_]?(?:id|text|name))?", re.IGNORECASE)
_ANSWER = re.compile(r"(?:answer|antwoord|antwort|value|waarde|wert|mark|score)", re.IGNORECASE)


def suggested_mapping(answers: Answers, name: str, document: Document | None = None) -> str:
    """A mapping for a file of answers, with what was found in its comments.

    Columns that hold a few numbers are taken for questions; names that differ only in words such as ``importance`` and
    ``satisfaction`` for the two questions about one touchpoint.

    Args:
        answers: The file.
        name: What to call the source.
        document: The journey, whose touchpoints the columns may be named after.
    """
    rows = first_rows(answers)
    columns = [column(title, (row[index] for row in rows)) for index, title in enumerate(answers.header)]
    lines = [
        "# A first mapping, made from the columns: put it right, then",
        "# cxmap import survey ANSWERS --mapping FILE --into JOURNEY --dry-run",
        f"journey: {document.journey.id}" if document and document.journey else "# journey: ID",
        "source:",
        f"  id: {as_id(name) or 'survey'}",
        f"  title: {scalar(name, between_brackets=False)}",
        "  # date: 2026-03-31",
    ]
    asked = _asked_below(answers.header, rows)
    questions = asked or [column for column in columns if column.role == "question"]
    overall = next((column for column in questions if _OVERALL.fullmatch(column.name)), None)
    lines += _answers(questions)
    personas = document.journey.personas if document and document.journey else []
    who = next(
        (column for column in columns if column.role == "words" and {*personas} & {*map(str.lower, column.words)}), None
    )
    lines += _about_respondents(columns, who, long=asked is not None)
    if asked is not None:
        question, answer = _long(answers.header)
        lines.append(f"long: {{question: {scalar(question)}, answer: {scalar(answer)}}}")
    about = [column for column in questions if column is not overall]
    if overall:
        sign = "# " if any(_IMPORTANCE.search(column.name) for column in about) else ""
        lines.append(f"{sign}overall: {scalar(overall.name, between_brackets=False)}")
        lines.append(f"{sign}derive: correlation   # importance, where it was not asked")
    known = {placed.touchpoint.id: placed.touchpoint.title for placed in document.touchpoints()} if document else {}
    lines.append("touchpoints:")
    if known:
        lines.append(f"  # of the journey: {', '.join(known)}")
    lines += _touchpoints(about, known) or ["  # ID: COLUMN   (no column holds a few numbers)"]
    others = [column for column in columns if column.name and column.role in {"other", "words"} and column is not who]
    if asked is not None:
        others = []
    lines += [f"# {line}" for line in first_of([f"not used: {_described(other)}" for other in others], _MOST_LISTED)]
    return "\n".join(lines) + "\n"


def _long(header: Sequence[str]) -> tuple[str, str]:
    """The columns with questions and answers of a long table; empty where it is none."""
    question = next((title for title in header if _QUESTION.fullmatch(title)), "")
    return question, next((title for title in header if _ANSWER.fullmatch(title)), "") if question else ""


def _asked_below(header: Sequence[str], rows: Sequence[tuple[str, ...]]) -> list[AnswerColumn] | None:
    """The questions of a long table; ``None`` where the table is none."""
    question, answer = _long(header)
    if not answer:
        return None
    by_name: dict[str, list[str]] = {}
    for row in rows:
        by_name.setdefault(row[header.index(question)], []).append(row[header.index(answer)])
    found = [column(name, cells) for name, cells in by_name.items()]
    return [column for column in found if column.role == "question"]


def _answers(questions: Sequence[AnswerColumn]) -> Iterator[str]:
    """The scale, and what seems to be no mark."""
    low, high, far = run_of_marks(questions)
    marks, words = Counter[float](), Counter[str]()
    for question in questions:
        marks.update(question.marks)
        words.update(question.words)
    codes = [f"{mark:g}" for mark in far] + [scalar(word) for word, _ in words.most_common(_MOST_LISTED)]
    found = ", ".join(f"{mark:g} ({count:,})" for mark, count in sorted(marks.items())[:_MOST_LISTED])
    yield "answers:"
    if found:
        yield f"  # found: {found}"
    yield f"  scale: {{min: {low:g}, max: {high:g}}}   # are both ends marks, or is one a code?"
    yield f"  not_answers: [{', '.join(codes)}]   # codes that are no mark: not used, refused, no opinion"


def _about_respondents(columns: Sequence[AnswerColumn], who: AnswerColumn | None, *, long: bool) -> Iterator[str]:
    respondent = next((column for column in columns if column.role == "respondent"), None)
    if respondent is None and long:  # there each is named more than once
        respondent = next((column for column in columns if RESPONDENT.fullmatch(column.name)), None)
    if respondent:
        yield f"respondent: {scalar(respondent.name, between_brackets=False)}"
    else:
        yield "respondent: COLUMN" if long else "# respondent: COLUMN"
    weight = next((column for column in columns if column.role == "weight"), None)
    yield f"weight: {scalar(weight.name, between_brackets=False)}" if weight else "# weight: COLUMN"
    day = next((column for column in columns if column.role == "date"), None)
    if day:
        written = f", format: {scalar(day.date_format)}" if day.date_format else ""
        yield f"date: {{column: {scalar(day.name)}{written}}}   # and from, until"
    else:
        yield "# date: {column: COLUMN, from: 2026-01-01, until: 2026-03-31}"
    yield f"persona: {{column: {scalar(who.name)}}}" if who else "# persona: {column: COLUMN}"


def _touchpoints(questions: Sequence[AnswerColumn], known: dict[str, str]) -> list[str]:
    """A line for each touchpoint: the journey's where its id or title is near, else one named after the question."""
    asked: dict[str, dict[str, str]] = {}
    for question in questions:
        kind = "importance" if _IMPORTANCE.search(question.name) else "experience"
        stem = (_IMPORTANCE if kind == "importance" else _EXPERIENCE).sub(" ", question.name).strip()
        both = asked.setdefault(stem or question.name, {})
        if kind in both:
            both = asked.setdefault(question.name, {})
        both[kind] = question.name
    left = {fold(word): name for name, title in known.items() for word in (title, name)}
    lines, ids = [], NewIds(known)
    for stem, both in asked.items():
        near = Vocabulary(left).clear(fold(stem))
        name = left[near] if near else ids.make(as_id(stem) or "question")
        left = {word: column for word, column in left.items() if column != name}
        columns = ", ".join(f"{kind}: {scalar(both[kind])}" for kind in ("importance", "experience") if kind in both)
        unknown = "   # which touchpoint is this?" if known and not near else ""
        lines.append(f"  {name}: {{{columns}}}{unknown}")
    return lines


def _described(one: AnswerColumn) -> str:
    words = ", ".join(scalar(word) for word, _ in one.words.most_common())
    return f"{scalar(one.name)} ({words})" if words else scalar(one.name)
