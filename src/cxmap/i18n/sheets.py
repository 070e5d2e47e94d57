"""What maps and blueprints say."""

from __future__ import annotations

from cxmap.i18n.language import Language, Phrase, Phrases
from cxmap.i18n.terms import STATUSES


class SheetWords(Language):
    """What journey map and blueprint say.

    ``rows`` are the labels of rows, by the name that ``--rows`` takes.
    """

    map_of = Phrase("Journey map of {}", "Klantreiskaart van {}")
    blueprint_of = Phrase("Service blueprint of the journey of {}", "Blauwdruk van de klantreis van {}")
    canvas_of = Phrase("Empty journey map for {}", "Lege klantreiskaart voor {}")
    size = Phrase("{} in {}", "{} in {}")
    unowned = Phrase("Without an owner: {}.", "Zonder eigenaar: {}.")
    starts = Phrase("Starts: {}", "Begint met: {}")
    ends = Phrase("Ends: {}", "Eindigt met: {}")
    rows = Phrases(
        {
            "pictures": ("Pictures", "Beelden"),
            "goal": ("Goal", "Doel"),
            "doing": ("Doing", "Doet"),
            "thinking": ("Thinking", "Denkt"),
            "feeling": ("Feeling", "Voelt"),
            "expectation": ("Expectation", "Verwachting"),
            "channel": ("Channel", "Kanaal"),
            "lifts": ("Pleasures and pain points", "Plus- en minpunten"),
            "quotes": ("Customer quotes and notes", "Wat klanten zeggen, en notities"),
            "choices": ("Choices", "Keuzes"),
            "time": ("Waiting and effort time", "Wachttijd en bestede tijd"),
            "moments": ("Moments of truth and wow", "Momenten van de waarheid en wow"),
            "owner": ("Owner", "Eigenaar"),
            "metrics": ("Metrics", "Meetpunten"),
            "questions": ("Questions for customers", "Vragen aan klanten"),
            "opportunities": ("Opportunities", "Verbeterkansen"),
            "actions": ("Actions", "Acties"),
        }
    )
    touchpoint = Phrase("Touchpoint", "Contactmoment")
    back_to = Phrase("back to: {}", "terug naar: {}")
    also = Phrase("or {}", "of {}")
    more = Phrase("and {} more", "en nog {}")
    waits = Phrase("waits {}", "wacht {}")
    busy = Phrase("{} effort", "{} bestede tijd")
    loses = Phrase("lost: {}", "gaat verloren: {}")
    in_all = Phrase("In all: {}.", "In totaal: {}.")
    between = Phrase("between {}", "tussen {}")
    based_on = Phrase("based on {}", "op grond van {}")
    metric_now = Phrase("now {}", "nu {}")
    metric_target = Phrase("target {}", "doel {}")
    improve_first = Phrase(
        "Numbers: the first three to improve, by {}.", "Cijfers: de eerste drie om te verbeteren, naar {}."
    )
    units = Phrases(
        {
            "minute": (("minute", "minutes"), ("minuut", "minuten")),
            "hour": (("hour", "hours"), ("uur", "uur")),
            "day": (("day", "days"), ("dag", "dagen")),
            "working-day": (("working day", "working days"), ("werkdag", "werkdagen")),
            "week": (("week", "weeks"), ("week", "weken")),
            "month": (("month", "months"), ("maand", "maanden")),
        }
    )
    short_units = Phrases(
        {
            "minute": ("min", "min"),
            "hour": ("h", "u"),
            "day": ("d", "d"),
        }
    )
    by = Phrase("by {}", "uiterlijk {}")
    statuses = STATUSES
    evidence = Phrase("What customers see", "Wat klanten zien")
    waiting = Phrase("Waiting time", "Wachttijd")
    customer_actions = Phrase("Customer actions", "Wat de klant doet")
    fails = Phrase("Fail points", "Faalpunten")
    missing = Phrase(
        "we meet the customer here, and nothing is described", "hier is contact, en er is niets beschreven"
    )
    department = Phrase("supporting department", "ondersteunende afdeling")
    system = Phrase("system", "systeem")
    frontstage = Phrase("Frontstage", "Voor de schermen")
    backstage = Phrase("Backstage", "Achter de schermen")
    support = Phrase("Supporting departments and systems", "Ondersteunende afdelingen en systemen")
    influence = Phrase("Stakeholders who influence them", "Belanghebbenden die hen beïnvloeden")
    interaction_line = Phrase("Line of interaction", "Interactielijn")
    visibility_line = Phrase("Line of visibility", "Zichtlijn")
    internal_line = Phrase("Line of internal interaction", "Interne interactielijn")
