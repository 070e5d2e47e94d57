"""What the commands share that needs no option parser: loading, refusing, writing results, looking again."""

from __future__ import annotations

import datetime as dt
import os
import sys
from typing import TYPE_CHECKING

from cxmap.cli.exit import Refused
from cxmap.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from pathlib import Path

    from cxmap.choices import Color
    from cxmap.diagnostic import Report
    from cxmap.io.files import Output
    from cxmap.lint.refusal import Sound
    from cxmap.lint.rule import Rule
    from cxmap.output.tables.signs import Screen
    from cxmap.project.files import ProjectFiles
    from cxmap.project.project import Project


class Stop(UsageError):
    """Ends a run that cannot be carried out, with one line and exit status 2."""


def day(text: str | None) -> dt.date:
    """The day that ``--today`` names, else today.

    Raises:
        Stop: It is no day.
    """
    return date_given("--today", text) or dt.datetime.now().astimezone().date()


def date_given(option: str, text: str | None) -> dt.date | None:
    """The day that an option names; ``None`` where it is not given.

    Raises:
        Stop: It is no day.
    """
    if text is None:
        return None
    try:
        return dt.datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no time zone
    except ValueError:
        raise Stop(f"{option} takes a date such as 2026-03-31, not '{text}'") from None


def load_project(
    paths: Sequence[str] | None, *, today: str | None = None, stdin_filename: str | None = None
) -> Project:
    """Load the project that some paths belong to; ``-`` among them is standard input.

    Raises:
        UsageError: A path does not exist, there is no journey file, or the configuration cannot be read.
    """
    return project_loader(paths, today=today, stdin_filename=stdin_filename)({})


def project_finder(
    paths: Sequence[str] | None,
    *,
    today: str | None = None,
    stdin_filename: str | None = None,
    force_exclude: bool = False,
    ours_only: bool = False,
) -> Callable[[Mapping[Path, bytes]], ProjectFiles]:
    """What finds the files of the project that some paths belong to, as often as asked, for ``project_loader``.

    ``force_exclude`` and ``ours_only`` leave out files that were named: see ``cxmap.project.load.project_files``.
    """
    from cxmap.project.load import Stdin, project_files

    stdin = None
    if "-" in (paths or []):
        stdin = Stdin(sys.stdin.buffer.read(), stdin_filename)
    elif stdin_filename is not None:
        raise Stop("--stdin-filename goes with - for standard input; add that: - --stdin-filename FILE")
    given = [path for path in paths or [] if path != "-"]
    asked_on = day(today)
    return lambda overlay: project_files(
        given,
        today=asked_on,
        today_given=today is not None,
        stdin=stdin,
        overlay=overlay,
        force_exclude=force_exclude,
        ours_only=ours_only,
    )


def project_loader(
    paths: Sequence[str] | None, *, today: str | None = None, stdin_filename: str | None = None
) -> Callable[[Mapping[Path, bytes]], Project]:
    """What loads the project that some paths belong to, as often as asked, with other contents for some files."""
    find = project_finder(paths, today=today, stdin_filename=stdin_filename)
    return lambda overlay: find(overlay).load()


def without_errors(project: Project, also: Collection[str] = ()) -> Sound:
    """What can be worked with of the files asked about; errors in them and in library files are printed.

    Which errors refuse a journey: see ``cxmap.lint.refusal``.

    Args:
        project: The project.
        also: Codes of rules whose errors are printed as well, and refuse nothing.
    """
    from cxmap.lint.refusal import sound_part

    sound = sound_part(project, also)
    if sound.report is not None:
        print_errors(sound.report)
    return sound


def print_errors(report: Report) -> None:
    """Say on standard error what is wrong with the files."""
    sys.stderr.write(render_report(report, "full" if is_terminal(sys.stderr) else "concise"))


def refuse_errors(project: Project) -> None:
    """Print the errors of the files asked about, and of the library files that they refer to, and end with status 1.

    Analysis is made of sound files only: a figure from half a file would be wrong in silence.

    Raises:
        Refused: There are errors.
    """
    if without_errors(project).errors:
        raise Refused


def one_of(option: str, value: str, allowed: Sequence[str]) -> None:
    """Refuse a value that an option does not take.

    Raises:
        Stop: It is not one of those allowed.
    """
    if value not in allowed:
        raise Stop(not_one_of(option, value, allowed))


def not_one_of(option: str, value: str, allowed: Sequence[str]) -> str:
    """What is wrong with a value that an option does not take, and what to give instead."""
    from cxmap.text.suggestions import nearest
    from cxmap.text.wording import hint, listed

    near = nearest(value, allowed)
    if option == "--format":
        remedy = hint(near, f"choose from {', '.join(allowed)}")
        return f"unknown format '{value}'{remedy}"
    return f"{option} takes {listed(allowed, conjunction='or')}, not '{value}'{hint(near)}"


def render_report(report: Report, name: str, *, color: bool = False, quiet: bool = False) -> str:
    """A report in one of the output formats, by name."""
    from cxmap.output.findings.registry import render
    from cxmap.output.findings.style import ReportStyle

    rules = _rules() if report.diagnostics else {}
    return render(name, report, rules, ReportStyle(color=color, links=color and is_terminal(), quiet=quiet))


def _rules() -> Mapping[str, Rule]:
    from cxmap.lint.registry import BY_CODE  # here, because it takes all rules, and most runs name none

    return BY_CODE


def wants_color(color: Color, stream: object = None) -> bool:
    """Whether to colour what goes to a stream (default: standard output).

    ``--color`` decides; with ``auto`` NO_COLOR, FORCE_COLOR and whether it is a terminal, in this order.
    """
    if color != "auto":
        return color == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return is_terminal(stream) and os.environ.get("TERM") != "dumb"


def is_terminal(stream: object = None) -> bool:
    """Whether a stream (default: standard output) is a terminal."""
    isatty = getattr(sys.stdout if stream is None else stream, "isatty", None)
    return bool(isatty and isatty())


ENDINGS: Mapping[str, tuple[str, ...]] = {
    "azure": (".csv",),
    "csv": (".csv",),
    "html": (".html", ".htm"),
    "ics": (".ics",),
    "jira": (".csv",),
    "json": (".json",),
    "markdown": (".md", ".markdown"),
    "mermaid": (".mmd", ".mermaid", ".md", ".markdown"),
    "outline": (".md", ".markdown"),
    "pptx": (".pptx",),
    "todos": (".ics",),
    "xlsx": (".xlsx",),
}
"""How files of a format are called."""

_TELLING = {*(ending for endings in ENDINGS.values() for ending in endings), ".pdf", ".docx", ".png", ".svg"}
"""The endings by which a file is opened, so that another content is a mistake."""


def destination(
    output: str | os.PathLike[str] | None, format_: str | None = None, offered: object = None
) -> Output | None:
    """The file that ``--output`` names, as it is before the command works; ``None``: standard output.

    Args:
        output: What was named.
        format_: The format that is written; ``None``: any name will do.
        offered: The ``Literal`` of those that ``--format`` offers; ``None``: it is this one alone.

    Raises:
        Stop: It is a journey file or a configuration, as after a slip of Tab, or is called as another format is.
        WriteError: Nothing may be written there.
    """
    if output is None or os.fspath(output) == "-":
        return None
    from cxmap.io.files import Output

    found = Output(output)
    if format_ is not None and not found.is_stream:
        _check_ending(found.path, format_, offered)
    if not found.is_stream and _is_of_a_project(found.path):
        from cxmap.text.escape import path_name

        raise Stop(f"{path_name(found.path)} is a file of the project, which results do not replace; name another file")
    return found


def _check_ending(path: Path, format_: str, offered: object) -> None:
    from typing import get_args

    from cxmap.text.escape import path_name

    ending = path.suffix.lower()
    fitting = ENDINGS.get(format_, ())
    if ending in fitting or ending not in _TELLING:
        return
    meant = next((name for name in get_args(offered) if ending in ENDINGS.get(name, ())), None)
    remedy = f"add --format {meant}" if meant else f"name a file that ends in {fitting[0] if fitting else '.txt'}"
    raise Stop(f"{path_name(path)} ends in {ending}, and what is written is {format_}; {remedy}")


def _is_of_a_project(path: Path) -> bool:
    """Whether a journey file, a library file or a configuration is there."""
    from cxmap.project.names import YAML_SUFFIXES

    if not path.is_file():
        return False
    if path.suffix.lower() not in YAML_SUFFIXES:
        from cxmap.project.config import CONFIG_NAMES

        return path.name in CONFIG_NAMES
    from cxmap.yaml.reader.disk import is_ours, read_file

    data = read_file(path)
    return is_ours(data if isinstance(data, bytes) else b"", path.name)


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


def remarks(texts: Iterable[str]) -> None:
    """Say several things besides the result, a line each."""
    for text in texts:
        remark(text)


NARROWEST = 60


def screen(color: Color, output: str | None) -> Screen:
    """The screen that standard output is, or the file that is written instead.

    Args:
        color: When to colour.
        output: The file; ``None`` or ``-``: standard output.
    """
    from cxmap.output.tables.signs import Screen

    if output not in {None, "-"}:
        return Screen(color=color == "always")
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


_WATCHED_SUFFIXES = (".yaml", ".yml", ".toml")
_CLEAR = "\x1b[2J\x1b[H"


def watch_files(once: Callable[[], int], root: Path) -> int:
    """Run now and after every change, until Ctrl-C.

    Args:
        once: What to run; a project that cannot be loaded at the moment does not end the watching.
        root: The folder to watch.

    Raises:
        Stop: The optional package that watches files is not installed.
    """
    try:
        from watchfiles import watch
    except ImportError:
        raise Stop("--watch needs an extra: pip install 'cxmap[watch]'") from None
    _run_once(once)
    for _ in watch(root, watch_filter=lambda _, path: path.endswith(_WATCHED_SUFFIXES), raise_interrupt=False):
        if is_terminal():
            sys.stdout.write(_CLEAR)
        _run_once(once)
    return 130


def _run_once(once: Callable[[], int]) -> None:
    try:
        once()
    except UsageError as error:
        remark(f"cxmap: {error}")
    sys.stdout.flush()
