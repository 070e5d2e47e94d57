"""What persona cards show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from cxmap.choices import Lang
    from cxmap.output.charts.views import Scale, SourceNote


@dataclass(frozen=True, slots=True)
class Portrait:
    """A square picture: rows of RGBA bytes from the top left, ``side`` pixels wide and high."""

    pixels: bytes
    side: int


@dataclass(frozen=True, slots=True)
class Course:
    """How a persona experiences the journey.

    Attributes:
        scale: Of experience.
        values: One a touchpoint on the line, in order; ``None``: not scored.
        assumed: Whether each is the organisation's own guess.
        index: Mean experience weighted by importance; ``None``: nothing has importance.
        weakest: The place of the weakest link among the values; ``None``: there is none.
        weakest_title: What that touchpoint is called.
    """

    scale: Scale
    values: tuple[float | None, ...]
    assumed: tuple[bool, ...]
    index: float | None = None
    weakest: int | None = None
    weakest_title: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One persona.

    Attributes:
        name: What the person is called.
        segment: The title of the segment that the person stands for, if any.
        share: The part of all customers who belong to it, 0 to 1; ``None``: not known.
        portrait: What the person looks like; ``None``: initials stand for it.
        quote: One sentence that the person would say.
        story: Who the person is.
        facts: Labels and values.
        goals: What the person wants to reach.
        ambitions: Who the person wants to become.
        needs: What the person cannot do without.
        frustrations: What stands in the way.
        drivers: What moves the person.
        sources: What shows that such customers exist.
        priority: How much effort goes into the segment; ``None``: not said.
        course: How the person experiences the journey; ``None``: nothing is scored.
    """

    name: str
    segment: str = ""
    share: float | None = None
    portrait: Portrait | None = None
    quote: str = ""
    story: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    goals: tuple[str, ...] = ()
    ambitions: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    frustrations: tuple[str, ...] = ()
    drivers: tuple[str, ...] = ()
    sources: tuple[SourceNote, ...] = ()
    priority: Literal["target", "maintain", "none"] | None = None
    course: Course | None = None


@dataclass(frozen=True, slots=True)
class PersonasView:
    """The personas of one journey.

    Attributes:
        title: The journey's title.
        cards: At least one.
        remarks: Portraits that could not be shown, a sentence each.
        lang: The language of the tool's own words.
    """

    title: str
    cards: tuple[Card, ...]
    remarks: tuple[str, ...] = ()
    lang: Lang = "en"
