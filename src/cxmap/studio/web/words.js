// @ts-check
/** What the page says, in English and Dutch side by side. `{}` takes what follows, in order. */

/** @type {Record<string, [string, string]>} */
const WORDS = {
  studio: ["Studio", "Studio"],
  journeys: ["Journeys", "Klantreizen"],
  project: ["Project", "Project"],
  skip: ["Skip to the contents", "Direct naar de inhoud"],
  views: ["Views of this journey", "Weergaven van deze klantreis"],
  emotion: ["Emotional journey", "Emotionele klantreis"],
  map: ["Map", "Kaart"],
  blueprint: ["Blueprint", "Blauwdruk"],
  matrix: ["Matrix", "Matrix"],
  about: ["About", "Over"],
  text: ["Text", "Tekst"],
  ranking: ["Ranking", "Ranglijst"],
  people: ["People", "Mensen"],
  plan: ["Plan", "Plan"],
  needs: ["Open needs", "Wat nog open staat"],
  files: ["Files", "Bestanden"],
  current: ["current state", "huidige situatie"],
  desired_state: ["desired state", "gewenste situatie"],

  views_all: ["Journeys and views", "Klantreizen en weergaven"],
  compare_with: ["Compare with", "Vergelijken met"],
  desired_scores: ["desired scores", "gewenste scores"],
  handover: ["handover", "overgang"],
  handover_into: ["handover into {}", "overgang naar {}"],
  full_size: ["Full size", "Ware grootte"],
  no_action: ["no action", "geen actie"],
  late: ["late", "te laat"],
  improves: ["What it improves", "Wat het verbetert"],
  broken_why: ["{} cannot be changed while its file has an error.", "{} kan niet gewijzigd worden zolang het bestand een fout heeft."],
  need_new: ["Needs nobody had seen", "Behoeften die niemand had gezien"],
  need_contradictions: ["What contradicts our assumptions", "Wat onze aannames tegenspreekt"],
  need_questions: ["Questions to ask customers", "Vragen aan klanten"],
  need_unscored: ["Touchpoints without a score", "Contactmomenten zonder score"],
  need_without_evidence: ["Touchpoints without evidence", "Contactmomenten zonder bewijs"],
  need_ownerless: ["Touchpoints without an owner", "Contactmomenten zonder eigenaar"],
  need_checks: ["What the checks find", "Wat de controles vinden"],

  undo: ["Undo", "Ongedaan maken"],
  redo: ["Redo", "Opnieuw"],
  history: ["Changes", "Wijzigingen"],
  history_title: ["Changes since it was opened", "Wijzigingen sinds het openen"],
  no_history: ["Nothing has been changed yet.", "Er is nog niets gewijzigd."],
  undone: ["undone", "ongedaan gemaakt"],
  changed_one: ["1 file changed since it was opened", "1 bestand gewijzigd sinds het openen"],
  changed_many: ["{} files changed since it was opened", "{} bestanden gewijzigd sinds het openen"],
  changed_none: ["nothing changed yet", "nog niets gewijzigd"],
  never_commits: [
    "The studio writes files and never commits. git diff shows all that differs from the last commit, whoever changed it.",
    "De studio schrijft bestanden en doet nooit een commit. git diff toont alles wat van de laatste commit verschilt, wie het ook wijzigde.",
  ],
  read_only: ["Read only", "Alleen lezen"],
  theme: ["Colours", "Kleuren"],
  theme_auto: ["Colours: automatic", "Kleuren: automatisch"],
  theme_light: ["Colours: light", "Kleuren: licht"],
  theme_dark: ["Colours: dark", "Kleuren: donker"],
  language: ["Language", "Taal"],

  loading: ["Loading", "Laden"],
  drawing: ["Drawing", "Tekenen"],
  no_chart: ["This chart cannot be drawn yet.", "Deze grafiek kan nog niet getekend worden."],
  in_words: ["This chart in words", "Deze grafiek in woorden"],
  stale: ["As of before the error in {}.", "Stand van vóór de fout in {}."],
  no_project: ["The project cannot be read", "Het project kan niet gelezen worden"],
  stale_help: ["Correct the file in an editor; this page follows.", "Verbeter het bestand in een editor; deze pagina volgt."],
  lost: ["The studio no longer answers; start it again.", "De studio antwoordt niet meer; start hem opnieuw."],
  no_key: [
    "This page needs the address that `cxmap studio` printed; open it from there.",
    "Deze pagina heeft het adres nodig dat `cxmap studio` toonde; open hem van daaruit.",
  ],
  not_found: ["This is no longer in the files.", "Dit staat niet meer in de bestanden."],

  scores: ["Scores and order", "Scores en volgorde"],
  touchpoint: ["Touchpoint", "Contactmoment"],
  touchpoints: ["Touchpoints", "Contactmomenten"],
  stage: ["Stage", "Fase"],
  importance: ["Importance", "Belang"],
  experience: ["Experience", "Beleving"],
  desired: ["Desired", "Gewenst"],
  value_text: ["{}, {}: {} of {}", "{}, {}: {} van {}"],
  no_score: ["no score", "geen score"],
  measured: ["measured", "gemeten"],
  measured_why: [
    "{} is measured ({}), so it is not dragged; change it in the panel.",
    "{} is gemeten ({}), dus niet te verslepen; wijzig het in het paneel.",
  ],
  sourced_why: [
    "{} comes from {}, so it is not dragged; change it in the panel.",
    "{} komt van {}, dus niet te verslepen; wijzig het in het paneel.",
  ],
  shared_by: ["{} (for {})", "{} (voor {})"],
  everybody: ["all personas", "alle persona's"],
  drag_help: [
    "Drag a point, or use the arrow keys on it: up and down change a mark, left and right go to the next. Every mark is a number field in the table below.",
    "Versleep een punt, of gebruik de pijltjestoetsen: omhoog en omlaag veranderen een cijfer, links en rechts gaan naar het volgende. Elk cijfer is een getalveld in de tabel hieronder.",
  ],

  title: ["Title", "Titel"],
  add: ["Add", "Toevoegen"],
  add_touchpoint: ["Add a touchpoint", "Contactmoment toevoegen"],
  add_stage: ["Add a stage", "Fase toevoegen"],
  stage_title: ["Title of the stage", "Titel van de fase"],
  first_touchpoint: ["Title of its first touchpoint", "Titel van het eerste contactmoment"],
  touchpoint_title: ["Title of the touchpoint", "Titel van het contactmoment"],
  new_journey: ["New journey", "Nieuwe klantreis"],
  new_personas: ["New persona", "Nieuwe persona"],
  new_actions: ["New action", "Nieuwe actie"],
  new_metrics: ["New metric", "Nieuw meetpunt"],
  new_sources: ["New source", "Nieuwe bron"],
  new_stakeholders: ["New party", "Nieuwe partij"],
  new_channels: ["New channel", "Nieuw kanaal"],
  new_segments: ["New segment", "Nieuw segment"],
  cancel: ["Cancel", "Annuleren"],
  create: ["Create", "Aanmaken"],
  delete_: ["Delete", "Verwijderen"],
  delete_named: ["Delete “{}”?", "‘{}’ verwijderen?"],
  delete_refers: ["These refer to it:", "Deze verwijzen ernaar:"],
  delete_too: ["Delete, and take it out of them", "Verwijderen, en daar weghalen"],
  delete_stage_too: [
    "“{}” is the last touchpoint of “{}”; the stage goes too.",
    "‘{}’ is het laatste contactmoment van ‘{}’; de fase verdwijnt ook.",
  ],
  move_stage_too: ["Move, and delete the stage “{}”", "Verplaatsen, en de fase ‘{}’ verwijderen"],
  keep: ["Keep it", "Behouden"],
  earlier: ["Earlier", "Eerder"],
  later: ["Later", "Later"],
  earlier_of: ["Move earlier: {}", "Naar voren: {}"],
  later_of: ["Move later: {}", "Naar achteren: {}"],
  to_stage: ["To stage", "Naar fase"],
  to_stage_choose: ["To stage …", "Naar fase …"],
  drag_row: ["Drag to move: {}", "Versleep om te verplaatsen: {}"],
  close: ["Close", "Sluiten"],
  open: ["Open {}", "{} openen"],
  place: ["{}, line {}", "{}, regel {}"],
  remove: ["Remove {}", "{} weghalen"],
  add_item: ["Add to {}", "{}: toevoegen"],
  start_field: ["Add {}", "{} toevoegen"],
  more_fields: ["More fields", "Meer velden"],
  choose: ["choose", "kies"],
  as_kind: ["{}: written as", "{}: geschreven als"],
  needs_too: ["To be saved it also needs: {}.", "Om te bewaren is ook nodig: {}."],
  yes: ["yes", "ja"],
  no: ["no", "nee"],
  label: ["Label", "Label"],
  value: ["Value", "Waarde"],
  for_persona: ["For {}", "Voor {}"],
  own_keys: ["Your own keys", "Eigen sleutels"],
  own_keys_help: ["Keys that begin with x- are changed in the file.", "Sleutels die met x- beginnen wijzigt u in het bestand."],

  saved: ["Saved: {}.", "Bewaard: {}."],
  saved_at: ["Saved: {}. {}, line {}.", "Bewaard: {}. {}, regel {}."],
  saving: ["Saving", "Bewaren"],
  did_undo: ["Undone: {}.", "Ongedaan gemaakt: {}."],
  did_redo: ["Done again: {}.", "Opnieuw gedaan: {}."],
  from_disk: ["The files changed on disk; the page shows them.", "De bestanden zijn gewijzigd; de pagina toont ze."],
  set_label: ["{}, {}: {}", "{}, {}: {}"],
  removed_label: ["{}, {}: removed", "{}, {}: weggehaald"],
  added_label: ["{}: added", "{}: toegevoegd"],
  deleted_label: ["{}: deleted", "{}: verwijderd"],
  moved_label: ["{}: moved", "{}: verplaatst"],
  fixed_label: ["{}: fixed", "{}: hersteld"],
  conflict: [
    "It was changed in the file meanwhile.",
    "Het is intussen in het bestand gewijzigd.",
  ],
  in_file: ["In the file", "In het bestand"],
  yours: ["Yours", "Van u"],
  take_file: ["Keep the file's", "Die van het bestand houden"],
  take_mine: ["Write mine", "De mijne schrijven"],
  news: ["The file now says: {}", "Het bestand zegt nu: {}"],
  empty: ["nothing", "niets"],
  take_news: ["Take that", "Dat overnemen"],

  findings: ["Findings", "Bevindingen"],
  findings_one: ["1 finding", "1 bevinding"],
  findings_many: ["{} findings", "{} bevindingen"],
  no_findings: ["The checks find nothing.", "De controles vinden niets."],
  fix: ["Fix", "Herstellen"],
  fix_named: ["Fix: {}", "Herstellen: {}"],
  error: ["error", "fout"],
  warning: ["warning", "waarschuwing"],
  advice: ["advice", "advies"],

  personas: ["Personas", "Persona's"],
  segments: ["Segments", "Segmenten"],
  stakeholders: ["Parties", "Partijen"],
  channels: ["Channels", "Kanalen"],
  sources: ["Sources", "Bronnen"],
  metrics: ["Metrics", "Meetpunten"],
  actions: ["Actions", "Acties"],
  none_yet: ["None yet.", "Nog geen."],
  rank: ["#", "#"],
  gap: ["Gap", "Kloof"],
  persona: ["Persona", "Persona"],
  priority: ["Priority", "Prioriteit"],
  action: ["Action", "Actie"],
  status: ["Status", "Status"],
  due: ["Due", "Uiterlijk"],
  due_on: ["due {}", "uiterlijk {}"],
  owner: ["Owner", "Eigenaar"],
  better: ["Better", "Beter"],
  kind: ["Kind", "Soort"],
  date: ["Date", "Datum"],
  nothing_ranked: [
    "Nothing is ranked yet: a touchpoint needs an importance and an experience.",
    "Er is nog geen ranglijst: een contactmoment heeft een belang en een beleving nodig.",
  ],
  what_to_do: ["What to improve first", "Wat eerst te verbeteren"],
  roadmap: ["Road map", "Roadmap"],
  dashboard: ["Dashboard", "Dashboard"],
  stakeholder_map: ["Stakeholder map", "Stakeholdermap"],
  welcome: ["Start with a persona and a journey", "Begin met een persona en een klantreis"],
  welcome_help: [
    "A persona is who makes the journey; a journey is what they go through. Both become files in this folder.",
    "Een persona is wie de reis maakt; een klantreis is wat die persoon meemaakt. Beide worden bestanden in deze map.",
  ],
  journey_title: ["Title of the journey", "Titel van de klantreis"],
  persona_name: ["Name of the persona", "Naam van de persona"],
  whose_journey: ["Who makes it", "Wie maakt de reis"],
  persona_first: ["A journey needs somebody who makes it: add a persona first.", "Een klantreis heeft iemand nodig die hem maakt: voeg eerst een persona toe."],
};

/** @type {0 | 1} */
let column = 0;

/** @param {string} lang */
export function speak(lang) {
  column = lang === "nl" ? 1 : 0;
  document.documentElement.lang = column ? "nl" : "en";
}

export const lang = () => (column ? "nl" : "en");

/** The one of two texts that is in the page's language. @param {[string, string] | undefined} both */
export const inWords = (both) => both?.[column];

/**
 * What the page says.
 * @param {string} name
 * @param {...(string | number)} given
 */
export function say(name, ...given) {
  let at = 0;
  return (WORDS[name]?.[column] ?? name).replace(/\{\}/g, () => String(given[at++] ?? ""));
}

/** A number as the language writes it. @param {number} value */
export function number(value) {
  return new Intl.NumberFormat(lang(), { maximumFractionDigits: 2, useGrouping: false }).format(value);
}

/** A figure of a metric with its unit: a sign of a currency stands before it. @param {number} value @param {string | null} unit */
export function amount(value, unit) {
  const said = new Intl.NumberFormat(lang(), { maximumFractionDigits: 2 }).format(value);
  if (!unit || unit === "%") return said + (unit ?? "");
  return /^\p{Sc}$/u.test(unit) ? `${unit}${said}` : `${said} ${unit}`;
}

/** A day, written out. @param {string} day Such as 2026-06-30. */
export function date(day) {
  return new Intl.DateTimeFormat(lang() === "nl" ? "nl" : "en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}
