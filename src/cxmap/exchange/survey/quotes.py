"""Open answers as evidence that a person chooses from: what was said, and nothing that tells who said it.

Nobody but a reader can see every name in a text. So these are drafts, which are printed and never written into a file,
without respondents and dates, and with what can be known to be personal left out.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cxmap.exchange.errors import ForeignError
from cxmap.exchange.survey import account
from cxmap.exchange.survey.counting import TooManyError
from cxmap.exchange.survey.tools import is_personal
from cxmap.text.suggestions import Vocabulary
from cxmap.text.wording import counted
from cxmap.yaml.editor.value import scalar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cxmap.exchange.survey.counting import OpenAnswers
    from cxmap.exchange.survey.mapping import MappingFile
    from cxmap.exchange.survey.respondents import Respondents

MOST_SHOWN: Final = 200
_MOST_NAMES: Final = 100_000
_LEFT_OUT: Final = "[…]"
_PERSONAL: Final = re.compile(
    r"[^\s<>()@]+@[^\s<>()@]+\.\w+"  # mail
    r"|(?:https?://|www\.)\S+"
    r"|(?<!\w)@\w+"  # accounts
    r"|(?<!\w)\+?\d(?:[ ().-]{0,2}\d){5,}(?!\w)"  # telephones, orders, accounts
    r"|\b[A-Z]{2}\d{2}[A-Z0-9]{6,}\b"  # IBAN
    r"|\b\d{4} ?[A-Z]{2}\b"  # Dutch postcodes
)
_WORD: Final = re.compile(r"[^\W\d_]+")
_WORDS: Final = re.compile(r"[^\W\d_]{2,}.*[^\W\d_]{2,}|[^\W\d_]{4,}", re.DOTALL)  # more than n/a, - or ok


@dataclass(frozen=True, slots=True)
class Drafts:
    """Open answers as evidence.

    Attributes:
        text: YAML, the key ``evidence`` with its list.
        remarks: What to know of it, as sentences.
    """

    text: str
    remarks: tuple[str, ...]


def quotes(file: MappingFile, answers: OpenAnswers, respondents: Respondents, column: str) -> Drafts:
    """The open answers of a column, of the respondents who count.

    Args:
        file: The mapping.
        answers: The answers.
        respondents: The groups of respondents.
        column: The column; in a long table the question.

    Raises:
        ForeignError: There is no such column, it may say who somebody is, or it holds too many different answers.
        PlacedError: The mapping does not fit the answers.
    """
    mapping = file.mapping
    account.check_columns(file, answers.header, answers.kinds)
    if not mapping.long and answers.header.count(column) != 1:
        raise ForeignError(_no_such(column, answers.header))
    if is_personal(column) or column == mapping.respondent:
        raise ForeignError(f"'{column}' may say who somebody is, and so is no evidence")
    survey = answers.survey(mapping, [column], respondents.numbers)
    account.check_rows(file, survey)
    if mapping.long and column not in (asked := survey.question_names()):
        raise ForeignError(_no_such(column, sorted(asked)))
    account.check_groups(file, survey, respondents)
    try:
        counts = survey.pairs([(0,)])
    except TooManyError:
        message = f"'{column}': more than 10,000 different answers; choose some with 'date' or 'answers.only'"
        raise ForeignError(message) from None
    masked = _Masking(_names(answers))
    said = Counter[tuple[str, int]]()
    for (who, _), cells in counts.items():
        for cell in cells:
            text = " ".join(str(cell.answers[0] or "").split())
            if _WORDS.search(text):
                said[masked(text), who] += cell.n
    ordered = sorted(said, key=lambda key: (-said[key], key))
    lines = [
        f"# Open answers of {scalar(column)}: read each, take out names, and put what you keep at its touchpoint.",
        "evidence:" if ordered else "evidence: []",
        *(_line(mapping.source.id, text, respondents.groups[who]) for text, who in ordered[:MOST_SHOWN]),
    ]
    shown = f"{counted(min(len(ordered), MOST_SHOWN), 'answer')} in words" + (
        f" of {len(ordered):,}" if len(ordered) > MOST_SHOWN else ""
    )
    remarks = [f"{shown}; nothing was written. Read them for names before you use them."]
    if masked.count:
        remarks.append(f"left out as {_LEFT_OUT}: {counted(masked.count, 'part')} (mail, numbers, names)")
    return Drafts("\n".join(lines) + "\n", tuple(remarks))


class _Masking:
    """Leaves out of texts what may say who somebody is."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = {name.casefold() for name in names}
        self.count = 0

    def __call__(self, text: str) -> str:
        return _WORD.sub(self._word, _PERSONAL.sub(self._masked, text))

    def _masked(self, _: re.Match[str]) -> str:
        self.count += 1
        return _LEFT_OUT

    def _word(self, found: re.Match[str]) -> str:
        word = found[0]
        # Capitals: Will and Bo are names, will and bo may be words.
        return self._masked(found) if word[0].isupper() and word.casefold() in self._names else word


def _names(answers: OpenAnswers) -> set[str]:
    """The words in what columns with names and addresses hold, so that they can be left out of texts."""
    texts = (
        str(value)
        for name in dict.fromkeys(filter(is_personal, answers.header))
        if answers.header.count(name) == 1
        for value in answers.values(name, _MOST_NAMES)
        if value is not None
    )
    return {word for text in texts for word in _WORD.findall(text) if len(word) > 1}


def _line(source: str, text: str, personas: tuple[str, ...]) -> str:
    who = f", persona: {scalar(personas[0])}" if len(personas) == 1 else ""
    return f"  - {{source: {scalar(source)}, quote: {scalar(text)}{who}}}"


def _no_such(column: str, known: list[str]) -> str:
    there = known.count(column)
    if there > 1:
        return f"the answers have {there} columns '{column}'"
    return f"the answers have no column '{column}'{account.suggested(column, known, Vocabulary(known))}"
