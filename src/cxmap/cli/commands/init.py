"""``cxmap init``: a new project that validates, ranks and renders at once."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cxmap.cli.console import remark

if TYPE_CHECKING:
    from cxmap.cli.options import Quiet

NEXT = (
    "  cxmap validate    check it",
    "  cxmap gaps        rank what to improve",
    "  cxmap render      draw the emotional journey",
    "  cxmap report      write all of it into one page, for others",
)


def command(
    folder: Annotated[str, typer.Argument(metavar="DIR", help="Where to; it may exist.")] = ".",
    quiet: Quiet = False,
) -> None:
    """Start a project: configuration, an example journey, a CI workflow.

    It validates, ranks and renders at once: change the example line by line into a journey of your own.

    Examples:
      cxmap init
      cxmap init journeys-of-ours
    """
    from cxmap.cli.new_file import write_new
    from cxmap.scaffold.shipped import starter_files

    write_new({Path(folder) / relative: content for relative, content in starter_files()})
    first = "Next:" if folder == "." else f"Next: cd {shlex.quote(folder)}, and then"
    for line in () if quiet else ("", first, *NEXT):
        remark(line)
