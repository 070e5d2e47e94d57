"""``cxmap roadmap``: the plan as a list, for people, calendars and trackers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from cxmap.choices import ACTION_STATUSES
from cxmap.cli.commands.render import CONTRADICTIONS
from cxmap.cli.console import Stop, day, destination, emit, load_project, one_of, remark, screen, without_errors

if TYPE_CHECKING:
    from cxmap.analysis.roadmap import Roadmap, Wanted
    from cxmap.choices import ActionStatus, Lang, RoadmapFormat
    from cxmap.cli.options import ColorOption, Paths, Quiet, StdinFilename, Today
    from cxmap.project.project import Project


def command(
    paths: Paths = None,
    owner: Annotated[
        list[str] | None,
        typer.Option("--owner", metavar="ID", help="Only what this owner answers for; may be repeated."),
    ] = None,
    status: Annotated[
        str | None,
        typer.Option("--status", metavar="A,B", help=f"Only what is so far: {', '.join(ACTION_STATUSES)}."),
    ] = None,
    due_before: Annotated[
        str | None,
        typer.Option("--due-before", metavar="DATE", help="Only what is still to be done and due before this day."),
    ] = None,
    format_: Annotated[RoadmapFormat, typer.Option("--format", help="What to write.")] = "table",
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")] = None,
    lang: Annotated[
        Lang | None, typer.Option("--lang", help="The language of tables, calendars and tickets.")
    ] = None,
    stdin_filename: StdinFilename = None,
    today: Today = None,
    quiet: Quiet = False,
    color: ColorOption = "auto",
) -> int:
    """Show actions and steps by date and owner: what is late, what is not scheduled, what was learned.

    Also as a calendar (ics), as to-dos (todos), and as tickets: a script for GitHub (gh), tables for Jira and Azure
    DevOps. cxmap import status brings back how far they are.

    Examples:
      cxmap roadmap --owner store
      cxmap roadmap --status planned,in-progress --due-before 2027-01-01 --format markdown
      cxmap roadmap --format ics -o roadmap.ics
    """
    from cxmap.analysis.roadmap import roadmap
    from cxmap.exchange.plan.names import uid
    from cxmap.output.language import language

    wanted = _wanted(owner, status, due_before)
    target = destination(output)
    project = load_project(paths, today=today, stdin_filename=stdin_filename)
    sound = without_errors(project, also=CONTRADICTIONS)
    if not sound.whole:
        return 1
    project = sound.project
    plan = roadmap(project, wanted)
    spoken = language(project, [journey for _, journey in project.journey_documents()], lang)
    match format_:
        case "json" | "csv":
            from cxmap.output.tables.plan_records import plan_csv, plan_json

            name = partial(uid, project.config.id)
            text = plan_csv(plan, name) if format_ == "csv" else plan_json(plan, name, _remarks(project, plan))
        case "markdown":
            from cxmap.output.tables.plan_table import plan_markdown

            text = plan_markdown(project, plan, spoken)
        case _:
            from cxmap.output.tables.plan_table import plan_table

            text = plan_table(project, plan, screen(color, output), lang=spoken, remarks=not quiet)
    emit(text, target)
    return int(sound.errors)


def _remarks(project: Project, plan: Roadmap) -> list[str]:
    """What the table says below, in English as all JSON."""
    from cxmap.i18n.tables import PlanWords
    from cxmap.output.tables.plan_cells import PlanCells
    from cxmap.output.tables.signs import UNICODE

    cells = PlanCells(project, plan, PlanWords("en"), UNICODE)
    return [*cells.hopes(), *cells.notes()]


def _wanted(owners: list[str] | None, statuses: str | None, due_before: str | None) -> Wanted:
    from cxmap.analysis.roadmap import Wanted

    chosen: list[ActionStatus] = []
    for word in (statuses or "").split(","):
        if name := word.strip():
            one_of("--status", name, ACTION_STATUSES)
            chosen += [known for known in ACTION_STATUSES if known == name]
    if statuses is not None and not chosen:
        raise Stop(f"--status takes one or more of {', '.join(ACTION_STATUSES)}")
    return Wanted(tuple(owners or ()), tuple(chosen), day(due_before, "--due-before") if due_before else None)
