// The life of a state: opening, loading, calling, and telling why a call failed.
#include <stdlib.h>
#include <string.h>

#include "internal.h"

static int run_open(lua_State *L) {
  forbid_weak_tables(L, state_of(L));
  open_libraries(L);
  return 0;
}

lg_state *lg_open(lg_limits limits, lg_callback callback, void *context) {
  lg_state *S = calloc(1, sizeof *S);
  if (S == NULL) return NULL;
  S->callback = callback;
  S->context = context;
  S->limit = limits.memory;
  S->block = limits.block;
  S->nanoseconds = limits.nanoseconds;
  S->unwatched = limits.unwatched;
  S->watch = INT64_MIN;
  if (arena_open(S, limits.memory)) S->L = lua_newstate(arena_allocate, S);
  if (S->L == NULL) {
    lg_close(S);
    return NULL;
  }
  *(lg_state **)lua_getextraspace(S->L) = S;
  // A cycle of the collector walks all libraries: it should not come round for every few kilobytes of small objects.
  lua_gc(S->L, LUA_GCINC, 400, 0, 0);
  lua_pushcfunction(S->L, run_open);
  if (lua_pcall(S->L, 0, 0, 0) != LUA_OK) {
    lg_close(S);
    return NULL;
  }
  lg_seed(S, 0);
  return S;
}

void lg_close(lg_state *state) {
  // No finalizer is worth running: the arena goes as a whole.
  arena_close(state);
  out_free(&state->in);
  out_free(&state->out);
  free(state->nodes);
  free(state->keys);
  free(state->transient);
  free(state->image);
  free(state);
}

static int on_error(lua_State *L) {
  lg_state *S = state_of(L);
  if (S->fatal == LG_OK) capture(L, S);
  return 1;
}

typedef struct load_request {
  const char *source, *chunk;
  size_t length;
} load_request;

// Only the first result counts; it is flattened into S->nodes.
static void keep_result(lua_State *L, lg_state *S) {
  S->node_count = 0;
  flatten(L, S, -1);
}

// A source is read piece by piece: what compiling takes is not the same for all sources of a length.
typedef struct pieces {
  const char *source;
  size_t length;
} pieces;

static const char *read_piece(lua_State *L, void *data, size_t *length) {
  pieces *rest = data;
  const char *piece = rest->source;
  *length = rest->length < 512 ? rest->length : 512;
  rest->source += *length;
  rest->length -= *length;
  charge(L, state_of(L), (int64_t)*length);
  check_time(L, state_of(L));
  return piece;
}

// Pushes the compiled chunk; an error of syntax is marked as one.
int load_text(lua_State *L, const char *source, size_t length, const char *chunk) {
  lg_state *S = state_of(L);
  pieces rest = {source, length};
  lua_pushfstring(L, "@%s", chunk);
  S->compiling = true;
  int status = lua_load(L, read_piece, &rest, lua_tostring(L, -1), "t");
  if (S->fatal != LG_OK) exhaust(L, S, S->fatal);
  S->compiling = false;
  if (status == LUA_OK) return 1;
  S->marked = lua_tostring(L, -1);
  S->marked_kind = LG_SYNTAX;
  return lua_error(L);
}

static int run_load(lua_State *L) {
  lg_state *S = state_of(L);
  const load_request *request = lua_touserdata(L, 1);
  load_text(L, request->source, request->length, request->chunk);
  lua_call(L, 0, 1);
  keep_result(L, S);
  return 0;
}

static int run_call(lua_State *L) {
  lg_state *S = state_of(L);
  int32_t function = *(const int32_t *)lua_touserdata(L, 1);
  if (lua_rawgeti(L, LUA_REGISTRYINDEX, function) != LUA_TFUNCTION) {
    return luaL_error(L, "the host called a function it does not hold");
  }
  lua_call(L, push_values(L, S, &S->in), 1);
  keep_result(L, S);
  return 0;
}

static void set_message(lg_state *S, const char *message, size_t length) {
  if (length > MESSAGE) length = MESSAGE;
  memcpy(S->failure.message, message, length);
  S->failure.length = length;
}

static void describe(lg_state *S, const char *message) { set_message(S, message, strlen(message)); }

static const char *memory_message(const lg_state *S) {
  _Static_assert(MAX_KEYS == 8192 && MAX_CONSTANTS == 32768, "the messages tell the limits");
  if (!S->too_many_keys) return "the memory of the state is used up";
  return S->compiling ? "a source has more than 32768 names and constants: keep words in a lexicon"
                      : "a table has more than 8192 keys besides those of its list";
}

// What the error object at the top means. No script code runs: a table is only called one.
static lg_status read_failure(lg_state *S, int status) {
  lua_State *L = S->L;
  if (status == LUA_ERRMEM && S->refused && S->fatal == LG_OK) {
    S->fatal = LG_MEMORY;
    S->rebuild = true;
  }
  switch (S->fatal) {
    case LG_STEPS: describe(S, "the steps of this call are used up"); return LG_STEPS;
    case LG_MEMORY:
      describe(S, memory_message(S));
      return LG_MEMORY;
    case LG_TIME: describe(S, "the processor time of this call is used up"); return LG_TIME;
    case LG_STACK: describe(S, "stack overflow: calls are nested too deep"); return LG_STACK;
    default: break;
  }
  if (lua_type(L, -1) != LUA_TSTRING) {
    const char *name = luaL_typename(L, -1);
    if (lua_type(L, -1) == LUA_TUSERDATA) name = S->kinds[((object *)lua_touserdata(L, -1))->kind].name;
    char text[100];
    strcpy(text, "error object is a ");
    strncat(text, name, 40);
    strcat(text, " value");
    describe(S, text);
    return LG_RUNTIME;
  }
  size_t length;
  const char *message = lua_tolstring(L, -1, &length);
  set_message(S, message, length);
  if (message == S->marked) return S->marked_kind;
  return status == LUA_ERRERR || strstr(message, "stack overflow") != NULL ? LG_STACK : LG_RUNTIME;
}

// Functions that the host was handed in a call end with it.
void release_transient(lg_state *S) {
  for (; S->transient_count > 0; S->transient_count--) {
    luaL_unref(S->L, LUA_REGISTRYINDEX, S->transient[S->transient_count - 1]);
  }
}

static lg_status enter(lg_state *S, lua_CFunction function, void *request, int64_t *steps) {
  lua_State *L = S->L;
  S->failure.length = 0;
  S->failure.frames = 0;
  if (S->running) {
    describe(S, "the host called the state from within a call");
    return LG_HOST;
  }
  S->node_count = S->key_count = 0;
  release_transient(S);
  S->running = true;
  S->refused = S->too_many_keys = S->compiling = false;
  S->refused_at = 0;
  S->fatal = LG_OK;
  S->marked = NULL;
  S->generation++;
  S->started = 0;
  S->steps = S->unwatched ? INT64_MAX / 2 : *steps - CALL_FEE;
  S->watch = S->steps > CLOCK_STEPS ? S->steps - CLOCK_STEPS : 0;
  S->interval = usual_interval(S);
  if (S->notes_returns) memset(S->returned, 0, sizeof S->returned);
  if (!S->unwatched) set_hook(L, S, S->interval);
  lua_pushcfunction(L, on_error);
  lua_pushcfunction(L, function);
  lua_pushlightuserdata(L, request);
  if (S->steps < 0) S->fatal = LG_STEPS;
  int status = S->steps < 0 ? LUA_ERRRUN : lua_pcall(L, 1, 0, 1);
  lg_status result = LG_OK;
  if (status != LUA_OK) result = read_failure(S, status);
  lua_settop(L, 0);
  S->running = false;
  if (!S->unwatched) *steps = S->steps > 0 ? S->steps : 0;
  return result;
}

lg_status lg_load(lg_state *state, const char *source, size_t length, const char *chunk, int64_t *steps) {
  load_request request = {source, chunk, length};
  if (!state->running) state->loading = true;
  lg_status status = enter(state, run_load, &request, steps);
  if (!state->running) state->loading = false;
  return status;
}

lg_out *lg_begin(lg_state *state) {
  out_reset(&state->in);
  return &state->in;
}

lg_status lg_call(lg_state *state, int32_t function, int64_t *steps) {
  return enter(state, run_call, &function, steps);
}

const lg_value *lg_result(const lg_state *state, size_t *count) {
  *count = state->node_count;
  return state->nodes;
}

const char *lg_failure_message(const lg_state *state, size_t *length) {
  *length = state->failure.length;
  return state->failure.message;
}

int32_t lg_failure_frames(const lg_state *state) { return state->failure.frames; }

const char *lg_failure_frame(const lg_state *state, int32_t index, int32_t *line, const char **function) {
  if (index < 0 || index >= state->failure.frames) return NULL;
  *line = state->failure.frame[index].line;
  *function = state->failure.frame[index].function;
  return state->failure.frame[index].chunk;
}

void lg_note_returns(lg_state *state, bool wanted) { state->notes_returns = wanted; }

const char *lg_returned(const lg_state *state, int32_t index, int32_t *line) {
  const returned *at = state->returned, *end = at + RETURNS;
  while (at < end && at->serial == 0) at++;
  for (; at < end && at->at.line > 0; at++) {
    if (index-- > 0) continue;
    *line = at->at.line;
    return at->at.chunk;
  }
  return NULL;
}

size_t lg_used(const lg_state *state) { return state->used + state->host_bytes; }
size_t lg_peak(const lg_state *state) { return state->peak; }
bool lg_needs_rebuild(const lg_state *state) { return state->rebuild; }
bool lg_has_fixed_seed(const lg_state *state) { return state->fixed_seed; }
