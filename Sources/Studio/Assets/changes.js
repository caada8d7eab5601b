// What a save has changed: findings gained and lost, while the run goes on and after it.
import { announce, bdi, fill, h } from "./dom.js";
import { findingItem } from "./findings.js";
import { count, plural, t } from "./strings.js";

const shownAtOnce = 50;

function group(title, sign, findings, total) {
  if (!total) return null;
  const list = h("ol", { class: "items" }, findings.slice(0, shownAtOnce).map((finding) => findingItem(finding, {})));
  const rest = total - Math.min(findings.length, shownAtOnce);
  return h("section", { class: ["changed", sign === "+" ? "is-gained" : "is-lost"] },
    h("h3", {}, h("span", { class: "sign", "aria-hidden": "true" }, sign), " ", title), list, rest > 0 && h("p", { class: "note-none" }, t("and {rest} more", { rest: count(rest) })));
}

/** A panel of changes. Returns {element, waiting(), run(run), show(changes)}. */
export function changesPanel() {
  const progress = h("div", {});
  const sum = h("div", {}, h("p", { class: "note-none" }, t("Save a file, and what the rules find more or less is shown here.")));
  const body = h("div", {});
  const element = h("div", { class: "changes" }, progress, sum, body);
  let savedAt = null;

  function showProgress(text, value, max) {
    fill(progress, h("p", { class: "changes-run" }, h("progress", { "aria-label": t("Articles read"), value, max }), " ", text));
  }

  return {
    element,
    /** A file was saved: a run begins. */
    waiting() {
      savedAt = performance.now();
      fill(sum);
      showProgress(t("Running …"));
    },
    /** The save was refused: no run follows. */
    refused() {
      savedAt = null;
      fill(progress);
    },
    run(run) {
      // One save may lead to more than one run: what an earlier one changed stays to be read.
      if (run.state === "running") {
        if (run.total) showProgress(t("{read} of {total} articles", { read: count(run.read), total: count(run.total) }), run.read, run.total);
        return;
      }
      fill(progress, run.state === "failed" && h("p", { class: "changes-run is-failed" }, t("The run failed")),
        run.failures?.length > 0 && h("ul", { class: "failures" }, run.failures.map((failure) => h("li", { dir: "auto" }, failure))));
    },
    show(changes) {
      const isEmpty = !changes.gainedTotal && !changes.lostTotal;
      if (isEmpty && savedAt === null) return;
      const seconds = savedAt === null ? changes.seconds : (performance.now() - savedAt) / 1000;
      savedAt = null;
      const gained = plural(changes.gainedTotal, "finding gained", "findings gained");
      const lost = plural(changes.lostTotal, "finding lost", "findings lost");
      fill(sum, h("p", { class: "changes-sum" }, bdi(changes.pack), ": ", isEmpty ? t("nothing has changed") : `${gained}, ${lost}`, h("span", { class: "note-sub" }, ` · ${seconds.toFixed(2)} s`)));
      fill(body, group(gained, "+", changes.gained, changes.gainedTotal), group(lost, "−", changes.lost, changes.lostTotal));
      announce(isEmpty ? t("Nothing has changed") : `${gained}, ${lost}`);
    },
  };
}
