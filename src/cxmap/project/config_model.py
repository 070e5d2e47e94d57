"""What a configuration can say. Declared with pydantic and compiled, as the models of the files are."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from cxmap.choices import ActionStatus, Lang, RankingKey, SeverityName, ThemeName
from cxmap.model.base import Date, Id
from cxmap.model.scale import AnyScale
from cxmap.model.validators import known_crosshair, patterns_inside

MAX_PATTERNS = 1_000

Texts = list[str]
Patterns = Annotated[Texts, Field(max_length=MAX_PATTERNS), AfterValidator(patterns_inside)]


class Config(BaseModel):
    """What a team sets once for its project. Every key has a default, so no configuration is a configuration."""

    model_config = ConfigDict(
        strict=True, extra="forbid", frozen=True, alias_generator=lambda name: name.replace("_", "-")
    )

    include: Patterns = Field([], description="Only files that match one of these patterns (as in .gitignore).")
    exclude: Patterns = Field([], description="Skip files and folders that match one of these patterns.")
    select: Texts = Field([], description="Only these rules: codes, names or prefixes. Empty: all.")
    ignore: Texts = Field([], description="Skip these rules: codes, names or prefixes.")
    per_file_ignores: dict[str, Texts] = Field(
        {}, max_length=MAX_PATTERNS, description="Rules to ignore in files that match a pattern."
    )
    severity: dict[str, SeverityName] = Field({}, description="Another severity for a rule.")
    scale: AnyScale | None = Field(None, description="The scale of journeys that name none. Absent: 1 to 10.")
    max_age_days: Annotated[int, Field(ge=0)] | None = Field(
        None, description="Days after which a measurement is stale (CX315). Absent: never."
    )
    gap_threshold: Annotated[float, Field(ge=0, le=10, allow_inf_nan=False)] = Field(
        2.0, description="The priority (0-10) from which a touchpoint must have an action (CX401)."
    )
    jargon: Texts = Field([], description="Words that customers do not use (CX317).")
    lang: Lang = Field("en", description="The language of the tool's own words on charts.")
    theme: ThemeName = Field("light", description="The theme of charts.")
    crosshair: Annotated[str, AfterValidator(known_crosshair)] = Field(
        "mean", description="The crosshair of gaps and charts: mean, median, scale or X,Y."
    )
    by: RankingKey | None = Field(None, description="The ranking figure of gaps. Absent: priority.")
    today: Date | None = Field(
        None,
        description="The day that due dates and ages are judged on, for examples and archives. Absent: the day of the "
        "run; `--today` wins.",
    )
    id: Id | None = Field(
        None,
        description="The project's own name in calendars, an id: two projects in one calendar need one each. It never "
        "changes: every entry is known by it.",
    )
    status: dict[str, ActionStatus] = Field(
        {},
        max_length=MAX_PATTERNS,
        description="What the words of a tracker mean, for `cxmap import status`: a table such as "
        '`{"In review" = "in-progress"}`. Upper and lower case are the same.',
    )
