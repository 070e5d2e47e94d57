"""``cxmap import stickies``: a board of notes as a journey."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cxmap.cli.console import Stop, emit_file, remark
from cxmap.cli.import_common import project_names, taking_over, write_journey

if TYPE_CHECKING:
    from cxmap.cli.options import NewOutput, Quiet


def command(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The board's export, CSV; - for standard input.")],
    mapping: Annotated[
        str | None, typer.Option("--mapping", "-m", metavar="FILE", help="What the notes of each colour say.")
    ] = None,
    suggest_mapping: Annotated[
        bool, typer.Option("--suggest-mapping", help="Print the colours, with samples, to fill in.")
    ] = False,
    output: NewOutput = None,
    quiet: Quiet = False,
) -> None:
    """Make a journey of a board of sticky notes.

    Mural's CSV says the place and the colour of each note: notes below one another are a touchpoint, and a mapping says
    what the colours mean. Miro's CSV has texts only: they are printed as an outline to put in order. Scores behind a
    touchpoint's title (8/4.5) are read. Who wrote a note is never taken over.

    Examples:
      cxmap import stickies board.csv --suggest-mapping > colors.yaml
      cxmap import stickies board.csv --mapping colors.yaml -o journeys/
      cxmap import stickies miro.csv > notes.md
    """
    from cxmap.exchange.draft.to_journey import to_journey
    from cxmap.exchange.foreign_text import read_bytes
    from cxmap.exchange.sheet.cells import read_sheet
    from cxmap.exchange.sheet.stickies import (
        has_places,
        read_board,
        read_legend,
        skeleton,
        stickies,
        suggested_legend,
    )

    name = "Board" if file == "-" else Path(file).stem
    with taking_over(file):
        sheet = read_sheet(sys.stdin.buffer.read() if file == "-" else read_bytes(Path(file)), ".csv")
        notes = stickies(sheet) if has_places(sheet) else None
    if notes is None:
        if mapping or suggest_mapping or output:
            raise Stop(f"'{file}' says no places of notes; without options it is printed as an outline to put in order")
        emit_file(skeleton(sheet, name))
        if not quiet:
            remark("Texts only: put '##' before the stages, indent what belongs to a touchpoint; cxmap import outline")
        return
    if suggest_mapping:
        emit_file(suggested_legend(notes))
        return
    if mapping is None:
        raise Stop("say what the colours mean with --mapping FILE; --suggest-mapping writes a first one")
    known = project_names(output)
    with taking_over(mapping):
        legend = read_legend(read_bytes(Path(mapping)), mapping)
    with taking_over(file):
        board = read_board(notes, legend, scale=known.scale, lang=known.lang)
        new = to_journey(board.draft, known.names, name=name, lang=known.lang)
        write_journey(new, output)
    if not quiet:
        for sentence in (f"created {new.id}: {new.account}", *new.remarks, *board.remarks):
            remark(sentence)
