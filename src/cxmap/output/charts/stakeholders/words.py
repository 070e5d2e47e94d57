"""The words of the stakeholder map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxmap.choices import Lang, StakeholderKind
    from cxmap.output.charts.stakeholders.view import Ring


@dataclass(frozen=True, slots=True)
class MapWords:
    """One language. Fields with ``{}`` are completed with ``str.format`` by numbers or already complete text."""

    title: str
    customers: str
    organisation: str
    kinds: dict[StakeholderKind, str]
    counts: dict[Ring, tuple[str, str]]
    we_do: str
    they_do: str
    relation: str
    note: str
    many: str
    alt: str
    alt_party: str
    alt_relation: str


_EN = MapWords(
    title="Stakeholder map",
    customers="Customers",
    organisation="our organisation",
    kinds={
        "customer": "customers",
        "department": "department",
        "team": "team",
        "partner": "partner",
        "supplier": "supplier",
        "regulator": "regulator",
        "other": "other",
    },
    counts={
        "customer": ("1 group of customers", "{} groups of customers"),
        "internal": ("1 party inside", "{} parties inside"),
        "outside": ("1 party outside", "{} parties outside"),
    },
    we_do="what we do for them",
    they_do="what they do for us",
    relation="what one party does for another",
    note="The organisation's own view of who is involved; nothing on this map was measured.",
    many="More than {} relations: their lines run straight, and what each is about is not on the map.",
    alt="Stakeholder map: {}.",
    alt_party="{} ({}): {}.",
    alt_relation="{} → {}: {}.",
)
_NL = MapWords(
    title="Stakeholdermap",
    customers="Klanten",
    organisation="onze organisatie",
    kinds={
        "customer": "klanten",
        "department": "afdeling",
        "team": "team",
        "partner": "partner",
        "supplier": "leverancier",
        "regulator": "toezichthouder",
        "other": "overig",
    },
    counts={
        "customer": ("1 groep klanten", "{} groepen klanten"),
        "internal": ("1 interne partij", "{} interne partijen"),
        "outside": ("1 externe partij", "{} externe partijen"),
    },
    we_do="wat wij voor hen doen",
    they_do="wat zij voor ons doen",
    relation="wat de ene partij voor de andere doet",
    note="Hoe de organisatie het zelf ziet; niets op deze kaart is gemeten.",
    many="Meer dan {} relaties: hun lijnen lopen recht, en wat ze inhouden staat niet op de kaart.",
    alt="Stakeholdermap: {}.",
    alt_party="{} ({}): {}.",
    alt_relation="{} → {}: {}.",
)


def of(lang: Lang) -> MapWords:
    """The words of a language."""
    return {"en": _EN, "nl": _NL}[lang]
