"""What helps to decide after a ranking: the plan under a budget, what if, how many more answers."""

from __future__ import annotations

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
        "“Stays from”: from this part of what is hoped of it on, an action surely stays chosen.",
        "“Blijft vanaf”: vanaf dit deel van wat ervan gehoopt wordt, blijft een actie zeker gekozen.",
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
