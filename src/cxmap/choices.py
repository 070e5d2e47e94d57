"""Every list of names that a person chooses from, once: the types here, and the tuples made from them in that order.

Options, the configuration, messages and help take their names from here. Nothing of cxmap is imported.
"""

from __future__ import annotations

from typing import Literal, get_args

Color = Literal["auto", "always", "never"]
"""When output is coloured."""

SeverityName = Literal["error", "warning", "advice"]
"""The values of ``cxmap.diagnostic.Severity``."""

Lang = Literal["en", "nl"]
LANGUAGES: tuple[Lang, ...] = get_args(Lang)

# What a file says of its parts, as far as charts name it too.

JourneyState = Literal["current", "desired"]
StakeholderKind = Literal["customer", "department", "team", "partner", "supplier", "regulator", "other"]
ChannelKind = Literal["digital", "physical", "human", "post"]
Better = Literal["higher", "lower"]
"""Which way a metric improves."""
Lever = Literal[
    "automation",
    "personalisation",
    "contextual",
    "proactive",
    "people",
    "process",
    "product",
    "communication",
    "training",
]
"""By what means an action improves the journey."""

# Formats of output, by command.

FindingsFormat = Literal[
    "full", "concise", "json", "jsonl", "github", "gitlab", "sarif", "junit", "rdjson", "markdown"
]  # fmt: skip
FINDINGS_FORMATS: tuple[FindingsFormat, ...] = get_args(FindingsFormat)
GapsFormat = Literal["table", "json", "csv", "markdown"]
SummaryFormat = Literal["table", "json", "markdown"]
TrendFormat = Literal["table", "json", "csv", "markdown"]
TrendFailure = Literal["worse"]
"""What fails a run of ``trend``."""
RuleFormat = Literal["text", "json", "markdown"]
ChartFormat = Literal["png", "svg", "pdf"]
CHART_FORMATS: tuple[ChartFormat, ...] = get_args(ChartFormat)

# Rankings.

RankingKey = Literal["priority", "gap", "opportunity", "shortfall", "improvement", "target"]
"""The figures that touchpoints can be ranked by."""
RANKING_KEYS: tuple[RankingKey, ...] = get_args(RankingKey)

Quadrant = Literal["concentrate-here", "keep-up", "low-priority", "possible-overkill"]
"""The quadrants of the priority matrix, row by row from the upper left."""
QUADRANTS: tuple[Quadrant, ...] = get_args(Quadrant)

# Charts, in the order in which a reader meets them.

JourneyChart = Literal["emotion", "ranking", "change", "map", "matrix", "personas", "blueprint"]
"""Charts of one journey."""
ProjectChart = Literal["stakeholders", "roadmap", "dashboard", "trend", "atlas"]
"""Charts of the project as a whole."""
Chart = Literal[JourneyChart, ProjectChart]
CHARTS: tuple[Chart, ...] = get_args(Chart)

ThemeName = Literal["light", "dark", "print"]
Curve = Literal["straight", "smooth"]
PaperName = Literal["a0", "a3"]

MapRow = Literal[
    "goal",
    "doing",
    "thinking",
    "feeling",
    "channel",
    "lifts",
    "quotes",
    "time",
    "moments",
    "owner",
    "opportunities",
    "actions",
]
"""The rows of a map, top down."""
MAP_ROWS: tuple[MapRow, ...] = get_args(MapRow)
