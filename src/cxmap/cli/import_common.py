"""What the commands share that take over foreign files."""

from __future__ import annotations

import contextlib
import math
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cxmap.cli.console import Stop, emit, print_errors, project_loader, remark
from cxmap.cli.exit import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from cxmap.choices import Lang
    from cxmap.exchange.draft.to_journey import KnownNames, NewJourneyFile
    from cxmap.exchange.journey_data import Change
    from cxmap.model.journey import Journey
    from cxmap.project.document import Document
    from cxmap.project.project import Project


@contextlib.contextmanager
def taking_over(file: str) -> Iterator[None]:
    """Say what is wrong with a foreign file, one line each, and end with status 1.

    Args:
        file: As it was given.

    Raises:
        Refused: Something is wrong with it.
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
        raise Refused from None


def find_journey(into: str | None) -> tuple[Project, Document, Journey]:
    """The journey that something goes into; its errors and those of the files it stands on end the run.

    Args:
        into: A file, or the id of a journey of the project around the current directory; ``None``: its only journey.

    Raises:
        Stop: There is no such journey, or several and none was named.
        Refused: There are errors.
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
        Refused: There would be an error; it is shown, and the file stays.
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
        raise Refused from None


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


def low_and_high(given: str | None) -> tuple[float, float] | None:
    """What ``--scale`` says: the lowest and the highest score; ``None``: nothing.

    Raises:
        Stop: It is no scale.
    """
    if given is None:
        return None
    try:
        low, high = (float(part) for part in given.split(","))
    except ValueError:
        low = high = 0.0
    if not (low < high and math.isfinite(low) and math.isfinite(high)):
        raise Stop(f"--scale takes the lowest and the highest score, such as 0,10, not '{given}'")
    return low, high


@dataclass(frozen=True, slots=True)
class ProjectNames:
    """What a new journey needs to know of the project that it will belong to.

    Attributes:
        names: Names by id.
        lang: The project's language.
        scale: The scale of its scores.
    """

    names: KnownNames
    lang: Lang
    scale: tuple[float, float]


def project_names(output: str | None) -> ProjectNames:
    """What the project holds that a new file will belong to.

    Args:
        output: Where the file goes; ``None``: standard output, and so no project.
    """
    from cxmap.cli.new_file import config_at, folder_for, project_at, root_around
    from cxmap.exchange.draft.to_journey import KnownNames
    from cxmap.model.types import DEFAULT_SCALE, Scale

    low_high = (DEFAULT_SCALE.min, DEFAULT_SCALE.max)
    if output is None:
        return ProjectNames(KnownNames(), "en", low_high)
    root = root_around(folder_for(output))
    config, project = config_at(root), project_at(root)
    if config is not None and isinstance(config.scale, Scale):
        low_high = (config.scale.min, config.scale.max)
    lang: Lang = config.lang if config is not None else "en"
    if project is None:
        return ProjectNames(KnownNames(), lang, low_high)
    found = project.definitions

    def titles(section: str, field: str = "title") -> dict[str, str]:
        return {name: str(getattr(known[0].model, field, name)) for name, known in found[section].items()}

    names = KnownNames(
        list(found["journeys"]),
        titles("personas", "name"),
        titles("stakeholders"),
        titles("channels"),
        titles("sources"),
    )
    return ProjectNames(names, lang, low_high)


def write_journey(new: NewJourneyFile, output: str | None) -> None:
    """Write a new journey's file, and print where it is; without ``--output`` print the file itself.

    Raises:
        ForeignError: The journey is larger than a file may be.
        Stop: There is such a file already.
    """
    from cxmap.cli.console import emit_file
    from cxmap.cli.new_file import file_for, write_new
    from cxmap.exchange.errors import ForeignError
    from cxmap.yaml.reader.read import read

    content = new.text.encode()
    for problem in read(content, new.id).problems:
        raise ForeignError(f"'{new.id}' becomes too large a journey ({problem.message}); cut it in two")
    if output is None:
        emit_file(new.text)
    else:
        write_new({file_for(output, new.id): content})
