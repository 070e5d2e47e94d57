// @ts-check
/** Calls of the server: the secret, reading, writing in turn, and the stream of news. */

/** What the server refuses, as it says so. */
export class Problem extends Error {
  /** @param {number} status @param {any} error */
  constructor(status, error) {
    super(error.message ?? String(status));
    this.status = status;
    this.code = error.code ?? "";
    this.help = error.help ?? "";
    /** What stands beside the message: `now`, `was`, `file`, `findings`, … @type {any} */
    this.more = error;
  }
}

const KEY = "cxmap-studio";

/** Take the secret out of the address, where nobody can copy it from. */
export function takeSecret() {
  const given = /^#k=([\w-]+)(.*)$/.exec(location.hash);
  if (given) {
    sessionStorage.setItem(KEY, given[1]);
    history.replaceState(null, "", location.pathname + (given[2].startsWith("/") ? `#${given[2]}` : ""));
  }
  return sessionStorage.getItem(KEY) !== null;
}

const headers = () => ({ "X-Cxmap-Token": sessionStorage.getItem(KEY) ?? "" });

/** The bases of files as last seen. @type {Record<string, string>} */
const bases = {};

/** @param {any} answer */
function learn(answer) {
  if (answer.bases) Object.assign(bases, answer.bases);
  if (answer.file && answer.base) bases[answer.file] = answer.base;
  for (const [file, known] of Object.entries(answer.files ?? {})) if (known?.base) bases[file] = known.base;
  return answer;
}

/** @param {string} path @param {RequestInit} [more] */
async function call(path, more = {}) {
  const answer = await fetch(`/api/${path}`, { ...more, headers: { ...headers(), ...more.headers } });
  const data = await answer.json();
  if (!answer.ok) throw new Problem(answer.status, data.error ?? {});
  return learn(data);
}

/** @param {string} path */
export const get = (path) => call(path);

/** Writes wait for each other, so that each knows what the one before it did. @type {Promise<any>} */
let turn = Promise.resolve();

/** @param {string} path @param {() => any} body Made when it is its turn. */
function post(path, body) {
  const sent = turn.then(() =>
    call(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body()) }),
  );
  turn = sent.catch(() => null);
  return sent;
}

/**
 * Change files: all of them, or none.
 * @param {string} label What it does, for the list of changes.
 * @param {Record<string, any[]>} ops By file.
 */
export function edit(label, ops) {
  return post("edit", () => ({
    label,
    edits: Object.entries(ops).map(([file, each]) => ({ file, base: bases[file], ops: each })),
  }));
}

/** @param {number} version */
export const undo = (version) => post("undo", () => ({ version }));
/** @param {number} version */
export const redo = (version) => post("redo", () => ({ version }));
/** @param {any} wanted */
export const create = (wanted) => post("new", () => wanted);
/** @param {any} finding */
export const fix = (finding) =>
  post("fix", () => ({ file: finding.file, base: bases[finding.file], code: finding.code, line: finding.line }));

/**
 * A chart. It is parsed as XML by the browser: nothing of it goes through a sink for HTML.
 * @param {string} path
 * @returns {Promise<{document: Document, asOf: string}>}
 */
export function chart(path) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("GET", `/api/chart/${path}`);
    request.responseType = "document";
    request.overrideMimeType("image/svg+xml");
    for (const [name, value] of Object.entries(headers())) request.setRequestHeader(name, value);
    request.onload = () => {
      if (request.status === 200 && request.responseXML) {
        resolve({ document: request.responseXML, asOf: decodeURIComponent(request.getResponseHeader("X-Cxmap-As-Of") ?? "") });
      } else get(`chart/${path}`).then(() => reject(new Problem(request.status, {})), reject);
    };
    request.onerror = () => reject(new TypeError("network"));
    request.send();
  });
}

/**
 * Listen to news until the page is left. A stream that breaks off is asked for again.
 * @param {(news: {version: number, files: string[]}) => void} told
 * @param {(there: boolean) => void} state Whether the server answers.
 */
export async function listen(told, state) {
  for (;;) {
    try {
      const answer = await fetch("/api/events", { headers: headers() });
      if (!answer.ok || !answer.body) throw new Problem(answer.status, {});
      state(true);
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      let text = "";
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        text += value;
        const lines = text.split("\n");
        text = lines.pop() ?? "";
        for (const line of lines) if (line.startsWith("data:")) told(JSON.parse(line.slice(5)));
      }
    } catch (error) {
      if (error instanceof Problem && error.status === 401) return;
    }
    state(false);
    await new Promise((resolve) => setTimeout(resolve, 1500));
  }
}
