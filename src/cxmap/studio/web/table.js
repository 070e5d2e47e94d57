// @ts-check
/** Below the chart of a journey: its stages and touchpoints in order, with a number field for every score. */

import { button, focusKey, h, refocus, signButton } from "./dom.js";
import { number, say } from "./words.js";

/** @typedef {import("./chart.js").Score} Score */

const KINDS = ["importance", "experience", "desired"];

export class Table {
  /**
   * @param {{save: (score: Score, value: number | null) => Promise<boolean>, open: (kind: string, id: string) => void,
   *   move: (kind: string, id: string, by: number) => void, drop: (id: string, stage: string, after: string | null) => void,
   *   add: (stage: any, title: string) => Promise<boolean>, addStage: (title: string, first: string) => Promise<boolean>,
   *   findings: (id: string) => any[], readOnly: boolean}} ways
   */
  constructor(ways) {
    this.ways = ways;
    this.root = h("section.scores", { "aria-labelledby": "scores-title" });
    this.shape = "";
    /** @type {Map<string, Score>} */
    this.scores = new Map();
    /** Where the findings of each touchpoint are counted. @type {Map<string, HTMLElement>} */
    this.marks = new Map();
    /** The name of a persona. @type {(id: string) => string} */
    this.nameOf = (id) => id;
    /** The touchpoint whose row is being dragged. */
    this.dragged = "";
    /** Which form to add something is open. */
    this.adding = "";
  }

  /**
   * @param {any} journey @param {any} scores The server's answer. @param {(id: string) => string} nameOf Of a persona.
   */
  show(journey, scores, nameOf) {
    this.journey = journey;
    this.answer = scores;
    this.nameOf = nameOf;
    this.scores = new Map(scores.scores.map((/** @type {Score} */ score) => [`${score.touchpoint}/${score.persona}/${score.kind}`, score]));
    const shape = JSON.stringify([journey.stages, journey.personas, scores.scores.map((/** @type {Score} */ each) => [each.about, each.editable]), this.adding, this.ways.readOnly]);
    if (shape === this.shape) this.update();
    else this.build();
    this.shape = shape;
  }

  /** The fields that are there say what the file holds; not where somebody types. */
  update() {
    for (const cell of this.root.querySelectorAll("[data-score]")) {
      const score = this.scores.get(cell.dataset.score), field = cell.querySelector("input");
      if (!score) continue;
      if (field) {
        if (!field.dirty) field.value = score.value ?? "";
        field.score = score;
      } else cell.replaceChildren(this.measured(score));
    }
    for (const [id, place] of this.marks) place.replaceChildren(...this.badge(id));
  }

  build() {
    const key = focusKey(this.root), typed = /** @type {any} */ (document.activeElement);
    const { journey } = this;
    this.marks = new Map();
    const columns = journey.personas.flatMap((/** @type {string} */ persona) => KINDS.map((kind) => ({ persona, kind })));
    const table = h("table", {},
      h("caption.hidden", {}, say("scores")),
      h("thead", {},
        h("tr", {}, h("th", { scope: "col", rowspan: 2 }, say("touchpoint")),
          journey.personas.map((/** @type {string} */ persona) => h("th.persona", { scope: "colgroup", colspan: 3 }, this.nameOf(persona))),
          this.ways.readOnly ? null : h("td", { rowspan: 2 })),
        h("tr", {}, columns.map((/** @type {any} */ { kind }) => h("th.figure", { scope: "col" }, say(kind)))),
      ),
      journey.stages.map((/** @type {any} */ stage, /** @type {number} */ i) => this.stage(stage, i, columns)),
    );
    this.root.replaceChildren(
      h("div.head", {}, h("h2", { id: "scores-title" }, say("scores"))),
      h("div.scroll", { tabindex: 0, role: "group", "aria-label": say("scores") }, table),
      this.ways.readOnly ? "" : this.stageForm(),
    );
    if (typed?.dirty && typed.dataset?.key === key && !typed.isConnected) {
      const again = /** @type {any} */ (this.root.querySelector(`[data-key="${CSS.escape(key ?? "")}"]`));
      if (again && again.tagName === "INPUT") {
        again.value = typed.value;
        again.dirty = true;
      }
    }
    refocus(this.root, key);
  }

  /** @param {any} stage @param {number} place @param {any[]} columns */
  stage(stage, place, columns) {
    const width = columns.length + 1;
    const body = h("tbody", { "data-stage": stage.id },
      h("tr.stage", {},
        h("th", { scope: "rowgroup", colspan: width }, button(stage.title, () => this.ways.open("stage", stage.id), { kind: "link", "data-key": `stage-${stage.id}` })),
        this.ways.readOnly ? null : h("td.moves", {}, this.moves("stage", stage, place, this.journey.stages.length)),
      ),
      stage.touchpoints.map((/** @type {any} */ touchpoint, /** @type {number} */ i) => this.row(stage, touchpoint, i, columns)),
      this.ways.readOnly ? null : h("tr.adding", {}, h("td", { colspan: width + 1 }, this.touchpointForm(stage))),
    );
    body.addEventListener("dragover", (/** @type {DragEvent} */ event) => this.dragged && event.preventDefault());
    body.addEventListener("drop", (/** @type {DragEvent} */ event) => {
      event.preventDefault();
      const row = /** @type {any} */ (event.target).closest("tr");
      const before = row?.dataset.touchpoint ? event.clientY < row.getBoundingClientRect().top + row.offsetHeight / 2 : row?.classList.contains("stage");
      const ids = stage.touchpoints.map((/** @type {any} */ each) => each.id).filter((/** @type {string} */ id) => id !== this.dragged);
      const at = row?.dataset.touchpoint ? ids.indexOf(row.dataset.touchpoint) : before ? 0 : ids.length;
      const after = ids[before ? at - 1 : Math.min(at, ids.length - 1)] ?? null;
      if (this.dragged && row?.dataset.touchpoint !== this.dragged) this.ways.drop(this.dragged, stage.id, after);
    });
    return body;
  }

  /** @param {any} stage @param {any} touchpoint @param {number} place @param {any[]} columns */
  row(stage, touchpoint, place, columns) {
    const mark = h("span.marks", {}, ...this.badge(touchpoint.id));
    this.marks.set(touchpoint.id, mark);
    const row = h("tr", { "data-touchpoint": touchpoint.id },
      h("th", { scope: "row" }, h("div.name", {},
        this.ways.readOnly ? null : this.grip(touchpoint),
        button(touchpoint.title, () => this.ways.open("touchpoint", touchpoint.id), { kind: "link", "data-key": `row-${touchpoint.id}` }), mark)),
      columns.map(({ persona, kind }) => this.cell(`${touchpoint.id}/${persona}/${kind}`)),
      this.ways.readOnly ? null : h("td.moves", {}, this.moves("touchpoint", touchpoint, place, stage.touchpoints.length)),
    );
    return row;
  }

  /** @param {string} id */
  badge(id) {
    const found = this.ways.findings(id);
    if (!found.length) return [];
    const worst = ["error", "warning", "advice"].find((each) => found.some((finding) => finding.severity === each)) ?? "advice";
    if (worst === "advice") return [];
    const said = found.length === 1 ? say("findings_one") : say("findings_many", found.length);
    return [h(`span.badge.${worst}`, { title: said }, String(found.length), h("span.hidden", {}, ` ${said}`))];
  }

  /** What a row is dragged by. @param {any} touchpoint */
  grip(touchpoint) {
    const made = h("span.grip", { draggable: "true", title: say("drag_row", touchpoint.title), "aria-hidden": "true" }, "⠿");
    made.addEventListener("dragstart", (/** @type {DragEvent} */ event) => {
      this.dragged = touchpoint.id;
      event.dataTransfer?.setData("text/plain", touchpoint.title);
      this.root.classList.add("dragging");
    });
    made.addEventListener("dragend", () => {
      this.dragged = "";
      this.root.classList.remove("dragging");
    });
    return made;
  }

  /** @param {string} kind @param {any} held @param {number} place @param {number} count */
  moves(kind, held, place, count) {
    return h("div.buttons", {},
      signButton("up", say("earlier_of", held.title), () => this.ways.move(kind, held.id, -1), { "data-key": `up-${kind}-${held.id}`, disabled: place === 0 }),
      signButton("down", say("later_of", held.title), () => this.ways.move(kind, held.id, 1), { "data-key": `down-${kind}-${held.id}`, disabled: place === count - 1 }));
  }

  /** @param {string} about */
  cell(about) {
    const score = this.scores.get(about);
    if (!score) return h("td.figure.none", {}, "–");
    const cell = h("td.figure", { "data-score": about });
    cell.append(score.editable && !this.ways.readOnly ? this.input(score, about) : this.measured(score));
    return cell;
  }

  /** @param {Score} score */
  measured(score) {
    const said = score.value === null ? "–" : number(score.value);
    if (this.ways.readOnly || score.value === null) return h("span", {}, said);
    return button(said, () => this.ways.open("touchpoint", score.touchpoint), {
      kind: "measured", title: say("measured"), "aria-label": `${said}, ${say("measured")}: ${score.title}, ${score.name}, ${say(score.kind)}`,
    });
  }

  /** @param {Score} score @param {string} about */
  input(score, about) {
    const scale = this.answer.scales[score.kind === "importance" ? "importance" : "experience"];
    const field = h("input", {
      type: "number", step: "any", min: scale.min, max: scale.max, inputmode: "decimal", "data-key": `score-${about}`, value: score.value ?? "",
      "aria-label": `${score.title}, ${score.name}: ${say(score.kind)}`,
    });
    field.score = score;
    field.addEventListener("input", () => (field.dirty = true));
    field.addEventListener("change", async () => {
      const value = field.value === "" ? null : Number(field.value);
      field.dirty = false;
      if (value === field.score.value) return;
      if (await this.ways.save(field.score, value)) return;
      field.value = field.score.value ?? "";
    });
    field.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Escape") {
        field.value = field.score.value ?? "";
        field.dirty = false;
      }
    });
    return field;
  }

  /** @param {any} stage */
  touchpointForm(stage) {
    const name = `touchpoint-${stage.id}`;
    if (this.adding !== name) {
      return button(`+ ${say("touchpoint")}`, () => this.open(name), { kind: "quiet", "data-key": `add-${name}`, "aria-label": `${say("add_touchpoint")}: ${stage.title}` });
    }
    return this.form(name, [say("touchpoint_title")], ([title]) => this.ways.add(stage, title));
  }

  stageForm() {
    const name = "stage";
    if (this.adding !== name) return button(`+ ${say("stage")}`, () => this.open(name), { kind: "quiet", "data-key": `add-${name}`, "aria-label": say("add_stage") });
    return this.form(name, [say("stage_title"), say("first_touchpoint")], ([title, first]) => this.ways.addStage(title, first));
  }

  /** @param {string} name */
  open(name) {
    this.adding = name;
    this.build();
    /** @type {any} */ (this.root.querySelector(`form[data-form="${CSS.escape(name)}"] input`))?.focus();
  }

  /** @param {string} name @param {string[]} labels @param {(texts: string[]) => Promise<boolean>} send */
  form(name, labels, send) {
    const fields = labels.map((label) => h("input", { type: "text", required: true, "aria-label": label, placeholder: label, "data-key": `${name}-${label}` }));
    const shut = () => {
      this.adding = "";
      this.build();
      refocus(this.root, `add-${name}`);
    };
    const form = h("form", { "data-form": name, class: "inline" }, fields, h("button", { type: "submit", class: "main" }, say("add")), button(say("cancel"), shut));
    form.addEventListener("submit", async (/** @type {Event} */ event) => {
      event.preventDefault();
      if (await send(fields.map((field) => field.value.trim()))) {
        if (labels.length > 1) return shut();
        this.build();
        /** @type {any} */ (this.root.querySelector(`form[data-form="${CSS.escape(name)}"] input`))?.focus();
      }
    });
    form.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => event.key === "Escape" && shut());
    return form;
  }
}
