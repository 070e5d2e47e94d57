"""Another id for something, in every file of the project that names it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.diagnostic import Edit, Span
from cxmap.errors import UsageError
from cxmap.lint.messages import SINGULAR
from cxmap.model.ids import is_id
from cxmap.project.summary import action_target
from cxmap.session.symbols import meant, named_at, touchpoint_symbols
from cxmap.yaml.reader.source_map import Lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.lsp.workspace import CheckedFile
    from cxmap.project.document import Document
    from cxmap.project.project import Project
    from cxmap.session.symbols import Symbol

_SECTIONS = {singular: section for section, singular in SINGULAR.items()}


def renamed(checked: CheckedFile, line: int, column: int) -> tuple[Symbol, Span] | None:
    """What would be renamed at a place, and the stretch of text there; ``None`` where there is no id to rename."""
    found = named_at(checked.project, checked.document, line, column)
    if len(found) != 1:
        return None
    for document, span in _places(checked.project, found[0]):
        same = document is checked.document and span.line == line
        if same and span.column <= column <= span.end_column:
            return found[0], _own_part(document, span, found[0])
    return None


def rename(checked: CheckedFile, symbol: Symbol, name: str) -> Iterator[tuple[Document, Edit]]:
    """The edits that give something another id: where it is defined, and wherever a file of the project names it.

    Args:
        checked: The file in which it is asked for.
        symbol: What gets another id.
        name: The new id.

    Raises:
        UsageError: That is no id, something of its kind has it already, or a place cannot be written over.
    """
    if not is_id(name):
        raise UsageError(f"'{name}' is no id; write lower-case letters, digits, - and _ only")
    if name == symbol.id:
        return
    project = checked.project
    taken = (
        {other.id for other in touchpoint_symbols(symbol.place.document)}
        if symbol.kind == SINGULAR["touchpoints"]
        else project.definitions[_SECTIONS[symbol.kind]]
    )
    if name in taken:
        raise UsageError(f"there is a {symbol.kind} '{name}' already; choose another id")
    for document, span in dict.fromkeys(_places(project, symbol)):
        yield document, Edit(_own_part(document, span, symbol), name)


def _places(project: Project, symbol: Symbol) -> Iterator[tuple[Document, Span]]:
    """Where the id stands, alone or as a part of ``journey/touchpoint``."""
    yield symbol.place.document, symbol.place.span
    for document in project.documents:
        for reference in document.references:
            span = document.source.span(reference.pointer, key=reference.is_key)
            if reference.to == "targets" and symbol.kind == "journey":
                target = action_target(reference.id, document)
                hit = target is not None and target.journey == symbol.id and "/" in reference.id
            else:
                hit = symbol.id in reference.id and any(
                    found.place == symbol.place for found in meant(project, document, reference)
                )
            if hit and not _text(document, span).startswith("*"):  # an alias follows what it stands for
                yield document, span


def _own_part(document: Document, span: Span, symbol: Symbol) -> Span:
    """The part of a written reference that is the id itself.

    Raises:
        UsageError: It is written with escapes, or over several lines.
    """
    text = _text(document, span)
    journey, slash, _ = text.rpartition("/")
    skipped = len(journey) + 1 if slash and symbol.kind != "journey" else 0
    at = text.find(symbol.id, skipped)
    if at < 0 or span.line != span.end_line:
        where = f"{document.name}:{span.line}"
        raise UsageError(f"{where}: '{symbol.id}' is not written out there; write it without escapes first")
    start = span.column + at
    return Span(span.line, start, span.line, start + len(symbol.id))


def _text(document: Document, span: Span) -> str:
    lines = Lines(document.text)
    return document.text[lines.offset(span.line, span.column) : lines.offset(span.end_line, span.end_column)]
