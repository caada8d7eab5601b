// The image of a state: what it held when it was kept, to go back to as often as wished.
//
// Everything Lua holds lies in the arena and points into it, and an arena does not move: a state is what it was when
// the arena's bytes and the guard's own counts are what they were, down to the next address, hash and collection. To go
// back costs a copy of these bytes, where a new state would have its scripts compiled and run again.
#include <stdlib.h>
#include <string.h>

#include "internal.h"

typedef struct image {
  lg_state state;
  size_t size;
  char bytes[];
} image;

bool lg_keep(lg_state *S) {
  if (S->running) return false;
  release_transient(S);
  // What loading left over, the texts of modules for one, would come back each time; a wide string among it would keep
  // all calls under the closer watch.
  lua_gc(S->L, LUA_GCCOLLECT);
  image *kept = realloc(S->image, sizeof *kept + S->bump);
  if (kept == NULL) return false;
  S->image = kept;
  memcpy(&kept->state, S, offsetof(lg_state, in));
  kept->size = S->bump;
  memcpy(kept->bytes, S->arena, kept->size);
  return true;
}

bool lg_go_back(lg_state *S) {
  const image *kept = S->image;
  if (S->running || kept == NULL) return false;
  memcpy(S, &kept->state, offsetof(lg_state, in));
  memcpy(S->arena, kept->bytes, kept->size);
  S->node_count = S->key_count = S->transient_count = 0;
  return true;
}
