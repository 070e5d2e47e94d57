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
class SheetColumn:
    """What both sheets show of a touchpoint.

    Attributes:
        visited: Whether any of the personas shown passes here.
        passes: Who passes here; empty: all.
        doing: What the customer does.
        channels: Where the customer meets the organisation, the main one first.
        loses: What does not come along on the step into it.
        owner: Who answers for it.
    """

    visited: bool = True
    passes: tuple[int, ...] = ()
    doing: tuple[Said, ...] = ()
    channels: tuple[Met, ...] = ()
    loses: tuple[Said, ...] = ()
    owner: str = ""
