"""What is wrong with a file of answers, and what of it does not count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.exchange.errors import ForeignError, PlacedError
from cxmap.text.suggestions import Vocabulary
from cxmap.text.wording import counted, hint, some_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cxmap.exchange.survey.counting import Group, Survey
    from cxmap.exchange.survey.mapping import MappingFile
    from cxmap.exchange.survey.marks import Misfits
    from cxmap.exchange.survey.respondents import Respondents
    from cxmap.yaml.values import Pointer

_MOST_LISTED = 5
_LONGEST = 40  # characters of an answer that are shown


def check_columns(file: MappingFile, header: Sequence[str], kinds: Mapping[str, str]) -> None:
    """Check that the answers have the columns that a mapping names.

    Args:
        file: The mapping.
        header: The names of the columns.
        kinds: What they hold, where only that type will do: see ``engine.Kind``.

    Raises:
        PlacedError: One is not there, or there twice, or of another type.
    """
    problems = list(_mistyped(file, kinds)) if kinds else []
    vocabulary = Vocabulary(header)
    for pointer, name in file.columns:
        if header.count(name) > 1:
            problems.append(
                file.problem(
                    pointer, f"the answers have {header.count(name)} columns '{name}'; rename all but one of them"
                )
            )
        elif name not in header:
            message = f"the answers have no column '{name}'" + suggested(name, header, vocabulary)
            problems.append(file.problem(pointer, message))
    _refuse(problems)


def _mistyped(file: MappingFile, kinds: Mapping[str, str]) -> Iterable[str]:
    """What a mapping asks of answers in a database that only files can give."""
    mapping = file.mapping
    if mapping.long:
        message = "a row an answer is read from files only; make a view with a row a respondent and a column a question"
        yield file.problem(("long",), message, key=True)
    if mapping.answers.skip_rows:
        yield file.problem(("answers", "skip_rows"), "a table of a database has no rows below its header", key=True)
    if mapping.date and kinds.get(mapping.date.column, "date") not in {"date", "time"}:
        message = f"'{mapping.date.column}' is no date to the database; make a view that casts it to one"
        yield file.problem(("date", "column"), message)
    if mapping.weight and kinds.get(mapping.weight, "number") != "number":
        message = f"'{mapping.weight}' is no number to the database; make a view that casts it to one"
        yield file.problem(("weight",), message)


def check_questions(file: MappingFile, survey: Survey) -> None:
    """Check that a long table has the questions that a mapping names.

    Raises:
        PlacedError: Nobody answered one of them.
    """
    asked = survey.question_names()
    vocabulary = Vocabulary(asked)
    _refuse(
        file.problem(pointer, f"nobody answered a question '{name}'" + suggested(name, sorted(asked), vocabulary))
        for pointer, name in file.questions
        if name not in asked
    )


def check_rows(file: MappingFile, survey: Survey) -> list[str]:
    """Check that each row has what a mapping asks for.

    Returns:
        Which rows are skipped, as sentences.

    Raises:
        PlacedError: Dates, weights or respondents are not what they should be.
        ForeignError: There are no rows.
    """
    found, problems, remarks = survey.account(), [], []
    unwanted = found.get("unwanted", 0)
    if unwanted and not found["rows"]:
        message = f"none of {counted(unwanted, 'row')} holds what 'only' asks for"
        raise PlacedError([file.problem(("answers", "only"), message, key=True)])
    if not found["rows"]:
        raise ForeignError("there are no answers below the names of the columns; are they elsewhere?")
    if misdated := found.get("misdated"):
        message = f"{counted(misdated, 'date')} that cannot be read, such as {_quoted(found['misdated_example'])}"
        problems.append(file.problem(("date", "column"), f"{message}; say with 'format' how they are written"))
    if misweighted := found.get("misweighted"):
        example = found["misweighted_example"]
        shown = _quoted(example) if example else "an empty cell"
        message = f"{counted(misweighted, 'weight')} other than a number of 0 or more, such as {shown}"
        problems.append(file.problem(("weight",), message))
    if nameless := found.get("nameless"):
        problems.append(file.problem(("respondent",), f"{counted(nameless, 'row')} without a respondent"))
    if found.get("repeated"):
        who = listed(survey.repeated()) or counted(found["repeated"], "row") + " too many"
        message = f"respondents who are there more than once: {who}; each answers once"
        problems.append(file.problem(("respondent",), message))
    _refuse(problems)
    if unwanted:
        names = some_of((_quoted(name) for name in file.mapping.answers.only), _MOST_LISTED)
        remarks.append(f"skipped {counted(unwanted, 'row')}: not what 'only' asks for ({names})")
    if outside := found.get("outside"):
        remarks.append(f"skipped {counted(outside, 'row')}: outside the window of dates")
    if nobodys := found.get("nobodys"):
        skipped = counted(nobodys, "row")
        remarks.append(f"skipped {skipped} without a persona of the journey: {listed(survey.nobodys())}")
    return remarks


def check_groups(file: MappingFile, survey: Survey, respondents: Respondents) -> dict[int, Group]:
    """The respondents who count, by number of the group.

    Raises:
        PlacedError: There are none, or some of a long table contradict themselves.
    """
    groups = survey.groups()
    if not groups and (nobodys := survey.nobodys() if file.mapping.persona else None):
        known = ", ".join(f"'{name}'" for name in respondents.numbers)
        message = f"the answers are of nobody in the journey: {listed(nobodys)}; known are {known}"
        raise PlacedError([file.problem(("persona", "column"), message)])
    if not groups:
        raise PlacedError([file.problem(("date",), "no answer is inside the window of dates")])
    problems = []
    if repeated := sum(group.repeated for group in groups.values()):
        message = f"{counted(repeated, 'answer')} to a question that the respondent had answered already"
        problems.append(file.problem(("long", "question"), message))
    if torn := sum(group.torn for group in groups.values()):
        message = f"{counted(torn, 'respondent')} with several personas or weights"
        problems.append(file.problem(("respondent",), message))
    _refuse(problems)
    return groups


def check_answers(file: MappingFile, misfits: Mapping[str, Misfits], places: Mapping[str, Pointer]) -> list[str]:
    """Check that every answer is a mark of the scale, or one of the codes that are no answer.

    Args:
        file: The mapping.
        misfits: By question, the answers that are not.
        places: Where the mapping names each question.

    Returns:
        Which answers are skipped, as sentences.

    Raises:
        PlacedError: There are others than the mapping lets pass.
    """
    answers, problems, remarks = file.mapping.answers, [], []
    for question, found in misfits.items():
        if found.unread:
            message = f"'{question}': answers that are no marks: {listed(found.unread)}"
            problems.append(file.problem(places[question], f"{message}; name them in not_answers or labels"))
        if found.outside:
            message = f"'{question}': answers outside {answers.scale.min:g} to {answers.scale.max:g}"
            message += f": {listed(found.outside)}"
            if answers.outside == "leave-out":
                remarks.append(f"{message}; skipped")
            else:
                hint = "name them in not_answers, or write 'outside: leave-out'"
                problems.append(file.problem(places[question], f"{message}; {hint}"))
    _refuse(problems)
    return remarks


def listed(found: Mapping[str, int]) -> str:
    """The most frequent of some values, each with how often it is there: ``'7' (12), '0' (1)``."""
    ordered = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return some_of((f"{_quoted(value)} ({count:,})" for value, count in ordered), _MOST_LISTED)


def _quoted(value: str) -> str:
    return f"'{value}'" if len(value) <= _LONGEST else f"'{value[:_LONGEST]}…'"


def suggested(name: str, known: Sequence[str], vocabulary: Vocabulary) -> str:
    """What was meant, or what there is: of a table with another separator that tells at once what is wrong."""
    there = some_of((_quoted(column) for column in known if column), _MOST_LISTED)
    return hint(vocabulary.nearest(name), f"there are {there}")


def _refuse(problems: Iterable[str]) -> None:
    if found := list(problems):
        raise PlacedError(found)
