"""``cxmap roadmap``: the plan as a list, for people, calendars and trackers."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, get_args

from cxmap.choices import ACTION_STATUSES, GapsFormat, RoadmapFormat
from cxmap.cli.commands.render import CONTRADICTIONS
from cxmap.cli.console import (
    Stop,
    date_given,
    destination,
    emit,
    load_project,
    one_of,
    pass_on,
    remark,
    screen,
    without_errors,
)
from cxmap.text.wording import counted, some_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Annotated

    import typer

    from cxmap.analysis.budget import Budget
    from cxmap.analysis.roadmap import Roadmap, Wanted
    from cxmap.choices import ActionStatus, Lang
    from cxmap.cli.options import ColorOption, Paths, Quiet, StdinFilename, Today
    from cxmap.output.tables.signs import Screen
    from cxmap.project.document import Document
    from cxmap.project.project import Project

MOST_NAMED = 10
IN_WORDS: tuple[str, ...] = get_args(GapsFormat)
"""The formats for people and scripts; the others are for calendars and trackers."""


def command(
    paths: Paths = None,
    owner: Annotated[
        list[str] | None,
        typer.Option("--owner", metavar="ID", help="Only what this owner answers for; may be repeated."),
    ] = None,
    status: Annotated[
        str | None,
        typer.Option("--status", metavar="A,B", help=f"Only with these statuses: {', '.join(ACTION_STATUSES)}."),
    ] = None,
    due_before: Annotated[
        str | None,
        typer.Option("--due-before", metavar="DATE", help="Only what is still to be done and due before this day."),
    ] = None,
    budget: Annotated[
        int | None,
        typer.Option("--budget", metavar="N", help="Choose the actions that are hoped to bring most for this effort."),
    ] = None,
    seed: Annotated[
        int | None, typer.Option("--seed", metavar="N", help="Where the random draws of --budget start (default: 1).")
    ] = None,
    format_: Annotated[RoadmapFormat, typer.Option("--format", help="What to write.")] = "table",
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")] = None,
    lang: Annotated[Lang | None, typer.Option("--lang", help="The language of tables, calendars and tickets.")] = None,
    stdin_filename: StdinFilename = None,
    today: Today = None,
    quiet: Quiet = False,
    color: ColorOption = "auto",
) -> int:
    """List the plan by date and owner, also as calendar and as tickets.

    Shown is also what is late or not scheduled, what was learned, and what owners hope for. A calendar (ics) has an
    event for each due date, todos a to-do for each action and step. Tickets: a script for GitHub (gh), tables for Jira
    and Azure DevOps. cxmap import status brings back how far they are. --budget chooses actions by their effort and by
    what they expect, weighted by importance.

    Examples:
      cxmap roadmap --owner store
      cxmap roadmap --status planned,in-progress --due-before 2027-01-01 --format markdown
      cxmap roadmap --format ics -o roadmap.ics
      cxmap roadmap --budget 8 --status idea,planned
    """
    from cxmap.analysis.roadmap import roadmap
    from cxmap.output.language import language

    if budget is not None and format_ not in IN_WORDS:
        raise Stop(f"--budget is shown by --format {', '.join(IN_WORDS)}, not {format_}; choose one of these")
    wanted = _wanted(owner, status, due_before)
    target = destination(output, format_, RoadmapFormat)
    project = load_project(paths, today=today, stdin_filename=stdin_filename)
    sound = without_errors(project, also=CONTRADICTIONS)
    if not sound.whole:
        return 1
    project = sound.project
    plan = roadmap(project, wanted)
    spoken = language(project, [journey for _, journey in project.journey_documents()], lang)
    for text in () if quiet else _notices(project, plan, format_):
        remark(text)
    if budget is not None:
        found = _within(project, plan, budget, seed)
        shown = screen(color, output)
        emit(_chosen(project, plan, found, format_, spoken, shown, quiet=quiet), target)
        return int(sound.errors)
    match format_:
        case "table":
            from cxmap.output.tables.plan_table import plan_table

            emit(plan_table(project, plan, screen(color, output), lang=spoken, remarks=not quiet), target)
        case "json" | "csv" | "markdown":
            emit(_in_words(project, plan, format_, spoken), target)
        case _:
            pass_on(_for_others(project, plan, format_, spoken, quiet=quiet), target)
    return int(sound.errors)


def _within(project: Project, plan: Roadmap, effort: int, seed: int | None) -> Budget:
    """The best of the actions shown for so much effort."""
    from cxmap.analysis.budget import budget
    from cxmap.analysis.ranking.options import DEFAULT_SEED

    names = [item.id for item in plan.items if item.kind == "action"]
    return budget(project, names, effort, DEFAULT_SEED if seed is None else seed)


def _chosen(
    project: Project, plan: Roadmap, found: Budget, name: RoadmapFormat, lang: Lang, shown: Screen, *, quiet: bool
) -> str:
    """The plan under a budget."""
    from cxmap.exchange.plan.names import uid
    from cxmap.output.tables.budget_records import budget_record
    from cxmap.output.tables.budget_table import BudgetCells, budget_markdown, budget_table
    from cxmap.output.tables.plan_records import plan_csv, plan_json
    from cxmap.output.tables.signs import UNICODE

    known_by = partial(uid, project.config.id)
    match name:
        case "json":
            english = BudgetCells(project, found, "en", UNICODE)
            return plan_json(plan, known_by, _remarks(project, plan), budget_record(found, english.notes()))
        case "csv":
            for text in () if quiet else BudgetCells(project, found, lang, UNICODE).notes():
                remark(text)
            return plan_csv(plan, known_by, found)
        case "markdown":
            return budget_markdown(project, found, lang)
        case _:
            return budget_table(project, found, shown, lang=lang, remarks=not quiet)


def _in_words(project: Project, plan: Roadmap, name: RoadmapFormat, lang: Lang) -> str:
    from cxmap.exchange.plan.names import uid
    from cxmap.output.tables.plan_records import plan_csv, plan_json
    from cxmap.output.tables.plan_table import plan_markdown

    known_by = partial(uid, project.config.id)
    match name:
        case "json":
            return plan_json(plan, known_by, _remarks(project, plan))
        case "csv":
            return plan_csv(plan, known_by)
        case _:
            return plan_markdown(project, plan, lang)


def _for_others(project: Project, plan: Roadmap, name: RoadmapFormat, lang: Lang, *, quiet: bool) -> bytes:
    """The plan for a calendar or a tracker, as the bytes of a file."""
    from cxmap.exchange.plan import calendar, tickets
    from cxmap.i18n.plan import PlanWords

    words = PlanWords(lang)
    match name:
        case "ics":
            return calendar.calendar(project, plan, words, _changed(project, quiet=quiet))
        case "todos":
            return calendar.todos(project, plan, words, _changed(project, quiet=quiet))
        case "jira":
            text = tickets.jira_csv(project, plan, words)
        case "azure":
            text = tickets.azure_csv(project, plan, words)
        case _:
            text = tickets.gh_script(project, plan, words)
    return text.encode("utf-8", errors="backslashreplace")


def _changed(project: Project, *, quiet: bool) -> Callable[[str], dt.datetime]:
    """When the file of an action was changed last: as committed, else at the end of the day that is judged on."""
    from cxmap.io.git import last_change

    otherwise = dt.datetime.combine(project.today, dt.time(23, 59, 59), dt.UTC)
    known: dict[Document, dt.datetime] = {}

    def changed(action: str) -> dt.datetime:
        definition = project.definition("actions", action)
        if definition is None:
            return otherwise
        document = definition.document
        if document not in known:
            committed = last_change(document.path, document.encoded(document.source.text))
            if committed is None and not quiet:
                remark(
                    f"{document.name}: when it was changed is not known, as it is not as committed or git has not its "
                    f"whole history; its entries count as changed on {project.today}, at the end of the day"
                )
            known[document] = committed or otherwise
        return known[document]

    return changed


def _notices(project: Project, plan: Roadmap, name: RoadmapFormat) -> Iterator[str]:
    """What there is to say beside a calendar or tickets."""
    from cxmap.exchange.plan.tickets import AZURE_LIMIT, open_items

    tickets = open_items(plan)
    match name:
        case "ics" | "todos":
            shown = list(plan.items)
            if project.config.id is None:
                yield "two projects in one calendar need names of their own; give this one an 'id' in cxmap.toml"
        case "jira" | "azure" | "gh":
            shown = tickets
            if not shown:
                yield "nothing is still to be done, so there are no tickets"
        case _:
            return
    if name == "ics" and not any(item.due for item in plan.items):
        yield "nothing has a due date, so the calendar is empty, which some calendars refuse"
    if name == "ics" and (undated := [item.path for item in tickets if not item.due]):
        yield f"not in the calendar, having no due date: {some_of(undated, MOST_NAMED)}"
    if unnamed := [item.path for item in shown if not item.named]:
        yield (
            f"{counted(len(unnamed), 'step')} without an 'id', known by the title alone: with another title it becomes "
            "a new entry, and the old one stays; give it an 'id'"
        )
    if name == "azure" and len(shown) > AZURE_LIMIT:
        yield f"Azure DevOps takes {AZURE_LIMIT:,} rows at once, and these are {len(shown):,}; choose with --owner"


def _remarks(project: Project, plan: Roadmap) -> list[str]:
    """What the table says below, in English as all JSON."""
    from cxmap.i18n.plan import PlanWords
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
    return Wanted(tuple(owners or ()), tuple(chosen), date_given("--due-before", due_before))
