// Loaded before the first paint, so that a page in the chosen theme does not flash in the other one.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem("hilal.theme");
  } catch {
    // Storage may be switched off: then the system's theme holds.
  }
  if (chosen === "light" || chosen === "dark") {
    document.documentElement.dataset.theme = chosen;
  }
})();
