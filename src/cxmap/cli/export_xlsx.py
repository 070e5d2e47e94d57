"""``cxmap export xlsx``: touchpoints as a workbook."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from cxmap.cli.common import Paths, StdinFilename, Stop, is_terminal
from cxmap.cli.export_csv import touchpoint_rows


def command(
    paths: Paths = None,
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write it to a file.")] = None,
    stdin_filename: StdinFilename = None,
) -> None:
    """Write touchpoints as a workbook, to fill in and bring back.

    One row each; cxmap import table brings the scores back.

    Cells for marks are coloured and refuse what is outside the scale. No cell is a formula.

    Examples:
      cxmap export xlsx -o scores.xlsx
      cxmap export xlsx journeys/first-shoes.cxmap.yaml -o scores.xlsx
    """
    from cxmap.boundary.files import write
    from cxmap.exchange.table_out import workbook

    to_stdout = output is None or output == "-"
    if to_stdout and is_terminal():
        raise Stop("a workbook is no text for a terminal; name a file, such as -o scores.xlsx")
    data = workbook(touchpoint_rows(paths, stdin_filename))
    if to_stdout:
        sys.stdout.buffer.write(data)
    elif output:
        write(output, data)
