"""What an editor shows of the thing under the pointer.

That is what an id stands for, the waves of a score, and which rule found something there.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from cxmap.analysis.ranking.gaps import gaps
from cxmap.analysis.scores import KINDS, each_wave, scales
from cxmap.analysis.waves import waves
from cxmap.errors import UsageError
from cxmap.lint import explain
from cxmap.lint.facts.scores import placed_scores
from cxmap.lint.messages import SINGULAR
from cxmap.lint.refusal import sound_part
from cxmap.lint.registry import BY_CODE
from cxmap.output.tables.numbers import short
from cxmap.session.symbols import holds, named_at, reference_at
from cxmap.text.escape import markdown_cell, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cxmap.analysis.scores import Kind, Score
    from cxmap.diagnostic import Span
    from cxmap.lsp.workspace import CheckedFile
    from cxmap.model.scale import Range
    from cxmap.session.symbols import Symbol


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
    symbols = named_at(checked.project, checked.document, line, column)
    if symbols:
        parts += [_named(symbol, markdown=markdown) for symbol in symbols] if found else []
        for symbol in symbols:
            parts += _standing(checked, symbol, markdown=markdown)
        spans += [found[1] if found else symbols[0].place.span] if parts else []
    for text, span in _histories(checked, line, column, markdown=markdown):
        parts.append(text)
        spans.append(span)
    findings = [finding for finding in checked.shown if holds(finding.span, line, column)]
    spans += [finding.span for finding in findings]
    explained = explain.markdown if markdown else explain.plain
    parts += [explained(BY_CODE[code]) for code in dict.fromkeys(finding.code for finding in findings)]
    return ("\n\n---\n\n".join(parts), spans[0]) if parts else None


def _standing(checked: CheckedFile, symbol: Symbol, *, markdown: bool) -> Iterator[str]:
    """The scores of a touchpoint and its rank in its journey, as ``gaps`` gives them; nothing where errors forbid."""
    document = symbol.place.document
    if symbol.kind != SINGULAR["touchpoints"] or document.journey is None:
        return
    sound = sound_part(replace(checked.project, reported=(document,))).project
    if not sound.reported:
        return
    with suppress(UsageError):  # nothing is scored, or all of it is a step
        ranking = gaps(sound)
        ranked = [row for row in ranking.rows if row.kind == "touchpoint" and row.rank is not None]
        lines = []
        for row in (row for row in ranked if row.touchpoint == symbol.id):
            of = sum(other.persona == row.persona for other in ranked)
            scores = f"importance {short(row.importance)}, experience {short(row.experience)}"
            lines.append(f"- {row.persona}: {scores}; rank {row.rank}{'=' * row.tied} of {of} by {ranking.by}")
        strong = "**" if markdown else ""
        if lines:
            yield "\n".join([f"{strong}scores{strong} in this journey:", "", *lines])


def _histories(checked: CheckedFile, line: int, column: int, *, markdown: bool) -> Iterator[tuple[str, Span]]:
    """The waves of the score at a place, where it has several, on the journey's scale."""
    document = checked.document
    if document.journey is None:
        return
    for scores, pointer, mark_source in placed_scores(document):
        for kind in KINDS:
            given = getattr(scores, kind)
            if len(each_wave(given)) > 1:
                place = (*pointer, kind)
                key = document.source.span(place, key=True)
                value = document.source.span(place)
                if holds(key, line, column) or holds(value, line, column):
                    found = waves(checked.project, document.journey, given, kind, mark_source)
                    scale = scales(checked.project, document.journey).of(kind)
                    yield _told(kind, scale, found, markdown=markdown), key


def _told(kind: Kind, scale: Range, found: Sequence[Score], *, markdown: bool) -> str:
    """A line for each wave, the oldest first, such as *1. 6.5, n 57 (survey-2026-03, 2026-03-31)*."""
    strong = "**" if markdown else ""
    safe = markdown_cell if markdown else one_line
    lines = [f"{strong}{kind}{strong}, oldest first, on {scale.min:g} to {scale.max:g}:", ""]
    for number, score in enumerate(found, 1):
        n = "" if score.people is None else f", n {score.people:,}"
        origin = f"{safe(score.source) if score.source else 'no source'}, {score.date or 'no date'}"
        lines.append(f"{number}. {short(score.value)}{n} ({origin})")
    return "\n".join(lines)


def _named(one: Symbol, *, markdown: bool) -> str:
    """A line such as *persona noor: Noor de Wit (library.cxmap.yaml)*."""
    safe = markdown_cell if markdown else one_line
    title = f": {safe(one.title)}" if one.title else ""
    strong = "**" if markdown else ""
    return f"{strong}{one.kind} {safe(one.id)}{strong}{title} ({safe(one.place.document.name)})"
