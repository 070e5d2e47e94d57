"""The parser's complaints (CX001) in the words of people: what is wrong, and what to type instead.

The place of the problem is where the parser gave up. What it says there is about its own grammar, so the message goes
by the text around the place as well: by what people type on their first day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cxmap.yaml.excerpt import in_quotes, rest_of_line, shown
from cxmap.yaml.reader.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from cxmap.diagnostic import Span
    from cxmap.yaml.reader.errors import Complaint
    from cxmap.yaml.reader.source_map import Lines

_GLUED_KEY = re.compile(r"[ \t]*(?:- +)*([\w-]+):[^\s:/]")
_ITEM = re.compile(r"^ *(?=- )", re.MULTILINE)
_DOCUMENT_END = re.compile(r"^\.\.\.", re.MULTILINE)
_CURLY: Final = "“”„‟‘’‚«»"
_CLOSERS: Final = {"[": "]", "{": "}"}
_QUOTE_TEXT: Final = "text that holds , : # [ ] { } or quotes goes into quotes"


@dataclass(frozen=True, slots=True)
class Explanation:
    """A complaint in the words of people.

    Attributes:
        message: What is wrong.
        help: What to type instead.
        related: Another place that belongs to it: what is there, and its offset.
        code: CX001, where no other rule says it better.
        at: The offset of the place, where it is not where the parser gave up.
    """

    message: str
    help: str
    related: tuple[str, int] | None = None
    code: str = "CX001"
    at: int | None = None


def explain(complaint: Complaint, lines: Lines) -> Problem:
    """The problem behind a complaint of the parser."""

    def span(offset: int) -> Span:
        """Of one character; of none at the end of a line."""
        return lines.span(offset, offset + (complaint.text[offset : offset + 1] not in ("", "\r", "\n")))

    explainer = next((explainer for words, explainer in _EXPLAINERS if words.search(complaint.words)), _unexpected)
    found = explainer(complaint)
    related = ((found.related[0], span(found.related[1])),) if found.related else ()
    place = complaint.offset if found.at is None else found.at
    return Problem(found.code, found.message, span(place), found.help, related)


def _tab(it: Complaint) -> Explanation:
    where = "in the indentation" if it.starts_line else "where only spaces may stand"
    return Explanation(f"a tab {where}", "use spaces: two for each level")


def _wrong_start(it: Complaint) -> Explanation:
    if it.character == "\t":
        return _tab(it)
    return Explanation(f"text cannot start with '{it.character}'", f"put it in quotes: {it.in_quotes(it.offset)}")


def _wrong_start_at_opening(it: Complaint) -> Explanation:
    return Explanation(f"text cannot start with '{it.opener}'", f"put it in quotes: {it.in_quotes(it.opening)}")


def _second_colon(it: Complaint) -> Explanation:
    start, end = it.last
    if start == it.offset or not it.same_line(start, it.offset):
        return _continued_line(it)
    if it.text[end : it.offset].strip(" \t"):
        return Explanation("a second colon on one line", _QUOTE_TEXT)
    message = "a colon and a space inside text without quotes"
    if it.text[start] in _CURLY:
        return Explanation(message, 'to YAML curly quotes are letters: put straight quotes (") around the text')
    return Explanation(message, f"put the text in quotes: {it.in_quotes(start)}")


def _continued_line(it: Complaint) -> Explanation:
    """A line with a key that reads as if it continued the text of an earlier line."""
    above = it.line(it.line_above)
    if found := _GLUED_KEY.match(above):
        return _glued(found[1], it.line_above + found.start(1))
    if ":" not in above:
        return Explanation(f"no colon after '{shown(above)}'", f"write '{shown(above)}:'", ("here", it.line_above))
    return Explanation(
        "this line is indented deeper than the text above, so it continues that text",
        "give it the indentation of the line above",
    )


def _glued(key: str, offset: int) -> Explanation:
    return Explanation(
        f"no space after '{shown(key)}:'", f"write '{shown(key)}: ', with a space after the colon", ("here", offset)
    )


def _no_colon(it: Complaint) -> Explanation:
    line = it.line(it.opening)
    if found := _GLUED_KEY.match(line):
        return _glued(found[1], it.line_start(it.opening) + found.start(1))
    return Explanation(
        f"'{shown(line)}' is neither a key with a colon nor part of the text above",
        "write 'key: value', or indent the line to make it part of the text above",
        ("this line", it.opening),
    )


def _unclosed_quote(it: Complaint) -> Explanation:
    return _no_closing(it.opener, it.opening)


def _no_closing(quote: str, opening: int, noticed: int | None = None) -> Explanation:
    """Text in quotes that was meant to end long before the parser noticed: the place is where it starts."""
    related = None if noticed is None else ("the text in quotes goes on to here", noticed)
    return Explanation(f"no closing {quote} for this text", f"put {quote} at the end of the text", related, at=opening)


def _unclosed_bracket(it: Complaint) -> Explanation:
    if found := _after_quote(it) or _template(it):
        return found
    closer = _CLOSERS.get(it.opener, "]")
    opened = ("opened here", it.opening)
    if it.character and it.same_line(it.last[0], it.offset):
        return Explanation(f"a comma or '{closer}' is missing here", _QUOTE_TEXT, opened)
    return Explanation(f"'{it.opener}' without '{closer}'", f"put '{closer}' at the end; {_QUOTE_TEXT}", opened)


def _after_quote(it: Complaint) -> Explanation | None:
    """The usual reasons, if the place is right after text in quotes."""
    start, end = it.last
    quote = it.text[start : start + 1]
    if quote not in ("'", '"') or it.text[end - 1] != quote or it.text[end : it.offset].strip(" \t"):
        return None
    message = f"text after the closing {quote}"
    if not it.same_line(start, end):
        return _no_closing(quote, start, end - 1)
    if quote == "'" and it.offset == end and it.character.isalnum():
        return Explanation(
            "the apostrophe ends the text in quotes", "write it twice (''), or put the text in double quotes"
        )
    if "flow" in it.words:
        return Explanation(message, "put the whole text in quotes, and other quotes inside it")
    whole = rest_of_line(it.text, start)
    return Explanation(message, f"write it like this: {in_quotes(whole[1:-1] if whole.endswith(quote) else whole)}")


def _template(it: Complaint) -> Explanation | None:
    """If the line holds ``{{``, which people take for text."""
    start = it.text.find("{{", it.line_start(it.offset), it.offset)
    if start < 0:
        return None
    return Explanation("text in {{ }} without quotes", f"put all of it in quotes: {it.in_quotes(start)}")


def _no_key(it: Complaint) -> Explanation:
    if found := _after_quote(it) or _template(it):
        return found
    if not it.starts_line:
        return Explanation(f"'{it.character}' comes after the end of the value", _QUOTE_TEXT)
    if it.character != "-":
        return _indentation(it, it.opening, "the keys it belongs to", "those keys start here")
    items = list(_ITEM.finditer(it.text, 0, it.line_start(it.offset)))
    if items and it.indent(it.offset) > it.indent(it.opening):
        return _indentation(it, items[-1].end(), "the list item before it", "that item starts here")
    return Explanation("a list item among the keys of a mapping", "indent it deeper than the key it belongs to")


def _no_dash(it: Complaint) -> Explanation:
    if it.indent(it.opening) == it.indent(it.offset):
        return Explanation(
            "a key in the column of a list's '-'",
            "indent it by two more spaces if it belongs to the item above, by less if it does not",
            ("the list starts here", it.opening),
        )
    return _indentation(it, it.opening, "the list around it", "that list starts here")


def _indentation(it: Complaint, other: int, others: str, there: str) -> Explanation:
    here, expected = it.indent(it.offset), it.indent(other)
    if here == expected:
        return _unexpected(it)
    message = f"indented by {here} {'space' if here == 1 else 'spaces'}, {others} by {expected}"
    return Explanation(message, "give what belongs together the same indentation", (there, other))


def _dash_after_key(_: Complaint) -> Explanation:
    return Explanation(
        "a list cannot start on the line of its key",
        "start it on the next line, or put text that starts with - in quotes",
    )


def _backslash(_: Complaint) -> Explanation:
    return Explanation(
        "a backslash sequence that YAML does not have", r"write \\ for a backslash, or put the text in single quotes"
    )


def _block_sign(it: Complaint) -> Explanation:
    return Explanation(
        f"text on the line of '{it.opener}'",
        f"start it on the next line, indented, or put it in quotes: {it.in_quotes(it.opening)}",
    )


def _directive(it: Complaint) -> Explanation:
    line = it.line(it.offset)
    return Explanation(
        f"'{shown(line)}' is no directive of YAML 1.2", "remove the line, or put text that starts with % in quotes"
    )


def _tag(it: Complaint) -> Explanation:
    tag = it.line(it.opening)[it.indent(it.opening) :].partition(" ")[0]
    help_ = "remove it; put text that starts with ! in quotes"
    return Explanation(f"unsupported tag '{shown(tag)}'", help_, code="CX007", at=it.opening)


def _after_document(it: Complaint) -> Explanation:
    if found := _after_quote(it):
        return found
    if _DOCUMENT_END.search(it.text, 0, it.offset):
        return Explanation(
            "a second document starts here",
            "one file is one document: move what follows to a file of its own",
            code="CX005",
        )
    return Explanation("something follows the end of the data", "write 'key: value', each key on a line of its own")


def _unexpected(it: Complaint) -> Explanation:
    if it.character == ":":
        return Explanation("no key before ':'", "write 'key: value', or put the text in quotes")
    if not it.character:
        return Explanation("the file ends inside [ ] or { }", f"close what was opened; {_QUOTE_TEXT}")
    what = f"'{it.character}'" if it.character.strip() else "the end of the line"
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
        ("quoted scalar: .*(?:end of stream|document)", _unclosed_quote),
        ("quoted scalar", _backslash),
        ("block scalar", _block_sign),
        ("sequence entries are not allowed", _dash_after_key),
        ("',' or '", _unclosed_bracket),
        ("block collection", _no_dash),
        ("block mapping", _no_key),
        ("document start|document end marker", _after_document),
    )
)
