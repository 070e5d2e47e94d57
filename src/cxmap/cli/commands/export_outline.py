"""``cxmap export outline``: journeys as notes in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cxmap.cli.console import Stop, destination, emit_file, load_project, refuse_errors, remark

if TYPE_CHECKING:
    from cxmap.choices import Lang
    from cxmap.cli.options import Paths, Quiet, StdinFilename


def command(
    paths: Paths = None,
    journey: Annotated[
        str | None, typer.Option("--journey", metavar="ID", help="Which journey, where there are several.")
    ] = None,
    lang: Annotated[Lang | None, typer.Option("--lang", help="The language of its keys.")] = None,
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write it to a file.")] = None,
    stdin_filename: StdinFilename = None,
    quiet: Quiet = False,
) -> None:
    """Write a journey as an outline, to discuss and to type on.

    The outline is what cxmap import outline reads. It holds stages, touchpoints, marks, channels, owners, quotes, ideas
    and questions; what it cannot hold is listed.

    Examples:
      cxmap export outline journeys/first-shoes.cxmap.yaml
      cxmap export outline --journey first-shoes --lang nl -o notes.md
    """
    from cxmap.analysis.scope import known
    from cxmap.exchange.outline.from_journey import OutlineDraft
    from cxmap.exchange.outline.write import write_outline
    from cxmap.output.language import language
    from cxmap.text import escape

    target = destination(output, "outline")
    project = load_project(paths, stdin_filename=stdin_filename)
    refuse_errors(project)
    found = list(project.journey_documents())
    known("journey", journey, [each.id for _, each in found])
    found = [(document, each) for document, each in found if journey in {None, each.id}]
    if len(found) != 1:
        ids = ", ".join(each.id for _, each in found)
        raise Stop(f"an outline holds one journey; name it with --journey: {ids}" if found else "no journey to write")
    ((document, chosen),) = found
    made = OutlineDraft(project, document, chosen)
    emit_file(escape.terminal(write_outline(made.draft, language(project, [chosen], lang))), target)
    if not quiet:
        for sentence in made.left:
            remark(sentence)
