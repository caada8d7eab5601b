// Steps and time: when they are used up the call ends for good.
#define _GNU_SOURCE
#include <string.h>
#include <time.h>

#include "internal.h"

static int64_t processor_time(void) {
  struct timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

// From here on every instruction and every charge raises again, whatever the script does to go on.
void condemn(lua_State *L, lg_state *S, lg_status status) {
  if (S->fatal != LG_OK) return;
  S->fatal = status;
  S->watch = INT64_MAX;
  if (status == LG_MEMORY) S->rebuild = true;
  capture(L, S);
  set_hook(L, S, 1);
}

_Noreturn void exhaust(lua_State *L, lg_state *S, lg_status status) {
  condemn(L, S, status);
  // A light userdata needs no memory, and no script can make one.
  lua_pushlightuserdata(L, S);
  lua_error(L);
  __builtin_unreachable();
}

// The processor's own clock is a system call; a coarse one, which is not, says when it is worth asking.
void check_time(lua_State *L, lg_state *S) {
  struct timespec coarse;
  clock_gettime(CLOCK_MONOTONIC_COARSE, &coarse);
  int64_t tick = (int64_t)coarse.tv_sec * 1000000000 + coarse.tv_nsec;
  if (tick == S->tick) return;
  S->tick = tick;
  int64_t now = processor_time();
  if (S->started == 0) S->started = now;
  if (now - S->started > S->nanoseconds) exhaust(L, S, LG_TIME);
}

// The slow side of `charge`.
void budget_check(lua_State *L, lg_state *S) {
  if (S->fatal != LG_OK) exhaust(L, S, S->fatal);
  if (S->steps < 0) exhaust(L, S, LG_STEPS);
  check_time(L, S);
  S->watch = S->steps > CLOCK_STEPS ? S->steps - CLOCK_STEPS : 0;
}

// How many times the work of a plain instruction one of the running function may do: it copies all extra arguments,
// compares or hashes the longest string in its registers, is passed on from metatable to metatable.
static int64_t weigh(lua_State *L, lg_state *S, const lua_Debug *ar) {
  int64_t weight = 1 + (int64_t)S->metatables / 4;
  for (int extra = 128; lua_getlocal(L, ar, -extra) != NULL; extra *= 2) {
    lua_pop(L, 1);
    weight += extra / 128;
  }
  size_t longest = 0;
  for (int i = 1; S->wide_strings > 0 && lua_getlocal(L, ar, i) != NULL; i++) {
    if (lua_type(L, -1) == LUA_TSTRING && lua_rawlen(L, -1) > longest) longest = lua_rawlen(L, -1);
    lua_pop(L, 1);
  }
  return weight + (int64_t)(longest / 8192);
}

static void copy_text(char *to, size_t size, const char *text) {
  strncpy(to, text, size - 1);
  to[size - 1] = 0;
}

static void note_return(lua_State *L, lg_state *S, lua_Debug *ar) {
  lua_getinfo(L, "Slr", ar);
  if (ar->what[0] == 'C') return;
  lua_Debug below;
  int depth = 0;
  while (depth < RETURNS && lua_getstack(L, depth + 1, &below) == 1) depth++;
  if (depth + 1 >= RETURNS) return;
  bool is_true = false;
  if (ar->ntransfer > 0 && lua_getlocal(L, ar, ar->ftransfer) != NULL) {
    is_true = lua_toboolean(L, -1);
    lua_pop(L, 1);
  }
  returned *here = &S->returned[depth], *inner = here + 1;
  // What returned before the last function of this depth did, was called by that one.
  if (inner->serial < here->serial) inner->at.line = 0;
  here->serial = ++S->returns;
  here->at.line = is_true ? 0 : ar->currentline;
  copy_text(here->at.chunk, sizeof here->at.chunk, ar->short_src);
}

void hook(lua_State *L, lua_Debug *ar) {
  lg_state *S = state_of(L);
  if (ar->event == LUA_HOOKRET) return note_return(L, S, ar);
  if (S->fatal != LG_OK) exhaust(L, S, S->fatal);
  int64_t weight = weigh(L, S, ar);
  charge(L, S, S->interval * weight);
  check_time(L, S);
  // Heavy instructions are looked at more often.
  int interval = weight < 8 ? usual_interval(S) : HOOK_STEP / 10;
  if (interval == S->interval) return;
  S->interval = interval;
  set_hook(L, S, interval);
}

// The script frames at the point of an error, innermost first. Allocates nothing: memory may be what ran out.
void capture(lua_State *L, lg_state *S) {
  failure *failure = &S->failure;
  failure->frames = 0;
  lua_Debug ar;
  for (int level = 0; failure->frames < FRAMES && lua_getstack(L, level, &ar) == 1; level++) {
    lua_getinfo(L, "Sln", &ar);
    if (ar.what[0] == 'C') continue;
    frame *frame = &failure->frame[failure->frames++];
    copy_text(frame->chunk, sizeof frame->chunk, ar.short_src);
    const char *name = ar.what[0] == 'm' ? "main chunk" : ar.name != NULL ? ar.name : "function";
    copy_text(frame->function, sizeof frame->function, name);
    frame->line = ar.currentline;
  }
}
