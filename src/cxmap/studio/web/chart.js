// @ts-check
/** A chart in the page: its colours, its links, and marks that can be dragged or moved with keys. */

import { svg } from "./dom.js";
import { number, say } from "./words.js";

/**
 * @typedef {{about: string, touchpoint: string, persona: string, kind: string, title: string, name: string,
 *   value: number | null, editable: boolean, why: string | null, given_by?: string, at: any[], was: any, line: number}} Score
 * @typedef {{min: number, max: number, left: number, top: number, right: number, bottom: number}} Panel
 * @typedef {{score: Score, marks: SVGGraphicsElement[], x: number, y: number, panel: Panel, handle: any, value: number, drawn: number,
 *   whole?: SVGGraphicsElement[]}} Point
 */

const HIT = 28; // pixels: what a finger or an unsteady hand can hit
const IDLE = 450; // milliseconds after the last key: a mark is saved once, wherever it went

/** How far one key moves a mark. @param {{min: number, max: number}} scale */
export function stepOf(scale) {
  const range = scale.max - scale.min;
  return range > 20 ? 1 : range >= 4 ? 0.5 : range >= 1 ? 0.1 : 0.01;
}

/** Nearest step of a scale. @param {number} value @param {{min: number, max: number}} scale */
function snapped(value, scale) {
  const step = stepOf(scale);
  const near = Math.round(value / step) * step;
  return Number(Math.min(scale.max, Math.max(scale.min, near)).toFixed(4));
}

export class Chart {
  /**
   * @param {HTMLElement} place Where it is.
   * @param {{open: (about: string) => void, save: (score: Score, value: number) => Promise<boolean>,
   *   refused: (score: Score) => void, field: (about: string) => void}} ways What a page does.
   */
  constructor(place, ways) {
    this.place = place;
    this.ways = ways;
    /** @type {SVGSVGElement | null} */
    this.root = null;
    /** @type {Point[]} */
    this.points = [];
    /** The one stop among the points that Tab comes to. */
    this.stop = "";
    /** @type {any} */
    this.waiting = null;
    /** How a mark is held that is being dragged. @type {{from: number, start: number, moved: boolean} | null} */
    this.held = null;
    /** Draw what came while a mark was being moved. @type {(() => void) | null} */
    this.missed = null;
    this.sizes = new ResizeObserver(() => this.size());
    this.sizes.observe(place);
    new MutationObserver(() => this.size()).observe(document.documentElement, { attributeFilter: ["class"] });
  }

  /** Whether somebody is just moving a mark. */
  get busy() {
    return this.waiting !== null || this.place.querySelector(".dragged") !== null;
  }

  /**
   * Show a chart in place of the one before.
   * @param {Document} drawn
   * @param {Score[]} scores
   */
  show(drawn, scores) {
    const focused = document.activeElement?.getAttribute("data-point");
    const root = /** @type {any} */ (document.adoptNode(drawn.documentElement));
    this.root = root;
    const box = root.viewBox.baseVal;
    this.place.style.setProperty("--chart-width", `${Math.round(Math.min(box.width * 1.34, 2400))}px`);
    root.removeAttribute("width");
    root.removeAttribute("height");
    root.setAttribute("role", "group");
    this.points = [];
    this.place.replaceChildren(root);
    for (const mark of root.querySelectorAll("[data-about]")) this.link(mark);
    this.handles(scores);
    this.size();
    if (focused) this.points.find((point) => point.score.about === focused)?.handle.focus({ preventScroll: true });
  }

  /** What a touchpoint's or stage's title leads to. @param {any} mark */
  link(mark) {
    const about = mark.getAttribute("data-about");
    mark.classList.add("leads");
    mark.addEventListener("click", () => this.ways.open(about));
  }

  /** @param {Score[]} scores */
  handles(scores) {
    const root = /** @type {any} */ (this.root);
    const panels = [...root.querySelectorAll('[data-scale="experience"]')].map((each) => ({
      min: Number(each.dataset.min), max: Number(each.dataset.max), left: Number(each.dataset.left),
      top: Number(each.dataset.top), right: Number(each.dataset.right), bottom: Number(each.dataset.bottom),
    }));
    const layer = svg("g", { class: "handles" });
    for (const score of scores) {
      if (score.kind === "importance" || score.value === null) continue;
      const marks = /** @type {SVGGraphicsElement[]} */ ([...root.querySelectorAll(`[data-about="${CSS.escape(score.about)}"]`)]);
      if (!marks.length) continue;
      const { x, y } = middle(marks[0]);
      const panel = panels.find((each) => y >= each.top - 1 && y <= each.bottom + 1 && x >= each.left - 1 && x <= each.right + 1);
      if (!panel) continue;
      const handle = svg("rect", {
        x, y, width: 1, height: 1, class: score.editable ? "handle" : "handle fixed", "data-point": score.about, role: "slider", tabindex: -1,
        "aria-orientation": "vertical", "aria-valuemin": panel.min, "aria-valuemax": panel.max,
        "aria-label": `${score.title}, ${score.name}, ${say(score.kind)}`,
      });
      if (!score.editable) handle.setAttribute("aria-readonly", "true");
      const point = { score, marks, x, y, panel, handle, value: score.value, drawn: score.value };
      this.say(point);
      this.hold(point);
      this.points.push(point);
      layer.append(handle);
    }
    root.append(layer);
    if (!this.points.some((point) => point.score.about === this.stop)) this.stop = this.points[0]?.score.about ?? "";
    for (const point of this.points) point.handle.setAttribute("tabindex", point.score.about === this.stop ? 0 : -1);
  }

  /** Handles are as large on the screen whatever the size of the chart. */
  size() {
    const scale = this.root?.getScreenCTM()?.a;
    if (!scale) return;
    const side = HIT / scale;
    for (const { handle, x, y } of this.points) {
      for (const [name, value] of Object.entries({ x: x - side / 2, y: y - side / 2, width: side, height: side, rx: 4 / scale })) {
        handle.setAttribute(name, value);
      }
    }
  }

  /** @param {Point} point */
  say({ score, handle, value, panel }) {
    handle.setAttribute("aria-valuenow", value);
    const said = say("value_text", score.name, score.title, number(value), number(panel.max));
    handle.setAttribute("aria-valuetext", score.editable ? said : `${said}, ${say("measured")}`);
  }

  /** @param {Point} point */
  hold(point) {
    const { handle } = point;
    handle.addEventListener("pointerdown", (/** @type {PointerEvent} */ event) => {
      if (event.button) return;
      event.preventDefault();
      const held = this.nearest(event) ?? point; // areas that overlap are as large as each of them has to be
      held.handle.focus({ preventScroll: true });
      held.handle.setPointerCapture(event.pointerId);
      held.handle.classList.add("dragged");
      this.held = { from: event.clientY, start: held.value, moved: false };
    });
    handle.addEventListener("pointermove", (/** @type {PointerEvent} */ event) => this.pull(point, event));
    handle.addEventListener("pointerup", () => {
      const { held } = this;
      if (!held) return;
      this.held = null;
      handle.classList.remove("dragged");
      if (!held.moved) this.ways.open(point.score.about);
      else if (!point.score.editable) this.ways.refused(point.score);
      else this.save(point);
    });
    handle.addEventListener("pointercancel", () => {
      this.held = null;
      handle.classList.remove("dragged");
      this.back(point);
    });
    handle.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => this.key(point, event));
    handle.addEventListener("blur", () => this.flush());
    handle.addEventListener("focus", () => this.roam(point));
  }

  /** The point that is nearest to the pointer. @param {PointerEvent} event */
  nearest(event) {
    const matrix = /** @type {any} */ (this.root).getScreenCTM().inverse();
    const place = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
    const far = (/** @type {Point} */ { x, y }) => Math.hypot(x - place.x, y - place.y);
    return this.points.reduce((/** @type {Point | null} */ best, point) => (!best || far(point) < far(best) ? point : best), null);
  }

  /** @param {Point} point @param {PointerEvent} event */
  pull(point, event) {
    const { held } = this, { panel } = point;
    if (!held || !point.handle.hasPointerCapture(event.pointerId)) return;
    if (Math.abs(event.clientY - held.from) > 3) held.moved = true;
    if (!held.moved || !point.score.editable) return;
    const scale = /** @type {any} */ (this.root).getScreenCTM().a;
    const way = ((held.from - event.clientY) / scale / (panel.bottom - panel.top)) * (panel.max - panel.min);
    this.preview(point, snapped(held.start + way, panel));
  }

  /** @param {Point} point @param {KeyboardEvent} event */
  key(point, event) {
    const { score, panel } = point, step = stepOf(panel);
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = this.points.indexOf(point);
    const next = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const by = { ArrowUp: step, ArrowDown: -step, PageUp: 2 * step, PageDown: -2 * step }[event.key];
    const to = { Home: panel.min, End: panel.max }[event.key];
    if (next) this.points[at + next]?.handle.focus();
    else if (by !== undefined || to !== undefined) {
      if (!score.editable) this.ways.refused(score);
      else {
        this.preview(point, snapped(to ?? point.value + (by ?? 0), panel));
        clearTimeout(this.waiting?.timer);
        this.waiting = { point, timer: setTimeout(() => this.flush(), IDLE) };
      }
    } else if (event.key === "Enter") this.ways.field(score.about);
    else if (event.key === " ") this.ways.open(score.about);
    else if (event.key === "Escape" && this.waiting) {
      clearTimeout(this.waiting.timer);
      this.waiting = null;
      this.back(point);
    } else return;
    event.preventDefault();
  }

  flush() {
    if (!this.waiting) return;
    const { point, timer } = this.waiting;
    clearTimeout(timer);
    this.waiting = null;
    this.save(point);
  }

  /** @param {Point} point */
  async save(point) {
    if (point.value === point.score.value || !(await this.ways.save(point.score, point.value))) this.back(point);
  }

  /** Nothing was changed. @param {Point} point */
  back(point) {
    this.preview(point, /** @type {number} */ (point.score.value));
    const { missed } = this;
    this.missed = null;
    missed?.();
  }

  /** @param {Point} point */
  roam(point) {
    this.stop = point.score.about;
    for (const each of this.points) each.handle.setAttribute("tabindex", each === point ? 0 : -1);
  }

  /**
   * Show a mark where it would be: with the lines that end in it, and the figures before and after.
   * @param {Point} point
   * @param {number} value
   */
  preview(point, value) {
    const { score, panel, marks, x, drawn } = point;
    const root = /** @type {any} */ (this.root);
    const height = (/** @type {number} */ each) => panel.bottom - ((panel.bottom - panel.top) * (each - panel.min)) / (panel.max - panel.min);
    const before = height(drawn), after = height(value);
    const shift = after - before;
    point.value = value;
    point.y = before + shift;
    point.whole ??= [...halos(root, x, before, marks), ...marks];
    for (const mark of point.whole) {
      mark.setAttribute("transform", `translate(0 ${shift})`);
      mark.parentNode?.append(mark); // above whatever it passes
    }
    if (score.kind === "experience") bend(root, x, before, point.y);
    root.querySelector(".said")?.remove();
    if (value !== drawn) {
      const text = svg("text", { class: "said", x: x + 10, y: point.y - 8 });
      text.textContent = `${number(drawn)} → ${number(value)}`;
      if (x > root.viewBox.baseVal.width - 90) {
        text.setAttribute("text-anchor", "end");
        text.setAttribute("x", x - 10);
      }
      root.append(text);
    }
    this.say(point);
    this.size();
  }
}

/** @param {SVGGraphicsElement} mark */
function middle(mark) {
  const box = mark.getBBox();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** What lies under a mark and belongs to it. @param {any} root @param {number} x @param {number} y @param {any[]} marks */
function halos(root, x, y, marks) {
  return [...root.querySelectorAll("path:not([id]):not([data-about])")].filter((path) => {
    const box = path.getBBox();
    return !marks.includes(path) && box.width < 24 && box.height < 24 && Math.hypot(box.x + box.width / 2 - x, box.y + box.height / 2 - y) < 0.8;
  });
}

/** The straight lines that end in a point go along with it. @param {any} root @param {number} x @param {number} before @param {number} after */
function bend(root, x, before, after) {
  for (const leg of root.querySelectorAll('path[id*="-leg-"]')) {
    leg.dataset.drawn ??= leg.getAttribute("d");
    const ends = /^M(\S+) (\S+)L(\S+) (\S+)$/.exec(leg.dataset.drawn)?.slice(1).map(Number);
    if (!ends) continue;
    const near = [0, 2].map((i) => Math.hypot(ends[i] - x, ends[i + 1] - before) < 2.5);
    if (near[0]) ends[1] += after - before;
    if (near[1]) ends[3] += after - before;
    if (near[0] || near[1]) leg.setAttribute("d", `M${ends[0]} ${ends[1]}L${ends[2]} ${ends[3]}`);
  }
}
