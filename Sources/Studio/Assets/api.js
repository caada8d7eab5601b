// The one door to the server: calls, their errors, and the stream of events.
import { t } from "./strings.js";

/** What the server refused or could not do, with a hint where it knows one. */
export class StudioError extends Error {
  constructor(message, { hint = null, place = null, status = 0 } = {}) {
    super(message);
    Object.assign(this, { name: "StudioError", hint, place, status });
  }
}

/** A query string of the values that are set. */
export function queryOf(values) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values ?? {})) {
    if (value !== null && value !== undefined && value !== "") query.set(name, value);
  }
  const text = query.toString();
  return text ? `?${text}` : "";
}

async function request(method, path, { query, body, signal } = {}) {
  let response;
  try {
    response = await fetch(`/api/${path}${queryOf(query)}`, {
      method, signal, headers: body === undefined ? {} : { "Content-Type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new StudioError(t("The studio does not answer."), { hint: t("Is `hilal serve` still running?") });
  }
  if (response.ok) return response;
  const told = await response.json().catch(() => ({}));
  const isLockedOut = response.status === 401 || response.status === 403;
  throw new StudioError(told.error?.message ?? t("The studio answered {status}.", { status: response.status }), {
    hint: told.error?.hint ?? (isLockedOut ? t("Open the address that `hilal serve` printed, with its token.") : null),
    place: told.error?.place, status: response.status,
  });
}

async function json(method, path, options) {
  const response = await request(method, path, options);
  const text = await response.text();
  return text ? JSON.parse(text) : null;
}

const inPack = (pack, path) => `packs/${encodeURIComponent(pack)}/${path}`;

export const api = {
  state: () => json("GET", "state"),
  findings: (query, signal) => json("GET", "findings", { query, signal }),
  articles: (query, signal) => json("GET", "articles", { query, signal }),
  article: (id, signal) => json("GET", "article", { query: { id }, signal }),
  values: (field) => json("GET", "values", { query: { field } }),
  charts: (query, signal) => json("GET", "charts", { query, signal }),
  files: (pack) => json("GET", inPack(pack, "files")),
  file: (pack, path) => json("GET", inPack(pack, "file"), { query: { path } }),
  save: (pack, body) => json("PUT", inPack(pack, "file"), { body }),
  check: (body, signal) => json("POST", "check", { body, signal }),
  play: (body, signal) => json("POST", "play", { body, signal }),
  addCase: (body) => json("POST", "cases", { body }),
  label: (key, verdict) => json("PUT", "labels", { body: { key, verdict } }),
  labels: () => json("GET", "labels"),
  scriptNames: () => json("GET", "api"),
};

/** Why the stream broke: the server is gone, or it is another one that does not know this page. */
async function whyLost() {
  try {
    const { status } = await fetch("/api/state", { signal: AbortSignal.timeout(5000) });
    return status === 401 || status === 403 ? "locked" : "gone";
  } catch {
    return "gone";
  }
}

/**
 * Listens to the server. `handlers` are called with the data of the event of their name; `onConnection("gone")` or
 * `onConnection("locked")` when the stream breaks, `onConnection(null)` when it is there.
 */
export function listen(handlers, onConnection) {
  let wait = 500;
  const open = () => {
    const source = new EventSource("/api/events");
    for (const [name, handler] of Object.entries(handlers)) {
      source.addEventListener(name, (event) => handler(JSON.parse(event.data)));
    }
    source.onopen = () => {
      wait = 500;
      onConnection(null);
    };
    source.onerror = async () => {
      // The browser tries again by itself unless the server refused; we wait longer each time, up to 10 s.
      source.close();
      onConnection(await whyLost());
      setTimeout(open, wait);
      wait = Math.min(wait * 2, 10_000);
    };
  };
  open();
}
