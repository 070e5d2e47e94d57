"""What people call the parts of the plan: owners, touchpoints and links by their titles."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cxmap.analysis.plan import Improvement
    from cxmap.i18n.plan import PlanWords
    from cxmap.model.source import Link
    from cxmap.project.project import ActionTarget, Project


class Address(NamedTuple):
    """A link: its address, and what is shown for it."""

    url: str
    title: str


def address(link: str | Link) -> Address:
    """A link of a file, with a title or without."""
    return Address(link, link) if isinstance(link, str) else Address(link.url, link.title or link.url)


def owner_title(project: Project, owner: str | None) -> str:
    """The title of who answers for something, else the id; ``""``: nobody is named."""
    found = project.stakeholders.get(owner) if owner else None
    return found.title if found else owner or ""


def touchpoint_titles(project: Project) -> Mapping[tuple[str, str], str]:
    """The titles of the touchpoints of all journeys, by the ids of both."""
    return {
        (journey.id, placed.touchpoint.id): placed.touchpoint.title
        for document, journey in project.journey_documents(reported=False)
        for placed in document.touchpoints()
    }


def target_title(target: ActionTarget, titles: Mapping[tuple[str, str], str], words: PlanWords) -> str:
    """What an action is for: a touchpoint, or the handover into it."""
    title = titles.get((target.journey, target.touchpoint), target.touchpoint)
    return words.handover.format(title) if target.handover else title


def improvement_text(each: Improvement, titles: Mapping[tuple[str, str], str], words: PlanWords) -> str:
    """What an action is for, with its rank."""
    title = target_title(each.target, titles, words)
    return words.rank.format(each.rank, title) if each.rank else title
