"""What can be done about findings with one key: fix, write what was meant, silence for this line."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final, NamedTuple

from cxmap.diagnostic import Edit, Fix, Span
from cxmap.lint.fix import does_no_harm, fix
from cxmap.lint.registry import BY_CODE
from cxmap.lint.selection import select
from cxmap.lint.suppression import silencing
from cxmap.text.escape import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cxmap.diagnostic import Diagnostic
    from cxmap.lsp.workspace import CheckedFile

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
MOST: Final = 20
"""How many findings are looked into at once: whether a fix does no harm is found out by doing it."""


class EditorAction(NamedTuple):
    """Something that can be done about a finding.

    Attributes:
        title: What it does, in one line.
        edits: The changes of the file.
        finding: What it is about.
        preferred: Whether it is what one would do without looking.
    """

    title: str
    edits: Sequence[Edit]
    finding: Diagnostic
    preferred: bool = False


def actions(checked: CheckedFile, first: int, last: int) -> Iterator[EditorAction]:
    """What can be done about the findings that touch some lines: first what fixes them, then what silences them.

    Args:
        checked: The file.
        first: The first line, from 1.
        last: The last line.
    """
    there = [finding for finding in checked.shown if finding.span.line <= last and first <= finding.span.end_line][
        :MOST
    ]
    for finding in there:
        yield from _fixing(checked, finding)
    for finding in there:
        yield from _silencing(checked, finding)


def fix_all(checked: CheckedFile) -> Sequence[Edit]:
    """The edits that ``cxmap validate --fix`` makes in a file; none where there is nothing to fix."""
    before = checked.document.text
    after = fix(checked.load).files.get(checked.document.path)
    return () if after is None else tuple(changed_lines(before, after.decode("utf-8-sig")))


def _fixing(checked: CheckedFile, finding: Diagnostic) -> Iterator[EditorAction]:
    remedy = finding.fix
    if remedy is None and finding.suggestion is not None:
        remedy = Fix(f"write '{finding.suggestion}'", (Edit(finding.span, finding.suggestion),))
    if remedy is not None and _is_safe(remedy, checked):
        title = one_line(remedy.title)
        yield EditorAction(f"{title[:1].upper()}{title[1:]}", remedy.edits, finding, preferred=finding.fixable)


def _is_safe(remedy: Fix, checked: CheckedFile) -> bool:
    return does_no_harm(remedy, checked.document, checked.found, select(checked.project.config), checked.load)


def _silencing(checked: CheckedFile, finding: Diagnostic) -> Iterator[EditorAction]:
    rule = BY_CODE[finding.code]
    edit = None if rule.mandatory else silencing(checked.document.source, finding.span.line, rule.code)
    if edit is not None:
        yield EditorAction(f"Ignore {rule.name} ({rule.code}) for this line", (edit,), finding)


def changed_lines(before: str, after: str) -> Iterator[Edit]:
    """The edits of whole lines that make one text another, so that an editor keeps its place in the others."""
    old, new = (_LINE.findall(text) for text in (before, after))
    for kind, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Edit(Span(start + 1, 1, end + 1, 1), "".join(new[new_start:new_end]))
