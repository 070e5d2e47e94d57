// @ts-check
/** Undo and redo: two buttons, keys, and the list of what was changed since the start. */

import { button, h, signButton } from "./dom.js";
import { say } from "./words.js";

export class History {
  /** @param {any} app */
  constructor(app) {
    this.app = app;
    this.root = h("div.history");
    this.list = h("div.popover", { popover: "auto", id: "history", role: "dialog", "aria-label": say("history_title") });
    document.addEventListener("keydown", (event) => this.key(event));
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || this.app.readOnly) return;
    const key = event.key.toLowerCase(), back = key === "z" && !event.shiftKey, forth = (key === "z" && event.shiftKey) || key === "y";
    const field = /** @type {any} */ (document.activeElement);
    if ((!back && !forth) || field?.dirty || (field?.closest?.("form") && field.value)) return; // a field undoes its own typing
    event.preventDefault();
    if (back) this.app.work.undo();
    else this.app.work.redo();
  }

  show() {
    const { project, readOnly } = this.app;
    const focused = document.activeElement?.getAttribute("data-key");
    const edits = project.edits ?? [];
    const count = button(say("history"), () => {}, { popovertarget: "history", "data-key": "history" });
    if (edits.length) count.append(h("span.count", {}, String(edits.length)));
    const named = (/** @type {string} */ what, /** @type {any} */ edit) => (edit ? `${say(what)}: ${edit.label}` : say(what));
    this.root.replaceChildren(...(readOnly ? [h("span.badge", {}, say("read_only"))] : [
      signButton("undo", named("undo", project.undo), () => this.app.work.undo(), { "data-key": "undo", disabled: !project.undo, "aria-keyshortcuts": "Control+Z" }),
      signButton("redo", named("redo", project.redo), () => this.app.work.redo(), { "data-key": "redo", disabled: !project.redo, "aria-keyshortcuts": "Control+Shift+Z" }),
      count, this.list,
    ]));
    if (focused && ["undo", "redo", "history"].includes(focused)) /** @type {any} */ (this.root.querySelector(`[data-key="${focused}"]`))?.focus();
    this.list.replaceChildren(
      h("h2", {}, say("history_title")),
      edits.length ? h("ol", {}, [...edits].reverse().map((/** @type {any} */ edit) => h("li", {}, h("p", {}, edit.label),
        edit.changes.map((/** @type {any} */ change) => h("p.hint", {}, h("a", { href: `#/file/${change.file}:${change.line}` }, say("place", change.file, change.line)),
          h("span.diff", {}, ` −${change.removed} +${change.added}`)))))) : h("p.hint", {}, say("no_history")),
      h("p.hint", {}, say("never_commits")),
    );
  }
}
