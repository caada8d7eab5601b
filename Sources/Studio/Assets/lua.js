// Colours for code, a line at a time: Lua, TOML, and lists of words. A line is cut into [kind, text] without rest.

const keywords = new Set("and break do else elseif end false for function goto if in local nil not or repeat return then true until while".split(" "));

// Names, numbers, strings that end on their line, comments; what is left over is taken character by character.
const luaToken = /(--)|(\[=*\[)|("(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?)|([A-Za-z_]\w*)|(0[xX][\da-fA-F.]+|\d[\d.]*(?:[eE][+-]?\d+)?)|(\s+)|([^\s\w"'[\]-]+|.)/uy;

/** A long bracket that is open at a line's end is carried on as {kind, close}. */
function untilClose(line, from, open) {
  const end = line.indexOf(open.close, from);
  return end < 0 ? { end: line.length, open } : { end: end + open.close.length, open: null };
}

function luaLine(line, carried) {
  const tokens = [];
  let at = 0;
  let open = carried;
  const take = (kind, end) => {
    if (end > at) tokens.push([kind, line.slice(at, end)]);
    at = end;
  };
  if (open) {
    const part = untilClose(line, 0, open);
    take(open.kind, part.end);
    open = part.open;
  }
  while (at < line.length && !open) {
    luaToken.lastIndex = at;
    const found = luaToken.exec(line);
    if (!found) break;
    const [whole, comment, bracket, string, name, number] = found;
    const long = comment ? /^--\[(=*)\[/.exec(line.slice(at)) : null;
    if (comment && !long) {
      take("comment", line.length);
    } else if (long || bracket) {
      const level = long ? long[1] : bracket.slice(1, -1);
      const part = untilClose(line, at + (long ? long[0] : whole).length, { kind: long ? "comment" : "string", close: `]${level}]` });
      take(long ? "comment" : "string", part.end);
      open = part.open;
    } else if (string) {
      take("string", at + whole.length);
    } else if (name) {
      take(keywords.has(name) ? "keyword" : name === "hilal" ? "host" : "name", at + whole.length);
    } else {
      take(number ? "number" : "sign", at + whole.length);
    }
  }
  return { tokens, open };
}

const tomlToken = /(#.*)|("""|'''|"(?:\\.|[^"\\])*"?|'[^']*'?)|(^\s*\[\[?[^\]]*\]\]?)|([A-Za-z_][\w-]*)|(\d[\d.:TZ-]*)|(\s+|.)/uy;

function tomlLine(line, carried) {
  const tokens = [];
  let at = 0;
  let open = carried;
  while (at < line.length) {
    if (open) {
      const part = untilClose(line, at, open);
      tokens.push(["string", line.slice(at, part.end)]);
      at = part.end;
      open = part.open;
      continue;
    }
    tomlToken.lastIndex = at;
    const [whole, comment, string, head, , number] = tomlToken.exec(line);
    tokens.push([comment ? "comment" : string ? "string" : head ? "keyword" : number ? "number" : "name", whole]);
    at += whole.length;
    if (string === '"""' || string === "'''") open = { kind: "string", close: string };
  }
  return { tokens, open };
}

/** Word lists: each cell by itself, so that Arabic and Latin columns keep their places. */
function listLine(line) {
  if (line.startsWith("#")) return { tokens: [["comment", line]], open: null };
  return { tokens: line.split(/(\t)/).filter(Boolean).map((cell) => [cell === "\t" ? "sign" : "string", cell]), open: null };
}

const proseLine = (line) => ({ tokens: line ? [["prose", line]] : [], open: null });

/** What cuts the lines of a file of this name. */
export function languageOf(path) {
  if (path.endsWith(".lua")) return luaLine;
  if (path.endsWith(".toml")) return tomlLine;
  if (path.endsWith(".tsv") || path.endsWith(".txt")) return listLine;
  return proseLine;
}

/** Names that a file uses, for completion. */
export function namesIn(text) {
  return new Set([...text.matchAll(/[A-Za-z_]\w{2,}/g)].map((found) => found[0]).filter((name) => !keywords.has(name)));
}

/** What is being written before the caret: {receiver, sign, begun}, or null in comments and strings. */
export function writtenBefore(line) {
  const { tokens } = luaLine(line, null);
  const last = tokens.at(-1);
  if (!last || last[0] === "comment" || last[0] === "string") return null;
  const found = /(?:([A-Za-z_]\w*)\s*([.:])\s*)?([A-Za-z_]\w*)?$/.exec(line);
  return { receiver: found[1] ?? null, sign: found[2] ?? null, begun: found[3] ?? "" };
}
