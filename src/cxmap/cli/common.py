"""What the commands share: options with one meaning everywhere, and all of ``cxmap.cli.console``.

It imports typer. A command that is to start without takes from here only what its annotations need, for type checkers:
``cxmap.cli.main`` looks names in annotations up here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cxmap.cli.console import (
    Color,
    Stop,
    day,
    destination,
    emit,
    emit_file,
    is_terminal,
    load_project,
    one_of,
    pass_on,
    project_loader,
    remark,
    render_report,
    wants_color,
    without_errors,
)

if TYPE_CHECKING:
    from cxmap.project.project import Project

__all__ = [
    "Annotated",
    "Color",
    "ColorOption",
    "Paths",
    "Quiet",
    "StdinFilename",
    "Stop",
    "Today",
    "day",
    "destination",
    "emit",
    "emit_file",
    "is_terminal",
    "load_project",
    "one_of",
    "pass_on",
    "project_loader",
    "refuse_errors",
    "remark",
    "render_report",
    "typer",
    "wants_color",
    "without_errors",
]

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH", help="Files and folders, or - for standard input (default: the project's root, or this folder)."
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Results only, no remarks.")]
ColorOption = Annotated[Color, typer.Option("--color", metavar="auto|always|never", help="Colour the output.")]
StdinFilename = Annotated[
    str | None, typer.Option("--stdin-filename", metavar="FILE", help="The file that standard input stands in for.")
]
Today = Annotated[
    str | None,
    typer.Option(
        "--today", metavar="DATE", help="The day to judge by, as YYYY-MM-DD (default: the configuration's, else today)."
    ),
]


def refuse_errors(project: Project) -> None:
    """Print the errors of the files asked about, and of the library files that they stand on, and end with status 1.

    Analysis is made of sound files only: a figure from half a file would be wrong in silence.

    Raises:
        typer.Exit: There are errors.
    """
    if without_errors(project).errors:
        raise typer.Exit(1)
