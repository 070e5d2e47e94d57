// @ts-check
/** What people do to a project: every change of a file that the page asks for begins here. */

import * as api from "./api.js";
import { ask } from "./ask.js";
import { h } from "./dom.js";
import { number, say } from "./words.js";

export class Work {
  /** @param {any} app */
  constructor(app) {
    this.app = app;
    /** Scores as this page wrote them last. @type {Map<string, {value: number | null, version: number}>} */
    this.written = new Map();
  }

  /** What a write did. @param {any} answer @param {string} words @param {string} label */
  done(answer, words, label) {
    this.app.own = Math.max(this.app.own, answer.version);
    Object.assign(this.app.project, { undo: answer.undo, redo: answer.redo }); // so that Ctrl-Z right after a change takes that change back
    this.app.history.show();
    const [change] = answer.changes ?? [];
    this.app.tell(words === "saved" && change ? say("saved_at", label, change.file, change.line) : say(words === "saved" ? "saved" : words, label));
    this.app.refresh();
    return answer;
  }

  /** @param {string} label @param {Record<string, any[]>} ops */
  async write(label, ops) {
    try {
      return this.done(await api.edit(label, ops), "saved", label);
    } catch (problem) {
      this.app.failed(problem);
      throw problem;
    }
  }

  /** The same, for who needs to know only whether it worked. @param {() => Promise<any>} work */
  async tried(work) {
    try {
      await work();
      return true;
    } catch (problem) {
      if (!(problem instanceof api.Problem)) this.app.failed(problem);
      else if (problem.status === 409) this.app.refresh();
      return false;
    }
  }

  /** @param {any} score @param {number | null} value */
  async score(score, value) {
    const file = this.app.journey(score.about.split("/")[0])?.file;
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
    const answer = await ask(`${score.title}, ${say(score.kind).toLowerCase()}`, [
      h("p", {}, say("conflict")),
      h("dl.both", {}, h("div", {}, h("dt", {}, say("in_file")), h("dd", {}, text(now))), h("div", {}, h("dt", {}, say("yours")), h("dd", {}, text(value)))),
    ], [["file", say("take_file"), ""], ["mine", say("take_mine"), "main"]]);
    if (answer !== "mine") return this.app.refresh();
    const op = value === null ? { op: "remove", at: score.at, was: now } : { op: "set", at: score.at, value, was: now };
    return this.tried(() => this.write(label, { [file]: [op] }));
  }

  /** @param {any} score */
  refused(score) {
    this.app.tell(say(score.why === "measured" ? "measured_why" : score.why === "read-only" ? "read_only" : "broken_why", `${score.title}, ${say(score.kind).toLowerCase()}`, number(score.value)));
  }

  /** @param {"undo" | "redo"} way */
  async turn(way) {
    const what = this.app.project[way];
    if (!what) return;
    await this.tried(async () => {
      try {
        this.done(await api[way](Math.max(this.app.own, this.app.project.version)), way === "undo" ? "did_undo" : "did_redo", what.label);
      } catch (problem) {
        this.app.failed(problem);
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
      this.app.failed(problem);
    }
  }

  /** @param {any} stage @param {string} title @param {string} journey */
  addTouchpoint(stage, title, journey) {
    const file = this.app.journey(journey).file;
    return this.tried(async () => {
      await this.write(say("added_label", title), { [file]: [{ op: "add", at: [...stage.at, "touchpoints"], value: { title } }] });
      await this.app.running;
    });
  }

  /** @param {string} journey @param {string} title @param {string} first */
  addStage(journey, title, first) {
    const { file, at: place } = this.app.journey(journey);
    return this.tried(async () => {
      await this.write(say("added_label", title), { [file]: [{ op: "add", at: [...place, "stages"], value: { title, touchpoints: [{ title: first }] } }] });
      await this.app.running;
    });
  }

  /** Move one place earlier or later; beyond the end of a stage into the next. @param {string} what @param {string} journey @param {string} id @param {number} by */
  async move(what, journey, id, by) {
    const held = this.app.journey(journey);
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
    const to = this.app.journey(journey).stages.find((/** @type {any} */ each) => each.id === stage);
    return this.place(journey, id, stage, to.touchpoints.at(-1)?.id ?? null);
  }

  /** @param {string} journey @param {string} id @param {string} stage @param {string | null} after */
  async place(journey, id, stage, after) {
    const held = this.app.journey(journey);
    const from = held.stages.find((/** @type {any} */ each) => each.touchpoints.some((/** @type {any} */ other) => other.id === id));
    const to = held.stages.find((/** @type {any} */ each) => each.id === stage);
    const moved = from.touchpoints.find((/** @type {any} */ each) => each.id === id);
    const ops = [{ op: "move", at: moved.at, to: [...to.at, "touchpoints"], after: after === null ? null : `#${after}` }];
    if (from !== to && from.touchpoints.length === 1) {
      const answer = await ask(moved.title, [h("p", {}, say("delete_stage_too", moved.title, from.title))], [["", say("cancel"), ""], ["move", say("move_stage_too", from.title), "main"]]);
      if (answer !== "move") return;
      ops.push(/** @type {any} */ ({ op: "remove", at: from.at }));
    }
    return this.tried(() => this.write(say("moved_label", moved.title), { [held.file]: ops }));
  }

  /** @param {{what: string, journey: string, id: string}} thing @param {string} title */
  async remove(thing, title) {
    const name = encodeURIComponent(thing.id);
    const nested = thing.what === "touchpoint" || thing.what === "stage";
    const { uses } = await api.get(`uses/${nested ? `${thing.what}/${encodeURIComponent(thing.journey)}/${name}` : `${thing.what}/${name}`}`).catch(() => ({ uses: [] }));
    const { file } = this.app.panel.part;
    let { at: place } = this.app.panel.part;
    const said = [];
    if (thing.what === "touchpoint") {
      const stage = this.app.journey(thing.journey).stages.find((/** @type {any} */ each) => each.touchpoints.some((/** @type {any} */ other) => other.id === thing.id));
      if (stage?.touchpoints.length === 1) {
        said.push(h("p", {}, say("delete_stage_too", title, stage.title)));
        place = stage.at;
      }
    }
    if (uses.length) said.push(h("p", {}, say("delete_refers")), h("ul", {}, uses.map((/** @type {any} */ use) => h("li", {}, h("code", {}, use.text.trim()), h("span.hint", {}, say("place", use.file, use.line))))));
    if (said.length && (await ask(say("delete_named", title), said, [["", say("keep"), ""], ["go", uses.length ? say("delete_too") : say("delete_"), "danger"]])) !== "go") return;
    /** @type {Record<string, any[]>} */
    const ops = {};
    for (const use of uses) (ops[use.file] ??= []).push(use.op);
    (ops[file] ??= []).push({ op: "remove", at: place });
    this.app.close(); // first: news of it may come before the answer, and nothing is to ask for what is gone
    if (!(await this.tried(() => this.write(say("deleted_label", title), ops)))) this.app.open(thing);
  }

  /** Ask for what something new cannot do without. @param {string} section */
  async create(section) {
    const fields = [];
    const name = h("input", { type: "text", required: true, id: "new-title", autocomplete: "off" });
    fields.push(h("div.field", {}, h("label", { for: "new-title" }, section === "personas" ? say("persona_name") : section === "journey" ? say("journey_title") : say("title")), name));
    const people = this.app.project.personas.map((/** @type {any} */ each) => h("label.check", {}, h("input", { type: "checkbox", name: "who", value: each.id, checked: this.app.project.personas.length === 1 }), each.title));
    if (section === "journey") fields.push(h("fieldset.group", {}, h("legend", {}, say("whose_journey")), people.length ? people : h("p.hint", {}, say("persona_first"))));
    const extra = { sources: ["kind", "survey"], stakeholders: ["kind", "team"], channels: ["kind", "digital"], metrics: ["better", "higher"] }[section];
    const target = section === "actions" ? h("select", { id: "new-target" }, this.app.choices("targets", "").map((/** @type {any} */ each) => h("option", { value: each.id }, each.title))) : null;
    if (target) fields.push(h("div.field", {}, h("label", { for: "new-target" }, say("improves")), target));
    const answer = await ask(say(`new_${section}`), fields, [["", say("cancel"), ""], ["go", say("create"), "main"]]);
    const title = name.value.trim();
    if (answer !== "go" || !title) return;
    await this.tried(async () => {
      try {
        if (section === "journey" || section === "personas") {
          const who = people.map((/** @type {any} */ each) => each.firstChild).filter((/** @type {any} */ box) => box.checked).map((/** @type {any} */ box) => box.value);
          const made = await api.create(section === "journey" ? { kind: "journey", title, id: null, personas: who } : { kind: "persona", title, id: null });
          this.done(made, "saved", say("added_label", title));
          await this.app.running;
          const id = String(made.made[0]).replace(/^#/, "");
          if (section === "journey") location.hash = `/journey/${id}/emotion`;
          else this.app.open({ what: "personas", journey: "", id });
          return;
        }
        const value = { title, ...(extra ? { [extra[0]]: extra[1] } : {}), ...(target ? { touchpoints: [target.value] } : {}) };
        const file = this.home(section);
        const made = await api.edit(say("added_label", title), { [file]: [{ op: "add", at: [section], key: null, value }] });
        this.done(made, "saved", say("added_label", title));
        await this.app.running;
        this.app.open({ what: section, journey: "", id: String(made.made[0]).replace(/^#/, "") });
      } catch (problem) {
        this.app.failed(problem);
        throw problem;
      }
    });
  }

  /** The file that definitions of a section are in, or would be beside. @param {string} section */
  home(section) {
    const all = this.app.project[section] ?? [];
    if (all.length) return all.at(-1).file;
    const files = Object.keys(this.app.project.files);
    const library = ["actions", "metrics", "sources", "stakeholders", "channels", "segments", "personas"].flatMap((each) => this.app.project[each] ?? []).map((each) => each.file);
    return library.find((file) => !this.app.project.files[file].journey) ?? library[0] ?? files[0];
  }
}
