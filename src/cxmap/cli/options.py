"""Options and arguments that mean the same in every command, declared with typer.

Commands that are to start without typer name these in annotations only, for type checkers: ``cxmap.cli.main`` looks
the names up here.
"""

from __future__ import annotations

from typing import Annotated

import typer

from cxmap.choices import Color

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH", help="Files and folders, or - for standard input (default: the project's root, or this folder)."
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Results only, no remarks.")]
ColorOption = Annotated[Color, typer.Option("--color", help="Colour the output.")]
ForceExclude = Annotated[
    bool,
    typer.Option("--force-exclude", help="Leave out what the configuration leaves out where it is named, too."),
]
StdinFilename = Annotated[
    str | None, typer.Option("--stdin-filename", metavar="FILE", help="The file that standard input stands in for.")
]
Today = Annotated[
    str | None,
    typer.Option(
        "--today", metavar="DATE", help="The day to judge by, as YYYY-MM-DD (default: the configuration's, else today)."
    ),
]
Into = Annotated[
    str | None, typer.Option("--into", metavar="JOURNEY", help="The journey's file, or its id in this project.")
]
NewOutput = Annotated[
    str | None, typer.Option("--output", "-o", metavar="FILE|DIR", help="Where to (default: standard output).")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show old and new, and change nothing.")]
