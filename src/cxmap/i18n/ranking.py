"""What the chart of a ranking says."""

from __future__ import annotations

from cxmap.i18n.gaps import GapsWords
from cxmap.i18n.language import Phrase


class RankingWords(GapsWords):
    """What the chart of the ranking says besides what its table does."""

    ranking_of = Phrase("What to improve first, for {}", "Wat het eerst verbeterd moet worden, voor {}")
    in_top = Phrase("in the top 5: {}", "in de top 5: {}")
    action = Phrase("Action", "Actie")
    more_actions = Phrase("and {} more", "en nog {}")
    no_owner = Phrase("no owner", "geen eigenaar")
    weight = Phrase("derived importance {}", "afgeleid belang {}")
    assumed = Phrase(
        "{} of {} scores rest on the organisation's own assumptions (hollow marks).",
        "{} van {} scores berusten op aannames van de organisatie zelf (open tekens).",
    )
    by_figure = Phrase("Ranked by {}: {}, every score on 0–10.", "Gerangschikt op {}: {}, elke score op 0–10.")
    mean_rows = Phrase(
        "Scores are the means of the personas, weighted by their share of customers.",
        "Scores zijn de gemiddelden van de persona's, gewogen naar hun aandeel in de klanten.",
    )
    gap_interval = Phrase(
        "Tinted: the 95 % interval of the gap, drawn from the importance.",
        "Getint: het 95 %-interval van de kloof, getekend vanaf het belang.",
    )
    experience_interval = Phrase(
        "Tinted: the 95 % interval of the experience.", "Getint: het 95 %-interval van de beleving."
    )
    top_means = Phrase(
        "In the top 5: the share of 10,000 draws within the sampling error.",
        "In de top 5: het aandeel van 10.000 trekkingen binnen de steekproeffout.",
    )
    first_of = Phrase("The first {} of {} that fall short.", "De eerste {} van {} die tekortschieten.")
    met = Phrase(
        ("1 other touchpoint does not fall short.", "{} other touchpoints do not fall short."),
        (
            "1 ander contactmoment schiet niet tekort.",
            "{} andere contactmomenten schieten niet tekort.",
        ),
    )
    alt_start = Phrase(
        "What to improve first in {}, by {}, for {}: {}.",
        "Wat het eerst verbeterd moet worden in {}, naar {}, voor {}: {}.",
    )
    alt_scores = Phrase("{} {}, importance {}, experience {}", "{} {}, belang {}, beleving {}")
    alt_row = Phrase("{}. {}: {}; {}.", "{}. {}: {}; {}.")
