"""Options are read without typer just as typer reads them, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st

from cxmap.cli import app, validate
from cxmap.cli.plain_options import FLAGS, ONCE, REPEATED, plain_options
from cxmap.cli.shell import Color
from tests.cli.command import cxmap

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WORDS = [*FLAGS, *ONCE, *REPEATED, "--help", "-h", "-qh", "--", "-", "", "--format=json", "--strict=1", "--stric"]
WORDS += ["json", "CX3,CX4", "always", "never", "sometimes", "a.cxmap.yaml", "2026-03-31", "é", "--x", "-x", "x=1"]


def asked(run: Callable[[], object]) -> list[dict[str, Any]]:
    """What ``check_files`` is asked for meanwhile."""
    calls: list[dict[str, Any]] = []

    def note(paths: list[str] | None, **options: Any) -> int:
        calls.append({**options, "paths": paths})
        return 0

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(validate, "check_files", note)
        run()
    return calls


@given(st.lists(st.sampled_from(WORDS), max_size=6))
def test_what_is_read_is_what_typer_reads(words: list[str]) -> None:
    plain = plain_options(words)
    if plain is not None:
        assert asked(lambda: validate.command(**plain)) == asked(lambda: app.run(["validate", *words]))


@pytest.mark.parametrize("command", ["fmt", "gaps", "summary", "render"])
@pytest.mark.parametrize("words", [["--no-cache"], ["--strict", "."], ["--", "--no-cache"]])
def test_other_commands_have_paths_only(tmp_path: Path, command: str, words: list[str]) -> None:
    ran = cxmap(command, *words, cwd=tmp_path)
    assert ran.status == 2
    assert "--no-cache" in ran.err or "--strict" in ran.err


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
    assert plain_options(words) == options


def test_every_option_of_validate_is_in_a_table() -> None:
    command: Any = typer.main.get_command(app.build(["validate"]))
    options = [one for one in command.commands["validate"].params if one.param_type_name == "option"]
    flags = {name for one in options for name in one.opts if one.is_flag}
    repeated = {name for one in options for name in one.opts if one.multiple}
    once = {name for one in options for name in one.opts} - flags - repeated
    assert (set(FLAGS), set(ONCE), set(REPEATED)) == (flags, once, repeated)
