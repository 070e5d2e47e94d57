"""What the charts of changes and of trends say."""

from __future__ import annotations

from cxmap.i18n.language import Language, Phrase


class ChangeWords(Language):
    """What the charts of changes and of trends say besides what ``trend`` does."""

    change_of = Phrase("What changed for {}", "Wat er is veranderd voor {}")
    index = Phrase("Index of the journey", "Belevingsindex van de reis")
    before = Phrase("Before", "Eerder")
    now = Phrase("Now", "Nu")
    answers = Phrase("Answers", "Antwoorden")
    change = Phrase("Change", "Verschil")
    dots = Phrase(
        "Open: the wave before; filled: the last; an arrow only where the change is more than chance; tinted: the "
        "95 % interval of a wave. Differences are those of the figures shown.",
        "Open: de meting ervoor; gevuld: de laatste; een pijl alleen waar het verschil aantoonbaar is; getint: het "
        "95 %-interval van een meting. Verschillen zijn die van de getoonde cijfers.",
    )
    once = Phrase(
        ("1 touchpoint has one wave only.", "{} touchpoints have one wave only."),
        ("1 contactmoment heeft nog maar één meting.", "{} contactmomenten hebben nog maar één meting."),
    )
    trend_title = Phrase("Over time", "In de loop van de tijd")
    measured = Phrase("Measured from {} to {}", "Gemeten van {} tot {}")
    marks = Phrase(
        "Tinted: the 95 % interval; dashed: the target; hollow: an assumption; no line joins what cannot be compared; "
        "a numbered line: an action was finished.",
        "Getint: het 95 %-interval; streepjes: het doel; open: een aanname; geen lijn verbindt wat niet te vergelijken "
        "is; een genummerde lijn: een actie was afgerond.",
    )
    finished = Phrase("Finished: {}.", "Afgerond: {}.")
    alt_trend = Phrase("Over time, {}: {}.", "In de loop van de tijd, {}: {}.")
    alt_card = Phrase("{}: {}; {}.", "{}: {}; {}.")
    alt_start = Phrase("What changed in {}, for {}: {}.", "Wat er is veranderd in {}, voor {}: {}.")
    alt_row = Phrase("{}: from {} to {}, {}, {}.", "{}: van {} naar {}, {}, {}.")
