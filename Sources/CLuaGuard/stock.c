// What is taken from Lua's own libraries: functions that are short, or linear in their arguments and charged by them;
// and math.random with our own generator.
#include <math.h>
#include <pthread.h>
#include <string.h>

#include "internal.h"

static const char *const base_names[] = {
  "assert", "error", "getmetatable", "rawequal", "rawlen", "select", "type", "tonumber", NULL};
static const char *const math_names[] = {
  "abs", "acos", "asin", "atan", "ceil", "cos", "deg", "exp", "floor", "fmod", "log", "max", "min", "modf", "rad",
  "sin", "sqrt", "tan", "tointeger", "type", "ult", NULL};
static const char *const utf8_names[] = {"char", "codepoint", "codes", "len", "offset", NULL};

static lua_CFunction base_functions[8], math_functions[21], utf8_functions[5], format_function;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void find_all(lua_State *L, const char *const *names, lua_CFunction *functions) {
  for (int i = 0; names[i] != NULL; i++) {
    lua_getfield(L, -1, names[i]);
    functions[i] = lua_tocfunction(L, -1);
    lua_pop(L, 1);
  }
}

// Their addresses are read once from a state of its own.
static void find_stock(void) {
  lua_State *L = luaL_newstate();
  if (L == NULL) return;
  luaL_requiref(L, "_G", luaopen_base, 0);
  find_all(L, base_names, base_functions);
  luaL_requiref(L, "math", luaopen_math, 0);
  find_all(L, math_names, math_functions);
  luaL_requiref(L, "utf8", luaopen_utf8, 0);
  find_all(L, utf8_names, utf8_functions);
  luaL_requiref(L, "string", luaopen_string, 0);
  static const char *const format[] = {"format", NULL};
  find_all(L, format, &format_function);
  lua_close(L);
}

int stock_format(lua_State *L) { return format_function(L); }

// Upvalue: the function. What it costs beyond a call grows with its arguments and their strings.
static int sized(lua_State *L) {
  int count = lua_gettop(L);
  size_t bytes = 0;
  for (int i = count; i > 0; i--) {
    if (lua_type(L, i) == LUA_TSTRING) bytes += lua_rawlen(L, i);
  }
  charge(L, state_of(L), (int64_t)(bytes / 16) + count / 8);
  return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

static int charged(lua_State *L) {
  charge(L, state_of(L), LIBRARY_FEE);
  return sized(L);
}

static int lib_codepoint(lua_State *L) {
  lua_Integer first = integer_or(L, 2, 1), last = integer_or(L, 3, first);
  lua_Integer length = (lua_Integer)lua_rawlen(L, 1);
  if (first < 0) first += length + 1;
  if (last < 0) last += length + 1;
  if (last > first && (lua_Unsigned)last - (lua_Unsigned)first >= MAX_RESULTS) {
    return luaL_error(L, "more than %d results", MAX_RESULTS);
  }
  return charged(L);
}

// The iterator Lua returns is a bare C function; scripts get a closure.
static int lib_codes(lua_State *L) {
  int results = charged(L);
  lua_CFunction step = lua_tocfunction(L, -results);
  lua_pushnil(L);
  lua_pushcclosure(L, step, 1);
  lua_replace(L, -results - 1);
  return results;
}

static void add_functions(
  lua_State *L, int hidden, const char *const *names, const lua_CFunction *functions, lua_CFunction wrapper) {
  hidden = lua_absindex(L, hidden);
  for (int i = 0; names[i] != NULL; i++) {
    lua_pushcfunction(L, functions[i]);
    lua_pushcclosure(L, wrapper, 1);
    lua_setfield(L, hidden, names[i]);
  }
}

// xoshiro256**, by Blackman and Vigna (public domain), seeded through splitmix64.
static uint64_t next_random(uint64_t *s) {
  uint64_t mixed = s[1] * 5;
  uint64_t result = (mixed << 7 | mixed >> 57) * 9, shifted = s[1] << 17;
  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= shifted;
  s[3] = s[3] << 45 | s[3] >> 19;
  return result;
}

void lg_seed(lg_state *state, uint64_t seed) {
  for (int i = 0; i < 4; i++) {
    uint64_t z = seed += 0x9e3779b97f4a7c15;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
    z = (z ^ z >> 27) * 0x94d049bb133111eb;
    state->random[i] = z ^ z >> 31;
  }
}

static int lib_random(lua_State *L) {
  lg_state *S = state_of(L);
  lua_Integer low = 1, high;
  switch (lua_gettop(L)) {
    case 0: lua_pushnumber(L, (double)(next_random(S->random) >> 11) * 0x1p-53); return 1;
    case 1:
      high = integer_at(L, 1);
      if (high == 0) {
        lua_pushinteger(L, (lua_Integer)next_random(S->random));
        return 1;
      }
      break;
    case 2:
      low = integer_at(L, 1);
      high = integer_at(L, 2);
      break;
    default: return luaL_error(L, "wrong number of arguments");
  }
  luaL_argcheck(L, low <= high, lua_gettop(L), "interval is empty");
  uint64_t range = (uint64_t)high - (uint64_t)low, mask = range == 0 ? 0 : UINT64_MAX >> __builtin_clzll(range);
  uint64_t drawn;
  // Numbers beyond the range are drawn again: fewer than half of them on average.
  do {
    drawn = next_random(S->random) & mask;
  } while (drawn > range);
  lua_pushinteger(L, (lua_Integer)(drawn + (uint64_t)low));
  return 1;
}

static int lib_randomseed(lua_State *L) {
  lua_Number number = luaL_checknumber(L, 1);
  uint64_t seed;
  memcpy(&seed, &number, sizeof seed);
  lg_seed(state_of(L), seed);
  return 0;
}

void add_stock(lua_State *L, int math, int utf8, int base) {
  static const entry random_entries[] = {{"random", lib_random}, {"randomseed", lib_randomseed}, {NULL, NULL}};
  math = lua_absindex(L, math);
  utf8 = lua_absindex(L, utf8);
  pthread_once(&once, find_stock);
  if (format_function == NULL) luaL_error(L, "Lua's own libraries cannot be opened");
  add_functions(L, base, base_names, base_functions, sized);
  lua_pushcfunction(L, base_functions[7]);
  lua_pushcclosure(L, charged, 1);
  lua_setfield(L, base, base_names[7]);
  add_functions(L, math, math_names, math_functions, sized);
  add_entries(L, math, random_entries);
  lua_pushnumber(L, 3.141592653589793);
  lua_setfield(L, math, "pi");
  lua_pushnumber(L, (lua_Number)HUGE_VAL);
  lua_setfield(L, math, "huge");
  lua_pushinteger(L, LUA_MAXINTEGER);
  lua_setfield(L, math, "maxinteger");
  lua_pushinteger(L, LUA_MININTEGER);
  lua_setfield(L, math, "mininteger");
  add_functions(L, utf8, utf8_names, utf8_functions, charged);
  lua_pushcfunction(L, utf8_functions[1]);
  lua_pushcclosure(L, lib_codepoint, 1);
  lua_setfield(L, utf8, "codepoint");
  lua_pushcfunction(L, utf8_functions[2]);
  lua_pushcclosure(L, lib_codes, 1);
  lua_setfield(L, utf8, "codes");
  lua_pushlstring(L, "[\0-\x7F\xC2-\xFD][\x80-\xBF]*", 14);
  lua_setfield(L, utf8, "charpattern");
}
