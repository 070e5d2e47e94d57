"""``cxmap demo``: the main job on the shipped examples, into a folder."""

from __future__ import annotations

import contextlib
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cxmap.cli.console import Stop

if TYPE_CHECKING:
    from cxmap.choices import Color
    from cxmap.cli.options import ColorOption

EXAMPLES = ("running-shoes", "airport")
COMMANDS = (["validate", "{}"], ["gaps", "{}", "--top", "5"], ["render", "{}"], ["report", "{}"])


def command(
    folder: Annotated[str, typer.Argument(metavar="DIR", help="Where to; a new folder.")] = "cxmap-demo",
    force: Annotated[
        bool, typer.Option("--force", help="Write the examples again into a folder that has them already.")
    ] = False,
    color: ColorOption = "auto",
) -> int:
    """See it work: two finished projects, checked, ranked and drawn.

    Both are copied into a folder, to try things out on. Each command is shown before what it prints.

    Examples:
      cxmap demo
      cxmap demo /tmp/journeys --force
    """
    from cxmap.text.escape import path_name

    target = Path(folder)
    if target.exists() and not target.is_dir():
        raise Stop(f"'{folder}' is a file; name a folder")
    if target.is_dir() and any(target.iterdir()) and not force:
        raise Stop(f"'{folder}' is not empty; name another folder, or add --force to write the examples again")
    _copy(target, force=force)
    _say(f"$ cd {path_name(shlex.quote(folder))}", color)
    status = 0
    with contextlib.chdir(target):
        for example in EXAMPLES:
            for arguments in COMMANDS:
                status = max(status, _run([argument.format(example) for argument in arguments], color))
    made = sorted([*target.rglob("*.png"), *target.rglob("report.html")])
    _say(f"\nThe journeys are in {path_name(folder)}, and their charts and reports are:", color)
    for path in made:
        if path.parent.name != "portraits":
            sys.stdout.write(f"  {path_name(path)}\n")
    return status


def _copy(target: Path, *, force: bool) -> None:
    """Write the examples: new files, or with ``force`` over what is there now and nothing newer."""
    from cxmap.io.files import Output, create, make_folder
    from cxmap.scaffold.shipped import example_files

    files = {
        target / example / relative: content for example in EXAMPLES for relative, content in example_files(example)
    }
    if not force:
        for path, content in files.items():
            make_folder(path.parent)
            create(path, content)
        return
    for output, content in [(Output(path), content) for path, content in files.items()]:
        make_folder(output.path.parent)
        output.write(content)


def _run(arguments: list[str], color: Color) -> int:
    """Show a command as a person would type it, and run it."""
    from cxmap.cli.main import run

    _say(f"\n$ cxmap {shlex.join(arguments)}", color)
    sys.stdout.flush()
    return run([*arguments, "--color", color])


def _say(text: str, color: Color) -> None:
    from cxmap.cli.console import wants_color
    from cxmap.text.escape import terminal

    text = terminal(text)
    sys.stdout.write(f"\x1b[1m{text}\x1b[0m\n" if wants_color(color) else f"{text}\n")
