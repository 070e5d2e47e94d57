"""What reports and decks say of a project in whole sentences: the headline, and the finding of each chart."""

from __future__ import annotations

from cxmap.i18n.figures import FigureWords
from cxmap.i18n.language import Phrase, Phrases


class StoryWords(FigureWords):
    """The sentences of a story."""

    among_others = Phrase("{}, among others", "onder andere {}")
    on = Phrase("{} on a scale of {} to {}", "{} op een schaal van {} tot {}")
    on_all = Phrase("{} (scale {} to {})", "{} (schaal {} tot {})")
    at_least = Phrase("{} or more", "{} of meer")
    on_average = Phrase("{} on average over {} personas", "gemiddeld {} over {} persona's")

    start = Phrase("Start with {}: {}; {}.", "Begin met {}: {}; {}.")
    its_importance = Phrase("its importance", "het belang")
    its_experience = Phrase("its experience", "de beleving")
    scores = Phrases(
        {
            "customers": ("customers give {} {} and {} {}", "klanten geven {} een {} en {} een {}"),
            "team": ("the team estimates {} at {} and {} at {}", "het team schat {} op {} en {} op {}"),
            "observed": (
                "by counting or observation, {} is {} and {} is {}",
                "volgens tellingen of observatie is {} {} en {} {}",
            ),
        }
    )
    score = Phrases(
        {
            "customers": ("customers give {} {}", "klanten geven {} een {}"),
            "team": ("the team estimates {} at {}", "het team schat {} op {}"),
            "observed": ("{}, counted or observed, is {}", "{}, geteld of gezien, is {}"),
            "derived": ("{}, derived from the answers, is {}", "{}, afgeleid uit de antwoorden, is {}"),
        }
    )
    no_plan = Phrase("no action is described for it yet", "er is nog geen actie voor beschreven")
    no_action = Phrase("no action in this plan addresses it", "geen actie in dit plan gaat erover")
    one_action = Phrase("the action {} addresses it", "de actie {} gaat erover")
    actions = Phrase("the actions {} address it", "de acties {} gaan erover")
    some_actions = Phrase("the actions {}, among others, address it", "onder andere de acties {} gaan erover")
    with_status = Phrase("{} ({})", "{} ({})")
    statuses = Phrases(
        {
            "idea": ("an idea", "een idee"),
            "planned": ("planned", "gepland"),
            "in-progress": ("in progress", "in uitvoering"),
            "done": ("done", "afgerond"),
            "dropped": ("dropped", "gestopt"),
        }
    )

    since_before = Phrase(
        "Since the wave before, the experience is, by more than chance, {}.",
        "Sinds de vorige meting is de beleving aantoonbaar {}.",
    )
    since_before_unclear = Phrase(
        "Since the wave before, the experience is, by more than chance, {}; in {} of {} comparisons there is no "
        "clear change.",
        "Sinds de vorige meting is de beleving aantoonbaar {}; bij {} van {} vergelijkingen is geen verschil "
        "aantoonbaar.",
    )
    changed = Phrases({"better": ("better at {}", "beter bij {}"), "worse": ("worse at {}", "slechter bij {}")})
    handover_to = Phrase("the handover into {}", "de overgang naar {}")
    none_changed = Phrase(
        (
            "Since the wave before, the one experience that was compared did not change by more than chance.",
            "Since the wave before, none of the {} experiences that were compared changed by more than chance.",
        ),
        (
            "Sinds de vorige meting is de ene beleving die vergeleken is, niet aantoonbaar veranderd.",
            "Sinds de vorige meting is geen van de {} vergeleken belevingen aantoonbaar veranderd.",
        ),
    )

    importance_differs = Phrase("the importance of {}", "het belang van {}")
    experience_differs = Phrase("the experience at {}", "de beleving bij {}")
    disagree = Phrase(
        "Team and customers differ most about {}: the team thought {}, customers say {} ({} to {} at 95 %{}).",
        "Team en klanten verschillen het meest over {}: het team dacht {}, klanten zeggen {} ({} tot {} bij 95 %{}).",
    )
    converted = Phrase("; converted from a scale of {} to {}", "; omgerekend van een schaal van {} tot {}")

    weakest_link = Phrase("The weakest link is {}", "De zwakste schakel is {}")
    weakest_link_for = Phrase("The weakest link for {} is {}", "De zwakste schakel voor {} is {}")
    weakest_handover = Phrase("The weakest handover is the one into {}", "De zwakste overgang is die naar {}")
    weakest_handover_for = Phrase(
        "The weakest handover for {} is the one into {}", "De zwakste overgang voor {} is die naar {}"
    )
    is_link = Phrase(", the weakest link", ", de zwakste schakel")
    link_for = Phrase(", the weakest link for {}", ", de zwakste schakel voor {}")
    of_journey = Phrase("{} in {}", "{} in {}")
    weakest = Phrase("{}: {}{}.", "{}: {}{}.")
    below_pass = Phrase(", below the pass mark of {}", ", onder de voldoende van {}")
    lost = Phrase("; lost on the way: {}", "; wat verloren gaat: {}")

    basis = Phrase("Of {} scores of touchpoints, {}.", "Van {} scores van contactmomenten {}.")
    rest_on = Phrases(
        {
            "customers": (
                ("1 rests on customers", "{} rest on customers"),
                ("berust er 1 op klanten", "berusten er {} op klanten"),
            ),
            "observed": (
                ("1 on what was counted or observed", "{} on what was counted or observed"),
                ("1 op wat geteld of gezien is", "{} op wat geteld of gezien is"),
            ),
            "team": (
                ("1 on the team's own estimate", "{} on the team's own estimate"),
                ("1 op een eigen inschatting van het team", "{} op een eigen inschatting van het team"),
            ),
        }
    )
    none_on_customers = Phrase("none rests on customers", "berust er geen op klanten")

    link = Phrase("{} is the weakest link ({})", "{} is de zwakste schakel ({})")
    fall = Phrase(
        "the experience falls furthest between {} and {} ({})", "de beleving daalt het meest tussen {} en {} ({})"
    )
    for_persona = Phrase("{} for {}", "{} voor {}")
    link_and_fall = Phrase("{}; {}.", "{}; {}.")
    intended = Phrase(
        "This plan intends an experience of {} on average, where it is {} today.",
        "Dit plan beoogt een beleving van gemiddeld {}; nu is die {}.",
    )
    pains = Phrase(("1 pain point", "{} pain points"), ("1 minpunt", "{} minpunten"))
    pleasures = Phrase(("1 pleasure", "{} pleasures"), ("1 pluspunt", "{} pluspunten"))
    at_touchpoints = Phrase(("1 touchpoint", "{} touchpoints"), ("1 contactmoment", "{} contactmomenten"))
    map_ = Phrase("{} and {} at {}.", "{} en {} bij {}.")
    map_most = Phrase("{} and {} at {}; most pain points at {}.", "{} en {} bij {}; de meeste minpunten bij {}.")
    short_of = Phrase(
        "{} of {} touchpoints fall short, {} most.",
        "{} van {} contactmomenten schieten tekort, {} het meest.",
    )
    none_short = Phrase("No touchpoint falls short.", "Geen contactmoment schiet tekort.")
    imperfect = Phrase(
        "{} has the largest shortfall of {} touchpoints: its importance, times what its experience lacks.",
        "{} heeft het grootste tekort van {} contactmomenten: het belang, maal wat aan de beleving ontbreekt.",
    )
    stand_for = Phrase("{} stand for {} of all customers.", "{} staan voor {} van alle klanten.")
    stands_for = Phrase("{} stands for {} of all customers.", "{} staat voor {} van alle klanten.")
    handovers = Phrase(
        ("1 handover between channels or owners", "{} handovers between channels or owners"),
        ("1 overgang tussen kanalen of eigenaren", "{} overgangen tussen kanalen of eigenaren"),
    )
    sentence = Phrase("{}.", "{}.")
    losing = Phrase("{}; at {} of them something gets lost.", "{}; bij {} daarvan gaat iets verloren.")
    drivers = Phrase(
        "Of {} questions, {} go with the overall mark by more than chance; {} weighs most.",
        "Van {} vragen hangen er {} aantoonbaar samen met het totaalcijfer; {} weegt het zwaarst.",
    )
    drivers_close = Phrase(
        "Of {} questions, {} go with the overall mark by more than chance; which of {} and {} weighs most is not "
        "clear.",
        "Van {} vragen hangen er {} aantoonbaar samen met het totaalcijfer; of {} of {} het zwaarst weegt, is niet "
        "duidelijk.",
    )
    driver_alone = Phrase(
        "Only {} goes with the overall mark by more than chance.",
        "Alleen {} hangt aantoonbaar samen met het totaalcijfer.",
    )
    no_drivers = Phrase(
        "No question goes with the overall mark by more than chance.",
        "Geen enkele vraag hangt aantoonbaar samen met het totaalcijfer.",
    )
    lowest_highest = Phrase(
        "The experience is lowest {} ({}) and highest {} ({}).",
        "De beleving is het laagst {} ({}) en het hoogst {} ({}).",
    )
    in_this = Phrase("in {}", "in {}")
    only_for = Phrase("for {}", "voor {}")
    followed = Phrase(
        ("1 figure was measured three times or more", "{} figures were measured three times or more"),
        ("1 cijfer is driemaal of vaker gemeten", "{} cijfers zijn driemaal of vaker gemeten"),
    )
    how_followed = Phrase("{}: {}.", "{}: {}.")
    parties = Phrase(
        ("1 party besides the customer", "{} parties besides the customer"),
        ("1 partij naast de klant", "{} partijen naast de klant"),
    )
    outside = Phrase(
        "{}, {} of them outside the organisation; {} has the most relations ({}).",
        "{}, waarvan {} buiten de organisatie; {} heeft de meeste relaties ({}).",
    )
    outside_only = Phrase("{}, {} of them outside the organisation.", "{}, waarvan {} buiten de organisatie.")
    planned_actions = Phrase(("1 action", "{} actions"), ("1 actie", "{} acties"))
    of_status = Phrases(
        {
            "done": (("1 done", "{} done"), ("1 afgerond", "{} afgerond")),
            "in-progress": (("1 in progress", "{} in progress"), ("1 in uitvoering", "{} in uitvoering")),
            "planned": (("1 planned", "{} planned"), ("1 gepland", "{} gepland")),
            "idea": (("1 idea", "{} ideas"), ("1 idee", "{} ideeën")),
        }
    )
    plan = Phrase("{}: {}; {}.", "{}: {}; {}.")
    late = Phrase(("1 is late", "{} are late"), ("1 is te laat", "{} zijn te laat"))
    none_late = Phrase("none is late", "geen is te laat")
    late_steps = Phrase(("1 step is late", "{} steps are late"), ("1 stap is te laat", "{} stappen zijn te laat"))
    moved = Phrase(
        "{} of {} metrics moved the right way since their baseline, {} of them more than chance.",
        "{} van {} meetpunten bewogen sinds de nulmeting de goede kant op, waarvan {} aantoonbaar.",
    )
    contradicting = Phrase(
        ("1 contradicts its target.", "{} contradict their targets."),
        ("1 gaat tegen zijn doel in.", "{} gaan tegen hun doel in."),
    )
    none = Phrase("none", "geen")
