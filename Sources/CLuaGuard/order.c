// pairs, next and ipairs in a fixed order: integers ascending, other numbers, strings by their bytes, booleans, objects
// by kind and id, then tables and functions in the order in which they were made. That order is known because every
// block of the arena carries the serial number of its allocation: it depends on what the script did, never on where
// memory lies.
#include <stdlib.h>
#include <string.h>

#include "internal.h"

enum { RANK_INTEGER, RANK_NUMBER, RANK_STRING, RANK_BOOLEAN, RANK_OBJECT, RANK_OTHER };

static int by_order(const void *left, const void *right) {
  const sort_key *a = left, *b = right;
  if (a->rank != b->rank) return a->rank < b->rank ? -1 : 1;
  if (a->rank == RANK_NUMBER) return a->number < b->number ? -1 : a->number > b->number;
  if (a->rank == RANK_STRING) {
    int c = memcmp(a->bytes, b->bytes, a->length < b->length ? a->length : b->length);
    return c != 0 ? c : a->length < b->length ? -1 : a->length > b->length;
  }
  if (a->major != b->major) return a->major < b->major ? -1 : 1;
  if (a->minor != b->minor) return a->minor < b->minor ? -1 : 1;
  return a->length < b->length ? -1 : a->length > b->length;
}

void sort_keys(sort_key *keys, size_t count) {
  for (size_t i = 1; i < count; i++) {
    if (by_order(&keys[i - 1], &keys[i]) <= 0) continue;
    qsort(keys, count, sizeof *keys, by_order);
    return;
  }
}

bool reserve_keys(lg_state *S) {
  if (S->key_count < S->key_capacity) return true;
  size_t capacity = S->key_capacity == 0 ? 64 : S->key_capacity * 2;
  sort_key *keys = realloc(S->keys, capacity * sizeof *keys);
  if (keys == NULL) return false;
  S->keys = keys;
  S->key_capacity = capacity;
  return true;
}

// A step to the next key of a table takes as long as the chain in which it lies: where all keys lie in one, a walk over
// thousands takes a hundred milliseconds, and the time is looked at on the way.
static void look_up(lua_State *L, lg_state *S, size_t count) {
  if (count % 128 == 127 && S->running && !S->unwatched) check_time(L, S);
}

// The rank of the key at `index`; its bytes are the string's own.
static sort_key key_at(lua_State *L, int index) {
  sort_key key = {0};
  switch (lua_type(L, index)) {
    case LUA_TNUMBER:
      if (lua_isinteger(L, index)) {
        key.rank = RANK_INTEGER;
        key.major = lua_tointeger(L, index);
      } else {
        key.rank = RANK_NUMBER;
        key.number = lua_tonumber(L, index);
      }
      break;
    case LUA_TSTRING:
      key.rank = RANK_STRING;
      key.bytes = lua_tolstring(L, index, &key.length);
      break;
    case LUA_TBOOLEAN:
      key.rank = RANK_BOOLEAN;
      key.major = lua_toboolean(L, index);
      break;
    case LUA_TUSERDATA: {
      const object *o = lua_touserdata(L, index);
      key.rank = RANK_OBJECT;
      key.major = o->kind;
      key.minor = o->id;
      key.length = o->serial;
      break;
    }
    default:
      key.rank = RANK_OTHER;
      key.minor = creation_serial(lua_topointer(L, index));
  }
  return key;
}

// Appends the keys of the table to S->keys, unsorted. Those that cannot be made anew (objects, tables, functions) are
// put into the table `others`; without one they are an error.
void gather_keys(lua_State *L, lg_state *S, int table, int others) {
  size_t before = S->key_count, bytes = 0;
  lua_pushnil(L);
  while (lua_next(L, table)) {
    lua_pop(L, 1);
    if (!reserve_keys(S)) exhaust(L, S, LG_MEMORY);
    look_up(L, S, S->key_count);
    sort_key key = key_at(L, -1);
    if (key.rank == RANK_STRING) bytes += key.length;
    if (key.rank >= RANK_OBJECT) {
      if (others == 0) luaL_error(L, "a key that is a %s cannot be handed to the host", luaL_typename(L, -1));
      lua_pushvalue(L, -1);
      key.index = (int32_t)lua_rawlen(L, others) + 1;
      lua_rawseti(L, others, key.index);
    }
    S->keys[S->key_count++] = key;
  }
  charge_walk(L, S, table, (S->key_count - before) * 4 + bytes / BYTES_A_STEP);
}

void push_key(lua_State *L, const sort_key *key, int others) {
  switch (key->rank) {
    case RANK_INTEGER: lua_pushinteger(L, key->major); break;
    case RANK_NUMBER: lua_pushnumber(L, key->number); break;
    case RANK_STRING: lua_pushlstring(L, key->bytes, key->length); break;
    case RANK_BOOLEAN: lua_pushboolean(L, (int)key->major); break;
    default: lua_rawgeti(L, others, key->index);
  }
}

// Pushes a list of the table's keys in order.
static void push_ordered_keys(lua_State *L, lg_state *S, int table) {
  lua_newtable(L);
  int others = lua_gettop(L);
  S->key_count = 0;
  gather_keys(L, S, table, others);
  size_t count = S->key_count;
  sort_keys(S->keys, count);
  lua_createtable(L, (int)count, 0);
  for (size_t i = 0; i < count; i++) {
    push_key(L, &S->keys[i], others);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  lua_remove(L, others);
  if (S->key_capacity > 4096) {
    free(S->keys);
    S->keys = NULL;
    S->key_capacity = 0;
  }
  S->key_count = 0;
}

// Upvalues: the keys, the place reached, and the table whose values are read (a read-only library's own).
static int pairs_step(lua_State *L) {
  lua_Integer place = lua_tointeger(L, lua_upvalueindex(2));
  for (;;) {
    if (lua_rawgeti(L, lua_upvalueindex(1), ++place) == LUA_TNIL) return 1;
    lua_pushvalue(L, -1);
    if (lua_rawget(L, lua_upvalueindex(3)) != LUA_TNIL) break;
    lua_pop(L, 2);
    charge(L, state_of(L), 1);
  }
  lua_pushinteger(L, place);
  lua_replace(L, lua_upvalueindex(2));
  return 2;
}

// A table whose keys already come as 1, 2, 3 … needs no list. Upvalues: nothing, the place, the table.
static int list_step(lua_State *L) {
  lua_Integer place = lua_tointeger(L, lua_upvalueindex(2)), last = lua_tointeger(L, lua_upvalueindex(1));
  while (place < last) {
    lua_pushinteger(L, ++place);
    if (lua_rawgeti(L, lua_upvalueindex(3), place) != LUA_TNIL) {
      lua_pushvalue(L, -2);
      lua_replace(L, lua_upvalueindex(2));
      return 2;
    }
    lua_pop(L, 2);
    charge(L, state_of(L), 1);
  }
  lua_pushnil(L);
  return 1;
}

static bool is_plain_list(lua_State *L, lg_state *S, int table, lua_Integer *length) {
  lua_Integer count = 0;
  lua_pushnil(L);
  while (lua_next(L, table)) {
    lua_pop(L, 1);
    if (!lua_isinteger(L, -1) || lua_tointeger(L, -1) != count + 1) {
      lua_pop(L, 1);
      return false;
    }
    count++;
    look_up(L, S, (size_t)count);
  }
  charge_walk(L, S, table, (size_t)count);
  *length = count;
  return true;
}

int lib_pairs(lua_State *L) {
  lg_state *S = state_of(L);
  luaL_checkany(L, 1);
  lua_settop(L, 1);
  if (luaL_getmetafield(L, 1, "__pairs") != LUA_TNIL) {
    lua_pushvalue(L, 1);
    lua_call(L, 1, 3);
    return 3;
  }
  lua_pushvalue(L, 1);
  if (!resolve_readonly(L, 2)) luaL_checktype(L, 1, LUA_TTABLE);
  lua_Integer length;
  if (is_plain_list(L, S, 2, &length)) {
    lua_pushinteger(L, length);
    lua_pushinteger(L, 0);
    lua_pushvalue(L, 2);
    lua_pushcclosure(L, list_step, 3);
  } else {
    push_ordered_keys(L, S, 2);
    lua_pushinteger(L, 0);
    lua_pushvalue(L, 2);
    lua_pushcclosure(L, pairs_step, 3);
  }
  lua_pushvalue(L, 1);
  lua_pushnil(L);
  return 3;
}

// next(t) is asked mostly whether the table is empty: the first key is found without a list. A walk with next keeps
// the list of the table it walks.
static const char walked_table, walked_keys;

static int first_pair(lua_State *L, lg_state *S) {
  S->next_cached = false;
  lua_newtable(L);
  int others = lua_gettop(L);
  S->key_count = 0;
  gather_keys(L, S, 1, others);
  if (S->key_count == 0) {
    lua_pushnil(L);
    return 1;
  }
  sort_key first = S->keys[0];
  for (size_t i = 1; i < S->key_count; i++) {
    if (by_order(&S->keys[i], &first) < 0) first = S->keys[i];
  }
  push_key(L, &first, others);
  lua_pushvalue(L, -1);
  lua_rawget(L, 1);
  return 2;
}

// How many keys of the list at 3 do not come after the key at 2, which need not be there any more.
static lua_Integer place_after(lua_State *L, lg_state *S) {
  sort_key key = key_at(L, 2);
  lua_Integer low = 0, high = (lua_Integer)lua_rawlen(L, 3);
  while (low < high) {
    lua_Integer middle = low + (high - low) / 2;
    lua_rawgeti(L, 3, middle + 1);
    sort_key other = key_at(L, -1);
    if (by_order(&other, &key) <= 0) low = middle + 1;
    else high = middle;
    lua_pop(L, 1);
    charge(L, S, 1);
  }
  return low;
}

int lib_next(lua_State *L) {
  lg_state *S = state_of(L);
  charge(L, S, LIBRARY_FEE);
  lua_settop(L, 2);
  if (!resolve_readonly(L, 1)) luaL_checktype(L, 1, LUA_TTABLE);
  if (lua_isnil(L, 2)) return first_pair(L, S);
  lua_rawgetp(L, LUA_REGISTRYINDEX, &walked_table);
  bool known = S->next_cached && lua_rawequal(L, 3, 1);
  lua_settop(L, 2);
  if (known) {
    lua_rawgetp(L, LUA_REGISTRYINDEX, &walked_keys);
  } else {
    push_ordered_keys(L, S, 1);
    lua_pushvalue(L, 1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &walked_table);
    lua_pushvalue(L, 3);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &walked_keys);
    S->next_cached = true;
  }
  for (lua_Integer place = place_after(L, S) + 1; lua_rawgeti(L, 3, place) != LUA_TNIL; place++) {
    lua_pushvalue(L, -1);
    if (lua_rawget(L, 1) != LUA_TNIL) return 2;
    lua_pop(L, 2);
    charge(L, S, 1);
  }
  return 1;
}

static const char ipairs_key;

static int ipairs_step(lua_State *L) {
  lua_Integer i = (lua_Integer)((lua_Unsigned)integer_at(L, 2) + 1);
  lua_pushinteger(L, i);
  return lua_geti(L, 1, i) == LUA_TNIL ? 1 : 2;
}

int lib_ipairs(lua_State *L) {
  luaL_checkany(L, 1);
  lua_settop(L, 1);
  if (lua_rawgetp(L, LUA_REGISTRYINDEX, &ipairs_key) != LUA_TFUNCTION) {
    lua_pop(L, 1);
    lua_pushnil(L);
    lua_pushcclosure(L, ipairs_step, 1);
    lua_pushvalue(L, -1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &ipairs_key);
  }
  lua_pushvalue(L, 1);
  lua_pushinteger(L, 0);
  return 3;
}
