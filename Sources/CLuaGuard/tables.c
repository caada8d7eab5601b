// The table library: raw access (no script runs but a comparator), charged by size.
#include "internal.h"

static lua_Integer length_of(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  return (lua_Integer)lua_rawlen(L, 1);
}

static int lib_insert(lua_State *L) {
  check_writable(L, 1);
  lua_Integer length = length_of(L), place = length + 1;
  charge(L, state_of(L), LIBRARY_FEE);
  if (lua_gettop(L) == 3) {
    place = integer_at(L, 2);
    luaL_argcheck(L, place >= 1 && place <= length + 1, 2, "position out of bounds");
    charge(L, state_of(L), length - place + 1);
    for (lua_Integer i = length; i >= place; i--) {
      lua_rawgeti(L, 1, i);
      lua_rawseti(L, 1, i + 1);
    }
  } else if (lua_gettop(L) != 2) {
    return luaL_error(L, "wrong number of arguments to 'insert'");
  }
  lua_rawseti(L, 1, place);
  return 0;
}

static int lib_remove(lua_State *L) {
  check_writable(L, 1);
  lua_Integer length = length_of(L), place = integer_or(L, 2, length);
  charge(L, state_of(L), LIBRARY_FEE);
  if (lua_gettop(L) > 1) {
    luaL_argcheck(L, (length == 0 && place == 0) || (place >= 1 && place <= length + 1), 2, "position out of bounds");
  }
  lua_rawgeti(L, 1, place);
  if (place < length) charge(L, state_of(L), length - place);
  for (; place < length; place++) {
    lua_rawgeti(L, 1, place + 1);
    lua_rawseti(L, 1, place);
  }
  if (place == length && place > 0) {
    lua_pushnil(L);
    lua_rawseti(L, 1, place);
  }
  return 1;
}

static int lib_move(lua_State *L) {
  lg_state *S = state_of(L);
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_Integer from = integer_at(L, 2), end = integer_at(L, 3), to = integer_at(L, 4);
  int target = lua_isnoneornil(L, 5) ? 1 : 5;
  check_writable(L, target);
  if (end >= from) {
    luaL_argcheck(L, from > 0 || end < LUA_MAXINTEGER + from, 3, "too many elements to move");
    lua_Integer count = end - from + 1;
    luaL_argcheck(L, to <= LUA_MAXINTEGER - count + 1, 4, "destination wrap around");
    charge(L, S, LIBRARY_FEE);
    charge(L, S, count);
    bool upwards = to > end || to <= from || (target == 5 && !lua_rawequal(L, 1, 5));
    for (lua_Integer i = 0; i < count; i++) {
      lua_Integer k = upwards ? i : count - 1 - i;
      lua_rawgeti(L, 1, from + k);
      lua_rawseti(L, target, to + k);
    }
  }
  lua_pushvalue(L, target);
  return 1;
}

static int lib_pack(lua_State *L) {
  int count = lua_gettop(L);
  charge(L, state_of(L), LIBRARY_FEE + count);
  lua_createtable(L, count, 1);
  lua_insert(L, 1);
  for (int i = count; i >= 1; i--) lua_rawseti(L, 1, i);
  lua_pushinteger(L, count);
  lua_setfield(L, 1, "n");
  return 1;
}

static int lib_unpack(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_Integer first = integer_or(L, 2, 1);
  lua_Integer last = lua_isnoneornil(L, 3) ? (lua_Integer)lua_rawlen(L, 1) : integer_at(L, 3);
  charge(L, state_of(L), LIBRARY_FEE);
  if (first > last) return 0;
  lua_Unsigned count = (lua_Unsigned)last - (lua_Unsigned)first;
  if (count >= MAX_RESULTS) return luaL_error(L, "too many results to unpack (more than %d)", MAX_RESULTS);
  charge(L, state_of(L), (int64_t)count);
  luaL_checkstack(L, (int)count + 1, "too many results to unpack");
  for (lua_Unsigned i = 0; i <= count; i++) lua_rawgeti(L, 1, (lua_Integer)((lua_Unsigned)first + i));
  return (int)count + 1;
}

static int lib_concat(lua_State *L) {
  lg_state *S = state_of(L);
  lua_Integer length = length_of(L);
  size_t between;
  const char *separator = luaL_optlstring(L, 2, "", &between);
  lua_Integer first = integer_or(L, 3, 1), last = integer_or(L, 4, length);
  luaL_Buffer buffer;
  luaL_buffinit(L, &buffer);
  for (lua_Integer i = first; i <= last; i++) {
    lua_rawgeti(L, 1, i);
    if (!lua_isstring(L, -1)) {
      return luaL_error(
        L, "invalid value (at index %I) in table for 'concat'", (LUAI_UACINT)i);
    }
    charge(L, S, 2 + (int64_t)((lua_rawlen(L, -1) + between) / BYTES_A_STEP));
    luaL_addvalue(&buffer);
    if (i < last) luaL_addlstring(&buffer, separator, between);
    if (i == LUA_MAXINTEGER) break;
  }
  luaL_pushresult(&buffer);
  return 1;
}

// Is the value at the top less than the one below it? Takes both away.
static bool top_is_less(lua_State *L) {
  bool less;
  if (lua_isnil(L, 2)) {
    less = lua_compare(L, -1, -2, LUA_OPLT);
    lua_pop(L, 2);
    return less;
  }
  lua_pushvalue(L, 2);
  lua_insert(L, -3);
  lua_insert(L, -2);
  lua_call(L, 2, 1);
  less = lua_toboolean(L, -1);
  lua_pop(L, 1);
  return less;
}

// Merges from[low ..< middle] and from[middle ..< high] into `to`; equal elements keep their order.
static void merge(lua_State *L, int from, int to, lua_Integer low, lua_Integer middle, lua_Integer high) {
  lg_state *S = state_of(L);
  lua_Integer left = low, right = middle;
  for (lua_Integer out = low; out < high; out++) {
    bool take_right = left >= middle;
    if (left < middle && right < high) {
      lua_rawgeti(L, from, left);
      lua_rawgeti(L, from, right);
      size_t bytes = 0;
      if (lua_type(L, -1) == LUA_TSTRING && lua_type(L, -2) == LUA_TSTRING) bytes = lua_rawlen(L, -1);
      charge(L, S, 4 + (int64_t)(bytes / BYTES_A_STEP));
      take_right = top_is_less(L);
    }
    lua_rawgeti(L, from, take_right ? right++ : left++);
    lua_rawseti(L, to, out);
  }
}

// A merge sort over a copy: it ends whatever the comparator says, and the comparator sees the table as it was.
static int lib_sort(lua_State *L) {
  check_writable(L, 1);
  lua_Integer length = length_of(L);
  lua_settop(L, 2);
  if (!lua_isnil(L, 2)) luaL_checktype(L, 2, LUA_TFUNCTION);
  charge(L, state_of(L), LIBRARY_FEE + length);
  lua_createtable(L, (int)length, 0);
  lua_createtable(L, (int)length, 0);
  for (lua_Integer i = 1; i <= length; i++) {
    lua_rawgeti(L, 1, i);
    lua_rawseti(L, 3, i);
  }
  int from = 3, to = 4;
  for (lua_Integer width = 1; width < length; width *= 2) {
    for (lua_Integer low = 1; low <= length; low += 2 * width) {
      lua_Integer middle = low + width, high = low + 2 * width;
      if (middle > length + 1) middle = length + 1;
      if (high > length + 1) high = length + 1;
      merge(L, from, to, low, middle, high);
    }
    int swap = from;
    from = to;
    to = swap;
  }
  for (lua_Integer i = 1; i <= length; i++) {
    lua_rawgeti(L, from, i);
    lua_rawseti(L, 1, i);
  }
  return 0;
}

const entry table_entries[] = {
  {"concat", lib_concat}, {"insert", lib_insert}, {"move", lib_move}, {"pack", lib_pack}, {"remove", lib_remove},
  {"sort", lib_sort}, {"unpack", lib_unpack}, {NULL, NULL}};
