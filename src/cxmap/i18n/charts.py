"""What charts say: on them, in their notes and in their descriptions."""

from __future__ import annotations

from cxmap.i18n.figures import FigureWords
from cxmap.i18n.language import Phrase


class ChartWords(FigureWords):
    """What several charts say."""

    emotional_journey = Phrase("Emotional journey of {}", "Emotionele klantreis van {}")
    current = Phrase("current experience", "huidige beleving")
    desired_state = Phrase("desired experience", "gewenste beleving")
    goal = Phrase("Goal: {}", "Doel: {}")

    experience = Phrase("Experience", "Beleving")
    importance = Phrase("Importance", "Belang")
    importance_derived = Phrase("Importance, derived", "Belang, afgeleid")
    very_good = Phrase("very good", "zeer goed")
    neutral = Phrase("neutral", "neutraal")
    very_poor = Phrase("very poor", "zeer slecht")
    good_enough = Phrase("good enough", "goed genoeg")
    own_scale = Phrase("{}\N{NO-BREAK SPACE}to\N{NO-BREAK SPACE}{}", "{}\N{NO-BREAK SPACE}tot\N{NO-BREAK SPACE}{}")

    touchpoint = Phrase("Touchpoint", "Contactmoment")
    channel = Phrase("Channel", "Kanaal")
    feeling = Phrase("Feels, thinks", "Voelt, denkt")
    lifts_lowers = Phrase("Pleasures, pain points", "Plus- en minpunten")
    nobody = Phrase("no contact with us", "geen contact met ons")
    continued = Phrase("{} (continued)", "{} (vervolg)")
    detour_back = Phrase("back to {}", "terug naar {}")
    detour = Phrase("detour", "omweg")

    gap = Phrase("gap to importance", "kloof tussen belang en beleving")
    other_personas = Phrase("the other personas", "de andere persona's")
    interval = Phrase("95 % interval", "95 %-interval")
    another_source = Phrase("another source from here", "vanaf hier een andere bron")
    assumption = Phrase("assumption", "aanname")
    no_score = Phrase("no score", "geen score")
    moment_of_truth = Phrase("moment of truth", "moment van de waarheid")
    wow = Phrase("wow", "wow")
    weakest_link = Phrase("weakest link", "zwakste schakel")
    largest_drop = Phrase("largest drop", "grootste daling")
    weakest_of = Phrase("weakest\N{NO-BREAK SPACE}link: {}", "zwakste\N{NO-BREAK SPACE}schakel: {}")
    weakest_of_both = Phrase(
        "weakest\N{NO-BREAK SPACE}link of\N{NO-BREAK SPACE}both",
        "zwakste\N{NO-BREAK SPACE}schakel van\N{NO-BREAK SPACE}beiden",
    )
    drop_of = Phrase("largest drop\N{NO-BREAK SPACE}{}: {}", "grootste daling\N{NO-BREAK SPACE}{}: {}")
    drop_of_both = Phrase(
        "largest drop of both:\N{NO-BREAK SPACE}{}", "grootste daling van beiden:\N{NO-BREAK SPACE}{}"
    )
    pale_bars = Phrase("Pale bars: 95 % intervals.", "Lichte balken: 95 %-intervallen.")
    red_outline = Phrase("Red outline: below good enough.", "Rode omlijning: onvoldoende.")
    times_lost = Phrase("×n: things that get lost on the way.", "×n: zo veel gaat er onderweg verloren.")
    breaks = Phrase("A break in a line: another source.", "Een onderbroken lijn: een andere bron.")
    weakest_means = Phrase(
        "Weakest link: the lowest experience among touchpoints of at least mean importance.",
        "Zwakste schakel: de laagste beleving van de contactmomenten die minstens gemiddeld belangrijk zijn.",
    )
    channel_changes = Phrase("channel changes", "kanaalwissel")
    loses = Phrase("something gets lost", "er gaat iets verloren")
    handover = Phrase("handover", "overgang")
    desired = Phrase("desired", "gewenst")
    earlier = Phrase("earlier wave", "vorige meting")
    as_it_was = Phrase("as it was", "zoals het was")
    as_it_was_line = Phrase(
        "Small points and thin dashed line: as it was.", "Kleine punten en dunne streepjeslijn: zoals het was."
    )
    compared_with = Phrase("compared with {}", "vergeleken met {}")
    last_until = Phrase("the last wave until {}", "de laatste meting tot en met {}")
    intended = Phrase("intended {}", "beoogd {}")
    as_now = Phrase("as now", "zoals nu")
    intended_row = Phrase("Intended", "Beoogd")
    change_since = Phrase("Change", "Verschil")
    intended_line = Phrase(
        "Thin dashed line: the desired experience, which nobody has measured.",
        "Dunne streepjeslijn: de gewenste beleving, die niemand heeft gemeten.",
    )
    earlier_line = Phrase("Thin dashed line: the earlier wave.", "Dunne streepjeslijn: de vorige meting.")
    drawn_smooth = Phrase("The curve between the points is a visual aid.", "De boog tussen de punten is een hulplijn.")

    sources = Phrase("Sources: {}", "Bronnen: {}")
    no_sources = Phrase("Sources: none given", "Bronnen: geen opgegeven")
    respondents = Phrase("n = {}", "n = {}")
    respondents_each = Phrase("n = {}–{} a score", "n = {}–{} per score")
    converted = Phrase("converted from {} to {}", "omgerekend van {} tot {}")
    all_assumed = Phrase(
        "All scores are the organisation's own assumptions.", "Alle scores zijn aannames van de organisatie zelf."
    )
    some_assumed = Phrase(
        "{} of {} scores are the organisation's own assumptions (hollow marks, dotted line).",
        "{} van {} scores zijn aannames van de organisatie zelf (open tekens, stippellijn).",
    )
    none_assumed = Phrase("No score is marked as an assumption.", "Geen score is als aanname gemerkt.")

    nothing_scored = Phrase("No touchpoint has a score.", "Geen enkel contactmoment heeft een score.")
    small_samples = Phrase("Fewer than {} answers: {}.", "Minder dan {} antwoorden: {}.")
    unmatched = Phrase("Only in “{}”: {}.", "Alleen in “{}”: {}.")
    others = Phrase("{} others", "{} andere")

    title = Phrase("{}, {}: {}", "{}, {}: {}")
    title_experience = Phrase("experience {}", "beleving {}")
    title_importance = Phrase("importance {}", "belang {}")
    title_handover = Phrase("handover {}", "overgang {}")

    alt_scale = Phrase(
        "The scale goes from {} (very poor) to {} (very good).",
        "De schaal gaat van {} (zeer slecht) tot {} (zeer goed).",
    )
    alt_way = Phrase("{}, {} in {}:", "{}, {} in {}:")
    alt_touchpoints = Phrase(("1 touchpoint", "{} touchpoints"), ("1 contactmoment", "{} contactmomenten"))
    alt_stages = Phrase(("1 stage", "{} stages"), ("1 fase", "{} fasen"))
    alt_highest = Phrase("Highest: {} ({}).", "Hoogste: {} ({}).")
    alt_lowest = Phrase("Lowest: {} ({}).", "Laagste: {} ({}).")
    alt_drop = Phrase("Largest drop: from {} to {}.", "Grootste daling: van {} naar {}.")
    alt_desired = Phrase("desired {}", "gewenst {}")
