// Elements without markup: everything shown is a text node, so that no article, rule or file name can become HTML.

const svgNamespace = "http://www.w3.org/2000/svg";

function safeAddress(value) {
  // `javascript:` and `data:` addresses come from archives too; only what leads to a page stays a link.
  return /^(#|\/[\w?]|https?:\/\/|blob:)/i.test(value) ? value : null;
}

function set(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name === "on") {
    for (const [event, handler] of Object.entries(value)) element.addEventListener(event, handler);
  } else if (name === "class") {
    element.setAttribute("class", Array.isArray(value) ? value.filter(Boolean).join(" ") : value);
  } else if (name === "data") {
    Object.assign(element.dataset, value);
  } else if ((name === "value" && element.localName !== "progress") || name === "checked" || name === "selected" || name === "disabled") {
    element[name] = value;
  } else if (name === "href") {
    const address = safeAddress(String(value));
    if (address) element.setAttribute("href", address);
  } else if (!name.startsWith("on") && name !== "style" && name !== "srcdoc") {
    element.setAttribute(name, value === true ? "" : String(value));
  }
}

function build(element, properties, children) {
  for (const [name, value] of Object.entries(properties ?? {})) set(element, name, value);
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) {
      element.append(child instanceof Node ? child : document.createTextNode(String(child)));
    }
  }
  return element;
}

/** An HTML element; children are elements or text, never markup. */
export function h(tag, properties, ...children) {
  return build(document.createElement(tag), properties, children);
}

/** The same for SVG. */
export function svg(tag, properties, ...children) {
  return build(document.createElementNS(svgNamespace, tag), properties, children);
}

/** Text of unknown direction, kept from turning its neighbours round. */
export function bdi(text, properties) {
  return h("bdi", { dir: "auto", ...properties }, text ?? "");
}

/** A button that is one. */
export function button(text, onClick, properties) {
  return h("button", { type: "button", on: { click: onClick }, ...properties }, text);
}

/** Puts the children in place of what an element held. */
export function fill(element, ...children) {
  element.replaceChildren();
  return build(element, {}, children);
}

/** Calls a function once the calls have stopped for some milliseconds; `.now()` at once, `.cancel()` never. */
export function debounce(milliseconds, action) {
  let timer = 0;
  const later = (...values) => {
    clearTimeout(timer);
    timer = setTimeout(action, milliseconds, ...values);
  };
  later.cancel = () => clearTimeout(timer);
  later.now = (...values) => {
    clearTimeout(timer);
    action(...values);
  };
  return later;
}

/** Tells screen readers what has changed. */
export function announce(text) {
  const live = document.getElementById("live");
  live.textContent = "";
  // A region that is emptied and filled in one go is not read again.
  setTimeout(() => { live.textContent = text; }, 60);
}

/** A message that goes away by itself; errors stay until they are closed. */
export function toast(text, { hint = null, isError = false } = {}) {
  const toasts = document.getElementById("toasts");
  const item = h("div", { class: ["toast", isError && "is-error"], role: isError ? "alert" : "status" },
    h("div", {}, h("p", { dir: "auto" }, text), hint && h("p", { class: "hint", dir: "auto" }, hint)),
    button("×", () => item.remove(), { class: "quiet", "aria-label": "Close" }));
  toasts.append(item);
  while (toasts.childElementCount > 3) toasts.firstElementChild.remove();
  if (!isError) setTimeout(() => item.remove(), 6000);
}

/** Shows an error with its hint; one of a call that was given up says nothing. */
export function showError(error) {
  if (error?.name === "AbortError") return;
  toast(error?.message ?? String(error), { hint: error?.hint, isError: true });
}

/** An empty or failed state in place of content. */
export function emptyState(title, text, ...more) {
  return h("div", { class: "empty" }, h("p", { class: "empty-title", dir: "auto" }, title), text && h("p", { dir: "auto" }, text), more);
}

/**
 * Makes many small targets one stop of the Tab key; arrows, Home and End go through them. Keeps a chart or an article
 * with hundreds of marks from holding up who goes by keyboard.
 */
export function roving(container, selector) {
  const targets = () => [...container.querySelectorAll(selector)];
  const start = targets();
  start.forEach((target, index) => target.setAttribute("tabindex", index === 0 ? "0" : "-1"));
  const move = (to) => {
    for (const target of targets()) target.setAttribute("tabindex", target === to ? "0" : "-1");
  };
  container.onfocusin = (event) => {
    const target = event.target.closest?.(selector);
    if (target) move(target);
  };
  container.onkeydown = (event) => {
    const all = targets();
    const index = all.indexOf(document.activeElement);
    if (index < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    // In right-to-left text the left arrow leads on.
    const onwards = getComputedStyle(document.activeElement).direction === "rtl" ? -1 : 1;
    const steps = { ArrowRight: onwards, ArrowLeft: -onwards, ArrowDown: 1, ArrowUp: -1, Home: -index, End: all.length - 1 - index };
    if (!(event.key in steps)) return;
    event.preventDefault();
    event.stopPropagation();
    all[Math.max(0, Math.min(all.length - 1, index + steps[event.key]))].focus();
  };
}
