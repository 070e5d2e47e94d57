"""What rankings and summaries say: in tables, above and below them."""

from __future__ import annotations

from cxmap.i18n.language import Language, Phrase, Phrases


class FigureWords(Language):
    """What charts and tables alike call the figures that a ranking can be by."""

    ranking = Phrases(
        {
            "priority": ("priority", "prioriteit"),
            "gap": ("gap", "kloof"),
            "opportunity": ("opportunity", "kans"),
            "shortfall": ("shortfall", "tekort"),
            "improvement": ("improvement", "verbeterwaarde"),
            "target": ("target", "afstand tot het doel"),
        }
    )


class GapsWords(FigureWords):
    """What a ranking says."""

    nothing_short = Phrase("Nothing shown here falls short.", "Niets van wat hier staat schiet tekort.")
    work_on = Phrase("Work first on {}: {}.", "Begin met {}: {}.")
    addressed = Phrase("an action addresses it", "er is een actie voor")
    not_addressed = Phrase("no action addresses it yet", "er is nog geen actie voor")
    some_addressed = Phrase(
        ("1 of them has an action", "{} of them have an action"), ("voor 1 is er een actie", "voor {} is er een actie")
    )
    none_addressed = Phrase("no action addresses them yet", "er zijn nog geen acties voor")
    on_a_guess = Phrase(
        "A score behind this is the team's own guess, or names no source.",
        "Een score hierachter is een inschatting van het team zelf, of noemt geen bron.",
    )

    ranked_by = Phrase(
        "Ranked by {}: {}, with every score put on 0–10.",
        "Gerangschikt op {}: {}, met elke score op 0–10.",
    )
    formulas = Phrases(
        {
            "priority": ("importance × unmet gap / 10", "belang × onvervulde kloof / 10"),
            "gap": ("importance − experience", "belang − beleving"),
            "opportunity": ("importance + unmet gap", "belang + onvervulde kloof"),
            "shortfall": ("importance × (10 − experience) / 10", "belang × (10 − beleving) / 10"),
            "improvement": ("importance × share of negative answers", "belang × aandeel negatieve antwoorden"),
            "target": (
                "importance × distance to the desired experience / 10",
                "belang × afstand tot de gewenste beleving / 10",
            ),
        }
    )
    by_shares = Phrase(
        "Ranked by opportunity as Ulwick has it, with I and S ten times the share of top-two answers to importance and "
        "experience: I + max(I − S, 0), 0–20. Shares have Wilson's 95 % interval.",
        "Gerangschikt op kans zoals Ulwick die berekent, met I en S tienmaal het aandeel antwoorden in de hoogste twee "
        "bij belang en beleving: I + max(I − S, 0), 0–20. Aandelen hebben het 95 %-interval van Wilson.",
    )
    top_two_marks = Phrase("The top two are the answers {} and {}.", "De hoogste twee zijn de antwoorden {} en {}.")
    top_two_each = Phrase(
        "The top two are the two highest marks of each scale.",
        "De hoogste twee zijn de twee hoogste cijfers per schaal.",
    )
    top_two = Phrase(("top two imp.", "top two exp."), ("hoogste 2 belang", "hoogste 2 beleving"))
    top_two_answers = Phrase("top two", "hoogste 2")
    bands = Phrases(
        {
            "considerable": ("(10+)", "(10+)"),
            "high": ("(12+)", "(12+)"),
            "extreme": ("(15+)", "(15+)"),
        }
    )
    derived = Phrase(
        "Importance is derived from the answers: a weight, not a mark, so no experience is subtracted from it.",
        "Het belang is afgeleid uit de antwoorden: een gewicht en geen cijfer, dus er gaat geen beleving van af.",
    )
    sign = Phrase(
        "Gap = importance − experience: positive means the experience falls short (SERVQUAL and LibQUAL have the "
        "opposite sign).",
        "Kloof = belang − beleving: positief betekent dat de beleving tekortschiet (bij SERVQUAL en LibQUAL is het "
        "teken omgekeerd).",
    )
    our_weight = Phrase(
        "Importance in the {} is {} the customers' and {} our own (importance_to_us).",
        "Belang in de maat {}: voor {} dat van de klant en voor {} dat van onszelf (importance_to_us).",
    )
    reach = Phrase(
        "Each figure is multiplied by the reach: the share of customers who pass.",
        "Elke uitkomst is vermenigvuldigd met het bereik: het aandeel klanten dat hier langskomt.",
    )
    marks_on = Phrase("Marks are on {}–{}, gaps in its points.", "Cijfers staan op {}–{}, kloven in punten daarvan.")
    only_marks_on = Phrase("Marks are on {}–{}.", "Cijfers staan op {}–{}.")
    scores_on_ten = Phrase("Scores are on 0–10.", "Scores staan op 0–10.")
    all_on_ten = Phrase("Scores and gaps are on 0–10.", "Scores en kloven staan op 0–10.")

    same_top = Phrase(
        "With {} rows or fewer every figure has the same top {}; the order within it can differ.",
        "Bij {} rijen of minder heeft elke maat dezelfde top {}; de volgorde daarbinnen kan verschillen.",
    )
    no_other_figure = Phrase(
        "No other figure fits a derived importance, so nothing says how the choice of figure matters.",
        "Bij een afgeleid belang past geen andere maat, dus hoeveel de keuze van de maat uitmaakt is niet te zeggen.",
    )
    of_the_top = Phrase("Of the top {}, {}.", "Van de top {} staan er {}.")
    also_in_top = Phrase("{} are also in the top {} by {}", "{} ook in de top {} op {}")
    by_another = Phrase("{} by {}", "{} op {}")
    without_action = Phrase("In a top {} and named by no action: {}.", "In een top {} en nog zonder actie: {}.")
    coverage = Phrase("{} of {} touchpoints scored.", "{} van {} contactmomenten met scores.")
    coverage_each = Phrase(
        "{} of {} touchpoints scored, each counted for every persona who passes.",
        "{} van {} contactmomenten met scores, elk geteld voor iedere persona die er langskomt.",
    )
    crosshair = Phrase(
        "Quadrants meet at importance {}, experience {} ({}) for {} in {}.",
        "De kwadranten komen samen bij belang {}, beleving {} ({}) voor {} in {}.",
    )
    crosshairs = Phrases(
        {
            "mean": ("mean", "gemiddelde"),
            "median": ("median", "mediaan"),
            "scale": ("middle of the scale", "midden van de schaal"),
            "given": ("as given", "zoals opgegeven"),
        }
    )
    not_scored = Phrase("Not scored: {}/{} ({}), {}", "Zonder score: {}/{} ({}), {}")
    unscored = Phrase("Not scored:", "Zonder score:")
    lacks = Phrase("no {}", "geen {}")
    missing = Phrases(
        {
            "importance": ("importance", "belang"),
            "experience": ("experience", "beleving"),
            "desired": ("desired", "gewenste beleving"),
            "importance_to_us": ("importance_to_us", "importance_to_us"),
            "counts": ("counts", "counts"),
        }
    )
    more_unscored = Phrase(
        "… and {} more touchpoints are not scored; --format json has all.",
        "… en nog {} contactmomenten zonder score; --format json heeft ze allemaal.",
    )
    more_crosshairs = Phrase(
        "… and {} more crosshairs; --format json has all.",
        "… en nog {} assenkruisen; --format json heeft ze allemaal.",
    )

    together = Phrase("All personas together", "Alle persona's samen")
    targets_together = Phrase("Personas of target segments together: {}", "Persona's van doelsegmenten samen: {}")
    focus_together = Phrase("Personas in focus together: {}", "Persona's in focus samen: {}")
    not_in_focus = Phrase("{}: not a focus segment", "{}: geen focussegment")
    everybody = Phrase("all", "alle")

    touchpoint = Phrase("touchpoint", "contactmoment")
    stage = Phrase("stage", "fase")
    persona = Phrase("persona", "persona")
    importance = Phrase("importance", "belang")
    experience = Phrase("experience", "beleving")
    zero_to_ten = Phrase("0 to 10", "0 tot 10")
    on_zero_to_ten = Phrase("on 0 to 10", "van 0 tot 10")
    mark = Phrase("mark", "cijfer")
    gap = Phrase("gap", "kloof")
    gap_on_ten = Phrase("gap 0–10", "kloof 0–10")
    interval = Phrase("95 % interval", "95 %-interval")
    quadrant = Phrase("quadrant", "kwadrant")
    signs = Phrase("marks", "tekens")
    action = Phrase("action", "actie")
    handover = Phrase("handover", "overgang")
    negative = Phrase("{} neg. ({}–{})", "{} neg. ({}–{})")
    too_few = Phrase("too few", "te weinig")
    all_alike = Phrase("all alike", "allemaal gelijk")
    ranks = Phrase("rank {}–{}", "rang {}–{}")
    in_top = Phrase("top 5 {}", "top 5 {}")
    no_action = Phrase("no action", "geen actie")
    quadrants = Phrases(
        {
            "concentrate-here": ("concentrate here", "hier aan werken"),
            "keep-up": ("keep up", "zo doorgaan"),
            "low-priority": ("low priority", "lage prioriteit"),
            "possible-overkill": ("possible overinvestment", "mogelijk meer dan nodig"),
        }
    )

    legend = Phrases(
        {
            "full": ("{} experience", "{} beleving"),
            "missing": ("{} what is missing", "{} wat ontbreekt"),
            "beyond": ("{} beyond what matters", "{} meer dan van belang is"),
            "both": ("{} importance above, experience below", "{} belang boven, beleving onder"),
            "=": ("= shares its rank", "= gedeelde rang"),
            "*": ("* small sample (5 to 29 answers)", "* kleine steekproef (5 tot 29 antwoorden)"),
            "c": (
                "c conservative: too wide if the same people gave both marks",
                "c voorzichtig: te breed als dezelfde mensen beide cijfers gaven",
            ),
            "~": ("~ borderline", "~ grensgeval"),
            "band": (
                "Ulwick's bands: 10+ worth considering, 12+ a high opportunity, 15+ an extreme one",
                "banden van Ulwick: 10+ het overwegen waard, 12+ grote kans, 15+ uitzonderlijke kans",
            ),
            "truth": ("{} moment of truth", "{} moment van de waarheid"),
            "wow": ("{} wow", "{} wow"),
            "weak": ("{} weakest link", "{} zwakste schakel"),
            "guess": (
                "{} the team's own guess, or no source named",
                "{} inschatting van het team zelf, of zonder bron",
            ),
        }
    )

    title = Phrase("Improvement opportunities by {}", "Verbeterkansen op {}")
    with_gap = Phrase(", gap {}", ", kloof {}")
    truth = Phrase(", moment of truth", ", moment van de waarheid")


class RemarkWords(Language):
    """What else there is to know of a ranking."""

    nothing_scored = Phrase(
        "Nothing to rank: no touchpoint has what the ranking needs.",
        "Niets te rangschikken: geen contactmoment heeft wat de rangschikking nodig heeft.",
    )
    no_journey = Phrase(
        "Nothing to rank: there is no current journey in the files given.",
        "Niets te rangschikken: er is geen huidige klantreis in deze bestanden.",
    )
    skipped_desired = Phrase("Skipped (desired journeys): {}.", "Overgeslagen (gewenste klantreizen): {}.")
    skipped_to_us = Phrase("Skipped (no importance_to_us): {}.", "Overgeslagen (geen importance_to_us): {}.")
    shown_rows = Phrase(
        "Shown are {} of {} rows; a rank is the place among all of them.",
        "Hier staan {} van {} rijen; een rang is de plaats onder al die rijen.",
    )
    aside = Phrase(
        "Of a segment that is not a focus (priority none), so listed last and not counted in what comes first: {}.",
        "Van een segment zonder focus (prioriteit none), dus achteraan en niet meegeteld bij wat voorop staat: {}.",
    )
    combined_targets = Phrase(
        "Combined rows are of the personas of target segments: {}.",
        "Gecombineerde rijen gaan over de persona's van doelsegmenten: {}.",
    )
    combined_all = Phrase(
        "Combined rows are of all personas: every segment has the priority none.",
        "Gecombineerde rijen gaan over alle persona's: elk segment heeft de prioriteit none.",
    )
    equal_weights = Phrase(
        "All personas count equally in the combined rows: no segment share is known for {}.",
        "Alle persona's tellen even zwaar in de gecombineerde rijen: van {} is geen aandeel van het segment bekend.",
    )
    share = Phrase("{} {} %", "{} {} %")
    shares = Phrase(
        "Combined rows weigh each persona by its segment's share of customers: {}.",
        "Gecombineerde rijen wegen elke persona met het aandeel van het segment in de klanten: {}.",
    )
    no_shares = Phrase(
        "No combined rows: the segments of all personas have a share of 0.",
        "Geen gecombineerde rijen: de segmenten van alle persona's hebben een aandeel van 0.",
    )
    opposite = Phrase(
        "{} falls short for {} and more than meets the need of {}: look at each persona, not at the combined row.",
        "{} schiet tekort voor {} en biedt meer dan nodig aan {}: kijk per persona, niet naar de gecombineerde rij.",
    )
    lowers = Phrase(
        "The desired journey {} lowers the experience of {}, whose segment is to be kept as it is: {}.",
        "De gewenste klantreis {} verlaagt de beleving van {}, een segment dat moet blijven zoals het is: {}.",
    )
    fall = Phrase("{} ({} to {} on 0-10)", "{} ({} naar {} op 0–10)")
    place = Phrase("{} in {}", "{} in {}")
    no_quadrants = Phrase(
        "No quadrants for {}: fewer than {} scored touchpoints.",
        "Geen kwadranten voor {}: minder dan {} contactmomenten met scores.",
    )
    flat_importance = Phrase(
        "Importance hardly differs for {} (by {} on 0-10): quadrants say little.",
        "Het belang verschilt nauwelijks voor {} ({} op 0–10): de kwadranten zeggen weinig.",
    )
    redundant = Phrase(
        "For {} gap and experience correlate at {}: this ranks experience, not the gap (importance adds almost "
        "nothing).",
        "Voor {} is de correlatie van kloof en beleving {}: dit rangschikt de beleving en niet de kloof (het belang "
        "voegt bijna niets toe).",
    )
    borderline = Phrase(
        "Borderline for {}, as their intervals cross a line between quadrants: {}.",
        "Grensgevallen voor {}, omdat hun interval over een lijn tussen kwadranten heen gaat: {}.",
    )
    all_guesses = Phrase(
        "No row rests on customers alone: each has a score that is our own guess or names no source.",
        "Geen rij berust op klanten alleen: elke heeft een score die een eigen inschatting is of geen bron noemt.",
    )
    some_guesses = Phrase(
        "{} of {} rows rest on a score that is our own guess or names no source.",
        "{} van {} rijen berusten op een score die een eigen inschatting is of geen bron noemt.",
    )
    too_few = Phrase(
        "Too few answers (under 5) for an interval: {}.", "Te weinig antwoorden (minder dan 5) voor een interval: {}."
    )
    all_alike = Phrase(
        "Answers that are all alike (sd 0) give no interval, as too few; draws keep them: {}.",
        "Antwoorden die allemaal gelijk zijn (sd 0) geven net zo min een interval als te weinig antwoorden; trekkingen "
        "houden ze gelijk: {}.",
    )
    all_answered = Phrase(
        "All there are have answered, so nothing is left to estimate: no interval for {}.",
        "Iedereen heeft geantwoord, dus er valt niets te schatten: geen interval voor {}.",
    )
    weighted = Phrase(
        "Weighted answers are given as a mean, not as counts, so they have no share of top-two answers: {}.",
        "Gewogen antwoorden staan er als gemiddelde en niet als aantallen, dus zonder aandeel in de hoogste twee: {}.",
    )
    unused_gap_sd = Phrase(
        "gap_sd is not used where the two scores are not measured on one scale, or not of one source and date: {}.",
        "gap_sd is niet gebruikt waar beide scores niet op één schaal gemeten zijn, of niet van één bron en datum: {}.",
    )
    tests = Phrase(
        "{} of {} gaps with an interval are above zero at 5 %, by Holm's correction for a family of {}, all gaps of "
        "the project.",
        "{} van {} kloven met een interval zijn aantoonbaar groter dan nul, op 5 % met de correctie van Holm voor een "
        "familie van {}, alle kloven van het project.",
    )
    no_certainty = Phrase(
        "Certainty of the order for {}: not computable, {} of {} rows have no standard error.",
        "Zekerheid van de volgorde voor {}: niet te berekenen, {} van {} rijen hebben geen standaardfout.",
    )
    no_rank_sets = Phrase(
        "No rank sets for {}: they need a standard error at every row.",
        "Geen rangverzamelingen voor {}: daarvoor is bij elke rij een standaardfout nodig.",
    )
    chance = Phrase("{} in {} %", "{} in {} %")
    first = Phrase("First for {}, of the draws: {}.", "Bovenaan voor {}, van de trekkingen: {}.")
    close_call = Phrase(
        "First for {}, of the draws: {}; too close to call.",
        "Bovenaan voor {}, van de trekkingen: {}; het verschil is te klein om te kiezen.",
    )
    in_top = Phrase(
        "Certainty of the order for {}, from {} draws (seed {}): in the top {} in at least 95 % of draws: {}.",
        "Zekerheid van de volgorde voor {}, uit {} trekkingen (seed {}): in minstens 95 % van de trekkingen in de "
        "top {}: {}.",
    )
    basics = Phrase(
        "Basics, which cost more of the overall mark where they fail than they add where they shine: {}. None of them "
        "is called possible overinvestment.",
        "Basisfactoren, die het totaalcijfer meer kosten als ze tegenvallen dan ze opleveren als ze uitblinken: {}. "
        "Geen ervan heet mogelijk meer dan nodig.",
    )
    delighters = Phrase(
        "Delighters, which add more to the overall mark where they shine than they cost where they fail: {}.",
        "Wow-factoren, die meer aan het totaalcijfer toevoegen als ze uitblinken dan ze kosten als ze tegenvallen: {}.",
    )
    dependent = Phrase(
        "For {} it is counted in that the same people gave several scores ({}).",
        "Voor {} is meegerekend dat dezelfde mensen meer scores gaven ({}).",
    )
    not_dependent = Phrase(
        "For {} scores are taken as independent, though the same people may have given several; cxmap import survey "
        "keeps how they vary together.",
        "Voor {} gelden scores als onafhankelijk, hoewel dezelfde mensen er meer gegeven kunnen hebben; cxmap import "
        "survey bewaart hoe ze samenhangen.",
    )
    ignored = Phrase("{} is ignored: {}.", "{} telt niet mee: {}.")
    none = Phrase("none", "geen")
    uncertain = Phrase("{}; uncertain: {}", "{}; onzeker: {}")
    unranked_steps = Phrase(
        "Rated handovers that are not ranked: into {}.", "Overgangen met een score en toch zonder rang: naar {}."
    )
    lacks = Phrase("{} ({}): {}", "{} ({}): {}")
    lacking = Phrase("no {}", "geen {}")
    loose_step = Phrase(
        "Not rated: the handover from {} to {} ({}, {}), with another {}; {}.",
        "Zonder score: de overgang van {} naar {} ({}, {}), met {}; {}.",
    )
    changes = Phrases({"channel": ("channel", "een ander kanaal"), "owner": ("owner", "een andere eigenaar")})
    not_on_both_sides = Phrase("not scored on both sides", "niet aan beide kanten een score")
    change = Phrase("experience {} on 0-10", "beleving {} op 0–10")
    into = Phrase("into {}", "naar {}")


class SummaryWords(Language):
    """What journey summaries say."""

    title = Phrase("Journeys in figures", "Klantreizen in cijfers")
    nothing = Phrase("There is no journey in the files given.", "Er is geen klantreis in deze bestanden.")
    desired = Phrase("{}, desired", "{}, gewenst")
    everything = Phrase("All current journeys ({}, {})", "Alle huidige klantreizen ({}, {})")
    without = Phrase("{}, without those of no focus segment: {}", "{}, zonder wie geen focussegment is: {}")
    on_ten = Phrase("{}, on 0–10 as their scales differ", "{}, op 0–10 omdat hun schalen verschillen")
    all_ = Phrase("All", "Alle")
    journeys = Phrase(("1 journey", "{} journeys"), ("1 klantreis", "{} klantreizen"))
    personas = Phrase(("1 persona", "{} personas"), ("1 persona", "{} persona's"))

    mean = Phrase("Mean experience, {}–{}", "Gemiddelde beleving, {}–{}")
    index = Phrase("Weighted by importance", "Gewogen naar belang")
    lowest = Phrase("Lowest", "Laagste")
    highest = Phrase("Highest", "Hoogste")
    ending = Phrase("Ending", "Einde")
    weakest_link = Phrase("Weakest link", "Zwakste schakel")
    below_pass = Phrase("Below pass mark", "Onvoldoende")
    largest_drop = Phrase("Largest drop", "Grootste daling")
    channel_drops = Phrase("Drops at channel changes", "Dalingen bij kanaalwissels")
    peak_end = Phrase("Peak–end (heuristic)", "Piek-einde (vuistregel)")
    waiting = Phrase("Waiting", "Wachttijd")
    effort = Phrase("Effort time", "Bestede tijd")
    scored = Phrase("Scored", "Met scores")
    evidence = Phrase("With evidence", "Met bewijs")
    voice = Phrase("Customers' own voice", "Stem van de klant")

    not_scored = Phrase("not scored", "geen score")
    no_pass = Phrase("no pass given", "geen pass opgegeven")
    below = Phrase("{} below {}", "{} onder {}")
    none = Phrase("none", "geen")
    peak = Phrase("peak {}", "piek {}")
    of = Phrase("{} of {}", "{} van {}")

    units = Phrases(
        {
            "minute": (("{} minute", "{} minutes"), ("{} minuut", "{} minuten")),
            "hour": (("{} hour", "{} hours"), ("{} uur", "{} uur")),
            "day": (("{} day", "{} days"), ("{} dag", "{} dagen")),
            "working-day": (("{} working day", "{} working days"), ("{} werkdag", "{} werkdagen")),
            "month": (("{} month", "{} months"), ("{} maand", "{} maanden")),
        }
    )

    notes = Phrase(
        (
            "Weighted by importance is Σ importance × experience / Σ importance.",
            "The weakest link is the lowest experience among touchpoints of at least mean importance.",
            "Peak–end is the mean of the most extreme and the last experience: a heuristic of what people remember.",
            (
                "Waiting and effort time are added along the line, detours aside: a day is 24 hours; working days, "
                "months apart."
            ),
        ),
        (
            "Gewogen naar belang is Σ belang × beleving / Σ belang.",
            "De zwakste schakel is de laagste beleving van de contactmomenten met minstens gemiddeld belang.",
            "Piek-einde is het gemiddelde van de uitschieter en het einde: een vuistregel voor wat mensen onthouden.",
            (
                "Wachttijd en bestede tijd tellen op langs de lijn, zonder omwegen: een dag is 24 uur; werkdagen en "
                "maanden apart."
            ),
        ),
    )


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
    levers = Phrases(
        {
            "automation": ("automation", "automatisering"),
            "personalisation": ("personalisation", "personalisatie"),
            "contextual": ("contextual", "contextueel"),
            "proactive": ("proactive", "proactief"),
            "people": ("people", "mensen"),
            "process": ("process", "proces"),
            "product": ("product", "product"),
            "communication": ("communication", "communicatie"),
            "training": ("training", "training"),
        }
    )
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
