// The code editor. The text is the truth: each edit is taken before the browser makes it, changes the text, and the lines
// that differ are drawn anew. A text field could not keep an Arabic string from turning round with its neighbours: here
// each string is a bidi isolate of its own, in a line that always runs from left to right.
import { h } from "./dom.js";

const stepsKept = 300;

/** Where a document fragment begins with these texts; used to draw only what differs. */
function commonStart(a, b) {
  let index = 0;
  while (index < a.length && index < b.length && a[index] === b[index]) index += 1;
  return index;
}

/**
 * An editor of code. `options`: label, cut (a function of lua.js), onChange(text), onKey(event) → handled.
 * Returns {element, text, setText, caret, select, replace, lineBefore, caretBox, mark, focus}.
 */
export function codeEditor({ label, id, onChange = () => {}, onKey = () => false }) {
  const element = h("div", {
    class: "code-text", id, role: "textbox", "aria-multiline": "true", "aria-label": label, contenteditable: "true", spellcheck: "false",
    autocapitalize: "off", autocorrect: "off", translate: "no", dir: "ltr", tabindex: "0",
  });
  let cut = () => ({ tokens: [], open: null });
  let text = "";
  let drawn = [];
  let past = [];
  let future = [];
  let lastEdit = { time: 0, kind: "" };
  let isComposing = false;

  // Drawing

  function lineElement(tokens) {
    const line = h("div", { class: "line" }, tokens.map(([kind, part]) => kind === "sign" || kind === "name" ? part : h("span", { class: `t-${kind}` }, part)));
    if (!tokens.length) line.append(document.createElement("br"));
    return line;
  }

  /** Lines with the state they begin in; the same key means the same picture. */
  function cutLines() {
    let open = null;
    return text.split("\n").map((line) => {
      const key = `${open ? `${open.kind}${open.close}` : ""}\u0000${line}`;
      const result = cut(line, open);
      open = result.open;
      return { key, tokens: result.tokens };
    });
  }

  function draw() {
    const lines = cutLines();
    const keys = lines.map((line) => line.key);
    // What the browser drew during a composition is thrown away with the line.
    const isWhole = element.childElementCount === drawn.length && element.childNodes.length === drawn.length;
    const same = isWhole ? commonStart(drawn, keys) : 0;
    const rest = isWhole ? commonStart(drawn.slice(same).reverse(), keys.slice(same).reverse()) : 0;
    const fresh = lines.slice(same, lines.length - rest).map((line) => lineElement(line.tokens));
    const old = [...element.childNodes].slice(same, element.childNodes.length - rest);
    const before = element.childNodes[same] ?? null;
    for (const line of fresh) element.insertBefore(line, before);
    for (const line of old) line.remove();
    drawn = keys;
  }

  // Places: UTF-16 units of the text against nodes of the drawing

  function offsetOf(node, offset) {
    const lines = [...element.children];
    if (node === element) return lines.slice(0, offset).reduce((sum, line) => sum + line.textContent.length + 1, 0);
    let line = node;
    while (line && line.parentNode !== element) line = line.parentNode;
    if (!line) return text.length;
    let sum = 0;
    for (const one of lines) {
      if (one === line) break;
      sum += one.textContent.length + 1;
    }
    const range = document.createRange();
    range.setStart(line, 0);
    range.setEnd(node, offset);
    return sum + range.toString().length;
  }

  function placeOf(offset) {
    let rest = Math.max(0, Math.min(offset, text.length));
    for (const line of element.children) {
      const { length } = line.textContent;
      if (rest > length) {
        rest -= length + 1;
        continue;
      }
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (rest <= node.length) return [node, rest];
        rest -= node.length;
      }
      return [line, 0];
    }
    return [element, element.childNodes.length];
  }

  function caret() {
    const selection = getSelection();
    if (!selection.rangeCount || !element.contains(selection.anchorNode)) return { start: text.length, end: text.length };
    const range = selection.getRangeAt(0);
    return { start: offsetOf(range.startContainer, range.startOffset), end: offsetOf(range.endContainer, range.endOffset) };
  }

  function rangeOf(start, end) {
    const range = document.createRange();
    range.setStart(...placeOf(start));
    range.setEnd(...placeOf(end));
    return range;
  }

  function select(start, end = start) {
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(rangeOf(start, end));
    const node = selection.focusNode;
    (node?.nodeType === Node.TEXT_NODE ? node.parentElement.closest(".line") : node)?.scrollIntoView?.({ block: "nearest" });
  }

  // Editing

  function remember(kind) {
    const now = Date.now();
    // Letters typed without pause are taken back together.
    const goesOn = kind === "type" && lastEdit.kind === "type" && now - lastEdit.time < 800;
    if (!goesOn) past.push({ text, ...caret() });
    if (past.length > stepsKept) past.shift();
    future = [];
    lastEdit = { time: now, kind };
  }

  function replace(start, end, added, kind = "edit") {
    remember(kind);
    text = text.slice(0, start) + added + text.slice(end);
    draw();
    select(start + added.length);
    onChange(text);
  }

  function step(from, to) {
    const state = from.pop();
    if (!state) return;
    to.push({ text, ...caret() });
    text = state.text;
    lastEdit = { time: 0, kind: "" };
    draw();
    select(state.start, state.end);
    onChange(text);
  }

  function newLine(start) {
    const line = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
    const indent = /^[ \t]*/.exec(line)[0];
    const opens = /(\{|\(|\bthen|\bdo|\belse|\bfunction\s*\w*\([^)]*\))\s*$/.test(line);
    return `\n${indent}${opens ? "  " : ""}`;
  }

  /** The range an edit is about: the selection, else what the browser would delete, else one character. */
  function targetOf(event) {
    const selected = caret();
    if (selected.start !== selected.end || !event.inputType.startsWith("delete")) {
      const [range] = event.inputType === "insertReplacementText" || event.inputType === "insertFromDrop" ? event.getTargetRanges() : [];
      return range ? { start: offsetOf(range.startContainer, range.startOffset), end: offsetOf(range.endContainer, range.endOffset) } : selected;
    }
    const at = selected.start;
    const forward = event.inputType.endsWith("Forward");
    if (/Word|Line/.test(event.inputType)) {
      const [range] = event.getTargetRanges();
      if (range) return { start: offsetOf(range.startContainer, range.startOffset), end: offsetOf(range.endContainer, range.endOffset) };
    }
    const one = forward ? [...text.slice(at, at + 2)][0]?.length ?? 0 : [...text.slice(Math.max(0, at - 2), at)].at(-1)?.length ?? 0;
    return forward ? { start: at, end: at + one } : { start: at - one, end: at };
  }

  element.addEventListener("beforeinput", (event) => {
    if (event.isComposing || event.inputType === "insertCompositionText") return;
    event.preventDefault();
    const { start, end } = targetOf(event);
    if (event.inputType.startsWith("delete")) {
      if (end > start) replace(start, end, "");
    } else if (event.inputType === "insertLineBreak" || event.inputType === "insertParagraph") {
      replace(start, end, newLine(start));
    } else if (event.inputType.startsWith("insert")) {
      const added = event.data ?? event.dataTransfer?.getData("text/plain") ?? "";
      replace(start, end, added.replaceAll("\r\n", "\n"), event.inputType === "insertText" ? "type" : "edit");
    } else if (event.inputType === "historyUndo") {
      step(past, future);
    } else if (event.inputType === "historyRedo") {
      step(future, past);
    }
  });

  // A composition (accents, some Arabic keyboards) cannot be taken over: it is read back when it ends.
  element.addEventListener("compositionstart", () => {
    remember("edit");
    isComposing = true;
  });
  element.addEventListener("compositionend", () => {
    isComposing = false;
    const { start } = caret();
    text = [...element.children].map((line) => line.textContent).join("\n");
    drawn = [];
    draw();
    select(start);
    onChange(text);
  });

  const copied = (event) => {
    const { start, end } = caret();
    if (start === end) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", text.slice(start, end));
    if (event.type === "cut") replace(start, end, "");
  };
  element.addEventListener("copy", copied);
  element.addEventListener("cut", copied);

  element.addEventListener("keydown", (event) => {
    if (isComposing) return;
    if (onKey(event)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (!(event.ctrlKey || event.metaKey)) return;
    const key = event.key.toLowerCase();
    if (key !== "z" && key !== "y") return;
    event.preventDefault();
    if (key === "y" || event.shiftKey) step(future, past);
    else step(past, future);
  });

  return {
    element, caret, select, replace,
    get text() { return text; },
    /** A new file: nothing of the old one can be taken back. */
    setText(next, cutter) {
      text = next;
      cut = cutter;
      past = [];
      future = [];
      drawn = [];
      element.replaceChildren();
      draw();
    },
    /** The line before the caret. */
    lineBefore() {
      const { start } = caret();
      return text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
    },
    /** Where the caret stands in the window. */
    caretBox() {
      const { start } = caret();
      const box = rangeOf(start, start).getBoundingClientRect();
      if (box.height) return box;
      const [node] = placeOf(start);
      return (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).getBoundingClientRect();
    },
    /** The place of a line and a column, both from 1 and the column in code points. */
    placeAt(line, column) {
      const lines = text.split("\n");
      const before = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
      return before + [...(lines[line - 1] ?? "")].slice(0, column - 1).join("").length;
    },
    /** Marks lines in the margin and words below: [{line, column, length, severity, message}]. */
    mark(diagnostics) {
      for (const line of element.children) line.classList.remove("has-error", "has-warning");
      const ranges = { error: [], warning: [] };
      for (const one of diagnostics) {
        const kind = one.severity === "error" ? "error" : "warning";
        element.children[one.line - 1]?.classList.add(`has-${kind}`);
        const start = this.placeAt(one.line, one.column || 1);
        if (one.length) ranges[kind].push(rangeOf(start, this.placeAt(one.line, (one.column || 1) + one.length)));
      }
      if (!("highlights" in CSS)) return;
      for (const [kind, list] of Object.entries(ranges)) CSS.highlights.set(`${kind}-${id}`, new Highlight(...list));
    },
    focus: () => element.focus(),
  };
}
