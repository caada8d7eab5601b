import { h } from "./dom.js";
export function picturesView() { return { element: h("div", {}, "pictures"), show() {} }; }
