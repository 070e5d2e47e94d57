"""Scores: a mark, or a measurement among customers; and the waves of a score, its history."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Discriminator, Field, Tag

from cxmap.model.base import Count, Date, Entity, Number, Respondents, SourceRef
from cxmap.model.constants import MAX_WAVES
from cxmap.model.validators import no_list, which_score, which_scores


class Mark(Entity):
    """A mark that another session gave than the one that gave the plain marks. Nobody was asked: it has no n."""

    mark: Number = Field(description="The mark, on the journey's scale.")
    source: SourceRef | None = Field(None, description="Who gave it; absent: who gave the plain marks.")
    date: Date | None = Field(None, description="When it was given, where that is not the date of the source.")


class Mean(Entity):
    """A measurement given by its mean."""

    mean: Number = Field(description="The mean of the answers.")
    n: Respondents | None = Field(None, description="How many people answered.")
    sd: Number | None = Field(None, ge=0, description="The standard deviation of the answers (n - 1).")
    source: SourceRef | None = Field(None, description="Where the answers come from; its scale, if it has one, counts.")
    date: Date | None = Field(None, description="When it was measured, where that is not the date of the source.")
    answers: Respondents | None = Field(
        None, description="How many people answered, where `n` is an effective number because answers were weighted."
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
    Annotated[Number, Tag("<number>")]
    | Annotated[Mark, Tag("<mark>")]
    | Annotated[Mean, Tag("<mean>")]
    | Annotated[Counts, Tag("<counts>")],
    Discriminator(which_score),
]
ImportanceScore = Annotated[
    Annotated[Number, Tag("<number>")]
    | Annotated[Mark, Tag("<mark>")]
    | Annotated[ImportanceMean, Tag("<mean>")]
    | Annotated[Counts, Tag("<counts>")],
    Discriminator(which_score),
]
# The last wave counts; the earlier ones are its history.
ExperienceScores = Annotated[
    Annotated[Number, Tag("<number>")]
    | Annotated[Mark, Tag("<mark>")]
    | Annotated[Mean, Tag("<mean>")]
    | Annotated[Counts, Tag("<counts>")]
    | Annotated[
        list[Annotated[Score, BeforeValidator(no_list)]], Field(min_length=1, max_length=MAX_WAVES), Tag("<waves>")
    ],
    Discriminator(which_scores),
]
ImportanceScores = Annotated[
    Annotated[Number, Tag("<number>")]
    | Annotated[Mark, Tag("<mark>")]
    | Annotated[ImportanceMean, Tag("<mean>")]
    | Annotated[Counts, Tag("<counts>")]
    | Annotated[
        list[Annotated[ImportanceScore, BeforeValidator(no_list)]],
        Field(min_length=1, max_length=MAX_WAVES),
        Tag("<waves>"),
    ],
    Discriminator(which_scores),
]


class HandoverScores(Entity):
    """What stepping in from the previous touchpoint is worth, and how it goes."""

    importance: ImportanceScores | None = Field(
        None, description="How much a smooth step matters to the customer; or a list of waves."
    )
    experience: ExperienceScores | None = Field(
        None, description="How the customer experiences the step now; or a list of waves."
    )
    desired: Score | None = Field(None, description="What the organisation wants that experience to become.")


class Scores(HandoverScores):
    """How much a touchpoint matters, how it is experienced, and what it should become."""

    importance: ImportanceScores | None = Field(
        None,
        description="How much the touchpoint matters to the customer; a list of these holds its waves, oldest first, "
        "of which the last counts.",
    )
    experience: ExperienceScores | None = Field(
        None,
        description="How the customer experiences it now; a list of these holds its waves, oldest first, of which the "
        "last counts.",
        examples=[
            [
                6,
                {"mark": 7, "source": "wall-2026-02"},
                {"mean": 3.6, "sd": 1.1, "n": 57, "source": "survey-2026-03"},
                {"mean": 3.9, "sd": 1.0, "n": 71, "source": "survey-2026-09"},
            ]
        ],
    )
    desired: Score | None = Field(None, description="What the organisation wants the experience to become.")
    source: SourceRef | None = Field(
        None, description="Who gave the plain marks here; absent: the journey's `scores_source`."
    )
    gap_sd: Number | None = Field(
        None,
        ge=0,
        description="Where the same people answered both, in the last waves, of one source and date: the standard "
        "deviation of their differences.",
    )
    gap_n: Respondents | None = Field(
        None, description="With `gap_sd`: how many people answered both; absent: the smaller `n` of the two."
    )
