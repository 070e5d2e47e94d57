"""From a project to its stakeholder map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.output.charts.stakeholders.view import Party, Relation, StakeholdersView
from cxmap.output.drawing.options import NothingToShow

if TYPE_CHECKING:
    from cxmap.project.project import Project

FEWEST = 3
"""What two parties do for each other is a sentence, and no chart."""


def stakeholders_view(project: Project) -> StakeholdersView:
    """Everyone involved in a project, and what each does for the other.

    Raises:
        NothingToShow: Fewer than three stakeholders are defined.
    """
    if len(project.stakeholders) < FEWEST:
        raise NothingToShow(
            f"fewer than {FEWEST} stakeholders are defined, so there is no map to draw; list them under 'stakeholders:'"
        )
    places = {name: i for i, name in enumerate(project.stakeholders)}
    return StakeholdersView(
        parties=tuple(
            Party(one.title, one.kind, one.we_do_for_them or "", one.they_do_for_us or "")
            for one in project.stakeholders.values()
        ),
        relations=tuple(
            Relation(places[name], places[relation.to], relation.title or "")
            for name, one in project.stakeholders.items()
            for relation in one.relations
            if relation.to in places and relation.to != name
        ),
        customers=tuple(persona.name for persona in project.personas.values()),
        lang=project.config.lang,
    )
