"""What a cell of a sheet says, as plain data. ``who`` holds the places of the personas; empty: all who pass."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxmap.choices import ChannelKind


@dataclass(frozen=True, slots=True)
class Said:
    """A text that holds for some of the personas."""

    text: str
    who: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Met:
    """A channel.

    Attributes:
        title: Its name; empty: the customer meets nobody.
        kind: What it is; ``None`` where the customer meets nobody.
        also: Whether it is another way than the main one.
        who: Who meets the organisation there.
    """

    title: str
    kind: ChannelKind | None
    also: bool = False
    who: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Spell:
    """How long something lasts, as the file says it.

    Attributes:
        amount: How many.
        unit: Of what: ``minute``, ``hour``, ``day``, ``working-day``, ``week`` or ``month``.
        who: Whom it is about; empty: all who pass.
    """

    amount: float
    unit: str
    who: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A square picture, in rows of RGBA bytes from the top left, and what it shows in words."""

    pixels: bytes
    side: int
    alt: str


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """What both sheets show of a touchpoint.

    Attributes:
        visited: Whether any of the personas shown passes here.
        passes: Who passes here; empty: all.
        doing: What the customer does.
        channels: Where the customer meets the organisation, the main one first.
        loses: What does not come along on the step into it.
        owner: Who answers for it.
        waits: How long the customer waits.
        picture: What the customer sees there.
    """

    visited: bool = True
    passes: tuple[int, ...] = ()
    doing: tuple[Said, ...] = ()
    channels: tuple[Met, ...] = ()
    loses: tuple[Said, ...] = ()
    owner: str = ""
    waits: tuple[Spell, ...] = ()
    picture: Picture | None = None
