import { h } from "./dom.js";
export function labelsView() { return { element: h("div", {}, "labels"), show() {} }; }
