// @ts-check
/** Elements, made by name and text: what somebody wrote is never markup. */

/** @typedef {Node | string | null | undefined | false} Child */

/**
 * An element.
 * @param {string} name Its tag; `tag.class.other` gives it classes.
 * @param {Record<string, any>} [given] Attributes; `on…` are listeners; what is null, undefined or false is left out.
 * @param {...(Child | Child[])} children
 * @returns {any}
 */
export function h(name, given = {}, ...children) {
  const [tag, ...classes] = name.split(".");
  const element = document.createElement(tag);
  if (classes.length) element.className = classes.join(" ");
  for (const [key, value] of Object.entries(given)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key === "value") /** @type {any} */ (element).value = value;
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  for (const child of children.flat()) if (child || child === "") element.append(child);
  return element;
}

/**
 * A button with a name.
 * @param {string} text
 * @param {(event: Event) => void} press
 * @param {Record<string, any>} [given] As of `h`; `kind` are its classes.
 */
export function button(text, press, given = {}) {
  const { kind = "", ...rest } = given;
  return h(`button${kind && `.${kind}`}`, { type: "button", onclick: press, ...rest }, text);
}

const SVG = "http://www.w3.org/2000/svg";

/**
 * An element of SVG.
 * @param {string} tag
 * @param {Record<string, string | number>} given
 * @returns {any}
 */
export function svg(tag, given) {
  const element = document.createElementNS(SVG, tag);
  for (const [key, value] of Object.entries(given)) element.setAttribute(key, String(value));
  return element;
}

/** Outlines of signs, in a square of 24. */
const SIGNS = {
  undo: "M9 7 4 12l5 5M4 12h10a6 6 0 0 1 0 12",
  redo: "M15 7l5 5-5 5M20 12H10a6 6 0 0 0 0 12",
  up: "M6 14l6-6 6 6",
  down: "M6 10l6 6 6-6",
  close: "M6 6l12 12M18 6 6 18",
  plus: "M12 5v14M5 12h14",
  grip: "M9 6v.01M15 6v.01M9 12v.01M15 12v.01M9 18v.01M15 18v.01",
  bin: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13",
};

/**
 * A button with a sign; its name is what it does.
 * @param {keyof typeof SIGNS} sign
 * @param {string} name
 * @param {(event: Event) => void} press
 * @param {Record<string, any>} [given]
 */
export function signButton(sign, name, press, given = {}) {
  const made = button("", press, { kind: "sign", "aria-label": name, title: name, ...given });
  const drawn = svg("svg", { viewBox: sign === "undo" || sign === "redo" ? "0 2 24 24" : "0 0 24 24", "aria-hidden": "true" });
  drawn.append(svg("path", { d: SIGNS[sign] }));
  made.append(drawn);
  return made;
}

/**
 * The element that has the focus, as it can be found again once its surroundings were made anew.
 * @param {Element} within
 */
export function focusKey(within) {
  const active = document.activeElement;
  return active && within.contains(active) ? active.closest("[data-key]")?.getAttribute("data-key") : null;
}

/**
 * @param {Element} within
 * @param {string | null | undefined} key From `focusKey`.
 */
export function refocus(within, key) {
  if (!key) return;
  const found = within.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (found instanceof HTMLElement || found instanceof SVGElement) found.focus({ preventScroll: true });
}
