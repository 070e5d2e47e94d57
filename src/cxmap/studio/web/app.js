// @ts-check
/** The page: what it shows of a project, what it asks for, and what is said about that. */

import * as api from "./api.js";
import { button, h } from "./dom.js";
import { Panel } from "./panel.js";
import { History } from "./undo.js";
import { fileView, journeyView, needsView, onTheme, peopleView, planView, problemView, rankingView, welcomeView } from "./views.js";
import { lang, say, speak } from "./words.js";
import { Work } from "./work.js";

const SETTINGS = { theme: "cxmap-studio-theme", lang: "cxmap-studio-lang" };
const at = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));

const NARROW = matchMedia("(max-width:40rem)");

class App {
  constructor() {
    /** @type {any} */
    this.project = { version: -1, files: {}, journeys: [], edits: [] };
    /** @type {any[]} */
    this.findings = [];
    this.panel = new Panel(at("panel"), this);
    this.history = new History(this);
    this.work = new Work(this);
    /** @type {import("./views.js").View | null} */
    this.view = null;
    this.shown = "";
    this.own = -1;
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
    NARROW.addEventListener("change", () => this.cover());
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
      this.view?.ahead?.();
      const project = await api.get("project");
      if (project.version < this.own) Object.assign(project, { undo: this.project.undo, redo: this.project.redo }); // asked for before the last change
      this.project = remembering(project, this.project);
      speak(localStorage.getItem(SETTINGS.lang) ?? project.lang);
      this.frame();
      const shown = this.route(true);
      this.findings = (await api.get("findings").catch(() => ({ findings: [] }))).findings; // after what is in view
      this.frame();
      this.view?.found?.();
      await shown;
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
      h("li", {}, h("a", { href, "data-key": `nav-${href}`, "aria-current": here === href.slice(1) || (href === "#/file/" && here.startsWith("/file/")) || (href.startsWith("#/journey/") && here.startsWith(`${href.slice(1).split("/").slice(0, 3).join("/")}/`)) ? "page" : null }, text, count));
    const serious = this.findings.filter((/** @type {any} */ each) => each.severity !== "advice").length;
    const broken = Object.values(project.files).some((/** @type {any} */ each) => each.broken);
    at("nav").setAttribute("aria-label", say("views_all"));
    at("nav").replaceChildren(
      h("h2", {}, say("journeys")),
      h("ul", {}, project.journeys.map((/** @type {any} */ each) => item(`#/journey/${each.id}/emotion`, each.title,
        project.files[each.file]?.broken ? h("span.badge.error", {}, say("error")) : each.state === "desired" ? h("span.hint", {}, say("desired_state")) : null))),
      ...(this.readOnly ? [] : [button(`+ ${say("new_journey")}`, () => this.work.create("journey"), { kind: "quiet", "data-key": "nav-new-journey" })]),
      h("h2", {}, say("project")),
      h("ul", {}, item("#/ranking", say("ranking")), item("#/people", say("people")), item("#/plan", say("plan")),
        item("#/needs", say("needs"), serious ? h(`span.badge.${broken ? "error" : "warning"}`, {}, String(serious)) : null), item("#/file/", say("files"))));
    if (focused && (focused.startsWith("nav-") || focused === "lang")) /** @type {any} */ (document.querySelector(`[data-key="${CSS.escape(focused)}"]`))?.focus();
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

  /** @param {boolean} [refresh] @returns {Promise<void>} */
  async route(refresh = false) {
    const { path, thing } = this.where();
    const first = this.project.journeys[0];
    const unread = Boolean(this.project.problem);
    const welcome = unread || (!this.project.journeys.length && (!path || path === "/" || path.startsWith("/journey")));
    if (!welcome && (!path || path === "/")) {
      history.replaceState(null, "", `#/journey/${first.id}/emotion`);
      return this.route(refresh);
    }
    const key = unread ? "unread" : welcome ? "welcome" : path;
    const moved = key !== this.shown;
    if (moved) {
      this.shown = key;
      this.view = unread ? problemView(this) : this.make(path, welcome);
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
    this.cover();
    return this.panel.open(same ? this.panel.shown : thing, focus && !same && Boolean(thing));
  }

  /** What a panel covers as a whole is out of reach of keys too. */
  cover() {
    const covered = NARROW.matches && document.body.classList.contains("panel-open");
    for (const part of ["top", "nav", "main"]) at(part).inert = covered;
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

  /** What can be named in a field. @param {string} to @param {string} journey Where, if in one. @returns {{id: string, title: string}[]} */
  choices(to, journey) {
    if (to === "touchpoints") return touchpoints(this.journey(journey));
    if (to === "redesigned") return touchpoints(this.journey(this.journey(journey)?.redesigns));
    if (to !== "targets") return this.project[to] ?? [];
    const several = this.project.journeys.length > 1;
    return this.project.journeys.flatMap((/** @type {any} */ each) => touchpoints(each).flatMap(({ id, title }) => {
      const whole = several ? `${title} (${each.title})` : title;
      return [{ id: `${each.id}/${id}`, title: whole }, { id: `${each.id}/${id}#handover`, title: say("handover_into", whole) }];
    }));
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
    document.body.classList.remove("panel-open");
    this.cover(); // so that what gets the focus can have it
    location.hash = encodeURI(this.where().path);
    /** @type {any} */ (key && document.querySelector(`[data-key="${CSS.escape(key)}"]`))?.focus();
  }

  // What is said.

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
    if (problem instanceof api.Problem && problem.more.at?.length) this.tell(say("conflict"), "wrong"); // both are shown where it is
    else if (problem instanceof api.Problem) this.tell([problem.message, problem.help].filter(Boolean).join("; "), "wrong");
    else if (problem instanceof TypeError && /fetch|network/i.test(problem.message)) this.tell(say("lost"), "wrong");
    else throw problem;
  }
}

/** @param {any} journey @returns {{id: string, title: string}[]} */
function touchpoints(journey) {
  return (journey?.stages ?? []).flatMap((/** @type {any} */ stage) => stage.touchpoints);
}

/**
 * A journey whose file has an error that keeps it from being read is still there, as it was.
 * @param {any} now @param {any} before
 */
function remembering(now, before) {
  const known = new Set(now.journeys.map((/** @type {any} */ each) => each.id));
  const lost = before.journeys.filter((/** @type {any} */ each) => !known.has(each.id) && now.files[each.file]?.broken);
  return { ...now, journeys: [...now.journeys, ...lost] };
}

new App().start();
