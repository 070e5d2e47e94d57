"""``cxmap import mermaid``: journey diagrams as journey files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cxmap.cli.console import Stop, emit_file, remark
from cxmap.cli.import_common import low_and_high, taking_over

if TYPE_CHECKING:
    from cxmap.cli.options import Quiet
    from cxmap.exchange.mermaid.to_journey import Taken


def command(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A diagram, or Markdown with diagrams; - for stdin.")],
    scale: Annotated[
        str | None, typer.Option("--scale", metavar="MIN,MAX", help="Lowest and highest score (default: 1,5).")
    ] = None,
    customer: Annotated[
        str | None,
        typer.Option("--customer", metavar="NAME", help="The actor who is the customer (default: who acts most)."),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE|DIR", help="Where to; a folder for several diagrams."),
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Make a journey file of each journey diagram.

    Sections become stages, tasks touchpoints, and scores experiences. The actor who takes part most often becomes the
    persona, the others stakeholders who support. What could not be carried is listed.

    Examples:
      cxmap import mermaid journey.mmd
      cxmap import mermaid README.md -o journeys/
      cxmap import mermaid journey.mmd --scale 0,10 --customer "New client" -o journeys/first.cxmap.yaml
    """
    from cxmap.cli.new_file import file_for, names_a_file, write_new
    from cxmap.exchange.errors import ForeignError
    from cxmap.exchange.mermaid.blocks import journey_blocks
    from cxmap.exchange.mermaid.diagram import read_diagram
    from cxmap.exchange.mermaid.to_journey import journey
    from cxmap.yaml.reader.read import read

    with taking_over(file):
        blocks = journey_blocks(_text(file))
    if not blocks:
        raise Stop(f"there is no journey diagram in '{file}'; a diagram starts with the line 'journey'")
    if len(blocks) > 1 and (output is None or names_a_file(output)):
        raise Stop(f"'{file}' holds {len(blocks)} diagrams: name a folder for them, such as -o journeys/")
    taken = _taken(output)
    low_high = low_and_high(scale)
    with taking_over(file):
        diagrams = [read_diagram(block) for block in blocks]
        made = [journey(each, name=_name(file), taken=taken, scale=low_high, customer=customer) for each in diagrams]
        for new in made:
            for problem in read(new.text.encode(), new.id).problems:
                raise ForeignError(
                    f"'{new.id}' becomes too large a journey ({problem.message}): cut the diagram in two"
                )
    if output is None:
        emit_file(made[0].text)
    else:
        write_new({file_for(output, new.id): new.text.encode() for new in made})
    for left in [sentence for new in made for sentence in new.left]:
        if not quiet:
            remark(f"not carried: {left}")


def _text(file: str) -> str:
    from cxmap.exchange.foreign_text import decoded, read_bytes

    return decoded(sys.stdin.buffer.read() if file == "-" else read_bytes(Path(file)))


def _name(file: str) -> str:
    return "Journey" if file == "-" else Path(file).stem


def _taken(output: str | None) -> Taken:
    """What the project that the new files will belong to holds already."""
    from cxmap.cli.new_file import folder_for, project_at, root_around
    from cxmap.exchange.mermaid.to_journey import Taken

    project = project_at(root_around(folder_for(output))) if output is not None else None
    if project is None:
        return Taken()
    found = project.definitions
    return Taken(
        journeys=found["journeys"],
        personas={name: getattr(known[0].model, "name", "") for name, known in found["personas"].items()},
        stakeholders={name: getattr(known[0].model, "title", "") for name, known in found["stakeholders"].items()},
    )
