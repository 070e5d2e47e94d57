"""What is said of changes over time."""

from __future__ import annotations

from cxmap.i18n.language import Language, Phrase, Phrases


class TrendWords(Language):
    """What ``trend`` says, and the last line of ``summary``."""

    title = Phrase("What changed", "Wat er is veranderd")
    nothing = Phrase(
        "No score and no metric here has two points in time; a second survey adds a wave.",
        "Geen score en geen meetpunt heeft hier twee momenten; een tweede onderzoek voegt een meting toe.",
    )
    conclusion = Phrase("{}: {}.", "{}: {}.")
    since = Phrase("Since {}", "Sinds {}")
    ever = Phrase("From wave to wave", "Van meting tot meting")
    tally = Phrases(
        {
            "better": ("{} better", "{} beter"),
            "worse": ("{} worse", "{} slechter"),
            "higher": ("{} higher in importance", "{} belangrijker"),
            "lower": ("{} lower in importance", "{} minder belangrijk"),
            "no-clear-change": ("{} without a clear change", "{} zonder aantoonbaar verschil"),
            "not-tested": ("{} not tested", "{} niet getoetst"),
        }
    )
    more = Phrase("cxmap trend shows more.", "cxmap trend laat meer zien.")

    heading = Phrases(
        {
            "experience": ("Experience ({}–{})", "Beleving ({}–{})"),
            "importance": ("Importance ({}–{})", "Belang ({}–{})"),
        }
    )
    metric = Phrase("Metric", "Meetpunt")
    index = Phrase("index", "belevingsindex")
    handover = Phrase("into {}", "naar {}")
    before = Phrase("before", "eerder")
    now = Phrase("now", "nu")
    baseline = Phrase("baseline", "nulmeting")
    change = Phrase("change", "verschil")
    target = Phrase("target", "doel")
    on_schedule = Phrase("on schedule?", "op schema?")
    of = Phrase("{} of {}", "{} van {}")
    team = Phrase("team", "team")
    undated = Phrase("undated", "zonder datum")

    signs = Phrases(
        {
            "better": ("▲ better, more than chance", "▲ aantoonbaar beter"),
            "worse": ("▼ worse, more than chance", "▼ aantoonbaar slechter"),
            "higher": ("△ higher, more than chance", "△ aantoonbaar hoger"),
            "lower": ("▽ lower, more than chance", "▽ aantoonbaar lager"),
            "no-clear-change": ("no clear change", "geen aantoonbaar verschil"),
        }
    )
    among = Phrase("not clear among {} compared", "niet aantoonbaar bij {} vergelijkingen")
    interval = Phrase("{} ({} to {})", "{} ({} tot {})")
    points = Phrase("pt", "pp")
    thought = Phrase("team thought {}, {}", "team dacht {}, {}")
    say = Phrases(
        {
            "customers": ("customers say {}", "klanten zeggen {}"),
            "measured": ("measured {}", "gemeten {}"),
        }
    )
    untested = Phrases(
        {
            "team": ("the team's own mark, not tested", "cijfer van het team zelf, niet getoetst"),
            "same-wave": (
                "other figures of the same wave: not tested",
                "andere cijfers van dezelfde meting: niet getoetst",
            ),
            "not-comparable": (
                "other series, kind or scale: not tested",
                "andere reeks, soort of schaal: niet getoetst",
            ),
            "no-spread": ("no n or sd: not tested", "geen n of sd: niet getoetst"),
            "too-few": ("under 5 answers: not tested", "minder dan 5 antwoorden: niet getoetst"),
            "all-alike": ("all answers alike: not tested", "alle antwoorden gelijk: niet getoetst"),
            "everybody": ("everybody was asked: no chance in it", "iedereen is gevraagd: geen toeval in het spel"),
            "needs-answers": (
                "not tested: how the answers vary together is not known",
                "niet getoetst: hoe de antwoorden samenhangen is niet bekend",
            ),
        }
    )
    top_two = Phrase("Share of top-two answers", "Aandeel antwoorden in de hoogste twee")
    score = Phrase("score", "score")
    of_kind = Phrases({"experience": ("experience", "beleving"), "importance": ("importance", "belang")})
    two_marks = Phrase("{} or {}", "{} of {}")
    how_top_two = Phrase(
        "Shares of top-two answers have Newcombe's interval, and p by z, not corrected; the verdict is that of "
        "the means.",
        "Aandelen in de hoogste twee hebben het interval van Newcombe, en p van z, ongecorrigeerd; de uitkomst is die "
        "van de gemiddelden.",
    )
    conservative = Phrase("conservative (panel)", "voorzichtig (panel)")
    schedule = Phrases(
        {
            "ahead": ("ahead", "voor op schema"),
            "on": ("on schedule", "op schema"),
            "behind": ("behind", "achter op schema"),
        }
    )
    progress = Phrase("{}: {} of the way, {} of the time", "{}: {} gerealiseerd, {} van de tijd verstreken")
    progress_past = Phrase("{}: {} of the way, and past its date", "{}: {} gerealiseerd, en voorbij de datum")
    reached = Phrase("reached", "bereikt")

    family = Phrases(
        {
            "index": (("1 index", "{} indexes"), ("1 belevingsindex", "{} belevingsindexen")),
            "experience": (("1 experience", "{} experiences"), ("1 beleving", "{} belevingen")),
            "importance": (("1 importance", "{} importances"), ("1 belang", "{} belangen")),
            "metric": (("1 metric", "{} metrics"), ("1 meetpunt", "{} meetpunten")),
        }
    )
    chance = Phrase(
        "▲▼ more than chance at 5 %, by Holm's correction within {} compared in the project; not clear is not the same "
        "as unchanged.",
        "▲▼ aantoonbaar op 5 %, met de correctie van Holm binnen {} die in het project zijn vergeleken; niet "
        "aantoonbaar is niet hetzelfde als onveranderd.",
    )
    chosen = Phrase(
        "The waves compared were chosen, so these verdicts can differ from those of all other tables and charts.",
        "De vergeleken metingen zijn gekozen, dus deze uitkomsten kunnen afwijken van andere tabellen en grafieken.",
    )
    no_chance = Phrase("Nothing here can be tested.", "Niets hiervan is te toetsen.")
    neither = Phrase(
        "A higher importance is neither better nor worse.", "Een hoger belang is niet beter en niet slechter."
    )
    finished = Phrase("Finished meanwhile: {}.", "Intussen afgerond: {}.")
    cause = Phrase("What caused a change is not tested.", "Wat een verschil veroorzaakte, is niet getoetst.")
    guarded = Phrase(
        "{} got worse for {}, whose segment is to be maintained.",
        "{} is slechter geworden voor {}, van een segment dat behouden moet blijven.",
    )
    course = Phrase(
        "Over {} waves {} moves by {} a year ({} to {}; weighted least squares, p {}, not corrected).",
        "Over {} metingen verandert {} met {} per jaar ({} tot {}; gewogen kleinste kwadraten, p {}, ongecorrigeerd).",
    )
    share_course = Phrase(
        "Over {} readings {} moves by {} a year ({} to {}; Cochran and Armitage's test, p {}, not corrected).",
        "Over {} metingen verandert {} met {} per jaar ({} tot {}; toets van Cochran en Armitage, p {}, "
        "ongecorrigeerd).",
    )
    outside = Phrase(
        "{}: outside the limits of its own variation (mean ± 2.66 × mean moving range): {}.",
        "{}: buiten de grenzen van de eigen variatie (gemiddelde ± 2,66 × gemiddelde verschil tussen metingen): {}.",
    )
    once = Phrase(
        ("1 score has one wave only.", "{} scores have one wave only."),
        ("1 score heeft nog maar één meting.", "{} scores hebben nog maar één meting."),
    )
    fails = Phrase(
        ("1 change is worse, more than chance", "{} changes are worse, more than chance"),
        ("1 verschil is aantoonbaar slechter", "{} verschillen zijn aantoonbaar slechter"),
    )

    def counted_family(self, name: str, count: int) -> str:
        """So many distinct comparisons of a family."""
        return self.counted(self.family[name], count)
