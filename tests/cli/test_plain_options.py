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

from cxmap.cli import main
from cxmap.cli.plain_options import COMMANDS, plain_options

NAMES = sorted(COMMANDS)
WORDS = ["--help", "-h", "-qh", "--", "-", "", "--x", "-x", "x=1", "--stric", "-é", "-quiet", "--=", "---"]
VALUES = ["json", "CX3,CX4", "always", "sometimes", "a.cxmap.yaml", "2026-03-31", "é", "", "=", "a=b", "-q", "--", "-"]
VALUES += ["5", "2.5", "007", "1e3", ".5", "5.", "+5", " 5", "1_000", "inf", "nan", "٣", "9" * 12, "0." + "3" * 12]
VALUES += ["-5", "-2.5", "--5", "-", "-0", "2.-5", "True", "table", "gap", "a0", "smooth", "dark", "error"]


def parser(name: str) -> Any:
    """What typer makes of a command."""
    command: Any = typer.main.get_command(main.build(name.split()))
    for word in name.split():
        command = command.commands[word]
    return command


PARSERS = {name: parser(name) for name in NAMES}
SPELLINGS = {name: [option for one in PARSERS[name].params for option in one.opts] for name in NAMES}


def words_for(name: str) -> st.SearchStrategy[list[str]]:
    """What somebody may type after a command: its options in every spelling, values that fit or not, and nonsense."""
    options, values = st.sampled_from(SPELLINGS[name]), st.sampled_from(VALUES)
    short = st.sampled_from([option for option in SPELLINGS[name] if option[:2] != "--"])
    joined = st.builds("{}={}".format, options, values) | st.builds("{}{}".format, short, values)
    clusters = st.lists(short, min_size=2, max_size=3).map(lambda those: f"-{''.join(one[1:] for one in those)}")
    pair = st.tuples(options, values).map(list)
    alone = (options | values | joined | clusters | st.sampled_from(WORDS)).map(lambda word: [word])
    return st.lists(pair | alone, max_size=5).map(lambda parts: [word for part in parts for word in part])


def asked(name: str, options: dict[str, Any]) -> dict[str, Any]:
    """Everything that a command is asked for: what is given, and what else holds."""
    parameters = inspect.signature(import_module(f"cxmap.cli.commands.{name.replace(' ', '_')}").command).parameters
    return {key: parameter.default for key, parameter in parameters.items()} | options


def typers(name: str, words: list[str]) -> dict[str, Any] | None:
    """The same as typer reads it; ``None``: it shows help, or refuses the words."""
    try:
        with PARSERS[name].make_context(name, list(words)) as context:
            params = {key: list(value) if isinstance(value, tuple) else value for key, value in context.params.items()}
    except (TyperException, typer.Exit):
        return None
    return {key: None if value == [] else value for key, value in params.items()}


@given(st.data())
@pytest.mark.parametrize("name", NAMES)
def test_what_is_read_is_what_typer_reads(name: str, data: st.DataObject) -> None:
    words = data.draw(words_for(name))
    plain = plain_options(name, words)
    if plain is not None:
        assert asked(name, plain) == typers(name, words)


@given(st.data())
def test_whatever_typer_takes_for_validate_is_read(data: st.DataObject) -> None:
    words = data.draw(words_for("validate"))
    assert (plain_options("validate", words) is None) == (typers("validate", words) is None)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("words", [["--cheque"], ["--strict=1", "."], ["--today"], ["--color", "pink"], ["-qx"]])
def test_mistakes_are_left_to_typer(name: str, words: list[str]) -> None:
    assert plain_options(name, words) is None
    with pytest.raises(TyperException):
        PARSERS[name].make_context(name, list(words))


@pytest.mark.parametrize(
    ("words", "options"),
    [
        ([], {}),
        (["--format", "json", "a.yaml"], {"formats": ["json"], "paths": ["a.yaml"]}),
        (["--format=json", "--format=sarif:x=y"], {"formats": ["json", "sarif:x=y"]}),
        (["a", "--strict", "b", "-q"], {"strict": True, "paths": ["a", "b"], "quiet": True}),
        (["-qq"], {"quiet": True}),
        (["--select", "CX3", "--select=CX4"], {"select": ["CX3", "CX4"]}),
        (["--select", "--strict"], {"select": ["--strict"]}),
        (["--baseline="], {"baseline": ""}),
        (["-", "--stdin-filename", "a.yaml"], {"stdin_filename": "a.yaml", "paths": ["-"]}),
        (["--color", "never", "--color=always"], {"color": "always"}),
        (["--color", "pink"], None),
        (["--fail-on", "never"], None),
        (["--strict="], None),
        (["--format"], None),
        (["--forma", "json"], None),
        (["--help"], None),
        (["-qh"], None),
        (["-q", "--", "a.yaml", "--fix", "--"], {"quiet": True, "paths": ["a.yaml", "--fix", "--"]}),
        (["--no-cache", "--"], {"no_cache": True}),
    ],
)
def test_plain_options(words: list[str], options: dict[str, Any] | None) -> None:
    assert plain_options("validate", words) == options


@pytest.mark.parametrize(
    ("name", "words", "options"),
    [
        ("render", ["a", "-o", "b.svg"], {"paths": ["a"], "output": "b.svg"}),
        ("render", ["-ob.svg", "-qo", "c.svg"], {"output": "c.svg", "quiet": True}),
        ("render", ["-o=b"], {"output": "=b"}),
        ("render", ["--chart", "map", "--chart", "matrix", "--alt"], {"chart": ["map", "matrix"], "alt": True}),
        ("render", ["--width", "12", "--dpi", "72.5"], {"width": 12.0, "dpi": 72.5}),
        ("render", ["--width", "wide"], None),
        ("render", ["--theme", "pink"], None),
        ("gaps", ["--top=5", "--by", "gap"], {"top": 5, "by": "gap"}),
        ("gaps", ["--top", "5.0"], None),
        ("gaps", ["--fail-above", "-1"], {"fail_above": -1.0}),
        ("gaps", ["--fail-above", "1e3"], None),
        ("summary", ["--format", "markdown"], {"format_": "markdown"}),
        ("fmt", ["--check", "-q", "a"], {"paths": ["a"], "check": True, "quiet": True}),
        ("fmt", ["--color", "never"], None),
        (
            "import survey",
            ["a.csv", "--mapping=m.yaml", "--dry-run"],
            {"answers": "a.csv", "mapping": "m.yaml", "dry_run": True},
        ),
        ("import survey", ["--timeout", "5", "-"], {"answers": "-", "timeout": 5.0}),
        ("import survey", ["a.csv", "b.csv"], None),
        ("import survey", ["--seed", "1"], None),
    ],
)
def test_plain_options_of_other_commands(name: str, words: list[str], options: dict[str, Any] | None) -> None:
    assert plain_options(name, words) == options
