// @ts-check
/** The panel at the right: all that is said of one thing, as a form, with its findings; moving and deleting. */

import { button, focusKey, h, refocus, signButton } from "./dom.js";
import { Form } from "./fields.js";
import { kindName } from "./terms.js";
import { say } from "./words.js";

/** Fields that are shown even where they are empty: what people fill in first. */
const PRIMARY = {
  touchpoint: ["title", "channel", "doing", "thinking", "feeling", "positives", "negatives", "scores", "evidence"],
  stage: ["title", "goal", "phase"],
  journey: ["title", "personas", "goal", "starts_with", "ends_with", "scale", "scores_source"],
  personas: ["name", "segment", "quote", "story", "goals", "needs", "frustrations"],
  segments: ["title", "share", "priority"],
  stakeholders: ["title", "kind", "we_do_for_them", "they_do_for_us"],
  channels: ["title", "kind", "run_by"],
  sources: ["title", "kind", "date", "n"],
  metrics: ["title", "better", "kind", "baseline", "target", "readings"],
  actions: ["title", "touchpoints", "description", "owner", "status", "due", "effort", "impact", "steps"],
};

export class Panel {
  /**
   * @param {HTMLElement} root
   * @param {any} app
   */
  constructor(root, app) {
    this.root = root;
    this.app = app;
    /** @type {{what: string, journey: string, id: string} | null} */
    this.shown = null;
    /** @type {Form | null} */
    this.form = null;
  }

  /** Where the data of a thing is. @param {{what: string, journey: string, id: string}} thing */
  static path({ what, journey, id }) {
    const name = encodeURIComponent(id);
    if (what === "touchpoint") return `touchpoint/${encodeURIComponent(journey)}/${name}`;
    if (what === "stage") return `part/stage/${encodeURIComponent(journey)}/${name}`;
    return `part/${what}/${name}`;
  }

  /** @param {{what: string, journey: string, id: string} | null} thing @param {boolean} [focus] */
  async open(thing, focus = false) {
    const other = JSON.stringify(thing) !== JSON.stringify(this.shown);
    this.shown = thing;
    if (!thing) {
      this.form = null;
      this.root.hidden = true;
      this.root.replaceChildren();
      return;
    }
    try {
      const part = await this.app.get(Panel.path(thing));
      if (this.shown !== thing) return;
      for (const field of part.fields) if (thing.what === "journey" && field.key === "personas") field.name = "journey_personas";
      if (this.form && !other) this.refresh(part);
      else this.build(part);
      if (focus) /** @type {any} */ (this.root.querySelector("h2"))?.focus({ preventScroll: true });
    } catch (/** @type {any} */ problem) {
      if (this.shown !== thing) return;
      const said = problem.status === 404 ? say("not_found") : problem.message;
      if (!other && this.typing) { // what was typed stays until the file is as it was
        this.found?.replaceChildren(h("p.stale", {}, said));
        return;
      }
      this.form = null;
      this.root.hidden = false;
      this.root.replaceChildren(this.head("", say("not_found"), ""), h("p.hint", {}, problem.status === 404 ? "" : problem.message));
    }
  }

  /** Whether something was typed that is not saved. */
  get typing() {
    return [...this.root.querySelectorAll("input,textarea,select")].some((each) => /** @type {any} */ (each).dirty);
  }

  /** What the title of the shown thing is. */
  title() {
    const given = this.part?.given ?? {};
    return given.title ?? given.name ?? this.shown?.id ?? "";
  }

  /** @param {any} part */
  build(part) {
    const thing = /** @type {any} */ (this.shown), { app } = this;
    this.part = part;
    this.form = new Form(part, {
      save: (label, ops) => app.work.write(label, { [part.file]: ops }),
      choices: (to) => app.choices(to, thing.what === "touchpoint" || thing.what === "stage" ? thing.journey : ""),
      nameOf: (to, id) => app.nameOf(to, id),
      readOnly: app.readOnly || Boolean(app.project.files[part.file]?.broken),
      primary: /** @type {any} */ (PRIMARY)[thing.what] ?? [],
      title: () => this.title(),
    });
    this.header = h("div");
    this.found = h("div.found");
    this.foot = h("div.foot");
    this.root.replaceChildren(this.header, this.found, this.form.root, this.foot);
    this.root.hidden = false;
    this.root.setAttribute("aria-label", kindName(thing.what));
    this.root.scrollTop = 0;
    this.around();
  }

  /** @param {any} part */
  refresh(part) {
    this.part = part;
    this.form?.refresh(part);
    this.around();
  }

  around() {
    const thing = /** @type {any} */ (this.shown), { part } = this, key = focusKey(this.root);
    this.header.replaceChildren(this.head(kindName(thing.what), this.title(), say("place", part.file, part.line), `${part.file}:${part.line}`));
    this.found.replaceChildren(...findingsOf(part.findings ?? [], this.app));
    this.foot.replaceChildren(...(this.app.readOnly ? [] : this.actions(thing)));
    refocus(this.root, key);
  }

  /** @param {string} kicker @param {string} title @param {string} place @param {string} [address] */
  head(kicker, title, place, address = "") {
    return h("div.panel-head", {},
      h("div", {}, h("p.kicker", {}, kicker), h("h2", { tabindex: -1 }, title),
        place ? h("p.place", {}, h("a", { href: `#/file/${address}` }, place)) : null),
      signButton("close", say("close"), () => this.app.close(), { "data-key": "panel-close" }));
  }

  /** @param {any} thing */
  actions(thing) {
    const { app } = this, made = [];
    if (thing.what === "touchpoint" || thing.what === "stage") {
      made.push(button(say("earlier"), () => app.work.move(thing.what, thing.journey, thing.id, -1), { "data-key": "panel-earlier" }));
      made.push(button(say("later"), () => app.work.move(thing.what, thing.journey, thing.id, 1), { "data-key": "panel-later" }));
    }
    if (thing.what === "touchpoint") {
      const journey = app.journey(thing.journey);
      const stages = (journey?.stages ?? []).filter((/** @type {any} */ stage) => !stage.touchpoints.some((/** @type {any} */ each) => each.id === thing.id));
      if (stages.length) {
        const picker = h("select", { "aria-label": say("to_stage"), "data-key": "panel-stage" },
          h("option", { value: "" }, say("to_stage_choose")), stages.map((/** @type {any} */ stage) => h("option", { value: stage.id }, stage.title)));
        picker.addEventListener("change", () => picker.value && app.work.toStage(thing.journey, thing.id, picker.value));
        made.push(picker);
      }
    }
    made.push(button(say("delete_"), () => app.work.remove(thing, this.title()), { kind: "danger", "data-key": "panel-delete" }));
    return made;
  }
}

/** Findings, each with its fix. @param {any[]} findings @param {any} app @param {(finding: any) => any} [where] */
export function findingsOf(findings, app, where) {
  const rank = ["error", "warning", "advice"];
  const sorted = [...findings].sort((one, other) => rank.indexOf(one.severity) - rank.indexOf(other.severity));
  if (!sorted.length) return [];
  return [h("ul.findings", { "aria-label": say("findings") }, sorted.map((finding) =>
    h(`li.finding.${finding.severity}`, {},
      h("p.what", {}, h("span.badge", { class: `badge ${finding.severity}` }, say(finding.severity)), " ", h("span", { lang: "en" }, finding.message), " ", h("span.code", { title: finding.name }, finding.code)),
      finding.help ? h("p.help", { lang: "en" }, finding.help) : null,
      h("div.buttons", {}, where ? where(finding) : null,
        finding.fix && !app.readOnly ? button(say("fix"), () => app.work.fix(finding), { "aria-label": say("fix_named", finding.fix), title: finding.fix, "data-key": `fix-${finding.code}-${finding.line}` }) : null))))];
}
