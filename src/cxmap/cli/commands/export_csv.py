"""``cxmap export csv``: touchpoints as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cxmap.cli.console import Stop, destination, load_project, pass_on, refuse_errors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.cli.options import Paths, StdinFilename
    from cxmap.exchange.sheet.touchpoints import TouchpointRow


def command(
    paths: Paths = None,
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write it to a file.")] = None,
    stdin_filename: StdinFilename = None,
) -> None:
    """Write touchpoints as CSV, to fill in and bring back.

    One row each; cxmap import table brings the scores back.

    Where scores differ for a persona, a row for that persona follows. Text can become no formula.

    Examples:
      cxmap export csv
      cxmap export csv journeys/first-shoes.cxmap.yaml -o scores.csv
    """
    from cxmap.exchange.sheet.table_out import csv_table

    target = destination(output)
    pass_on(csv_table(touchpoint_rows(paths, stdin_filename)).encode(), target)


def touchpoint_rows(paths: list[str] | None, stdin_filename: str | None) -> Sequence[TouchpointRow]:
    """The rows of the journeys asked about.

    Raises:
        Stop: There is no journey.
        typer.Exit: There are errors.
    """
    from cxmap.exchange.sheet.touchpoints import rows

    project = load_project(paths, stdin_filename=stdin_filename)
    refuse_errors(project)
    found = [row for document, journey in project.journey_documents() for row in rows(project, document, journey)]
    if not found:
        raise Stop("no journey to write: a library has no touchpoints")
    return found
