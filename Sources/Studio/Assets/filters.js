// The filters of findings: one bar, used by the archive, the pictures and the labels.
import { api } from "./api.js";
import { debounce, fill, h, button, showError } from "./dom.js";
import { count, t } from "./strings.js";

/** The names of filters as the server and the address know them. */
export const filterNames = ["q", "rule", "actor", "target", "place", "source", "since", "until", "label"];

/** Only the filters of a query. */
export function filtersOf(query) {
  return Object.fromEntries(filterNames.filter((name) => query[name]).map((name) => [name, query[name]]));
}

/** The same as the server takes it: `rule` names pack and rule together in the address. */
export function serverFilters(query) {
  const filters = filtersOf(query);
  const [pack, rule] = (filters.rule ?? "").split("/");
  if (rule !== undefined) Object.assign(filters, { pack, rule: rule === "*" ? "" : rule });
  return filters;
}

/** Of these what narrows articles. */
export function articleFilters({ q, source, since, until }) {
  return { q, source, since, until };
}

/** The options of a rule filter, by pack. */
export function ruleOptions(packs, chosen) {
  return packs.filter((pack) => pack.rules?.length).map((pack) => h("optgroup", { label: pack.name },
    h("option", { value: `${pack.name}/*`, selected: chosen === `${pack.name}/*` }, `${pack.name}: ${t("all rules")}`),
    pack.rules.map((rule) => h("option", { value: `${pack.name}/${rule.id}`, selected: chosen === `${pack.name}/${rule.id}` }, rule.id))));
}

const fields = [
  { name: "rule", label: "Rule", type: "select" },
  { name: "actor", label: "Actor", type: "values" },
  { name: "target", label: "Target", type: "values" },
  { name: "place", label: "Place", type: "values" },
  { name: "source", label: "Source", type: "select" },
  { name: "since", label: "From", type: "date" },
  { name: "until", label: "To", type: "date" },
  { name: "label", label: "Judged", type: "select" },
];

const verdicts = [["yes", "Right"], ["no", "Wrong"], ["none", "Not judged"]];

/**
 * A bar of filters. `onChange(filters, {isStep})` is told what is chosen; `isStep` is false while words are typed.
 * `names` are the fields shown. Returns {element, show(query), setState(state), focusSearch()}.
 */
export function filterBar(id, onChange, names = fields.map((field) => field.name)) {
  const inputs = {};
  const shown = fields.filter((field) => names.includes(field.name));
  let packs = [];
  let query = {};

  const read = () => Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, input.value.trim()]).filter(([, value]) => value));
  const changed = (isStep) => {
    typed.cancel();
    onChange(read(), { isStep });
  };
  const typed = debounce(160, () => changed(false));

  inputs.q = h("input", {
    type: "search", id: `${id}-q`, dir: "auto", placeholder: t("Search the findings"), autocomplete: "off", "aria-keyshortcuts": "/",
    "aria-label": t("Search"), on: { input: typed },
  });
  const cells = shown.map((field) => {
    const inputId = `${id}-${field.name}`;
    const common = { id: inputId, on: { change: () => changed(true) } };
    const list = field.type === "values" && h("datalist", { id: `${inputId}-list` });
    inputs[field.name] = field.type === "select" ? h("select", common)
      : field.type === "date" ? h("input", { ...common, type: "date" })
        : h("input", { ...common, dir: "auto", autocomplete: "off", list: `${inputId}-list` });
    if (list) inputs[field.name].addEventListener("focus", () => loadValues(field.name, list), { once: true });
    return h("div", { class: "filter" }, h("label", { for: inputId }, t(field.label)), inputs[field.name], list);
  });
  const clear = button(t("Clear"), () => onChange({}, { isStep: true }), { class: "quiet" });
  const summary = h("summary", {}, t("Filters"), h("span", { class: "filter-count" }));
  const more = h("details", { class: "filter-more" }, summary, h("div", { class: "filter-fields" }, cells, clear));
  more.open = matchMedia("(min-width: 60rem)").matches;
  const element = h("form", { class: "filters", role: "search", "aria-label": t("Findings"), on: { submit: (event) => { event.preventDefault(); changed(true); } } },
    inputs.q, more);

  async function loadValues(name, list) {
    try {
      const values = await api.values(name);
      fill(list, values.map(({ value, text, count: number }) => h("option", { value, label: `${text ?? value} (${count(number)})` })));
    } catch (error) {
      showError(error);
    }
  }

  function showOptions() {
    const any = () => h("option", { value: "" }, t("All"));
    if (inputs.rule) fill(inputs.rule, any(), ruleOptions(packs, query.rule));
    if (inputs.label) fill(inputs.label, any(), verdicts.map(([value, text]) => h("option", { value, selected: query.label === value }, t(text))));
  }

  let sources = null;
  async function showSources() {
    if (!inputs.source) return;
    try {
      sources ??= await api.values("source");
    } catch (error) {
      showError(error);
      return;
    }
    fill(inputs.source, h("option", { value: "" }, t("All")), sources.filter(({ value }) => value).map(({ value, count: number }) =>
      h("option", { value, selected: query.source === value }, `${value} (${count(number)})`)));
    inputs.source.value = query.source ?? "";
  }

  return {
    element,
    /** Shows a query of the address. */
    show(next) {
      query = next;
      for (const [name, input] of Object.entries(inputs)) {
        const value = next[name] ?? "";
        if (document.activeElement === input && name === "q") continue;
        if (input.value !== value) input.value = value;
      }
      const number = shown.filter((field) => next[field.name]).length;
      summary.lastChild.textContent = number ? ` ${number}` : "";
      clear.hidden = !number && !next.q;
    },
    setState(state) {
      packs = state.packs;
      showOptions();
      sources = null;
      showSources();
    },
    focusSearch() {
      inputs.q.focus();
      inputs.q.select();
    },
  };
}
