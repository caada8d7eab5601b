// Values across the border: the writer's nodes become Lua values, Lua values become nodes.
#include <stdlib.h>
#include <string.h>

#include "internal.h"

enum { MAX_OUT_NODES = 1 << 20, MAX_OUT_BYTES = 64 << 20 };

void out_reset(lg_out *out) {
  out->count = out->used = out->memory = 0;
  out->failed = false;
  out->steps = 0;
}

void out_free(lg_out *out) {
  free(out->nodes);
  free(out->bytes);
}

// A node that cannot be held makes the answer an error; what is written into it is lost.
static lg_value *out_node(lg_out *out, lg_tag tag) {
  if (out->count == out->capacity) {
    size_t capacity = out->capacity == 0 ? 16 : out->capacity * 2;
    lg_value *nodes = capacity > MAX_OUT_NODES ? NULL : realloc(out->nodes, capacity * sizeof *nodes);
    if (nodes == NULL) {
      out->failed = true;
      out->used = 0;
      return &out->lost;
    }
    out->nodes = nodes;
    out->capacity = capacity;
  }
  lg_value *node = &out->nodes[out->count++];
  node->tag = tag;
  node->kind = 0;
  return node;
}

static bool out_reserve(lg_out *out, size_t length) {
  if (length <= out->size - out->used) return true;
  size_t size = out->size == 0 ? 1024 : out->size * 2;
  while (size - out->used < length && size < MAX_OUT_BYTES) size *= 2;
  char *bytes = size - out->used < length || size > MAX_OUT_BYTES ? NULL : realloc(out->bytes, size);
  if (bytes == NULL) return false;
  out->bytes = bytes;
  out->size = size;
  return true;
}

void lg_out_nil(lg_out *out) { out_node(out, LG_NIL)->integer = 0; }
void lg_out_boolean(lg_out *out, bool value) { out_node(out, LG_BOOLEAN)->integer = value; }
void lg_out_integer(lg_out *out, int64_t value) { out_node(out, LG_INTEGER)->integer = value; }
void lg_out_number(lg_out *out, double value) { memcpy(&out_node(out, LG_NUMBER)->integer, &value, 8); }

void lg_out_string(lg_out *out, const char *bytes, size_t length) {
  if (!out_reserve(out, length)) {
    lg_out_error(out, "the answer is too large", 23);
    return;
  }
  lg_value *node = out_node(out, LG_STRING);
  // The buffer may still move: the place is kept, not the address.
  node->kind = (uint32_t)out->used;
  node->integer = (int64_t)length;
  if (length > 0) memcpy(out->bytes + out->used, bytes, length);
  out->used += length;
}

void lg_out_table(lg_out *out, uint32_t pairs) { out_node(out, LG_TABLE)->integer = pairs; }

void lg_out_list(lg_out *out, uint32_t count) {
  lg_value *node = out_node(out, LG_TABLE);
  node->integer = count;
  node->kind = 1;
}

void lg_out_function(lg_out *out, int32_t function, uint32_t generation) {
  lg_value *node = out_node(out, LG_FUNCTION);
  node->kind = generation;
  node->integer = function;
}

void lg_out_object(lg_out *out, uint32_t kind, uint64_t id) {
  lg_value *node = out_node(out, LG_OBJECT);
  node->kind = kind;
  node->integer = (int64_t)id;
}

void lg_out_error(lg_out *out, const char *bytes, size_t length) {
  out->failed = true;
  out->used = 0;
  if (length > MESSAGE) length = MESSAGE;
  if (!out_reserve(out, length)) length = 0;
  if (length > 0) memcpy(out->bytes, bytes, length);
  out->used = length;
}

void lg_out_charge(lg_out *out, int64_t steps, size_t memory) {
  out->steps += steps;
  out->memory += memory;
}

const char *out_bytes(const lg_out *out, const lg_value *node) { return out->bytes + node->kind; }

static size_t push_value(lua_State *L, lg_state *S, const lg_out *out, size_t at, int depth) {
  if (at >= out->count) luaL_error(L, "the host's answer breaks off");
  if (depth > MAX_DEPTH) luaL_error(L, "the host's answer is nested more than %d deep", MAX_DEPTH);
  const lg_value *node = &out->nodes[at++];
  switch (node->tag) {
    case LG_NIL: lua_pushnil(L); break;
    case LG_BOOLEAN: lua_pushboolean(L, node->integer != 0); break;
    case LG_INTEGER: lua_pushinteger(L, node->integer); break;
    case LG_NUMBER: {
      double number;
      memcpy(&number, &node->integer, 8);
      lua_pushnumber(L, number);
      break;
    }
    case LG_STRING: lua_pushlstring(L, out_bytes(out, node), (size_t)node->integer); break;
    case LG_OBJECT: push_object(L, S, node->kind, (uint64_t)node->integer); break;
    case LG_FUNCTION: {
      bool current = node->kind == 0 || node->kind == S->generation;
      if (!current || lua_rawgeti(L, LUA_REGISTRYINDEX, node->integer) != LUA_TFUNCTION) {
        luaL_error(L, "the host's answer has a function of another call or state");
      }
      break;
    }
    case LG_TABLE: {
      luaL_checkstack(L, 4, "too many values");
      bool list = node->kind == 1;
      int64_t count = node->integer;
      if ((size_t)count > out->count) luaL_error(L, "the host's answer breaks off");
      lua_createtable(L, list ? (int)count : 0, list ? 0 : (int)count);
      for (int64_t i = 1; i <= count; i++) {
        if (list) {
          at = push_value(L, S, out, at, depth + 1);
          lua_rawseti(L, -2, i);
        } else {
          at = push_value(L, S, out, at, depth + 1);
          if (lua_isnil(L, -1)) luaL_error(L, "the host's answer has a nil key");
          at = push_value(L, S, out, at, depth + 1);
          lua_rawset(L, -3);
        }
      }
      break;
    }
  }
  return at;
}

// Pushes every value of the list; answers how many.
int push_values(lua_State *L, lg_state *S, const lg_out *out) {
  size_t at = 0;
  int values = 0;
  while (at < out->count) {
    luaL_checkstack(L, 4, "too many values");
    at = push_value(L, S, out, at, 0);
    values++;
  }
  return values;
}

static lg_value *append_node(lua_State *L, lg_state *S, lg_tag tag) {
  if (S->node_count == S->node_capacity) {
    if (S->node_count >= MAX_NODES) luaL_error(L, "more than %d values handed to the host", MAX_NODES);
    size_t capacity = S->node_capacity == 0 ? 64 : S->node_capacity * 2;
    lg_value *nodes = realloc(S->nodes, capacity * sizeof *nodes);
    if (nodes == NULL) exhaust(L, S, LG_MEMORY);
    S->nodes = nodes;
    S->node_capacity = capacity;
  }
  lg_value *node = &S->nodes[S->node_count++];
  node->tag = tag;
  node->kind = 0;
  node->integer = 0;
  return node;
}

// A function handed over while loading stays for the life of the state, one handed over in a call until the next.
static int keep_function(lua_State *L, lg_state *S, int index) {
  if (!S->loading && S->transient_count == S->transient_capacity) {
    size_t capacity = S->transient_capacity == 0 ? 16 : S->transient_capacity * 2;
    int *references = realloc(S->transient, capacity * sizeof *references);
    if (references == NULL) exhaust(L, S, LG_MEMORY);
    S->transient = references;
    S->transient_capacity = capacity;
  }
  lua_pushvalue(L, index);
  int reference = luaL_ref(L, LUA_REGISTRYINDEX);
  if (!S->loading) S->transient[S->transient_count++] = reference;
  return reference;
}

static void flatten_value(lua_State *L, lg_state *S, int index, int depth);

// Keys go in the fixed order, so that the host sees the same list in every run. Keys that are tables or functions
// mean nothing to it.
static void flatten_table(lua_State *L, lg_state *S, int index, int depth) {
  if (depth >= MAX_DEPTH) luaL_error(L, "a table nested more than %d deep handed to the host", MAX_DEPTH);
  luaL_checkstack(L, 8, "a table is nested too deep");
  size_t header = S->node_count, base = S->key_count;
  append_node(L, S, LG_TABLE);
  gather_keys(L, S, index, 0);
  size_t count = S->key_count - base;
  sort_keys(S->keys + base, count);
  for (size_t i = 0; i < count; i++) {
    push_key(L, &S->keys[base + i], 0);
    flatten_value(L, S, lua_gettop(L), depth + 1);
    lua_rawget(L, index);
    flatten_value(L, S, lua_gettop(L), depth + 1);
    lua_pop(L, 1);
  }
  S->key_count = base;
  S->nodes[header].integer = (int64_t)count;
  S->nodes[header].kind = (uint32_t)(S->node_count - header - 1);
  charge(L, S, (int64_t)count * HANDOVER_FEE);
}

static void flatten_value(lua_State *L, lg_state *S, int index, int depth) {
  switch (lua_type(L, index)) {
    case LUA_TNIL: append_node(L, S, LG_NIL); break;
    case LUA_TBOOLEAN: append_node(L, S, LG_BOOLEAN)->integer = lua_toboolean(L, index); break;
    case LUA_TNUMBER:
      if (lua_isinteger(L, index)) {
        append_node(L, S, LG_INTEGER)->integer = lua_tointeger(L, index);
      } else {
        double number = lua_tonumber(L, index);
        memcpy(&append_node(L, S, LG_NUMBER)->integer, &number, 8);
      }
      break;
    case LUA_TSTRING: {
      lg_value *node = append_node(L, S, LG_STRING);
      size_t length;
      node->bytes = lua_tolstring(L, index, &length);
      node->integer = (int64_t)length;
      charge(L, S, (int64_t)(length / BYTES_A_STEP));
      break;
    }
    case LUA_TUSERDATA: {
      const object *o = fresh_object(L, S, index);
      lg_value *node = append_node(L, S, LG_OBJECT);
      node->kind = o->kind;
      node->integer = (int64_t)o->id;
      break;
    }
    case LUA_TFUNCTION: {
      lg_value *node = append_node(L, S, LG_FUNCTION);
      node->kind = S->loading ? 0 : S->generation;
      node->integer = keep_function(L, S, index);
      break;
    }
    case LUA_TTABLE: flatten_table(L, S, index, depth); break;
    default: luaL_error(L, "a %s cannot be handed to the host", luaL_typename(L, index));
  }
}

void flatten(lua_State *L, lg_state *S, int index) {
  S->key_count = 0;
  flatten_value(L, S, lua_absindex(L, index), 0);
}
