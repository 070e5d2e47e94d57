"""What the dashboard says."""

from __future__ import annotations

from cxmap.i18n.language import Language, Phrase, Phrases


class DashboardWords(Language):
    """What the dashboard says."""

    title = Phrase("Dashboard", "Dashboard")
    as_of = Phrase("as of {}", "stand van {}")
    metrics = Phrase(("1 metric", "{} metrics"), ("1 meetpunt", "{} meetpunten"))
    percentage_points = Phrase(("{} percentage point", "{} percentage points"), ("{} procentpunt", "{} procentpunten"))
    better = Phrases(
        {
            "higher": ("higher is better", "hoger is beter"),
            "lower": ("lower is better", "lager is beter"),
        }
    )

    moved = Phrase("Moved the right way since baseline: {}", "Bewogen de goede kant op sinds de nulmeting: {}")
    sure = Phrase("{} more than chance", "{} aantoonbaar")
    unmeasured = Phrase("{} not measured", "{} niet gemeten")
    contradicting = Phrase(
        ("1 contradicts its target", "{} contradict their targets"),
        ("1 gaat tegen zijn doel in", "{} gaan tegen hun doel in"),
    )
    at_target = Phrase("{} at the target", "{} op het doel")
    tested = Phrases(
        {
            "better": ("Better, more than chance ({} to {})", "Aantoonbaar beter ({} tot {})"),
            "worse": ("Worse, more than chance ({} to {})", "Aantoonbaar slechter ({} tot {})"),
        }
    )
    unclear = Phrase("No clear change ({} to {})", "Geen aantoonbaar verschil ({} tot {})")
    among = Phrase("Not clear among {} compared ({} to {})", "Niet aantoonbaar bij {} vergelijkingen ({} tot {})")
    untested = Phrases(
        {
            "no-spread": ("No spread given, so not tested", "Geen spreiding opgegeven, dus niet getoetst"),
            "too-few": ("Too few answers, so not tested", "Te weinig antwoorden, dus niet getoetst"),
            "all-alike": ("All answers alike, so not tested", "Alle antwoorden gelijk, dus niet getoetst"),
        }
    )
    schedules = Phrases(
        {
            "ahead": ("ahead of schedule", "voor op schema"),
            "on": ("on schedule", "op schema"),
            "behind": ("behind schedule", "achter op schema"),
        }
    )
    reached = Phrase("Target reached", "Doel bereikt")
    to_go = Phrase("{} to go", "nog {} tot het doel")
    way = Phrase("{} to go, {} of the way", "nog {} tot het doel, {} gerealiseerd")
    further = Phrase("Further away: {} to go", "Verder weg: nog {} tot het doel")
    same = Phrase("As at the baseline: {} to go", "Als bij de nulmeting: nog {} tot het doel")
    unread = Phrase("Not measured since baseline: {} to go", "Niet gemeten sinds de nulmeting: nog {} tot het doel")
    contradicts_direction = Phrase("Target contradicts its direction", "Doel gaat tegen de richting in")
    dates_contradict = Phrase("dates contradict each other", "data spreken elkaar tegen")
    past = Phrase("{}; the target's day has passed", "{}; de dag van het doel is voorbij")
    since = Phrase("{} since the baseline", "{} sinds de nulmeting")
    no_baseline = Phrase("No baseline to compare with", "Geen nulmeting om mee te vergelijken")
    only_baseline = Phrase("Not measured since baseline", "Niet gemeten sinds de nulmeting")
    then = Phrase("baseline {} ({})", "nulmeting {} ({})")
    now = Phrase("now {} ({})", "nu {} ({})")
    aimed = Phrase("target {} ({})", "doel {} ({})")
    no_target = Phrase("no target", "geen doel")
    nothing_known = Phrase("Nothing measured yet", "Nog niets gemeten")

    baseline = Phrase("baseline", "nulmeting")
    reading = Phrase("reading", "meting")
    target = Phrase("target", "doel")
    distance = Phrase("still to go", "nog tot het doel")

    journeys = Phrase("Journeys, current state", "Klantreizen, huidige situatie")
    journey = Phrase("Journey and persona", "Klantreis en persona")
    index = Phrase("Experience, weighted by importance", "Beleving, gewogen naar belang")
    weakest_link = Phrase("Weakest link", "Zwakste schakel")
    as_desired = Phrase("Touchpoints at the desired level", "Contactmomenten op gewenst niveau")
    metrics_moved = Phrase(
        "Metrics that moved the right way since baseline", "Meetpunten die sinds de nulmeting de goede kant op bewogen"
    )
    evidence = Phrase("Touchpoints with evidence", "Contactmomenten met bewijs")
    scored = Phrase("{} of {} touchpoints scored", "{} van {} contactmomenten met scores")
    assumed = Phrase("{} of {} scores assumed", "{} van {} scores aangenomen")
    of = Phrase("{} of {}", "{} van {}")
    none = Phrase("not known", "niet bekend")
    ends = Phrase("{} to {}", "{} tot {}")

    zoomed = Phrase(
        "The bar on a ruler is the part of the whole scale that is drawn: baseline to target, 30 % more at both ends.",
        "De balk op een liniaal is het deel van de hele schaal dat is getekend: nulmeting tot doel, aan beide kanten "
        "30 % meer.",
    )
    scales = Phrase(
        "Whole scales: percentages 0 to 100, NPS −100 to 100, all else from 0.",
        "Hele schalen: percentages 0 tot 100, NPS −100 tot 100, de rest vanaf 0.",
    )
    chance = Phrase(
        "More than chance: at 5 %, corrected (Holm) for the {} metrics compared; causes are not tested.",
        "Aantoonbaar: op 5 %, gecorrigeerd (Holm) voor {} vergeleken meetpunten; oorzaken zijn niet getoetst.",
    )
    no_chance = Phrase(
        "No change is tested against chance: for that, baseline and readings need n, and sd or a percentage.",
        "Geen verandering is getoetst: daarvoor is n nodig bij nulmeting en meting, en sd of een percentage.",
    )
    computed = Phrase(
        "Metrics of a journey are those that its touchpoints or its actions name.",
        "Meetpunten van een klantreis zijn die welke zijn contactmomenten of acties noemen.",
    )
    index_change = Phrase("since the wave before: {} ({})", "sinds de vorige meting: {} ({})")

    alt_start = Phrase("Dashboard as of {}: {}.", "Dashboard, stand van {}: {}.")
    alt_metric = Phrase("{} ({}): {}.", "{} ({}): {}.")
    alt_journey = Phrase(
        "{}, {}: index {}, weakest link {}, metrics that moved the right way {}, evidence at {}.",
        "{}, {}: index {}, zwakste schakel {}, meetpunten de goede kant op {}, bewijs bij {}.",
    )
