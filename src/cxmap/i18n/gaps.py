"""What a ranking of touchpoints says, as a table."""

from __future__ import annotations

from cxmap.i18n.figures import FigureWords
from cxmap.i18n.language import Phrase, Phrases


class GapsWords(FigureWords):
    """What a ranking says."""

    nothing_short = Phrase("Nothing shown here falls short.", "Niets van wat hier staat schiet tekort.")
    work_on = Phrase("Work first on {}: {}.", "Begin met {}: {}.")
    addressed = Phrase("an action addresses it", "er is een actie voor")
    not_addressed = Phrase("no action addresses it yet", "er is nog geen actie voor")
    some_addressed = Phrase(
        ("1 of them has an action", "{} of them have an action"), ("voor 1 is er een actie", "voor {} is er een actie")
    )
    none_addressed = Phrase("no action addresses them yet", "er zijn nog geen acties voor")
    on_a_guess = Phrase(
        "A score behind this is the team's own guess, or names no source.",
        "Een score hierachter is een inschatting van het team zelf, of noemt geen bron.",
    )

    ranked_by = Phrase(
        "Ranked by {}: {}, with every score put on 0–10.",
        "Gerangschikt op {}: {}, met elke score op 0–10.",
    )
    formulas = Phrases(
        {
            "priority": ("importance × unmet gap / 10", "belang × onvervulde kloof / 10"),
            "gap": ("importance − experience", "belang − beleving"),
            "opportunity": ("importance + unmet gap", "belang + onvervulde kloof"),
            "shortfall": ("importance × (10 − experience) / 10", "belang × (10 − beleving) / 10"),
            "improvement": ("importance × share of negative answers", "belang × aandeel negatieve antwoorden"),
            "target": (
                "importance × distance to the desired experience / 10",
                "belang × afstand tot de gewenste beleving / 10",
            ),
        }
    )
    by_shares = Phrase(
        "Ranked by opportunity as Ulwick has it, with I and S ten times the share of top-two answers to importance and "
        "experience: I + max(I − S, 0), 0–20. Shares have Wilson's 95 % interval.",
        "Gerangschikt op kans zoals Ulwick die berekent, met I en S tienmaal het aandeel antwoorden in de hoogste twee "
        "bij belang en beleving: I + max(I − S, 0), 0–20. Aandelen hebben het 95 %-interval van Wilson.",
    )
    top_two_marks = Phrase("The top two are the answers {} and {}.", "De hoogste twee zijn de antwoorden {} en {}.")
    top_two_each = Phrase(
        "The top two are the two highest marks of each scale.",
        "De hoogste twee zijn de twee hoogste cijfers per schaal.",
    )
    top_two = Phrase(("top two imp.", "top two exp."), ("hoogste 2 belang", "hoogste 2 beleving"))
    top_two_answers = Phrase("top two", "hoogste 2")
    bands = Phrases(
        {
            "considerable": ("(10+)", "(10+)"),
            "high": ("(12+)", "(12+)"),
            "extreme": ("(15+)", "(15+)"),
        }
    )
    derived = Phrase(
        "Importance is derived from the answers: a weight, not a mark, so no experience is subtracted from it.",
        "Het belang is afgeleid uit de antwoorden: een gewicht en geen cijfer, dus er gaat geen beleving van af.",
    )
    sign = Phrase(
        "Gap = importance − experience: positive means the experience falls short (SERVQUAL and LibQUAL have the "
        "opposite sign).",
        "Kloof = belang − beleving: positief betekent dat de beleving tekortschiet (bij SERVQUAL en LibQUAL is het "
        "teken omgekeerd).",
    )
    our_weight = Phrase(
        "Importance in the {} is {} the customers' and {} our own (importance_to_us).",
        "Belang in de maat {}: voor {} dat van de klant en voor {} dat van onszelf (importance_to_us).",
    )
    reach = Phrase(
        "Each figure is multiplied by the reach: the share of customers who pass.",
        "Elke uitkomst is vermenigvuldigd met het bereik: het aandeel klanten dat hier langskomt.",
    )
    marks_on = Phrase("Marks are on {}–{}, gaps in its points.", "Cijfers staan op {}–{}, kloven in punten daarvan.")
    only_marks_on = Phrase("Marks are on {}–{}.", "Cijfers staan op {}–{}.")
    scores_on_ten = Phrase("Scores are on 0–10.", "Scores staan op 0–10.")
    all_on_ten = Phrase("Scores and gaps are on 0–10.", "Scores en kloven staan op 0–10.")

    same_top = Phrase(
        "With {} rows or fewer every figure has the same top {}; the order within it can differ.",
        "Bij {} rijen of minder heeft elke maat dezelfde top {}; de volgorde daarbinnen kan verschillen.",
    )
    no_other_figure = Phrase(
        "No other figure fits a derived importance, so nothing says how the choice of figure matters.",
        "Bij een afgeleid belang past geen andere maat, dus hoeveel de keuze van de maat uitmaakt is niet te zeggen.",
    )
    of_the_top = Phrase("Of the top {}, {}.", "Van de top {} staan er {}.")
    also_in_top = Phrase("{} are also in the top {} by {}", "{} ook in de top {} op {}")
    by_another = Phrase("{} by {}", "{} op {}")
    without_action = Phrase("In a top {} and named by no action: {}.", "In een top {} en nog zonder actie: {}.")
    coverage = Phrase("{} of {} touchpoints scored.", "{} van {} contactmomenten met scores.")
    coverage_each = Phrase(
        "{} of {} touchpoints scored, each counted for every persona who passes.",
        "{} van {} contactmomenten met scores, elk geteld voor iedere persona die er langskomt.",
    )
    crosshair = Phrase(
        "Quadrants meet at importance {}, experience {} ({}) for {} in {}.",
        "De kwadranten komen samen bij belang {}, beleving {} ({}) voor {} in {}.",
    )
    crosshairs = Phrases(
        {
            "mean": ("mean", "gemiddelde"),
            "median": ("median", "mediaan"),
            "scale": ("middle of the scale", "midden van de schaal"),
            "given": ("as given", "zoals opgegeven"),
        }
    )
    not_scored = Phrase("Not scored: {}/{} ({}), {}", "Zonder score: {}/{} ({}), {}")
    unscored = Phrase("Not scored:", "Zonder score:")
    lacks = Phrase("no {}", "geen {}")
    missing = Phrases(
        {
            "importance": ("importance", "belang"),
            "experience": ("experience", "beleving"),
            "desired": ("desired", "gewenste beleving"),
            "importance_to_us": ("importance_to_us", "importance_to_us"),
            "counts": ("counts", "counts"),
        }
    )
    more_unscored = Phrase(
        "… and {} more touchpoints are not scored; --format json has all.",
        "… en nog {} contactmomenten zonder score; --format json heeft ze allemaal.",
    )
    more_crosshairs = Phrase(
        "… and {} more crosshairs; --format json has all.",
        "… en nog {} assenkruisen; --format json heeft ze allemaal.",
    )

    together = Phrase("All personas together", "Alle persona's samen")
    targets_together = Phrase("Personas of target segments together: {}", "Persona's van doelsegmenten samen: {}")
    focus_together = Phrase("Personas in focus together: {}", "Persona's in focus samen: {}")
    not_in_focus = Phrase("{}: not a focus segment", "{}: geen focussegment")
    everybody = Phrase("all", "alle")

    touchpoint = Phrase("touchpoint", "contactmoment")
    stage = Phrase("stage", "fase")
    persona = Phrase("persona", "persona")
    importance = Phrase("importance", "belang")
    experience = Phrase("experience", "beleving")
    zero_to_ten = Phrase("0 to 10", "0 tot 10")
    on_zero_to_ten = Phrase("on 0 to 10", "van 0 tot 10")
    mark = Phrase("mark", "cijfer")
    gap = Phrase("gap", "kloof")
    gap_on_ten = Phrase("gap 0–10", "kloof 0–10")
    interval = Phrase("95 % interval", "95 %-interval")
    quadrant = Phrase("quadrant", "kwadrant")
    signs = Phrase("marks", "tekens")
    action = Phrase("action", "actie")
    handover = Phrase("handover", "overgang")
    negative = Phrase("{} neg. ({}–{})", "{} neg. ({}–{})")
    too_few = Phrase("too few", "te weinig")
    all_alike = Phrase("all alike", "allemaal gelijk")
    ranks = Phrase("rank {}–{}", "rang {}–{}")
    in_top = Phrase("top 5 {}", "top 5 {}")
    no_action = Phrase("no action", "geen actie")
    quadrants = Phrases(
        {
            "concentrate-here": ("concentrate here", "hier aan werken"),
            "keep-up": ("keep up", "zo doorgaan"),
            "low-priority": ("low priority", "lage prioriteit"),
            "possible-overkill": ("possible overinvestment", "mogelijk meer dan nodig"),
        }
    )

    legend = Phrases(
        {
            "full": ("{} experience", "{} beleving"),
            "missing": ("{} what is missing", "{} wat ontbreekt"),
            "beyond": ("{} beyond what matters", "{} meer dan van belang is"),
            "both": ("{} importance above, experience below", "{} belang boven, beleving onder"),
            "=": ("= shares its rank", "= gedeelde rang"),
            "*": ("* small sample (5 to 29 answers)", "* kleine steekproef (5 tot 29 antwoorden)"),
            "c": (
                "c conservative: too wide if the same people gave both marks",
                "c voorzichtig: te breed als dezelfde mensen beide cijfers gaven",
            ),
            "~": ("~ borderline", "~ grensgeval"),
            "band": (
                "Ulwick's bands: 10+ worth considering, 12+ a high opportunity, 15+ an extreme one",
                "banden van Ulwick: 10+ het overwegen waard, 12+ grote kans, 15+ uitzonderlijke kans",
            ),
            "truth": ("{} moment of truth", "{} moment van de waarheid"),
            "wow": ("{} wow", "{} wow"),
            "weak": ("{} weakest link", "{} zwakste schakel"),
            "guess": (
                "{} the team's own guess, or no source named",
                "{} inschatting van het team zelf, of zonder bron",
            ),
        }
    )

    title = Phrase("Improvement opportunities by {}", "Verbeterkansen op {}")
    with_gap = Phrase(", gap {}", ", kloof {}")
    truth = Phrase(", moment of truth", ", moment van de waarheid")
