// @ts-check
/**
 * The data of a form: where a value stands, how it is changed, and what is begun and not complete yet. No elements.
 *
 * @typedef {string | number} Step A key of a mapping, or the place of an item in a list.
 * @typedef {{key?: string, kind: string, required?: boolean, choices?: string[], to?: string, item?: Spec,
 *   fields?: Spec[], options?: Spec[], help?: string, keys?: string, name?: string}} Spec `name`: what it is called by, if not by its key.
 * @typedef {{op: string, at: any[], value?: any, was?: any, after?: any, key?: any, to?: any[]}} Op
 */

/** @param {any} data @param {Step[]} path @returns {any} */
export function within(data, path) {
  return path.reduce((here, step) => here?.[step], data);
}

/** @param {any} one @param {any} other */
export function same(one, other) {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

/**
 * Put a value into data, or take it out; what that leaves empty goes too.
 * @param {any} data @param {Step[]} path @param {any} value `undefined` takes it out.
 */
export function put(data, path, value) {
  const [step, ...rest] = path;
  if (rest.length) {
    if (value === undefined && data[step] === undefined) return;
    data[step] ??= typeof rest[0] === "number" ? [] : {};
    put(data[step], rest, value);
    if (value === undefined && !Object.keys(data[step]).length) put(data, [step], undefined);
  } else if (value !== undefined) data[step] = value;
  else if (Array.isArray(data)) data.splice(Number(step), 1);
  else delete data[step];
}

/** An item of a list, named by what it holds, so that it is found wherever it is by then. @param {any} item */
function named(item) {
  if (typeof item !== "object" || item === null) return { is: item };
  if ("id" in item) return `#${item.id}`;
  return { is: Object.fromEntries(Object.entries(item).filter(([, value]) => typeof value !== "object")) };
}

/** Whether everything is there that must be. @param {Spec} spec @param {any} value @returns {boolean} */
export function complete(spec, value) {
  return value !== undefined && !missing(spec, value).length;
}

/** The fields that must be there, and are not. @param {Spec} spec @param {any} value @returns {string[]} */
export function missing(spec, value) {
  if (spec.kind === "one-of") {
    const option = optionOf(spec, value);
    return option ? missing(option, value) : [];
  }
  if (spec.kind !== "mapping" || typeof value !== "object") return [];
  return (spec.fields ?? []).flatMap((field) => {
    const key = /** @type {string} */ (field.key), held = value[key];
    if (held === undefined || held === "") return field.required ? [key] : [];
    return missing(field, held);
  });
}

/** Which of the options a value is. @param {Spec} spec @param {any} value @returns {Spec | undefined} */
export function optionOf(spec, value) {
  const fits = (/** @type {Spec} */ option) => {
    if (option.kind === "list") return Array.isArray(value);
    if (option.kind === "number") return typeof value === "number";
    if (option.kind === "flag") return typeof value === "boolean";
    if (option.kind === "mapping" || option.kind === "by-id") return typeof value === "object" && value !== null && !Array.isArray(value);
    return typeof value === "string";
  };
  const found = (spec.options ?? []).filter(fits);
  if (found.length < 2) return found[0];
  const score = (/** @type {Spec} */ option) => {
    const keys = new Set((option.fields ?? []).map((field) => field.key));
    const unknown = option.kind === "by-id" ? 0.5 : Object.keys(value).filter((key) => !keys.has(key)).length;
    return unknown + (option.fields ?? []).filter((field) => field.required && !(/** @type {string} */ (field.key) in value)).length;
  };
  return found.reduce((best, option) => (score(option) < score(best) ? option : best));
}

/** What an option of several is called, in words. @param {Spec} option */
export function variant(option) {
  if (option.kind !== "mapping") return `variant:${option.kind}`;
  const required = (option.fields ?? []).filter((field) => field.required && field.key !== "date");
  return `variant:${required[0]?.key ?? option.fields?.[0]?.key ?? "mapping"}`;
}

/** A value of this kind with nothing in it. @param {Spec} spec */
export function blank(spec) {
  return { mapping: {}, "by-id": {}, list: [] }[spec.kind];
}

export class Draft {
  /** @param {Spec} spec @param {any} value */
  constructor(spec, value) {
    this.spec = spec;
    this.value = value;
  }
}

/** What a form is about, and what was begun in it. */
export class Data {
  /** @param {any} part As the server gives it. */
  constructor(part) {
    this.part = part;
    /** @type {Map<string, Draft>} */
    this.drafts = new Map();
  }

  /** @param {Step[]} path @returns {any} */
  value(path) {
    const [start, draft] = this.draft(path);
    return draft ? within(draft.value, path.slice(start.length)) : within(this.part.given, path);
  }

  /** The draft that a place is in, and where it starts. @param {Step[]} path @returns {[Step[], Draft | undefined]} */
  draft(path) {
    for (let end = path.length; end > 0; end--) {
      const draft = this.drafts.get(JSON.stringify(path.slice(0, end)));
      if (draft) return [path.slice(0, end), draft];
    }
    return [[], undefined];
  }

  /** @param {Step[]} path @param {Spec} spec @param {any} value */
  begin(path, spec, value = blank(spec)) {
    this.drafts.set(JSON.stringify(path), new Draft(spec, value));
  }

  /** @param {Step[]} path */
  drop(path) {
    this.drafts.delete(JSON.stringify(path));
  }

  /** The steps to a place in the file. @param {Step[]} path */
  at(path) {
    let here = this.part.given;
    return path.reduce((steps, step) => {
      const item = here?.[step];
      steps.push(typeof step === "number" ? named(item) : step);
      here = item;
      return steps;
    }, [...this.part.at]);
  }

  /**
   * What to ask for so that a value stands at a place; nothing while that is in a draft with something missing.
   * @param {Step[]} path @param {any} value `undefined` takes it away. @param {any} was What the page saw there.
   * @returns {{ops: Op[], done: () => void, path: Step[], value: any} | null} With what is changed, which may be more than was typed.
   */
  change(path, value, was) {
    const [start, draft] = this.draft(path);
    if (draft) {
      const rest = path.slice(start.length);
      if (rest.length) put(draft.value, rest, value);
      else draft.value = value;
      if (!complete(draft.spec, draft.value)) return null;
      this.drop(start);
      return this.change(start, draft.value, within(this.part.given, start));
    }
    const place = path.at(-1), above = path.slice(0, -1);
    const list = typeof place === "number" ? within(this.part.given, above) : undefined;
    const done = () => put(this.part.given, path, value);
    /** @type {Op} */
    let op;
    if (typeof place === "number" && !list?.length) op = { op: "set", at: this.at(above), value: [value], was: null };
    else if (typeof place === "number" && place >= list.length) op = { op: "add", at: this.at(above), value };
    else if (value === undefined) op = { op: "remove", at: this.at(path), was };
    else op = { op: "set", at: this.at(path), value, was: was ?? null };
    return { ops: [op], done, path, value };
  }
}
