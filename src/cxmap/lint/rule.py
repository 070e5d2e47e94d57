"""What a rule is: its identity, its explanation with examples, and its check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxmap.about import rule_url

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cxmap.diagnostic import Severity
    from cxmap.lint.finding import Finding
    from cxmap.project.project import Project


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. Each lives in a module of its own, which is also its documentation.

    Attributes:
        code: ``CX`` and three digits; never reused.
        name: In kebab case; accepted wherever a code is.
        severity: Unless the configuration re-grades it.
        summary: When the rule speaks, in one sentence, lower case, without a full stop.
        why: Why it matters to a customer-experience team, in a few sentences of plain text.
        bad: A file, or several (see ``example_files``), in which the rule speaks once, at the span between ``⟦`` and
            ``⟧``; without these marks at the file as a whole.
        good: The same, fixed: nothing is found in it.
        check: Yields what the rule finds in a project, or ``None`` where a finding comes out of reading the file.
        fixable: Whether ``--fix`` can fix some of its findings.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    why: str
    bad: str
    good: str
    check: Callable[[Project], Iterator[Finding]] | None
    fixable: bool = False

    @property
    def url(self) -> str:
        """The page of the rule reference that explains it."""
        return rule_url(self.code)

    @property
    def mandatory(self) -> bool:
        """Whether it can neither be suppressed, re-graded nor put in a baseline: the errors of CX0 and CX1."""
        return self.code.startswith(("CX0", "CX1")) and self.severity == "error"
