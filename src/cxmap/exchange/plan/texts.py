"""What a calendar or a tracker is told of an item, in lines of text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cxmap.analysis.plan_names import Address, address, owner_title, target_title, touchpoint_titles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.analysis.roadmap import Item
    from cxmap.i18n.plan import PlanWords
    from cxmap.project.project import Project

TITLE_LIMIT: Final = 255
"""Characters of a title in Jira and Azure DevOps; GitHub has one more."""


class ItemTexts:
    """The texts of a plan's items.

    Args:
        project: For names, and for what an action says of itself.
        words: What to say it in.
    """

    def __init__(self, project: Project, words: PlanWords) -> None:
        self._project, self.words = project, words
        self._titles = touchpoint_titles(project)

    def owner(self, item: Item) -> str:
        """Who answers for it; ``""``: nobody is named."""
        return owner_title(self._project, item.owner)

    def title(self, item: Item) -> str:
        """Its title on one line, no longer than every tracker takes."""
        title = " ".join(item.title.split())
        return title if len(title) <= TITLE_LIMIT else f"{title[: TITLE_LIMIT - 1]}…"

    def action_title(self, item: Item) -> str:
        """The title of its action on one line."""
        return " ".join(self._project.actions[item.action].title.split())

    def lines(self, item: Item, *, due: bool) -> Iterator[str]:
        """What there is to say of an item, a line each.

        Args:
            item: The item.
            due: Whether to say when it is due: what takes this has no field for that.
        """
        words, action = self.words, self._project.actions[item.action]
        if item.kind == "step":
            yield words.part_of.format(self.action_title(item))
        elif action.description:
            yield " ".join(action.description.split())
        if owner := self.owner(item):
            yield words.owned_by.format(owner)
        yield words.has_status.format(words.statuses[item.status])
        if due and item.due:
            yield words.due_on.format(item.due.isoformat())
        if item.improves:
            # Without ranks: they change with every score, and nobody would bring a ticket or an event up to date.
            named = [target_title(each.target, self._titles, words) for each in item.improves]
            yield words.will_improve.format("; ".join(named))
        if item.kind == "action" and action.desired:
            yield words.will_be.format(" ".join(action.desired.split()))

    def links(self, item: Item) -> list[Address]:
        """Tickets, boards, documents."""
        return [address(link) for link in item.links]
