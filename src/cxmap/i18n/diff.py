"""What is said of two states of a project."""

from __future__ import annotations

from cxmap.i18n.language import Language, Phrase, Phrases


class DiffWords(Language):
    """What ``diff`` says. Names of keys are those of the files, in both languages."""

    title = Phrase("What changed", "Wat er is veranderd")
    nothing = Phrase("No changes.", "Geen veranderingen.")
    goalposts = Phrase("Goalposts moved", "Doelen verlegd")
    groups = Phrases(
        {
            "roadmap": ("roadmap", "verbeterplan"),
            "library": ("library", "bibliotheek"),
            "configuration": ("configuration", "configuratie"),
        }
    )
    things = Phrases(
        {
            "touchpoint": (("1 touchpoint", "{} touchpoints"), ("1 contactmoment", "{} contactmomenten")),
            "stage": (("1 stage", "{} stages"), ("1 fase", "{} fasen")),
            "journey": (("1 journey", "{} journeys"), ("1 klantreis", "{} klantreizen")),
            "persona": (("1 persona", "{} personas"), ("1 persona", "{} persona's")),
            "segment": (("1 segment", "{} segments"), ("1 segment", "{} segmenten")),
            "stakeholder": (("1 stakeholder", "{} stakeholders"), ("1 stakeholder", "{} stakeholders")),
            "channel": (("1 channel", "{} channels"), ("1 kanaal", "{} kanalen")),
            "source": (("1 source", "{} sources"), ("1 bron", "{} bronnen")),
            "metric": (("1 metric", "{} metrics"), ("1 meetpunt", "{} meetpunten")),
            "action": (("1 action", "{} actions"), ("1 actie", "{} acties")),
            "step": (("1 step", "{} steps"), ("1 stap", "{} stappen")),
            "handover": (("1 handover", "{} handovers"), ("1 overgang", "{} overgangen")),
            "evidence": (
                ("evidence at 1 place", "evidence at {} places"),
                ("bewijs op 1 plek", "bewijs op {} plekken"),
            ),
            "configuration": (("the configuration", "the configuration"), ("de configuratie", "de configuratie")),
        }
    )
    changed = Phrase("{} changed", "{} veranderd")
    none_changed = Phrase("nothing changed", "niets veranderd")
    counts = Phrase(
        "{}; {} added, {} removed, {} moved, {} renamed.", "{}; {} nieuw, {} weg, {} verplaatst, {} hernoemd."
    )
    judged = Phrase("{} worse, {} better.", "{} slechter, {} beter.")
    top = Phrase("Top {}: {}.", "Top {}: {}.")
    entered = Phrase("{} entered", "{} erbij")
    left = Phrase("{} left", "{} eruit")
    family = Phrase(
        "More than chance at 5 %, by Holm's correction within the scores compared here; {}.",
        "Aantoonbaar op 5 %, met de correctie van Holm binnen de scores die hier zijn vergeleken; {}.",
    )
    cause = Phrase("what caused a change is not tested", "wat een verschil veroorzaakte, is niet getoetst")
    validate = Phrase("validate: {}", "validate: {}")
    new_findings = Phrase("{} new ({})", "{} nieuw ({})")
    no_new = Phrase("nothing new", "niets nieuws")
    gone = Phrase("{} gone", "{} weg")
    severities = Phrases(
        {
            "error": (("1 error", "{} errors"), ("1 fout", "{} fouten")),
            "warning": (("1 warning", "{} warnings"), ("1 waarschuwing", "{} waarschuwingen")),
            "advice": (("1 advice", "{} advice"), ("1 advies", "{} adviezen")),
        }
    )
    at = Phrase("{} at {}", "{} bij {}")

    severity = Phrases({"worse": ("worse", "slechter"), "better": ("better", "beter"), "neutral": ("", "")})
    was_is = Phrase("{} {} → {}", "{} {} → {}")
    is_new = Phrase("{} {} (was not given)", "{} {} (was niet opgegeven)")
    is_gone = Phrase("{} removed (was {})", "{} verwijderd (was {})")
    texts = Phrase("{}: {}", "{}: {}")
    order = Phrase("in another order", "in een andere volgorde")
    days_later = Phrase(("1 day later", "{} days later"), ("1 dag later", "{} dagen later"))
    days_earlier = Phrase(("1 day earlier", "{} days earlier"), ("1 dag eerder", "{} dagen eerder"))
    history = Phrase("earlier waves were altered or removed", "eerdere metingen zijn gewijzigd of verwijderd")
    easier = Phrase("easier to reach", "makkelijker te halen")
    raised = Phrase(
        "a guess is called a measurement now; its figures are the same ones",
        "een inschatting heet nu een meting; de cijfers zijn dezelfde",
    )
    reasons = Phrases(
        {
            "team": ("the team's own mark", "cijfer van het team zelf"),
            "same-wave": ("other figures of the same wave", "andere cijfers van dezelfde meting"),
            "not-comparable": ("other series, kind or scale", "andere reeks, soort of schaal"),
            "no-spread": ("no n or sd", "geen n of sd"),
            "too-few": ("under 5 answers", "minder dan 5 antwoorden"),
            "all-alike": ("all answers alike", "alle antwoorden gelijk"),
            "everybody": ("everybody was asked", "iedereen is gevraagd"),
            "needs-answers": ("needs the answers", "daarvoor zijn de antwoorden nodig"),
        }
    )
    untested = Phrase("{}, not tested ({})", "{}, niet getoetst ({})")
    interval = Phrase("{} ({} to {})", "{} ({} tot {})")
    verdicts = Phrases(
        {
            "better": ("better, more than chance", "aantoonbaar beter"),
            "worse": ("worse, more than chance", "aantoonbaar slechter"),
            "higher": ("higher, more than chance", "aantoonbaar hoger"),
            "lower": ("lower, more than chance", "aantoonbaar lager"),
            "no-clear-change": ("no clear change", "geen aantoonbaar verschil"),
        }
    )
    among = Phrase("not clear among {} compared", "niet aantoonbaar bij {} vergelijkingen")
    from_to = Phrase("{} → {}", "{} → {}")
    rank = Phrase("{} {}, rank {}", "{} {}, rang {}")
    for_persona = Phrase("{} for {}", "{} voor {}")
    moved_stage = Phrase("moved: {} → {}", "verplaatst: {} → {}")
    moved_after = Phrase("moved: now after {}", "verplaatst: nu na {}")
    moved_first = Phrase("moved: now the first", "verplaatst: nu de eerste")
    renamed = Phrase("renamed from {} (same title or texts)", "hernoemd van {} (zelfde titel of teksten)")
    probably = Phrase(
        "probably renamed from {} (same place, a title like it)",
        "waarschijnlijk hernoemd van {} (zelfde plek, verwante titel)",
    )
    stale = Phrase("; the old id is still used by {}", "; de oude id staat nog in {}")
    still = Phrase("; its id is still used by {}", "; de id staat nog in {}")
    added = Phrase("added: {}", "nieuw: {}")
    removed = Phrase("removed: {}", "weg: {}")
    no_scores = Phrase("no scores", "geen scores")
    missed = Phrase("a low score or an open action goes with it", "een lage score of een lopende actie verdwijnt ermee")
    took_over = Phrase("takes over an id that something else had", "neemt een id over dat iets anders had")
    evidence = Phrases(
        {
            "added": ("evidence added: {}", "bewijs erbij: {}"),
            "removed": ("evidence removed: {}", "bewijs weg: {}"),
            "changed": ("evidence changed: {}", "bewijs veranderd: {}"),
        }
    )
    drawn = Phrase("Drawn before and after: {}.", "Getekend, eerder en nu: {}.")
    more_charts = Phrase("{} more", "nog {}")
    fewer_rows = Phrase("{} more changes are not shown.", "Nog {} veranderingen staan er niet bij.")
    show_rest = Phrase("{} more", "nog {}")
    headings = Phrase(("", "where", "what"), ("", "waar", "wat"))
