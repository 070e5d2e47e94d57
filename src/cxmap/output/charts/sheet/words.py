"""The words of sheets, in English and Dutch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cxmap.choices import Lang


@dataclass(frozen=True, slots=True)
class SheetWords:
    """One language. Fields with ``{}`` are completed with ``str.format`` by already complete text.

    Attributes:
        rows: The labels of the rows, by the name that ``--rows`` takes.
        units: Units of time, one and more of each.
        short_units: Those of a fixed length in short, for totals.
        statuses: How far an action is.
    """

    map_of: str
    blueprint_of: str
    canvas_of: str
    size: str
    unowned: str
    starts: str
    ends: str
    rows: Mapping[str, str]
    touchpoint: str
    back_to: str
    also: str
    more: str
    waits: str
    busy: str
    loses: str
    in_all: str
    units: Mapping[str, tuple[str, str]]
    short_units: Mapping[str, str]
    by: str
    statuses: Mapping[str, str]
    customer_actions: str
    department: str
    system: str
    frontstage: str
    backstage: str
    support: str
    influence: str
    interaction_line: str
    visibility_line: str
    internal_line: str


_EN = SheetWords(
    map_of="Journey map of {}",
    blueprint_of="Service blueprint of the journey of {}",
    canvas_of="Empty journey map for {}",
    size="{} in {}",
    unowned="Without an owner: {}.",
    starts="Starts: {}",
    ends="Ends: {}",
    rows={
        "goal": "Goal",
        "doing": "Doing",
        "thinking": "Thinking",
        "feeling": "Feeling",
        "channel": "Channel",
        "lifts": "Pleasures and pain points",
        "quotes": "Customer quotes",
        "time": "Waiting and effort time",
        "moments": "Moments of truth and wow",
        "owner": "Owner",
        "opportunities": "Opportunities",
        "actions": "Actions",
    },
    touchpoint="Touchpoint",
    back_to="back to: {}",
    also="or {}",
    more="and {} more",
    waits="waits {}",
    busy="{} effort",
    loses="lost: {}",
    in_all="in all",
    units={
        "minute": ("minute", "minutes"),
        "hour": ("hour", "hours"),
        "day": ("day", "days"),
        "working-day": ("working day", "working days"),
        "week": ("week", "weeks"),
        "month": ("month", "months"),
    },
    short_units={"minute": "min", "hour": "h", "day": "d"},
    by="by {}",
    statuses={"idea": "idea", "planned": "planned", "in-progress": "in progress", "done": "done"},
    customer_actions="Customer actions",
    department="supporting department",
    system="system",
    frontstage="Frontstage",
    backstage="Backstage",
    support="Supporting departments and systems",
    influence="Stakeholders who influence them",
    interaction_line="Line of interaction",
    visibility_line="Line of visibility",
    internal_line="Line of internal interaction",
)

_NL = SheetWords(
    map_of="Klantreiskaart van {}",
    blueprint_of="Blauwdruk van de klantreis van {}",
    canvas_of="Lege klantreiskaart voor {}",
    size="{} in {}",
    unowned="Zonder eigenaar: {}.",
    starts="Begint met: {}",
    ends="Eindigt met: {}",
    rows={
        "goal": "Doel",
        "doing": "Doet",
        "thinking": "Denkt",
        "feeling": "Voelt",
        "channel": "Kanaal",
        "lifts": "Plus- en minpunten",
        "quotes": "Wat klanten zeggen",
        "time": "Wachttijd en bestede tijd",
        "moments": "Momenten van de waarheid en wow",
        "owner": "Eigenaar",
        "opportunities": "Verbeterkansen",
        "actions": "Acties",
    },
    touchpoint="Contactmoment",
    back_to="terug naar: {}",
    also="of {}",
    more="en nog {}",
    waits="wacht {}",
    busy="{} bestede tijd",
    loses="gaat verloren: {}",
    in_all="in totaal",
    units={
        "minute": ("minuut", "minuten"),
        "hour": ("uur", "uur"),
        "day": ("dag", "dagen"),
        "working-day": ("werkdag", "werkdagen"),
        "week": ("week", "weken"),
        "month": ("maand", "maanden"),
    },
    short_units={"minute": "min", "hour": "u", "day": "d"},
    by="vóór {}",
    statuses={"idea": "idee", "planned": "gepland", "in-progress": "in uitvoering", "done": "afgerond"},
    customer_actions="Wat de klant doet",
    department="ondersteunende afdeling",
    system="systeem",
    frontstage="Voor de schermen",
    backstage="Achter de schermen",
    support="Ondersteunende afdelingen en systemen",
    influence="Belanghebbenden die hen beïnvloeden",
    interaction_line="Interactielijn",
    visibility_line="Zichtlijn",
    internal_line="Interne interactielijn",
)


def of(lang: Lang) -> SheetWords:
    """The words of a language."""
    return {"en": _EN, "nl": _NL}[lang]
