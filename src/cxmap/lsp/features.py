"""Answers to what an editor asks about a place of a file, in the protocol's own records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lsprotocol import types

from cxmap.lsp.actions import actions, changed_lines, fix_all
from cxmap.lsp.completion import complete
from cxmap.lsp.diagnostics import published
from cxmap.lsp.hover import hover
from cxmap.lsp.outline import outline
from cxmap.lsp.rename import rename, renamed
from cxmap.session.symbols import named_at, uses
from cxmap.text.escape import one_line
from cxmap.yaml.editor.layout import laid_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.diagnostic import Edit
    from cxmap.lsp.locations import Locations
    from cxmap.lsp.outline import Entry
    from cxmap.lsp.workspace import CheckedFile
    from cxmap.session.symbols import Symbol

FIX_ALL: Final = "source.fixAll.cxmap"
FIX_ALL_TITLE: Final = "Apply all safe fixes"


def code_actions(
    checked: CheckedFile, asked: types.CodeActionParams, at: Locations, *, versioned: bool
) -> list[types.CodeAction]:
    """What can be done about the findings on the lines asked about; what fixes a whole file only if asked for.

    Args:
        checked: The file.
        asked: The lines, and the kinds of actions.
        at: Names places.
        versioned: Whether the editor takes changes of a version of a file, and refuses those of an older one.
    """
    kinds = [str(getattr(kind, "value", kind)) for kind in asked.context.only or ()]
    positions = at.positions(checked)
    found: list[types.CodeAction] = []
    if not kinds or _asked_for(types.CodeActionKind.QuickFix.value, kinds):
        first, last = (positions.place(place)[0] for place in (asked.range.start, asked.range.end))
        found += [
            types.CodeAction(
                action.title,
                types.CodeActionKind.QuickFix,
                [published(action.finding, checked.project, positions, at)],
                action.preferred or None,
                edit=_change(checked, action.edits, at, versioned=versioned),
            )
            for action in actions(checked, first, last)
        ]
    if _asked_for(FIX_ALL, kinds) and (edits := fix_all(checked)):
        found.append(types.CodeAction(FIX_ALL_TITLE, FIX_ALL, edit=_change(checked, edits, at, versioned=versioned)))
    return found


def hovering(checked: CheckedFile, asked: types.HoverParams, at: Locations, *, markdown: bool) -> types.Hover | None:
    """What there is to say about a place."""
    positions = at.positions(checked)
    said = hover(checked, *positions.place(asked.position), markdown=markdown)
    if said is None:
        return None
    kind = types.MarkupKind.Markdown if markdown else types.MarkupKind.PlainText
    return types.Hover(types.MarkupContent(kind, said[0]), positions.range(said[1]))


def definitions(checked: CheckedFile, position: types.Position, at: Locations) -> list[types.Location]:
    """Where that is defined which the id at a place stands for."""
    return [at.location(symbol.place.document, symbol.place.span) for symbol in _named(checked, position, at)]


def references(checked: CheckedFile, asked: types.ReferenceParams, at: Locations) -> list[types.Location]:
    """Where that is referred to which the id at a place stands for, and if asked for where it is defined."""
    found = definitions(checked, asked.position, at) if asked.context.include_declaration else []
    for symbol in _named(checked, asked.position, at):
        found += [at.location(place.document, place.span) for place in uses(checked.project, symbol)]
    return found


KINDS: Final = {
    "journey": types.SymbolKind.Module,
    "stage": types.SymbolKind.Namespace,
    "touchpoint": types.SymbolKind.Field,
    "persona": types.SymbolKind.Class,
    "action": types.SymbolKind.Event,
}
"""What comes nearest to each of ours among what editors have pictures for; all else is a constant."""


def completions(checked: CheckedFile, position: types.Position, at: Locations) -> list[types.CompletionItem]:
    """What can be written at a place: ids, found by their titles as well."""
    positions = at.positions(checked)
    return [
        types.CompletionItem(
            offer.text,
            types.CompletionItemLabelDetails(description=one_line(offer.title)),
            types.CompletionItemKind.Reference,
            detail=one_line(f"{offer.kind}: {offer.title}") if offer.title else offer.kind,
            filter_text=one_line(f"{offer.text} {offer.title}"),
            text_edit=types.TextEdit(positions.range(offer.span), offer.text),
        )
        for offer in complete(checked, *positions.place(position))
    ]


def symbols(checked: CheckedFile, at: Locations) -> list[types.DocumentSymbol]:
    """The outline of a file."""
    positions = at.positions(checked)

    def shown(entry: Entry) -> types.DocumentSymbol:
        kind = KINDS.get(entry.kind, types.SymbolKind.Constant)
        detail = f"{entry.kind} {entry.id}".strip()
        return types.DocumentSymbol(
            one_line(entry.name) or entry.kind,
            kind,
            positions.range(entry.span),
            positions.range(entry.at),
            detail=one_line(detail),
            children=[shown(inner) for inner in entry.inside],
        )

    return [shown(entry) for entry in outline(checked.document)]


def rename_range(checked: CheckedFile, position: types.Position, at: Locations) -> types.Range | None:
    """The stretch of text that a new id would take the place of; ``None`` where there is nothing to rename."""
    positions = at.positions(checked)
    found = renamed(checked, *positions.place(position))
    return positions.range(found[1]) if found else None


def renaming(checked: CheckedFile, asked: types.RenameParams, at: Locations) -> types.WorkspaceEdit | None:
    """The changes of all files that another id takes.

    Raises:
        UsageError: It cannot be done.
    """
    found = renamed(checked, *at.positions(checked).place(asked.position))
    if found is None:
        return None
    changes: dict[str, list[types.TextEdit]] = {}
    for document, edit in rename(checked, found[0], asked.new_name):
        location = at.location(document, edit.span)
        changes.setdefault(location.uri, []).append(types.TextEdit(location.range, edit.text))
    return types.WorkspaceEdit(changes)


def formatting(checked: CheckedFile, at: Locations) -> list[types.TextEdit]:
    """The edits that ``cxmap fmt`` makes in a file; none where it cannot be read.

    Raises:
        LayoutError: It has no canonical layout.
    """
    if not checked.document.readable:
        return []
    positions, text = at.positions(checked), checked.document.text
    return [types.TextEdit(positions.range(edit.span), edit.text) for edit in changed_lines(text, laid_out(text))]


def _named(checked: CheckedFile, position: types.Position, at: Locations) -> list[Symbol]:
    place = at.positions(checked).place(position)
    return named_at(checked.project, checked.document, *place)


def _asked_for(kind: str, kinds: Sequence[str]) -> bool:
    """Whether a kind, or one that it belongs to, is among some: ``source`` asks for ``source.fixAll`` too."""
    return any(f"{kind}.".startswith(f"{asked}.") for asked in kinds)


def _change(checked: CheckedFile, edits: Sequence[Edit], at: Locations, *, versioned: bool) -> types.WorkspaceEdit:
    buffer, positions = checked.buffer, at.positions(checked)
    texts = [types.TextEdit(positions.range(edit.span), edit.text) for edit in edits]
    if not versioned:
        return types.WorkspaceEdit({buffer.uri: texts})
    identifier = types.OptionalVersionedTextDocumentIdentifier(buffer.uri, buffer.version)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(identifier, texts)])
