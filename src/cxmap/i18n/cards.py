"""What persona cards say."""

from __future__ import annotations

from cxmap.i18n.language import Language, Phrase, Phrases


class CardWords(Language):
    """What persona cards say."""

    who = Phrase("Who makes this journey", "Wie deze reis maakt")
    share = Phrase("{} % of customers", "{} % van de klanten")
    facts = Phrase("Facts", "Feiten")
    goals = Phrase("Goals", "Doelen")
    ambitions = Phrase("Ambitions", "Ambities")
    needs = Phrase("Needs", "Behoeften")
    frustrations = Phrase("Frustrations", "Frustraties")
    drivers = Phrase("Emotional drivers", "Emotionele drijfveren")
    rests_on = Phrase("{} rests on: {}.", "{} berust op: {}.")
    rests_on_nothing = Phrase(
        "No evidence is given for the description of {}: the organisation's own assumption.",
        "Voor de beschrijving van {} is geen bewijs opgegeven: een aanname van de organisatie zelf.",
    )
    priorities = Phrases(
        {
            "target": ("target segment", "doelsegment"),
            "maintain": ("segment to maintain", "te behouden segment"),
            "none": ("not a focus segment", "geen focussegment"),
        }
    )
    index = Phrase("Experience, weighted by importance: {} ({} to {})", "Beleving, gewogen naar belang: {} ({} tot {})")
    weakest = Phrase("weakest link: {} ({})", "zwakste schakel: {} ({})")
    alt = Phrase("The personas of {}: {}.", "De persona's van {}: {}.")
    alt_card = Phrase("{}: {}.", "{}: {}.")
