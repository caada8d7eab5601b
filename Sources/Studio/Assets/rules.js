import { h } from "./dom.js";
export function rulesView() { return { element: h("div", {}, "rules"), show() {} }; }
