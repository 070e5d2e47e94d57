"""What a blueprint shows, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxmap.output.charts.sheet.views import Said, SheetColumn

if TYPE_CHECKING:
    from cxmap.output.charts.views import EmotionView, SourceNote


@dataclass(frozen=True, slots=True)
class Influence:
    """A party from outside, and what it does for whoever works at a touchpoint."""

    party: str
    does: str = ""


@dataclass(frozen=True, slots=True)
class Process(SheetColumn):
    """A column of the blueprint.

    Attributes:
        frontstage: What the organisation does that the customer sees.
        backstage: What it does that the customer does not see.
        departments: Who of the organisation supports the owner.
        systems: Systems in use.
        fails: What goes wrong for the customer.
        influences: Parties from outside who take part, or have a hand in what the owner and the departments do.
    """

    frontstage: str = ""
    backstage: str = ""
    departments: tuple[str, ...] = ()
    systems: tuple[str, ...] = ()
    fails: tuple[Said, ...] = ()
    influences: tuple[Influence, ...] = ()

    @property
    def meets_us(self) -> bool:
        """Whether customer and organisation meet here, so that there is something of ours to describe."""
        return any(met.title for met in self.channels)


@dataclass(frozen=True, slots=True)
class BlueprintView:
    """A journey with what makes it work.

    Attributes:
        journey: Whose it is, and its stages.
        processes: One a touchpoint.
        sources: What the evidence at its touchpoints comes from.
    """

    journey: EmotionView
    processes: tuple[Process, ...]
    sources: tuple[SourceNote, ...] = ()
