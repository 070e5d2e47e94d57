"""``cxmap export csv``: touchpoints as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cxmap.cli.console import Stop, destination, load_project, pass_on, refuse_errors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.cli.options import Paths, StdinFilename
    from cxmap.exchange.sheet.touchpoints import TouchpointRow
    from cxmap.exchange.sheet.waves import WaveRow

Waves = Annotated[bool, typer.Option("--waves", help="A row for each wave of each score; not to be brought back.")]


def command(
    paths: Paths = None,
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write it to a file.")] = None,
    waves: Waves = False,
    stdin_filename: StdinFilename = None,
) -> None:
    """Write touchpoints as CSV, to fill in and bring back.

    One row each; cxmap import table brings the scores back.

    Where scores differ for a persona, a row for that persona follows. Of several waves of a score the last is written.
    Text can become no formula.

    Examples:
      cxmap export csv
      cxmap export csv journeys/first-shoes.cxmap.yaml -o scores.csv
      cxmap export csv --waves -o history.csv
    """
    from cxmap.exchange.sheet.table_out import csv_table

    target = destination(output, "csv")
    pass_on(csv_table(*table(paths, stdin_filename, waves=waves)).encode(), target)


def table(
    paths: list[str] | None, stdin_filename: str | None, *, waves: bool
) -> tuple[Sequence[TouchpointRow | WaveRow], Sequence[str]]:
    """The rows of the journeys asked about, and their columns.

    Args:
        paths: As given.
        stdin_filename: As given.
        waves: Whether each wave of a score gets a row, instead of each touchpoint.

    Raises:
        Stop: There is no journey.
        Refused: There are errors.
    """
    from cxmap.exchange.sheet.touchpoints import COLUMNS, all_rows
    from cxmap.exchange.sheet.waves import WAVE_COLUMNS, wave_rows

    project = load_project(paths, stdin_filename=stdin_filename)
    refuse_errors(project)
    journeys = list(project.journey_documents())
    if not journeys:
        raise Stop("no journey to write: a library has no touchpoints")
    if waves:
        return [row for document, journey in journeys for row in wave_rows(project, document, journey)], WAVE_COLUMNS
    return all_rows(project), COLUMNS
