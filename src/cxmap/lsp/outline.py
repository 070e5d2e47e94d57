"""The outline of a file: its journey with stages and touchpoints, and what it defines besides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from cxmap.lint.messages import SINGULAR
from cxmap.model.constants import SECTIONS
from cxmap.session.symbols import title_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.diagnostic import Span
    from cxmap.project.document import Document
    from cxmap.yaml.values import Pointer


class Entry(NamedTuple):
    """A line of an outline.

    Attributes:
        kind: What it is: ``journey``, ``stage``, ``touchpoint``, ``persona``, …
        name: What people call it; its id where it does not say.
        id: Its id.
        span: All of it.
        at: The place to go to, inside of that.
        inside: What belongs to it.
    """

    kind: str
    name: str
    id: str
    span: Span
    at: Span
    inside: tuple[Entry, ...] = ()


def outline(document: Document) -> Iterator[Entry]:
    """The entries of a file, in the order of the format; what has no id has none."""
    journey = document.at(("journey",))
    if isinstance(journey, dict):
        stages = tuple(_items(document, ("journey", "stages"), "stage"))
        yield _entry(document, "journey", ("journey",), journey, stages)
    for section in SECTIONS:
        things = document.at((section,))
        for name, thing in things.items() if isinstance(things, dict) else ():
            if isinstance(name, str):
                key, value = (document.source.span((section, name), key=key) for key in (True, False))
                whole = key._replace(end_line=value.end_line, end_column=value.end_column)
                yield Entry(SINGULAR[section], title_of(thing) or name, name, _around(whole, key), key)


def _items(document: Document, pointer: Pointer, kind: str) -> Iterator[Entry]:
    items = document.at(pointer)
    for index, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, dict):
            place = (*pointer, index)
            inside = tuple(_items(document, (*place, "touchpoints"), "touchpoint")) if kind == "stage" else ()
            yield _entry(document, kind, place, item, inside)


def _entry(document: Document, kind: str, pointer: Pointer, thing: dict[Any, Any], inside: tuple[Entry, ...]) -> Entry:
    own = str(thing.get("id", ""))
    span = document.source.span(pointer)
    at = document.source.span((*pointer, "id")) if own else span
    return Entry(kind, title_of(thing) or own or kind, own, _around(span, at), at, inside)


def _around(span: Span, inner: Span) -> Span:
    """A span that holds another one as well, as editors demand it; an alias stands elsewhere than what it is."""
    first = min(span[:2], inner[:2])
    last = max(span[2:], inner[2:])
    return type(span)(*first, *last)
