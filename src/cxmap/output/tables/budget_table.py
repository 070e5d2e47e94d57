"""The plan under a budget as a table to read: in a terminal, a pipe or Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.analysis.budget import DRAWS
from cxmap.analysis.plan_names import owner_title
from cxmap.i18n.decisions import BudgetWords
from cxmap.i18n.plan import PlanWords
from cxmap.output.tables import markdown
from cxmap.output.tables.budget_records import in_points
from cxmap.output.tables.plan_cells import hope_sentence
from cxmap.output.tables.render import Column, Page, Styled, Table, cell, render
from cxmap.output.tables.signs import UNICODE, glyphs
from cxmap.text.escape import markdown_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cxmap.analysis.budget import Budget, BudgetAction
    from cxmap.choices import Lang
    from cxmap.output.tables.signs import Glyphs, Screen
    from cxmap.project.project import Project

_MOST_NAMED = 8


class BudgetCells:
    """What the plan under a budget says.

    Args:
        project: For names.
        found: The plan under the budget.
        lang: The language.
        signs: What to draw with.
    """

    def __init__(self, project: Project, found: Budget, lang: Lang, signs: Glyphs) -> None:
        self._project, self.found = project, found
        self.words, self._plan_words, self._signs = BudgetWords(lang), PlanWords(lang), signs

    def conclusion(self) -> str:
        """What to do with the budget."""
        words, found = self.words, self.found
        if not found.chosen:
            return words.choose_none.format(found.budget)
        named = words.listed([words.quoted.format(self._title(name)) for name in found.chosen], _MOST_NAMED)
        return words.choose.format(found.budget, named, found.effort)

    def header(self) -> list[str]:
        """What it is hoped to bring, in all and for each journey."""
        words, found = self.words, self.found
        if not found.chosen:
            return []
        ends = (words.general(found.scale.min), words.general(found.scale.max)) if found.scale else ("0", "10")
        gain = words.gain.format(self._points(found.gain10), *ends)
        each = [hope_sentence(hope, self._plan_words, self._signs.arrow) for hope in found.expects.journeys]
        return [gain, *each]

    def table(self) -> Table:
        """Every action that could be chosen, chosen ones first."""
        words, rows = self.words, self.found.actions
        columns = [
            Column(words.chosen, [words.yes if row.chosen else words.no for row in rows]),
            Column(words.action, [cell(self._styled(row)) for row in rows], too_wide="fold", ratio=5),
            Column(words.owner, [self._owner(row) for row in rows], too_wide="fold", ratio=2),
            Column(words.effort, [str(row.effort) for row in rows], right=True),
            Column(words.adds, [self._signed(row.gain10) for row in rows], right=True),
            Column(words.needs, [self._titles(row.needs) for row in rows], too_wide="fold", ratio=3),
            Column(words.stays_from, [words.percent(row.stays_from, "") for row in rows], right=True),
            Column(words.in_draws, [words.percent(row.in_draws, "") for row in rows], right=True),
        ]
        return Table(words.title.format(self.found.budget), [c for c in columns if any(c.cells)] if rows else [])

    def notes(self) -> Iterator[str]:
        """What more would buy, how sure the choice is, and what could not be chosen."""
        words, found = self.words, self.found
        if (more := found.next) is None:
            yield words.no_next
        else:
            said = words.next_swaps if more.drops else words.next_adds
            yield said.format(more.budget, self._points(more.gain10), self._titles(more.adds), self._titles(more.drops))
        yield from self._certainty()
        if any(action.stays_from is not None for action in found.actions):
            yield words.how_stays
        if found.actions:
            yield words.how_adds
        for why in words.left_out:
            if names := [name for name, missing in found.left_out.items() if missing == why]:
                yield words.left_out[why].format(self._titles(names))
        if found.without_hope:
            yield words.without_hope.format(self._titles(found.without_hope))

    def _points(self, gain10: float) -> str:
        """A gain in points of the common scale, else on 0-10."""
        return self.words.fixed(in_points(self.found, gain10), 2)

    def _signed(self, gain10: float) -> str:
        said = self._points(gain10)
        return f"+{said}" if float(f"{in_points(self.found, gain10):.2f}") > 0 else said

    def _certainty(self) -> Iterator[str]:
        words, found = self.words, self.found
        if found.same is not None:
            kept = f" {words.counted(words.some_unsure, found.unsure)}" if found.unsure else ""
            yield words.same.format(words.percent(found.same), words.whole(DRAWS), found.seed) + kept
        elif found.actions:
            yield words.too_large if found.too_large else words.not_drawn

    def _styled(self, row: BudgetAction) -> Styled:
        return Styled(self._title(row.action), "bold" if row.chosen else "dim")

    def _owner(self, row: BudgetAction) -> str:
        return owner_title(self._project, self._project.actions[row.action].owner)

    def _title(self, name: str) -> str:
        return self._project.actions[name].title

    def _titles(self, names: Iterable[str]) -> str:
        """Titles, which may hold commas, in a row."""
        named = [self._title(name) for name in names]
        more = [self.words.rest.format(len(named) - _MOST_NAMED)] if len(named) > _MOST_NAMED else []
        return "; ".join([*named[:_MOST_NAMED], *more])


def budget_table(project: Project, found: Budget, screen: Screen, *, lang: Lang = "en", remarks: bool = True) -> str:
    """The whole output for a terminal or a pipe."""
    cells = BudgetCells(project, found, lang, glyphs(screen))
    tables = [cells.table()] if found.actions else []
    return render(Page(cells.conclusion(), cells.header(), tables, (), list(cells.notes()) if remarks else ()), screen)


def budget_markdown(project: Project, found: Budget, lang: Lang = "en") -> str:
    """The whole output in Markdown."""
    cells = BudgetCells(project, found, lang, UNICODE)
    parts = [
        f"## {cells.table().title}",
        markdown_line(cells.conclusion()),
        *map(markdown_line, cells.header()),
        *([cells.table().in_markdown()] if found.actions else []),
        markdown.list_items(cells.notes()),
    ]
    return "\n\n".join(parts) + "\n"
