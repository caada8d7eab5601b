// What the files of the guard share.
#pragma once

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>

#include "CLuaGuard.h"

// Fees in steps (one step is about one VM instruction). They make work done in C cost what it takes, so that a count
// of steps, which is the same in every run, bounds the time as well.
enum {
  HOOK_STEP = 100,
  CALL_FEE = 50,
  PCALL_FEE = 50,
  LIBRARY_FEE = 10,
  HOST_FEE = 10,
  // For each pair of a table that is handed to the host, which makes a value of its own of both.
  HANDOVER_FEE = 8,
  // One step for so many bytes copied, compared or allocated.
  BYTES_A_STEP = 32,
  // How often the clock is looked at.
  CLOCK_STEPS = 10000,
  // The most results one call may push, and the bytes of the Lua stack: they bound what an instruction with a list of
  // arguments copies, and what a chain of __call moves.
  MAX_RESULTS = 4000,
  MAX_STACK = 256 << 10,
  // Tables in use as metatables at one time: bounds how far one instruction may be passed on.
  MAX_METATABLES = 256,
  // Strings of so many bytes are counted, for they make single instructions long.
  WIDE = 16 << 10,
  // The largest hash part of a table, and of that in which the compiler keeps the constants of a source: bounds what
  // one rehash of keys that collide may take.
  MAX_KEYS = 8192,
  MAX_CONSTANTS = 32768,
  MAX_DEPTH = 16,
  MAX_NODES = 65536,
  SIZE_CLASSES = 80,
};

enum { FRAMES = 16, MESSAGE = 2048, RETURNS = 24 };

typedef struct frame {
  char chunk[60];
  char function[60];
  int32_t line;
} frame;

// The last return of a script function at some depth of calls; without a line where it gave a value that is true.
typedef struct returned {
  frame at;
  uint64_t serial;
} returned;

typedef struct failure {
  size_t length;
  int32_t frames;
  char message[MESSAGE];
  frame frame[FRAMES];
} failure;

typedef struct object {
  uint32_t kind;
  uint32_t generation;
  uint64_t id;
  // Order of creation, the tie-break of two objects that are equal.
  uint64_t serial;
} object;

typedef struct kind {
  bool declared, permanent;
  int metatable, members;
  char name[40], stale[120];
} kind;

struct lg_out {
  lg_value *nodes, lost;
  size_t count, capacity;
  char *bytes;
  size_t used, size;
  bool failed;
  int64_t steps;
  size_t memory;
};

// A key of a table on its way into the fixed order.
typedef struct sort_key {
  uint32_t rank;
  int32_t index;
  int64_t major;
  uint64_t minor;
  double number;
  const char *bytes;
  size_t length;
} sort_key;

struct lg_state {
  lua_State *L;
  lg_callback callback;
  void *context;

  // Memory.
  char *arena;
  size_t arena_size, bump;
  void *vacant[SIZE_CLASSES];
  uint64_t serial, growths, refused_at;
  size_t used, peak, limit, block, host_bytes;
  // Strings that are wide; tables in use as metatables.
  size_t wide_strings, metatables;
  // Inside Lua: its global state and its stack; the string and the block that were made last.
  char *global, *stack, *last_block;
  size_t first_size, stack_size, last_size;
  const char *last_string;
  bool refused, too_many_keys, fixed_seed, strong_tables, rebuild;

  // Budget. `watch` is the count of steps below which something must be looked at.
  int64_t steps, watch, nanoseconds, started, tick;
  int interval;
  lg_status fatal;
  bool running, loading, compiling, unwatched;

  uint32_t generation;
  uint64_t objects;
  kind kinds[LG_KINDS];
  uint64_t random[4];
  bool next_cached;

  // From here on nothing outlives a call: an image holds what stands above.
  lg_out in, out;
  lg_value *nodes;
  size_t node_count, node_capacity;
  sort_key *keys;
  size_t key_count, key_capacity;
  int *transient;
  size_t transient_count, transient_capacity;

  // The message of an error raised by the host or the compiler, so that the outermost call can tell.
  const void *marked;
  lg_status marked_kind;
  failure failure;
  // Where script functions of the call returned last, if that is noted, by their depth.
  bool notes_returns;
  uint64_t returns;
  returned returned[RETURNS];
  struct image *image;
};

// How many instructions pass between two looks: few where there are strings that one instruction may read for half a
// millisecond.
static inline int usual_interval(const lg_state *S) { return S->wide_strings == 0 ? HOOK_STEP : HOOK_STEP / 10; }

static inline lg_state *state_of(lua_State *L) { return *(lg_state **)lua_getextraspace(L); }

// budget.c
void budget_check(lua_State *L, lg_state *S);
void check_time(lua_State *L, lg_state *S);
_Noreturn void exhaust(lua_State *L, lg_state *S, lg_status status);
void condemn(lua_State *L, lg_state *S, lg_status status);
void hook(lua_State *L, lua_Debug *ar);
void capture(lua_State *L, lg_state *S);

// Has the hook called each so many instructions, and where functions return if that is noted.
static inline void set_hook(lua_State *L, const lg_state *S, int interval) {
  lua_sethook(L, hook, LUA_MASKCOUNT | (S->notes_returns ? LUA_MASKRET : 0), interval);
}

static inline void charge(lua_State *L, lg_state *S, int64_t steps) {
  // The most a script can ask for must not wrap around.
  S->steps -= steps < INT64_MAX / 4 ? steps : INT64_MAX / 4;
  if (S->steps < S->watch) budget_check(L, S);
}
static inline void charge_bytes(lua_State *L, lg_state *S, size_t bytes) {
  charge(L, S, LIBRARY_FEE + (int64_t)(bytes / BYTES_A_STEP));
}

// Text that stands for a number costs what it takes to read it.
static inline lua_Integer integer_at(lua_State *L, int index) {
  if (lua_type(L, index) == LUA_TSTRING) charge(L, state_of(L), (int64_t)lua_rawlen(L, index));
  return luaL_checkinteger(L, index);
}
static inline lua_Integer integer_or(lua_State *L, int index, lua_Integer other) {
  return lua_isnoneornil(L, index) ? other : integer_at(L, index);
}
// arena.c
bool arena_open(lg_state *S, size_t limit);
void arena_close(lg_state *S);
void *arena_allocate(void *ud, void *block, size_t old_size, size_t size);
// The order of creation of a table or closure, by its lua_topointer.
uint64_t creation_serial(const void *object);
// Notes that a table is a metatable, until it is collected; false when it was noted before.
bool mark_metatable(lg_state *S, const void *table);

// internals.c
void fix_seed(lg_state *S);
void charge_collisions(lg_state *S);
size_t table_places(const lg_state *S, const void *table);
int64_t chain_steps(const lg_state *S, const void *table);
void forbid_weak_tables(lua_State *L, lg_state *S);

// A walk over a table passes by its empty places too.
static inline void charge_walk(lua_State *L, lg_state *S, int table, size_t keys) {
  const void *place = lua_topointer(L, table);
  charge(L, S, LIBRARY_FEE + (int64_t)(keys + table_places(S, place) / 8) + chain_steps(S, place));
}

// guard.c
int load_text(lua_State *L, const char *source, size_t length, const char *chunk);
void release_transient(lg_state *S);

// values.c
void out_reset(lg_out *out);
void out_free(lg_out *out);
int push_values(lua_State *L, lg_state *S, const lg_out *out);
void flatten(lua_State *L, lg_state *S, int index);
const char *out_bytes(const lg_out *out, const lg_value *node);

// order.c
void gather_keys(lua_State *L, lg_state *S, int table, int others);
void sort_keys(sort_key *keys, size_t count);
void push_key(lua_State *L, const sort_key *key, int others);
bool reserve_keys(lg_state *S);
int lib_pairs(lua_State *L);
int lib_next(lua_State *L);
int lib_ipairs(lua_State *L);

// objects.c
void push_object(lua_State *L, lg_state *S, uint32_t kind, uint64_t id);
const object *fresh_object(lua_State *L, lg_state *S, int index);
int ask_host(lua_State *L, lg_state *S, lg_request request, int32_t number, const lg_value *arguments, size_t count);
int declare_kind(lua_State *L);
int declare_member(lua_State *L);

// readonly.c
void push_readonly(lua_State *L, int hidden, const char *name);
void push_guard(lua_State *L, const char *name);
bool resolve_readonly(lua_State *L, int index);
void check_writable(lua_State *L, int index);
void forbid_names(lua_State *L, int hidden, const char *prefix, const char *const *names);
int declare_function(lua_State *L);
void push_library(lua_State *L, const char *path);

// Libraries. A function is always made a closure: scripts never hold a bare C pointer, whose hash changes from run to
// run.
typedef struct entry {
  const char *name;
  lua_CFunction function;
} entry;
void add_entries(lua_State *L, int hidden, const entry *entries);
void open_libraries(lua_State *L);
void push_text(lua_State *L, int index);
extern const entry base_entries[], string_entries[], pattern_entries[], table_entries[];
void add_stock(lua_State *L, int math, int utf8, int base);
int stock_format(lua_State *L);
