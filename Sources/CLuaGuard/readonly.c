// Tables that scripts may read and not write: an empty table in front of the hidden one. Guards, whose every field is
// an error. The globals are such a table too.
#include <string.h>

#include "internal.h"

// In a metatable, marks the table in front and holds the hidden one.
static const char hidden_key;
// In the registry: a table from a library's path to its hidden table.
static const char libraries_key;

// Upvalue: the library's name, or false for the globals.
static int refuse_write(lua_State *L) {
  const char *library = lua_tostring(L, lua_upvalueindex(1));
  const char *key = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
  if (library == NULL) return luaL_error(L, "global '%s': declare it local", key);
  return luaL_error(L, "%s.%s is read-only", library, key);
}

static int refuse_read(lua_State *L) {
  const char *library = lua_tostring(L, lua_upvalueindex(1));
  if (lua_type(L, 2) != LUA_TSTRING) return luaL_error(L, "%s is not available to rules", library);
  return luaL_error(L, "%s.%s is not available to rules", library, lua_tostring(L, 2));
}

static void push_front(lua_State *L, int hidden, const char *name, bool guard) {
  hidden = lua_absindex(L, hidden);
  lua_newtable(L);
  lua_createtable(L, 0, 4);
  if (guard) {
    lua_pushstring(L, name);
    lua_pushcclosure(L, refuse_read, 1);
  } else {
    lua_pushvalue(L, hidden);
  }
  lua_setfield(L, -2, "__index");
  if (name == NULL) lua_pushboolean(L, 0);
  else lua_pushstring(L, name);
  lua_pushcclosure(L, guard ? refuse_read : refuse_write, 1);
  lua_setfield(L, -2, "__newindex");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_pushvalue(L, hidden);
  lua_rawsetp(L, -2, &hidden_key);
  lua_setmetatable(L, -2);
}

void push_readonly(lua_State *L, int hidden, const char *name) { push_front(L, hidden, name, false); }

void push_guard(lua_State *L, const char *name) {
  lua_newtable(L);
  push_front(L, -1, name, true);
  lua_remove(L, -2);
}

// Replaces a read-only table at `index` by the hidden one; answers whether it was one.
bool resolve_readonly(lua_State *L, int index) {
  index = lua_absindex(L, index);
  if (lua_type(L, index) != LUA_TTABLE || !lua_getmetatable(L, index)) return false;
  bool found = lua_rawgetp(L, -1, &hidden_key) == LUA_TTABLE;
  if (found) lua_replace(L, index);
  lua_pop(L, found ? 1 : 2);
  return found;
}

void check_writable(lua_State *L, int index) {
  luaL_checktype(L, index, LUA_TTABLE);
  if (!lua_getmetatable(L, index)) return;
  if (lua_rawgetp(L, -1, &hidden_key) == LUA_TTABLE) luaL_error(L, "the table is read-only");
  lua_pop(L, 2);
}

// Upvalues: the prefix ("string."), a set of names.
static int refuse_names(lua_State *L) {
  lua_pushvalue(L, 2);
  if (lua_isnil(L, 2) || lua_rawget(L, lua_upvalueindex(2)) == LUA_TNIL) {
    lua_pushnil(L);
    return 1;
  }
  return luaL_error(L, "%s%s is not available to rules", lua_tostring(L, lua_upvalueindex(1)), lua_tostring(L, 2));
}

// Reading one of these names from the hidden table is an error that names it.
void forbid_names(lua_State *L, int hidden, const char *prefix, const char *const *names) {
  hidden = lua_absindex(L, hidden);
  lua_createtable(L, 0, 1);
  lua_pushstring(L, prefix);
  lua_newtable(L);
  for (; *names != NULL; names++) {
    lua_pushboolean(L, 1);
    lua_setfield(L, -2, *names);
  }
  lua_pushcclosure(L, refuse_names, 2);
  lua_setfield(L, -2, "__index");
  lua_setmetatable(L, hidden);
}

// Pushes the hidden table of the library with this path ("" for the globals), made when it is new.
void push_library(lua_State *L, const char *path) {
  if (lua_rawgetp(L, LUA_REGISTRYINDEX, &libraries_key) != LUA_TTABLE) {
    lua_pop(L, 1);
    lua_newtable(L);
    lua_pushvalue(L, -1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &libraries_key);
  }
  int libraries = lua_gettop(L);
  if (lua_getfield(L, -1, path) == LUA_TNIL) {
    luaL_checkstack(L, 10, "a library is nested too deep");
    lua_pop(L, 1);
    lua_newtable(L);
    lua_pushvalue(L, -1);
    lua_setfield(L, libraries, path);
    int hidden = lua_gettop(L);
    push_readonly(L, hidden, *path == 0 ? NULL : path);
    const char *dot = strrchr(path, '.');
    if (*path == 0) {
      lua_pushvalue(L, -1);
      lua_setfield(L, hidden, "_G");
      lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
    } else {
      if (dot == NULL) {
        push_library(L, "");
      } else {
        lua_pushlstring(L, path, (size_t)(dot - path));
        push_library(L, lua_tostring(L, -1));
        lua_remove(L, -2);
      }
      const char *name = dot == NULL ? path : dot + 1;
      if (lua_getfield(L, -1, name) != LUA_TNIL) luaL_error(L, "'%s' is declared twice", path);
      lua_pop(L, 1);
      lua_pushvalue(L, -2);
      lua_setfield(L, -2, name);
      lua_settop(L, hidden);
    }
  }
  lua_remove(L, libraries);
}
