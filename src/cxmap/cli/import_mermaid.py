"""``cxmap import mermaid``: journey diagrams as journey files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cxmap.cli.common import Quiet, Stop, emit, remark
from cxmap.cli.foreign import taking_over

if TYPE_CHECKING:
    from cxmap.exchange.mermaid.to_journey import NewJourney, Taken

YAML_SUFFIXES = {".yaml", ".yml"}


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
    """Make journey files of mermaid's journey diagrams: a file for each.

    Sections become stages, tasks touchpoints, and scores experiences. The actor who takes part most often becomes the
    persona, the others stakeholders who support. What could not be carried is listed.

    Examples:
      cxmap import mermaid journey.mmd
      cxmap import mermaid README.md -o journeys/
      cxmap import mermaid journey.mmd --scale 0,10 --customer "New client" -o journeys/first.cxmap.yaml
    """
    from cxmap.exchange.mermaid.blocks import journey_blocks
    from cxmap.exchange.mermaid.diagram import read_diagram
    from cxmap.exchange.mermaid.to_journey import journey

    with taking_over(file):
        blocks = journey_blocks(_text(file))
    if not blocks:
        raise Stop(f"there is no journey diagram in '{file}'; one starts with a line that says 'journey'")
    single = Path(output) if output and Path(output).suffix.lower() in YAML_SUFFIXES else None
    if len(blocks) > 1 and (output is None or single):
        raise Stop(f"'{file}' holds {len(blocks)} diagrams: name a folder for them, such as -o journeys/")
    folder = None if output is None else single.parent if single else Path(output)
    taken = _taken(folder)
    low_high = _scale(scale)
    with taking_over(file):
        diagrams = [read_diagram(block) for block in blocks]
        made = [journey(one, name=_name(file), taken=taken, scale=low_high, customer=customer) for one in diagrams]
    if folder is None:
        emit(made[0].text)
    else:
        _write(made, folder, single)
    for left in [sentence for one in made for sentence in one.left]:
        if not quiet:
            remark(f"not carried: {left}")


def _text(file: str) -> str:
    from cxmap.exchange.foreign_text import decoded, read_bytes

    return decoded(sys.stdin.buffer.read() if file == "-" else read_bytes(Path(file)))


def _name(file: str) -> str:
    return "Journey" if file == "-" else Path(file).stem


def _scale(given: str | None) -> tuple[float, float] | None:
    if given is None:
        return None
    try:
        low, high = (float(part) for part in given.split(","))
    except ValueError:
        low = high = 0.0
    if not low < high:
        raise Stop(f"--scale takes the lowest and the highest score, such as 0,10, not '{given}'")
    return low, high


def _taken(folder: Path | None) -> Taken:
    """What the project that the new files will belong to holds already."""
    from cxmap.cli.common import load_project
    from cxmap.exchange.mermaid.to_journey import Taken
    from cxmap.project.errors import UsageError

    if folder is None or not folder.is_dir():
        return Taken()
    try:
        project = load_project([str(folder)])
    except UsageError:  # no journey there yet
        return Taken()
    return Taken(
        journeys=set(project.definitions["journeys"]),
        personas={one: getattr(known[0].model, "name", "") for one, known in project.definitions["personas"].items()},
        stakeholders={
            one: getattr(known[0].model, "title", "") for one, known in project.definitions["stakeholders"].items()
        },
    )


def _write(made: list[NewJourney], folder: Path, single: Path | None) -> None:
    from cxmap.boundary.files import make_folder, write
    from cxmap.boundary.text import path_name

    paths = [single or folder / f"{one.id}.cxmap.yaml" for one in made]
    for path in paths:
        if path.exists():
            raise Stop(f"'{path}' exists already; nothing was written. Name another place, or move it away")
    make_folder(folder)
    for path, one in zip(paths, made, strict=True):
        write(path, one.text.encode())
        sys.stdout.write(f"{path_name(path)}\n")
