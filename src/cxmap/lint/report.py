"""What the output formats show of a run. Knows no rule, so that a run in which nothing has changed needs none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from cxmap.diagnostic import Report
from cxmap.text.wording import and_more

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cxmap.diagnostic import Diagnostic
    from cxmap.project.document import Document
    from cxmap.project.project import Project


def report(project: Project, diagnostics: Sequence[Diagnostic], remarks: Sequence[str] = ()) -> Report:
    """What the output formats show of a run.

    Args:
        project: The project that was checked.
        diagnostics: What is to be shown of what was found.
        remarks: Sentences to show besides, such as what a baseline hides.
    """
    with_findings = {diagnostic.path for diagnostic in diagnostics}
    with_findings |= {related.path for diagnostic in diagnostics for related in diagnostic.related}
    return Report(
        diagnostics=tuple(diagnostics),
        checked=len(project.reported),
        skipped=project.skipped,
        remarks=(*_withheld(project), *remarks),
        cwd=project.cwd,
        root=project.root,
        texts=_Texts({doc.name: doc for doc in _of_names(project, with_findings)}),
    )


def _of_names(project: Project, names: set[str]) -> list[Document]:
    """The files of some names. Mostly they are among those asked about: thousands of others need not tell theirs."""
    found = [document for document in project.reported if document.name in names]
    return found if len(found) == len(names) else [document for document in project.documents if document.name in names]


def _withheld(project: Project) -> Iterator[str]:
    if project.unreadable:
        first = project.unreadable[0].name
        more = and_more(len(project.unreadable) - 1)
        yield (
            f"{first}{more} cannot be read, so unknown references, unused definitions, gaps and needs without an "
            "action and target segments without a persona were not looked for."
        )


class _Texts(Mapping[str, str]):
    """The texts of files by their names, those aside that could not be read; few formats ask for any."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = documents

    def __getitem__(self, name: str) -> str:
        text = self._documents[name].text
        if not text:
            raise KeyError(name)
        return text

    def __iter__(self) -> Iterator[str]:
        return (name for name, document in self._documents.items() if document.text)

    def __len__(self) -> int:
        return sum(1 for _ in self)
