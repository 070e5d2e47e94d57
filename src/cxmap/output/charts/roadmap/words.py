"""The words of the road map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxmap.output.charts.roadmap.view import Lever, Status
    from cxmap.output.charts.views import Lang


@dataclass(frozen=True, slots=True)
class RoadmapWords:
    """One language. Fields with ``{}`` are completed with ``str.format`` by numbers or already complete text."""

    title: str
    improves: str
    actions: tuple[str, str]
    as_of: str
    months: tuple[str, ...]
    quarter: str

    action: str
    status: str
    nobody: str
    undated: str
    rank: str
    step_into: str
    after: str
    today: str
    late: str
    until: str
    starts: str
    statuses: dict[Status, str]

    step: str
    step_done: str
    depends: str
    overdue: str

    matrix: str
    effort: str
    effort_ends: tuple[str, str]
    impact: str
    impact_ends: tuple[str, str]
    first: str
    more: str
    not_rated: str

    by_what_means: str
    levers: dict[Lever, str]

    ranked: str
    not_ranked: str
    dropped: str
    today_outside: str

    alt_start: str
    alt_owner: str
    alt_late: str
    alt_none_late: str
    alt_undated: str


_EN = RoadmapWords(
    title="Road map",
    improves="Improves: {}",
    actions=("1 action", "{} actions"),
    as_of="as of {}",
    months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    quarter="Q{}",
    action="Action, and what it improves",
    status="Status",
    nobody="Nobody answers for it yet",
    undated="Not scheduled yet",
    rank="rank {}: {}",
    step_into="handover: {}",
    after="after {}",
    today="today, {}",
    late="late: due {}",
    until="due {}",
    starts="from {}",
    statuses={"idea": "idea", "planned": "planned", "in-progress": "in progress", "done": "done"},
    step="step",
    step_done="step done",
    depends="depends on",
    overdue="late: due, and not done",
    matrix="Impact and effort",
    effort="Effort",
    effort_ends=("days", "a year"),
    impact="Impact",
    impact_ends=("little", "large"),
    first="large impact for little effort",
    more="+{}",
    not_rated="No effort or impact given: {}.",
    by_what_means="Levers",
    levers={
        "automation": "automation",
        "personalisation": "personalisation",
        "contextual": "contextual",
        "proactive": "proactive",
        "people": "people",
        "process": "process",
        "product": "product",
        "communication": "communication",
        "training": "training",
    },
    ranked="Rank: the touchpoint's place in the ranking of gaps, by {}, among {} that fall short.",
    not_ranked="No ranks: no touchpoint of the journeys asked about is ranked.",
    dropped="Dropped: {}.",
    today_outside="Today, {}, lies outside the calendar.",
    alt_start="Road map as of {}: {}.",
    alt_owner="{}: {}.",
    alt_late="Late: {}.",
    alt_none_late="Nothing is late.",
    alt_undated="Not scheduled yet: {}.",
)
_NL = RoadmapWords(
    title="Roadmap",
    improves="Verbetert: {}",
    actions=("1 actie", "{} acties"),
    as_of="stand van {}",
    months=("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
    quarter="K{}",
    action="Actie, en wat die verbetert",
    status="Status",
    nobody="Nog niemand verantwoordelijk",
    undated="Nog niet ingepland",
    rank="rang {}: {}",
    step_into="overgang: {}",
    after="na {}",
    today="vandaag, {}",
    late="te laat: {}",
    until="uiterlijk {}",
    starts="vanaf {}",
    statuses={"idea": "idee", "planned": "gepland", "in-progress": "in uitvoering", "done": "afgerond"},
    step="stap",
    step_done="stap afgerond",
    depends="hangt af van",
    overdue="te laat: niet op tijd afgerond",
    matrix="Impact en inspanning",
    effort="Inspanning",
    effort_ends=("dagen", "een jaar"),
    impact="Impact",
    impact_ends=("weinig", "groot"),
    first="veel impact, weinig inspanning",
    more="+{}",
    not_rated="Zonder inspanning of impact: {}.",
    by_what_means="Soort aanpak",
    levers={
        "automation": "automatisering",
        "personalisation": "personalisatie",
        "contextual": "contextueel",
        "proactive": "proactief",
        "people": "mensen",
        "process": "proces",
        "product": "product",
        "communication": "communicatie",
        "training": "training",
    },
    ranked="Rang: plaats van het contactmoment in de ranglijst van kloven, naar {}, van {} die tekortschieten.",
    not_ranked="Geen rangen: geen contactmoment van de gevraagde klantreizen heeft er een.",
    dropped="Gestopt: {}.",
    today_outside="Vandaag, {}, ligt buiten de kalender.",
    alt_start="Roadmap, stand van {}: {}.",
    alt_owner="{}: {}.",
    alt_late="Te laat: {}.",
    alt_none_late="Niets is te laat.",
    alt_undated="Nog niet ingepland: {}.",
)


def of(lang: Lang) -> RoadmapWords:
    """The words of a language."""
    return {"en": _EN, "nl": _NL}[lang]
