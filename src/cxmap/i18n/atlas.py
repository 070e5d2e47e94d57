"""What the atlas says, and every chart of the index of a journey."""

from __future__ import annotations

from cxmap.i18n.language import Language, Phrase, Phrases


class AtlasWords(Language):
    """What the atlas of journeys says."""

    title = Phrase("Journey atlas", "Overzicht klantreizen")
    journeys = Phrase(("1 journey", "{} journeys"), ("1 klantreis", "{} klantreizen"))
    as_of = Phrase("as of {}", "stand van {}")
    scale = Phrase("scale {} to {}", "schaal {} tot {}")
    journey = Phrase("Journey and persona", "Klantreis en persona")
    phases = Phrases(
        {
            "need": ("Need", "Behoefte"),
            "attention": ("Attention", "Oriëntatie"),
            "evaluation": ("Evaluation", "Afweging"),
            "purchase": ("Purchase", "Aankoop"),
            "delivery": ("Delivery", "Levering"),
            "use": ("Use", "Gebruik"),
            "loyalty": ("Loyalty", "Loyaliteit"),
            "leaving": ("Leaving", "Vertrek"),
            "": ("No phase", "Zonder fase"),
        }
    )
    whole_journey = Phrase("Whole journey", "Hele reis")
    index = Phrase("Index", "Belevingsindex")
    change = Phrase("Change", "Verschil")
    actions = Phrase("Actions", "Acties")
    evidence = Phrase("Evidence", "Bewijs")
    running = Phrase("{} in progress", "{} in uitvoering")
    late = Phrase("{} late", "{} te laat")
    late_steps = Phrase(("1 step late", "{} steps late"), ("1 stap te laat", "{} stappen te laat"))
    none = Phrase("none", "geen")
    not_tested = Phrase("not tested", "niet getoetst")
    compared = Phrase("{} of {} touchpoints", "{} van {} contactmomenten")
    steps = Phrase(
        ("far below good enough", "below", "about good enough", "above", "far above"),
        ("ruim onvoldoende", "onvoldoende", "ongeveer voldoende", "voldoende", "ruim voldoende"),
    )
    assumed = Phrase("all assumed", "alles aangenomen")
    figures = Phrase(
        "Figures are the experience weighted by importance; good enough is the pass mark, else the middle of the "
        "scale. –: not known.",
        "Cijfers zijn de beleving, gewogen naar belang; voldoende is het cijfer dat als voldoende geldt, anders het "
        "midden van de schaal. –: niet bekend.",
    )
    own_scales = Phrase(
        "Each journey is on its own scale, named beside its persona.",
        "Elke klantreis heeft een eigen schaal, genoemd bij de persona.",
    )
    indented = Phrase(
        "Indented: a journey that shows a stage of the one above from near.",
        "Ingesprongen: een klantreis die een fase van die erboven van dichtbij laat zien.",
    )
    index_change = Phrase(
        "The change of an index is since the wave before, over the touchpoints scored in both; what caused it is not "
        "tested.",
        "Het verschil van een index is dat met de vorige meting, over de contactmomenten die beide keren een score "
        "hebben; wat het veroorzaakte, is niet getoetst.",
    )
    evidence_is = Phrase(
        "Evidence: the share of touchpoints that have evidence beside their scores, such as a quote.",
        "Bewijs: het aandeel contactmomenten waarbij naast de scores bewijs staat, zoals een citaat.",
    )
    alt_start = Phrase(
        "Journey atlas: {}. Lowest index: {}, {} ({}).", "Overzicht klantreizen: {}. Laagste index: {}, {} ({})."
    )
    alt_row = Phrase("{}, {}: index {}; {}.", "{}, {}: index {}; {}.")
