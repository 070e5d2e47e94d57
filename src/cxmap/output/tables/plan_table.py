"""The road map as tables to read: in a terminal, a pipe or Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.i18n.plan import PlanWords
from cxmap.output.tables import markdown
from cxmap.output.tables.plan_cells import PlanCells
from cxmap.output.tables.render import Column, Page, Styled, Table, cell, render
from cxmap.output.tables.signs import UNICODE, glyphs
from cxmap.text.escape import markdown_line, markdown_link

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cxmap.analysis.roadmap import Item, Roadmap
    from cxmap.choices import Lang
    from cxmap.output.tables.signs import Screen
    from cxmap.project.project import Project


def plan_table(project: Project, plan: Roadmap, screen: Screen, *, lang: Lang = "en", remarks: bool = True) -> str:
    """The whole output for a terminal or a pipe."""
    cells = PlanCells(project, plan, PlanWords(lang), glyphs(screen))
    if not plan.items:
        return render(Page("", (), (), (), (cells.words.nothing,)), screen)
    notes = tuple(cells.notes()) if remarks else ()
    return render(Page(cells.conclusion(), cells.hopes(), list(_tables(cells, links=True)), (), notes), screen)


def plan_markdown(project: Project, plan: Roadmap, lang: Lang = "en") -> str:
    """The whole output in Markdown; links can be followed."""
    words = PlanWords(lang)
    cells = PlanCells(project, plan, words, UNICODE)
    parts = [f"## {words.title}"]
    if not plan.items:
        return "\n\n".join([*parts, words.nothing]) + "\n"
    parts += [markdown_line(cells.conclusion()), *map(markdown_line, cells.hopes())]
    for table in _tables(cells, links=False):
        parts += [f"### {table.title}", table.in_markdown()]
    linked = [
        f"- {markdown_line(item.title)}: {', '.join(markdown_link(*each) for each in cells.links(item))}"
        for item in plan.items
        if item.links
    ]
    parts.append(markdown.list_items(cells.notes()))
    parts += [f"### {words.links.capitalize()}", "\n".join(linked)] if linked else []
    return "\n\n".join(part for part in parts if part) + "\n"


def _tables(cells: PlanCells, *, links: bool) -> Iterator[Table]:
    words = cells.words
    if rows := [item for group in cells.groups(ended=False) for item in group]:
        yield Table(
            words.to_do,
            [
                Column(words.due, [cell(_styled(cells, item, str(item.due or ""))) for item in rows]),
                *_who(cells, rows, links=links),
                Column(words.improves, [cell(*cells.improves(item)) for item in rows], too_wide="fold", ratio=4),
            ],
        )
    if rows := [item for group in cells.groups(ended=True) for item in group]:
        lessons = {lesson.action: lesson for lesson in cells.plan.learning}
        found = [lessons.get(item.action) if item.kind == "action" else None for item in rows]
        outcomes = [words.outcomes[each.outcome] if each and each.outcome else "" for each in found]
        learned = [
            cell(*filter(None, (each.learned, words.hypothesis.format(each.hypothesis) if each.hypothesis else "")))
            if each
            else ""
            for each in found
        ]
        yield Table(
            words.ended,
            [
                Column(words.finished, [str(item.finished or "") for item in rows]),
                *_who(cells, rows, links=links),
                Column(words.outcome, outcomes),
                Column(words.learned, learned, too_wide="fold", ratio=4),
            ],
        )


def _who(cells: PlanCells, rows: Sequence[Item], *, links: bool) -> list[Column]:
    words = cells.words
    titles = [
        cell(
            _styled(cells, item, cells.title(item)),
            *(Styled(each.title, "dim") for each in cells.links(item) if links),
        )
        for item in rows
    ]
    return [
        Column(words.action, titles, too_wide="fold", ratio=5),
        Column(words.owner, [cells.owner(item) for item in rows], too_wide="fold", ratio=3),
        Column(
            words.status, [cell(_styled(cells, item, cells.status(item))) for item in rows], too_wide="fold", ratio=3
        ),
    ]


def _styled(cells: PlanCells, item: Item, text: str) -> Styled:
    """What is late stands out, and what is shown for the sake of its steps only stands back."""
    around = item.kind == "action" and item.action in cells.plan.around
    style = "dim" if around or not item.open else "bold red" if item.late else "bold" if item.kind == "action" else ""
    return Styled(text, style)
