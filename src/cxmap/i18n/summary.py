"""What the summary of a journey says."""

from __future__ import annotations

from cxmap.i18n.language import Language, Phrase, Phrases


class SummaryWords(Language):
    """What journey summaries say."""

    title = Phrase("Journeys in figures", "Klantreizen in cijfers")
    nothing = Phrase("There is no journey in the files given.", "Er is geen klantreis in deze bestanden.")
    desired = Phrase("{}, desired", "{}, gewenst")
    everything = Phrase("All current journeys ({}, {})", "Alle huidige klantreizen ({}, {})")
    without = Phrase("{}, without those of no focus segment: {}", "{}, zonder wie geen focussegment is: {}")
    on_ten = Phrase("{}, on 0–10 as their scales differ", "{}, op 0–10 omdat hun schalen verschillen")
    all_ = Phrase("All", "Alle")
    journeys = Phrase(("1 journey", "{} journeys"), ("1 klantreis", "{} klantreizen"))
    personas = Phrase(("1 persona", "{} personas"), ("1 persona", "{} persona's"))

    mean = Phrase("Mean experience, {}–{}", "Gemiddelde beleving, {}–{}")
    index = Phrase("Weighted by importance", "Gewogen naar belang")
    lowest = Phrase("Lowest", "Laagste")
    highest = Phrase("Highest", "Hoogste")
    ending = Phrase("Ending", "Einde")
    weakest_link = Phrase("Weakest link", "Zwakste schakel")
    below_pass = Phrase("Below pass mark", "Onvoldoende")
    largest_drop = Phrase("Largest drop", "Grootste daling")
    channel_drops = Phrase("Drops at channel changes", "Dalingen bij kanaalwissels")
    peak_end = Phrase("Peak–end (heuristic)", "Piek-einde (vuistregel)")
    waiting = Phrase("Waiting", "Wachttijd")
    effort = Phrase("Effort time", "Bestede tijd")
    scored = Phrase("Scored", "Met scores")
    evidence = Phrase("With quotes or notes", "Met citaten of notities")
    voice = Phrase("Customers' own voice", "Stem van de klant")

    not_scored = Phrase("not scored", "geen score")
    no_pass = Phrase("no pass given", "geen pass opgegeven")
    below = Phrase("{} below {}", "{} onder {}")
    none = Phrase("none", "geen")
    peak = Phrase("peak {}", "piek {}")
    of = Phrase("{} of {}", "{} van {}")

    units = Phrases(
        {
            "minute": (("{} minute", "{} minutes"), ("{} minuut", "{} minuten")),
            "hour": (("{} hour", "{} hours"), ("{} uur", "{} uur")),
            "day": (("{} day", "{} days"), ("{} dag", "{} dagen")),
            "working-day": (("{} working day", "{} working days"), ("{} werkdag", "{} werkdagen")),
            "month": (("{} month", "{} months"), ("{} maand", "{} maanden")),
        }
    )

    notes = Phrase(
        (
            "Weighted by importance is Σ importance × experience / Σ importance.",
            "The weakest link is the lowest experience among touchpoints of at least mean importance.",
            "Peak–end is the mean of the most extreme and the last experience: a heuristic of what people remember.",
            (
                "Waiting and effort time are added along the line, detours aside: a day is 24 hours; working days, "
                "months apart."
            ),
        ),
        (
            "Gewogen naar belang is Σ belang × beleving / Σ belang.",
            "De zwakste schakel is de laagste beleving van de contactmomenten met minstens gemiddeld belang.",
            "Piek-einde is het gemiddelde van de uitschieter en het einde: een vuistregel voor wat mensen onthouden.",
            (
                "Wachttijd en bestede tijd tellen op langs de lijn, zonder omwegen: een dag is 24 uur; werkdagen en "
                "maanden apart."
            ),
        ),
    )
