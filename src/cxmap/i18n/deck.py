"""What a deck says besides what tables, charts and stories say."""

from __future__ import annotations

from cxmap.i18n.gaps import GapsWords
from cxmap.i18n.language import Phrase, Phrases


class DeckWords(GapsWords):
    """The words of slides."""

    subtitle = Phrase("Customer journey of {} · {}", "Klantreis van {} · {}")
    subtitle_several = Phrase("{} customer journeys · {}", "{} klantreizen · {}")
    message = Phrase("In short", "In het kort")
    figures = Phrase("{}: the figures as a chart to edit", "{}: de cijfers als grafiek om te bewerken")
    part = Phrase("{} ({}\N{NO-BREAK SPACE}of\N{NO-BREAK SPACE}{})", "{} ({}\N{NO-BREAK SPACE}van\N{NO-BREAK SPACE}{})")
    first_of = Phrase("The first {} of {}.", "De eerste {} van {}.")
    by_persona = Phrase("What comes first for each persona", "Wat voor elke persona eerst komt")
    of_persona = Phrase("{}: the first {} of {}.", "{}: de eerste {} van {}.")
    also_ranked = Phrase(
        "Ranked too, and shown by cxmap gaps: {}.",
        "Ook gerangschikt, en te zien met cxmap gaps: {}.",
    )
    chance = Phrase("in top 5", "in top 5")
    sheet = Phrase("{}. {}", "{}. {}")
    sheet_in = Phrase("{} · {} · {}", "{} · {} · {}")
    now = Phrase("Now", "Nu")
    wanted = Phrase("Wanted", "Gewenst")
    quotes = Phrase("What customers say", "Wat klanten zeggen")
    other_quotes = Phrase("What others say", "Wat anderen zeggen")
    plan = Phrase("What we do", "Wat we doen")
    ideas = Phrase("Ideas", "Ideeën")
    parties = Phrase("Who is needed", "Wie nodig zijn")
    measured = Phrase("How we will see it", "Waaraan we het zien")
    none_planned = Phrase("No action is planned.", "Er is geen actie gepland.")
    nothing_said = Phrase("Not described yet.", "Nog niet beschreven.")
    due = Phrase("due {}", "uiterlijk {}")
    hopes = Phrase("hoped for by its owner, no forecast: {}", "waar de eigenaar op hoopt, geen voorspelling: {}")
    gain = Phrase("+{}", "+{}")
    no_steps = Phrase(
        "To-dos are left out here; cxmap render --chart roadmap shows them.",
        "Deeltaken staan hier niet op; cxmap render --chart roadmap toont ze.",
    )
    no_channels = Phrase(
        "Channels, handovers and what lifts or lowers the experience are left out here, so that the text can be read; "
        "cxmap render --chart emotion shows them.",
        "Kanalen, overgangen en wat de beleving verhoogt of verlaagt staan hier niet op, zodat de tekst leesbaar is; "
        "cxmap render --chart emotion toont ze.",
    )
    n = Phrase("n", "n")
    changes = Phrase("What changed since the last wave", "Wat er veranderde sinds de vorige meting")
    changed = Phrase(
        "Of {} scores measured twice, {} changed more than chance.",
        "Van {} scores die twee keer gemeten zijn, veranderden er {} aantoonbaar.",
    )
    between = Phrase("{} to {}", "{} tot {}")
    score = Phrase("score", "score")
    unchanged = Phrase(
        "Of {} scores measured twice, none changed more than chance.",
        "Van {} scores die twee keer gemeten zijn, veranderde er geen aantoonbaar.",
    )
    before = Phrase("before", "eerst")
    after = Phrase("now", "nu")
    change = Phrase("change", "verschil")
    waves = Phrase("Before: {}; now: {}.", "Eerst: {}; nu: {}.")
    verdict = Phrase("more than chance?", "aantoonbaar?")
    verdicts = Phrases(
        {
            "better": ("▲ better", "▲ beter"),
            "worse": ("▼ worse", "▼ slechter"),
            "higher": ("higher", "hoger"),
            "lower": ("lower", "lager"),
            "no-clear-change": ("no clear change", "geen aantoonbaar verschil"),
            "not-tested": ("not tested", "niet getoetst"),
        }
    )
    among = Phrase("not clear among {} compared", "niet aantoonbaar bij {} vergelijkingen")
    no_cause = Phrase(
        "What caused a change is not tested.",
        "Waardoor iets veranderde is niet getoetst.",
    )
    sources = Phrase("Where the figures come from", "Waar de cijfers vandaan komen")
    source = Phrase("source", "bron")
    kind = Phrase("kind", "soort")
    dated = Phrase("date", "datum")
    scores = Phrase("scores", "scores")
    findings = Phrase("quotes, notes", "citaten, notities")
    kinds = Phrases(
        {
            "survey": ("survey", "enquête"),
            "interview": ("interviews", "interviews"),
            "panel": ("panel", "panel"),
            "feedback-session": ("feedback session", "feedbacksessie"),
            "usability-test": ("usability test", "gebruikstest"),
            "reviews": ("reviews", "recensies"),
            "complaints": ("complaints", "klachten"),
            "employees": ("employees", "medewerkers"),
            "observation": ("observation", "observatie"),
            "walkthrough": ("walkthrough", "zelf doorlopen"),
            "analytics": ("analytics", "webstatistiek"),
            "workshop": ("workshop: our own estimate", "workshop: eigen inschatting"),
            "assumption": ("assumption: our own estimate", "aanname: eigen inschatting"),
        }
    )
    method = Phrase(
        "Intervals are at 95 %. Every figure has a formula and a source in cxmap's method page.",
        "Intervallen zijn bij 95 %. Elk cijfer heeft een formule en een bron op de methodepagina van cxmap.",
    )
    made_by = Phrase("Made on {} by: {}", "Gemaakt op {} met: {}")
    backup = Phrase(
        "Backup: a line chart whose data can be edited. It shows experience only; assumptions, importance, channels "
        "and detours are on the slide before.",
        "Reserve: een lijngrafiek met bewerkbare gegevens. Hij toont alleen de beleving; aannames, belang, kanalen en "
        "omwegen staan op de dia hiervoor.",
    )
