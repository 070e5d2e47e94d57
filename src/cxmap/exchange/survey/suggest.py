"""A first mapping, made from the columns of a file: what a person then puts right."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from cxmap.exchange.sheet.cells import number
from cxmap.exchange.survey.columns import RESPONDENT, AnswerColumn, column, first_rows, run_of_marks
from cxmap.exchange.survey.guess import persona_column, segment_column, touchpoints_asked
from cxmap.exchange.survey.likert import HIGHEST, whole_scale
from cxmap.exchange.survey.respondents import names_of
from cxmap.exchange.survey.tools import SurveyTool, is_administration, is_personal, recognised
from cxmap.exchange.survey.tools import asked as asks
from cxmap.model.ids import NewIds, as_id
from cxmap.text.escape import terminal_line
from cxmap.text.wording import first_of
from cxmap.yaml.editor.value import scalar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cxmap.exchange.survey.counting import Meanings, OpenAnswers
    from cxmap.project.document import Document
    from cxmap.project.project import Project

_MOST_LISTED: Final = 50
_LONGEST: Final = 100  # characters of a question in a comment
_IMPORTANCE = re.compile(r"[\W_]*(?:importance|important|imp|belang(?:rijk)?|wichtig(?:keit)?)[\W_]*", re.IGNORECASE)
_EXPERIENCE = re.compile(
    r"[\W_]*(?:experience|satisfaction|satisfied|exp|sat|ervaring|tevreden(?:heid)?|zufriedenheit|rating|score)[\W_]*",
    re.IGNORECASE,
)
_OVERALL = re.compile(
    r".*(?:overall|total|totaal|algemeen|gesamt|as a whole|all in all|al met al|over het geheel|recommend|aanbeve).*"
    r"|all|nps|oordeel",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"(?:question|vraag|frage|item|variable)(?:[\W_]?(?:id|text|name))?", re.IGNORECASE)
_ANSWER = re.compile(r"(?:answer|antwoord|antwort|value|waarde|wert|mark|score)", re.IGNORECASE)


def suggested_mapping(
    answers: OpenAnswers, name: str, document: Document | None = None, project: Project | None = None
) -> str:
    """A mapping for a file of answers, with what was found in its comments.

    Columns that hold a few numbers are taken for questions; names that differ only in words such as ``importance`` and
    ``satisfaction`` for the two questions about one touchpoint.

    Args:
        answers: The file.
        name: What to call the source.
        document: The journey, whose touchpoints the columns may be named after.
        project: The journey's project, for the names of its personas and their segments.
    """
    rows = first_rows(answers)
    says = answers.meanings
    spss = SurveyTool("SPSS", texts=dict(says.texts)) if says.texts or says.labels else SurveyTool("")
    tool = recognised(answers.header, rows) or spss
    rows = rows[tool.skip_rows :]
    columns = [
        column(title, (row[index] for row in rows), tool.texts.get(title, ""))
        for index, title in enumerate(answers.header)
    ]
    lines = [
        *([f"# An export of {tool.name}."] if tool.name else []),
        "# A first mapping, made from the columns: put it right, then",
        "# cxmap import survey ANSWERS --mapping FILE --into JOURNEY --dry-run",
        f"journey: {document.journey.id}" if document and document.journey else "# journey: ID",
        "source:",
        f"  id: {as_id(name) or 'survey'}",
        f"  title: {scalar(name, between_brackets=False)}",
        "  # date: 2026-03-31",
    ]
    asked = _asked_below(answers.header, rows)
    names = names_of(project, document.journey) if project and document and document.journey else {}
    names |= {name: (name,) for name in (document.journey.personas if document and document.journey else ())}
    who = persona_column(columns, names, says.labels)
    questions = asked or [column for column in columns if column.role == "question" and not (who and column is who[0])]
    questions, misfits = _on_one_scale(questions)
    overall = next((column for column in questions if _OVERALL.fullmatch(asks(column.name, column.text)[1])), None)
    lines += _answers(questions, tool, says)
    lines += _about_respondents(columns, tool, long=asked is not None)
    lines.append(_whose(columns, who))
    if asked is not None:
        question, answer = _long(answers.header)
        lines.append(f"long: {{question: {scalar(question)}, answer: {scalar(answer)}}}")
    about = [column for column in questions if column is not overall]
    if overall:
        sign = "# " if any(_IMPORTANCE.search(asks(column.name, column.text)[0]) for column in about) else ""
        lines.append(f"{sign}overall: {scalar(overall.name, between_brackets=False)}")
        lines.append(f"{sign}derive: correlation   # importance, where it was not asked")
    known = {placed.touchpoint.id: placed.touchpoint.title for placed in document.touchpoints()} if document else {}
    lines.append("touchpoints:")
    if known:
        lines.append(f"  # of the journey: {', '.join(known)}")
    lines += _touchpoints(about, known) or ["  # ID: COLUMN   (no column holds a few numbers)"]
    others = [
        column
        for column in columns
        if column.name
        and column.role in {"other", "words"}
        and not (who and column is who[0])
        and not is_administration(column.name)
    ]
    lines += [f"# on another scale, for a mapping of its own: {_described(misfit)}" for misfit in misfits]
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


def _answers(questions: Sequence[AnswerColumn], tool: SurveyTool, says: Meanings) -> Iterator[str]:
    """The scale, and what seems to be no mark."""
    low, high, far = run_of_marks(questions)
    marks, words = Counter[float](), Counter[str]()
    labels: dict[str, int] = {}
    for question in questions:
        marks.update(question.marks)
        words.update({word: count for word, count in question.words.items() if word not in question.labels})
        labels |= {word: mark for word, mark in whole_scale(question.labels).items() if labels.get(word, mark) == mark}
    missing = {
        mark for question in questions for mark in marks if _is_missing(mark, says.missing.get(question.name, ()))
    }
    counting = [mark for mark in marks if low <= mark <= high and mark not in missing]
    low, high = (min(counting), max(counting)) if missing and counting else (low, high)
    codes = [f"{mark:g}" for mark in sorted({*far, *missing})] + [
        scalar(word) for word, _ in words.most_common(_MOST_LISTED)
    ]
    found = ", ".join(f"{mark:g} ({count:,})" for mark, count in sorted(marks.items())[:_MOST_LISTED])
    yield "answers:"
    if found:
        yield f"  # found: {found}"
    labelled = {question.name: says.labels[question.name] for question in questions if question.name in says.labels}
    yield from first_of(
        [f"  # {terminal_line(name)}: {_listed(pairs)}" for name, pairs in labelled.items()], _MOST_LISTED
    )
    yield f"  scale: {{min: {low:g}, max: {high:g}}}   # are both ends marks, or is one a code?"
    yield f"  not_answers: [{', '.join(codes)}]   # codes that are no mark: not used, refused, no opinion"
    if labels:
        ordered = sorted(labels.items(), key=lambda label: label[1])
        written = ", ".join(f"{scalar(word)}: {mark}" for word, mark in ordered)
        yield f"  labels: {{{written}}}   # guessed from the words: which end is the good one?"
    if tool.only:
        only = ", ".join(f"{scalar(name)}: [{', '.join(map(scalar, values))}]" for name, values in tool.only.items())
        yield f"  only: {{{only}}}   # no previews, no unfinished answers"
    if tool.skip_rows:
        yield f"  skip_rows: {tool.skip_rows}   # the texts of the questions"


def _is_missing(mark: float, spans: Sequence[tuple[str, str]]) -> bool:
    """Whether a file declares a code to be no answer."""
    ends = ((number(low), number(high)) for low, high in spans)
    return any(low is not None and high is not None and low <= mark <= high for low, high in ends)


def _listed(labels: Sequence[tuple[str, str]]) -> str:
    return terminal_line(", ".join(f"{code} {label[:_LONGEST]}" for code, label in labels[:_MOST_LISTED]))


def _about_respondents(columns: Sequence[AnswerColumn], tool: SurveyTool, *, long: bool) -> Iterator[str]:
    by_role = next((column for column in columns if column.role == "respondent"), None)
    respondent = next((column for column in columns if tool.respondent and column.name == tool.respondent), by_role)
    if respondent is None and long:  # there each is named more than once
        respondent = next((column for column in columns if RESPONDENT.fullmatch(column.name)), None)
    if respondent:
        yield f"respondent: {scalar(respondent.name, between_brackets=False)}"
    else:
        yield "respondent: COLUMN" if long else "# respondent: COLUMN"
    weight = next((column for column in columns if column.role == "weight"), None)
    yield f"weight: {scalar(weight.name, between_brackets=False)}" if weight else "# weight: COLUMN"
    dates = [column for column in columns if column.role == "date"]
    day = next((date for date in dates if date.name == tool.date), dates[0] if dates else None)
    if day:
        written = f", format: {scalar(day.date_format)}" if day.date_format else ""
        yield f"date: {{column: {scalar(day.name)}{written}}}   # and from, until"
    else:
        yield "# date: {column: COLUMN, from: 2026-01-01, until: 2026-03-31}"


def _whose(columns: Sequence[AnswerColumn], who: tuple[AnswerColumn, dict[str, str]] | None) -> str:
    """The column that tells whose answers they are; one that may do so as a comment."""
    if who:
        column, ids = who
        values = ", ".join(f"{scalar(code)}: {name}" for code, name in ids.items())
        return f"persona: {{column: {scalar(column.name)}{f', values: {{{values}}}' if values else ''}}}"
    maybe = segment_column(columns)
    if maybe is None:
        return "# persona: {column: COLUMN}"
    values = ", ".join(f"{scalar(word)}: ID" for word, _ in maybe.words.most_common())
    return f"# persona: {{column: {scalar(maybe.name)}, values: {{{values}}}}}   # which persona or segment is each?"


def _touchpoints(questions: Sequence[AnswerColumn], known: dict[str, str]) -> list[str]:
    """A line for each touchpoint: the journey's where its id or title is near, else one named after the question."""
    asked: dict[str, dict[str, str]] = {}
    for question in questions:
        whole, about = asks(question.name, question.text)
        kind = "importance" if _IMPORTANCE.search(whole) else "experience"
        pattern = _IMPORTANCE if kind == "importance" else _EXPERIENCE
        stem = pattern.sub(" ", about).strip() or pattern.sub(" ", whole).strip(" :-")
        both = asked.setdefault(stem or question.name, {})
        if kind in both:
            both = asked.setdefault(question.name, {})
        both[kind] = question.name
    texts = {question.name: question.text for question in questions}
    named = {stem: " ".join(asks(title, texts[title])[0] for title in both.values()) for stem, both in asked.items()}
    clear = touchpoints_asked(named, known)
    lines, ids = [], NewIds(known)
    for stem, both in asked.items():
        near = clear.get(stem)
        name = near or ids.make(as_id(stem) or "question")
        columns = ", ".join(f"{kind}: {scalar(both[kind])}" for kind in ("importance", "experience") if kind in both)
        unknown = "   # which touchpoint is this?" if known and not near else ""
        asked_by = next((texts[title] for title in both.values() if texts[title]), "")
        text = f"   # {terminal_line(asked_by[:_LONGEST])}" if asked_by else ""
        lines.append(f"  {name}: {{{columns}}}{unknown}{text}")
    return lines


def _on_one_scale(questions: Sequence[AnswerColumn]) -> tuple[list[AnswerColumn], list[AnswerColumn]]:
    """The questions of one scale, and those with words for marks where most numbers are on a longer one."""
    worded = [column for column in questions if column.labels and not column.marks]
    figures = [column for column in questions if column not in worded]
    if not (worded and figures) or run_of_marks(figures)[1] <= HIGHEST:
        return list(questions), []
    return (figures, worded) if len(figures) >= len(worded) else (worded, figures)


def _described(one: AnswerColumn) -> str:
    if is_personal(one.name):
        return scalar(one.name)
    words = ", ".join(scalar(word) for word, _ in one.words.most_common())
    return f"{scalar(one.name)} ({words})" if words else scalar(one.name)
