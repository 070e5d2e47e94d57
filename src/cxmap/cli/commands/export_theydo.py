"""``cxmap export theydo``: metrics, actions and gaps for TheyDo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cxmap.cli.console import Stop, destination, emit_file, load_project, remark, without_errors

if TYPE_CHECKING:
    from cxmap.choices import Lang, TheydoFile
    from cxmap.cli.options import Paths, Quiet, StdinFilename


def command(
    paths: Paths = None,
    what: Annotated[TheydoFile, typer.Option("--what", help="Which of its files to write.")] = "metrics",
    top: Annotated[
        int, typer.Option("--top", metavar="N", help="How many gaps become opportunities, of each ranking.")
    ] = 10,
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write it to a file.")] = None,
    lang: Annotated[Lang | None, typer.Option("--lang", help="The language of descriptions.")] = None,
    stdin_filename: StdinFilename = None,
    quiet: Quiet = False,
) -> int:
    """Write metrics, actions or gaps as a file that TheyDo imports.

    Metrics come with all their readings, actions become solutions, and the top of the ranking opportunities. Each has
    a key that stays, so that a second file updates what the first one made: give the project an id in cxmap.toml.

    Examples:
      cxmap export theydo -o metrics.json
      cxmap export theydo --what solutions
      cxmap export theydo --what opportunities --top 5 -o opportunities.json
    """
    from cxmap.exchange.theydo import theydo_file
    from cxmap.i18n.plan import PlanWords
    from cxmap.output.language import language

    if top < 1:
        raise Stop(f"--top takes a number from 1 on, not {top}")
    target = destination(output, "json")
    project = load_project(paths, stdin_filename=stdin_filename)
    sound = without_errors(project)
    if not sound.whole or (what == "opportunities" and sound.nothing_left):
        return 1
    project = sound.project
    spoken = language(project, [journey for _, journey in project.journey_documents()], lang)
    ranking = None
    if what == "opportunities":
        from cxmap.analysis.ranking.gaps import gaps
        from cxmap.analysis.ranking.options import Options, View

        ranking = gaps(project, Options(view=View(top=top), lang=spoken))
    emit_file(theydo_file(project, what, PlanWords(spoken), ranking), target)
    if project.config.id is None and not quiet:
        remark("two projects in one workspace need names of their own; give this one an 'id' in cxmap.toml")
    return int(sound.errors)
