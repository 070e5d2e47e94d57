"""Whose answers they are: what stands in the persona column, and the personas of the journey that are meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxmap.exchange.errors import PlacedError
from cxmap.text.suggestions import Vocabulary
from cxmap.text.wording import hint

if TYPE_CHECKING:
    from cxmap.exchange.survey.mapping import MappingFile
    from cxmap.model.journey import Journey
    from cxmap.project.project import Project


@dataclass(frozen=True, slots=True)
class Respondents:
    """Groups of respondents, each with a number.

    Attributes:
        groups: By number, the personas whom the group stands for; none: all of the journey.
        numbers: What the persona column holds, in lower case, with the number of the group; empty without such a
            column.
    """

    groups: tuple[tuple[str, ...], ...]
    numbers: dict[str, int]

    def called(self, number: int) -> str:
        """What to put before a remark about a group, ``noor: ``; nothing where it stands for everybody."""
        return f"{', '.join(self.groups[number])}: " if self.groups[number] else ""


EVERYBODY = Respondents(((),), {})
"""One group, of all respondents."""


def respondents(file: MappingFile, project: Project, journey: Journey) -> Respondents:
    """The groups of respondents that a mapping tells apart.

    Raises:
        PlacedError: A value stands for nobody in the journey.
    """
    who = file.mapping.persona
    if who is None:
        return EVERYBODY
    known = names_of(project, journey)
    problems = []
    for value, name in who.values.items():
        if name not in known:
            near = Vocabulary(known).nearest(name)
            message = f"'{name}' is no persona of the journey and no segment that one of them stands for"
            problems.append(file.problem(("persona", "values", value), message + hint(near)))
    if problems:
        raise PlacedError(problems)
    meant = {value: known[name] for value, name in who.values.items()} or known
    groups = tuple(dict.fromkeys(meant.values()))
    everybody = tuple(journey.personas)
    return Respondents(
        tuple(() if group == everybody else group for group in groups),
        {value.strip().lower(): groups.index(personas) for value, personas in meant.items()},
    )


def names_of(project: Project, journey: Journey) -> dict[str, tuple[str, ...]]:
    """What a column may call a journey's personas by: ids, names, and their segments' ids and titles."""
    by_name: dict[str, list[str]] = {}
    for other in journey.personas:
        persona = project.personas.get(other)
        segment_id = (persona and persona.segment) or ""
        segment = project.segments.get(segment_id)
        names = [other, *([persona.name] if persona else []), *([segment_id, segment.title] if segment else [])]
        for name in dict.fromkeys(names):
            by_name.setdefault(name, []).append(other)
    return {name: tuple(personas) for name, personas in by_name.items()}
