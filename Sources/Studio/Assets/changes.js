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
  const element = h("div", { class: "changes" });
  const head = h("div", { class: "changes-head" });
  const body = h("div", {});
  element.append(head, body);
  let savedAt = null;
  const idle = () => fill(head, h("p", { class: "note-none" }, t("Save a file, and what the rules find more or less is shown here.")));
  idle();

  return {
    element,
    /** A file was saved: a run begins. */
    waiting() {
      savedAt = performance.now();
      fill(head, h("p", { class: "changes-sum" }, h("progress", { "aria-label": t("Articles read") }), " ", t("Running …")));
    },
    run(run) {
      if (run.state === "running" && run.total) {
        let bar = head.querySelector("progress");
        if (!bar) {
          fill(head, h("p", { class: "changes-sum" }, h("progress", { "aria-label": t("Articles read") }), h("span", {})));
          bar = head.querySelector("progress");
        }
        bar.max = run.total;
        bar.value = run.read;
        bar.nextSibling.textContent = ` ${t("{read} of {total} articles", { read: count(run.read), total: count(run.total) })}`;
      } else if (run.state === "failed") {
        fill(head, h("p", { class: "changes-sum is-failed" }, t("The run failed")));
      } else if (head.querySelector("progress")) {
        idle();
      }
      if (run.state !== "running" && run.failures?.length) {
        head.append(h("ul", { class: "failures" }, run.failures.map((failure) => h("li", { dir: "auto" }, failure))));
      }
    },
    show(changes) {
      const seconds = savedAt === null ? changes.seconds : (performance.now() - savedAt) / 1000;
      savedAt = null;
      const gained = plural(changes.gainedTotal, "finding gained", "findings gained");
      const lost = plural(changes.lostTotal, "finding lost", "findings lost");
      const isSame = !changes.gainedTotal && !changes.lostTotal;
      fill(head, h("p", { class: "changes-sum" }, bdi(changes.pack), ": ", isSame ? t("nothing has changed") : `${gained}, ${lost}`, h("span", { class: "note-sub" }, ` · ${seconds.toFixed(2)} s`)));
      fill(body, group(gained, "+", changes.gained, changes.gainedTotal), group(lost, "−", changes.lost, changes.lostTotal));
      announce(isSame ? t("Nothing has changed") : `${gained}, ${lost}`);
    },
  };
}
