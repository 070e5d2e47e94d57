"""What the stakeholder map and its matrix say."""

from __future__ import annotations

from cxmap.i18n.language import Language, Phrase, Phrases


class StakeholderWords(Language):
    """What the stakeholder map says."""

    title = Phrase("Stakeholder map", "Stakeholdermap")
    customers = Phrase("Customers", "Klanten")
    organisation = Phrase("our organisation", "onze organisatie")
    kinds = Phrases(
        {
            "customer": ("customers", "klanten"),
            "department": ("department", "afdeling"),
            "team": ("team", "team"),
            "partner": ("partner", "partner"),
            "supplier": ("supplier", "leverancier"),
            "regulator": ("regulator", "toezichthouder"),
            "other": ("other", "overig"),
        }
    )
    counts = Phrases(
        {
            "customer": (("1 group of customers", "{} groups of customers"), ("1 groep klanten", "{} groepen klanten")),
            "internal": (("1 party inside", "{} parties inside"), ("1 interne partij", "{} interne partijen")),
            "outside": (("1 party outside", "{} parties outside"), ("1 externe partij", "{} externe partijen")),
        }
    )
    we_do = Phrase("what we do for them", "wat wij voor hen doen")
    they_do = Phrase("what they do for us", "wat zij voor ons doen")
    relation = Phrase("what one party does for another", "wat de ene partij voor de andere doet")
    note = Phrase(
        "The organisation's own view of who is involved; nothing on this map was measured.",
        "Hoe de organisatie het zelf ziet; niets op deze kaart is gemeten.",
    )
    who_for_whom = Phrase("Who does what for whom", "Wie doet wat voor wie")
    us = Phrase("Our organisation", "Onze organisatie")
    numbers = Phrase("A column has the letter of its row.", "Een kolom heeft de letter van zijn rij.")
    does = Phrase("does something for", "doet iets voor")
    untold = Phrase(
        "What each of the {} relations is about is in the description (--alt).",
        "Wat elk van de {} relaties inhoudt, staat in de beschrijving (--alt).",
    )
    loose = Phrase("Without a relation: {}.", "Zonder relatie: {}.")
    alt = Phrase("Stakeholder map: {}.", "Stakeholdermap: {}.")
    alt_party = Phrase("{} ({}): {}.", "{} ({}): {}.")
    alt_relation = Phrase("{} → {}: {}.", "{} → {}: {}.")
