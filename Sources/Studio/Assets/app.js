// The frame: views by address, the state of the run, theme, help, the connection.
import { api, listen } from "./api.js";
import { archiveView } from "./archive.js";
import { announce, button, debounce, emptyState, fill, h, showError } from "./dom.js";
import { helpDialog } from "./help.js";
import { labelsView } from "./labels.js";
import { picturesView } from "./pictures.js";
import { onRoute } from "./route.js";
import { rulesView } from "./rules.js";
import { count, t } from "./strings.js";

const makers = { archive: archiveView, pictures: picturesView, rules: rulesView, labels: labelsView };
const titles = { archive: "Archive", pictures: "Pictures", rules: "Rules", labels: "Labels" };
const main = document.getElementById("main");
const views = {};
let present = null;
let state = null;

function viewOf(name) {
  if (!views[name]) {
    views[name] = makers[name]();
    views[name].element.hidden = true;
    main.append(views[name].element);
    views[name].setState?.(state);
  }
  return views[name];
}

function showRoute({ view, query }) {
  const name = makers[view] ? view : "archive";
  const next = viewOf(name);
  if (next !== present) {
    if (present) present.element.hidden = true;
    present?.leave?.();
    next.element.hidden = false;
    present = next;
    document.title = `${t(titles[name])} · Hilal`;
    for (const link of document.querySelectorAll("[data-view]")) {
      if (link.dataset.view === name) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  }
  next.show(query);
}

// The run

const runLine = document.getElementById("run");

function showRun(run) {
  if (!run) {
    fill(runLine);
  } else if (run.state === "running") {
    let bar = runLine.querySelector("progress");
    if (!bar) {
      bar = h("progress", { "aria-label": t("Articles read") });
      fill(runLine, bar, h("span", { class: "run-text" }));
    }
    if (run.total) {
      bar.max = run.total;
      bar.value = run.read;
    } else {
      bar.removeAttribute("value");
    }
    runLine.lastChild.textContent = t("{read} articles", { read: count(run.read) });
  } else if (run.state === "failed") {
    fill(runLine, h("span", { class: "run-text is-failed" }, t("The run failed")));
  } else {
    fill(runLine, h("span", { class: "run-text" }, t("{articles} articles in {seconds} s", { articles: count(run.read), seconds: run.seconds.toFixed(2) })));
  }
}

const refreshState = debounce(50, async () => {
  try {
    state = await api.state();
    showRun(state.run);
    for (const view of Object.values(views)) view.setState?.(state);
  } catch (error) {
    showError(error);
  }
});

const handlers = {
  run(run) {
    showRun(run);
    for (const view of Object.values(views)) view.onRun?.(run);
    if (run.state !== "running") {
      announce(run.state === "failed" ? t("The run failed") : t("The run is done"));
      refreshState();
      for (const view of Object.values(views)) view.refresh?.();
    }
  },
  changes(changes) {
    for (const view of Object.values(views)) view.onChanges?.(changes);
  },
  packs() {
    refreshState();
    for (const view of Object.values(views)) view.onPacks?.();
  },
  label(label) {
    for (const view of Object.values(views)) view.onLabel?.(label);
  },
  indexed() {
    refreshState();
    for (const view of Object.values(views)) view.refresh?.();
  },
};

const banner = document.getElementById("connection");
let wasLost = false;

const lost = {
  gone: "The studio does not answer; trying again. If it has ended, start `hilal serve` with --port {port}. What you have written stays here.",
  locked: "`hilal serve` was started anew and does not know this page. Open the address that it printed in another tab; then this one goes on, with what you have written.",
};

function onConnection(trouble) {
  banner.hidden = !trouble;
  if (trouble) {
    const text = t(lost[trouble], { port: location.port });
    // The same words again would be read out again.
    if (banner.textContent !== text) banner.textContent = text;
    wasLost = true;
    return;
  }
  if (wasLost) announce(t("The studio answers again"));
  // What has ended before the stream was there is told by nobody any more.
  if (wasLost || state.run?.state !== "done" || !state.indexed) {
    refreshState();
    for (const view of Object.values(views)) view.refresh?.();
  }
  wasLost = false;
}

// Theme and keys

const themeButton = document.getElementById("theme");
const root = document.documentElement;
const isDark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;

function showTheme() {
  themeButton.setAttribute("aria-pressed", String(isDark()));
}

themeButton.addEventListener("click", () => {
  root.dataset.theme = isDark() ? "light" : "dark";
  try {
    localStorage.setItem("hilal.theme", root.dataset.theme);
  } catch {
    // Without storage the theme holds for this page.
  }
  showTheme();
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", showTheme);

const help = helpDialog(() => present?.keys ?? []);
document.getElementById("help").addEventListener("click", help.open);

/** Single letters are for reading; where text is written they are letters. */
const isWriting = (target) => target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]");

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
  if ((event.ctrlKey || event.metaKey) && !event.altKey) {
    if (present?.onControlKey?.(event)) event.preventDefault();
    return;
  }
  if (event.altKey) return;
  if (isWriting(event.target)) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const tabs = { 1: "archive", 2: "pictures", 3: "rules", 4: "labels" };
  if (event.key === "?") help.open();
  else if (tabs[event.key]) document.querySelector(`[data-view="${tabs[event.key]}"]`).click();
  else if (!present?.onKey?.(event)) return;
  event.preventDefault();
});

document.getElementById("skip").addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});

async function start() {
  showTheme();
  try {
    state = await api.state();
  } catch (error) {
    fill(main, emptyState(error.message, error.hint, button(t("Try again"), () => location.reload())));
    return;
  }
  showRun(state.run);
  onRoute(showRoute);
  listen(handlers, onConnection);
}

start();
