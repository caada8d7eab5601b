// Findings and articles as lists: what was found, by whom, in which words.
import { bdi, fill, h } from "./dom.js";
import { hrefOf } from "./route.js";
import { plural, shortDate, t } from "./strings.js";
import { keywordInContext } from "./text.js";

/** The sentence of a finding with its words marked. */
export function sentenceOf(finding, around) {
  const { before, hit, after } = keywordInContext(finding.sentence ?? finding.span, finding.span, around);
  return h("p", { class: "sentence", dir: "auto", lang: "ar" }, before, h("mark", {}, hit), after);
}

/** A field's words, or null where it has none. */
export function fieldText(finding, name) {
  return finding.fields?.[name]?.text || null;
}

/** «actor → target», or what stands for it. The arrow points on in the line's own direction. */
export function partiesOf(finding) {
  const actor = fieldText(finding, "actor") ?? fieldText(finding, "participants") ?? fieldText(finding, "source");
  const target = fieldText(finding, "target");
  if (!actor && !target) return null;
  return h("p", { class: "parties" }, actor && bdi(actor), target && [h("span", { class: "arrow", "aria-label": t("against") }, " → "), bdi(target)]);
}

const verdictText = { yes: "right", no: "wrong" };

const verdictMark = (verdict) => verdict && h("span", { class: ["verdict", `is-${verdict}`] }, t(verdictText[verdict] ?? verdict));

/** Shows another verdict in an item that is shown. */
export function showVerdict(item, verdict) {
  item.querySelector(".verdict")?.remove();
  if (verdict) item.querySelector(".item-head").append(verdictMark(verdict));
}

/** One finding as a link into the archive. `query` is the address it keeps to. */
export function findingItem(finding, query) {
  const href = hrefOf("archive", { ...query, article: finding.article.id, finding: finding.key });
  return h("li", {}, h("a", { class: "item", href, data: { key: finding.key, article: finding.article.id } },
    h("p", { class: "item-head" },
      h("span", { class: ["severity", `is-${finding.severity}`] }, h("span", { class: "unseen" }, `${finding.severity}: `), bdi(finding.label)),
      verdictMark(finding.verdict)),
    sentenceOf(finding), partiesOf(finding),
    h("p", { class: "item-foot" }, bdi(finding.article.source ?? ""), " · ", bdi(shortDate(finding.article.date)), " · ", bdi(`${finding.pack}/${finding.rule}`))));
}

/** One article of a search, with the place where the words stand. */
export function articleItem(article, query) {
  const href = hrefOf("archive", { ...query, article: article.id, finding: null });
  return h("li", {}, h("a", { class: "item", href, data: { article: article.id } },
    h("p", { class: "item-title", dir: "auto", lang: "ar" }, article.title || t("Untitled")),
    h("p", { class: "sentence", dir: "auto", lang: "ar" }, (article.snippet ?? []).map((part) => part.hit ? h("mark", {}, part.text) : part.text)),
    h("p", { class: "item-foot" }, bdi(article.source ?? ""), " · ", bdi(shortDate(article.date)), " · ", plural(article.findings, "finding", "findings"))));
}

/**
 * A list that is read on in steps. `load(offset, limit, signal)` gives {total, items}, `show(item)` its element.
 * Returns {element, status, reset(load, show), select(matches), move(step)}.
 */
export function pagedList(label, onError) {
  const limit = 50;
  const list = h("ol", { class: "items", "aria-label": label });
  const more = h("button", { type: "button", class: "more", on: { click: () => next(true) } }, t("Show more"));
  const status = h("p", { class: "list-status", role: "status" });
  const element = h("div", { class: "list" }, list, more);
  let source = null;
  let loaded = 0;
  let total = 0;
  let controller = null;
  let isSelected = () => false;

  async function next(keepsFocus) {
    const mine = new AbortController();
    controller = mine;
    more.disabled = true;
    try {
      const page = await source.load(loaded, limit, mine.signal);
      if (controller !== mine) return;
      const first = loaded === 0;
      const items = page.items.map(source.show);
      total = page.total;
      loaded += items.length;
      if (first) fill(list, items);
      else list.append(...items);
      status.textContent = source.count(total);
      if (!total) fill(list, h("li", { class: "none" }, source.empty()));
      mark();
      if (keepsFocus) items[0]?.querySelector("a")?.focus({ preventScroll: true });
    } catch (error) {
      if (error.name !== "AbortError") {
        status.textContent = error.message;
        onError(error);
      }
    } finally {
      if (controller === mine) {
        more.disabled = false;
        more.hidden = loaded >= total;
        element.removeAttribute("aria-busy");
      }
    }
  }

  function mark() {
    for (const link of list.querySelectorAll("a.item")) {
      if (isSelected(link.dataset)) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  return {
    element, status,
    /** `counted(total)` says how many there are, `empty()` gives what stands there where there are none. */
    reset(load, show, counted, empty) {
      controller?.abort();
      source = { load, show, count: counted, empty };
      loaded = 0;
      element.setAttribute("aria-busy", "true");
      return next(false);
    },
    /** Marks the items for which `matches(dataset)` holds. */
    select(matches) {
      isSelected = matches;
      mark();
    },
    /** The link `step` items on from the present one; reads on at the end. */
    async move(step) {
      const links = [...list.querySelectorAll("a.item")];
      const focused = links.indexOf(document.activeElement);
      const present = focused >= 0 ? focused : links.findIndex((link) => link.hasAttribute("aria-current"));
      const to = present < 0 ? (step > 0 ? 0 : -1) : present + step;
      if (to >= links.length && loaded < total && !more.disabled) await next(false);
      return [...list.querySelectorAll("a.item")][to] ?? null;
    },
  };
}
