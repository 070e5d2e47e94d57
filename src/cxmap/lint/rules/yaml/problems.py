"""What the reader found wrong with a file, as findings: CX001 to CX008 share this."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.lint.finding import Finding, Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cxmap.project.document import Document
    from cxmap.project.project import Project
    from cxmap.yaml.reader.errors import Problem


def problems(code: str) -> Callable[[Project], Iterator[Finding]]:
    """The check of a rule whose findings come out of reading the file."""

    def check(project: Project) -> Iterator[Finding]:
        for document in project.reported:
            for problem in document.source.problems:
                if problem.code == code:
                    yield _finding(document, problem)

    return check


def _finding(document: Document, problem: Problem) -> Finding:
    return Finding(
        Place(document, problem.pointer, exact=problem.span),
        problem.message,
        help=problem.help,
        related=tuple((what, Place(document, (), exact=span)) for what, span in problem.related),
    )
