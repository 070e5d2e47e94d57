// @ts-check
/** A question in front of the page. */

import { h } from "./dom.js";

/**
 * Ask something, and wait for the answer.
 * @param {string} title @param {any[]} content @param {[string, string, string][]} answers Value, words, kind.
 * @returns {Promise<string>}
 */
export function ask(title, content, answers) {
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
