// @ts-check
/** What the middle of the page shows: each view is an element, and a way to make it new. */

import * as api from "./api.js";
import { Chart } from "./chart.js";
import { button, h } from "./dom.js";
import { findingsOf } from "./panel.js";
import { Table } from "./table.js";
import { choiceName } from "./terms.js";
import { amount, date, lang, say } from "./words.js";

/**
 * @typedef {{root: HTMLElement, refresh: () => Promise<any> | void, ahead?: () => void, found?: () => void}} View
 *   `ahead` asks for what takes longest before it is known what changed; `found` shows findings that came later.
 */

const dark = matchMedia("(prefers-color-scheme: dark)");

/** The theme that charts are asked for in: that of the page. */
function theme() {
  const { theme: chosen } = document.documentElement.dataset;
  return chosen === "dark" || (chosen !== "light" && dark.matches) ? "dark" : "light";
}

/** @param {() => void} changed */
export const onTheme = (changed) => dark.addEventListener("change", changed);

const JOURNEY_TABS = ["emotion", "map", "blueprint", "matrix", "ranking"];

/** A picture with what goes with it. */
class Picture {
  /** @param {any} app @param {string} name @param {any} [ways] */
  constructor(app, name, ways) {
    this.app = app;
    this.note = h("p.stale", { hidden: true });
    this.frame = h("div.scroll.drawing", { tabindex: 0, role: "group", "aria-label": name, "data-waiting": `${say("drawing")} …` });
    this.words = h("details.words", { hidden: true }, h("summary", {}, say("in_words")), h("p"));
    this.root = h("figure", {}, this.note, this.frame, this.words);
    this.chart = new Chart(this.frame, { open: (about) => app.openAbout(about), save: async () => false, refused: () => {}, field: () => {}, ...ways });
    this.asked = 0;
  }

  /** @param {string} path @param {any[]} [scores] @param {Promise<any>} [coming] The chart, if it was asked for. */
  async show(path, scores = [], coming = api.chart(path)) {
    const asked = ++this.asked;
    this.frame.classList.add("waiting");
    try {
      const { document: drawn, asOf } = await coming;
      if (asked !== this.asked) return;
      if (this.chart.busy) {
        this.chart.missed = () => this.show(path, scores);
        return;
      }
      const said = drawn.querySelector("desc")?.textContent ?? "";
      this.chart.show(drawn, scores);
      this.words.hidden = !said;
      /** @type {any} */ (this.words.lastChild).textContent = said;
      this.root.classList.toggle("old", Boolean(asOf));
      this.note.hidden = !asOf;
      this.note.replaceChildren(...(asOf ? [h("strong", {}, say("stale", asOf)), " ", h("a", { href: `#/file/${asOf}` }, say("open", asOf)), h("br"), say("stale_help")] : []));
    } catch (/** @type {any} */ problem) {
      if (asked !== this.asked) return;
      if (problem.status === undefined) return;
      this.frame.replaceChildren(h("p.empty", {}, problem.message || say("no_chart"), problem.help ? `; ${problem.help}` : ""));
      this.words.hidden = true;
      this.note.hidden = true;
    } finally {
      if (asked === this.asked) this.frame.classList.remove("waiting");
    }
  }
}

/** @param {any} app @param {string} id @param {string} chart @returns {View} */
export function journeyView(app, id, chart) {
  const root = h("div.journey");
  const head = h("div.title"), tabs = h("nav.tabs", { "aria-label": say("views") }), bar = h("div.bar");
  const wish = { persona: "", compare: "" };
  const table = chart === "emotion" ? new Table({
    save: (score, value) => app.work.score(score, value), open: (kind, each) => app.open({ what: kind, journey: id, id: each }),
    move: (kind, each, by) => app.work.move(kind, id, each, by), drop: (each, stage, after) => app.work.place(id, each, stage, after),
    add: (stage, title) => app.work.addTouchpoint(stage, title, id), addStage: (title, first) => app.work.addStage(id, title, first),
    findings: (each) => app.findingsAt("touchpoint", id, each), readOnly: app.readOnly,
  }) : null;
  const picture = new Picture(app, say(chart), {
    save: (/** @type {any} */ score, /** @type {number} */ value) => app.work.score(score, value),
    refused: (/** @type {any} */ score) => app.work.refused(score),
    field: (/** @type {string} */ about) => /** @type {any} */ (table?.root.querySelector(`[data-key="score-${CSS.escape(about.split("/").slice(1).join("/"))}"]`) ?? root).focus(),
  });
  const below = h("div.below"), help = h("p.hint", {}, say("drag_help"));
  root.append(head, tabs, bar, picture.root, below);
  /** @type {Promise<any> | null} */
  let coming = null;
  const path = () => `${encodeURIComponent(id)}/${chart}?${new URLSearchParams({ theme: theme(), lang: lang(), ...(wish.compare && { compare: wish.compare }), ...(wish.persona && { persona: wish.persona }) })}`;
  const refresh = async () => {
    const journey = app.journey(id);
    if (!journey) return root.replaceChildren(h("p.empty", {}, say("not_found")));
    head.replaceChildren(
      h("p.kicker", {}, say(journey.state === "desired" ? "desired_state" : "current")),
      h("div.line", {}, h("h1", {}, journey.title),
        button(say("about"), () => app.open({ what: "journey", journey: id, id }), { kind: "quiet", "data-key": "about" })));
    tabs.replaceChildren(...JOURNEY_TABS.map((each) => h("a", { href: `#/journey/${id}/${each}`, "aria-current": each === chart ? "page" : null }, say(each))),
      h("a", { href: `#/file/${journey.file}` }, say("text")));
    bar.replaceChildren(...options(app, journey, chart, wish, refresh));
    const drawn = coming ?? api.chart(path());
    coming = null;
    drawn.catch(() => null); // said where it is shown
    if (!table) return picture.show(path(), [], drawn);
    const broken = Boolean(app.project.files[journey.file]?.broken);
    table.root.toggleAttribute("inert", broken);
    help.hidden ||= broken;
    const scores = broken ? null : await app.get(`scores/${encodeURIComponent(id)}`).catch(() => null);
    if (scores) {
      app.work.current(scores.scores, scores.version);
      table.show(journey, scores, (/** @type {string} */ persona) => app.nameOf("personas", persona));
      if (!table.root.isConnected) below.append(help, table.root);
      help.hidden = app.readOnly || !scores.scores.some((/** @type {any} */ each) => each.editable && each.value !== null && each.kind !== "importance");
    }
    await picture.show(path(), scores?.scores ?? [], drawn);
  };
  const ahead = () => {
    coming = api.chart(path());
    coming.catch(() => null);
  };
  return { root, refresh, ahead, found: () => table?.marks.size && table.update() };
}

/** What of a chart is shown. @param {any} app @param {any} journey @param {string} chart @param {any} wish @param {() => any} again */
function options(app, journey, chart, wish, again) {
  const made = [];
  const picker = (/** @type {string} */ key, /** @type {string} */ label, /** @type {[string, string][]} */ all) => {
    const select = h("select", { "data-key": `wish-${key}` }, all.map(([value, text]) => h("option", { value }, text)));
    select.value = wish[key];
    select.addEventListener("change", () => {
      wish[key] = select.value;
      again();
      /** @type {any} */ (document.querySelector(`[data-key="wish-${key}"]`))?.focus();
    });
    return h("label", {}, label, select);
  };
  const place = document.documentElement;
  const full = button(say("full_size"), () => {
    place.classList.toggle("full-size");
    full.setAttribute("aria-pressed", String(place.classList.contains("full-size")));
  }, { kind: "quiet", "aria-pressed": String(place.classList.contains("full-size")), "data-key": "full-size" });
  if (journey.personas.length > 1) made.push(picker("persona", say("persona"), [["", say("everybody")], ...journey.personas.map((/** @type {string} */ each) => [each, app.nameOf("personas", each)])]));
  if (chart === "emotion" && journey.state !== "desired") {
    const plans = app.project.journeys.filter((/** @type {any} */ each) => each.redesigns === journey.id);
    made.push(picker("compare", say("compare_with"), [["", "–"], [journey.id, say("desired_scores")], ...plans.map((/** @type {any} */ each) => [each.id, each.title])]));
  }
  return [...made, full];
}

/** @param {any} app @returns {View} */
export function rankingView(app) {
  const body = h("div");
  const root = h("div", {}, h("div.title", {}, h("h1", {}, say("what_to_do"))), body);
  const refresh = async () => {
    const { rankings } = await app.get(`ranking?lang=${lang()}`);
    const found = rankings.map((/** @type {any} */ each) => rankingOf(app, each)).filter(Boolean);
    body.replaceChildren(...(found.length ? found : [h("p.empty", {}, say("nothing_ranked"))]));
  };
  return { root, refresh };
}

/** A ranking: what it is by, and a part of the table for each whose it is. @param {any} app @param {any} ranking */
function rankingOf(app, ranking) {
  /** @type {Map<string, HTMLElement[]>} */
  const parts = new Map();
  const several = new Set(ranking.rows.map((/** @type {any} */ row) => row.journey)).size > 1;
  ranking.rows.forEach((/** @type {any} */ row, /** @type {number} */ i) => {
    const shown = ranking.shown[i];
    if (row.rank === null) return;
    if (!parts.has(shown.whose)) parts.set(shown.whose, []);
    parts.get(shown.whose)?.push(rankingRow(app, ranking, row, shown, several));
  });
  if (!parts.size) return null;
  const figures = [say("importance"), say("experience"), ...(ranking.derived ? [] : [say("gap")]), ...(ranking.by === "gap" ? [] : [capital(ranking.figure)])];
  return h("section", {}, h("p.hint", {}, ranking.reading.join(" ")),
    h("div.scroll", { tabindex: 0, role: "group", "aria-label": say("ranking") }, h("table.ranking", {},
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }, say("rank")), h("th", { scope: "col" }, say("touchpoint")),
        figures.map((text) => h("th.figure", { scope: "col" }, text)), h("th", { scope: "col" }, say("actions")))),
      [...parts].map(([whose, rows]) => h("tbody", {}, h("tr.whose", {}, h("th", { scope: "rowgroup", colspan: figures.length + 3 }, whose)), rows)))));
}

/** @param {any} app @param {any} ranking @param {any} row @param {any} shown @param {boolean} several */
function rankingRow(app, ranking, row, shown, several) {
  const meter = h("span.meter", { "aria-hidden": "true" }, h("span"));
  const most = Math.max(...ranking.shown.map((/** @type {any} */ each) => each.key ?? 0), 1e-9);
  /** @type {any} */ (meter.firstChild).style.width = `${Math.round(Math.max(0, shown.key / most) * 100)}%`;
  return h("tr", {},
    h("td.rank", {}, shown.rank),
    h("th", { scope: "row" }, button(row.title, () => app.open({ what: "touchpoint", journey: row.journey, id: row.touchpoint }), { kind: "link" }),
      h("span.hint", {}, [row.kind === "handover" ? say("handover") : "", several ? app.nameOf("journeys", row.journey) : ""].filter(Boolean).join(" · "))),
    h("td.figure", {}, shown.importance), h("td.figure", {}, shown.experience),
    ranking.derived || ranking.by === "gap" ? null : h("td.figure", {}, shown.gap),
    h("td.figure.key", {}, meter, h("span", {}, ranking.by === "gap" ? shown.gap : shown.figure)),
    h("td", {}, row.actions.length
      ? row.actions.flatMap((/** @type {string} */ each, /** @type {number} */ i) => [i ? ", " : "", button(app.nameOf("actions", each), () => app.open({ what: "actions", journey: "", id: each }), { kind: "link" })])
      : shown.key > 0 ? h("span.short", {}, say("no_action")) : "–"));
}

/** @param {string} text */
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** Lists of definitions, each of which opens. @param {any} app @param {string} section @param {(each: any) => any} [aside] */
function cards(app, section, aside) {
  const all = app.project[section] ?? [];
  return h("section", {}, h("div.head", {}, h("h2", {}, say(section)), app.readOnly ? null : button(`+ ${say(`new_${section}`)}`, () => app.work.create(section), { kind: "quiet", "data-key": `new-${section}` })),
    all.length ? h("ul.cards", {}, all.map((/** @type {any} */ each) => h("li", {}, button(each.title, () => app.open({ what: section, journey: "", id: each.id }), { kind: "card", "data-key": `card-${section}-${each.id}` }),
      aside ? aside(each) : null))) : h("p.hint", {}, say("none_yet")));
}

/** @param {any} app @returns {View} */
export function peopleView(app) {
  const body = h("div"), charts = h("div");
  const root = h("div", {}, h("div.title", {}, h("h1", {}, say("people"))), body, charts);
  const pictures = new Map();
  const refresh = async () => {
    body.replaceChildren(...["personas", "segments", "stakeholders", "channels", "sources"].map((section) => cards(app, section)));
    const now = app.project.journeys.find((/** @type {any} */ each) => each.state !== "desired") ?? app.project.journeys[0];
    const wanted = [now].filter(Boolean).map((/** @type {any} */ each) => [`${encodeURIComponent(each.id)}/personas`, say("personas")]);
    if (app.project.stakeholders.length > 2) wanted.push(["-/stakeholders", say("stakeholder_map")]);
    await Promise.all(wanted.map(([path, name]) => {
      if (!pictures.has(path)) {
        pictures.set(path, new Picture(app, name));
        charts.append(h("section", {}, h("h2.hidden", {}, name), pictures.get(path).root));
      }
      return pictures.get(path).show(`${path}?theme=${theme()}&lang=${lang()}`);
    }));
  };
  return { root, refresh };
}

/** @param {any} app @returns {View} */
export function planView(app) {
  const body = h("div"), charts = h("div");
  const root = h("div", {}, h("div.title", {}, h("h1", {}, say("plan"))), charts, body);
  const pictures = new Map();
  const refresh = async () => {
    const plan = await app.get("plan").catch(() => ({ actions: [], metrics: [] }));
    const state = new Map(plan.actions.map((/** @type {any} */ each) => [each.action, each]));
    const reached = new Map(plan.metrics.map((/** @type {any} */ each) => [each.metric, each]));
    const wanted = [...(app.project.actions.length ? [["-/roadmap", say("roadmap")]] : []), ...(app.project.metrics.length ? [["-/dashboard", say("dashboard")]] : [])];
    for (const [path, name] of wanted) {
      if (pictures.has(path)) continue;
      pictures.set(path, new Picture(app, name));
      charts.append(h("section", {}, h("h2.hidden", {}, name), pictures.get(path).root));
    }
    body.replaceChildren(
      cards(app, "actions", (each) => {
        const known = state.get(each.id);
        return known && h("span.hint", {}, [choiceName(known.status), known.due && say("due_on", date(known.due))].filter(Boolean).join(" · "), known.late ? h("span.badge.error", {}, say("late")) : null);
      }),
      cards(app, "metrics", (each) => {
        const known = reached.get(each.id);
        return known && h("span.hint", {}, [known.now?.value, known.target?.value].filter((value) => value !== undefined && value !== null).map((value) => amount(value, known.unit)).join(" → "));
      }));
    await Promise.all(wanted.map(([path]) => pictures.get(path).show(`${path}?theme=${theme()}&lang=${lang()}`)));
  };
  return { root, refresh };
}

/** @param {any} app @returns {View} */
export function needsView(app) {
  const body = h("div");
  const root = h("div", {}, h("div.title", {}, h("h1", {}, say("needs"))), body);
  const link = (/** @type {any} */ about) => {
    if (!about?.id) return null;
    const what = /** @type {Record<string, string>} */ ({ persona: "personas", action: "actions", metric: "metrics", source: "sources", segment: "segments", stakeholder: "stakeholders", channel: "channels" })[about.what] ?? about.what;
    if (!["touchpoint", "stage", "journey", "personas", "actions", "metrics", "sources", "segments", "stakeholders", "channels"].includes(what)) return null;
    return button(app.titleOf(what, about.journey, about.id), () => app.open({ what, journey: about.journey ?? "", id: about.id }), { kind: "link" });
  };
  const refresh = async () => {
    const [{ needs }, { findings }] = await Promise.all([app.get("needs"), app.get("findings")]);
    const list = (/** @type {string} */ name, /** @type {any[]} */ all, /** @type {(each: any) => any} */ more = () => null) =>
      all?.length ? h("section", {}, h("h2", {}, say(name), h("span.count", {}, String(all.length))), h("ul.plain", {}, all.map((each) => h("li", {}, link(each), more(each))))) : null;
    const quote = (/** @type {any} */ each) => h("p", {}, each.quote ? `“${each.quote}”` : (each.note ?? ""), h("span.hint", {}, ` ${app.nameOf("sources", each.source)}`));
    const where = (/** @type {any} */ finding) => link(finding.about) ?? h("a", { href: `#/file/${finding.file}:${finding.line}` }, say("place", finding.file, finding.line));
    body.replaceChildren(...[
      list("need_new", needs.new, quote), list("need_contradictions", needs.contradictions, quote),
      list("need_questions", needs.questions, (each) => h("p", {}, each.text)),
      list("need_unscored", needs.unscored), list("need_without_evidence", needs.without_evidence), list("need_ownerless", needs.ownerless),
      h("section", {}, h("h2", {}, say("need_checks"), h("span.count", {}, String(findings.length))), ...(findings.length ? findingsOf(findings, app, where) : [h("p.hint", {}, say("no_findings"))])),
    ].filter((each) => each !== null));
  };
  return { root, refresh };
}

/** @param {any} app @param {string} file @param {number} line @returns {View} */
export function fileView(app, file, line) {
  const body = h("div");
  const root = h("div", {}, h("div.title", {}, h("h1", {}, file || say("files"))), body);
  let reached = false;
  const refresh = async () => {
    const names = Object.keys(app.project.files).sort();
    if (!file) {
      body.replaceChildren(h("ul.cards", {}, names.map((name) => h("li", {}, h("a.card", { href: `#/file/${name}` }, name), state(app.project.files[name])))));
      return;
    }
    const { text, findings } = await app.get(`file/${file.split("/").map(encodeURIComponent).join("/")}`);
    const by = new Map();
    for (const finding of findings) by.set(finding.line, [...(by.get(finding.line) ?? []), finding]);
    body.replaceChildren(h("div.scroll.text", { tabindex: 0, role: "group", "aria-label": file },
      h("ol", {}, text.replace(/\n$/, "").split("\n").map((/** @type {string} */ each, /** @type {number} */ i) =>
        h("li", { id: `line-${i + 1}`, class: i + 1 === line ? "here" : null }, h("code", {}, each || "\u00a0"), ...(by.has(i + 1) ? [h("div.found", {}, findingsOf(by.get(i + 1), app))] : []))))));
    if (line && !reached) body.querySelector(`#line-${line}`)?.scrollIntoView({ block: "center" });
    reached = true;
  };
  return { root, refresh };
}

/** @param {any} held */
function state(held) {
  if (held.broken) return h("span.badge.error", {}, say("error"));
  const count = held.errors + held.warnings;
  return count ? h(`span.badge.${held.errors ? "error" : "warning"}`, {}, count === 1 ? say("findings_one") : say("findings_many", count)) : null;
}

/** A project that cannot be read at all: what is wrong, until that is corrected. @param {any} app @returns {View} */
export function problemView(app) {
  const root = h("div.welcome");
  const refresh = () => root.replaceChildren(h("h1", {}, say("no_project")), h("p.stale", {}, app.project.problem), h("p.lead", {}, say("stale_help")));
  return { root, refresh };
}

/** A folder with no journey yet. @param {any} app @returns {View} */
export function welcomeView(app) {
  const root = h("div.welcome");
  const refresh = () => {
    const people = app.project.personas;
    root.replaceChildren(
      h("h1", {}, say("welcome")), h("p.lead", {}, say("welcome_help")),
      h("ol.steps", {},
        h("li", {}, h("h2", {}, say("personas")), people.length ? h("ul.cards", {}, people.map((/** @type {any} */ each) => h("li", {}, button(each.title, () => app.open({ what: "personas", journey: "", id: each.id }), { kind: "card" })))) : h("p.hint", {}, say("none_yet")),
          app.readOnly ? null : button(say("new_personas"), () => app.work.create("personas"), { kind: people.length ? "" : "main", "data-key": "new-persona" })),
        h("li", {}, h("h2", {}, say("journeys")), people.length ? null : h("p.hint", {}, say("persona_first")),
          app.readOnly ? null : button(say("new_journey"), () => app.work.create("journey"), { kind: "main", disabled: !people.length, "data-key": "new-journey-first" }))));
  };
  return { root, refresh };
}
