"""``cxmap init``: a new project that validates, ranks and renders at once."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import Annotated

import typer

from cxmap.cli.common import Stop


def command(
    folder: Annotated[str, typer.Argument(metavar="DIR", help="Where to; it may exist.")] = ".",
) -> None:
    """Start a project: configuration, an example journey, a CI workflow.

    It validates, ranks and renders at once: change the example line by line into a journey of your own.

    Examples:
      cxmap init
      cxmap init journeys-of-ours
    """
    from cxmap.boundary.files import make_folder, write
    from cxmap.boundary.text import path_name
    from cxmap.scaffold.shipped import starter_files

    target = Path(folder)
    files = list(starter_files())
    present = [relative for relative, _ in files if (target / relative).exists()]
    if present:
        raise Stop(f"'{target / present[0]}' exists already; nothing was written. Name another folder, or move it away")
    for relative, content in files:
        make_folder((target / relative).parent)
        write(target / relative, content)
        sys.stdout.write(f"{path_name(target / relative)}\n")
    if folder != ".":
        sys.stdout.write(f"\nNext: cd {path_name(shlex.quote(folder))}, and then\n")
    else:
        sys.stdout.write("\nNext:\n")
    sys.stdout.write("  cxmap validate    check it\n  cxmap gaps        rank what to improve\n")
    sys.stdout.write("  cxmap render      draw the emotional journey\n")
