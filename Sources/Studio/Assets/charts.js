// Small drawings in SVG: bars whose every element leads to the findings behind it. Numbers go in, elements come out.
import { h, roving, svg } from "./dom.js";
import { count, plural } from "./strings.js";

/** The share of a number in the largest, as a length of at least one pixel where there is anything. */
const lengthOf = (value, largest, room) => value ? Math.max(1.5, (value / largest) * room) : 0;

/**
 * The time from the first to the last day as equal buckets: days up to two months, months up to six years, else years.
 * Returns {buckets: [{name, since, until}], bucketOf(day)}.
 */
export function timeBuckets(days) {
  const known = days.filter((day) => /^\d{4}-\d{2}-\d{2}$/.test(day ?? "")).sort();
  if (!known.length) return { buckets: [], bucketOf: () => -1 };
  const first = new Date(`${known[0]}T00:00Z`);
  const last = new Date(`${known.at(-1)}T00:00Z`);
  const span = (last - first) / 86_400_000;
  const digits = span <= 62 ? 10 : span <= 2200 ? 7 : 4;
  const buckets = [];
  const cursor = new Date(first);
  if (digits < 10) cursor.setUTCDate(1);
  if (digits === 4) cursor.setUTCMonth(0);
  // A date far off by mistake must not make a million bars.
  while (cursor <= last && buckets.length < 400) {
    const since = cursor.toISOString().slice(0, 10);
    if (digits === 10) cursor.setUTCDate(cursor.getUTCDate() + 1);
    else if (digits === 7) cursor.setUTCMonth(cursor.getUTCMonth() + 1);
    else cursor.setUTCFullYear(cursor.getUTCFullYear() + 1);
    const until = new Date(cursor - 86_400_000).toISOString().slice(0, 10);
    buckets.push({ name: since.slice(0, digits), since, until });
  }
  const places = new Map(buckets.map((bucket, index) => [bucket.name, index]));
  return { buckets, bucketOf: (day) => places.get((day ?? "").slice(0, digits)) ?? -1 };
}

function link(href, name, ...shapes) {
  return svg("a", { href, class: "hit", "aria-label": name }, svg("title", {}, name), shapes);
}

/** A row of bars, one for each bucket, over a common width. `hrefOf(bucket)` leads to what a bar counts. */
export function barRow(values, buckets, { name, hrefOf, width = 640, height = 44 }) {
  const largest = Math.max(1, ...values);
  const step = width / buckets.length;
  const gap = Math.min(6, step * 0.2);
  const drawing = svg("svg", { class: "bars", viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": name, preserveAspectRatio: "none" },
    svg("line", { class: "base", x1: 0, x2: width, y1: height - 0.5, y2: height - 0.5 }),
    buckets.map((bucket, index) => {
      const length = lengthOf(values[index], largest, height - 4);
      return values[index] ? link(hrefOf(bucket), `${bucket.name}: ${plural(values[index], "finding", "findings")}`,
        svg("rect", { class: "reach", x: index * step, y: 0, width: step, height }),
        svg("rect", { class: "bar", x: index * step + gap / 2, y: height - length, width: step - gap, height: length })) : null;
    }));
  roving(drawing, "a");
  return drawing;
}

/** The names below rows of bars: as many as there is room for. */
export function bucketNames(buckets) {
  const every = Math.ceil(buckets.length / 8);
  return h("div", { class: "axis", "aria-hidden": "true" }, buckets.map((bucket, index) =>
    h("span", {}, index % every === 0 ? bucket.name.slice(buckets[0].name.length === 10 ? 5 : 0) : "")));
}

/** A bar that says a share, for a line of a table. */
export function shareBar(value, largest) {
  return svg("svg", { class: "share", viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" },
    svg("rect", { class: "bar", x: 0, y: 0, width: lengthOf(value, largest, 100), height: 10 }));
}

/** An interval from 0 to 1 with its best guess: precision as far as it is known. */
export function intervalBar({ precision, low, high }) {
  if (precision === null || precision === undefined) return h("span", { class: "note-sub" }, "–");
  return svg("svg", { class: "interval", viewBox: "0 0 100 12", preserveAspectRatio: "none", "aria-hidden": "true" },
    svg("line", { class: "base", x1: 0, x2: 100, y1: 6, y2: 6 }),
    svg("rect", { class: "reach-of", x: low * 100, y: 3, width: Math.max(1, (high - low) * 100), height: 6 }),
    svg("rect", { class: "guess", x: Math.min(98, precision * 100 - 1), y: 0, width: 2, height: 12 }));
}

/** How dark a cell of a matrix is: 0 to 5, by the logarithm, since few pairs hold most findings. */
export function shadeOf(value, largest) {
  return value ? Math.max(1, Math.ceil((Math.log1p(value) / Math.log1p(largest)) * 5)) : 0;
}

/** A table of text and numbers. */
export function table(caption, heads, lines) {
  return h("table", { class: "numbers" }, h("caption", { class: "unseen" }, caption),
    h("thead", {}, h("tr", {}, heads.map((head) => h("th", { scope: "col" }, head)))),
    h("tbody", {}, lines.map((line) => h("tr", {}, line.map((cell, index) =>
      index === 0 ? h("th", { scope: "row" }, cell) : h("td", {}, typeof cell === "number" ? count(cell) : cell))))));
}

/** Lines as CSV: quoted, and cells that a spreadsheet would run as a formula made plain. */
export function csvOf(lines) {
  const cell = (value) => {
    const text = String(value ?? "");
    return `"${(/^[=+\-@\t\r]/.test(text) && typeof value !== "number" ? `'${text}` : text).replaceAll('"', '""')}"`;
  };
  return lines.map((line) => line.map(cell).join(",")).join("\r\n") + "\r\n";
}
