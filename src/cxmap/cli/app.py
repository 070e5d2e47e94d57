"""The command line as a whole: which commands there are, and how a run ends.

Exit status everywhere: 0 done, nothing wrong; 1 the files or figures are not good enough; 2 could not run.
"""

from __future__ import annotations

import contextlib
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.exceptions import TyperException

from cxmap._version import __version__
from cxmap.boundary.text import terminal_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# Name, module, and the heading it stands under in the help.
COMMANDS = {
    "init": "Start",
    "demo": "Start",
    "validate": "Check",
    "rule": "Check",
    "gaps": "Analyse",
    "summary": "Analyse",
    "render": "Show",
    "schema": "Files",
}

STATUS_USAGE = 2
STATUS_INTERRUPTED = 130
ISSUES = "please report it with the command that you typed"


def run(arguments: Sequence[str]) -> int:
    """Run one command.

    Args:
        arguments: What was typed behind ``cxmap``.

    Returns:
        The exit status. Whatever goes wrong is said in one line on standard error.
    """
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        status = _run(list(arguments))
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        _close_quietly()
        return 0
    except OSError as error:
        return _stop(f"cannot write: {error.strerror or error}")
    return status


def _run(arguments: list[str]) -> int:
    try:
        result = build(arguments)(args=arguments, prog_name="cxmap", standalone_mode=False)
    except TyperException as error:
        return _stop(_usage(error))
    except (typer.Abort, KeyboardInterrupt):
        return STATUS_INTERRUPTED
    except (BrokenPipeError, OSError):
        raise
    except Exception as error:  # noqa: BLE001 - the last resort: one line instead of a traceback
        return _failed(error)
    return result if isinstance(result, int) else 0


def build(arguments: Sequence[str]) -> typer.Typer:
    """The typer application, with the command that was asked for or, for help, all of them."""
    app = typer.Typer(
        name="cxmap",
        help="Customer journeys as code: validate, rank and draw plain YAML journey files.",
        epilog="First steps: cxmap demo (see it work), cxmap init (start your own), cxmap validate (check it).",
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
        no_args_is_help=True,
    )
    app.callback()(_global)
    asked_for = [arguments[0]] if arguments and arguments[0] in COMMANDS else list(COMMANDS)
    for name in asked_for:
        app.command(name, rich_help_panel=COMMANDS[name])(_command(name))
    return app


def _command(name: str) -> Callable[..., Any]:
    command: Callable[..., Any] = import_module(f"cxmap.cli.{name}").command
    return command


def _global(
    version: Annotated[bool, typer.Option("--version", help="Show the version and exit.", is_eager=True)] = False,
) -> None:
    if version:
        sys.stdout.write(f"cxmap {__version__}\n")
        raise typer.Exit


def _usage(error: TyperException) -> str:
    """One line that says what was wrong with the command, and where its help is."""
    from cxmap.cli.common import Stop

    if isinstance(error, Stop):
        return error.message
    context = getattr(error, "ctx", None)
    if type(error).__name__ == "NoArgsIsHelpError":
        return error.message
    path = context.command_path if context is not None else "cxmap"
    message = error.format_message().strip()
    return f"{message[:1].lower()}{message[1:].rstrip('.')}; see: {path} --help"


def _stop(message: str) -> int:
    with contextlib.suppress(OSError):
        if message.lower().startswith("usage:"):
            sys.stderr.write(message + "\n")
        else:
            sys.stderr.write(f"cxmap: {terminal_line(message)}\n")
    return STATUS_USAGE


def _failed(error: Exception) -> int:
    """Something that nobody foresaw. With CXMAP_DEBUG set the traceback is shown."""
    from cxmap.boundary.files import WriteError
    from cxmap.project.errors import UsageError

    if isinstance(error, (UsageError, WriteError)):
        return _stop(str(error))
    if os.environ.get("CXMAP_DEBUG"):
        raise error
    return _stop(f"internal error, {ISSUES}: {type(error).__name__}: {error} (CXMAP_DEBUG=1 shows where)")


def _close_quietly() -> None:
    """Point standard output to nowhere, so that the interpreter's last flush finds no closed pipe."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
