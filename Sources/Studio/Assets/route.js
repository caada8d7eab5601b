// The address behind # says what is shown, so that back, forward, bookmarks and links work.
import { queryOf } from "./api.js";

/** `#/archive?rule=vow` as {view, query}; an unknown address is the archive. */
export function currentRoute() {
  const [path, query = ""] = location.hash.replace(/^#\/?/, "").split("?");
  return { view: path.split("/")[0] || "archive", query: Object.fromEntries(new URLSearchParams(query)) };
}

/** The address of a view. */
export function hrefOf(view, query = {}) {
  return `#/${view}${queryOf(query)}`;
}

const listeners = new Set();

/** Calls back with the route now and on every change. */
export function onRoute(listener) {
  listeners.add(listener);
  listener(currentRoute());
}

function tell() {
  const route = currentRoute();
  for (const listener of listeners) listener(route);
}

/** Goes to a view. `isStep: false` replaces the present address: typing a word is not ten steps back. */
export function go(view, query = {}, { isStep = true } = {}) {
  const href = hrefOf(view, query);
  if (href === location.hash) return;
  history[isStep ? "pushState" : "replaceState"](null, "", href);
  tell();
}

addEventListener("popstate", tell);
addEventListener("hashchange", () => {
  // `#main` of the skip link is no route.
  if (location.hash.startsWith("#/")) tell();
});
