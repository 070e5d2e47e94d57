"""The words of persona cards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxmap.choices import Lang


@dataclass(frozen=True, slots=True)
class CardWords:
    """One language. Fields with ``{}`` are completed with ``str.format`` by numbers or already complete text."""

    who: str
    share: str
    quoted: str
    facts: str
    goals: str
    ambitions: str
    needs: str
    frustrations: str
    drivers: str
    rests_on: str
    rests_on_nothing: str
    alt: str
    alt_card: str


_EN = CardWords(
    who="Who makes this journey",
    share="{} % of customers",
    quoted="“{}”",
    facts="Facts",
    goals="Goals",
    ambitions="Ambitions",
    needs="Needs",
    frustrations="Frustrations",
    drivers="Emotional drivers",
    rests_on="{} rests on: {}.",
    rests_on_nothing="No evidence is given for {}: the organisation's own assumption.",
    alt="The personas of {}: {}.",
    alt_card="{}: {}.",
)
_NL = CardWords(
    who="Wie deze reis maakt",
    share="{} % van de klanten",
    quoted="“{}”",
    facts="Feiten",
    goals="Doelen",
    ambitions="Ambities",
    needs="Behoeften",
    frustrations="Frustraties",
    drivers="Emotionele drijfveren",
    rests_on="{} berust op: {}.",
    rests_on_nothing="Voor {} is geen bewijs opgegeven: een aanname van de organisatie zelf.",
    alt="De persona's van {}: {}.",
    alt_card="{}: {}.",
)


def of(lang: Lang) -> CardWords:
    """The words of a language."""
    return {"en": _EN, "nl": _NL}[lang]
