"""What charts say: on them, in their notes and in their descriptions."""

from __future__ import annotations

from cxmap.i18n.language import Language, Phrase, Phrases
from cxmap.i18n.tables import FigureWords


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

    gap = Phrase("gap to importance", "kloof tussen belang en ervaring")
    interval = Phrase("95 % interval", "95 %-interval")
    another_source = Phrase("another source from here", "vanaf hier een andere bron")
    assumption = Phrase("assumption", "aanname")
    no_score = Phrase("no score", "geen score")
    moment_of_truth = Phrase("moment of truth", "moment van de waarheid")
    wow = Phrase("wow", "wow")
    weakest_link = Phrase("weakest link", "zwakste schakel")
    largest_drop = Phrase("largest drop", "grootste daling")
    channel_changes = Phrase("channel changes", "kanaalwissel")
    loses = Phrase("something gets lost", "er gaat iets verloren")
    handover = Phrase("handover", "overgang")
    desired = Phrase("desired", "gewenst")
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
    improve_first = Phrase("Improve first", "Eerst verbeteren")
    nothing_short = Phrase("Nothing falls short.", "Niets schiet tekort.")
    scores = Phrase("importance {}, experience {}", "belang {}, beleving {}")
    gap = Phrase("gap {}", "kloof {}")
    no_gap = Phrase("no gap: above it the experience falls short", "geen kloof: erboven schiet de beleving tekort")
    ranked = Phrase(
        "Ranks by {}, 1 to 5 for each persona, as in the ranking of gaps.",
        "Rangen naar {}, 1 tot 5 per persona, zoals in de ranglijst van kloven.",
    )
    rank = Phrase("rank", "rang")
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
    many = Phrase(
        "More than {} relations: their lines run straight, and what each is about is not on the map.",
        "Meer dan {} relaties: hun lijnen lopen recht, en wat ze inhouden staat niet op de kaart.",
    )
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

    scales = Phrase(
        "Each small chart shows its whole scale: percentages 0 to 100, NPS −100 to 100, all else from 0.",
        "Elke kleine grafiek toont de hele schaal: percentages 0 tot 100, NPS −100 tot 100, de rest vanaf 0.",
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
    last_scores = Phrase(
        "Journeys are shown by their last scores; earlier waves are not drawn here.",
        "Klantreizen staan hier met hun laatste scores; eerdere metingen zijn niet getekend.",
    )

    alt_start = Phrase("Dashboard as of {}: {}.", "Dashboard, stand van {}: {}.")
    alt_metric = Phrase("{} ({}): {}.", "{} ({}): {}.")
    alt_journey = Phrase(
        "{}, {}: index {}, weakest link {}, metrics that moved the right way {}, evidence at {}.",
        "{}, {}: index {}, zwakste schakel {}, meetpunten de goede kant op {}, bewijs bij {}.",
    )
