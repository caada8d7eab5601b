// The playground: a pattern against a text, with what matched, the captures, and how each word was read.
import { api } from "./api.js";
import { codeEditor } from "./code.js";
import { completion } from "./complete.js";
import { bdi, debounce, fill, h } from "./dom.js";
import { languageOf } from "./lua.js";
import { plural, t } from "./strings.js";
import { CodePoints, segments } from "./text.js";
import { table } from "./charts.js";

const firstPattern = 'hilal.verb { "هدّد", "توعّد" }:as "cue" * hilal.any():as "who"';
const firstText = "هددت تيلوريا جارتها نورفال بالرد. ولم تتوعد أحدا بعد ذلك.";

function matchedText(text, result) {
  const points = new CodePoints(text);
  const marks = result.matches.flatMap((match) => [{ ...match, kind: "match" }, ...(match.captures ?? []).map((capture) => ({ ...capture, kind: "capture" }))]);
  return h("p", { class: "played", dir: "auto", lang: "ar" }, segments(0, points.length, marks).map((piece) => {
    const words = points.slice(piece.start, piece.end);
    if (!piece.items.length) return words;
    const names = piece.items.filter((item) => item.kind === "capture").map((item) => item.name);
    return h("mark", { class: names.length ? "is-capture" : null, title: names.join(", ") || null }, words);
  }));
}

function resultOf(text, result) {
  if (result.diagnostics?.length) {
    return h("ul", { class: "failures" }, result.diagnostics.map((one) => h("li", { dir: "auto" }, one.message, one.hint && h("span", { class: "hint" }, `; ${one.hint}`))));
  }
  const points = new CodePoints(text);
  const captures = result.matches.flatMap((match, index) => (match.captures ?? []).map((capture) => [String(index + 1), bdi(capture.name), bdi(points.slice(capture.start, capture.end))]));
  const parts = (value) => bdi(Array.isArray(value) ? value.join(" + ") : value ?? "");
  return [
    h("p", { class: "note-sub" }, plural(result.matches.length, "match", "matches")),
    matchedText(text, result),
    captures.length > 0 && table(t("Captures"), [t("Match"), t("Name"), t("Words")], captures),
    result.stops?.length > 0 && h("details", {}, h("summary", {}, t("Where it stopped")), h("ul", { class: "stops" }, result.stops.map((stop) => h("li", { dir: "auto" }, bdi(points.slice(stop.start, stop.end), { class: "stop-word" }), " ", stop.reason)))),
    h("details", {}, h("summary", {}, t("How the words were read")), h("div", { class: "as-table-frame", tabindex: "0", role: "region", "aria-label": t("Words") }, table(t("Words"), [t("Word"), t("Folded"), t("Before"), t("Stem"), t("After"), t("Stands for")],
      result.tokens.map((token) => [bdi(token.text), bdi(token.folded), parts(token.prefixes), bdi(token.stem), parts(token.suffixes), bdi((token.terms ?? []).join(", "))])))),
  ];
}

/** A panel to try patterns. `packOf()` names the pack whose lexicons are known. */
export function playgroundPanel(packOf) {
  let names = null;
  const output = h("div", { class: "play-result", "aria-live": "polite" });
  const editor = codeEditor({
    label: t("Pattern"), id: "play-pattern", onChange: () => {
      names.update();
      later();
    }, onKey: (event) => names.onKey(event),
  });
  names = completion(editor);
  editor.setText(firstPattern, languageOf("pattern.lua"));
  const text = h("textarea", { id: "play-text", dir: "auto", lang: "ar", rows: 3, value: firstText, on: { input: () => later() } });
  const element = h("div", { class: "play" },
    h("span", { class: "label", "aria-hidden": "true" }, t("Pattern")), h("div", { class: "code-frame is-small" }, editor.element, names.element),
    h("label", { class: "label", for: "play-text" }, t("Text")), text, output);
  let controller = null;

  /** Puts a result in the place of the last one; what was unfolded there stays unfolded. */
  function show(...result) {
    const unfolded = [...output.querySelectorAll("details[open] > summary")].map((summary) => summary.textContent);
    fill(output, result);
    for (const summary of output.querySelectorAll("summary")) summary.parentElement.open = unfolded.includes(summary.textContent);
  }

  async function run() {
    controller?.abort();
    controller = new AbortController();
    const said = text.value;
    try {
      show(resultOf(said, await api.play({ pack: packOf(), pattern: editor.text, text: said }, controller.signal)));
    } catch (error) {
      if (error.name !== "AbortError") show(h("p", { class: "failures", dir: "auto" }, error.message, error.hint && h("span", { class: "hint" }, `; ${error.hint}`)));
    }
  }

  const later = debounce(250, run);
  return { element, run };
}
