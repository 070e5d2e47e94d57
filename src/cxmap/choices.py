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

ActionStatus = Literal["idea", "planned", "in-progress", "done", "dropped"]
ACTION_STATUSES: tuple[ActionStatus, ...] = get_args(ActionStatus)
"""How far an action is."""

# Formats of output, by command.

FindingsFormat = Literal[
    "full", "concise", "json", "jsonl", "github", "gitlab", "sarif", "junit", "rdjson", "markdown"
]  # fmt: skip
FINDINGS_FORMATS: tuple[FindingsFormat, ...] = get_args(FindingsFormat)
GapsFormat = Literal["table", "json", "csv", "markdown"]
SummaryFormat = Literal["table", "json", "markdown"]
ReportFormat = Literal["html", "markdown", "json"]
DiffFormat = Literal["full", "concise", "markdown", "json"]
DiffFailure = Literal["worse", "any"]
"""What fails a run of ``diff``."""
TrendFormat = Literal["table", "json", "csv", "markdown"]
Every = Literal["commit", "week", "month", "quarter"]
"""How often a revision of the past is looked at."""
TrendFailure = Literal["worse"]
"""What fails a run of ``trend``."""
RoadmapFormat = Literal["table", "json", "csv", "markdown", "ics", "todos", "jira", "azure", "gh"]
TheydoFile = Literal["metrics", "solutions", "opportunities"]
RuleFormat = Literal["text", "json", "markdown"]
DriversFormat = Literal["table", "json", "markdown"]
ExportFormat = Literal["mermaid", "outline", "csv", "xlsx", "pptx", "json"]
EXPORT_FORMATS: tuple[ExportFormat, ...] = get_args(ExportFormat)
"""What the library exports a project as."""
JsonOutput = Literal["validate", "rule", "gaps", "summary", "diff", "trend", "roadmap", "report", "drivers"]
"""The outputs in JSON that have a JSON Schema, by command; ``drivers`` is of ``import survey --drivers``."""
JSON_OUTPUTS: tuple[JsonOutput, ...] = get_args(JsonOutput)
Shell = Literal["bash", "zsh", "fish", "powershell"]
"""A shell that ``completion`` has a script for."""
CiSystem = Literal["github", "gitlab", "pre-commit", "none"]
"""For which system ``init`` writes what checks the project."""
ChartFormat = Literal["png", "svg", "pdf", "pptx"]
CHART_FORMATS: tuple[ChartFormat, ...] = get_args(ChartFormat)

# Rankings.

RankingKey = Literal["priority", "gap", "opportunity", "shortfall", "improvement", "target"]
"""The figures that touchpoints can be ranked by."""
RANKING_KEYS: tuple[RankingKey, ...] = get_args(RankingKey)

Quadrant = Literal["concentrate-here", "keep-up", "low-priority", "possible-overkill"]
"""The quadrants of the priority matrix, row by row from the upper left."""
QUADRANTS: tuple[Quadrant, ...] = get_args(Quadrant)

DriverClass = Literal["basic", "performer", "delighter", "unclear"]
"""What a touchpoint does to the overall mark where it fails and where it shines."""

# Charts, in the order in which a reader meets them.

JourneyChart = Literal["emotion", "ranking", "change", "map", "matrix", "personas", "blueprint", "drivers"]
"""Charts of one journey."""
ProjectChart = Literal["stakeholders", "roadmap", "dashboard", "trend", "atlas"]
"""Charts of the project as a whole."""
Chart = Literal[JourneyChart, ProjectChart]
CHARTS: tuple[Chart, ...] = get_args(Chart)

ReportPart = Literal[
    "message",
    "changes",
    "journeys",
    "map",
    "blueprint",
    "ranking",
    "sheets",
    "people",
    "stakeholders",
    "roadmap",
    "dashboard",
    "needs",
    "evidence",
    "quotes",
    "owners",
    "sources",
    "links",
]
"""What can be left out of a report: chapters and charts, in order; and what no chapter, chart or sentence may hold."""
REPORT_PARTS: tuple[ReportPart, ...] = get_args(ReportPart)

ThemeName = Literal["light", "dark", "print"]
Curve = Literal["straight", "smooth", "area"]
PaperName = Literal["a0", "a3"]
Occasion = Literal["screen", "slide"]
"""From how far a chart is read."""
SvgText = Literal["outlines", "text"]
"""What text in an SVG is made of."""

MapRow = Literal[
    "pictures",
    "goal",
    "doing",
    "thinking",
    "feeling",
    "expectation",
    "channel",
    "lifts",
    "quotes",
    "choices",
    "time",
    "moments",
    "owner",
    "metrics",
    "questions",
    "opportunities",
    "actions",
]
"""The rows of a map, top down."""
MAP_ROWS: tuple[MapRow, ...] = get_args(MapRow)
MapRowSet = Literal["customer", "organisation", "board"]
MAP_ROW_SETS: dict[MapRowSet, tuple[MapRow, ...]] = {
    "customer": (
        "pictures",
        "goal",
        "doing",
        "thinking",
        "feeling",
        "expectation",
        "channel",
        "lifts",
        "quotes",
        "choices",
        "time",
    ),
    "organisation": ("doing", "feeling", "channel", "owner", "metrics", "questions", "opportunities", "actions"),
    "board": ("goal", "feeling", "moments", "owner", "metrics", "actions"),
}
"""Rows of a map for one kind of reader, by the name that stands for them."""

DeckSlide = Literal[
    "title", "message", "changes", "journey", "ranking", "sheets", "roadmap", "dashboard", "personas", "sources"
]
"""The kinds of slides of a deck, in the order in which they are shown."""
DECK_SLIDES: tuple[DeckSlide, ...] = get_args(DeckSlide)
