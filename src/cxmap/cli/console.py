"""What the commands share that needs no option parser: loading, refusing, writing results.

Kept apart from ``cxmap.cli.common`` because importing typer takes as long as checking ten files.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from cxmap.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from pathlib import Path

    from cxmap.diagnostic import Report
    from cxmap.io.files import Output
    from cxmap.output.tables.signs import Screen
    from cxmap.project.document import Document
    from cxmap.project.files import ProjectFiles
    from cxmap.project.project import Project


class Color(StrEnum):
    """When output is coloured."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class Stop(UsageError):
    """Ends a run that cannot be carried out, with one line and exit status 2."""


def day(text: str | None) -> dt.date:
    """The day that ``--today`` names, else today.

    Raises:
        Stop: It is no day.
    """
    if text is None:
        return dt.datetime.now().astimezone().date()
    try:
        return dt.datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no time zone
    except ValueError:
        raise Stop(f"--today takes a date such as 2026-03-31, not '{text}'") from None


def load_project(
    paths: Sequence[str] | None, *, today: str | None = None, stdin_filename: str | None = None
) -> Project:
    """Load the project that some paths belong to; ``-`` among them is standard input.

    Raises:
        UsageError: A path does not exist, there is no journey file, or the configuration cannot be read.
    """
    return project_loader(paths, today=today, stdin_filename=stdin_filename)({})


def project_finder(
    paths: Sequence[str] | None, *, today: str | None = None, stdin_filename: str | None = None
) -> Callable[[Mapping[Path, bytes]], ProjectFiles]:
    """What finds the files of the project that some paths belong to, as often as asked, for ``project_loader``."""
    from cxmap.project.load import Stdin, project_files

    stdin = None
    if "-" in (paths or []):
        stdin = Stdin(sys.stdin.buffer.read(), stdin_filename)
    elif stdin_filename is not None:
        raise Stop("--stdin-filename goes with - for standard input: cxmap validate - --stdin-filename FILE")
    given = [path for path in paths or [] if path != "-"]
    asked_on = day(today)
    return lambda overlay: project_files(
        given, today=asked_on, today_given=today is not None, stdin=stdin, overlay=overlay
    )


def project_loader(
    paths: Sequence[str] | None, *, today: str | None = None, stdin_filename: str | None = None
) -> Callable[[Mapping[Path, bytes]], Project]:
    """What loads the project that some paths belong to, as often as asked, with other contents for some files."""
    find = project_finder(paths, today=today, stdin_filename=stdin_filename)
    return lambda overlay: find(overlay).load()


@dataclass(frozen=True, slots=True)
class Sound:
    """What of a project can be worked with.

    Attributes:
        project: The project, asked about the sound files alone.
        documents: These files.
        errors: Whether there were errors, which are on standard error.
        whole: Whether charts of the project as a whole can be made: nothing is wrong outside of journeys.
        refused: The ids of journeys that were asked about and are refused.
    """

    project: Project
    documents: tuple[Document, ...]
    errors: bool
    whole: bool
    refused: frozenset[str]

    @property
    def nothing_left(self) -> bool:
        """Whether errors refused every journey that was asked about."""
        return self.errors and not any(document.journey is not None for document in self.documents)


def without_errors(project: Project, also: Collection[str] = ()) -> Sound:
    """What can be worked with of the files asked about; errors in them and in library files are printed.

    Which errors refuse a journey: see ``cxmap.lint.refusal``.

    Args:
        project: The project.
        also: Codes of rules whose errors are printed as well, and refuse nothing.
    """
    from cxmap.lint.engine import diagnose, report
    from cxmap.lint.refusal import concerns_the_project, refused, refuses
    from cxmap.lint.selection import select

    asked_about = set(project.reported)
    concerned = tuple(doc for doc in project.documents if doc in asked_about or doc.journey is None)
    whole = replace(project, reported=concerned)
    found = diagnose(whole, select(project.config, file=project.inputs.config).of_errors())
    errors = [one for one in found if refuses(one) or one.code in also]
    if not errors:
        return Sound(project, project.reported, errors=False, whole=True, refused=frozenset())
    sys.stderr.write(render_report(report(whole, errors), "full" if is_terminal(sys.stderr) else "concise"))
    refusing = [one for one in errors if refuses(one)]
    left_out = refused(project, refusing)
    sound = tuple(doc for doc in project.reported if doc not in left_out)
    return Sound(
        replace(project, reported=sound),
        sound,
        errors=True,
        whole=not concerns_the_project(project, refusing),
        refused=frozenset(doc.journey.id for doc in left_out if doc.journey is not None),
    )


def one_of(option: str, value: str, allowed: Sequence[str]) -> None:
    """Refuse a value that an option does not take.

    Raises:
        Stop: It is not one of those allowed.
    """
    if value not in allowed:
        from cxmap.text.suggestions import nearest
        from cxmap.text.wording import hint

        raise Stop(f"{option} takes {', '.join(allowed)}, not '{value}'{hint(nearest(value, allowed))}")


def render_report(report: Report, name: str, *, color: bool = False, quiet: bool = False) -> str:
    """A report in one of the output formats, by name."""
    from cxmap.lint.registry import BY_CODE
    from cxmap.output.findings.registry import render
    from cxmap.output.findings.style import ReportStyle

    return render(name, report, BY_CODE, ReportStyle(color=color, links=color and is_terminal(), quiet=quiet))


def wants_color(color: Color, stream: object = None) -> bool:
    """Whether to colour what goes to a stream (default: standard output).

    ``--color`` decides; with ``auto`` NO_COLOR, FORCE_COLOR and whether it is a terminal, in this order.
    """
    if color is not Color.AUTO:
        return color is Color.ALWAYS
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return is_terminal(stream) and os.environ.get("TERM") != "dumb"


def is_terminal(stream: object = None) -> bool:
    """Whether a stream (default: standard output) is a terminal."""
    isatty = getattr(sys.stdout if stream is None else stream, "isatty", None)
    return bool(isatty and isatty())


def destination(output: str | os.PathLike[str] | None) -> Output | None:
    """The file that ``--output`` names, as it is before the command works; ``None``: standard output.

    Raises:
        WriteError: Nothing may be written there.
    """
    if output is None or os.fspath(output) == "-":
        return None
    from cxmap.io.files import Output

    return Output(output)


def emit(text: str, output: Output | None = None) -> None:
    """Write a result where it goes.

    Raises:
        WriteError: The file cannot be written.
    """
    if output is None:
        sys.stdout.write(text)
    else:
        emit_file(text, output)


def emit_file(text: str, output: Output | None = None) -> None:
    """Write the text of a file that others read where it goes: as UTF-8, whatever the locale.

    Raises:
        WriteError: The file cannot be written.
    """
    pass_on(text.encode("utf-8", errors="backslashreplace"), output)


def pass_on(content: bytes, output: Output | None = None) -> None:
    """Write the bytes of a file where it goes, whatever the locale makes of text.

    Raises:
        WriteError: The file cannot be written.
    """
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
    else:
        output.write(content)


def remark(text: str) -> None:
    """Say something besides the result, on standard error, in one line."""
    from cxmap.text.escape import terminal_line

    sys.stderr.write(terminal_line(text) + "\n")


NARROWEST = 60


def screen(color: Color, output: str | None) -> Screen:
    """The screen that standard output is, or the file that is written instead.

    Args:
        color: When to colour.
        output: The file; ``None`` or ``-``: standard output.
    """
    from cxmap.output.tables.signs import Screen

    if output not in {None, "-"}:
        return Screen(color=color is Color.ALWAYS)
    return Screen(_width() if is_terminal() else None, wants_color(color), _shows("█░→◆"))


def _width() -> int:
    import shutil

    return max(NARROWEST, shutil.get_terminal_size().columns)


def _shows(text: str) -> bool:
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
