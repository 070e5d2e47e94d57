"""What the road map says as a chart."""

from __future__ import annotations

from cxmap.i18n.language import Language, Phrase
from cxmap.i18n.terms import LEVERS, STATUSES


class RoadmapWords(Language):
    """What the road map says."""

    title = Phrase("Road map", "Roadmap")
    improves = Phrase("Improves: {}", "Verbetert: {}")
    actions = Phrase(("1 action", "{} actions"), ("1 actie", "{} acties"))
    as_of = Phrase("as of {}", "stand van {}")
    quarter = Phrase("Q{}", "K{}")

    action = Phrase("Action, and what it improves", "Actie, en wat die verbetert")
    status = Phrase("Status", "Status")
    nobody = Phrase("Nobody answers for it yet", "Nog niemand verantwoordelijk")
    measured = Phrase("Expected gain, in points; measured by", "Verwachte winst, in punten; gemeten met")
    range = Phrase("{} to {}", "{} tot {}")
    target = Phrase("target {}", "doel {}")
    unmeasured = Phrase("not measured", "niet gemeten")
    undated = Phrase("Not scheduled yet", "Nog niet ingepland")
    rank = Phrase("rank {}: {}", "rang {}: {}")
    step_into = Phrase("handover: {}", "overgang: {}")
    after = Phrase("after {}", "na {}")
    today = Phrase("today, {}", "vandaag, {}")
    late = Phrase("late: due {}", "te laat: {}")
    until = Phrase("due {}", "uiterlijk {}")
    starts = Phrase("from {}", "vanaf {}")
    statuses = STATUSES

    step = Phrase("step", "stap")
    step_done = Phrase("step done", "stap afgerond")
    steps_done = Phrase("{} of {} steps done", "{} van {} stappen afgerond")
    folded = Phrase(
        "Of more than {} actions only steps that are late have a row.",
        "Van meer dan {} acties hebben alleen stappen die te laat zijn een regel.",
    )
    depends = Phrase("depends on", "hangt af van")
    dates_contradict = Phrase("{}, dates contradict each other", "{}, data spreken elkaar tegen")
    overdue = Phrase("late: due, and not done", "te laat: niet op tijd afgerond")

    matrix = Phrase("Impact and effort", "Impact en inspanning")
    effort = Phrase("Effort", "Inspanning")
    effort_ends = Phrase(("days", "a year"), ("dagen", "een jaar"))
    impact = Phrase("Impact", "Impact")
    impact_ends = Phrase(("little", "large"), ("weinig", "groot"))
    first = Phrase("large impact for little effort", "veel impact, weinig inspanning")
    more = Phrase("+{}", "+{}")
    not_rated = Phrase("No effort or impact given: {}.", "Zonder inspanning of impact: {}.")

    by_what_means = Phrase("Levers", "Soort aanpak")
    levers = LEVERS

    ranked = Phrase(
        "Rank: the touchpoint's place in the ranking of gaps, by {}, among {} that fall short.",
        "Rang: plaats van het contactmoment in de ranglijst van kloven, naar {}, van {} die tekortschieten.",
    )
    not_ranked = Phrase(
        "No ranks: no touchpoint of the journeys asked about is ranked.",
        "Geen rangen: geen contactmoment van de gevraagde klantreizen heeft er een.",
    )
    dropped = Phrase("Dropped: {}.", "Gestopt: {}.")
    today_outside = Phrase("Today, {}, lies outside the calendar.", "Vandaag, {}, ligt buiten de kalender.")

    alt_start = Phrase("Road map as of {}: {}.", "Roadmap, stand van {}: {}.")
    alt_owner = Phrase("{}: {}.", "{}: {}.")
    alt_late = Phrase("Late: {}.", "Te laat: {}.")
    alt_contradict = Phrase("Dates contradict each other: {}.", "Data spreken elkaar tegen: {}.")
    alt_none_late = Phrase("Nothing is late.", "Niets is te laat.")
    alt_undated = Phrase("Not scheduled yet: {}.", "Nog niet ingepland: {}.")
