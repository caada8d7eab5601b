// Lua's patterns by a matcher of our own that pays a step for every item tried and every byte compared, so that a
// pattern that would run for years ends with the budget, at the same step in every run.
#define _GNU_SOURCE
#include <ctype.h>
#include <string.h>

#include "internal.h"

enum { MAX_CAPTURES = 32, MAX_NESTING = 150 };
enum { CAPTURE_OPEN = -1, CAPTURE_PLACE = -2 };

typedef struct matcher {
  lua_State *L;
  lg_state *S;
  const char *text, *text_end, *pattern_end;
  int nesting, captures;
  struct {
    const char *start;
    ptrdiff_t length;
  } capture[MAX_CAPTURES];
} matcher;

static const char *match(matcher *m, const char *s, const char *p);

static inline void tick(matcher *m) { charge(m->L, m->S, 1); }

// The end of the single item that begins at p: a character, %x, or a set.
static const char *item_end(matcher *m, const char *p) {
  char first = *p++;
  if (first == '%') {
    if (p == m->pattern_end) luaL_error(m->L, "malformed pattern (ends with '%%')");
    return p + 1;
  }
  if (first != '[') return p;
  if (p < m->pattern_end && *p == '^') p++;
  // A ] that comes first stands for itself.
  for (bool begun = false;; begun = true) {
    if (p == m->pattern_end) luaL_error(m->L, "malformed pattern (missing ']')");
    char c = *p++;
    if (c == ']' && begun) return p;
    if (c == '%') {
      if (p == m->pattern_end) luaL_error(m->L, "malformed pattern (missing ']')");
      p++;
    }
  }
}

static bool in_class(int c, int class) {
  bool yes;
  switch (class | 0x20) {
    case 'a': yes = isalpha(c); break;
    case 'c': yes = iscntrl(c); break;
    case 'd': yes = isdigit(c); break;
    case 'g': yes = isgraph(c); break;
    case 'l': yes = islower(c); break;
    case 'p': yes = ispunct(c); break;
    case 's': yes = isspace(c); break;
    case 'u': yes = isupper(c); break;
    case 'w': yes = isalnum(c); break;
    case 'x': yes = isxdigit(c); break;
    default: return class == c;
  }
  // A class is a letter; in upper case it is the complement.
  return isupper(class) ? !yes : yes;
}

// Is c in the set [p ..< end], end being after its closing bracket?
static bool in_set(matcher *m, int c, const char *p, const char *end) {
  bool wanted = true;
  end--;
  if (*++p == '^') {
    wanted = false;
    p++;
  }
  while (p < end) {
    tick(m);
    if (*p == '%') {
      if (in_class(c, (unsigned char)p[1])) return wanted;
      p += 2;
    } else if (p + 2 < end && p[1] == '-') {
      if ((unsigned char)p[0] <= c && c <= (unsigned char)p[2]) return wanted;
      p += 3;
    } else if ((unsigned char)*p++ == c) {
      return wanted;
    }
  }
  return !wanted;
}

static bool matches_one(matcher *m, const char *s, const char *p, const char *end) {
  tick(m);
  if (s >= m->text_end) return false;
  int c = (unsigned char)*s;
  switch (*p) {
    case '.': return true;
    case '%': return in_class(c, (unsigned char)p[1]);
    case '[': return in_set(m, c, p, end);
    default: return (unsigned char)*p == c;
  }
}

static const char *match_greedy(matcher *m, const char *s, const char *p, const char *end) {
  ptrdiff_t count = 0;
  while (matches_one(m, s + count, p, end)) count++;
  for (; count >= 0; count--) {
    const char *found = match(m, s + count, end + 1);
    if (found != NULL) return found;
  }
  return NULL;
}

static const char *match_lazy(matcher *m, const char *s, const char *p, const char *end) {
  for (;; s++) {
    const char *found = match(m, s, end + 1);
    if (found != NULL) return found;
    if (!matches_one(m, s, p, end)) return NULL;
  }
}

static const char *open_capture(matcher *m, const char *s, const char *p) {
  bool place = p < m->pattern_end && *p == ')';
  if (m->captures == MAX_CAPTURES) luaL_error(m->L, "too many captures");
  m->capture[m->captures].start = s;
  m->capture[m->captures].length = place ? CAPTURE_PLACE : CAPTURE_OPEN;
  m->captures++;
  const char *found = match(m, s, place ? p + 1 : p);
  if (found == NULL) m->captures--;
  return found;
}

static const char *close_capture(matcher *m, const char *s, const char *p) {
  int open = m->captures - 1;
  while (open >= 0 && m->capture[open].length != CAPTURE_OPEN) open--;
  if (open < 0) luaL_error(m->L, "invalid pattern capture");
  m->capture[open].length = s - m->capture[open].start;
  const char *found = match(m, s, p);
  if (found == NULL) m->capture[open].length = CAPTURE_OPEN;
  return found;
}

// %bxy at p (its x): the end of the balanced text, or NULL.
static const char *match_balance(matcher *m, const char *s, const char *p) {
  if (m->pattern_end - p < 2) luaL_error(m->L, "malformed pattern (missing arguments to '%%b')");
  if (s >= m->text_end || *s != p[0]) return NULL;
  int depth = 1;
  while (++s < m->text_end) {
    tick(m);
    if (*s == p[1]) {
      if (--depth == 0) return s + 1;
    } else if (*s == p[0]) {
      depth++;
    }
  }
  return NULL;
}

// %1 ... %9: the same text as that capture.
static const char *match_again(matcher *m, const char *s, int digit) {
  int index = digit - '1';
  if (index < 0 || index >= m->captures || m->capture[index].length == CAPTURE_OPEN) {
    luaL_error(m->L, "invalid capture index %%%d", index + 1);
  }
  ptrdiff_t length = m->capture[index].length;
  if (length == CAPTURE_PLACE) luaL_error(m->L, "a position capture cannot be matched again");
  charge(m->L, m->S, 1 + length / BYTES_A_STEP);
  bool same = m->text_end - s >= length && memcmp(m->capture[index].start, s, (size_t)length) == 0;
  return same ? s + length : NULL;
}

static const char *match_frontier(matcher *m, const char *s, const char **p) {
  if (*p >= m->pattern_end || **p != '[') luaL_error(m->L, "missing '[' after '%%f' in pattern");
  const char *set = *p, *end = item_end(m, set);
  int before = s == m->text ? 0 : (unsigned char)s[-1], after = s == m->text_end ? 0 : (unsigned char)*s;
  *p = end;
  return !in_set(m, before, set, end) && in_set(m, after, set, end) ? s : NULL;
}

// Matches the pattern from p at s: the end of the match, or NULL.
static const char *match(matcher *m, const char *s, const char *p) {
  if (++m->nesting > MAX_NESTING) luaL_error(m->L, "pattern too complex");
  while (s != NULL && p < m->pattern_end) {
    tick(m);
    if (*p == '(') {
      s = open_capture(m, s, p + 1);
      break;
    }
    if (*p == ')') {
      s = close_capture(m, s, p + 1);
      break;
    }
    if (*p == '$' && p + 1 == m->pattern_end) {
      if (s != m->text_end) s = NULL;
      break;
    }
    char escaped = *p == '%' && p + 1 < m->pattern_end ? p[1] : 0;
    if (escaped == 'b') {
      s = match_balance(m, s, p + 2);
      p += 4;
    } else if (escaped == 'f') {
      p += 2;
      s = match_frontier(m, s, &p);
    } else if (isdigit((unsigned char)escaped)) {
      s = match_again(m, s, escaped);
      p += 2;
    } else {
      const char *end = item_end(m, p);
      char times = end < m->pattern_end ? *end : 0;
      if (times == '*' || times == '-') {
        s = times == '*' ? match_greedy(m, s, p, end) : match_lazy(m, s, p, end);
        break;
      }
      bool one = matches_one(m, s, p, end);
      if (times == '+') {
        s = one ? match_greedy(m, s + 1, p, end) : NULL;
        break;
      }
      if (times == '?') {
        const char *found = one ? match(m, s + 1, end + 1) : NULL;
        if (found != NULL) {
          s = found;
          break;
        }
        p = end + 1;
      } else {
        s = one ? s + 1 : NULL;
        p = end;
      }
    }
  }
  m->nesting--;
  return s;
}

static void begin(matcher *m, lua_State *L, const char *text, size_t text_length, const char *pattern, size_t length) {
  m->L = L;
  m->S = state_of(L);
  m->text = text;
  m->text_end = text + text_length;
  m->pattern_end = pattern + length;
  m->nesting = m->captures = 0;
}

static const char *match_at(matcher *m, const char *s, const char *p) {
  m->nesting = m->captures = 0;
  return match(m, s, p);
}

// Pushes a capture, or the whole match when the pattern has none.
static void push_capture(matcher *m, int index, const char *start, const char *end) {
  if (index >= m->captures) {
    if (index > 0) luaL_error(m->L, "invalid capture index %%%d", index + 1);
    lua_pushlstring(m->L, start, (size_t)(end - start));
    return;
  }
  ptrdiff_t length = m->capture[index].length;
  if (length == CAPTURE_OPEN) luaL_error(m->L, "unfinished capture");
  if (length == CAPTURE_PLACE) lua_pushinteger(m->L, m->capture[index].start - m->text + 1);
  else lua_pushlstring(m->L, m->capture[index].start, (size_t)length);
}

static int push_captures(matcher *m, const char *start, const char *end, bool whole) {
  int count = m->captures == 0 && whole ? 1 : m->captures;
  luaL_checkstack(m->L, count, "too many captures");
  for (int i = 0; i < count; i++) push_capture(m, i, start, end);
  return count;
}

static bool has_specials(const char *pattern, size_t length) {
  for (size_t i = 0; i < length; i++) {
    if (pattern[i] != 0 && strchr("^$*+?.([%-", pattern[i]) != NULL) return true;
  }
  return false;
}

static int find(lua_State *L, bool places) {
  size_t text_length, length;
  const char *text = luaL_checklstring(L, 1, &text_length), *p = luaL_checklstring(L, 2, &length);
  lua_Integer place = integer_or(L, 3, 1);
  if (place < 0) place = place < -(lua_Integer)text_length ? 1 : (lua_Integer)text_length + place + 1;
  if (place == 0) place = 1;
  charge(L, state_of(L), LIBRARY_FEE);
  if (place > (lua_Integer)text_length + 1) {
    lua_pushnil(L);
    return 1;
  }
  const char *s = text + place - 1;
  if (places && (lua_toboolean(L, 4) || !has_specials(p, length))) {
    size_t rest = text_length - (size_t)place + 1;
    const char *found = length == 0 ? s : memmem(s, rest, p, length);
    charge_bytes(L, state_of(L), found == NULL ? rest + length : (size_t)(found - s) + length);
    if (found == NULL) {
      lua_pushnil(L);
      return 1;
    }
    lua_pushinteger(L, found - text + 1);
    lua_pushinteger(L, found - text + (lua_Integer)length);
    return 2;
  }
  matcher m;
  bool anchored = length > 0 && *p == '^';
  begin(&m, L, text, text_length, p, length);
  if (anchored) p++;
  do {
    const char *end = match_at(&m, s, p);
    if (end == NULL) continue;
    if (!places) return push_captures(&m, s, end, true);
    lua_pushinteger(L, s - text + 1);
    lua_pushinteger(L, end - text);
    return push_captures(&m, s, end, false) + 2;
  } while (s++ < m.text_end && !anchored);
  lua_pushnil(L);
  return 1;
}

static int lib_find(lua_State *L) { return find(L, true); }
static int lib_match(lua_State *L) { return find(L, false); }

// Upvalues: the text, the pattern, the place to go on from, the end of the last match.
static int gmatch_step(lua_State *L) {
  size_t text_length, length;
  const char *text = lua_tolstring(L, lua_upvalueindex(1), &text_length);
  const char *p = lua_tolstring(L, lua_upvalueindex(2), &length);
  const char *s = text + lua_tointeger(L, lua_upvalueindex(3));
  const char *last = text + lua_tointeger(L, lua_upvalueindex(4));
  matcher m;
  begin(&m, L, text, text_length, p, length);
  for (; s <= m.text_end; s++) {
    const char *end = match_at(&m, s, p);
    if (end == NULL || end == last) continue;
    lua_pushinteger(L, end - text);
    lua_copy(L, -1, lua_upvalueindex(3));
    lua_replace(L, lua_upvalueindex(4));
    return push_captures(&m, s, end, true);
  }
  return 0;
}

static int lib_gmatch(lua_State *L) {
  size_t length;
  luaL_checklstring(L, 1, &length);
  luaL_checkstring(L, 2);
  lua_Integer place = integer_or(L, 3, 1);
  if (place < 0) place = place < -(lua_Integer)length ? 1 : (lua_Integer)length + place + 1;
  if (place == 0) place = 1;
  if (place > (lua_Integer)length + 1) place = (lua_Integer)length + 2;
  charge(L, state_of(L), LIBRARY_FEE);
  lua_settop(L, 2);
  lua_pushinteger(L, place - 1);
  lua_pushinteger(L, -1);
  lua_pushcclosure(L, gmatch_step, 4);
  return 1;
}

// Adds the replacement string at 3 with its %0 ... %9 filled in.
static void add_template(matcher *m, luaL_Buffer *out, const char *start, const char *end) {
  lua_State *L = m->L;
  size_t length;
  const char *r = lua_tolstring(L, 3, &length), *r_end = r + length;
  charge_bytes(L, m->S, length);
  while (r < r_end) {
    const char *percent = memchr(r, '%', (size_t)(r_end - r));
    const char *stop = percent == NULL ? r_end : percent;
    luaL_addlstring(out, r, (size_t)(stop - r));
    if (percent == NULL) return;
    r = percent + 1;
    char c = r < r_end ? *r++ : 0;
    if (c == '%') {
      luaL_addchar(out, '%');
    } else if (c == '0') {
      luaL_addlstring(out, start, (size_t)(end - start));
    } else if (isdigit((unsigned char)c)) {
      push_capture(m, c - '1', start, end);
      luaL_tolstring(L, -1, NULL);
      lua_remove(L, -2);
      luaL_addvalue(out);
    } else {
      luaL_error(L, "invalid use of '%%' in replacement string");
    }
  }
}

// Adds what stands for the match from start to end; a false answer of a table or function keeps it.
static void add_replacement(matcher *m, luaL_Buffer *out, const char *start, const char *end) {
  lua_State *L = m->L;
  switch (lua_type(L, 3)) {
    case LUA_TFUNCTION: {
      lua_pushvalue(L, 3);
      lua_call(L, push_captures(m, start, end, true), 1);
      break;
    }
    case LUA_TTABLE:
      push_capture(m, 0, start, end);
      lua_gettable(L, 3);
      break;
    default: add_template(m, out, start, end); return;
  }
  if (!lua_toboolean(L, -1)) {
    lua_pop(L, 1);
    luaL_addlstring(out, start, (size_t)(end - start));
    return;
  }
  if (!lua_isstring(L, -1)) luaL_error(L, "invalid replacement value (a %s)", luaL_typename(L, -1));
  charge_bytes(L, m->S, lua_rawlen(L, -1));
  luaL_addvalue(out);
}

static int lib_gsub(lua_State *L) {
  size_t text_length, length;
  const char *s = luaL_checklstring(L, 1, &text_length), *p = luaL_checklstring(L, 2, &length);
  const char *last = NULL;
  int type = lua_type(L, 3);
  luaL_argexpected(
    L, type == LUA_TNUMBER || type == LUA_TSTRING || type == LUA_TFUNCTION || type == LUA_TTABLE, 3,
    "string/function/table");
  lua_Integer most = integer_or(L, 4, (lua_Integer)text_length + 1), count = 0;
  bool anchored = length > 0 && *p == '^';
  matcher m;
  charge_bytes(L, state_of(L), text_length);
  begin(&m, L, s, text_length, p, length);
  if (anchored) p++;
  luaL_Buffer out;
  luaL_buffinit(L, &out);
  while (count < most) {
    const char *end = match_at(&m, s, p);
    if (end != NULL && end != last) {
      count++;
      add_replacement(&m, &out, s, end);
      s = last = end;
    } else if (s < m.text_end) {
      luaL_addchar(&out, *s++);
    } else {
      break;
    }
    if (anchored) break;
  }
  luaL_addlstring(&out, s, (size_t)(m.text_end - s));
  luaL_pushresult(&out);
  lua_pushinteger(L, count);
  return 2;
}

const entry pattern_entries[] = {
  {"find", lib_find}, {"gmatch", lib_gmatch}, {"gsub", lib_gsub}, {"match", lib_match}, {NULL, NULL}};
