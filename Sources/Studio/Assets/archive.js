// The archive view: filters above, findings or articles beside, the article, its margin.
import { api } from "./api.js";
import { articlePane } from "./article.js";
import { debounce, emptyState, fill, h, showError, button } from "./dom.js";
import { articleFilters, filterBar, filtersOf, serverFilters } from "./filters.js";
import { articleItem, findingItem, pagedList, showVerdict } from "./findings.js";
import { showNotes } from "./notes.js";
import { go, hrefOf } from "./route.js";
import { plural, t } from "./strings.js";

const keptArticles = 40;

/** A cache of articles: j and k go back and forth over the same few. */
function articleStore() {
  const kept = new Map();
  return {
    async get(id, signal) {
      const found = kept.get(id) ?? await api.article(id, signal);
      kept.delete(id);
      kept.set(id, found);
      if (kept.size > keptArticles) kept.delete(kept.keys().next().value);
      return found;
    },
    /** Sets the verdict of a finding wherever it is kept. */
    judge(key, verdict) {
      for (const { findings } of kept.values()) {
        for (const finding of findings) if (finding.key === key) finding.verdict = verdict;
      }
    },
    clear: () => kept.clear(),
  };
}

/** Builds the view. Returns {element, show(query), setState(state), refresh(), onKey(event)}. */
export function archiveView() {
  const store = articleStore();
  const bar = filterBar("archive", (filters, how) => go("archive", { ...filters, by: query.by, article: query.article, finding: query.finding }, how));
  const list = pagedList(t("Findings"), showError);
  const kinds = h("div", { class: "kinds", role: "group", "aria-label": t("Show") });
  const pane = h("section", { class: "article", tabindex: "0", role: "region", "aria-label": t("Article") });
  const margin = h("aside", { class: "margin", id: "margin", tabindex: "0", "aria-label": t("What the mark stands for"), "aria-live": "polite" });
  const back = h("a", { class: "back", href: "#/archive" }, t("← Findings"));
  const column = h("div", { class: "column", tabindex: "-1" }, h("div", { class: "list-head" }, kinds, list.status,
    h("a", { class: "csv", href: "/api/export.csv", download: "findings.csv" }, "CSV")), list.element);
  const reading = h("div", { class: "reading" }, back, pane, margin);
  const element = h("div", { class: "archive" }, h("h1", { class: "unseen" }, t("Archive")), bar.element, column, reading);

  let query = {};
  let state = null;
  let listed = null;
  let pinned = [];
  let controller = null;
  let drawn = null;

  const article = articlePane(pane, {
    onPoint: (marks) => marks ? point.now(marks) : point(null),
    onPin(marks) {
      const finding = marks.find((mark) => mark.layer === "findings");
      if (finding && finding.item.key !== query.finding) go("archive", { ...query, finding: finding.item.key }, { isStep: false });
      pinned = marks;
      showNotes(margin, pinned, judged);
      reading.classList.add("has-note");
    },
  });
  // Crossing the gap between a mark and its note must not lose the note.
  const point = debounce(350, (marks) => showNotes(margin, marks ?? pinned, judged));
  margin.addEventListener("pointerenter", () => point.cancel());
  const closeNote = () => reading.classList.remove("has-note");
  reading.append(button("×", closeNote, { class: "quiet close-note", "aria-label": t("Close the note") }));

  /** A finding was judged, here or in another tab. */
  function judged({ key, verdict }) {
    store.judge(key, verdict);
    const item = column.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (item) showVerdict(item, verdict);
    if (!pinned.some((mark) => mark.item.key === key)) return;
    const pressed = document.activeElement?.dataset?.verdict;
    showNotes(margin, pinned, judged);
    // The button that was pressed is another one now; the keyboard stays on it.
    if (pressed) margin.querySelector(`[data-verdict="${pressed}"]`)?.focus();
  }

  const listQuery = () => ({ ...filtersOf(query), by: query.by });

  function drawKinds() {
    const kind = (by, text) => h("a", { href: hrefOf("archive", { ...query, by }), "aria-current": (query.by ?? null) === by ? "true" : null }, t(text));
    fill(kinds, kind(null, "Findings"), kind("articles", "Articles"));
  }

  /** What stands in the place of findings where there are none: it depends on why. */
  function nothing() {
    if (Object.keys(serverFilters(query)).length) return emptyState(t("Nothing found"), t("Other words or fewer filters find more."));
    if (state?.run?.state !== "done") return emptyState(t("Nothing found yet"), t("The archive is being read."));
    if (query.by === "articles") return emptyState(t("No articles"), t("The inputs hold none that can be read."));
    return emptyState(t("The rules find nothing in this archive"), [h("a", { href: "#/rules" }, t("Change them")), t(" and save: what they find then is shown.")]);
  }

  function drawList() {
    const filters = serverFilters(query);
    const wanted = JSON.stringify([filters, query.by]);
    column.querySelector(".csv").setAttribute("href", `/api/export.csv?${new URLSearchParams(filters)}`);
    if (wanted === listed) return;
    listed = wanted;
    const base = listQuery();
    if (query.by === "articles") {
      list.reset((offset, limit, signal) => api.articles({ ...articleFilters(filters), offset, limit }, signal),
        (item) => articleItem(item, base), (total) => plural(total, "article", "articles"), nothing);
    } else {
      list.reset((offset, limit, signal) => api.findings({ ...filters, offset, limit }, signal),
        (item) => findingItem(item, base), (total) => plural(total, "finding", "findings"), nothing);
    }
  }

  function select() {
    list.select((data) => query.finding && data.key ? data.key === query.finding : !data.key && data.article === query.article);
    column.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }

  async function drawArticle() {
    controller?.abort();
    element.classList.toggle("is-reading", Boolean(query.article));
    closeNote();
    if (!query.article) {
      drawn = null;
      fill(pane, emptyState(t("Choose a finding"), t("Its article is shown here, with everything that was found in it marked. j and k go through the list.")));
      showNotes(margin, pinned = [], judged);
      return;
    }
    controller = new AbortController();
    const mine = controller;
    try {
      pane.setAttribute("aria-busy", "true");
      const data = await store.get(query.article, mine.signal);
      if (mine !== controller) return;
      drawn = data;
      const finding = article.show(data, query.finding);
      pinned = finding ? [{ layer: "findings", item: finding }] : [];
      showNotes(margin, pinned, judged);
    } catch (error) {
      if (error.name !== "AbortError") fill(pane, emptyState(error.message, error.hint));
    } finally {
      if (mine === controller) pane.removeAttribute("aria-busy");
    }
  }

  let shown = "";
  function show(next) {
    query = next;
    bar.show(query);
    drawKinds();
    drawList();
    back.setAttribute("href", hrefOf("archive", listQuery()));
    const wanted = `${query.article} ${query.finding}`;
    if (wanted !== shown || !query.article) {
      shown = wanted;
      drawArticle();
    }
    select();
  }

  const follow = debounce(90, (href) => {
    const next = Object.fromEntries(new URLSearchParams(href.split("?")[1]));
    // Going on from finding to finding is one step back, not forty.
    go("archive", next, { isStep: !query.article });
  });

  async function move(step) {
    const link = await list.move(step);
    if (!link) return;
    link.focus();
    follow(link.getAttribute("href"));
  }

  return {
    element, show,
    setState(next) {
      state = next;
      bar.setState(next);
    },
    /** After a run: what is shown may have changed. */
    refresh() {
      listed = null;
      store.clear();
      drawList();
      if (drawn) drawArticle();
    },
    onLabel: judged,
    onKey(event) {
      const keys = { j: () => move(1), k: () => move(-1), "/": bar.focusSearch, m: article.focusMark, Escape: closeNote };
      const action = keys[event.key];
      if (!action) return false;
      action();
      return true;
    },
    keys: [["j", "Next finding"], ["k", "Previous finding"], ["/", "Search"], ["m", "To the marks of the article, then arrow keys"], ["Enter", "Keep what a mark stands for in the margin"], ["Esc", "Close the note"]],
  };
}
