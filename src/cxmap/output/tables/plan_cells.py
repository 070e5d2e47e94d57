"""What tables of the road map have in their cells: names instead of ids, verdicts in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.analysis.plan_names import Address, address, improvement_text, owner_title, touchpoint_titles
from cxmap.i18n.language import decimals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cxmap.analysis.hopes import Hope
    from cxmap.analysis.roadmap import Item, Roadmap
    from cxmap.i18n.plan import PlanWords
    from cxmap.output.tables.signs import Glyphs
    from cxmap.project.project import Project

_MOST_NAMED = 8


class PlanCells:
    """The cells of a road map's tables.

    Args:
        project: For names.
        plan: The road map.
        words: What to say it in.
        signs: What to draw it with.
    """

    def __init__(self, project: Project, plan: Roadmap, words: PlanWords, signs: Glyphs) -> None:
        self._project, self.plan, self.words, self.signs = project, plan, words, signs
        self._titles = touchpoint_titles(project)

    def groups(self, *, ended: bool) -> Iterator[list[Item]]:
        """Each action with its steps, those around shown steps too: those that are still to be done, or the others."""
        groups: dict[str, list[Item]] = {}
        for item in self.plan.items:
            around = [self.plan.around[item.action]] if item.action in self.plan.around else []
            groups.setdefault(item.action, around).append(item)
        yield from (group for group in groups.values() if group[0].open is not ended)

    def title(self, item: Item) -> str:
        """An action's title, or a step's behind a dot."""
        return item.title if item.kind == "action" else f"{self.signs.dot} {item.title}"

    def owner(self, item: Item) -> str:
        """Who answers for it; ``""``: nobody is named."""
        return owner_title(self._project, item.owner)

    def status(self, item: Item) -> str:
        """How far it is, whether it is late, and whether its dates contradict each other."""
        said = self.words.statuses[item.status]
        said = self.words.is_late.format(said) if item.late else said
        return self.words.dates_contradict.format(said) if item.contradicts else said

    def improves(self, item: Item) -> list[str]:
        """The touchpoints that an action is for, each with its rank."""
        return [improvement_text(each, self._titles, self.words) for each in item.improves]

    def links(self, item: Item) -> list[Address]:
        """The links of an item."""
        return [address(link) for link in item.links]

    def conclusion(self) -> str:
        """What is to do, what is late, and what comes next."""
        words, plan = self.words, self.plan
        open_items = [item for item in plan.items if item.open]
        late = words.counted(words.some_late, len(plan.late)) if plan.late else words.none_late
        said = words.conclusion.format(words.date(plan.today), len(open_items), late)
        coming = [item for item in open_items if item.awaited and not item.late]
        if coming:
            item = min(coming, key=lambda item: item.awaited or plan.today)
            owner = self.owner(item)
            name = words.within.format(item.title, owner) if owner else item.title
            said += f" {words.next_due.format(words.date(item.awaited or plan.today), name)}"
        return said

    def hopes(self) -> list[str]:
        """What owners hope for, a sentence for each journey."""
        return [hope_sentence(hope, self.words, self.signs.arrow) for hope in self.plan.expects.journeys]

    def notes(self) -> Iterator[str]:
        """The sentences below the tables, those first that ask for something to be done."""
        words, plan = self.words, self.plan
        if plan.late:
            yield words.late_notes.format(self._named([self._full_title(item) for item in plan.late]))
        if plan.unscheduled:
            yield words.unscheduled.format(self._named(map(self._action_title, plan.unscheduled)))
        if plan.unowned:
            yield words.unowned.format(self._named(map(self._action_title, plan.unowned)))
        if plan.expects.unused:
            yield words.unused.format(self._named(plan.expects.unused))
        if plan.levers:
            used = [words.counted_lever.format(words.levers[lever], count) for lever, count in plan.levers.items()]
            yield words.used_levers.format(words.listed(used))
        if plan.by and any(each.rank for item in plan.items for each in item.improves):
            yield words.ranked.format(words.ranking[plan.by])

    def _named(self, texts: Iterable[str]) -> str:
        """Titles, which may hold commas, in a row."""
        named = list(texts)
        more = [self.words.rest.format(len(named) - _MOST_NAMED)] if len(named) > _MOST_NAMED else []
        return "; ".join([*named[:_MOST_NAMED], *more])

    def _action_title(self, name: str) -> str:
        return self._project.actions[name].title

    def _full_title(self, item: Item) -> str:
        title = self._action_title(item.action)
        return title if item.kind == "action" else f"{title} {self.signs.dot} {item.title}"


def hope_sentence(hope: Hope, words: PlanWords, arrow: str = "→") -> str:
    """What owners hope for in a journey: its index now, and as it is hoped to become."""
    digits = decimals(hope.scale)
    now, hoped = words.fixed(hope.now, digits), words.fixed(hope.hoped, digits)
    ends = words.general(hope.scale.min), words.general(hope.scale.max)
    return words.hope.format(now, arrow, hoped, hope.title, *ends)
