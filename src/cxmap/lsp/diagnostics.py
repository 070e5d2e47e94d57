"""What is found, as editors show it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lsprotocol import types

from cxmap.diagnostic import Severity
from cxmap.lint.registry import BY_CODE
from cxmap.output.findings.advice import advice
from cxmap.text.escape import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.diagnostic import Diagnostic
    from cxmap.lsp.locations import Locations
    from cxmap.lsp.positions import Positions
    from cxmap.project.project import Project

SOURCE: Final = "cxmap"
SEVERITIES: Final = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.ADVICE: types.DiagnosticSeverity.Information,
}
NEEDLESS: Final = frozenset({"CX009", "CX203"})
"""Rules that find what nothing needs: editors show it paler."""


def published(diagnostic: Diagnostic, project: Project, positions: Positions, at: Locations) -> types.Diagnostic:
    """One finding.

    Args:
        diagnostic: The finding.
        project: The project that it was found in.
        positions: The places of its file.
        at: Names the other places that belong to it.
    """
    return types.Diagnostic(
        range=positions.range(diagnostic.span),
        message="\n".join(one_line(text) for text in (diagnostic.message, *advice(diagnostic))),
        severity=SEVERITIES[diagnostic.severity],
        code=diagnostic.code,
        code_description=types.CodeDescription(BY_CODE[diagnostic.code].url),
        source=SOURCE,
        tags=[types.DiagnosticTag.Unnecessary] if diagnostic.code in NEEDLESS else None,
        related_information=list(_related(diagnostic, project, at)) or None,
    )


def _related(diagnostic: Diagnostic, project: Project, at: Locations) -> Iterator[types.DiagnosticRelatedInformation]:
    for related in diagnostic.related:
        location = at.location(project.by_name[related.path], related.span)
        yield types.DiagnosticRelatedInformation(location, one_line(related.message))
