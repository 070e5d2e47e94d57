// @ts-check
/** The page: what it shows of a project, what it asks for, and what is said about that. */

import * as api from "./api.js";
import { button, h } from "./dom.js";
import { Panel } from "./panel.js";
import { History } from "./undo.js";
import { fileView, journeyView, needsView, onTheme, peopleView, planView, rankingView, welcomeView } from "./views.js";
import { lang, number, say, speak } from "./words.js";

const SETTINGS = { theme: "cxmap-studio-theme", lang: "cxmap-studio-lang" };
const at = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));

class App {
  constructor() {
    /** @type {any} */
    this.project = { version: -1, files: {}, journeys: [], edits: [] };
    this.findings = [];
    this.panel = new Panel(at("panel"), this);
    this.history = new History(this);
    /** @type {import("./views.js").View | null} */
    this.view = null;
    this.shown = "";
    this.own = -1;
    /** Scores as this page wrote them last. @type {Map<string, {value: number | null, version: number}>} */
    this.written = new Map();
    /** @type {Promise<any> | null} */
    this.running = null;
    this.more = false;
  }

  get readOnly() {
    return Boolean(this.project.read_only);
  }

  /** @param {string} path */
  get(path) {
    return api.get(path);
  }

  async start() {
    document.documentElement.dataset.theme = localStorage.getItem(SETTINGS.theme) ?? "auto";
    if (!api.takeSecret()) {
      speak(navigator.language.slice(0, 2));
      return at("main").replaceChildren(h("div.welcome", {}, h("h1", {}, "cxmap studio"), h("p.lead", {}, say("no_key"))));
    }
    at("skip").addEventListener("click", () => at("main").focus());
    addEventListener("hashchange", () => this.route());
    onTheme(() => this.refresh());
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.refresh());
    document.addEventListener("keydown", (event) => event.key === "Escape" && !event.defaultPrevented && this.panel.shown && !document.querySelector("dialog[open],[popover]:popover-open") && this.close());
    await this.refresh();
    api.listen((news) => {
      if (news.version <= this.project.version) return;
      if (news.files.length && news.version > this.own) this.tell(say("from_disk"));
      this.refresh();
    }, (there) => (at("status").dataset.lost = there ? "" : this.lost()));
  }

  lost() {
    this.tell(say("lost"), "wrong");
    return "lost";
  }

  /** Ask for all that is shown, once more: one time at once, and one more where news came meanwhile. */
  refresh() {
    if (this.running) {
      this.more = true;
      return this.running;
    }
    this.running = this.update().finally(() => {
      this.running = null;
      if (this.more) {
        this.more = false;
        this.refresh();
      }
    });
    return this.running;
  }

  async update() {
    try {
      const [project, found] = await Promise.all([api.get("project"), api.get("findings").catch(() => ({ findings: [] }))]);
      this.project = project;
      this.findings = found.findings;
      speak(localStorage.getItem(SETTINGS.lang) ?? project.lang);
      this.frame();
      await this.route(true);
    } catch (problem) {
      this.failed(problem);
    }
  }

  /** Header and contents. */
  frame() {
    const { project } = this, focused = document.activeElement?.getAttribute("data-key");
    at("skip").textContent = say("skip");
    this.history.show();
    if (!at("top").firstChild || at("top").lang !== lang()) {
      at("top").lang = lang();
      at("top").replaceChildren(
        h("div.brand", {}, button("☰", () => document.body.classList.toggle("nav-open"), { kind: "menu", "aria-label": say("views_all"), "aria-controls": "nav" }),
          h("span.name", {}, project.name), h("span.hint", {}, "cxmap studio")),
        h("div.changed"), this.history.root, this.settings());
    }
    const files = new Set((project.edits ?? []).flatMap((/** @type {any} */ edit) => edit.changes.map((/** @type {any} */ change) => change.file)));
    /** @type {any} */ (at("top").querySelector(".changed")).replaceChildren(this.readOnly ? "" : h("span.hint", { title: [...files].join("\n") || null }, files.size === 0 ? say("changed_none") : files.size === 1 ? say("changed_one") : say("changed_many", files.size)));
    const here = this.where().path;
    const item = (/** @type {string} */ href, /** @type {string} */ text, /** @type {any} */ count = null) =>
      h("li", {}, h("a", { href, "aria-current": here === href.slice(1) || (href.startsWith("#/journey/") && here.startsWith(`${href.slice(1).split("/").slice(0, 3).join("/")}/`)) ? "page" : null }, text, count));
    const serious = this.findings.filter((/** @type {any} */ each) => each.severity !== "advice").length;
    const broken = Object.values(project.files).some((/** @type {any} */ each) => each.broken);
    at("nav").setAttribute("aria-label", say("views_all"));
    at("nav").replaceChildren(
      h("h2", {}, say("journeys")),
      h("ul", {}, project.journeys.map((/** @type {any} */ each) => item(`#/journey/${each.id}/emotion`, each.title, each.state === "desired" ? h("span.hint", {}, say("desired_state")) : null))),
      ...(this.readOnly ? [] : [button(`+ ${say("new_journey")}`, () => this.create("journey"), { kind: "quiet", "data-key": "nav-new-journey" })]),
      h("h2", {}, say("project")),
      h("ul", {}, item("#/ranking", say("ranking")), item("#/people", say("people")), item("#/plan", say("plan")),
        item("#/needs", say("needs"), serious ? h(`span.badge.${broken ? "error" : "warning"}`, {}, String(serious)) : null), item("#/file/", say("files"))));
    if (focused && (focused.startsWith("nav-") || focused === "lang")) /** @type {any} */ (document.querySelector(`[data-key="${focused}"]`))?.focus();
  }

  settings() {
    const picker = (/** @type {"theme" | "lang"} */ key, /** @type {string} */ name, /** @type {[string, string][]} */ all, /** @type {string} */ now, /** @type {(value: string) => void} */ change) => {
      const select = h("select", { "aria-label": name, "data-key": key }, all.map(([value, text]) => h("option", { value }, text)));
      select.value = now;
      select.addEventListener("change", () => {
        localStorage.setItem(SETTINGS[key], select.value);
        change(select.value);
      });
      return select;
    };
    return h("div.settings", {},
      picker("lang", say("language"), [["en", "EN"], ["nl", "NL"]], lang(), () => {
        this.shown = "";
        this.panel.form = null;
        this.panel.shown = null;
        this.refresh();
      }),
      picker("theme", say("theme"), [["auto", say("theme_auto")], ["light", say("theme_light")], ["dark", say("theme_dark")]], document.documentElement.dataset.theme ?? "auto",
        (value) => {
          document.documentElement.dataset.theme = value;
          this.refresh();
        }));
  }

  /** What the address asks for. */
  where() {
    const [path, what = ""] = decodeURIComponent(location.hash.slice(1)).split("~");
    const [kind, ...rest] = what.split("/");
    const thing = kind ? { what: kind, journey: kind === "touchpoint" || kind === "stage" ? rest[0] : kind === "journey" ? rest[0] : "", id: rest.at(-1) ?? "" } : null;
    return { path, thing };
  }

  async route(refresh = false) {
    const { path, thing } = this.where();
    const first = this.project.journeys[0];
    const welcome = !this.project.journeys.length && (!path || path === "/" || path.startsWith("/journey"));
    if (!welcome && (!path || path === "/")) {
      history.replaceState(null, "", `#/journey/${first.id}/emotion`);
      return this.route(refresh);
    }
    const key = welcome ? "welcome" : path;
    const moved = key !== this.shown;
    if (moved) {
      this.shown = key;
      this.view = this.make(path, welcome);
      at("main").replaceChildren(this.view.root);
      document.body.classList.remove("nav-open");
      if (!refresh) {
        scrollTo(0, 0);
        this.frame();
        at("main").focus({ preventScroll: true });
      }
    }
    const panel = refresh || JSON.stringify(thing) !== JSON.stringify(this.panel.shown) ? this.openPanel(thing, !refresh) : null;
    try {
      if (moved || refresh) await this.view?.refresh();
      await panel;
    } catch (problem) {
      this.failed(problem);
    }
    const heading = at("main").querySelector("h1")?.textContent;
    document.title = [heading, this.project.name, "cxmap studio"].filter(Boolean).join(" · ");
  }

  /** @param {any} thing @param {boolean} focus */
  openPanel(thing, focus) {
    const same = JSON.stringify(thing) === JSON.stringify(this.panel.shown);
    document.body.classList.toggle("panel-open", Boolean(thing));
    return this.panel.open(same ? this.panel.shown : thing, focus && !same && Boolean(thing));
  }

  /** @param {string} path @param {boolean} welcome */
  make(path, welcome) {
    if (welcome) return welcomeView(this);
    const [, view, one, two] = path.split("/");
    if (view === "journey") return journeyView(this, one, two || "emotion");
    if (view === "people") return peopleView(this);
    if (view === "plan") return planView(this);
    if (view === "needs") return needsView(this);
    if (view === "file") {
      const [, name, line] = /^(.*?)(?::(\d+))?$/.exec(path.slice("/file/".length)) ?? [];
      return fileView(this, name ?? "", Number(line ?? 0));
    }
    return rankingView(this);
  }

  // What is where.

  /** @param {string} id */
  journey(id) {
    return this.project.journeys.find((/** @type {any} */ each) => each.id === id);
  }

  /** @param {string} to @param {string} journey @returns {{id: string, title: string}[]} */
  choices(to, journey) {
    if (to === "touchpoints") {
      const journeys = journey ? [this.journey(journey)] : this.project.journeys;
      return journeys.flatMap((/** @type {any} */ each) => each.stages.flatMap((/** @type {any} */ stage) => stage.touchpoints.map((/** @type {any} */ touchpoint) => ({
        id: journey ? touchpoint.id : `${each.id}/${touchpoint.id}`, title: journey ? touchpoint.title : `${each.title}: ${touchpoint.title}`,
      }))));
    }
    return this.project[to] ?? [];
  }

  /** @param {string} to @param {string} id */
  nameOf(to, id) {
    return this.choices(to, "").find((each) => each.id === id)?.title ?? id;
  }

  /** @param {string} what @param {string} journey @param {string} id */
  titleOf(what, journey, id) {
    if (what === "touchpoint" || what === "stage") {
      const stages = this.journey(journey)?.stages ?? [];
      const all = what === "stage" ? stages : stages.flatMap((/** @type {any} */ stage) => stage.touchpoints);
      return all.find((/** @type {any} */ each) => each.id === id)?.title ?? id;
    }
    return this.nameOf(what === "journey" ? "journeys" : what, id);
  }

  /** @param {string} what @param {string} journey @param {string} id */
  findingsAt(what, journey, id) {
    return this.findings.filter((/** @type {any} */ each) => each.about?.what === what && each.about.id === id && each.about.journey === journey);
  }

  /** @param {{what: string, journey: string, id: string}} thing */
  open(thing) {
    const name = ["touchpoint", "stage"].includes(thing.what) ? `${thing.journey}/${thing.id}` : thing.id;
    location.hash = `${encodeURI(this.where().path)}~${thing.what}/${name}`;
  }

  /** What a mark of a chart stands for: `journey/touchpoint/…` or `journey/#stage`. @param {string} about */
  openAbout(about) {
    const [journey, id] = about.split("/");
    if (["action", "actions", "metric", "metrics", "persona", "personas"].includes(journey)) return this.open({ what: `${journey.replace(/s$/, "")}s`, journey: "", id });
    if (id?.startsWith("#")) this.open({ what: "stage", journey, id: id.slice(1) });
    else if (id) this.open({ what: "touchpoint", journey, id });
  }

  close() {
    const key = this.panel.shown && `row-${this.panel.shown.id}`;
    location.hash = encodeURI(this.where().path);
    /** @type {any} */ (key && document.querySelector(`[data-key="${CSS.escape(key)}"]`))?.focus();
  }

  // What is done.

  /** @param {string} text @param {string} [kind] */
  tell(text, kind = "") {
    const status = at("status");
    status.className = `said ${kind}`;
    status.textContent = text;
    clearTimeout(this.fading);
    this.fading = setTimeout(() => status.classList.add("faded"), kind ? 15000 : 6000);
  }

  /** @param {any} problem */
  failed(problem) {
    if (problem instanceof api.Problem) this.tell([problem.message, problem.help].filter(Boolean).join(" "), "wrong");
    else if (problem instanceof TypeError && /fetch|network/i.test(problem.message)) this.tell(say("lost"), "wrong");
    else throw problem;
  }

  /** What a write did. @param {any} answer @param {string} words @param {string} label */
  done(answer, words, label) {
    this.own = Math.max(this.own, answer.version);
    const [change] = answer.changes ?? [];
    this.tell(words === "saved" && change ? say("saved_at", label, change.file, change.line) : say(words === "saved" ? "saved" : words, label));
    this.refresh();
    return answer;
  }

  /** @param {string} label @param {Record<string, any[]>} ops */
  async write(label, ops) {
    try {
      return this.done(await api.edit(label, ops), "saved", label);
    } catch (problem) {
      this.failed(problem);
      throw problem;
    }
  }

  /** The same, for who needs to know only whether it worked. @param {() => Promise<any>} work */
  async tried(work) {
    try {
      await work();
      return true;
    } catch (problem) {
      if (!(problem instanceof api.Problem)) this.failed(problem);
      else if (problem.status === 409) this.refresh();
      return false;
    }
  }

  /** @param {any} score @param {number | null} value */
  async score(score, value) {
    const file = this.journey(score.about.split("/")[0])?.file;
    const label = say("set_label", score.title, say(score.kind).toLowerCase(), value === null ? say("no_score") : number(value));
    const op = value === null ? { op: "remove", at: score.at, was: score.was } : { op: "set", at: score.at, value, was: score.was ?? null };
    try {
      const { version } = await this.write(label, { [file]: [op] });
      this.written.set(score.about, { value, version });
      this.current([score], -1);
      return true;
    } catch (problem) {
      if (problem instanceof api.Problem && problem.status === 409) {
        await this.disputed(score, value, "now" in problem.more ? problem.more.now : null, file, label);
      }
      return false;
    }
  }

  /** What was written since scores were asked for: the next change starts from that. @param {any[]} scores @param {number} version */
  current(scores, version) {
    for (const score of scores) {
      const written = this.written.get(score.about);
      if (written && written.version > version) score.value = score.was = written.value;
    }
  }

  /** Somebody else changed a score meanwhile: show both, and let one be chosen. @param {any} score @param {number | null} value @param {any} now @param {string} file @param {string} label */
  async disputed(score, value, now, file, label) {
    const text = (/** @type {any} */ each) => (each === null || each === undefined ? say("empty") : typeof each === "number" ? number(each) : JSON.stringify(each));
    const answer = await this.ask(`${score.title}, ${say(score.kind).toLowerCase()}`, [
      h("p", {}, say("conflict")),
      h("dl.both", {}, h("div", {}, h("dt", {}, say("in_file")), h("dd", {}, text(now))), h("div", {}, h("dt", {}, say("yours")), h("dd", {}, text(value)))),
    ], [["file", say("take_file"), ""], ["mine", say("take_mine"), "main"]]);
    if (answer !== "mine") return this.refresh();
    const op = value === null ? { op: "remove", at: score.at, was: now } : { op: "set", at: score.at, value, was: now };
    return this.tried(() => this.write(label, { [file]: [op] }));
  }

  /** @param {any} score */
  refused(score) {
    this.tell(say(score.why === "measured" ? "measured_why" : score.why === "read-only" ? "read_only" : "broken_why", `${score.title}, ${say(score.kind).toLowerCase()}`, number(score.value)));
  }

  /** @param {"undo" | "redo"} way */
  async turn(way) {
    const what = this.project[way];
    if (!what) return;
    await this.tried(async () => {
      try {
        this.done(await api[way](this.project.version), way === "undo" ? "did_undo" : "did_redo", what.label);
      } catch (problem) {
        this.failed(problem);
        throw problem;
      }
    });
  }

  undo() {
    return this.turn("undo");
  }

  redo() {
    return this.turn("redo");
  }

  /** @param {any} finding */
  async fix(finding) {
    try {
      this.done(await api.fix(finding), "saved", say("fixed_label", finding.code));
    } catch (problem) {
      this.failed(problem);
    }
  }

  /** @param {any} stage @param {string} title @param {string} journey */
  addTouchpoint(stage, title, journey) {
    const file = this.journey(journey).file;
    return this.tried(async () => {
      await this.write(say("added_label", title), { [file]: [{ op: "add", at: [...stage.at, "touchpoints"], value: { title } }] });
      await this.running;
    });
  }

  /** @param {string} journey @param {string} title @param {string} first */
  addStage(journey, title, first) {
    const { file, at: place } = this.journey(journey);
    return this.tried(async () => {
      await this.write(say("added_label", title), { [file]: [{ op: "add", at: [...place, "stages"], value: { title, touchpoints: [{ title: first }] } }] });
      await this.running;
    });
  }

  /** Move one place earlier or later; beyond the end of a stage into the next. @param {string} what @param {string} journey @param {string} id @param {number} by */
  async move(what, journey, id, by) {
    const held = this.journey(journey);
    if (what === "stage") {
      const i = held.stages.findIndex((/** @type {any} */ each) => each.id === id), to = i + by;
      if (to < 0 || to >= held.stages.length) return;
      const before = held.stages[by > 0 ? to : to - 1];
      const op = { op: "move", at: held.stages[i].at, to: [...held.at, "stages"], after: before ? `#${before.id}` : null };
      return this.tried(() => this.write(say("moved_label", held.stages[i].title), { [held.file]: [op] }));
    }
    const s = held.stages.findIndex((/** @type {any} */ stage) => stage.touchpoints.some((/** @type {any} */ each) => each.id === id));
    const all = held.stages[s].touchpoints.map((/** @type {any} */ each) => each.id), i = all.indexOf(id), to = i + by;
    if (to >= 0 && to < all.length) return this.place(journey, id, held.stages[s].id, (by > 0 ? all[to] : all[to - 1]) ?? null);
    const other = held.stages[s + by];
    if (other) return this.place(journey, id, other.id, by > 0 ? null : (other.touchpoints.at(-1)?.id ?? null));
  }

  /** @param {string} journey @param {string} id @param {string} stage */
  toStage(journey, id, stage) {
    const to = this.journey(journey).stages.find((/** @type {any} */ each) => each.id === stage);
    return this.place(journey, id, stage, to.touchpoints.at(-1)?.id ?? null);
  }

  /** @param {string} journey @param {string} id @param {string} stage @param {string | null} after */
  async place(journey, id, stage, after) {
    const held = this.journey(journey);
    const from = held.stages.find((/** @type {any} */ each) => each.touchpoints.some((/** @type {any} */ other) => other.id === id));
    const to = held.stages.find((/** @type {any} */ each) => each.id === stage);
    const moved = from.touchpoints.find((/** @type {any} */ each) => each.id === id);
    const ops = [{ op: "move", at: moved.at, to: [...to.at, "touchpoints"], after: after === null ? null : `#${after}` }];
    if (from !== to && from.touchpoints.length === 1) {
      const answer = await this.ask(moved.title, [h("p", {}, say("delete_stage_too", moved.title, from.title))], [["", say("cancel"), ""], ["move", say("move_stage_too", from.title), "main"]]);
      if (answer !== "move") return;
      ops.push(/** @type {any} */ ({ op: "remove", at: from.at }));
    }
    return this.tried(() => this.write(say("moved_label", moved.title), { [held.file]: ops }));
  }

  /** @param {{what: string, journey: string, id: string}} thing @param {string} title */
  async remove(thing, title) {
    const name = encodeURIComponent(thing.id);
    const nested = thing.what === "touchpoint" || thing.what === "stage";
    const { uses } = await this.get(`uses/${nested ? `${thing.what}/${encodeURIComponent(thing.journey)}/${name}` : `${thing.what}/${name}`}`).catch(() => ({ uses: [] }));
    const { file } = this.panel.part;
    let { at: place } = this.panel.part;
    const said = [];
    if (thing.what === "touchpoint") {
      const stage = this.journey(thing.journey).stages.find((/** @type {any} */ each) => each.touchpoints.some((/** @type {any} */ other) => other.id === thing.id));
      if (stage?.touchpoints.length === 1) {
        said.push(h("p", {}, say("delete_stage_too", title, stage.title)));
        place = stage.at;
      }
    }
    if (uses.length) said.push(h("p", {}, say("delete_refers")), h("ul", {}, uses.map((/** @type {any} */ use) => h("li", {}, h("code", {}, use.text.trim()), h("span.hint", {}, say("place", use.file, use.line))))));
    if (said.length && (await this.ask(say("delete_named", title), said, [["", say("keep"), ""], ["go", uses.length ? say("delete_too") : say("delete_"), "danger"]])) !== "go") return;
    /** @type {Record<string, any[]>} */
    const ops = {};
    for (const use of uses) (ops[use.file] ??= []).push(use.op);
    (ops[file] ??= []).push({ op: "remove", at: place });
    if (await this.tried(() => this.write(say("deleted_label", title), ops))) this.close();
  }

  /** Ask for what something new cannot do without. @param {string} section */
  async create(section) {
    const fields = [];
    const name = h("input", { type: "text", required: true, id: "new-title", autocomplete: "off" });
    fields.push(h("div.field", {}, h("label", { for: "new-title" }, section === "personas" ? say("persona_name") : section === "journey" ? say("journey_title") : say("title")), name));
    const people = this.project.personas.map((/** @type {any} */ each) => h("label.check", {}, h("input", { type: "checkbox", name: "who", value: each.id, checked: this.project.personas.length === 1 }), each.title));
    if (section === "journey") fields.push(h("fieldset.group", {}, h("legend", {}, say("whose_journey")), people.length ? people : h("p.hint", {}, say("persona_first"))));
    const extra = { sources: ["kind", "survey"], stakeholders: ["kind", "team"], channels: ["kind", "digital"], metrics: ["better", "higher"] }[section];
    const target = section === "actions" ? h("select", { id: "new-target" }, this.choices("touchpoints", "").map((each) => h("option", { value: each.id }, each.title))) : null;
    if (target) fields.push(h("div.field", {}, h("label", { for: "new-target" }, say("improves")), target));
    const answer = await this.ask(say(`new_${section}`), fields, [["", say("cancel"), ""], ["go", say("create"), "main"]]);
    const title = name.value.trim();
    if (answer !== "go" || !title) return;
    await this.tried(async () => {
      try {
        if (section === "journey" || section === "personas") {
          const who = people.map((/** @type {any} */ each) => each.firstChild).filter((/** @type {any} */ box) => box.checked).map((/** @type {any} */ box) => box.value);
          const made = await api.create(section === "journey" ? { kind: "journey", title, id: null, personas: who } : { kind: "persona", title, id: null });
          this.done(made, "saved", say("added_label", title));
          await this.running;
          const id = String(made.made[0]).replace(/^#/, "");
          if (section === "journey") location.hash = `/journey/${id}/emotion`;
          else this.open({ what: "personas", journey: "", id });
          return;
        }
        const value = { title, ...(extra ? { [extra[0]]: extra[1] } : {}), ...(target ? { touchpoints: [target.value] } : {}) };
        const file = this.home(section);
        const made = await api.edit(say("added_label", title), { [file]: [{ op: "add", at: [section], key: null, value }] });
        this.done(made, "saved", say("added_label", title));
        await this.running;
        this.open({ what: section, journey: "", id: String(made.made[0]).replace(/^#/, "") });
      } catch (problem) {
        this.failed(problem);
        throw problem;
      }
    });
  }

  /** The file that definitions of a section are in, or would be beside. @param {string} section */
  home(section) {
    const all = this.project[section] ?? [];
    if (all.length) return all.at(-1).file;
    const files = Object.keys(this.project.files);
    const library = ["actions", "metrics", "sources", "stakeholders", "channels", "segments", "personas"].flatMap((each) => this.project[each] ?? []).map((each) => each.file);
    return library.find((file) => !this.project.files[file].journey) ?? library[0] ?? files[0];
  }

  /**
   * Ask something, and wait for the answer.
   * @param {string} title @param {any[]} content @param {[string, string, string][]} answers Value, words, kind.
   * @returns {Promise<string>}
   */
  ask(title, content, answers) {
    return new Promise((resolve) => {
      const dialog = h("dialog", { "aria-labelledby": "asked" });
      const back = /** @type {any} */ (document.activeElement);
      const form = h("form", { method: "dialog" }, h("h2", { id: "asked" }, title), content,
        h("div.buttons", {}, answers.map(([value, text, kind]) => h("button", { type: value ? "submit" : "button", value, class: kind, onclick: value ? null : () => dialog.close("") }, text))));
      dialog.append(form);
      dialog.addEventListener("close", () => {
        dialog.remove();
        if (back?.isConnected) back.focus();
        resolve(dialog.returnValue);
      });
      document.body.append(dialog);
      dialog.showModal();
      dialog.querySelector("input,select")?.focus();
    });
  }
}

new App().start();
