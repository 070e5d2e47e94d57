"""``cxmap export mermaid``: journeys as mermaid's journey diagrams."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cxmap.cli.console import Stop, destination, emit_file, load_project, refuse_errors, remark

if TYPE_CHECKING:
    from cxmap.cli.options import Paths, Quiet, StdinFilename

MARKDOWN_SUFFIXES = {".md", ".markdown"}


def command(
    paths: Paths = None,
    persona: Annotated[
        str | None, typer.Option("--persona", metavar="ID", help="As this persona sees it (default: the mean of all).")
    ] = None,
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write it to a file.")] = None,
    stdin_filename: StdinFilename = None,
    quiet: Quiet = False,
) -> None:
    """Write journeys as mermaid diagrams, which GitHub and GitLab draw.

    One journey is one diagram; several, or a file that ends in .md, are Markdown. Marks of several personas are their
    mean, as cxmap gaps weighs them. Touchpoints without an experience are listed instead of drawn.

    Examples:
      cxmap export mermaid journeys/first-shoes.cxmap.yaml
      cxmap export mermaid journeys/ -o docs/journeys.md
      cxmap export mermaid --persona noor
    """
    from cxmap.analysis.scope import known
    from cxmap.exchange.mermaid.from_journey import diagram, drawn_outside, text

    target = destination(output, "mermaid")
    project = load_project(paths, stdin_filename=stdin_filename)
    refuse_errors(project)
    journeys = list(project.journey_documents())
    if not journeys:
        raise Stop("no journey to draw: a library has none")
    known("persona", persona, [name for _, journey in journeys for name in journey.personas])
    journeys = [(document, journey) for document, journey in journeys if persona in {None, *journey.personas}]
    drawn = [diagram(project, document, journey, persona) for document, journey in journeys]
    markdown = output is not None and Path(output).suffix.lower() in MARKDOWN_SUFFIXES
    emit_file(text(drawn, markdown=markdown), target)
    if quiet:
        return
    for (document, _), made in zip(journeys, drawn, strict=True):
        for title in made.unscored:
            remark(f"{document.name}: not drawn, no experience: '{title}'")
    outside = [journey.id for _, journey in journeys if drawn_outside(project, journey)]
    if outside:
        remark(f"Mermaid draws faces for scores from 1 to 5; on another scale: {', '.join(outside)}")
