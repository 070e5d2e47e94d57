"""What helps to decide after a ranking: the plan under a budget, what if, how many more answers."""

from __future__ import annotations

from cxmap.i18n.figures import FigureWords
from cxmap.i18n.language import Language, Phrase, Phrases


class BudgetWords(Language):
    """What the plan under a budget says."""

    title = Phrase("The plan under a budget of {}", "Het plan binnen een budget van {}")
    choose = Phrase("With a budget of {}: {} (effort {}).", "Met een budget van {}: {} (inspanning {}).")
    choose_none = Phrase(
        "With a budget of {} there is nothing to choose that is hoped to bring something.",
        "Met een budget van {} valt er niets te kiezen waarvan iets gehoopt wordt.",
    )
    gain = Phrase(
        "If what owners hope for comes true, the experience of all current journeys, weighted by importance, rises by "
        "{} (on {}–{}).",
        "Als uitkomt waar eigenaren op hopen, stijgt de beleving van alle huidige klantreizen, gewogen naar belang, "
        "met {} (op {}–{}).",
    )

    chosen = Phrase("chosen", "gekozen")
    yes = Phrase("yes", "ja")
    no = Phrase("no", "nee")
    action = Phrase("action", "actie")
    owner = Phrase("owner", "eigenaar")
    effort = Phrase("effort", "inspanning")
    adds = Phrase("adds", "voegt toe")
    needs = Phrase("depends on", "hangt af van")
    stays_from = Phrase("stays from", "blijft vanaf")
    in_draws = Phrase("in draws", "in trekkingen")

    next_adds = Phrase(
        "A budget of {} would bring {} more: it adds {}.", "Een budget van {} levert {} meer op: erbij {}."
    )
    next_swaps = Phrase(
        "A budget of {} would bring {} more: it adds {}, and drops {}.",
        "Een budget van {} levert {} meer op: erbij {}, eruit {}.",
    )
    no_next = Phrase("No larger budget would bring more.", "Een groter budget levert niets extra op.")
    how_adds = Phrase(
        "“Adds” is what an action adds to the index beside the other chosen ones; efforts are summed, so an effort of "
        "4 counts as two of 2.",
        "“Voegt toe” is wat een actie naast de andere gekozen acties aan de index toevoegt; inspanningen worden "
        "opgeteld, dus een inspanning van 4 telt als twee van 2.",
    )
    how_stays = Phrase(
        "“Stays from”: an action surely stays chosen as long as it brings more than this part of what it adds.",
        "“Blijft vanaf”: een actie blijft zeker gekozen zolang die meer dan dit deel brengt van wat die toevoegt.",
    )
    same = Phrase(
        "In {} of {} draws of the importances (seed {}) the choice is the same.",
        "In {} van {} trekkingen van het belang (seed {}) is de keuze dezelfde.",
    )
    some_unsure = Phrase(
        (
            "1 importance behind it has no interval and is kept.",
            "{} importances behind it have no interval and are kept.",
        ),
        (
            "1 belang erachter heeft geen interval en blijft gelijk.",
            "{} keer heeft het belang geen interval en blijft gelijk.",
        ),
    )
    not_drawn = Phrase(
        "How sure the choice is under the intervals of importance: not computable, as none of those behind it has one.",
        "Hoe zeker de keuze is gezien de intervallen van het belang: niet te berekenen, want geen enkel belang "
        "erachter heeft er een.",
    )
    too_large = Phrase(
        "How sure the choice is under the intervals of importance is not computed for so many actions and so large a "
        "budget; choose from fewer with --owner or --status.",
        "Hoe zeker de keuze is gezien de intervallen van het belang wordt bij zo veel acties en zo'n groot budget niet "
        "berekend; kies uit minder met --owner of --status.",
    )
    left_out = Phrases(
        {
            "effort": ("Not to choose from, without an effort: {}.", "Niet te kiezen, zonder inspanning: {}."),
            "dropped": (
                "Not to choose from, as they depend on a dropped action: {}.",
                "Niet te kiezen, want afhankelijk van een gestopte actie: {}.",
            ),
            "outside": (
                "Not to choose from, as they depend on an open action that is not among these: {}.",
                "Niet te kiezen, want afhankelijk van een open actie die hier niet bij is: {}.",
            ),
            "needed": (
                "Not to choose from, as they depend on an action that cannot be chosen: {}.",
                "Niet te kiezen, want afhankelijk van een actie die niet te kiezen is: {}.",
            ),
        }
    )
    without_hope = Phrase(
        "Nothing that counts in an index is hoped of (see “expects”), so chosen only where another depends on it: {}.",
        "Hiervan wordt niets gehoopt dat in een index telt (zie “expects”), dus alleen gekozen als een andere ervan "
        "afhangt: {}.",
    )


class WhatIfWords(FigureWords):
    """What another experience would change."""

    title = Phrase("What if", "Wat als")
    touchpoint = Phrase("touchpoint", "contactmoment")
    persona = Phrase("persona", "persona")
    everybody = Phrase("all", "alle")
    experience = Phrase("experience", "beleving")
    rank = Phrase("rank", "rang")
    index_change = Phrase("index change", "verandering index")
    interval = Phrase("95 %", "95 %")
    interval_at_most = Phrase("95 % at most", "95 % hooguit")
    index = Phrase("index with all", "index met alles")
    overall = Phrase("goes with overall", "gaat samen met totaal")
    overall_interval = Phrase("overall, 95 %", "totaal, 95 %")
    how = Phrase(
        "The change of a journey's index is arithmetic, not a forecast: importance × change / Σ importance.",
        "De verandering van de index is rekenwerk en geen voorspelling: belang × verandering / Σ belang.",
    )
    how_interval = Phrase("Its interval is of the importances alone.", "Het interval ervan komt van het belang alleen.")
    how_at_most = Phrase(
        "Its interval is of the importances alone, and too wide rather than too narrow.",
        "Het interval ervan komt van het belang alleen, en is eerder te breed dan te smal.",
    )
    how_overall = Phrase(
        "Goes with overall: slope × change, in points; so much higher is the overall mark of those who gave a mark so "
        "much higher and the other marks alike. It says what goes together, not what an improvement causes.",
        "Gaat samen met totaal: helling × verandering, in punten; zo veel hoger is het totaalcijfer van wie een zo "
        "veel hoger cijfer gaf en verder dezelfde cijfers. Het zegt wat samengaat, niet wat een verbetering "
        "teweegbrengt.",
    )
    together = Phrase(
        "The rank and the last column are with all {} changes made together.",
        "De rang en de laatste kolom zijn met alle {} veranderingen samen.",
    )
    clipped = Phrase(
        "Not all of {} at {} fits on the scale of {} to {}.",
        "Niet alles van {} bij {} past op de schaal van {} tot {}.",
    )


class AnswersWords(Language):
    """How many more answers it takes."""

    title = Phrase("How many more answers", "Hoeveel antwoorden nog")
    touchpoint = Phrase("touchpoint", "contactmoment")
    persona = Phrase("persona", "persona")
    rank = Phrase("rank", "rang")
    now = Phrase("answers now", "antwoorden nu")
    needed = Phrase("needed", "nodig")
    range = Phrase("may be", "kan zijn")
    against = Phrase("to tell it from", "om te scheiden van")
    within = Phrase("for ± {}", "voor ± {}")
    verdicts = Phrases(
        {
            "told-apart": ("told apart", "te onderscheiden"),
            "enough": ("enough here", "hier genoeg"),
            "equal": ("as good as equal", "nagenoeg gelijk"),
        }
    )
    no_end = Phrase("no end", "geen eind")
    too_many = Phrase("too many", "te veel")

    settled = Phrase(
        "The top {} of {} is told apart from all that follow.",
        "De top {} van {} is van alles wat volgt te onderscheiden.",
    )
    first_settled = Phrase(
        "What comes first for {} is told apart from all that follows.",
        "Wat bij {} voorop staat, is van alles wat volgt te onderscheiden.",
    )
    first_open = Phrase(
        "What comes first for {} is not yet told apart from all that follows.",
        "Wat bij {} voorop staat, is nog niet van alles wat volgt te onderscheiden.",
    )
    open = Phrase(
        "Of the top {} of {}, {} of {} are told apart from all that follow.",
        "Van de top {} van {} zijn er {} van de {} te onderscheiden van alles wat volgt.",
    )
    how = Phrase(
        "Needed: with so many answers each, the two are told apart (5 % over all pairs) in 80 % of surveys, if they "
        "differ as they do now; “may be” is at both ends of the 50 % interval of that difference.",
        "Nodig: met elk zo veel antwoorden zijn de twee in 80 % van de onderzoeken te onderscheiden (5 % over alle "
        "paren), als ze verschillen zoals nu; “kan zijn” is aan de uiteinden van het 50 %-interval van dat verschil.",
    )
    choose = Phrase(
        "As good as equal: it would take more than {} times the answers; choose by effort instead.",
        "Nagenoeg gelijk: het vraagt meer dan {} keer zo veel antwoorden; kies dan op inspanning.",
    )
    independent = Phrase(
        "Rows are taken as independent; if the same people answered them, fewer answers may do.",
        "Rijen gelden als onafhankelijk; gaven dezelfde mensen de antwoorden, dan volstaan er misschien minder.",
    )
    dependent = Phrase(
        "That the same people answered several rows is counted in; of such rows all answers grow together.",
        "Dat dezelfde mensen meer rijen beantwoordden, is meegerekend; van zulke rijen groeien alle antwoorden samen.",
    )
    unknown = Phrase(
        "How many more answers it takes for {}: not computable, as rows have no n and sd, fewer than 5 answers, or "
        "answers that are all alike.",
        "Hoeveel antwoorden het nog vraagt voor {}: niet te berekenen, want rijen hebben geen n en sd, minder dan 5 "
        "antwoorden, of antwoorden die allemaal gelijk zijn.",
    )
    alone = Phrase(
        "How many more answers it takes for {}: there is one row only.",
        "Hoeveel antwoorden het nog vraagt voor {}: er is maar één rij.",
    )
    how_within = Phrase(
        "For ± {}: so many answers make the 95 % interval of the gap (of the experience, where the gap has none) that "
        "narrow to either side.",
        "Voor ± {}: zo veel antwoorden maken het 95 %-interval van de kloof (van de beleving, waar de kloof er geen "
        "heeft) zo smal naar beide kanten.",
    )
