// The interface's words. The English text is the key, so that pages read as they are shown; another language is one
// more table from these keys.
const tables = { en: {} };
let table = tables.en;

/** Chooses the interface's language; an unknown one leaves English. */
export function setLanguage(language) {
  table = tables[language] ?? tables.en;
  document.documentElement.lang = tables[language] ? language : "en";
}

/** The text in the interface's language, `{name}` replaced by the value of that name. */
export function t(text, values = {}) {
  return (table[text] ?? text).replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

const numbers = new Intl.NumberFormat("en");

/** A whole number with separators: 37,746. */
export function count(number) {
  return numbers.format(number ?? 0);
}

/** `1 finding`, `2 findings`. */
export function plural(number, one, many) {
  return `${count(number)} ${t(number === 1 ? one : many)}`;
}

/** An article's date as far as it is known: the day, and the minute where one is given. */
export function shortDate(date) {
  const found = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?/.exec(date ?? "");
  if (!found) return date || t("no date");
  return found[2] && found[2] !== "00:00" ? `${found[1]} ${found[2]}` : found[1];
}
