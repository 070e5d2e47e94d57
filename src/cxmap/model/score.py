"""Scores: a plain mark, or a measurement among customers."""

from __future__ import annotations

from typing import Annotated

from pydantic import Discriminator, Field, Tag

from cxmap.model.base import Count, Date, Entity, Number, Respondents, SourceRef
from cxmap.model.validators import which_score


class Mean(Entity):
    """A measurement given by its mean."""

    mean: Number = Field(description="The mean of the answers.")
    n: Respondents | None = Field(None, description="How many people answered.")
    sd: Number | None = Field(None, ge=0, description="The standard deviation of the answers (n - 1).")
    source: SourceRef | None = Field(None, description="Where the answers come from; its scale, if it has one, counts.")
    date: Date | None = Field(None, description="When it was measured, where that is not the date of the source.")
    answers: Respondents | None = Field(
        None, description="How many gave a mark, where `n` is an effective number because answers were weighted."
    )


class ImportanceMean(Mean):
    """A measured importance, asked or derived."""

    derived: bool | None = Field(
        None,
        description="true: computed from the answers (a correlation with the overall mark, say) instead of asked.",
    )


class Counts(Entity):
    """A measurement given by the number of answers for each mark: `{1: 3, 2: 5}`."""

    counts: dict[Number, Count] = Field(description="How many gave each mark.")
    source: SourceRef | None = Field(None, description="Where the answers come from; its scale, if it has one, counts.")
    date: Date | None = Field(None, description="When it was measured, where that is not the date of the source.")


Measurement = Mean | Counts


Score = Annotated[
    Annotated[Number, Tag("<mark>")] | Annotated[Mean, Tag("<mean>")] | Annotated[Counts, Tag("<counts>")],
    Discriminator(which_score),
]
ImportanceScore = Annotated[
    Annotated[Number, Tag("<mark>")] | Annotated[ImportanceMean, Tag("<mean>")] | Annotated[Counts, Tag("<counts>")],
    Discriminator(which_score),
]


class HandoverScores(Entity):
    """What stepping in from the previous touchpoint is worth, and how it goes."""

    importance: ImportanceScore | None = Field(None, description="How much a smooth step matters to the customer.")
    experience: Score | None = Field(None, description="How the customer experiences the step now.")
    desired: Score | None = Field(None, description="What the organisation wants that experience to become.")


class Scores(HandoverScores):
    """How much a touchpoint matters, how it is experienced, and what it should become."""

    importance: ImportanceScore | None = Field(None, description="How much the touchpoint matters to the customer.")
    experience: Score | None = Field(None, description="How the customer experiences it now.")
    desired: Score | None = Field(None, description="What the organisation wants the experience to become.")
    source: SourceRef | None = Field(
        None, description="Who gave the plain marks here; absent: the journey's `scores_source`."
    )
    gap_sd: Number | None = Field(
        None,
        ge=0,
        description="Where the same people answered both: the standard deviation of their differences.",
    )
    gap_n: Respondents | None = Field(None, description="How many gave both marks; absent: the smaller n.")
