// @ts-check
/** Fields that hold others: lists, mappings, mappings by id, and what may be written in one of several ways. */

import { button, h } from "./dom.js";
import { blank, missing, optionOf, variant } from "./form.js";
import { brief, labelOf } from "./leaf.js";
import { choiceName, fieldName } from "./terms.js";
import { say } from "./words.js";

/** @typedef {import("./form.js").Spec} Spec @typedef {import("./form.js").Step} Step @typedef {import("./fields.js").Form} Form */

/** Fields of a part that are shown even where they are empty: what people fill in. */
const USUAL = new Set(["importance", "experience", "source", "quote", "note", "mean", "n", "sd", "feeling", "doing", "due", "done"]);

/** @param {Form} form @param {Spec} field @param {Step[]} path @param {any[]} value @returns {HTMLElement} */
export function list(form, field, path, value) {
  const item = /** @type {Spec} */ (field.item), name = labelOf(field, path);
  if (item.kind === "ref" || item.kind === "choice") return chosen(form, item, path, value, name);
  const drafted = form.data.drafts.has(JSON.stringify([...path, value.length]));
  const all = drafted ? [...value, undefined] : value;
  const simple = !["mapping", "by-id", "one-of", "list"].includes(item.kind) || scalars(item);
  const items = all.map((_, i) => {
    const place = [...path, i], id = `f-${place.join("-")}`, each = `${name} ${i + 1}`;
    const held = form.data.value(place);
    const control = form.control(item, place, held, id, each);
    return simple
      ? h("li.simple", {}, control, form.bin(each, place))
      : h("li", {}, h("fieldset.item", { "data-path": place.join("/") }, h("legend", {}, heading(held) || each), form.bin(each, place), control, lacks(form, item, place)));
  });
  const adding = form.ways.readOnly || drafted ? null : button(`+ ${say("add")}`, () => {
    const place = [...path, value.length];
    form.data.begin(place, item, simple || item.kind === "one-of" ? undefined : blank(item));
    form.again(path);
    form.into(place);
  }, { kind: "quiet", "data-key": `add-${path.join("-")}`, "aria-label": say("add_item", name) });
  return h("div.list", {}, items.length ? h("ul", {}, items) : null, adding);
}

/** What a draft lacks before it can be written. @param {Form} form @param {Spec} spec @param {Step[]} path */
function lacks(form, spec, path) {
  const draft = form.data.drafts.get(JSON.stringify(path));
  const names = draft ? missing(spec, draft.value ?? {}).map(fieldName) : [];
  return names.length ? h("p.lacks", {}, say("needs_too", names.join(", "))) : null;
}

/** Several of a list: those chosen, and one more. @param {Form} form @param {Spec} item @param {Step[]} path @param {any[]} value @param {string} name */
function chosen(form, item, path, value, name) {
  const options = item.kind === "choice"
    ? (item.choices ?? []).map((each) => /** @type {[string, string]} */ ([each, choiceName(each)])) : form.refs(item, undefined);
  const named = new Map(options);
  const rest = options.filter(([each]) => !value.includes(each));
  const picker = h("select", { "data-key": `pick-${path.join("-")}`, "aria-label": say("add_item", name) },
    h("option", { value: "" }, `${say("add")} …`), rest.map(([each, text]) => h("option", { value: each }, text)));
  picker.addEventListener("change", async () => {
    if (!picker.value) return;
    try {
      await form.write([...path, value.length], picker.value, undefined, name);
    } catch { /* said in the status line */ }
    form.again(path);
  });
  return h("div.chosen", {},
    value.map((each, i) => h("span.tag", {}, named.get(each) ?? String(each), form.bin(named.get(each) ?? String(each), [...path, i]))),
    form.ways.readOnly || !rest.length ? null : picker);
}

/** @param {Form} form @param {Spec} field @param {Step[]} path @param {any} value @returns {HTMLElement} */
export function mapping(form, field, path, value) {
  const fields = field.fields ?? [];
  const few = fields.length <= 4;
  const begun = form.data.drafts.has(JSON.stringify(path));
  const shown = fields.filter((each) => few || USUAL.has(String(each.key)) || form.shows(each, path, value, form.asked));
  const chips = few ? null : form.chips(fields.filter((each) => !shown.includes(each)), path, value, form.asked, () => form.again(path));
  return h("div.mapping", {},
    shown.map((each) => form.field(each, [...path, /** @type {string} */ (each.key)])), chips, begun && typeof path.at(-1) !== "number" ? lacks(form, field, path) : null);
}

/** @param {Form} form @param {Spec} field @param {Step[]} path @param {any} value @returns {HTMLElement} */
export function byId(form, field, path, value) {
  const item = /** @type {Spec} */ (field.item), name = labelOf(field, path);
  const drafts = [...form.data.drafts.keys()].map((key) => JSON.parse(key))
    .filter((place) => place.length === path.length + 1 && path.every((step, i) => step === place[i]) && !(place.at(-1) in value)).map((place) => place.at(-1));
  const to = field.keys ?? "";
  const simple = !["mapping", "by-id", "list", "one-of"].includes(item.kind) || scalars(item);
  const items = [...Object.keys(value), ...drafts].map((key) => {
    const place = [...path, key], title = to ? form.ways.nameOf(to, key) : key;
    const control = form.control(item, place, form.data.value(place), `f-${place.join("-")}`, title);
    return simple
      ? h("div.pair", { "data-path": place.join("/") }, h("span.key", {}, title), control, form.bin(title, place))
      : h("fieldset.item", { "data-path": place.join("/") }, h("legend", {}, to === "personas" ? say("for_persona", title) : title), form.bin(title, place), control, lacks(form, item, place));
  });
  return h("div.by-id", {}, items, form.ways.readOnly ? null : newKey(form, item, path, to, new Set([...Object.keys(value), ...drafts]), name));
}

/** A new key of a mapping: one of those that are known, or whatever is typed. @param {Form} form @param {Spec} item @param {Step[]} path @param {string} to @param {Set<string>} taken @param {string} name */
function newKey(form, item, path, to, taken, name) {
  const begin = (/** @type {string} */ key) => {
    if (!key || taken.has(key)) return;
    const place = [...path, key];
    form.data.begin(place, item, item.kind === "one-of" ? undefined : blank(item));
    form.again(path);
    form.into(place);
  };
  if (to) {
    const rest = form.ways.choices(to).filter((each) => !taken.has(each.id));
    if (!rest.length) return null;
    const picker = h("select", { "aria-label": say("add_item", name), "data-key": `pick-${path.join("-")}` },
      h("option", { value: "" }, `${say("add")} …`), rest.map((each) => h("option", { value: each.id }, each.title)));
    picker.addEventListener("change", () => begin(picker.value));
    return picker;
  }
  const key = h("input", { type: "text", "aria-label": `${name}: ${say("label")}`, placeholder: say("label"), "data-key": `key-${path.join("-")}` });
  key.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => event.key === "Enter" && begin(key.value.trim()));
  return h("div.pair.adding", {}, key, button(say("add"), () => begin(key.value.trim()), { kind: "quiet" }));
}

/** @param {Form} form @param {Spec} field @param {Step[]} path @param {any} value @returns {HTMLElement} */
export function oneOf(form, field, path, value) {
  const options = field.options ?? [], name = labelOf(field, path);
  const draft = form.data.drafts.get(JSON.stringify(path));
  const begun = draft && draft.spec !== field ? draft.spec : undefined;
  const current = begun ?? (value === undefined ? undefined : optionOf(field, value)) ?? options[0];
  const id = `f-${path.join("-")}`;
  const picker = h("select.kind", { "aria-label": say("as_kind", name), "data-key": `kind-${path.join("-")}`, disabled: form.ways.readOnly },
    options.map((option, i) => h("option", { value: String(i) }, choiceName(variant(option)))));
  picker.value = String(options.indexOf(current));
  picker.addEventListener("change", () => {
    const option = options[Number(picker.value)];
    const own = value !== undefined && optionOf(field, value) === option;
    form.data.drop(path);
    if (!own || typeof path.at(-1) === "number") form.data.begin(path, option, carried(option, value));
    form.again(path);
    form.into(path);
  });
  const scalar = current.kind === "number" || current.kind === "text";
  const control = form.control(current, path, scalar && typeof value === "object" ? undefined : value, id, name);
  if (scalar) return h("div.one-of.scalar", { "data-path": path.join("/") }, control, picker);
  return h("div.one-of", { "data-path": path.join("/") }, picker, control, begun ? lacks(form, current, path) : null);
}

/** What goes along where a value is to be written in another way. @param {Spec} option @param {any} value */
function carried(option, value) {
  const figure = typeof value === "number" ? value : (value?.mark ?? value?.mean);
  if (option.kind === "list") return value === undefined || Array.isArray(value) ? [] : [value];
  if (option.kind === "number") return undefined;
  const made = /** @type {any} */ (blank(option));
  for (const field of option.kind === "mapping" ? option.fields ?? [] : []) {
    if ((field.key === "mark" || field.key === "mean") && figure !== undefined) made[field.key] = figure;
    else if (value?.[/** @type {string} */ (field.key)] !== undefined) made[/** @type {string} */ (field.key)] = value[/** @type {string} */ (field.key)];
  }
  return made;
}

/** Whether a field is a text or a number, whichever was typed. @param {Spec} field */
export function scalars(field) {
  return field.kind === "one-of" && (field.options ?? []).length === 2 && (field.options ?? []).every((each) => each.kind === "number" || each.kind === "text");
}

/** What an item is called by what it holds. @param {any} held */
function heading(held) {
  if (typeof held !== "object" || held === null) return "";
  return brief(held.title ?? held.quote ?? held.note ?? held.what ?? held.source ?? held.date ?? held.to ?? held.url ?? "");
}
