"""What is said of drivers: which touchpoints move the overall mark."""

from __future__ import annotations

from cxmap.i18n.language import Language, Phrase, Phrases


class DriverWords(Language):
    """What ``import survey --drivers`` says, and the chart of drivers."""

    title = Phrase("What moves the overall mark", "Wat het totaalcijfer bepaalt")
    conclusion = Phrase(
        "What goes with the overall mark most: {}. All questions together explain {} of how it varies.",
        "Wat het sterkst samengaat met het totaalcijfer: {}. Alle vragen samen verklaren {} van de verschillen.",
    )
    nothing = Phrase(
        "No question is told apart from no influence on the overall mark.",
        "Geen enkele vraag is te onderscheiden van geen invloed op het totaalcijfer.",
    )
    complete = Phrase(
        "Relative weights, LMG, slopes, penalty and reward rest on the {} who answered every question; r on all who "
        "gave both marks (n).",
        "Relatieve gewichten, LMG, hellingen, straf en beloning berusten op de {} die alle vragen beantwoordden; r op "
        "allen die beide cijfers gaven (n).",
    )

    touchpoint = Phrase("touchpoint", "contactmoment")
    driver = Phrase("driver", "bepalend")
    weight = Phrase("relative weight (95 %)", "relatief gewicht (95 %)")
    r = Phrase("r", "r")
    lmg = Phrase("LMG", "LMG")
    slope = Phrase("slope (95 %)", "helling (95 %)")
    asymmetry = Phrase("penalty / reward", "straf / beloning")
    kind = Phrase("kind", "soort")
    vif = Phrase("VIF", "VIF")
    n = Phrase("n", "n")
    yes = Phrase("yes", "ja")
    no = Phrase("not told apart", "niet te onderscheiden")
    interval = Phrase("{} ({} to {})", "{} ({} tot {})")
    both = Phrase("{} / {}", "{} / {}")
    kinds = Phrases(
        {
            "basic": ("basic", "basisfactor"),
            "performer": ("performer, or too few to tell", "prestatiefactor, of te weinig antwoorden"),
            "delighter": ("delighter", "wow-factor"),
            "unclear": ("too few low or high marks", "te weinig lage of hoge cijfers"),
        }
    )

    weights_are = Phrase(
        "A relative weight is a part of the variance explained (Johnson); its interval comes from {} bootstrap samples "
        "of the respondents (seed {}). It is never below 0, so the interval does not say that a question matters: a "
        "driver is told apart from random numbers, at 5 % after Holm.",
        "Een relatief gewicht is een deel van de verklaarde variantie (Johnson); het interval komt uit {} "
        "bootstrapsteekproeven van de respondenten (seed {}). Het is nooit onder 0, dus het interval zegt niet of een "
        "vraag ertoe doet: een bepalende factor is te onderscheiden van toevalsgetallen, op 5 % na Holm.",
    )
    slopes_are = Phrase(
        "Slope: how much higher the overall mark is where this one is a point higher and the others are alike. It says "
        "what goes together, not what causes it.",
        "Helling: hoeveel hoger het totaalcijfer is waar dit cijfer een punt hoger is en de andere gelijk zijn. Het "
        "zegt wat samengaat, niet wat de oorzaak is.",
    )
    kinds_are = Phrase(
        "Penalty and reward: the overall mark with a low (below the middle) and with a high mark (top eighth of the "
        "scale), beside one between. A basic costs more, point by point, than it adds; a delighter adds more.",
        "Straf en beloning: het totaalcijfer bij een laag cijfer (onder het midden) en bij een hoog cijfer (bovenste "
        "achtste van de schaal), naast een cijfer ertussen. Een basisfactor kost per punt meer dan hij oplevert; een "
        "wow-factor levert meer op.",
    )
    not_told = Phrase("Not told apart from no influence: {}.", "Niet te onderscheiden van geen invloed: {}.")
    tangled = Phrase(
        "Questions that say much the same as others (VIF above {}), so that their slopes are uncertain: {}.",
        "Vragen die veel hetzelfde zeggen als andere (VIF boven {}), zodat hun helling onzeker is: {}.",
    )
    alike = Phrase(
        "Not in the model, all complete answers being the same: {}.",
        "Niet in het model, omdat alle volledige antwoorden gelijk zijn: {}.",
    )
    same = Phrase(
        "Some questions repeat others exactly, so no slope can be given.",
        "Sommige vragen herhalen andere precies, dus is er geen helling te geven.",
    )
    no_lmg = Phrase(
        "LMG is not computed for more than {} questions.", "LMG wordt niet berekend bij meer dan {} vragen."
    )

    explained = Phrase("{} of its variance explained", "{} van de variantie verklaard")
    weight_of = Phrase("Relative weight (part of the variance)", "Relatief gewicht (deel van de variantie)")
    sides = Phrase(
        "Penalty of a low mark and reward of a high one (points)",
        "Straf van een laag cijfer en beloning van een hoog (punten)",
    )
    together = Phrase(
        "Tinted: the 95 % interval; grey: not told apart from no influence. It says what goes together, not what "
        "causes it.",
        "Getint: het 95 %-interval; grijs: niet te onderscheiden van geen invloed. Het zegt wat samengaat, niet wat de "
        "oorzaak is.",
    )
    alt_start = Phrase("What moves the overall mark in {}.", "Wat het totaalcijfer bepaalt in {}.")
    alt_most = Phrase("Most weight: {} ({}).", "Zwaarste gewicht: {} ({}).")
    alt_row = Phrase("{}: relative weight {}; {}.", "{}: relatief gewicht {}; {}.")
    alt_both = Phrase(
        "{}: relative weight {}; {}; penalty {}, reward {}.", "{}: relatief gewicht {}; {}; straf {}, beloning {}."
    )
