"""What both sheets take from a project: who says what at a touchpoint."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

from cxmap.analysis.stops import stops
from cxmap.output.charts.from_project import passed, shown_personas
from cxmap.output.charts.sheet.views import Met, Picture, Said, SheetColumn, Spell
from cxmap.output.charts.views import SourceNote

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterable, Iterator
    from pathlib import Path

    from cxmap.analysis.stops import Visit
    from cxmap.model.journey import Experience, Touchpoint
    from cxmap.model.source import Evidence
    from cxmap.project.document import Document
    from cxmap.project.project import Project

    T = TypeVar("T", bound=Hashable)


class SheetTouchpoint:
    """One touchpoint with the personas who pass it, by their place among those shown."""

    def __init__(self, touchpoint: Touchpoint, visits: dict[int, Visit]) -> None:
        self.touchpoint = touchpoint
        self._visits = visits

    @property
    def is_visited(self) -> bool:
        """Whether any of the personas shown passes here."""
        return bool(self._visits)

    def passes(self, personas: int) -> tuple[int, ...]:
        """Who of so many personas passes; empty: all of them."""
        return tuple(self._visits) if len(self._visits) < personas else ()

    def told(self, tell: Callable[[Experience], Iterable[T]]) -> Iterator[tuple[T, tuple[int, ...]]]:
        """Each thing told of the personas' experiences once, with who it holds for; empty: for all who pass."""
        found: dict[T, list[int]] = {}
        for place, stop in self._visits.items():
            for thing in dict.fromkeys(tell(stop.passage.experience)):
                found.setdefault(thing, []).append(place)
        for thing, who in found.items():
            yield thing, tuple(who) if len(who) < len(self._visits) else ()

    def said(self, tell: Callable[[Experience], Iterable[str | None]]) -> tuple[Said, ...]:
        """Each text told of the personas' experiences, with who it holds for."""
        return tuple(Said(text, who) for text, who in self.told(tell) if text)


def places(project: Project, document: Document, only: Collection[str]) -> list[SheetTouchpoint]:
    """The touchpoints of a journey, in order, with the visits of the personas to show."""
    names = shown_personas(document, only)
    shown = passed(document, names)
    ways = [{stop.id: stop for stop in stops(project, document, name)} for name in names]
    return [
        SheetTouchpoint(
            placed.touchpoint,
            {i: way[placed.touchpoint.id] for i, way in enumerate(ways) if placed.touchpoint.id in way},
        )
        for placed in document.touchpoints()
        if placed.touchpoint.id in shown
    ]


def column(project: Project, place: SheetTouchpoint, personas: int, folder: Path) -> SheetColumn:
    """What both sheets show of a touchpoint, of so many personas; ``folder`` is that of its file."""
    return SheetColumn(
        visited=place.is_visited,
        passes=place.passes(personas),
        doing=place.said(lambda told: [told.doing]),
        channels=tuple(_channels(project, place)),
        loses=place.said(lambda told: told.handover.loses if told.handover else ()),
        owner=stakeholder(project, place.touchpoint.owner),
        waits=tuple(spells(place, "wait")),
        picture=_picture(project, place.touchpoint, folder),
    )


def _picture(project: Project, touchpoint: Touchpoint, folder: Path) -> Picture | None:
    """The picture of a touchpoint; none where it cannot be shown, which ``validate`` reports."""
    if not touchpoint.image:
        return None
    from cxmap.output.charts.personas import portrait

    found = portrait.read(project.root, folder, touchpoint.image)
    return None if isinstance(found, str) else Picture(found.pixels, found.side, touchpoint.image_alt or "")


def spells(place: SheetTouchpoint, field: str) -> Iterator[Spell]:
    """How long something lasts at a touchpoint: what the field ``wait`` or ``takes`` says."""

    def tell(told: Experience) -> list[str | None]:
        return [getattr(told, field)]

    for text, who in place.told(tell):
        if text:
            number, _, unit = text.partition(" ")
            yield Spell(float(Fraction(number)), unit.removesuffix("s"), who)


def sources(project: Project, evidence: Iterable[Evidence]) -> tuple[SourceNote, ...]:
    """The sources of some evidence, in the order of the files."""
    named = {each.source for each in evidence}
    return tuple(
        SourceNote(source.title, (source.n, source.n) if source.n else None, source.date, source.guess, id=name)
        for name, source in project.sources.items()
        if name in named
    )


def stakeholder(project: Project, name: str | None) -> str:
    """What a stakeholder is called; nothing where there is none."""
    found = project.stakeholders.get(name) if name else None
    return found.title if found else (name or "")


def _channels(project: Project, place: SheetTouchpoint) -> Iterator[Met]:
    for name, who in place.told(lambda told: [told.channel]):
        channel = project.channels.get(name) if name else None
        yield Met(channel.title, channel.kind, who=who) if channel else Met("", None, who=who)
    for name in dict.fromkeys(place.touchpoint.also_through):
        if channel := project.channels.get(name):
            yield Met(channel.title, channel.kind, also=True)
