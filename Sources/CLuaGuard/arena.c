// The memory of one state: an arena with free lists by size, a limit on bytes and on single blocks.
//
// It is ours and not malloc because results must be the same in every run. Lua orders and sizes its tables by hashes
// of addresses and of strings, and collects garbage by bytes in use: with an arena that starts at a multiple of 4 GiB
// the low halves of all addresses depend on nothing but the history of allocations, and with a fixed seed so do
// hashes, sizes and collections, and with them the steps charged for memory and the point at which it runs out.
#define _GNU_SOURCE
#include <pthread.h>
#include <string.h>
#include <sys/mman.h>

#include "internal.h"

// Each block has a header: the serial number of its allocation, and marks.
typedef uint64_t header;
static const header metatable_mark = (header)1 << 63, string_mark = (header)1 << 62;

static const size_t alignment = (size_t)1 << 32;
static const size_t kept_warm = (size_t)256 << 10;

// Arenas of closed states wait here for the next one, their first pages still mapped.
enum { POOL = 32 };
static struct {
  pthread_mutex_t lock;
  struct {
    char *arena;
    size_t size;
  } slot[POOL];
  int count;
} pool = {.lock = PTHREAD_MUTEX_INITIALIZER};

static char *map_arena(size_t size) {
  const int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE;
  char *whole = mmap(NULL, size + alignment, PROT_NONE, flags, -1, 0);
  if (whole == MAP_FAILED) {
    // Address space is limited: any place will do, at the price of hashes that differ between runs.
    char *any = mmap(NULL, size, PROT_READ | PROT_WRITE, flags, -1, 0);
    return any == MAP_FAILED ? NULL : any;
  }
  char *start = (char *)(((uintptr_t)whole + alignment - 1) & ~(uintptr_t)(alignment - 1));
  size_t before = (size_t)(start - whole), after = alignment - before;
  if (before > 0) munmap(whole, before);
  if (after > 0) munmap(start + size, after);
  if (mprotect(start, size, PROT_READ | PROT_WRITE) != 0) {
    munmap(start, size);
    return NULL;
  }
  return start;
}

bool arena_open(lg_state *S, size_t limit) {
  // Room for blocks that are free but of the wrong size; pages not touched cost nothing.
  size_t size = limit * 3 < ((size_t)4 << 20) ? (size_t)4 << 20 : limit * 3;
  size = (size + 4095) & ~(size_t)4095;
  S->arena_size = size;
  pthread_mutex_lock(&pool.lock);
  for (int i = pool.count - 1; i >= 0 && S->arena == NULL; i--) {
    if (pool.slot[i].size != size) continue;
    S->arena = pool.slot[i].arena;
    pool.slot[i] = pool.slot[--pool.count];
  }
  pthread_mutex_unlock(&pool.lock);
  if (S->arena == NULL) S->arena = map_arena(size);
  S->bump = 0;
  return S->arena != NULL;
}

void arena_close(lg_state *S) {
  if (S->arena == NULL) return;
  if (S->bump > kept_warm) {
    size_t touched = (S->bump + 4095) & ~(size_t)4095;
    madvise(S->arena + kept_warm, touched - kept_warm, MADV_DONTNEED);
  }
  pthread_mutex_lock(&pool.lock);
  bool kept = pool.count < POOL;
  if (kept) {
    pool.slot[pool.count].arena = S->arena;
    pool.slot[pool.count++].size = S->arena_size;
  }
  pthread_mutex_unlock(&pool.lock);
  if (!kept) munmap(S->arena, S->arena_size);
  S->arena = NULL;
}

static header *header_of(const void *block) { return &((header *)block)[-1]; }

uint64_t creation_serial(const void *object) { return *header_of(object) & ~(metatable_mark | string_mark); }

bool mark_metatable(lg_state *S, const void *table) {
  if ((*header_of(table) & metatable_mark) != 0) return false;
  *header_of(table) |= metatable_mark;
  S->metatables++;
  return true;
}

// Classes: steps of 16 bytes up to 512, then four for each doubling.
static int size_class(size_t size, size_t *rounded) {
  size_t need = size + sizeof(header);
  if (need <= 512) {
    int index = (int)((need + 15) / 16);
    *rounded = (size_t)index * 16;
    return index;
  }
  int top = 63 - __builtin_clzll(need - 1);
  size_t quarter = (size_t)1 << (top - 2);
  size_t parts = (need + quarter - 1) / quarter;  // 5 ... 8
  *rounded = parts * quarter;
  return 33 + (top - 9) * 4 + (int)(parts - 5);
}

static void *take(lg_state *S, size_t size) {
  size_t rounded;
  int index = size_class(size, &rounded);
  if (index >= SIZE_CLASSES) return NULL;
  void *block = S->vacant[index];
  if (block == NULL && rounded <= S->arena_size - S->bump) {
    block = S->arena + S->bump + sizeof(header);
    S->bump += rounded;
  } else {
    for (int larger = index; block == NULL && ++larger < SIZE_CLASSES;) {
      block = S->vacant[larger];
      if (block != NULL) index = larger;
    }
    if (block == NULL) return NULL;
    memcpy(&S->vacant[index], block, sizeof(void *));
  }
  *header_of(block) = S->serial++;
  return block;
}

static void give_back(lg_state *S, void *block, size_t size) {
  header marks = *header_of(block);
  if ((marks & metatable_mark) != 0) S->metatables--;
  if ((marks & string_mark) != 0) S->wide_strings--;
  size_t rounded;
  int index = size_class(size, &rounded);
  memcpy(block, &S->vacant[index], sizeof(void *));
  S->vacant[index] = block;
}

// A hash part has a power of two of nodes, of 24 bytes each.
static bool is_hash_too_large(const lg_state *S, size_t size) {
  size_t most = S->compiling ? MAX_CONSTANTS : MAX_KEYS;
  return size > most * 24 && size % (24 << 10) == 0 && (size / 24 & (size / 24 - 1)) == 0;
}

// Lua asks for a stack of twice the size, and gives the old one back when it has it. Five slots of 16 bytes are spare.
static bool is_stack_too_large(const lg_state *S, size_t size) {
  return size > MAX_STACK && size == 2 * S->stack_size - 80;
}

static void *refuse(lg_state *S, size_t size) {
  // Lua collects all garbage and asks once more; a collection costs what it takes to walk everything.
  S->steps -= (int64_t)(S->used / 64);
  S->refused = true;
  // An error for want of memory runs no handler: the place is noted here.
  if (S->L != NULL && S->fatal == LG_OK) capture(S->L, S);
  bool again = S->refused_at == S->growths + 1;
  S->refused_at = S->growths + 1;
  bool is_stack = is_stack_too_large(S, size);
  if (S->fatal == LG_OK) S->too_many_keys = is_hash_too_large(S, size);
  if (S->L != NULL && (again || is_stack || S->too_many_keys || size > S->block)) {
    condemn(S->L, S, is_stack ? LG_STACK : LG_MEMORY);
  }
  return NULL;
}

void *arena_allocate(void *ud, void *block, size_t old_size, size_t size) {
  lg_state *S = ud;
  // Of a new block Lua tells the type instead of a size.
  bool is_string = block == NULL && old_size == LUA_TSTRING;
  if (block == NULL) old_size = 0;
  if (size == 0) {
    if (block != NULL) give_back(S, block, old_size);
    S->used -= old_size;
    if (block != NULL && block == S->stack) {
      S->stack = S->last_block;
      S->stack_size = S->last_size;
    }
    return NULL;
  }
  if (size > old_size) {
    size_t more = size - old_size;
    bool is_too_large = size > S->block || is_hash_too_large(S, size) || is_stack_too_large(S, size);
    if (is_too_large || S->used + S->host_bytes + more > S->limit) return refuse(S, size);
    if (S->serial == 1) fix_seed(S);
    if (is_string) charge_collisions(S);
    S->steps -= 2 + (int64_t)(more / BYTES_A_STEP);
  }
  void *moved = block;
  size_t was = 0, now;
  int index = size_class(size, &now);
  if (block == NULL || size_class(old_size, &was) != index) {
    moved = take(S, size);
    if (moved == NULL) {
      // A block may never fail to shrink: it stays where it is.
      if (size > old_size) return refuse(S, size);
      moved = block;
    } else if (block != NULL) {
      memcpy(moved, block, old_size < size ? old_size : size);
      give_back(S, block, old_size);
    }
  }
  if (size > old_size) S->growths++;
  S->used += size - old_size;
  if (S->used > S->peak) S->peak = S->used;
  if (is_string) {
    S->last_string = moved;
    if (size >= WIDE) {
      *header_of(moved) |= string_mark;
      if (S->wide_strings++ == 0 && S->running && !S->unwatched && S->fatal == LG_OK && S->interval > HOOK_STEP / 10) {
        S->interval = HOOK_STEP / 10;
        set_hook(S->L, S, S->interval);
      }
    }
  }
  S->last_block = moved;
  S->last_size = size;
  // The second block of a state is its stack.
  if (S->stack == NULL && S->serial == 2) {
    S->stack = moved;
    S->stack_size = size;
  }
  return moved;
}
