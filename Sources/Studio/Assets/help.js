// The list of keys.
import { button, fill, h } from "./dom.js";
import { t } from "./strings.js";

const everywhere = [["1 2 3 4", "Archive, pictures, rules, labels"], ["?", "This list"]];

/** A dialog of the keys of the present view and of all. */
export function helpDialog(keysOfView) {
  const list = h("dl", { class: "keys" });
  const dialog = h("dialog", { class: "help", "aria-labelledby": "help-title" },
    h("h2", { id: "help-title" }, t("Keys")), list, button(t("Close"), () => dialog.close(), { class: "main" }));
  document.body.append(dialog);
  return {
    open() {
      fill(list, [...keysOfView(), ...everywhere].map(([keys, text]) => h("div", {}, h("dt", {}, keys.split(" ").map((key) => [h("kbd", {}, key), " "])), h("dd", {}, t(text)))));
      dialog.showModal();
    },
  };
}
