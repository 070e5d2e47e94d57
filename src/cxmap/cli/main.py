"""The command line as a whole: which commands there are, how their help is laid out, what is said of mistakes."""

from __future__ import annotations

import inspect
import re
import sys
from difflib import get_close_matches
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

import typer
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException

from cxmap import choices
from cxmap._version import __version__
from cxmap.about import DOCS_URL, REPOSITORY_URL
from cxmap.cli import options
from cxmap.cli.console import not_one_of
from cxmap.cli.exit import STATUS_INTERRUPTED, STATUS_USAGE, carry_out, stop
from cxmap.text.wording import hint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

# As the help shows them.
SECTIONS = {
    "Start": ("init", "new", "demo", "completion"),
    "Check": ("validate", "fmt", "rule", "lsp"),
    "See what to improve": ("gaps", "summary", "trend", "diff", "roadmap", "render", "report", "studio"),
    "Work with others": ("import", "export", "schema"),
}
COMMANDS = tuple(name for names in SECTIONS.values() for name in names)
GROUPS = {  # commands with commands of their own: what they are for, and those
    "new": ("Start one more journey or persona, ready to fill in", ("journey", "persona")),
    "import": (
        "Bring in notes, answers, spreadsheets, mermaid diagrams",
        ("outline", "table", "stickies", "survey", "mermaid", "status"),
    ),
    "export": (
        "Write journeys as slides, CSV, XLSX, JSON, outlines or mermaid",
        ("pptx", "csv", "xlsx", "json", "outline", "mermaid", "theydo"),
    ),
}
EPILOG = f"""\
\b
First steps:
  cxmap demo        see it work on two finished projects
  cxmap init        start a project of your own
  cxmap validate    check it, whenever something changed

Each command explains itself: cxmap help validate. Exit status: 0 all is well, 1 the files are not good enough,
2 the command could not be carried out.

\b
Documentation: {DOCS_URL}
Questions: {REPOSITORY_URL}/issues"""
EXAMPLES = "Examples:\n"
WORDING = {  # the option parser's words, and ours
    ": Value error, ": ": ",
    ": Input should be a valid integer, unable to parse string as an integer": ": it should be a whole number",
    ": Input should be a valid number, unable to parse string as a number": ": it should be a number",
    ": Input should": ": it should",
    "No such command": "unknown command",
    "No such option: ": "unknown option ",
    " requires an argument": " needs a value",
    "Got unexpected extra argument(s) (": "too many arguments (",
    ". Did you mean": "; did you mean",
    ". Choose from:\n\t": "; choose from ",
    ",\n\t": ", ",
}


def run(arguments: Sequence[str]) -> int:
    """Run one command.

    Args:
        arguments: What was typed after ``cxmap``.

    Returns:
        The exit status. Whatever goes wrong is said in one line on standard error.
    """
    return carry_out(lambda: _run(list(arguments)))


def _run(arguments: list[str]) -> int:
    if arguments[:1] == ["help"]:
        arguments = [*arguments[1:], "--help"]
    try:
        result = build(arguments)(args=arguments, prog_name="cxmap", standalone_mode=False)
    except TyperException as error:
        if type(error).__name__ == "NoArgsIsHelpError":  # typer does not export this class; the help of a group
            sys.stderr.write(f"{error.message}\n")
            return STATUS_USAGE
        return stop(_usage(error, arguments))
    except typer.Abort:
        return STATUS_INTERRUPTED
    except SystemExit:  # what typer makes of a reader who has left, where output is not buffered
        raise BrokenPipeError from None
    return result if isinstance(result, int) else 0


def build(arguments: Sequence[str]) -> typer.Typer:
    """The typer application, with the command that was asked for or, for help, all of them."""
    app = typer.Typer(
        name="cxmap",
        cls=overview(SECTIONS),
        help="Customer journeys as code: validate, rank and draw plain YAML journey files.",
        epilog=EPILOG,
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
            group = typer.Typer(
                cls=overview({"Commands": inside}),
                help=f"{text}.",
                short_help=text,
                no_args_is_help=True,
                rich_markup_mode=None,
            )
            for inner in inside:
                register(group, inner, import_module(f"cxmap.cli.commands.{name}_{inner}").command)
            app.add_typer(group, name=name)
        else:
            register(app, name, import_module(f"cxmap.cli.commands.{name}").command)
    return app


class Command(TyperCommand):
    """A command whose arguments are named the same everywhere: ``FILE``, not ``{FILE}`` and ``FILE <str>``.

    Choices are ``a|b``, not ``<a|b>``.
    """

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read what was typed; of ``diff``, what stands after ``--`` are paths, as for git."""
        if self.name == "diff" and "--" in args:
            at = args.index("--")
            args = [*args[:at], *(f"--path={path}" for path in args[at + 1 :])]
        return super().parse_args(ctx, args)

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """What comes after the command in its usage line."""
        return [piece.strip("{}") for piece in super().collect_usage_pieces(ctx)]

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the arguments and the options."""
        shown = [(param.param_type_name, param.get_help_record(ctx)) for param in self.get_params(ctx)]
        arguments = [
            (record[0].partition(" <")[0], record[1].removesuffix("  [required]"))
            for kind, record in shown
            if record and kind == "argument"
        ]
        _write(formatter, "Arguments", arguments)
        options = [
            (record[0].replace("<", "").replace(">", ""), record[1])
            for kind, record in shown
            if record and kind == "option"
        ]
        _write(formatter, "Options", options)


def overview(sections: Mapping[str, Sequence[str]]) -> type[TyperGroup]:
    """A group of commands whose help shows them by what they are for.

    Args:
        sections: The names of the commands by the title that they stand under.
    """
    width = max(len(name) for names in sections.values() for name in names)

    class Overview(TyperGroup):
        def format_commands(self, ctx: Any, formatter: Any) -> None:
            for title, names in sections.items():
                commands = [(name, self.get_command(ctx, name)) for name in names]
                rows = [(name.ljust(width), found.get_short_help_str(limit=100)) for name, found in commands if found]
                _write(formatter, title, rows)

    return Overview


def _write(formatter: Any, title: str, rows: Iterable[tuple[str, str]]) -> None:
    found = list(rows)
    if found:
        with formatter.section(title):
            formatter.write_dl(found)


def register(app: typer.Typer, name: str, command: Callable[..., Any]) -> None:
    """Add a command to an application: its docstring is its help, with the examples last.

    Options are declared in annotations, which are evaluated here and not before. So a command's module need not import
    typer, and the command can be called without an option parser.
    """
    command.__annotations__ = get_type_hints(
        command, vars(choices) | vars(options) | command.__globals__, include_extras=True
    )
    text, _, examples = inspect.cleandoc(command.__doc__ or "").partition(EXAMPLES)
    summary = text.partition("\n\n")[0].strip().rstrip(".")
    app.command(name, cls=Command, help=text.strip(), short_help=summary, epilog=f"\b\n{EXAMPLES}{examples}")(command)


def _global(
    version: Annotated[bool, typer.Option("--version", "-V", help="Show the version and exit.", is_eager=True)] = False,
) -> None:
    if version:
        sys.stdout.write(f"cxmap {__version__}\n")
        raise typer.Exit


def _usage(error: TyperException, arguments: Sequence[str]) -> str:
    """One line that says what was wrong with the command, and where its help is."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else _command_path(arguments)
    near = get_close_matches(getattr(error, "option_name", ""), getattr(error, "possibilities", None) or (), n=1)
    message = error.message + hint(near[0]) if near else error.format_message().strip().rstrip(".")
    message = _unknown_choice(error) or message
    for typers, ours in WORDING.items():
        message = message.replace(typers, ours)
    see = " See" if message.endswith("?") else "; see"
    return f"{message[:1].lower()}{message[1:]}{see}: {path} --help"


def _unknown_choice(error: TyperException) -> str | None:
    """What is wrong with a value that is none of an option's choices; ``None`` where something else is wrong."""
    parameter = getattr(error, "param", None)
    choices = parameter.type_descriptor.choices if parameter else None
    value = re.match(r"Value error, (['\"])(.*?)\1 is not one of ", error.message, re.DOTALL)
    return not_one_of(max(parameter.opts, key=len), value[2], choices) if parameter and choices and value else None


def _command_path(arguments: Sequence[str]) -> str:
    """The command that some arguments name, for an error that does not know its own."""
    first, second = [*arguments, "", ""][:2]
    named = [first] if first in COMMANDS else []
    return " ".join(["cxmap", *named, *([second] if second in GROUPS.get(first, ("", ()))[1] else [])])
