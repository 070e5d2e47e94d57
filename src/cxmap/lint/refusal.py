"""Which errors refuse a journey: those that leave a figure or a picture of it without ground.

An error elsewhere (a plan that is out of order, a persona whom the journey does not name) keeps nothing from being
computed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from cxmap.diagnostic import Severity
from cxmap.project.memo import memoized
from cxmap.project.summary import JOURNEYS, WITHIN_A_JOURNEY
from cxmap.text.wording import and_more

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from cxmap.diagnostic import Diagnostic, Report
    from cxmap.project.document import Document
    from cxmap.project.project import Project

REFUSING: Final = ("CX0", "CX1", "CX2", "CX501", "CX506")
"""Codes, or the beginnings of codes, of rules whose errors refuse a journey."""
UNREAD: Final = ("CX0", "CX106")
"""Those of them after which nobody knows what a file would have defined."""

Defined = tuple[str, str]  # section and id


class FilesHaveErrors(Exception):
    """Files have errors that refuse what was asked for; nothing was computed.

    Attributes:
        diagnostics: The errors, in order of path, line and column.
    """

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(sorted(diagnostics, key=lambda found: found.sort_key))
        first = self.diagnostics[0]
        rest = and_more(len(self.diagnostics) - 1).strip()
        more = f" ({rest})" if rest else ""
        super().__init__(
            f"{first.path}:{first.span.line}:{first.span.column}: {first.code} {first.message}{more}; "
            "fix the files, or pass strict=False"
        )


@dataclass(frozen=True, slots=True)
class Sound:
    """What of a project can be worked with.

    Attributes:
        project: The project, asked about the sound files alone.
        report: The errors of the others and of what they rest on; ``None``: there are none.
        whole: Whether charts of the project as a whole can be made: nothing is wrong outside of journeys.
        refused: The ids of journeys that were asked about and are refused.
    """

    project: Project
    report: Report | None = None
    whole: bool = True
    refused: frozenset[str] = frozenset()

    @property
    def errors(self) -> bool:
        """Whether there were errors."""
        return self.report is not None

    @property
    def documents(self) -> tuple[Document, ...]:
        """The sound files."""
        return self.project.reported

    @property
    def nothing_left(self) -> bool:
        """Whether errors refused every journey that was asked about."""
        return self.errors and not any(document.journey is not None for document in self.documents)


def sound_part(project: Project, also: Collection[str] = ()) -> Sound:
    """What can be worked with of the files asked about, and the errors in the others and in library files.

    Args:
        project: The project.
        also: Codes of rules whose errors are reported as well, and refuse nothing.
    """
    from cxmap.lint.engine import diagnose
    from cxmap.lint.report import report
    from cxmap.lint.selection import select

    asked_about = set(project.reported)
    concerned = tuple(document for document in project.documents if document in asked_about or document.journey is None)
    checked = replace(project, reported=concerned)
    found = diagnose(checked, select(project.config, file=project.inputs.config).of_errors())
    errors = [diagnostic for diagnostic in found if refuses(diagnostic) or diagnostic.code in also]
    if not errors:
        return Sound(project)
    refusing = [diagnostic for diagnostic in errors if refuses(diagnostic)]
    left_out = refused(project, refusing)
    return Sound(
        replace(project, reported=tuple(document for document in project.reported if document not in left_out)),
        report(checked, errors),
        whole=not concerns_the_project(project, refusing),
        refused=frozenset(document.journey.id for document in left_out if document.journey is not None),
    )


def refusals(project: Project) -> dict[Document, list[Diagnostic]]:
    """Check the files asked about and those that their journeys may rest on; see :func:`refused`."""
    from cxmap.lint.engine import diagnose
    from cxmap.lint.selection import select

    asked_about = set(project.reported)
    concerned = tuple(file for file in project.documents if file in asked_about or file.journey is None)
    selection = select(project.config, file=project.inputs.config).of_errors()
    selection = replace(selection, codes=frozenset(code for code in selection.codes if code.startswith(REFUSING)))
    return refused(project, diagnose(replace(project, reported=concerned), selection))


def refuses(diagnostic: Diagnostic) -> bool:
    """Whether an error keeps what rests on it from being ranked or drawn."""
    return diagnostic.severity is Severity.ERROR and diagnostic.code.startswith(REFUSING)


def concerns_the_project(project: Project, errors: Iterable[Diagnostic]) -> bool:
    """Whether some errors are in what charts of the project as a whole rest on: in anything but a journey."""
    journeys = {document.name for document, _ in project.journey_documents(reported=False)}
    return any(error.path not in journeys or not error.pointer.startswith("/journey") for error in errors)


def refused(project: Project, diagnostics: Iterable[Diagnostic]) -> dict[Document, list[Diagnostic]]:
    """The journeys asked about that errors refuse, each with those errors.

    A journey is refused by an error in its file and by one in what it refers to, directly or through others: a source,
    a persona and that persona's segment. What it refers to and nobody defines may stand in a file that cannot be read.
    Another journey that it names is refused by itself.

    Args:
        project: The project.
        diagnostics: What was found in the files asked about and in those without a journey; others than errors of
            ``REFUSING`` rules do not count.

    Returns:
        By file, in the order of the project. A file that cannot be read is among them: it may hold a journey.
    """
    counting = [found for found in diagnostics if refuses(found)]
    if not counting:
        return {}
    by_file: dict[str, list[Diagnostic]] = {}
    by_definition: dict[tuple[str, Defined], list[Diagnostic]] = {}
    for found in counting:
        by_file.setdefault(found.path, []).append(found)
        if len(place := found.pointer.split("/")) > 2:
            by_definition.setdefault((found.path, (place[1], place[2])), []).append(found)
    unread = [found for found in counting if found.code.startswith(UNREAD)]
    result: dict[Document, list[Diagnostic]] = {}
    for document in project.reported:
        if document.understood and not document.has(("journey",)):
            continue
        errors = dict.fromkeys(by_file.get(document.name, ()))
        for section, name in _rests_on(project, document):
            definitions = project.definitions[section].get(name, ())
            errors |= dict.fromkeys(unread if not definitions else ())
            for definition in definitions:
                errors |= dict.fromkeys(by_definition.get((definition.document.name, (section, name)), ()))
        if errors:
            result[document] = list(errors)
    return result


def _rests_on(project: Project, document: Document) -> Iterator[Defined]:
    """What a journey refers to, and what that refers to, each once."""
    named = _references(document).get(("journey",), ())
    waiting, seen = list(named), set(named)
    while waiting:
        yield (found := waiting.pop())
        for definition in project.definitions[found[0]].get(found[1], ()):
            new = [reference for reference in _references(definition.document).get(found, ()) if reference not in seen]
            waiting += new
            seen.update(new)


@memoized
def _references(document: Document) -> dict[tuple[str, ...], dict[Defined, None]]:
    """What each definition of a file, and its journey, refers to; journeys aside."""
    found: dict[tuple[str, ...], dict[Defined, None]] = {}
    for reference in document.references:
        if reference.to != JOURNEYS and reference.to not in WITHIN_A_JOURNEY:
            part = reference.pointer[:1] if reference.pointer[0] == "journey" else reference.pointer[:2]
            found.setdefault(tuple(map(str, part)), {})[reference.to, reference.id] = None
    return found
