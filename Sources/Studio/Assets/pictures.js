// The pictures: findings over time, who against whom, from which sources. Each element leads to its findings.
import { api } from "./api.js";
import { barRow, bucketNames, csvOf, shadeOf, shareBar, table, timeBuckets } from "./charts.js";
import { announce, bdi, button, emptyState, fill, h, roving, showError } from "./dom.js";
import { filterBar, filtersOf, serverFilters } from "./filters.js";
import { go, hrefOf } from "./route.js";
import { count, plural, t } from "./strings.js";

const shownParties = 12;
const shownSources = 20;

function total(items) {
  return items.reduce((sum, item) => sum + item.count, 0);
}

/** Sums by a name, largest first: [[name, sum]]. */
function sumsBy(items, nameOf) {
  const sums = new Map();
  for (const item of items) sums.set(nameOf(item), (sums.get(nameOf(item)) ?? 0) + item.count);
  return [...sums].sort((a, b) => b[1] - a[1]);
}

function download(name, lines) {
  // The mark at the front makes spreadsheets read the file as UTF-8.
  const address = URL.createObjectURL(new Blob(["\ufeff", csvOf(lines)], { type: "text/csv" }));
  const anchor = h("a", { href: address, download: name });
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

function picture(title, explanation, drawing, { lines, file, asTable }) {
  return h("section", { class: "picture" },
    h("div", { class: "picture-head" }, h("h2", {}, title), button("CSV", () => download(file, lines), { "aria-label": `${title}: CSV` })),
    explanation && h("p", { class: "note-sub" }, explanation), drawing,
    asTable && h("details", { class: "as-table" }, h("summary", {}, t("As a table")), h("div", { class: "as-table-frame", tabindex: "0", role: "region", "aria-label": title }, asTable)));
}

function timePicture(days, link) {
  const { buckets, bucketOf } = timeBuckets(days.map((entry) => entry.day));
  const rules = sumsBy(days, (entry) => entry.rule);
  const rowOf = (rule) => {
    const values = buckets.map(() => 0);
    for (const entry of days) if ((rule === null || entry.rule === rule) && bucketOf(entry.day) >= 0) values[bucketOf(entry.day)] += entry.count;
    return values;
  };
  const row = (rule, sum) => {
    const filter = rule ? { rule } : {};
    const name = rule ?? t("All rules");
    return h("div", { class: ["time-row", !rule && "is-all"] },
      h("a", { class: "time-name", href: link(filter) }, bdi(name)), h("span", { class: "number" }, count(sum)),
      barRow(rowOf(rule), buckets, { name, hrefOf: (bucket) => link({ ...filter, since: bucket.since, until: bucket.until }) }));
  };
  const undated = total(days.filter((entry) => bucketOf(entry.day) < 0));
  const lines = [[t("day"), t("rule"), t("findings")], ...days.map((entry) => [entry.day, entry.rule, entry.count])];
  const drawing = h("div", { class: "times" }, rules.length > 1 && row(null, total(days)), rules.map(([rule, sum]) => row(rule, sum)), bucketNames(buckets));
  return picture(t("Over time"), [t("Each row to its own scale, its sum beside it."), undated ? ` ${plural(undated, "finding has", "findings have")} ${t("no date.")}` : ""], drawing, {
    lines, file: "findings-by-day.csv",
    asTable: table(t("Findings by time and rule"), [t("Rule"), ...buckets.map((bucket) => bucket.name)], rules.map(([rule]) => [bdi(rule), ...rowOf(rule)])),
  });
}

/** Who against whom, as a table whose cells are shaded: what is read out and what is seen are one thing. */
function pairsPicture(pairs, link) {
  const actors = sumsBy(pairs, (pair) => pair.actor).slice(0, shownParties).map(([name]) => name);
  const targets = sumsBy(pairs, (pair) => pair.target).slice(0, shownParties).map(([name]) => name);
  // The server joins names by their code: the value filters, the text is shown.
  const shown = new Map(pairs.flatMap((pair) => [[pair.actor, pair.actorText ?? pair.actor], [pair.target, pair.targetText ?? pair.target]]));
  const counts = new Map(pairs.map((pair) => [JSON.stringify([pair.actor, pair.target]), pair.count]));
  const largest = Math.max(1, ...pairs.map((pair) => pair.count));
  const cell = (actor, target) => {
    const value = counts.get(JSON.stringify([actor, target])) ?? 0;
    if (!value) return h("td", {});
    return h("td", { class: `shade-${shadeOf(value, largest)}` },
      h("a", { href: link({ actor, target }), "aria-label": `${shown.get(actor)} ${t("against")} ${shown.get(target)}: ${plural(value, "finding", "findings")}` }, count(value)));
  };
  const drawing = h("div", { class: "matrix-frame", tabindex: "0", role: "region", "aria-label": t("Who against whom") },
    h("table", { class: "matrix" }, h("caption", { class: "unseen" }, t("Actors in rows, targets in columns")),
      h("thead", {}, h("tr", {}, h("th", { class: "corner", scope: "col" }, t("actor ↓ target →")), targets.map((target) => h("th", { scope: "col" }, h("a", { href: link({ target }) }, bdi(shown.get(target))))))),
      h("tbody", {}, actors.map((actor) => h("tr", {}, h("th", { scope: "row" }, h("a", { href: link({ actor }) }, bdi(shown.get(actor)))), targets.map((target) => cell(actor, target)))))));
  roving(drawing.querySelector("tbody"), "td a");
  return picture(t("Who against whom"), t("The {number} most frequent of each; names as they are written.", { number: shownParties }), drawing, {
    lines: [[t("actor"), t("target"), t("findings")], ...pairs.map((pair) => [pair.actorText ?? pair.actor, pair.targetText ?? pair.target, pair.count])], file: "actors-targets.csv",
  });
}

function sourcesPicture(sources, link) {
  const sum = total(sources);
  const largest = Math.max(1, ...sources.map((entry) => entry.count));
  const shown = sources.slice(0, shownSources);
  const share = (value) => `${((value / sum) * 100).toFixed(1)} %`;
  const drawing = h("div", { class: "sources" }, table(t("Findings by source"), [t("Source"), t("Findings"), t("Share"), h("span", { class: "unseen" }, t("Bar"))],
    shown.map((entry) => [entry.source ? h("a", { href: link({ source: entry.source }) }, bdi(entry.source)) : t("no source"), entry.count, share(entry.count), shareBar(entry.count, largest)])));
  const rest = sources.length - shown.length;
  return picture(t("Sources"), rest > 0 ? t("The first {shown}; {rest} more in the CSV.", { shown: shownSources, rest }) : null, drawing, {
    lines: [[t("source"), t("findings")], ...sources.map((entry) => [entry.source, entry.count])], file: "sources.csv",
  });
}

/** Builds the view. */
export function picturesView() {
  const bar = filterBar("pictures", (filters, how) => go("pictures", filters, how), ["rule", "actor", "target", "place", "source", "since", "until", "label"]);
  const body = h("div", { class: "pictures-body" });
  const element = h("div", { class: "pictures" }, h("h1", { class: "unseen" }, t("Pictures")), bar.element, body);
  let query = {};
  let drawn = null;
  let controller = null;

  async function draw() {
    const filters = serverFilters(query);
    const wanted = JSON.stringify(filters);
    if (wanted === drawn) return;
    drawn = wanted;
    controller?.abort();
    controller = new AbortController();
    const mine = controller;
    body.setAttribute("aria-busy", "true");
    try {
      const data = await api.charts(filters, mine.signal);
      const link = (more) => hrefOf("archive", { ...filtersOf(query), ...more });
      const sum = total(data.sources);
      if (!sum) {
        fill(body, emptyState(t("Nothing found"), t("Other words or fewer filters find more.")));
      } else {
        fill(body, h("p", { class: "pictures-sum" }, h("a", { href: link({}) }, plural(sum, "finding", "findings")), " ", h("a", { class: "button", href: `/api/export.csv?${new URLSearchParams(filters)}`, download: "findings.csv" }, t("All findings as CSV"))),
          timePicture(data.days, link), data.pairs.length > 0 && pairsPicture(data.pairs, link), sourcesPicture(data.sources, link));
      }
      announce(plural(sum, "finding", "findings"));
    } catch (error) {
      drawn = null;
      if (error.name !== "AbortError") {
        fill(body, emptyState(error.message, error.hint));
        showError(error);
      }
    } finally {
      if (controller === mine) body.removeAttribute("aria-busy");
    }
  }

  return {
    element,
    show(next) {
      query = next;
      bar.show(query);
      draw();
    },
    setState: bar.setState,
    refresh() {
      drawn = null;
      if (!element.hidden) draw();
    },
    onKey(event) {
      if (event.key !== "/") return false;
      bar.focusSearch();
      return true;
    },
    keys: [["← →", "Along the bars or cells of a picture"], ["Enter", "The findings behind it"], ["/", "Search"]],
  };
}
