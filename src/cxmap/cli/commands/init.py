"""``cxmap init``: a new project that validates, ranks and renders at once."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cxmap.about import CI_PAGE
from cxmap.cli.console import Stop, remark
from cxmap.project.files import shown

if TYPE_CHECKING:
    from cxmap.choices import CiSystem
    from cxmap.cli.options import Quiet

NEXT = (
    "  cxmap validate    check it",
    "  cxmap gaps        rank what to improve",
    "  cxmap render      draw the emotional journey",
    "  cxmap report      write all of it into one page, for others",
)


def command(
    folder: Annotated[str, typer.Argument(metavar="DIR", help="Where to; it may exist.")] = ".",
    ci: Annotated[
        CiSystem, typer.Option("--ci", help="What checks the project with every change, in the repository's root.")
    ] = "github",
    quiet: Quiet = False,
) -> None:
    """Start a project: configuration, example journey, CI workflow.

    It validates, ranks and renders at once: change the example line by line into a journey of your own.

    Examples:
      cxmap init
      cxmap init journeys-of-ours --ci gitlab
    """
    from cxmap.cli.new_file import write_new
    from cxmap.scaffold.ci_files import ci_file
    from cxmap.scaffold.shipped import starter_files

    files = {Path(folder) / relative: content for relative, content in starter_files()}
    checks = ci_file(ci, Path(os.path.abspath(folder)))  # noqa: PTH100 - resolve() would follow links
    if checks is not None:
        path = Path(shown(str(checks[0]), Path.cwd()))
        if os.path.lexists(path):
            raise Stop(f"'{path}' exists already; nothing was written. Add cxmap to it (docs: {CI_PAGE}): --ci none")
        files[path] = checks[1]
    write_new(files)
    first = "Next:" if folder == "." else f"Next: cd {shlex.quote(folder)}, and then"
    for line in () if quiet else ("", first, *NEXT):
        remark(line)
