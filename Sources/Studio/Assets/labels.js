// Labelling: one finding after the other, judged by a key; what precision is known for each rule so far.
import { api } from "./api.js";
import { intervalBar } from "./charts.js";
import { announce, bdi, button, emptyState, fill, h, showError } from "./dom.js";
import { ruleOptions, serverFilters } from "./filters.js";
import { partiesOf } from "./findings.js";
import { go, hrefOf } from "./route.js";
import { count, plural, t } from "./strings.js";
import { CodePoints, segments } from "./text.js";

const drawnAtOnce = 60;

/** The whole sentence with the finding and its fields marked. */
function judgedSentence(finding) {
  const { sentence, span } = finding;
  const points = new CodePoints(sentence.text);
  const marks = [{ ...span, kind: "span" }];
  for (const [name, value] of Object.entries(finding.fields ?? {})) {
    for (const one of value?.items ?? [value]) {
      if (one?.field === sentence.field && Number.isInteger(one.start)) marks.push({ ...one, kind: "field", name });
    }
  }
  const moved = marks.map((mark) => ({ ...mark, start: mark.start - sentence.start, end: mark.end - sentence.start }));
  return h("p", { class: "judged", dir: "auto", lang: "ar" }, segments(0, points.length, moved).map((piece) => {
    const words = points.slice(piece.start, piece.end);
    const isSpan = piece.items.some((item) => item.kind === "span");
    const names = piece.items.filter((item) => item.kind === "field").map((item) => item.name);
    const inner = names.length ? h("span", { class: "judged-field", title: names.join(", ") }, words) : words;
    return isSpan ? h("mark", {}, inner) : inner;
  }));
}

function percent(share) {
  return share === null || share === undefined ? "–" : `${(share * 100).toFixed(0)} %`;
}

/** Builds the view. */
export function labelsView() {
  let query = {};
  let state = null;
  let queue = [];
  let judged = [];
  let left = 0;
  let loadedFor = null;
  let rules = [];
  // Judged in this tab: the server tells all tabs, this one too.
  const own = new Set();

  const choice = h("select", { id: "labels-rule", on: { change: () => go("labels", { rule: choice.value }) } });
  const card = h("section", { class: "card", "aria-label": t("Finding to judge"), "aria-live": "polite" });
  const yes = button("", () => judge("yes"), { class: "judge is-yes", "aria-keyshortcuts": "y" });
  const no = button("", () => judge("no"), { class: "judge is-no", "aria-keyshortcuts": "n" });
  const skip = button("", () => pass(), { class: "judge", "aria-keyshortcuts": "s" });
  const undo = button("", () => takeBack(), { class: "judge", "aria-keyshortcuts": "u" });
  for (const [element, key, text] of [[yes, "y", "Right"], [no, "n", "Wrong"], [skip, "s", "Skip"], [undo, "u", "Undo"]]) fill(element, t(text), " ", h("kbd", { "aria-hidden": "true" }, key));
  const progress = h("p", { class: "note-sub", role: "status" });
  const counts = h("div", { class: "counts" });
  const element = h("div", { class: "labels" }, h("h1", { class: "unseen" }, t("Labels")),
    h("div", { class: "labels-main" },
      h("div", { class: "labels-head" }, h("label", { class: "label", for: "labels-rule" }, t("Rule")), choice, progress),
      card, h("div", { class: "judges", role: "group", "aria-label": t("Is this finding right?") }, yes, no, skip, undo)),
    h("div", { class: "labels-side" }, h("div", { class: "picture-head" }, h("h2", {}, t("Precision")), h("a", { class: "button", href: "/api/labels.jsonl", download: "labels.jsonl" }, t("Gold lines"))),
      h("p", { class: "note-sub" }, t("With the interval that holds it in 19 of 20 cases (Wilson).")), counts));

  /** Findings in the order of their names, which are hashes: a sample, since the newest ones say little of the rule. */
  async function load() {
    const filters = serverFilters({ ...query, label: "none" });
    const page = await api.findings({ ...filters, order: "sample", limit: drawnAtOnce });
    // What was passed over comes again only when one asks anew.
    const passed = new Set(judged.map((entry) => entry.finding.key));
    queue = page.items.filter((finding) => !passed.has(finding.key));
    left = page.total;
  }

  function showCard() {
    const finding = queue[0];
    for (const element of [yes, no, skip]) element.disabled = !finding;
    undo.disabled = !judged.length;
    progress.textContent = `${plural(left, "finding not judged", "findings not judged")}, ${count(judged.filter((entry) => entry.verdict).length)} ${t("judged now")}`;
    if (!finding) {
      fill(card, emptyState(t("Nothing left to judge"), t("Choose another rule, or take the gold lines to `hilal eval`.")));
      return;
    }
    const fields = Object.entries(finding.fields ?? {}).filter(([, value]) => value?.text);
    fill(card, h("p", { class: "card-head" }, bdi(finding.label), h("span", { class: "note-sub" }, " ", bdi(`${finding.pack}/${finding.rule}`))),
      judgedSentence(finding), partiesOf(finding),
      fields.length > 0 && h("dl", { class: "card-fields" }, fields.map(([name, value]) => h("div", {}, h("dt", {}, bdi(name)), h("dd", {}, bdi(value.text))))),
      h("p", { class: "note-sub" }, h("a", { href: hrefOf("archive", { article: finding.article.id, finding: finding.key }) }, bdi(finding.article.title || t("Untitled"), { lang: "ar" })), " · ", bdi(finding.article.source ?? "")));
  }

  function showCounts() {
    const lines = rules.filter((rule) => rule.yes + rule.no > 0 || query.rule === `${rule.pack}/${rule.rule}`);
    if (!lines.length) return void fill(counts, emptyState(t("Nothing judged yet"), t("Press y where the finding is right, n where it is wrong.")));
    fill(counts, h("table", { class: "numbers" }, h("caption", { class: "unseen" }, t("Precision by rule")),
      h("thead", {}, h("tr", {}, [t("Rule"), t("Right"), t("Wrong"), t("Precision"), t("Interval")].map((head) => h("th", { scope: "col" }, head)))),
      h("tbody", {}, lines.map((rule) => h("tr", {}, h("th", { scope: "row" }, h("a", { href: hrefOf("archive", { rule: `${rule.pack}/${rule.rule}` }) }, bdi(`${rule.pack}/${rule.rule}`))),
        h("td", {}, count(rule.yes)), h("td", {}, count(rule.no)), h("td", {}, percent(rule.precision)),
        h("td", {}, intervalBar(rule), " ", h("span", { class: "note-sub" }, rule.low === null || rule.low === undefined ? "" : `${percent(rule.low)} – ${percent(rule.high)}`)))))));
  }

  async function refreshCounts() {
    try {
      ({ rules } = await api.labels());
      showCounts();
    } catch (error) {
      showError(error);
    }
  }

  async function next() {
    queue.shift();
    if (!queue.length && left > 0) await load();
    showCard();
  }

  async function judge(verdict) {
    const finding = queue[0];
    if (!finding || yes.disabled) return;
    yes.disabled = true;
    own.add(finding.key);
    try {
      await api.label(finding.key, verdict);
      judged.push({ finding, verdict });
      left -= 1;
      announce(t(verdict === "yes" ? "Judged right" : "Judged wrong"));
      await next();
      refreshCounts();
    } catch (error) {
      yes.disabled = false;
      showError(error);
    }
  }

  async function pass() {
    if (!queue[0]) return;
    judged.push({ finding: queue[0], verdict: null });
    left -= 1;
    await next();
  }

  async function takeBack() {
    const last = judged.pop();
    if (!last) return;
    try {
      if (last.verdict) await api.label(last.finding.key, null);
      own.delete(last.finding.key);
      queue.unshift(last.finding);
      left += 1;
      announce(t("Judgement taken back"));
      showCard();
      refreshCounts();
    } catch (error) {
      judged.push(last);
      showError(error);
    }
  }

  return {
    element,
    async show(nextQuery) {
      query = nextQuery;
      choice.value = query.rule ?? "";
      const wanted = query.rule ?? "";
      if (loadedFor === wanted) return showCounts();
      loadedFor = wanted;
      judged = [];
      try {
        await load();
        showCard();
      } catch (error) {
        loadedFor = null;
        fill(card, emptyState(error.message, error.hint));
      }
      refreshCounts();
    },
    setState(nextState) {
      state = nextState;
      fill(choice, h("option", { value: "" }, t("All rules")), ruleOptions(state.packs, query.rule));
      choice.value = query.rule ?? "";
    },
    /** After a run: findings may be gone; the judgements stay. */
    refresh() {
      loadedFor = null;
      if (!element.hidden) this.show(query);
    },
    /** Another tab has judged: what it has done is not asked again. */
    onLabel({ key, verdict }) {
      if (own.has(key)) return;
      const place = queue.findIndex((finding) => finding.key === key);
      if (verdict && place >= 0) {
        queue.splice(place, 1);
        left -= 1;
        showCard();
      }
      refreshCounts();
    },
    onKey(event) {
      const keys = { y: () => judge("yes"), n: () => judge("no"), s: pass, u: takeBack };
      if (!keys[event.key]) return false;
      keys[event.key]();
      return true;
    },
    keys: [["y", "This finding is right"], ["n", "This finding is wrong"], ["s", "Skip it"], ["u", "Take the last one back"]],
  };
}
