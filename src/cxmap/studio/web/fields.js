// @ts-check
/** Forms: one component for each kind of field, made from what the server says may stand there. */

import { button, focusKey, h, refocus, signButton } from "./dom.js";
import { Data } from "./form.js";
import { byId, list, mapping, oneOf, scalars } from "./groups.js";
import { brief, labelOf, leaf } from "./leaf.js";
import { choiceName, fieldName } from "./terms.js";
import { lang, say } from "./words.js";

/** @typedef {import("./form.js").Spec} Spec @typedef {import("./form.js").Step} Step */

/** Text of one line by its nature; other text may be as long as somebody likes. */
const SHORT = new Set(["title", "name", "feeling", "unit", "cost", "series", "url", "image", "portrait", "tags", "systems", "route"]);
const DURATIONS = new Set(["wait", "takes"]);
const UNITS = ["minute", "hour", "day", "working-day", "week", "month"];

export class Form {
  /**
   * @param {any} part As the server gives it.
   * @param {{save: (label: string, ops: any[]) => Promise<any>, choices: (to: string) => {id: string, title: string}[],
   *   nameOf: (to: string, id: string) => string, readOnly: boolean, primary: string[], title: () => string}} ways
   */
  constructor(part, ways) {
    this.data = new Data(part);
    this.ways = ways;
    this.root = h("div.form");
    /** Fields that are empty and were asked for. @type {Set<string>} */
    this.asked = new Set(ways.readOnly ? [] : ways.primary);
    /** @type {Map<string, {row: HTMLElement, shown: string}>} */
    this.rows = new Map();
    this.build();
  }

  /** @returns {Spec[]} */
  get fields() {
    return this.data.part.fields.filter((/** @type {Spec} */ field) => field.key !== "id");
  }

  build() {
    const chips = this.chips(this.fields, [], this.data.part.given, this.asked, () => this.build());
    const rows = this.fields
      .filter((field) => this.shows(field, [], this.data.part.given, this.asked))
      .map((field) => this.row(/** @type {string} */ (field.key)));
    const own = Object.entries(this.data.part.given).filter(([key]) => key.startsWith("x-"));
    const key = focusKey(this.root);
    this.root.replaceChildren(...rows, ...(chips ? [chips] : []), ...(own.length ? [ownKeys(own)] : []));
    refocus(this.root, key);
  }

  /** @param {Spec} field @param {Step[]} path @param {any} held @param {Set<string>} asked */
  shows(field, path, held, asked) {
    const key = /** @type {string} */ (field.key);
    return field.required || held?.[key] !== undefined || asked.has([...path, key].join("/"));
  }

  /** Buttons for the fields that are empty. @param {Spec[]} fields @param {Step[]} path @param {any} held @param {Set<string>} asked @param {() => void} again */
  chips(fields, path, held, asked, again) {
    const rest = fields.filter((field) => !this.shows(field, path, held, asked));
    if (!rest.length || this.ways.readOnly) return null;
    const made = rest.map((field) => {
      const key = /** @type {string} */ (field.key), name = labelOf(field);
      const whole = [...path, key];
      const press = () => {
        asked.add(whole.join("/"));
        if (field.kind === "mapping" && field.fields?.some((each) => each.required)) this.data.begin(whole, field);
        again();
        this.into(whole);
      };
      return button(name, press, { kind: "chip", "aria-label": say("start_field", name) });
    });
    return h("div.chips", { role: "group", "aria-label": say("more_fields") }, made);
  }

  /** Bring the focus into what was just asked for. @param {Step[]} path */
  into(path) {
    const start = `[data-path="${CSS.escape(path.join("/"))}"]`;
    const found = this.root.querySelector(start);
    const first = found?.matches("input,select,textarea,button") ? found : found?.querySelector("input,select,textarea,button");
    if (first instanceof HTMLElement) first.focus();
  }

  /** @param {string} key */
  row(key) {
    const field = /** @type {Spec} */ (this.fields.find((each) => each.key === key));
    const row = h("div.row", { "data-row": key });
    this.rows.set(key, { row, shown: "" });
    this.fill(key, field);
    return row;
  }

  /** @param {string} key @param {Spec} [field] */
  fill(key, field = this.fields.find((each) => each.key === key)) {
    const held = this.rows.get(key);
    if (!held || !field) return;
    const focus = focusKey(held.row);
    held.shown = JSON.stringify(this.data.part.given[key] ?? null);
    held.row.replaceChildren(this.field(field, [key]));
    refocus(held.row, focus);
  }

  /** What a row shows is what the file holds, by its own change. @param {string} key */
  known(key) {
    const held = this.rows.get(key);
    if (held) held.shown = JSON.stringify(this.data.part.given[key] ?? null);
  }

  /** Make the row of a place anew. @param {Step[]} path */
  again(path) {
    if (this.rows.has(String(path[0]))) this.fill(String(path[0]));
  }

  /**
   * Show what the file holds now. What is being typed stays; a note beside it says what the file has.
   * @param {any} part
   */
  refresh(part) {
    this.data.part = part;
    const active = /** @type {any} */ (document.activeElement);
    const shown = this.fields.filter((field) => this.shows(field, [], part.given, this.asked)).map((field) => field.key);
    const typing = this.root.contains(active) && active.dirty;
    if (!typing && shown.join() !== [...this.root.querySelectorAll(":scope > [data-row]")].map((row) => row.getAttribute("data-row")).join()) {
      this.rows.clear();
      this.build();
      return;
    }
    for (const [key, { row, shown: before }] of this.rows) {
      if (JSON.stringify(part.given[key] ?? null) === before) continue;
      const dirty = [...row.querySelectorAll("*")].filter((each) => /** @type {any} */ (each).dirty);
      if (!dirty.length) this.fill(key);
      else for (const each of dirty) /** @type {any} */ (each).news();
    }
  }

  /** A field with its name. @param {Spec} field @param {Step[]} path @returns {HTMLElement} */
  field(field, path) {
    const id = `f-${path.join("-")}`, name = labelOf(field);
    const value = this.data.value(path);
    if (["mapping", "by-id", "list", "one-of"].includes(field.kind) && !scalars(field)) {
      return h("fieldset.group", { "data-path": path.join("/"), class: `group ${field.kind}` }, h("legend", { title: lang() === "en" ? field.help : null }, name), this.control(field, path, value, id, name));
    }
    return h("div.field", {}, h("label", { for: id, title: lang() === "en" ? field.help : null }, name, field.required ? h("span.must", { "aria-hidden": "true" }, "*") : null), this.control(field, path, value, id, ""));
  }

  /** @param {Spec} field @param {Step[]} path @param {any} value @param {string} id @param {string} name @returns {HTMLElement} */
  control(field, path, value, id, name) {
    if (scalars(field)) return this.text(field, path, value, id, name);
    switch (field.kind) {
      case "number": return this.number(field, path, value, id, name);
      case "flag": return this.select(field, path, value, id, name, [["true", say("yes")], ["false", say("no")]], (text) => text === "true");
      case "choice": return this.select(field, path, value, id, name, (field.choices ?? []).map((each) => [each, choiceName(each)]));
      case "ref": return this.select(field, path, value, id, name, this.refs(field, value));
      case "list": return list(this, field, path, value ?? []);
      case "mapping": return mapping(this, field, path, value ?? {});
      case "by-id": return byId(this, field, path, value ?? {});
      case "one-of": return oneOf(this, field, path, value);
      default: return isDuration(field, path) ? this.duration(field, path, value, id, name) : this.text(field, path, value, id, name);
    }
  }

  /** @param {Spec} field @param {any} value @returns {[string, string][]} */
  refs(field, value) {
    const found = this.ways.choices(field.to ?? "").map((each) => /** @type {[string, string]} */ ([each.id, each.title]));
    if (value !== undefined && !found.some(([id]) => id === value)) found.push([value, String(value)]);
    return found;
  }

  /** @param {Spec} field @param {Step[]} path @param {any} value @param {string} id @param {string} name */
  text(field, path, value, id, name) {
    const key = String([...path].reverse().find((step) => typeof step === "string"));
    const date = field.kind === "date";
    const short = date || SHORT.has(key) || scalars(field);
    const given = { id, "data-key": id, "data-path": path.join("/"), "aria-label": name || null, readonly: this.ways.readOnly };
    const element = short ? h("input", { ...given, type: date ? "date" : "text" }) : h("textarea", { ...given, rows: 1 });
    const read = () => {
      const text = element.value.trim();
      if (!text) return undefined;
      return scalars(field) && typeof value !== "string" && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
    };
    return this.leaf(element, field, path, value, read, (now) => (element.value = now ?? ""));
  }

  /** @param {Spec} field @param {Step[]} path @param {any} value @param {string} id @param {string} name */
  number(field, path, value, id, name) {
    const element = h("input", {
      id, "data-key": id, "data-path": path.join("/"), "aria-label": name || null, readonly: this.ways.readOnly,
      type: "number", step: "any", inputmode: "decimal",
    });
    const read = () => (element.value === "" ? undefined : Number(element.value));
    return this.leaf(element, field, path, value, read, (now) => (element.value = now ?? ""));
  }

  /** @param {Spec} field @param {Step[]} path @param {any} value @param {string} id @param {string} name @param {[string, string][]} options @param {(text: string) => any} [meant] */
  select(field, path, value, id, name, options, meant = (text) => text) {
    const first = field.required && value !== undefined ? [] : [["", "–"]];
    const element = h(
      "select", { id, "data-key": id, "data-path": path.join("/"), "aria-label": name || null, disabled: this.ways.readOnly },
      [...first, ...options].map(([each, text]) => h("option", { value: each }, text)),
    );
    const read = () => (element.value === "" ? undefined : meant(element.value));
    return this.leaf(element, field, path, value, read, (now) => (element.value = now === undefined || now === null ? "" : String(now)));
  }

  /** A number and its unit. @param {Spec} field @param {Step[]} path @param {any} value @param {string} id @param {string} name */
  duration(field, path, value, id, name) {
    const title = name || labelOf(field);
    const amount = h("input.amount", { id, "data-key": id, "data-path": path.join("/"), type: "number", min: 0, step: "any", "aria-label": title, readonly: this.ways.readOnly });
    const unit = h("select", { "data-key": `${id}-unit`, "aria-label": `${title}: ${fieldName("unit")}`, disabled: this.ways.readOnly }, UNITS.map((each) => h("option", { value: each }, choiceName(each))));
    const show = (/** @type {any} */ now) => {
      const [, size, name_] = /^(\S+) ([a-z-]+?)s?$/.exec(now ?? "") ?? [];
      amount.value = size ?? "";
      unit.value = name_ ?? "day";
    };
    const read = () => (amount.value === "" ? undefined : `${amount.value} ${unit.value}${amount.value === "1" ? "" : "s"}`);
    const whole = this.leaf(amount, field, path, value, read, show);
    unit.addEventListener("change", () => {
      amount.dirty = true;
      amount.commit();
    });
    amount.after(unit);
    return whole;
  }

  /**
   * One value that is saved when it is left.
   * @param {any} element @param {Spec} field @param {Step[]} path @param {any} value
   * @param {() => any} read @param {(value: any) => void} show
   */
  leaf(element, field, path, value, read, show) {
    return leaf(this, element, field, path, value, read, show);
  }

  /**
   * @param {Step[]} path @param {any} value @param {any} was @param {string} name
   * @returns {Promise<any>}
   */
  async write(path, value, was, name) {
    const change = this.data.change(path, value, was);
    if (!change) return this.again(path);
    const what = fieldName(String([...change.path].reverse().find((step) => typeof step === "string") ?? name));
    const label = change.value === undefined ? say("removed_label", this.ways.title(), what) : typeof change.value === "object"
      ? say("added_label", `${this.ways.title()}, ${what}`) : say("set_label", this.ways.title(), what, brief(change.value));
    const answer = await this.ways.save(label, change.ops);
    change.done();
    return answer;
  }

  /** @param {Step[]} path @param {string} name */
  async take(path, name) {
    if (this.data.drafts.has(JSON.stringify(path))) this.data.drop(path);
    else {
      try {
        await this.write(path, undefined, this.data.value(path), name);
      } catch { /* said in the status line */ }
    }
    this.again(path);
  }

  /** @param {string} name @param {Step[]} path @returns {HTMLElement | null} */
  bin(name, path) {
    return this.ways.readOnly ? null : signButton("close", say("remove", name), () => this.take(path, name), { "data-key": `x-${path.join("-")}` });
  }
}

/** @param {Spec} field @param {Step[]} path */
function isDuration(field, path) {
  return field.kind === "text" && DURATIONS.has(String(path.at(-1)));
}

/** @param {[string, any][]} own */
function ownKeys(own) {
  return h("fieldset.group", {}, h("legend", {}, say("own_keys")), h("p.hint", {}, say("own_keys_help")),
    h("dl.facts", {}, own.map(([key, value]) => h("div", {}, h("dt", { lang: lang() }, key), h("dd", {}, typeof value === "object" ? JSON.stringify(value) : String(value))))));
}
