#include <string.h>

#include "CSimdjson.h"

/* 64 bytes are classified at a time with the compiler's vectors; what a vector comparison gives is
   gathered into a 64-bit mask, one bit a byte. (The method is that of Langdale and Lemire,
   "Parsing Gigabytes of JSON per Second", 2019, section 3.1.) */

/* Into each clone of the scanner, whose vectors differ. */
#define INLINE static inline __attribute__((always_inline))

typedef uint8_t block_t __attribute__((ext_vector_type(64)));
typedef _Bool bits_t __attribute__((ext_vector_type(64)));

INLINE uint64_t mask_of(bits_t bits) {
  uint64_t mask;
  memcpy(&mask, &bits, sizeof mask);
  return mask;
}

#define WHERE(vector, byte) mask_of(__builtin_convertvector((vector) == (uint8_t)(byte), bits_t))

/// The bytes that a run of backslashes before them escapes.
INLINE uint64_t escaped_bytes(uint64_t backslash, uint8_t *escaped) {
  const uint64_t even = 0x5555555555555555ULL;
  backslash &= ~(uint64_t)*escaped;
  uint64_t follows = backslash << 1 | *escaped;
  uint64_t odd_starts = backslash & ~even & ~follows;
  uint64_t runs_from_even;
  *escaped = __builtin_add_overflow(odd_starts, backslash, &runs_from_even);
  return (even ^ (runs_from_even << 1)) & follows;
}

/// Each bit becomes the parity of itself and all lower ones: from quotes to what lies between.
INLINE uint64_t parity_below(uint64_t bits) {
  for (int shift = 1; shift < 64; shift <<= 1) bits ^= bits << shift;
  return bits;
}

/// The plain reading, byte by byte: for the last bytes and for blocks that hold a broken string.
static size_t scan_bytes(hj_scan *scan, const uint8_t *bytes, size_t count, hj_stop *stop) {
  for (size_t i = 0; i < count; i++) {
    uint8_t byte = bytes[i], was_escaped = scan->escaped;
    scan->escaped = 0;
    if (byte == '\n') {
      scan->newlines++;
      if (scan->in_string) {
        scan->in_string = 0;
        *stop = HJ_BROKEN;
        return i + 1;
      }
    } else if (byte == '\\') {
      scan->escaped = !was_escaped;
    } else if (byte == '"') {
      scan->in_string ^= !was_escaped;
    } else if (!scan->in_string && (byte | 0x20) == '{') {
      scan->depth++;
    } else if (!scan->in_string && (byte | 0x20) == '}' && --scan->depth <= 0) {
      *stop = HJ_CLOSED;
      return i + 1;
    }
  }
  return count;
}

/* Baseline x86-64 classifies 16 bytes an instruction; most machines can do 32 or 64. */
#if defined(__x86_64__) && defined(__linux__)
__attribute__((target_clones("avx512bw", "avx2", "default")))
#endif
size_t hj_scan_value(hj_scan *scan, const uint8_t *bytes, size_t count, hj_stop *stop) {
  *stop = HJ_OPEN;
  size_t at = 0;
  for (; count - at >= 64; at += 64) {
    block_t block;
    memcpy(&block, bytes + at, sizeof block);
    uint64_t newline = WHERE(block, '\n');
    uint8_t escaped = scan->escaped;
    uint64_t backslash = WHERE(block, '\\');
    uint64_t quote = WHERE(block, '"');
    /* A line feed resets the reading of quotes, which masks cannot say. */
    if (backslash | escaped) quote &= ~escaped_bytes(backslash, &escaped);
    uint64_t in_string = parity_below(quote) ^ (0 - (uint64_t)scan->in_string);
    if (newline & (in_string | backslash << 1 | scan->escaped)) {
      size_t passed = scan_bytes(scan, bytes + at, 64, stop);
      if (*stop != HJ_OPEN) return at + passed;
      continue;
    }
    block_t folded = block | (uint8_t)0x20;
    uint64_t open = WHERE(folded, '{') & ~in_string;
    uint64_t close = WHERE(folded, '}') & ~in_string;
    int64_t closes = __builtin_popcountll(close);
    if (closes == 0 || scan->depth > closes) {
      scan->depth += __builtin_popcountll(open) - closes;
    } else {
      for (uint64_t brackets = open | close; brackets; brackets &= brackets - 1) {
        uint64_t lowest = brackets & (0 - brackets);
        if (open & lowest) {
          scan->depth++;
        } else if (--scan->depth <= 0) {
          *stop = HJ_CLOSED;
          scan->newlines += (uint64_t)__builtin_popcountll(newline & (lowest - 1));
          return at + (size_t)__builtin_ctzll(lowest) + 1;
        }
      }
    }
    scan->newlines += (uint64_t)__builtin_popcountll(newline);
    scan->in_string = (uint8_t)(in_string >> 63);
    scan->escaped = escaped;
  }
  return at + scan_bytes(scan, bytes + at, count - at, stop);
}
