// The margin beside an article: what a mark stands for, with fields, codes and evidence.
import { api } from "./api.js";
import { announce, bdi, button, fill, h, showError, toast } from "./dom.js";
import { hrefOf } from "./route.js";
import { t } from "./strings.js";

const place = new Set(["field", "start", "end", "text"]);

/** Any value of an analysis or finding as elements: words with their code, lists, plain values. */
function valueOf(value) {
  if (value === null || value === undefined || value === "") return null;
  if (Array.isArray(value)) {
    const parts = value.map(valueOf).filter(Boolean);
    return parts.length ? h("ul", { class: "plain" }, parts.map((part) => h("li", {}, part))) : null;
  }
  if (typeof value !== "object") return bdi(value === true ? t("yes") : value === false ? t("no") : String(value));
  if (Array.isArray(value.items) && value.items.length) return valueOf(value.items);
  const rest = Object.entries(value).filter(([name, inner]) => !place.has(name) && name !== "items" && inner !== null && inner !== "");
  const words = value.text ? bdi(value.text) : null;
  if (!words && !rest.length) return null;
  return h("span", {}, words, rest.map(([name, inner]) => [" ", h("span", { class: "code", title: name }, name === "code" ? "" : `${name} `, valueOf(inner))]));
}

/** A quote or a copied paragraph stands in the article already. */
const shortened = (text) => text.length > 280 ? `${text.slice(0, 280)}…` : text;

function rows(pairs) {
  const shown = pairs.map(([name, value]) => [name, valueOf(value)]).filter(([, value]) => value);
  if (!shown.length) return null;
  return h("dl", {}, shown.map(([name, value]) => h("div", {}, h("dt", {}, bdi(name)), h("dd", {}, value))));
}

async function judge(finding, verdict, onChange) {
  const next = finding.verdict === verdict ? null : verdict;
  try {
    await api.label(finding.key, next);
    finding.verdict = next;
    announce(next ? t(next === "yes" ? "Judged right" : "Judged wrong") : t("Judgement taken back"));
    onChange(finding);
  } catch (error) {
    showError(error);
  }
}

async function makeCase(finding, verdict) {
  try {
    const made = await api.addCase({ key: finding.key, verdict });
    toast(t("A test case was added to {path}.", { path: made.path }), {
      hint: made.passes === false ? t("It fails until the rule is changed.") : t("`hilal test` runs it."),
    });
  } catch (error) {
    showError(error);
  }
}

function attributionOf({ polarity, modality, source } = {}) {
  return [["polarity", polarity === "asserted" ? null : polarity], ["modality", modality === "fact" ? null : modality], ["said by", source]];
}

function findingNote(finding, onChange) {
  const judged = (verdict, text) => button(t(text), () => judge(finding, verdict, onChange), { "aria-pressed": String(finding.verdict === verdict), data: { verdict } });
  return h("section", { class: "note is-finding" },
    h("h3", {}, bdi(finding.label)),
    h("p", { class: "note-sub" }, h("a", { href: hrefOf("rules", { pack: finding.pack, rule: finding.rule }), "aria-label": t("Open the rule {name}", { name: `${finding.pack}/${finding.rule}` }) }, bdi(`${finding.pack}/${finding.rule}`)),
      " · ", finding.severity, finding.score === 1 ? null : ` · ${t("score")} ${finding.score}`),
    h("p", { class: "note-words", dir: "auto", lang: "ar" }, shortened(finding.span.text)),
    rows([...Object.entries(finding.fields ?? {}), ...attributionOf(finding.attribution ?? {}), ...Object.entries(finding.codes ?? {})]),
    finding.evidence?.length ? [h("h4", {}, t("Evidence")), rows(finding.evidence.map((part) => [part.name, { text: part.text }]))] : null,
    h("div", { class: "note-actions", role: "group", "aria-label": t("Is this finding right?") }, judged("yes", "Right"), judged("no", "Wrong")),
    h("details", { class: "note-case" }, h("summary", {}, t("Make a test case")),
      h("div", { class: "note-actions" },
        button(t("This is right"), () => makeCase(finding, "right")), button(t("This is wrong"), () => makeCase(finding, "wrong")))));
}

function layerNote(layer, item) {
  const pairs = Object.entries(item).filter(([name]) => !place.has(name) && !(layer === "parts" && name === "name"));
  return h("section", { class: ["note", `is-${layer}`] },
    h("h3", {}, h("span", { class: ["swatch", `is-${layer}`], "aria-hidden": "true" }), t(layerTitle(layer, item))),
    h("p", { class: "note-words", dir: "auto", lang: "ar" }, shortened(item.text)),
    rows(pairs));
}

const titles = {
  entities: "Entity", quotes: "Quote", times: "Time", quantities: "Quantity", threats: "Threat", meetings: "Meeting",
  attributions: "Source", citations: "Citation", duplicates: "Repeated", parts: "Part of the finding",
};

const entityTypes = { PER: "Person", ORG: "Organisation", GPE: "Country or city", LOC: "Place", FAC: "Building" };

/** What an item of a layer is called. */
export function layerTitle(layer, item) {
  if (layer === "entities") return entityTypes[item.type] ?? "Entity";
  if (layer === "parts") return item.name;
  return titles[layer] ?? layer;
}

/** Shows marks in the margin: [{layer, item}], findings first. */
export function showNotes(margin, marks, onChange) {
  if (!marks.length) {
    fill(margin, h("p", { class: "note-none" }, t("Point at a mark, or move through the marks with the arrow keys, to read what it stands for.")));
    return;
  }
  // The parts of a finding stand in its note already.
  const hasFinding = marks.some((mark) => mark.layer === "findings");
  const told = marks.filter((mark) => mark.layer !== "parts" || !hasFinding);
  fill(margin, told.sort((a, b) => (b.layer === "findings") - (a.layer === "findings"))
    .map(({ layer, item }) => layer === "findings" ? findingNote(item, onChange) : layerNote(layer, item)));
}
