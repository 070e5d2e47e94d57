// @ts-check
/** One value of a form: saved when it is left, kept while it is typed, with what is said of it beside it. */

import { button, h } from "./dom.js";
import { same, within } from "./form.js";
import { fieldName } from "./terms.js";
import { number, say } from "./words.js";

/** @typedef {import("./form.js").Spec} Spec @typedef {import("./form.js").Step} Step */

/**
 * One value that is saved when it is left.
 * @param {import("./fields.js").Form} form What it is in.
 * @param {any} element @param {Spec} field @param {Step[]} path @param {any} value
 * @param {() => any} read @param {(value: any) => void} show
 */
export function leaf(form, element, field, path, value, read, show) {
  let seen = value;
  const note = h("div.beside", { id: `${element.id}-note` });
  const mark = (/** @type {string} */ kind, /** @type {any[]} */ ...said) => {
    note.className = `beside ${kind}`;
    note.replaceChildren(...said);
    if (said.length) element.setAttribute("aria-describedby", note.id);
    else element.removeAttribute("aria-describedby");
    if (kind === "wrong") element.setAttribute("aria-invalid", "true");
    else element.removeAttribute("aria-invalid");
  };
  const save = async (/** @type {any} */ wanted, /** @type {any} */ was) => {
    if (wanted === undefined && field.required && !form.data.draft(path)[1] && typeof path.at(-1) !== "number") {
      show(seen);
      element.dirty = false;
      return;
    }
    try {
      await form.write(path, wanted, was, labelOf(field));
      seen = wanted;
      element.dirty = false;
      mark("");
      const again = !element.isConnected || typeof path.at(-1) === "number" || element.tagName === "SELECT";
      if (again) form.again(path);
      else form.known(String(path[0]));
    } catch (/** @type {any} */ problem) {
      if (problem.status === 409) conflict(problem);
      else mark("wrong", h("p", {}, problem.message), problem.help ? h("p", {}, problem.help) : null);
    }
  };
  const conflict = (/** @type {any} */ problem) => {
    const now = "now" in problem.more ? problem.more.now : within(form.data.part.given, path);
    const mine = read();
    const row = (/** @type {string} */ name, /** @type {any} */ held) => h("div", {}, h("dt", {}, name), h("dd", {}, shown(held)));
    mark(
      "conflict",
      h("p", {}, say("conflict")),
      h("dl", {}, row(say("in_file"), now), row(say("yours"), mine)),
      h("div.buttons", {},
        button(say("take_file"), () => {
          seen = now ?? undefined;
          show(seen);
          element.dirty = false;
          mark("");
          element.focus();
        }),
        button(say("take_mine"), () => save(read(), now)),
      ),
    );
  };
  element.commit = () => {
    const wanted = read();
    if (same(wanted, seen)) {
      element.dirty = false;
      if (!note.classList.contains("news")) mark("");
      return;
    }
    return save(wanted, seen);
  };
  element.news = () => {
    const now = form.data.value(path);
    if (same(now, seen)) return mark("");
    mark("news", h("p", {}, say("news", shown(now))), button(say("take_news"), () => {
      seen = now;
      show(now);
      element.dirty = false;
      mark("");
      element.focus();
    }));
  };
  element.addEventListener("input", () => (element.dirty = true));
  element.addEventListener(element.type === "date" ? "blur" : "change", () => element.commit());
  element.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape" && element.dirty) {
      event.stopPropagation();
      show(seen);
      element.dirty = false;
      mark("");
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) element.commit();
  });
  show(typeof value === "string" ? value.trimEnd() : value);
  return h("div.leaf", {}, h("div.line", {}, element), note);
}

/** @param {any} value */
export function brief(value) {
  const text = typeof value === "number" ? number(value) : typeof value === "boolean" ? say(value ? "yes" : "no") : String(value);
  return text.length > 48 ? `${text.slice(0, 47)}…` : text;
}

/** @param {any} value */
export function shown(value) {
  if (value === undefined || value === null) return say("empty");
  if (typeof value === "object") return Object.entries(value).map(([key, each]) => `${fieldName(key)} ${typeof each === "object" ? "…" : each}`).join(", ");
  return brief(value);
}

/** @param {Spec} field @param {Step[]} [path] */
export function labelOf(field, path = []) {
  return fieldName(field.name ?? field.key ?? String([...path].reverse().find((step) => typeof step === "string") ?? ""));
}
