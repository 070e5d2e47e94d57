"""Survey tools by the shape of their exports: what is no answer in them, and which columns are administration."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_ADMINISTRATION: Final = re.compile(
    r"#|startdate|enddate|status|ipaddress|progress|duration.*|finished|recordeddate|responseid|recipient\w*"
    r"|externalreference|externaldatareference|location(?:latitude|longitude)|distributionchannel|userlanguage"
    r"|responsetype|(?:start|stage|submit)date\(?utc\)?|networkid|tags|ending|timestamp|tijdstempel|username"
    r"|gebruikersnaam|submitdate|lastpage|startlanguage|seed|datestamp|ipaddr|refurl|interviewtime|grouptime\d*"
    r"|token|(?:e-?mail(?:address|adres)?)|(?:first|last|full|voor|achter)?na(?:me|am)|latitude|longitude|phone"
    r"|telefoon(?:nummer)?"
)
_PERSONAL: Final = re.compile(
    r".*(?:(?:first|last|full|voor|achter)[\s_-]?na(?:me|am)|ip-?addr|e-?mail|recipient|latitude|longitude|\bname\b|\bnaam\b|username|phone|telefoon|token|address|adres).*",
    re.IGNORECASE,
)
_QUALTRICS_OWN: Final = "Q_"  # such as Q_RelevantIDScore
_LIME_CODE: Final = re.compile(r"(?P<code>[A-Za-z]\w*(?:\[[^\]]*\])*)\.\s+(?P<text>.+)", re.DOTALL)
_PARTS: Final = re.compile(r"\s-\s|:\s")
_GRID: Final = re.compile(r"(?P<question>.*?)\s*\[(?P<row>[^\]]+)\]\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class SurveyTool:
    """A tool whose export a file is.

    Attributes:
        name: What it is called.
        skip_rows: Rows below the header that are no answers.
        only: By column, what it holds where a row counts; nothing: whatever is not empty.
        respondent: The column that names the respondent; ``""``: none.
        date: The column with the date of an answer; ``""``: none.
        texts: The texts of the questions by column, where the header has only ids.
    """

    name: str
    skip_rows: int = 0
    only: dict[str, list[str]] = field(default_factory=dict)
    respondent: str = ""
    date: str = ""
    texts: dict[str, str] = field(default_factory=dict)


def recognised(header: Sequence[str], rows: Sequence[Sequence[str]]) -> SurveyTool | None:
    """The tool whose export a table is; ``None``: none that is known.

    Args:
        header: The names of the columns.
        rows: The rows below them.
    """
    columns = {_key(name): name for name in reversed(header)}
    if len(rows) > 1 and any(cell.startswith('{"ImportId"') for cell in rows[1]):
        only = {
            columns[key]: values
            for key, values in (("status", ["IP Address", "0"]), ("finished", ["True", "1"]))
            if key in columns
        }
        texts = {name: " ".join(text.split()) for name, text in zip(header, rows[0], strict=True) if text}
        return SurveyTool("Qualtrics", 2, only, columns.get("responseid", ""), columns.get("recordeddate", ""), texts)
    if "responsetype" in columns and ("#" in header or "submitdate(utc)" in columns):
        date = columns.get("submitdate(utc)", "")
        only = {columns["responsetype"]: ["completed"]}
        return SurveyTool("Typeform", 0, only, "#" if "#" in header else "", date)
    if "submitdate" in columns and columns.keys() & {"lastpage", "startlanguage", "seed"}:
        done: dict[str, list[str]] = {columns["submitdate"]: []}
        return SurveyTool("LimeSurvey", 0, done, columns.get("id", ""), columns["submitdate"])
    if header and _key(header[0]) in {"timestamp", "tijdstempel"}:
        return SurveyTool("Google Forms", 0, date=header[0])
    return None


def is_administration(name: str) -> bool:
    """Whether a column is known to be no question, whatever it holds."""
    return name.startswith(_QUALTRICS_OWN) or _ADMINISTRATION.fullmatch(_key(name)) is not None


def is_personal(name: str) -> bool:
    """Whether a column may say who somebody is: what it holds is never shown."""
    return _PERSONAL.fullmatch(name) is not None


def asked(name: str, text: str = "") -> tuple[str, str]:
    """What a column asks as a whole, and about what.

    Args:
        name: The name of the column: an id, a question, ``G01Q01[SQ002]. text`` or ``question [row]``.
        text: The text of the question, where the header has only ids.
    """
    whole = text or name
    if found := _LIME_CODE.fullmatch(whole):
        whole = found["text"]
    if found := _GRID.fullmatch(whole):
        return whole, found["row"]
    return whole, _PARTS.split(whole)[-1].strip() or whole


def _key(name: str) -> str:
    """A name as it is compared: LimeSurvey puts a text behind a code."""
    found = _LIME_CODE.fullmatch(name)
    return re.sub(r"[\s_-]+", "", (found["code"] if found else name).casefold())
