"""``cxmap export json``: a whole project as one JSON object."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from cxmap.cli.console import destination, emit_file, load_project, refuse_errors

if TYPE_CHECKING:
    from cxmap.cli.options import Paths, StdinFilename


def command(
    paths: Paths = None,
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write it to a file.")] = None,
    stdin_filename: StdinFilename = None,
) -> None:
    """Write a whole project as one JSON object, for other tools.

    All its files merged: every section an object by id, its journeys among them.

    Examples:
      cxmap export json
      cxmap export json -o project.json
      cxmap export json | jq '.journeys | keys'
    """
    from cxmap.exchange.json_out import project_json

    target = destination(output, "json")
    project = load_project(paths, stdin_filename=stdin_filename)
    refuse_errors(replace(project, reported=project.documents))
    emit_file(project_json(project), target)
