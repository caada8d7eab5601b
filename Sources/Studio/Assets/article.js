// An article with its marks: findings and layers drawn over the words, switched by colour.
import { bdi, fill, h, roving } from "./dom.js";
import { layerTitle } from "./notes.js";
import { plural, shortDate, t } from "./strings.js";
import { assignLanes, CodePoints, paragraphs, segments } from "./text.js";

/** The layers with a colour of their own; what packs add beyond them shares one. */
export const layerNames = ["findings", "entities", "quotes", "times", "quantities", "threats", "meetings"];
const labels = {
  findings: "Findings", entities: "Entities", quotes: "Quotes and speakers", times: "Times", quantities: "Quantities",
  threats: "Threats", meetings: "Meetings", attributions: "Sources", citations: "Citations", duplicates: "Repeated",
};
const shownAtFirst = ["findings", "entities", "quotes"];
// Sentences are everywhere and would only colour the whole page.
const neverShown = new Set(["sentences"]);

function stored() {
  try {
    return new Set(JSON.parse(localStorage.getItem("hilal.layers")) ?? shownAtFirst);
  } catch {
    return new Set(shownAtFirst);
  }
}

let switchedOn = stored();

function keep() {
  try {
    localStorage.setItem("hilal.layers", JSON.stringify([...switchedOn]));
  } catch {
    // Without storage the choice holds for this page.
  }
}

/** The parts of a finding that stand in the article: its fields, with lists taken apart. */
function partsOf(finding) {
  const parts = Object.entries(finding?.fields ?? {}).flatMap(([name, value]) =>
    (value?.items ?? [value]).filter(Boolean).map((one) => ({ ...one, name })));
  return parts.filter((part) => part.field && Number.isInteger(part.start));
}

function marksOf(data, current) {
  const layers = Object.entries(data.analysis ?? {}).filter(([name, items]) => Array.isArray(items) && !neverShown.has(name));
  const marks = layers.flatMap(([layer, items]) => items.map((item) => ({ layer, item, field: item.field, start: item.start, end: item.end })));
  for (const quote of data.analysis?.quotes ?? []) {
    for (const name of ["speaker", "cue"]) {
      const part = quote[name];
      if (part) marks.push({ layer: "quotes", item: quote, part: name, field: part.field ?? quote.field, start: part.start, end: part.end });
    }
  }
  for (const finding of data.findings ?? []) {
    marks.push({ layer: "findings", item: finding, ...finding.span });
  }
  for (const part of partsOf(current)) marks.push({ layer: "parts", item: part, field: part.field, start: part.start, end: part.end });
  return marks;
}

/** Lines below the words for what is named, a tint behind them for what is said or found. */
const isTint = (mark) => mark.layer === "findings" || (mark.layer === "quotes" && !mark.part);
const colourOf = (layer) => layer === "parts" || layerNames.includes(layer) ? layer : "other";

function classesOf(piece, current) {
  const classes = ["seg"];
  for (const mark of piece.items) {
    if (mark.layer === "findings") classes.push(mark.item.key === current?.key ? "found is-current" : "found");
    else if (isTint(mark)) classes.push("said");
    else classes.push(`u${mark.lane}-${colourOf(mark.layer)}`);
  }
  return classes;
}

/** One text as paragraphs of pieces; `onPieces` takes each marked element with its marks. */
function markedText(points, ranges, marks, current, tag, onPiece) {
  assignLanes(marks.filter((mark) => !isTint(mark)));
  return ranges.map((range) => h(tag, { dir: "auto", lang: "ar" }, segments(range.start, range.end, marks).map((piece) => {
    const text = points.slice(piece.start, piece.end);
    if (!piece.items.length) return text;
    const element = h("span", { class: classesOf(piece, current) }, text);
    onPiece(element, piece);
    return element;
  })));
}

/** The first piece of a mark is where the keyboard stops; its name is the whole mark's, however it is cut. */
function makeStop(element, piece) {
  const begun = piece.items.filter((mark) => mark.start === piece.start && !mark.part);
  if (!begun.length) return;
  const names = begun.map((mark) => mark.layer === "findings" ? `${t("Finding")}: ${mark.item.label}` : t(layerTitle(mark.layer, mark.item)));
  element.setAttribute("role", "button");
  element.setAttribute("aria-description", names.join(", "));
  element.classList.add("stop");
  const keys = begun.filter((mark) => mark.layer === "findings").map((mark) => mark.item.key);
  if (keys.length) element.dataset.keys = keys.join(" ");
}

function toggles(data, onToggle) {
  const extra = Object.entries(data.analysis ?? {}).filter(([name, items]) => Array.isArray(items) && items.length && !layerNames.includes(name) && !neverShown.has(name));
  const sizes = (name) => name === "findings" ? data.findings?.length ?? 0 : data.analysis?.[name]?.length ?? 0;
  return h("fieldset", { class: "layers" }, h("legend", { class: "unseen" }, t("Layers")),
    [...layerNames, ...extra.map(([name]) => name)].map((name) => h("label", { class: "layer" },
      h("input", { type: "checkbox", checked: switchedOn.has(name), data: { layer: name }, on: { change: (event) => onToggle(name, event.target.checked) } }),
      h("span", { class: ["swatch", `is-${colourOf(name)}`], "aria-hidden": "true" }), bdi(t(labels[name] ?? name)), h("span", { class: "number" }, sizes(name)))));
}

/**
 * Draws an article. `hooks`: onPoint(marks | null) for hover and focus, onPin(marks) for a click or Enter.
 * Returns {show(data, key), focusMark()}.
 */
export function articlePane(element, hooks) {
  let data = null;
  let current = null;
  let marksFor = new WeakMap();

  function draw() {
    const active = document.activeElement?.dataset?.layer;
    const { article } = data;
    marksFor = new WeakMap();
    const marks = marksOf(data, current).filter((mark) => mark.layer === "parts" ? switchedOn.has("findings") : switchedOn.has(mark.layer));
    const onPiece = (piece, found) => {
      marksFor.set(piece, found.items);
      makeStop(piece, found);
    };
    const title = new CodePoints(article.title);
    const content = new CodePoints(article.content);
    const heading = title.length ? markedText(title, [{ start: 0, end: title.length }], marks.filter((mark) => mark.field === "title"), current, "h2", onPiece)
      : h("h2", {}, t("Untitled"));
    const body = h("div", { class: "body" }, heading,
      h("p", { class: "byline" }, bdi(article.source || t("no source")), " · ", bdi(shortDate(article.date)),
        /^https?:\/\//i.test(article.url ?? "") && [" · ", h("a", { href: article.url, rel: "noopener noreferrer", target: "_blank" }, t("original"))],
        " · ", plural(data.findings?.length ?? 0, "finding", "findings")),
      content.text.trim() ? markedText(content, paragraphs(content), marks.filter((mark) => mark.field !== "title"), current, "p", onPiece)
        : h("p", { class: "note-none" }, t("This article has no text.")));
    fill(element, toggles(data, toggle), body);
    roving(body, ".stop");
    listenTo(body);
    if (active) element.querySelector(`input[data-layer="${CSS.escape(active)}"]`)?.focus();
  }

  function toggle(name, isOn) {
    if (isOn) switchedOn.add(name);
    else switchedOn.delete(name);
    keep();
    draw();
  }

  function listenTo(body) {
    const marksAt = (event) => marksFor.get(event.target.closest?.(".seg"))?.filter(onlyOnce);
    body.addEventListener("pointerover", (event) => { if (event.pointerType === "mouse") hooks.onPoint(marksAt(event) ?? null); });
    body.addEventListener("pointerleave", () => hooks.onPoint(null));
    body.addEventListener("focusin", (event) => hooks.onPoint(marksAt(event) ?? null));
    body.addEventListener("click", (event) => {
      const marks = marksAt(event);
      if (marks && !event.target.closest("a")) hooks.onPin(marks);
    });
    body.addEventListener("keydown", (event) => {
      const marks = marksAt(event);
      if (marks && (event.key === "Enter" || event.key === " ")) {
        event.preventDefault();
        hooks.onPin(marks);
      }
    });
  }

  // A quote is one thing even where its speaker and cue lie on the same word.
  const onlyOnce = (mark, index, all) => all.findIndex((other) => other.item === mark.item) === index;

  const stopOf = (key) => [...element.querySelectorAll("[data-keys]")].find((stop) => stop.dataset.keys.split(" ").includes(key));

  return {
    show(next, key) {
      data = next;
      current = data.findings?.find((finding) => finding.key === key) ?? null;
      draw();
      const stop = current && stopOf(current.key);
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      if (stop) stop.scrollIntoView({ block: "center", behavior: calm ? "auto" : "instant" });
      else element.scrollTop = 0;
      return current;
    },
    /** Puts the keyboard on the current finding, or on the first mark. */
    focusMark() {
      ((current && stopOf(current.key)) ?? element.querySelector(".stop"))?.focus();
    },
  };
}
