"""What is remarked on a ranking."""

from __future__ import annotations

from cxmap.i18n.language import Language, Phrase, Phrases


class RemarkWords(Language):
    """What else there is to know of a ranking."""

    nothing_scored = Phrase(
        "Nothing to rank: no touchpoint has what the ranking needs.",
        "Niets te rangschikken: geen contactmoment heeft wat de rangschikking nodig heeft.",
    )
    no_journey = Phrase(
        "Nothing to rank: there is no current journey in the files given.",
        "Niets te rangschikken: er is geen huidige klantreis in deze bestanden.",
    )
    skipped_desired = Phrase("Skipped (desired journeys): {}.", "Overgeslagen (gewenste klantreizen): {}.")
    skipped_to_us = Phrase("Skipped (no importance_to_us): {}.", "Overgeslagen (geen importance_to_us): {}.")
    shown_rows = Phrase(
        "Shown are {} of {} rows; a rank is the place among all of them.",
        "Hier staan {} van {} rijen; een rang is de plaats onder al die rijen.",
    )
    aside = Phrase(
        "Of a segment that is not a focus (priority none), so listed last and not counted in what comes first: {}.",
        "Van een segment zonder focus (prioriteit none), dus achteraan en niet meegeteld bij wat voorop staat: {}.",
    )
    combined_targets = Phrase(
        "Combined rows are of the personas of target segments: {}.",
        "Gecombineerde rijen gaan over de persona's van doelsegmenten: {}.",
    )
    combined_all = Phrase(
        "Combined rows are of all personas: every segment has the priority none.",
        "Gecombineerde rijen gaan over alle persona's: elk segment heeft de prioriteit none.",
    )
    equal_weights = Phrase(
        "All personas count equally in the combined rows: no segment share is known for {}.",
        "Alle persona's tellen even zwaar in de gecombineerde rijen: van {} is geen aandeel van het segment bekend.",
    )
    share = Phrase("{} {} %", "{} {} %")
    shares = Phrase(
        "Combined rows weigh each persona by its segment's share of customers: {}.",
        "Gecombineerde rijen wegen elke persona met het aandeel van het segment in de klanten: {}.",
    )
    no_shares = Phrase(
        "No combined rows: the segments of all personas have a share of 0.",
        "Geen gecombineerde rijen: de segmenten van alle persona's hebben een aandeel van 0.",
    )
    opposite = Phrase(
        "{} falls short for {} and more than meets the need of {}: look at each persona, not at the combined row.",
        "{} schiet tekort voor {} en biedt meer dan nodig aan {}: kijk per persona, niet naar de gecombineerde rij.",
    )
    lowers = Phrase(
        "The desired journey {} lowers the experience of {}, whose segment is to be kept as it is: {}.",
        "De gewenste klantreis {} verlaagt de beleving van {}, een segment dat moet blijven zoals het is: {}.",
    )
    fall = Phrase("{} ({} to {} on 0-10)", "{} ({} naar {} op 0–10)")
    place = Phrase("{} in {}", "{} in {}")
    no_quadrants = Phrase(
        "No quadrants for {}: fewer than {} scored touchpoints.",
        "Geen kwadranten voor {}: minder dan {} contactmomenten met scores.",
    )
    flat_importance = Phrase(
        "Importance hardly differs for {} (by {} on 0-10): quadrants say little.",
        "Het belang verschilt nauwelijks voor {} ({} op 0–10): de kwadranten zeggen weinig.",
    )
    redundant = Phrase(
        "For {} gap and experience correlate at {}: this ranks experience, not the gap (importance adds almost "
        "nothing).",
        "Voor {} is de correlatie van kloof en beleving {}: dit rangschikt de beleving en niet de kloof (het belang "
        "voegt bijna niets toe).",
    )
    borderline = Phrase(
        "Borderline for {}, as their intervals cross a line between quadrants: {}.",
        "Grensgevallen voor {}, omdat hun interval over een lijn tussen kwadranten heen gaat: {}.",
    )
    all_guesses = Phrase(
        "No row rests on customers alone: each has a score that is our own guess or names no source.",
        "Geen rij berust op klanten alleen: elke heeft een score die een eigen inschatting is of geen bron noemt.",
    )
    some_guesses = Phrase(
        "{} of {} rows rest on a score that is our own guess or names no source.",
        "{} van {} rijen berusten op een score die een eigen inschatting is of geen bron noemt.",
    )
    too_few = Phrase(
        "Too few answers (under 5) for an interval: {}.", "Te weinig antwoorden (minder dan 5) voor een interval: {}."
    )
    all_alike = Phrase(
        "Answers that are all alike (sd 0) give no interval, nor do too few; draws keep them: {}.",
        "Antwoorden die allemaal gelijk zijn (sd 0) geven net zo min een interval als te weinig antwoorden; trekkingen "
        "houden ze gelijk: {}.",
    )
    all_answered = Phrase(
        "All there are have answered, so nothing is left to estimate: no interval for {}.",
        "Iedereen heeft geantwoord, dus er valt niets te schatten: geen interval voor {}.",
    )
    weighted = Phrase(
        "Weighted answers are given as a mean, not as counts, so they have no share of top-two answers: {}.",
        "Gewogen antwoorden staan er als gemiddelde en niet als aantallen, dus zonder aandeel in de hoogste twee: {}.",
    )
    unused_gap_sd = Phrase(
        "gap_sd is not used where the two scores are not measured on one scale, or not of one source and date: {}.",
        "gap_sd is niet gebruikt waar beide scores niet op één schaal gemeten zijn, of niet van één bron en datum: {}.",
    )
    tests = Phrase(
        "{} of {} gaps with an interval are above zero at 5 % (one-sided), by Holm's correction for a family of {}, "
        "all gaps of the project.",
        "{} van {} kloven met een interval zijn aantoonbaar groter dan nul, op 5 % (eenzijdig) met de correctie van "
        "Holm voor een familie van {}, alle kloven van het project.",
    )
    no_certainty = Phrase(
        "Certainty of the order for {}: not computable, {} of {} rows have no standard error.",
        "Zekerheid van de volgorde voor {}: niet te berekenen, {} van {} rijen hebben geen standaardfout.",
    )
    no_rank_sets = Phrase(
        "No rank sets for {}: they need a standard error at every row.",
        "Geen rangverzamelingen voor {}: daarvoor is bij elke rij een standaardfout nodig.",
    )
    chance = Phrase("{} in {} %", "{} in {} %")
    first = Phrase("First for {}, of the draws: {}.", "Bovenaan voor {}, van de trekkingen: {}.")
    close_call = Phrase(
        "First for {}, of the draws: {}; which comes first is not certain.",
        "Bovenaan voor {}, van de trekkingen: {}; wat bovenaan staat, is niet zeker.",
    )
    in_top = Phrase(
        "Certainty of the order for {}, from {} draws (seed {}): in the top {} in at least 95 % of draws: {}.",
        "Zekerheid van de volgorde voor {}, uit {} trekkingen (seed {}): in minstens 95 % van de trekkingen in de "
        "top {}: {}.",
    )
    basics = Phrase(
        "Basics, which cost more of the overall mark where they fail than they add where they shine: {}. None of them "
        "is called possible overinvestment.",
        "Basisfactoren, die het totaalcijfer meer kosten als ze tegenvallen dan ze opleveren als ze uitblinken: {}. "
        "Geen ervan heet mogelijk meer dan nodig.",
    )
    delighters = Phrase(
        "Delighters, which add more to the overall mark where they shine than they cost where they fail: {}.",
        "Wow-factoren, die meer aan het totaalcijfer toevoegen als ze uitblinken dan ze kosten als ze tegenvallen: {}.",
    )
    dependent = Phrase(
        "For {} it is counted in that the same people gave several scores ({}).",
        "Voor {} is meegerekend dat dezelfde mensen meer scores gaven ({}).",
    )
    not_dependent = Phrase(
        "For {} scores are taken as independent, though the same people may have given several; cxmap import survey "
        "keeps how they vary together.",
        "Voor {} gelden scores als onafhankelijk, hoewel dezelfde mensen er meer gegeven kunnen hebben; cxmap import "
        "survey bewaart hoe ze samenhangen.",
    )
    ignored = Phrase("{} is ignored: {}.", "{} telt niet mee: {}.")
    none = Phrase("none", "geen")
    uncertain = Phrase("{}; uncertain: {}", "{}; onzeker: {}")
    unranked_steps = Phrase(
        "Rated handovers that are not ranked: into {}.", "Overgangen met een score en toch zonder rang: naar {}."
    )
    lacks = Phrase("{} ({}): {}", "{} ({}): {}")
    lacking = Phrase("no {}", "geen {}")
    loose_step = Phrase(
        "Not rated: the handover from {} to {} ({}, {}), with another {}; {}.",
        "Zonder score: de overgang van {} naar {} ({}, {}), met {}; {}.",
    )
    changes = Phrases({"channel": ("channel", "een ander kanaal"), "owner": ("owner", "een andere eigenaar")})
    not_on_both_sides = Phrase("not scored on both sides", "niet aan beide kanten een score")
    change = Phrase("experience {} on 0-10", "beleving {} op 0–10")
    into = Phrase("into {}", "naar {}")
