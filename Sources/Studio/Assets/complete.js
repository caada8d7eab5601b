// Completion: names of the script's API and of the file, below the caret.
import { api } from "./api.js";
import { announce, bdi, fill, h } from "./dom.js";
import { namesIn, writtenBefore } from "./lua.js";
import { plural, t } from "./strings.js";

const most = 12;
let known = null;

/** `(words, where?)` of a function's parameters. */
const parameters = (entry) => `(${(entry.parameters ?? []).map((one) => one.optional ? `${one.name}?` : one.name).join(", ")})`;

/** The API's names, loaded once: [{name, owner, sign, signature, summary}]. */
async function scriptNames() {
  if (known) return known;
  const { functions, objects, ruleFields } = await api.scriptNames();
  known = [
    ...functions.map((entry) => ({ ...entry, name: entry.name.replace(/^hilal\./, ""), owner: "hilal", sign: ".", signature: parameters(entry) })),
    ...objects.flatMap((object) => [
      ...(object.methods ?? []).map((entry) => ({ ...entry, owner: object.name, sign: ":", signature: parameters(entry) })),
      ...(object.fields ?? []).map((entry) => ({ ...entry, owner: object.name, sign: ".", signature: entry.type })),
    ]),
    ...ruleFields.map((entry) => ({ ...entry, owner: "rule", sign: "", signature: entry.type })),
  ];
  return known;
}

/** Objects share names (`text`): each is offered once, with the first one's words. */
function once(entries) {
  const seen = new Set();
  return entries.filter((entry) => !seen.has(entry.name) && seen.add(entry.name));
}

function candidates(names, written, text) {
  const begins = (name) => name.toLowerCase().startsWith(written.begun.toLowerCase()) && name !== written.begun;
  if (written.sign) {
    const isHost = written.receiver === "hilal";
    return once(names.filter((entry) => begins(entry.name) && entry.sign === written.sign && (entry.owner === "hilal") === isHost));
  }
  if (written.begun.length < 2) return [];
  const own = [...namesIn(text)].filter(begins).sort().map((name) => ({ name, signature: "", summary: "" }));
  const given = [{ name: "hilal", signature: "", summary: t("What scripts are given") }, ...names.filter((entry) => !entry.sign)];
  return once([...given.filter((entry) => begins(entry.name)), ...own]);
}

/**
 * Completion for an editor. Returns {element, update(), onKey(event) → handled, close()}; `element` is laid over the
 * editor's frame, which is its positioned parent.
 */
export function completion(editor) {
  const id = `${editor.element.id}-names`;
  const element = h("ul", { class: "names", id, role: "listbox", "aria-label": t("Completions"), hidden: true });
  editor.element.setAttribute("aria-controls", id);
  editor.element.setAttribute("aria-autocomplete", "list");
  let shown = [];
  let chosen = 0;
  let written = null;

  function close() {
    element.hidden = true;
    shown = [];
    editor.element.removeAttribute("aria-activedescendant");
  }

  function choose(index) {
    chosen = (index + shown.length) % shown.length;
    [...element.children].forEach((item, place) => {
      item.setAttribute("aria-selected", String(place === chosen));
      if (place === chosen) item.scrollIntoView({ block: "nearest" });
    });
    editor.element.setAttribute("aria-activedescendant", `${id}-${chosen}`);
  }

  function accept(index) {
    const { end } = editor.caret();
    editor.replace(end - written.begun.length, end, shown[index].name);
    close();
    editor.focus();
  }

  function place() {
    const caret = editor.caretBox();
    const frame = element.offsetParent?.getBoundingClientRect();
    if (!frame) return;
    element.style.left = `${Math.max(0, Math.min(caret.left - frame.left, frame.width - 320))}px`;
    const below = caret.bottom - frame.top + 2;
    element.style.top = below + element.offsetHeight > frame.height && caret.top - frame.top > element.offsetHeight
      ? `${caret.top - frame.top - element.offsetHeight - 2}px` : `${below}px`;
  }

  async function update() {
    const mine = writtenBefore(editor.lineBefore());
    written = mine;
    if (!mine || (!mine.begun && !mine.sign)) return close();
    let names = [];
    try {
      names = await scriptNames();
    } catch {
      // Completion is a help: without it one goes on writing.
    }
    // While the names came something else was written.
    if (written !== mine) return;
    shown = candidates(names, mine, editor.text).slice(0, most);
    if (!shown.length) return close();
    fill(element, shown.map((entry, index) => h("li", {
      id: `${id}-${index}`, role: "option", "aria-selected": "false",
      // The press must not take the focus out of the text.
      on: { pointerdown: (event) => { event.preventDefault(); accept(index); } },
    }, h("code", {}, bdi(entry.name), entry.signature && h("span", { class: "signature" }, ` ${entry.signature}`)), entry.summary && h("span", { class: "summary" }, entry.summary))));
    element.hidden = false;
    choose(0);
    place();
    announce(plural(shown.length, "completion", "completions"));
  }

  editor.element.addEventListener("blur", close);

  return {
    element, update, close,
    onKey(event) {
      if (element.hidden) {
        if (event.ctrlKey && event.key === " ") {
          update();
          return true;
        }
        return false;
      }
      const actions = {
        ArrowDown: () => choose(chosen + 1), ArrowUp: () => choose(chosen - 1), Enter: () => accept(chosen), Tab: () => accept(chosen), Escape: close,
      };
      if (!actions[event.key] || event.ctrlKey || event.metaKey || event.shiftKey) return false;
      actions[event.key]();
      return true;
    },
  };
}
