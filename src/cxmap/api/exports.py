"""``cxmap.export``: what the commands of ``cxmap export`` write, as bytes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cxmap.choices import EXPORT_FORMATS
from cxmap.errors import UsageError
from cxmap.text.suggestions import nearest
from cxmap.text.wording import hint

if TYPE_CHECKING:
    from collections.abc import Callable
    from os import PathLike

    from cxmap.choices import Lang
    from cxmap.model.journey import Journey
    from cxmap.project.document import Document
    from cxmap.project.project import Project


@dataclass(frozen=True, slots=True)
class Export:
    """A file for another tool, in memory.

    Attributes:
        data: Its bytes.
        remarks: What it cannot hold, as sentences.
    """

    data: bytes
    remarks: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"<Export of {len(self.data):,} bytes>"

    @property
    def text(self) -> str:
        """It as text; a workbook and slides are none.

        Raises:
            UnicodeDecodeError: It is no text.
        """
        return self.data.decode()

    def save(self, path: str | PathLike[str]) -> None:
        """Write it into a file, whole or not at all.

        Raises:
            cxmap.io.files.WriteError: It cannot be written.
        """
        from cxmap.io.files import Output

        Output(path).write(self.data)


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be exported: journeys of a project, as one persona sees them or all, in a language or their own."""

    project: Project
    persona: str | None
    lang: Lang | None

    @property
    def journeys(self) -> list[tuple[Document, Journey]]:
        """The journeys, each with its file."""
        return list(self.project.journey_documents())

    @property
    def spoken(self) -> Lang:
        """The language."""
        from cxmap.output.language import language

        return language(self.project, [journey for _, journey in self.journeys], self.lang)


def request(project: Project, journey: str | None, persona: str | None, lang: Lang | None) -> Request:
    """What is to be exported.

    Raises:
        UsageError: There is no such journey, none at all, or no such persona in it.
    """
    from cxmap.analysis.scope import known

    journeys = list(project.journey_documents())
    if not journeys:
        raise UsageError("no journey to export: a library has none")
    known("journey", journey, [each.id for _, each in journeys])
    known("persona", persona, [name for _, each in journeys if journey in {None, each.id} for name in each.personas])
    if journey is not None:
        project = replace(project, reported=tuple(document for document, each in journeys if each.id == journey))
    return Request(project, persona, lang)


def exported(form: str, asked: Request) -> Export:
    """Make the file.

    Raises:
        UsageError: There is no such format, an extra is not installed, or an outline is asked of several journeys.
    """
    if form not in EXPORT_FORMATS:
        listed = f"choose from {', '.join(EXPORT_FORMATS)}"
        raise UsageError(f"unknown format '{form}'{hint(nearest(form, EXPORT_FORMATS), listed)}")
    return _FORMATS[form](asked)


def _mermaid(asked: Request) -> Export:
    from cxmap.exchange.mermaid.from_journey import diagram, text

    journeys = [found for found in asked.journeys if asked.persona in {None, *found[1].personas}]
    drawn = [diagram(asked.project, *found, asked.persona) for found in journeys]
    skipped = tuple(f"not drawn, no experience: '{title}'" for each in drawn for title in each.unscored)
    return Export(text(drawn).encode(), skipped)


def _outline(asked: Request) -> Export:
    from cxmap.exchange.outline.from_journey import OutlineDraft
    from cxmap.exchange.outline.write import write_outline
    from cxmap.text import escape

    if len(asked.journeys) > 1:
        ids = ", ".join(journey.id for _, journey in asked.journeys)
        raise UsageError(f"an outline holds one journey; name it with journey=: {ids}")
    made = OutlineDraft(asked.project, *asked.journeys[0])
    return Export(escape.terminal(write_outline(made.draft, asked.spoken)).encode(), tuple(made.left))


def _csv(asked: Request) -> Export:
    from cxmap.exchange.sheet.table_out import csv_table
    from cxmap.exchange.sheet.touchpoints import COLUMNS, all_rows

    return Export(csv_table(all_rows(asked.project), COLUMNS).encode())


def _xlsx(asked: Request) -> Export:
    from cxmap.exchange.sheet.table_out import workbook
    from cxmap.exchange.sheet.touchpoints import COLUMNS, all_rows

    return Export(workbook(all_rows(asked.project), COLUMNS))


def _json(asked: Request) -> Export:
    from cxmap.exchange.json_out import project_json

    return Export(project_json(asked.project).encode())


def _pptx(asked: Request) -> Export:
    from cxmap.choices import DECK_SLIDES
    from cxmap.output.deck.deck import make_deck
    from cxmap.output.deck.template import own_template
    from cxmap.story.story import tell

    made = make_deck(tell(asked.project, asked.spoken), own_template(), list(DECK_SLIDES), command="cxmap export pptx")
    return Export(made.data, tuple(made.remarks))


_FORMATS: dict[str, Callable[[Request], Export]] = {
    "mermaid": _mermaid,
    "outline": _outline,
    "csv": _csv,
    "xlsx": _xlsx,
    "pptx": _pptx,
    "json": _json,
}
