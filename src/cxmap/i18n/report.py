"""What a report says besides the sentences of its story: the names of its chapters, of every field, and its remarks."""

from __future__ import annotations

from cxmap.i18n.language import Phrase, Phrases
from cxmap.i18n.story import StoryWords
from cxmap.i18n.terms import LEVERS, STATUSES


class ReportWords(StoryWords):
    """The words of a report."""

    customer_journeys = Phrase("Customer journeys", "Klantreizen")
    as_of = Phrase("as of {}", "stand van {}")
    contents = Phrase("Contents", "Inhoud")
    skip = Phrase("Skip to the contents", "Direct naar de inhoud")
    theme = Phrase("Colours", "Kleuren")
    themes = Phrases(
        {
            "auto": ("as the device", "als het apparaat"),
            "light": ("light", "licht"),
            "dark": ("dark", "donker"),
        }
    )
    foot = Phrase("Made with cxmap {} from the project's files.", "Gemaakt met cxmap {} uit de projectbestanden.")
    more = Phrase("more", "meer")
    in_words = Phrase("This chart in words", "Deze grafiek in woorden")
    no_chart = Phrase("This chart cannot be drawn here.", "Deze grafiek kan hier niet getekend worden.")

    journeys = Phrase(("1 journey", "{} journeys"), ("1 klantreis", "{} klantreizen"))
    desired_journeys = Phrase(
        ("1 desired journey", "{} desired journeys"), ("1 gewenste klantreis", "{} gewenste klantreizen")
    )
    all_touchpoints = Phrase("all {} touchpoints", "alle {} contactmomenten")
    touchpoints = Phrase(("1 touchpoint", "{} touchpoints"), ("1 contactmoment", "{} contactmomenten"))

    chapters = Phrases(
        {
            "message": ("In short", "In het kort"),
            "changes": ("What changed", "Wat er veranderd is"),
            "ranking": ("What to improve first", "Wat eerst te verbeteren"),
            "sheets": ("Opportunities in detail", "Verbeterkansen uitgewerkt"),
            "people": ("Who the customers are", "Wie de klanten zijn"),
            "stakeholders": ("Parties and channels", "Partijen en kanalen"),
            "roadmap": ("The plan", "Het plan"),
            "dashboard": ("Is it working?", "Werkt het?"),
            "needs": ("Open needs", "Wat nog open staat"),
            "evidence": ("What it rests on", "Waar het op berust"),
            "method": ("How figures are made", "Hoe de cijfers tot stand komen"),
        }
    )
    kickers = Phrases(
        {
            "message": ("The message", "De boodschap"),
            "changes": ("Progress", "Voortgang"),
            "ranking": ("Ranking", "Ranglijst"),
            "sheets": ("Opportunity sheets", "Kansenbladen"),
            "people": ("Personas and segments", "Persona's en segmenten"),
            "stakeholders": ("Stakeholders", "Belanghebbenden"),
            "roadmap": ("Road map", "Roadmap"),
            "dashboard": ("Dashboard", "Dashboard"),
            "needs": ("To do and to find out", "Te doen en uit te zoeken"),
            "evidence": ("Evidence and sources", "Bewijs en bronnen"),
            "method": ("Method", "Methode"),
        }
    )
    journey_kicker = Phrases(
        {
            "current": ("Journey, current state", "Klantreis, huidige situatie"),
            "desired": ("Journey, desired state", "Klantreis, gewenste situatie"),
        }
    )

    tiles = Phrases(
        {
            "index": ("experience, weighted by importance", "beleving, gewogen naar belang"),
            "below": ("touchpoints below the pass mark", "contactmomenten met een onvoldoende"),
            "customers": ("of scores rest on customers", "van de scores berust op klanten"),
        }
    )
    action_tiles = Phrases(
        {
            "in-progress": (
                ("action in progress", "actions in progress"),
                ("actie in uitvoering", "acties in uitvoering"),
            ),
            "late": (
                ("action late, none in progress", "actions late, none in progress"),
                ("actie te laat, geen in uitvoering", "acties te laat, geen in uitvoering"),
            ),
            "waiting": (
                ("action not begun", "actions not begun"),
                ("actie nog niet begonnen", "acties nog niet begonnen"),
            ),
            "done": (("action done", "actions done"), ("actie afgerond", "acties afgerond")),
        }
    )
    late_actions = Phrase("{} late", "{} te laat")
    more_than_chance = Phrase(
        "metrics moved the right way, {} of them more than chance",
        "meetpunten bewogen de goede kant op, waarvan {} aantoonbaar",
    )
    late_steps = Phrase(("1 step late", "{} steps late"), ("1 stap te laat", "{} stappen te laat"))
    contradicting = Phrase(
        ("1 contradicts its target", "{} contradict their targets"),
        ("1 gaat tegen zijn doel in", "{} gaan tegen hun doel in"),
    )
    scale_of = Phrase("{} to {}", "{} tot {}")
    of = Phrase("{} of {}", "{} van {}")
    no_message = Phrase(
        "Too little is scored for a message: fewer than three touchpoints have importance and experience.",
        "Er zijn te weinig scores voor een boodschap: minder dan drie contactmomenten hebben belang en beleving.",
    )

    touchpoint = Phrase("touchpoint", "contactmoment")
    importance = Phrase("importance", "belang")
    experience = Phrase("experience", "beleving")
    gap = Phrase("gap", "kloof")
    handover = Phrase("handover", "overgang")
    everybody = Phrase("all", "alle")

    # What changed.
    as_table = Phrase("The same as a table", "Hetzelfde als tabel")
    atlas = Phrase("Journey atlas", "Reisoverzicht")
    waves = Phrase("Scores since the wave before", "Scores sinds de vorige meting")
    before = Phrase("before", "eerst")
    now = Phrase("now", "nu")
    change = Phrase("change", "verandering")
    verdict = Phrase("verdict", "oordeel")
    verdicts = Phrases(
        {
            "better": ("better, more than chance", "aantoonbaar beter"),
            "worse": ("worse, more than chance", "aantoonbaar slechter"),
            "higher": ("higher, more than chance", "aantoonbaar hoger"),
            "lower": ("lower, more than chance", "aantoonbaar lager"),
            "no-clear-change": ("no clear change", "geen aantoonbaar verschil"),
            "not-tested": ("not tested", "niet getoetst"),
        }
    )
    reasons = Phrases(
        {
            "team": ("what the team thought is not tested", "wat het team dacht is niet getoetst"),
            "same-wave": ("of one source and date", "van één bron en datum"),
            "not-comparable": ("of different series, kinds or scales", "van andere reeksen, soorten of schalen"),
            "no-spread": ("n or sd is not given", "n of sd is niet opgegeven"),
            "too-few": ("fewer than five answers", "minder dan vijf antwoorden"),
            "all-alike": ("all answers alike", "alle antwoorden gelijk"),
            "everybody": ("everybody was asked", "iedereen is gevraagd"),
            "needs-answers": ("that needs the answers themselves", "daarvoor zijn de antwoorden zelf nodig"),
        }
    )
    not_clear_among = Phrase("not clear among {} compared", "niet aantoonbaar bij {} vergelijkingen")
    with_reason = Phrase("{}: {}", "{}: {}")
    with_interval = Phrase("{} ({} to {})", "{} ({} tot {})")
    family = Phrase(
        "More than chance: at 5 %, corrected (Holm) for {} comparisons. Not clear is not the same as unchanged, and "
        "what caused a change is not tested.",
        "Aantoonbaar: op 5 %, gecorrigeerd (Holm) voor {} vergelijkingen. Niet aantoonbaar is iets anders dan "
        "onveranderd, en oorzaken zijn niet getoetst.",
    )
    learned = Phrase("What was learned", "Wat ervan geleerd is")
    outcomes = Phrases(
        {
            "confirmed": ("hypothesis confirmed", "hypothese bevestigd"),
            "refuted": ("hypothesis refuted", "hypothese weerlegd"),
            "unclear": ("outcome unclear", "uitkomst onduidelijk"),
        }
    )

    # Journeys, by the names of fields.
    emotion = Phrase("Emotional journey", "Emotionele klantreis")
    map_ = Phrase("Journey map", "Klantreiskaart")
    blueprint = Phrase("Service blueprint", "Blauwdruk")
    matrix = Phrase("Priority matrix", "Prioriteitenmatrix")
    in_figures = Phrase("In figures", "In cijfers")
    step_by_step = Phrase("Step by step", "Stap voor stap")
    per_persona = Phrase("persona", "persona")
    fields = Phrases(
        {
            "description": ("About it", "Toelichting"),
            "goal": ("Goal", "Doel"),
            "starts_with": ("Starts with", "Begint met"),
            "ends_with": ("Ends with", "Eindigt met"),
            "route": ("Route", "Route"),
            "owner": ("Owner", "Eigenaar"),
            "personas": ("Personas", "Persona's"),
            "redesigns": ("Redesigns", "Herontwerp van"),
            "variant_of": ("Variant of", "Variant van"),
            "scale": ("Scale", "Schaal"),
            "scores_source": ("Marks given by", "Cijfers van"),
            "language": ("Language", "Taal"),
            "reviews": ("Reviews", "Terugblikken"),
            "links": ("Links", "Links"),
            "phase": ("Phase", "Levensfase"),
            "lasts": ("Lasts", "Duurt"),
            "detailed_in": ("In detail in", "Uitgewerkt in"),
            "channel": ("Channel", "Kanaal"),
            "also_through": ("Also through", "Ook via"),
            "reach": ("Reach", "Bereik"),
            "doing": ("Doing", "Doet"),
            "thinking": ("Thinking", "Denkt"),
            "feeling": ("Feeling", "Voelt"),
            "emotional_drivers": ("Emotional drivers", "Emotionele drijfveren"),
            "expectation": ("Expects", "Verwacht"),
            "between": ("Chooses between", "Kiest tussen"),
            "based_on": ("Choice based on", "Kiest op basis van"),
            "positives": ("Pleasures", "Pluspunten"),
            "negatives": ("Pain points", "Minpunten"),
            "wait": ("Waits", "Wacht"),
            "takes": ("Effort time", "Bestede tijd"),
            "wow": ("Wow", "Wow"),
            "handover": ("Handover into it", "Overgang hiernaartoe"),
            "loses": ("Lost on the way", "Gaat verloren"),
            "returns_to": ("Detour, back to", "Omweg, terug naar"),
            "supported_by": ("Supported by", "Ondersteund door"),
            "frontstage": ("Frontstage", "Voor de schermen"),
            "backstage": ("Backstage", "Achter de schermen"),
            "systems": ("Systems", "Systemen"),
            "importance_to_us": ("Importance to us", "Belang voor ons"),
            "metrics": ("Measured by", "Gemeten met"),
            "opportunities": ("Ideas", "Ideeën"),
            "questions": ("Questions to ask", "Vragen om te stellen"),
            "tags": ("Tags", "Labels"),
            "influences": ("Affects what follows", "Beïnvloedt wat volgt"),
            "replaces": ("Replaces", "Vervangt"),
            "passes": ("Only for", "Alleen voor"),
            "actions": ("Actions", "Acties"),
            "evidence": ("Evidence", "Bewijs"),
            "quotes": ("In the words of sources", "In de woorden van bronnen"),
        }
    )
    for_persona_only = Phrase("For {}", "Voor {}")
    from_to = Phrase("from {}", "van {}")
    yes_no = Phrases({"yes": ("yes", "ja"), "no": ("no", "nee")})
    no_moment = Phrase("no moment of truth", "geen moment van de waarheid")
    cleared = Phrase("none", "geen")
    phases = Phrases(
        {
            "need": ("need", "behoefte"),
            "attention": ("attention", "aandacht"),
            "evaluation": ("evaluation", "afweging"),
            "purchase": ("purchase", "aankoop"),
            "delivery": ("delivery", "levering"),
            "use": ("use", "gebruik"),
            "loyalty": ("loyalty", "loyaliteit"),
            "leaving": ("leaving", "vertrek"),
        }
    )
    languages = Phrases({"en": ("English", "Engels"), "nl": ("Dutch", "Nederlands")})
    pass_mark = Phrase("{}, good enough from {}", "{}, voldoende vanaf {}")
    two_scales = Phrase("importance {}, experience {}", "belang {}, beleving {}")
    truth = Phrase("moment of truth", "moment van de waarheid")
    wow = Phrase("wow", "wow")
    weakest_badge = Phrase("weakest link", "zwakste schakel")
    detour = Phrase("detour", "omweg")
    desired_word = Phrase("desired", "gewenst")
    team_badge = Phrase("team's estimate", "inschatting team")
    n = Phrase("n\u00a0{}", "n\u00a0{}")
    score_tip = Phrase("{} {}", "{} {}")
    by = Phrase("{}, {}", "{}, {}")
    about_persona = Phrase("about {}", "over {}")
    findings_of = Phrases(
        {
            "confirms": ("confirms what was assumed", "bevestigt wat was aangenomen"),
            "contradicts": ("contradicts what was assumed", "spreekt tegen wat was aangenomen"),
            "new": ("a need nobody had seen", "een behoefte die niemand had gezien"),
        }
    )

    # Ranking.
    rank = Phrase("#", "#")
    nothing_ranked = Phrase(
        "Nothing is ranked: no current journey has scores that can be ranked together.",
        "Er is geen ranglijst: geen huidige klantreis heeft scores die samen in een rangorde kunnen.",
    )
    no_rows = Phrase(
        "Nothing is ranked yet: no touchpoint has the scores that this needs.",
        "Er is nog geen ranglijst: geen contactmoment heeft de scores die daarvoor nodig zijn.",
    )
    remarks = Phrase("What to know when reading this ranking", "Wat te weten bij deze ranglijst")
    tied = Phrase("{}=", "{}=")
    unscored = Phrase("Not scored", "Zonder score")

    # Sheets.
    sheet_kicker = Phrase("Rank {} · {} · {}", "Rang {} · {} · {}")
    today_ = Phrase("Now", "Nu")
    wanted = Phrase("Wanted", "Gewenst")
    scores_label = Phrase("Importance and experience", "Belang en beleving")
    goes_wrong = Phrase("What goes wrong", "Wat er misgaat")
    as_wanted = Phrase("What customers expect, and plans promise", "Wat klanten verwachten en plannen beloven")
    wanted_scores = Phrase("Desired experience", "Gewenste beleving")
    inside = Phrase("Inside the organisation", "Binnen de organisatie")
    outside_ = Phrase("Outside", "Daarbuiten")
    behaviour = Phrase("What people will do differently", "Wat mensen anders gaan doen")
    nothing_known = Phrase("nothing described yet", "nog niets beschreven")
    no_action_planned = Phrase("No action is planned.", "Er is geen actie gepland.")
    no_metric = Phrase("Nothing is measured here yet.", "Hier wordt nog niets gemeten.")
    what_is_planned = Phrase("What is planned", "Wat er gepland is")
    how_measured = Phrase("How we will see that it worked", "Waaraan te zien is dat het werkt")

    # People.
    persona_fields = Phrases(
        {
            "segment": ("Segment", "Segment"),
            "facts": ("Facts", "Feiten"),
            "goals": ("Goals", "Doelen"),
            "ambitions": ("Ambitions", "Ambities"),
            "needs": ("Needs", "Behoeften"),
            "frustrations": ("Frustrations", "Frustraties"),
            "emotional_drivers": ("Emotional drivers", "Emotionele drijfveren"),
            "journeys": ("Journeys", "Klantreizen"),
        }
    )
    portrait_of = Phrase("Portrait of {}", "Portret van {}")
    segments = Phrase("Segments", "Segmenten")
    share_of_customers = Phrase("share of customers", "aandeel van de klanten")
    priority = Phrase("priority", "prioriteit")
    priorities = Phrases(
        {
            "target": ("target", "doelsegment"),
            "maintain": ("maintain", "behouden"),
            "none": ("not a focus segment", "geen focussegment"),
        }
    )
    fact_pair = Phrase("{}: {}", "{}: {}")
    index_line = Phrase("experience {}, weighted by importance", "beleving {}, gewogen naar belang")
    index_link = Phrase("; weakest link ", "; zwakste schakel ")
    desired_line = Phrase("desired experience {}, weighted by importance", "gewenste beleving {}, gewogen naar belang")
    stands_for_segment = Phrase("stands for {}", "staat voor {}")
    thin = Phrase("Nothing shows yet that such customers exist.", "Nog niets laat zien dat zulke klanten bestaan.")

    # Stakeholders and channels.
    stakeholder_map = Phrase("Stakeholder map", "Stakeholdermap")
    party = Phrase("party", "partij")
    kind = Phrase("kind", "soort")
    party_kinds = Phrases(
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
    party_fields = Phrases(
        {
            "we_do_for_them": ("What we do for them", "Wat wij voor hen doen"),
            "they_do_for_us": ("What they do for us", "Wat zij voor ons doen"),
            "relations": ("Does for others", "Doet voor anderen"),
            "owns": ("Answers for", "Verantwoordelijk voor"),
            "supports": ("Helps with", "Helpt bij"),
            "actions": ("Own actions", "Eigen acties"),
            "needed": ("Needed for", "Nodig voor"),
            "channels": ("Runs", "Beheert"),
        }
    )
    channels = Phrase("Channels", "Kanalen")
    run_by = Phrase("run by", "beheerd door")
    ourselves = Phrase("ourselves", "onszelf")
    channel_kinds = Phrases(
        {
            "digital": ("digital", "digitaal"),
            "physical": ("physical", "fysiek"),
            "human": ("human", "menselijk"),
            "post": ("post", "post"),
        }
    )

    # Plan.
    road_map = Phrase("Road map", "Roadmap")
    actions_title = Phrase("The actions", "De acties")
    action_column = Phrase("action", "actie")
    action_fields = Phrases(
        {
            "improves": ("Improves", "Verbetert"),
            "levers": ("Levers", "Soort aanpak"),
            "hypothesis": ("Hypothesis", "Hypothese"),
            "current": ("Now", "Nu"),
            "desired": ("Wanted", "Gewenst"),
            "owner": ("Owner", "Eigenaar"),
            "parties": ("Also needed", "Ook nodig"),
            "behaviour": ("Other behaviour", "Ander gedrag"),
            "systems": ("Systems that change", "Systemen die veranderen"),
            "metrics": ("Measured by", "Gemeten met"),
            "effort": ("Effort", "Inspanning"),
            "impact": ("Impact", "Impact"),
            "cost": ("Cost", "Kosten"),
            "start": ("Start", "Start"),
            "due": ("Due", "Uiterlijk"),
            "finished": ("Finished", "Afgerond"),
            "outcome": ("Outcome", "Uitkomst"),
            "learned": ("Learned", "Geleerd"),
            "depends_on": ("Depends on", "Hangt af van"),
            "expects": ("Hoped gain", "Verhoopte winst"),
            "links": ("Links", "Links"),
        }
    )
    levers = LEVERS
    of_five = Phrase("{} of 5", "{} van 5")
    ranked_target = Phrase("{} (rank {})", "{} (rang {})")
    handover_into = Phrase("handover into {}", "overgang naar {}")
    gain_for = Phrase("{}: {} for {}", "{}: {} voor {}")
    gain = Phrase("{}: {}", "{}: {}")
    to_dos = Phrase("To-dos", "To-do's")
    done = Phrase("done", "afgerond")
    late_badge = Phrase("late", "te laat")
    due = Phrase("due", "uiterlijk")
    owner = Phrase("owner", "eigenaar")
    status = Phrase("status", "status")
    statuses = STATUSES
    start_column = Phrase("start", "start")
    no_plan_yet = Phrase("There is no plan yet: no action is described.", "Er is nog geen plan: geen actie beschreven.")

    # Dashboard.
    metric = Phrase("metric", "meetpunt")
    baseline = Phrase("baseline", "nulmeting")
    latest = Phrase("now", "nu")
    target = Phrase("target", "doel")
    how_it_fares = Phrase("how it fares", "hoe het ervoor staat")
    metric_kinds = Phrases(
        {
            "nps": ("Net Promoter Score", "Net Promoter Score"),
            "csat": ("customer satisfaction", "klanttevredenheid"),
            "ces": ("customer effort", "klantinspanning"),
            "percentage": ("percentage", "percentage"),
            "duration": ("duration", "duur"),
            "count": ("count", "aantal"),
            "money": ("money", "geld"),
            "score": ("score", "score"),
        }
    )
    better = Phrases({"higher": ("higher is better", "hoger is beter"), "lower": ("lower is better", "lager is beter")})
    readings = Phrase("All readings", "Alle metingen")
    reading_of = Phrases(
        {
            "baseline": ("baseline", "nulmeting"),
            "reading": ("reading", "meting"),
            "target": ("target", "doel"),
        }
    )
    day = Phrase("date", "datum")
    value = Phrase("value", "waarde")
    counts_nps = Phrase(
        "{} promoters, {} passives, {} detractors", "{} promotors, {} passief tevredenen, {} criticasters"
    )
    counts_mark = Phrase("{} × {}", "{} × {}")
    used_by = Phrase("measures", "meet")

    # Open needs.
    nothing_open = Phrase("Nothing is open.", "Er staat niets open.")
    no_new = Phrase("New needs", "Nieuwe behoeften")
    contradictions = Phrase("What contradicts our assumptions", "Wat onze aannames tegenspreekt")
    open_questions = Phrase("Questions to ask customers", "Vragen aan klanten")
    unscored_touchpoints = Phrase("Touchpoints without a score", "Contactmomenten zonder score")
    without_evidence = Phrase("Touchpoints without quotes or notes", "Contactmomenten zonder citaten of notities")
    ownerless = Phrase("Touchpoints without an owner", "Contactmomenten zonder eigenaar")
    checks = Phrase("What the checks find", "Wat de controles vinden")
    severities = Phrases({"warning": ("warning", "waarschuwing"), "advice": ("advice", "advies")})
    group_title = Phrase("{} ({})", "{} ({})")
    for_personas = Phrase("{} (for {})", "{} (voor {})")

    # Evidence.
    coverage = Phrase("Coverage", "Dekking")
    score_kind = Phrases({"importance": ("importance", "belang"), "experience": ("experience", "beleving")})
    voices = Phrases(
        {"customers": ("customers", "klanten"), "observed": ("observed", "gezien of geteld"), "team": ("team", "team")}
    )
    own_voice = Phrase("customers' own voice", "stem van de klant")
    who = Phrase("who says so", "wie het zegt")
    all_scores = Phrase("Every score, with its waves", "Elke score, met alle metingen")
    given_as = Phrase("as given", "zoals gegeven")
    sd = Phrase("sd", "sd")
    n_column = Phrase("n", "n")
    source = Phrase("source", "bron")
    answers = Phrase("{}, of {} answers", "{}, van {} antwoorden")
    derived = Phrase("derived", "afgeleid")
    mark_given = Phrase("mark {}", "cijfer {}")
    mean_given = Phrase("mean {}", "gemiddelde {}")
    gap_sd = Phrase("sd of differences {}", "sd van verschillen {}")
    gap_n = Phrase("sd of differences {}, {} answered both", "sd van verschillen {}, {} beantwoordden beide")
    sources_title = Phrase("Sources", "Bronnen")
    source_kinds = Phrases(
        {
            "survey": ("survey", "enquête"),
            "interview": ("interviews", "interviews"),
            "panel": ("panel", "panel"),
            "feedback-session": ("feedback session", "feedbacksessie"),
            "usability-test": ("usability test", "gebruikerstest"),
            "reviews": ("reviews", "reviews"),
            "complaints": ("complaints", "klachten"),
            "employees": ("employees", "medewerkers"),
            "observation": ("observation", "observatie"),
            "walkthrough": ("walkthrough", "zelf doorlopen"),
            "analytics": ("statistics", "statistieken"),
            "workshop": ("workshop", "workshop"),
            "assumption": ("assumption", "aanname"),
        }
    )
    source_fields = Phrases(
        {
            "n": ("people", "mensen"),
            "population": ("{} of {}", "{} van {}"),
            "scale": ("scale", "schaal"),
            "step": ("{} in steps of {}", "{} in stappen van {}"),
            "series": ("series", "reeks"),
            "scores": ("scores", "scores"),
            "evidence": ("quotes and notes", "citaten en notities"),
            "rests": ("rests on it", "berust erop"),
        }
    )

    # Method.
    method_ranking = Phrase(
        "A touchpoint is ranked by {}: {}, with every score put on 0 to 10. Importance and experience are the last "
        "that were given, per persona; over several personas each counts for its segment's share of customers, where "
        "that is known of all.",
        "Een contactmoment staat in de ranglijst op {}: {}, met elke score op 0 tot 10. Belang en beleving zijn de "
        "laatst gegeven scores, per persona; over meerdere persona's telt elk voor het aandeel van zijn segment in de "
        "klanten, als dat van alle bekend is.",
    )
    method_chance = Phrase(
        "Intervals are of 95 % and cover sampling error alone, not who declined to answer or how a question was "
        "worded. A change is called more than chance at 5 %, corrected for everything in this project that was "
        "compared. A score without a source, or from a workshop or an assumption, is the team's own estimate and has "
        "no interval.",
        "Intervallen zijn van 95 % en gaan alleen over de steekproef, niet over wie niet wilde antwoorden of hoe een "
        "vraag gesteld is. Een verandering heet aantoonbaar op 5 %, gecorrigeerd voor alles wat in dit project "
        "vergeleken is. Een score zonder bron, of uit een workshop of aanname, is een eigen inschatting van het team "
        "en heeft geen interval.",
    )
    method_more = Phrase("Every formula with its source: {}", "Alle formules met hun bron: {}")
