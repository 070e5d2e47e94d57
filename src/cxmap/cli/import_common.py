"""What the commands share that take over foreign files."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cxmap.cli.common import Stop, emit, project_loader, refuse_errors, remark
from cxmap.text.wording import hint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from cxmap.exchange.journey_data import Change
    from cxmap.model.journey import Journey
    from cxmap.project.document import Document
    from cxmap.project.project import Project

Into = Annotated[
    str | None, typer.Option("--into", metavar="JOURNEY", help="The journey's file, or its id in this project.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show old and new, and change nothing.")]


@contextlib.contextmanager
def taking_over(file: str) -> Iterator[None]:
    """Say what is wrong with a foreign file, one line each, and end with status 1.

    Args:
        file: As it was given.

    Raises:
        typer.Exit: Something is wrong with it.
    """
    from cxmap.exchange.errors import ForeignError, PlacedError
    from cxmap.project.files import STDIN_NAME
    from cxmap.yaml.editor.changes import EditError

    try:
        yield
    except (ForeignError, EditError) as error:
        name = STDIN_NAME if file == "-" else file
        start = "" if isinstance(error, PlacedError | EditError) else f"{name}: "
        for problem in getattr(error, "problems", (str(error),)):
            remark(start + problem)
        remark("Nothing was written.")
        raise typer.Exit(1) from None


def find_journey(into: str | None) -> tuple[Project, Document, Journey]:
    """The journey that something goes into; its errors and those of the files it stands on end the run.

    Args:
        into: A file, or the id of a journey of the project around the current directory; ``None``: its only journey.

    Raises:
        Stop: There is no such journey, or several and none was named.
        typer.Exit: There are errors.
    """
    is_file = into is not None and Path(into).exists()
    project = project_loader([into] if into is not None and is_file else None)({})
    found = [
        (document, journey)
        for document, journey in project.journey_documents()
        if is_file or into in {None, journey.id}
    ]
    if not found and into is not None and not is_file:
        from cxmap.text.suggestions import nearest

        near = nearest(into, [journey.id for _, journey in project.journey_documents()])
        raise Stop(f"no file and no journey is called '{into}'{hint(near)}")
    if len(found) != 1:
        refuse_errors(project)
        if is_file and not found:
            raise Stop(f"'{into}' holds no journey; name the file of one, or its id")
        ids = ", ".join(journey.id for _, journey in found) or "none"
        raise Stop(f"say which journey with --into JOURNEY; there are: {ids}")
    document, journey = found[0]
    project = replace(project, reported=(document,))
    refuse_errors(project)
    return project, document, journey


def save(document: Document, data: Any, *, into: str | None, dry_run: bool) -> Project:
    """Write a journey's file with other data in it, unless that would bring in an error.

    Returns:
        The project with the other data in it.

    Raises:
        EditError: The text cannot be changed so.
        typer.Exit: There would be an error; it is shown, and the file stays.
        WriteError: The file cannot be written, or has changed in the meantime.
    """
    is_file = into is not None and Path(into).exists()
    return write_data(document, data, project_loader([into] if into is not None and is_file else None), dry_run=dry_run)


def write_data(
    document: Document, data: Any, load: Callable[[Mapping[Path, bytes]], Project], *, dry_run: bool = False
) -> Project:
    """Write a file with other data in it, unless that would bring in an error; see ``save``.

    Args:
        document: The file, without errors.
        data: What it is to hold.
        load: Loads its project, with other contents for some files.
        dry_run: Write nothing.
    """
    from cxmap.io.files import write
    from cxmap.yaml.editor.changes import edited

    content = document.encoded(edited(document.source, data))
    after = load({document.path: content})
    refuse_errors(replace(after, reported=tuple(one for one in after.documents if one.path == document.path)))
    if not dry_run:
        write(document.path, content, expected=document.encoded(document.source.text))
    return after


def show_changes(
    before: Project, after: Project, document: Document, journey: Journey, changes: Sequence[Change]
) -> None:
    """Print a table of scores, old and new, on standard output; see ``cxmap.exchange.change_table``."""
    from cxmap.exchange.change_table import change_table
    from cxmap.output.tables.render import aligned

    for line in aligned(zip(*change_table(before, after, document, journey, changes), strict=True)):
        emit(f"{line}\n")
