"""What a stakeholder map shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from cxmap.choices import Lang, StakeholderKind

Ring = Literal["customer", "internal", "outside"]


@dataclass(frozen=True, slots=True)
class Party:
    """A stakeholder.

    Attributes:
        title: What it is called.
        kind: What it is to the organisation.
        we_do: What the organisation does for it.
        they_do: What it does for the organisation.
    """

    title: str
    kind: StakeholderKind
    we_do: str = ""
    they_do: str = ""

    @property
    def ring(self) -> Ring:
        """Where it stands: in the centre, round it, or beyond."""
        if self.kind == "customer":
            return "customer"
        return "internal" if self.kind in {"department", "team"} else "outside"


@dataclass(frozen=True, slots=True)
class Relation:
    """What one party does for another: their places among the view's parties, and what it is, if that is said."""

    start: int
    end: int
    title: str = ""


@dataclass(frozen=True, slots=True)
class StakeholdersView:
    """Everyone involved.

    Attributes:
        parties: At least one.
        relations: What they do for each other.
        customers: The names of the personas, who stand in the centre.
        lang: The language of the tool's own words.
    """

    parties: tuple[Party, ...]
    relations: tuple[Relation, ...] = ()
    customers: tuple[str, ...] = ()
    lang: Lang = "en"
