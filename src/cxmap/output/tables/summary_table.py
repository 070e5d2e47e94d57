"""Journey summaries as tables to read: a column for each persona, in a terminal, a pipe or Markdown."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxmap.output.tables import markdown
from cxmap.output.tables.pipe import BOLD, aligned, styled
from cxmap.output.tables.pipe import to_text as to_lines
from cxmap.output.tables.signs import Screen, glyphs
from cxmap.output.tables.summary_lines import NOTES, journey_lines, project_lines, titles
from cxmap.output.tables.terminal import line, sentences, to_text
from cxmap.text.escape import markdown_cell

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rich.console import RenderableType
    from rich.table import Table

    from cxmap.analysis.summary import Summary
    from cxmap.model.scale import Range
    from cxmap.project.project import Project

NOTHING = "There is no journey in the files given."


@dataclass(frozen=True, slots=True)
class SummaryBlock:
    """One table: a title, the names of its columns, and its lines by label."""

    title: str
    columns: tuple[str, ...]
    lines: Mapping[str, Sequence[Sequence[str]]]

    def rows(self) -> list[list[str]]:
        """The lines with each cell as one text."""
        return [[label, *map("; ".join, cells)] for label, cells in self.lines.items()]


def summary_table(project: Project, found: Summary, screen: Screen, *, remarks: bool = True) -> str:
    """The whole output for a terminal or a pipe."""
    blocks = list(_blocks(project, found))
    if screen.width is None:
        return to_lines(_lines(blocks, screen, remarks=remarks), screen)
    if not blocks:
        return f"{NOTHING}\n"
    parts: list[RenderableType] = []
    for block in blocks:
        parts += [line(block.title, "bold"), _table(block), line("")]
    return to_text([*parts, sentences(NOTES if remarks else (), glyphs(screen))], screen)


def _lines(blocks: Sequence[SummaryBlock], screen: Screen, *, remarks: bool) -> Iterator[str]:
    for block in blocks:
        yield styled(block.title, BOLD, screen)
        yield from aligned(zip(["", *block.columns], *block.rows(), strict=True))
        yield ""
    if not blocks:
        yield NOTHING
    elif remarks:
        yield from NOTES


def summary_markdown(project: Project, found: Summary) -> str:
    """The whole output in Markdown."""
    parts = ["## Journeys in figures"]
    for block in _blocks(project, found):
        parts += [f"### {markdown_cell(block.title)}", markdown.table(["", *block.columns], block.rows())]
    parts.append(markdown.list_items(NOTES) if len(parts) > 1 else NOTHING)
    return "\n\n".join(parts) + "\n"


def _blocks(project: Project, found: Summary) -> Iterator[SummaryBlock]:
    for journey, group in itertools.groupby(found.journeys, key=lambda one: one.journey):
        each = list(group)
        known = titles(project, journey)
        lines = [journey_lines(one, known) for one in each]
        state = ", desired" if each[0].state == "desired" else ""
        yield SummaryBlock(
            title=f"{each[0].title} ({journey}{state})",
            columns=tuple(_persona(project, one.persona) for one in each),
            lines={label: [one[label] for one in lines] for label in lines[0]},
        )
    if found.project.journeys > 0:
        scale = common_scale(found)
        together = project_lines(project, found.project, scale)
        title = _all(found) if scale else f"{_all(found)}, on 0–10 as their scales differ"
        yield SummaryBlock(title, ("All",), {label: [values] for label, values in together.items()})


def common_scale(found: Summary) -> Range | None:
    """The one scale of all experiences, current journeys and desired ones; ``None`` where there are several."""
    scales = {(on.min, on.max): on for one in found.journeys for on in (one.scales.experience,)}
    return next(iter(scales.values())) if len(scales) == 1 else None


def _all(found: Summary) -> str:
    journeys, personas = found.project.journeys, found.project.personas
    without = f"; not a focus segment, so left out: {', '.join(found.project.aside)}" if found.project.aside else ""
    return (
        f"All current journeys ({journeys} {'journey' if journeys == 1 else 'journeys'}, "
        f"{personas} {'persona' if personas == 1 else 'personas'}{without})"
    )


def _persona(project: Project, name: str) -> str:
    found = project.personas.get(name)
    return f"{found.name} ({name})" if found else name


def _table(block: SummaryBlock) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("", style="dim", overflow="fold")
    for name in block.columns:
        table.add_column(line(name), overflow="fold")
    between = Text("\n")
    for label, cells in block.lines.items():
        table.add_row(line(label), *(between.join(map(line, texts)) for texts in cells))
    return table
