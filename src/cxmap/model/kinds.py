"""What the kind of a source, a stakeholder or a channel says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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
PROMOTER_FROM = 9
DETRACTOR_TO = 6
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


class NpsTraits:
    """What follows from the answers of a Net Promoter Score; the fields are those of a reading that gives its value."""

    if TYPE_CHECKING:
        counts: Any

    sd = None
    """Not a mean: its spread follows from its shares."""

    @property
    def groups(self) -> tuple[int, int, int]:
        """How many promoters (9 and 10), passives (7 and 8) and detractors (0 to 6) answered."""
        if isinstance(self.counts, dict):
            marks = self.counts.items()
            promoters = sum(count for mark, count in marks if mark >= PROMOTER_FROM)
            detractors = sum(count for mark, count in marks if mark <= DETRACTOR_TO)
            return promoters, sum(self.counts.values()) - promoters - detractors, detractors
        return self.counts.promoters, self.counts.passives, self.counts.detractors

    @property
    def n(self) -> int:
        """How many people answered."""
        return sum(self.groups)

    @property
    def value(self) -> float:
        """The share of promoters less that of detractors, from -100 to 100 (Reichheld 2003)."""
        promoters, _, detractors = self.groups
        return 100 * (promoters - detractors) / self.n


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
