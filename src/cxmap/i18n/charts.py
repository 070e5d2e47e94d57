"""What charts say: on them, in their notes and in their descriptions."""

from __future__ import annotations

from cxmap.i18n.language import Language, Phrase, Phrases
from cxmap.i18n.tables import FigureWords, GapsWords


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


class SheetWords(Language):
    """What journey map and blueprint say.

    ``rows`` are the labels of rows, by the name that ``--rows`` takes.
    """

    map_of = Phrase("Journey map of {}", "Klantreiskaart van {}")
    blueprint_of = Phrase("Service blueprint of the journey of {}", "Blauwdruk van de klantreis van {}")
    canvas_of = Phrase("Empty journey map for {}", "Lege klantreiskaart voor {}")
    size = Phrase("{} in {}", "{} in {}")
    unowned = Phrase("Without an owner: {}.", "Zonder eigenaar: {}.")
    starts = Phrase("Starts: {}", "Begint met: {}")
    ends = Phrase("Ends: {}", "Eindigt met: {}")
    rows = Phrases(
        {
            "pictures": ("Pictures", "Beelden"),
            "goal": ("Goal", "Doel"),
            "doing": ("Doing", "Doet"),
            "thinking": ("Thinking", "Denkt"),
            "feeling": ("Feeling", "Voelt"),
            "expectation": ("Expectation", "Verwachting"),
            "channel": ("Channel", "Kanaal"),
            "lifts": ("Pleasures and pain points", "Plus- en minpunten"),
            "quotes": ("Customer quotes and notes", "Wat klanten zeggen, en notities"),
            "choices": ("Choices", "Keuzes"),
            "time": ("Waiting and effort time", "Wachttijd en bestede tijd"),
            "moments": ("Moments of truth and wow", "Momenten van de waarheid en wow"),
            "owner": ("Owner", "Eigenaar"),
            "metrics": ("Metrics", "Meetpunten"),
            "questions": ("Questions for customers", "Vragen aan klanten"),
            "opportunities": ("Opportunities", "Verbeterkansen"),
            "actions": ("Actions", "Acties"),
        }
    )
    touchpoint = Phrase("Touchpoint", "Contactmoment")
    back_to = Phrase("back to: {}", "terug naar: {}")
    also = Phrase("or {}", "of {}")
    more = Phrase("and {} more", "en nog {}")
    waits = Phrase("waits {}", "wacht {}")
    busy = Phrase("{} effort", "{} bestede tijd")
    loses = Phrase("lost: {}", "gaat verloren: {}")
    in_all = Phrase("In all: {}.", "In totaal: {}.")
    between = Phrase("between {}", "tussen {}")
    based_on = Phrase("based on {}", "op grond van {}")
    metric_now = Phrase("now {}", "nu {}")
    metric_target = Phrase("target {}", "doel {}")
    improve_first = Phrase(
        "Numbers: the first three to improve, by {}.", "Cijfers: de eerste drie om te verbeteren, naar {}."
    )
    units = Phrases(
        {
            "minute": (("minute", "minutes"), ("minuut", "minuten")),
            "hour": (("hour", "hours"), ("uur", "uur")),
            "day": (("day", "days"), ("dag", "dagen")),
            "working-day": (("working day", "working days"), ("werkdag", "werkdagen")),
            "week": (("week", "weeks"), ("week", "weken")),
            "month": (("month", "months"), ("maand", "maanden")),
        }
    )
    short_units = Phrases(
        {
            "minute": ("min", "min"),
            "hour": ("h", "u"),
            "day": ("d", "d"),
        }
    )
    by = Phrase("by {}", "vóór {}")
    statuses = Phrases(
        {
            "idea": ("idea", "idee"),
            "planned": ("planned", "gepland"),
            "in-progress": ("in progress", "in uitvoering"),
            "done": ("done", "afgerond"),
        }
    )
    evidence = Phrase("What customers see", "Wat klanten zien")
    waiting = Phrase("Waiting time", "Wachttijd")
    customer_actions = Phrase("Customer actions", "Wat de klant doet")
    fails = Phrase("Fail points", "Faalpunten")
    missing = Phrase(
        "we meet the customer here, and nothing is described", "hier is contact, en er is niets beschreven"
    )
    department = Phrase("supporting department", "ondersteunende afdeling")
    system = Phrase("system", "systeem")
    frontstage = Phrase("Frontstage", "Voor de schermen")
    backstage = Phrase("Backstage", "Achter de schermen")
    support = Phrase("Supporting departments and systems", "Ondersteunende afdelingen en systemen")
    influence = Phrase("Stakeholders who influence them", "Belanghebbenden die hen beïnvloeden")
    interaction_line = Phrase("Line of interaction", "Interactielijn")
    visibility_line = Phrase("Line of visibility", "Zichtlijn")
    internal_line = Phrase("Line of internal interaction", "Interne interactielijn")


class RankingWords(GapsWords):
    """What the chart of the ranking says besides what its table does."""

    ranking_of = Phrase("What to improve first, for {}", "Wat eerst te verbeteren, voor {}")
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
        "What to improve first in {}, by {}, for {}: {}.", "Wat eerst te verbeteren in {}, naar {}, voor {}: {}."
    )
    alt_scores = Phrase("{} {}, importance {}, experience {}", "{} {}, belang {}, beleving {}")
    alt_row = Phrase("{}. {}: {}; {}.", "{}. {}: {}; {}.")


class MatrixWords(Language):
    """What the priority matrix says."""

    matrix_of = Phrase("Priority matrix of {}", "Prioriteitenmatrix van {}")
    important = Phrase("very important", "heel belangrijk")
    medium = Phrase("medium", "gemiddeld")
    unimportant = Phrase("unimportant", "onbelangrijk")
    quadrants = Phrases(
        {
            "concentrate-here": ("Concentrate here", "Hier aan werken"),
            "keep-up": ("Keep up the good work", "Zo doorgaan"),
            "low-priority": ("Low priority", "Lage prioriteit"),
            "possible-overkill": ("Possible overinvestment", "Mogelijk meer dan nodig"),
        }
    )
    crosshairs = Phrases(
        {
            "mean": ("mean", "gemiddelde"),
            "median": ("median", "mediaan"),
            "scale": ("middle of the scale", "midden van de schaal"),
            "given": ("chosen crossing", "gekozen kruising"),
        }
    )
    meet = Phrase("the quadrants meet ({})", "de kwadranten komen samen ({})")
    improve_first = Phrase("Improve first", "Eerst verbeteren")
    nothing_short = Phrase("Nothing falls short.", "Niets schiet tekort.")
    scores = Phrase("importance {}, experience {}", "belang {}, beleving {}")
    gap = Phrase("gap {}", "kloof {}")
    region = Phrase("{} of the first 5 and more", "{} van de eerste 5 en meer")
    levels = Phrase("equal {}: {}", "gelijke {}: {}")
    ranked = Phrase(
        "Ranked by {}, {}, on 0–10: 1 to 5 for each persona.",
        "Gerangschikt op {}, {}, op 0–10: 1 tot 5 per persona.",
    )
    cut = Phrase(
        "The axes show a part of their scales: importance {} to {} of {} to {}, experience {} to {} of {} to {}.",
        "De assen tonen een deel van hun schaal: belang {} tot {} van {} tot {}, beleving {} tot {} van {} tot {}.",
    )
    part = Phrase("{}, part of the scale {} to {}", "{}, deel van de schaal {} tot {}")
    coinciding = Phrase(
        "×2: two touchpoints with the same scores, at one point; and so on.",
        "×2: twee contactmomenten met dezelfde scores, op één punt; enzovoort.",
    )
    unnamed = Phrase(
        "Small points without a name are neither among the first 5 nor moments of truth.",
        "Kleine punten zonder naam horen niet bij de eerste 5 en zijn geen moment van de waarheid.",
    )
    wow = Phrase("No overinvestment, being a wow: {}.", "Niet meer dan nodig, want een wow: {}.")
    too_few = Phrase(
        "Fewer than four scored touchpoints, so no quadrants: {}.",
        "Minder dan vier contactmomenten met scores, dus geen kwadranten: {}.",
    )
    not_scored = Phrase(
        "Not in the matrix, for want of a score: {}.", "Niet in de matrix, bij gebrek aan een score: {}."
    )
    plan = Phrase("A plan: nothing in it is ranked.", "Een plan: er staat niets in een rangorde.")
    some_assumed = Phrase(
        "{} of {} scores are the organisation's own assumptions (hollow points have at least one).",
        "{} van {} scores zijn aannames van de organisatie zelf (open punten hebben er minstens een).",
    )
    alt_start = Phrase("Priority matrix of {}: {}.", "Prioriteitenmatrix van {}: {}.")
    alt_axes = Phrase(
        "{}; importance from {} to {}, experience from {} to {}.", "{}; belang van {} tot {}, beleving van {} tot {}."
    )
    alt_points = Phrase(
        ("1 scored touchpoint", "{} scored touchpoints"),
        ("1 contactmoment met scores", "{} contactmomenten met scores"),
    )
    alt_cross = Phrase(
        "Quadrants meet at importance {}, experience {} ({}).",
        "De kwadranten komen samen bij belang {}, beleving {} ({}).",
    )
    alt_first = Phrase("First to improve: {}.", "Eerst te verbeteren: {}.")


class AtlasWords(Language):
    """What the atlas of journeys says."""

    title = Phrase("Journey atlas", "Overzicht klantreizen")
    journeys = Phrase(("1 journey", "{} journeys"), ("1 klantreis", "{} klantreizen"))
    as_of = Phrase("as of {}", "stand van {}")
    scale = Phrase("scale {} to {}", "schaal {} tot {}")
    journey = Phrase("Journey and persona", "Klantreis en persona")
    phases = Phrases(
        {
            "need": ("Need", "Behoefte"),
            "attention": ("Attention", "Oriëntatie"),
            "evaluation": ("Evaluation", "Afweging"),
            "purchase": ("Purchase", "Aankoop"),
            "delivery": ("Delivery", "Levering"),
            "use": ("Use", "Gebruik"),
            "loyalty": ("Loyalty", "Loyaliteit"),
            "leaving": ("Leaving", "Vertrek"),
            "": ("No phase", "Zonder fase"),
        }
    )
    index = Phrase("Index", "Belevingsindex")
    change = Phrase("Change", "Verschil")
    actions = Phrase("Actions", "Acties")
    evidence = Phrase("Evidence", "Bewijs")
    running = Phrase("{} in progress", "{} in uitvoering")
    late = Phrase("{} late", "{} te laat")
    none = Phrase("none", "geen")
    not_tested = Phrase("not tested", "niet getoetst")
    compared = Phrase("{} of {} touchpoints", "{} van {} contactmomenten")
    steps = Phrase(
        ("far below good enough", "below", "about good enough", "above", "far above"),
        ("ruim onvoldoende", "onvoldoende", "ongeveer voldoende", "voldoende", "ruim voldoende"),
    )
    assumed = Phrase("all assumed", "alles aangenomen")
    figures = Phrase(
        "Figures are the experience weighted by importance; good enough is the pass mark, else the middle of the "
        "scale. –: not known.",
        "Cijfers zijn de beleving, gewogen naar belang; voldoende is het cijfer dat als voldoende geldt, anders het "
        "midden van de schaal. –: niet bekend.",
    )
    own_scales = Phrase(
        "Each journey is on its own scale, named beside its persona.",
        "Elke klantreis heeft een eigen schaal, genoemd bij de persona.",
    )
    indented = Phrase(
        "Indented: a journey that shows a stage of the one above from near.",
        "Ingesprongen: een klantreis die een fase van die erboven van dichtbij laat zien.",
    )
    index_change = Phrase(
        "The change of an index is since the wave before, over the touchpoints scored in both; what caused it is not "
        "tested.",
        "Het verschil van een index is dat met de vorige meting, over de contactmomenten die beide keren een score "
        "hebben; wat het veroorzaakte, is niet getoetst.",
    )
    evidence_is = Phrase(
        "Evidence: the share of touchpoints with some.", "Bewijs: het aandeel contactmomenten met bewijs."
    )
    alt_start = Phrase(
        "Journey atlas: {}. Lowest index: {}, {} ({}).", "Overzicht klantreizen: {}. Laagste index: {}, {} ({})."
    )
    alt_row = Phrase("{}, {}: index {}; {}.", "{}, {}: index {}; {}.")


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
        "95 % interval of a wave. Differences are computed before rounding.",
        "Open: de meting ervoor; gevuld: de laatste; een pijl alleen waar het verschil aantoonbaar is; getint: het "
        "95 %-interval van een meting. Verschillen zijn berekend vóór het afronden.",
    )
    once = Phrase(
        ("1 touchpoint has one wave only.", "{} touchpoints have one wave only."),
        ("1 contactmoment heeft nog maar één meting.", "{} contactmomenten hebben nog maar één meting."),
    )
    trend_title = Phrase("Over time", "In de loop van de tijd")
    measured = Phrase("measured from {} to {}", "gemeten van {} tot {}")
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


class CardWords(Language):
    """What persona cards say."""

    who = Phrase("Who makes this journey", "Wie deze reis maakt")
    share = Phrase("{} % of customers", "{} % van de klanten")
    facts = Phrase("Facts", "Feiten")
    goals = Phrase("Goals", "Doelen")
    ambitions = Phrase("Ambitions", "Ambities")
    needs = Phrase("Needs", "Behoeften")
    frustrations = Phrase("Frustrations", "Frustraties")
    drivers = Phrase("Emotional drivers", "Emotionele drijfveren")
    rests_on = Phrase("{} rests on: {}.", "{} berust op: {}.")
    rests_on_nothing = Phrase(
        "No evidence is given for {}: the organisation's own assumption.",
        "Voor {} is geen bewijs opgegeven: een aanname van de organisatie zelf.",
    )
    priorities = Phrases(
        {
            "target": ("target segment", "doelsegment"),
            "maintain": ("segment to maintain", "te behouden segment"),
            "none": ("not a focus segment", "geen focussegment"),
        }
    )
    index = Phrase("Experience, weighted by importance: {} ({} to {})", "Beleving, gewogen naar belang: {} ({} tot {})")
    weakest = Phrase("weakest link: {} ({})", "zwakste schakel: {} ({})")
    alt = Phrase("The personas of {}: {}.", "De persona's van {}: {}.")
    alt_card = Phrase("{}: {}.", "{}: {}.")


class StakeholderWords(Language):
    """What the stakeholder map says."""

    title = Phrase("Stakeholder map", "Stakeholdermap")
    customers = Phrase("Customers", "Klanten")
    organisation = Phrase("our organisation", "onze organisatie")
    kinds = Phrases(
        {
            "customer": ("customers", "klanten"),
            "department": ("department", "afdeling"),
            "team": ("team", "team"),
            "partner": ("partner", "partner"),
            "supplier": ("supplier", "leverancier"),
            "regulator": ("regulator", "toezichthouder"),
            "other": ("other", "overig"),
        }
    )
    counts = Phrases(
        {
            "customer": (("1 group of customers", "{} groups of customers"), ("1 groep klanten", "{} groepen klanten")),
            "internal": (("1 party inside", "{} parties inside"), ("1 interne partij", "{} interne partijen")),
            "outside": (("1 party outside", "{} parties outside"), ("1 externe partij", "{} externe partijen")),
        }
    )
    we_do = Phrase("what we do for them", "wat wij voor hen doen")
    they_do = Phrase("what they do for us", "wat zij voor ons doen")
    relation = Phrase("what one party does for another", "wat de ene partij voor de andere doet")
    note = Phrase(
        "The organisation's own view of who is involved; nothing on this map was measured.",
        "Hoe de organisatie het zelf ziet; niets op deze kaart is gemeten.",
    )
    who_for_whom = Phrase("Who does what for whom", "Wie doet wat voor wie")
    us = Phrase("Our organisation", "Onze organisatie")
    numbers = Phrase("A column has the number of its row.", "Een kolom heeft het nummer van zijn rij.")
    does = Phrase("does something for", "doet iets voor")
    untold = Phrase(
        "What each of the {} relations is about is in the description (--alt).",
        "Wat elk van de {} relaties inhoudt, staat in de beschrijving (--alt).",
    )
    loose = Phrase("Without a relation: {}.", "Zonder relatie: {}.")
    alt = Phrase("Stakeholder map: {}.", "Stakeholdermap: {}.")
    alt_party = Phrase("{} ({}): {}.", "{} ({}): {}.")
    alt_relation = Phrase("{} → {}: {}.", "{} → {}: {}.")


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
    statuses = Phrases(
        {
            "idea": ("idea", "idee"),
            "planned": ("planned", "gepland"),
            "in-progress": ("in progress", "in uitvoering"),
            "done": ("done", "afgerond"),
        }
    )

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


class DashboardWords(Language):
    """What the dashboard says."""

    title = Phrase("Dashboard", "Dashboard")
    as_of = Phrase("as of {}", "stand van {}")
    metrics = Phrase(("1 metric", "{} metrics"), ("1 meetpunt", "{} meetpunten"))
    percentage_points = Phrase(("{} percentage point", "{} percentage points"), ("{} procentpunt", "{} procentpunten"))
    better = Phrases(
        {
            "higher": ("higher is better", "hoger is beter"),
            "lower": ("lower is better", "lager is beter"),
        }
    )

    moved = Phrase("Moved the right way since baseline: {}", "Bewogen de goede kant op sinds de nulmeting: {}")
    sure = Phrase("{} more than chance", "{} aantoonbaar")
    unmeasured = Phrase("{} not measured", "{} niet gemeten")
    contradicting = Phrase(
        ("1 contradicts its target", "{} contradict their targets"),
        ("1 gaat tegen zijn doel in", "{} gaan tegen hun doel in"),
    )
    at_target = Phrase("{} at the target", "{} op het doel")
    tested = Phrases(
        {
            "better": ("Better, more than chance ({} to {})", "Aantoonbaar beter ({} tot {})"),
            "worse": ("Worse, more than chance ({} to {})", "Aantoonbaar slechter ({} tot {})"),
        }
    )
    unclear = Phrase("No clear change ({} to {})", "Geen aantoonbaar verschil ({} tot {})")
    among = Phrase("Not clear among {} compared ({} to {})", "Niet aantoonbaar bij {} vergelijkingen ({} tot {})")
    untested = Phrases(
        {
            "no-spread": ("No spread given, so not tested", "Geen spreiding opgegeven, dus niet getoetst"),
            "too-few": ("Too few answers, so not tested", "Te weinig antwoorden, dus niet getoetst"),
            "all-alike": ("All answers alike, so not tested", "Alle antwoorden gelijk, dus niet getoetst"),
        }
    )
    on_schedule = Phrase("on schedule", "op schema")
    behind = Phrase("behind schedule", "achter op schema")
    reached = Phrase("Target reached", "Doel bereikt")
    to_go = Phrase("{} to go", "nog {} tot het doel")
    way = Phrase("{} to go, {} of the way", "nog {} tot het doel, {} gerealiseerd")
    further = Phrase("Further away: {} to go", "Verder weg: nog {} tot het doel")
    same = Phrase("As at the baseline: {} to go", "Als bij de nulmeting: nog {} tot het doel")
    unread = Phrase("Not measured since baseline: {} to go", "Niet gemeten sinds de nulmeting: nog {} tot het doel")
    contradicts_direction = Phrase("Target contradicts its direction", "Doel gaat tegen de richting in")
    dates_contradict = Phrase("dates contradict each other", "data spreken elkaar tegen")
    past = Phrase("{}; the target's day has passed", "{}; de dag van het doel is voorbij")
    since = Phrase("{} since the baseline", "{} sinds de nulmeting")
    no_baseline = Phrase("No baseline to compare with", "Geen nulmeting om mee te vergelijken")
    only_baseline = Phrase("Not measured since baseline", "Niet gemeten sinds de nulmeting")
    then = Phrase("baseline {} ({})", "nulmeting {} ({})")
    now = Phrase("now {} ({})", "nu {} ({})")
    aimed = Phrase("target {} ({})", "doel {} ({})")
    no_target = Phrase("no target", "geen doel")
    nothing_known = Phrase("Nothing measured yet", "Nog niets gemeten")

    baseline = Phrase("baseline", "nulmeting")
    reading = Phrase("reading", "meting")
    target = Phrase("target", "doel")
    distance = Phrase("still to go", "nog tot het doel")

    journeys = Phrase("Journeys, current state", "Klantreizen, huidige situatie")
    journey = Phrase("Journey and persona", "Klantreis en persona")
    index = Phrase("Experience, weighted by importance", "Beleving, gewogen naar belang")
    weakest_link = Phrase("Weakest link", "Zwakste schakel")
    as_desired = Phrase("Touchpoints at the desired level", "Contactmomenten op gewenst niveau")
    metrics_moved = Phrase(
        "Metrics that moved the right way since baseline", "Meetpunten die sinds de nulmeting de goede kant op bewogen"
    )
    evidence = Phrase("Touchpoints with evidence", "Contactmomenten met bewijs")
    scored = Phrase("{} of {} touchpoints scored", "{} van {} contactmomenten met scores")
    assumed = Phrase("{} of {} scores assumed", "{} van {} scores aangenomen")
    of = Phrase("{} of {}", "{} van {}")
    none = Phrase("not known", "niet bekend")
    ends = Phrase("{} to {}", "{} tot {}")

    zoomed = Phrase(
        "The bar on a ruler is the part of the whole scale that is drawn: baseline to target, 30 % more at both ends.",
        "De balk op een liniaal is het deel van de hele schaal dat is getekend: nulmeting tot doel, aan beide kanten "
        "30 % meer.",
    )
    scales = Phrase(
        "Whole scales: percentages 0 to 100, NPS −100 to 100, all else from 0.",
        "Hele schalen: percentages 0 tot 100, NPS −100 tot 100, de rest vanaf 0.",
    )
    chance = Phrase(
        "More than chance: at 5 %, corrected (Holm) for the {} metrics compared; causes are not tested.",
        "Aantoonbaar: op 5 %, gecorrigeerd (Holm) voor {} vergeleken meetpunten; oorzaken zijn niet getoetst.",
    )
    no_chance = Phrase(
        "No change is tested against chance: for that, baseline and readings need n, and sd or a percentage.",
        "Geen verandering is getoetst: daarvoor is n nodig bij nulmeting en meting, en sd of een percentage.",
    )
    computed = Phrase(
        "Metrics of a journey are those that its touchpoints or its actions name.",
        "Meetpunten van een klantreis zijn die welke zijn contactmomenten of acties noemen.",
    )
    index_change = Phrase("since the wave before: {} ({})", "sinds de vorige meting: {} ({})")

    alt_start = Phrase("Dashboard as of {}: {}.", "Dashboard, stand van {}: {}.")
    alt_metric = Phrase("{} ({}): {}.", "{} ({}): {}.")
    alt_journey = Phrase(
        "{}, {}: index {}, weakest link {}, metrics that moved the right way {}, evidence at {}.",
        "{}, {}: index {}, zwakste schakel {}, meetpunten de goede kant op {}, bewijs bij {}.",
    )
