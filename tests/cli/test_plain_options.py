"""Options are read without typer just as typer reads them, or not at all."""

from __future__ import annotations

import inspect
from importlib import import_module
from typing import Any

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st
from typer.exceptions import TyperException

from cxmap import __main__
from cxmap.cli import main
from cxmap.cli.console import Color
from cxmap.cli.plain_options import TABLES, plain_options

COMMANDS = sorted(TABLES)
WORDS = ["--help", "-h", "-qh", "--", "-", "", "--format=json", "--strict=1", "--stric", "--x", "-x", "x=1", "-o=x"]
WORDS += ["json", "CX3,CX4", "always", "never", "sometimes", "a.cxmap.yaml", "2026-03-31", "é"]
WORDS += ["5", "2.5", "007", "1e3", ".5", "5.", "+5", " 5", "1_000", "inf", "nan", "٣", "9" * 12, "0." + "3" * 12]


def parser(name: str) -> Any:
    """What typer makes of a command."""
    group: Any = typer.main.get_command(main.build([name]))
    return group.commands[name]


PARSERS = {name: parser(name) for name in COMMANDS}


def asked(name: str, options: dict[str, Any]) -> dict[str, Any]:
    """Everything that a command is asked for: what is given, and what else holds."""
    parameters = inspect.signature(import_module(f"cxmap.cli.commands.{name}").command).parameters
    return {key: parameter.default for key, parameter in parameters.items()} | options


@given(st.data())
@pytest.mark.parametrize("name", COMMANDS)
def test_what_is_read_is_what_typer_reads(name: str, data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from([*TABLES[name], *WORDS]), max_size=6))
    plain = plain_options(name, words)
    if plain is not None:
        with PARSERS[name].make_context(name, list(words)) as context:
            typers = {key: list(value) if isinstance(value, tuple) else value for key, value in context.params.items()}
        assert asked(name, plain) == {key: None if value == [] else value for key, value in typers.items()}


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("words", [["--cheque"], ["--strict=1", "."], ["--today"], ["--color", "pink"]])
def test_mistakes_are_left_to_typer(name: str, words: list[str]) -> None:
    assert plain_options(name, words) is None
    with pytest.raises(TyperException):
        PARSERS[name].make_context(name, list(words))


@pytest.mark.parametrize(
    ("words", "options"),
    [
        ([], {}),
        (["--format", "json", "a.yaml"], {"formats": ["json"], "paths": ["a.yaml"]}),
        (["a", "--strict", "b", "-q"], {"strict": True, "paths": ["a", "b"], "quiet": True}),
        (["--select", "CX3", "--select", "CX4"], {"select": ["CX3", "CX4"]}),
        (["-", "--stdin-filename", "a.yaml"], {"stdin_filename": "a.yaml", "paths": ["-"]}),
        (["--color", "never", "--color", "always"], {"color": Color.ALWAYS}),
        (["--color", "pink"], None),
        (["--format"], None),
        (["--format", "--strict"], None),
        (["--format=json"], None),
        (["--help"], None),
        (["-q", "--", "a.yaml", "--fix"], {"quiet": True, "paths": ["a.yaml", "--fix"]}),
        (["--no-cache", "--"], {"no_cache": True}),
    ],
)
def test_plain_options(words: list[str], options: dict[str, Any] | None) -> None:
    assert plain_options("validate", words) == options


@pytest.mark.parametrize(
    ("name", "words", "options"),
    [
        ("render", ["a", "-o", "b.svg"], {"paths": ["a"], "output": "b.svg"}),
        ("render", ["--chart", "map", "--chart", "matrix", "--alt"], {"chart": ["map", "matrix"], "alt": True}),
        ("render", ["--width", "12", "--dpi", "72.5"], {"width": 12.0, "dpi": 72.5}),
        ("render", ["--width", "wide"], None),
        ("gaps", ["--top", "5", "--by", "gap"], {"top": 5, "by": "gap"}),
        ("gaps", ["--top", "5.0"], None),
        ("gaps", ["--fail-above", "-1"], None),
        ("summary", ["--format", "markdown"], {"format_": "markdown"}),
        ("fmt", ["--check", "-q", "a"], {"paths": ["a"], "check": True, "quiet": True}),
        ("fmt", ["--color", "never"], None),
    ],
)
def test_plain_options_of_other_commands(name: str, words: list[str], options: dict[str, Any] | None) -> None:
    assert plain_options(name, words) == options


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_in_the_table(name: str) -> None:
    options = [one for one in PARSERS[name].params if one.param_type_name == "option"]
    typers = {option: (one.name, one.is_flag, one.multiple) for one in options for option in one.opts}
    ours = {option: (argument, kind is bool, kind is list) for option, (argument, kind) in TABLES[name].items()}
    assert {option: about for option, about in typers.items() if option not in {"--help", "-h"}} == ours


def test_every_command_of_paths_has_a_table() -> None:
    assert set(TABLES) == __main__.OF_PATHS
