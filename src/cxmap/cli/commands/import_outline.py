"""``cxmap import outline``: notes as a journey file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cxmap.cli.console import remark
from cxmap.cli.import_common import project_names, taking_over, write_journey

if TYPE_CHECKING:
    from cxmap.cli.options import NewOutput, Quiet


def command(
    file: Annotated[str, typer.Argument(metavar="FILE", help="Notes in Markdown; - for standard input.")],
    output: NewOutput = None,
    quiet: Quiet = False,
) -> None:
    """Make a journey file of notes from the wall.

    Headings (##) are stages and bullets touchpoints, with importance and experience behind them (8/4.5), the channel
    as #website and the owner as @online. Below a touchpoint stand (+) what lifts and (-) what lowers it, quotes, ideas
    (=>) and questions (?). English and Dutch. Scores and quotes become assumptions of that session, never answers of
    customers. Which marks were read and what was left out is listed.

    Examples:
      cxmap import outline notes.md -o journeys/
      cxmap import outline notes.md > first-visit.cxmap.yaml
    """
    from cxmap.exchange.draft.to_journey import to_journey
    from cxmap.exchange.foreign_text import decoded, read_bytes
    from cxmap.exchange.outline.read import read_outline

    known = project_names(output)
    with taking_over(file):
        text = decoded(sys.stdin.buffer.read() if file == "-" else read_bytes(Path(file)))
        outline = read_outline(text, lang=known.lang, scale=known.scale)
        name = "Journey" if file == "-" else Path(file).stem
        new = to_journey(outline.draft, known.names, name=name, lang=known.lang)
        write_journey(new, output)
    if quiet:
        return
    remark(f"created {new.id}: {new.account}")
    for line, title, written in outline.marks:
        remark(f"line {line}: scores {written}: '{title}'")
    for sentence in new.remarks:
        remark(sentence)
    for line, sentence in outline.remarks:
        remark(f"line {line}: {sentence}" if line else sentence)
