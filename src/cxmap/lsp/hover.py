"""What an editor shows of the thing under the pointer: what an id stands for, and which rule found something there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.lint import explain
from cxmap.lint.registry import BY_CODE
from cxmap.lsp.symbols import holds, meant, reference_at
from cxmap.text.escape import markdown_cell, one_line

if TYPE_CHECKING:
    from cxmap.diagnostic import Span
    from cxmap.lsp.symbols import Symbol
    from cxmap.lsp.workspace import CheckedFile


def hover(checked: CheckedFile, line: int, column: int, *, markdown: bool) -> tuple[str, Span] | None:
    """What there is to say about a place of a file.

    Args:
        checked: The file.
        line: From 1.
        column: From 1.
        markdown: Whether the editor shows Markdown; plain text otherwise.

    Returns:
        The text, and the stretch of the file that it is about; ``None`` where there is nothing to say.
    """
    parts: list[str] = []
    spans: list[Span] = []
    found = reference_at(checked.document, line, column)
    if found is not None:
        reference, span = found
        parts += [_named(one, markdown=markdown) for one in meant(checked.project, checked.document, reference)]
        spans += [span] if parts else []
    findings = [one for one in checked.shown if holds(one.span, line, column)]
    spans += [one.span for one in findings]
    explained = explain.markdown if markdown else explain.plain
    parts += [explained(BY_CODE[code]) for code in dict.fromkeys(one.code for one in findings)]
    return ("\n\n---\n\n".join(parts), spans[0]) if parts else None


def _named(one: Symbol, *, markdown: bool) -> str:
    """A line such as *persona noor: Noor de Wit (library.cxmap.yaml)*."""
    safe = markdown_cell if markdown else one_line
    title = f": {safe(one.title)}" if one.title else ""
    strong = "**" if markdown else ""
    return f"{strong}{one.kind} {safe(one.id)}{strong}{title} ({safe(one.place.document.name)})"
