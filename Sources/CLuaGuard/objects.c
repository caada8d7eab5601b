// Objects of the host: userdata of a kind, an id and the generation (the call) in which they were made.
#include <string.h>

#include "internal.h"

void push_object(lua_State *L, lg_state *S, uint32_t number, uint64_t id) {
  if (number >= LG_KINDS || !S->kinds[number].declared) luaL_error(L, "the host's answer has an unknown kind");
  object *o = lua_newuserdatauv(L, sizeof *o, 0);
  o->kind = number;
  o->id = id;
  o->generation = S->generation;
  o->serial = S->objects++;
  lua_rawgeti(L, LUA_REGISTRYINDEX, S->kinds[number].metatable);
  lua_setmetatable(L, -2);
}

// The object at `index` (scripts hold no other userdata), or an error when its call is over.
const object *fresh_object(lua_State *L, lg_state *S, int index) {
  const object *o = lua_touserdata(L, index);
  if (o->generation != S->generation && !S->kinds[o->kind].permanent) {
    luaL_error(L, "%s", S->kinds[o->kind].stale);
  }
  return o;
}

static _Noreturn void raise_answer(lua_State *L, lg_state *S) {
  luaL_where(L, 1);
  lua_pushlstring(L, S->out.bytes == NULL ? "" : S->out.bytes, S->out.used);
  lua_concat(L, 2);
  S->marked = lua_tostring(L, -1);
  S->marked_kind = LG_HOST;
  lua_error(L);
  __builtin_unreachable();
}

// Asks the host and pushes its answer; only here, after the callback has returned, is an error raised.
int ask_host(lua_State *L, lg_state *S, lg_request request, int32_t number, const lg_value *arguments, size_t count) {
  out_reset(&S->out);
  int32_t code = S->callback(S->context, request, number, arguments, count, &S->out);
  if (S->out.memory > 0) {
    S->host_bytes += S->out.memory;
    if (S->used + S->host_bytes > S->limit) exhaust(L, S, LG_MEMORY);
  }
  charge(L, S, HOST_FEE + S->out.steps);
  check_time(L, S);
  if (code != 0 || S->out.failed) raise_answer(L, S);
  return push_values(L, S, &S->out);
}

static void flatten_arguments(lua_State *L, lg_state *S) {
  int top = lua_gettop(L);
  S->node_count = 0;
  for (int i = 1; i <= top; i++) flatten(L, S, i);
}

// Upvalues: the number, and for a method its kind.
static int call_host(lua_State *L) {
  lg_state *S = state_of(L);
  int32_t number = (int32_t)lua_tointeger(L, lua_upvalueindex(1));
  if (lua_type(L, lua_upvalueindex(2)) == LUA_TNUMBER) {
    uint32_t wanted = (uint32_t)lua_tointeger(L, lua_upvalueindex(2));
    const object *o = lua_type(L, 1) == LUA_TUSERDATA ? lua_touserdata(L, 1) : NULL;
    if (o == NULL || o->kind != wanted) {
      const char *name = S->kinds[wanted].name;
      return luaL_error(L, "a method of %s is called with ':', as in %s:method(...)", name, name);
    }
  }
  flatten_arguments(L, S);
  return ask_host(L, S, LG_CALL, number, S->nodes, S->node_count);
}

// Upvalues: the declared members, number for a field and function for a method.
static int object_index(lua_State *L) {
  lg_state *S = state_of(L);
  const object *o = fresh_object(L, S, 1);
  lua_pushvalue(L, 2);
  int member = lua_rawget(L, lua_upvalueindex(1));
  if (member == LUA_TFUNCTION) return 1;
  lg_value nodes[2] = {{.tag = LG_OBJECT, .kind = o->kind, .integer = (int64_t)o->id}};
  int results;
  if (member == LUA_TNUMBER) {
    results = ask_host(L, S, LG_FIELD, (int32_t)lua_tointeger(L, -1), nodes, 1);
  } else if (lua_type(L, 2) == LUA_TSTRING) {
    size_t length;
    nodes[1].tag = LG_STRING;
    nodes[1].bytes = lua_tolstring(L, 2, &length);
    nodes[1].integer = (int64_t)length;
    results = ask_host(L, S, LG_INDEX, 0, nodes, 2);
  } else if (lua_isinteger(L, 2)) {
    nodes[1].tag = LG_INTEGER;
    nodes[1].integer = lua_tointeger(L, 2);
    results = ask_host(L, S, LG_INDEX, 0, nodes, 2);
  } else {
    return luaL_error(L, "a %s has no field named by a %s", S->kinds[o->kind].name, luaL_typename(L, 2));
  }
  if (results == 0) lua_pushnil(L);
  return 1;
}

static int object_newindex(lua_State *L) {
  const object *o = lua_touserdata(L, 1);
  const char *name = state_of(L)->kinds[o->kind].name;
  bool vowel = strchr("aeiou", name[0]) != NULL;
  return luaL_error(L, "%s %s is read-only", vowel ? "an" : "a", name);
}

static int object_equal(lua_State *L) {
  const object *a = lua_touserdata(L, 1), *b = lua_touserdata(L, 2);
  lua_pushboolean(L, a != NULL && b != NULL && a->kind == b->kind && a->id == b->id);
  return 1;
}

static int object_text(lua_State *L) {
  const object *o = lua_touserdata(L, 1);
  lua_pushstring(L, state_of(L)->kinds[o->kind].name);
  return 1;
}

// Upvalue: the operator. One with a single operand is called by Lua with that operand twice.
static int operate(lua_State *L) {
  lg_state *S = state_of(L);
  int number = (int)lua_tointeger(L, lua_upvalueindex(1));
  if (number >= LG_UNM) lua_settop(L, 1);
  flatten_arguments(L, S);
  if (ask_host(L, S, LG_OPERATE, number, S->nodes, S->node_count) == 0) lua_pushnil(L);
  return 1;
}

typedef struct kind_request {
  uint32_t number;
  const char *name, *stale;
  bool permanent;
  uint32_t operators;
} kind_request;

static void set_closure(lua_State *L, lua_CFunction function, const char *name) {
  lua_pushnil(L);
  lua_pushcclosure(L, function, 1);
  lua_setfield(L, -2, name);
}

int declare_kind(lua_State *L) {
  static const char *const events[] = {"__add", "__sub", "__mul", "__pow", "__unm", "__len", "__tostring"};
  lg_state *S = state_of(L);
  const kind_request *request = lua_touserdata(L, 1);
  if (request->number >= LG_KINDS) return luaL_error(L, "a kind's number must be below %d", LG_KINDS);
  kind *k = &S->kinds[request->number];
  if (k->declared) return luaL_error(L, "kind %d is declared twice", (int)request->number);
  strncpy(k->name, request->name, sizeof k->name - 1);
  strncpy(k->stale, request->stale, sizeof k->stale - 1);
  k->permanent = request->permanent;
  lua_createtable(L, 0, 12);
  lua_newtable(L);
  lua_pushvalue(L, -1);
  k->members = luaL_ref(L, LUA_REGISTRYINDEX);
  lua_pushcclosure(L, object_index, 1);
  lua_setfield(L, -2, "__index");
  set_closure(L, object_newindex, "__newindex");
  set_closure(L, object_equal, "__eq");
  set_closure(L, object_text, "__tostring");
  for (int i = LG_ADD; i <= LG_TOSTRING; i++) {
    if ((request->operators & 1u << i) == 0) continue;
    lua_pushinteger(L, i);
    lua_pushcclosure(L, operate, 1);
    lua_setfield(L, -2, events[i]);
  }
  lua_pushstring(L, k->name);
  lua_setfield(L, -2, "__name");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  k->metatable = luaL_ref(L, LUA_REGISTRYINDEX);
  k->declared = true;
  return 0;
}

typedef struct member_request {
  uint32_t kind;
  const char *name;
  int32_t number;
  bool method;
} member_request;

int declare_member(lua_State *L) {
  lg_state *S = state_of(L);
  const member_request *request = lua_touserdata(L, 1);
  if (request->kind >= LG_KINDS || !S->kinds[request->kind].declared) {
    return luaL_error(L, "member '%s' belongs to no declared kind", request->name);
  }
  lua_rawgeti(L, LUA_REGISTRYINDEX, S->kinds[request->kind].members);
  lua_pushinteger(L, request->number);
  if (request->method) {
    lua_pushinteger(L, request->kind);
    lua_pushcclosure(L, call_host, 2);
  }
  lua_setfield(L, -2, request->name);
  return 0;
}

typedef struct function_request {
  const char *name;
  int32_t number;
} function_request;

int declare_function(lua_State *L) {
  const function_request *request = lua_touserdata(L, 1);
  const char *dot = strrchr(request->name, '.');
  if (dot == NULL) {
    push_library(L, "");
  } else {
    lua_pushlstring(L, request->name, (size_t)(dot - request->name));
    push_library(L, lua_tostring(L, -1));
  }
  const char *last = dot == NULL ? request->name : dot + 1;
  if (lua_getfield(L, -1, last) != LUA_TNIL) return luaL_error(L, "'%s' is declared twice", request->name);
  lua_pop(L, 1);
  lua_pushinteger(L, request->number);
  lua_pushnil(L);
  lua_pushcclosure(L, call_host, 2);
  lua_setfield(L, -2, last);
  return 0;
}

static lg_status declare(lg_state *S, lua_CFunction function, void *request) {
  lua_State *L = S->L;
  S->steps = S->watch = 0;
  lua_sethook(L, NULL, 0, 0);
  S->watch = INT64_MIN;
  lua_pushcfunction(L, function);
  lua_pushlightuserdata(L, request);
  int status = lua_pcall(L, 1, 0, 0);
  if (status == LUA_OK) return LG_OK;
  size_t length;
  const char *message = lua_tolstring(L, -1, &length);
  S->failure.length = length < MESSAGE ? length : MESSAGE;
  S->failure.frames = 0;
  memcpy(S->failure.message, message, S->failure.length);
  lua_settop(L, 0);
  return status == LUA_ERRMEM ? LG_MEMORY : LG_HOST;
}

lg_status lg_declare_kind(
  lg_state *state, uint32_t number, const char *name, const char *stale, bool permanent, uint32_t operators) {
  kind_request request = {number, name, stale, permanent, operators};
  return declare(state, declare_kind, &request);
}

lg_status lg_declare_member(lg_state *state, uint32_t kind, const char *name, int32_t number, bool method) {
  member_request request = {kind, name, number, method};
  return declare(state, declare_member, &request);
}

lg_status lg_declare_function(lg_state *state, const char *name, int32_t number) {
  function_request request = {name, number};
  return declare(state, declare_function, &request);
}
