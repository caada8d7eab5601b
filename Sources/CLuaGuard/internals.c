// What the guard knows of the inside of Lua 5.4, for what its API does not offer: the seed of hashes, how strings
// collide, weak tables. Each place is found by what stands around it and left alone when that looks different.
#include <string.h>

#include "internal.h"

// Offsets in the global state, in a string.
enum { STRINGS = 40, STRING_COUNTS = 48, REGISTRY_TYPE = 88, SEED = 96, GLOBAL_SIZE = 104 };
enum { HASH = 12, NEXT_STRING = 16, CONTENTS = 24 };
// In a table.
enum { KEYS_LOG2 = 11, LIST_SIZE = 12, NODES = 24 };
// In one of its nodes: the distance to the next of its chain.
enum { NODE_SIZE = 24, NEXT_NODE = 12 };

// Lua hashes strings with a seed made from the time and from addresses. Nothing in its API sets it, but the state asks
// for its second block just after the seed was made and before the first string: there it is replaced, if and only if
// everything around it looks as it does in Lua 5.4 (otherwise the state works, and only counts of steps may differ).
void fix_seed(lg_state *S) {
  if (S->fixed_seed) return;
  size_t size = S->used;
  char *block = S->arena + sizeof(uint64_t);
  lua_Alloc allocate = arena_allocate;
  for (size_t at = 0; at + GLOBAL_SIZE <= size; at += 8) {
    char *global = block + at;
    void *owner = S;
    int64_t total, debt;
    int64_t strings[2];
    memcpy(&total, global + 16, 8);
    memcpy(&debt, global + 24, 8);
    memcpy(strings, global + STRING_COUNTS, 16);
    bool found = memcmp(global, &allocate, 8) == 0 && memcmp(global + 8, &owner, 8) == 0
      && total == (int64_t)size && debt == 0 && strings[0] == 0 && strings[1] == 0
      && global[REGISTRY_TYPE] == (LUA_TNUMBER | 0 << 4);
    if (!found) continue;
    uint32_t seed = 0x68696c61;
    memcpy(global + SEED, &seed, sizeof seed);
    S->global = global;
    S->first_size = size;
    S->fixed_seed = true;
    return;
  }
}

// Strings are found in a chain of those with the same hash; who knows the seed can make thousands that share one. Each
// new string pays for the chain of the one before it: to be found once, and to be taken out at last.
void charge_collisions(lg_state *S) {
  if (S->global == NULL || S->last_string == NULL) return;
  char *const *chains;
  int32_t count;
  uint32_t hash;
  memcpy(&chains, S->global + STRINGS, sizeof chains);
  memcpy(&count, S->global + STRING_COUNTS + 4, sizeof count);
  memcpy(&hash, S->last_string + HASH, sizeof hash);
  if (chains == NULL || count <= 0) return;
  int64_t length = 0;
  for (const char *string = chains[hash & ((uint32_t)count - 1)]; string != NULL; length++) {
    memcpy(&string, string + NEXT_STRING, sizeof string);
  }
  if (length > 16) S->steps -= 2 * length;
}

// The places of a table for keys and list, taken or not.
size_t table_places(const lg_state *S, const void *table) {
  if (S->global == NULL) return S->block / 16;
  uint32_t list;
  memcpy(&list, (const char *)table + LIST_SIZE, sizeof list);
  return list + ((size_t)1 << (((const uint8_t *)table)[KEYS_LOG2] & 31));
}

// What a weak table holds depends on when garbage is collected, and thousands of entries that keep each other alive
// take a collection minutes. A script can write __mode into a metatable at any time; Lua looks it up by the address of
// its name, which is replaced by that of a name no table can hold: long strings are keys of another kind.
void forbid_weak_tables(lua_State *L, lg_state *S) {
  static const char *const events[] = {"__index", "__newindex", "__gc", "__mode"};
  static const char key, nameless[] = "the name of an event that no metatable of a rule can have";
  const char *names[4], *none;
  for (int i = 0; i < 4; i++) names[i] = lua_pushstring(L, events[i]) - CONTENTS;
  none = lua_pushstring(L, nameless) - CONTENTS;
  lua_rawsetp(L, LUA_REGISTRYINDEX, &key);
  lua_pop(L, 4);
  char *block = S->arena + sizeof(uint64_t);
  for (char *at = S->global; at != NULL && at + sizeof names <= block + S->first_size; at += 8) {
    if (memcmp(at, names, sizeof names) != 0) continue;
    memcpy(at + 3 * sizeof *names, &none, sizeof none);
    S->strong_tables = true;
    return;
  }
}

// What a walk over a table takes beyond its keys: to step on from a key, Lua looks it up in its chain. Chains as long as
// chance makes them are free.
int64_t chain_steps(const lg_state *S, const void *table) {
  enum { USUAL = 16, VISITS_A_STEP = 8 };
  int log2 = ((const uint8_t *)table)[KEYS_LOG2];
  int64_t count = (int64_t)1 << (log2 & 31), visits = 0;
  if (S->global == NULL || count < 64 || count > MAX_KEYS) return 0;
  const char *nodes;
  memcpy(&nodes, (const char *)table + NODES, sizeof nodes);
  // Nodes that another one leads to: the others begin a chain.
  uint64_t inner[MAX_KEYS / 64] = {0};
  for (int round = 0; round < 2; round++) {
    for (int64_t first = 0; first < count; first++) {
      if (round == 1 && (inner[first / 64] >> (first % 64) & 1) != 0) continue;
      int64_t length = 1;
      for (int64_t at = first; length <= count; length++) {
        int32_t distance;
        memcpy(&distance, nodes + at * NODE_SIZE + NEXT_NODE, sizeof distance);
        at += distance;
        if (distance == 0 || at < 0 || at >= count) break;
        inner[at / 64] |= (uint64_t)1 << (at % 64);
        if (round == 0) break;
      }
      if (round == 1 && length > USUAL) visits += length * length / 2;
    }
  }
  return visits / VISITS_A_STEP;
}
