"""Runs the selected rules over a project and makes diagnostics of what they find."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cxmap.diagnostic import Diagnostic, Fix, Related
from cxmap.lint.finding import Finding
from cxmap.lint.messages import shown
from cxmap.lint.registry import BY_CODE, BY_NAME, RULES
from cxmap.lint.rules.yaml.cx009_unused_suppression import RULE as UNUSED_SUPPRESSION
from cxmap.lint.suppression import suppressions
from cxmap.project.anchor import anchor
from cxmap.project.view import ProjectView
from cxmap.yaml.values import to_json_pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.diagnostic import Span
    from cxmap.lint.rule import Rule
    from cxmap.lint.selection import Selection
    from cxmap.lint.suppression import Suppression
    from cxmap.project.document import Document
    from cxmap.project.project import Project
    from cxmap.project.view import Dependencies

MAX_FINDINGS = 1000
"""Of one rule in one file. Beyond that it is no journey with mistakes any more: only that there are more is said."""


class Judgement(NamedTuple):
    """What was found in one file.

    Attributes:
        found: In the order in which it is shown.
        dependencies: What that depends on besides the file, the configuration and the selection.
    """

    found: list[Diagnostic]
    dependencies: Dependencies


def diagnose(project: Project, selection: Selection) -> list[Diagnostic]:
    """Everything that the selected rules find in the files asked about, in the order in which it is shown."""
    found = [diagnostic for document in project.reported for diagnostic in judge(project, document, selection).found]
    return sorted(found, key=lambda diagnostic: diagnostic.sort_key)


def judge(project: Project, document: Document, selection: Selection) -> Judgement:
    """Run the selected rules over one file of a project, which they see through a view that records what they ask."""
    view = ProjectView(project, document)
    found: list[Diagnostic] = []
    for rule in RULES:
        if rule.check is None or rule.code not in selection.codes:
            continue
        if not selection.per_file or selection.selects(rule, document.relative):
            _run(rule, rule.check(view), document, selection, found)
    shown = sorted(_after_suppressions(document, _unique(found), selection), key=lambda diagnostic: diagnostic.sort_key)
    return Judgement(shown, view.dependencies())


def _unique(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """Each finding once: an alias leads to one place twice."""
    unique: dict[tuple[str, Span, str], Diagnostic] = {}
    for diagnostic in diagnostics:
        unique.setdefault((diagnostic.code, diagnostic.span, diagnostic.message), diagnostic)
    return list(unique.values())


def _run(
    rule: Rule, findings: Iterator[Finding], document: Document, selection: Selection, found: list[Diagnostic]
) -> None:
    """Add what one rule finds in a file; beyond a limit only that there is more."""
    count = 0
    for finding in findings:
        if finding.place.document is not document:
            continue
        count += 1
        if count > MAX_FINDINGS:
            more = f"more findings of this rule from here on: the first {MAX_FINDINGS:,} are listed"
            found.append(_diagnostic(rule, Finding(finding.place, more), selection))
            return
        found.append(_diagnostic(rule, finding, selection))


def _diagnostic(rule: Rule, finding: Finding, selection: Selection) -> Diagnostic:
    place = finding.place
    return Diagnostic(
        code=rule.code,
        name=rule.name,
        severity=selection.severity(rule, finding.severity),
        message=finding.message,
        path=place.document.name,
        span=place.span,
        pointer=to_json_pointer(place.pointer),
        anchor=anchor(place.document, place.pointer),
        suggestion=finding.suggestion,
        help=finding.help,
        fix=Fix(_title(finding), finding.edits, finding.safe) if finding.edits else None,
        related=tuple(Related(what, other.document.name, other.span) for what, other in finding.related),
    )


def _title(finding: Finding) -> str:
    if finding.suggestion:
        return f"write '{finding.suggestion}'"
    return finding.help or finding.message.rpartition("; ")[2]  # a message ends with the remedy


def _after_suppressions(
    document: Document, diagnostics: list[Diagnostic], selection: Selection
) -> Iterator[Diagnostic]:
    """What the file's comments do not silence, and the comments that silence nothing."""
    if not document.understood:
        yield from diagnostics  # nothing was looked for that a comment could silence
        return
    silenced: set[tuple[str, int | None]] = set()
    unused: list[Diagnostic] = []
    words = [(comment, _named(comment.word or "")) for comment in suppressions(document.source)]
    for of_the_unused in (
        False,
        True,
    ):  # the comments that silence CX009 last: the others may give them something to do
        diagnostics = [*diagnostics, *unused]
        unused = []
        there = {
            place
            for diagnostic in diagnostics
            for place in ((diagnostic.code, None), (diagnostic.code, diagnostic.span.line))
        }
        for suppression, rule in words:
            if (rule is UNUSED_SUPPRESSION) is not of_the_unused:
                continue
            place = (rule.code, suppression.line) if rule and not rule.mandatory and not suppression.misplaced else None
            idle = place not in there or place in silenced
            if place:
                silenced.add(place)
            speaks = rule is None or selection.selects(rule, document.relative)
            if idle and speaks and selection.selects(UNUSED_SUPPRESSION, document.relative):
                unused.append(_unused(document, suppression, selection, rule))
    yield from (
        diagnostic
        for diagnostic in diagnostics
        if silenced.isdisjoint(((diagnostic.code, None), (diagnostic.code, diagnostic.span.line)))
    )
    yield from unused


def _named(word: str) -> Rule | None:
    """The rule that a word in a comment stands for."""
    return BY_CODE.get(word.upper()) or BY_NAME.get(word.lower())


def _unused(document: Document, suppression: Suppression, selection: Selection, rule: Rule | None) -> Diagnostic:
    helps = _meant(suppression, rule)
    return Diagnostic(
        code=UNUSED_SUPPRESSION.code,
        name=UNUSED_SUPPRESSION.name,
        severity=selection.severity(UNUSED_SUPPRESSION),
        message=_idle(suppression.word, rule),
        path=document.name,
        span=suppression.comment,
        help=helps or "remove it",
        fix=None if helps else Fix("remove it", (suppression.edit,)),
    )


def _idle(word: str | None, rule: Rule | None) -> str:
    """Why a suppression silences nothing."""
    if word is None:
        return "no rule is named in brackets, so this comment silences nothing"
    if rule is None:
        return f"unknown rule {shown(word)}"
    return f"{shown(word)} cannot be silenced" if rule.mandatory else f"{shown(word)} silences nothing here"


def _meant(suppression: Suppression, rule: Rule | None) -> str:
    """How to write a suppression that could work; a suppression that was meant is not removed by --fix."""
    if suppression.word is None:
        return f"write the rule in brackets: # cxmap: {'ignore' if suppression.line else 'ignore-file'}[CX304]"
    if rule is None or rule.mandatory or not suppression.misplaced:
        return ""
    if suppression.line is None:
        return "put 'ignore-file' on a line of its own, or write 'ignore' for this line alone"
    return "put it at the end of the line that it is for, or write 'ignore-file' for the whole file"
