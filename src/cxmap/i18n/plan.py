"""What lists of actions say."""

from __future__ import annotations

from cxmap.i18n.figures import FigureWords
from cxmap.i18n.language import Phrase, Phrases
from cxmap.i18n.terms import LEVERS


class PlanWords(FigureWords):
    """What the road map says as a list, in calendars and in tickets."""

    title = Phrase("Road map", "Roadmap")
    nothing = Phrase("There are no actions to show.", "Er zijn geen acties om te tonen.")
    conclusion = Phrase("As of {}: {} to do, {}.", "Stand van {}: {} te doen, {}.")
    none_late = Phrase("nothing late", "niets te laat")
    some_late = Phrase(("1 late", "{} late"), ("1 te laat", "{} te laat"))
    next_due = Phrase("Next, on {}: {}.", "Eerstvolgende, op {}: {}.")
    hope = Phrase(
        "What owners hope for, not a forecast: {} {} {} ({}, on {}–{}, weighted by importance).",
        "Waar eigenaren op hopen, geen voorspelling: {} {} {} ({}, op {}–{}, gewogen naar belang).",
    )

    to_do = Phrase("To do", "Te doen")
    ended = Phrase("Done and dropped", "Afgerond en gestopt")
    due = Phrase("due", "uiterlijk")
    finished = Phrase("finished", "afgerond op")
    action = Phrase("action / step", "actie / stap")
    owner = Phrase("owner", "eigenaar")
    status = Phrase("status", "status")
    improves = Phrase("improves", "verbetert")
    links = Phrase("links", "links")
    outcome = Phrase("outcome", "uitkomst")
    learned = Phrase("what was learned", "wat we leerden")

    statuses = Phrases(
        {
            "idea": ("idea", "idee"),
            "planned": ("planned", "gepland"),
            "in-progress": ("in progress", "in uitvoering"),
            "open": ("to do", "te doen"),
            "done": ("done", "afgerond"),
            "dropped": ("dropped", "gestopt"),
        }
    )
    outcomes = Phrases(
        {
            "confirmed": ("confirmed", "bevestigd"),
            "refuted": ("refuted", "weerlegd"),
            "unclear": ("unclear", "onduidelijk"),
        }
    )
    levers = LEVERS
    is_late = Phrase("{}, late", "{}, te laat")
    dates_contradict = Phrase("{}, dates contradict each other", "{}, data spreken elkaar tegen")
    rank = Phrase("rank {}: {}", "rang {}: {}")
    handover = Phrase("handover: {}", "overgang: {}")
    hypothesis = Phrase("expected: {}", "verwacht: {}")
    counted_lever = Phrase("{} {}", "{} {}")

    late_notes = Phrase("Late: {}.", "Te laat: {}.")
    unscheduled = Phrase("Not scheduled yet: {}.", "Nog niet ingepland: {}.")
    unowned = Phrase("Nobody answers for it yet: {}.", "Nog niemand verantwoordelijk: {}.")
    used_levers = Phrase("Levers: {}.", "Soort aanpak: {}.")
    ranked = Phrase(
        "Rank: the touchpoint's place in the ranking of gaps, by {}.",
        "Rang: plaats van het contactmoment in de ranglijst van kloven, naar {}.",
    )
    unused = Phrase(
        "Hoped for, and in no index: {}; an index is of touchpoints with both scores, in current journeys.",
        "Wel gehoopt, maar in geen index: {}; die telt contactmomenten met beide scores, in huidige klantreizen.",
    )

    fell_short = Phrase(
        "Importance {}, experience {}, on {}–{}; rank {} by {}.",
        "Belang {}, beleving {}, op {}–{}; rang {} op {}.",
    )
    expected = Phrase("Expected: {}", "Verwacht: {}")
    in_stage = Phrase("Stage: {}", "Fase: {}")
    no_action = Phrase("No action addresses it yet.", "Er is nog geen actie voor.")
    has_actions = Phrase("Actions: {}", "Acties: {}")

    owned_by = Phrase("Owner: {}", "Eigenaar: {}")
    has_status = Phrase("Status: {}", "Status: {}")
    due_on = Phrase("Due: {}", "Uiterlijk: {}")
    part_of = Phrase("Part of: {}", "Onderdeel van: {}")
    will_improve = Phrase("Improves: {}", "Verbetert: {}")
    will_be = Phrase("The experience will be: {}", "De beleving wordt: {}")
    within = Phrase("{} ({})", "{} ({})")
    ticked = Phrase("✓ {}", "✓ {}")
