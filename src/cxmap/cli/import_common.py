"""What the commands share that take over foreign files."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cxmap.cli.console import Stop, emit, print_errors, project_loader, remark

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
    from cxmap.session import editing

    is_file = _is_file(into)
    with refusing():
        try:
            return editing.find_journey(_loader(into)({}), None if is_file else into)
        except editing.WhichJourneyError as error:
            if is_file and not error.ids:
                raise Stop(f"'{into}' holds no journey; name the file of one, or its id") from None
            ids = ", ".join(error.ids) or "none"
            raise Stop(f"say which journey with --into JOURNEY; there are: {ids}") from None


def save(document: Document, data: Any, *, into: str | None, dry_run: bool) -> Project:
    """Write a journey's file with other data in it; see ``write_data``."""
    return write_data(document, data, _loader(into), dry_run=dry_run)


def write_data(
    document: Document, data: Any, load: Callable[[Mapping[Path, bytes]], Project], *, dry_run: bool = False
) -> Project:
    """Write a file with other data in it; see ``cxmap.session.editing.save``.

    Raises:
        typer.Exit: There would be an error; it is shown, and the file stays.
    """
    from cxmap.session import editing

    with refusing():
        return editing.save(document, data, load, dry_run=dry_run)


@contextlib.contextmanager
def refusing() -> Iterator[None]:
    """Print the errors that an edit is refused for, and end with status 1."""
    from cxmap.session.editing import RefusedError

    try:
        yield
    except RefusedError as error:
        print_errors(error.report)
        raise typer.Exit(1) from None


def _is_file(into: str | None) -> bool:
    return into is not None and Path(into).exists()


def _loader(into: str | None) -> Callable[[Mapping[Path, bytes]], Project]:
    return project_loader([into] if into is not None and _is_file(into) else None)


def show_changes(
    before: Project, after: Project, document: Document, journey: Journey, changes: Sequence[Change]
) -> None:
    """Print a table of scores, old and new, on standard output; see ``cxmap.exchange.change_table``."""
    from cxmap.exchange.change_table import change_table
    from cxmap.output.tables.render import aligned

    for line in aligned(zip(*change_table(before, after, document, journey, changes), strict=True)):
        emit(f"{line}\n")
