"""``cxmap export xlsx``: touchpoints as a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cxmap.cli.commands.export_csv import Waves, table
from cxmap.cli.console import Stop, destination, is_terminal, pass_on

if TYPE_CHECKING:
    from cxmap.cli.options import Paths, StdinFilename


def command(
    paths: Paths = None,
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write it to a file.")] = None,
    waves: Waves = False,
    stdin_filename: StdinFilename = None,
) -> None:
    """Write touchpoints as a workbook, to fill in and bring back.

    One row each; cxmap import table brings the scores back.

    Cells for marks are coloured and refuse what is outside the scale. Of several waves of a score the last is written.
    No cell is a formula.

    Examples:
      cxmap export xlsx -o scores.xlsx
      cxmap export xlsx journeys/first-shoes.cxmap.yaml -o scores.xlsx
    """
    from cxmap.exchange.sheet.table_out import workbook

    target = destination(output, "xlsx")
    if target is None and is_terminal():
        raise Stop("a workbook is no text for a terminal; name a file, such as -o scores.xlsx")
    pass_on(workbook(*table(paths, stdin_filename, waves=waves)), target)
