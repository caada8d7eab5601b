// The base library, name by name, and the putting together of all libraries.
#include <string.h>

#include "internal.h"

// Pushes what tostring says: no addresses.
void push_text(lua_State *L, int index) {
  index = lua_absindex(L, index);
  if (luaL_callmeta(L, index, "__tostring")) {
    if (!lua_isstring(L, -1)) luaL_error(L, "'__tostring' must return a string");
    return;
  }
  switch (lua_type(L, index)) {
    case LUA_TSTRING: lua_pushvalue(L, index); break;
    case LUA_TNUMBER:
      lua_pushvalue(L, index);
      lua_tolstring(L, -1, NULL);
      break;
    case LUA_TBOOLEAN: lua_pushstring(L, lua_toboolean(L, index) ? "true" : "false"); break;
    default: lua_pushstring(L, luaL_typename(L, index));
  }
}

static int lib_tostring(lua_State *L) {
  charge(L, state_of(L), LIBRARY_FEE);
  luaL_checkany(L, 1);
  push_text(L, 1);
  return 1;
}

static int lib_print(lua_State *L) {
  lg_state *S = state_of(L);
  int count = lua_gettop(L);
  luaL_checkstack(L, count * 2 + 4, "too many values to print");
  for (int i = 1; i <= count; i++) {
    if (i > 1) lua_pushliteral(L, "\t");
    push_text(L, i);
  }
  lua_concat(L, count == 0 ? 0 : count * 2 - 1);
  lg_value line = {.tag = LG_STRING};
  size_t length;
  line.bytes = lua_tolstring(L, -1, &length);
  line.integer = (int64_t)length;
  charge_bytes(L, S, length);
  ask_host(L, S, LG_PRINT, 0, &line, 1);
  return 0;
}

// An exhausted budget is passed on: no script goes on after it.
static int lib_pcall(lua_State *L) {
  lg_state *S = state_of(L);
  luaL_checkany(L, 1);
  charge(L, S, PCALL_FEE + lua_gettop(L) / 8);
  lua_pushboolean(L, 1);
  lua_insert(L, 1);
  int status = lua_pcall(L, lua_gettop(L) - 2, LUA_MULTRET, 0);
  if (S->fatal != LG_OK) exhaust(L, S, S->fatal);
  if (status == LUA_OK) return lua_gettop(L);
  if (status == LUA_ERRMEM && S->refused) exhaust(L, S, LG_MEMORY);
  lua_pushboolean(L, 0);
  lua_insert(L, -2);
  return 2;
}

// A metatable counts until it is collected.
static void count_metatable(lua_State *L, lg_state *S, int index) {
  if (!mark_metatable(S, lua_topointer(L, index)) || S->metatables <= MAX_METATABLES) return;
  charge(L, S, (int64_t)(S->used / 64));
  lua_gc(L, LUA_GCCOLLECT);
  if (S->metatables > MAX_METATABLES) luaL_error(L, "more than %d metatables at one time", MAX_METATABLES);
}

static int lib_setmetatable(lua_State *L) {
  static const char *const refused[] = {"__gc", "__close", "__mode", NULL};
  lg_state *S = state_of(L);
  charge(L, S, LIBRARY_FEE);
  luaL_checktype(L, 1, LUA_TTABLE);
  if (lua_type(L, 2) != LUA_TNIL) luaL_checktype(L, 2, LUA_TTABLE);
  lua_settop(L, 2);
  if (luaL_getmetafield(L, 1, "__metatable") != LUA_TNIL) return luaL_error(L, "cannot change a protected metatable");
  for (int i = 0; refused[i] != NULL && lua_istable(L, 2); i++) {
    lua_pushstring(L, refused[i]);
    if (lua_rawget(L, 2) != LUA_TNIL) return luaL_error(L, "%s is not available to rules", refused[i]);
    lua_pop(L, 1);
  }
  if (lua_istable(L, 2)) count_metatable(L, S, 2);
  lua_setmetatable(L, 1);
  return 1;
}

static int lib_rawget(lua_State *L) {
  luaL_checkany(L, 2);
  lua_settop(L, 2);
  if (!resolve_readonly(L, 1)) luaL_checktype(L, 1, LUA_TTABLE);
  lua_rawget(L, 1);
  return 1;
}

static int lib_rawset(lua_State *L) {
  check_writable(L, 1);
  luaL_checkany(L, 3);
  lua_settop(L, 3);
  lua_rawset(L, 1);
  return 1;
}

// In the registry: a list that holds what each module returned, or the generation in which its loading began.
static const char modules_key;

static int lib_require(lua_State *L) {
  lg_state *S = state_of(L);
  size_t length;
  lg_value name = {.tag = LG_STRING, .bytes = luaL_checklstring(L, 1, &length)};
  name.integer = (int64_t)length;
  lua_settop(L, 1);
  if (lua_rawgetp(L, LUA_REGISTRYINDEX, &modules_key) != LUA_TTABLE) {
    lua_pop(L, 1);
    lua_newtable(L);
    lua_pushvalue(L, -1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &modules_key);
  }
  lua_pushvalue(L, 1);
  if (lua_rawget(L, 2) == LUA_TTABLE) {
    lua_rawgeti(L, -1, 1);
    return 1;
  }
  if (lua_isinteger(L, -1) && lua_tointeger(L, -1) == (lua_Integer)S->generation) {
    return luaL_error(L, "module '%s' requires itself, or failed before", lua_tostring(L, 1));
  }
  int values = ask_host(L, S, LG_SOURCE, 0, &name, 1);
  if (values < 2 || lua_type(L, -1) != LUA_TSTRING || lua_type(L, -2) != LUA_TSTRING) {
    return luaL_error(L, "there is no module '%s'", lua_tostring(L, 1));
  }
  lua_pushvalue(L, 1);
  lua_pushinteger(L, (lua_Integer)S->generation);
  lua_rawset(L, 2);
  const char *source = lua_tolstring(L, -2, &length);
  load_text(L, source, length, lua_tostring(L, -1));
  lua_pushvalue(L, 1);
  lua_call(L, 1, 1);
  lua_pushvalue(L, 1);
  lua_createtable(L, 1, 0);
  if (lua_isnil(L, -3)) lua_pushboolean(L, 1);
  else lua_pushvalue(L, -3);
  lua_rawseti(L, -2, 1);
  lua_rawset(L, 2);
  lua_pushvalue(L, 1);
  lua_rawget(L, 2);
  lua_rawgeti(L, -1, 1);
  return 1;
}

const entry base_entries[] = {
  {"ipairs", lib_ipairs}, {"next", lib_next}, {"pairs", lib_pairs}, {"pcall", lib_pcall},
  {"print", lib_print}, {"rawget", lib_rawget}, {"rawset", lib_rawset}, {"require", lib_require},
  {"setmetatable", lib_setmetatable}, {"tostring", lib_tostring}, {NULL, NULL}};

void add_entries(lua_State *L, int hidden, const entry *entries) {
  hidden = lua_absindex(L, hidden);
  for (; entries->name != NULL; entries++) {
    lua_pushnil(L);
    lua_pushcclosure(L, entries->function, 1);
    lua_setfield(L, hidden, entries->name);
  }
}

void open_libraries(lua_State *L) {
  static const char *const no_globals[] = {
    "load", "loadfile", "dofile", "loadstring", "xpcall", "collectgarbage", "warn", NULL};
  static const char *const no_strings[] = {"dump", "pack", "unpack", "packsize", NULL};
  static const char *const guards[] = {"io", "os", "debug", "package", "coroutine", NULL};
  push_library(L, "");
  int globals = lua_gettop(L);
  add_entries(L, globals, base_entries);
  lua_pushliteral(L, "Lua 5.4");
  lua_setfield(L, globals, "_VERSION");
  forbid_names(L, globals, "", no_globals);
  for (int i = 0; guards[i] != NULL; i++) {
    push_guard(L, guards[i]);
    lua_setfield(L, globals, guards[i]);
  }
  push_library(L, "string");
  add_entries(L, -1, string_entries);
  add_entries(L, -1, pattern_entries);
  forbid_names(L, -1, "string.", no_strings);
  // Strings reach the library by a metatable that is locked.
  lua_pushliteral(L, "");
  lua_createtable(L, 0, 2);
  lua_pushvalue(L, -3);
  lua_setfield(L, -2, "__index");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_setmetatable(L, -2);
  push_library(L, "table");
  add_entries(L, -1, table_entries);
  push_library(L, "math");
  push_library(L, "utf8");
  add_stock(L, -2, -1, globals);
  lua_settop(L, 0);
}
