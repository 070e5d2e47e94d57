"""What can be told of a source, a stakeholder and a channel by their kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

CUSTOMER_VOICE_KINDS = frozenset(
    {"survey", "interview", "panel", "feedback-session", "usability-test", "reviews", "complaints"}
)
GUESS_KINDS = frozenset({"workshop", "assumption"})
QUALITATIVE_KINDS = frozenset(
    {
        "interview",
        "panel",
        "feedback-session",
        "usability-test",
        "reviews",
        "complaints",
        "employees",
        "observation",
        "walkthrough",
    }
)
INTERNAL_KINDS = frozenset({"department", "team"})


class HasKind:
    """Something with a ``kind``."""

    if TYPE_CHECKING:
        kind: str


class SourceTraits(HasKind):
    """What the kind of a source says about its worth."""

    @property
    def customer_voice(self) -> bool:
        """Whether customers themselves speak in it."""
        return self.kind in CUSTOMER_VOICE_KINDS

    @property
    def qualitative(self) -> bool:
        """Whether it holds words and behaviour rather than counted answers or guesses."""
        return self.kind in QUALITATIVE_KINDS

    @property
    def guess(self) -> bool:
        """Whether it is the organisation's own guess."""
        return self.kind in GUESS_KINDS


class StakeholderTraits(HasKind):
    """What the kind of a stakeholder says."""

    @property
    def internal(self) -> bool:
        """Whether the party is a part of the organisation itself."""
        return self.kind in INTERNAL_KINDS


class ChannelTraits(HasKind):
    """What the kind of a channel says."""

    @property
    def analog(self) -> bool:
        """Whether it is not digital."""
        return self.kind != "digital"
