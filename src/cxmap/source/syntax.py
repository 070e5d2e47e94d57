"""The parser's complaints (CX001) in the words of people: what is wrong, and what to type instead.

The place of the problem is where the parser gave up. What it says there is about its own grammar, so the message goes
by the text around the place as well: by what people type on their first day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cxmap.source.excerpt import quoted, shown
from cxmap.source.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from cxmap.diagnostics.record import Span
    from cxmap.source.complaint import Complaint
    from cxmap.source.lines import Lines
    from cxmap.source.pointer import Pointer

_GLUED_KEY = re.compile(r"[ \t]*(?:- +)*([\w-]+):[^\s:/]")
_DOCUMENT_END = re.compile(r"^\.\.\.", re.MULTILINE)
_CURLY: Final = "“”„‟‘’‚«»"
_CLOSERS: Final = {"[": "]", "{": "}"}
_QUOTE_TEXT: Final = "put text with , : # [ ] { } or quotes in it in quotes"


@dataclass(frozen=True, slots=True)
class Explanation:
    """A complaint in the words of people.

    Attributes:
        message: What is wrong.
        help: What to type instead.
        opening: What to say of the place where it began; ``None``: nothing.
        code: CX001, where no other rule says it better.
        at_opening: Whether the place is where it began.
    """

    message: str
    help: str
    opening: str | None = None
    code: str = "CX001"
    at_opening: bool = False


def explain(complaint: Complaint, lines: Lines, pointer: Pointer) -> Problem:
    """The problem behind a complaint of the parser."""
    explainer = next((explainer for words, explainer in _EXPLAINERS if words.search(complaint.words)), _unexpected)
    found = explainer(complaint)
    place = complaint.opening if found.at_opening else complaint.offset
    related = ((found.opening, _one(complaint, lines, complaint.opening)),) if found.opening else ()
    return Problem(found.code, found.message, _one(complaint, lines, place), found.help, related, pointer)


def _one(it: Complaint, lines: Lines, offset: int) -> Span:
    """The span of one character; of none at the end of a line."""
    return lines.span(offset, offset if it.text[offset : offset + 1] in ("", "\r", "\n") else offset + 1)


def _tab(it: Complaint) -> Explanation:
    where = "in the indentation" if it.starts_line else "where only spaces may stand"
    return Explanation(f"a tab {where}", "use spaces: two for each level")


def _wrong_start(it: Complaint) -> Explanation:
    if it.character == "\t":
        return _tab(it)
    return Explanation(f"text cannot start with '{it.character}'", f"put it in quotes: {quoted(it.text, it.offset)}")


def _wrong_start_at_opening(it: Complaint) -> Explanation:
    return Explanation(f"text cannot start with '{it.opener}'", f"put it in quotes: {quoted(it.text, it.opening)}")


def _second_colon(it: Complaint) -> Explanation:
    start = it.last[0]
    if not it.same_line(start, it.offset):
        return _continued_line(it, start)
    if it.text[it.last[1] : it.offset].strip(" \t"):
        return Explanation("a second colon on one line", _QUOTE_TEXT)
    message = "a colon followed by a blank, inside text without quotes"
    if it.text[start] in _CURLY:
        return Explanation(message, 'to YAML curly quotes are letters: put straight quotes (") around the text')
    return Explanation(message, f"put the text in quotes: {quoted(it.text, start)}")


def _continued_line(it: Complaint, start: int) -> Explanation:
    """The line continues text that began on an earlier one, and has a colon."""
    above = it.line(start)
    if found := _GLUED_KEY.match(above):
        return _glued(found[1])
    if ":" not in above:
        return Explanation(f"no colon behind '{shown(above)}'", f"write '{shown(above)}:'")
    return Explanation(
        "this line continues the text above, because it is indented deeper",
        "give it the indentation of the line above",
    )


def _glued(key: str) -> Explanation:
    return Explanation(f"no blank behind '{key}:'", f"write '{key}: ', with a blank behind the colon", opening="here")


def _no_colon(it: Complaint) -> Explanation:
    line = it.line(it.opening)
    if found := _GLUED_KEY.match(line):
        return _glued(found[1])
    return Explanation(
        f"'{shown(line)}' is neither a key with a colon nor the text of one",
        "write 'key: value'; indent a line that belongs to the text above it",
        opening="this line",
    )


def _unclosed_quote(it: Complaint) -> Explanation:
    return Explanation(
        f"the text in quotes never ends: no closing {it.opener}",
        f"put {it.opener} behind the text",
        opening="it starts here",
    )


def _unclosed_bracket(it: Complaint) -> Explanation:
    if behind := _behind_quote(it):
        return behind
    closer = _CLOSERS.get(it.opener, "]")
    if it.character and it.same_line(it.last[0], it.offset):
        return Explanation(
            f"a comma or '{closer}' is missing here", f"{_QUOTE_TEXT}, and a comma between parts", opening="opened here"
        )
    return Explanation(f"'{it.opener}' without '{closer}'", f"put '{closer}' at the end; {_QUOTE_TEXT}", "opened here")


def _behind_quote(it: Complaint) -> Explanation | None:
    """If the place is right behind text in quotes: the usual reasons for that."""
    quote = it.last_source[-1:]
    if quote not in ("'", '"') or it.last_source[0] != quote or it.text[it.last[1] : it.offset].strip(" \t"):
        return None
    if not it.same_line(*it.last):
        return Explanation(
            f"text behind a closing {quote}",
            f"these quotes opened on an earlier line: put the {quote} that is missing there",
        )
    if quote == "'" and it.offset == it.last[1] and it.character.isalnum():
        return Explanation(
            "the apostrophe ends the text in quotes", "write it twice (''), or put the text in double quotes"
        )
    return Explanation(
        f"text behind a closing {quote}",
        f"put {_OTHER_QUOTE[quote]} around the whole text, so that {quote} is part of it",
    )


_OTHER_QUOTE: Final = {"'": '"', '"': "'"}


def _no_key(it: Complaint) -> Explanation:
    if behind := _behind_quote(it):
        return behind
    if not it.starts_line:
        return Explanation("text behind the end of a value", f"{_QUOTE_TEXT}, all of it")
    if it.character == "-":
        return Explanation("a list item among the keys of a mapping", "indent it deeper than the key it belongs to")
    return _indentation(it, "the keys it belongs to", "those keys start here")


def _no_dash(it: Complaint) -> Explanation:
    if it.indent(it.opening) == it.indent(it.offset):
        return Explanation(
            "a key in the column of a list's '-'",
            "indent it by two more spaces if it belongs to the item above, by less if it does not",
            opening="the list starts here",
        )
    return _indentation(it, "the list around it", "that list starts here")


def _indentation(it: Complaint, others: str, opening: str) -> Explanation:
    here, there = it.indent(it.offset), it.indent(it.opening)
    if here == there:
        return _unexpected(it)
    return Explanation(
        f"indented by {here}, {others} by {there}", "give what belongs together the same indentation", opening
    )


def _dash_behind_key(_: Complaint) -> Explanation:
    return Explanation(
        "a list cannot start on the line of its key",
        "start it on the next line; or put text that starts with - in quotes",
    )


def _backslash(_: Complaint) -> Explanation:
    return Explanation(
        "a backslash sequence that YAML does not have", r"write \\ for a backslash, or put the text in single quotes"
    )


def _block_sign(it: Complaint) -> Explanation:
    return Explanation(
        f"text on the line of '{it.opener}'",
        f"start it on the next line, indented; or put it in quotes: {quoted(it.text, it.opening)}",
    )


def _directive(it: Complaint) -> Explanation:
    return Explanation(f"'{shown(it.line(it.offset))}' is no directive of YAML 1.2", "remove the line")


def _tag(it: Complaint) -> Explanation:
    tag = shown(it.line(it.opening)[it.indent(it.opening) :].partition(" ")[0])
    return Explanation(
        f"unsupported tag '{tag}'", "remove it; put text that starts with ! in quotes", code="CX007", at_opening=True
    )


def _behind_document(it: Complaint) -> Explanation:
    if behind := _behind_quote(it):
        return behind
    if _DOCUMENT_END.search(it.text, 0, it.offset):
        return Explanation(
            "a second document starts here",
            "one file is one document: move what follows to a file of its own",
            code="CX005",
        )
    return Explanation("something follows the end of the data", "write 'key: value', each key on a line of its own")


def _unexpected(it: Complaint) -> Explanation:
    what = (
        f"'{it.character}'"
        if it.character.strip()
        else "the end of the line"
        if it.character
        else "the end of the file"
    )
    return Explanation(f"{what} cannot stand here", _QUOTE_TEXT)


# What libyaml or ruamel.yaml say; the first that is found decides.
_EXPLAINERS: Final[tuple[tuple[re.Pattern[str], Callable[[Complaint], Explanation]], ...]] = tuple(
    (re.compile(words), explainer)
    for words, explainer in (
        ("tab character", _tab),
        ("directive|incompatible YAML", _directive),
        (r"\ba tag\b|tag handle|%TAG", _tag),
        ("cannot start any token|mapping keys are not allowed", _wrong_start),
        ("scanning an (?:alias|anchor)", _wrong_start_at_opening),
        ("mapping values are not allowed", _second_colon),
        ("could not find expected ':'", _no_colon),
        ("quoted scalar.*(?:end of stream|document)|(?:end of stream|document).*quoted scalar", _unclosed_quote),
        ("quoted scalar", _backslash),
        ("block scalar", _block_sign),
        ("block sequence entries|sequence entries are not allowed", _dash_behind_key),
        ("',' or '", _unclosed_bracket),
        ("block collection", _no_dash),
        ("block mapping", _no_key),
        ("document start|document end marker", _behind_document),
    )
)
