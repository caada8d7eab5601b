// The string library but for patterns, charged by size.
#include <ctype.h>
#include <string.h>

#include "internal.h"

// A place counted from 1, or from the end when negative.
static size_t start_place(lua_Integer place, size_t length) {
  if (place > 0) return (size_t)place;
  if (place == 0 || place < -(lua_Integer)length) return 1;
  return length + (size_t)place + 1;
}

static size_t end_place(lua_Integer place, size_t length) {
  if (place > (lua_Integer)length) return length;
  if (place >= 0) return (size_t)place;
  return place < -(lua_Integer)length ? 0 : length + (size_t)place + 1;
}

static int lib_len(lua_State *L) {
  size_t length;
  luaL_checklstring(L, 1, &length);
  lua_pushinteger(L, (lua_Integer)length);
  return 1;
}

static int lib_sub(lua_State *L) {
  size_t length;
  const char *s = luaL_checklstring(L, 1, &length);
  size_t start = start_place(integer_at(L, 2), length);
  size_t end = end_place(integer_or(L, 3, -1), length);
  charge_bytes(L, state_of(L), end >= start ? end - start + 1 : 0);
  if (end >= start) lua_pushlstring(L, s + start - 1, end - start + 1);
  else lua_pushliteral(L, "");
  return 1;
}

static int lib_byte(lua_State *L) {
  size_t length;
  const char *s = luaL_checklstring(L, 1, &length);
  lua_Integer first = integer_or(L, 2, 1);
  size_t start = start_place(first, length), end = end_place(integer_or(L, 3, first), length);
  charge(L, state_of(L), LIBRARY_FEE);
  if (start > end) return 0;
  if (end - start >= MAX_RESULTS) return luaL_error(L, "more than %d results", MAX_RESULTS);
  int count = (int)(end - start) + 1;
  charge(L, state_of(L), count);
  luaL_checkstack(L, count, "too many results");
  for (int i = 0; i < count; i++) lua_pushinteger(L, (unsigned char)s[start - 1 + (size_t)i]);
  return count;
}

static int lib_char(lua_State *L) {
  int count = lua_gettop(L);
  luaL_Buffer buffer;
  char *out = luaL_buffinitsize(L, &buffer, (size_t)count);
  charge(L, state_of(L), LIBRARY_FEE + count);
  for (int i = 1; i <= count; i++) {
    lua_Unsigned byte = (lua_Unsigned)integer_at(L, i);
    luaL_argcheck(L, byte <= 255, i, "value out of range");
    out[i - 1] = (char)byte;
  }
  luaL_pushresultsize(&buffer, (size_t)count);
  return 1;
}

// Each byte by a function of it; the alphabet is ASCII, whatever the locale.
static int map_bytes(lua_State *L, int (*function)(int)) {
  size_t length;
  const char *s = luaL_checklstring(L, 1, &length);
  charge_bytes(L, state_of(L), length * 2);
  luaL_Buffer buffer;
  char *out = luaL_buffinitsize(L, &buffer, length);
  for (size_t i = 0; i < length; i++) {
    unsigned char byte = (unsigned char)s[i];
    out[i] = (char)(byte < 128 ? function(byte) : byte);
  }
  luaL_pushresultsize(&buffer, length);
  return 1;
}

static int lib_lower(lua_State *L) { return map_bytes(L, tolower); }
static int lib_upper(lua_State *L) { return map_bytes(L, toupper); }

static int lib_reverse(lua_State *L) {
  size_t length;
  const char *s = luaL_checklstring(L, 1, &length);
  charge_bytes(L, state_of(L), length);
  luaL_Buffer buffer;
  char *out = luaL_buffinitsize(L, &buffer, length);
  for (size_t i = 0; i < length; i++) out[i] = s[length - 1 - i];
  luaL_pushresultsize(&buffer, length);
  return 1;
}

static int lib_rep(lua_State *L) {
  lg_state *S = state_of(L);
  size_t length, between;
  const char *s = luaL_checklstring(L, 1, &length);
  lua_Integer count = integer_at(L, 2);
  const char *separator = luaL_optlstring(L, 3, "", &between);
  charge(L, S, LIBRARY_FEE);
  if (count <= 0 || length + between == 0) {
    lua_pushliteral(L, "");
    return 1;
  }
  if ((lua_Unsigned)count > S->block / (length + between) + 1) exhaust(L, S, LG_MEMORY);
  size_t total = (size_t)count * length + (size_t)(count - 1) * between;
  charge_bytes(L, S, total + (size_t)count * 8);
  luaL_Buffer buffer;
  char *out = luaL_buffinitsize(L, &buffer, total);
  // The first with its separator, then ever longer pieces of what is there.
  size_t done = length + between < total ? length + between : total;
  memcpy(out, s, length);
  if (done > length) memcpy(out + length, separator, done - length);
  while (done < total) {
    size_t more = done < total - done ? done : total - done;
    memcpy(out + done, out, more);
    done += more;
  }
  luaL_pushresultsize(&buffer, total);
  return 1;
}

// Lua's own format does the work, after every %s has been given the text that tostring shows.
static int lib_format(lua_State *L) {
  size_t length, bytes = 0;
  const char *s = luaL_checklstring(L, 1, &length), *end = s + length;
  int argument = 1, top = lua_gettop(L);
  for (; s < end; s++) {
    if (*s != '%' || ++s >= end || *s == '%') continue;
    argument++;
    while (s < end && strchr("-+ #0123456789.", *s) != NULL && *s != 0) s++;
    if (s >= end || argument > top) break;
    if (*s == 'p') return luaL_error(L, "string.format's %%p is not available to rules");
    if (*s == 's' && lua_type(L, argument) != LUA_TSTRING) {
      push_text(L, argument);
      lua_replace(L, argument);
    }
    if (lua_type(L, argument) == LUA_TSTRING) bytes += lua_rawlen(L, argument);
  }
  charge(L, state_of(L), LIBRARY_FEE * argument);
  charge_bytes(L, state_of(L), length + bytes * 2);
  return stock_format(L);
}

const entry string_entries[] = {
  {"byte", lib_byte}, {"char", lib_char}, {"format", lib_format}, {"len", lib_len}, {"lower", lib_lower},
  {"rep", lib_rep}, {"reverse", lib_reverse}, {"sub", lib_sub}, {"upper", lib_upper}, {NULL, NULL}};
