"""What can stand where the cursor is: the ids of what the format refers to there, with what they stand for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from cxmap.diagnostic import Span
from cxmap.model.references import references
from cxmap.project.summary import JOURNEYS
from cxmap.session.symbols import defined, touchpoint_symbols, touchpoints_of
from cxmap.yaml.reader.read import read
from cxmap.yaml.reader.source_map import Lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cxmap.lsp.workspace import CheckedFile
    from cxmap.session.symbols import Symbol

TRIGGERS: Final = ["/", "[", " "]
"""Signs after which an editor asks by itself; letters it asks after anyway."""
MOST: Final = 500
_WORD: Final = re.compile(r"[\w/#-]*")
_BEFORE: Final = re.compile(r"[\w/#-]*\Z")
_STAND_IN: Final = "zz-what-is-typed-zz"


class Offer(NamedTuple):
    """Something that can be written.

    Attributes:
        text: What to write.
        kind: What it is: ``persona``, ``touchpoint``, …
        title: What people call it; ``""`` where it does not say.
        span: What it is written over.
    """

    text: str
    kind: str
    title: str
    span: Span


def complete(checked: CheckedFile, line: int, column: int) -> list[Offer]:
    """What can be written at a place; nothing where the format refers to nothing there.

    What the format expects is found out by reading the text with an id at the cursor that nobody else has: it comes
    back as a reference, and that says to what. So what is typed already need not be whole.

    Args:
        checked: The file.
        line: From 1.
        column: From 1.
    """
    text = checked.document.text
    at = Lines(text).offset(line, column)
    start = at - len(_BEFORE.findall(text[:at])[0])
    end = at + len(_WORD.match(text, at)[0])  # type: ignore[index]  # it matches nothing at least
    after = read((text[:start] + _STAND_IN + text[end:]).encode("utf-8", "surrogatepass"), checked.document.name)
    asked = next((found.to for found in references(after.data) if found.id == _STAND_IN), None)
    if asked is None:
        return []
    span = Span(line, column - (at - start), line, column + (end - at))
    offers = _targets(checked, text[start:at], span) if asked == "targets" else _plain(checked, asked, span)
    return list(dict.fromkeys(offers))[:MOST]


def _plain(checked: CheckedFile, section: str, span: Span) -> Iterator[Offer]:
    project, document = checked.project, checked.document
    if section == "touchpoints":
        yield from _offers(touchpoint_symbols(document), span)
    elif section == "redesigned":
        journey = document.at(("journey", "redesigns"))
        yield from _offers(touchpoints_of(project, journey) if isinstance(journey, str) else (), span)
    else:
        yield from _offers(defined(project, section, *project.definitions[section]), span)


def _targets(checked: CheckedFile, typed: str, span: Span) -> Iterator[Offer]:
    """What an action can be for: touchpoints of the file's own journey, and those of others behind a slash."""
    project = checked.project
    journey, slash, _ = typed.rpartition("/")
    if slash:
        yield from _offers(touchpoints_of(project, journey), span, f"{journey}/")
        return
    yield from _offers(touchpoint_symbols(checked.document), span)
    for symbol in defined(project, JOURNEYS, *project.definitions[JOURNEYS]):
        yield Offer(f"{symbol.id}/", symbol.kind, symbol.title, span)


def _offers(symbols: Iterable[Symbol], span: Span, before: str = "") -> Iterator[Offer]:
    for symbol in symbols:
        yield Offer(f"{before}{symbol.id}", symbol.kind, symbol.title, span)
