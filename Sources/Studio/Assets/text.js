// Places in texts. The server counts Unicode code points, JavaScript UTF-16 units: they part ways at an emoji.

/** A text that is cut by code points. */
export class CodePoints {
  constructor(text) {
    this.text = text ?? "";
    // Without surrogates both counts agree, and nothing is copied.
    this.points = /[\ud800-\udfff]/.test(this.text) ? Array.from(this.text) : null;
    this.length = this.points ? this.points.length : this.text.length;
  }

  slice(start, end) {
    return this.points ? this.points.slice(start, end).join("") : this.text.slice(start, end);
  }
}

/** The code-point place of a UTF-16 place, and back. */
export const toCodePoints = (text, units) => Array.from(text.slice(0, units)).length;
export const toUnits = (text, points) => Array.from(text).slice(0, points).join("").length;

/**
 * Gives each item the lowest lane that no overlapping item holds, at most `lanes`: so underlines of overlapping spans
 * lie below each other. Items are {start, end}, and get `lane`.
 */
export function assignLanes(items, lanes = 3) {
  const ends = new Array(lanes).fill(-1);
  for (const item of [...items].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const free = ends.findIndex((end) => end <= item.start);
    item.lane = free < 0 ? lanes - 1 : free;
    ends[item.lane] = Math.max(ends[item.lane], item.end);
  }
}

/**
 * Cuts a range into pieces over each of which the same items lie: [{start, end, items}]. Items may overlap in any way;
 * those that are empty or out of range cut nothing.
 */
export function segments(start, end, items) {
  const inside = items.filter((item) => item.end > start && item.start < end && item.end > item.start);
  const cuts = new Set([start, end]);
  for (const item of inside) {
    cuts.add(Math.max(start, item.start));
    cuts.add(Math.min(end, item.end));
  }
  const places = [...cuts].sort((a, b) => a - b);
  const byStart = [...inside].sort((a, b) => a.start - b.start);
  const pieces = [];
  let open = [];
  let next = 0;
  for (let index = 0; index + 1 < places.length; index += 1) {
    const from = places[index];
    open = open.filter((item) => item.end > from);
    while (next < byStart.length && byStart[next].start <= from) {
      open.push(byStart[next]);
      next += 1;
    }
    pieces.push({ start: from, end: places[index + 1], items: [...open] });
  }
  return pieces;
}

/** The paragraphs of a text as ranges; line breaks belong to none, and empty lines are none. */
export function paragraphs(points) {
  const found = [];
  let start = 0;
  for (const line of points.text.split("\n")) {
    const length = points.points ? Array.from(line).length : line.length;
    if (line.trim()) found.push({ start, end: start + length });
    start += length + 1;
  }
  return found;
}

/**
 * The part of a sentence around a span: text before, the span, text after; whole words, at most `around` each side, the
 * middle of a long span left out. */
export function keywordInContext(sentence, span, around = 70) {
  const points = new CodePoints(sentence.text);
  const start = Math.max(0, Math.min(points.length, span.start - sentence.start));
  const end = Math.max(start, Math.min(points.length, span.end - sentence.start));
  let before = points.slice(Math.max(0, start - around), start);
  let after = points.slice(end, end + around);
  if (start > around) before = `…${before.replace(/^\S*\s/, "")}`;
  if (end + around < points.length) after = `${after.replace(/\s\S*$/, "")}…`;
  const hit = end - start <= 3 * around ? points.slice(start, end)
    : `${points.slice(start, start + around)} … ${points.slice(end - around, end)}`;
  return { before, hit, after };
}
