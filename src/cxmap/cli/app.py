"""The command line as a whole: which commands there are."""

from __future__ import annotations

import inspect
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.exceptions import TyperException

from cxmap._version import __version__
from cxmap.cli.ending import STATUS_INTERRUPTED, STATUS_USAGE, carry_out, stop

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# In the order of the help.
COMMANDS = ("init", "new", "demo", "validate", "fmt", "rule", "gaps", "summary", "render", "import", "export", "schema")
GROUPS = {  # commands with commands of their own: what they are for, and those
    "new": ("Start one more journey or persona, ready to fill in.", ("journey", "persona")),
    "import": ("Take over what there is already.", ("survey", "table", "mermaid")),
    "export": ("Hand journeys on in other formats.", ("csv", "xlsx", "json", "mermaid")),
}
EXAMPLES = "Examples:\n"


def run(arguments: Sequence[str]) -> int:
    """Run one command.

    Args:
        arguments: What was typed behind ``cxmap``.

    Returns:
        The exit status. Whatever goes wrong is said in one line on standard error.
    """
    return carry_out(lambda: _run(list(arguments)))


def _run(arguments: list[str]) -> int:
    try:
        result = build(arguments)(args=arguments, prog_name="cxmap", standalone_mode=False)
    except TyperException as error:
        if type(error).__name__ == "NoArgsIsHelpError":  # typer does not hand out this class; the help of a group
            sys.stderr.write(f"{error.message}\n")
            return STATUS_USAGE
        return stop(_usage(error))
    except typer.Abort:
        return STATUS_INTERRUPTED
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
        if name in GROUPS:
            text, inside = GROUPS[name]
            group = typer.Typer(help=text, no_args_is_help=True, rich_markup_mode=None)
            for one in inside:
                register(group, one, import_module(f"cxmap.cli.{name}_{one}").command)
            app.add_typer(group, name=name)
        else:
            register(app, name, import_module(f"cxmap.cli.{name}").command)
    return app


def register(app: typer.Typer, name: str, command: Callable[..., Any]) -> None:
    """Add a command to an application: its docstring is its help, and the examples in it come last."""
    text, _, examples = inspect.cleandoc(command.__doc__ or "").partition(EXAMPLES)
    summary = text.partition("\n\n")[0].strip().rstrip(".")
    app.command(name, help=text.strip(), short_help=summary, epilog=f"\b\n{EXAMPLES}{examples}")(command)


def _global(
    version: Annotated[bool, typer.Option("--version", help="Show the version and exit.", is_eager=True)] = False,
) -> None:
    if version:
        sys.stdout.write(f"cxmap {__version__}\n")
        raise typer.Exit


def _usage(error: TyperException) -> str:
    """One line that says what was wrong with the command, and where its help is."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "cxmap"
    message = error.format_message().strip().replace(": Value error, ", ": ").replace(": Input should", ": it should")
    return f"{message[:1].lower()}{message[1:].rstrip('.')}; see: {path} --help"
