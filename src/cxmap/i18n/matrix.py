"""What the priority matrix says."""

from __future__ import annotations

from cxmap.i18n.language import Language, Phrase, Phrases


class MatrixWords(Language):
    """What the priority matrix says."""

    matrix_of = Phrase("Priority matrix of {}", "Prioriteitenmatrix van {}")
    important = Phrase("very important", "heel belangrijk")
    medium = Phrase("medium", "gemiddeld")
    unimportant = Phrase("unimportant", "onbelangrijk")
    quadrants = Phrases(
        {
            "concentrate-here": ("Concentrate here", "Hier aan werken"),
            "keep-up": ("Keep up the good work", "Zo doorgaan"),
            "low-priority": ("Low priority", "Lage prioriteit"),
            "possible-overkill": ("Possible overinvestment", "Mogelijk meer dan nodig"),
        }
    )
    crosshairs = Phrases(
        {
            "mean": ("mean", "gemiddelde"),
            "median": ("median", "mediaan"),
            "scale": ("middle of the scale", "midden van de schaal"),
            "given": ("chosen crossing", "gekozen kruising"),
        }
    )
    meet = Phrase("the quadrants meet ({})", "de kwadranten komen samen ({})")
    improve_first = Phrase("Improve first", "Eerst verbeteren")
    nothing_short = Phrase("Nothing falls short.", "Niets schiet tekort.")
    scores = Phrase("importance {}, experience {}", "belang {}, beleving {}")
    gap = Phrase("gap {}", "kloof {}")
    region = Phrase("{} of the first 5 and more", "{} van de eerste 5 en meer")
    levels = Phrase("equal {}: {}", "gelijke {}: {}")
    ranked = Phrase(
        "Ranked by {}, {}, on 0–10: 1 to 5 for each persona.",
        "Gerangschikt op {}, {}, op 0–10: 1 tot 5 per persona.",
    )
    cut = Phrase(
        "The axes show a part of their scales: importance {} to {} of {} to {}, experience {} to {} of {} to {}.",
        "De assen tonen een deel van hun schaal: belang {} tot {} van {} tot {}, beleving {} tot {} van {} tot {}.",
    )
    part = Phrase("{}, part of the scale {} to {}", "{}, deel van de schaal {} tot {}")
    coinciding = Phrase(
        "×2: two touchpoints with the same scores, at one point; and so on.",
        "×2: twee contactmomenten met dezelfde scores, op één punt; enzovoort.",
    )
    unnamed = Phrase(
        "Small points without a name are neither among the first 5 nor moments of truth.",
        "Kleine punten zonder naam horen niet bij de eerste 5 en zijn geen moment van de waarheid.",
    )
    wow = Phrase("No overinvestment, being a wow: {}.", "Niet meer dan nodig, want een wow: {}.")
    too_few = Phrase(
        "Fewer than four scored touchpoints, so no quadrants: {}.",
        "Minder dan vier contactmomenten met scores, dus geen kwadranten: {}.",
    )
    not_scored = Phrase(
        "Not in the matrix, for want of a score: {}.", "Niet in de matrix, bij gebrek aan een score: {}."
    )
    plan = Phrase("A plan: nothing in it is ranked.", "Een plan: er staat niets in een rangorde.")
    some_assumed = Phrase(
        "{} of {} scores are the organisation's own assumptions (hollow points have at least one).",
        "{} van {} scores zijn aannames van de organisatie zelf (open punten hebben er minstens een).",
    )
    alt_start = Phrase("Priority matrix of {}: {}.", "Prioriteitenmatrix van {}: {}.")
    alt_axes = Phrase(
        "{}; importance from {} to {}, experience from {} to {}.", "{}; belang van {} tot {}, beleving van {} tot {}."
    )
    alt_points = Phrase(
        ("1 scored touchpoint", "{} scored touchpoints"),
        ("1 contactmoment met scores", "{} contactmomenten met scores"),
    )
    alt_cross = Phrase(
        "Quadrants meet at importance {}, experience {} ({}).",
        "De kwadranten komen samen bij belang {}, beleving {} ({}).",
    )
    alt_first = Phrase("First to improve: {}.", "Eerst te verbeteren: {}.")
