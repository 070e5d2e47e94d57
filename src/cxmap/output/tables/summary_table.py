"""Summaries as tables to read: a column for each persona, in a terminal, a pipe or Markdown."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from cxmap.analysis.trend import trend
from cxmap.i18n.summary import SummaryWords
from cxmap.i18n.trend import TrendWords
from cxmap.output.tables import markdown
from cxmap.output.tables.render import Column, Page, Table, cell, render
from cxmap.output.tables.summary_lines import journey_lines, project_lines, titles
from cxmap.output.tables.trend_table import conclusion
from cxmap.text.escape import markdown_cell

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cxmap.analysis.summary import Summary
    from cxmap.choices import Lang
    from cxmap.model.scale import Range
    from cxmap.output.tables.signs import Screen
    from cxmap.project.project import Project


def summary_table(project: Project, found: Summary, screen: Screen, *, lang: Lang = "en", remarks: bool = True) -> str:
    """The whole output for a terminal or a pipe."""
    words = SummaryWords(lang)
    tables = list(_tables(project, found, words))
    notes = ((*(words.notes if remarks else ()), *_changes(project, found, lang))) if tables else (words.nothing,)
    return render(Page(conclusion="", header=(), tables=tables, legend=(), notes=notes), screen)


def summary_markdown(project: Project, found: Summary, lang: Lang = "en") -> str:
    """The whole output in Markdown."""
    words = SummaryWords(lang)
    parts = [f"## {words.title}"]
    for table in _tables(project, found, words):
        parts += [f"### {markdown_cell(table.title)}", table.in_markdown()]
    notes = (*words.notes, *_changes(project, found, lang))
    parts.append(markdown.list_items(notes) if len(parts) > 1 else words.nothing)
    return "\n\n".join(parts) + "\n"


def _tables(project: Project, found: Summary, words: SummaryWords) -> Iterator[Table]:
    for journey, group in itertools.groupby(found.journeys, key=lambda summary: summary.journey):
        each = list(group)
        known = titles(project, journey)
        name = words.desired.format(journey) if each[0].state == "desired" else journey
        columns = {_persona(project, summary.persona): journey_lines(summary, known, words) for summary in each}
        yield _table(f"{each[0].title} ({name})", columns)
    if found.project.journeys > 0:
        scale = common_scale(found)
        title = words.everything.format(
            words.counted(words.journeys, found.project.journeys),
            words.counted(words.personas, found.project.personas),
        )
        if found.project.aside:
            title = words.without.format(title, ", ".join(found.project.aside))
        together = project_lines(project, found.project, scale, words)
        yield _table(title if scale else words.on_ten.format(title), {words.all_: together})


def _changes(project: Project, found: Summary, lang: Lang) -> list[str]:
    """One sentence on what changed since the waves before, where there are any."""
    journeys = {each.journey for each in found.journeys}
    personas = {each.persona for each in found.journeys}
    shown = trend(project).only(journeys, personas)
    words = TrendWords(lang)
    return [f"{conclusion(shown, words)} {words.more}"] if shown.compared else []


def _table(title: str, columns: Mapping[str, Mapping[str, Sequence[str]]]) -> Table:
    """A table of lines by label, the same in each column; a line has one text or several."""
    labels = list(next(iter(columns.values())))
    return Table(
        title,
        [
            Column("", labels, style="dim", too_wide="fold"),
            *(
                Column(name, [cell(*lines[label]) for label in labels], too_wide="fold")
                for name, lines in columns.items()
            ),
        ],
    )


def common_scale(found: Summary) -> Range | None:
    """The one scale of all experiences, current journeys and desired ones; ``None`` where there are several."""
    scales = {(on.min, on.max): on for summary in found.journeys for on in (summary.scales.experience,)}
    return next(iter(scales.values())) if len(scales) == 1 else None


def _persona(project: Project, name: str) -> str:
    found = project.personas.get(name)
    return f"{found.name} ({name})" if found else name
